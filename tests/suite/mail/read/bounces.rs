//! Reports of non-delivery in the shapes in which servers send them; people and places are made up.

use ata::mail::read::{Action, Bounce, Incoming, Undelivered, read};

pub const POSTFIX: &str = "\
From: MAILER-DAEMON@mail.salud.example (Mail Delivery System)
To: at@salud.santander.example
Subject: Undelivered Mail Returned to Sender
Auto-Submitted: auto-replied
Content-Type: multipart/report; report-type=delivery-status;
\tboundary=\"4D1F2.1762/mail\"
MIME-Version: 1.0

This is a MIME-encapsulated message.

--4D1F2.1762/mail
Content-Description: Notification
Content-Type: text/plain; charset=us-ascii

I'm sorry to have to inform you

--4D1F2.1762/mail
Content-Description: Delivery report
Content-Type: message/delivery-status

Reporting-MTA: dns; mail.salud.example
X-Postfix-Queue-ID: 4D1F2
Arrival-Date: Fri, 20 Feb 2026 15:00:01 +0000 (UTC)

Final-Recipient: rfc822; Ana@California.example
Original-Recipient: rfc822;ana@california.example
Action: failed
Status: 5.1.1
Remote-MTA: dns; mx.california.example
Diagnostic-Code: smtp; 550 5.1.1 <ana@california.example>: Recipient address
    rejected: no existe el buzon

--4D1F2.1762/mail
Content-Description: Undelivered Message
Content-Type: message/rfc822

From: at@salud.santander.example
Message-ID: <m-17.2026@salud.santander.example>
X-Ata-Message: M-17
Subject: Convocatoria

Cordial saludo
--4D1F2.1762/mail--
";

/// Exchange: the original only as headers, and a status without words.
pub const EXCHANGE: &str = "\
From: <postmaster@alcaldia.example>\r
Subject: No se puede entregar: Convocatoria\r
In-Reply-To: <otra@salud.example>\r
Content-Type: multipart/report; report-type=delivery-status; boundary=\"x\"\r
\r
--x\r
Content-Type: text/html; charset=\"utf-8\"\r
Content-Transfer-Encoding: base64\r
\r
PHA+bm88L3A+\r
--x\r
Content-Type: message/delivery-status\r
\r
Reporting-MTA: dns;SRV01.alcaldia.example\r
\r
Final-recipient: RFC822;jose@alcaldia.example\r
Original-recipient: RFC822;contacto@alcaldia.example\r
Action: delayed\r
Status: 4.4.7\r
\r
--x\r
Content-Type: text/rfc822-headers\r
\r
Message-ID: <m-18.2026@salud.santander.example>\r
X-Ata-Message: M-18\r
--x--\r
";

fn undelivered(recipient: &str, action: Action) -> Undelivered {
    Undelivered { recipient: recipient.to_owned(), original: None, action, status: None, diagnostic: None }
}

fn text(value: &str) -> Option<String> {
    Some(value.to_owned())
}

#[track_caller]
fn bounce(message: &str) -> Bounce {
    match read(message.as_bytes()) {
        Incoming::Bounce(bounce) => bounce,
        found => panic!("{found:?}"),
    }
}

#[test]
fn a_report_says_who_was_not_reached_why_and_by_which_message() {
    let found = bounce(POSTFIX);
    assert!(found.recipients[0].is_final());
    let words = "550 5.1.1 <ana@california.example>: Recipient address rejected: no existe el buzon";
    let ana = Undelivered {
        status: text("5.1.1"),
        diagnostic: text(words),
        ..undelivered("ana@california.example", Action::Failed)
    };
    let expected = Bounce {
        recipients: vec![ana],
        message_id: text("m-17.2026@salud.santander.example"),
        reference: text("M-17"),
    };
    assert_eq!(found, expected);
    assert_eq!(bounce(&POSTFIX.replace('\n', "\r\n")), expected);
}

#[test]
fn a_delay_is_no_failure_and_a_forwarding_is_told() {
    let found = bounce(EXCHANGE);
    assert!(!found.recipients[0].is_final());
    let jose = Undelivered {
        original: text("contacto@alcaldia.example"),
        status: text("4.4.7"),
        ..undelivered("jose@alcaldia.example", Action::Delayed)
    };
    let expected = Bounce {
        recipients: vec![jose],
        message_id: text("m-18.2026@salud.santander.example"),
        reference: text("M-18"),
    };
    assert_eq!(found, expected);
}

/// A report of these fields and nothing else.
fn report(fields: &str) -> String {
    format!(
        "From: postmaster@x.example\nReferences: <m-9@x.example> <b@x.example>\nContent-Type: multipart/report; \
         boundary=b\n\n--b\nContent-Type: message/delivery-status\n\n{fields}\n--b--\n"
    )
}

#[test]
fn what_a_server_leaves_out_is_made_up_for_where_it_can_be() {
    for (fields, action, status) in [
        ("Final-Recipient: rfc822; a@x.example\nAction: failed\nStatus: 5.0.0 (no)", Action::Failed, Some("5.0.0")),
        ("final-recipient: a@x.example\nACTION: Failed", Action::Failed, None),
        ("Original-Recipient: rfc822;a@x.example\nAction: expanded", Action::Expanded, None),
        ("Final-Recipient: rfc822;<a@x.example>\nAction: relayed\nStatus: 2.1", Action::Relayed, None),
        ("Final-Recipient: rfc822;a@x.example\nStatus: 4.2.2", Action::Delayed, Some("4.2.2")),
        ("Final-Recipient: rfc822;a@x.example\nStatus: 2.0.0", Action::Delivered, Some("2.0.0")),
        ("Final-Recipient: rfc822;a@x.example\nAction: exploded", Action::Failed, None),
    ] {
        for head in ["", "Reporting-MTA: dns; x\n\n"] {
            let found = bounce(&report(&format!("{head}{fields}")));
            let expected = Undelivered { status: status.map(str::to_owned), ..undelivered("a@x.example", action) };
            assert_eq!(found.recipients, [expected], "{fields}");
            assert_eq!((found.message_id.as_deref(), found.reference), (Some("m-9@x.example"), None));
        }
    }
}

#[test]
fn several_recipients_are_told_one_by_one() {
    let fields = "Reporting-MTA: dns; x\n\nFinal-Recipient: rfc822;a@x.example\nAction: failed\n\n\nFinal-Recipient: \
                  rfc822;b@x.example\nAction: delivered\n";
    let found = bounce(&report(fields));
    assert_eq!(
        found.recipients,
        [undelivered("a@x.example", Action::Failed), undelivered("b@x.example", Action::Delivered)]
    );
}

#[test]
fn a_report_in_one_header_is_understood() {
    let message = "From: Mailer-Daemon@x.example\nX-Failed-Recipients: a@x.example,\n  B@x.example\nIn-Reply-To: \
                   <m-17@x.example>\n\nMensaje no entregado\n";
    let found = bounce(message);
    assert_eq!(
        found.recipients,
        [undelivered("a@x.example", Action::Failed), undelivered("b@x.example", Action::Failed)]
    );
    assert_eq!(found.message_id.as_deref(), Some("m-17@x.example"));
}

#[test]
fn a_forged_reference_is_left_out() {
    let forged = POSTFIX.replace("X-Ata-Message: M-17", "X-Ata-Message: M-17'; --");
    assert_eq!(bounce(&forged).reference, None);
}

/// Reports without parts of their own: the message stands in the text.
#[test]
fn a_report_in_plain_words_is_understood() {
    let copy = "Message-ID: <m-17.2026@salud.santander.example>\nX-Ata-Message: M-17\nSubject: Convocatoria\n\nCordial saludo\n";
    let qmail = format!(
        "From: MAILER-DAEMON@mail.example\nSubject: failure notice\n\nHi. This is the qmail-send program at mail.example.\n\
         I'm afraid I wasn't able to deliver your message to the following addresses.\n\n\
         <ana@california.example>:\n192.0.2.1 does not like recipient.\nRemote host said: 550 no existe\n\n\
         --- Below this line is a copy of the message.\n\nReturn-Path: <at@salud.example>\n{copy}"
    );
    let exim = format!(
        "From: Mailer-Daemon@mail.example\nX-Failed-Recipients: ana@california.example\nSubject: Mail delivery failed\n\n\
         A message that you sent could not be delivered.\n\n  ana@california.example\n\n\
         ------ This is a copy of the message, including all the headers. ------\n\n{copy}"
    );
    for report in [qmail, exim] {
        for report in [report.replace('\n', "\r\n"), report] {
            let bounce = bounce(&report);
            assert_eq!(bounce.message_id.as_deref(), Some("m-17.2026@salud.santander.example"), "{report}");
            let [one] = &bounce.recipients[..] else { panic!("{bounce:?}") };
            assert_eq!((one.recipient.as_str(), one.is_final()), ("ana@california.example", true));
        }
    }
    let somebody = "From: x@y.example\nSubject: hola\n\nHi. This is the good news.\n\n<ana@california.example>:\nx\n";
    assert!(!matches!(read(somebody.replace("This is the", "These are").as_bytes()), Incoming::Bounce(_)));
}

#[test]
fn a_report_that_names_the_message_in_a_field_of_its_own_is_understood() {
    let named = POSTFIX
        .replace("X-Postfix-Queue-ID: 4D1F2", "X-Original-Message-ID: <m-18.2026@salud.santander.example>")
        .replace("Content-Type: message/rfc822", "Content-Type: application/octet-stream");
    assert_eq!(bounce(&named).message_id.as_deref(), Some("m-18.2026@salud.santander.example"));
}
