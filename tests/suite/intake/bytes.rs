//! From bytes to records: encodings, delimiters, quotes, physical lines, limits.

use std::io::Cursor;

use ata::intake::{Input, IntakeError, MAX_CELL, MAX_COLUMNS, Options, Record, Records, Rules, WarnCode, open};
use proptest::prelude::*;

use super::{rows, table, utf16};

const LIST: &str = "nombre;documento\r\nÍngrid Ñáñez;1000\r\nJosé Güiza;2000\r\n";

fn cp850(text: &str) -> Vec<u8> {
    yore::code_pages::CP850.encode(text).unwrap().into_owned()
}

#[test]
fn the_same_list_is_read_in_every_encoding() {
    let windows = encoding_rs::WINDOWS_1252.encode(LIST).0.into_owned();
    let cases: [(&str, Vec<u8>, &str); 8] = [
        ("utf-8", LIST.into(), "utf-8"),
        ("utf-8 with mark", [b"\xef\xbb\xbf", LIST.as_bytes()].concat(), "utf-8"),
        ("utf-16le with mark", utf16(LIST, true, false), "utf-16le"),
        ("utf-16be with mark", utf16(LIST, true, true), "utf-16be"),
        ("utf-16le without mark", utf16(LIST, false, false), "utf-16le"),
        ("utf-16be without mark", utf16(LIST, false, true), "utf-16be"),
        ("windows-1252", windows, "windows-1252"),
        ("old Mac line ends", LIST.replace("\r\n", "\r").into_bytes(), "utf-8"),
    ];
    for (case, bytes, encoding) in cases {
        let table = table(&bytes).unwrap_or_else(|fault| panic!("{case}: {fault:?}"));
        assert_eq!(table.encoding, encoding, "{case}");
        assert_eq!(table.delimiter, Some(';'), "{case}");
        assert_eq!(
            rows(&table),
            [(1, vec!["nombre", "documento"]), (2, vec!["Íngrid Ñáñez", "1000"]), (3, vec!["José Güiza", "2000"])],
            "{case}"
        );
        assert_eq!(table.warnings, [], "{case}");
    }
}

#[test]
fn a_dos_file_is_read_by_its_accents_with_a_doubt_or_when_named_without() {
    let bytes = cp850(LIST);
    let guessed = table(&bytes).unwrap();
    assert_eq!((guessed.rows[1].get(0), guessed.encoding.as_str()), ("Íngrid Ñáñez", "cp850"));
    assert_eq!(guessed.warnings[0].code, WarnCode::LooksLikeDos);
    let options = Options { encoding: Some("cp850".into()), ..Options::default() };
    let named = open(Input::Bytes(&bytes), &options).unwrap();
    assert_eq!((named.rows[1].get(0), named.encoding.as_str(), named.warnings.len()), ("Íngrid Ñáñez", "cp850", 0));
    let unknown = Options { encoding: Some("klingon".into()), ..Options::default() };
    assert!(
        matches!(open(Input::Bytes(&bytes), &unknown), Err(IntakeError::UnknownEncoding { label }) if label == "klingon")
    );
}

#[test]
fn text_encoded_twice_is_repaired_and_said() {
    let twice: String =
        LIST.as_bytes().iter().map(|&byte| encoding_rs::WINDOWS_1252.decode(&[byte]).0.into_owned()).collect();
    let table = table(twice.as_bytes()).unwrap();
    assert_eq!((table.rows[1].get(0), table.rows[2].get(0)), ("Íngrid Ñáñez", "José Güiza"));
    assert_eq!(table.warnings[0].code, WarnCode::DoubleEncoded);
    // Misread as Latin-1: control characters where Windows-1252 has letters.
    let twice: String = LIST.bytes().map(char::from).collect();
    let table = super::table(twice.as_bytes()).unwrap();
    assert_eq!((table.rows[1].get(0), table.rows[2].get(0)), ("Íngrid Ñáñez", "José Güiza"));
}

#[test]
fn portuguese_capitals_are_no_double_encoding() {
    let table = table("nome;órgão\nJOÃO SÃO ÂNGELO;PREFEITURA\n".as_bytes()).unwrap();
    assert_eq!((table.rows[1].get(0), table.warnings.len()), ("JOÃO SÃO ÂNGELO", 0));
}

#[test]
fn a_few_broken_bytes_among_many_letters_do_not_turn_the_file_into_another_encoding() {
    let mut bytes = "nombre;documento\n".as_bytes().to_vec();
    bytes.extend("Núñez Ibáñez;1\n".repeat(20).into_bytes());
    bytes.extend(b"Pe\xf1a;2\n");
    let table = table(&bytes).unwrap();
    assert_eq!(
        (table.encoding.as_str(), table.rows[1].get(0), table.rows[21].get(0)),
        ("utf-8", "Núñez Ibáñez", "Peña")
    );
    assert_eq!(table.warnings[0].code, WarnCode::MixedEncoding);
    // Whoever names the encoding is taken at their word.
    let named = Options { encoding: Some("utf-8".into()), ..Options::default() };
    let table = open(Input::Bytes(&bytes), &named).unwrap();
    assert_eq!((table.rows[21].get(0), table.warnings[0].code), ("Pe\u{fffd}a", WarnCode::UndecodableBytes));
}

#[test]
fn one_stray_byte_does_not_turn_a_whole_file_into_another_encoding() {
    for piece in [0, 65_530] {
        let mut bytes = "nombre;documento\n".as_bytes().to_vec();
        bytes.extend(format!("{};1\n", "x".repeat(piece)).into_bytes());
        bytes.extend("Íngrid Ñáñez;2\n".as_bytes());
        bytes.extend(b"Jos\xe9 Prueba;3\n");
        let table = table(&bytes).unwrap();
        assert_eq!((table.rows[2].get(0), table.rows[3].get(0)), ("Íngrid Ñáñez", "José Prueba"), "{piece}");
        assert_eq!(
            (table.warnings[0].code, table.warnings[0].detail.as_str()),
            (WarnCode::MixedEncoding, "windows-1252")
        );
    }
}

#[test]
fn the_delimiter_is_the_one_that_makes_a_table() {
    let cases = [
        ("nombre,correo\n\"Ficticia; Aurelia\",a@x.co\n", ','),
        ("nombre;correo;nota\nFicticia, Aurelia;a@x.co;uno, dos\nInventado, Bruno;b@x.co;tres, cuatro\n", ';'),
        ("Full Name\tUser Action\tTimestamp\nInventado, Bruno\tJoined\t4/7/2025, 2:00:05 PM\n", '\t'),
        ("nombre|documento\nA, B|1;2\n", '|'),
        ("sep=;\nnombre;nota\na;b,c,d\n", ';'),
        ("nombre\nAurelia\n", ','),
    ];
    for (text, delimiter) in cases {
        assert_eq!(table(text.as_bytes()).unwrap().delimiter, Some(delimiter), "{text}");
    }
}

#[test]
fn a_separator_hint_is_not_data_and_lines_keep_their_numbers() {
    let table = table(b"sep=;\r\nnombre;correo\r\nAurelia;a@x.co\r\n").unwrap();
    assert_eq!(rows(&table), [(2, vec!["nombre", "correo"]), (3, vec!["Aurelia", "a@x.co"])]);
}

#[test]
fn lines_are_physical_lines_after_blanks_and_line_feeds_in_cells() {
    let table = table(b"a,b\n\n\n1,\"x\ny\r\nz\"\n\r\n2,w").unwrap();
    assert_eq!(rows(&table), [(1, vec!["a", "b"]), (4, vec!["1", "x\ny\r\nz"]), (8, vec!["2", "w"])]);
}

#[test]
fn quotes_are_read_as_people_and_programs_write_them() {
    let cases: [(&str, Vec<&str>); 6] = [
        (r#""Names", "Email",  "Joined""#, vec!["Names", "Email", "Joined"]),
        (r#"Ana "la profe" Ruiz,x"#, vec![r#"Ana "la profe" Ruiz"#, "x"]),
        (r#""Gloria ""Glo"" Demo",x"#, vec![r#"Gloria "Glo" Demo"#, "x"]),
        (r#""""",x"#, vec!["\"", "x"]),
        ("Bruno,\",x", vec!["Bruno", "\"", "x"]),
        (r#"a,",",b"#, vec!["a", ",", "b"]),
    ];
    for (line, cells) in cases {
        let text = format!("nombre,entidad,nota\n{line}\nlast,row,here\n");
        assert_eq!(rows(&table(text.as_bytes()).unwrap())[1].1, cells, "{line}");
    }
}

#[test]
fn a_quote_that_is_never_closed_is_named_by_the_line_that_opened_it() {
    let text = "nombre,nota\nuno,\"dos\ntres\"\ncuatro,\"cinco\nseis,siete\n";
    assert!(matches!(table(text.as_bytes()), Err(IntakeError::UnclosedQuote { line: 4 })));
}

#[test]
fn nul_bytes_are_taken_out_and_said() {
    let table = table(b"nombre,nota\nAure\0lia,x\n").unwrap();
    assert_eq!(rows(&table)[1].1, ["Aurelia", "x"]);
    assert_eq!((table.warnings[0].code, table.warnings[0].line), (WarnCode::NulBytes, Some(2)));
}

#[test]
fn a_cell_or_row_beyond_the_limits_is_refused_with_its_place() {
    let huge = format!("nombre,nota\na,b\nc,{}\n", "x".repeat(MAX_CELL + 1));
    assert!(matches!(table(huge.as_bytes()), Err(IntakeError::CellTooLarge { line: 3, column: 2, .. })));
    let wide = format!("nombre,nota\n{}\n", ",".repeat(MAX_COLUMNS));
    assert!(matches!(table(wide.as_bytes()), Err(IntakeError::TooManyColumns { line: 2, .. })));
}

#[test]
fn an_empty_file_is_said_to_be_empty() {
    assert!(matches!(table(b""), Err(IntakeError::Empty)));
}

proptest! {
    /// The `csv` crate agrees on every well-formed text, whatever the cells hold. (A cell that starts with the delimiter and goes on
    /// in the next line, or with a blank before it in a table of uneven rows, cannot be told from a ditto mark: not made here.)
    #[test]
    fn what_a_csv_writer_wrote_is_read_back(cells in proptest::collection::vec(proptest::collection::vec("[a-zñ \";\r\n][a-zñ \",;\r\n]{0,8}", 2..5), 1..8)) {
        prop_assume!(cells.iter().flatten().all(|cell| !cell.trim_start_matches(' ').starts_with(',')));
        let mut writer = csv::WriterBuilder::new().flexible(true).quote_style(csv::QuoteStyle::Always).from_writer(Vec::new());
        for row in &cells {
            writer.write_record(row).unwrap();
        }
        let bytes = writer.into_inner().unwrap();
        let mut records = Records::new(Cursor::new(bytes), Rules { delimiter: b',', line_end: b'\n' }, 1);
        let mut record = Record::default();
        let mut read = Vec::new();
        let mut line = 1;
        while records.read(&mut record).unwrap() {
            prop_assert_eq!(record.line(), line);
            let row: Vec<String> = record.iter().map(str::to_owned).collect();
            line += 1 + row.iter().map(|cell| cell.matches('\n').count() as u64).sum::<u64>();
            read.push(row);
        }
        prop_assert_eq!(read, cells);
    }

    #[test]
    fn arbitrary_bytes_never_panic(bytes in proptest::collection::vec(any::<u8>(), 0..400)) {
        let _ = table(&bytes);
    }

    /// Signs that steer the reading, in any order.
    #[test]
    fn arbitrary_delimited_text_never_panics(text in "[a\"',;|\t\r\n \u{feff}ñÃ\u{0}=sep@:/0-9]{0,200}") {
        let _ = table(text.as_bytes());
    }
}
