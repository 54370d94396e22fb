//! Messages: read back by Python's `email`, and nothing typed can become a header.

use ata::mail::Party;
use ata::mail::message::{Field, Letter, MailError, compose};
use proptest::prelude::*;
use serde_json::{Value, json};

use super::{python, sample};

fn composed(letter: &Letter) -> String {
    let bytes = compose(letter).unwrap_or_else(|error| panic!("{error}"));
    let text = String::from_utf8(bytes).expect("seven bits");
    assert!(text.is_ascii());
    for line in text.split("\r\n") {
        assert!(line.len() <= 998, "{} octets", line.len());
        assert!(!line.contains(['\r', '\n']), "{line:?}");
    }
    text
}

/// The header names of the message itself, in order.
fn header_names(text: &str) -> Vec<String> {
    let head = text.split("\r\n\r\n").next().unwrap_or_default();
    head.split("\r\n")
        .filter(|line| !line.starts_with([' ', '\t']))
        .map(|line| line.split(':').next().unwrap_or_default().to_owned())
        .collect()
}

const HEADERS: [&str; 9] =
    ["From", "To", "Subject", "Date", "Message-ID", "X-Ata-Message", "Reply-To", "MIME-Version", "Content-Type"];

fn header<'a>(read: &'a Value, name: &str) -> &'a str {
    let headers = read["headers"].as_array().expect("a list");
    let found: Vec<&Value> = headers.iter().filter(|header| header[0] == name).collect();
    assert_eq!(found.len(), 1, "{name}");
    found[0][1].as_str().expect("text")
}

#[test]
fn the_same_letter_gives_the_same_bytes() {
    assert_eq!(composed(&sample::letter()), composed(&sample::letter()));
    let mut plain = sample::letter();
    plain.calendar = None;
    assert_eq!(composed(&plain), composed(&plain));
    plain.html = None;
    assert_eq!(composed(&plain), composed(&plain));
}

#[test]
fn a_message_reads_as_written() {
    let text = composed(&sample::letter()).replace("\r\n", "\n");
    insta::with_settings!({ snapshot_path => "golden", prepend_module_to_snapshot => false, omit_expression => true }, {
        insta::assert_snapshot!("message", text);
    });
}

#[test]
fn another_program_reads_names_text_and_calendar() {
    let letter = sample::letter();
    let bytes = compose(&letter).expect("a message");
    let Some(read) = python::read("message", &bytes) else {
        return;
    };
    assert_eq!(read["defects"], json!([]));
    assert_eq!(read["to"], json!([["Ana Ñáñez", "ana@california.example"]]));
    assert_eq!(read["from"][0][0], "Secretaría de Salud de Santander");
    assert_eq!(read["date"], "2026-02-20T15:00:00+00:00");
    assert_eq!(header(&read, "Subject"), letter.subject);
    assert_eq!(header(&read, "Message-ID"), letter.message_id);
    assert_eq!(header(&read, "X-Ata-Message"), "M-17");
    assert_eq!(header(&read, "Reply-To"), "respuestas@salud.santander.example");
    let types: Vec<&str> =
        read["parts"].as_array().expect("a list").iter().filter_map(|p| p["type"].as_str()).collect();
    let inside = ["multipart/alternative", "text/plain", "text/html", "text/calendar", "application/ics"];
    assert_eq!(types, [["multipart/mixed"].as_slice(), &inside].concat());
    let [text, html, calendar, file] = [2, 3, 4, 5].map(|at| &read["parts"][at]);
    assert_eq!(html["text"].as_str().map(|text| text.replace("\r\n", "\n")), letter.html);
    let body = text["text"].as_str().expect("text").replace("\r\n", "\n");
    assert_eq!(body.trim_end(), letter.body.trim_end());
    assert_eq!((&calendar["method"], &calendar["charset"]), (&json!("REQUEST"), &json!("utf-8")));
    assert_eq!(file["file"], "convocatoria.ics");
    let ics = letter.calendar.expect("one").ics;
    assert_eq!(file["text"], ics);
    let inside = calendar["text"].as_str().expect("text").replace("\r\n", "\n").replace('\n', "\r\n");
    let inside = python::read("calendar", inside.as_bytes()).expect("python is there");
    assert_eq!(inside["errors"], json!([]));
    assert_eq!(inside["method"], "REQUEST");
    assert_eq!(inside["events"][0]["attendees"][0]["cn"], "Ana Ñáñez");
}

#[test]
fn each_way_of_saying_it_is_there_or_not() {
    for (has_html, has_calendar, expected) in [
        (false, false, vec!["text/plain"]),
        (true, false, vec!["multipart/alternative", "text/plain", "text/html"]),
        (
            false,
            true,
            vec!["multipart/mixed", "multipart/alternative", "text/plain", "text/calendar", "application/ics"],
        ),
    ] {
        let mut letter = sample::letter();
        letter.html = letter.html.filter(|_| has_html);
        letter.calendar = letter.calendar.filter(|_| has_calendar);
        let Some(read) = python::read("message", composed(&letter).as_bytes()) else {
            return;
        };
        let parts = read["parts"].as_array().expect("a list");
        assert_eq!(parts.iter().filter_map(|part| part["type"].as_str()).collect::<Vec<_>>(), expected);
        assert_eq!(read["defects"], json!([]));
    }
}

#[test]
fn no_name_or_subject_can_add_a_header() {
    let evil = "x\r\nBcc: evil@x.example\r\n\r\nbody\u{0}\u{85}\u{2028}Cc: y@x.example\n\tz";
    let mut letter = sample::letter();
    letter.subject = evil.to_owned();
    letter.from.name = format!("{evil}\" <evil@x.example>");
    letter.to.name = evil.to_owned();
    letter.reply_to = Some(Party::new(evil, "r@x.example"));
    letter.calendar.as_mut().expect("one").file_name = format!("../{evil}\"; x=\"y");
    let text = composed(&letter);
    assert_eq!(header_names(&text), HEADERS);
    let Some(read) = python::read("message", text.as_bytes()) else {
        return;
    };
    assert_eq!(read["defects"], json!([]));
    assert_eq!(read["from"].as_array().map(Vec::len), Some(1));
    assert_eq!(read["from"][0][1], "at@salud.santander.example");
    assert_eq!(header(&read, "Subject"), "x Bcc: evil@x.example body Cc: y@x.example z");
    let file = read["parts"][5]["file"].as_str().expect("a name");
    assert!(!file.contains(['/', '"', '\n']), "{file:?}");
}

#[test]
fn identifiers_and_addresses_with_anything_odd_are_refused() {
    let addresses = [
        "",
        "ana",
        "ana@",
        "@x.example",
        "a@x.example\r\nBcc: b@x.example",
        "a@x.example, b@x.example",
        "Ana <ana@x.example>",
        "ana@x.example\u{0}",
        "a b@x.example",
    ];
    for address in addresses {
        let mut letter = sample::letter();
        letter.to.address = address.to_owned();
        let error = compose(&letter).expect_err(address);
        assert!(matches!(error, MailError::Address { field: Field::To, .. }), "{address:?}: {error:?}");
    }
    for address in ["ñandú@x.example", "ana@ñandú.example"] {
        let mut letter = sample::letter();
        letter.from.address = address.to_owned();
        let error = compose(&letter).expect_err(address);
        assert!(matches!(error, MailError::NotAscii { field: Field::From, .. }), "{error:?}");
    }
    let long = format!("{}@x.example", "a".repeat(300));
    for id in ["", "<>", "m-17", "<m 17@x>", "<a@b@c>", "a@x\r\nBcc: b@x", "<a@x> <b@x>", "<á@x>", "a..b@x", &long] {
        let mut letter = sample::letter();
        letter.message_id = id.to_owned();
        let error = compose(&letter).expect_err(id);
        assert!(matches!(error, MailError::Header { field: Field::MessageId, .. }), "{id:?}");
    }
    for reference in ["", "M-17\r\nBcc: x@y.example", "M 17", "Ñ-1"] {
        let mut letter = sample::letter();
        letter.reference = reference.to_owned();
        let error = compose(&letter).expect_err(reference);
        assert!(matches!(error, MailError::Header { field: Field::Reference, .. }), "{reference:?}");
    }
}

#[test]
fn a_message_id_is_the_same_with_and_without_brackets() {
    let mut letter = sample::letter();
    letter.message_id = "m-17.2026@salud.santander.example".to_owned();
    assert!(composed(&letter).contains("\r\nMessage-ID: <m-17.2026@salud.santander.example>\r\n"));
}

#[test]
fn a_date_that_a_header_cannot_hold_is_refused() {
    for date in ["1969-12-31T23:59:59Z", "+10000-01-01T00:00:00Z"] {
        let mut letter = sample::letter();
        letter.date = date.parse().expect("an instant");
        assert!(matches!(compose(&letter), Err(MailError::Date { .. })), "{date}");
    }
}

#[test]
fn a_text_cannot_close_the_part_it_is_in() {
    let first = composed(&sample::letter());
    let boundaries: Vec<String> = first
        .split("\r\n")
        .filter(|line| line.starts_with("--ata-"))
        .map(|line| line.trim_end_matches("--").to_owned())
        .collect();
    assert_eq!(boundaries.len(), 7);
    let mut letter = sample::letter();
    letter.body = format!("{}\nContent-Type: text/html\n\nforged\n", boundaries.join("--\n"));
    letter.html = Some(letter.body.clone());
    let second = composed(&letter);
    let Some(read) = python::read("message", second.as_bytes()) else {
        return;
    };
    assert_eq!(read["parts"].as_array().map(Vec::len), Some(6));
    assert!(read["parts"][2]["text"].as_str().expect("text").contains("forged"));
}

#[test]
fn words_that_look_encoded_are_shown_as_they_were_typed() {
    let mut letter = sample::letter();
    letter.subject = "=?utf-8?q?Bcc=3A?= hola".to_owned();
    letter.to.name = "=?utf-8?q?Jefe?=".to_owned();
    let text = composed(&letter);
    let Some(read) = python::read("message", text.as_bytes()) else {
        return;
    };
    assert_eq!(header(&read, "Subject"), "= ?utf-8?q?Bcc=3A?= hola");
    assert_eq!(read["to"][0][0], "= ?utf-8?q?Jefe?=");
}

#[test]
fn a_very_long_subject_or_line_keeps_every_line_short() {
    let mut letter = sample::letter();
    (letter.calendar, letter.html) = (None, None);
    for subject in ["a".repeat(5000), "á".repeat(5000), "palabra ".repeat(900)] {
        letter.subject = subject;
        letter.to.name = "N".repeat(3000);
        letter.body = format!("{}\n.\n{}\r\nfin\rfin", "x".repeat(5000), "ñ".repeat(5000));
        let text = composed(&letter);
        let Some(read) = python::read("message", text.as_bytes()) else {
            return;
        };
        assert_eq!(read["defects"], json!([]));
        assert_eq!(header(&read, "Subject").chars().count(), 250);
        let body = read["parts"][0]["text"].as_str().expect("text").replace("\r\n", "\n");
        let expected = letter.body.replace("\r\n", "\n").replace('\r', "\n");
        assert_eq!(body.trim_end(), expected);
    }
}

proptest! {
    #[test]
    fn whatever_is_typed_the_headers_are_ours(
        subject in any::<String>(), name in any::<String>(), body in any::<String>(), file in any::<String>(),
    ) {
        let mut letter = sample::letter();
        letter.subject = subject;
        letter.from.name = name.clone();
        letter.to.name = name;
        letter.html = Some(body.clone());
        letter.body = body;
        letter.calendar.as_mut().expect("one").file_name = file;
        prop_assert_eq!(header_names(&composed(&letter)), HEADERS);
    }

    #[test]
    fn a_strange_address_is_refused_or_stays_one_line(address in "\\PC{0,20}@\\PC{0,20}|[a-z\r\n<>@,\" .]{0,30}") {
        let mut letter = sample::letter();
        letter.to.address = address;
        if compose(&letter).is_ok() {
            prop_assert_eq!(header_names(&composed(&letter)), HEADERS);
        }
    }
}
