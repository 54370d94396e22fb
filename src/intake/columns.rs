//! Which column holds what: the header row found among the first rows, and the columns named by hand.

use super::fault::IntakeError;
use super::field::Field;
use super::fold::{fold, squeeze};

/// First rows among which a header is looked for.
pub(super) const HEADER_LOOK: usize = 30;
const FIELDS: usize = Field::ALL.len();

/// How many different meanings the cells of a row name. Title rows name none, headers several.
pub(super) fn known_names<'c>(cells: impl Iterator<Item = &'c str>) -> usize {
    distinct(&fields_of(cells))
}

fn fields_of<'c>(cells: impl Iterator<Item = &'c str>) -> Vec<Option<Field>> {
    cells.map(Field::of).collect()
}

/// Beside the type of a document stands its number, though the heading says no more than *Número*; and *Tipo* beside a document is the
/// type of it. A counter stands in front of the list, not there.
fn pair_document(texts: &[String], fields: &mut [Option<Field>]) {
    if !fields.contains(&Some(Field::DocType)) {
        let is_number = |field: &Option<Field>| matches!(field, Some(Field::Doc | Field::Number));
        let at = (0..texts.len().saturating_sub(1))
            .find(|&at| fields[at].is_none() && is_number(&fields[at + 1]) && fold(&texts[at]) == "tipo");
        at.into_iter().for_each(|at| fields[at] = Some(Field::DocType));
    }
    let Some(kind) = fields.iter().position(|field| *field == Some(Field::DocType)) else { return };
    if fields.contains(&Some(Field::Doc)) {
        return;
    }
    if let Some(number) = fields[kind..].iter().position(|field| *field == Some(Field::Number)) {
        fields[kind + number] = Some(Field::Doc);
    }
}

fn distinct(fields: &[Option<Field>]) -> usize {
    let mut seen = [false; FIELDS];
    fields.iter().flatten().for_each(|&field| seen[field as usize] = true);
    seen.iter().filter(|&&seen| seen).count()
}

/// The columns of a table.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Columns {
    texts: Vec<String>,
    fields: Vec<Option<Field>>,
    first: Vec<Option<usize>>,
}

impl Columns {
    /// Recognises every cell of a header row.
    #[must_use]
    pub fn recognise<'c>(cells: impl Iterator<Item = &'c str>) -> Self {
        let texts: Vec<String> = cells.map(squeeze).collect();
        let mut fields = fields_of(texts.iter().map(String::as_str));
        pair_document(&texts, &mut fields);
        Self::with_fields(texts, fields)
    }

    /// The same for columns whose meaning was found otherwise.
    pub(super) fn pair_document(&mut self) {
        pair_document(&self.texts, &mut self.fields);
        *self = Self::with_fields(std::mem::take(&mut self.texts), std::mem::take(&mut self.fields));
    }

    pub(super) fn with_fields(texts: Vec<String>, fields: Vec<Option<Field>>) -> Self {
        let mut first = vec![None; FIELDS];
        for (column, field) in fields.iter().enumerate() {
            if let Some(field) = field {
                first[*field as usize].get_or_insert(column);
            }
        }
        Self { texts, fields, first }
    }

    /// Says again what one column means.
    pub(super) fn set(&mut self, column: usize, field: Option<Field>) {
        if let Some(slot) = self.fields.get_mut(column) {
            *slot = field;
            *self = Self::with_fields(std::mem::take(&mut self.texts), std::mem::take(&mut self.fields));
        }
    }

    /// Applies the columns named by hand: (field, header text or 1-based number).
    pub(super) fn apply(&mut self, map: &[(String, String)]) -> Result<(), IntakeError> {
        for (field, column) in map {
            let wanted = field_named(field)?;
            let at = self.position(column).ok_or_else(|| IntakeError::UnknownColumn {
                field: field.clone(),
                column: column.clone(),
                found: self.texts.iter().filter(|text| !text.is_empty()).cloned().collect(),
            })?;
            for slot in self.fields.iter_mut().filter(|slot| **slot == Some(wanted)) {
                *slot = None;
            }
            self.set(at, Some(wanted));
        }
        Ok(())
    }

    /// The column with this header text, or with this 1-based number.
    #[must_use]
    pub fn position(&self, column: &str) -> Option<usize> {
        let folded = fold(column);
        let by_text = self.texts.iter().position(|text| !folded.is_empty() && fold(text) == folded);
        by_text.or_else(|| {
            column
                .trim()
                .trim_start_matches('#')
                .parse::<usize>()
                .ok()?
                .checked_sub(1)
                .filter(|&at| at < self.texts.len())
        })
    }

    /// The first column with this meaning.
    #[must_use]
    pub fn first(&self, field: Field) -> Option<usize> {
        self.first.get(field as usize).copied().flatten()
    }

    #[must_use]
    pub fn has(&self, field: Field) -> bool {
        self.first(field).is_some()
    }

    /// Every column with this meaning, from left to right.
    pub fn all(&self, field: Field) -> impl Iterator<Item = usize> + '_ {
        self.fields.iter().enumerate().filter(move |(_, found)| **found == Some(field)).map(|(column, _)| column)
    }

    /// What the column means, when it is known.
    #[must_use]
    pub fn field(&self, column: usize) -> Option<Field> {
        self.fields.get(column).copied().flatten()
    }

    /// The header text of a column, with single blanks.
    #[must_use]
    pub fn text(&self, column: usize) -> &str {
        self.texts.get(column).map_or("", String::as_str)
    }

    /// Does its heading say that the times of a column are UTC?
    pub(super) fn is_utc(&self, column: usize) -> bool {
        self.text(column).as_bytes().windows(3).any(|word| word.eq_ignore_ascii_case(b"utc"))
    }

    #[must_use]
    pub fn len(&self) -> usize {
        self.texts.len()
    }

    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.texts.is_empty()
    }

    /// A list printed twice on one sheet, side by side: the columns of each part, where the whole set of headings is repeated and each
    /// names somebody. `None` for an ordinary list.
    pub(super) fn side_by_side(&self) -> Option<Vec<Columns>> {
        let named: Vec<(usize, String)> =
            self.texts.iter().map(|text| fold(text)).enumerate().filter(|(_, text)| !text.is_empty()).collect();
        let parts = (2..=4).rev().find(|parts| {
            let width = named.len() / parts;
            width >= 2
                && named.len().is_multiple_of(*parts)
                && named.iter().zip(&named[width..]).all(|((_, one), (_, other))| one == other)
        })?;
        let width = named.len() / parts;
        let part = |number: usize| {
            let from = named[number * width].0;
            let to = named.get((number + 1) * width).map_or(self.texts.len(), |(column, _)| *column);
            let fields = self.fields.iter().enumerate();
            let fields = fields.map(|(column, field)| field.filter(|_| (from..to).contains(&column))).collect();
            let texts = self.texts.iter().enumerate();
            let own = |(column, text): (usize, &String)| {
                if (from..to).contains(&column) { text.clone() } else { String::new() }
            };
            Columns::with_fields(texts.map(own).collect(), fields)
        };
        let all: Vec<Columns> = (0..parts).map(part).collect();
        all.iter().all(|columns| columns.rank().0).then_some(all)
    }

    /// True when a person can be told by these columns.
    #[must_use]
    pub fn name_person(&self) -> bool {
        self.fields.iter().flatten().any(|field| field.names_person())
    }

    /// Rank of a row as a header: (names somebody by name, meanings named). Zero meanings is no header.
    pub(super) fn rank(&self) -> (bool, usize) {
        let by_name = [Field::Name, Field::FirstNames, Field::LastNames].iter().any(|&field| self.has(field));
        (by_name || self.has(Field::Doc), distinct(&self.fields))
    }

    /// Header texts that occur twice, as (first column, second column).
    pub(super) fn repeated(&self) -> Vec<(usize, usize)> {
        let folded: Vec<String> = self.texts.iter().map(|text| fold(text)).collect();
        (0..folded.len())
            .filter(|&column| !folded[column].is_empty())
            .filter_map(|column| Some((folded[..column].iter().position(|other| *other == folded[column])?, column)))
            .collect()
    }
}

fn field_named(text: &str) -> Result<Field, IntakeError> {
    Field::parse(text.trim())
        .or_else(|| Field::of(text))
        .ok_or_else(|| IntakeError::UnknownField { field: text.to_owned() })
}
