//! What came of taking a file in, shown the same way for every kind of file.

use crate::env::Env;
use crate::error::Kind;
use crate::locale::{Arg, Phrase, Words};
use crate::phrase;
use crate::view::{Answer, Page, Table};
use ata_model::case::{CHANNELS, ORIGINS};
use ata_model::import::{Action, Decided, ImportResult, Reject, Step, Warning};
use ata_model::register::{ORGANISATION_KINDS, ROLES};
use std::collections::BTreeMap;

/// Warnings said on stderr for one file; JSON has them all.
const SAID: usize = 20;

/// The answer of an import: rejected rows make it end with the exit code of findings.
pub fn answer(result: ImportResult, env: &Env) -> Answer {
    answers(vec![result], env)
}

/// The same of answers to questions, which refused rows are shown with by what they ask.
pub fn answer_to(result: ImportResult, questions: Questions, env: &Env) -> Answer {
    told(vec![result], questions, env)
}

/// What the questions of a form ask, by their keys.
pub type Questions = BTreeMap<String, String>;

/// The answer of several imports: a list, when it was more than one file.
pub fn answers(results: Vec<ImportResult>, env: &Env) -> Answer {
    told(results, Questions::new(), env)
}

fn told(results: Vec<ImportResult>, questions: Questions, env: &Env) -> Answer {
    let exit = if results.iter().any(|result| result.rejected > 0) { Kind::Findings.exit() } else { 0 };
    let notes: Vec<Phrase> = results.iter().flat_map(notes).collect();
    let dry_run = env.globals.dry_run;
    let waiting =
        results.iter().filter(|result| result.review > 0 && !dry_run).filter_map(|result| result.import.as_ref());
    let waiting: Vec<Phrase> = waiting.map(|import| phrase!("import-queue-see", import = import)).collect();
    let shown = results.into_iter().map(|result| Shown { result, dry_run }).collect();
    let page = move |one: &Shown, words: &Words| whole(&one.result, &questions, words);
    let answer = Answer::some(shown, "file", |one: &Shown| &one.result.file, page);
    answer.exit(exit).notes(notes).notes(waiting)
}

fn notes(result: &ImportResult) -> Vec<Phrase> {
    let one = |warning: &Warning| {
        let code = Arg::Word(format!("import-warning-{}", warning.code.replace('_', "-")));
        match warning.line {
            Some(line) => phrase!("import-warning", line = line.to_string(), code = code, detail = &warning.detail),
            None => phrase!("import-warning-whole", code = code, detail = &warning.detail),
        }
    };
    let mut notes: Vec<Phrase> = result.warnings.iter().take(SAID).map(one).collect();
    if result.warnings.len() > SAID {
        notes.push(phrase!("import-warnings-more", n = result.warnings.len() - SAID));
    }
    notes
}

#[derive(serde::Serialize)]
struct Shown {
    #[serde(flatten)]
    result: ImportResult,
    #[serde(skip_serializing_if = "std::ops::Not::not")]
    dry_run: bool,
}

/// The counts, and every row that was refused.
pub fn page(result: &ImportResult, words: &Words) -> Page {
    whole(result, &Questions::new(), words)
}

fn whole(result: &ImportResult, questions: &Questions, words: &Words) -> Page {
    let mut page = Page::default();
    let source = words.term("source", &result.source);
    page = page.line(words.say(&phrase!(
        "import-done",
        file = Arg::file(&result.file),
        source = source,
        rows = result.rows
    )));
    if let Some(decided) = &result.decided {
        page = page.line(format!("  {}", reading(decided, words)));
    }
    if !result.changed {
        page = page.line(words.say(&phrase!("import-nothing", file = Arg::file(&result.file))));
    }
    let counts = [
        ("people", result.people),
        ("new-people", result.new_people),
        ("matched", result.matched),
        ("responses", result.responses),
        ("added", result.added),
        ("differential", result.differential),
        ("updated", Some(result.updated)),
        ("unchanged", Some(result.unchanged)),
        ("review", Some(result.review)),
        ("ignored", Some(result.ignored).filter(|_| result.ignored_reasons.is_empty())),
        ("rejected", Some(result.rejected)),
    ];
    let said = counts.iter().filter_map(|(key, count)| {
        let count = (*count)?;
        (count > 0).then(|| format!("{}: {count}", words.word(&format!("import-{key}"))))
    });
    let said: Vec<String> = said.collect();
    if !said.is_empty() {
        page = page.line(format!("  {}", said.join(" · ")));
    }
    if !result.ignored_reasons.is_empty() {
        let reasons = result.ignored_reasons.iter();
        let reasons = reasons
            .map(|(reason, n)| format!("{n} {}", words.word(&format!("import-ignored-{}", reason.replace('_', "-")))));
        let reasons: Vec<String> = reasons.collect();
        page = page.line(format!("  {}: {}", words.word("import-ignored"), reasons.join(", ")));
    }
    if let Some(plan) = &result.plan {
        page = steps(page, plan, words);
    }
    if result.plan.is_none() && !result.changes.is_empty() {
        page = page.table(changes(result, words));
    }
    if result.rejected > 0 {
        page = page.line(words.say(&phrase!("import-rejects", n = result.rejected)));
        let mut table = Table::new(words, &["#line", "field", "value", "reason"]);
        for reject in &result.rejects {
            let field = match (questions.get(&reject.field), reject.field.as_str()) {
                (Some(question), _) => question.clone(),
                (None, "") => String::new(),
                (None, field) => words.term("column", field),
            };
            table.row([reject.line.to_string(), field, reject.value.clone(), reason(reject, words)]);
        }
        page = page.table(table);
    }
    page
}

/// Why a row was refused, in words; where only some words are known, with those.
pub fn reason(reject: &Reject, words: &Words) -> String {
    let said = words.word(&format!("import-reason-{}", reject.reason.replace('_', "-")));
    let known: Option<(&str, &[&str])> = match (reject.reason.as_str(), reject.field.as_str()) {
        ("unknown_word", "origin") => Some(("origin", ORIGINS)),
        ("unknown_word", "channel") => Some(("channel", CHANNELS)),
        ("unknown_word", "role") => Some(("role", ROLES)),
        ("unknown_word", "kind") => Some(("organisation", ORGANISATION_KINDS)),
        _ => None,
    };
    match known {
        Some((list, codes)) => {
            let codes: Vec<String> = codes.iter().map(|code| words.term(list, code)).collect();
            format!("{said}: {}", codes.join(", "))
        }
        None => said,
    }
}

/// Rows and changes that people are shown; JSON has them all.
const SHOWN: usize = 200;

/// What the file changed of what was known.
fn changes(result: &ImportResult, words: &Words) -> Table {
    let mut table = Table::new(words, &["id", "name", "field", "old", "new"]);
    for change in result.changes.iter().take(SHOWN) {
        let said = |text: &Option<String>| match (text, change.field.as_str()) {
            (Some(text), "status") => words.term("attendance", text),
            (text, _) => text.clone().unwrap_or_default(),
        };
        table.row([
            change.person.id.clone(),
            change.person.name.clone(),
            words.term("column", &change.field),
            said(&change.old),
            said(&change.new),
        ]);
    }
    table
}

/// What would become of each row.
fn steps(page: Page, plan: &[Step], words: &Words) -> Page {
    let mut table = Table::new(words, &["#line", "action", "name", "id", "reason"]);
    for step in plan.iter().take(SHOWN) {
        let reason = step.reason.as_deref().unwrap_or_default().replace('_', "-");
        let reason = match step.action {
            _ if reason.is_empty() => String::new(),
            Action::Ignore => words.word(&format!("import-ignored-{reason}")),
            _ => words.word(&format!("import-reason-{reason}")),
        };
        table.row([
            step.line.to_string(),
            words.word(&format!("import-action-{}", step.action.code())),
            step.name.clone(),
            step.refs.join(" "),
            reason,
        ]);
    }
    let page = page.table(table);
    match plan.len().checked_sub(SHOWN) {
        Some(more @ 1..) => page.line(words.say(&phrase!("import-steps-more", n = more))),
        _ => page,
    }
}

/// A refused row among the others.
pub fn refused(reject: &Reject) -> Step {
    Step {
        line: reject.line,
        action: Action::Reject,
        name: String::new(),
        refs: Vec::new(),
        reason: Some(reject.reason.clone()),
    }
}

/// What was found out about the file, in one line.
fn reading(decided: &Decided, words: &Words) -> String {
    let delimiter = decided.delimiter.map(|sign| match sign {
        '\t' => words.word("import-tab"),
        sign => words.say(&phrase!("import-delimiter", sign = sign.to_string())),
    });
    let sheet = decided.sheet.as_ref().map(|sheet| words.say(&phrase!("import-sheet", sheet = sheet)));
    let header = decided.header_line.map(|line| words.say(&phrase!("import-header", line = line)));
    let order = decided.date_order.as_ref().map(|order| {
        let evidence = decided.date_evidence.as_deref().unwrap_or("nothing").replace('_', "-");
        let evidence = Arg::Word(format!("import-evidence-{evidence}"));
        let order = Arg::Word(format!("import-order-{order}"));
        words.say(&phrase!("import-date-order", order = order, evidence = evidence))
    });
    let day = decided.session_date.as_ref().map(|day| {
        let from = decided.date_from.as_deref().unwrap_or("cells").replace('_', "-");
        words.say(&phrase!("import-day", day = day, from = Arg::Word(format!("import-date-{from}"))))
    });
    let parts = [Some(decided.encoding.clone()), delimiter, sheet, header, order, day];
    parts.into_iter().flatten().collect::<Vec<_>>().join(" · ")
}

#[cfg(test)]
mod tests {
    use crate::intake::Field;
    use crate::locale::Words;
    use crate::mail::language::Language;

    #[test]
    fn every_field_of_a_list_has_its_word() {
        for language in Language::ALL {
            for field in Field::ALL {
                let word = Words::new(language).term("column", field.as_str());
                assert!(!word.contains("term-column"), "{language:?}: {word}");
            }
        }
    }
}
