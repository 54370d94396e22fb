//! The three languages people write in, and how each writes a date in full.

use chrono::{Datelike, NaiveDate};

/// A language of texts; says nothing about the country.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Language {
    Es,
    Pt,
    En,
}

impl Language {
    pub const ALL: [Language; 3] = [Language::Es, Language::Pt, Language::En];

    /// The two letters of ISO 639-1.
    pub fn code(self) -> &'static str {
        match self {
            Language::Es => "es",
            Language::Pt => "pt",
            Language::En => "en",
        }
    }

    /// Reads `es`, `pt`, `en`, also with a region behind it (`pt-BR`, `es_CO.UTF-8`).
    pub fn parse(tag: &str) -> Option<Language> {
        let primary = tag.split(['-', '_', '.']).next().unwrap_or_default();
        Language::ALL.into_iter().find(|language| language.code().eq_ignore_ascii_case(primary))
    }
}

const MONTHS_ES: [&str; 12] = [
    "enero",
    "febrero",
    "marzo",
    "abril",
    "mayo",
    "junio",
    "julio",
    "agosto",
    "septiembre",
    "octubre",
    "noviembre",
    "diciembre",
];
const MONTHS_PT: [&str; 12] = [
    "janeiro",
    "fevereiro",
    "março",
    "abril",
    "maio",
    "junho",
    "julho",
    "agosto",
    "setembro",
    "outubro",
    "novembro",
    "dezembro",
];
const MONTHS_EN: [&str; 12] = [
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
];
const DAYS_ES: [&str; 7] = ["lunes", "martes", "miércoles", "jueves", "viernes", "sábado", "domingo"];
const DAYS_PT: [&str; 7] =
    ["segunda-feira", "terça-feira", "quarta-feira", "quinta-feira", "sexta-feira", "sábado", "domingo"];
const DAYS_EN: [&str; 7] = ["Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"];

/// The name of a date's month.
pub fn month_name(language: Language, date: NaiveDate) -> &'static str {
    let names = match language {
        Language::Es => &MONTHS_ES,
        Language::Pt => &MONTHS_PT,
        Language::En => &MONTHS_EN,
    };
    names[date.month0() as usize]
}

/// The date of a letter: no leading zero, year without separator (GTC 185). Portuguese writes the
/// first of a month as an ordinal (Manual de Redação da Presidência da República).
pub fn date_long(language: Language, date: NaiveDate) -> String {
    let (day, year, month) = (date.day(), date.year(), date.month0() as usize);
    match language {
        Language::Es => format!("{day} de {} de {year}", MONTHS_ES[month]),
        Language::Pt if day == 1 => format!("1º de {} de {year}", MONTHS_PT[month]),
        Language::Pt => format!("{day} de {} de {year}", MONTHS_PT[month]),
        Language::En => format!("{day} {} {year}", MONTHS_EN[month]),
    }
}

/// Several days as one stay: `del 20 al 22 de marzo de 2026`, with what both have in common said once. `weekdays`: with the days of the
/// week, as a convocation says it.
pub fn stay_long(language: Language, from: NaiveDate, to: NaiveDate, weekdays: bool) -> String {
    let whole = |date| if weekdays { weekday_date_long(language, date) } else { date_long(language, date) };
    let (begin, end) = (whole(from), whole(to));
    // Day, month and year: what is said of the last day is not said of the first.
    let common = match (from.year() == to.year(), from.month() == to.month(), language) {
        (false, ..) => 0,
        (true, true, Language::En) => 2,
        (true, true, _) => 4,
        (true, false, Language::En) => 1,
        (true, false, _) => 2,
    };
    let words: Vec<&str> = begin.split(' ').collect();
    let begin = words[..words.len().saturating_sub(common)].join(" ");
    match language {
        Language::Es => format!("del {begin} al {end}"),
        Language::Pt if weekdays => format!("de {begin}, a {end}"),
        Language::Pt => format!("de {begin} a {end}"),
        Language::En => format!("from {begin} to {end}"),
    }
}

/// The same with the day of the week before it, as a convocation says it.
pub fn weekday_date_long(language: Language, date: NaiveDate) -> String {
    let day = date.weekday().num_days_from_monday() as usize;
    let date = date_long(language, date);
    match language {
        Language::Es => format!("{} {date}", DAYS_ES[day]),
        Language::Pt => format!("{}, {date}", DAYS_PT[day]),
        Language::En => format!("{}, {date}", DAYS_EN[day]),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_stay_says_once_what_its_days_have_in_common() {
        let day = |text: &str| text.parse::<NaiveDate>().expect("a day");
        let (first, last) = (day("2026-03-20"), day("2026-03-22"));
        for (language, from, to, weekdays, expected) in [
            (Language::Es, first, last, false, "del 20 al 22 de marzo de 2026"),
            (Language::Es, first, last, true, "del viernes 20 al domingo 22 de marzo de 2026"),
            (Language::Es, day("2026-03-30"), day("2026-04-02"), false, "del 30 de marzo al 2 de abril de 2026"),
            (
                Language::Es,
                day("2026-12-30"),
                day("2027-01-02"),
                false,
                "del 30 de diciembre de 2026 al 2 de enero de 2027",
            ),
            (Language::Pt, day("2026-03-01"), day("2026-03-03"), false, "de 1º a 3 de março de 2026"),
            (Language::Pt, first, last, true, "de sexta-feira, 20, a domingo, 22 de março de 2026"),
            (Language::En, first, last, false, "from 20 to 22 March 2026"),
            (
                Language::En,
                day("2026-03-30"),
                day("2026-04-02"),
                true,
                "from Monday, 30 March to Thursday, 2 April 2026",
            ),
        ] {
            assert_eq!(stay_long(language, from, to, weekdays), expected);
        }
    }
}
