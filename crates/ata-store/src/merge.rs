//! One human being registered twice: everything that open cases say of one number goes to the other. Closed cases stay as
//! they were sealed; there the number given up goes on standing for the same person.

use crate::engine::Db;
use crate::error::Result;
use crate::transact::Tx;
use crate::vals;
use ata_model::attendance::better;
use ata_model::identity::Document;

use crate::person::PersonFacts;

/// Cases whose rows may still change.
const OPEN_SESSION: &str =
    "session_id IN (SELECT s.id FROM session s JOIN cases c ON c.id = s.case_id WHERE c.state <> 'closed')";
const OPEN_CASE: &str = "case_id IN (SELECT id FROM cases WHERE state <> 'closed')";

impl Db {
    /// The number a person is kept under, when it was given up.
    pub fn merged_into(&self, person: i64) -> Result<Option<i64>> {
        let sql = "SELECT merged_into FROM person WHERE id = $1";
        Ok(self.row(sql, vals![person], |row| row.maybe_int("merged_into"))?.flatten())
    }
}

impl Tx<'_> {
    /// Gives `gone` up for `keep`. What is known only of the one given up is kept.
    pub fn merge_person(&mut self, keep: i64, gone: i64) -> Result<()> {
        let (stays, goes) = (self.person(keep)?, self.person(gone)?);
        self.exec("UPDATE person SET merged_into = $1 WHERE id = $2 OR merged_into = $2", vals![keep, gone])?;
        let missing = |known: &Option<String>, other: Option<String>| other.filter(|_| known.is_none());
        let doc = missing(&stays.doc, goes.doc).and_then(|doc| {
            let (kind, number) = doc.split_once(':')?;
            Some(Document { kind: kind.to_owned(), number: number.to_owned() })
        });
        let home = self.row("SELECT organisation_id FROM person WHERE id = $1", vals![gone], |row| {
            row.maybe_int("organisation_id")
        })?;
        let facts = PersonFacts {
            name: None,
            doc: doc.map(Some),
            email: missing(&stays.email, goes.email),
            phone: missing(&stays.phone, goes.phone),
            post: missing(&stays.post, goes.post),
            organisation: home.flatten().filter(|_| stays.org.is_none()).map(Some),
            territory: missing(&stays.territory, goes.territory),
            role: (goes.role == "staff").then(|| goes.role.clone()),
        };
        if self.set_person(keep, &facts)? {
            self.is_by_hand_now(keep)?;
        }
        self.merge_attendance(keep, gone)?;
        self.merge_seats(keep, gone)?;
        self.merge_messages(keep, gone)?;
        self.merge_decisions(keep, gone)?;
        for (table, column, condition) in [
            ("commitment", "person_id", OPEN_CASE),
            ("message", "person_id", OPEN_CASE),
            ("message", "signed_by", OPEN_CASE),
            ("plan", "approved_by", OPEN_CASE),
            ("logistics", "person_id", OPEN_SESSION),
            ("reply", "person_id", OPEN_SESSION),
            ("organisation", "head_id", "1 = 1"),
            ("board", "chair_id", "1 = 1"),
        ] {
            let sql = format!("UPDATE {table} SET {column} = $1 WHERE {column} = $2 AND {condition}");
            self.exec(&sql, vals![keep, gone])?;
        }
        self.say(format!("P-{keep} {} ← P-{gone} {}", stays.name, goes.name));
        Ok(())
    }

    /// Whoever was told apart from the one given up is told apart from the one kept. That the two themselves were is forgotten: somebody
    /// knows better now.
    fn merge_decisions(&mut self, keep: i64, gone: i64) -> Result<()> {
        let sql =
            "SELECT CASE a_id WHEN $1 THEN b_id ELSE a_id END AS other FROM person_pair WHERE a_id = $1 OR b_id = $1";
        let others = self.rows(sql, vals![gone], |row| row.int("other"))?;
        self.exec("DELETE FROM person_pair WHERE a_id = $1 OR b_id = $1", vals![gone])?;
        for other in others.into_iter().filter(|other| *other != keep) {
            self.tell_apart(keep, other)?;
        }
        Ok(())
    }

    /// Where both were noted, the better note stays.
    fn merge_attendance(&self, keep: i64, gone: i64) -> Result<()> {
        let sql = format!(
            "SELECT a.session_id, a.status, a.minutes, a.role, b.status AS kept_status, b.minutes AS kept_minutes
             FROM attendance a LEFT JOIN attendance b ON b.session_id = a.session_id AND b.person_id = $1
             WHERE a.person_id = $2 AND a.{OPEN_SESSION}"
        );
        let noted = self.rows(&sql, vals![keep, gone], |row| {
            let note = (row.text("status")?, row.maybe_int("minutes")?);
            let kept = row.maybe_text("kept_status")?;
            let kept_minutes = row.maybe_int("kept_minutes")?;
            Ok((row.int("session_id")?, note, kept.map(|kept| (kept, kept_minutes)), row.text("role")?))
        })?;
        for (session, note, kept, role) in noted {
            let Some(kept) = kept else {
                let sql = "UPDATE attendance SET person_id = $1 WHERE session_id = $3 AND person_id = $2";
                self.exec(sql, vals![keep, gone, session])?;
                continue;
            };
            // What files said of either, they say of both; no file is the one by which nothing is noted.
            self.keep_noted(session, keep, 0)?;
            self.keep_noted(session, gone, 0)?;
            let (status, minutes) = better((&kept.0, kept.1), (&note.0, note.1));
            self.exec(
                "UPDATE attendance SET status = $3, minutes = $4, role = CASE role WHEN '' THEN $5 ELSE role END,
                    import_id = (SELECT attendance.import_id FROM attendance o
                        WHERE o.session_id = $1 AND o.person_id = $6 AND o.import_id IS NOT NULL)
                 WHERE session_id = $1 AND person_id = $2",
                vals![session, keep, status, minutes, &role, gone],
            )?;
            self.exec("DELETE FROM attendance WHERE session_id = $1 AND person_id = $2", vals![session, gone])?;
        }
        Ok(())
    }

    /// Places that one person holds once, and what was said once: invitations, facilitators, boards, parties.
    fn merge_seats(&self, keep: i64, gone: i64) -> Result<()> {
        // Invited under both numbers: invited if either still is.
        self.exec(
            &format!(
                "UPDATE invitation SET withdrawn = 0 WHERE person_id = $1 AND withdrawn = 1 AND {OPEN_SESSION} AND EXISTS (
                    SELECT 1 FROM invitation i WHERE i.session_id = invitation.session_id AND i.person_id = $2 AND i.withdrawn = 0)"
            ),
            vals![keep, gone],
        )?;
        for (table, same, condition) in [
            ("invitation", "o.session_id = t.session_id", OPEN_SESSION),
            ("facilitator", "o.session_id = t.session_id", OPEN_SESSION),
            ("differential", "o.session_id = t.session_id AND o.import_id = t.import_id", OPEN_SESSION),
            ("attendance_said", "o.session_id = t.session_id AND o.import_id = t.import_id", OPEN_SESSION),
            ("board_member", "o.board_id = t.board_id", "1 = 1"),
            ("party", "o.case_id = t.case_id AND o.role = t.role", OPEN_CASE),
        ] {
            let sql = format!(
                "DELETE FROM {table} AS t WHERE t.person_id = $2 AND {condition}
                 AND EXISTS (SELECT 1 FROM {table} o WHERE {same} AND o.person_id = $1)"
            );
            self.exec(&sql, vals![keep, gone])?;
            let sql = format!("UPDATE {table} SET person_id = $1 WHERE person_id = $2 AND {condition}");
            self.exec(&sql, vals![keep, gone])?;
        }
        Ok(())
    }

    /// A message's key names who it is for, so that nobody is told the same twice; it takes the number kept. What waits
    /// under both numbers is told once.
    fn merge_messages(&self, keep: i64, gone: i64) -> Result<()> {
        let sql = format!("SELECT id, key FROM message WHERE person_id = $1 AND {OPEN_CASE}");
        let theirs = self.rows(&sql, vals![gone], |row| Ok((row.int("id")?, row.text("key")?)))?;
        let (old, new) = (format!("P-{gone}"), format!("P-{keep}"));
        for (id, key) in theirs {
            let parts: Vec<&str> = key.split(':').map(|part| if part == old { new.as_str() } else { part }).collect();
            let renamed = parts.join(":");
            if renamed == key {
                continue;
            }
            if self.count("SELECT count(*) AS n FROM message WHERE key = $1", vals![&renamed])? > 0 {
                self.exec("UPDATE message SET state = 'cancelled' WHERE id = $1 AND state = 'queued'", vals![id])?;
            } else {
                self.exec("UPDATE message SET key = $2 WHERE id = $1", vals![id, &renamed])?;
            }
        }
        Ok(())
    }
}
