//! Commitments as a list; overdue ones are findings.

use super::standing;
use crate::env::Env;
use crate::error::{Fault, Kind};
use crate::typed;
use crate::view::{Answer, Page, Table};
use ata_store::{CommitmentFilter, Who};
use clap::Args;

#[derive(Args)]
pub struct List {
    /// Only those of these cases
    case: Vec<String>,
    /// Only those whose day has passed (exit code 6 when there are any)
    #[arg(long)]
    overdue: bool,
    /// Only those neither done nor waived
    #[arg(long)]
    open: bool,
    /// Only those of this person or organisation
    #[arg(long, value_name = "PERSON|ORG")]
    owner: Option<String>,
}

pub fn run(args: &List, env: &Env) -> Result<Answer, Fault> {
    let desk = env.desk()?;
    let today = desk.today();
    let found = desk.store.snapshot(|db| -> Result<_, Fault> {
        let owner = args.owner.as_ref().map(|text| db.find_who(text)).transpose()?;
        let (person, organisation) = match owner {
            Some(Who::Person(id)) => (Some(id), None),
            Some(Who::Organisation(id)) => (None, Some(id)),
            None => (None, None),
        };
        let cases = typed::each(&args.case, |text| db.find_case(text))?;
        let cases = if cases.is_empty() { vec![None] } else { cases.into_iter().map(Some).collect() };
        let mut found = Vec::new();
        for case in cases {
            let (overdue, open) = (args.overdue, args.open);
            let filter = CommitmentFilter { case, person, organisation, overdue, open, ..CommitmentFilter::default() };
            found.extend(db.commitments(&filter, today)?);
        }
        Ok(found)
    })?;
    let exit = if args.overdue && !found.is_empty() { Kind::Findings.exit() } else { 0 };
    let answer = Answer::list(found, |commitments, words| {
        let mut table = Table::new(words, &["commitment", "text", "owner", "due", "status"]);
        for one in commitments {
            let cells = [one.id.clone(), one.text.clone(), one.owner.name.clone(), one.due.clone()];
            table.row(cells.into_iter().chain([standing(one, words)]));
        }
        Page::default().table(table).none(words.word("followup-none"))
    });
    Ok(answer.exit(exit))
}
