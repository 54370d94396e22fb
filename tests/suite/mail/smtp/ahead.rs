//! The envelope of the next message that goes out with the end of the one before: it saves a wait, and changes nothing of what
//! becomes of each message.

use super::server::{Act, Loopback};
use super::{FROM, MESSAGE, PIPELINING, PLAIN, failed, later, sent};
use ata::mail::Fate;
use ata::mail::smtp::{Courier, Parcel, Route, Stop};

fn route(to: &str) -> Route {
    Route { from: FROM.to_owned(), to: to.to_owned() }
}

/// Hands one message over and says where the next goes; what was noted is counted.
fn send(courier: &mut Courier, to: &str, next: &str) -> Result<Fate, Stop> {
    let (to, next) = (route(to), Some(route(next)).filter(|next| !next.to.is_empty()));
    let mut noted = 0;
    let fate = courier.send_noted(Parcel { route: &to, message: MESSAGE, next: next.as_ref() }, &mut || {
        noted += 1;
        Ok(())
    });
    let given = matches!(fate, Ok(Fate::Sent(_) | Fate::Uncertain(_)));
    assert!(noted == 1 || !given, "what was given was noted once: {noted} {fate:?}");
    fate
}

#[test]
fn what_is_said_ahead_is_not_said_again() {
    for offers in [PLAIN, PIPELINING] {
        let server = Loopback::start(offers, |_, _| None);
        let mut courier = server.courier("");
        assert_eq!(send(&mut courier, "a@x.example", "b@x.example"), sent());
        assert_eq!(send(&mut courier, "b@x.example", "c@x.example"), sent());
        assert_eq!(send(&mut courier, "c@x.example", ""), sent());
        drop(courier);
        let told = server.told();
        assert_eq!((told.connections, told.taken.len()), (1, 3), "{:?}", told.lines);
        assert!(told.taken.iter().all(|one| one.as_bytes() == MESSAGE));
        let envelope = |to: &str| [format!("MAIL FROM:<{FROM}>"), format!("RCPT TO:<{to}>"), "DATA".to_owned()];
        let expected: Vec<String> =
            ["a@x.example", "b@x.example", "c@x.example"].into_iter().flat_map(envelope).collect();
        assert_eq!(told.verbs()[1..10], expected);
        assert_eq!(told.verbs().last(), Some(&"QUIT"));
    }
}

#[test]
fn a_recipient_who_is_refused_ahead_stops_nobody_else() {
    let server = Loopback::start(PIPELINING, |line, _| match line {
        "RCPT TO:<no@x.example>" => Some(Act::Say("550 no such user")),
        "RCPT TO:<full@x.example>" => Some(Act::Say("452 mailbox full")),
        _ => None,
    });
    let mut courier = server.courier("");
    assert_eq!(send(&mut courier, "a@x.example", "no@x.example"), sent());
    assert_eq!(send(&mut courier, "no@x.example", "full@x.example"), failed("550 no such user"));
    assert_eq!(send(&mut courier, "full@x.example", "b@x.example"), later("452 mailbox full"));
    assert_eq!(send(&mut courier, "b@x.example", ""), sent());
    let told = server.told();
    assert_eq!((told.connections, told.taken.len()), (1, 2), "{:?}", told.lines);
}

#[test]
fn a_message_that_is_refused_says_nothing_of_the_next() {
    let server = Loopback::start(PIPELINING, |line, _| (line == ".").then_some(Act::Say("552 too big")));
    let mut courier = server.courier("");
    assert_eq!(send(&mut courier, "a@x.example", "b@x.example"), failed("552 too big"));
    assert_eq!(send(&mut courier, "b@x.example", ""), failed("552 too big"));
    assert_eq!(server.told().connections, 1);
}

#[test]
fn a_cut_after_the_end_leaves_that_message_in_doubt_and_the_next_is_given_anew_once() {
    for act in [Act::Hang, Act::Drip, Act::Flood, Act::Close(""), Act::Say("354 more?"), Act::Say("gracias")] {
        let rule = act.clone();
        let server = Loopback::start(PIPELINING, move |line, at| (line == "." && at == 0).then(|| rule.clone()));
        let mut courier = server.courier("");
        let fate = send(&mut courier, "a@x.example", "b@x.example");
        assert!(matches!(fate, Ok(Fate::Uncertain(_))), "{act:?}: {fate:?}");
        assert_eq!(send(&mut courier, "b@x.example", ""), sent(), "{act:?}");
        let told = server.told();
        assert_eq!((told.connections, told.taken.len()), (2, 1), "{act:?}");
    }
}

#[test]
fn a_connection_ended_between_two_messages_is_opened_once_more() {
    let goodbyes: [fn(&str, usize) -> Option<Act>; 3] = [
        |line, at| (line == "." && at == 0).then_some(Act::Close("250 2.0.0 taken")),
        |line, at| (line.contains("RCPT TO:<b") && at == 0).then_some(Act::Close("421 too many")),
        |line, at| (line.contains("RCPT TO:<b") && at == 0).then_some(Act::Close("")),
    ];
    for (number, goodbye) in goodbyes.into_iter().enumerate() {
        let server = Loopback::start(PIPELINING, goodbye);
        let mut courier = server.courier("");
        assert_eq!(send(&mut courier, "a@x.example", "b@x.example"), sent(), "{number}");
        assert_eq!(send(&mut courier, "b@x.example", ""), sent(), "{number}");
        let told = server.told();
        assert_eq!((told.connections, told.taken.len()), (2, 2), "{number}");
    }
}

#[test]
fn an_answer_too_many_to_a_message_is_not_taken_for_the_answer_to_the_next() {
    let server = Loopback::start(PIPELINING, |line, _| match line {
        "." => Some(Act::Say("250 taken\r\n250 taken")),
        line if line.contains("RCPT TO:<b") => Some(Act::Say("550 no such user")),
        _ => None,
    });
    let mut courier = server.courier("");
    assert!(matches!(send(&mut courier, "a@x.example", "b@x.example"), Ok(Fate::Sent(_))));
    let fate = send(&mut courier, "b@x.example", "");
    assert!(!matches!(fate, Ok(Fate::Sent(_) | Fate::Uncertain(_))), "{fate:?}");
    assert_eq!(server.told().taken.len(), 1);
}

#[test]
fn another_message_than_was_said_goes_to_nobody_else() {
    let server = Loopback::start(PIPELINING, |_, _| None);
    let mut courier = server.courier("");
    assert_eq!(send(&mut courier, "a@x.example", "b@x.example"), sent());
    assert_eq!(send(&mut courier, "c@x.example", ""), sent());
    assert_eq!(send(&mut courier, "d@x.example", "x@x.example>\r\nRCPT TO:<y@x.example"), sent());
    drop(courier);
    let told = server.told();
    assert_eq!((told.connections, told.taken.len()), (2, 3));
    assert!(told.lines.iter().all(|(_, line)| !line.contains("y@x.example")), "{:?}", told.lines);
}
