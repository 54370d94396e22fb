//! The differential approach (enfoque diferencial): what people may say of themselves on a list, by their own choice. Sensitive data
//! (Colombia: Ley 1581 de 2012, art. 5; Brazil: Lei 13.709/2018, art. 5 II). Which categories there are, what they are called and
//! under which notice they are asked is the profile's to say: codes differ from form to form and are never taken for granted.

use crate::name::fold;
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;

/// What may be asked, in the order of the columns. The names are those of a canonical list.
pub const VARIABLES: [&str; 6] = ["sex", "gender", "ethnicity", "disability", "victim", "age_band"];
/// The one variable that may have several answers at once; they are joined by `;`.
const SEVERAL: usize = 3;
const AGE: usize = 5;

/// The answer of somebody who was asked and would rather not say. Every variable has it.
pub const UNDISCLOSED: &str = "undisclosed";

/// Groups of fewer people are not shown in a report.
pub const SMALLEST_CELL: i64 = 5;

/// Keys of categories, in the order of [`VARIABLES`]; empty for what was not answered.
pub type Answers = [String; 6];

/// What the profile says of the differential approach.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Differential {
    /// Version of the legal notice; kept beside every answer.
    pub version: String,
    /// What people are told before they answer: who asks, what for, that nobody has to answer.
    pub notice: String,
    /// Categories of each variable; a variable without any is not asked, and a column of it not kept.
    pub variables: BTreeMap<String, Vec<Category>>,
}

/// One answer that can be given.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Category {
    pub key: String,
    pub label: String,
    /// Codes and words of other forms that mean the same.
    #[serde(default)]
    pub also: Vec<String>,
    /// Ages of an age band, in whole years, both included.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub from: Option<u32>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub to: Option<u32>,
}

/// Why a cell is no answer.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Unread {
    /// The profile does not ask this.
    NotAsked,
    /// None of the profile's categories.
    Unknown,
}

/// Folded; always understood.
#[rustfmt::skip]
const SILENT: &[&str] = &[
    "undisclosed", "no responde", "no sabe", "no sabe no responde", "ns nr", "nsnr", "nr", "n r", "no informa", "sin informacion",
    "prefiero no responder", "prefiero no decirlo", "prefiero no decir", "prefere nao responder", "prefiro nao responder",
    "prefere nao informar", "nao informado", "nao respondeu", "nao sabe", "prefer not to say", "prefer not to answer", "no answer",
];

impl Differential {
    /// The categories of a variable, by its place in [`VARIABLES`].
    pub fn categories(&self, variable: usize) -> &[Category] {
        VARIABLES.get(variable).and_then(|name| self.variables.get(*name)).map_or(&[], Vec::as_slice)
    }

    /// The category that a cell names, as it is kept: its key, several keys, [`UNDISCLOSED`], or nothing for an empty cell.
    ///
    /// # Errors
    /// [`Unread`]; what is not understood is not kept.
    pub fn read(&self, variable: usize, cell: &str) -> Result<String, Unread> {
        let folded = fold(cell);
        if folded.is_empty() {
            return Ok(String::new());
        }
        let categories = self.categories(variable);
        if categories.is_empty() {
            return Err(Unread::NotAsked);
        }
        if let Some(known) = named(categories, &folded) {
            return Ok(known.key.clone());
        }
        if SILENT.contains(&folded.as_str()) {
            return Ok(UNDISCLOSED.to_owned());
        }
        if variable == AGE {
            return band(categories, cell).map(|band| band.key.clone()).ok_or(Unread::Unknown);
        }
        if variable != SEVERAL {
            return Err(Unread::Unknown);
        }
        several(categories, cell).ok_or(Unread::Unknown)
    }

    /// What a kept answer is called: its labels, or the key itself where the profile has it no longer.
    pub fn label(&self, variable: usize, key: &str) -> String {
        let categories = self.categories(variable);
        let one = |key: &str| {
            categories.iter().find(|known| known.key == key).map_or(key.to_owned(), |known| known.label.clone())
        };
        key.split(';').map(one).collect::<Vec<_>>().join(", ")
    }
}

fn named<'c>(categories: &'c [Category], folded: &str) -> Option<&'c Category> {
    let is = |known: &&Category| {
        known.key == folded || fold(&known.label) == folded || known.also.iter().any(|word| fold(word) == folded)
    };
    categories.iter().find(|known| fold(&known.key) == folded).or_else(|| categories.iter().find(is))
}

/// Several answers in one cell, in the order of the profile.
fn several(categories: &[Category], cell: &str) -> Option<String> {
    let parts: Vec<String> = cell.split([';', ',', '/', '|', '\n']).map(fold).filter(|part| !part.is_empty()).collect();
    let found: Option<Vec<&Category>> = parts.iter().map(|part| named(categories, part)).collect();
    let found = found.filter(|found| found.len() > 1)?;
    let keys = categories.iter().filter(|known| found.iter().any(|one| one.key == known.key));
    Some(keys.map(|known| known.key.as_str()).collect::<Vec<_>>().join(";"))
}

/// An age (`34`, `34 años`, `60 o más`) or the two ages of a band (`29-59`, `29 a 59`).
fn band<'c>(categories: &'c [Category], cell: &str) -> Option<&'c Category> {
    let mut numbers = cell.split(|c: char| !c.is_ascii_digit()).filter(|part| !part.is_empty());
    let (first, second) = (numbers.next()?.parse::<u32>().ok()?, numbers.next());
    if numbers.next().is_some() || first > 130 {
        return None;
    }
    let holds = |age: u32| {
        move |known: &&Category| {
            (known.from.is_some() || known.to.is_some())
                && known.from.is_none_or(|from| from <= age)
                && known.to.is_none_or(|to| age <= to)
        }
    };
    let low = categories.iter().find(holds(first))?;
    match second.map(str::parse::<u32>) {
        None => Some(low),
        // Both ends in one band; a band cut otherwise fits none.
        Some(Ok(last)) => categories.iter().find(holds(last)).filter(|high| high.key == low.key),
        Some(Err(_)) => None,
    }
}

/// Which cells of a table are not shown: the small ones, and the next larger where the total would betray a single one.
pub fn hidden(sizes: &[i64]) -> Vec<bool> {
    let is_small = |size: i64| (1..SMALLEST_CELL).contains(&size);
    let mut hidden: Vec<bool> = sizes.iter().map(|size| is_small(*size)).collect();
    let sum: i64 = sizes.iter().zip(&hidden).filter(|(_, hidden)| **hidden).map(|(size, _)| size).sum();
    let count = hidden.iter().filter(|hidden| **hidden).count();
    if count == 1 || (count > 0 && sum < SMALLEST_CELL) {
        let next = (0..sizes.len()).filter(|&at| !hidden[at] && sizes[at] > 0).min_by_key(|&at| sizes[at]);
        if let Some(next) = next {
            hidden[next] = true;
        }
    }
    hidden
}

#[cfg(test)]
mod tests {
    use super::*;

    fn category(key: &str, label: &str, also: &[&str]) -> Category {
        let also = also.iter().map(|word| (*word).to_owned()).collect();
        Category { key: key.to_owned(), label: label.to_owned(), also, ..Category::default() }
    }

    fn approach() -> Differential {
        let band = |key: &str, from, to| Category { from, to, ..category(key, key, &[]) };
        let variables = [
            ("sex", vec![category("female", "Mujer", &["F", "2"]), category("male", "Hombre", &["M", "1"])]),
            (
                "disability",
                vec![
                    category("none", "Ninguna", &["no"]),
                    category("visual", "Visual", &[]),
                    category("hearing", "Auditiva", &[]),
                ],
            ),
            (
                "age_band",
                vec![band("young", Some(18), Some(28)), band("adult", Some(29), Some(59)), band("old", Some(60), None)],
            ),
        ];
        let variables = variables.into_iter().map(|(name, all)| (name.to_owned(), all)).collect();
        Differential { version: "1".to_owned(), notice: "…".to_owned(), variables }
    }

    #[test]
    fn a_cell_is_a_category_of_the_profile_or_is_not_kept() {
        let kept = |key: &str| Ok(key.to_owned());
        for (variable, cell, expected) in [
            (0, "MUJER", kept("female")),
            (0, "f", kept("female")),
            (0, "1", kept("male")),
            (0, " ", kept("")),
            (0, "Prefiero no responder", kept(UNDISCLOSED)),
            (0, "3", Err(Unread::Unknown)),
            (1, "femenino", Err(Unread::NotAsked)),
            (3, "Auditiva; visual", kept("visual;hearing")),
            (3, "No", kept("none")),
            (3, "visual, olfativa", Err(Unread::Unknown)),
            (5, "34", kept("adult")),
            (5, "34 años", kept("adult")),
            (5, "29 a 59", kept("adult")),
            (5, "60 o más", kept("old")),
            (5, "20-40", Err(Unread::Unknown)),
            (5, "1985", Err(Unread::Unknown)),
            (5, "99999999999999", Err(Unread::Unknown)),
        ] {
            assert_eq!(approach().read(variable, cell), expected, "{variable} {cell:?}");
        }
        assert_eq!(approach().label(3, "visual;hearing"), "Visual, Auditiva");
    }

    #[test]
    fn no_small_cell_is_shown_nor_can_it_be_worked_out() {
        for (sizes, expected) in [
            (vec![10, 5, 0], vec![false, false, false]),
            (vec![10, 4, 7], vec![false, true, true]),
            (vec![10, 4, 4], vec![false, true, true]),
            (vec![10, 2, 2], vec![true, true, true]),
            (vec![3], vec![true]),
            (vec![3, 0, 9], vec![true, false, true]),
        ] {
            assert_eq!(hidden(&sizes), expected, "{sizes:?}");
        }
    }
}
