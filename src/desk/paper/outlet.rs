//! From drafts to papers: printed on two threads, written where they were asked for, filed in their case.

use super::issue::Draft;
use super::shown::{self, Bytes, Item};
use super::template::{Look, Own};
use super::{Paper, called, fault, fault_in};
use crate::args::Format;
use crate::bag::safe_name;
use crate::env::{Desk, Env, write_whole};
use crate::error::{Fault, Kind as FaultKind, unwritten};
use crate::papers::{Kind, Part, Press, Printed, Voice};
use crate::phrase;
use crate::stages::passage::must_be_open;
use crate::typed;
use crate::view::Answer;
use ata_model::op::Op;
use ata_store::{NewDocument, NewPaper, sha256};
use std::path::{Path, PathBuf};
use std::sync::Mutex;

/// From so many papers on, progress is shown.
const MANY: usize = 20;

/// Where papers go.
enum Place {
    Stdout,
    /// One paper.
    File(PathBuf),
    Folder(PathBuf),
    /// Into the case file alone.
    Nowhere,
}

/// Prints drafts of a kind and does with them what was asked.
pub fn print(
    args: &Paper,
    kind: Kind,
    drafts: Vec<Draft>,
    look: Look,
    desk: &mut Desk,
    voice: &Voice,
    env: &Env,
) -> Result<Answer, Fault> {
    if args.file {
        may_file(kind, &drafts)?;
    }
    let place = place(args, kind, &drafts)?;
    let version = look.version;
    let press = Press::new(voice, look.templates, look.logo);
    let paths: Vec<Option<PathBuf>> = drafts.iter().map(|draft| place.of(&file_name(draft))).collect();
    // What is filed is written only when the register has it.
    let at_once = !args.file && !env.globals.dry_run;
    if let (Place::Folder(folder), false) = (&place, env.globals.dry_run) {
        std::fs::create_dir_all(folder).map_err(|error| unwritten(folder, &error))?;
    }
    let own = args.template.as_ref().map(|path| Own { part: Part::Kind(kind), path });
    let made = render(&press, &drafts, &paths, at_once, own, env)?;
    let mut items: Vec<Item> = Vec::new();
    for ((draft, made), path) in drafts.iter().zip(&made).zip(&paths) {
        items.push(item(draft, made, path.as_deref(), version, voice));
    }
    if args.file {
        let changed = file(&drafts, &made, version, &mut items, desk)?;
        let written = made.iter().zip(&paths).filter(|_| !env.globals.dry_run);
        for (made, path) in written.filter_map(|(made, path)| Some((made, path.as_deref()?))) {
            write(path, &made.printed.bytes)?;
        }
        return Ok(shown::filed(items, changed, env));
    }
    match (place, made.into_iter().next()) {
        (Place::Stdout, Some(only)) if env.format() == Format::Text => Ok(Answer::new(Bytes(only.printed.bytes))),
        (Place::Folder(folder), _) => Ok(shown::printed(items, Some(folder.display().to_string()), env)),
        _ => Ok(shown::printed(items, None, env)),
    }
}

impl Place {
    fn of(&self, name: &str) -> Option<PathBuf> {
        match self {
            Place::File(path) => Some(path.clone()),
            Place::Folder(folder) => Some(folder.join(name)),
            Place::Stdout | Place::Nowhere => None,
        }
    }
}

fn place(args: &Paper, kind: Kind, drafts: &[Draft]) -> Result<Place, Fault> {
    let several = || {
        let fault = Fault::usage(phrase!("desk-paper-several", n = drafts.len()));
        let merged = if kind == Kind::Certificate && !args.merged { "--merged" } else { "--out FOLDER" };
        fault.try_this(args.command(merged))
    };
    let Some(out) = &args.out else {
        return Ok(match drafts {
            _ if args.file => Place::Nowhere,
            [only] => Place::File(PathBuf::from(file_name(only))),
            _ => Place::Folder(PathBuf::from(folder_name(drafts))),
        });
    };
    if out == Path::new("-") {
        return if drafts.len() == 1 && !args.file { Ok(Place::Stdout) } else { Err(several()) };
    }
    let ends_in_slash = out.as_os_str().to_string_lossy().ends_with(['/', std::path::MAIN_SEPARATOR]);
    let form = out.extension().map(|form| form.to_string_lossy().to_lowercase());
    match form.as_deref() {
        _ if ends_in_slash || out.is_dir() => Ok(Place::Folder(out.clone())),
        None => Ok(Place::Folder(out.clone())),
        Some("pdf") if drafts.len() == 1 => Ok(Place::File(out.clone())),
        Some("pdf") => Err(several()),
        Some(form) => Err(Fault::usage(phrase!("desk-paper-form", form = format!(".{form}")))
            .try_this(args.command(&format!("--out {}", typed::path(&out.with_extension("pdf")))))),
    }
}

/// `AT-2026-0001-S1-certificate-P-9-marcela-rueda.pdf`.
pub fn file_name(draft: &Draft) -> String {
    let kind = draft.paper.kind.code();
    match draft.paper.head.reference.as_deref().map(|reference| reference.split_once('/')) {
        Some(Some((about, part))) => {
            let name = draft.title.split_once(" · ").map(|(_, name)| safe_name(name, ""));
            let name = name.map(|name| format!("-{name}")).unwrap_or_default();
            format!("{about}-{kind}-{part}{name}.pdf")
        }
        Some(None) => format!("{}-{kind}.pdf", draft.paper.head.reference.as_deref().unwrap_or_default()),
        None => format!("{kind}.pdf"),
    }
}

/// `AT-2026-0001-S1-certificate`.
fn folder_name(drafts: &[Draft]) -> String {
    let first = drafts.first();
    let kind = first.map_or("paper", |draft| draft.paper.kind.code());
    let about = first.and_then(|draft| draft.paper.head.reference.as_deref());
    match about.and_then(|about| about.split('/').next()) {
        Some(about) => format!("{about}-{kind}"),
        None => kind.to_owned(),
    }
}

/// A paper made; its bytes only while they are needed.
struct Made {
    printed: Printed,
    sha256: String,
    size: usize,
}

/// Prints each, and writes it where it goes when it is not to be filed first.
fn render(
    press: &Press,
    drafts: &[Draft],
    paths: &[Option<PathBuf>],
    at_once: bool,
    own: Option<Own<'_>>,
    env: &Env,
) -> Result<Vec<Made>, Fault> {
    let bar = (env.is_watched() && drafts.len() >= MANY).then(|| indicatif::ProgressBar::new(drafts.len() as u64));
    let papers: Vec<_> = drafts.iter().map(|draft| draft.paper.clone()).collect();
    let all: Mutex<Vec<(usize, Result<Made, Fault>)>> = Mutex::new(Vec::with_capacity(papers.len()));
    let printed = press.print_each(&papers, |at, printed| {
        let path = paths.get(at).and_then(Option::as_deref).filter(|_| at_once);
        let one = printed.map_err(|error| fault_in(error, own)).and_then(|printed| made(printed, path));
        if let Some(bar) = &bar {
            bar.inc(1);
        }
        if let Ok(mut all) = all.lock() {
            all.push((at, one));
        }
    });
    if let Some(bar) = bar {
        bar.finish_and_clear();
    }
    printed.map_err(fault)?;
    let mut all = all.into_inner().unwrap_or_else(std::sync::PoisonError::into_inner);
    all.sort_by_key(|(at, _)| *at);
    all.into_iter().map(|(_, one)| one).collect()
}

fn made(mut printed: Printed, path: Option<&Path>) -> Result<Made, Fault> {
    let (sha256, size) = (sha256(&printed.bytes), printed.bytes.len());
    if let Some(path) = path {
        write(path, &printed.bytes)?;
        printed.bytes = Vec::new();
    }
    Ok(Made { printed, sha256, size })
}

fn write(path: &Path, bytes: &[u8]) -> Result<(), Fault> {
    write_whole(path, bytes).map_err(|error| unwritten(path, &error))
}

fn item(draft: &Draft, made: &Made, path: Option<&Path>, version: i64, voice: &Voice) -> Item {
    Item {
        kind: draft.paper.kind.code().to_owned(),
        about: draft.paper.head.reference.clone(),
        title: draft.title.clone(),
        date: draft.day.to_string(),
        file: path.map(|path| path.display().to_string()),
        pages: made.printed.pages,
        size: made.size,
        sha256: made.sha256.clone(),
        digest: made.printed.digest.clone(),
        template: shown::Look { version, sha256: made.printed.template.clone() },
        language: shown::language(voice),
        page: draft.paper.head.page,
        document: None,
    }
}

/// A paper that is of no case, or lies outside its file, is not filed.
fn may_file(kind: Kind, drafts: &[Draft]) -> Result<(), Fault> {
    if kind.record().is_none() || drafts.iter().any(|draft| draft.case.is_none()) {
        return Err(Fault::usage(phrase!("desk-paper-no-file", kind = called(kind.code())))
            .try_this(format!("ata paper {} CASE --file", Kind::Minutes.code())));
    }
    Ok(())
}

/// Files the papers as one operation, and notes the documents they became. Did anything change?
fn file(drafts: &[Draft], made: &[Made], version: i64, items: &mut [Item], desk: &mut Desk) -> Result<bool, Fault> {
    let known = |key: &str| desk.row.profile.record(key).is_some();
    let kinds: Vec<&str> =
        drafts.iter().map(|draft| draft.paper.kind.record().filter(|key| known(key)).unwrap_or("other")).collect();
    let (store, lens, stamp) = desk.split();
    let outcome = store.transact(Op::PaperFile, stamp, |tx| -> Result<(), Fault> {
        let now = tx.bearings()?.map_or(0, |log| log.op);
        for (at, (draft, made)) in drafts.iter().zip(made).enumerate() {
            let Some(case) = draft.case else { continue };
            must_be_open(&tx.case(case, &lens)?)?;
            let op = draft.paper.head.log.as_ref().map_or(0, |log| log.op);
            if op != now {
                return Err(Fault::new(FaultKind::Busy, phrase!("error-busy")).hint(phrase!("error-busy-hint")));
            }
            let about = draft.paper.head.reference.as_deref().unwrap_or_default();
            let paper = NewPaper {
                kind: draft.paper.kind.code(),
                about,
                content: &made.printed.content,
                digest: &made.printed.digest,
                template: &made.printed.template,
                template_version: version,
                op,
            };
            let document = NewDocument {
                case,
                session: draft.session,
                commitment: None,
                kind: kinds[at],
                title: &draft.title,
                date: Some(draft.day),
                filename: &file_name(draft),
                content: &made.printed.bytes,
                folios: i64::try_from(made.printed.pages).unwrap_or(1),
            };
            if let (Some(session), Some(numbering)) = (draft.session, &draft.numbering) {
                tx.number_minutes(session, numbering)?;
            }
            let id = tx.file_paper(&paper, &document, draft.stands_for)?;
            items[at].document = Some(tx.document(id)?.id);
        }
        Ok(())
    })?;
    Ok(outcome.changed)
}
