//! A records schedule as a file (CSV or a workbook): one row a series, columns named in English, Spanish or Portuguese; or the form
//! that offices print (see `series_form`).

use super::series_form;
use crate::intake::{Input, IntakeError, Options, Row, Table, WarnCode, open};
use ata_model::document::{SeriesLine, is_disposal, is_series_code};
use ata_model::import::{Decided, Reject, Warning};
use ata_model::name::{clean, fold};

/// Each column with the names it is known by, folded.
const COLUMNS: [(&str, &[&str]); 9] = [
    ("code", &["code", "codigo", "codigo de la serie", "codigo da serie"]),
    ("series", &["series", "serie", "serie documental"]),
    ("subseries", &["subseries", "subserie", "subserie documental"]),
    ("types", &["types", "tipos", "tipos documentales", "tipo documental", "tipos documentais", "document type"]),
    ("office_years", &OFFICE),
    ("central_years", &CENTRAL),
    ("disposal", &["disposal", "final disposal", "disposicion final", "disposicion", "destinacao final", "destinacao"]),
    ("procedure", &["procedure", "procedimiento", "procedimento"]),
    ("source", &["source", "fuente", "fonte", "norma"]),
];

/// Also as our own workbook of the schedule has them.
const OFFICE: [&str; 13] = [
    "office years",
    "years in office archive",
    "archivo de gestion",
    "archivo gestion",
    "retencion archivo de gestion",
    "anos en gestion",
    "anos en archivo de gestion",
    "anos archivo de gestion",
    "gestion",
    "ag",
    "arquivo corrente",
    "anos em arquivo corrente",
    "anos no arquivo corrente",
];
const CENTRAL: [&str; 14] = [
    "central years",
    "years in central archive",
    "archivo central",
    "retencion archivo central",
    "anos en central",
    "anos en archivo central",
    "anos archivo central",
    "central",
    "ac",
    "arquivo intermediario",
    "anos em arquivo intermediario",
    "anos no arquivo intermediario",
    "arquivo central",
    "anos no arquivo central",
];

/// Columns without which no line makes sense.
const REQUIRED: [&str; 5] = ["code", "series", "office_years", "central_years", "disposal"];

/// What a file says.
#[derive(Debug, Default)]
pub struct SeriesFile {
    pub rows: i64,
    pub lines: Vec<SeriesLine>,
    /// The same line said again.
    pub ignored: i64,
    pub rejects: Vec<Reject>,
    /// Of a workbook, the sheet that was read; and a warning for each that was not.
    pub decided: Option<Decided>,
    pub warnings: Vec<Warning>,
}

/// Why a file cannot be read at all.
#[derive(Debug, thiserror::Error)]
pub enum SeriesFault {
    #[error(transparent)]
    Unreadable(#[from] IntakeError),
    #[error("no column {column}")]
    NoColumn { column: &'static str },
}

/// Reads a schedule: of a workbook, the sheet that is named, else the first that reads like one. Rows that cannot be taken
/// are told apart; the others stand.
///
/// # Errors
/// [`SeriesFault`], when no row can be read.
pub fn read(bytes: &[u8], sheet: Option<&str>) -> Result<SeriesFile, SeriesFault> {
    let one = |sheet: Option<&str>| {
        let options = Options { sheet: sheet.map(str::to_owned), ..Options::default() };
        open(Input::Bytes(bytes), &options)
    };
    let mut table = one(sheet)?;
    let mut others: Vec<String> = table.warnings.iter().filter_map(other_sheet).collect();
    let mut read = schedule(&table);
    // A cover, or who signs, may stand before the schedule.
    for other in &mut others {
        if read.is_ok() {
            break;
        }
        let next = one(Some(other))?;
        if let Ok(file) = schedule(&next) {
            *other = std::mem::replace(&mut table, next).sheet.unwrap_or_default();
            read = Ok(file);
        }
    }
    let mut file = read?;
    let unread = |detail| Warning { line: None, code: WarnCode::OtherSheets.as_str().to_owned(), detail };
    file.warnings = others.into_iter().map(unread).collect();
    let decided = Decided { encoding: table.encoding, sheet: table.sheet, ..Decided::default() };
    file.decided = decided.sheet.is_some().then_some(decided);
    Ok(file)
}

fn other_sheet(warning: &crate::intake::Warning) -> Option<String> {
    (warning.code == WarnCode::OtherSheets).then(|| warning.detail.clone())
}

fn schedule(table: &Table) -> Result<SeriesFile, SeriesFault> {
    let rows: Vec<&Row> = table.rows.iter().filter(|row| !row.is_blank()).collect();
    let places = match places(rows.first().copied()) {
        Ok(places) => places,
        Err(fault) => return series_form::read(&rows).ok_or(fault),
    };
    let mut file = SeriesFile::default();
    for row in rows.into_iter().skip(1) {
        file.rows += 1;
        match series_line(row, &places) {
            Ok(read) => keep(&mut file, read, row.line),
            Err((field, value, reason)) => file.rejects.push(reject(row.line, field, value, reason)),
        }
    }
    Ok(file)
}

/// A code stands once in a schedule.
pub(super) fn keep(file: &mut SeriesFile, read: SeriesLine, line: u64) {
    match file.lines.iter().find(|known| known.code.eq_ignore_ascii_case(&read.code)) {
        Some(known) if *known == read => file.ignored += 1,
        Some(_) => file.rejects.push(reject(line, "code", &read.code, "repeated")),
        None => file.lines.push(read),
    }
}

pub(super) fn reject(line: u64, field: &str, value: &str, reason: &str) -> Reject {
    Reject { line, field: field.to_owned(), value: value.to_owned(), reason: reason.to_owned() }
}

type Places = [Option<usize>; COLUMNS.len()];

fn places(heading: Option<&Row>) -> Result<Places, SeriesFault> {
    let heading: Vec<String> = heading.into_iter().flat_map(|row| &row.cells).map(|title| fold(title)).collect();
    let places = COLUMNS.map(|(_, names)| heading.iter().position(|title| names.contains(&title.as_str())));
    for (column, place) in COLUMNS.iter().map(|(column, _)| *column).zip(places) {
        if place.is_none() && REQUIRED.contains(&column) {
            return Err(SeriesFault::NoColumn { column });
        }
    }
    Ok(places)
}

type Wrong<'r> = (&'static str, &'r str, &'static str);

fn series_line<'r>(row: &'r Row, places: &Places) -> Result<SeriesLine, Wrong<'r>> {
    let cell = |column: &str| {
        let at = COLUMNS.iter().position(|(name, _)| *name == column)?;
        Some(row.get(places[at]?)).filter(|cell| !cell.is_empty())
    };
    let needed = |column: &'static str| cell(column).ok_or((column, "", "required"));
    let words = |column: &'static str, cell: &'r str| clean(cell).map_err(|_| (column, cell, "text"));
    let passage = |column: &str| cell(column).map(crate::typed::text);
    let years = |column: &'static str| {
        let cell = needed(column)?;
        series_form::years(cell).ok_or((column, cell, "years"))
    };
    let code = needed("code")?;
    if !is_series_code(code) {
        return Err(("code", code, "series-code"));
    }
    let given = needed("disposal")?;
    let disposal = disposal(given).ok_or(("disposal", given, "disposal"))?;
    let types = cell("types").unwrap_or_default().split(['|', '\n', ';']).map(str::trim);
    let types = types.filter(|one| !one.is_empty()).map(|one| words("types", one));
    Ok(SeriesLine {
        code: code.to_owned(),
        series: words("series", needed("series")?)?,
        subseries: cell("subseries").map(|cell| words("subseries", cell)).transpose()?,
        types: types.collect::<Result<_, _>>()?,
        office_years: years("office_years")?,
        central_years: years("central_years")?,
        disposal,
        procedure: passage("procedure"),
        source: passage("source"),
    })
}

/// What a disposal is called, folded, beside its letters.
const DISPOSALS: [(&str, &[&str]); 5] = [
    ("CT", &["ct", "conservacion total", "conservacion permanente", "guarda permanente", "total conservation"]),
    ("E", &["e", "eliminacion", "eliminacion total", "eliminacao", "elimination"]),
    ("S", &["s", "seleccion", "seleccion por muestreo", "selecao", "amostragem", "selection"]),
    (
        "M",
        &["m", "mt", "microfilmacion", "microfilmagem", "medio tecnico", "reproduccion", "reproducao", "reproduction"],
    ),
    ("D", &["d", "digitalizacion", "digitalizacao", "digitisation"]),
];

/// A disposal as people write it, `CT+D` or `Conservación total / Digitalización`, in letters: the fate first.
fn disposal(cell: &str) -> Option<String> {
    // The forms have one column for both reproductions.
    let cell = cell.to_uppercase().replace("M/D", "D");
    let letter =
        |part: &str| DISPOSALS.iter().find(|(_, names)| names.contains(&fold(part).as_str())).map(|(one, _)| *one);
    let letters: Option<Vec<&str>> = cell.split(['+', ',', ';', '/', '-', '\n']).map(letter).collect();
    Some(series_form::disposal(&letters?)).filter(|letters| is_disposal(letters))
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    const HEAD: &str = "code,series,subseries,types,office_years,central_years,disposal,procedure,source\n";

    #[test]
    fn a_line_is_taken_or_rejected_with_its_reason() {
        for (row, expected) in [
            ("120-2-40,Asistencias,,Actas|Informes,2,8,CT+D,,Resolución 1", None),
            (",Asistencias,,,2,8,CT,,", Some(("code", "", "required"))),
            ("120/2,Asistencias,,,2,8,CT,,", Some(("code", "120/2", "series-code"))),
            ("1,Asistencias,,,dos,8,CT,,", Some(("office_years", "dos", "years"))),
            ("1,Asistencias,,,2,-1,CT,,", Some(("central_years", "-1", "years"))),
            ("1,Asistencias,,,2,201,CT,,", Some(("central_years", "201", "years"))),
            ("1,Asistencias,,,2,8,X,,", Some(("disposal", "X", "disposal"))),
            ("1,Asistencias,,,2,8,ct + d,,", None),
            ("1,Asistencias,,,2 años,8.0,Conservación total / Digitalización,,", None),
            ("1,Asistencias,,,2,8,\"E, M/D\",,", None),
            ("1,Asistencias,,,2,8,Guarda permanente,,", None),
            (
                "1,Asistencias,,,2,8,Conservación y eliminación,,",
                Some(("disposal", "Conservación y eliminación", "disposal")),
            ),
            ("1,Asistencias,,,2,8,CT+E,,", Some(("disposal", "CT+E", "disposal"))),
            ("1,Asistencias", Some(("disposal", "", "required"))),
        ] {
            let file = read(format!("{HEAD}{row}\n").as_bytes(), None).expect("a file");
            let found = file.rejects.first().map(|one| (one.field.as_str(), one.value.as_str(), one.reason.as_str()));
            assert_eq!(found, expected, "{row}");
            assert_eq!(file.lines.len(), usize::from(expected.is_none()), "{row}");
            assert!(file.rejects.iter().all(|one| one.line == 2));
        }
    }

    #[test]
    fn a_spreadsheet_of_the_region_is_read_as_it_was_saved() {
        let text = "Código;Serie;Subserie;Tipos documentales;Archivo de gestión;Archivo central;Disposición final\r\n\
                    120-2;Gestión;;\"Actas\nInformes\";2;8;CT\r\n";
        let windows = encoding_rs::WINDOWS_1252.encode(text).0.into_owned();
        let marked = format!("\u{feff}{text}").into_bytes();
        let wide: Vec<u8> = [0xff, 0xfe].into_iter().chain(text.encode_utf16().flat_map(u16::to_le_bytes)).collect();
        for bytes in [text.as_bytes().to_vec(), windows, marked, wide] {
            let file = read(&bytes, None).expect("a file");
            assert_eq!(file.lines.len(), 1, "{:?}", file.rejects);
            assert_eq!((file.lines[0].series.as_str(), file.lines[0].types.len()), ("Gestión", 2));
        }
    }

    #[test]
    fn a_code_said_twice_differently_is_rejected_and_the_same_line_ignored() {
        let row = "1,A,,,2,8,CT,,\n";
        let file = read(format!("{HEAD}{row}{row}1,B,,,2,8,CT,,\n").as_bytes(), None).expect("a file");
        assert_eq!((file.rows, file.lines.len(), file.ignored), (3, 1, 1));
        assert_eq!((file.rejects[0].line, file.rejects[0].reason.as_str()), (4, "repeated"));
    }

    #[test]
    fn what_is_no_schedule_is_told_as_such() {
        assert!(matches!(read(b"PK\x03\x04rest", None), Err(SeriesFault::Unreadable(_))));
        assert!(matches!(read(b"code,series\n1,A\n", None), Err(SeriesFault::NoColumn { column: "office_years" })));
        assert!(matches!(read(b"", None), Err(SeriesFault::Unreadable(IntakeError::Empty))));
    }

    proptest! {
        #[test]
        fn no_bytes_break_the_reading(bytes in proptest::collection::vec(any::<u8>(), 0..300)) {
            let _ = read(&bytes, None);
            let _ = read(&[HEAD.as_bytes(), &bytes].concat(), None);
        }
    }
}
