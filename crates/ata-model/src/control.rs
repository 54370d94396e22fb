//! The control points: what must be true for a case to leave a stage. Their names are those of the
//! procedure, and they appear in profiles, in `missing` and in refusals.

use crate::stage::Stage;
use crate::telling::{Telling, changes, invitations};
use serde::{Deserialize, Serialize};

/// A control point. Which of them a body applies, and which it may waive, is said in its profile.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Control {
    Evidence,
    Group,
    Objective,
    Activity,
    Audience,
    Approved,
    ContractReference,
    Session,
    Facilitator,
    PlaceOrLink,
    Agenda,
    LogisticsDone,
    NoticePeriod,
    NoConflict,
    Signed,
    AllTold,
    ChangesTold,
    Attendance,
    Minutes,
    SessionsClosed,
    Answers,
    CommitmentsSettled,
    Classified,
    RecordsComplete,
    Foliated,
}

impl Control {
    pub const ALL: [Control; 25] = [
        Control::Evidence,
        Control::Group,
        Control::Objective,
        Control::Activity,
        Control::Audience,
        Control::Approved,
        Control::ContractReference,
        Control::Session,
        Control::Facilitator,
        Control::PlaceOrLink,
        Control::Agenda,
        Control::LogisticsDone,
        Control::NoticePeriod,
        Control::NoConflict,
        Control::Signed,
        Control::AllTold,
        Control::ChangesTold,
        Control::Attendance,
        Control::Minutes,
        Control::SessionsClosed,
        Control::Answers,
        Control::CommitmentsSettled,
        Control::Classified,
        Control::RecordsComplete,
        Control::Foliated,
    ];

    /// The word used in profiles, in JSON and after `--waive`.
    pub fn code(self) -> &'static str {
        match self {
            Control::Evidence => "evidence",
            Control::Group => "group",
            Control::Objective => "objective",
            Control::Activity => "activity",
            Control::Audience => "audience",
            Control::Approved => "approved",
            Control::ContractReference => "contract_reference",
            Control::Session => "session",
            Control::Facilitator => "facilitator",
            Control::PlaceOrLink => "place_or_link",
            Control::Agenda => "agenda",
            Control::LogisticsDone => "logistics_done",
            Control::NoticePeriod => "notice_period",
            Control::NoConflict => "no_conflict",
            Control::Signed => "signed",
            Control::AllTold => "all_told",
            Control::ChangesTold => "changes_told",
            Control::Attendance => "attendance",
            Control::Minutes => "minutes",
            Control::SessionsClosed => "sessions_closed",
            Control::Answers => "answers",
            Control::CommitmentsSettled => "commitments_settled",
            Control::Classified => "classified",
            Control::RecordsComplete => "records_complete",
            Control::Foliated => "foliated",
        }
    }

    pub fn parse(word: &str) -> Option<Control> {
        let word = word.trim().to_lowercase().replace('-', "_");
        Control::ALL.into_iter().find(|control| control.code() == word)
    }

    /// The stage whose leaving it guards.
    pub fn stage(self) -> Stage {
        match self {
            Control::Evidence | Control::Group => Stage::Need,
            Control::Objective
            | Control::Activity
            | Control::Audience
            | Control::Approved
            | Control::ContractReference => Stage::Plan,
            Control::Session
            | Control::Facilitator
            | Control::PlaceOrLink
            | Control::Agenda
            | Control::LogisticsDone
            | Control::NoticePeriod
            | Control::NoConflict => Stage::Schedule,
            Control::Signed | Control::AllTold | Control::ChangesTold => Stage::Notify,
            Control::Attendance | Control::Minutes | Control::SessionsClosed => Stage::Run,
            Control::Answers => Stage::Evaluate,
            Control::CommitmentsSettled => Stage::Followup,
            Control::Classified | Control::RecordsComplete | Control::Foliated => Stage::Archive,
        }
    }
}

/// A control point that is not met, and the command that would meet it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Missing {
    pub control: Control,
    pub hint: String,
    /// May it be waived with a reason (`--waive CONTROL=REASON`)?
    pub waivable: bool,
    /// What else it takes, where one command is not enough: each record that is not there.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub also: Vec<String>,
}

impl Missing {
    /// Every command it takes.
    pub fn commands(&self) -> impl Iterator<Item = &str> {
        std::iter::once(self.hint.as_str()).chain(self.also.iter().map(String::as_str))
    }
}

/// What is known of one session when its control points are checked.
#[derive(Debug, Clone, Default)]
pub struct SessionFacts {
    /// `AT-2026-0001-S1`
    pub id: String,
    /// `scheduled`, `moved`, `held` or `cancelled`.
    pub state: String,
    /// Calendar days from today to the day of the session; negative when it has passed.
    pub days_ahead: i64,
    pub has_facilitator: bool,
    pub has_place_or_link: bool,
    pub has_agenda: bool,
    pub open_logistics: i64,
    pub is_extraordinary: bool,
    /// It shares a facilitator or a place with another session at the same time, and nobody accepted that.
    pub clashes: bool,
    pub attendance: i64,
    pub has_minutes: bool,
    pub invited: i64,
    /// Invited whom no message reached.
    pub untold: Telling,
    /// Told of an earlier date or place.
    pub changed: Telling,
    /// Told, and to come no more: uninvited, or the session was given up.
    pub called_off: Telling,
    pub responses: i64,
}

/// What is known of a case when the control points of one stage are checked; what other stages need stays at its default.
#[derive(Debug, Clone, Default)]
pub struct Facts {
    pub case: String,
    /// Does the register say by which way mail leaves?
    pub has_mail_way: bool,
    pub documents: i64,
    pub has_group: bool,
    pub has_objective: bool,
    pub has_activity: bool,
    pub has_audience: bool,
    pub is_approved: bool,
    pub is_external: bool,
    pub has_contract: bool,
    pub sessions: Vec<SessionFacts>,
    pub unsigned: i64,
    pub open_commitments: Vec<String>,
    pub is_classified: bool,
    /// Does a rule of the profile say which series it stands under?
    pub has_series_rule: bool,
    /// Titles of records the profile requires and the case does not have: (key, title).
    pub missing_records: Vec<(String, String)>,
    /// Documents whose folios were not counted.
    pub unfoliated: Vec<String>,
}

/// The control points of `stage` that the facts do not meet, in the profile's order.
pub fn missing(stage: Stage, profile: &crate::profile::Profile, facts: &Facts) -> Vec<Missing> {
    let Some(rule) = profile.stage.get(&stage) else { return Vec::new() };
    rule.controls
        .iter()
        .filter(|control| !is_met(control.name, profile, facts))
        .map(|control| Missing { waivable: control.waivable, ..lack(control.name, facts) })
        .collect()
}

/// A control point that is not met, with the commands that would meet it.
fn lack(control: Control, facts: &Facts) -> Missing {
    let attach = |(key, _): &(String, String)| format!("ata archive attach {} FILE --type {key}", facts.case);
    let mut hints: Vec<String> = match control {
        Control::SessionsClosed if live(facts).next().is_none() => {
            vec![hint(control, facts), format!("ata cancel {} --reason TEXT", facts.case)]
        }
        Control::RecordsComplete => facts.missing_records.iter().map(attach).collect(),
        Control::ChangesTold => changes(facts),
        control => vec![hint(control, facts)],
    };
    let also = hints.split_off(hints.len().min(1));
    Missing { control, hint: hints.pop().unwrap_or_default(), waivable: false, also }
}

/// The control points among `wanted` that the facts do not meet, whether the profile demands them or not: what is not
/// ready about one session, for example.
pub fn lacking(wanted: &[Control], profile: &crate::profile::Profile, facts: &Facts) -> Vec<Missing> {
    let unmet = wanted.iter().filter(|control| !is_met(**control, profile, facts));
    unmet.map(|control| lack(*control, facts)).collect()
}

/// What a written notice of a session must say and the session does not: its place or link and its agenda (source 002,
/// activity 4; the date is always there). Not waivable: people cannot come to what they are not told.
pub fn unsayable(case: &str, session: &SessionFacts) -> Vec<Missing> {
    let facts = Facts { case: case.to_owned(), sessions: vec![session.clone()], ..Facts::default() };
    [(Control::PlaceOrLink, session.has_place_or_link), (Control::Agenda, session.has_agenda)]
        .into_iter()
        .filter(|(_, is_there)| !is_there)
        .map(|(control, _)| lack(control, &facts))
        .collect()
}

fn is_met(control: Control, profile: &crate::profile::Profile, facts: &Facts) -> bool {
    let every = |test: &dyn Fn(&SessionFacts) -> bool| live(facts).all(test);
    let notice = i64::from(profile.notice.days);
    match control {
        Control::Evidence => facts.documents > 0,
        Control::Group => facts.has_group,
        Control::Objective => facts.has_objective,
        Control::Activity => facts.has_activity,
        Control::Audience => facts.has_audience,
        Control::Approved => facts.is_approved,
        Control::ContractReference => !facts.is_external || facts.has_contract,
        Control::Session => live(facts).next().is_some(),
        Control::Facilitator => every(&|session| session.has_facilitator),
        Control::PlaceOrLink => every(&|session| session.has_place_or_link),
        Control::Agenda => every(&|session| session.has_agenda),
        Control::LogisticsDone => every(&|session| session.open_logistics == 0),
        Control::NoticePeriod => {
            every(&|session| session.is_extraordinary || session.state == "held" || session.days_ahead >= notice)
        }
        Control::NoConflict => every(&|session| !session.clashes),
        Control::Signed => facts.unsigned == 0,
        Control::AllTold => {
            live(facts).next().is_some() && every(&|session| session.invited > 0 && session.untold.people == 0)
        }
        Control::ChangesTold => facts.sessions.iter().all(|one| one.changed.people + one.called_off.people == 0),
        Control::Attendance => every(&|session| session.attendance > 0),
        Control::Minutes => every(&|session| session.has_minutes),
        Control::SessionsClosed => live(facts).next().is_some() && every(&|session| session.state == "held"),
        Control::Answers => every(&|session| session.responses > 0),
        Control::CommitmentsSettled => facts.open_commitments.is_empty(),
        Control::Classified => facts.is_classified,
        Control::RecordsComplete => facts.missing_records.is_empty(),
        Control::Foliated => facts.documents > 0 && facts.unfoliated.is_empty(),
    }
}

/// The sessions that count: all but the cancelled ones.
pub(crate) fn live(facts: &Facts) -> impl Iterator<Item = &SessionFacts> {
    facts.sessions.iter().filter(|session| session.state != "cancelled")
}

/// What a command that sends ends with where nothing says by which way mail leaves.
pub const ANY_WAY: &str = " --via maildir:DIR";

/// The command that sends what waits in a case: where the register knows no way out, one has to be said.
pub fn send_hint(case: &str, has_mail_way: bool) -> String {
    let way = if has_mail_way { "" } else { ANY_WAY };
    format!("ata notify send {case}{way}")
}

/// The command that would meet the control point.
fn hint(control: Control, facts: &Facts) -> String {
    let case = &facts.case;
    let first = |test: &dyn Fn(&SessionFacts) -> bool| {
        live(facts).find(|session| test(session)).map_or_else(|| format!("{case}-S1"), |session| session.id.clone())
    };
    match control {
        Control::Evidence => format!("ata archive attach {case} FILE --type request"),
        Control::Group => format!("ata need edit {case} --group ORG"),
        Control::Objective => format!("ata plan draft {case} --objective TEXT"),
        Control::Activity => format!("ata plan draft {case} --activity workshop"),
        Control::Audience => format!("ata plan draft {case} --audience TEXT"),
        Control::Approved => format!("ata plan approve {case} --signed-by PERSON"),
        Control::ContractReference => format!("ata plan draft {case} --contract-reference TEXT"),
        Control::Session => format!("ata schedule add {case} --start \"YYYY-MM-DD HH:MM\" --duration 3h"),
        Control::Facilitator => {
            format!("ata schedule edit {} --facilitator PERSON", first(&|session| !session.has_facilitator))
        }
        Control::PlaceOrLink => {
            format!("ata schedule edit {} --place TEXT", first(&|session| !session.has_place_or_link))
        }
        Control::Agenda => {
            format!("ata schedule edit {} --agenda \"09:00 TOPIC | WHO\"", first(&|session| !session.has_agenda))
        }
        Control::LogisticsDone => {
            format!("ata schedule logistics {} --done ITEM", first(&|session| session.open_logistics > 0))
        }
        // The nearest is one that leaves too few days.
        Control::NoticePeriod => {
            let ahead = live(facts).filter(|session| !session.is_extraordinary && session.state != "held");
            let nearest = ahead.min_by_key(|session| session.days_ahead).map_or(case.as_str(), |session| &session.id);
            format!("ata schedule edit {nearest} --extraordinary REASON")
        }
        Control::NoConflict => {
            format!("ata schedule edit {} --allow-conflict REASON", first(&|session| session.clashes))
        }
        Control::Signed => format!("ata notify draft {case} --as convocation --signed-by PERSON"),
        // With every session cancelled there is nobody to tell and nothing to close: another session, or ata cancel.
        Control::AllTold | Control::SessionsClosed if live(facts).next().is_none() => hint(Control::Session, facts),
        Control::AllTold if live(facts).any(|session| session.invited == 0) => {
            format!("ata schedule edit {} --invite PERSON", first(&|session| session.invited == 0))
        }
        Control::AllTold => invitations(facts),
        Control::ChangesTold => changes(facts).into_iter().next().unwrap_or_default(),
        Control::Attendance => format!("ata run attendance {} FILE", first(&|session| session.attendance == 0)),
        Control::Minutes => format!("ata run minutes {} FILE.md", first(&|session| !session.has_minutes)),
        Control::SessionsClosed => format!("ata run close {}", first(&|session| session.state != "held")),
        Control::Answers => format!("ata evaluate import {} FILE", first(&|session| session.responses == 0)),
        Control::CommitmentsSettled => {
            format!("ata followup done {} --note TEXT", facts.open_commitments.first().unwrap_or(case))
        }
        Control::Classified if facts.has_series_rule => format!("ata archive classify {case}"),
        Control::Classified => format!("ata archive classify {case} --series CODE"),
        Control::RecordsComplete => format!("ata archive review {case}"),
        Control::Foliated if facts.documents == 0 => format!("ata archive attach {case} FILE --type request"),
        Control::Foliated => {
            format!("ata archive edit {} --folios N", facts.unfoliated.first().map_or("DOCUMENT", String::as_str))
        }
    }
}

#[cfg(test)]
mod tests;
