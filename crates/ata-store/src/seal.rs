//! The seal of a closed case: a hash over its whole content, so that `check` can say whether anything of it changed
//! afterwards, and so that a package can prove that it holds what was sealed.
//!
//! The content is written as lines of JSON, one a row: `{"table": …, "row": {…}}`, tables and columns in the order below,
//! rows in the order of their keys. A column that is added to a table later does not enter: the seals of cases that are
//! closed already must stay what they are.

use crate::engine::Db;
use crate::error::Result;
use crate::paper::Bearings;
use crate::transact::Tx;
use crate::vals;
use ata_model::op::Op;
use serde_json::{Value, json};
use sha2::{Digest, Sha256};

/// What belongs to a case: the table, and the rows of it. `state` and `seal` are left out: they say that it is closed.
const CONTENT: &[(&str, &str)] = &[
    (
        "cases",
        "SELECT id, year, number, title, description, stage, origin, channel, received, due, topic, reference, group_id, severity,
                reach, urgency, mandated, parent_id, series_code, profile_id, opened_at, closed_at FROM cases WHERE id = $1",
    ),
    (
        "party",
        "SELECT case_id, role, position, organisation_id, person_id FROM party WHERE case_id = $1 ORDER BY role, position",
    ),
    (
        "passage",
        "SELECT case_id, stage, outcome, on_day, by, reason, waived FROM passage WHERE case_id = $1 ORDER BY stage",
    ),
    (
        "plan",
        "SELECT case_id, activity, objective, audience, expected, products, resources, cost, external, contract_reference,
                approved_by, approved_on FROM plan WHERE case_id = $1",
    ),
    (
        "session",
        "SELECT id, case_id, number, state, start_at, end_at, zone, modality, place, link, agenda, capacity, extraordinary,
                conflict_reason, uid, sequence FROM session WHERE case_id = $1 ORDER BY id",
    ),
    (
        "facilitator",
        "SELECT f.session_id, f.person_id FROM facilitator f JOIN session s ON s.id = f.session_id
         WHERE s.case_id = $1 ORDER BY f.session_id, f.person_id",
    ),
    (
        "invitation",
        "SELECT i.id, i.session_id, i.person_id, i.organisation_id, i.via, i.withdrawn FROM invitation i
         JOIN session s ON s.id = i.session_id WHERE s.case_id = $1 ORDER BY i.id",
    ),
    (
        "logistics",
        "SELECT l.session_id, l.item, l.person_id, l.done FROM logistics l JOIN session s ON s.id = l.session_id
         WHERE s.case_id = $1 ORDER BY l.session_id, l.fold",
    ),
    (
        "minutes",
        "SELECT m.session_id, m.organisation_id, m.year, m.number FROM minutes m JOIN session s ON s.id = m.session_id
         WHERE s.case_id = $1 ORDER BY m.session_id",
    ),
    (
        "session_change",
        "SELECT h.session_id, h.sequence, h.kind, h.on_day, h.reason, h.start_at, h.end_at, h.modality, h.place, h.link
         FROM session_change h JOIN session s ON s.id = h.session_id WHERE s.case_id = $1 ORDER BY h.session_id, h.sequence",
    ),
    (
        "message",
        "SELECT id, key, kind, case_id, session_id, sequence, person_id, organisation_id, name, address, channel, state,
                language, subject, body, ics, message_id, signed_by, queued_at, due, sent_at, reference, attempts, error
         FROM message WHERE case_id = $1 ORDER BY id",
    ),
    (
        "attempt",
        "SELECT a.message_id, a.number, a.at, a.channel, a.outcome, a.detail, a.sha256 FROM attempt a
         JOIN message m ON m.id = a.message_id WHERE m.case_id = $1 ORDER BY a.message_id, a.number",
    ),
    (
        "attendance",
        "SELECT a.session_id, a.person_id, a.status, a.minutes, a.role FROM attendance a JOIN session s ON s.id = a.session_id
         WHERE s.case_id = $1 ORDER BY a.session_id, a.person_id",
    ),
    (
        "response",
        "SELECT r.session_id, r.print, r.answers FROM response r JOIN session s ON s.id = r.session_id
         WHERE s.case_id = $1 ORDER BY r.session_id, r.print, r.id",
    ),
    (
        "commitment",
        "SELECT id, case_id, number, session_id, kind, text, person_id, organisation_id, due, status, settled_on
         FROM commitment WHERE case_id = $1 ORDER BY id",
    ),
    (
        "progress",
        "SELECT p.commitment_id, p.number, p.on_day, p.by, p.status, p.note FROM progress p
         JOIN commitment m ON m.id = p.commitment_id WHERE m.case_id = $1 ORDER BY p.commitment_id, p.number",
    ),
    (
        "document",
        "SELECT id, case_id, number, session_id, commitment_id, type, title, date, filename, sha256, sha512, size, folios,
                folio_from, folio_to, added_on, replaced_by FROM document WHERE case_id = $1 ORDER BY id",
    ),
    (
        "retention",
        "SELECT case_id, code, series, subseries, office_years, central_years, disposal, procedure, source, closed_on,
                office_until, central_until FROM retention WHERE case_id = $1",
    ),
    (
        "paper",
        "SELECT p.document_id, p.kind, p.about, p.content, p.digest, p.template, p.template_version, p.op FROM paper p
         JOIN document d ON d.id = p.document_id WHERE d.case_id = $1 ORDER BY p.document_id",
    ),
    (
        "reply",
        "SELECT r.source, r.session_id, r.person_id, r.organisation_id, r.answer, r.sequence, r.at, r.read_at, r.sender, r.delegate,
                r.comment FROM reply r JOIN session s ON s.id = r.session_id WHERE s.case_id = $1 ORDER BY r.session_id, r.source",
    ),
    (
        "bounce",
        "SELECT b.source, b.message_id, b.read_at, b.status, b.diagnostic FROM bounce b JOIN message m ON m.id = b.message_id
         WHERE m.case_id = $1 ORDER BY b.message_id, b.source",
    ),
    (
        "sealed_organisation",
        "SELECT case_id, organisation_id, code, name, kind, parent_id, territory, email FROM sealed_organisation
         WHERE case_id = $1 ORDER BY organisation_id",
    ),
    (
        "sealed_person",
        "SELECT case_id, person_id, name, doc_kind, doc_number, email, phone, post, organisation_id, territory FROM sealed_person
         WHERE case_id = $1 ORDER BY person_id",
    ),
];

/// Everybody whom the rows of a case name.
const NAMED: &str = "WITH RECURSIVE s AS (SELECT id FROM session WHERE case_id = $1), named (id) AS (
    SELECT person_id FROM attendance WHERE session_id IN s UNION SELECT person_id FROM facilitator WHERE session_id IN s
    UNION SELECT person_id FROM invitation WHERE session_id IN s UNION SELECT person_id FROM logistics WHERE session_id IN s
    UNION SELECT person_id FROM message WHERE case_id = $1 UNION SELECT signed_by FROM message WHERE case_id = $1
    UNION SELECT person_id FROM commitment WHERE case_id = $1 UNION SELECT person_id FROM party WHERE case_id = $1
    UNION SELECT approved_by FROM plan WHERE case_id = $1)";

const PERSONS: &str = "INSERT INTO sealed_person
    SELECT $1, id, name, doc_kind, doc_number, email, phone, post, organisation_id, territory FROM person WHERE id IN named";

/// Their organisations, those the rows name themselves, and all above them.
const ORGANISATIONS: &str = ", body (id) AS (
    SELECT group_id FROM cases WHERE id = $1 UNION SELECT organisation_id FROM party WHERE case_id = $1
    UNION SELECT organisation_id FROM invitation WHERE session_id IN s UNION SELECT organisation_id FROM message WHERE case_id = $1
    UNION SELECT organisation_id FROM commitment WHERE case_id = $1
    UNION SELECT organisation_id FROM minutes WHERE session_id IN s
    UNION SELECT organisation_id FROM person WHERE id IN named
    UNION SELECT o.parent_id FROM organisation o JOIN body b ON b.id = o.id)
INSERT INTO sealed_organisation
SELECT $1, id, code, name, kind, parent_id, territory, email FROM organisation WHERE id IN body";

/// The tables that hold a case's content, in the order they are sealed in.
pub(crate) fn tables() -> impl Iterator<Item = &'static str> {
    CONTENT.iter().map(|(table, _)| *table)
}

impl Db {
    /// Says each row of a case's content, in the order it is sealed in: a line of JSON without its end.
    ///
    /// # Errors
    /// What the database says, or `tell`.
    pub fn case_content(&self, case: i64, mut tell: impl FnMut(&str) -> Result<()>) -> Result<()> {
        for (table, sql) in CONTENT {
            self.each_json(sql, vals![case], |row: Value| tell(&json!({"table": table, "row": row}).to_string()))?;
        }
        Ok(())
    }

    /// The seal of a case as it is now: SHA-256, in hexadecimal, of the lines of its content, each with its end (LF).
    pub fn case_seal(&self, case: i64) -> Result<String> {
        let mut hash = Sha256::new();
        self.case_content(case, |line| {
            hash.update(line.as_bytes());
            hash.update(b"\n");
            Ok(())
        })?;
        Ok(hash.finalize().iter().map(|byte| format!("{byte:02x}")).collect())
    }

    /// The seal a closed case was given; none while it is open.
    pub fn seal_given(&self, case: i64) -> Result<Option<String>> {
        let sql = "SELECT seal FROM cases WHERE id = $1 AND state = 'closed'";
        self.row(sql, vals![case], |row| row.text("seal"))
    }

    /// From here on to the end of the transaction, or until [`Db::look_around`], people and organisations are read as they stood when the
    /// case was closed: tables of the connection's own stand before those of the file.
    pub fn look_back(&self, case: i64) -> Result<()> {
        self.look_around()?;
        self.batch(&format!(
            "CREATE TEMP VIEW person AS
             SELECT p.id, coalesce(s.name, p.name) AS name, p.fold, p.match_key, coalesce(s.doc_kind, p.doc_kind) AS doc_kind,
                    coalesce(s.doc_number, p.doc_number) AS doc_number, coalesce(s.email, p.email) AS email,
                    coalesce(s.phone, p.phone) AS phone, coalesce(s.post, p.post) AS post,
                    iif(s.case_id IS NULL, p.organisation_id, s.organisation_id) AS organisation_id,
                    coalesce(s.territory, p.territory) AS territory, p.role,
                    iif(s.case_id IS NULL, p.merged_into, NULL) AS merged_into, p.import_id
             FROM main.person p LEFT JOIN main.sealed_person s ON s.case_id = {case} AND s.person_id = p.id;
             CREATE TEMP VIEW organisation AS
             SELECT o.id, iif(s.case_id IS NULL, o.code, s.code) AS code, coalesce(s.name, o.name) AS name, o.fold,
                    coalesce(s.kind, o.kind) AS kind, iif(s.case_id IS NULL, o.parent_id, s.parent_id) AS parent_id,
                    coalesce(s.territory, o.territory) AS territory, coalesce(s.email, o.email) AS email, o.head_id, o.import_id
             FROM main.organisation o LEFT JOIN main.sealed_organisation s ON s.case_id = {case} AND s.organisation_id = o.id;"
        ))
    }

    /// People and organisations are read as a case names them: as they stood at its closing, or while it is open as they stand now.
    pub fn look_at(&self, case: i64) -> Result<()> {
        match self.seal_given(case)? {
            Some(_) => self.look_back(case),
            None => self.look_around(),
        }
    }

    /// People and organisations are read as they stand now.
    pub fn look_around(&self) -> Result<()> {
        self.batch("DROP VIEW IF EXISTS temp.person; DROP VIEW IF EXISTS temp.organisation")
    }

    /// The operation that closed a case; none while it is open, or where it was closed elsewhere.
    pub fn closing(&self, case: i64) -> Result<Option<Bearings>> {
        let sql = "SELECT o.op, o.hash, o.at FROM cases c JOIN operation_case x ON x.case_id = c.id JOIN operation o ON o.op = x.op
                   WHERE c.id = $1 AND c.state = 'closed' AND o.verb = $2 ORDER BY o.op LIMIT 1";
        self.row(sql, vals![case, Op::ArchiveClose.verb()], |row| {
            Ok(Bearings { op: row.int("op")?, hash: row.text("hash")?, at: row.text("at")? })
        })
    }

    /// The closed cases whose content no longer gives their seal.
    pub fn broken_seals(&self) -> Result<Vec<String>> {
        let sql = "SELECT id, seal FROM cases WHERE state = 'closed' ORDER BY id";
        let closed = self.rows(sql, vals![], |row| Ok((row.int("id")?, row.text("seal")?)))?;
        let mut broken = Vec::new();
        for (case, seal) in closed {
            if self.case_seal(case)? != seal {
                broken.push(self.case_ref(case)?);
            }
        }
        Ok(broken)
    }
}

impl Tx<'_> {
    /// Closes a case for good and returns its seal. Everything about it must have been written: from here on the database
    /// refuses.
    pub fn seal_case(&mut self, case: i64) -> Result<String> {
        self.about(case);
        self.exec(
            "UPDATE cases SET closed_at = $2, state_reason = '' WHERE id = $1",
            vals![case, &self.stamp.instant()],
        )?;
        self.fix_retention(case)?;
        self.fix_names(case)?;
        let seal = self.case_seal(case)?;
        self.exec("UPDATE cases SET state = 'closed', seal = $2 WHERE id = $1", vals![case, &seal])?;
        self.say(format!("{} closed sha256:{seal}", self.case_ref(case)?));
        Ok(seal)
    }

    /// Writes down whom the case names, as they are called now.
    fn fix_names(&self, case: i64) -> Result<()> {
        for (table, sql) in [("sealed_organisation", ORGANISATIONS), ("sealed_person", PERSONS)] {
            self.watch(table)?;
            self.exec(&format!("{NAMED}{sql}"), vals![case])?;
        }
        Ok(())
    }
}
