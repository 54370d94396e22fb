//! Documents of a case: adding files, and changing what is known of them.

use super::filed::kind_title;
use crate::env::Env;
use crate::error::Fault;
use crate::locale::Words;
use crate::phrase;
use crate::stages::attachment;
use crate::stages::followup::session_of;
use crate::stages::passage::must_be_open;
use crate::typed;
use crate::view::{Answer, Page};
use ata_model::document::{Document, UNDATED};
use ata_model::name::fold;
use ata_model::op::Op;
use ata_model::profile::Profile;
use ata_store::{DocumentChange, NewDocument};
use chrono::NaiveDate;
use clap::Args;
use std::path::PathBuf;

/// The type of a document that was given none.
const OTHER: &str = "other";

#[derive(Args)]
pub struct Attach {
    /// The case
    case: String,
    /// Files; - is stdin
    #[arg(required = true)]
    file: Vec<PathBuf>,
    /// Document type: the key or the title of a record of the profile, evidence or other
    #[arg(long = "type", value_name = "TYPE", default_value = OTHER)]
    kind: String,
    /// Title (else the name of the file)
    #[arg(long)]
    title: Option<String>,
    /// Day of the document (else today); s.f. for one without
    #[arg(long, value_name = "DATE")]
    date: Option<String>,
    /// Sheets; 0 leaves them to be counted later
    #[arg(long, value_name = "N", default_value_t = 1, value_parser = clap::value_parser!(i64).range(0..=100_000))]
    folios: i64,
    /// The session it belongs to
    #[arg(long, value_name = "SESSION")]
    session: Option<String>,
}

#[derive(Args)]
pub struct Edit {
    /// Documents, such as AT-2026-0001-D4
    #[arg(required = true)]
    document: Vec<String>,
    /// New title
    #[arg(long)]
    title: Option<String>,
    /// Document type
    #[arg(long = "type", value_name = "TYPE")]
    kind: Option<String>,
    /// Day of the document; s.f. for one without
    #[arg(long, value_name = "DATE")]
    date: Option<String>,
    /// Sheets
    #[arg(long, value_name = "N", value_parser = clap::value_parser!(i64).range(1..=100_000))]
    folios: Option<i64>,
}

/// The same file attached twice as the same type is one document; what is said of it otherwise the second time is warned of.
pub fn attach(args: &Attach, env: &Env) -> Result<Answer, Fault> {
    let mut desk = env.desk()?;
    let today = desk.today();
    let kind = document_type(&args.kind, &desk.row.profile)?;
    let title = args.title.as_ref().map(|text| typed::line(text, "--title")).transpose()?;
    if title.is_some() && args.file.len() > 1 {
        return Err(Fault::usage(phrase!("archive-one-title"))
            .try_this(format!("ata archive attach {} FILE --title TEXT", args.case)));
    }
    let date = args.date.as_ref().map_or(Ok(Some(today)), |text| day(text, today))?;
    let files = args.file.iter().map(|path| attachment::read(path, env, &desk));
    let files = files.collect::<Result<Vec<_>, Fault>>()?;
    let profile = desk.row.profile.clone();
    let mut notes = Vec::new();
    let (store, lens, stamp) = desk.split();
    let outcome = store.transact(Op::ArchiveAttach, stamp, |tx| -> Result<_, Fault> {
        let case = tx.find_case(&args.case)?;
        must_be_open(&tx.case(case, &lens)?)?;
        let session = args.session.as_ref().map(|typed| session_of(tx, case, typed)).transpose()?;
        let mut documents = Vec::new();
        for file in &files {
            let new = NewDocument {
                case,
                session,
                commitment: None,
                kind: &kind,
                title: title.as_deref().unwrap_or(&file.filename),
                date,
                filename: &file.filename,
                content: &file.content,
                folios: args.folios,
            };
            let key = tx.add_document(&new)?;
            let document = tx.document(key)?;
            let left = not_taken(args, &new, &document);
            if !left.is_empty() {
                notes.push(phrase!("archive-not-taken", document = &document.id, options = left.join(", ")));
            }
            documents.push(document);
        }
        Ok(documents)
    })?;
    Ok(Answer::changes(outcome.value, outcome.changed, env, page(profile)).notes(notes))
}

/// What was said of a document that was there already, and says something else. What every document has when nothing is said says nothing.
fn not_taken(args: &Attach, new: &NewDocument<'_>, known: &Document) -> Vec<&'static str> {
    let all = [
        ("--title", args.title.is_some() && new.title != known.title),
        (
            "--date",
            args.date.is_some() && new.date.map_or_else(|| UNDATED.to_owned(), |day| day.to_string()) != known.date,
        ),
        ("--folios", new.folios != 1 && new.folios != known.folios),
    ];
    all.into_iter().filter(|(_, differs)| *differs).map(|(option, _)| option).collect()
}

pub fn edit(args: &Edit, env: &Env) -> Result<Answer, Fault> {
    let mut desk = env.desk()?;
    let today = desk.today();
    let kind = args.kind.as_ref().map(|word| document_type(word, &desk.row.profile)).transpose()?;
    let change = DocumentChange {
        title: args.title.as_ref().map(|text| typed::line(text, "--title")).transpose()?,
        kind,
        date: args.date.as_ref().map(|text| day(text, today)).transpose()?,
        folios: args.folios,
    };
    let profile = desk.row.profile.clone();
    let (store, lens, stamp) = desk.split();
    let outcome = store.transact(Op::ArchiveEdit, stamp, |tx| -> Result<_, Fault> {
        let mut documents = Vec::new();
        for key in typed::each(&args.document, |text| tx.find_document(text))? {
            let case = tx.find_case(&tx.document(key)?.case)?;
            must_be_open(&tx.case(case, &lens)?)?;
            tx.change_document(case, key, &change)?;
            documents.push(tx.document(key)?);
        }
        Ok(documents)
    })?;
    Ok(Answer::changes(outcome.value, outcome.changed, env, page(profile)))
}

/// The day a document bears; none for one that bears none (`s.f.`).
fn day(text: &str, today: NaiveDate) -> Result<Option<NaiveDate>, Fault> {
    match fold(text).as_str() {
        "s f" | "sf" => Ok(None),
        _ => typed::day(text, "--date", today).map(Some),
    }
}

/// The document type a word names.
///
/// # Errors
/// A usage fault that says which was perhaps meant and lists them all.
fn document_type(word: &str, profile: &Profile) -> Result<String, Fault> {
    let nearest = match profile.document_type(word) {
        Ok(kind) => return Ok(kind.to_owned()),
        Err(nearest) => nearest,
    };
    let known: Vec<&str> = profile.document_types().collect();
    let fault =
        Fault::usage(phrase!("archive-no-type", value = word, profile = &profile.name, known = known.join(", ")));
    Err(match nearest {
        Some(nearest) => fault.hint(phrase!("archive-type-meant", kind = nearest)),
        None => fault.try_this("ata profile show"),
    })
}

fn page(profile: Profile) -> impl Fn(&Document, &Words) -> Page {
    move |document, words| {
        Page::default().line(format!("{}  {}", document.id, document.title)).facts(
            words,
            &[
                ("type", Some(kind_title(&profile, words, &document.kind))),
                ("date", Some(document.date.clone())),
                ("folios", Some(document.folios.to_string())),
                ("session", document.session.clone()),
                ("file", Some(document.filename.clone())),
                ("size", Some(document.size.to_string())),
                ("sha256", Some(document.sha256.clone())),
            ],
        )
    }
}
