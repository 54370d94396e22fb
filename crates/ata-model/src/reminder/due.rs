//! The rule: who is to be reminded of what today.

use super::{CommitmentFacts, Due, Facts, Reminder, ReminderRule, ReminderRules, SessionFacts, WaitingFacts};
use crate::message::Recipient;
use chrono::{DateTime, Days, NaiveDate, Utc};
use chrono_tz::Tz;

/// What is due at `now`. Days are those of `zone`, the body's own; the day of a session is that of the session's zone.
///
/// Whoever calls leaves out the keys it has sent. `max_late`: whole days after which a reminder is no longer said.
pub fn due(facts: &Facts, rules: &ReminderRules, now: DateTime<Utc>, zone: Tz, max_late: Option<u32>) -> Due {
    let mut book = Book { rules, now, today: now.with_timezone(&zone).date_naive(), reminders: Vec::new() };
    facts.sessions.iter().for_each(|session| book.session(session));
    facts.commitments.iter().for_each(|commitment| book.commitment(commitment));
    facts.needs.iter().for_each(|case| book.waiting(ReminderRule::NeedWaiting, rules.need_after_days, case));
    facts.to_archive.iter().for_each(|case| book.waiting(ReminderRule::CaseToArchive, rules.archive_after_days, case));
    book.close(max_late)
}

struct Book<'a> {
    rules: &'a ReminderRules,
    now: DateTime<Utc>,
    today: NaiveDate,
    reminders: Vec<Reminder>,
}

/// What a reminder is about.
struct Object<'a> {
    reference: &'a str,
    case: &'a str,
    session: Option<&'a str>,
    commitment: Option<&'a str>,
    about: NaiveDate,
    owner: Option<&'a str>,
}

impl Book<'_> {
    fn session(&mut self, facts: &SessionFacts) {
        let local = |at: DateTime<Utc>| at.with_timezone(&facts.zone).date_naive();
        let object = |about| Object {
            reference: &facts.session,
            case: &facts.case,
            session: Some(&facts.session),
            commitment: None,
            about,
            owner: None,
        };
        if self.now < facts.start {
            let day = local(facts.start);
            let due_on = self.newest_before(day, &self.rules.before_session_days);
            self.note(ReminderRule::BeforeSession, due_on, &facts.invited, &object(day));
        }
        if self.now >= facts.end {
            let day = local(facts.end);
            // One sheet fewer than attendees, and all are asked: asking only some would single them out.
            if facts.answers < facts.attended.len() {
                let due_on = self.newest_after(day, &self.rules.evaluation_days);
                self.note(ReminderRule::Evaluation, due_on, &facts.attended, &object(day));
            }
            if !facts.has_minutes {
                let every = self.rules.minutes_after_days;
                let due_on = self.newest_of_every(day, every, every);
                self.note(ReminderRule::MinutesMissing, due_on, &facts.led_by, &object(day));
            }
        }
    }

    fn commitment(&mut self, facts: &CommitmentFacts) {
        let object = |owner| Object {
            reference: &facts.commitment,
            case: &facts.case,
            session: facts.session.as_deref(),
            commitment: Some(&facts.commitment),
            about: facts.due,
            owner,
        };
        let owner = std::slice::from_ref(&facts.owner);
        if self.today <= facts.due {
            let due_on = self.newest_before(facts.due, &self.rules.commitment_before_days);
            self.note(ReminderRule::CommitmentDue, due_on, owner, &object(None));
            return;
        }
        let (every, escalate) = (self.rules.overdue_every_days, self.rules.escalate_after_days);
        let due_on = self.newest_of_every(facts.due, 1, every);
        self.note(ReminderRule::CommitmentOverdue, due_on, owner, &object(None));
        let superior = facts.superior.as_slice();
        if superior.iter().all(|superior| superior.person != facts.owner.person) {
            // Where the owner is not reminded again, the superior is told once.
            let due_on = match every {
                0 => self.newest_after(facts.due, if escalate == 0 { &[] } else { std::slice::from_ref(&escalate) }),
                every => self.newest_of_every(facts.due, escalate, every).filter(|_| escalate > 0),
            };
            self.note(ReminderRule::CommitmentEscalated, due_on, superior, &object(Some(&facts.owner.name)));
        }
    }

    fn waiting(&mut self, rule: ReminderRule, every: u32, facts: &WaitingFacts) {
        let due_on = self.newest_of_every(facts.since, every, every);
        let object = Object {
            reference: &facts.case,
            case: &facts.case,
            session: None,
            commitment: None,
            about: facts.since,
            owner: None,
        };
        self.note(rule, due_on, &facts.waits_for, &object);
    }

    /// The newest day, today at the latest, that lies one of so many days before another.
    fn newest_before(&self, day: NaiveDate, days: &[u32]) -> Option<NaiveDate> {
        let steps = days.iter().filter_map(|days| day.checked_sub_days(Days::new(u64::from(*days))));
        steps.filter(|step| *step <= self.today).max()
    }

    /// The same, after.
    fn newest_after(&self, day: NaiveDate, days: &[u32]) -> Option<NaiveDate> {
        let steps = days.iter().filter_map(|days| day.checked_add_days(Days::new(u64::from(*days))));
        steps.filter(|step| *step <= self.today).max()
    }

    /// The newest day, today at the latest, of those that come `first` days after another and then every so many.
    /// None where `every` is 0.
    fn newest_of_every(&self, day: NaiveDate, first: u32, every: u32) -> Option<NaiveDate> {
        let first = day.checked_add_days(Days::new(u64::from(first)))?;
        let passed = u64::try_from((self.today - first).num_days()).ok()?;
        let every = u64::from(every);
        first.checked_add_days(Days::new(passed.checked_div(every)? * every))
    }

    /// One reminder for each recipient, each named once.
    fn note(&mut self, rule: ReminderRule, due_on: Option<NaiveDate>, to: &[Recipient], object: &Object<'_>) {
        let Some(due_on) = due_on else { return };
        for recipient in to {
            self.reminders.push(Reminder {
                key: format!("{}:{}:{due_on}:{}", rule.code(), object.reference, recipient.person),
                rule,
                recipient: recipient.clone(),
                case: object.case.to_owned(),
                session: object.session.map(str::to_owned),
                commitment: object.commitment.map(str::to_owned),
                due_on,
                about: object.about,
                owner: object.owner.map(str::to_owned),
            });
        }
    }

    fn close(self, max_late: Option<u32>) -> Due {
        let mut reminders = self.reminders;
        reminders.sort_by(|one, other| {
            let (this, that) = (&one.recipient.person, &other.recipient.person);
            (this, one.due_on, &one.key).cmp(&(that, other.due_on, &other.key))
        });
        // Who leads a session twice is reminded once.
        reminders.dedup_by(|one, other| one.key == other.key);
        let today = self.today;
        let is_late =
            |reminder: &Reminder| max_late.is_some_and(|most| (today - reminder.due_on).num_days() > i64::from(most));
        let (too_late, reminders) = reminders.into_iter().partition(is_late);
        Due { reminders, too_late }
    }
}
