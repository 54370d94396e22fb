//! Who is reminded of what, when, and how often.

use super::*;
use proptest::prelude::*;

const BOGOTA: Tz = chrono_tz::America::Bogota;

fn day(text: &str) -> NaiveDate {
    text.parse().expect("a date of the test")
}

/// Noon of a day in Bogotá.
fn noon(date: &str) -> DateTime<Utc> {
    format!("{date}T17:00:00Z").parse().expect("an instant")
}

fn person(id: u32) -> Recipient {
    let address = Some(format!("p{id}@x.example"));
    Recipient { person: format!("P-{id}"), name: format!("Persona {id}"), address, phone: None }
}

fn rules() -> ReminderRules {
    ReminderRules {
        before_session_days: vec![7, 1],
        evaluation_days: vec![0, 5],
        commitment_before_days: vec![3, 0],
        overdue_every_days: 7,
        escalate_after_days: 10,
        need_after_days: 5,
        minutes_after_days: 3,
        archive_after_days: 30,
    }
}

/// 4 March 2026, 09:00 to 12:00 in Bogotá; three attended.
fn session() -> SessionFacts {
    SessionFacts {
        session: "AT-2026-0001-S1".into(),
        case: "AT-2026-0001".into(),
        start: "2026-03-04T14:00:00Z".parse().expect("an instant"),
        end: "2026-03-04T17:00:00Z".parse().expect("an instant"),
        zone: BOGOTA,
        invited: vec![person(1), person(2)],
        attended: vec![person(2), person(3), person(4)],
        answers: 2,
        has_minutes: false,
        led_by: vec![person(9)],
    }
}

fn commitment() -> CommitmentFacts {
    CommitmentFacts {
        commitment: "AT-2026-0001-C3".into(),
        case: "AT-2026-0001".into(),
        session: Some("AT-2026-0001-S1".into()),
        due: day("2026-03-20"),
        owner: person(2),
        superior: Some(person(8)),
    }
}

fn keys(facts: &Facts, now: DateTime<Utc>) -> Vec<String> {
    let due = due(facts, &rules(), now, BOGOTA, None);
    assert!(due.too_late.is_empty());
    due.reminders.into_iter().map(|reminder| reminder.key).collect()
}

fn of_session(session: SessionFacts) -> Facts {
    Facts { sessions: vec![session], ..Facts::default() }
}

fn of_commitment(commitment: CommitmentFacts) -> Facts {
    Facts { commitments: vec![commitment], ..Facts::default() }
}

#[test]
fn those_invited_are_reminded_before_a_session_and_never_after_it_began() {
    let facts = of_session(session());
    for (now, step) in [
        ("2026-02-24T17:00:00Z", None),
        // 23:59 in Bogotá is the 25th still to come.
        ("2026-02-25T04:59:00Z", None),
        ("2026-02-25T05:00:00Z", Some("2026-02-25")),
        ("2026-03-02T17:00:00Z", Some("2026-02-25")),
        ("2026-03-03T17:00:00Z", Some("2026-03-03")),
        ("2026-03-04T13:59:59Z", Some("2026-03-03")),
        ("2026-03-04T14:00:00Z", None),
    ] {
        let expected: Vec<String> = step
            .into_iter()
            .flat_map(|step| ["P-1", "P-2"].map(|who| format!("before_session:AT-2026-0001-S1:{step}:{who}")))
            .collect();
        assert_eq!(keys(&facts, now.parse().expect("an instant")), expected, "{now}");
    }
}

#[test]
fn all_who_attended_are_asked_while_one_answer_is_missing() {
    let evaluation = |step: &str| ["P-2", "P-3", "P-4"].map(|who| format!("evaluation:AT-2026-0001-S1:{step}:{who}"));
    let held = SessionFacts { has_minutes: true, ..session() };
    for (answers, now, expected) in [
        (0, "2026-03-04T16:59:59Z", vec![]),
        (0, "2026-03-04T17:00:00Z", evaluation("2026-03-04").to_vec()),
        (2, "2026-03-08T17:00:00Z", evaluation("2026-03-04").to_vec()),
        (2, "2026-03-09T17:00:00Z", evaluation("2026-03-09").to_vec()),
        (3, "2026-03-09T17:00:00Z", vec![]),
        // More sheets than attendees: somebody came who is not on the list.
        (4, "2026-03-09T17:00:00Z", vec![]),
    ] {
        let facts = of_session(SessionFacts { answers, ..held.clone() });
        assert_eq!(keys(&facts, now.parse().expect("an instant")), expected, "{answers} {now}");
    }
    let nobody = SessionFacts { attended: Vec::new(), answers: 0, ..held };
    assert!(keys(&of_session(nobody), noon("2026-03-09")).is_empty());
}

#[test]
fn who_led_a_session_is_reminded_of_its_minutes_until_they_are_there() {
    let held = SessionFacts { attended: Vec::new(), led_by: vec![person(9), person(9)], ..session() };
    for (now, step) in [
        ("2026-03-06", None),
        ("2026-03-07", Some("2026-03-07")),
        ("2026-03-09", Some("2026-03-07")),
        ("2026-03-10", Some("2026-03-10")),
        ("2026-04-10", Some("2026-04-09")),
    ] {
        let expected: Vec<_> =
            step.map(|step| format!("minutes_missing:AT-2026-0001-S1:{step}:P-9")).into_iter().collect();
        assert_eq!(keys(&of_session(held.clone()), noon(now)), expected, "{now}");
        assert!(keys(&of_session(SessionFacts { has_minutes: true, ..held.clone() }), noon(now)).is_empty());
    }
}

#[test]
fn a_commitment_is_reminded_before_on_and_after_its_day_and_then_escalated() {
    for (now, expected) in [
        ("2026-03-16", vec![]),
        ("2026-03-17", vec!["commitment_due:AT-2026-0001-C3:2026-03-17:P-2"]),
        ("2026-03-20", vec!["commitment_due:AT-2026-0001-C3:2026-03-20:P-2"]),
        ("2026-03-21", vec!["commitment_overdue:AT-2026-0001-C3:2026-03-21:P-2"]),
        ("2026-03-27", vec!["commitment_overdue:AT-2026-0001-C3:2026-03-21:P-2"]),
        ("2026-03-29", vec!["commitment_overdue:AT-2026-0001-C3:2026-03-28:P-2"]),
        (
            "2026-03-30",
            vec![
                "commitment_overdue:AT-2026-0001-C3:2026-03-28:P-2",
                "commitment_escalated:AT-2026-0001-C3:2026-03-30:P-8",
            ],
        ),
        (
            "2026-04-06",
            vec![
                "commitment_overdue:AT-2026-0001-C3:2026-04-04:P-2",
                "commitment_escalated:AT-2026-0001-C3:2026-04-06:P-8",
            ],
        ),
    ] {
        assert_eq!(keys(&of_commitment(commitment()), noon(now)), expected, "{now}");
    }
    let escalated = due(&of_commitment(commitment()), &rules(), noon("2026-03-30"), BOGOTA, None).reminders.remove(1);
    assert_eq!(escalated.rule, ReminderRule::CommitmentEscalated);
    assert_eq!((escalated.about, escalated.owner.as_deref()), (day("2026-03-20"), Some("Persona 2")));
    assert_eq!(
        (escalated.commitment.as_deref(), escalated.session.as_deref()),
        (Some("AT-2026-0001-C3"), Some("AT-2026-0001-S1"))
    );
}

#[test]
fn nobody_is_escalated_to_where_nobody_is_above() {
    for superior in [None, Some(person(2))] {
        let facts = of_commitment(CommitmentFacts { superior, ..commitment() });
        assert_eq!(keys(&facts, noon("2026-04-20")).len(), 1);
    }
}

#[test]
fn a_case_that_waits_is_reminded_every_so_many_days() {
    let waiting =
        |since: &str| vec![WaitingFacts { case: "AT-2026-0001".into(), since: day(since), waits_for: vec![person(7)] }];
    let need = Facts { needs: waiting("2026-03-01"), ..Facts::default() };
    for (now, step) in [("2026-03-05", None), ("2026-03-06", Some("2026-03-06")), ("2026-03-12", Some("2026-03-11"))] {
        let expected: Vec<_> = step.map(|step| format!("need_waiting:AT-2026-0001:{step}:P-7")).into_iter().collect();
        assert_eq!(keys(&need, noon(now)), expected, "{now}");
    }
    let archive = Facts { to_archive: waiting("2026-03-01"), ..Facts::default() };
    assert_eq!(keys(&archive, noon("2026-03-30")), Vec::<String>::new());
    assert_eq!(keys(&archive, noon("2026-03-31")), ["case_to_archive:AT-2026-0001:2026-03-31:P-7"]);
    // Received tomorrow, as a mistyped date has it.
    assert!(keys(&need, noon("2026-02-20")).is_empty());
}

fn everything() -> Facts {
    let waiting = |case: &str| WaitingFacts { case: case.into(), since: day("2026-01-01"), waits_for: vec![person(2)] };
    Facts {
        sessions: vec![session()],
        commitments: vec![commitment()],
        needs: vec![waiting("AT-2026-0002")],
        to_archive: vec![waiting("AT-2026-0003")],
    }
}

#[test]
fn what_is_switched_off_reminds_nobody() {
    let off = ReminderRules {
        before_session_days: vec![],
        evaluation_days: vec![],
        commitment_before_days: vec![],
        overdue_every_days: 0,
        escalate_after_days: 0,
        need_after_days: 0,
        minutes_after_days: 0,
        archive_after_days: 0,
    };
    for now in ["2026-03-03", "2026-03-10", "2026-05-01"] {
        assert_eq!(due(&everything(), &off, noon(now), BOGOTA, None), Due::default(), "{now}");
    }
    // Escalated once, although the owner is reminded no more.
    let once = ReminderRules { escalate_after_days: 10, ..off };
    for now in ["2026-03-30", "2026-05-01"] {
        let due = due(&everything(), &once, noon(now), BOGOTA, None);
        let keys: Vec<&str> = due.reminders.iter().map(|reminder| reminder.key.as_str()).collect();
        assert_eq!(keys, ["commitment_escalated:AT-2026-0001-C3:2026-03-30:P-8"], "{now}");
    }
}

#[test]
fn what_is_too_old_is_not_said_and_not_hidden() {
    let facts = of_session(session());
    for (max_late, is_late) in [(None, false), (Some(5), false), (Some(4), true), (Some(0), true)] {
        let due = due(&facts, &rules(), noon("2026-03-02"), BOGOTA, max_late);
        assert_eq!((due.reminders.is_empty(), due.too_late.is_empty()), (is_late, !is_late), "{max_late:?}");
    }
}

#[test]
fn one_recipient_gets_one_digest_by_the_day_of_each_thing() {
    let due = due(&everything(), &rules(), noon("2026-04-06"), BOGOTA, None);
    let digests = digests(due.reminders.clone());
    let who: Vec<&str> = digests.iter().map(|digest| digest.recipient.person.as_str()).collect();
    assert_eq!(who, ["P-2", "P-3", "P-4", "P-8", "P-9"]);
    let rules: Vec<ReminderRule> = digests[0].reminders.iter().map(|reminder| reminder.rule).collect();
    let expected = [
        ReminderRule::Evaluation,
        ReminderRule::CaseToArchive,
        ReminderRule::CommitmentOverdue,
        ReminderRule::NeedWaiting,
    ];
    assert_eq!(rules, expected);
    assert_eq!(digests[0].key(), "digest:case_to_archive:AT-2026-0003:2026-04-01:P-2");
    assert_eq!(digests.iter().map(|digest| digest.reminders.len()).sum::<usize>(), due.reminders.len());
}

#[test]
fn every_rule_has_its_word() {
    for rule in ReminderRule::ALL {
        assert_eq!(serde_json::to_value(rule).ok(), Some(rule.code().into()));
    }
}

proptest! {
    /// Cron at any hours: each key at most once, and a key that is no longer due does not come back.
    #[test]
    fn a_reminder_that_was_said_does_not_come_back(
        hours in prop::collection::vec(1i64..60, 1..60),
        before in prop::collection::vec(0u32..10, 0..4), every in 0u32..9, escalate in 0u32..20,
    ) {
        let rules = ReminderRules {
            before_session_days: before.clone(), evaluation_days: before.clone(), commitment_before_days: before,
            overdue_every_days: every, escalate_after_days: escalate, need_after_days: every, minutes_after_days: every,
            archive_after_days: every,
        };
        let mut now = noon("2026-02-20");
        let mut sent = std::collections::BTreeSet::new();
        let mut last: Vec<String> = Vec::new();
        for step in hours {
            now += chrono::Duration::hours(step);
            let today = now.with_timezone(&BOGOTA).date_naive();
            let due = due(&everything(), &rules, now, BOGOTA, None);
            prop_assert!(due.reminders.iter().all(|one| one.due_on <= today));
            let keys: Vec<String> = due.reminders.into_iter().map(|one| one.key).collect();
            let unique: std::collections::BTreeSet<_> = keys.iter().collect();
            prop_assert_eq!(unique.len(), keys.len());
            for key in &keys {
                prop_assert!(sent.insert(key.clone()) || last.contains(key), "{} came back", key);
            }
            last = keys;
        }
    }

    #[test]
    fn no_day_is_too_far(at in any::<i32>(), days in prop::collection::vec(any::<u32>(), 1..4), every in any::<u32>()) {
        let far = chrono::NaiveDate::from_num_days_from_ce_opt(at).unwrap_or(NaiveDate::MAX);
        let rules = ReminderRules {
            commitment_before_days: days, overdue_every_days: every, escalate_after_days: every, need_after_days: every,
            ..rules()
        };
        let mut facts = everything();
        facts.commitments[0].due = far;
        facts.needs[0].since = far;
        let _ = due(&facts, &rules, noon("2026-03-10"), BOGOTA, Some(2));
    }
}
