//! The blank form: to print and fill in, or as the heading of a table of answers.

use crate::env::Env;
use crate::error::Fault;
use crate::locale::Words;
use crate::mail::language::Language;
use crate::phrase;
use crate::view::{Answer, Page};
use ata_model::profile::{Item, ItemKind, Scale};
use ata_model::session::Session;
use clap::Args;
use serde::Serialize;
use std::fmt::Write;
use std::path::{Path, PathBuf};

#[derive(Args)]
pub struct Form {
    /// The session
    session: String,
    /// Write it here: .csv for a table of answers, else a text to print
    #[arg(long, value_name = "FILE")]
    out: Option<PathBuf>,
}

#[derive(Serialize)]
struct Blank {
    session: String,
    /// Where it was written.
    file: Option<String>,
    #[serde(skip_serializing_if = "std::ops::Not::not")]
    dry_run: bool,
    #[serde(flatten)]
    form: ata_model::profile::Form,
    #[serde(skip)]
    text: String,
}

pub fn run(args: &Form, env: &Env) -> Result<Answer, Fault> {
    let desk = env.desk()?;
    let (session, title) = desk.store.snapshot(|db| -> Result<_, Fault> {
        let session = db.session(db.find_session(&args.session)?)?;
        let case = db.case(session.case_key, &desk.lens())?;
        Ok((session, case.title))
    })?;
    let form = desk.row.profile.evaluation.clone();
    let own = Words::new(Language::parse(&desk.row.language).unwrap_or(Language::Es));
    let text = paper(&form, &session, &title, &own);
    // On standard output it is the answer itself.
    let to = args.out.as_deref().filter(|path| *path != Path::new("-"));
    if let Some(path) = to {
        let content = if is_table(path, &session.id)? { table(&form) } else { text.clone() };
        if !env.globals.dry_run {
            env.write(path, content.as_bytes())?;
        }
    }
    let file = to.map(|path| path.display().to_string());
    let dry_run = file.is_some() && env.globals.dry_run;
    Ok(Answer::of(Blank { session: session.id, file, dry_run, form, text }, |blank, words| match &blank.file {
        Some(file) => Page::default().line(words.say(&phrase!("evaluate-form-written", file = file))),
        None => Page::default().verbatim(blank.text.clone()),
    }))
}

/// Is it the table that was asked for, and not the text?
///
/// # Errors
/// A usage fault for a form of file that would hold something else than its name says.
fn is_table(path: &Path, session: &str) -> Result<bool, Fault> {
    let form = path.extension().map(|form| form.to_string_lossy().to_lowercase());
    match form.as_deref() {
        Some("csv") => Ok(true),
        None | Some("txt" | "text" | "md") => Ok(false),
        Some(form) => Err(Fault::usage(phrase!("evaluate-form-unknown", form = form))
            .try_this(format!("ata paper evaluation-form {session} --out evaluacion.pdf"))),
    }
}

/// One line: the keys of the items, as `ata evaluate import` reads them.
fn table(form: &ata_model::profile::Form) -> String {
    let keys: Vec<&str> =
        form.sections.iter().flat_map(|section| &section.items).map(|item| item.key.as_str()).collect();
    format!("{}\r\n", keys.join(","))
}

fn paper(form: &ata_model::profile::Form, session: &Session, title: &str, words: &Words) -> String {
    let mut out = format!("{}\n", form.title);
    if let Some(code) = &form.code {
        let _ = writeln!(out, "{code}");
    }
    let day = session.start.get(..10).unwrap_or_default();
    let _ = writeln!(out, "\n{title}\n{} · {day}\n\n{}", session.id, words.word("evaluate-form-anonymous"));
    let _ = writeln!(out, "{}", scale(&form.scale, words));
    let mut number = 0;
    for section in &form.sections {
        let _ = writeln!(out, "\n{}", section.title);
        for item in &section.items {
            number += 1;
            let _ = writeln!(out, "{number:>3}. {}", item.label);
            out.push_str(&space(item, &form.scale));
        }
    }
    out
}

/// What each value means.
fn scale(scale: &Scale, words: &Words) -> String {
    let values: Vec<String> = (scale.min..=scale.max)
        .enumerate()
        .map(|(at, value)| match scale.labels.get(at) {
            Some(label) => format!("{value} = {label}"),
            None => value.to_string(),
        })
        .collect();
    let values = if scale.labels.is_empty() && values.len() > 11 {
        format!("{} – {}", scale.min, scale.max)
    } else {
        values.join(" · ")
    };
    words.say(&phrase!("evaluate-form-scale", values = values))
}

/// Where the answer goes.
fn space(item: &Item, scale: &Scale) -> String {
    match item.kind {
        ItemKind::Text => format!("     {0}\n     {0}\n", "_".repeat(68)),
        ItemKind::Choice | ItemKind::Choices => {
            item.options.iter().map(|option| format!("     [ ] {option}\n")).collect()
        }
        ItemKind::Scale if scale.max - scale.min > 10 => "     ____\n".to_owned(),
        ItemKind::Scale => {
            let boxes: Vec<String> = (scale.min..=scale.max).map(|value| format!("[ ] {value}")).collect();
            format!("     {}\n", boxes.join("   "))
        }
    }
}
