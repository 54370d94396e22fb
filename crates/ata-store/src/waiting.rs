//! What waits for somebody: gathered from cases, sessions, messages and commitments. The order is a rule of the model.

use crate::case::Lens;
use crate::commitment::CommitmentFilter;
use crate::engine::Db;
use crate::error::Result;
use crate::find::Who;
use crate::transact::instant;
use crate::vals;
use ata_model::case::{Case, Named};
use ata_model::control::{self, Control, Facts, SessionFacts, send_hint};
use ata_model::message::SIGNED;
use ata_model::reference::{Part, case_id, part_id};
use ata_model::session::{Session, local};
use ata_model::stage::Stage;
use ata_model::telling::untold;
use ata_model::waiting::{SOON, Urgency, Waiting, What, without_echoes};
use chrono::{DateTime, Duration, NaiveDate, Utc};
use std::collections::BTreeMap;

/// Minutes after which a message under way is taken for one whose sender died.
pub const STALE_MINUTES: i64 = 10;

/// What must be ready before a session, whatever the profile demands of the schedule.
const READY: [Control; 5] =
    [Control::Facilitator, Control::PlaceOrLink, Control::Agenda, Control::LogisticsDone, Control::AllTold];

/// What must be there after it.
const AFTER: [Control; 3] = [Control::Attendance, Control::Minutes, Control::SessionsClosed];

fn days(day: &str, today: NaiveDate) -> Option<i64> {
    let day: NaiveDate = day.get(..10)?.parse().ok()?;
    Some((day - today).num_days())
}

/// An item without the facts only some have.
pub(crate) fn item(
    what: What,
    case: &str,
    reference: &str,
    title: &str,
    due: Option<&str>,
    today: NaiveDate,
) -> Waiting {
    let left = due.and_then(|due| days(due, today));
    Waiting {
        what,
        case: case.to_owned(),
        reference: reference.to_owned(),
        title: title.to_owned(),
        who: Vec::new(),
        due: due.and_then(|due| due.get(..10)).map(str::to_owned),
        days: left,
        urgency: Urgency::of(what, left),
        lacks: Vec::new(),
        hint: String::new(),
        count: None,
    }
}

/// The next step of a case at its stage.
fn step(case: &Case, today: NaiveDate) -> Waiting {
    let what = match case.stage {
        Stage::Need => What::NeedWaiting,
        Stage::Archive => What::FileToArchive,
        _ if case.missing.is_empty() => What::StageReady,
        _ => What::ControlMissing,
    };
    let closing = case.stage.closing(&case.id);
    Waiting {
        who: case.group.iter().cloned().collect(),
        lacks: case.missing.iter().map(|one| one.control).collect(),
        hint: case.missing.first().map_or(closing, |one| one.hint.clone()),
        ..item(what, &case.id, &case.id, &case.title, case.due.as_deref(), today)
    }
}

/// A row of the outbox, as far as it matters here.
struct Letter {
    id: i64,
    kind: String,
    /// `AT-2026-0001-S1`
    session: Option<String>,
    state: String,
    channel: String,
    case: i64,
    case_ref: String,
    title: String,
    session_day: Option<String>,
    to: Named,
}

impl Db {
    /// Everything that waits, of one group or of all, for one person or organisation or for all, in no order.
    pub fn waiting(
        &self,
        group: Option<i64>,
        owner: Option<Who>,
        now: DateTime<Utc>,
        lens: &Lens<'_>,
    ) -> Result<Vec<Waiting>> {
        let owner = owner.map(Who::reference);
        let is_for = |who: &Named| owner.as_ref().is_none_or(|owner| *owner == who.id);
        let mut cases = self.open_cases(group, lens)?;
        let mut all = Vec::new();
        for case in cases.iter_mut().filter(|case| owner.is_none() || case.group.as_ref().is_some_and(is_for)) {
            if case.stage == Stage::Run && self.waits_for_its_day(case.key, now)? {
                continue;
            }
            case.missing = self.missing(case.key, &case.id, case.stage, lens)?;
            all.push(step(case, lens.today));
        }
        let open: BTreeMap<i64, &Case> = cases.iter().map(|case| (case.key, case)).collect();
        self.waiting_sessions(&open, now, lens, &mut all)?;
        self.waiting_untold(&open, now, lens, &mut all)?;
        self.waiting_called_off(group, now, lens, &mut all)?;
        self.waiting_messages(group, now, lens, &mut all)?;
        self.waiting_rows(group, lens, &mut all)?;
        let filter = CommitmentFilter { open: true, ..CommitmentFilter::default() };
        for commitment in self.commitments(&filter, lens.today)? {
            let near = days(&commitment.due, lens.today).is_none_or(|days| days <= SOON);
            if near && open.contains_key(&commitment.case_key) {
                let text = &commitment.text;
                let due = Some(commitment.due.as_str());
                all.push(Waiting {
                    who: vec![commitment.owner.clone()],
                    hint: format!("ata followup done {} --evidence FILE", commitment.id),
                    ..item(What::Commitment, &commitment.case, &commitment.id, text, due, lens.today)
                });
            }
        }
        let mut all = without_echoes(all);
        all.retain(|item| owner.is_none() || item.who.iter().any(is_for));
        Ok(all)
    }

    /// Files with rows that may be several people, of cases that are open; those of no case when no group is asked for.
    fn waiting_rows(&self, group: Option<i64>, lens: &Lens<'_>, all: &mut Vec<Waiting>) -> Result<()> {
        let sql = "SELECT r.import_id, i.file, count(*) AS n, c.year, c.number, s.end_at, coalesce(s.zone, '') AS zone
                   FROM review r JOIN import i ON i.id = r.import_id LEFT JOIN session s ON s.id = r.session_id
                   LEFT JOIN cases c ON c.id = s.case_id
                   WHERE r.state = 'open' AND (c.id IS NULL OR c.state = 'open') AND ($1 IS NULL OR c.group_id = $1)
                   GROUP BY r.import_id, r.session_id ORDER BY r.import_id, r.session_id";
        let found = self.rows(sql, vals![group], |row| {
            let case = row.maybe_int("year")?.zip(row.maybe_int("number")?);
            let case = case.map(|(year, number)| case_id(lens.prefix, year, number)).unwrap_or_default();
            let zone = row.text("zone")?;
            let day = row.maybe_text("end_at")?.map(|at| local(&at, &zone));
            Ok((row.int("import_id")?, row.text("file")?, row.int("n")?, case, day))
        })?;
        for (import, file, count, case, day) in found {
            let reference = format!("I-{import}");
            all.push(Waiting {
                hint: format!("ata import show {reference}"),
                count: Some(count),
                ..item(What::RowsToReview, &case, &reference, &file, day.as_deref(), lens.today)
            });
        }
        Ok(())
    }

    fn waiting_sessions(
        &self,
        open: &BTreeMap<i64, &Case>,
        now: DateTime<Utc>,
        lens: &Lens<'_>,
        all: &mut Vec<Waiting>,
    ) -> Result<()> {
        let until = instant(now + Duration::days(SOON + 1));
        let sql = "SELECT s.id, s.case_id FROM session s
                   WHERE (s.state IN ('scheduled', 'moved') AND s.start_at < $1)
                      OR (s.end_at >= $2 AND s.state <> 'held'
                          AND (EXISTS (SELECT 1 FROM session_change x WHERE x.session_id = s.id)
                               OR EXISTS (SELECT 1 FROM invitation i WHERE i.session_id = s.id AND i.withdrawn = 1)))
                   ORDER BY s.id";
        let found = self.rows(sql, vals![&until, &instant(now)], |row| Ok((row.int("id")?, row.int("case_id")?)))?;
        let has_way = self.mail_way()?.is_some();
        let mut facts: BTreeMap<i64, Facts> = BTreeMap::new();
        for (key, case_key) in found {
            let Some(case) = open.get(&case_key) else { continue };
            if let std::collections::btree_map::Entry::Vacant(entry) = facts.entry(case_key) {
                entry.insert(self.facts(case_key, &case.id, Stage::Notify, lens)?);
            }
            let session = self.session(key)?;
            let known = facts.get(&case_key).and_then(|facts| facts.sessions.iter().find(|one| one.id == session.id));
            if let Some(known) = known {
                all.extend(about_session(&session, known, case, has_way, now, lens));
            }
        }
        Ok(())
    }

    fn waiting_messages(
        &self,
        group: Option<i64>,
        now: DateTime<Utc>,
        lens: &Lens<'_>,
        all: &mut Vec<Waiting>,
    ) -> Result<()> {
        let stale = instant(now - Duration::minutes(STALE_MINUTES));
        let has_way = self.mail_way()?.is_some();
        let mut queued: BTreeMap<(i64, bool), Waiting> = BTreeMap::new();
        for letter in self.letters(group, &stale, lens)? {
            let Letter { id, case_ref, title, .. } = &letter;
            let due = letter.session_day.as_deref();
            let reference = format!("M-{id}");
            if letter.state == "queued" {
                let mail = letter.channel == "email";
                let what = if mail { What::MessagesQueued } else { What::CallsQueued };
                let next = item(what, case_ref, case_ref, title, due, lens.today);
                let entry = queued.entry((letter.case, mail)).or_insert_with(|| Waiting {
                    hint: if mail {
                        send_hint(case_ref, has_way)
                    } else {
                        format!("ata notify outbox {case_ref} --state queued")
                    },
                    count: Some(0),
                    ..next.clone()
                });
                entry.count = entry.count.map(|count| count + 1);
                if next.days.is_some_and(|days| entry.days.is_none_or(|known| days < known)) {
                    (entry.due, entry.days, entry.urgency) = (next.due, next.days, next.urgency);
                }
                continue;
            }
            let what = if letter.state == "failed" { What::MessageFailed } else { What::MessageUncertain };
            let hint = match what {
                What::MessageFailed => again(&letter),
                _ => format!("ata notify resolve {reference} sent"),
            };
            let who = vec![letter.to.clone()];
            all.push(Waiting { who, hint, ..item(what, case_ref, &reference, title, due, lens.today) });
        }
        all.extend(queued.into_values());
        Ok(())
    }

    /// Messages that have not reached anybody yet, of cases that are open or were cancelled: those of one on hold wait with it. One that began to be sent before `stale` and has not ended is
    /// among them.
    fn letters(&self, group: Option<i64>, stale: &str, lens: &Lens<'_>) -> Result<Vec<Letter>> {
        let sql =
            "SELECT m.id, m.kind, m.state, m.channel, m.case_id, c.year, c.number, c.title, s.number AS session_number, s.start_at, coalesce(s.zone, '') AS zone,
                          m.name, m.person_id, m.organisation_id
                   FROM message m JOIN cases c ON c.id = m.case_id LEFT JOIN session s ON s.id = m.session_id
                   WHERE m.state IN ('queued', 'sending', 'failed', 'uncertain') AND (c.state = 'open' OR c.state = 'cancelled')
                     AND ($1 IS NULL OR c.group_id = $1)
                     AND (m.state <> 'sending' OR coalesce((SELECT max(t.at) FROM attempt t WHERE t.message_id = m.id), '') < $2)
                   ORDER BY m.id";
        self.rows(sql, vals![group, stale], |row| {
            let name = row.text("name")?;
            let zone = row.text("zone")?;
            let case_ref = case_id(lens.prefix, row.int("year")?, row.int("number")?);
            let session = row.maybe_int("session_number")?;
            Ok(Letter {
                id: row.int("id")?,
                kind: row.text("kind")?,
                session: session.map(|number| part_id(&case_ref, Part::Session, number)),
                state: row.text("state")?,
                channel: row.text("channel")?,
                case: row.int("case_id")?,
                case_ref,
                title: row.text("title")?,
                session_day: row.maybe_text("start_at")?.map(|at| local(&at, &zone)),
                to: match (row.maybe_int("person_id")?, row.maybe_int("organisation_id")?) {
                    (Some(id), _) => Named::person(id, name),
                    (None, Some(id)) => Named::organisation(id, name),
                    (None, None) => Named { id: String::new(), name },
                },
            })
        })
    }
}

/// What puts a message that failed into the outbox again: drafted anew it goes to the address that is right by now.
fn again(letter: &Letter) -> String {
    match (&letter.session, letter.kind.as_str()) {
        (Some(session), kind) if SIGNED.contains(&kind) => {
            format!("ata notify draft {session} --as {kind} --signed-by PERSON")
        }
        (Some(session), "newsletter") => format!("ata notify draft {session} --as newsletter"),
        _ => format!("ata notify resolve M-{} queued", letter.id),
    }
}

/// Who holds something of a session that is no longer so, by what they have to be told.
pub(crate) fn changes_untold(
    session: &Session,
    facts: &SessionFacts,
    case: &str,
    title: &str,
    has_way: bool,
    today: NaiveDate,
) -> impl Iterator<Item = Waiting> {
    let base = Waiting {
        who: session.facilitators.clone(),
        lacks: vec![Control::ChangesTold],
        ..item(What::ChangeUntold, case, &session.id, title, Some(&session.start), today)
    };
    let all = untold(facts, case, has_way).into_iter();
    all.map(move |one| Waiting { hint: one.hint, count: Some(one.people), ..base.clone() })
}

/// What waits about one session: a change nobody was told of, what is not ready, what was left undone.
fn about_session(
    session: &Session,
    facts: &SessionFacts,
    case: &Case,
    has_way: bool,
    now: DateTime<Utc>,
    lens: &Lens<'_>,
) -> Vec<Waiting> {
    let mut all = Vec::new();
    let alone =
        Facts { case: case.id.clone(), sessions: vec![facts.clone()], has_mail_way: has_way, ..Facts::default() };
    let missing = |wanted: &[Control]| control::lacking(wanted, lens.profile, &alone);
    let base = |what, day: &str| Waiting {
        who: session.facilitators.clone(),
        ..item(what, &case.id, &session.id, &case.title, Some(day), lens.today)
    };
    let has_passed = session.end_at < instant(now);
    let live = matches!(session.state.as_str(), "scheduled" | "moved");
    if !has_passed {
        all.extend(changes_untold(session, facts, &case.id, &case.title, has_way, lens.today));
    }
    let what = if has_passed { What::SessionOpen } else { What::SessionSoon };
    let mut lacks = if has_passed { missing(&AFTER) } else { missing(&READY) };
    // Once telling is over, those for whom nothing is drafted are said by themselves.
    let said = case.stage > Stage::Notify && facts.untold.undrafted == facts.untold.people;
    lacks.retain(|one| one.control != Control::AllTold || !said);
    let near = has_passed || days(&session.start, lens.today).is_some_and(|days| days <= SOON);
    if let (Some(first), true) = (lacks.first(), live && near) {
        let day = if has_passed { &session.end } else { &session.start };
        let hint = first.hint.clone();
        all.push(Waiting { hint, lacks: lacks.iter().map(|one| one.control).collect(), ..base(what, day) });
    }
    all
}
