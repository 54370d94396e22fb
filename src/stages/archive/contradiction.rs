//! What the readable text of a package says of a case must be what its sealed rows say: whoever takes the package in reads the one and
//! believes the other.

use serde_json::Value;
use std::collections::HashMap;

/// What both say in the same words.
const TOLD: [&str; 20] = [
    "name",
    "title",
    "description",
    "topic",
    "origin",
    "received",
    "text",
    "kind",
    "type",
    "status",
    "place",
    "link",
    "extraordinary",
    "filename",
    "sha256",
    "subject",
    "objective",
    "audience",
    "activity",
    "approved_on",
];

/// The sealed rows of a case, by what the text calls them: `P-9`, `O-4`, `M-17`, and of the case itself `AT-2026-0001-S1`.
struct Sealed {
    rows: HashMap<String, Value>,
    plan: Value,
    passages: Vec<Value>,
}

impl Sealed {
    fn read(register: &str, case: &str) -> Sealed {
        let (mut rows, mut plan, mut passages) = (HashMap::new(), Value::Null, Vec::new());
        for line in register.lines() {
            let Ok(mut line) = serde_json::from_str::<Value>(line) else { continue };
            let row = line["row"].take();
            let called = match line["table"].as_str().unwrap_or_default() {
                "cases" => case.to_owned(),
                "sealed_person" => format!("P-{}", row["person_id"]),
                "sealed_organisation" => format!("O-{}", row["organisation_id"]),
                "message" => format!("M-{}", row["id"]),
                "session" => format!("{case}-S{}", row["number"]),
                "commitment" => format!("{case}-C{}", row["number"]),
                "document" => format!("{case}-D{}", row["number"]),
                "plan" => {
                    plan = row;
                    continue;
                }
                "passage" => {
                    passages.push(row);
                    continue;
                }
                _ => continue,
            };
            rows.insert(called, row);
        }
        Sealed { rows, plan, passages }
    }

    /// Does the text, or anything in it, say something else?
    fn is_contradicted(&self, told: &Value) -> bool {
        match told {
            Value::Object(fields) => {
                let row = fields.get("id").and_then(Value::as_str).and_then(|id| self.rows.get(id));
                row.is_some_and(|row| differ(told, row)) || fields.values().any(|value| self.is_contradicted(value))
            }
            Value::Array(items) => items.iter().any(|item| self.is_contradicted(item)),
            _ => false,
        }
    }
}

/// Is something told otherwise than it is sealed? What is not known is nothing here and empty there.
fn differ(told: &Value, sealed: &Value) -> bool {
    let text = |value: &Value| value.as_str().unwrap_or_default().to_owned();
    let is_text = |value: &Value| value.is_string() || value.is_null();
    TOLD.iter().any(|field| match (told.get(field), sealed.get(field)) {
        (Some(told), Some(sealed)) if is_text(told) && is_text(sealed) => text(told) != text(sealed),
        _ => false,
    })
}

/// Does `case.json` say of the case what its sealed rows do not?
pub fn contradicts(case: &Value, register: &str) -> bool {
    let sealed = Sealed::read(register, case["id"].as_str().unwrap_or_default());
    let list = |field: &str| case[field].as_array().map(Vec::as_slice).unwrap_or_default();
    let (passages, count) = (list("passages"), |part: &str| sealed.rows.keys().filter(|id| id.contains(part)).count());
    let id = case["id"].as_str().unwrap_or_default();
    let lists = [("sessions", "-S"), ("commitments", "-C"), ("documents", "-D")];
    let is_sealed = |told: &Value| {
        let same = |row: &&Value| ["stage", "outcome", "by"].iter().all(|field| told[field] == row[field]);
        sealed.passages.iter().any(|row| same(&row))
    };
    lists.iter().any(|(field, part)| list(field).len() != count(&format!("{id}{part}")))
        || list("messages").len() != sealed.rows.keys().filter(|id| id.starts_with("M-")).count()
        || passages.len() != sealed.passages.len()
        || !passages.iter().all(is_sealed)
        || differ(&case["plan"], &sealed.plan)
        || list("messages").iter().any(|message| {
            let row = sealed.rows.get(message["id"].as_str().unwrap_or_default());
            row.is_some_and(|row| differ(&message["to"], row))
        })
        || sealed.is_contradicted(case)
}
