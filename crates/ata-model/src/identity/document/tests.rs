//! Documents as lists of the region hold them.

use super::*;
use Country::{Br, Co, Pe, Py};
use proptest::prelude::*;

#[test]
fn a_document_is_read_as_people_write_it() {
    for (country, written, canonical) in [
        (Co, "CC:1098765432", "CC:1098765432"),
        (Co, "cc 1.098.765.432", "CC:1098765432"),
        (Co, "C.C. 1.000.111.202 de Villa X", "CC:1000111202"),
        (Co, "c.c. No. 1.000.111.202 expedida en Cali 2", "CC:1000111202"),
        (Co, "Cédula de ciudadanía N° 52'000.303", "CC:52000303"),
        (Co, "CÉDULA 52’000.303", "CC:52000303"),
        (Co, "52 000 303", "CC:52000303"),
        (Co, "1,098,765,432", "CC:1098765432"),
        (Co, "\u{202A}1098765432\u{202C}", "CC:1098765432"),
        (Co, "'1098765432", "CC:1098765432"),
        (Co, "１０９８７６５４３２", "CC:1098765432"),
        (Co, "1098765432.0", "CC:1098765432"),
        (Co, "1098765432,00", "CC:1098765432"),
        (Co, "12.345.678,00", "CC:12345678"),
        (Co, "CC 63'100.201,0", "CC:63100201"),
        (Co, "12,345,678.00", "CC:12345678"),
        (Co, "1.098.765.433.0", "CC:1098765433"),
        (Br, "390.533.447.05", "CPF:39053344705"),
        (Co, "1.098765432E9", "CC:1098765432"),
        (Co, "CC 1.0987654320e+9", "CC:1098765432"),
        (Co, "79.000", "CC:79000"),
        (Co, "0052000303", "CC:0052000303"),
        (Co, "Documento de identidad: 1098765432", "CC:1098765432"),
        (Co, "T.I. 1098765432", "TI:1098765432"),
        (Co, "PPT 0000404", "PPT:0000404"),
        (Co, "PT:1234567", "PPT:1234567"),
        (Co, "Pasaporte AB-123456", "PA:AB123456"),
        (Co, "PA N1234567", "PA:N1234567"),
        (Co, "PA 7E490", "PA:7E490"),
        (Br, "CNPJ JOOLAXNAB7E490", "CNPJ:JOOLAXNAB7E490"),
        (Co, "PA N° 1234567", "PA:1234567"),
        (Co, "Cédula de extranjería 345678", "CE:345678"),
        (Co, "V-12.000.321", "DE:V12000321"),
        (Co, "E-82000678", "DE:E82000678"),
        (Co, "V12000321", "DE:V12000321"),
        (Co, "17.000.001-3", "DE:170000013"),
        (Co, "890.102.006-1", "NIT:890102006-1"),
        (Co, "NIT 890.102.006 DV 1", "NIT:890102006-1"),
        (Co, "RUT: 890102006", "NIT:890102006-1"),
        (Co, "RUT 17.000.001-3", "DE:170000013"),
        (Co, "RUT 17.000.001-1", "NIT:17000001-1"),
        (Co, "DNI 10117410", "DNI:10117410"),
        (Co, "CPF 390.533.447-05", "CPF:39053344705"),
        (Co, "RUC 80028061-0", "RUC:80028061-0"),
        (Pe, "10117410", "DNI:10117410"),
        (Pe, "234567", "DNI:00234567"),
        (Pe, "DNI N 10117410-2", "DNI:10117410"),
        (Pe, "20512333797", "RUC:20512333797"),
        (Pe, "RUC: 20-51233379-7", "RUC:20512333797"),
        (Pe, "RUC 80028061-0", "RUC:80028061-0"),
        (Pe, "Carné de extranjería 001234567", "CE:001234567"),
        (Pe, "CC 1098765432", "CC:1098765432"),
        (Py, "1.234.567", "CI:1234567"),
        (Py, "C.I. N.º 1.234.567", "CI:1234567"),
        (Py, "Cédula de Identidad 4.567.890", "CI:4567890"),
        (Py, "999160-3", "RUC:999160-3"),
        (Py, "RUC 20512333797", "RUC:20512333797"),
        (Br, "390.533.447-05", "CPF:39053344705"),
        (Br, "390.533.447/05", "CPF:39053344705"),
        (Br, "353", "CPF:00000000353"),
        (Br, "CIN 390.533.447-05", "CPF:39053344705"),
        (Br, "16.727.230/0001-97", "CNPJ:16727230000197"),
        (Br, "CNPJ 12.ABC.345/01DE-35", "CNPJ:12ABC34501DE35"),
        (Br, "RG MG-12.345.678 SSP/MG", "RG:MG12345678"),
        (Br, "RG 12.345.678-X", "RG:12345678X"),
        (Br, "CI 1234567", "CI:1234567"),
    ] {
        let read = Document::parse(country, written).map(|document| document.to_string());
        assert_eq!(read.as_deref(), Ok(canonical), "{country} {written:?}");
    }
}

#[test]
fn a_document_that_cannot_be_read_says_why() {
    let length = |min, max, found| DocumentFault::Length { min, max, found };
    let unknown = |word: &str| DocumentFault::UnknownType { word: word.into() };
    let expected = |digit: &str| DocumentFault::CheckDigit { expected: digit.into() };
    for (country, written, fault) in [
        (Co, "", DocumentFault::Missing),
        (Co, "SD", DocumentFault::Missing),
        (Co, "no tiene", DocumentFault::Missing),
        (Co, "en trámite", DocumentFault::NoDigits),
        (Co, "1,09877E+09", DocumentFault::DigitsLost),
        (Co, "CC 1.09877E+09", DocumentFault::DigitsLost),
        (Co, "1.1E99999999999999999999", DocumentFault::DigitsLost),
        (Co, "1098765432.5", DocumentFault::Malformed),
        (Co, "10987654321", length(3, 10, 11)),
        (Co, "12", length(3, 10, 2)),
        (Co, "0000000", DocumentFault::Repeated),
        (Co, "1098765432 / 52000303", DocumentFault::Malformed),
        (Co, "1098765432 52000303", DocumentFault::Malformed),
        (Co, "1098765432 Aurelia Ficticia", DocumentFault::Malformed),
        (Co, "1098765\u{0}432", DocumentFault::Malformed),
        (Co, "CC 10987A5432", DocumentFault::Letters),
        (Co, "G1234567", DocumentFault::Letters),
        (Co, "52000303-4", DocumentFault::StrayCheckDigit),
        (Co, "NIT 890102006-2", expected("1")),
        (Co, "AB123456", unknown("ab")),
        (Co, "XX: 123456", unknown("xx")),
        (Co, "X: 123456", unknown("x")),
        (Pe, "12", length(8, 8, 2)),
        (Pe, "RUC 20512333798", expected("7")),
        (Pe, "RUC 80028061-1", length(11, 11, 9)),
        (Pe, "CE 123456", length(9, 12, 6)),
        // Both end in what would be the check digit of a tax number.
        (Py, "123456789", length(4, 8, 9)),
        (Co, "10987654329", length(3, 10, 11)),
        (Br, "111.111.111-11", DocumentFault::Repeated),
        (Br, "390.533.447-06", expected("05")),
    ] {
        let read = Document::parse(country, written);
        let error = read.expect_err(written);
        assert_eq!(error.fault, fault, "{country} {written:?}");
        assert_eq!(error.value, written);
    }
}

#[test]
fn a_column_for_the_type_goes_before_the_default() {
    for (country, kind, number, canonical) in [
        (Co, "CC", "1.000.111.202", "CC:1000111202"),
        (Co, "cc", "C.C. 1.000.111.202", "CC:1000111202"),
        (Co, "CC - Cédula de ciudadanía", "52000303", "CC:52000303"),
        (Co, "Cédula de extranjería (CE)", "52000303", "CE:52000303"),
        (Co, "PPT", "0000404", "PPT:0000404"),
        (Co, "Pasaporte", "AB 123456", "PA:AB123456"),
        (Co, "PA", "CX123456", "PA:CX123456"),
        (Co, "PA", "PE123456", "PA:PE123456"),
        (Co, "", "1000111201", "CC:1000111201"),
        (Co, "n/a", "TI 1000111201", "TI:1000111201"),
        (Pe, "D.N.I.", "234567", "DNI:00234567"),
        (Br, "CPF", "353", "CPF:00000000353"),
    ] {
        let read = Document::parse_as(country, kind, number).map(|document| document.to_string());
        assert_eq!(read.as_deref(), Ok(canonical), "{kind:?} {number:?}");
    }
    let fault = |kind, number| Document::parse_as(Co, kind, number).expect_err("a fault").fault;
    assert_eq!(fault("TI", "CC 1000111201"), DocumentFault::TypeConflict { written: "CC" });
    assert_eq!(fault("TI", ""), DocumentFault::Missing);
    assert_eq!(fault("Cédula venezolana", "12000321"), DocumentFault::UnknownType { word: "Cédula venezolana".into() });
}

#[test]
fn a_tax_number_holds_the_document_of_a_person() {
    for (country, tax, person) in [
        (Pe, "RUC 10101174102", Some("DNI:10117410")),
        (Pe, "RUC 20512333797", None),
        (Py, "RUC 999160-3", Some("CI:999160")),
        (Py, "RUC 80028061-0", None),
        (Co, "NIT 1098765432-9", Some("CC:1098765432")),
        (Co, "NIT 890102006-1", None),
        (Co, "CC 1098765432", None),
    ] {
        let document = Document::parse(country, tax).expect(tax);
        let found = document.of_person().map(|person| person.to_string());
        assert_eq!(found.as_deref(), person, "{tax}");
    }
}

proptest! {
    #[test]
    fn reading_what_was_shown_gives_the_same_document(
        at in 0usize..4,
        word in "(CC |TI:|CE |PA |DE |PPT |NIT |RUC |DNI |CI |CPF |RG |CNPJ |RC |)",
        number in "[A-Z]{0,2}[0-9.]{3,14}(-[0-9])?",
    ) {
        let country = Country::ALL[at];
        if let Ok(document) = Document::parse(country, &format!("{word}{number}")) {
            prop_assert_eq!(Document::parse(country, &document.to_string()), Ok(document.clone()));
            // In a list, a code before the number is the type said twice, whichever of its codes it is.
            let written = Written::read(&document.number);
            let said = written.ok().and_then(|written| Some(longest(country, &written.words)?.0.code));
            if said != Some(document.kind.as_str()) {
                prop_assert_eq!(Document::parse_as(country, &document.kind, &document.number), Ok(document));
            }
        }
    }

    #[test]
    fn a_cedula_survives_dots_blanks_and_floats(number in 1_000u64..10_000_000_000) {
        let canonical = format!("CC:{number}");
        let digits = number.to_string();
        let dotted = digits
            .as_bytes()
            .rchunks(3)
            .rev()
            .map(|group| std::str::from_utf8(group).unwrap_or_default())
            .collect::<Vec<_>>()
            .join(".");
        let java = format!("{}.{}E{}", &digits[..1], &digits[1..], digits.len() - 1);
        for written in [dotted.replace('.', " "), dotted, java, format!("{digits}.0")] {
            let read = Document::parse(Co, &written).map(|document| document.to_string());
            prop_assert_eq!(read, Ok(canonical.clone()), "{}", written);
        }
    }

    #[test]
    fn no_text_breaks_the_reading(text in "\\PC{0,30}|.{0,30}|[A-Za-z0-9 .,:/-]{0,20}", kind in ".{0,10}") {
        for country in Country::ALL {
            for document in [Document::parse(country, &text), Document::parse_as(country, &kind, &text)]
                .into_iter()
                .flatten()
            {
                prop_assert!(document.number.bytes().all(|b| b.is_ascii_alphanumeric() || b == b'-'));
            }
        }
    }
}
