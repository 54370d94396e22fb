//! What the text of a notice is made from: the kinds of notice, and the facts their texts may use.
//!
//! Every value is already in the reader's words (dates in full, hours on the 24-hour clock, labels of
//! activity and modality translated); a text only puts them in order.

use serde::Serialize;

/// The papers by which people are told something (source 002, stage 4: Convocatoria, Carta, Circular;
/// "los cambios se notifican oportunamente"; stage 7: the head of another group is informed).
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum NoticeKind {
    Convocation,
    Letter,
    Circular,
    Change,
    Cancellation,
    /// The agreements of a day, sent to the members of a board after it (source 003).
    Newsletter,
    /// Tells the head of another group of a need that is theirs.
    Referral,
    /// All that one person is reminded of at a time.
    Reminder,
}

impl NoticeKind {
    pub const ALL: [NoticeKind; 8] = [
        NoticeKind::Convocation,
        NoticeKind::Letter,
        NoticeKind::Circular,
        NoticeKind::Change,
        NoticeKind::Cancellation,
        NoticeKind::Newsletter,
        NoticeKind::Referral,
        NoticeKind::Reminder,
    ];

    /// The word used in the database, in JSON and on the command line.
    pub fn code(self) -> &'static str {
        match self {
            NoticeKind::Convocation => "convocation",
            NoticeKind::Letter => "letter",
            NoticeKind::Circular => "circular",
            NoticeKind::Change => "change",
            NoticeKind::Cancellation => "cancellation",
            NoticeKind::Newsletter => "newsletter",
            NoticeKind::Referral => "referral",
            NoticeKind::Reminder => "reminder",
        }
    }

    pub fn parse(word: &str) -> Option<NoticeKind> {
        NoticeKind::ALL.into_iter().find(|kind| kind.code() == word)
    }
}

/// The facts of one notice to one person.
#[derive(Debug, Clone, Serialize)]
pub struct NoticeContext {
    pub institution: String,
    pub group: String,
    pub case_id: String,
    pub case_title: String,
    /// Kind of activity, as people read it: `taller`, `oficina`, `workshop`.
    pub activity: String,
    pub objective: Option<String>,
    /// Needed by convocation, change and cancellation.
    pub session: Option<SessionFacts>,
    pub recipient: Person,
    /// Whom a circular is for (`PARA:`); the recipient when there is none.
    pub audience: Option<String>,
    pub signatory: Person,
    pub issued_place: Option<String>,
    pub issued_date_long: String,
    /// Number of the message, `M-17`.
    pub number: String,
    /// Last day to confirm attendance, in full.
    pub confirm_by: Option<String>,
    /// What was agreed, for a newsletter.
    pub agreements: Vec<Agreement>,
    /// How many came, for a newsletter.
    pub attendance: Option<AttendanceBrief>,
    /// What the session left on paper, for a newsletter.
    pub documents: Vec<DocumentBrief>,
    /// Needed by referral.
    pub referral: Option<Referral>,
    /// Needed by reminder.
    pub reminders: Vec<ReminderLine>,
    /// How many more there are than the text tells.
    pub reminders_left: usize,
    /// A calendar entry goes along; without one, the text must not speak of it.
    pub calendar: bool,
    /// The writer's own words, put where the main text goes.
    pub extra_text: Option<String>,
}

#[derive(Debug, Clone, Serialize)]
pub struct SessionFacts {
    /// `AT-2026-0001-S2`.
    #[serde(rename = "ref")]
    pub reference: String,
    /// The space (board) the recipient is called to, where they are called as a member of one.
    pub board: Option<String>,
    /// Why it is held outside the rhythm of the ordinary ones.
    pub extraordinary: Option<String>,
    pub date_long: String,
    /// `09:00`.
    pub start_time: String,
    pub end_time: String,
    /// `hora de Colombia`, `UTC-05:00`.
    pub zone_label: String,
    pub modality: String,
    pub place: Option<String>,
    pub link: Option<String>,
    pub agenda: Vec<AgendaItem>,
    pub sequence: i64,
    /// What was told before, needed by change.
    pub previous: Option<PreviousFacts>,
    /// Why it was changed or cancelled.
    pub reason: Option<String>,
    /// A cancellation to this person only: the session stands, their invitation does not.
    pub withdrawn: bool,
}

#[derive(Debug, Clone, Serialize)]
pub struct AgendaItem {
    /// `09:00`; none where the agenda only gives the order.
    pub time: Option<String>,
    pub topic: String,
    pub who: Option<String>,
}

#[derive(Debug, Clone, Serialize)]
pub struct PreviousFacts {
    pub date_long: String,
    /// `de 09:00 a 12:00`.
    pub times: String,
    pub place: Option<String>,
    pub link: Option<String>,
}

#[derive(Debug, Clone, Serialize)]
pub struct Person {
    pub name: String,
    pub post: Option<String>,
    pub org: Option<String>,
}

#[derive(Debug, Clone, Serialize)]
pub struct Agreement {
    pub text: String,
    pub owner: String,
    /// Due date in full.
    pub due: Option<String>,
}

/// A need handed to another group: the case that was opened for it, and who takes it.
#[derive(Debug, Clone, Serialize)]
pub struct Referral {
    pub case_id: String,
    pub title: String,
    pub group: String,
    pub reason: Option<String>,
}

/// How many came, and for whom. Nobody is named: a newsletter goes to many.
#[derive(Debug, Clone, Serialize)]
pub struct AttendanceBrief {
    pub present: usize,
    /// 0 where nobody was invited by name.
    pub invited: usize,
    /// The bodies that were there, in the order of their names.
    pub organisations: Vec<String>,
}

#[derive(Debug, Clone, Serialize)]
pub struct DocumentBrief {
    /// `AT-2026-0001-D4`.
    pub reference: String,
    pub title: String,
}

/// One thing of a reminder.
#[derive(Debug, Clone, Serialize)]
pub struct ReminderLine {
    /// `before_session`, `evaluation`, `commitment_due`, `commitment_overdue`, `commitment_escalated`, `need_waiting`,
    /// `minutes_missing` or `case_to_archive`.
    pub rule: String,
    /// Of the commitment, the session or the case.
    pub reference: String,
    pub case_id: String,
    pub case_title: String,
    /// What the commitment says.
    pub text: Option<String>,
    /// The day it is about, in full.
    pub date_long: String,
    /// Days from today to that day; negative when it has passed.
    pub days: i64,
    /// `de 09:00 a 12:00`, of a session.
    pub hours: Option<String>,
    pub place: Option<String>,
    pub link: Option<String>,
    /// Who is late, where another is told of it.
    pub owner: Option<String>,
}
