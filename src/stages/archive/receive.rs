//! Taking in a case file from a package: a readable copy, sealed as it was, marked with where it comes from. Nothing of the package
//! is believed unread: manifests, seal and log are checked first, and each document against its hash when it is read.

use super::contradiction::contradicts;
use super::package::{SENSITIVE, bag_fault};
use super::payload::Bar;
use crate::bag::{self, Opened, ProblemKind};
use crate::env::{Desk, Env};
use crate::error::{Fault, Kind};
use crate::phrase;
use crate::stages::brief;
use crate::typed;
use crate::view::Answer;
use ata_model::case::Case;
use ata_model::import::ImportResult;
use ata_model::op::Op;
use ata_model::profile::Profile;
use ata_store::{Db, Parcel, Provenance, StoreError, Tx, Unfit, sha256, verify_chain};
use clap::Args;
use serde::Serialize;
use serde_json::Value;
use std::collections::BTreeMap;
use std::path::{Path, PathBuf};

#[derive(Args)]
pub struct Import {
    /// Packages made by ata: folders, ZIP or tar files
    #[arg(required = true, value_name = "DIR|ZIP|TAR")]
    package: Vec<PathBuf>,
}

/// Bytes of one text of a package that are read into memory.
const LONGEST: u64 = 512 << 20;

#[derive(Serialize)]
struct Received {
    #[serde(flatten)]
    case: Case,
    provenance: Option<Provenance>,
}

/// The same case again, in whatever form of package, is no change.
pub fn run(args: &Import, env: &Env) -> Result<Answer, Fault> {
    let mut desk = env.desk()?;
    let mut received = Vec::new();
    let mut changed = false;
    for path in &args.package {
        let (one, is_new) = take(path, &mut desk, env)?;
        received.push(one);
        changed |= is_new;
    }
    Ok(Answer::changes(received, changed, env, |received, words| {
        let page = brief::case(&received.case, words);
        let Some(from) = &received.provenance else { return page };
        let said = phrase!("archive-received", reference = &from.reference, institution = &from.institution);
        page.line(format!("  {}", words.say(&said))).line(format!("  sha256 {}", from.seal))
    }))
}

fn take(path: &Path, desk: &mut Desk, env: &Env) -> Result<(Received, bool), Fault> {
    let package = path.display().to_string();
    let kept = env.on_disk(path)?;
    must_be_whole(&kept.path, &package, env)?;
    let opened = Opened::open(&kept.path).map_err(bag_fault)?;
    let texts = Texts::read(&opened, &package)?;
    let (store, lens, stamp) = desk.split();
    let outcome = store.transact(Op::ArchiveImport, stamp, |tx| -> Result<_, Fault> {
        let (instance, reference) = (texts.said("instance", &package)?, texts.said("reference", &package)?);
        let key = match tx.find_received(instance, reference)? {
            Some(key) => must_be_the_same(tx, key, &texts, &package)?,
            None => write(tx, &texts, &opened, &package)?,
        };
        Ok(Received { case: tx.case(key, &lens)?, provenance: tx.provenance(key)? })
    })?;
    Ok((outcome.value, outcome.changed))
}

/// A package with a single bad file is not taken in.
fn must_be_whole(path: &Path, package: &str, env: &Env) -> Result<(), Fault> {
    let bar = Bar::new(None, env);
    let verdict = bag::verify_with(path, &mut |bytes| bar.show(bytes)).map_err(bag_fault)?;
    if verdict.valid {
        return Ok(());
    }
    Err(Fault::new(Kind::Integrity, phrase!("archive-not-whole", package = package, n = verdict.problems.len()))
        .try_this(format!("ata archive verify {}", typed::word(package))))
}

/// The texts of a package that say what the case is.
struct Texts {
    origin: Value,
    register: String,
    log: String,
    profile: String,
    seal: String,
    manifest: String,
    bagged_on: String,
}

impl Texts {
    fn read(opened: &Opened, package: &str) -> Result<Texts, Fault> {
        let foreign =
            || Fault::refused(phrase!("archive-not-ours", package = package)).hint(phrase!("archive-not-ours-hint"));
        let text = |name: &str| match opened.text(&format!("data/{name}"), LONGEST) {
            Ok(text) => Ok(text),
            Err(ProblemKind::Missing) => Err(foreign()),
            Err(_) => Err(unfit(package, name)),
        };
        let origin: Value = serde_json::from_str(&text("origin.json")?).map_err(|_| unfit(package, "origin.json"))?;
        if origin["format"] != "ata-case" {
            return Err(foreign());
        }
        if origin["version"] != 1 {
            return Err(Fault::refused(phrase!("archive-newer", package = package)).hint(phrase!("error-newer-hint")));
        }
        let register = text("register.jsonl")?;
        let seal = sha256(register.as_bytes());
        let case: Value = serde_json::from_str(&text("case.json")?).map_err(|_| unfit(package, "case.json"))?;
        if case["seal"].as_str() != Some(&seal) {
            return Err(Fault::new(Kind::Integrity, phrase!("archive-seal-broken", case = package)));
        }
        if contradicts(&case, &register) {
            let phrase = phrase!("archive-contradicted", package = package, name = "data/case.json");
            return Err(Fault::new(Kind::Integrity, phrase));
        }
        let log = text("log.jsonl")?;
        if !verify_chain(&log).is_empty() {
            return Err(Fault::new(Kind::Integrity, phrase!("archive-log-broken", package = package)));
        }
        let info = opened.info();
        let bagged_on = info.iter().find(|(label, _)| label.eq_ignore_ascii_case("Bagging-Date"));
        Ok(Texts {
            profile: text("profile.toml")?,
            manifest: opened.manifest().unwrap_or_default(),
            bagged_on: bagged_on.map(|(_, day)| day.clone()).unwrap_or_default(),
            origin,
            register,
            log,
            seal,
        })
    }

    fn said(&self, field: &str, package: &str) -> Result<&str, Fault> {
        self.origin[field].as_str().filter(|text| !text.is_empty()).ok_or_else(|| unfit(package, "origin.json"))
    }
}

fn unfit(package: &str, name: &str) -> Fault {
    Fault::new(Kind::Integrity, phrase!("archive-unfit", package = package, name = name))
}

/// A case that is here already must be sealed with the same content.
fn must_be_the_same(tx: &Tx<'_>, key: i64, texts: &Texts, package: &str) -> Result<i64, Fault> {
    let here = match tx.provenance(key)? {
        Some(from) => Some(from.seal),
        None => tx.seal_given(key)?,
    };
    if here.as_deref() == Some(&texts.seal) {
        return Ok(key);
    }
    let case = tx.case_ref(key)?;
    Err(Fault::refused(phrase!("archive-other-seal", package = package, case = &case))
        .try_this(format!("ata show {case}")))
}

fn write(tx: &mut Tx<'_>, texts: &Texts, opened: &Opened, package: &str) -> Result<i64, Fault> {
    let profile = Profile::parse(&texts.profile).map_err(|_| unfit(package, "profile.toml"))?;
    documents(tx, texts, opened, package)?;
    let files = files(tx, opened, package)?;
    let name = Path::new(package).file_name().map(|name| name.to_string_lossy().into_owned()).unwrap_or_default();
    let import = tx.add_import("case", None, &name, &texts.manifest, "ata-case")?;
    let parcel = Parcel {
        origin: &texts.origin,
        register: &texts.register,
        log: &texts.log,
        seal: &texts.seal,
        manifest: &texts.manifest,
        package: &name,
        bagged_on: &texts.bagged_on,
        files: &files,
        profile: (&profile, &texts.profile, &sha256(texts.profile.as_bytes())),
    };
    let key = match tx.receive(&parcel, import) {
        Ok(Ok(key)) => key,
        Ok(Err(Unfit::Line { line })) => return Err(unfit(package, &format!("register.jsonl:{line}"))),
        Ok(Err(Unfit::Reference { line, column })) => {
            return Err(unfit(package, &format!("register.jsonl:{line} ({column})")));
        }
        Ok(Err(Unfit::Origin { field })) => return Err(unfit(package, &format!("origin.json ({field})"))),
        // A row that the tables refuse was never written by a register.
        Err(StoreError::Database(detail)) => return Err(unfit(package, &detail)),
        Err(other) => return Err(other.into()),
    };
    let result = ImportResult {
        import: Some(format!("I-{import}")),
        file: name.clone(),
        sha256: texts.manifest.clone(),
        source: "ata-case".to_owned(),
        rows: texts.register.lines().count() as i64,
        added: Some(1),
        changed: true,
        ..ImportResult::default()
    };
    tx.finish_import(import, &result)?;
    must_be_readable(tx, key, package)?;
    Ok(key)
}

/// The content of every document the register names.
fn documents(tx: &Tx<'_>, texts: &Texts, opened: &Opened, package: &str) -> Result<(), Fault> {
    let places: BTreeMap<String, String> = opened.payload().into_iter().collect();
    for line in texts.register.lines() {
        let row: Value = serde_json::from_str(line).map_err(|_| unfit(package, "register.jsonl"))?;
        if row["table"] != "document" {
            continue;
        }
        let digest = row["row"]["sha256"].as_str().unwrap_or_default();
        let longer = row["row"]["sha512"].as_str().unwrap_or_default();
        let place = places.get(digest).ok_or_else(|| unfit(package, "register.jsonl"))?;
        keep(tx, opened, package, place, digest, Some(longer))?;
    }
    Ok(())
}

/// Keeps whatever else lies in the package, so that one made of the copy is the same. What people said of themselves is left where it
/// is: it stands in no other place than its own table.
fn files(tx: &Tx<'_>, opened: &Opened, package: &str) -> Result<Vec<(String, String)>, Fault> {
    let mut files = Vec::new();
    for (digest, place) in opened.payload() {
        let path = place.strip_prefix("data/").unwrap_or(&place).to_owned();
        if path == SENSITIVE {
            continue;
        }
        if !tx.keeps(&digest)? {
            keep(tx, opened, package, &place, &digest, None)?;
        }
        files.push((path, digest));
    }
    Ok(files)
}

fn keep(
    tx: &Tx<'_>,
    opened: &Opened,
    package: &str,
    place: &str,
    sha256: &str,
    sha512: Option<&str>,
) -> Result<(), Fault> {
    // The engine holds at most 10^9 bytes in a cell.
    let content = opened.bytes(place, 999_000_000).map_err(|_| unfit(package, place))?;
    tx.keep_content(sha256, sha512, &content).map_err(|error| match error {
        StoreError::Damaged(_) => unfit(package, place),
        other => other.into(),
    })
}

/// What cannot be read back, because a text of it is not what its column holds, is not kept.
fn must_be_readable(db: &Db, key: i64, package: &str) -> Result<(), Fault> {
    let broken = |_| unfit(package, "register.jsonl");
    db.passages(key).map_err(broken)?;
    db.documents_of(key).map_err(broken)?;
    db.kept(key).map_err(broken)?;
    for session in db.sessions_of(key).map_err(broken)? {
        db.answer_sheets(session.key).map_err(broken)?;
        db.roster(session.key).map_err(broken)?;
    }
    Ok(())
}
