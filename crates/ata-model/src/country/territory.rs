//! Territory codes: text of fixed lengths that begins with a known first-level code (department, state).

use super::{Country, br, co, pe, py};

/// How the codes of a country are built.
pub(super) struct Scheme {
    /// Lengths of the levels, shortest first.
    pub lengths: &'static [usize],
    /// The first-level codes.
    pub departments: &'static [&'static str],
}

/// A code that is none of the country.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("territory code {value:?} ({country}): {fault}")]
pub struct TerritoryError {
    pub country: Country,
    /// As it was given.
    pub value: String,
    pub fault: TerritoryFault,
}

#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum TerritoryFault {
    #[error("missing")]
    Missing,
    /// Something else than the digits 0 to 9.
    #[error("not only digits")]
    NotDigits,
    #[error("{found} digits, expected one of {accepted:?}")]
    Length { accepted: &'static [usize], found: usize },
    /// A spreadsheet took the leading zero; `expected` is the code with it. Not restored by itself, because a
    /// code that lost a digit elsewhere looks the same.
    #[error("leading zero lost, expected {expected}")]
    LostZero { expected: String },
    /// No department, state or region has this code.
    #[error("no first level {found}")]
    UnknownDepartment { found: String },
    /// IBGE municipality: the last digit should be `expected`.
    #[error("check digit should be {expected}")]
    CheckDigit { expected: char },
    /// INE locality: the fifth digit is 1 (urban) or 6 (rural).
    #[error("area {found}, expected 1 or 6")]
    Area { found: char },
}

impl TerritoryFault {
    /// A stable word for JSON and for looking up the sentence people read.
    pub fn code(&self) -> &'static str {
        match self {
            TerritoryFault::Missing => "missing",
            TerritoryFault::NotDigits => "not_digits",
            TerritoryFault::Length { .. } => "length",
            TerritoryFault::LostZero { .. } => "lost_zero",
            TerritoryFault::UnknownDepartment { .. } => "unknown_department",
            TerritoryFault::CheckDigit { .. } => "check_digit",
            TerritoryFault::Area { .. } => "area",
        }
    }
}

pub(super) fn check(country: Country, text: &str) -> Result<String, TerritoryError> {
    let code = text.trim();
    match fault(country, code) {
        None => Ok(code.to_owned()),
        Some(fault) => Err(TerritoryError { country, value: text.to_owned(), fault }),
    }
}

fn fault(country: Country, code: &str) -> Option<TerritoryFault> {
    let scheme = match country {
        Country::Co => co::TERRITORY,
        Country::Pe => pe::TERRITORY,
        Country::Py => py::TERRITORY,
        Country::Br => br::TERRITORY,
    };
    if code.is_empty() {
        return Some(TerritoryFault::Missing);
    }
    if !code.bytes().all(|b| b.is_ascii_digit()) {
        return Some(TerritoryFault::NotDigits);
    }
    let is_department = |code: &str| scheme.departments.contains(&&code[..2]);
    if !scheme.lengths.contains(&code.len()) {
        let expected = format!("0{code}");
        let lost = scheme.lengths.contains(&expected.len()) && is_department(&expected);
        return Some(match lost {
            true => TerritoryFault::LostZero { expected },
            false => TerritoryFault::Length { accepted: scheme.lengths, found: code.len() },
        });
    }
    if !is_department(code) {
        return Some(TerritoryFault::UnknownDepartment { found: code[..2].to_owned() });
    }
    match country {
        Country::Br => br::territory_check(code).err(),
        Country::Py => {
            code.chars().nth(4).filter(|area| !"16".contains(*area)).map(|found| TerritoryFault::Area { found })
        }
        Country::Co | Country::Pe => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use Country::{Br, Co, Pe, Py};

    #[test]
    fn codes_of_every_level_are_kept_as_text() {
        for (country, code) in [
            (Co, "68"),
            (Co, "05001"),
            (Co, "68001"),
            (Co, "05001000"),
            (Pe, "15"),
            (Pe, "0101"),
            (Pe, "150101"),
            (Py, "00"),
            (Py, "0208"),
            (Py, "02086165"),
            (Br, "31"),
            (Br, "310620"),
            (Br, "3106200"),
            (Br, "3304557"),
            (Br, "3550308"),
            (Br, "5300108"),
            (Br, "1100015"),
            // The nine that break the rule of the check digit.
            (Br, "2201919"),
            (Br, "2201988"),
            (Br, "2202251"),
            (Br, "2611533"),
            (Br, "3117836"),
            (Br, "3152131"),
            (Br, "4305871"),
            (Br, "5203939"),
            (Br, "5203962"),
        ] {
            assert_eq!(country.territory(code).as_deref(), Ok(code), "{country}");
        }
        assert_eq!(Co.territory(" 68276\t").as_deref(), Ok("68276"));
    }

    #[test]
    fn a_wrong_code_says_what_was_expected() {
        let lost = |expected: &str| TerritoryFault::LostZero { expected: expected.into() };
        let unknown = |found: &str| TerritoryFault::UnknownDepartment { found: found.into() };
        for (country, code, fault) in [
            (Co, "", TerritoryFault::Missing),
            (Co, "5001", lost("05001")),
            (Co, "5001000", lost("05001000")),
            (Co, "5", lost("05")),
            (Co, "6800", TerritoryFault::Length { accepted: &[2, 5, 8], found: 4 }),
            (Co, "01001", unknown("01")),
            (Co, "05.001", TerritoryFault::NotDigits),
            (Co, "６8001", TerritoryFault::NotDigits),
            (Pe, "10101", lost("010101")),
            (Pe, "260101", unknown("26")),
            (Py, "208", lost("0208")),
            (Py, "1801", unknown("18")),
            (Py, "02082165", TerritoryFault::Area { found: '2' }),
            (Br, "3106201", TerritoryFault::CheckDigit { expected: '0' }),
            (Br, "3606200", unknown("36")),
            (Br, "31062", TerritoryFault::Length { accepted: &[2, 6, 7], found: 5 }),
        ] {
            let error = country.territory(code).expect_err(code);
            assert_eq!((error.fault, error.value.as_str()), (fault, code));
        }
    }

    proptest::proptest! {
        #[test]
        fn any_text_is_accepted_as_it_is_or_refused(text in ".{0,10}") {
            for country in Country::ALL {
                if let Ok(code) = country.territory(&text) {
                    proptest::prop_assert_eq!(code, text.trim());
                }
            }
        }
    }
}
