//! How a paper speaks: its words, and dates, hours, money and figures as offices of the country write them.

use super::Kind;
use crate::locale::{Phrase, Words};
use crate::mail::language::{Language, date_long, stay_long, weekday_date_long};
use ata_model::session::days;
use chrono::{DateTime, Datelike, FixedOffset, NaiveDate};
#[cfg(feature = "pdf")]
use serde_json::Value;

/// The language of a paper and the country that reads it.
pub struct Voice {
    words: Words,
    country: String,
}

impl Voice {
    /// `country`: two letters, ISO 3166; decides how money and figures are written.
    pub fn new(language: Language, country: &str) -> Voice {
        Voice { words: Words::new(language), country: country.to_uppercase() }
    }

    pub fn language(&self) -> Language {
        self.words.language
    }

    pub fn country(&self) -> &str {
        &self.country
    }

    /// A word of the room `paper`, by its key without the room's name; the country's own where it has one
    /// (`territory-pe`).
    pub fn label(&self, key: &str) -> String {
        let own = format!("paper-{key}-{}", self.country.to_lowercase());
        self.words.maybe(&own).unwrap_or_else(|| self.words.word(&format!("paper-{key}")))
    }

    pub fn say(&self, phrase: &Phrase) -> String {
        self.words.say(phrase)
    }

    /// The word for a value of a closed list, such as `modality` `virtual`.
    pub fn term(&self, list: &str, value: &str) -> String {
        self.words.term(list, value)
    }

    /// What such a paper is called.
    pub fn title(&self, kind: Kind) -> String {
        self.label(&format!("title-{}", kind.code()))
    }

    #[cfg(feature = "pdf")]
    /// All words of the room, for templates.
    pub(super) fn dictionary(&self) -> Value {
        let words = self.words.room("paper").into_iter();
        words.map(|(key, _)| (key.clone(), Value::String(self.label(&key)))).collect()
    }

    /// `2026-03-04` as `04/03/2026`; as given when it is no day. Also takes an instant.
    pub fn day(&self, day: &str) -> String {
        let Some(date) = date(day) else { return day.to_owned() };
        let pattern = if self.language() == Language::En { "%-d %b %Y" } else { "%d/%m/%Y" };
        date.format(pattern).to_string()
    }

    /// `4 de marzo de 2026`.
    pub fn day_long(&self, day: &str) -> String {
        date(day).map_or_else(|| day.to_owned(), |date| date_long(self.language(), date))
    }

    /// `miércoles 4 de marzo de 2026`.
    pub fn weekday_long(&self, day: &str) -> String {
        date(day).map_or_else(|| day.to_owned(), |date| weekday_date_long(self.language(), date))
    }

    /// The days of a session: `4 de marzo de 2026`; `del 20 al 22 de marzo de 2026`.
    pub fn stay_long(&self, start: &str, end: &str) -> String {
        match days(start, end) {
            Some((first, last)) if first != last => stay_long(self.language(), first, last, false),
            _ => self.day_long(start),
        }
    }

    /// The same with the days of the week.
    pub fn weekday_stay(&self, start: &str, end: &str) -> String {
        let Some((first, last)) = days(start, end).filter(|(first, last)| first != last) else {
            return self.weekday_long(start);
        };
        stay_long(self.language(), first, last, true)
    }

    /// The same in figures: `04/03/2026`; `20/03/2026 – 22/03/2026`.
    pub fn stay(&self, start: &str, end: &str) -> String {
        match days(start, end) {
            Some((first, last)) if first != last => {
                format!("{} – {}", self.day(start), self.day(&last.to_string()))
            }
            _ => self.day(start),
        }
    }

    /// `09:00`, from an instant with offset; empty when it is none.
    pub fn clock(&self, instant: &str) -> String {
        moment(instant).map_or_else(String::new, |at| at.format("%H:%M").to_string())
    }

    /// `04/03/2026 09:00`.
    pub fn day_and_clock(&self, instant: &str) -> String {
        match moment(instant) {
            Some(_) => format!("{} {}", self.day(instant), self.clock(instant)),
            None => self.day(instant),
        }
    }

    /// Day and hours of a session: `04/03/2026, 09:00 – 12:00`; with both days when it passes midnight.
    pub fn span(&self, start: &str, end: &str) -> String {
        match days(start, end) {
            Some((first, last)) if first != last => self.hours(start, end),
            _ => format!("{}, {}", self.day(start), self.hours(start, end)),
        }
    }

    /// `09:00 – 12:00`; each hour with its day when the session passes midnight.
    pub fn hours(&self, start: &str, end: &str) -> String {
        match days(start, end) {
            Some((first, last)) if first != last => {
                format!("{} – {}", self.day_and_clock(start), self.day_and_clock(end))
            }
            _ => format!("{} – {}", self.clock(start), self.clock(end)),
        }
    }

    /// How long a session took: none of a stay of more than a day, which nobody spends in session from the first hour to the last.
    pub fn lasting(&self, minutes: i64) -> Option<String> {
        (minutes < 24 * 60).then(|| self.length(minutes))
    }

    /// `3 h 30 min`, from whole minutes.
    pub fn length(&self, minutes: i64) -> String {
        match (minutes / 60, minutes % 60) {
            (0, rest) => format!("{rest} min"),
            (hours, 0) => format!("{hours} h"),
            (hours, rest) => format!("{hours} h {rest} min"),
        }
    }

    /// Name of a month and its year: `marzo de 2026`.
    pub fn month(&self, date: NaiveDate) -> String {
        let long = date_long(self.language(), date.with_day(2).unwrap_or(date));
        let rest = long.trim_start_matches(|c: char| c.is_ascii_digit());
        let rest = rest.strip_prefix(" de ").unwrap_or(rest).trim();
        let mut letters = rest.chars();
        letters.next().map_or_else(String::new, |first| first.to_uppercase().chain(letters).collect())
    }

    /// `CC:1098765432` as `CC 1098765432`.
    pub fn document(&self, doc: &str) -> String {
        doc.split_once(':')
            .map_or_else(|| doc.to_owned(), |(kind, number)| format!("{kind} {}", numbered(kind, number)))
    }

    /// An amount in the country's unit: `$ 1.200.000`, `S/ 1,200,000.50`.
    pub fn money(&self, amount: f64) -> String {
        let sign = match self.country.as_str() {
            "PE" => "S/",
            "PY" => "Gs.",
            "BR" => "R$",
            _ => "$",
        };
        let cents = (amount * 100.0).round() as i64;
        let always = matches!(self.country.as_str(), "PE" | "BR");
        let decimals = if always || cents % 100 != 0 { 2 } else { 0 };
        format!("{sign}\u{a0}{}", self.number(amount, decimals))
    }

    /// A figure with thousands and so many decimals.
    pub fn number(&self, value: f64, decimals: usize) -> String {
        let (group, point) = self.marks();
        let plain = format!("{:.decimals$}", value.abs());
        let (whole, rest) = plain.split_once('.').unwrap_or((&plain, ""));
        let mut out = String::new();
        for (at, digit) in whole.chars().enumerate() {
            if at > 0 && (whole.len() - at) % 3 == 0 {
                out.push(group);
            }
            out.push(digit);
        }
        if !rest.is_empty() {
            out.push(point);
            out.push_str(rest);
        }
        let negative = value < 0.0 && plain.bytes().any(|byte| matches!(byte, b'1'..=b'9'));
        if negative { format!("-{out}") } else { out }
    }

    /// A share of one as `62,5 %`.
    pub fn percent(&self, share: f64) -> String {
        let text = self.number(share * 100.0, 1);
        if self.language() == Language::Es { format!("{text}\u{a0}%") } else { format!("{text}%") }
    }

    /// Marks of thousands and decimals: the point and the comma change places from Peru to its neighbours.
    fn marks(&self) -> (char, char) {
        match (self.language(), self.country.as_str()) {
            (Language::En, _) | (_, "PE") => (',', '.'),
            _ => ('.', ','),
        }
    }
}

/// The day of a text that begins with one.
pub fn date(text: &str) -> Option<NaiveDate> {
    NaiveDate::parse_from_str(text.get(..10)?, "%Y-%m-%d").ok()
}

pub fn moment(text: &str) -> Option<DateTime<FixedOffset>> {
    DateTime::parse_from_rfc3339(text).ok()
}

/// The number of a document as people write it: a CPF as `390.533.447-05`, others as they are.
pub fn numbered(kind: &str, number: &str) -> String {
    match (kind, number.len()) {
        ("CPF", 11) if number.is_ascii() => {
            format!("{}.{}.{}-{}", &number[..3], &number[3..6], &number[6..9], &number[9..])
        }
        _ => number.to_owned(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn voice(language: Language, country: &str) -> Voice {
        Voice::new(language, country)
    }

    #[test]
    fn money_is_written_as_the_country_writes_it() {
        for (country, amount, expected) in [
            ("CO", 1_200_000.0, "$\u{a0}1.200.000"),
            ("CO", 1_200.5, "$\u{a0}1.200,50"),
            ("PE", 1_200_000.5, "S/\u{a0}1,200,000.50"),
            ("PY", 999.0, "Gs.\u{a0}999"),
            ("BR", 1_000.0, "R$\u{a0}1.000,00"),
        ] {
            assert_eq!(voice(Language::Es, country).money(amount), expected);
        }
        assert_eq!(voice(Language::Es, "CO").number(-0.04, 1), "0,0");
        assert_eq!(voice(Language::Es, "CO").number(-1234.5, 1), "-1.234,5");
    }

    #[test]
    fn days_and_hours_are_written_in_the_language_of_the_paper() {
        let es = voice(Language::Es, "CO");
        let en = voice(Language::En, "CO");
        assert_eq!(es.day("2026-03-04"), "04/03/2026");
        assert_eq!(en.day("2026-03-04"), "4 Mar 2026");
        assert_eq!(es.day("s.f."), "s.f.");
        let (start, end) = ("2026-03-04T09:00:00-05:00", "2026-03-04T12:30:00-05:00");
        assert_eq!(es.span(start, end), "04/03/2026, 09:00 – 12:30");
        assert_eq!(
            es.span("2026-03-04T22:00:00-05:00", "2026-03-05T01:00:00-05:00"),
            "04/03/2026 22:00 – 05/03/2026 01:00"
        );
        let (start, end) = ("2026-03-20T08:00:00-05:00", "2026-03-22T17:00:00-05:00");
        assert_eq!(es.weekday_stay(start, end), "del viernes 20 al domingo 22 de marzo de 2026");
        assert_eq!(es.stay(start, end), "20/03/2026 – 22/03/2026");
        assert_eq!((es.lasting(57 * 60), es.lasting(180)), (None, Some("3 h".into())));
        assert_eq!(es.span("2026-03-04T20:00:00-05:00", "2026-03-05T00:00:00-05:00"), "04/03/2026, 20:00 – 00:00");
        assert_eq!(es.month(NaiveDate::from_ymd_opt(2026, 3, 1).unwrap_or_default()), "Marzo de 2026");
        assert_eq!(
            voice(Language::Pt, "BR").month(NaiveDate::from_ymd_opt(2026, 3, 1).unwrap_or_default()),
            "Março de 2026"
        );
        assert_eq!(en.month(NaiveDate::from_ymd_opt(2026, 3, 1).unwrap_or_default()), "March 2026");
        assert_eq!(
            (es.length(45), es.length(120), es.length(150)),
            ("45 min".into(), "2 h".into(), "2 h 30 min".into())
        );
    }

    #[test]
    fn a_share_is_written_as_a_percentage() {
        assert_eq!(voice(Language::Es, "CO").percent(0.625), "62,5\u{a0}%");
        assert_eq!(voice(Language::Pt, "BR").percent(0.625), "62,5%");
        assert_eq!(voice(Language::En, "PE").percent(1.0), "100.0%");
    }
}
