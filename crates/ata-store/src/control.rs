//! What is known of a case when its control points are checked: one query set for each stage, no more.

use crate::case::Lens;
use crate::engine::Db;
use crate::error::Result;
use crate::session::Reached;
use crate::vals;
use ata_model::control::{self, Facts, Missing, SessionFacts};
use ata_model::message::KINDS;
use ata_model::profile::RecordSource;
use ata_model::reference::{Part, part_id};
use ata_model::session::local;
use ata_model::stage::Stage;
use std::collections::HashMap;

/// A notice that reached nobody yet.
struct UnderWay {
    id: i64,
    kind: String,
    state: String,
    by_mail: bool,
    /// It was refused for now.
    is_later: bool,
}

impl Db {
    /// The control points that are not met at a stage. The last one asks again for those of the stages before it, unless they were waived
    /// there: from here on nothing can be settled any more.
    pub fn missing(&self, case: i64, case_ref: &str, stage: Stage, lens: &Lens<'_>) -> Result<Vec<Missing>> {
        let of = |stage| -> Result<Vec<Missing>> {
            Ok(control::missing(stage, lens.profile, &self.facts(case, case_ref, stage, lens)?))
        };
        let mut missing = of(stage)?;
        if stage == Stage::Archive {
            for passage in self.passages(case)? {
                if Stage::LASTING.contains(&passage.stage) && passage.outcome == "closed" {
                    let undone = of(passage.stage)?.into_iter();
                    missing.extend(undone.filter(|one| !passage.waived.contains_key(one.control.code())));
                }
            }
        }
        Ok(missing)
    }

    /// The facts that the control points of `stage` are judged by.
    pub fn facts(&self, case: i64, case_ref: &str, stage: Stage, lens: &Lens<'_>) -> Result<Facts> {
        let mut facts = Facts { case: case_ref.to_owned(), ..Facts::default() };
        match stage {
            Stage::Need => self.need_facts(case, &mut facts)?,
            Stage::Plan => self.plan_facts(case, &mut facts)?,
            Stage::Schedule | Stage::Notify | Stage::Run | Stage::Evaluate => {
                facts.sessions = self.session_facts(case, case_ref, stage, lens)?;
                facts.has_mail_way = self.mail_way()?.is_some();
                let sql = "SELECT count(*) AS n FROM message WHERE case_id = $1 AND signed_by IS NULL AND state <> 'cancelled'
                           AND kind IN ('convocation', 'letter', 'circular', 'change', 'cancellation')";
                facts.unsigned = if stage == Stage::Notify { self.count(sql, vals![case])? } else { 0 };
            }
            Stage::Followup => {
                let sql = "SELECT number FROM commitment WHERE case_id = $1 AND status IN ('open', 'in_progress') ORDER BY due, id";
                facts.open_commitments =
                    self.rows(sql, vals![case], |row| Ok(part_id(case_ref, Part::Commitment, row.int("number")?)))?;
            }
            Stage::Archive => self.archive_facts(case, lens, &mut facts)?,
        }
        Ok(facts)
    }

    fn need_facts(&self, case: i64, facts: &mut Facts) -> Result<()> {
        let sql = "SELECT c.group_id IS NOT NULL AS has_group,
                          (SELECT count(*) FROM document d WHERE d.case_id = c.id) AS documents
                   FROM cases c WHERE c.id = $1";
        self.row(sql, vals![case], |row| {
            facts.has_group = row.flag("has_group")?;
            facts.documents = row.int("documents")?;
            Ok(())
        })?;
        Ok(())
    }

    fn plan_facts(&self, case: i64, facts: &mut Facts) -> Result<()> {
        let sql = "SELECT activity <> '' AS activity, objective <> '' AS objective, audience <> '' AS audience,
                          external <> '' AS external, contract_reference <> '' AS contract, approved_on <> '' AS approved
                   FROM plan WHERE case_id = $1";
        self.row(sql, vals![case], |row| {
            facts.has_activity = row.flag("activity")?;
            facts.has_objective = row.flag("objective")?;
            facts.has_audience = row.flag("audience")?;
            facts.is_external = row.flag("external")?;
            facts.has_contract = row.flag("contract")?;
            facts.is_approved = row.flag("approved")?;
            Ok(())
        })?;
        Ok(())
    }

    fn session_facts(&self, case: i64, case_ref: &str, stage: Stage, lens: &Lens<'_>) -> Result<Vec<SessionFacts>> {
        let sql = "SELECT s.id, s.number, s.state, s.start_at, s.zone, s.place, s.link, s.extraordinary,
                          s.agenda <> '[]' AS has_agenda,
                          EXISTS (SELECT 1 FROM facilitator f WHERE f.session_id = s.id) AS has_facilitator,
                          (SELECT count(*) FROM logistics l WHERE l.session_id = s.id AND l.done = 0) AS open_logistics,
                          (SELECT count(*) FROM invitation i WHERE i.session_id = s.id AND i.withdrawn = 0) AS invited,
                          EXISTS (SELECT 1 FROM attendance a WHERE a.session_id = s.id) AS attendance,
                          EXISTS (SELECT 1 FROM response r WHERE r.session_id = s.id) AS responses,
                          EXISTS (SELECT 1 FROM document d WHERE d.session_id = s.id AND d.type = 'minutes') AS has_minutes
                   FROM session s WHERE s.case_id = $1 ORDER BY s.number";
        let mut found = self.rows(sql, vals![case], |row| {
            let start_at = row.text("start_at")?;
            let day = local(&start_at, &row.text("zone")?);
            let day = day.get(..10).and_then(|day| day.parse().ok()).unwrap_or(lens.today);
            let facts = SessionFacts {
                id: part_id(case_ref, Part::Session, row.int("number")?),
                state: row.text("state")?,
                days_ahead: (day - lens.today).num_days(),
                has_facilitator: row.flag("has_facilitator")?,
                has_place_or_link: !row.text("place")?.is_empty() || !row.text("link")?.is_empty(),
                has_agenda: row.flag("has_agenda")?,
                open_logistics: row.int("open_logistics")?,
                is_extraordinary: !row.text("extraordinary")?.is_empty(),
                clashes: false,
                attendance: row.int("attendance")?,
                has_minutes: row.flag("has_minutes")?,
                invited: row.int("invited")?,
                responses: row.int("responses")?,
                ..SessionFacts::default()
            };
            Ok((row.int("id")?, facts))
        })?;
        for (id, facts) in &mut found {
            // What is over gets in nobody's way, and its place has years of sessions after it.
            if stage == Stage::Schedule && facts.days_ahead >= 0 {
                facts.clashes = self.has_open_clash(*id)?;
            }
            if stage == Stage::Notify {
                self.told(*id, facts)?;
            }
        }
        Ok(found.into_iter().map(|(_, facts)| facts).collect())
    }

    /// Who needs to be told what, and what became of the messages that would tell them.
    fn told(&self, session: i64, facts: &mut SessionFacts) -> Result<()> {
        let sequence = self.count("SELECT sequence AS n FROM session WHERE id = $1", vals![session])?;
        let gone = facts.state == "cancelled";
        let mut under_way = self.under_way(session)?;
        for invited in self.invited(session)? {
            let Some(kind) = invited.needs(sequence, gone) else { continue };
            let telling = match kind {
                "change" => &mut facts.changed,
                "cancellation" => &mut facts.called_off,
                _ => &mut facts.untold,
            };
            telling.people += 1;
            let theirs = under_way.remove(&(invited.person, invited.organisation_key)).unwrap_or_default();
            let tells = |one: &&UnderWay| match kind {
                "convocation" => one.kind != "cancellation",
                kind => one.kind == kind,
            };
            let mut drafted = false;
            for one in theirs.iter().filter(tells) {
                drafted = true;
                match (one.state.as_str(), one.by_mail) {
                    ("uncertain", _) => {
                        telling.in_doubt.get_or_insert_with(|| format!("M-{}", one.id));
                    }
                    ("failed", _) => telling.failed += 1,
                    ("queued", false) => telling.to_call += 1,
                    ("queued", true) if one.is_later => telling.later += 1,
                    _ => telling.queued += 1,
                }
            }
            telling.undrafted += i64::from(!drafted);
        }
        Ok(())
    }

    /// The notices of a session that reached nobody yet, by whom they are for.
    fn under_way(&self, session: i64) -> Result<HashMap<Reached, Vec<UnderWay>>> {
        let sql = "SELECT id, kind, state, channel, due <> '' AS is_later, person_id, organisation_id FROM message
                   WHERE session_id = $1 AND state IN ('queued', 'sending', 'uncertain', 'failed')
                     AND kind IN ('convocation', 'letter', 'circular', 'change', 'cancellation') ORDER BY id";
        let found = self.rows(sql, vals![session], |row| {
            let one = UnderWay {
                id: row.int("id")?,
                kind: row.text("kind")?,
                state: row.text("state")?,
                by_mail: row.text("channel")? == "email",
                is_later: row.flag("is_later")?,
            };
            Ok(((row.maybe_int("person_id")?, row.maybe_int("organisation_id")?), one))
        })?;
        let mut all: HashMap<Reached, Vec<UnderWay>> = HashMap::new();
        for (who, one) in found {
            all.entry(who).or_default().push(one);
        }
        Ok(all)
    }

    fn archive_facts(&self, case: i64, lens: &Lens<'_>, facts: &mut Facts) -> Result<()> {
        let sql = "SELECT series_code IS NOT NULL AS classified FROM cases WHERE id = $1";
        facts.is_classified = self.row(sql, vals![case], |row| row.flag("classified"))?.unwrap_or(false);
        facts.has_series_rule = self.series_by_rule(case, lens.profile)?.is_some();
        let documents = self.documents_of(case)?;
        facts.documents = documents.len() as i64;
        let uncounted = documents.iter().filter(|document| document.folios == 0 && document.replaced_by.is_none());
        facts.unfoliated = uncounted.map(|document| document.id.clone()).collect();
        let passages = self.passages(case)?;
        let left_out = |stage| passages.iter().any(|passage| passage.stage == stage && passage.outcome != "closed");
        for (stage, record) in lens.profile.required_records() {
            let attached = documents.iter().any(|document| document.kind == record.key);
            if !attached && !left_out(stage) && !self.vouches(case, &record.key, record.from)? {
                facts.missing_records.push((record.key.clone(), record.title.clone()));
            }
        }
        Ok(())
    }

    /// Does the register itself hold what the record would say?
    pub fn vouches(&self, case: i64, key: &str, source: Option<RecordSource>) -> Result<bool> {
        if source == Some(RecordSource::Messages) && KINDS.contains(&key) {
            let sql = "SELECT count(*) AS n FROM message WHERE case_id = $1 AND state = 'sent' AND kind = $2";
            return Ok(self.count(sql, vals![case, key])? > 0);
        }
        let sql = match source {
            None => return Ok(false),
            Some(RecordSource::Need | RecordSource::ControlSheet | RecordSource::Inventory) => return Ok(true),
            Some(RecordSource::Plan) => "SELECT count(*) AS n FROM plan WHERE case_id = $1 AND approved_on <> ''",
            Some(RecordSource::Schedule) => "SELECT count(*) AS n FROM session WHERE case_id = $1",
            Some(RecordSource::Messages) => "SELECT count(*) AS n FROM message WHERE case_id = $1 AND state = 'sent'",
            Some(RecordSource::Attendance) => {
                "SELECT count(*) AS n FROM session s WHERE s.case_id = $1
                 AND EXISTS (SELECT 1 FROM attendance a WHERE a.session_id = s.id)"
            }
            Some(RecordSource::Minutes) => "SELECT count(*) AS n FROM document WHERE case_id = $1 AND type = 'minutes'",
            Some(RecordSource::Answers) => {
                "SELECT count(*) AS n FROM session s WHERE s.case_id = $1
                 AND EXISTS (SELECT 1 FROM response r WHERE r.session_id = s.id)"
            }
            Some(RecordSource::Commitments) => "SELECT count(*) AS n FROM commitment WHERE case_id = $1",
        };
        Ok(self.count(sql, vals![case])? > 0)
    }
}
