//! What stands above and below every paper: who issues it, as which form, for which case, at which point of the log.

use super::{Kind, Voice};
use ata_model::profile::Profile;
use chrono::{DateTime, Utc};
use serde::Serialize;

/// The sheet it is printed on.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[serde(rename_all = "lowercase")]
pub enum PageSize {
    Letter,
    A4,
}

impl PageSize {
    /// What offices of the country print on.
    pub fn of(country: &str) -> PageSize {
        if country.eq_ignore_ascii_case("CO") { PageSize::Letter } else { PageSize::A4 }
    }
}

/// The newest operation of the log when the paper was made.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct LogHead {
    pub op: i64,
    /// The first characters of its hash are printed.
    pub hash: String,
}

/// The circumstances a paper is issued in, the same for all kinds.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Issue {
    pub institution: String,
    pub group: Option<String>,
    /// `AT-2026-0001-S1`: what the paper is about.
    pub reference: Option<String>,
    /// Day of the paper itself, `2026-03-04`.
    pub day: String,
    pub log: Option<LogHead>,
    /// When that operation was made: the creation date of the file.
    pub at: DateTime<Utc>,
    pub page: PageSize,
}

/// The same as a template reads it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Head {
    pub institution: String,
    pub group: Option<String>,
    pub process: Option<String>,
    pub title: String,
    pub code: Option<String>,
    pub version: Option<String>,
    pub date: Option<String>,
    pub reference: Option<String>,
    pub page: PageSize,
    pub log: Option<LogHead>,
    /// File name of the picture; filled by the press.
    pub logo: Option<String>,
    /// SHA-256 of what the paper says; filled by the press.
    pub digest: String,
    #[serde(skip)]
    pub at: DateTime<Utc>,
}

/// So many characters of a hash are printed.
const SHORT: usize = 12;

impl Head {
    /// The heading of a paper of this kind: form code and title from the profile, where it has the record.
    pub fn new(kind: Kind, profile: &Profile, issue: &Issue, voice: &Voice) -> Head {
        let record = kind.record().and_then(|key| profile.record(key));
        let named = record.filter(|_| kind.is_named_by_profile()).map(|record| record.title.clone());
        let log = issue.log.as_ref().map(|log| LogHead { op: log.op, hash: log.hash.chars().take(SHORT).collect() });
        Head {
            institution: issue.institution.clone(),
            group: issue.group.clone(),
            process: Some(profile.process.clone()).filter(|process| !process.is_empty()),
            title: named.unwrap_or_else(|| voice.title(kind)),
            code: record.and_then(|record| record.code.clone()),
            version: Some(profile.version.to_string()),
            date: Some(voice.day(&issue.day)),
            reference: issue.reference.clone(),
            page: issue.page,
            log,
            logo: None,
            digest: String::new(),
            at: issue.at,
        }
    }
}
