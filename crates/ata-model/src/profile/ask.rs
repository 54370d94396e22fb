//! What the other parts ask of a profile: the rule of a stage, its control points, its records.

use super::read::nearest;
use super::{ControlRule, Item, Profile, Record, StageRule};
use crate::control::Control;
use crate::document::PLAIN_TYPES;
use crate::name::fold;
use crate::stage::Stage;
use serde::{Deserialize, Deserializer, de::Error};
use std::collections::BTreeMap;

/// The rule of a stage that a profile built by hand leaves out: it asks for nothing.
static SILENT: StageRule = StageRule {
    title: String::new(),
    area: String::new(),
    post: String::new(),
    controls: Vec::new(),
    records: Vec::new(),
    shortcuts: Vec::new(),
    skippable: false,
};

/// Reads the stages of a stored profile and refuses one that lacks a stage: without its rule the
/// stage's control points would silently stop applying.
pub(super) fn all_eight<'de, D>(from: D) -> Result<BTreeMap<Stage, StageRule>, D::Error>
where
    D: Deserializer<'de>,
{
    let stages = BTreeMap::<Stage, StageRule>::deserialize(from)?;
    match Stage::ALL.into_iter().find(|stage| !stages.contains_key(stage)) {
        Some(absent) => Err(D::Error::missing_field(absent.code())),
        None => Ok(stages),
    }
}

impl Profile {
    /// What the profile says of a stage. A profile that was parsed or read back has all eight.
    pub fn rule(&self, stage: Stage) -> &StageRule {
        self.stage.get(&stage).unwrap_or(&SILENT)
    }

    /// The control points that guard the leaving of a stage, in the profile's order.
    pub fn controls(&self, stage: Stage) -> &[ControlRule] {
        &self.rule(stage).controls
    }

    /// May this control point be waived with a reason? No for one that the profile does not apply.
    pub fn is_waivable(&self, control: Control) -> bool {
        self.controls(control.stage()).iter().any(|rule| rule.name == control && rule.waivable)
    }

    /// All records with the stage that leaves them, in the order of the walk.
    pub fn records(&self) -> impl Iterator<Item = (Stage, &Record)> {
        self.stage.iter().flat_map(|(stage, rule)| rule.records.iter().map(move |record| (*stage, record)))
    }

    /// The record with this key (`ata archive attach --type KEY`).
    pub fn record(&self, key: &str) -> Option<&Record> {
        self.records().map(|(_, record)| record).find(|record| record.key == key)
    }

    /// The document type that a word names, also in capitals or with hyphens: the key of a record, one of the plain types, or the
    /// title that a record has in the profile.
    ///
    /// # Errors
    /// The type that was perhaps meant.
    pub fn document_type(&self, word: &str) -> Result<&str, Option<&str>> {
        let key = word.trim().to_lowercase().replace('-', "_");
        let known: Vec<&str> = self.document_types().collect();
        let found = known.iter().find(|known| **known == key).copied();
        found.or_else(|| self.titled(&fold(word))).ok_or_else(|| nearest(&key, &known))
    }

    /// The record whose title is the word, one or many of it; else the only one whose title begins so.
    fn titled(&self, said: &str) -> Option<&str> {
        if said.is_empty() {
            return None;
        }
        let all: Vec<(String, &str)> =
            self.records().map(|(_, record)| (fold(&record.title), record.key.as_str())).collect();
        let is = |title: &str| title == said || title.strip_suffix('s').is_some_and(|one| one == said);
        let mut begin: Vec<&str> =
            all.iter().filter(|(title, _)| title.starts_with(said)).map(|(_, key)| *key).collect();
        begin.dedup();
        let exact = all.iter().find(|(title, _)| is(title)).map(|(_, key)| *key);
        exact.or_else(|| begin.first().copied().filter(|_| begin.len() == 1))
    }

    /// Every document type, in the order of the walk.
    pub fn document_types(&self) -> impl Iterator<Item = &str> {
        self.records().map(|(_, record)| record.key.as_str()).chain(PLAIN_TYPES.iter().copied())
    }

    /// The records a case file must hold, each with the stage that leaves it. A case that took a
    /// shortcut or skipped a stage owes nothing for the stages it did not walk: the caller leaves
    /// those out.
    pub fn required_records(&self) -> impl Iterator<Item = (Stage, &Record)> {
        self.records().filter(|(_, record)| record.required)
    }

    /// The items of the evaluation form, flat, in the order of the form.
    pub fn items(&self) -> impl Iterator<Item = &Item> {
        self.evaluation.sections.iter().flat_map(|section| &section.items)
    }

    /// Code of the series that a case of this kind stands under, by the first rule that fits.
    pub fn series_for(&self, activity: Option<&str>, origin: &str, group: Option<&str>) -> Option<&str> {
        let fits = |named: &[String], value: Option<&str>| {
            named.is_empty() || value.is_some_and(|value| named.iter().any(|one| one.eq_ignore_ascii_case(value)))
        };
        let origin = origin.replace('_', "-");
        let rule = self.classification.iter().find(|rule| {
            fits(&rule.activity, activity) && fits(&rule.origin, Some(&origin)) && fits(&rule.group, group)
        });
        rule.map(|rule| rule.series.as_str())
    }

    /// May a case whose need has this origin jump from one stage to the other?
    /// `self_assessment` and `self-assessment` are the same origin.
    pub fn allows_shortcut(&self, origin: &str, from: Stage, to: Stage) -> bool {
        let origin = origin.replace('_', "-");
        self.rule(from).shortcuts.iter().any(|shortcut| shortcut.origin == origin && shortcut.to == to)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::profile::Classification;

    #[test]
    fn a_document_type_is_named_by_its_key_or_by_its_title() {
        let profile = Profile::parse(include_str!("../../../../profiles/santander.toml")).expect("a profile");
        for (word, key) in [
            ("minutes", Ok("minutes")),
            ("Meeting-Register", Ok("meeting_register")),
            ("acta", Ok("minutes")),
            ("ACTAS", Ok("minutes")),
            ("Informe", Ok("report")),
            ("actas de seguimiento", Ok("followup_minutes")),
            ("planilla", Ok("attendance_sheet")),
            // Two titles begin so.
            ("registro", Err(None)),
            ("minuts", Err(Some("minutes"))),
            ("", Err(None)),
        ] {
            assert_eq!(profile.document_type(word), key, "{word}");
        }
    }

    #[test]
    fn the_first_rule_that_fits_gives_the_series() {
        let mut profile = Profile::parse(include_str!("../../../../profiles/santander.toml")).expect("a profile");
        let words = |words: &[&str]| words.iter().map(|word| (*word).to_owned()).collect::<Vec<_>>();
        let rule = |series: &str, activity: &[&str], origin: &[&str], group: &[&str]| Classification {
            series: series.to_owned(),
            activity: words(activity),
            origin: words(origin),
            group: words(group),
        };
        profile.classification = vec![
            rule("1", &["workshop", "training"], &[], &["GVSP"]),
            rule("2", &[], &["self-assessment"], &[]),
            rule("3", &["visit"], &[], &[]),
        ];
        for (activity, origin, group, series) in [
            (Some("workshop"), "request", Some("gvsp"), Some("1")),
            (Some("workshop"), "request", Some("GSA"), None),
            (Some("workshop"), "request", None, None),
            (Some("workshop"), "self_assessment", None, Some("2")),
            (Some("visit"), "request", Some("GSA"), Some("3")),
            (None, "request", Some("GVSP"), None),
        ] {
            assert_eq!(profile.series_for(activity, origin, group), series, "{activity:?} {origin} {group:?}");
        }
    }
}
