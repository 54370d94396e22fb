//! Facts into words: the texts of notices, one per language and kind, rendered strictly; and the page around a text for mail
//! programs that show pages. An institution may put its own in place of each.
//!
//! A text that names a fact which is not there is an error, never a hole in an official letter. The
//! subject is what the text sets as `subject`; the rest is the body.

use minijinja::syntax::SyntaxConfig;
use minijinja::value::Serde;
use minijinja::{Environment, Error, ErrorKind, UndefinedBehavior, Value, escape_formatter};

mod check;
mod sample;

use super::language::Language;
use super::notice::{NoticeContext, NoticeKind};
use super::{html, plain_text, single_line};
pub use check::check;

/// Where and why a text could not be rendered.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("{template}:{line}:{column}: {message}")]
pub struct TemplateError {
    /// `es/convocation.txt`.
    pub template: String,
    /// Counted from 1; 0 when the fault has no place.
    pub line: usize,
    /// In characters, counted from 1; 0 when it is not known.
    pub column: usize,
    pub wrong: Wrong,
    /// The engine's own words, in English.
    pub message: String,
}

/// What is wrong with a text.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Wrong {
    /// It cannot be read.
    Syntax,
    /// It names a fact that no notice has.
    NoSuchFact(String),
    /// It prints a fact that this notice does not have.
    NotGiven,
    NoSubject,
    Other,
}

/// The texts, ready to render many notices.
pub struct Templates {
    environment: Environment<'static>,
}

macro_rules! built_in {
    ($language:literal) => {
        built_in!($language: "parts", "convocation", "letter", "circular", "change",
            "cancellation", "newsletter", "referral", "reminder")
    };
    ($language:literal: $($name:literal),+) => {
        [$((
            concat!($language, "/", $name, ".txt"),
            include_str!(concat!("../templates/", $language, "/", $name, ".txt")),
        )),+]
    };
}

const BUILT_IN: [[(&str, &str); 9]; 3] = [built_in!("es"), built_in!("pt"), built_in!("en")];

/// The page is the same in every language; each may get its own.
const PAGE: &str = include_str!("../templates/page.html");
const PAGES: [&str; 3] = ["es/page.html", "pt/page.html", "en/page.html"];

/// Steps a text may take: a thousand times what the longest shipped one takes, and no loop without end.
const FUEL: u64 = 5_000_000;

/// The names under which an institution may put its own texts, and whether one comes with the program.
pub fn names() -> Vec<(String, bool)> {
    let kinds = NoticeKind::ALL.into_iter().map(NoticeKind::code);
    let texts = kinds.clone().map(|kind| (kind.to_owned(), true));
    let pages = kinds.map(|kind| (format!("{kind}.html"), false));
    texts.chain([("parts".to_owned(), true), ("page.html".to_owned(), true)]).chain(pages).collect()
}

/// The shipped text of this name; none when the program has none of its own.
pub fn shipped(language: Language, name: &str) -> Option<&'static str> {
    let file = file(language, name);
    let page = PAGES.contains(&file.as_str()).then_some(PAGE);
    page.or_else(|| BUILT_IN.as_flattened().iter().find(|(known, _)| *known == file).map(|(_, text)| *text))
}

/// `convocation` → `es/convocation.txt`, `page.html` → `es/page.html`.
fn file(language: Language, name: &str) -> String {
    let ending = if name.ends_with(".html") { "" } else { ".txt" };
    format!("{}/{name}{ending}", language.code())
}

impl Templates {
    /// The texts that come with the program.
    ///
    /// # Errors
    /// None in practice: each shipped text is parsed by a test.
    pub fn built_in() -> Result<Templates, TemplateError> {
        let mut environment = strict()?;
        for (name, text) in BUILT_IN.as_flattened() {
            environment.add_template(name, text).map_err(|error| located(name, &error))?;
        }
        for name in PAGES {
            environment.add_template(name, PAGE).map_err(|error| located(name, &error))?;
        }
        Ok(Templates { environment })
    }

    /// Puts an institution's own wording in place of the shipped one, by its name among [`names`].
    ///
    /// # Errors
    /// The place in `text` that is no template.
    pub fn replace(&mut self, language: Language, name: &str, text: &str) -> Result<(), TemplateError> {
        let file = file(language, name);
        self.environment.add_template_owned(file.clone(), text.to_owned()).map_err(|error| located(&file, &error))
    }

    /// Subject and body of a notice.
    ///
    /// # Errors
    /// The line that needs a fact which `context` does not have.
    pub fn render(
        &self,
        language: Language,
        kind: NoticeKind,
        context: &NoticeContext,
    ) -> Result<(String, String), TemplateError> {
        let name = file(language, kind.code());
        let failed = |error: Error| located(&name, &error);
        let template = self.environment.get_template(&name).map_err(failed)?;
        let captured = template.render_captured(facts(kind, context)).map_err(failed)?;
        let subject = captured
            .state()
            .lookup("subject")
            .map(|subject| single_line(&subject.to_string()))
            .filter(|subject| !subject.is_empty())
            .ok_or_else(|| TemplateError {
                template: name.clone(),
                line: 0,
                column: 0,
                wrong: Wrong::NoSubject,
                message: "the text sets no subject".to_owned(),
            })?;
        Ok((subject, tidied(captured.output())))
    }

    /// The page of a notice where the institution has one of its own for this kind.
    ///
    /// # Errors
    /// As [`Templates::render`].
    pub fn own_page(
        &self,
        language: Language,
        kind: NoticeKind,
        context: &NoticeContext,
        (subject, body): (&str, &str),
    ) -> Result<Option<String>, TemplateError> {
        let name = file(language, &format!("{}.html", kind.code()));
        let Ok(template) = self.environment.get_template(&name) else { return Ok(None) };
        let around = frame(language, subject, body);
        let facts = minijinja::context! { ..around, ..facts(kind, context) };
        let page = template.render(facts).map_err(|error| located(&name, &error))?;
        Ok(Some(page + "\n"))
    }

    /// A text as a page.
    ///
    /// # Errors
    /// The place of an institution's own page that cannot be filled in.
    pub fn page(&self, language: Language, title: &str, text: &str) -> Result<String, TemplateError> {
        let name = file(language, "page.html");
        let failed = |error: Error| located(&name, &error);
        let template = self.environment.get_template(&name).map_err(failed)?;
        let page = template.render(frame(language, title, text)).map_err(failed)?;
        Ok(page + "\n")
    }
}

fn facts(kind: NoticeKind, context: &NoticeContext) -> Value {
    minijinja::context! { kind => kind.code(), ..Value::from(Serde(context)) }
}

/// What a page is made from: the text is HTML already.
fn frame(language: Language, title: &str, text: &str) -> Value {
    minijinja::context! {
        language => language.code(),
        title => single_line(title),
        content => Value::from_safe_string(html::content(text)),
    }
}

/// Subject and body of one notice in the shipped words. For many, keep a [`Templates`].
///
/// # Errors
/// As [`Templates::render`].
pub fn render(
    language: Language,
    kind: NoticeKind,
    context: &NoticeContext,
) -> Result<(String, String), TemplateError> {
    Templates::built_in()?.render(language, kind, context)
}

/// An engine that refuses to print what is undefined or empty, and leaves no line where only a
/// statement stood.
fn strict() -> Result<Environment<'static>, TemplateError> {
    let mut environment = Environment::new();
    environment.set_undefined_behavior(UndefinedBehavior::Strict);
    environment.set_fuel(Some(FUEL));
    environment.set_formatter(|out, state, value| {
        if value.is_none() {
            let detail = "tried to print a fact that is not given";
            return Err(Error::new(ErrorKind::UndefinedError, detail));
        }
        escape_formatter(out, state, value)
    });
    let syntax =
        SyntaxConfig::builder().trim_blocks(true).lstrip_blocks(true).build().map_err(|error| located("", &error))?;
    environment.set_syntax(syntax);
    Ok(environment)
}

/// The place of the fault: the innermost one known, since a part may be at fault instead of the text.
fn located(name: &str, error: &Error) -> TemplateError {
    let message =
        error.detail().map_or_else(|| error.kind().to_string(), |detail| format!("{}: {detail}", error.kind()));
    let template = error.name().unwrap_or(name).to_owned();
    let (line, column) = check::place(error).unwrap_or((error.line().unwrap_or(0), 0));
    let wrong = match error.kind() {
        ErrorKind::SyntaxError => Wrong::Syntax,
        ErrorKind::UndefinedError => Wrong::NotGiven,
        _ => Wrong::Other,
    };
    TemplateError { template, line, column, wrong, message }
}

/// At most one empty line between paragraphs, none at the ends, no spaces at line ends.
fn tidied(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    let mut is_gap = false;
    for line in plain_text(text).lines().map(str::trim_end) {
        if line.is_empty() {
            is_gap = !out.is_empty();
            continue;
        }
        if is_gap {
            out.push('\n');
            is_gap = false;
        }
        out.push_str(line);
        out.push('\n');
    }
    out
}
