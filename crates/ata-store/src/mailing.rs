//! What sending needs to know beside the messages: the way e-mail leaves, the copy of the register that sends, and an institution's
//! own texts.

use crate::engine::{Db, Row};
use crate::error::Result;
use crate::transact::Tx;
use crate::vals;
use serde::Serialize;

/// How e-mail leaves when a command does not say it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct MailWay {
    /// `maildir:DIR`, `smtp://…`, `smtps://…`, `sendmail`.
    pub way: String,
    /// Address to come from when neither the signatory nor the group has one.
    pub from: Option<String>,
    pub per_minute: Option<i64>,
}

/// The copy of the register that sends.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct SendingCopy {
    /// Stands in the file beside the register too.
    pub token: String,
    /// Where it was when it began to send, for people.
    pub place: String,
    pub since: String,
}

/// An institution's own wording.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct TemplateText {
    /// `mail/convocation`.
    pub name: String,
    /// `es`, `pt`, `en`.
    pub language: String,
    /// Counts what was put in place of it.
    pub version: i64,
    pub source: String,
    pub since: String,
}

/// A word nobody has used before.
pub fn token() -> String {
    uuid::Uuid::new_v4().simple().to_string()
}

fn template(row: &Row<'_>) -> Result<TemplateText> {
    Ok(TemplateText {
        name: row.text("name")?,
        language: row.text("language")?,
        version: row.int("version")?,
        source: row.text("source")?,
        since: row.text("since")?,
    })
}

impl Db {
    pub fn mail_way(&self) -> Result<Option<MailWay>> {
        self.row("SELECT way, sender, per_minute FROM mail_way", vals![], |row| {
            Ok(MailWay {
                way: row.text("way")?,
                from: Some(row.text("sender")?).filter(|sender| !sender.is_empty()),
                per_minute: row.maybe_int("per_minute")?,
            })
        })
    }

    pub fn sending_copy(&self) -> Result<Option<SendingCopy>> {
        self.row("SELECT token, place, since FROM sending_copy", vals![], |row| {
            Ok(SendingCopy { token: row.text("token")?, place: row.text("place")?, since: row.text("since")? })
        })
    }

    /// Every text an institution has put in place of one that comes with the program.
    pub fn templates(&self) -> Result<Vec<TemplateText>> {
        let sql = "SELECT name, language, version, source, since FROM template ORDER BY name, language";
        self.rows(sql, vals![], template)
    }

    /// The hash of an operation of the log; none when this file does not have it.
    pub fn operation_hash(&self, op: i64) -> Result<Option<String>> {
        self.row("SELECT hash FROM operation WHERE op = $1", vals![op], |row| row.text("hash"))
    }
}

impl Tx<'_> {
    /// Sets the way e-mail leaves; none: it must be said again with each command.
    pub fn set_mail_way(&mut self, way: Option<&MailWay>) -> Result<()> {
        let Some(way) = way else {
            self.exec("DELETE FROM mail_way", vals![])?;
            return Ok(());
        };
        self.exec(
            "INSERT INTO mail_way (id, way, sender, per_minute) VALUES (1, $1, $2, $3)
             ON CONFLICT (id) DO UPDATE SET way = excluded.way, sender = excluded.sender, per_minute = excluded.per_minute",
            vals![&way.way, way.from.as_deref().unwrap_or_default(), way.per_minute],
        )?;
        Ok(())
    }

    /// From now on this copy of the register is the one that sends.
    pub fn set_sending_copy(&mut self, token: &str, place: &str) -> Result<()> {
        self.exec(
            "INSERT INTO sending_copy (id, token, place, since) VALUES (1, $1, $2, $3)
             ON CONFLICT (id) DO UPDATE SET token = excluded.token, place = excluded.place, since = excluded.since",
            vals![token, place, &self.stamp.instant()],
        )?;
        Ok(())
    }

    /// E-mails that wait in a copy may have been sent by the file it was made from: only a person can say. Returns how many.
    pub fn doubt_waiting_mail(&mut self) -> Result<usize> {
        self.exec("UPDATE attempt SET outcome = 'uncertain' WHERE outcome = 'sending'", vals![])?;
        let sql = "UPDATE message SET state = 'uncertain', error = 'copied', due = ''
                   WHERE state IN ('queued', 'sending') AND channel = 'email'
                     AND case_id IN (SELECT id FROM cases WHERE state <> 'closed')";
        self.exec(sql, vals![])
    }

    /// Puts an institution's own wording in place; the same again changes nothing.
    pub fn put_template(&mut self, name: &str, language: &str, source: &str) -> Result<()> {
        let sql = "SELECT count(*) AS n FROM template WHERE name = $1 AND language = $2 AND source = $3";
        if self.count(sql, vals![name, language, source])? > 0 {
            return Ok(());
        }
        let version = self.next_number(&format!("template:{name}:{language}"))?;
        self.exec(
            "INSERT INTO template (name, language, version, source, since) VALUES ($1, $2, $3, $4, $5)
             ON CONFLICT (name, language) DO UPDATE SET
                version = excluded.version, source = excluded.source, since = excluded.since",
            vals![name, language, version, source, &self.stamp.instant()],
        )?;
        Ok(())
    }

    /// Back to what comes with the program.
    pub fn drop_template(&mut self, name: &str, language: &str) -> Result<()> {
        self.exec("DELETE FROM template WHERE name = $1 AND language = $2", vals![name, language])?;
        Ok(())
    }
}
