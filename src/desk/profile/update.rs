//! Another version of the procedure, put in force for a register in use.

use super::load;
use crate::env::Env;
use crate::error::Fault;
use crate::phrase;
use crate::view::{Answer, Page};
use ata_model::op::Op;
use ata_model::profile::Profile;
use ata_store::{DeskRow, Tx, sha256};
use clap::Args;
use serde::Serialize;

#[derive(Args)]
pub struct Update {
    /// The file, or the name of a shipped profile
    #[arg(value_name = "FILE")]
    file: String,
}

/// The procedure in force after the change.
#[derive(Serialize)]
struct InForce {
    name: String,
    version: u32,
    sha256: String,
    title: String,
}

/// Cases under way follow the new version. Country and prefix stay once there are cases: their references and the documents
/// of their people were written by them.
pub fn run(args: &Update, env: &Env) -> Result<Answer, Fault> {
    let mut desk = env.desk()?;
    let (source, profile) = load(&args.file, env)?;
    let hash = sha256(source.as_bytes());
    let row = desk.row.clone();
    let (store, _, stamp) = desk.split();
    let outcome = store.transact(Op::ProfileUpdate, stamp, |tx| -> Result<_, Fault> {
        may_follow(tx, &row, &profile)?;
        let id = tx.keep_profile(&profile, &source, &hash)?;
        tx.put_in_force(id)?;
        tx.take_on(&profile)?;
        let known = tx.series()?;
        for line in &profile.series {
            if !known.iter().any(|other| other.code == line.code) {
                tx.put_series(&crate::desk::init::series(line), None)?;
            }
        }
        tx.say(format!("{} {}", profile.name, profile.version));
        Ok(())
    })?;
    let in_force = InForce { name: profile.name, version: profile.version, sha256: hash, title: profile.title };
    let same_number = outcome.changed && row.profile.name == in_force.name && row.profile.version == in_force.version;
    let note = same_number.then(|| phrase!("desk-profile-same-version", version = i64::from(in_force.version)));
    Ok(Answer::change(in_force, outcome.changed, env, |now, words| {
        let version = i64::from(now.version);
        let phrase = phrase!("desk-profile-now", name = &now.name, version = version, title = &now.title);
        Page::default().line(words.say(&phrase))
    })
    .notes(note))
}

fn may_follow(tx: &Tx<'_>, row: &DeskRow, profile: &Profile) -> Result<(), Fault> {
    let is_same = row.country == profile.country && row.prefix == profile.prefix;
    let cases = tx.case_count()?;
    if is_same || cases == 0 {
        return Ok(());
    }
    let phrase = phrase!(
        "desk-profile-other-place",
        n = cases,
        country = &row.country,
        prefix = &row.prefix,
        new_country = &profile.country,
        new_prefix = &profile.prefix,
    );
    Err(Fault::refused(phrase).try_this("ata init --profile FILE"))
}
