//! One answer: a number of the scale, a choice, a text, or nothing.

use super::likert::plain;
use crate::name::fold;
use crate::profile::{Form, Item, ItemKind, Scale};
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;

/// Longest free text that is kept, in characters.
const LONGEST: usize = 4000;

/// What was answered to one item.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(untagged)]
pub enum Answer {
    Number(i64),
    Text(String),
    /// Several options at once, in the order of the form.
    Many(Vec<String>),
}

/// One answer sheet: item key → answer. Items left blank are not in it.
pub type Sheet = BTreeMap<String, Answer>;

/// Why a cell is no answer to its item.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum AnswerFault {
    /// A number, but none of the scale.
    #[error("out_of_scale")]
    OutOfScale,
    /// Neither a number nor one of the scale's words.
    #[error("not_on_scale")]
    NotOnScale,
    #[error("unknown_option")]
    UnknownOption,
}

impl AnswerFault {
    /// A stable word for JSON and for looking up the sentence people read.
    pub fn code(self) -> &'static str {
        match self {
            AnswerFault::OutOfScale => "out_of_scale",
            AnswerFault::NotOnScale => "not_on_scale",
            AnswerFault::UnknownOption => "unknown_option",
        }
    }
}

/// What people and systems write for "no answer", folded.
const BLANK: &[&str] = &[
    "",
    "n a",
    "na",
    "no aplica",
    "nao se aplica",
    "nao aplicavel",
    "not applicable",
    "no responde",
    "no sabe no responde",
    "ns nr",
    "nsnr",
    "nao respondeu",
    "null",
    "none",
];

/// The option that takes whatever is none of the others, folded.
const OTHER: &[&str] = &["otra", "otro", "otras", "otros", "outra", "outro", "outras", "outros", "other", "others"];

/// What a folded word says that means yes or no in one of the three languages, or to a machine.
pub fn yes_or_no(folded: &str) -> Option<bool> {
    match folded {
        "si" | "s" | "sim" | "yes" | "y" | "true" | "verdadero" | "verdadeiro" => Some(true),
        "no" | "n" | "nao" | "false" | "falso" => Some(false),
        _ => None,
    }
}

/// Reads a cell as the answer to an item; none when it was left blank. `worth` says what words are worth that the scale itself does
/// not name (see [`super::worth`]).
///
/// # Errors
/// [`AnswerFault`] when the cell holds something that is no answer to it.
pub fn read(
    item: &Item,
    scale: &Scale,
    worth: &BTreeMap<String, i64>,
    cell: &str,
) -> Result<Option<Answer>, AnswerFault> {
    let cell = cell.trim();
    let folded = fold(cell);
    match item.kind {
        ItemKind::Text => {
            let kept: String = cell.chars().filter(|c| !c.is_control() || *c == '\n').take(LONGEST).collect();
            let says_nothing = kept.chars().all(|c| !c.is_alphanumeric()) || BLANK.contains(&folded.as_str());
            Ok((!says_nothing).then_some(Answer::Text(kept)))
        }
        // A scale may call one of its values by such a word, so its labels are asked first.
        ItemKind::Scale => match on_scale(scale, cell, &folded) {
            Some(found) => found.map(Some),
            None if BLANK.contains(&folded.as_str()) && !is_drawn(cell) => Ok(None),
            None => match worth.get(&plain(cell)) {
                Some(value) if (scale.min..=scale.max).contains(value) => Ok(Some(Answer::Number(*value))),
                _ => Err(AnswerFault::NotOnScale),
            },
        },
        ItemKind::Choice if BLANK.contains(&folded.as_str()) && option_of(item, cell).is_none_or(is_other) => Ok(None),
        ItemKind::Choice => {
            option_of(item, cell).map(|option| Some(Answer::Text(option.to_owned()))).ok_or(AnswerFault::UnknownOption)
        }
        ItemKind::Choices if BLANK.contains(&folded.as_str()) => Ok(None),
        ItemKind::Choices => several(item, cell),
    }
}

/// A cell of signs that are no dashes or dots, such as stars: somebody answered, in no way of this scale.
fn is_drawn(cell: &str) -> bool {
    let is_dash = |c: char| c.is_ascii() || c.is_alphanumeric() || c.is_whitespace() || "–—−…·¿¡ªº".contains(c);
    !cell.chars().all(is_dash)
}

/// Is it the option that takes whatever is none of the others?
pub fn is_other(option: &str) -> bool {
    OTHER.contains(&fold(option).as_str())
}

/// The option that a text names, or the one that takes whatever is none of the others.
pub fn option_of<'i>(item: &'i Item, text: &str) -> Option<&'i str> {
    let folded = fold(text);
    // A form system may write a yes in its own way, as a letter or in another language.
    let said = yes_or_no(&folded);
    let means_it = |option: &&String| said.is_some() && yes_or_no(&fold(option)) == said;
    let named = item.options.iter().find(|option| fold(option) == folded);
    let named = named.or_else(|| item.options.iter().find(means_it));
    named.or_else(|| item.options.iter().find(|option| is_other(option))).map(String::as_str)
}

/// Options in one cell, however the form system joined them. An option may hold the sign that joins, so the longest that fit are taken
/// first.
fn several(item: &Item, cell: &str) -> Result<Option<Answer>, AnswerFault> {
    let mut rest = format!(" {} ", fold(cell));
    let mut chosen: Vec<&str> = Vec::new();
    let mut options: Vec<&String> = item.options.iter().filter(|option| !is_other(option)).collect();
    options.sort_by_key(|option| std::cmp::Reverse(option.len()));
    for option in options {
        let wanted = format!(" {} ", fold(option));
        if let Some(at) = rest.find(&wanted) {
            rest.replace_range(at..at + wanted.len(), "  ");
            chosen.push(option);
        }
    }
    if !rest.trim().is_empty() {
        // What is left is somebody's own words, or no answer to this.
        chosen.push(item.options.iter().find(|option| is_other(option)).ok_or(AnswerFault::UnknownOption)?);
    }
    let ordered = item.options.iter().filter(|option| chosen.contains(&option.as_str()));
    Ok(Some(Answer::Many(ordered.cloned().collect())))
}

/// `4`, `4.0`, `Bueno`, `4 - Bueno`, `Bueno (4)`. None when it is neither a number nor a word of the scale.
fn on_scale(scale: &Scale, cell: &str, folded: &str) -> Option<Result<Answer, AnswerFault>> {
    let within = |value: i64| match (scale.min..=scale.max).contains(&value) {
        true => Ok(Answer::Number(value)),
        false => Err(AnswerFault::OutOfScale),
    };
    let label = |text: &str| {
        let at = scale.labels.iter().position(|label| fold(label) == text)?;
        Some(scale.min + at as i64)
    };
    if let Some(value) = label(folded) {
        return Some(within(value));
    }
    let plain = cell.replace(',', ".");
    if let Ok(number) = plain.parse::<f64>() {
        let is_whole = number.fract() == 0.0 && number.abs() < 1e9;
        return Some(if is_whole { within(number as i64) } else { Err(AnswerFault::OutOfScale) });
    }
    let (first, rest) = folded.split_once(' ')?;
    let both = match (first.parse::<i64>(), folded.rsplit_once(' ')) {
        (Ok(number), _) => Some((number, rest)),
        (Err(_), Some((words, last))) => last.parse().ok().map(|number| (number, words)),
        _ => None,
    };
    let (number, words) = both?;
    (label(words) == Some(number)).then(|| within(number))
}

/// The item that a column answers, by its key or its label; a grid names the item in its row.
pub fn column_of<'f>(form: &'f Form, key: &str, names: &[&str]) -> Option<&'f Item> {
    let items = || form.sections.iter().flat_map(|section| &section.items);
    let by_key = items().find(|item| item.key == key || names.iter().any(|name| name.trim() == item.key));
    by_key.or_else(|| {
        let names: Vec<String> = names.iter().map(|name| fold(name)).filter(|name| !name.is_empty()).collect();
        items().find(|item| names.contains(&fold(&item.label)))
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn scale() -> Scale {
        let labels = ["Muy malo", "Malo", "Regular", "Bueno", "Excelente"].map(str::to_owned).to_vec();
        Scale { min: 1, max: 5, satisfied_from: 4, labels, words: Vec::new() }
    }

    fn item(kind: ItemKind, options: &[&str]) -> Item {
        let options = options.iter().map(|option| (*option).to_owned()).collect();
        Item { key: "k".to_owned(), label: "L".to_owned(), kind, options }
    }

    #[test]
    fn a_cell_is_a_value_of_the_scale_or_says_why_not() {
        let number = |value| Ok(Some(Answer::Number(value)));
        for (cell, expected) in [
            ("4", number(4)),
            (" 4,0 ", number(4)),
            ("5.0", number(5)),
            ("EXCELENTE", number(5)),
            ("muy malo", number(1)),
            ("4 - Bueno", number(4)),
            ("Bueno (4)", number(4)),
            ("", Ok(None)),
            ("N/A", Ok(None)),
            ("NS/NR", Ok(None)),
            ("-", Ok(None)),
            ("— . —", Ok(None)),
            ("★★★★★", Err(AnswerFault::NotOnScale)),
            ("0", Err(AnswerFault::OutOfScale)),
            ("6", Err(AnswerFault::OutOfScale)),
            ("4.5", Err(AnswerFault::OutOfScale)),
            ("99999999999999999999", Err(AnswerFault::OutOfScale)),
            ("NaN", Err(AnswerFault::OutOfScale)),
            ("5 - Bueno", Err(AnswerFault::NotOnScale)),
            ("Fabuloso", Err(AnswerFault::NotOnScale)),
        ] {
            assert_eq!(read(&item(ItemKind::Scale, &[]), &scale(), &BTreeMap::new(), cell), expected, "{cell:?}");
        }
    }

    #[test]
    fn a_scale_that_calls_a_value_not_applicable_means_it() {
        let labels = vec!["No aplica".to_owned(), "Sí".to_owned()];
        let scale = Scale { min: 0, max: 1, satisfied_from: 1, labels, words: Vec::new() };
        assert_eq!(
            read(&item(ItemKind::Scale, &[]), &scale, &BTreeMap::new(), "no aplica"),
            Ok(Some(Answer::Number(0)))
        );
    }

    #[test]
    fn a_choice_is_one_of_the_options() {
        let text = |value: &str| Ok(Some(Answer::Text(value.to_owned())));
        let closed = item(ItemKind::Choice, &["Alcaldía", "EPS"]);
        let open = item(ItemKind::Choice, &["Alcaldía", "Otra"]);
        assert_eq!(read(&closed, &scale(), &BTreeMap::new(), "ALCALDIA"), text("Alcaldía"));
        assert_eq!(read(&closed, &scale(), &BTreeMap::new(), "Universidad"), Err(AnswerFault::UnknownOption));
        assert_eq!(read(&closed, &scale(), &BTreeMap::new(), ""), Ok(None));
        assert_eq!(read(&open, &scale(), &BTreeMap::new(), "Universidad"), text("Otra"));
        let asked = item(ItemKind::Choice, &["Sí", "No", "Otra"]);
        for (cell, expected) in [("Y", "Sí"), ("sim", "Sí"), ("N", "No"), ("Não", "No"), ("-oth-", "Otra")] {
            assert_eq!(read(&asked, &scale(), &BTreeMap::new(), cell), text(expected), "{cell}");
        }
    }

    #[test]
    fn several_options_are_read_however_they_are_joined() {
        let topics = item(ItemKind::Choices, &["Agua", "Suelo", "Energía solar, eólica", "Otro"]);
        let closed = item(ItemKind::Choices, &["Agua", "Suelo"]);
        let many = |options: &[&str]| Ok(Some(Answer::Many(options.iter().map(|one| (*one).to_owned()).collect())));
        let read = |item: &Item, cell: &str| read(item, &scale(), &BTreeMap::new(), cell);
        for cell in ["Suelo;Agua", "Agua, Suelo", "agua suelo", "Agua;Suelo;", "AGUA | suelo"] {
            assert_eq!(read(&topics, cell), many(&["Agua", "Suelo"]), "{cell}");
        }
        assert_eq!(read(&topics, "energía solar, eólica;Agua"), many(&["Agua", "Energía solar, eólica"]));
        assert_eq!(read(&topics, "Agua;café"), many(&["Agua", "Otro"]));
        assert_eq!(read(&topics, " "), Ok(None));
        assert_eq!(read(&closed, "Agua;café"), Err(AnswerFault::UnknownOption));
    }

    #[test]
    fn a_free_text_that_says_nothing_is_no_comment() {
        let comment = item(ItemKind::Text, &[]);
        assert_eq!(read(&comment, &scale(), &BTreeMap::new(), " ... "), Ok(None));
        assert_eq!(read(&comment, &scale(), &BTreeMap::new(), "n/a"), Ok(None));
        assert_eq!(
            read(&comment, &scale(), &BTreeMap::new(), "Más\u{7} tiempo"),
            Ok(Some(Answer::Text("Más tiempo".to_owned())))
        );
    }
}
