//! Answers in the shapes in which mail programs send them; people and places are made up.

use ata::mail::read::{Answer, CalendarFault, Incoming, Reason, Reply, read};

use super::other;

pub const UID: &str = "AT-2026-0001-S2@salud.santander.example";

/// Exchange: the calendar in base64, its own names of zones, the words in the language of the mailbox.
pub const OUTLOOK: &str = "\
From: =?iso-8859-1?Q?Ana_=D1=E1=F1ez?= <Ana@California.example>\r
To: Luz Marina <at@salud.santander.example>\r
Subject: Aceptado: Convocatoria\r
Message-ID: <BN1PR01@namprd.prod.outlook.example>\r
Content-Type: multipart/alternative;\r
\tboundary=\"_000_BN1PR01_\"\r
MIME-Version: 1.0\r
\r
--_000_BN1PR01_\r
Content-Type: text/plain; charset=\"iso-8859-1\"\r
Content-Transfer-Encoding: quoted-printable\r
\r
All=ED estar=E9\r
--_000_BN1PR01_\r
Content-Type: text/calendar; charset=\"utf-8\"; method=REPLY\r
Content-Transfer-Encoding: base64\r
\r
QkVHSU46VkNBTEVOREFSDQpNRVRIT0Q6UkVQTFkNClBST0RJRDpNaWNyb3NvZnQgRXhjaGFuZ2Ug\r
U2VydmVyIDIwMTANClZFUlNJT046Mi4wDQpCRUdJTjpWVElNRVpPTkUNClRaSUQ6U0EgUGFjaWZp\r
YyBTdGFuZGFyZCBUaW1lDQpFTkQ6VlRJTUVaT05FDQpCRUdJTjpWRVZFTlQNCkFUVEVOREVFO1BB\r
UlRTVEFUPUFDQ0VQVEVEO0NOPUFuYSDDkcOhw7FlejpNQUlMVE86QW5hQENhbGlmb3JuaWEuZXhh\r
bXBsZQ0KQ09NTUVOVDtMQU5HVUFHRT1lcy1DTzpBbGzDrSBlc3RhcsOpXG4NClVJRDpBVC0yMDI2\r
LTAwMDEtUzJAc2FsdWQuc2FudGFuZGVyLmV4YW1wbGUNClNVTU1BUlk7TEFOR1VBR0U9ZXMtQ086\r
QWNlcHRhZG86IENvbnZvY2F0b3JpYQ0KRFRTVEFSVDtUWklEPVNBIFBhY2lmaWMgU3RhbmRhcmQg\r
VGltZToyMDI2MDMwNFQwOTAwMDANCkRUU1RBTVA6MjAyNjAyMjFUMTMwNTAwWg0KU0VRVUVOQ0U6\r
MQ0KU1RBVFVTOkNPTkZJUk1FRA0KQkVHSU46VkFMQVJNDQpERVNDUklQVElPTjpSRU1JTkRFUg0K\r
RU5EOlZBTEFSTQ0KRU5EOlZFVkVOVA0KRU5EOlZDQUxFTkRBUg0K\r
--_000_BN1PR01_--\r
";

/// Google: a calendar that says 7bit and holds UTF-8, and the same once more as a file.
pub const GOOGLE: &str = "\
From: José Núñez <jose@vetas.example>
To: at@salud.santander.example
Subject: Declined: Convocatoria
Content-Type: multipart/mixed; boundary=\"000000000000a1\"

--000000000000a1
Content-Type: multipart/alternative; boundary=\"000000000000a0\"

--000000000000a0
Content-Type: text/plain; charset=\"UTF-8\"; format=flowed

José Núñez ha rechazado la invitación.

--000000000000a0
Content-Type: text/calendar; charset=\"UTF-8\"; method=REPLY
Content-Transfer-Encoding: 7bit

BEGIN:VCALENDAR
PRODID:-//Google Inc//Google Calendar 70.9054//EN
VERSION:2.0
CALSCALE:GREGORIAN
METHOD:REPLY
BEGIN:VEVENT
DTSTART:20260304T140000Z
DTEND:20260304T170000Z
DTSTAMP:20260222T080000Z
ORGANIZER;CN=Secretaría de Salud:mailto:at@salud.santander.example
UID:AT-2026-0001-S2@salud.santander.example
ATTENDEE;CUTYPE=INDIVIDUAL;ROLE=REQ-PARTICIPANT;PARTSTAT=DECLINED;CN=José N
 úñez;X-NUM-GUESTS=0;X-RESPONSE-COMMENT=\"No puedo\":mailto:jose@vetas.example
CREATED:20260220T150000Z
DESCRIPTION:Agenda:\\n1. Apertura
SEQUENCE:0
STATUS:CONFIRMED
END:VEVENT
END:VCALENDAR

--000000000000a0--
--000000000000a1
Content-Type: application/ics; name=\"invite.ics\"
Content-Disposition: attachment; filename=\"invite.ics\"

BEGIN:VCALENDAR
METHOD:REPLY
END:VCALENDAR
--000000000000a1--
";

/// Apple: a reference of its server in the place of the address, which stands beside it; no SEQUENCE.
pub const APPLE: &str = "\
From: Luis Prueba <luis@icloud.example>
Subject: Tentativo
Content-Type: multipart/mixed; boundary=Apple-Mail-1

--Apple-Mail-1
Content-Type: text/calendar; method=reply; charset=utf-8; name=iCal.ics
Content-Transfer-Encoding: quoted-printable
Content-Disposition: attachment; filename=iCal.ics

BEGIN:VCALENDAR
VERSION:2.0
PRODID:-//Apple Inc.//macOS 14.0//EN
METHOD:REPLY
BEGIN:VEVENT
UID:AT-2026-0001-S2@salud.santander.example
DTSTAMP:20260223T100000Z
ATTENDEE;CN=3D\"Luis; Prueba\";CUTYPE=3DINDIVIDUAL;EMAIL=3D\"luis@icloud.exa=
mple\";PARTSTAT=3DTENTATIVE:/aMTIzNDU2Nzg5/principal/
COMMENT:Quiz=C3=A1s\\, depende
END:VEVENT
END:VCALENDAR
--Apple-Mail-1--
";

#[track_caller]
fn reply(message: &str) -> Reply {
    match read(message.as_bytes()) {
        Incoming::Replies(mut replies) if replies.len() == 1 => replies.remove(0),
        found => panic!("{found:?}"),
    }
}

fn text(value: &str) -> Option<String> {
    Some(value.to_owned())
}

#[test]
fn the_answers_of_the_three_large_programs_are_understood() {
    let stamp = |text: &str| Some(text.parse().expect("an instant"));
    let outlook = Reply {
        uid: UID.to_owned(),
        attendee: "ana@california.example".to_owned(),
        name: text("Ana Ñáñez"),
        answer: Answer::Accepted,
        sequence: Some(1),
        stamp: stamp("2026-02-21T13:05:00Z"),
        comment: text("Allí estaré"),
        sender: text("ana@california.example"),
    };
    assert_eq!(reply(OUTLOOK), outlook);
    let google = Reply {
        attendee: "jose@vetas.example".to_owned(),
        name: text("José Núñez"),
        answer: Answer::Declined,
        sequence: Some(0),
        stamp: stamp("2026-02-22T08:00:00Z"),
        comment: None,
        sender: text("jose@vetas.example"),
        ..outlook
    };
    assert_eq!(reply(GOOGLE), google);
    let apple = Reply {
        attendee: "luis@icloud.example".to_owned(),
        name: text("Luis; Prueba"),
        answer: Answer::Tentative,
        sequence: None,
        stamp: stamp("2026-02-23T10:00:00Z"),
        comment: text("Quizás, depende"),
        sender: text("luis@icloud.example"),
        ..google
    };
    assert_eq!(reply(APPLE), apple);
}

/// A message that is nothing but a calendar.
fn bare(calendar: &str) -> String {
    format!("From: ana@x.example\nContent-Type: text/calendar; method=REPLY\n\n{calendar}\n")
}

fn event(method: &str, lines: &str) -> String {
    bare(&format!("BEGIN:VCALENDAR\nMETHOD:{method}\nBEGIN:VEVENT\n{lines}\nEND:VEVENT\nEND:VCALENDAR"))
}

#[test]
fn an_answer_may_be_written_in_many_ways() {
    let ana = "ATTENDEE;PARTSTAT=ACCEPTED:mailto:ana@x.example";
    for (lines, answer) in [
        (ana.to_owned(), Answer::Accepted),
        ("attendee;partstat=accepted:MAILTO:ANA@X.EXAMPLE".to_owned(), Answer::Accepted),
        ("ATTENDEE;PARTSTAT=\"DECLINED\":<mailto:ana@x.example>".to_owned(), Answer::Declined),
        ("ATTENDEE;PARTSTAT=TENTATIVE:ana@x.example".to_owned(), Answer::Tentative),
        ("ATTENDEE;PARTSTAT=DELEGATED:mailto:ana@x.example".to_owned(), Answer::Delegated(None)),
        (
            "ATTENDEE;DELEGATED-TO=\"mailto:Luis@x.example\";PARTSTAT=DELEGATED:mailto:ana@x.example".to_owned(),
            Answer::Delegated(text("luis@x.example")),
        ),
        // Some repeat the whole list: the sender is meant, or the only one who has answered.
        (format!("ATTENDEE;PARTSTAT=DECLINED:mailto:luis@x.example\n{ana}"), Answer::Accepted),
        (
            "ATTENDEE;PARTSTAT=NEEDS-ACTION:mailto:b@x.example\nATTENDEE;PARTSTAT=DECLINED:mailto:c@x.example"
                .to_owned(),
            Answer::Declined,
        ),
    ] {
        let message = event("REPLY", &format!("UID:x\n{lines}"));
        assert_eq!(reply(&message).answer, answer, "{lines}");
        assert_eq!(reply(&message.replace('\n', "\r\n")).answer, answer, "{lines}");
        assert_eq!(reply(&message.replacen("METHOD", "Method", 1)).answer, answer, "{lines}");
    }
    let cut = bare(&format!("BEGIN:VCALENDAR\nMETHOD:REPLY\nBEGIN:VEVENT\nUID:x\n{ana}"));
    assert_eq!(reply(&cut).answer, Answer::Accepted, "the end was cut off");
}

#[test]
fn what_an_answer_lacks_is_named() {
    let ana = "ATTENDEE;PARTSTAT=ACCEPTED:mailto:ana@x.example";
    let lacks = |fault| Reason::Calendar(fault);
    for (message, reason) in [
        (event("REPLY", ana), lacks(CalendarFault::NoUid)),
        (event("REPLY", "UID:x"), lacks(CalendarFault::NoAttendee)),
        (event("REPLY", "UID:x\nATTENDEE;PARTSTAT=ACCEPTED:nadie"), lacks(CalendarFault::NoAttendee)),
        (
            event("REPLY", "UID:x\nATTENDEE;PARTSTAT=ACCEPTED:b@x.example\nATTENDEE;PARTSTAT=ACCEPTED:c@x.example"),
            lacks(CalendarFault::NoAttendee),
        ),
        (event("REPLY", "UID:x\nATTENDEE:mailto:ana@x.example"), lacks(CalendarFault::NoAnswer)),
        (event("REPLY", "UID:x\nATTENDEE;PARTSTAT=NEEDS-ACTION:mailto:ana@x.example"), lacks(CalendarFault::NoAnswer)),
        (bare("BEGIN:VCALENDAR\nMETHOD:REPLY\nEND:VCALENDAR"), lacks(CalendarFault::NoEvent)),
        (bare("nada"), lacks(CalendarFault::NoEvent)),
        (event("COUNTER", &format!("UID:x\n{ana}")), Reason::Method("COUNTER".to_owned())),
        (event("REQUEST", &format!("UID:x\n{ana}")), Reason::Method("REQUEST".to_owned())),
    ] {
        assert_eq!(other(&message), reason, "{message}");
    }
}

#[test]
fn an_answer_that_hides_in_a_file_is_found() {
    let calendar = "BEGIN:VCALENDAR\nMETHOD:REPLY\nBEGIN:VEVENT\nUID:x\nATTENDEE;PARTSTAT=ACCEPTED:mailto:a@x.example\n\
                    END:VEVENT\nEND:VCALENDAR\n";
    let message = format!(
        "From: a@x.example\nContent-Type: multipart/mixed; boundary=b\n\n--b\n\nhola\n--b\nContent-Type: \
         application/octet-stream\nContent-Disposition: attachment; filename=Respuesta.ICS\n\n{calendar}--b--\n"
    );
    assert_eq!(reply(&message).answer, Answer::Accepted);
}

#[test]
fn what_somebody_writes_beside_it_is_cut_to_one_short_line() {
    let comment = format!("COMMENT:uno\\n\u{1b}dos {}", "x".repeat(5000));
    let message = event("REPLY", &format!("UID:x\nATTENDEE;PARTSTAT=ACCEPTED:a@x.example\n{comment}"));
    let comment = reply(&message).comment.expect("one");
    assert!(comment.starts_with("uno dos xxx") && comment.chars().count() == 1000, "{comment}");
}

#[test]
fn an_answer_sent_on_as_an_attachment_is_the_answer_it_was() {
    let attach = |inner: &str| {
        format!(
            "From: secretaria@x.example\nSubject: RV: Aceptado\nContent-Type: multipart/mixed; boundary=adj\n\n--adj\n\nVer adjunto\n\
             --adj\nContent-Type: message/rfc822\n\n{inner}\n--adj--\n"
        )
    };
    let once = reply(&attach(OUTLOOK));
    assert_eq!(once, reply(OUTLOOK));
    assert_eq!(reply(&attach(&attach(GOOGLE).replace("=adj", "=otro").replace("--adj", "--otro"))), reply(GOOGLE));
    let both =
        attach(OUTLOOK).replace("\n--adj--", &format!("\n--adj\nContent-Type: message/rfc822\n\n{GOOGLE}\n--adj--"));
    let Incoming::Replies(replies) = read(both.as_bytes()) else { panic!("{both}") };
    assert_eq!(replies.len(), 2);
}
