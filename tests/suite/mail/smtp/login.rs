//! Who may send: user and password, and the lines they never go over.

use super::server::{Act, Loopback};
use super::{FROM, MESSAGE, send, sent};
use ata::mail::smtp::{Courier, Distrust, Server, Stop};
use base64::Engine;
use base64::engine::general_purpose::STANDARD;

fn knows(line: &str, _: usize) -> Option<Act> {
    let secret = |text: &str| STANDARD.encode(text);
    if line == format!("AUTH PLAIN {}", secret("\0ana\0clave ñ")) || line == secret("clave ñ") {
        return Some(Act::Say("235 2.7.0 come in"));
    }
    match line {
        "AUTH LOGIN" => Some(Act::Say("334 VXNlcm5hbWU6")),
        line if line == secret("ana") => Some(Act::Say("334 UGFzc3dvcmQ6")),
        line if line.starts_with("AUTH") => Some(Act::Say("535 5.7.8 no")),
        _ => None,
    }
}

#[test]
fn a_user_logs_in_by_the_way_the_server_knows() {
    for (offers, first) in [
        (&["AUTH PLAIN LOGIN"] as &'static [&'static str], "AUTH PLAIN "),
        (&["auth login plain"], "AUTH PLAIN "),
        (&["AUTH CRAM-MD5 LOGIN"], "AUTH LOGIN"),
        (&["AUTH=LOGIN"], "AUTH LOGIN"),
    ] {
        let server = Loopback::start(offers, knows);
        assert_eq!(send(&mut server.courier("ana@"), "a@x.example"), sent(), "{offers:?}");
        assert!(server.told().verbs()[1].starts_with(first), "{offers:?}");
    }
}

#[test]
fn who_is_not_let_in_sends_nothing() {
    let server = Loopback::start(&["AUTH PLAIN"], knows);
    let stop = send(&mut server.courier("otro@"), "a@x.example").expect_err("stops");
    assert_eq!(stop, Stop::Authentication("535 5.7.8 no".to_owned()));
    assert_eq!(server.told().lines.len(), 2);
}

#[test]
fn an_answer_that_asks_for_more_is_no_welcome() {
    for words in ["334 more", "250 ok", "220 ready"] {
        let server =
            Loopback::start(&["AUTH PLAIN"], move |line, _| line.starts_with("AUTH").then_some(Act::Say(words)));
        let stop = send(&mut server.courier("ana@"), "a@x.example").expect_err("stops");
        assert_eq!(stop, Stop::Authentication(words.to_owned()));
    }
}

#[test]
fn a_password_is_not_said_to_a_server_that_refuses_the_way() {
    let server = Loopback::start(&["AUTH LOGIN"], |line, _| (line == "AUTH LOGIN").then_some(Act::Say("504 no")));
    assert!(send(&mut server.courier("ana@"), "a@x.example").is_err());
    assert_eq!(server.told().verbs()[1..], ["AUTH LOGIN"]);
}

#[test]
fn a_server_without_a_way_in_is_told_apart() {
    for (offers, expected) in [
        (&[] as &'static [&'static str], &[] as &[&str]),
        (&["AUTH GSSAPI NTLM", "AUTH=NTLM"], &["GSSAPI", "NTLM", "NTLM"]),
    ] {
        let server = Loopback::start(offers, knows);
        let stop = send(&mut server.courier("ana@"), "a@x.example").expect_err("stops");
        assert_eq!(stop, Stop::NoWayIn { offered: expected.iter().map(|way| way.to_string()).collect() });
    }
}

#[test]
fn a_user_without_a_password_is_not_sent_for_without_one() {
    let server = Loopback::start(&["AUTH PLAIN"], knows);
    let address = Server::parse(&format!("smtp://ana@127.0.0.1:{}", server.port)).expect("an address");
    assert_eq!(Courier::new(address).send(FROM, "a@x.example", MESSAGE), Err(Stop::NoPassword));
}

/// `0.0.0.0` reaches this machine, and is none of the names it is known by.
#[cfg(target_os = "linux")]
#[test]
fn no_password_goes_over_an_open_line_to_another_host() {
    for (settings, offers) in
        [("", &["AUTH PLAIN LOGIN"] as &'static [&'static str]), ("?tls=none", &["STARTTLS", "AUTH PLAIN"])]
    {
        let server = Loopback::start(offers, knows);
        let mut address = Server::parse(&format!("smtp://ana@0.0.0.0:{}{settings}", server.port)).expect("an address");
        address.password = Some("clave ñ".to_owned());
        assert_eq!(Courier::new(address).send(FROM, "a@x.example", MESSAGE), Err(Stop::OpenLine));
        assert_eq!(server.told().lines.len(), 1, "EHLO and no more");
    }
}

#[test]
fn where_protection_is_asked_for_nothing_goes_without_it() {
    let server = Loopback::start(&["AUTH PLAIN"], knows);
    let address = Server::parse(&format!("smtp://127.0.0.1:{}?tls=starttls", server.port)).expect("an address");
    assert_eq!(Courier::new(address).send(FROM, "a@x.example", MESSAGE), Err(Stop::NoTls));
    let server = Loopback::start(&["STARTTLS"], |line, _| (line == "STARTTLS").then_some(Act::Say("454 not now")));
    let stop = send(&mut server.courier(""), "a@x.example").expect_err("stops");
    assert_eq!(stop, Stop::Tls(Distrust::Other("454 not now".to_owned())));
}

#[test]
fn what_is_slipped_in_before_the_line_is_protected_is_noticed() {
    let server = Loopback::start(&["STARTTLS"], |line, _| {
        (line == "STARTTLS").then_some(Act::Say("220 ready\r\n250-forged\r\n250 AUTH PLAIN"))
    });
    let stop = send(&mut server.courier("ana@"), "a@x.example").expect_err("stops");
    assert!(matches!(&stop, Stop::Tls(Distrust::Other(text)) if text.contains("250-forged")), "{stop:?}");
}
