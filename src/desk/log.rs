//! The log: what was done, by whom and when.

use crate::args::Format;
use crate::desk::deed::{label, summary};
use crate::desk::dossier;
use crate::desk::show::moment;
use crate::env::Env;
use crate::error::{Fault, Kind};
use crate::phrase;
use crate::typed;
use crate::view::{Answer, List, Page, Table};
use ata_store::{Db, Operation, Thing, Who, instant};
use chrono::{TimeZone, Utc};
use clap::Args;

#[derive(Args)]
pub struct Log {
    /// Only operations on these: cases (also of a session, commitment, document or message), people, organisations, or op-3
    #[arg(value_name = "REF")]
    reference: Vec<String>,
    /// Only operations from this day on
    #[arg(long, value_name = "DATE")]
    since: Option<String>,
    /// At most so many, the newest
    #[arg(long, value_name = "N", default_value_t = 50, value_parser = clap::value_parser!(i64).range(0..))]
    limit: i64,
}

/// What was done to a thing. An operation is itself, whenever it was.
fn of(db: &Db, text: &str, since: Option<&str>) -> Result<Vec<Operation>, Fault> {
    let thing = db.find_thing(text)?;
    Ok(match thing {
        Thing::Operation(op) => vec![db.operation(op)?],
        Thing::Person(person) => db.log_of(Who::Person(person), since)?,
        Thing::Organisation(organisation) => db.log_of(Who::Organisation(organisation), since)?,
        other => {
            let fault = || Fault::new(Kind::Usage, phrase!("look-log-of-case", text = text)).try_this("ata log");
            db.log(Some(db.case_of(other)?.ok_or_else(fault)?), since, -1)?
        }
    })
}

pub fn run(args: &Log, env: &Env) -> Result<Answer, Fault> {
    let desk = env.desk()?;
    let since = args.since.as_ref().map(|text| typed::day(text, "--since", desk.today())).transpose()?;
    // The day begins at the desk, not in Greenwich; where clocks skip midnight it begins an hour later.
    let since = since.and_then(|day| {
        let midnight = day.and_hms_opt(0, 0, 0)?;
        let later = midnight + chrono::Duration::hours(1);
        let begin = [midnight, later].into_iter().find_map(|at| desk.zone().from_local_datetime(&at).earliest())?;
        Some(instant(begin.with_timezone(&Utc)))
    });
    let (items, total) = desk.store.snapshot(|db| -> Result<_, Fault> {
        if args.reference.is_empty() {
            let total = db.log_total(since.as_deref())?;
            return Ok((db.log(None, since.as_deref(), args.limit)?, total));
        }
        let mut found = Vec::new();
        for text in &args.reference {
            found.extend(of(db, text, since.as_deref())?);
        }
        found.sort_by_key(|operation| std::cmp::Reverse(operation.op));
        found.dedup_by_key(|operation| operation.op);
        let total = found.len() as i64;
        found.truncate(usize::try_from(args.limit).unwrap_or(usize::MAX));
        Ok((found, total))
    })?;
    let items = dossier::operations(items, &desk.row.zone);
    let more = total - items.len() as i64;
    let answer = Answer::of(List { items, total }, |list, words| {
        let mut table = Table::new(words, &["#op", "at", "?by", "verb", "?case", "summary"]);
        for item in &list.items {
            let label = label(item, words);
            let label = match item.undone_by {
                Some(by) => words.say(&phrase!("look-log-undone", label = label, by = by)),
                None => label,
            };
            let case = item.case.clone().unwrap_or_default();
            table.row([item.op.to_string(), moment(&item.at), item.by.clone(), label, case, summary(item, words)]);
        }
        let page = Page::default().table(table).none(words.word("look-log-empty"));
        // None were asked for; that there are none would be another answer.
        if list.total > 0 { page.rows_only() } else { page }
    });
    // Scripts read `total`.
    let said = more > 0 && env.format() == Format::Text;
    Ok(if said { answer.note(phrase!("look-log-more", n = more)) } else { answer })
}
