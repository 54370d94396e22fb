//! What goes into the package of a closed case.

use super::dossier::dossier;
use super::filed::Filed;
use super::{index, notice, sheet};
use crate::bag::{BagSpec, Payload, Source, UniqueNames, index as index_xml, safe_name};
use crate::desk::paper::archived::{self, Pending};
use crate::env::{Desk, Env};
use crate::error::{Fault, Kind};
use crate::locale::{Words, language};
use crate::phrase;
use crate::stages::evaluate::results;
use ata_model::case::Case;
use ata_model::document::Document;
use ata_model::op::Op;
use ata_model::session::local;
use ata_store::{Bearings, Db, Lens, Operation, Store};
use serde_json::json;
use std::io::{self, Write};
use std::path::{Path, PathBuf};
use std::sync::{Arc, Mutex, PoisonError};

/// How far a package is, for somebody who watches.
pub struct Bar(Option<indicatif::ProgressBar>);

impl Bar {
    /// `total` bytes; none when they are not known beforehand.
    pub fn new(total: Option<u64>, env: &Env) -> Bar {
        if !env.is_watched() {
            return Bar(None);
        }
        let (bar, template) = match total {
            Some(total) => (indicatif::ProgressBar::new(total), "{bar:40} {bytes}/{total_bytes} {eta}"),
            None => (indicatif::ProgressBar::new_spinner(), "{spinner} {bytes}"),
        };
        if let Ok(style) = indicatif::ProgressStyle::with_template(template) {
            bar.set_style(style);
        }
        Bar(Some(bar))
    }

    pub fn show(&self, bytes: u64) {
        if let Some(bar) = &self.0 {
            bar.set_position(bytes);
        }
    }
}

impl Drop for Bar {
    fn drop(&mut self) {
        if let Some(bar) = &self.0 {
            bar.finish_and_clear();
        }
    }
}

/// Content read from the register by several threads at once: each takes a connection of its own and puts it back.
struct Connections {
    path: PathBuf,
    idle: Mutex<Vec<Store>>,
}

impl Connections {
    fn write(&self, sha256: &str, out: &mut dyn Write) -> io::Result<()> {
        let idle = self.idle.lock().unwrap_or_else(PoisonError::into_inner).pop();
        let store = idle.map_or_else(|| Store::open(&self.path), Ok).map_err(io::Error::other)?;
        let written = store.write_content(sha256, out);
        self.idle.lock().unwrap_or_else(PoisonError::into_inner).push(store);
        written
    }
}

/// The bag of a closed case, as it is to be written, and the papers in it that are still to be printed. The same case gives the same
/// payload on any later day.
///
/// # Errors
/// What the store says; an integrity fault when the case is no longer what was sealed.
pub fn spec(db: &Db, desk: &Desk, case: i64, path: PathBuf) -> Result<(BagSpec<'static>, Vec<Arc<Pending>>), Fault> {
    let words = Words::new(language(&desk.row.language)?);
    db.look_back(case)?;
    let lens = closing_lens(db, desk, case)?;
    let found = db.case(case, &lens)?;
    let (register, seal) = register(db, case)?;
    if db.seal_given(case)?.is_none_or(|given| given != seal) {
        return Err(Fault::new(Kind::Integrity, phrase!("archive-seal-broken", case = &found.id)).try_this("ata check"));
    }
    if let Some(copy) = copy(db, desk, &found, &path)? {
        return Ok((copy, Vec::new()));
    }
    let history = until_closed(db.log(Some(case), None, -1)?);
    let ops: Vec<i64> = history.iter().map(|operation| operation.op).collect();
    let log: String = db.chain(case, &ops)?.iter().map(|line| format!("{}\n", line.json())).collect();
    let mut whole = dossier(db, case, &lens, &history)?;
    // A closed case may still reveal needs: they name it as the case they come from, and its package stays what it is.
    if let Some(whole) = whole.as_object_mut() {
        whole.remove("raised");
    }
    let whole = serde_json::to_string_pretty(&whole).unwrap_or_default();
    let filed = Filed::read(db, case, &desk.row.profile)?;
    let control = sheet::of(db, desk, case, &filed, &words)?;
    let origin = serde_json::to_string_pretty(&db.origin(case)?).unwrap_or_default();
    let mut payload = vec![
        text("case.json", format!("{whole}\n")),
        text("register.jsonl", register),
        text("log.jsonl", log),
        text("index.xml", index_xml(&index::entries(db, desk, case, &filed, &words)?)),
        text("control-sheet.csv", sheet::csv(&control, &desk.row.institution, &words)?),
        text("origin.json", format!("{origin}\n")),
        text("profile.toml", db.profile_source(case)?),
    ];
    evaluation(&mut payload, db, desk, case)?;
    let closing = history.last().filter(|last| last.verb == Op::ArchiveClose.verb());
    let papers = match closing {
        Some(closing) => {
            let closing = Bearings { op: closing.op, hash: closing.hash.clone(), at: closing.at.clone() };
            archived::papers(db, desk, case, closing)?
        }
        None => Vec::new(),
    };
    payload.extend(papers.iter().map(printed));
    let mut names = UniqueNames::default();
    for message in db.messages(Some(case), None)? {
        let name = safe_name(&format!("{} {} {}", message.id, message.kind, message.to.name), "txt");
        payload.push(text(names.claim(&format!("notices/{name}")), notice::text(db, &message, &words)?));
    }
    documents(&mut payload, &mut names, db, case, &filed, path)?;
    let info = info(&desk.row.institution, &found.id, &found, &control, &seal, db)?;
    Ok((BagSpec { payload, info, bagging_date: desk.today() }, papers))
}

/// What lay in the package that a case was taken in from, if it was: a package of the copy is that package again.
fn copy(db: &Db, desk: &Desk, case: &Case, register: &Path) -> Result<Option<BagSpec<'static>>, Fault> {
    let Some(from) = db.provenance(case.key)? else { return Ok(None) };
    let connections = Arc::new(Connections { path: register.to_owned(), idle: Mutex::new(Vec::new()) });
    let files = db.received_files(case.key)?.into_iter();
    let payload = files.map(|(path, sha256, size)| kept(path, size, sha256, None, &connections));
    let control = sheet::read(db, desk, case.key, &Words::new(language(&desk.row.language)?))?;
    let info = info(&from.institution, &from.reference, case, &control, &from.seal, db)?;
    Ok(Some(BagSpec { payload: payload.collect(), info, bagging_date: desk.today() }))
}

/// Content of the register as a file of the payload.
fn kept(
    path: String,
    size: i64,
    sha256: String,
    sha512: Option<String>,
    connections: &Arc<Connections>,
) -> Payload<'static> {
    let (connections, digest) = (Arc::clone(connections), sha256.clone());
    let write = move |out: &mut dyn Write| connections.write(&digest, out);
    let source = Source::Written { size: u64::try_from(size).ok(), write: Box::new(write) };
    Payload { path, source, sha256: Some(sha256), sha512 }
}

fn printed(paper: &Arc<Pending>) -> Payload<'static> {
    let path = format!("papers/{}", paper.name);
    let paper = Arc::clone(paper);
    let write = move |out: &mut dyn Write| {
        let bytes = paper.bytes().map_err(|_| io::Error::other("not printed"))?;
        out.write_all(bytes)
    };
    Payload::new(path, Source::Written { size: None, write: Box::new(write) })
}

/// What the answers said, where there are any: of the case and of each session.
fn evaluation(payload: &mut Vec<Payload<'static>>, db: &Db, desk: &Desk, case: i64) -> Result<(), Fault> {
    let sessions = db.sessions_of(case)?;
    let keys: Vec<i64> = sessions.iter().map(|session| session.key).collect();
    let whole = results::tabulate(db, desk, &keys)?;
    if whole.responses == 0 {
        return Ok(());
    }
    let mut each = Vec::new();
    for session in &sessions {
        let mut one = json!(results::tabulate(db, desk, &[session.key])?);
        one["session"] = session.id.as_str().into();
        each.push(one);
    }
    let mut tabulated = json!(whole);
    tabulated["sessions"] = each.into();
    let tabulated = serde_json::to_string_pretty(&tabulated).unwrap_or_default();
    payload.push(text("evaluation.json", format!("{tabulated}\n")));
    Ok(())
}

fn text(path: impl Into<String>, text: String) -> Payload<'static> {
    Payload::new(path, Source::Bytes(text.into_bytes().into()))
}

/// Priority and what is overdue are told as they were on the day of the closing.
fn closing_lens<'d>(db: &Db, desk: &'d Desk, case: i64) -> Result<Lens<'d>, Fault> {
    let mut lens = desk.lens();
    let closed = db.case(case, &lens)?.closed_at.unwrap_or_default();
    lens.today = local(&closed, lens.zone).get(..10).and_then(|day| day.parse().ok()).unwrap_or(lens.today);
    Ok(lens)
}

/// The lines that the seal is the hash of, and their hash.
fn register(db: &Db, case: i64) -> Result<(String, String), Fault> {
    let mut lines = String::new();
    db.case_content(case, |line| {
        lines.push_str(line);
        lines.push('\n');
        Ok(())
    })?;
    let seal = ata_store::sha256(lines.as_bytes());
    Ok((lines, seal))
}

/// What was done to the case up to its closing, oldest first: packages made of it later are not part of it.
fn until_closed(mut history: Vec<Operation>) -> Vec<Operation> {
    history.reverse();
    if let Some(at) = history.iter().position(|operation| operation.verb == Op::ArchiveClose.verb()) {
        history.truncate(at + 1);
    }
    history
}

/// The documents under the number of their first folio, and earlier versions of them apart. Names are made from titles, so that
/// none leads out of the bag.
fn documents(
    payload: &mut Vec<Payload<'static>>,
    names: &mut UniqueNames,
    db: &Db,
    case: i64,
    filed: &Filed,
    path: PathBuf,
) -> Result<(), Fault> {
    let connections = Arc::new(Connections { path, idle: Mutex::new(Vec::new()) });
    let mut add = |folder: &str, prefix: String, document: &Document| {
        let name = safe_name(&stem(document), &index::extension(document));
        let path = names.claim(&format!("{folder}/{prefix}-{name}"));
        // The seal of the case, checked above, covers both hashes.
        let (sha256, sha512) = (document.sha256.clone(), Some(document.sha512.clone()));
        payload.push(kept(path, document.size, sha256, sha512, &connections));
    };
    for (document, range) in filed.numbered() {
        let prefix = range.map_or_else(|| "sf".to_owned(), |(from, _)| format!("{from:04}"));
        add("documents", prefix, document);
    }
    for document in db.documents_of(case)?.iter().filter(|document| document.replaced_by.is_some()) {
        let number = document.id.rsplit('-').next().unwrap_or_default().to_lowercase();
        add("versions", number, document);
    }
    Ok(())
}

/// The title without the extension it may repeat.
fn stem(document: &Document) -> String {
    let extension = format!(".{}", index::extension(document));
    let title = document.title.as_str();
    title.strip_suffix(&extension).unwrap_or(title).to_owned()
}

fn info(
    institution: &str,
    reference: &str,
    case: &Case,
    control: &sheet::ControlSheet,
    seal: &str,
    db: &Db,
) -> Result<Vec<(String, String)>, Fault> {
    let group = match &case.group {
        Some(group) => Some(db.organisation(db.find_organisation(&group.id)?)?),
        None => None,
    };
    let contact = group.as_ref().map_or(institution, |group| group.name.as_str()).to_owned();
    let series = [control.series.clone(), control.series_title.clone()].into_iter().flatten().collect::<Vec<_>>();
    let lines = [
        ("Source-Organization", institution.to_owned()),
        ("Contact-Name", contact),
        ("Contact-Email", group.and_then(|group| group.email).unwrap_or_default()),
        ("External-Identifier", reference.to_owned()),
        ("External-Description", case.title.clone()),
        ("Bag-Group-Identifier", series.join(" ")),
        ("Internal-Sender-Identifier", case.reference.clone().unwrap_or_default()),
        ("Internal-Sender-Description", format!("register.jsonl sha256:{seal}")),
    ];
    Ok(lines.map(|(label, value)| (label.to_owned(), value)).to_vec())
}
