//! One table of the file, read field by field. Every problem is reported where it stands and the
//! reading goes on, so that a person mends the file once and not one fault at a time.

use super::nearest::nearest;
use super::sink::Sink;
use crate::profile::fault::{ProfileFault, ValueType, Vocabulary};
use std::cell::RefCell;
use std::ops::RangeInclusive;
use toml::Spanned;
use toml::de::{DeTable, DeValue};
use unicode_normalization::UnicodeNormalization;

/// A value together with the byte at which it begins in the file.
pub(super) struct Told<T> {
    pub value: T,
    pub at: usize,
}

pub(super) struct Fields<'t> {
    pub sink: &'t Sink,
    /// Where the table begins: the place shown for what it lacks.
    pub at: usize,
    table: &'t DeTable<'t>,
    path: String,
    /// The names asked for so far; in the end, all the names the table may hold.
    asked: RefCell<Vec<&'static str>>,
}

impl<'t> Fields<'t> {
    pub fn root(sink: &'t Sink, table: &'t DeTable<'t>) -> Fields<'t> {
        Fields::new(sink, table, 0, String::new())
    }

    fn new(sink: &'t Sink, table: &'t DeTable<'t>, at: usize, path: String) -> Fields<'t> {
        Fields { sink, at, table, path, asked: RefCell::default() }
    }

    /// The full dotted name of a field of this table.
    pub fn path(&self, name: &str) -> String {
        if self.path.is_empty() { name.to_owned() } else { format!("{}.{name}", self.path) }
    }

    /// The value of a field that may be left out.
    fn given(&self, name: &'static str) -> Option<&'t Spanned<DeValue<'t>>> {
        self.asked.borrow_mut().push(name);
        self.table.get(name)
    }

    /// The value of a field that must be there.
    fn required(&self, name: &'static str) -> Option<&'t Spanned<DeValue<'t>>> {
        let value = self.given(name);
        if value.is_none() {
            let field = self.path(name);
            self.sink.report(self.at, ProfileFault::MissingField { field });
        }
        value
    }

    fn wrong_type(&self, name: &str, expected: ValueType, value: &Spanned<DeValue<'_>>) {
        self.sink.report(
            value.span().start,
            ProfileFault::WrongType { field: self.path(name), expected, found: type_of(value.get_ref()) },
        );
    }

    /// A text of one line, trimmed and in composed form: `é` typed as two characters on one machine
    /// must equal `é` typed as one on another.
    fn line(&self, name: &str, value: &Spanned<DeValue<'_>>) -> Option<Told<String>> {
        let told = self.passage(name, value)?;
        if told.value.chars().any(char::is_control) {
            let field = self.path(name);
            self.sink.report(told.at, ProfileFault::SeveralLines { field });
            return None;
        }
        Some(told)
    }

    /// A text that may run over several lines.
    fn passage(&self, name: &str, value: &Spanned<DeValue<'_>>) -> Option<Told<String>> {
        let Some(text) = value.get_ref().as_str() else {
            self.wrong_type(name, ValueType::Text, value);
            return None;
        };
        Some(Told { value: text.trim().nfc().collect(), at: value.span().start })
    }

    fn spoken(&self, name: &str, told: Option<Told<String>>) -> Option<Told<String>> {
        let told = told?;
        if told.value.is_empty() {
            let field = self.path(name);
            self.sink.report(told.at, ProfileFault::Blank { field });
            return None;
        }
        Some(told)
    }

    /// A text that must be there and say something.
    pub fn text(&self, name: &'static str) -> Option<Told<String>> {
        let value = self.required(name)?;
        self.spoken(name, self.line(name, value))
    }

    /// A text that may be left out; blank is the same as absent.
    pub fn optional_text(&self, name: &'static str) -> Option<String> {
        self.optional_told(name).map(|told| told.value)
    }

    /// As [`Fields::optional_text`], with its place.
    pub fn optional_told(&self, name: &'static str) -> Option<Told<String>> {
        let told = self.line(name, self.given(name)?)?;
        Some(told).filter(|told| !told.value.is_empty())
    }

    /// A text of any length that may be left out or blank.
    pub fn optional_passage(&self, name: &'static str) -> String {
        self.given(name).and_then(|value| self.passage(name, value)).map(|told| told.value).unwrap_or_default()
    }

    /// A text of any length that must be there and say something.
    pub fn spoken_passage(&self, name: &'static str) -> Option<String> {
        let value = self.required(name)?;
        self.spoken(name, self.passage(name, value)).map(|told| told.value)
    }

    /// A list of texts that may be left out; none of them may be blank.
    pub fn texts(&self, name: &'static str) -> Vec<Told<String>> {
        self.list(name, self.given(name)).iter().filter_map(|value| self.spoken(name, self.line(name, value))).collect()
    }

    fn list(&self, name: &str, value: Option<&'t Spanned<DeValue<'t>>>) -> &'t [Spanned<DeValue<'t>>] {
        let Some(value) = value else { return &[] };
        match value.get_ref().as_array() {
            Some(array) => array,
            None => {
                self.wrong_type(name, ValueType::List, value);
                &[]
            }
        }
    }

    pub fn flag(&self, name: &'static str) -> bool {
        let Some(value) = self.given(name) else {
            return false;
        };
        value.get_ref().as_bool().unwrap_or_else(|| {
            self.wrong_type(name, ValueType::Flag, value);
            false
        })
    }

    /// A whole number that must be there, within a range.
    pub fn whole(&self, name: &'static str, range: RangeInclusive<i64>) -> Option<Told<i64>> {
        let value = self.required(name)?;
        self.number(name, value, range)
    }

    /// A count that must be there, within a range.
    pub fn count(&self, name: &'static str, range: RangeInclusive<u32>) -> Option<u32> {
        let range = i64::from(*range.start())..=i64::from(*range.end());
        u32::try_from(self.whole(name, range)?.value).ok()
    }

    /// A count that may be left out.
    pub fn optional_count(&self, name: &'static str, range: RangeInclusive<u32>) -> Option<u32> {
        let range = i64::from(*range.start())..=i64::from(*range.end());
        let told = self.number(name, self.given(name)?, range)?;
        u32::try_from(told.value).ok()
    }

    /// A list of counts that may be left out.
    pub fn optional_counts(&self, name: &'static str, range: RangeInclusive<u32>) -> Option<Vec<u32>> {
        let list = self.list(name, Some(self.given(name)?));
        let range = i64::from(*range.start())..=i64::from(*range.end());
        let counts = list.iter().filter_map(|value| self.number(name, value, range.clone()));
        Some(counts.filter_map(|told| u32::try_from(told.value).ok()).collect())
    }

    fn number(&self, name: &str, value: &Spanned<DeValue<'_>>, range: RangeInclusive<i64>) -> Option<Told<i64>> {
        let Some(written) = value.get_ref().as_integer() else {
            self.wrong_type(name, ValueType::Whole, value);
            return None;
        };
        let at = value.span().start;
        match i64::from_str_radix(written.as_str(), written.radix()) {
            Ok(value) if range.contains(&value) => Some(Told { value, at }),
            _ => {
                let fault = ProfileFault::OutOfRange {
                    field: self.path(name),
                    value: written.to_string(),
                    min: *range.start(),
                    max: *range.end(),
                };
                self.sink.report(at, fault);
                None
            }
        }
    }

    /// A word of a closed list, already told: its meaning, or a report with what was perhaps meant.
    pub fn word<T: Copy>(
        &self,
        name: &str,
        told: Option<Told<String>>,
        vocabulary: Vocabulary,
        meanings: &[(&'static str, T)],
    ) -> Option<Told<T>> {
        let Told { value: word, at } = told?;
        let known: Vec<_> = meanings.iter().map(|(word, _)| *word).collect();
        let meaning = meanings.iter().find(|(known, _)| *known == word);
        if meaning.is_none() {
            let fault = ProfileFault::UnknownWord {
                field: self.path(name),
                vocabulary,
                nearest: nearest(&word, &known),
                word,
                known,
            };
            self.sink.report(at, fault);
        }
        meaning.map(|(_, value)| Told { value: *value, at })
    }

    /// A table that must be there.
    pub fn table(&self, name: &'static str) -> Option<Fields<'t>> {
        let value = self.required(name)?;
        self.inside(name, value)
    }

    /// A table that may be left out (the caller reports it in its own way).
    pub fn optional_table(&self, name: &'static str) -> Option<Fields<'t>> {
        let value = self.given(name)?;
        self.inside(name, value)
    }

    pub fn has(&self, name: &str) -> bool {
        self.table.contains_key(name)
    }

    /// A list of tables that may be left out.
    pub fn tables(&self, name: &'static str) -> Vec<Fields<'t>> {
        let list = self.list(name, self.given(name));
        list.iter().filter_map(|v| self.inside(name, v)).collect()
    }

    /// A list of tables that must be there and hold at least one.
    pub fn some_tables(&self, name: &'static str) -> Vec<Fields<'t>> {
        let value = self.required(name);
        let list = self.list(name, value);
        if let Some(value) = value.filter(|v| v.get_ref().is_array() && list.is_empty()) {
            let field = self.path(name);
            self.sink.report(value.span().start, ProfileFault::EmptyList { field });
        }
        list.iter().filter_map(|v| self.inside(name, v)).collect()
    }

    fn inside(&self, name: &str, value: &'t Spanned<DeValue<'t>>) -> Option<Fields<'t>> {
        let at = value.span().start;
        match value.get_ref().as_table() {
            Some(table) => Some(Fields::new(self.sink, table, at, self.path(name))),
            None => {
                self.wrong_type(name, ValueType::Table, value);
                None
            }
        }
    }

    /// Ends the reading of this table: whatever was not asked for is not a field of it.
    pub fn done(&self) {
        let known = self.asked.borrow();
        for key in self.table.keys() {
            let name = key.get_ref().as_ref();
            if known.contains(&name) {
                continue;
            }
            let fault = ProfileFault::UnknownField {
                field: self.path(name),
                nearest: nearest(name, &known),
                known: known.clone(),
            };
            self.sink.report(key.span().start, fault);
        }
    }
}

fn type_of(value: &DeValue<'_>) -> ValueType {
    match value {
        DeValue::String(_) => ValueType::Text,
        DeValue::Integer(_) => ValueType::Whole,
        DeValue::Float(_) => ValueType::Fraction,
        DeValue::Boolean(_) => ValueType::Flag,
        DeValue::Datetime(_) => ValueType::Date,
        DeValue::Array(_) => ValueType::List,
        DeValue::Table(_) => ValueType::Table,
    }
}
