//! A need that the evaluation revealed: a new case whose parent is the case evaluated.

use crate::env::Env;
use crate::error::Fault;
use crate::stages::attachment;
use crate::stages::brief;
use crate::stages::need::add::{Facts, parties};
use crate::stages::passage::must_be_open;
use crate::typed;
use crate::view::Answer;
use ata_model::op::Op;
use ata_store::NewCase;
use clap::Args;

#[derive(Args)]
pub struct Raise {
    /// The case whose evaluation revealed it
    case: String,
    /// What is needed, in one line
    title: String,
    #[command(flatten)]
    facts: Facts,
    /// Day it was received (else today)
    #[arg(long, value_name = "DATE")]
    received: Option<String>,
}

/// The same need raised again from the same case is the same case. A closed case may still reveal one: nothing of it changes.
pub fn run(args: &Raise, env: &Env) -> Result<Answer, Fault> {
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
    let outcome = store.transact(Op::EvaluateRaise, stamp, |tx| -> Result<_, Fault> {
        let parent = tx.find_case(&args.case)?;
        let case = tx.case(parent, &lens)?;
        if matches!(case.state.as_str(), "rejected" | "merged" | "cancelled") {
            must_be_open(&case)?;
        }
        let requesters = parties(tx, &facts.requester)?;
        let beneficiaries = parties(tx, &facts.beneficiary)?;
        let group = facts.group.as_ref().map(|text| tx.find_organisation(text)).transpose()?;
        let new = NewCase {
            title: &title,
            description: &description,
            origin: "evaluation",
            channel: facts.channel.as_deref().unwrap_or_default(),
            received,
            due,
            topic: &topic,
            reference: &reference,
            group,
            weight: facts.weight(),
            parent: Some(parent),
            import: None,
        };
        let parent_ref = tx.case_ref(parent)?;
        let known = match tx.same_need(&new, &requesters)? {
            Some(known) if tx.case(known, &lens)?.parent.as_deref() == Some(parent_ref.as_str()) => Some(known),
            _ => None,
        };
        let key = match known {
            Some(known) => known,
            None => {
                let key = tx.open_case(&new)?;
                tx.set_parties(key, "requester", &requesters)?;
                tx.set_parties(key, "beneficiary", &beneficiaries)?;
                attachment::add(tx, key, "request", received, &evidence)?;
                tx.say(format!("← {parent_ref}"));
                key
            }
        };
        Ok(tx.case(key, &lens)?)
    })?;
    Ok(Answer::change(outcome.value, outcome.changed, env, brief::case))
}
