//! The circumstances a paper is issued in: its heading, its day, the point of the log; and a paper ready to be printed.

use super::clerk::{Clerk, Held};
use crate::error::Fault;
use crate::papers::{Head, Issue, Kind, LogHead, Paper, sample};
use ata_model::case::Case;
use ata_model::session::Session;
use ata_store::Numbering;
use chrono::{DateTime, NaiveDate, Utc};
use serde::Serialize;

/// A paper ready to be printed, and where it belongs.
pub struct Draft {
    pub paper: Paper,
    /// None: it is of no one case, and so of no case file.
    pub case: Option<i64>,
    pub session: Option<i64>,
    pub day: NaiveDate,
    /// As the control sheet lists it.
    pub title: String,
    /// The document it is the print of.
    pub stands_for: Option<i64>,
    /// Of minutes to be filed: the number they bear.
    pub numbering: Option<Numbering>,
}

/// What a paper is about.
#[derive(Default, Clone)]
pub struct About {
    pub case: Option<i64>,
    pub session: Option<i64>,
    /// `AT-2026-0001-S1`.
    pub reference: Option<String>,
    pub group: Option<String>,
}

impl About {
    pub fn case(case: &Case) -> About {
        About {
            case: Some(case.key),
            session: None,
            reference: Some(case.id.clone()),
            group: case.group.as_ref().map(|group| group.name.clone()),
        }
    }

    pub fn session(held: &Held) -> About {
        About::of(&held.case, &held.session)
    }

    pub fn of(case: &Case, session: &Session) -> About {
        About { session: Some(session.key), reference: Some(session.id.clone()), ..About::case(case) }
    }

    /// Of one person or message there: `AT-2026-0001-S1/P-9`.
    #[must_use]
    pub fn part(mut self, part: &str) -> About {
        self.reference = Some(match self.reference {
            Some(reference) => format!("{reference}/{part}"),
            None => part.to_owned(),
        });
        self
    }
}

impl Clerk<'_> {
    /// A paper of an assistance that never was.
    ///
    /// # Errors
    /// Data that cannot be written.
    pub fn sample(&self, kind: Kind, size: sample::Size) -> Result<Draft, Fault> {
        let page = self.args.page(&self.desk.row.country);
        let paper = sample::paper(kind, size, page, self.voice).map_err(super::fault)?;
        let title = paper.head.title.clone();
        Ok(Draft { paper, case: None, session: None, day: self.day(None), title, stands_for: None, numbering: None })
    }

    /// # Errors
    /// Data that cannot be written.
    pub fn draft(&self, kind: Kind, about: &About, day: NaiveDate, body: &impl Serialize) -> Result<Draft, Fault> {
        let row = &self.desk.row;
        let at = self.bearings.as_ref().and_then(|log| log.at.parse::<DateTime<Utc>>().ok());
        let issue = Issue {
            institution: row.institution.clone(),
            group: about.group.clone(),
            reference: about.reference.clone(),
            day: day.to_string(),
            log: self.bearings.as_ref().map(|log| LogHead { op: log.op, hash: log.hash.clone() }),
            at: at.unwrap_or(DateTime::UNIX_EPOCH),
            page: self.args.page(&row.country),
        };
        let head = Head::new(kind, &row.profile, &issue, self.voice);
        let title = match &about.reference {
            Some(reference) => format!("{} {reference}", head.title),
            None => head.title.clone(),
        };
        let paper = Paper::new(kind, head, body).map_err(super::fault)?;
        Ok(Draft { paper, case: about.case, session: about.session, day, title, stands_for: None, numbering: None })
    }
}
