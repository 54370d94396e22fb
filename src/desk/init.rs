//! Beginning a register: the file, its institution and the procedure in force.

use crate::desk::profile;
use crate::env::Env;
use crate::error::{Fault, Kind, must_have_folder};
use crate::phrase;
use crate::typed;
use crate::view::{Answer, Page};
use ata_model::document::SeriesLine;
use ata_model::op::Op;
use ata_store::{Store, StoreError, sha256};
use clap::Args;
use serde::Serialize;
use std::path::PathBuf;

#[derive(Args)]
pub struct Init {
    /// The file (else --db, ATA_DB, or ata.db here)
    file: Option<PathBuf>,
    /// The procedure: santander, seho, ugel07, vamos, sedese, or a file of your own
    #[arg(long, value_name = "NAME|FILE", default_value = "santander")]
    profile: String,
    /// Name of the institution (else the profile's)
    #[arg(long, value_name = "NAME")]
    institution: Option<String>,
    /// Time zone, such as America/Bogota (else the profile's)
    #[arg(long, value_name = "ZONE")]
    tz: Option<String>,
}

#[derive(Serialize)]
struct Begun {
    file: String,
    profile: String,
    institution: String,
    language: String,
    time_zone: String,
    country: String,
    prefix: String,
}

/// Beginning the same register twice is nothing to do; another one in its place is refused.
pub fn run(args: &Init, env: &Env) -> Result<Answer, Fault> {
    let path = args.file.clone().unwrap_or_else(|| env.new_database());
    typed::no_stream(&path)?;
    must_have_folder(&path)?;
    let (source, profile) = profile::load(&args.profile, env)?;
    let institution = match &args.institution {
        Some(name) => typed::line(name, "--institution")?,
        None => profile.institution.clone(),
    };
    let zone = args.tz.clone().unwrap_or_else(|| profile.time_zone.clone());
    if zone.parse::<chrono_tz::Tz>().is_err() {
        return Err(Fault::usage(phrase!("usage-zone", value = &zone)));
    }
    let language = env.globals.lang.clone().unwrap_or_else(|| profile.language.clone());
    let language = crate::locale::language(&language)?.code();
    let begun = Begun {
        file: path.display().to_string(),
        profile: profile.name.clone(),
        institution: institution.clone(),
        language: language.to_owned(),
        time_zone: zone.clone(),
        country: profile.country.clone(),
        prefix: profile.prefix.clone(),
    };
    if path.exists() {
        return already(&path, begun, env);
    }
    if env.globals.dry_run {
        return Ok(Answer::change(begun, true, env, |begun, words| page(begun, "desk-begun", words)));
    }
    let stamp = env.stamp(&zone);
    Store::create(&path, |store| {
        let founded = store.transact(Op::Init, &stamp, |tx| -> Result<(), StoreError> {
            let id = tx.keep_profile(&profile, &source, &sha256(source.as_bytes()))?;
            tx.found(&institution, language, &zone, &profile, id)?;
            for line in &profile.series {
                tx.put_series(&series(line), None)?;
            }
            tx.say(format!("{} {institution}", profile.name));
            Ok(())
        });
        founded.map(|_| ())
    })?;
    let answer = Answer::change(begun, true, env, |begun, words| page(begun, "desk-begun", words));
    Ok(answer.next([phrase!("desk-begun-hint")]))
}

/// A line of a profile's records schedule as the register keeps it.
pub fn series(line: &ata_model::profile::Series) -> SeriesLine {
    let maybe = |text: &String| (!text.is_empty()).then(|| text.clone());
    SeriesLine {
        code: line.code.clone(),
        series: line.series.clone(),
        subseries: line.subseries.clone(),
        types: line.types.clone(),
        office_years: i64::from(line.office_years),
        central_years: i64::from(line.central_years),
        disposal: line.disposal.clone(),
        procedure: maybe(&line.procedure),
        source: maybe(&line.source),
    }
}

fn already(path: &std::path::Path, begun: Begun, env: &Env) -> Result<Answer, Fault> {
    let row = Store::open(path)?.desk()?;
    let is_same =
        row.profile.name == begun.profile && row.institution == begun.institution && row.zone == begun.time_zone;
    if is_same {
        return Ok(Answer::change(begun, false, env, |begun, words| page(begun, "desk-begun-before", words)));
    }
    let phrase = phrase!("desk-another", path = path.display().to_string(), institution = &row.institution);
    Err(Fault::new(Kind::Refused, phrase).try_this("ata profile show"))
}

fn page(begun: &Begun, said: &str, words: &crate::locale::Words) -> Page {
    Page::default().line(words.say(&phrase!(said, file = &begun.file))).facts(
        words,
        &[
            ("institution", Some(begun.institution.clone())),
            ("profile", Some(begun.profile.clone())),
            ("time_zone", Some(begun.time_zone.clone())),
            ("language", Some(begun.language.clone())),
        ],
    )
}
