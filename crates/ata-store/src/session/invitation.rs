//! Who is invited: from what is typed to one row for each person.

use crate::engine::Db;
use crate::error::Result;
use crate::find::Who;
use crate::transact::Tx;
use crate::vals;

/// Somebody to invite, and the organisation or board that stood for them.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Invitee {
    pub who: Who,
    /// `O-4` or `board:NAME`; empty when named directly.
    pub via: String,
}

/// What a text names when somebody is invited.
enum Named {
    Board(i64, String),
    Who(Who),
}

impl Db {
    fn named(&self, text: &str) -> Result<Named> {
        if let Some((word, name)) = text.split_once(':')
            && word.trim().eq_ignore_ascii_case("board")
        {
            let board = self.find_board(name)?;
            return Ok(Named::Board(board, format!("board:{}", self.board(board)?.name)));
        }
        Ok(Named::Who(self.find_who(text)?))
    }

    /// Whom a text stands for: a person; an organisation, which is the persons registered under it, or itself when there are none;
    /// `board:NAME`, which is its members (none when nobody sits on it).
    pub fn invitees(&self, text: &str) -> Result<Vec<Invitee>> {
        let all = |sql: &str, key: i64, via: &str| {
            self.rows(sql, vals![key], |row| Ok(Invitee { who: Who::Person(row.int("id")?), via: via.to_owned() }))
        };
        match self.named(text)? {
            Named::Board(board, via) => {
                let sql = "SELECT p.id FROM board_member m JOIN person p ON p.id = m.person_id
                           WHERE m.board_id = $1 AND p.merged_into IS NULL ORDER BY p.fold, p.id";
                all(sql, board, &via)
            }
            Named::Who(Who::Organisation(organisation)) => {
                let sql = "SELECT id FROM person WHERE organisation_id = $1 AND merged_into IS NULL ORDER BY fold, id";
                let persons = all(sql, organisation, &format!("O-{organisation}"))?;
                let itself = Invitee { who: Who::Organisation(organisation), via: String::new() };
                Ok(if persons.is_empty() { vec![itself] } else { persons })
            }
            Named::Who(who) => Ok(vec![Invitee { who, via: String::new() }]),
        }
    }

    /// Who was ever invited to a session by what a text names: the person; the organisation and everybody of it; everybody
    /// for whom the board stood.
    pub fn invited_as(&self, session: i64, text: &str) -> Result<Vec<Who>> {
        let (via, who) = match self.named(text)? {
            Named::Board(_, via) => (via, None),
            Named::Who(who) => (who.organisation().map(|id| format!("O-{id}")).unwrap_or_default(), Some(who)),
        };
        let sql = "SELECT i.person_id, i.organisation_id FROM invitation i LEFT JOIN person p ON p.id = i.person_id
                   WHERE i.session_id = $1 AND ((i.via <> '' AND i.via = $2) OR i.person_id = $3 OR i.organisation_id = $4
                      OR p.organisation_id = $4) ORDER BY i.id";
        let person = who.and_then(Who::person);
        let organisation = who.and_then(Who::organisation);
        let found = self.rows(sql, vals![session, &via, person, organisation], |row| {
            let organisation = row.maybe_int("organisation_id")?.map(Who::Organisation);
            Ok(row.maybe_int("person_id")?.map(Who::Person).or(organisation))
        })?;
        Ok(found.into_iter().flatten().collect())
    }

    /// Is there a row for them, withdrawn or not?
    fn invitation(&self, session: i64, who: Who) -> Result<Option<(i64, bool)>> {
        // As the index has it: thousands may be invited.
        let sql = "SELECT id, withdrawn FROM invitation WHERE session_id = $1
                   AND coalesce(person_id, 0) = coalesce($2, 0) AND coalesce(organisation_id, 0) = coalesce($3, 0)";
        self.row(sql, vals![session, who.person(), who.organisation()], |row| {
            Ok((row.int("id")?, row.flag("withdrawn")?))
        })
    }
}

impl Tx<'_> {
    /// Invites, nobody twice; who was uninvited is invited again.
    pub fn invite(&mut self, session: i64, invitees: &[Invitee]) -> Result<()> {
        for Invitee { who, via } in invitees {
            match self.invitation(session, *who)? {
                None => {
                    let sql =
                        "INSERT INTO invitation (session_id, person_id, organisation_id, via) VALUES ($1, $2, $3, $4)";
                    self.exec(sql, vals![session, who.person(), who.organisation(), via])?;
                }
                Some((id, true)) => {
                    self.exec("UPDATE invitation SET withdrawn = 0 WHERE id = $1", vals![id])?;
                    self.withdraw_cancellation(session, *who)?;
                }
                Some((_, false)) => {}
            }
        }
        self.speak_of(session)
    }

    /// Withdraws invitations, and what waits to be told by them.
    pub fn uninvite(&mut self, session: i64, whom: &[Who]) -> Result<()> {
        for who in whom {
            if let Some((id, false)) = self.invitation(session, *who)? {
                self.exec("UPDATE invitation SET withdrawn = 1 WHERE id = $1", vals![id])?;
                self.withdraw_invitations(session, Some(*who))?;
            }
        }
        self.speak_of(session)
    }
}
