//! Cases: reading them whole, and the changes every stage makes to the case itself.

use crate::engine::{Db, Row};
use crate::error::{Noun, Result, StoreError};
use crate::find::Who;
use crate::register::{maybe, named_organisation};
use crate::transact::Tx;
use crate::vals;
use ata_model::case::{Case, Named, Passage, SessionBrief};
use ata_model::op::Op;
use ata_model::priority::{self, Score, Weight};
use ata_model::profile::Profile;
use ata_model::reference::{Part, case_id, part_id};
use ata_model::session::{Turnout, local};
use ata_model::stage::Stage;
use chrono::NaiveDate;
use std::collections::BTreeMap;

const CASE: &str = "SELECT c.id, c.year, c.number, c.title, c.description, c.stage, c.state, c.state_reason, c.origin, c.channel,
       c.topic, c.reference, c.group_id, g.name AS group_name, c.severity, c.reach, c.urgency, c.mandated, c.received, c.due,
       p.year AS parent_year, p.number AS parent_number, m.year AS merged_year, m.number AS merged_number,
       c.series_code, c.closed_at, c.ended_on,
       (SELECT count(*) FROM commitment k WHERE k.case_id = c.id AND k.status IN ('open', 'in_progress')) AS open_commitments
FROM cases c LEFT JOIN organisation g ON g.id = c.group_id
LEFT JOIN cases p ON p.id = c.parent_id LEFT JOIN cases m ON m.id = c.merged_into";

fn other(row: &Row<'_>, prefix: &str, year: &str, number: &str) -> Result<Option<String>> {
    Ok(match (row.maybe_int(year)?, row.maybe_int(number)?) {
        (Some(year), Some(number)) => Some(case_id(prefix, year, number)),
        _ => None,
    })
}

/// What every reader of cases needs to know besides the rows.
pub struct Lens<'a> {
    pub profile: &'a Profile,
    pub prefix: &'a str,
    pub zone: &'a str,
    pub today: NaiveDate,
}

pub(crate) fn weight(row: &Row<'_>) -> Result<Weight> {
    Ok(Weight {
        severity: row.maybe_int("severity")?,
        reach: row.maybe_int("reach")?,
        urgency: row.maybe_int("urgency")?,
        mandated: row.flag("mandated")?,
    })
}

/// The score of a case: of one that is closed, rejected, merged or cancelled as it was that day, for it waits no more. The row has its weight
/// and three days: `received`, `closed_at`, `ended_on`.
pub(crate) fn score(row: &Row<'_>, lens: &Lens<'_>) -> Result<Score> {
    let received = row.text("received")?.parse().unwrap_or(lens.today);
    let closed_at = local(&row.text("closed_at")?, lens.zone);
    let ended = [closed_at, row.text("ended_on")?].into_iter().find_map(|day| day.get(..10)?.parse().ok());
    Ok(priority::score(weight(row)?, received, ended.unwrap_or(lens.today), &lens.profile.priority))
}

fn case(row: &Row<'_>, lens: &Lens<'_>) -> Result<Case> {
    let weight = weight(row)?;
    let closed_at = local(&row.text("closed_at")?, lens.zone);
    let stage = row.text("stage")?;
    Ok(Case {
        id: case_id(lens.prefix, row.int("year")?, row.int("number")?),
        title: row.text("title")?,
        description: row.text("description")?,
        stage: Stage::parse(&stage).ok_or(StoreError::Stored { what: "stage", detail: stage })?,
        state: row.text("state")?,
        state_reason: maybe(row.text("state_reason")?),
        origin: row.text("origin")?,
        channel: maybe(row.text("channel")?),
        topic: maybe(row.text("topic")?),
        reference: maybe(row.text("reference")?),
        group: named_organisation(row, "group_id", "group_name")?,
        requesters: Vec::new(),
        beneficiaries: Vec::new(),
        articulated: Vec::new(),
        priority: score(row, lens)?,
        severity: weight.severity,
        reach: weight.reach,
        urgency: weight.urgency,
        mandated: weight.mandated,
        received: row.text("received")?,
        due: maybe(row.text("due")?),
        parent: other(row, lens.prefix, "parent_year", "parent_number")?,
        merged_into: other(row, lens.prefix, "merged_year", "merged_number")?,
        series: row.maybe_text("series_code")?,
        closed_at: maybe(closed_at),
        sessions: Vec::new(),
        open_commitments: row.int("open_commitments")?,
        missing: Vec::new(),
        key: row.int("id")?,
    })
}

impl Db {
    /// One case, whole.
    pub fn case(&self, id: i64, lens: &Lens<'_>) -> Result<Case> {
        let found = self
            .row(&format!("{CASE} WHERE c.id = $1"), vals![id], |row| case(row, lens))?
            .ok_or_else(|| StoreError::NotFound { noun: Noun::Case, text: id.to_string() })?;
        self.complete(found, lens)
    }

    /// Every case that is open, of one group or of all, oldest first; without what stands in other tables.
    pub(crate) fn open_cases(&self, group: Option<i64>, lens: &Lens<'_>) -> Result<Vec<Case>> {
        let sql = format!("{CASE} WHERE c.state = 'open' AND ($1 IS NULL OR c.group_id = $1) ORDER BY c.id");
        self.rows(&sql, vals![group], |row| case(row, lens))
    }

    /// Adds what stands in other tables: parties, sessions, what is missing.
    fn complete(&self, mut case: Case, lens: &Lens<'_>) -> Result<Case> {
        for (role, who) in self.parties(case.key)? {
            match role.as_str() {
                "requester" => case.requesters.push(who),
                "beneficiary" => case.beneficiaries.push(who),
                _ => case.articulated.push(who),
            }
        }
        case.sessions = self.session_briefs(case.key, &case.id)?;
        if matches!(case.state.as_str(), "open" | "on_hold") {
            case.missing = self.missing(case.key, &case.id, case.stage, lens)?;
        }
        Ok(case)
    }

    pub(crate) fn parties(&self, case: i64) -> Result<Vec<(String, Named)>> {
        let sql = "SELECT y.role, y.organisation_id, o.name AS organisation_name, y.person_id, p.name AS person_name
                   FROM party y LEFT JOIN organisation o ON o.id = y.organisation_id LEFT JOIN person p ON p.id = y.person_id
                   WHERE y.case_id = $1 ORDER BY y.role, y.position";
        self.rows(sql, vals![case], |row| {
            let role = row.text("role")?;
            let who = named_organisation(row, "organisation_id", "organisation_name")?;
            let who = match who {
                Some(who) => Some(who),
                None => crate::register::named_person(row, "person_id", "person_name")?,
            };
            Ok((role, who.ok_or(StoreError::Stored { what: "party", detail: String::new() })?))
        })
    }

    pub(crate) fn session_briefs(&self, case: i64, case_ref: &str) -> Result<Vec<SessionBrief>> {
        let sql = "SELECT s.id, s.number, s.state, s.start_at, s.end_at, s.zone, s.modality, s.place, s.link, s.agenda, s.sequence,
                          (SELECT count(*) FROM invitation i WHERE i.session_id = s.id AND i.withdrawn = 0) AS invited,
                          EXISTS (SELECT 1 FROM facilitator f WHERE f.session_id = s.id) AS is_led,
                          EXISTS (SELECT 1 FROM attendance a WHERE a.session_id = s.id) AS is_noted
                   FROM session s WHERE s.case_id = $1 ORDER BY s.number";
        let found = self.rows(sql, vals![case], |row| {
            let zone = row.text("zone")?;
            let agenda = serde_json::from_str(&row.text("agenda")?)
                .map_err(|error| StoreError::Stored { what: "agenda", detail: error.to_string() })?;
            let brief = SessionBrief {
                key: row.int("id")?,
                id: part_id(case_ref, Part::Session, row.int("number")?),
                case: case_ref.to_owned(),
                facilitators: Vec::new(),
                agenda,
                invited: row.int("invited")?,
                sequence: row.int("sequence")?,
                attendance: Turnout::default(),
                state: row.text("state")?,
                start: local(&row.text("start_at")?, &zone),
                end: local(&row.text("end_at")?, &zone),
                modality: row.text("modality")?,
                place: maybe(row.text("place")?),
                link: maybe(row.text("link")?),
            };
            Ok((brief, row.flag("is_led")?, row.flag("is_noted")?))
        })?;
        let complete = |(mut brief, is_led, is_noted): (SessionBrief, bool, bool)| {
            if is_led {
                brief.facilitators = self.facilitators(brief.key)?;
            }
            if is_noted {
                brief.attendance = self.turnout(brief.key)?;
            }
            Ok(brief)
        };
        found.into_iter().map(complete).collect()
    }

    /// How the case left the stages behind it, in their order.
    pub fn passages(&self, case: i64) -> Result<Vec<Passage>> {
        let sql = "SELECT stage, outcome, on_day, by, reason, waived FROM passage WHERE case_id = $1";
        let mut passages = self.rows(sql, vals![case], |row| {
            let stage = row.text("stage")?;
            let waived = serde_json::from_str(&row.text("waived")?)
                .map_err(|error| StoreError::Stored { what: "passage", detail: error.to_string() })?;
            Ok(Passage {
                stage: Stage::parse(&stage).ok_or(StoreError::Stored { what: "stage", detail: stage })?,
                outcome: row.text("outcome")?,
                on: row.text("on_day")?,
                by: row.text("by")?,
                reason: maybe(row.text("reason")?),
                waived,
            })
        })?;
        passages.sort_by_key(|passage| passage.stage);
        Ok(passages)
    }
}

/// A new case, before it has a number.
#[derive(Debug, Clone)]
pub struct NewCase<'a> {
    pub title: &'a str,
    pub description: &'a str,
    pub origin: &'a str,
    pub channel: &'a str,
    pub received: NaiveDate,
    pub due: Option<NaiveDate>,
    pub topic: &'a str,
    pub reference: &'a str,
    pub group: Option<i64>,
    pub weight: Weight,
    pub parent: Option<i64>,
    pub import: Option<i64>,
}

/// What changes of a case; fields left out stay as they are.
#[derive(Debug, Clone, Default)]
pub struct CaseChange {
    pub title: Option<String>,
    pub description: Option<String>,
    pub origin: Option<String>,
    pub channel: Option<String>,
    pub received: Option<NaiveDate>,
    /// These five may be taken away again: `Some(None)`.
    pub due: Option<Option<NaiveDate>>,
    pub topic: Option<String>,
    pub reference: Option<String>,
    pub group: Option<Option<i64>>,
    pub severity: Option<Option<i64>>,
    pub reach: Option<Option<i64>>,
    pub urgency: Option<Option<i64>>,
    pub mandated: Option<bool>,
}

impl Db {
    /// A need registered before with the same title, day, reference and requesters.
    pub fn same_need(&self, new: &NewCase<'_>, requesters: &[Who]) -> Result<Option<i64>> {
        self.like_need(new, requesters, false)
    }

    /// The same of whatever day, among those that came in a file: a file that gives no day means the same tomorrow.
    pub fn same_need_of_a_file(&self, new: &NewCase<'_>, requesters: &[Who]) -> Result<Option<i64>> {
        self.like_need(new, requesters, true)
    }

    fn like_need(&self, new: &NewCase<'_>, requesters: &[Who], of_a_file: bool) -> Result<Option<i64>> {
        let sql = "SELECT id FROM cases WHERE fold = $1 AND title = $2 AND reference = $4 AND origin = $5 AND state <> 'cancelled'
                   AND (received = $3 OR ($6 = 1 AND import_id IS NOT NULL)) ORDER BY id";
        let fold = ata_model::name::fold(&format!("{} {}", new.title, new.topic));
        let received = new.received.to_string();
        let params = vals![&fold, new.title, &received, new.reference, new.origin, of_a_file];
        for id in self.rows(sql, params, |row| row.int("id"))? {
            let sql = "SELECT organisation_id, person_id FROM party WHERE case_id = $1 AND role = 'requester' ORDER BY position";
            let theirs =
                self.rows(sql, vals![id], |row| Ok((row.maybe_int("organisation_id")?, row.maybe_int("person_id")?)))?;
            let ours: Vec<_> = requesters.iter().map(|who| (who.organisation(), who.person())).collect();
            if theirs == ours {
                return Ok(Some(id));
            }
        }
        Ok(None)
    }
}

impl Db {
    /// Is a need still at its first stage and open, and as files brought it? What was taken back since does not count.
    pub fn is_as_imported(&self, case: i64) -> Result<bool> {
        let sql = "SELECT count(*) AS n FROM cases WHERE id = $1 AND import_id IS NOT NULL AND stage = 'need' AND state = 'open'";
        if self.count(sql, vals![case])? == 0 {
            return Ok(false);
        }
        let sql = "SELECT o.op FROM operation_case x JOIN operation o ON o.op = x.op
                   WHERE x.case_id = $1 AND o.undoes IS NULL AND o.verb NOT IN ($2, $3)";
        let by_hand = self.rows(sql, vals![case, Op::NeedImport.verb(), Op::ImportUndo.verb()], |row| row.int("op"))?;
        if by_hand.is_empty() {
            return Ok(true);
        }
        let undone = self.undone()?;
        Ok(by_hand.iter().all(|op| undone.contains_key(op)))
    }

    /// A case referred before from `parent` to the same group under the same title.
    pub fn referred_before(&self, parent: i64, title: &str, group: i64) -> Result<Option<i64>> {
        let sql = "SELECT id FROM cases WHERE parent_id = $1 AND title = $2 AND group_id = $3 AND origin = 'followup'
                   AND state <> 'cancelled' ORDER BY id LIMIT 1";
        self.row(sql, vals![parent, title, group], |row| row.int("id"))
    }
}

impl Tx<'_> {
    /// Changes what is known of a case.
    pub fn change_case(&mut self, case: i64, change: &CaseChange) -> Result<()> {
        self.set_case(case, change)?;
        self.say(self.case_ref(case)?);
        Ok(())
    }

    /// As [`Tx::change_case`], one row among the many of a file: the log names the file.
    pub fn set_case(&mut self, case: i64, change: &CaseChange) -> Result<()> {
        self.about(case);
        let day = |day: Option<NaiveDate>| day.map(|day| day.to_string());
        let due = change.due.map(|due| day(due).unwrap_or_default());
        // Neither a key nor a grade is 0, which takes what there is away.
        let or_none = |number: Option<Option<i64>>| number.map(|number| number.unwrap_or(0));
        self.exec(
            "UPDATE cases SET title = coalesce($2, title), description = coalesce($3, description), origin = coalesce($4, origin),
                channel = coalesce($5, channel), received = coalesce($6, received), due = coalesce($7, due),
                topic = coalesce($8, topic), reference = coalesce($9, reference), group_id = nullif(coalesce($10, group_id), 0),
                severity = nullif(coalesce($11, severity), 0), reach = nullif(coalesce($12, reach), 0),
                urgency = nullif(coalesce($13, urgency), 0),
                mandated = coalesce($14, mandated) WHERE id = $1",
            vals![
                case,
                change.title.as_ref(),
                change.description.as_ref(),
                change.origin.as_ref(),
                change.channel.as_ref(),
                day(change.received).as_ref(),
                due.as_ref(),
                change.topic.as_ref(),
                change.reference.as_ref(),
                or_none(change.group),
                or_none(change.severity),
                or_none(change.reach),
                or_none(change.urgency),
                change.mandated
            ],
        )?;
        let sql = "SELECT title, topic FROM cases WHERE id = $1";
        let named = self.row(sql, vals![case], |row| Ok(format!("{} {}", row.text("title")?, row.text("topic")?)))?;
        let fold = ata_model::name::fold(&named.unwrap_or_default());
        self.exec("UPDATE cases SET fold = $2 WHERE id = $1", vals![case, &fold])?;
        Ok(())
    }

    /// Gives a need up for another that asks for the same. Its parties join those of the one that stays, which must be answered by the
    /// earlier of both days and weighs as much as the heavier, and gets its documents. Gives what passed over: the options that would have
    /// said it.
    pub fn merge_case(&mut self, case: i64, into: i64) -> Result<Vec<&'static str>> {
        self.touches(into);
        let mut passed = self.merge_weight(case, into)?;
        if self.copy_documents(case, into)? > 0 {
            passed.push("--evidence");
        }
        self.exec("UPDATE cases SET merged_into = $2 WHERE id = $1", vals![case, into])?;
        self.exec(
            "INSERT INTO party (case_id, role, position, organisation_id, person_id)
             SELECT $2, y.role, y.position + (SELECT coalesce(max(position), 0) FROM party z WHERE z.case_id = $2 AND z.role = y.role),
                    y.organisation_id, y.person_id
             FROM party y WHERE y.case_id = $1 AND NOT EXISTS (
                SELECT 1 FROM party z WHERE z.case_id = $2 AND z.role = y.role
                  AND z.organisation_id IS NOT DISTINCT FROM y.organisation_id AND z.person_id IS NOT DISTINCT FROM y.person_id)",
            vals![case, into],
        )?;
        let into = self.case_ref(into)?;
        self.set_state(case, "merged", &into)?;
        Ok(passed)
    }

    fn merge_weight(&mut self, case: i64, into: i64) -> Result<Vec<&'static str>> {
        let sql = "SELECT due, severity, reach, urgency, mandated FROM cases WHERE id = $1";
        let read = |id: i64| {
            let found = self.row(sql, vals![id], |row| Ok((row.text("due")?, weight(row)?)))?;
            found.ok_or_else(|| StoreError::NotFound { noun: Noun::Case, text: id.to_string() })
        };
        let ((due, weight), (kept_due, kept)) = (read(case)?, read(into)?);
        let earlier = [&due, &kept_due].into_iter().filter(|day| !day.is_empty()).min().cloned().unwrap_or_default();
        let [severity, reach, urgency] =
            [(weight.severity, kept.severity), (weight.reach, kept.reach), (weight.urgency, kept.urgency)]
                .map(|(one, other)| one.max(other));
        let mandated = weight.mandated || kept.mandated;
        let passed = [
            ("--due", earlier != kept_due),
            ("--severity", severity != kept.severity),
            ("--reach", reach != kept.reach),
            ("--urgency", urgency != kept.urgency),
            ("--mandated", mandated != kept.mandated),
        ];
        let passed: Vec<_> = passed.into_iter().filter_map(|(option, passed)| passed.then_some(option)).collect();
        if !passed.is_empty() {
            let sql = "UPDATE cases SET due = $2, severity = $3, reach = $4, urgency = $5, mandated = $6 WHERE id = $1";
            self.exec(sql, vals![into, &earlier, severity, reach, urgency, mandated])?;
        }
        Ok(passed)
    }

    /// Opens a case and gives it the year's next number.
    pub fn open_case(&mut self, new: &NewCase<'_>) -> Result<i64> {
        let year = i64::from(chrono::Datelike::year(&self.stamp.today));
        let number = self.next_number(&format!("case:{year}"))?;
        let fold = ata_model::name::fold(&format!("{} {}", new.title, new.topic));
        let due = new.due.map(|day| day.to_string()).unwrap_or_default();
        self.exec(
            "INSERT INTO cases (year, number, title, fold, description, origin, channel, received, due, topic, reference,
                                group_id, severity, reach, urgency, mandated, parent_id, profile_id, opened_at, import_id)
             VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16, $17,
                     (SELECT profile_id FROM desk), $18, $19)",
            vals![
                year,
                number,
                new.title,
                &fold,
                new.description,
                new.origin,
                new.channel,
                &new.received.to_string(),
                &due,
                new.topic,
                new.reference,
                new.group,
                new.weight.severity,
                new.weight.reach,
                new.weight.urgency,
                new.weight.mandated,
                new.parent,
                &self.stamp.instant(),
                new.import
            ],
        )?;
        let id = self.last_id();
        self.about(id);
        if let Some(parent) = new.parent {
            self.touches(parent);
        }
        // One of the many of a file is not named: the log names the file.
        if new.import.is_none() {
            self.say(format!("{} {}", self.case_ref(id)?, new.title));
        }
        Ok(id)
    }

    /// Replaces who stands in one role of a case.
    pub fn set_parties(&self, case: i64, role: &str, parties: &[Who]) -> Result<()> {
        self.exec("DELETE FROM party WHERE case_id = $1 AND role = $2", vals![case, role])?;
        for (position, who) in parties.iter().enumerate() {
            self.exec(
                "INSERT INTO party (case_id, role, position, organisation_id, person_id) VALUES ($1, $2, $3, $4, $5)",
                vals![case, role, position as i64 + 1, who.organisation(), who.person()],
            )?;
        }
        Ok(())
    }

    /// Puts the case in another state, with the reason.
    pub fn set_state(&mut self, case: i64, state: &str, reason: &str) -> Result<()> {
        self.about(case);
        let ended_on = match state {
            "rejected" | "merged" | "cancelled" => self.stamp.day(),
            _ => String::new(),
        };
        let sql = "UPDATE cases SET state = $2, state_reason = $3, ended_on = $4 WHERE id = $1";
        self.exec(sql, vals![case, state, reason, &ended_on])?;
        self.say(format!("{} {state}", self.case_ref(case)?));
        Ok(())
    }

    /// Writes down how the case left a stage and puts it at the next one (or at `to`, by a shortcut).
    pub fn leave_stage(
        &mut self,
        case: i64,
        stage: Stage,
        outcome: &str,
        reason: &str,
        waived: &BTreeMap<String, String>,
        to: Option<Stage>,
    ) -> Result<()> {
        self.about(case);
        self.pass(case, stage, outcome, reason, waived)?;
        let next = to.or(stage.next());
        let bypassed = Stage::ALL.into_iter().filter(|between| *between > stage && Some(*between) < next);
        for between in bypassed {
            self.pass(case, between, "bypassed", reason, &BTreeMap::new())?;
        }
        if let Some(next) = next {
            self.exec("UPDATE cases SET stage = $2 WHERE id = $1", vals![case, next.code()])?;
            self.say(format!("{} {} → {}", self.case_ref(case)?, stage.code(), next.code()));
        }
        Ok(())
    }

    fn pass(
        &self,
        case: i64,
        stage: Stage,
        outcome: &str,
        reason: &str,
        waived: &BTreeMap<String, String>,
    ) -> Result<()> {
        let waived = serde_json::json!(waived).to_string();
        self.exec(
            "INSERT INTO passage (case_id, stage, outcome, on_day, by, reason, waived) VALUES ($1, $2, $3, $4, $5, $6, $7)",
            vals![case, stage.code(), outcome, &self.stamp.day(), &self.stamp.by, reason, &waived],
        )?;
        Ok(())
    }
}
