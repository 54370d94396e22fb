//! What comes back to the mailbox: answers, reports, and everything else.

mod bounces;
mod boxes;
mod replies;

use ata::mail::read::{Incoming, Reason, read};
use proptest::prelude::*;

#[track_caller]
fn other(message: &str) -> Reason {
    match read(message.as_bytes()) {
        Incoming::Other(reason) => reason,
        found => panic!("{found:?}"),
    }
}

#[test]
fn what_is_neither_answer_nor_report_is_told_apart() {
    let table = [
        ("", Reason::Empty),
        (" \r\n\n", Reason::Empty),
        ("hola, no soy un correo\nni nada\n", Reason::NotAMessage),
        ("Subject: hola\n\nGracias, asistiré.\n", Reason::Ordinary),
        ("Subject: hola\nAuto-Submitted: no\n\nGracias\n", Reason::Ordinary),
        ("Subject: ausente\nAuto-Submitted: auto-replied (vacaciones)\n\nVuelvo el lunes\n", Reason::Automatic),
        ("Subject: ausente\nX-Autoreply: yes\n\nVuelvo el lunes\n", Reason::Automatic),
        ("Subject: x\nContent-Type: application/ms-tnef; name=winmail.dat\n\nAAAA\n", Reason::Tnef),
        (
            "Subject: leído\nContent-Type: multipart/report; boundary=b\n\n--b\n\nse leyó\n--b\nContent-Type: \
             message/disposition-notification\n\nDisposition: manual-action; displayed\n--b--\n",
            Reason::ReadReceipt,
        ),
        (
            "Subject: x\nContent-Type: multipart/report; boundary=b\n\n--b\nContent-Type: message/delivery-status\n\n\
             Reporting-MTA: dns; x.example\n--b--\n",
            Reason::EmptyReport,
        ),
    ];
    for (message, reason) in table {
        assert_eq!(other(message), reason, "{message}");
    }
    assert_eq!(read(b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1 and so on"), Incoming::Other(Reason::OutlookFile));
}

#[test]
fn a_message_beyond_measure_is_not_looked_into() {
    let large = format!("Subject: x\n\n{}", "x".repeat(5 << 20));
    assert_eq!(other(&large), Reason::TooLarge);
    let parts = format!("Subject: x\nContent-Type: multipart/mixed; boundary=b\n\n{}", "--b\n".repeat(100_000));
    assert_eq!(other(&parts), Reason::TooLarge);
}

#[test]
fn parts_within_parts_without_end_are_refused() {
    let mut message = "Subject: x\n".to_owned();
    for depth in 0..1000 {
        message.push_str(&format!("Content-Type: multipart/mixed; boundary=b{depth}\n\n--b{depth}\n"));
    }
    assert!(matches!(other(&message), Reason::Broken(_)));
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(300))]

    #[test]
    fn no_bytes_are_too_much(bytes in prop::collection::vec(any::<u8>(), 0..400)) {
        let _ = read(&bytes);
    }

    /// Real messages with pieces cut out, doubled, and bytes changed reach deeper than noise does.
    #[test]
    fn no_damage_is_too_much(
        which in 0usize..5,
        cuts in prop::collection::vec((any::<prop::sample::Index>(), any::<prop::sample::Index>(), any::<bool>()), 0..6),
        changes in prop::collection::vec((any::<prop::sample::Index>(), any::<u8>()), 0..12),
    ) {
        let samples =
            [replies::OUTLOOK, replies::GOOGLE, replies::APPLE, bounces::POSTFIX, bounces::EXCHANGE];
        let mut bytes = samples[which].as_bytes().to_vec();
        for (from, to, is_doubled) in cuts {
            if bytes.is_empty() {
                break;
            }
            let (from, to) = (from.index(bytes.len()), to.index(bytes.len()));
            let range = from.min(to)..from.max(to);
            if is_doubled {
                let piece = bytes[range.clone()].to_vec();
                bytes.splice(range.start..range.start, piece);
            } else {
                bytes.drain(range);
            }
        }
        for (at, byte) in changes {
            if !bytes.is_empty() {
                let at = at.index(bytes.len());
                bytes[at] = byte;
            }
        }
        match read(&bytes) {
            Incoming::Replies(found) => prop_assert!(
                found.iter().all(|one| !one.uid.is_empty() && one.attendee.contains('@') && one.attendee.is_ascii())
            ),
            Incoming::Bounce(bounce) => prop_assert!(!bounce.recipients.is_empty()),
            Incoming::Other(_) => {}
        }
    }
}
