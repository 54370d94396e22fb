//! The procedure in force, as data: shown, checked, replaced.

mod fault;
mod update;

use crate::env::{Desk, Env};
use crate::error::{Fault, Kind};
use crate::locale::Arg;
use crate::phrase;
use crate::view::{Answer, Page, Table};
use ata_model::profile::Profile;
use ata_store::sha256;
use clap::{Args, Subcommand};
use serde::Serialize;
use std::path::{Path, PathBuf};

/// The profiles that come with the program.
pub const SHIPPED: &[(&str, &str)] = &[
    ("santander", include_str!("../../../profiles/santander.toml")),
    ("seho", include_str!("../../../profiles/seho.toml")),
    ("ugel07", include_str!("../../../profiles/ugel07.toml")),
    ("vamos", include_str!("../../../profiles/vamos.toml")),
    ("sedese", include_str!("../../../profiles/sedese.toml")),
];

#[derive(Subcommand)]
pub enum Verb {
    /// List the profiles that come with the program, and the versions the register has kept
    List,
    /// Print a profile as it is written; without a name, the one in force
    Show(Show),
    /// Check a profile file; every fault is told with its line and column
    Check(Check),
    /// Put a profile in force for this register
    Update(update::Update),
}

#[derive(Args)]
pub struct Show {
    /// A shipped profile, or the name of one the register has kept
    name: Option<String>,
}

#[derive(Args)]
pub struct Check {
    /// The file; - reads standard input
    file: PathBuf,
}

pub fn run(verb: &Verb, env: &Env) -> Result<Answer, Fault> {
    match verb {
        Verb::List => list(env),
        Verb::Show(args) => show(args, env),
        Verb::Check(args) => check(args, env),
        Verb::Update(args) => update::run(args, env),
    }
}

/// A shipped profile by its name, or one from a file: (its text, what it says).
///
/// # Errors
/// Usage, with every fault of the file and its place.
pub fn load(name: &str, env: &Env) -> Result<(String, Profile), Fault> {
    let source = match shipped(name) {
        Some(text) => text.to_owned(),
        // A word that is no file was meant as the name of a profile.
        None if !name.contains(['.', '/', '\\']) && name != "-" && !Path::new(name).exists() => {
            return Err(
                Fault::new(Kind::NotFound, phrase!("desk-profile-unknown", name = name)).try_this("ata profile list")
            );
        }
        None => env.read_text(Path::new(name))?,
    };
    match Profile::parse(&source) {
        Ok(profile) => Ok((source, profile)),
        Err(errors) => Err(fault::wrong(name, &errors)),
    }
}

fn shipped(name: &str) -> Option<&'static str> {
    SHIPPED.iter().find(|(known, _)| *known == name).map(|(_, text)| *text)
}

/// The register, where there is one: the shipped profiles can be seen without.
fn maybe_desk(env: &Env) -> Result<Option<Desk>, Fault> {
    match env.desk() {
        Ok(desk) => Ok(Some(desk)),
        Err(fault) if fault.kind == Kind::NotFound => Ok(None),
        Err(fault) => Err(fault),
    }
}

/// A profile that can be shown.
#[derive(Serialize)]
struct Line {
    name: String,
    version: i64,
    /// `shipped` with the program, or kept in the `register`.
    from: &'static str,
    in_force: bool,
    since: Option<String>,
    sha256: String,
}

fn list(env: &Env) -> Result<Answer, Fault> {
    let mut lines = Vec::new();
    if let Some(desk) = maybe_desk(env)? {
        lines.extend(desk.store.profiles()?.into_iter().map(|kept| Line {
            name: kept.name,
            version: kept.version,
            from: "register",
            in_force: kept.in_force,
            since: Some(ata_model::session::local(&kept.since, &desk.row.zone)),
            sha256: kept.sha256,
        }));
    }
    for (name, text) in SHIPPED {
        let (_, profile) = load(name, env)?;
        let (version, sha256) = (i64::from(profile.version), sha256(text.as_bytes()));
        lines.push(Line { name: profile.name, version, from: "shipped", in_force: false, since: None, sha256 });
    }
    Ok(Answer::list(lines, |lines, words| {
        let mut table = Table::new(words, &["profile", "#version", "kept", "since", "state"]);
        for line in lines {
            let state = if line.in_force { words.word("desk-profile-in-force") } else { String::new() };
            let since = line.since.as_deref().and_then(|since| since.get(..10)).unwrap_or_default().to_owned();
            table.row([line.name.clone(), line.version.to_string(), words.term("from", line.from), since, state]);
        }
        Page::default().table(table)
    }))
}

/// A profile as it is written and as it is understood.
#[derive(Serialize)]
struct Whole {
    name: String,
    version: u32,
    sha256: String,
    in_force: bool,
    source: String,
    profile: Profile,
}

fn show(args: &Show, env: &Env) -> Result<Answer, Fault> {
    let desk = if args.name.is_none() { Some(env.desk()?) } else { maybe_desk(env)? };
    let kept = desk.map_or(Ok(Vec::new()), |desk| desk.store.profiles())?;
    let wanted = |version: &&ata_store::ProfileVersion| match &args.name {
        Some(name) => version.name == *name,
        None => version.in_force,
    };
    // A name means the shipped one, which is what a body begins its own from.
    let source = args.name.as_deref().and_then(shipped).map(str::to_owned);
    let source = source.or_else(|| kept.iter().find(wanted).map(|version| version.source.clone()));
    let name = args.name.clone().unwrap_or_default();
    let Some(source) = source else {
        return Err(Fault::new(Kind::NotFound, phrase!("desk-no-profile", name = &name)).try_this("ata profile list"));
    };
    let profile = Profile::parse(&source).map_err(|errors| fault::wrong(&name, &errors))?;
    let sha256 = sha256(source.as_bytes());
    let in_force = kept.iter().any(|version| version.in_force && version.sha256 == sha256);
    let whole = Whole { name: profile.name.clone(), version: profile.version, sha256, in_force, source, profile };
    Ok(Answer::of(whole, |whole, _| Page::default().verbatim(whole.source.clone())))
}

/// A file without faults.
#[derive(Serialize)]
struct Sound {
    file: String,
    ok: bool,
    name: String,
    version: u32,
}

fn check(args: &Check, env: &Env) -> Result<Answer, Fault> {
    let file = args.file.display().to_string();
    let source = env.read_text(&args.file)?;
    let profile = Profile::parse(&source).map_err(|errors| fault::wrong(&file, &errors))?;
    let sound = Sound { file, ok: true, name: profile.name, version: profile.version };
    Ok(Answer::of(sound, |sound, words| {
        let name = &sound.name;
        Page::default().line(words.say(&phrase!("desk-profile-sound", file = Arg::file(&sound.file), name = name)))
    }))
}
