//! How e-mail leaves when a command does not say it: kept in the register, for whoever sends, and for cron.

use super::{sender, via};
use crate::env::Env;
use crate::error::Fault;
use crate::locale::Words;
use crate::phrase;
use crate::view::{Answer, Page};
use ata_model::op::Op;
use ata_store::MailWay;
use clap::Args;
use serde::Serialize;

#[derive(Args)]
pub struct Set {
    /// maildir:DIR, smtp://USER@HOST:PORT, smtps://USER@HOST, or sendmail; the password stays outside (ATA_SMTP_PASSWORD_FILE)
    #[arg(value_name = "WAY")]
    way: Option<String>,
    /// Address to come from when neither the signatory nor the group has one
    #[arg(long, value_name = "ADDRESS", requires = "way")]
    from: Option<String>,
    /// Send at most so many a minute
    #[arg(long, value_name = "N", requires = "way", value_parser = clap::value_parser!(u32).range(1..=60_000))]
    per_minute: Option<u32>,
    /// Forget it: each command says it again
    #[arg(long, conflicts_with = "way")]
    none: bool,
}

/// Nothing known is told as nothing.
#[derive(Serialize)]
struct Shown {
    way: Option<String>,
    from: Option<String>,
    per_minute: Option<i64>,
}

pub fn run(args: &Set, env: &Env) -> Result<Answer, Fault> {
    let mut desk = env.desk()?;
    let Some(wanted) = wanted(args)? else {
        return Ok(Answer::of(shown(desk.store.mail_way()?), page));
    };
    let (store, _, stamp) = desk.split();
    let outcome = store.transact(Op::NotifyVia, stamp, |tx| -> Result<_, Fault> {
        tx.set_mail_way(wanted.as_ref())?;
        tx.say(wanted.as_ref().map_or("-", |way| way.way.as_str()));
        Ok(tx.mail_way()?)
    })?;
    Ok(Answer::change(shown(outcome.value), outcome.changed, env, page))
}

/// What is to be kept; none when only looking.
fn wanted(args: &Set) -> Result<Option<Option<MailWay>>, Fault> {
    let Some(way) = &args.way else { return Ok(args.none.then_some(None)) };
    Ok(Some(Some(MailWay {
        way: via::storable(way)?,
        from: args.from.as_ref().map(|text| sender::address(text)).transpose()?,
        per_minute: args.per_minute.map(i64::from),
    })))
}

fn shown(way: Option<MailWay>) -> Shown {
    match way {
        Some(MailWay { way, from, per_minute }) => Shown { way: Some(way), from, per_minute },
        None => Shown { way: None, from: None, per_minute: None },
    }
}

fn page(shown: &Shown, words: &Words) -> Page {
    let Some(way) = &shown.way else { return Page::default().line(words.say(&phrase!("notify-via-none"))) };
    let facts = [
        ("way", Some(way.clone())),
        ("sender", shown.from.clone()),
        ("per_minute", shown.per_minute.map(|n| n.to_string())),
    ];
    Page::default().facts(words, &facts)
}
