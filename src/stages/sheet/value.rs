//! What cells say: days, words of closed lists in three languages, grades, yes or no. The error is the reason the row is refused.

use crate::locale::Words;
use crate::mail::language::Language;
use crate::typed;
use ata_model::evaluation::yes_or_no;
use ata_model::name::fold;
use chrono::NaiveDate;
use std::collections::HashMap;

/// A day as options take it, or as the region writes it: `4/3/2026` is 4 March.
///
/// # Errors
/// `invalid_date`.
pub fn day(text: &str, today: NaiveDate) -> Result<NaiveDate, &'static str> {
    let local = || {
        let plain = text.trim().replace(['.', '-'], "/");
        let day = NaiveDate::parse_from_str(&plain, "%d/%m/%Y").ok()?;
        (1900..=2200).contains(&chrono::Datelike::year(&day)).then_some(day)
    };
    // A sheet writes a day with an hour that says nothing.
    let plain = text.trim().strip_suffix(" 00:00:00").or_else(|| text.trim().strip_suffix("T00:00:00"));
    typed::day(plain.unwrap_or(text), "", today).ok().or_else(local).ok_or("invalid_date")
}

/// The words of a closed list: its codes, and what people call them in the three languages.
pub struct Choices {
    by_word: HashMap<String, &'static str>,
}

impl Choices {
    /// `list` is its name in the locale: `term-<list>-<code>`.
    pub fn new(list: &str, codes: &[&'static str]) -> Choices {
        let mut by_word = HashMap::new();
        let languages = [Language::En, Language::Pt, Language::Es].map(Words::new);
        // What people shorten: «correo» for «correo electrónico».
        for (words, code) in languages.iter().flat_map(|words| codes.iter().map(move |code| (words, *code))) {
            let first = fold(&words.term(list, code)).split(' ').next().map(str::to_owned);
            by_word.extend(first.map(|first| (first, code)));
        }
        for words in &languages {
            by_word.extend(codes.iter().map(|code| (fold(&words.term(list, code)), *code)));
        }
        by_word.extend(codes.iter().map(|code| (fold(code), *code)));
        Choices { by_word }
    }

    /// Other words for one of the codes.
    pub fn also(mut self, code: &'static str, others: &[&str]) -> Choices {
        self.by_word.extend(others.iter().map(|word| (fold(word), code)));
        self
    }

    /// The code that a word stands for.
    ///
    /// # Errors
    /// `unknown_word`.
    pub fn read(&self, text: &str) -> Result<&'static str, &'static str> {
        self.by_word.get(&fold(text)).copied().ok_or("unknown_word")
    }
}

/// 1 to 5.
///
/// # Errors
/// `not_1_to_5`.
pub fn grade(text: &str) -> Result<i64, &'static str> {
    let plain = text.trim();
    let plain = plain.strip_suffix(".0").unwrap_or(plain);
    plain.parse().ok().filter(|grade| (1..=5).contains(grade)).ok_or("not_1_to_5")
}

/// Yes or no.
///
/// # Errors
/// `not_yes_or_no`.
pub fn flag(text: &str) -> Result<bool, &'static str> {
    match fold(text).as_str() {
        "1" | "x" => Ok(true),
        "0" | "" => Ok(false),
        word => yes_or_no(word).ok_or("not_yes_or_no"),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_cell_is_read_as_people_of_the_region_write_it() {
        let today = NaiveDate::from_ymd_opt(2026, 3, 4).expect("a day");
        for (text, expected) in [
            ("2026-03-04", Ok("2026-03-04")),
            ("4/3/2026", Ok("2026-03-04")),
            ("04-03-2026", Ok("2026-03-04")),
            ("2026-03-04 00:00:00", Ok("2026-03-04")),
            ("31/02/2026", Err("invalid_date")),
            ("3/14/2026", Err("invalid_date")),
            ("4/3/26", Err("invalid_date")),
            ("pronto", Err("invalid_date")),
        ] {
            assert_eq!(day(text, today).map(|day| day.to_string()), expected.map(str::to_owned), "{text:?}");
        }
        for (text, expected) in [("3", Ok(3)), (" 5.0", Ok(5)), ("0", Err(())), ("6", Err(())), ("2.5", Err(()))] {
            assert_eq!(grade(text).map_err(|_| ()), expected, "{text:?}");
        }
        for (text, expected) in [("Sí", Ok(true)), ("NÃO", Ok(false)), ("x", Ok(true)), ("tal vez", Err(()))] {
            assert_eq!(flag(text).map_err(|_| ()), expected, "{text:?}");
        }
    }

    #[test]
    fn a_closed_list_is_read_by_its_code_and_in_three_languages() {
        let origins = Choices::new("origin", ata_model::case::ORIGINS);
        for (text, expected) in [
            ("self-assessment", Ok("self-assessment")),
            ("Self_Assessment", Ok("self-assessment")),
            ("Autoevaluación", Ok("self-assessment")),
            ("SOLICITUD", Ok("request")),
            ("capricho", Err("unknown_word")),
        ] {
            assert_eq!(origins.read(text), expected, "{text:?}");
        }
    }
}
