//! A records schedule in the form offices print (tabla de retención documental): a heading over several rows, the code in columns
//! for office, series and subseries, series with their subseries and document types below each other in one column, and a
//! mark under the letter of the disposal. (AGN, Acuerdo 001 of 2024, annex 6; the forms before it are the same in this.)

use super::series_file::{SeriesFile, keep, reject};
use crate::intake::Row;
use ata_model::document::{SeriesLine, is_disposal, is_series_code};
use ata_model::name::{clean, fold};

/// Rows in which the heading must begin.
const HEADING_WITHIN: usize = 40;
/// Rows that a heading fills at most.
const HEADING_ROWS: usize = 4;

/// Where the form has what, by column.
#[derive(Debug, Default)]
struct Places {
    /// Office, series, subseries; or one column with the whole code.
    code: Vec<usize>,
    name: usize,
    office: Option<usize>,
    central: Option<usize>,
    /// Column and letter.
    disposal: Vec<(usize, &'static str)>,
    procedure: Option<usize>,
}

/// Reads a schedule in the printed form; none when there is no such heading.
pub fn read(rows: &[&Row]) -> Option<SeriesFile> {
    let (places, first) = heading(rows)?;
    let mut form = Form { places, file: SeriesFile::default(), series: None, last: Vec::new(), open: None };
    for row in &rows[first..] {
        form.row(row);
    }
    form.close();
    Some(form.file)
}

/// The columns, and the first row below the heading.
fn heading(rows: &[&Row]) -> Option<(Places, usize)> {
    let begins = rows.iter().take(HEADING_WITHIN).position(|row| row.filled().any(|(_, cell)| is_name(&fold(cell))))?;
    let name = rows[begins].filled().find(|(_, cell)| is_name(&fold(cell)))?.0;
    let mut places = Places { name, ..Places::default() };
    let mut whole_code = None;
    let mut end = begins;
    for (at, row) in rows.iter().enumerate().skip(begins).take(HEADING_ROWS) {
        // A row below with a name of its own is a series, no heading.
        if at > begins && !row.get(name).is_empty() {
            break;
        }
        for (column, cell) in row.filled() {
            let label = fold(cell);
            match label.as_str() {
                "codigo" => whole_code = Some(column),
                "d" | "s" | "sb" | "ss" | "dep" | "serie" | "subserie" if column < name => places.code.push(column),
                "archivo de gestion" | "archivo gestion" | "gestion" | "ag" => places.office = Some(column),
                "archivo central" | "central" | "ac" => places.central = Some(column),
                "procedimiento" | "procedimientos" | "observaciones" if column > name => {
                    places.procedure = Some(column)
                }
                _ if column > name => places.disposal.extend(letter(&label).map(|letter| (column, letter))),
                _ => {}
            }
        }
        end = at;
    }
    if places.code.is_empty() {
        places.code.extend(whole_code);
    }
    let complete = !places.code.is_empty() && places.office.is_some() && places.central.is_some();
    (complete && !places.disposal.is_empty()).then_some((places, end + 1))
}

fn is_name(label: &str) -> bool {
    label.contains("series") && (label.contains("subseries") || label.contains("tipos documentales"))
}

fn letter(label: &str) -> Option<&'static str> {
    match label {
        "ct" => Some("CT"),
        "e" => Some("E"),
        "s" => Some("S"),
        "m" | "mt" => Some("M"),
        "d" | "m d" => Some("D"),
        _ => None,
    }
}

struct Form {
    places: Places,
    file: SeriesFile,
    /// The series whose subseries follow.
    series: Option<String>,
    /// Parts of the code of the row above.
    last: Vec<String>,
    /// The line whose document types follow, and where it stands.
    open: Option<(SeriesLine, u64)>,
}

impl Form {
    fn row(&mut self, row: &Row) {
        let name = row.get(self.places.name);
        let parts: Vec<&str> = self.places.code.iter().map(|column| row.get(*column)).collect();
        let has_code = parts.iter().any(|part| !part.is_empty());
        let marks: Vec<&str> =
            self.places.disposal.iter().filter(|(at, _)| !row.get(*at).is_empty()).map(|(_, letter)| *letter).collect();
        let (office, central) = (row.at(self.places.office), row.at(self.places.central));
        let is_line = !office.is_empty() || !central.is_empty() || !marks.is_empty();
        match (has_code, name.is_empty()) {
            (false, true) => {}
            (false, false) => self.kind(name),
            (true, _) => {
                let code = self.code(&parts);
                if is_line {
                    self.line(row, &code, name, &marks, (office, central));
                } else {
                    self.close();
                    self.series = clean(name).ok();
                }
            }
        }
    }

    /// The whole code; what is left empty before a part that is there is as in the row above (merged cells).
    fn code(&mut self, parts: &[&str]) -> String {
        let last = parts.iter().rposition(|part| !part.is_empty()).unwrap_or(0);
        let above = |at: usize| self.last.get(at).cloned().unwrap_or_default();
        let whole: Vec<String> = (0..=last)
            .map(|at| if parts[at].is_empty() { above(at) } else { parts[at].trim_end_matches(".0").to_owned() })
            .collect();
        self.last.clone_from(&whole);
        whole.into_iter().filter(|part| !part.is_empty()).collect::<Vec<_>>().join("-").replace(' ', "")
    }

    fn line(&mut self, row: &Row, code: &str, name: &str, marks: &[&str], (office, central): (&str, &str)) {
        self.close();
        self.file.rows += 1;
        let mut wrong = |field: &str, value: &str, reason: &str| {
            self.file.rejects.push(reject(row.line, field, value, reason));
        };
        if !is_series_code(code) {
            return wrong("code", code, "series-code");
        }
        let Ok(name) = clean(name) else { return wrong("series", name, "text") };
        let disposal = disposal(marks);
        if !is_disposal(&disposal) {
            return wrong("disposal", &disposal, if marks.is_empty() { "required" } else { "disposal" });
        }
        let Some(office_years) = years(office) else { return wrong("office_years", office, "years") };
        let Some(central_years) = years(central) else { return wrong("central_years", central, "years") };
        let is_subseries = self.last.len() == self.places.code.len() && self.places.code.len() > 1;
        let (series, subseries) = match self.series.clone().filter(|_| is_subseries) {
            Some(series) => (series, Some(name)),
            None => (name, None),
        };
        if !is_subseries {
            self.series = Some(series.clone());
        }
        let procedure = Some(row.at(self.places.procedure)).filter(|text| !text.is_empty()).map(crate::typed::text);
        let line = SeriesLine {
            code: code.to_owned(),
            series,
            subseries,
            types: Vec::new(),
            office_years,
            central_years,
            disposal,
            procedure,
            source: None,
        };
        self.open = Some((line, row.line));
    }

    /// A document type of the line above; before any line it is a remark of the form.
    fn kind(&mut self, name: &str) {
        if let (Some((line, _)), Ok(kind)) = (&mut self.open, clean(name.trim_start_matches(['-', '•', '·', '*', ' '])))
        {
            line.types.push(kind);
        }
    }

    fn close(&mut self) {
        if let Some((line, at)) = self.open.take() {
            keep(&mut self.file, line, at);
        }
    }
}

/// The fate first, then the reproduction; nothing may be marked twice.
pub(super) fn disposal(marks: &[&str]) -> String {
    let mut sorted = marks.to_vec();
    sorted.sort_by_key(|letter| matches!(*letter, "M" | "D"));
    sorted.dedup();
    sorted.join("+")
}

/// `2`, `2.0`, `2 años`; an empty cell is none.
pub(super) fn years(cell: &str) -> Option<i64> {
    if cell.trim_start().starts_with(['-', '−']) {
        return None;
    }
    let folded = fold(cell.trim().trim_end_matches(".0"));
    let plain = folded.trim_end_matches("anos").trim_end_matches("ano").trim();
    if plain.is_empty() && cell.trim().is_empty() {
        return Some(0);
    }
    plain.parse::<i64>().ok().filter(|years| (0..=200).contains(years))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::stages::archive::series_file;

    const FORM: &str = "TABLA DE RETENCIÓN DOCUMENTAL,,,,,,,,,,,,\n\
        Entidad productora:,,,Secretaría de Salud,,,,,,,Hoja 1 de 1,,\n\
        CÓDIGO,,,\"SERIES, SUBSERIES Y TIPOS DOCUMENTALES\",SOPORTE,,RETENCIÓN EN AÑOS,,DISPOSICIÓN FINAL,,,,PROCEDIMIENTO\n\
        D,S,SB,,F,EL,Archivo de Gestión,Archivo Central,CT,E,S,M/D,\n\
        120,2,,ASISTENCIAS TÉCNICAS,,,,,,,,,\n\
        120,2,40,Asistencias Técnicas en Salud,,,2,8,X,,,X,Se digitaliza y se conserva.\n\
        ,,,Solicitud,X,,,,,,,,\n\
        ,,,• Acta,X,X,,,,,,,\n\
        ,,41,Asesorías,,,1 año,4 años,,x,,,\n\
        120,9,,CIRCULARES,,,1,1,,,X,,\n\
        120,10,,ACTAS,,,dos,8,X,,,,\n\
        120,11,,INFORMES,,,2,8,X,X,,,\n\
        \"CT: Conservación total\",,,,,,,,,,,,\n";

    #[test]
    fn the_printed_form_is_read_with_its_types_and_marks() {
        let file = series_file::read(FORM.as_bytes(), None).expect("a schedule");
        let lines: Vec<_> = file
            .lines
            .iter()
            .map(|line| {
                let years = (line.office_years, line.central_years);
                (line.code.as_str(), line.title(), years, line.disposal.as_str(), line.types.join("|"))
            })
            .collect();
        let line = |code, title: &str, years, disposal, types: &str| {
            (code, title.to_owned(), years, disposal, types.to_owned())
        };
        assert_eq!(
            lines,
            [
                line(
                    "120-2-40",
                    "ASISTENCIAS TÉCNICAS / Asistencias Técnicas en Salud",
                    (2, 8),
                    "CT+D",
                    "Solicitud|Acta"
                ),
                line("120-2-41", "ASISTENCIAS TÉCNICAS / Asesorías", (1, 4), "E", ""),
                line("120-9", "CIRCULARES", (1, 1), "S", ""),
            ]
        );
        assert_eq!(file.lines[0].procedure.as_deref(), Some("Se digitaliza y se conserva."));
        let rejects: Vec<_> =
            file.rejects.iter().map(|one| (one.line, one.field.as_str(), one.reason.as_str())).collect();
        assert_eq!(rejects, [(11, "office_years", "years"), (12, "disposal", "disposal")]);
        assert_eq!(file.rows, 5);
    }

    #[test]
    fn a_heading_with_one_column_for_the_code_does_as_well() {
        let form = "Código,Series y subseries documentales,Archivo Gestión,Archivo Central,CT,E,M,S,Procedimiento\n\
                    120-2-40,Asistencias,2,8,,,,X,Muestra\n";
        let file = series_file::read(form.as_bytes(), None).expect("a schedule");
        assert_eq!((file.lines[0].code.as_str(), file.lines[0].disposal.as_str()), ("120-2-40", "S"));
    }

    #[test]
    fn years_are_read_as_people_write_them() {
        for (cell, expected) in [
            ("2", Some(2)),
            ("2.0", Some(2)),
            ("2 años", Some(2)),
            ("1 año", Some(1)),
            ("", Some(0)),
            ("dos", None),
            ("-1", None),
            ("900", None),
        ] {
            assert_eq!(years(cell), expected, "{cell}");
        }
    }
}
