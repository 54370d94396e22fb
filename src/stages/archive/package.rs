//! Packaging a closed case as a BagIt bag. The bag is written first and noted after it; interrupted between the two, the next run
//! finds the bag whole and notes it.

use super::payload::{self, Bar};
use crate::bag::{self, BagError, BagSpec, Payload, Source};
use crate::env::{Desk, Env};
use crate::error::{Fault, Kind, file_fault, unwritten};
use crate::locale::Words;
use crate::phrase;
use crate::stages::passage::must_be_open;
use crate::typed;
use crate::view::{Answer, Page};
use ata_model::op::Op;
use ata_store::{Db, StoreError};
use clap::Args;
use serde::Serialize;
use std::path::{Path, PathBuf};
use std::thread;

#[derive(Args)]
pub struct Package {
    /// Cases, which must be closed
    #[arg(required = true)]
    case: Vec<String>,
    /// Folder in which the packages are made, each under its case's reference
    #[arg(long, value_name = "DIR")]
    out: PathBuf,
    /// As a ZIP file instead of a folder
    #[arg(long)]
    zip: bool,
    /// As a tar file instead of a folder
    #[arg(long, conflicts_with = "zip")]
    tar: bool,
    /// With what people said of themselves for the differential approach: sensitive data
    #[arg(long)]
    include_sensitive: bool,
}

#[derive(Serialize)]
struct Packaged {
    case: String,
    package: String,
    files: u64,
    bytes: u64,
    /// SHA-256 of the manifest; none on a dry run.
    manifest: Option<String>,
}

/// What was written of a case, to be noted.
struct Made {
    key: i64,
    name: String,
    packaged: Packaged,
    changed: bool,
}

/// The same package made again changes nothing.
pub fn run(args: &Package, env: &Env) -> Result<Answer, Fault> {
    typed::no_stream(&args.out)?;
    let mut desk = env.desk()?;
    let keys = desk.store.snapshot(|db| closed(db, &desk, &args.case))?;
    let made = keys.into_iter().map(|key| make(key, args, &desk, env)).collect::<Result<Vec<_>, Fault>>()?;
    let stamp = desk.stamp.clone();
    let mut changed = made.iter().any(|one| one.changed);
    if !env.globals.dry_run {
        let noted = desk.store.transact(Op::ArchivePackage, &stamp, |tx| -> Result<(), Fault> {
            for one in &made {
                tx.note_package(one.key, &one.name, one.packaged.manifest.as_deref().unwrap_or_default())?;
            }
            Ok(())
        })?;
        changed |= noted.changed;
    }
    let packages = made.into_iter().map(|one| one.packaged).collect();
    let answer = Answer::changes(packages, changed, env, page);
    let has_papers = cfg!(feature = "pdf") || env.globals.dry_run;
    Ok(if has_papers { answer } else { answer.note(phrase!("archive-packaged-without-papers")) })
}

/// The cases named, of which none may be open: nothing is written of the others then.
fn closed(db: &Db, desk: &Desk, cases: &[String]) -> Result<Vec<i64>, Fault> {
    let keys = typed::each(cases, |text| db.find_case(text))?;
    for key in &keys {
        let case = db.case(*key, &desk.lens())?;
        if case.state != "closed" {
            must_be_open(&case)?;
            let phrase = phrase!("archive-not-closed", case = &case.id);
            // Only a case that is open can be closed.
            let verb = match case.state.as_str() {
                "open" => "archive close",
                "on_hold" => "resume",
                _ => "show",
            };
            return Err(Fault::refused(phrase).try_this(format!("ata {verb} {}", case.id)));
        }
    }
    Ok(keys)
}

fn make(key: i64, args: &Package, desk: &Desk, env: &Env) -> Result<Made, Fault> {
    let register = env.database()?;
    let (id, spec, papers) = desk.store.snapshot(|db| -> Result<_, Fault> {
        let (mut spec, papers) = payload::spec(db, desk, key, register)?;
        if args.include_sensitive {
            spec.payload.push(sensitive(db, key)?);
        }
        Ok((db.case_ref(key)?, spec, papers))
    })?;
    let write = form(args);
    let name = format!(
        "{id}{}",
        if args.zip {
            ".zip"
        } else if args.tar {
            ".tar"
        } else {
            ""
        }
    );
    let target = args.out.join(&name);
    let files = spec.payload.len() as u64;
    let bytes: u64 = spec.payload.iter().filter_map(|one| size(&one.source)).sum();
    let mut packaged = Packaged { case: id, package: target.display().to_string(), files, bytes, manifest: None };
    if env.globals.dry_run {
        for paper in papers {
            packaged.bytes += paper.bytes()?.len() as u64;
        }
        return Ok(Made { key, name, packaged, changed: !target.exists() });
    }
    std::fs::create_dir_all(&args.out).map_err(|error| unwritten(&args.out, &error))?;
    let bar = Bar::new(Some(bytes), env);
    let written = thread::scope(|scope| {
        // One file is written from its beginning to its end, and the papers come late in it. In a folder they come first, on one thread
        // while the others copy.
        if args.zip || args.tar {
            scope.spawn(|| papers.iter().take_while(|paper| paper.bytes().is_ok()).count());
        }
        write(&target, &spec, &mut |done| bar.show(done))
    });
    drop(bar);
    let report = match written {
        Ok(report) => report,
        Err(error) => {
            // A template that does not print says more than that its paper could not be read.
            papers.iter().try_for_each(|paper| paper.bytes().map(drop))?;
            return Err(bag_fault(error));
        }
    };
    packaged.bytes = report.bytes;
    packaged.manifest = Some(report.manifest);
    Ok(Made { key, name, packaged, changed: report.changed })
}

type Writer = fn(&Path, &BagSpec<'_>, &mut dyn FnMut(u64)) -> Result<bag::BagReport, BagError>;

fn form(args: &Package) -> Writer {
    match (args.zip, args.tar) {
        (true, _) => bag::write_zip,
        (_, true) => bag::write_tar,
        _ => bag::write,
    }
}

/// Where the sensitive answers of a case stand in its package.
pub const SENSITIVE: &str = "differential.json";

/// The answers of the differential approach, by session.
fn sensitive(db: &Db, case: i64) -> Result<Payload<'static>, Fault> {
    let sessions = db
        .sessions_of(case)?
        .into_iter()
        .map(|session| Ok(serde_json::json!({"session": session.id, "differential": db.differential(session.key)?})));
    let sessions: Vec<_> = sessions.collect::<Result<_, StoreError>>()?;
    let text = format!("{:#}\n", serde_json::Value::Array(sessions));
    Ok(Payload::new(SENSITIVE, Source::Bytes(text.into_bytes().into())))
}

fn size(source: &Source<'_>) -> Option<u64> {
    match source {
        Source::Bytes(bytes) => Some(bytes.len() as u64),
        Source::Written { size, .. } => *size,
        Source::File(path) => std::fs::metadata(path).ok().map(|about| about.len()),
    }
}

fn page(packaged: &Packaged, words: &Words) -> Page {
    let said = phrase!("archive-packaged", package = &packaged.package, files = packaged.files, bytes = packaged.bytes);
    let page = Page::default().line(words.say(&said));
    match &packaged.manifest {
        Some(manifest) => page.line(format!("  sha256 {manifest}")),
        None => page,
    }
}

/// What kept a package from being written or read.
pub fn bag_fault(error: BagError) -> Fault {
    let shown = |path: &Path| path.display().to_string();
    match error {
        BagError::Io { path, source } => file_fault(&path, &source),
        BagError::Source { path, source } => {
            let phrase = phrase!("archive-unreadable", path = path, detail = source.to_string());
            Fault::new(Kind::Integrity, phrase).try_this("ata check")
        }
        BagError::SourceChanged { path } => {
            Fault::new(Kind::Integrity, phrase!("archive-altered", path = path)).try_this("ata check")
        }
        BagError::Damaged { path } => Fault::new(Kind::Integrity, phrase!("archive-damaged", path = shown(&path)))
            .try_this(format!("ata archive verify {}", typed::path(&path))),
        BagError::AlreadyExists { path } => {
            Fault::refused(phrase!("archive-exists", path = shown(&path))).hint(phrase!("archive-exists-hint"))
        }
        BagError::ForeignPartial { path } => {
            Fault::refused(phrase!("archive-foreign", path = shown(&path))).hint(phrase!("archive-exists-hint"))
        }
        BagError::Busy { path } => {
            Fault::new(Kind::Busy, phrase!("archive-busy", path = shown(&path))).hint(phrase!("error-busy-hint"))
        }
        BagError::Compressed { path } => {
            Fault::new(Kind::Integrity, phrase!("archive-compressed", path = shown(&path)))
        }
        BagError::NotAPackage { path } => {
            Fault::new(Kind::Integrity, phrase!("archive-not-a-package", path = shown(&path)))
        }
        BagError::NotABag { path } | BagError::BadZip { path, .. } | BagError::BadTar { path, .. } => {
            Fault::new(Kind::Integrity, phrase!("archive-not-a-bag", path = shown(&path)))
        }
        other @ (BagError::BadPath { .. }
        | BagError::Collision { .. }
        | BagError::BadLabel { .. }
        | BagError::BadTarget { .. }) => {
            Fault::new(Kind::Failure, phrase!("archive-failed", detail = other.to_string()))
        }
    }
}
