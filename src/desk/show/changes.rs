//! The rows that an operation changed, in words: which thing, which fact of it, what it was and what it is. What only the program
//! needs (search keys, digests) is in the JSON and not here.

use crate::desk::dossier;
use crate::desk::show::moment;
use crate::env::Desk;
use crate::locale::Words;
use crate::stages::notify::ledger_failure;
use ata_model::reference::{Part, part_id};
use ata_model::session::local;
use ata_store::{Change, Db};
use serde_json::Value;
use std::collections::BTreeMap;

/// Columns that say nothing to anybody.
const HIDDEN: &[&str] = &[
    "id",
    "fold",
    "place_fold",
    "match_key",
    "uid",
    "key",
    "instance",
    "run",
    "digest",
    "sha512",
    "print",
    "answers",
    "answer_id",
    "entry",
    "candidates",
    "compiled",
    "html",
    "ics",
    "sequence",
    "nth",
    "is_strong",
    "token",
    "content",
    "result",
    "notice",
    "template_version",
    "seal",
    "manifest",
    "position",
    "document_id",
    "import_id",
    "profile_id",
    "spans",
];

/// Tables whose rows repeat what other rows say: whom a closed case names, which later file has a row too.
const UNTOLD: &[&str] =
    &["sealed_person", "sealed_organisation", "attendance_said", "person_said", "review_again", "response_again"];

/// One fact of one thing.
pub struct Fact {
    table: String,
    /// `P-2`, `AT-2026-0001-S1`; empty for what has no reference of its own.
    reference: String,
    column: String,
    before: String,
    after: String,
}

/// The facts, with references in place of row numbers and instants on the desk's clock; codes are still codes.
pub fn facts(db: &Db, changes: &[Change], desk: &Desk) -> Vec<Fact> {
    let mut all = Vec::new();
    for change in changes {
        let Some(row) = change.after.as_ref().or(change.before.as_ref()) else { continue };
        if UNTOLD.contains(&change.table.as_str()) {
            continue;
        }
        let reference = reference(db, &change.table, row).unwrap_or_default();
        for column in row.as_object().into_iter().flat_map(|row| row.keys()) {
            let side = |side: &Option<Value>| {
                side.as_ref().map(|row| plain(db, &change.table, column, &row[column], desk)).unwrap_or_default()
            };
            let (before, after) = (side(&change.before), side(&change.after));
            if before != after && !HIDDEN.contains(&column.as_str()) {
                let (table, reference) = (change.table.clone(), reference.clone());
                all.push(Fact { table, reference, column: column.clone(), before, after });
            }
        }
    }
    all
}

/// What a row is called, where it has a name of its own.
fn reference(db: &Db, table: &str, row: &Value) -> Option<String> {
    let number = |column: &str| row[column].as_i64();
    let of_case = |part| Some(part_id(&db.case_ref(number("case_id")?).ok()?, part, number("number")?));
    let by = |begin: &str| Some(format!("{begin}-{}", number("id")?));
    match table {
        "person" => by("P"),
        "organisation" => by("O"),
        "message" => by("M"),
        "import" => by("I"),
        "review" => by("R"),
        "elimination" => by("E"),
        "cases" => db.case_ref(number("id")?).ok(),
        "session" => of_case(Part::Session).or_else(|| db.session_ref(number("id")?).ok()),
        "commitment" => of_case(Part::Commitment),
        "document" => of_case(Part::Document),
        _ => None,
    }
}

/// A stored value as it is read: references, hours of the desk, lists in a line; a missing one as nothing.
fn plain(db: &Db, table: &str, column: &str, value: &Value, desk: &Desk) -> String {
    let zone = desk.row.zone.as_str();
    match value {
        Value::Null => String::new(),
        Value::Number(number) => {
            let id = number.as_i64().unwrap_or_default();
            match column {
                "person_id" | "signed_by" | "approved_by" | "head_id" | "chair_id" | "a_id" | "b_id" => {
                    format!("P-{id}")
                }
                "organisation_id" | "group_id" | "referred_by" => format!("O-{id}"),
                "message_id" => format!("M-{id}"),
                "elimination_id" => format!("E-{id}"),
                "parent_id" if table == "organisation" => format!("O-{id}"),
                "merged_into" if table == "person" => format!("P-{id}"),
                "case_id" | "parent_id" | "merged_into" => db.case_ref(id).unwrap_or_default(),
                "session_id" => db.session_ref(id).unwrap_or_default(),
                "commitment_id" => db.commitment(id, desk.today()).map(|one| one.id).unwrap_or_default(),
                "replaced_by" => db.document(id).map(|one| one.id).unwrap_or_default(),
                "board_id" => db.board(id).map(|one| one.name).unwrap_or_default(),
                _ => number.to_string(),
            }
        }
        Value::String(text) if column == "type" => {
            let titles = dossier::record_titles(&desk.row.profile);
            titles.into_iter().find(|(key, _)| key == text).map_or_else(|| text.clone(), |(_, title)| title)
        }
        Value::String(text) if column == "waived" => {
            let waived: BTreeMap<String, String> = serde_json::from_str(text).unwrap_or_default();
            waived.iter().map(|(control, reason)| format!("{control}: {reason}")).collect::<Vec<_>>().join("; ")
        }
        Value::String(text) if text.len() == 20 && text.ends_with('Z') => moment(&local(text, zone)),
        Value::String(text) if text.starts_with(['[', '{']) => {
            serde_json::from_str::<Value>(text).map_or_else(|_| text.clone(), |value| line(&value))
        }
        Value::String(text) => text.clone(),
        other => other.to_string(),
    }
}

/// A list of things in a line: `09:00 Apertura, 10:00 Vacunas`.
fn line(value: &Value) -> String {
    let all =
        |values: Vec<String>, by: &str| values.into_iter().filter(|text| !text.is_empty()).collect::<Vec<_>>().join(by);
    match value {
        Value::Null => String::new(),
        Value::String(text) => text.clone(),
        Value::Array(items) => all(items.iter().map(line).collect(), ", "),
        // As an agenda is written: hour, topic, who.
        Value::Object(row) => {
            let known = ["time", "topic", "who"];
            all(known.iter().filter_map(|key| row.get(*key)).map(line).collect(), " ")
        }
        other => other.to_string(),
    }
}

impl Fact {
    /// Thing, fact, before, after; none where the fact has no word, which a test makes impossible.
    pub fn row(&self, words: &Words) -> Option<[String; 4]> {
        let thing = format!("{} {}", words.term("table", &self.table), self.reference);
        let side = |text: &str| self.said(text, words);
        Some([
            thing.trim_end().to_owned(),
            field(&self.table, &self.column, words)?,
            side(&self.before),
            side(&self.after),
        ])
    }

    /// A code in words.
    fn said(&self, text: &str, words: &Words) -> String {
        let list = match (self.table.as_str(), self.column.as_str()) {
            _ if text.is_empty() => return String::new(),
            (_, "done" | "withdrawn" | "mandated") => {
                return words.word(if text == "0" { "look-no" } else { "look-yes" });
            }
            ("message", "error") => return ledger_failure(text, words),
            (_, "state_reason") => return text.to_owned(),
            ("cases", "state") => "state",
            ("attendance", "status") => "attendance",
            ("attempt", "outcome") => "call",
            ("passage", "outcome") => "outcome",
            ("message" | "paper" | "reminder", "kind") => "notice",
            ("session_change", "kind") => "session",
            ("party", "role") => "column",
            ("person", "role") => "role",
            ("review", "state") => "review",
            ("reminder", "rule") => "reminder",
            (table, "state" | "kind") => table,
            (_, "status") => "status",
            (_, column @ ("stage" | "origin" | "channel" | "modality" | "activity" | "answer" | "disposal")) => column,
            _ => return text.to_owned(),
        };
        words.term(list, text)
    }
}

/// What a column is called.
fn field(table: &str, column: &str, words: &Words) -> Option<String> {
    let key = match (table, column) {
        ("cases", "parent_id") => "raised-from",
        ("message", "message_id") => "message-id",
        (_, "on_day" | "day" | "added_on") => "date",
        (_, "filename") => "file",
        (_, "types") => "type",
        (_, "start_at") => "start",
        (_, "end_at") => "end",
        (_, "zone") => "time-zone",
        (_, "series_code") => "series",
        (_, "conflict_reason") => "conflict",
        (_, "contract_reference") => "contract",
        (_, "state_reason") => "reason",
        (_, "doc_number") => "doc",
        (_, "set_by" | "lifted_by" | "proposed_by" | "decided_by" | "settled_by") => "by",
        (_, "set_on") => "held-since",
        (_, "settled_on" | "closed_on" | "closed_at" | "ended_on") => "closed",
        (_, "body") => "text",
        (_, "via") => "way",
        (_, "due_on") => "due",
        (_, "comment") => "note",
        (_, "diagnostic") => "detail",
        (_, "about") => "ref",
        (_, "number") => "order",
        ("attendance" | "minutes", "organisation_id") => "organisation",
        (_, "organisation_id") => "org",
        _ => column.strip_suffix("_id").unwrap_or(column),
    };
    words.maybe(&format!("term-column-{}", key.replace('_', "-")))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::mail::language::Language;

    /// Tables of which the log keeps no rows.
    const UNLOGGED: &[&str] = &[
        "operation",
        "operation_case",
        "operation_detail",
        "log_head",
        "counter",
        "blob",
        "import_print",
        "differential_answer",
        "provenance",
        "received_file",
    ];

    #[test]
    fn every_thing_and_fact_of_the_register_has_a_word_or_is_hidden() {
        let schema = include_str!("../../../schema.sql");
        for language in Language::ALL {
            let words = Words::new(language);
            for table in schema.split("CREATE TABLE ").skip(1) {
                let name = table.split([' ', '(']).next().unwrap_or_default();
                if UNLOGGED.contains(&name) || UNTOLD.contains(&name) {
                    continue;
                }
                assert_ne!(words.term("table", name), name, "{name}");
                for line in table.lines().skip(1).take_while(|line| !line.starts_with(')')) {
                    let column = line.trim_start().split(' ').next().unwrap_or_default();
                    let is_column = line.starts_with("    ")
                        && !line.starts_with("     ")
                        && column.chars().all(|c| c.is_ascii_lowercase() || c == '_' || c.is_ascii_digit());
                    let known = column.is_empty() || HIDDEN.contains(&column) || field(name, column, &words).is_some();
                    assert!(!is_column || known, "{name}.{column}");
                }
            }
        }
    }
}
