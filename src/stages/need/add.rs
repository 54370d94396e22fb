//! Registering a need, and changing what is known of it.

use crate::desk::identity::fact;
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

/// What can be said of a need besides its title; with edit, an empty text takes it away.
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
    #[arg(long, value_name = "1-5", value_parser = grade)]
    pub severity: Option<i64>,
    /// How many it concerns, 1 to 5
    #[arg(long, value_name = "1-5", value_parser = grade)]
    pub reach: Option<i64>,
    /// How soon it is needed, 1 to 5
    #[arg(long, value_name = "1-5", value_parser = grade)]
    pub urgency: Option<i64>,
    /// It is ordered by an oversight body or a norm (--mandated=false takes it back)
    #[arg(
        long,
        value_name = "true|false",
        num_args = 0..=1,
        require_equals = true,
        default_missing_value = "true",
        hide_possible_values = true
    )]
    pub mandated: Option<bool>,
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

/// A grade from 1 to 5; nothing is 0, for none.
fn grade(text: &str) -> Result<i64, String> {
    let text = text.trim();
    if text.is_empty() {
        return Ok(0);
    }
    let grade: i64 = text.parse().map_err(|error: std::num::ParseIntError| error.to_string())?;
    // The words of the parser of numbers, which the locale knows.
    if (1..=5).contains(&grade) { Ok(grade) } else { Err(format!("{grade} is not in 1..=5")) }
}

/// A text that says something.
fn given(text: Option<&String>) -> Option<&String> {
    text.filter(|text| !text.trim().is_empty())
}

/// References as typed → keys, each once, however it is named.
pub fn parties(db: &Db, typed: &[String]) -> Result<Vec<Who>, Fault> {
    let said: Vec<&String> = typed.iter().filter(|text| !text.trim().is_empty()).collect();
    Ok(typed::each(&said, |text| db.find_who(text))?)
}

impl Facts {
    /// What its priority is reckoned from.
    pub fn weight(&self) -> Weight {
        let grade = |grade: Option<i64>| grade.filter(|grade| *grade > 0);
        Weight {
            severity: grade(self.severity),
            reach: grade(self.reach),
            urgency: grade(self.urgency),
            mandated: self.mandated.unwrap_or(false),
        }
    }

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
            weight: facts.weight(),
            parent: None,
            import: None,
        };
        let mut left = Vec::new();
        let key = match tx.same_need(&new, &requesters)? {
            Some(known) => {
                left = not_taken(&new, &tx.case(known, &lens)?, &facts.beneficiary, &beneficiaries);
                let has = |file: &attachment::Attachment| tx.documents_of(known).map(|all| file.is_among(&all));
                if !evidence.iter().map(has).collect::<Result<Vec<_>, _>>()?.into_iter().all(|is_there| is_there) {
                    left.push("--evidence");
                }
                known
            }
            None => {
                let key = tx.open_case(&new)?;
                tx.set_parties(key, "requester", &requesters)?;
                tx.set_parties(key, "beneficiary", &beneficiaries)?;
                attachment::add(tx, key, "request", received, &evidence)?;
                key
            }
        };
        Ok((tx.case(key, &lens)?, left))
    })?;
    let (case, left) = outcome.value;
    let mut notes = odd_days(&case, today);
    if !left.is_empty() {
        notes.push(phrase!("need-not-taken", case = &case.id, options = left.join(", ")));
    }
    Ok(Answer::change(case, outcome.changed, env, brief::case).notes(notes))
}

/// What was said anew of a need that is registered otherwise: it stays as it is, and that must not pass in silence.
fn not_taken(new: &NewCase<'_>, known: &Case, typed: &[String], beneficiaries: &[Who]) -> Vec<&'static str> {
    let text = |known: &Option<String>| known.clone().unwrap_or_default();
    let differs = |new: &str, known: &str| !new.is_empty() && new != known;
    let id = |who: &Who| match who {
        Who::Person(id) => format!("P-{id}"),
        Who::Organisation(id) => format!("O-{id}"),
    };
    let level = |new: Option<i64>, known: Option<i64>| new.is_some() && new != known;
    let [severity, reach, urgency] = [
        level(new.weight.severity, known.severity),
        level(new.weight.reach, known.reach),
        level(new.weight.urgency, known.urgency),
    ];
    let group = new.group.map(|group| format!("O-{group}"));
    let all = [
        ("--description", differs(new.description, &known.description)),
        // What every need comes from when nothing is said says nothing.
        ("--origin", new.origin != "request" && new.origin != known.origin),
        ("--channel", differs(new.channel, &text(&known.channel))),
        (
            "--beneficiary",
            !typed.is_empty()
                && !beneficiaries.iter().all(|who| known.beneficiaries.iter().any(|one| one.id == id(who))),
        ),
        ("--group", group.is_some() && group != known.group.as_ref().map(|group| group.id.clone())),
        ("--topic", differs(new.topic, &text(&known.topic))),
        ("--severity", severity),
        ("--reach", reach),
        ("--urgency", urgency),
        ("--mandated", new.weight.mandated && !known.mandated),
        ("--due", new.due.is_some_and(|due| known.due != Some(due.to_string()))),
    ];
    all.into_iter().filter(|(_, differs)| *differs).map(|(option, _)| option).collect()
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
    // An empty text takes away what there was.
    let or_none = |text: &Option<String>, option| fact(text.as_ref(), |text| typed::line(text, option));
    let grade = |grade: Option<i64>| grade.map(|grade| (grade > 0).then_some(grade));
    let due =
        facts.due.as_ref().map(|_| given(facts.due.as_ref()).map(|text| typed::day(text, "--due", today)).transpose());
    let mut change = CaseChange {
        title: line(&args.title, "--title")?,
        description: facts.description.as_deref().map(typed::text),
        origin: args.origin.clone(),
        channel: facts.channel.clone(),
        received: day(&args.received, "--received")?,
        due: due.transpose()?,
        topic: or_none(&facts.topic, "--topic")?,
        reference: or_none(&facts.reference, "--ref")?,
        group: None,
        severity: grade(facts.severity),
        reach: grade(facts.reach),
        urgency: grade(facts.urgency),
        mandated: facts.mandated,
    };
    let evidence = facts.read_evidence(env, &desk)?;
    let (store, lens, stamp) = desk.split();
    let outcome = store.transact(Op::NeedEdit, stamp, |tx| -> Result<_, Fault> {
        let mut cases = Vec::new();
        for key in typed::each(&args.case, |text| tx.find_case(text))? {
            must_be_open(&tx.case(key, &lens)?)?;
            let group = || given(facts.group.as_ref()).map(|text| tx.find_organisation(text)).transpose();
            change.group = facts.group.as_ref().map(|_| group()).transpose()?;
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
