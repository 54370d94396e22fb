//! Facts into words: the texts of notices, one per language and kind, rendered strictly.
//!
//! A text that names a fact which is not there is an error, never a hole in an official letter. The
//! subject is what the text sets as `subject`; the rest is the body.

use minijinja::syntax::SyntaxConfig;
use minijinja::value::Serde;
use minijinja::{Environment, Error, ErrorKind, UndefinedBehavior, Value, escape_formatter};

use super::language::Language;
use super::notice::{NoticeContext, NoticeKind};
use super::{plain_text, single_line};

/// Where and why a text could not be rendered.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("{template}:{line}: {message}")]
pub struct TemplateError {
    /// `es/convocation.txt`.
    pub template: String,
    /// Counted from 1; 0 when the fault has no place.
    pub line: usize,
    /// The engine's own words, in English.
    pub message: String,
}

/// The texts, ready to render many notices.
pub struct Templates {
    environment: Environment<'static>,
}

macro_rules! built_in {
    ($language:literal) => {
        built_in!($language: "parts", "convocation", "letter", "circular", "change",
            "cancellation", "newsletter", "referral")
    };
    ($language:literal: $($name:literal),+) => {
        [$((
            concat!($language, "/", $name, ".txt"),
            include_str!(concat!("templates/", $language, "/", $name, ".txt")),
        )),+]
    };
}

const BUILT_IN: [[(&str, &str); 8]; 3] = [built_in!("es"), built_in!("pt"), built_in!("en")];

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
        Ok(Templates { environment })
    }

    /// Puts an institution's own wording in place of the shipped one.
    ///
    /// # Errors
    /// The line of `text` that is no template.
    pub fn replace(&mut self, language: Language, kind: NoticeKind, text: &str) -> Result<(), TemplateError> {
        let name = template_name(language, kind);
        self.environment.add_template_owned(name.clone(), text.to_owned()).map_err(|error| located(&name, &error))
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
        let name = template_name(language, kind);
        let failed = |error: Error| located(&name, &error);
        let template = self.environment.get_template(&name).map_err(failed)?;
        let facts = Value::from(Serde(context));
        let facts = minijinja::context! { kind => kind.code(), ..facts };
        let captured = template.render_captured(facts).map_err(failed)?;
        let subject = captured
            .state()
            .lookup("subject")
            .map(|subject| single_line(&subject.to_string()))
            .filter(|subject| !subject.is_empty())
            .ok_or_else(|| TemplateError {
                template: name.clone(),
                line: 0,
                message: "the text sets no subject".to_owned(),
            })?;
        Ok((subject, tidied(captured.output())))
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

fn template_name(language: Language, kind: NoticeKind) -> String {
    format!("{}/{}.txt", language.code(), kind.code())
}

/// An engine that refuses to print what is undefined or empty, and leaves no line where only a
/// statement stood.
fn strict() -> Result<Environment<'static>, TemplateError> {
    let mut environment = Environment::new();
    environment.set_undefined_behavior(UndefinedBehavior::Strict);
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
    TemplateError { template: error.name().unwrap_or(name).to_owned(), line: error.line().unwrap_or(0), message }
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
