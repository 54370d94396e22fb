//! Registering a need, and changing what is known of it.

use crate::env::{Desk, Env};
use crate::error::Fault;
use crate::locale::Phrase;
use crate::phrase;
use crate::stages::passage::must_be_open;
use crate::stages::{attachment, brief};
use crate::typed;
use crate::view::Answer;
use ata_model::case::{CHANNELS, Case, ORIGINS};
use ata_model::op::Op;
use ata_model::priority::Weight;
use ata_store::{CaseChange, Db, NewCase, Who};
use chrono::NaiveDate;
use clap::Args;
use clap::builder::PossibleValuesParser;
use std::path::PathBuf;

#[derive(Args)]
pub struct Add {
    /// What is asked for, in one line
    title: String,
    #[command(flatten)]
    facts: Facts,
    /// Where the need comes from
    #[arg(long, default_value = "request", value_parser = PossibleValuesParser::new(ORIGINS))]
    origin: String,
    /// Day it was received (else today)
    #[arg(long, value_name = "DATE")]
    received: Option<String>,
}

#[derive(Args)]
pub struct Edit {
    /// Cases
    #[arg(required = true)]
    case: Vec<String>,
    /// New title
    #[arg(long)]
    title: Option<String>,
    #[command(flatten)]
    facts: Facts,
    /// Where the need comes from
    #[arg(long, value_parser = PossibleValuesParser::new(ORIGINS))]
    origin: Option<String>,
    /// Day it was received
    #[arg(long, value_name = "DATE")]
    received: Option<String>,
}

/// What can be said of a need besides its title.
#[derive(Args, Default)]
pub struct Facts {
    /// What is asked for, in full
    #[arg(long, value_name = "TEXT")]
    pub description: Option<String>,
    /// How it arrived
    #[arg(long, value_parser = PossibleValuesParser::new(CHANNELS))]
    pub channel: Option<String>,
    /// Who asks: an organisation or a person (several times for several)
    #[arg(long, value_name = "ORG|PERSON")]
    pub requester: Vec<String>,
    /// For whom it is
    #[arg(long, value_name = "ORG|PERSON")]
    pub beneficiary: Vec<String>,
    /// The group that answers for it
    #[arg(long, value_name = "ORG")]
    pub group: Option<String>,
    /// Topic
    #[arg(long, value_name = "TEXT")]
    pub topic: Option<String>,
    /// How grave it is, 1 to 5
    #[arg(long, value_name = "1-5", value_parser = clap::value_parser!(i64).range(1..=5))]
    pub severity: Option<i64>,
    /// How many it concerns, 1 to 5
    #[arg(long, value_name = "1-5", value_parser = clap::value_parser!(i64).range(1..=5))]
    pub reach: Option<i64>,
    /// How soon it is needed, 1 to 5
    #[arg(long, value_name = "1-5", value_parser = clap::value_parser!(i64).range(1..=5))]
    pub urgency: Option<i64>,
    /// It is ordered by an oversight body or a norm
    #[arg(long)]
    pub mandated: bool,
    /// Day by which an answer is due
    #[arg(long, value_name = "DATE")]
    pub due: Option<String>,
    /// A file that shows the need; it becomes a document of the case
    #[arg(long, value_name = "FILE")]
    pub evidence: Vec<PathBuf>,
    /// The requester's own number
    #[arg(long = "ref", value_name = "TEXT")]
    pub reference: Option<String>,
}

/// References as typed → keys.
pub fn parties(db: &Db, typed: &[String]) -> Result<Vec<Who>, Fault> {
    typed.iter().map(|text| Ok(db.find_who(text)?)).collect()
}

impl Facts {
    pub fn read_evidence(&self, env: &Env, desk: &Desk) -> Result<Vec<attachment::Attachment>, Fault> {
        self.evidence.iter().map(|path| attachment::read(path, env, desk)).collect()
    }
}

/// The same need registered again (same title, requesters, day and reference) is the same case.
pub fn add(args: &Add, env: &Env) -> Result<Answer, Fault> {
    let mut desk = env.desk()?;
    let today = desk.today();
    let facts = &args.facts;
    let title = typed::line(&args.title, "TITLE")?;
    let description = typed::text(facts.description.as_deref().unwrap_or_default());
    let received = args.received.as_ref().map_or(Ok(today), |text| typed::day(text, "--received", today))?;
    let due = facts.due.as_ref().map(|text| typed::day(text, "--due", today)).transpose()?;
    let topic = typed::maybe_line(facts.topic.as_ref(), "--topic")?;
    let reference = typed::maybe_line(facts.reference.as_ref(), "--ref")?;
    let evidence = facts.read_evidence(env, &desk)?;
    let (store, lens, stamp) = desk.split();
    let outcome = store.transact(Op::NeedAdd, stamp, |tx| -> Result<_, Fault> {
        let requesters = parties(tx, &facts.requester)?;
        let beneficiaries = parties(tx, &facts.beneficiary)?;
        let group = facts.group.as_ref().map(|text| tx.find_organisation(text)).transpose()?;
        let new = NewCase {
            title: &title,
            description: &description,
            origin: &args.origin,
            channel: facts.channel.as_deref().unwrap_or_default(),
            received,
            due,
            topic: &topic,
            reference: &reference,
            group,
            weight: Weight {
                severity: facts.severity,
                reach: facts.reach,
                urgency: facts.urgency,
                mandated: facts.mandated,
            },
            parent: None,
            import: None,
        };
        let key = match tx.same_need(&new, &requesters)? {
            Some(known) => known,
            None => {
                let key = tx.open_case(&new)?;
                tx.set_parties(key, "requester", &requesters)?;
                tx.set_parties(key, "beneficiary", &beneficiaries)?;
                attachment::add(tx, key, "request", received, &evidence)?;
                key
            }
        };
        Ok(tx.case(key, &lens)?)
    })?;
    let notes = odd_days(&outcome.value, today);
    Ok(Answer::change(outcome.value, outcome.changed, env, brief::case).notes(notes))
}

/// Days that are no mistake for certain and look like one.
fn odd_days(case: &Case, today: NaiveDate) -> Vec<Phrase> {
    let mut notes = Vec::new();
    if case.received > today.to_string() {
        notes.push(phrase!("need-received-ahead", case = &case.id, day = &case.received));
    }
    if let Some(due) = case.due.as_ref().filter(|due| **due < case.received) {
        notes.push(phrase!("need-due-before", case = &case.id, due = due, received = &case.received));
    }
    notes
}

pub fn edit(args: &Edit, env: &Env) -> Result<Answer, Fault> {
    let mut desk = env.desk()?;
    let today = desk.today();
    let facts = &args.facts;
    let day = |text: &Option<String>, option| text.as_ref().map(|text| typed::day(text, option, today)).transpose();
    let line = |text: &Option<String>, option| text.as_ref().map(|text| typed::line(text, option)).transpose();
    let mut change = CaseChange {
        title: line(&args.title, "--title")?,
        description: facts.description.as_deref().map(typed::text),
        origin: args.origin.clone(),
        channel: facts.channel.clone(),
        received: day(&args.received, "--received")?,
        due: day(&facts.due, "--due")?,
        topic: line(&facts.topic, "--topic")?,
        reference: line(&facts.reference, "--ref")?,
        group: None,
        severity: facts.severity,
        reach: facts.reach,
        urgency: facts.urgency,
        mandated: facts.mandated.then_some(true),
    };
    let evidence = facts.read_evidence(env, &desk)?;
    let (store, lens, stamp) = desk.split();
    let outcome = store.transact(Op::NeedEdit, stamp, |tx| -> Result<_, Fault> {
        let mut cases = Vec::new();
        for key in typed::each(&args.case, |text| tx.find_case(text))? {
            must_be_open(&tx.case(key, &lens)?)?;
            change.group = facts.group.as_ref().map(|text| tx.find_organisation(text)).transpose()?;
            tx.change_case(key, &change)?;
            for (role, typed) in [("requester", &facts.requester), ("beneficiary", &facts.beneficiary)] {
                if !typed.is_empty() {
                    let who = parties(tx, typed)?;
                    tx.set_parties(key, role, &who)?;
                }
            }
            attachment::add(tx, key, "request", today, &evidence)?;
            cases.push(tx.case(key, &lens)?);
        }
        Ok(cases)
    })?;
    let notes: Vec<Phrase> = outcome.value.iter().flat_map(|case| odd_days(case, today)).collect();
    Ok(Answer::changes(outcome.value, outcome.changed, env, brief::case).notes(notes))
}
