//! Dates as people write them.

use ata::mail::language::{Language, date_long, weekday_date_long};
use chrono::NaiveDate;

#[test]
fn a_date_in_full_has_no_leading_zero_and_a_plain_year() {
    let cases = [
        (Language::Es, (2026, 3, 5), "5 de marzo de 2026", "jueves 5 de marzo de 2026"),
        (Language::Es, (2026, 1, 1), "1 de enero de 2026", "jueves 1 de enero de 2026"),
        (Language::Es, (2026, 9, 9), "9 de septiembre de 2026", "miércoles 9 de septiembre de 2026"),
        (Language::Pt, (2026, 3, 5), "5 de março de 2026", "quinta-feira, 5 de março de 2026"),
        (Language::Pt, (2026, 8, 1), "1º de agosto de 2026", "sábado, 1º de agosto de 2026"),
        (Language::En, (2026, 12, 31), "31 December 2026", "Thursday, 31 December 2026"),
    ];
    for (language, (year, month, day), long, with_day) in cases {
        let date = NaiveDate::from_ymd_opt(year, month, day).expect("a date");
        assert_eq!(date_long(language, date), long);
        assert_eq!(weekday_date_long(language, date), with_day);
    }
}

#[test]
fn a_language_is_read_with_or_without_its_region() {
    for tag in ["es", "ES", "es-CO", "es_PE.UTF-8"] {
        assert_eq!(Language::parse(tag), Some(Language::Es), "{tag}");
    }
    assert_eq!(Language::parse("pt-BR"), Some(Language::Pt));
    for tag in ["", "qu", "español", "e"] {
        assert_eq!(Language::parse(tag), None, "{tag}");
    }
}
