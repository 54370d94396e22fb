//! Peru: DNI, RUC, UBIGEO and the holidays.

use super::calendar::{HolidayRule, On};
use super::document::{
    DocumentFault, DocumentType, NumberRule, PASSPORT, all_digits, digit_char, digits, length, split_checked, weighted,
};
use super::territory::Scheme;

pub(super) const DOCUMENTS: &[DocumentType] = &[
    DocumentType {
        code: "DNI",
        spellings: &["dni", "dnie", "documentonacionaldeidentidad", "documentonacionaldeidentidadelectronico"],
        rule: NumberRule::Checked(dni),
    },
    DocumentType {
        code: "CE",
        spellings: &["ce", "carnedeextranjeria", "carnetdeextranjeria"],
        rule: NumberRule::Alphanumeric { min: 9, max: 12 },
    },
    PASSPORT,
    DocumentType {
        code: "PTP",
        spellings: &["ptp", "permisotemporaldepermanencia"],
        rule: NumberRule::Alphanumeric { min: 6, max: 15 },
    },
    DocumentType {
        code: "CPP",
        spellings: &["cpp", "carnedepermisotemporaldepermanencia", "carnetdepermisotemporaldepermanencia"],
        rule: NumberRule::Alphanumeric { min: 6, max: 15 },
    },
    DocumentType { code: "RUC", spellings: &["ruc", "registrounicodecontribuyentes"], rule: NumberRule::Checked(ruc) },
];

/// Shortest DNI whose leading zeros are put back: below it a row number is likelier than a document.
const DNI_SHORTEST: usize = 5;

/// Eight digits; leading zeros lost in a spreadsheet come back, since the length is fixed. The check
/// character printed on the card (`10117410-2` or `-K`) is compared and left out.
fn dni(number: &str) -> Result<String, DocumentFault> {
    let set_off = number.rsplit_once('-').filter(|(_, last)| last.len() == 1);
    let (number, check) = match set_off {
        Some((number, check)) => (number, Some(check)),
        None => (number, None),
    };
    let plain = digits(number)?;
    if plain.len() < DNI_SHORTEST || plain.len() > 8 {
        length(&plain, 8, 8)?;
    }
    let plain = format!("{plain:0>8}");
    if plain == "00000000" {
        return Err(DocumentFault::Repeated);
    }
    if let Some(check) = check {
        let (digit, letter) = dni_checks(&plain);
        if !check.starts_with([digit, letter]) {
            return Err(DocumentFault::CheckDigit { expected: format!("{digit}|{letter}") });
        }
    }
    Ok(plain)
}

/// The check character of a DNI, as the digit and as the letter that stand on its card.
fn dni_checks(plain: &str) -> (char, char) {
    const WEIGHTS: [u32; 8] = [3, 2, 7, 6, 5, 4, 3, 2];
    let at = (weighted(plain.bytes(), &WEIGHTS) % 11) as usize;
    let of = |series: &[u8; 11]| char::from(series[at]);
    (of(b"65432110987"), of(b"KJIHGFEDCBA"))
}

/// Eleven digits: 10, 15 or 17 for persons, 20 for bodies, and a check digit (SUNAT).
fn ruc(number: &str) -> Result<String, DocumentFault> {
    let plain = all_digits(number)?;
    length(&plain, 11, 11)?;
    let prefix = &plain[..2];
    if !["10", "15", "17", "20"].contains(&prefix) {
        return Err(DocumentFault::Prefix { found: prefix.to_owned() });
    }
    split_checked(&plain, |base| {
        let rest = weighted(base.bytes(), &[5, 4, 3, 2, 7, 6, 5, 4, 3, 2]) % 11;
        digit_char((11 - rest) % 10)
    })?;
    Ok(plain)
}

/// UBIGEO: department, province, district. INEI and RENIEC give different codes: the list says which.
pub(super) const TERRITORY: Scheme = Scheme {
    lengths: &[2, 4, 6],
    departments: &[
        "01", "02", "03", "04", "05", "06", "07", "08", "09", "10", "11", "12", "13", "14", "15", "16", "17", "18",
        "19", "20", "21", "22", "23", "24", "25",
    ],
};

/// Decreto Legislativo 713 and the laws that added to it; nothing moves. Easter Sunday is left out, being
/// a Sunday; the compensable days that a decree grants the public sector each year are overrides.
pub(super) const HOLIDAYS: &[HolidayRule] = &[
    HolidayRule::always("new_year", On::Date(1, 1)),
    HolidayRule::always("holy_thursday", On::Easter(-3)),
    HolidayRule::always("good_friday", On::Easter(-2)),
    HolidayRule::always("labour_day", On::Date(5, 1)),
    // Ley 31788.
    HolidayRule::since(2024, "arica", On::Date(6, 7)),
    HolidayRule::always("saints_peter_and_paul", On::Date(6, 29)),
    // Ley 31822.
    HolidayRule::since(2023, "air_force", On::Date(7, 23)),
    HolidayRule::always("independence", On::Date(7, 28)),
    HolidayRule::always("independence_parade", On::Date(7, 29)),
    HolidayRule::since(2022, "junin", On::Date(8, 6)),
    HolidayRule::always("saint_rose", On::Date(8, 30)),
    HolidayRule::always("angamos", On::Date(10, 8)),
    HolidayRule::always("all_saints", On::Date(11, 1)),
    HolidayRule::always("immaculate_conception", On::Date(12, 8)),
    HolidayRule::since(2022, "ayacucho", On::Date(12, 9)),
    HolidayRule::always("christmas", On::Date(12, 25)),
];

#[cfg(test)]
mod tests {
    use super::*;

    // Compared with python-stdnum 2.2 (stdnum.pe.cui).
    #[test]
    fn a_dni_has_eight_digits_and_an_optional_check_character() {
        for (written, canonical) in [
            ("10117410", "10117410"),
            ("10117410-2", "10117410"),
            ("10117410-G", "10117410"),
            ("234567", "00234567"),
            ("00234567", "00234567"),
        ] {
            assert_eq!(dni(written).as_deref(), Ok(canonical), "{written}");
        }
        let length = |found| DocumentFault::Length { min: 8, max: 8, found };
        for (written, fault) in [
            ("12", length(2)),
            ("123456789", length(9)),
            ("000000", DocumentFault::Repeated),
            ("1011741A", DocumentFault::Letters),
        ] {
            assert_eq!(dni(written), Err(fault), "{written}");
        }
        assert_eq!(dni("10117410-3"), Err(DocumentFault::CheckDigit { expected: "2|G".into() }));
    }

    // Compared with python-stdnum 2.2 (stdnum.pe.ruc).
    #[test]
    fn a_ruc_has_a_known_prefix_and_a_check_digit() {
        assert_eq!(ruc("20512333797").as_deref(), Ok("20512333797"));
        assert_eq!(ruc("20-51233379-7").as_deref(), Ok("20512333797"));
        assert_eq!(ruc("20512333798"), Err(DocumentFault::CheckDigit { expected: "7".into() }));
        assert_eq!(ruc("30512333797"), Err(DocumentFault::Prefix { found: "30".into() }));
        assert!(matches!(ruc("2051233379"), Err(DocumentFault::Length { .. })));
    }
}
