//! What comes back by mail: answers to invitations and returned messages, each taken once.

use super::{case_with, draft, mails, planned, read, send};
use crate::desk::TestDesk;
use serde_json::{Value, json};
use std::collections::{BTreeMap, BTreeSet};

/// What a mail program sends when somebody answers.
struct Reply<'a> {
    uid: &'a str,
    id: &'a str,
    from: &'a str,
    attendee: &'a str,
    name: &'a str,
    answer: &'a str,
    sequence: i64,
    stamp: &'a str,
}

impl Reply<'_> {
    fn text(&self) -> String {
        let Reply { uid, id, from, attendee, name, answer, sequence, stamp } = self;
        format!(
            "From: {from}\r\nTo: vigilancia@example.org\r\nSubject: Respuesta\r\nMessage-ID: <{id}>\r\n\
             Date: Mon, 02 Mar 2026 13:00:00 +0000\r\nMIME-Version: 1.0\r\n\
             Content-Type: text/calendar; method=REPLY; charset=utf-8\r\n\r\n\
             BEGIN:VCALENDAR\r\nMETHOD:REPLY\r\nVERSION:2.0\r\nPRODID:-//x//x//ES\r\nBEGIN:VEVENT\r\nUID:{uid}\r\n\
             SEQUENCE:{sequence}\r\nDTSTAMP:{stamp}\r\nATTENDEE;CN=\"{name}\";PARTSTAT={answer}:mailto:{attendee}\r\n\
             END:VEVENT\r\nEND:VCALENDAR\r\n"
        )
    }
}

/// A session told to Ana, and its UID.
fn told() -> (TestDesk, String) {
    let desk = case_with("--invite ana@example.org --invite 'Beto Pérez'");
    draft(&desk, "1", "convocation");
    send(&desk);
    let uid = desk.json("show 1-S1")["uid"].as_str().expect("a uid").to_owned();
    (desk, uid)
}

fn from_ana<'a>(uid: &'a str, id: &'a str, answer: &'a str, stamp: &'a str) -> Reply<'a> {
    let attendee = "Ana@Example.org";
    Reply { uid, id, from: "Ana <ana@example.org>", attendee, name: "Ana Ñáñez", answer, sequence: 0, stamp }
}

/// The answer of a person in the roster.
fn answer(desk: &TestDesk, person: &str) -> Value {
    let roster = desk.json("run roster 1-S1");
    let rows = roster["items"].as_array().expect("items").clone();
    rows.into_iter().find(|row| row["person"]["id"] == person).expect("the person")["answer"].clone()
}

#[test]
fn an_answer_is_kept_once_and_shown_where_people_look() {
    let (desk, uid) = told();
    desk.file("si.eml", from_ana(&uid, "a1@x", "ACCEPTED", "20260302T133000Z").text());
    let before = desk.dump();
    let preview = desk.json("notify read si.eml --dry-run");
    assert_eq!((&preview["replies"], &preview["changed"]), (&1.into(), &true.into()));
    assert_eq!(desk.dump(), before);
    let kept = desk.json("notify read si.eml");
    assert_eq!((&kept["items"][0]["outcome"], &kept["items"][0]["person"]), (&"kept".into(), &"P-2".into()));
    let after = desk.dump();
    let expected = json!({"answer": "accepted", "at": "2026-03-02T13:30:00Z", "current": true, "delegate": null, "comment": null,
                          "sender": null});
    assert_eq!(answer(&desk, "P-2"), expected);
    assert_eq!(answer(&desk, "P-3"), Value::Null);
    assert_eq!(desk.json("show 1-S1")["roster"][0]["answer"], expected);
    for line in ["run roster 1-S1", "show 1-S1"] {
        assert!(desk.run(line).ok().stdout.contains("Asistirá"), "{line}");
    }
    assert!(
        desk.run("run roster 1-S1")
            .ok()
            .stdout
            .contains("1 asisten · 0 quizá · 0 no asisten · 0 delegan · 1 sin responder")
    );
    let again = desk.json("notify read si.eml si.eml");
    assert_eq!((&again["changed"], &again["known"]), (&false.into(), &2.into()));
    assert_eq!(desk.dump(), after);
    desk.run("undo").ok();
    assert_eq!(desk.dump(), before);
    desk.run("undo").ok();
    assert_eq!(desk.dump(), after);
}

#[test]
fn the_latest_answer_to_the_newest_date_counts() {
    let (desk, uid) = told();
    let later = from_ana(&uid, "a2@x", "DECLINED", "20260302T140000Z").text();
    let earlier = from_ana(&uid, "a1@x", "ACCEPTED", "20260302T133000Z").text();
    let mbox = format!("From ana Mon Mar  2 13:00:00 2026\n{later}\nFrom ana Mon Mar  2 13:00:00 2026\n{earlier}\n");
    desk.file("entrada.mbox", mbox.replace("\r\n", "\n"));
    assert_eq!(desk.json("notify read entrada.mbox")["replies"], 2);
    assert_eq!(answer(&desk, "P-2")["answer"], "declined");
    desk.json("schedule move 1-S1 --start '2026-03-19 08:00' --reason 'Auditorio ocupado'");
    let answered = answer(&desk, "P-2");
    assert_eq!((&answered["answer"], &answered["current"]), (&"declined".into(), &false.into()));
    assert!(desk.run("run roster 1-S1").ok().stdout.contains("No asistirá (antes del cambio)"));
    draft(&desk, "1", "change");
    send(&desk);
    let newest = Reply { sequence: 1, ..from_ana(&uid, "a3@x", "TENTATIVE", "20260302T120000Z") };
    desk.file("tal-vez.eml", newest.text());
    desk.json("notify read tal-vez.eml");
    let answered = answer(&desk, "P-2");
    assert_eq!((&answered["answer"], &answered["current"]), (&"tentative".into(), &true.into()));
}

#[test]
fn an_answer_from_another_address_is_kept_with_it() {
    let (desk, uid) = told();
    let reply =
        Reply { from: "Secretaria <despacho@example.org>", ..from_ana(&uid, "a1@x", "ACCEPTED", "20990101T000000Z") };
    desk.file("si.eml", reply.text());
    let kept = desk.json("notify read si.eml");
    assert_eq!(kept["items"][0]["sender"], "despacho@example.org");
    // A clock that runs ahead is not believed: the mail's own date is.
    let answered = answer(&desk, "P-2");
    assert_eq!(
        (&answered["sender"], &answered["at"]),
        (&"despacho@example.org".into(), &"2026-03-02T13:00:00Z".into())
    );
    assert!(desk.run("notify read si.eml").ok().stdout.contains("viene de despacho@example.org"));
}

#[test]
fn an_address_of_several_is_told_apart_by_the_name() {
    let desk = planned();
    desk.json("person add 'Rosa Díaz' --email oficina@vetas.example");
    desk.json("person add 'Luis Mora' --email oficina@vetas.example");
    desk.json(
        "schedule add 1 --start '2026-03-18 08:00' --duration 4h --place Auditorio --agenda 'Situación' --invite P-4 --invite P-5",
    );
    draft(&desk, "1", "convocation");
    send(&desk);
    let uid = desk.json("show 1-S1")["uid"].as_str().expect("a uid").to_owned();
    let office = |id, name| Reply {
        from: "oficina@vetas.example",
        attendee: "oficina@vetas.example",
        name,
        ..from_ana(&uid, id, "ACCEPTED", "20260302T133000Z")
    };
    desk.file("nadie.eml", office("a1@x", "Oficina").text());
    desk.file("luis.eml", office("a2@x", "LUIS MORA").text());
    let read = desk.json("notify read nadie.eml luis.eml");
    assert_eq!(read["items"][0]["outcome"], "several_invited");
    assert_eq!((&read["items"][1]["outcome"], &read["items"][1]["person"]), (&"kept".into(), &"P-5".into()));
}

#[test]
fn what_is_none_of_ours_is_listed_and_left_alone() {
    let (desk, uid) = told();
    let stranger = Reply { attendee: "otro@example.org", ..from_ana(&uid, "a1@x", "ACCEPTED", "20260302T133000Z") };
    desk.file("correo-entrada/new/1", stranger.text());
    desk.file("correo-entrada/new/2", from_ana("otra@jornada", "a2@x", "ACCEPTED", "20260302T133000Z").text());
    desk.file("correo-entrada/cur/3:2,S", "From: x@y.example\r\nSubject: Hola\r\n\r\nSaludos\r\n");
    desk.file("correo-entrada/cur/4:2,S", returned("nuestro-no@x", "failed", "5.1.1"));
    let before = desk.dump();
    let read = desk.json("notify read correo-entrada");
    let outcomes: BTreeSet<&str> =
        read["items"].as_array().expect("items").iter().filter_map(|one| one["outcome"].as_str()).collect();
    assert_eq!(outcomes, BTreeSet::from(["not_invited", "unknown_session", "ordinary", "not_ours"]));
    assert_eq!((&read["others"], &read["changed"]), (&4.into(), &false.into()));
    assert_eq!(desk.dump(), before);
    let shown = desk.run("notify read correo-entrada").ok().stdout;
    assert!(shown.contains("mensaje corriente") && shown.contains("4 sin tocar"), "{shown}");
    desk.run("notify read nada.eml").exits(3);
    desk.file("vacia/x.txt", "");
    desk.run("notify read vacia").exits(3);
}

/// A report of non-delivery about a message.
fn returned(message_id: &str, action: &str, status: &str) -> String {
    format!(
        "From: MAILER-DAEMON@mx.example\r\nMessage-ID: <{action}-{status}@mx.example>\r\nMIME-Version: 1.0\r\n\
         Content-Type: multipart/report; report-type=delivery-status; boundary=\"b\"\r\n\r\n--b\r\n\
         Content-Type: message/delivery-status\r\n\r\nReporting-MTA: dns; mx.example\r\n\r\n\
         Final-Recipient: rfc822; ana@example.org\r\nAction: {action}\r\nStatus: {status}\r\n\
         Diagnostic-Code: smtp; 550 no existe el buzon\r\n\r\n--b\r\nContent-Type: message/rfc822\r\n\r\n\
         Message-ID: <{message_id}>\r\nSubject: Convocatoria\r\n\r\nx\r\n--b--\r\n"
    )
}

fn message_id(desk: &TestDesk) -> String {
    desk.json("notify outbox")["items"][0]["message_id"].as_str().expect("an id").to_owned()
}

#[test]
fn a_returned_message_has_failed_with_the_words_of_the_server() {
    let (desk, _) = told();
    let id = message_id(&desk);
    desk.file("espera.eml", returned(&id, "delayed", "4.4.1"));
    desk.file("devuelto.eml", returned(&id, "failed", "5.1.1"));
    assert_eq!(desk.json("notify read espera.eml")["items"][0]["outcome"], "not_final");
    let before = desk.dump();
    let read = desk.json("notify read devuelto.eml");
    assert_eq!((&read["bounces"], &read["items"][0]["message"]), (&1.into(), &"M-1".into()));
    let message = desk.json("show M-1");
    assert_eq!((&message["state"], &message["error"]), (&"failed".into(), &"bounced".into()));
    let tries = message["tries"].as_array().expect("tries");
    assert_eq!(tries[tries.len() - 1]["detail"], "5.1.1 550 no existe el buzon");
    let after = desk.dump();
    assert_eq!(desk.json("notify read devuelto.eml")["changed"], false);
    assert_eq!(desk.dump(), after);
    desk.run("undo").ok();
    assert_eq!(desk.dump(), before);
    desk.run("undo").ok();
    assert_eq!(desk.dump(), after);
    // The address is corrected, the notice drafted and sent anew; the old report says nothing of it.
    desk.json("person edit P-2 --email ana2@example.org");
    draft(&desk, "1", "convocation");
    send(&desk);
    assert_eq!(desk.json("notify read devuelto.eml")["changed"], false);
    assert_eq!(desk.json("show M-1")["state"], "sent");
}

#[test]
fn a_report_about_somebody_told_otherwise_meanwhile_changes_nothing_of_that() {
    let (desk, _) = told();
    let id = message_id(&desk);
    desk.file("devuelto.eml", returned(&id, "failed", "5.1.1"));
    desk.file("otra-vez.eml", returned(&id, "failed", "5.2.1"));
    desk.json("notify read devuelto.eml");
    desk.json("notify call 1-S1 --person P-2 --outcome reached");
    assert_eq!(desk.json("notify read otra-vez.eml")["items"][0]["outcome"], "settled");
    assert_eq!(desk.json("show M-1")["state"], "sent");
}

#[test]
fn members_of_a_board_get_their_own_sessions_and_no_others() {
    let desk = planned();
    for line in [
        "person add 'Rosa Díaz' --email rosa@example.org",
        "board add 'Mesa Materna'",
        "board add 'Mesa Infantil'",
        "board member 'Mesa Materna' P-2 P-4",
        "board member 'Mesa Infantil' P-4 P-1",
        "schedule add 1 --start '2026-03-18 08:00' --duration 2h --place Auditorio --agenda Uno --invite 'board:Mesa Materna'",
        "schedule add 1 --start '2026-03-18 10:00' --duration 2h --place Auditorio --agenda Dos --invite 'board:Mesa Infantil'",
    ] {
        desk.json(line);
    }
    draft(&desk, "1", "convocation");
    send(&desk);
    let uid = |session: &str| desk.json(&format!("show {session}"))["uid"].as_str().expect("a uid").to_owned();
    let (first, second) = (uid("1-S1"), uid("1-S2"));
    let feed = |person: &str| desk.run(&format!("schedule ics --invited {person}")).ok().stdout;
    assert!(feed("P-2").contains(&first) && !feed("P-2").contains(&second));
    assert!(feed("P-4").contains(&first) && feed("P-4").contains(&second));
    let mut got: BTreeMap<String, BTreeSet<String>> = BTreeMap::new();
    for path in mails(&desk) {
        let Some((mail, calendar)) = read(&path) else { return };
        let to = mail["to"][0][1].as_str().expect("an address").to_owned();
        let event = &calendar["events"][0];
        assert_eq!((&calendar["method"], event["attendees"].as_array().map(Vec::len)), (&"REQUEST".into(), Some(1)));
        assert_eq!(event["attendees"][0]["uri"], format!("mailto:{to}"));
        got.entry(to).or_default().insert(event["uid"].as_str().expect("a uid").to_owned());
    }
    let expected = BTreeMap::from([
        ("ana@example.org".to_owned(), BTreeSet::from([first.clone()])),
        ("rosa@example.org".to_owned(), BTreeSet::from([first, second.clone()])),
        ("marcela@example.org".to_owned(), BTreeSet::from([second])),
    ]);
    assert_eq!(got, expected);
}

#[test]
fn who_answers_in_words_is_named_with_the_message_that_is_answered() {
    let (desk, _) = told();
    let id = message_id(&desk);
    let letter = |name: &str, more: &str| {
        desk.file(
            name,
            format!("From: ana@example.org\r\nMessage-ID: <{name}>\r\nIn-Reply-To: <{id}>\r\nSubject: Re: Convocatoria\r\n{more}\r\nSí, asistiré.\r\n"),
        );
    };
    letter("palabras.eml", "");
    letter("ausente.eml", "Auto-Submitted: auto-replied\r\n");
    letter(
        "otra-hora.eml",
        "Content-Type: text/calendar; method=COUNTER\r\n\r\nBEGIN:VCALENDAR\r\nMETHOD:COUNTER\r\nEND:VCALENDAR\r\n",
    );
    let read = desk.json("notify read palabras.eml ausente.eml otra-hora.eml");
    for (at, outcome) in ["ordinary", "automatic", "counter"].into_iter().enumerate() {
        let item = &read["items"][at];
        assert_eq!(
            (&item["outcome"], &item["message"], &item["person"]),
            (&outcome.into(), &"M-1".into(), &"P-2".into())
        );
    }
    assert_eq!((&read["others"], &read["changed"]), (&3.into(), &false.into()));
    let shown = desk.run("notify read palabras.eml ausente.eml otra-hora.eml").ok().stdout;
    for words in [
        "Ana Ñáñez",
        "escribe sobre M-1: léalo",
        "respuesta automática a M-1",
        "propone otra fecha u hora (M-1): léalo",
    ] {
        assert!(shown.contains(words), "{shown}");
    }
}

#[test]
fn a_second_report_of_what_failed_says_nothing_new() {
    let (desk, _) = told();
    let id = message_id(&desk);
    desk.file("uno.eml", returned(&id, "failed", "5.1.1"));
    desk.file("dos.eml", returned(&id, "failed", "5.2.1"));
    desk.file("ajeno.eml", returned("otro@x", "failed", "5.1.1"));
    desk.json("notify read uno.eml");
    let second = desk.json("notify read dos.eml");
    assert_eq!((&second["items"][0]["outcome"], &second["bounces"]), (&"failed_before".into(), &0.into()));
    let shown = desk.run("notify read ajeno.eml").ok().stdout;
    assert!(shown.contains("\tana@example.org\t5.1.1 550 no existe el buzon\t"), "{shown}");
}
