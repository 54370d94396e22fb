//! The log: what was done, by whom and when.

use crate::desk::deed::{label, summary};
use crate::desk::dossier;
use crate::desk::show::moment;
use crate::env::Env;
use crate::error::{Fault, Kind};
use crate::phrase;
use crate::typed;
use crate::view::{Answer, Page, Table};
use ata_store::instant;
use chrono::{TimeZone, Utc};
use clap::Args;

#[derive(Args)]
pub struct Log {
    /// Only operations on this case (or on the case of this session, commitment, document or message)
    #[arg(value_name = "REF")]
    reference: Option<String>,
    /// Only operations from this day on
    #[arg(long, value_name = "DATE")]
    since: Option<String>,
    /// At most so many, the newest
    #[arg(long, value_name = "N", default_value_t = 50, value_parser = clap::value_parser!(i64).range(0..))]
    limit: i64,
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
    let items = desk.store.snapshot(|db| -> Result<_, Fault> {
        let case = match &args.reference {
            None => None,
            Some(text) => {
                let case = db.case_of(db.find_thing(text)?)?;
                let fault = || Fault::new(Kind::Usage, phrase!("look-log-of-case", text = text)).try_this("ata log");
                Some(case.ok_or_else(fault)?)
            }
        };
        Ok(db.log(case, since.as_deref(), args.limit)?)
    })?;
    let items = dossier::operations(items, &desk.row.zone);
    Ok(Answer::list(items, |items, words| {
        if items.is_empty() {
            return Page::default().line(words.word("look-log-empty"));
        }
        let mut table = Table::new(words, &["#op", "at", "?by", "verb", "?case", "summary"]);
        for item in items {
            let label = label(item, words);
            let label = match item.undone_by {
                Some(by) => words.say(&phrase!("look-log-undone", label = label, by = by)),
                None => label,
            };
            let case = item.case.clone().unwrap_or_default();
            table.row([item.op.to_string(), moment(&item.at), item.by.clone(), label, case, summary(item, words)]);
        }
        Page::default().table(table)
    }))
}
