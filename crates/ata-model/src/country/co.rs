//! Colombia: cédula, NIT, DIVIPOLA and the Monday holidays.

use super::calendar::{HolidayRule, On};
use super::document::{
    DocumentFault, DocumentType, NumberRule, PASSPORT, all_digits, digit_char, length, split_checked, weighted,
};
use super::territory::Scheme;

/// Identity documents as the health and social registers name them. None but the NIT has a public check digit.
pub(super) const DOCUMENTS: &[DocumentType] = &[
    DocumentType {
        code: "CC",
        spellings: &["cc", "cedula", "ceduladeciudadania", "cedulaciudadania", "cedciudadania"],
        rule: NumberRule::Digits { min: 3, max: 10 },
    },
    DocumentType {
        code: "TI",
        spellings: &["ti", "tarjetadeidentidad", "tarjetaidentidad"],
        rule: NumberRule::Digits { min: 10, max: 11 },
    },
    DocumentType {
        code: "RC",
        spellings: &["rc", "registrocivil", "registrocivildenacimiento"],
        rule: NumberRule::Alphanumeric { min: 5, max: 11 },
    },
    DocumentType {
        code: "CE",
        spellings: &["ce", "ceduladeextranjeria", "cedulaextranjeria"],
        rule: NumberRule::Alphanumeric { min: 3, max: 12 },
    },
    PASSPORT,
    DocumentType {
        code: "PPT",
        spellings: &[
            "ppt",
            "pt",
            "permisoporprotecciontemporal",
            "permisodeprotecciontemporal",
            "permisoprotecciontemporal",
        ],
        rule: NumberRule::Digits { min: 4, max: 15 },
    },
    DocumentType {
        code: "PEP",
        spellings: &["pep", "pe", "permisoespecialdepermanencia", "permisoespecial"],
        rule: NumberRule::Digits { min: 4, max: 15 },
    },
    DocumentType {
        code: "SC",
        spellings: &["sc", "salvoconducto", "salvoconductodepermanencia"],
        rule: NumberRule::Alphanumeric { min: 3, max: 20 },
    },
    DocumentType {
        code: "CD",
        spellings: &["cd", "carnediplomatico", "carnetdiplomatico"],
        rule: NumberRule::Alphanumeric { min: 3, max: 20 },
    },
    DocumentType {
        code: "CN",
        spellings: &["cn", "certificadodenacidovivo", "certificadonacidovivo"],
        rule: NumberRule::Alphanumeric { min: 5, max: 20 },
    },
    // Any document of another country, such as the Venezuelan V-12.000.321.
    DocumentType {
        code: "DE",
        spellings: &["de", "dc", "documentoextranjero"],
        rule: NumberRule::Alphanumeric { min: 3, max: 20 },
    },
    DocumentType {
        code: "AS",
        spellings: &["as", "adultosinidentificacion", "adultosinidentificar"],
        rule: NumberRule::Alphanumeric { min: 3, max: 20 },
    },
    DocumentType {
        code: "MS",
        spellings: &["ms", "menorsinidentificacion", "menorsinidentificar"],
        rule: NumberRule::Alphanumeric { min: 3, max: 20 },
    },
    // The RUT is the certificate on which the NIT stands.
    DocumentType {
        code: "NIT",
        spellings: &["nit", "rut", "numerodeidentificaciontributaria"],
        rule: NumberRule::Checked(nit),
    },
];

/// NIT with its check digit, `890102006-1`. Written without one it is completed where the length tells that
/// it is missing: bodies have nine digits from 800000000 on, persons the number of their cédula.
fn nit(number: &str) -> Result<String, DocumentFault> {
    let plain = all_digits(number)?;
    let plain = plain.trim_start_matches('0');
    let set_off = number.rsplit_once('-').is_some_and(|(_, last)| last.len() == 1);
    let body = plain.starts_with(['8', '9']);
    let (base, check) = match plain.len() {
        _ if set_off => {
            length(plain, 6, 11)?;
            split_checked(plain, nit_digit)?
        }
        11 => split_checked(plain, nit_digit)?,
        10 if body => split_checked(plain, nit_digit)?,
        9 if body => (plain, nit_digit(plain)),
        10 => (plain, nit_digit(plain)),
        5..=9 if split_checked(plain, nit_digit).is_ok() => {
            return Err(DocumentFault::AmbiguousCheckDigit);
        }
        _ => {
            length(plain, 5, 11)?;
            (plain, nit_digit(plain))
        }
    };
    Ok(format!("{base}-{check}"))
}

fn nit_digit(base: &str) -> char {
    const WEIGHTS: [u32; 15] = [3, 7, 13, 17, 19, 23, 29, 37, 41, 43, 47, 53, 59, 67, 71];
    match weighted(base.bytes().rev(), &WEIGHTS) % 11 {
        rest @ (0 | 1) => digit_char(rest),
        rest => digit_char(11 - rest),
    }
}

/// DIVIPOLA (DANE): department, municipality, populated place.
pub(super) const TERRITORY: Scheme = Scheme {
    lengths: &[2, 5, 8],
    departments: &[
        "05", "08", "11", "13", "15", "17", "18", "19", "20", "23", "25", "27", "41", "44", "47", "50", "52", "54",
        "63", "66", "68", "70", "73", "76", "81", "85", "86", "88", "91", "94", "95", "97", "99",
    ],
};

/// Ley 51 de 1983 (Emiliani): most days move to the Monday that is or follows them. Ley 2578 de 2026 adds
/// Nuestra Señora de Chiquinquirá from 2026 on; while it is contested, `Override::Without` switches it off.
pub(super) const HOLIDAYS: &[HolidayRule] = &[
    HolidayRule::always("new_year", On::Date(1, 1)),
    HolidayRule::always("epiphany", On::Monday(1, 6)),
    HolidayRule::always("saint_joseph", On::Monday(3, 19)),
    HolidayRule::always("holy_thursday", On::Easter(-3)),
    HolidayRule::always("good_friday", On::Easter(-2)),
    HolidayRule::always("labour_day", On::Date(5, 1)),
    // 39, 60 and 68 days after Easter, each moved to its Monday.
    HolidayRule::always("ascension", On::Easter(43)),
    HolidayRule::always("corpus_christi", On::Easter(64)),
    HolidayRule::always("sacred_heart", On::Easter(71)),
    HolidayRule::always("saints_peter_and_paul", On::Monday(6, 29)),
    HolidayRule::since(2026, "chiquinquira", On::Monday(7, 9)),
    HolidayRule::always("independence", On::Date(7, 20)),
    HolidayRule::always("boyaca", On::Date(8, 7)),
    HolidayRule::always("assumption", On::Monday(8, 15)),
    HolidayRule::always("race_day", On::Monday(10, 12)),
    HolidayRule::always("all_saints", On::Monday(11, 1)),
    HolidayRule::always("cartagena", On::Monday(11, 11)),
    HolidayRule::always("immaculate_conception", On::Date(12, 8)),
    HolidayRule::always("christmas", On::Date(12, 25)),
];

#[cfg(test)]
mod tests {
    use super::*;

    // Compared with python-stdnum 2.2 (stdnum.co.nit) where it takes the length.
    #[test]
    fn a_nit_keeps_or_gets_its_check_digit() {
        for (written, canonical) in [
            ("890102006-1", "890102006-1"),
            ("901870396-1", "901870396-1"),
            ("8250034364", "825003436-4"),
            ("890700906", "890700906-0"),
            ("890201235-6", "890201235-6"),
            ("899999063-3", "899999063-3"),
            ("0899999063-3", "899999063-3"),
            ("1098765432", "1098765432-9"),
        ] {
            assert_eq!(nit(written).as_deref(), Ok(canonical), "{written}");
        }
    }

    #[test]
    fn a_nit_that_cannot_be_right_says_why() {
        let expected = |digit: &str| DocumentFault::CheckDigit { expected: digit.into() };
        for (written, fault) in [
            ("890102006-2", expected("1")),
            ("8901020062", expected("1")),
            ("123", DocumentFault::Length { min: 5, max: 11, found: 3 }),
            ("89010200A-1", DocumentFault::Letters),
            ("170000011", DocumentFault::AmbiguousCheckDigit),
        ] {
            assert_eq!(nit(written), Err(fault), "{written}");
        }
    }
}
