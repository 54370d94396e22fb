//! What reminders are made from, gathered in a bounded number of queries: each looks only at what may be due on the day, by
//! its index, never at the whole register. And what was said already.

use crate::engine::{Db, Row};
use crate::error::{Result, StoreError};
use crate::find::Who;
use crate::register::maybe;
use crate::transact::{Tx, instant};
use crate::vals;
use ata_model::message::Recipient;
use ata_model::reference::{Part, case_id, part_id};
use ata_model::reminder::{CommitmentFacts, Facts, Reminder, ReminderRules, SessionFacts, WaitingFacts};
use ata_model::session::Session;
use chrono::{DateTime, Days, Duration, NaiveDate, Utc};
use std::collections::{HashMap, HashSet};

/// The day on which reminders are looked for.
pub struct ReminderDay<'a> {
    pub rules: &'a ReminderRules,
    pub now: DateTime<Utc>,
    /// At the desk.
    pub today: NaiveDate,
    /// Days after which a reminder is not said any more.
    pub max_late: u32,
}

/// A digest in the outbox that has not left and was never tried.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PendingDigest {
    pub id: i64,
    pub who: Who,
    pub address: String,
    pub subject: String,
    pub body: String,
    /// Of its reminders, in order.
    pub keys: Vec<String>,
}

/// Days beyond the last at which what is too late is still named as such.
const NAMED: i64 = 30;

fn days(count: u32) -> Duration {
    Duration::days(i64::from(count))
}

fn case(row: &Row<'_>) -> Result<String> {
    Ok(case_id(&row.text("prefix")?, row.int("year")?, row.int("case_number")?))
}

/// A person or an organisation from the columns `{side}_person`, `{side}_org`, `{side}_name`, `{side}_email`.
fn recipient(row: &Row<'_>, side: &str) -> Result<Option<Recipient>> {
    let column = |name: &str| format!("{side}_{name}");
    let who = Who::of(row.maybe_int(&column("person"))?, row.maybe_int(&column("org"))?);
    let name = row.maybe_text(&column("name"))?.unwrap_or_default();
    let address = maybe(row.maybe_text(&column("email"))?.unwrap_or_default());
    Ok(who.map(|who| Recipient { person: who.reference(), name, address, phone: None }))
}

/// Who answers for a case: the head of its group, else the group itself.
const ANSWERS_FOR: &str = "h.id AS for_person, CASE WHEN h.id IS NULL THEN g.id END AS for_org,
    coalesce(h.name, g.name) AS for_name, CASE WHEN h.id IS NULL THEN g.email ELSE h.email END AS for_email";
const ANSWERS_FROM: &str =
    "LEFT JOIN organisation g ON g.id = c.group_id LEFT JOIN person h ON h.id = g.head_id CROSS JOIN desk k";

impl Db {
    /// The facts from which everything that may be due on that day is known.
    pub fn reminder_facts(&self, day: &ReminderDay<'_>) -> Result<Facts> {
        Ok(Facts {
            sessions: self.reminder_sessions(day)?,
            commitments: self.reminder_commitments(day)?,
            needs: self.reminder_needs(day)?,
            to_archive: self.reminder_archive(day)?,
        })
    }

    fn reminder_sessions(&self, day: &ReminderDay<'_>) -> Result<Vec<SessionFacts>> {
        let rules = day.rules;
        let now = instant(day.now);
        let mut facts = Vec::new();
        // A day more on either side: days are those of each session's own zone.
        if let Some(most) = rules.before_session_days.iter().max() {
            let until = instant(day.now + days(*most) + Duration::days(1));
            let soon = "s.state IN ('scheduled', 'moved') AND s.start_at > $1 AND s.start_at <= $2";
            for (id, mut one) in self.session_facts_where(soon, &now, &until)? {
                one.invited = self.coming(&self.session(id)?)?;
                facts.push(one);
            }
        }
        if let Some(most) = rules.evaluation_days.iter().max() {
            let from = instant(day.now - days(*most) - days(day.max_late) - Duration::days(NAMED));
            let lacking = "s.state IN ('scheduled', 'moved', 'held') AND s.end_at >= $1 AND s.end_at <= $2
                AND (SELECT count(*) FROM response r WHERE r.session_id = s.id)
                  < (SELECT count(*) FROM attendance a WHERE a.session_id = s.id AND a.status IN ('present', 'late'))";
            for (id, mut one) in self.session_facts_where(lacking, &from, &now)? {
                one.attended = self.attended(id)?;
                one.answers = usize::try_from(self.answer_count(id)?).unwrap_or_default();
                facts.push(one);
            }
        }
        if rules.minutes_after_days > 0 {
            // What was closed without minutes needed none, or they were waived.
            let until = instant(day.now - days(rules.minutes_after_days) + Duration::days(1));
            let without = "s.state IN ('scheduled', 'moved') AND s.end_at > $1 AND s.end_at <= $2 AND NOT EXISTS (
                SELECT 1 FROM document d WHERE d.case_id = s.case_id AND d.session_id = s.id AND d.type = 'minutes'
                   AND d.replaced_by IS NULL)";
            let found = self.session_facts_where(without, "", &until)?;
            let mut leaders = self.leaders_where(without, "", &until)?;
            for (id, mut one) in found {
                one.has_minutes = false;
                if let Some(leaders) = leaders.remove(&id) {
                    one.led_by = leaders;
                }
                facts.push(one);
            }
        }
        Ok(facts)
    }

    /// The sessions of open cases that fit a condition on `$1` and `$2`, as far as the row alone says; led by who answers for the
    /// case.
    fn session_facts_where(&self, condition: &str, from: &str, until: &str) -> Result<Vec<(i64, SessionFacts)>> {
        let sql = format!(
            "SELECT s.id, s.number, s.start_at, s.end_at, s.zone, c.year, c.number AS case_number, k.prefix, {ANSWERS_FOR}
             FROM session s JOIN cases c ON c.id = s.case_id {ANSWERS_FROM} WHERE c.state = 'open' AND {condition} ORDER BY s.id"
        );
        self.rows(&sql, vals![from, until], |row| {
            let case = case(row)?;
            let damaged = |detail: &str| StoreError::Stored { what: "session", detail: detail.to_owned() };
            let at = |text: String| text.parse::<DateTime<Utc>>().map_err(|_| damaged(&text));
            let zone = row.text("zone")?;
            let facts = SessionFacts {
                session: part_id(&case, Part::Session, row.int("number")?),
                start: at(row.text("start_at")?)?,
                end: at(row.text("end_at")?)?,
                zone: zone.parse().map_err(|_| damaged(&zone))?,
                invited: Vec::new(),
                attended: Vec::new(),
                answers: 0,
                has_minutes: true,
                led_by: recipient(row, "for")?.into_iter().collect(),
                case,
            };
            Ok((row.int("id")?, facts))
        })
    }

    /// Who facilitates those sessions, by the session.
    fn leaders_where(&self, condition: &str, from: &str, until: &str) -> Result<HashMap<i64, Vec<Recipient>>> {
        let sql = format!(
            "SELECT s.id, p.id AS to_person, NULL AS to_org, p.name AS to_name, p.email AS to_email
             FROM session s JOIN cases c ON c.id = s.case_id JOIN facilitator f ON f.session_id = s.id
             JOIN person p ON p.id = f.person_id WHERE c.state = 'open' AND {condition} ORDER BY s.id, p.id"
        );
        let mut leaders: HashMap<i64, Vec<Recipient>> = HashMap::new();
        for (session, to) in self.rows(&sql, vals![from, until], |row| Ok((row.int("id")?, recipient(row, "to")?)))? {
            leaders.entry(session).or_default().extend(to);
        }
        Ok(leaders)
    }

    /// Those told of the session as it stands who have not declined.
    fn coming(&self, session: &Session) -> Result<Vec<Recipient>> {
        let comes = self.invited(session.key)?.into_iter().filter(|one| {
            let declined = one.answer.as_ref().is_some_and(|answer| answer.current && answer.answer == "declined");
            !one.withdrawn && !one.retracted && one.told == Some(session.sequence) && !declined
        });
        let to = |one: ata_model::session::Invited| Recipient {
            person: one.who.id,
            name: one.who.name,
            address: one.email,
            phone: one.phone,
        };
        Ok(comes.map(to).collect())
    }

    fn attended(&self, session: i64) -> Result<Vec<Recipient>> {
        let sql = "SELECT p.id AS to_person, NULL AS to_org, p.name AS to_name, p.email AS to_email
                   FROM attendance a JOIN person p ON p.id = a.person_id
                   WHERE a.session_id = $1 AND a.status IN ('present', 'late') ORDER BY p.id";
        let found = self.rows(sql, vals![session], |row| recipient(row, "to"))?;
        Ok(found.into_iter().flatten().collect())
    }

    fn reminder_commitments(&self, day: &ReminderDay<'_>) -> Result<Vec<CommitmentFacts>> {
        let rules = day.rules;
        let ahead = rules.commitment_before_days.iter().max().copied();
        let is_late_told = rules.overdue_every_days > 0 || rules.escalate_after_days > 0;
        let until = day.today.checked_add_days(Days::new(u64::from(ahead.unwrap_or(0)))).unwrap_or(day.today);
        let until = if ahead.is_some() { until } else { day.today.pred_opt().unwrap_or(day.today) };
        let from = if is_late_told { String::new() } else { day.today.to_string() };
        // The superior of a person heads their organisation, or the one above when they head it themselves; of an
        // organisation its own head, else that of the one above.
        let sql = "SELECT m.number, m.due, c.year, c.number AS case_number, k.prefix, s.number AS session_number,
                          p.id AS to_person, CASE WHEN p.id IS NULL THEN o.id END AS to_org, coalesce(p.name, o.name) AS to_name,
                          CASE WHEN p.id IS NULL THEN o.email ELSE p.email END AS to_email,
                          b.id AS up_person, NULL AS up_org, b.name AS up_name, b.email AS up_email
                   FROM commitment m JOIN cases c ON c.id = m.case_id CROSS JOIN desk k LEFT JOIN session s ON s.id = m.session_id
                   LEFT JOIN person p ON p.id = m.person_id
                   LEFT JOIN organisation o ON o.id = coalesce(m.organisation_id, p.organisation_id)
                   LEFT JOIN organisation u ON u.id = o.parent_id
                   LEFT JOIN person b ON b.id = CASE WHEN o.head_id IS NOT NULL AND o.head_id IS DISTINCT FROM p.id
                      THEN o.head_id ELSE u.head_id END
                   WHERE m.status IN ('open', 'in_progress') AND m.due >= $1 AND m.due <= $2 AND c.state = 'open' ORDER BY m.id";
        let found = self.rows(sql, vals![&from, &until.to_string()], |row| {
            let case = case(row)?;
            let due = row.text("due")?;
            let Some(owner) = recipient(row, "to")? else { return Ok(None) };
            Ok(Some(CommitmentFacts {
                commitment: part_id(&case, Part::Commitment, row.int("number")?),
                session: row.maybe_int("session_number")?.map(|number| part_id(&case, Part::Session, number)),
                due: due.parse().map_err(|_| StoreError::Stored { what: "commitment", detail: due.clone() })?,
                superior: recipient(row, "up")?,
                owner,
                case,
            }))
        })?;
        Ok(found.into_iter().flatten().collect())
    }

    fn reminder_needs(&self, day: &ReminderDay<'_>) -> Result<Vec<WaitingFacts>> {
        let sql = format!(
            "SELECT c.year, c.number AS case_number, k.prefix, c.received AS since, {ANSWERS_FOR} FROM cases c {ANSWERS_FROM}
             WHERE c.stage = 'need' AND c.state = 'open' AND c.received <= $1 ORDER BY c.id"
        );
        self.waiting_cases(&sql, day, day.rules.need_after_days)
    }

    /// Nothing is done before it is received, so the day of the receipt, which is in the index, rules most of them out.
    fn reminder_archive(&self, day: &ReminderDay<'_>) -> Result<Vec<WaitingFacts>> {
        let sql = format!(
            "SELECT c.year, c.number AS case_number, k.prefix, c.since, {ANSWERS_FOR} FROM (
                SELECT d.id, d.year, d.number, d.group_id, coalesce(max(x.on_day), d.received) AS since
                FROM cases d LEFT JOIN passage x ON x.case_id = d.id WHERE d.stage = 'archive' AND d.state = 'open' AND d.received <= $1 GROUP BY d.id
             ) c {ANSWERS_FROM} WHERE c.since <= $1 ORDER BY c.id"
        );
        self.waiting_cases(&sql, day, day.rules.archive_after_days)
    }

    /// Cases that have waited for so many days and more; none where the rule is off.
    fn waiting_cases(&self, sql: &str, day: &ReminderDay<'_>, after: u32) -> Result<Vec<WaitingFacts>> {
        let last = day.today.checked_sub_days(Days::new(u64::from(after)));
        let Some(last) = last.filter(|_| after > 0) else { return Ok(Vec::new()) };
        self.rows(sql, vals![&last.to_string()], |row| {
            let since = row.text("since")?;
            Ok(WaitingFacts {
                case: case(row)?,
                since: since.parse().map_err(|_| StoreError::Stored { what: "cases", detail: since.clone() })?,
                waits_for: recipient(row, "for")?.into_iter().collect(),
            })
        })
    }

    /// Was this said, or is it on its way? What waits in the outbox and was never tried is not.
    pub fn is_reminded(&self, key: &str) -> Result<bool> {
        let sql = "SELECT count(*) AS n FROM reminder r JOIN message m ON m.id = r.message_id
                   WHERE r.key = $1 AND m.state <> 'cancelled' AND (m.state <> 'queued' OR m.attempts > 0)";
        Ok(self.count(sql, vals![key])? > 0)
    }

    /// Digests that wait and were never tried, of cases that are still open.
    pub fn pending_digests(&self) -> Result<Vec<PendingDigest>> {
        let sql = "SELECT m.id, m.person_id, m.organisation_id, m.address, m.subject, m.body FROM message m JOIN cases c ON c.id = m.case_id
                   WHERE m.state = 'queued' AND m.kind = 'reminder' AND m.attempts = 0 AND c.state <> 'closed' ORDER BY m.id";
        let found = self.rows(sql, vals![], |row| {
            let who = Who::of(row.maybe_int("person_id")?, row.maybe_int("organisation_id")?);
            let (address, subject, body) = (row.text("address")?, row.text("subject")?, row.text("body")?);
            Ok(who.map(|who| (who, row.int("id"), address, subject, body)))
        })?;
        let keys = "SELECT key FROM reminder WHERE message_id = $1 ORDER BY key";
        let found = found.into_iter().flatten().map(|(who, id, address, subject, body)| {
            let id = id?;
            let keys = self.rows(keys, vals![id], |row| row.text("key"))?;
            Ok(PendingDigest { id, who, address, subject, body, keys })
        });
        found.collect()
    }

    /// This key, or the first of `key:2`, `key:3` … that no message has.
    pub fn digest_key(&self, key: &str) -> Result<String> {
        let sql = "SELECT count(*) AS n FROM message WHERE key = $1";
        let mut free = key.to_owned();
        let mut next = 2;
        while self.count(sql, vals![&free])? > 0 {
            free = format!("{key}:{next}");
            next += 1;
        }
        Ok(free)
    }

    /// The title of a case.
    pub fn case_title(&self, case: i64) -> Result<String> {
        let title = self.row("SELECT title FROM cases WHERE id = $1", vals![case], |row| row.text("title"))?;
        Ok(title.unwrap_or_default())
    }

    /// The name of the group that answers for a case.
    pub fn group_name(&self, case: i64) -> Result<Option<String>> {
        let sql = "SELECT g.name FROM cases c JOIN organisation g ON g.id = c.group_id WHERE c.id = $1";
        self.row(sql, vals![case], |row| row.text("name"))
    }

    /// The message with this key that was called back, if there is one: it may be queued anew.
    pub fn called_back(&self, key: &str) -> Result<Option<i64>> {
        self.row("SELECT id FROM message WHERE key = $1 AND state = 'cancelled'", vals![key], |row| row.int("id"))
    }
}

impl Tx<'_> {
    /// Notes what a digest reminds of, and nothing else.
    pub fn note_reminders(&mut self, message: i64, reminders: &[Reminder]) -> Result<()> {
        let known =
            self.rows("SELECT key FROM reminder WHERE message_id = $1", vals![message], |row| row.text("key"))?;
        let told: HashSet<&String> = reminders.iter().map(|one| &one.key).collect();
        for key in known.iter().filter(|key| !told.contains(key)) {
            self.exec("DELETE FROM reminder WHERE key = $1", vals![key])?;
        }
        let known: HashSet<&String> = known.iter().collect();
        for one in reminders.iter().filter(|one| !known.contains(&one.key)) {
            let case = self.find_case(&one.case)?;
            let session = one.session.as_ref().map(|text| self.find_session(text)).transpose()?;
            let commitment = one.commitment.as_ref().map(|text| self.find_commitment(text)).transpose()?;
            self.exec(
                "INSERT INTO reminder (key, rule, case_id, session_id, commitment_id, due_on, message_id)
                 VALUES ($1, $2, $3, $4, $5, $6, $7)
                 ON CONFLICT (key) DO UPDATE SET message_id = excluded.message_id",
                vals![&one.key, one.rule.code(), case, session, commitment, &one.due_on.to_string(), message],
            )?;
        }
        Ok(())
    }

    /// Calls back a digest that says nothing true any more.
    pub fn call_back_digest(&mut self, message: i64) -> Result<()> {
        self.exec("DELETE FROM reminder WHERE message_id = $1", vals![message])?;
        self.exec("UPDATE message SET state = 'cancelled' WHERE id = $1", vals![message])?;
        Ok(())
    }

    /// Calls back the digests in the outbox that remind of a case given up, or of one session of it that is not what it was: those of
    /// everybody, or of one. What else they remind of is said by the next.
    pub(crate) fn call_back_reminders(&mut self, case: i64, session: Option<i64>, of: Option<Who>) -> Result<()> {
        let sql = "SELECT DISTINCT m.id FROM reminder r JOIN message m ON m.id = r.message_id
                   WHERE r.case_id = $1 AND m.state IN ('queued', 'failed')
                     AND ($2 IS NULL OR (r.session_id = $2 AND r.rule = 'before_session'))
                     AND ($3 = 0 OR (m.person_id IS NOT DISTINCT FROM $4 AND m.organisation_id IS NOT DISTINCT FROM $5))
                   ORDER BY m.id";
        let params = vals![case, session, of.is_some(), of.and_then(Who::person), of.and_then(Who::organisation)];
        for message in self.rows(sql, params, |row| row.int("id"))? {
            self.call_back_digest(message)?;
        }
        Ok(())
    }
}
