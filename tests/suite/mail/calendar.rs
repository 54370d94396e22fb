//! Calendars: lines as the norm wants them, read back by our own small reader and by PyPI `icalendar`.

use ata::mail::Party;
use ata::mail::calendar::{CalendarError, Invite, Method, feed, invitation};
use chrono::TimeZone;
use chrono_tz::{America, Tz};
use proptest::prelude::*;
use serde_json::json;

use super::{python, sample};

/// Undoes the folding: one string per content line.
fn unfolded(ics: &str) -> Vec<String> {
    let flat = ics.replace("\r\n ", "");
    flat.split_terminator("\r\n").map(str::to_owned).collect()
}

/// The values of a property, whatever its parameters.
fn values(ics: &str, property: &str) -> Vec<String> {
    let lines = unfolded(ics);
    let of_line = |line: &String| {
        let rest = line.strip_prefix(property)?;
        let mut in_quotes = false;
        let colon = rest.find(|c| {
            in_quotes ^= c == '"';
            c == ':' && !in_quotes
        })?;
        (rest.starts_with([':', ';'])).then(|| rest[colon + 1..].to_owned())
    };
    lines.iter().filter_map(of_line).collect()
}

fn unescaped(value: &str) -> String {
    let mut out = String::new();
    let mut chars = value.chars();
    while let Some(c) = chars.next() {
        match (c, if c == '\\' { chars.next() } else { None }) {
            ('\\', Some('n' | 'N')) => out.push('\n'),
            ('\\', Some(escaped)) => out.push(escaped),
            (c, _) => out.push(c),
        }
    }
    out
}

/// Each physical line at most 75 octets and whole characters, CRLF and nothing else.
fn assert_well_formed(ics: &str) {
    assert!(ics.ends_with("END:VCALENDAR\r\n"));
    for line in ics.split_terminator("\r\n") {
        assert!(line.len() <= 75, "{} octets: {line}", line.len());
        assert!(!line.contains(char::is_control), "{line:?}");
    }
    let mut open = Vec::new();
    for line in unfolded(ics) {
        if let Some(name) = line.strip_prefix("BEGIN:") {
            open.push(name.to_owned());
        } else if let Some(name) = line.strip_prefix("END:") {
            assert_eq!(open.pop().as_deref(), Some(name));
        }
    }
    assert!(open.is_empty());
}

fn written(invite: &Invite) -> String {
    let ics = invitation(invite).unwrap_or_else(|error| panic!("{error}"));
    assert_well_formed(&ics);
    ics
}

fn in_zone(zone: Tz, local: &str) -> Invite {
    let start = sample::at(zone, local);
    Invite { start, end: start + chrono::Duration::hours(2), ..sample::invite() }
}

#[test]
fn an_invitation_reads_as_written() {
    let ics = written(&sample::invite()).replace("\r\n", "\n");
    insta::with_settings!({ snapshot_path => "golden", prepend_module_to_snapshot => false, omit_expression => true }, {
        insta::assert_snapshot!("invitation", ics);
    });
}

#[test]
fn a_cancellation_is_cancelled_has_no_alarm_and_asks_for_no_answer() {
    let mut invite = sample::invite();
    (invite.method, invite.sequence) = (Method::Cancel, 2);
    let ics = written(&invite);
    assert_eq!(values(&ics, "METHOD"), ["CANCEL"]);
    assert_eq!(values(&ics, "STATUS"), ["CANCELLED"]);
    assert_eq!(values(&ics, "SEQUENCE"), ["2"]);
    assert_eq!(values(&ics, "ATTENDEE").len(), 2);
    assert!(!ics.contains("VALARM") && !ics.contains("RSVP"));
    invite.stands = true;
    let ics = written(&invite);
    assert_eq!((values(&ics, "METHOD"), values(&ics, "STATUS")), (vec!["CANCEL".to_owned()], Vec::new()));
}

#[test]
fn the_same_session_gives_the_same_bytes() {
    assert_eq!(written(&sample::invite()), written(&sample::invite()));
}

#[test]
fn another_program_reads_what_was_meant() {
    let ics = written(&sample::invite());
    let Some(read) = python::read("calendar", ics.as_bytes()) else {
        return;
    };
    assert_eq!(read["errors"], json!([]));
    assert_eq!(read["method"], "REQUEST");
    assert_eq!(read["components"], json!(["VTIMEZONE", "VEVENT"]));
    assert_eq!(read["zones"], json!([{ "tzid": "America/Bogota", "parts": ["STANDARD"] }]));
    let event = &read["events"][0];
    assert_eq!(event["start"], "2026-03-04T14:00:00Z");
    assert_eq!(event["end"], "2026-03-04T17:00:00Z");
    assert_eq!(event["offset"], -300);
    assert_eq!(event["summary"], "Taller: rutas de atención; salud mental, región Soto Norte");
    assert_eq!(
        event["description"],
        "Agenda:\n1. Apertura\n2. Rutas de atención\n\nhttps://meet.example.org/at-1?pwd=a,b;c"
    );
    assert_eq!(event["url"], "https://meet.example.org/at-1?pwd=a,b;c");
    assert_eq!(event["alarms"], json!(["-PT30M"]));
    assert_eq!(event["attendees"][0]["cn"], "Ana Ñáñez");
    assert_eq!(event["attendees"][1]["cn"], "José \"Pepe\" Núñez; ESE, Vetas");
    assert_eq!(event["attendees"][1]["uri"], "mailto:jose@vetas.example");
    assert_eq!(event["organizer"][0]["cn"], "Secretaría de Salud");
}

#[test]
fn another_program_finds_the_hour_from_the_rules_in_the_file_alone() {
    let cases = [
        (America::Bogota, "2026-07-01 09:00", -300, "STANDARD"),
        (America::Lima, "2020-11-16 09:00", -300, "STANDARD"),
        (America::Asuncion, "2021-11-03 09:00", -180, "DAYLIGHT"),
        (America::Asuncion, "2026-07-01 09:00", -180, "STANDARD"),
        (America::Sao_Paulo, "2026-01-15 09:00", -180, "STANDARD"),
        (America::Santiago, "2025-01-15 09:00", -180, "DAYLIGHT"),
        (America::Santiago, "2025-07-15 09:00", -240, "DAYLIGHT"),
        (America::New_York, "2026-03-07 09:00", -300, "DAYLIGHT"),
        (America::New_York, "2026-03-09 09:00", -240, "DAYLIGHT"),
        (America::St_Johns, "2026-01-09 09:00", -210, "DAYLIGHT"),
    ];
    for (zone, local, minutes, has) in cases {
        let invite = in_zone(zone, local);
        let ics = written(&invite);
        let Some(read) = python::read("calendar", ics.as_bytes()) else {
            return;
        };
        let event = &read["events"][0];
        assert_eq!(event["offset"], minutes, "{zone} {local}\n{ics}");
        let start = invite.start.to_utc().format("%Y-%m-%dT%H:%M:%SZ").to_string();
        assert_eq!(event["start"], start, "{zone} {local}");
        let parts = read["zones"][0]["parts"].as_array().expect("a list");
        assert!(parts.iter().any(|part| part == has), "{zone} {local}: {parts:?}");
    }
}

#[test]
fn a_zone_with_summer_time_tells_both_changes_with_their_local_hour() {
    let ics = written(&in_zone(America::Santiago, "2025-06-04 09:00"));
    for onset in ["20240908T000000", "20250406T000000", "20250907T000000", "20260405T000000"] {
        assert!(values(&ics, "DTSTART").contains(&onset.to_owned()), "{onset}\n{ics}");
    }
}

#[test]
fn the_hour_that_clocks_repeat_keeps_its_two_meanings() {
    let zone = America::Santiago;
    let local = chrono::NaiveDate::from_ymd_opt(2025, 4, 5).and_then(|day| day.and_hms_opt(23, 30, 0)).expect("a time");
    let (first, second) = match zone.from_local_datetime(&local) {
        chrono::LocalResult::Ambiguous(first, second) => (first, second),
        other => panic!("{other:?}"),
    };
    for (start, expected) in [(first, "20250405T233000"), (second, "20250406T033000Z")] {
        let end = start + chrono::Duration::hours(3);
        let ics = written(&Invite { start, end, ..sample::invite() });
        assert!(ics.contains(&format!(":{expected}\r\n")), "{ics}");
    }
}

#[test]
fn universal_time_needs_no_zone() {
    let ics = written(&in_zone(Tz::UTC, "2026-03-04 14:00"));
    assert!(ics.contains("\r\nDTSTART:20260304T140000Z\r\n") && !ics.contains("VTIMEZONE"));
}

#[test]
fn a_feed_names_each_zone_once_nobody_invited_and_what_was_cancelled() {
    let lima = in_zone(America::Lima, "2026-05-06 10:00");
    let mut cancelled = in_zone(America::Bogota, "2026-09-09 08:00");
    cancelled.uid = "s3".to_owned();
    cancelled.method = Method::Cancel;
    cancelled.attendees.clear();
    let sessions = [sample::invite(), Invite { uid: "s2".to_owned(), ..lima }, cancelled];
    let ics = feed("Cronograma 2026; Salud Mental", &sessions).expect("a feed");
    assert_well_formed(&ics);
    assert_eq!(values(&ics, "METHOD"), ["PUBLISH"]);
    assert_eq!(values(&ics, "TZID"), ["America/Bogota", "America/Lima"]);
    assert_eq!(values(&ics, "STATUS"), ["CONFIRMED", "CONFIRMED", "CANCELLED"]);
    assert!(values(&ics, "ATTENDEE").is_empty());
    assert_eq!(values(&ics, "ORGANIZER").len(), 3);
    let Some(read) = python::read("calendar", ics.as_bytes()) else {
        return;
    };
    assert_eq!(read["errors"], json!([]));
    assert_eq!(read["events"].as_array().map(Vec::len), Some(3));
    assert_eq!(feed("x", &[]), Err(CalendarError::NoEvent));
}

#[test]
fn what_the_format_cannot_carry_is_refused_with_its_fields() {
    type Change = fn(&mut Invite);
    type Expected = fn(&CalendarError) -> bool;
    let cases: [(Change, Expected); 9] = [
        (|i| i.uid = String::new(), |e| matches!(e, CalendarError::Uid { .. })),
        (|i| i.uid = "a\r\nATTENDEE:x".into(), |e| matches!(e, CalendarError::Uid { .. })),
        (|i| i.sequence = -1, |e| matches!(e, CalendarError::Sequence { sequence: -1, .. })),
        (|i| i.end = i.start, |e| matches!(e, CalendarError::Interval { .. })),
        (|i| i.attendees.clear(), |e| matches!(e, CalendarError::NoAttendee { .. })),
        (|i| (i.method, i.attendees) = (Method::Cancel, vec![]), |e| matches!(e, CalendarError::NoAttendee { .. })),
        (|i| i.organizer.address = "a@x.example\r\nX-EVIL:1".into(), |e| matches!(e, CalendarError::Address { .. })),
        (
            |i| i.attendees[1].address = "no address".into(),
            |e| matches!(e, CalendarError::Address { address, .. } if address == "no address"),
        ),
        (
            |i| {
                i.start = sample::at(America::Bogota, "1969-01-01 09:00");
            },
            |e| matches!(e, CalendarError::Year { year: 1969, .. }),
        ),
    ];
    for (index, (change, expected)) in cases.iter().enumerate() {
        let mut invite = sample::invite();
        change(&mut invite);
        let error = invitation(&invite).expect_err("is refused");
        assert!(expected(&error), "case {index}: {error:?}");
    }
}

#[test]
fn no_text_can_add_a_line_of_its_own() {
    let evil = "x\r\nATTENDEE:mailto:evil@x.example\nEND:VEVENT\rBEGIN:VEVENT\u{85}A:\u{2028}B:\u{0}\u{b}";
    let mut invite = sample::invite();
    invite.summary = evil.to_owned();
    invite.description = evil.to_owned();
    invite.location = evil.to_owned();
    invite.url = Some(evil.to_owned());
    invite.organizer.name = format!("{evil}\";X-EVIL=\"1:y");
    invite.attendees = vec![Party::new(format!("{evil}\":mailto:other@x.example"), "ana@x.example")];
    let ics = written(&invite);
    assert_eq!(values(&ics, "ATTENDEE"), ["mailto:ana@x.example"]);
    assert_eq!(ics.matches("BEGIN:VEVENT\r\n").count(), 1);
    assert_eq!(values(&ics, "SUMMARY"), values(&ics, "LOCATION"));
    assert!(values(&ics, "URL").is_empty(), "what is no web address is no URL");
    let Some(read) = python::read("calendar", ics.as_bytes()) else {
        return;
    };
    assert_eq!(read["errors"], json!([]));
    let event = &read["events"][0];
    assert_eq!(event["attendees"].as_array().map(Vec::len), Some(1));
    assert_eq!(event["attendees"][0]["uri"], "mailto:ana@x.example");
    assert_eq!(event["organizer"][0]["params"], json!(["CN"]));
}

#[test]
fn a_meeting_number_goes_into_the_description_and_a_link_is_made_safe() {
    let mut invite = sample::invite();
    invite.url = Some(" Zoom 882 1234 5678 ".to_owned());
    let ics = written(&invite);
    assert!(values(&ics, "URL").is_empty());
    assert!(values(&ics, "DESCRIPTION")[0].ends_with("\\nZoom 882 1234 5678"));
    invite.url = Some("HTTPS://meet.example.org/reunión técnica?a=%20b".to_owned());
    let ics = written(&invite);
    assert_eq!(values(&ics, "URL"), ["HTTPS://meet.example.org/reuni%C3%B3n%20t%C3%A9cnica?a=%20b"]);
}

#[test]
fn an_odd_address_stays_one_address() {
    let mut invite = sample::invite();
    invite.attendees = vec![Party::new("A", "o'neil+at@x.example"), Party::new("B", "\"a,b\"@x.example")];
    let ics = written(&invite);
    let expected = ["mailto:o'neil+at@x.example", "mailto:%22a%2Cb%22@x.example"];
    assert_eq!(values(&ics, "ATTENDEE"), expected);
}

#[test]
fn long_accented_text_is_folded_between_characters() {
    for pad in 0..8 {
        let mut invite = sample::invite();
        invite.summary = format!("{}{}", "x".repeat(pad), "ñ€😀á".repeat(60));
        let ics = written(&invite);
        assert_eq!(values(&ics, "SUMMARY"), [invite.summary]);
    }
}

proptest! {
    #[test]
    fn any_text_comes_back_from_folding_and_escaping(text in "\\PC{0,300}|[a,;:\\\\\"^ñ€ \n]{0,300}") {
        let mut invite = sample::invite();
        invite.description = text.clone();
        invite.url = None;
        let ics = written(&invite);
        let expected = text.replace(['\u{2028}', '\u{2029}'], "\n");
        let written = values(&ics, "DESCRIPTION");
        // The last one is the alarm's.
        let read: Vec<String> = written[..written.len() - 1].iter().map(|v| unescaped(v)).collect();
        let expected: Vec<&str> = Some(expected.trim()).filter(|text| !text.is_empty()).into_iter().collect();
        prop_assert_eq!(read, expected);
    }

    #[test]
    fn any_name_stays_inside_its_quotes(name in any::<String>()) {
        let mut invite = sample::invite();
        invite.attendees = vec![Party::new(name, "ana@x.example")];
        let ics = written(&invite);
        prop_assert_eq!(values(&ics, "ATTENDEE"), vec!["mailto:ana@x.example"]);
    }

    #[test]
    fn any_link_leaves_the_calendar_whole(link in any::<String>(), is_web in any::<bool>()) {
        let mut invite = sample::invite();
        invite.url = Some(if is_web { format!("https://{link}") } else { link });
        let ics = written(&invite);
        prop_assert!(values(&ics, "URL").iter().all(|url| url.is_ascii() && !url.contains(' ')));
    }
}

#[test]
fn a_link_is_where_google_and_outlook_show_it() {
    let link = "https://meet.example.org/at-1?pwd=a,b;c";
    let mut invite = sample::invite();
    let ics = written(&invite);
    assert!(unescaped(&values(&ics, "DESCRIPTION")[0]).ends_with(&format!("\n\n{link}")));
    assert_eq!(unescaped(&values(&ics, "LOCATION")[0]), invite.location);
    invite.location = String::new();
    assert_eq!(unescaped(&values(&written(&invite), "LOCATION")[0]), link);
}
