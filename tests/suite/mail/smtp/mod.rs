//! Mail servers of every manner: what became of a message is known, or known to be unknown.

mod ahead;
mod login;
pub mod protected;
pub mod server;

use ata::mail::Fate;
use ata::mail::smtp::{Courier, Cut, Stop};
use server::{Act, Loopback};

const FROM: &str = "at@salud.example";
const MESSAGE: &[u8] = b"Subject: x\r\n\r\nhola\r\n";
const PLAIN: &[&str] = &["SIZE 1000000", "8BITMIME"];
const PIPELINING: &[&str] = &["PIPELINING", "8BITMIME"];

fn send(courier: &mut Courier, to: &str) -> Result<Fate, Stop> {
    courier.send(FROM, to, MESSAGE)
}

fn failed(text: &str) -> Result<Fate, Stop> {
    Ok(Fate::Failed(text.to_owned()))
}

fn later(text: &str) -> Result<Fate, Stop> {
    Ok(Fate::Later(text.to_owned()))
}

fn sent() -> Result<Fate, Stop> {
    Ok(Fate::Sent("250 2.0.0 taken".to_owned()))
}

/// A server that departs from the usual at the lines that begin so.
fn at(start: &'static str, act: Act) -> impl Fn(&str, usize) -> Option<Act> + Send + Sync {
    move |line, _| line.starts_with(start).then(|| act.clone())
}

#[test]
fn many_messages_go_over_one_connection_that_is_ended_politely() {
    for offers in [PLAIN, PIPELINING] {
        let server = Loopback::start(offers, |_, _| None);
        let mut courier = server.courier("");
        for to in ["a@x.example", "b@x.example", "c@x.example"] {
            assert_eq!(send(&mut courier, to), sent());
        }
        drop(courier);
        let told = server.told();
        assert_eq!((told.connections, told.taken.len()), (1, 3));
        assert_eq!(told.taken[0].as_bytes(), MESSAGE);
        assert_eq!(
            told.verbs()[..4],
            ["EHLO [127.0.0.1]", "MAIL FROM:<at@salud.example>", "RCPT TO:<a@x.example>", "DATA"]
        );
        assert_eq!(told.verbs().last(), Some(&"QUIT"));
    }
}

#[test]
fn a_recipient_who_is_refused_stops_nobody_else_and_gets_no_empty_message() {
    for offers in [PLAIN, PIPELINING] {
        let server = Loopback::start(offers, |line, _| match line {
            "RCPT TO:<no@x.example>" => Some(Act::Say("550-5.1.1 no such\r\n550 5.1.1 user")),
            "RCPT TO:<full@x.example>" => Some(Act::Say("452 4.2.2 mailbox full")),
            _ => None,
        });
        let mut courier = server.courier("");
        assert_eq!(send(&mut courier, "a@x.example"), sent());
        assert_eq!(send(&mut courier, "no@x.example"), failed("550 5.1.1 no such 5.1.1 user"));
        assert_eq!(send(&mut courier, "full@x.example"), later("452 4.2.2 mailbox full"));
        assert_eq!(send(&mut courier, "b@x.example"), sent());
        let told = server.told();
        assert_eq!((told.connections, told.taken.len()), (1, 2), "{:?}", told.lines);
    }
}

#[test]
fn a_server_that_wants_no_message_without_recipients_says_so_at_data() {
    let server = Loopback::start(PIPELINING, |line, _| match line {
        "RCPT TO:<no@x.example>" => Some(Act::Say("550 no such user")),
        "DATA" => Some(Act::Say("503 no valid recipients")),
        _ => None,
    });
    let mut courier = server.courier("");
    assert_eq!(send(&mut courier, "no@x.example"), failed("550 no such user"));
    let told = server.told();
    assert_eq!(told.verbs()[1..], ["MAIL FROM:<at@salud.example>", "RCPT TO:<no@x.example>", "DATA", "RSET"]);
}

#[test]
fn a_recipient_taken_after_a_refused_sender_gets_no_empty_message_either() {
    let server = Loopback::start(PIPELINING, at("MAIL", Act::Say("550 not from you")));
    let mut courier = server.courier("");
    assert_eq!(send(&mut courier, "a@x.example"), failed("550 not from you"));
    assert_eq!(send(&mut courier, "b@x.example"), failed("550 not from you"));
    let told = server.told();
    assert_eq!(told.taken.len(), 0);
    assert_eq!(told.connections, 2, "the connection with the open message was left");
}

#[test]
fn a_refusal_is_told_in_the_words_of_the_server_wherever_it_comes() {
    let table = [
        ("MAIL", "550 5.7.1 not from you", failed("550 5.7.1 not from you")),
        ("MAIL", "451 4.3.0 not now", later("451 4.3.0 not now")),
        ("DATA", "554 no", failed("554 no")),
        ("DATA", "421 closing", later("421 closing")),
        (".", "552 5.3.4 too big", failed("552 5.3.4 too big")),
        (".", "450 4.7.1 greylisted", later("450 4.7.1 greylisted")),
        // What is no go-ahead for a message: the message must not be said as commands.
        ("DATA", "250 ok", later("250 ok")),
        ("RCPT", "354 go on", later("354 go on")),
    ];
    for offers in [PLAIN, PIPELINING] {
        for (verb, words, expected) in table.clone() {
            // Servers agree with themselves: who refuses the sender refuses the rest.
            let rule = move |line: &str, _: usize| match line.split([' ', ':']).next() {
                Some(said) if said == verb => Some(Act::Say(words)),
                Some("RCPT" | "DATA") if verb == "MAIL" => Some(Act::Say("503 bad sequence")),
                Some("DATA") if verb == "RCPT" => Some(Act::Say("503 bad sequence")),
                _ => None,
            };
            let server = Loopback::start(offers, rule);
            let mut courier = server.courier("");
            assert_eq!(send(&mut courier, "a@x.example"), expected, "{verb} {words} {offers:?}");
            assert_eq!(send(&mut courier, "b@x.example"), expected, "{verb} {words} {offers:?}, the second");
            let told = server.told();
            assert_eq!(told.taken.len(), 0);
            assert!(told.lines.iter().all(|(_, line)| !line.starts_with("Subject")), "{:?}", told.lines);
        }
    }
}

#[test]
fn a_refusal_holds_although_the_connection_is_ended_with_it() {
    for offers in [PLAIN, PIPELINING] {
        let server = Loopback::start(offers, at("MAIL", Act::Close("550 5.7.1 blocked")));
        assert_eq!(send(&mut server.courier(""), "a@x.example"), failed("550 5.7.1 blocked"));
    }
}

#[test]
fn a_server_that_lets_nobody_in_stops_the_run() {
    type Expected = fn(&Stop) -> bool;
    let table: [(&str, Act, Expected); 7] = [
        ("greeting", Act::Say("554 no service"), |stop| *stop == Stop::Greeting("554 no service".to_owned())),
        ("greeting", Act::Hang, |stop| matches!(stop, Stop::Connection(Cut::TimedOut))),
        ("greeting", Act::Drip, |stop| matches!(stop, Stop::Connection(Cut::TimedOut))),
        (
            "greeting",
            Act::Flood,
            |stop| matches!(stop, Stop::Connection(Cut::Other(text)) if text.contains("not an SMTP answer")),
        ),
        (
            "greeting",
            Act::Say("SSH-2.0-OpenSSH"),
            |stop| matches!(stop, Stop::Connection(Cut::Other(text)) if text.contains("SSH")),
        ),
        ("EHLO", Act::Say("421 too busy"), |stop| *stop == Stop::Greeting("421 too busy".to_owned())),
        ("EHLO", Act::Close(""), |stop| matches!(stop, Stop::Connection(_))),
    ];
    for (start, act, expected) in table {
        let server = Loopback::start(PLAIN, at(start, act.clone()));
        let stop = send(&mut server.courier(""), "a@x.example").expect_err("stops");
        assert!(expected(&stop), "{start} {act:?}: {stop:?}");
    }
    let nobody = Loopback::start(PLAIN, |_, _| None).port;
    let free = std::net::TcpListener::bind("127.0.0.1:0").and_then(|one| one.local_addr()).expect("a port").port();
    assert_ne!(nobody, free);
    let server = ata::mail::smtp::Server::parse(&format!("smtp://127.0.0.1:{free}")).expect("an address");
    assert!(matches!(send(&mut Courier::new(server), "a@x.example"), Err(Stop::Connection(_))));
}

#[test]
fn an_old_server_is_greeted_in_the_old_way() {
    let server = Loopback::start(PIPELINING, at("EHLO", Act::Say("502 what?")));
    let mut courier = server.courier("");
    assert_eq!(send(&mut courier, "a@x.example"), sent());
    assert_eq!(server.told().verbs()[1], "HELO [127.0.0.1]");
}

#[test]
fn once_the_end_was_given_silence_means_that_nothing_is_known() {
    let acts = [Act::Hang, Act::Drip, Act::Flood, Act::Close(""), Act::Say("354 more?"), Act::Say("gracias")];
    for offers in [PLAIN, PIPELINING] {
        for act in &acts {
            let act = act.clone();
            let server = Loopback::start(offers, move |line, at| (line == "." && at == 0).then(|| act.clone()));
            let mut courier = server.courier("");
            let fate = send(&mut courier, "a@x.example");
            assert!(matches!(fate, Ok(Fate::Uncertain(_))), "{fate:?}");
            assert_eq!(send(&mut courier, "b@x.example"), sent(), "over a new connection");
            let told = server.told();
            assert_eq!(told.connections, 2);
            let repeated = told.lines.iter().filter(|(_, line)| line == "RCPT TO:<a@x.example>").count();
            assert_eq!(repeated, 1, "it is never given again by itself");
        }
    }
}

#[test]
fn before_the_end_was_given_silence_means_not_sent() {
    for offers in [PLAIN, PIPELINING] {
        for verb in ["MAIL", "RCPT", "DATA"] {
            for act in [Act::Hang, Act::Drip, Act::Close(""), Act::Say("hola")] {
                let server = Loopback::start(offers, at(verb, act.clone()));
                let fate = send(&mut server.courier(""), "a@x.example");
                assert!(matches!(fate, Ok(Fate::Later(_))), "{verb} {act:?}: {fate:?}");
                let told = server.told();
                assert_eq!((told.connections, told.taken.len()), (1, 0), "a new connection is not tried twice");
            }
        }
    }
}

#[test]
fn a_connection_that_the_server_has_ended_is_opened_once_more() {
    for offers in [PLAIN, PIPELINING] {
        let goodbyes: [fn(&str, usize) -> Option<Act>; 3] = [
            // After the message, without a word.
            |line, at| (line == "." && at == 0).then_some(Act::Close("250 2.0.0 taken")),
            // At the next one, with a word.
            |line, at| (line.contains("MAIL") && at == 0).then_some(Act::Close("421 too many")),
            |line, at| (line.contains("RCPT TO:<b") && at == 0).then_some(Act::Close("421 too many")),
        ];
        for (number, goodbye) in goodbyes.into_iter().enumerate() {
            let server = Loopback::start(offers, goodbye);
            let mut courier = server.courier("");
            let first = send(&mut courier, "a@x.example");
            let expected = if number == 1 { later("421 too many") } else { sent() };
            assert_eq!(first, expected, "{number}");
            assert_eq!(send(&mut courier, "b@x.example"), sent(), "{number}");
            assert_eq!(server.told().connections, 2, "{number}");
        }
    }
}

#[test]
fn a_server_that_ends_every_connection_is_tried_twice_and_no_more() {
    let server = Loopback::start(PLAIN, |line, at| (at > 0 && line.contains("MAIL")).then_some(Act::Close("")));
    let mut courier = server.courier("");
    assert_eq!(send(&mut courier, "a@x.example"), sent());
    courier = {
        drop(courier);
        server.courier("")
    };
    assert!(matches!(send(&mut courier, "b@x.example"), Ok(Fate::Later(_))));
    assert_eq!(server.told().connections, 2);
}

#[test]
fn an_answer_too_many_is_not_taken_for_the_next_one() {
    for offers in [PLAIN, PIPELINING] {
        // To each sender two answers: read one behind, the refusal of the recipient would be that of nobody, and the
        // answer to the message the one to DATA.
        let server = Loopback::start(offers, |line, _| match line {
            line if line.contains("MAIL") => Some(Act::Say("250 ok\r\n250 ok")),
            line if line.contains("RCPT") => Some(Act::Say("550 no such user")),
            _ => None,
        });
        let fate = send(&mut server.courier(""), "a@x.example");
        assert!(!matches!(fate, Ok(Fate::Sent(_) | Fate::Uncertain(_))), "{fate:?}");
        assert_eq!(server.told().taken.len(), 0);
    }
}

#[test]
fn a_line_with_one_dot_ends_nothing() {
    let server = Loopback::start(PIPELINING, |_, _| None);
    let mut courier = server.courier("");
    let message = b"Subject: x\r\n\r\n.\r\n..\nuna\n.\nMAIL FROM:<evil@x.example>\r\n.fin";
    let fate = courier.send(FROM, "a@x.example", message);
    assert_eq!(fate, sent());
    let told = server.told();
    assert_eq!(told.taken, ["Subject: x\r\n\r\n..\r\n...\r\nuna\r\n..\r\nMAIL FROM:<evil@x.example>\r\n..fin\r\n"]);
}

#[test]
fn a_message_larger_than_any_buffer_arrives_whole() {
    let server = Loopback::start(PLAIN, |_, _| None);
    let message = "0123456789abcdef\r\n".repeat(200_000);
    let fate = server.courier("").send(FROM, "a@x.example", message.as_bytes());
    assert_eq!(fate, sent());
    assert_eq!(server.told().taken, [message]);
}

#[test]
fn an_address_cannot_carry_a_command() {
    let server = Loopback::start(PLAIN, |_, _| None);
    let mut courier = server.courier("");
    for to in [
        "a@x.example>\r\nRCPT TO:<b@x.example",
        "a b@x.example",
        "<a@x.example>",
        "ñ@x.example",
        "a",
        "",
        "-a@x.example",
    ] {
        assert!(matches!(courier.send(FROM, to, MESSAGE), Ok(Fate::Failed(_))), "{to:?}");
        assert!(matches!(courier.send(to, "a@x.example", MESSAGE), Ok(Fate::Failed(_))), "{to:?}");
    }
    assert_eq!(server.told().connections, 0);
}
