//! Sessions that come back by a rule: all of them in one operation, each holiday named, none of them twice.

mod page;
mod rule;

use super::add::{Content, Facts, People, create, join, near};
use super::{check, rhythm, said, telling};
use crate::desk::holiday::Kept;
use crate::env::Env;
use crate::error::Fault;
use crate::locale::{Phrase, Words};
use crate::phrase;
use crate::stages::passage::must_be_open;
use crate::typed;
use crate::view::Answer;
use ata_model::op::Op;
use ata_model::recurrence::{self, Dates, Gap, Period, Rule};
use ata_model::session::Session;
use ata_store::{Lens, NewSession, Tx, instant};
use chrono::{DateTime, NaiveDate, Utc};
use chrono_tz::Tz;
use clap::Args;
use clap::builder::PossibleValuesParser;
use serde::Serialize;

#[derive(Args)]
pub struct Repeat {
    /// The case
    case: String,
    /// How often: "FREQ=WEEKLY;INTERVAL=2;BYDAY=WE", "FREQ=MONTHLY;BYDAY=-1FR", "FREQ=MONTHLY;BYMONTHDAY=15"
    #[arg(long, value_name = "RULE")]
    rule: String,
    /// The first day that may be one
    #[arg(long, value_name = "DATE")]
    from: String,
    /// The last day that may be one
    #[arg(long, value_name = "DATE", conflicts_with = "count")]
    until: Option<String>,
    /// How many sessions; those that are skipped do not count
    #[arg(long, value_name = "N", value_parser = clap::value_parser!(u32).range(1..=400))]
    count: Option<u32>,
    /// The hour at which each begins: 09:00
    #[arg(long, value_name = "HOUR")]
    start: String,
    /// The hour at which each ends
    #[arg(long, value_name = "HOUR", required_unless_present = "duration", conflicts_with = "duration")]
    end: Option<String>,
    /// How long each lasts: 3h, 90m, 1h30m
    #[arg(long, value_name = "LENGTH")]
    duration: Option<String>,
    /// Days without sessions: a day, or a recess (2021-12-16..2022-02-01)
    #[arg(long, value_name = "DATE[..DATE]")]
    skip: Vec<String>,
    /// What becomes of a session on a holiday
    #[arg(long, value_name = "CHOICE", default_value = "keep",
          value_parser = PossibleValuesParser::new(["keep", "move-next-business-day", "skip"]))]
    on_holiday: String,
    /// Why sessions may lie farther apart than the profile's rhythm
    #[arg(long, value_name = "REASON")]
    allow_gap: Option<String>,
    #[command(flatten)]
    facts: Facts,
}

/// One session of the rule.
#[derive(Serialize)]
struct Occurrence {
    #[serde(flatten)]
    session: Session,
    /// Was it made now?
    new: bool,
    /// The day of the rule, where a holiday moved it.
    moved_from: Option<NaiveDate>,
    /// The holiday on the day of the rule.
    holiday: Option<HolidayNamed>,
}

#[derive(Serialize)]
struct HolidayNamed {
    key: Option<&'static str>,
    name: Option<String>,
}

#[derive(Serialize)]
struct Repeated {
    rule: String,
    items: Vec<Occurrence>,
    total: usize,
    /// Sessions made now; the others were there.
    new: usize,
    /// Days of the rule without a session.
    dropped: Vec<recurrence::Dropped>,
    widest_gap: Option<Gap>,
    changed: bool,
    #[serde(skip_serializing_if = "std::ops::Not::not")]
    dry_run: bool,
    #[serde(skip)]
    case: String,
    #[serde(skip)]
    title: String,
}

/// What was said, read.
struct Order<'a> {
    args: &'a Repeat,
    content: Content<'a>,
    dates: Dates,
    skips: Vec<Period>,
    zone: Tz,
    kept: Kept,
    allow_gap: Option<String>,
}

/// A day of the rule with its hours.
struct Slot {
    start: DateTime<Utc>,
    end: DateTime<Utc>,
    of_rule: recurrence::Session,
}

impl Order<'_> {
    fn slots(&self) -> Result<Vec<Slot>, Fault> {
        let args = self.args;
        let slot = |of_rule: &recurrence::Session| {
            let hour = format!("{} {}", of_rule.day, args.start.trim());
            let start = typed::moment(&hour, "--start", self.zone, of_rule.day)?;
            let end = said::end(start, args.end.as_ref(), args.duration.as_ref(), self.zone, of_rule.day)?;
            let end = end.unwrap_or(start);
            Ok(Slot { start, end, of_rule: *of_rule })
        };
        self.dates.sessions.iter().map(slot).collect()
    }
}

pub fn run(args: &Repeat, env: &Env) -> Result<Answer, Fault> {
    let mut desk = env.desk()?;
    let zone = said::zone(args.facts.tz.as_ref(), &desk)?;
    let kept = Kept::read(&desk.store, desk.country())?;
    let rule = Rule::parse(&args.rule).map_err(|error| rule::unreadable(&args.rule, &error))?;
    let skips = args.skip.iter().map(|text| rule::period(text)).collect::<Result<Vec<_>, Fault>>()?;
    let dates = rule::dates(args, &rule, &skips, &kept, desk.today())?;
    let allow_gap = args.allow_gap.as_ref().map(|text| typed::line(text, "--allow-gap")).transpose()?;
    let order = Order { args, content: args.facts.read()?, dates, skips, zone, kept, allow_gap };
    let slots = order.slots()?;
    let (store, lens, stamp) = desk.split();
    let outcome = store.transact(Op::ScheduleRepeat, stamp, |tx| put(tx, &order, &slots, &rule, &lens, env.words()))?;
    let (mut repeated, notes) = outcome.value;
    (repeated.changed, repeated.dry_run) = (outcome.changed, env.globals.dry_run);
    let kept = order.kept;
    Ok(Answer::of(repeated, move |repeated, words| page::page(repeated, &kept, words)).notes(notes))
}

fn put(
    tx: &mut Tx<'_>,
    order: &Order<'_>,
    slots: &[Slot],
    rule: &Rule,
    lens: &Lens<'_>,
    words: &Words,
) -> Result<(Repeated, Vec<Phrase>), Fault> {
    let case = tx.case(tx.find_case(&order.args.case)?, lens)?;
    must_be_open(&case)?;
    let people = order.content.people(tx)?;
    let mut known = Vec::new();
    for slot in slots {
        known.push(tx.session_made_for(&order.content.at(case.key, slot.start, slot.end, order.zone))?);
    }
    if order.content.extraordinary.is_empty() {
        for slot in slots {
            rhythm::must_keep(slot.of_rule.moved_from.unwrap_or(slot.of_rule.day), &order.kept, lens, words)?;
        }
    }
    let widest_gap = gap(tx, order, case.key, lens)?;
    must_be_free(tx, order, slots, &known, &people, case.key)?;
    let mut notes = Vec::new();
    let mut items = Vec::new();
    for (slot, known) in slots.iter().zip(known) {
        let new = order.content.at(case.key, slot.start, slot.end, order.zone);
        let key = one(tx, &new, known, &people, order)?;
        let session = tx.session(key)?;
        if known.is_none() {
            notes.extend(near(&session, check::short_notice(slot.start, order.zone, lens), tx.stamp));
        }
        if !people.invitees.is_empty() {
            notes.extend(telling::of_untold(tx, &case, &session)?);
        }
        let holiday = slot.of_rule.holiday.map(|key| {
            let day = slot.of_rule.moved_from.unwrap_or(slot.of_rule.day);
            let said = order.kept.on(day);
            HolidayNamed { key: Some(key).filter(|key| *key != "added"), name: said.and_then(|said| said.name) }
        });
        items.push(Occurrence { session, new: known.is_none(), moved_from: slot.of_rule.moved_from, holiday });
    }
    let fresh: Vec<&str> = items.iter().filter(|one| one.new).map(|one| one.session.id.as_str()).collect();
    sum_up(tx, &fresh, rule, order.allow_gap.as_deref());
    let repeated = Repeated {
        rule: rule.to_string(),
        total: items.len(),
        new: fresh.len(),
        dropped: order.dates.dropped.clone(),
        widest_gap,
        items,
        changed: false,
        dry_run: false,
        case: case.id,
        title: case.title,
    };
    Ok((repeated, notes))
}

/// One line in the log for all of them.
fn sum_up(tx: &mut Tx<'_>, fresh: &[&str], rule: &Rule, gap: Option<&str>) {
    let which = match fresh {
        [] => return,
        [one] => (*one).to_owned(),
        [first, .., last] => format!("{first}…{last} ({})", fresh.len()),
    };
    let gap = gap.map(|reason| format!("; {reason}")).unwrap_or_default();
    tx.sum_up(format!("{which} {rule}{gap}"));
}

/// Makes a session, or finds the one that was made for this slot: who is named anew joins it, unless people have decided on
/// it since.
fn one(
    tx: &mut Tx<'_>,
    new: &NewSession<'_>,
    known: Option<i64>,
    people: &People,
    order: &Order<'_>,
) -> Result<i64, Fault> {
    let allowed = order.content.allowed.as_ref();
    let Some(key) = known else {
        let key = create(tx, new, people, allowed)?;
        join(tx, key, people, allowed, true)?;
        return Ok(key);
    };
    if tx.session(key)?.state == "scheduled" {
        join(tx, key, people, allowed, false)?;
    }
    Ok(key)
}

/// The widest gap between the ordinary sessions there will be.
///
/// # Errors
/// Refused: it is wider than the profile's rhythm, and nobody says why.
fn gap(tx: &Tx<'_>, order: &Order<'_>, case: i64, lens: &Lens<'_>) -> Result<Option<Gap>, Fault> {
    let mut days = order.dates.days();
    days.extend(tx.ordinary_days(case)?);
    let widest = recurrence::largest_gap(&days, &order.skips);
    let Some(rhythm) = lens.profile.rhythm.as_ref().filter(|_| order.content.extraordinary.is_empty()) else {
        return Ok(widest);
    };
    let (country, overrides) = (order.kept.country, &order.kept.overrides);
    match rhythm.too_wide(&days, &order.skips, country, overrides).filter(|_| order.allow_gap.is_none()) {
        None => Ok(widest),
        Some(wide) => Err(Fault::refused(rhythm::wide(wide, rhythm.max_days_apart)).hint(phrase!("schedule-gap-hint"))),
    }
}

/// # Errors
/// Refused: sessions clash with others; every clash of every day is listed.
fn must_be_free(
    tx: &Tx<'_>,
    order: &Order<'_>,
    slots: &[Slot],
    known: &[Option<i64>],
    people: &People,
    case: i64,
) -> Result<(), Fault> {
    let mut all = Vec::new();
    for (slot, _) in slots.iter().zip(known).filter(|(_, known)| known.is_none()) {
        let new = order.content.at(case, slot.start, slot.end, order.zone);
        let fold = ata_model::name::fold(new.place);
        all.extend(tx.clashes(None, &instant(new.start), &instant(new.end), &fold, &people.facilitators)?);
    }
    check::settle(&all, &[], "", order.content.allowed.as_ref()).map(|_| ())
}
