//! Brazil: CPF, CNPJ, IBGE codes and the national holidays.

use super::calendar::{HolidayRule, On};
use super::document::{DocumentFault, DocumentType, NumberRule, PASSPORT, all_digits, digit_char, length, weighted};
use super::territory::{Scheme, TerritoryFault};

pub(super) const DOCUMENTS: &[DocumentType] = &[
    // The national identity card (CIN) bears the CPF as its only number.
    DocumentType {
        code: "CPF",
        spellings: &[
            "cpf",
            "cadastrodepessoasfisicas",
            "cadastrodepessoafisica",
            "cin",
            "carteiradeidentidadenacional",
        ],
        rule: NumberRule::Checked(cpf),
    },
    DocumentType {
        code: "RG",
        spellings: &["rg", "registrogeral", "identidade", "carteiradeidentidade", "ceduladeidentidade"],
        rule: NumberRule::Alphanumeric { min: 4, max: 14 },
    },
    DocumentType {
        code: "CRNM",
        spellings: &["crnm", "rnm", "rne", "carteiraderegistronacionalmigratorio", "registronacionalmigratorio"],
        rule: NumberRule::Alphanumeric { min: 6, max: 12 },
    },
    PASSPORT,
    DocumentType {
        code: "CNPJ",
        spellings: &["cnpj", "cadastronacionaldapessoajuridica"],
        rule: NumberRule::Checked(cnpj),
    },
];

/// Eleven digits with two check digits; zeros lost in a spreadsheet come back, since the length is fixed.
/// Eleven equal digits pass the sum and are refused all the same.
fn cpf(number: &str) -> Result<String, DocumentFault> {
    let plain = all_digits(number)?;
    length(&plain, 3, 11)?;
    let plain = format!("{plain:0>11}");
    if plain.bytes().all(|b| plain.starts_with(char::from(b))) {
        return Err(DocumentFault::Repeated);
    }
    let first = rest_of_eleven(weighted(plain.bytes(), &[10, 9, 8, 7, 6, 5, 4, 3, 2]));
    let given = format!("{}{first}", &plain[..9]);
    let second = rest_of_eleven(weighted(given.bytes(), &[11, 10, 9, 8, 7, 6, 5, 4, 3, 2]));
    compare(plain, first, second)
}

/// Fourteen characters, the last two check digits. From July 2026 the first twelve may be letters too, each
/// worth its distance from `0` (Receita Federal, IN RFB 2229/2024).
fn cnpj(number: &str) -> Result<String, DocumentFault> {
    const WEIGHTS: [u32; 13] = [6, 5, 4, 3, 2, 9, 8, 7, 6, 5, 4, 3, 2];
    let plain: String = number.chars().filter(|c| !"-/".contains(*c)).collect();
    length(&plain, 14, 14)?;
    if !plain.bytes().all(|b| b.is_ascii_alphanumeric()) {
        return Err(DocumentFault::Malformed);
    }
    if !plain.bytes().skip(12).all(|b| b.is_ascii_digit()) {
        return Err(DocumentFault::Letters);
    }
    if plain.starts_with("000000000000") {
        return Err(DocumentFault::Repeated);
    }
    let first = rest_of_eleven(weighted(plain.bytes(), &WEIGHTS[1..]));
    let given = format!("{}{first}", &plain[..12]);
    let second = rest_of_eleven(weighted(given.bytes(), &WEIGHTS));
    compare(plain, first, second)
}

fn rest_of_eleven(sum: u32) -> char {
    match sum % 11 {
        0 | 1 => '0',
        rest => digit_char(11 - rest),
    }
}

fn compare(plain: String, first: char, second: char) -> Result<String, DocumentFault> {
    let expected = format!("{first}{second}");
    match plain.ends_with(&expected) {
        true => Ok(plain),
        false => Err(DocumentFault::CheckDigit { expected }),
    }
}

/// IBGE: state, municipality with its check digit; the social-assistance tables use six digits without it.
pub(super) const TERRITORY: Scheme = Scheme {
    lengths: &[2, 6, 7],
    departments: &[
        "11", "12", "13", "14", "15", "16", "17", "21", "22", "23", "24", "25", "26", "27", "28", "29", "31", "32",
        "33", "35", "41", "42", "43", "50", "51", "52", "53",
    ],
};

/// The check digit of a municipality. Nine official codes do not follow the rule.
pub(super) fn territory_check(code: &str) -> Result<(), TerritoryFault> {
    const EXCEPTIONS: [&str; 9] =
        ["2201919", "2201988", "2202251", "2611533", "3117836", "3152131", "4305871", "5203939", "5203962"];
    if code.len() != 7 || EXCEPTIONS.contains(&code) {
        return Ok(());
    }
    let sum: u32 = code
        .bytes()
        .take(6)
        .zip([1u32, 2].into_iter().cycle())
        .map(|(digit, weight)| u32::from(digit - b'0') * weight)
        .map(|product| product / 10 + product % 10)
        .sum();
    let expected = digit_char((10 - sum % 10) % 10);
    match code.ends_with(expected) {
        true => Ok(()),
        false => Err(TerritoryFault::CheckDigit { expected }),
    }
}

/// Lei 662/1949, 6.802/1980, 9.093/1995, 14.759/2023. State and municipal days are overrides.
pub(super) const HOLIDAYS: &[HolidayRule] = &[
    HolidayRule::always("new_year", On::Date(1, 1)),
    HolidayRule::always("good_friday", On::Easter(-2)),
    HolidayRule::always("tiradentes", On::Date(4, 21)),
    HolidayRule::always("labour_day", On::Date(5, 1)),
    HolidayRule::always("independence", On::Date(9, 7)),
    HolidayRule::since(1980, "aparecida", On::Date(10, 12)),
    HolidayRule::always("all_souls", On::Date(11, 2)),
    HolidayRule::always("republic", On::Date(11, 15)),
    HolidayRule::since(2024, "black_awareness", On::Date(11, 20)),
    HolidayRule::always("christmas", On::Date(12, 25)),
];

/// Days on which each body decides whether it opens (ponto facultativo).
pub(super) const OPTIONAL: &[HolidayRule] = &[
    HolidayRule::always("carnival_monday", On::Easter(-48)),
    HolidayRule::always("carnival_tuesday", On::Easter(-47)),
    HolidayRule::always("ash_wednesday", On::Easter(-46)),
    HolidayRule::always("corpus_christi", On::Easter(60)),
    HolidayRule::always("public_servant", On::Date(10, 28)),
    HolidayRule::always("christmas_eve", On::Date(12, 24)),
    HolidayRule::always("new_year_eve", On::Date(12, 31)),
];

#[cfg(test)]
mod tests {
    use super::*;

    // Compared with python-stdnum 2.2 (stdnum.br.cpf, stdnum.br.cnpj).
    #[test]
    fn a_cpf_has_two_check_digits_and_gets_its_zeros_back() {
        for (written, canonical) in
            [("390533447-05", "39053344705"), ("39053344705", "39053344705"), ("353", "00000000353")]
        {
            assert_eq!(cpf(written).as_deref(), Ok(canonical), "{written}");
        }
        let expected = |digits: &str| DocumentFault::CheckDigit { expected: digits.into() };
        for (written, fault) in [
            ("390533447-06", expected("05")),
            ("11111111111", DocumentFault::Repeated),
            ("000", DocumentFault::Repeated),
            ("3905334470A", DocumentFault::Letters),
        ] {
            assert_eq!(cpf(written), Err(fault), "{written}");
        }
        assert!(matches!(cpf("390533447051"), Err(DocumentFault::Length { .. })));
    }

    #[test]
    fn a_cnpj_may_hold_letters() {
        for (written, canonical) in [("16727230/0001-97", "16727230000197"), ("12ABC345/01DE-35", "12ABC34501DE35")] {
            assert_eq!(cnpj(written).as_deref(), Ok(canonical), "{written}");
        }
        assert_eq!(cnpj("16727230/0001-98"), Err(DocumentFault::CheckDigit { expected: "97".into() }));
        assert_eq!(cnpj("00000000000000"), Err(DocumentFault::Repeated));
    }
}
