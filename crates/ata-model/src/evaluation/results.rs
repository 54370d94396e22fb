//! What the answers to a form say together: means, shares of the satisfied, comments. No group is so small that it
//! tells who answered.

use super::answer::{Answer, Sheet};
use crate::profile::{Form, Item, ItemKind};
use serde::Serialize;
use std::collections::BTreeMap;

/// Groups of fewer answers are not shown.
pub const SMALLEST_GROUP: i64 = 5;

/// Valid answers, their mean and the share of them that is satisfied. Blank answers do not count.
#[derive(Debug, Clone, Copy, Default, PartialEq, Serialize)]
pub struct Share {
    /// Valid answers.
    pub n: i64,
    /// Two decimals; none without answers.
    pub mean: Option<f64>,
    /// 0 to 1, three decimals; none without answers.
    pub satisfied: Option<f64>,
}

/// An item of the scale.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct ItemResult {
    pub key: String,
    pub label: String,
    #[serde(flatten)]
    pub share: Share,
    /// How often each value was given.
    pub counts: BTreeMap<String, i64>,
}

/// A section; its mean is the mean of its items.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct SectionResult {
    pub key: String,
    pub title: String,
    #[serde(flatten)]
    pub share: Share,
}

/// The answers of those who chose one option.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Group {
    pub option: String,
    /// Answer sheets; none when the group is too small to be shown.
    pub n: Option<i64>,
    pub mean: Option<f64>,
    pub satisfied: Option<f64>,
    pub suppressed: bool,
}

/// The results by the options of one item.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Breakdown {
    pub key: String,
    pub label: String,
    pub groups: Vec<Group>,
}

/// A free text. Nothing tells which other answers stood beside it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Comment {
    pub key: String,
    pub label: String,
    pub text: String,
}

/// What the evaluation of a session or a case says.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Results {
    pub responses: i64,
    pub attendees: i64,
    /// Responses by attendees, three decimals; none without attendees.
    pub response_rate: Option<f64>,
    pub items: Vec<ItemResult>,
    pub sections: Vec<SectionResult>,
    pub overall: Share,
    pub breakdowns: Vec<Breakdown>,
    pub comments: Vec<Comment>,
}

/// Tabulates answer sheets. Comments come in the order of `order`, which must say nothing of who wrote them or when.
pub fn results(form: &Form, sheets: &[Sheet], attendees: i64, order: impl Fn(&str) -> String) -> Results {
    let items: Vec<ItemResult> = scale_items(form).map(|item| item_result(form, item, sheets)).collect();
    let responses = sheets.len() as i64;
    Results {
        responses,
        attendees,
        response_rate: (attendees > 0).then(|| rounded(responses as f64 / attendees as f64, 3)),
        sections: form
            .sections
            .iter()
            .filter(|section| section.items.iter().any(|item| item.kind == ItemKind::Scale))
            .map(|section| SectionResult {
                key: section.key.clone(),
                title: section.title.clone(),
                share: together(form, section.items.iter().filter(|item| item.kind == ItemKind::Scale), sheets.iter()),
            })
            .collect(),
        overall: together(form, scale_items(form), sheets.iter()),
        breakdowns: form
            .sections
            .iter()
            .flat_map(|section| &section.items)
            .filter(|item| matches!(item.kind, ItemKind::Choice | ItemKind::Choices))
            .map(|item| breakdown(form, item, sheets))
            .collect(),
        comments: comments(form, sheets, order),
        items,
    }
}

fn scale_items(form: &Form) -> impl Iterator<Item = &Item> {
    form.sections.iter().flat_map(|section| &section.items).filter(|item| item.kind == ItemKind::Scale)
}

fn rounded(value: f64, decimals: i32) -> f64 {
    let factor = 10_f64.powi(decimals);
    (value * factor).round() / factor
}

/// The valid answers to one item of the scale.
fn values<'s>(item: &Item, sheets: impl Iterator<Item = &'s Sheet>) -> Vec<i64> {
    let values = sheets.filter_map(|sheet| match sheet.get(&item.key) {
        Some(Answer::Number(value)) => Some(*value),
        _ => None,
    });
    values.collect()
}

fn item_result(form: &Form, item: &Item, sheets: &[Sheet]) -> ItemResult {
    let values = values(item, sheets.iter());
    let count = |value: i64| values.iter().filter(|given| **given == value).count() as i64;
    ItemResult {
        key: item.key.clone(),
        label: item.label.clone(),
        share: together(form, std::iter::once(item), sheets.iter()),
        counts: (form.scale.min..=form.scale.max).map(|value| (value.to_string(), count(value))).collect(),
    }
}

/// Several items together: the mean of their means, and the satisfied among all valid answers.
fn together<'a>(
    form: &Form,
    items: impl Iterator<Item = &'a Item>,
    sheets: impl Iterator<Item = &'a Sheet> + Clone,
) -> Share {
    let (mut n, mut satisfied, mut means) = (0, 0, Vec::new());
    for item in items {
        let values = values(item, sheets.clone());
        if values.is_empty() {
            continue;
        }
        n += values.len() as i64;
        satisfied += values.iter().filter(|value| **value >= form.scale.satisfied_from).count();
        means.push(values.iter().sum::<i64>() as f64 / values.len() as f64);
    }
    Share {
        n,
        mean: (n > 0).then(|| rounded(means.iter().sum::<f64>() / means.len() as f64, 2)),
        satisfied: (n > 0).then(|| rounded(satisfied as f64 / n as f64, 3)),
    }
}

fn breakdown(form: &Form, item: &Item, sheets: &[Sheet]) -> Breakdown {
    let of = |option: &str| {
        let chosen = |sheet: &&Sheet| match sheet.get(&item.key) {
            Some(Answer::Text(text)) => text == option,
            Some(Answer::Many(options)) => options.iter().any(|one| one == option),
            _ => false,
        };
        sheets.iter().filter(chosen).collect::<Vec<_>>()
    };
    let members: Vec<Vec<&Sheet>> = item.options.iter().map(|option| of(option)).collect();
    let sizes: Vec<i64> = members.iter().map(|sheets| sheets.len() as i64).collect();
    let hidden = hidden(&sizes);
    let groups = item.options.iter().zip(&members).zip(hidden).map(|((option, sheets), suppressed)| {
        let share = together(form, scale_items(form), sheets.iter().copied());
        Group {
            option: option.clone(),
            n: (!suppressed).then_some(sheets.len() as i64),
            mean: share.mean.filter(|_| !suppressed),
            satisfied: share.satisfied.filter(|_| !suppressed),
            suppressed,
        }
    });
    Breakdown { key: item.key.clone(), label: item.label.clone(), groups: groups.collect() }
}

/// Which groups are not shown: the small ones, and the next larger where the whole would betray them.
fn hidden(sizes: &[i64]) -> Vec<bool> {
    let mut hidden: Vec<bool> = sizes.iter().map(|size| *size < SMALLEST_GROUP).collect();
    let unseen = |hidden: &[bool]| sizes.iter().zip(hidden).filter(|(_, hidden)| **hidden).map(|(n, _)| n).sum::<i64>();
    if (1..SMALLEST_GROUP).contains(&unseen(&hidden)) {
        let next = (0..sizes.len()).filter(|at| !hidden[*at]).min_by_key(|at| sizes[*at]);
        if let Some(next) = next {
            hidden[next] = true;
        }
    }
    hidden
}

fn comments(form: &Form, sheets: &[Sheet], order: impl Fn(&str) -> String) -> Vec<Comment> {
    let mut all = Vec::new();
    for item in form.sections.iter().flat_map(|section| &section.items).filter(|item| item.kind == ItemKind::Text) {
        let texts = sheets.iter().filter_map(|sheet| match sheet.get(&item.key) {
            Some(Answer::Text(text)) => Some(text.clone()),
            _ => None,
        });
        let mut comments: Vec<Comment> =
            texts.map(|text| Comment { key: item.key.clone(), label: item.label.clone(), text }).collect();
        comments.sort_by_cached_key(|comment| order(&comment.text));
        all.extend(comments);
    }
    all
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::profile::{Scale, Section};

    fn item(key: &str, kind: ItemKind, options: &[&str]) -> Item {
        let options = options.iter().map(|option| (*option).to_owned()).collect();
        Item { key: key.to_owned(), label: key.to_uppercase(), kind, options }
    }

    fn form() -> Form {
        let section = |key: &str, items| Section { key: key.to_owned(), title: key.to_uppercase(), items };
        Form {
            title: "F".to_owned(),
            code: None,
            scale: Scale { min: 1, max: 5, satisfied_from: 4, labels: Vec::new(), words: Vec::new() },
            sections: vec![
                section("who", vec![item("kind", ItemKind::Choice, &["a", "b", "c"])]),
                section("one", vec![item("x", ItemKind::Scale, &[]), item("y", ItemKind::Scale, &[])]),
                section("two", vec![item("z", ItemKind::Scale, &[]), item("say", ItemKind::Text, &[])]),
            ],
        }
    }

    fn sheet(answers: &[(&str, i64)], texts: &[(&str, &str)]) -> Sheet {
        let numbers = answers.iter().map(|(key, value)| ((*key).to_owned(), Answer::Number(*value)));
        let texts = texts.iter().map(|(key, text)| ((*key).to_owned(), Answer::Text((*text).to_owned())));
        numbers.chain(texts).collect()
    }

    fn tabulate(sheets: &[Sheet], attendees: i64) -> Results {
        results(&form(), sheets, attendees, |text| text.chars().rev().collect())
    }

    #[test]
    fn means_and_shares_count_valid_answers_only() {
        let sheets = [
            sheet(&[("x", 5), ("y", 3), ("z", 4)], &[]),
            sheet(&[("x", 4), ("z", 2)], &[]),
            sheet(&[("x", 4)], &[("say", "Más tiempo")]),
        ];
        let found = tabulate(&sheets, 8);
        assert_eq!((found.responses, found.attendees, found.response_rate), (3, 8, Some(0.375)));
        let x = &found.items[0];
        assert_eq!((x.key.as_str(), x.share), ("x", Share { n: 3, mean: Some(4.33), satisfied: Some(1.0) }));
        assert_eq!(x.counts["4"], 2);
        // Mean of 4.333… and 3; three of four answers satisfied.
        assert_eq!(found.sections[0].share, Share { n: 4, mean: Some(3.67), satisfied: Some(0.75) });
        assert_eq!(found.overall, Share { n: 6, mean: Some(3.44), satisfied: Some(0.667) });
        assert_eq!(found.sections.len(), 2, "a section without a scale has no mean");
    }

    #[test]
    fn nothing_answered_is_nothing_and_no_division() {
        let found = tabulate(&[], 0);
        assert_eq!((found.response_rate, found.overall), (None, Share::default()));
        assert_eq!(found.items[2].share, Share::default());
    }

    #[test]
    fn a_small_group_is_not_shown_nor_can_it_be_told_from_the_rest() {
        for (sizes, expected) in [
            (vec![10, 5, 5], vec![false, false, false]),
            (vec![10, 4, 0], vec![true, true, true]),
            (vec![10, 7, 4], vec![false, true, true]),
            (vec![10, 4, 4], vec![false, true, true]),
            (vec![10, 8, 0], vec![false, false, true]),
            (vec![3], vec![true]),
        ] {
            assert_eq!(hidden(&sizes), expected, "{sizes:?}");
        }
        let mut sheets: Vec<Sheet> = (0..6).map(|_| sheet(&[("x", 5)], &[("kind", "a")])).collect();
        sheets.extend((0..3).map(|_| sheet(&[("x", 1)], &[("kind", "b")])));
        let found = tabulate(&sheets, 10);
        let b = &found.breakdowns[0].groups[1];
        assert_eq!((b.n, b.mean, b.satisfied, b.suppressed), (None, None, None, true));
    }

    #[test]
    fn comments_stand_alone_in_an_order_that_says_nothing() {
        let sheets =
            [sheet(&[("x", 1)], &[("say", "ab"), ("kind", "a")]), sheet(&[("x", 5)], &[("say", "ba"), ("kind", "b")])];
        let texts: Vec<String> = tabulate(&sheets, 2).comments.into_iter().map(|comment| comment.text).collect();
        assert_eq!(texts, ["ba", "ab"]);
    }
}
