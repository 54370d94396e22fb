//! Paraguay: cédula de identidad, RUC, INE territory codes and the holidays by law.

use super::calendar::{HolidayRule, On};
use super::document::{
    DocumentFault, DocumentType, NumberRule, PASSPORT, all_digits, digit_char, length, split_checked,
};
use super::territory::Scheme;

pub(super) const DOCUMENTS: &[DocumentType] = &[
    DocumentType {
        code: "CI",
        spellings: &[
            "ci",
            "cic",
            "cin",
            "cedula",
            "ceduladeidentidad",
            "ceduladeidentidadcivil",
            "ceduladeidentidadpoliciaca",
        ],
        rule: NumberRule::Digits { min: 4, max: 8 },
    },
    DocumentType { code: "RUC", spellings: &["ruc", "registrounicodelcontribuyente"], rule: NumberRule::Checked(ruc) },
    PASSPORT,
];

/// RUC with its check digit set off, `80028061-0`: the cédula of a person, or from 80000000 on a body.
fn ruc(number: &str) -> Result<String, DocumentFault> {
    let plain = all_digits(number)?;
    length(&plain, 5, 9)?;
    if plain.starts_with("00000") {
        return Err(DocumentFault::Repeated);
    }
    let (base, check) = split_checked(&plain, |base| {
        let sum: u32 = base.bytes().rev().zip(2u32..).map(|(digit, weight)| u32::from(digit - b'0') * weight).sum();
        digit_char((11 - sum % 11) % 11)
    })?;
    Ok(format!("{base}-{check}"))
}

/// INE (formerly DGEEC): department (00 is Asunción), district; the eight digits add the area
/// (1 urban, 6 rural) and the neighbourhood or locality.
pub(super) const TERRITORY: Scheme = Scheme {
    lengths: &[2, 4, 8],
    departments: &[
        "00", "01", "02", "03", "04", "05", "06", "07", "08", "09", "10", "11", "12", "13", "14", "15", "16", "17",
    ],
};

/// The dates the laws name (Ley 8/1990, 715/1995, 1601/2000, 4531/2011, 7544/2025). Each year the executive
/// may move some of them to a Monday and grant further days by decree: those are overrides.
pub(super) const HOLIDAYS: &[HolidayRule] = &[
    HolidayRule::always("new_year", On::Date(1, 1)),
    HolidayRule::always("heroes", On::Date(3, 1)),
    HolidayRule::always("holy_thursday", On::Easter(-3)),
    HolidayRule::always("good_friday", On::Easter(-2)),
    HolidayRule::always("labour_day", On::Date(5, 1)),
    HolidayRule::since(2012, "independence_eve", On::Date(5, 14)),
    HolidayRule::always("independence", On::Date(5, 15)),
    HolidayRule::always("chaco_peace", On::Date(6, 12)),
    HolidayRule::since(2026, "constitution", On::Date(6, 20)),
    HolidayRule::always("asuncion", On::Date(8, 15)),
    HolidayRule::always("boqueron", On::Date(9, 29)),
    HolidayRule::always("caacupe", On::Date(12, 8)),
    HolidayRule::always("christmas", On::Date(12, 25)),
];

#[cfg(test)]
mod tests {
    use super::*;

    // Compared with python-stdnum 2.2 (stdnum.py.ruc).
    #[test]
    fn a_ruc_has_its_check_digit_set_off() {
        for (written, canonical) in [
            ("80028061-0", "80028061-0"),
            ("800280610", "80028061-0"),
            ("999160-3", "999160-3"),
            ("9991603", "999160-3"),
            ("2660-3", "2660-3"),
        ] {
            assert_eq!(ruc(written).as_deref(), Ok(canonical), "{written}");
        }
        assert_eq!(ruc("80053249-2"), Err(DocumentFault::CheckDigit { expected: "0".into() }));
        assert!(matches!(ruc("80123456789"), Err(DocumentFault::Length { .. })));
        assert_eq!(ruc("00000-0"), Err(DocumentFault::Repeated));
    }
}
