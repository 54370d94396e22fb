//! May this text stand in place of the shipped one? It is read, every name in it is looked up among the facts there are, also where
//! it stands in a branch that seldom is taken, and it is rendered with facts that are all given and with as few as there can be.

use super::sample::{self, Facts};
use super::{TemplateError, Templates, Wrong, file};
use crate::mail::language::Language;
use crate::mail::notice::NoticeKind;
use minijinja::Error;

/// Checks a text before it is kept. `others` are the institution's texts in this language that are in force already.
///
/// # Errors
/// The first thing wrong, with its place.
pub fn check(language: Language, name: &str, text: &str, others: &[(&str, &str)]) -> Result<(), TemplateError> {
    let mut templates = Templates::built_in()?;
    templates.environment.set_debug(true);
    for (other, text) in others {
        templates.replace(language, other, text)?;
    }
    templates.replace(language, name, text)?;
    known_names(&templates, language, name, text)?;
    for kind in kinds(name) {
        for facts in sample::all(language, kind) {
            try_out(&templates, language, kind, &facts)?;
        }
    }
    Ok(())
}

/// The kinds of notice a text is for: parts and page are for all.
fn kinds(name: &str) -> Vec<NoticeKind> {
    match NoticeKind::parse(name.trim_end_matches(".html")) {
        Some(kind) => vec![kind],
        None => NoticeKind::ALL.to_vec(),
    }
}

fn try_out(templates: &Templates, language: Language, kind: NoticeKind, facts: &Facts) -> Result<(), TemplateError> {
    let (subject, body) = templates.render(language, kind, facts)?;
    templates.own_page(language, kind, facts, (&subject, &body))?;
    templates.page(language, &subject, &body)?;
    Ok(())
}

/// Every name in the text is one of the facts, wherever it stands.
fn known_names(templates: &Templates, language: Language, name: &str, text: &str) -> Result<(), TemplateError> {
    let file = file(language, name);
    let Ok(template) = templates.environment.get_template(&file) else { return Ok(()) };
    let mut unknown: Vec<(usize, usize, String)> = Vec::new();
    for used in template.undeclared_variables(true) {
        let root = used.split('.').next().unwrap_or_default();
        let is_function = templates.environment.globals().any(|(global, _)| global == root);
        if is_function || is_fact(language, name, &used) {
            continue;
        }
        let (line, column) = first_use(text, &used).unwrap_or((0, 0));
        unknown.push((line, column, used));
    }
    unknown.sort();
    match unknown.into_iter().next() {
        None => Ok(()),
        Some((line, column, used)) => {
            let message = format!("there is no fact named {used}");
            Err(TemplateError { template: file, line, column, wrong: Wrong::NoSuchFact(used), message })
        }
    }
}

fn is_fact(language: Language, name: &str, path: &str) -> bool {
    let is_page = name.ends_with(".html");
    if is_page && matches!(path, "title" | "content" | "language") {
        return true;
    }
    if name == "page.html" {
        return false;
    }
    if path == "kind" {
        return true;
    }
    let whole = serde_json::to_value(sample::full(language)).unwrap_or_default();
    let mut at = &whole;
    for part in path.split('.') {
        match at.get(part) {
            Some(next) => at = next,
            // The things of a list are looked up when the text is tried out.
            None => return at.is_array() || at.is_string(),
        }
    }
    true
}

/// Where a name is first used, as a whole word within a block.
fn first_use(text: &str, path: &str) -> Option<(usize, usize)> {
    let is_word = |c: char| c.is_alphanumeric() || c == '_';
    let found = text.match_indices(path).find(|(at, _)| {
        let before = text[..*at].chars().next_back();
        let after = text[at + path.len()..].chars().next();
        let opened = text[..*at].rfind("{{").max(text[..*at].rfind("{%"));
        let closed = text[..*at].rfind("}}").max(text[..*at].rfind("%}"));
        !before.is_some_and(|c| is_word(c) || c == '.') && !after.is_some_and(is_word) && opened > closed
    });
    found.map(|(at, _)| line_and_column(text, at))
}

fn line_and_column(text: &str, at: usize) -> (usize, usize) {
    let before = text.get(..at).unwrap_or(text);
    let line = before.matches('\n').count() + 1;
    let start = before.rfind('\n').map_or(0, |end| end + 1);
    (line, before[start..].chars().count() + 1)
}

/// Line and column of a fault, where the engine knows them.
pub(super) fn place(error: &Error) -> Option<(usize, usize)> {
    Some(line_and_column(error.template_source()?, error.range()?.start))
}
