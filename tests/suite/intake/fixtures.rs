//! Every sample against its known truth (`tests/fixtures/intake/MANIFEST.json`).

use std::path::PathBuf;

use ata::intake::{Attendance, Attendee, Evidence, IgnoreReason, Input, Options, WarnCode, attendance};
use serde_json::Value;
use sha2::{Digest, Sha256};

pub(super) fn folder() -> PathBuf {
    PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("tests/fixtures/intake")
}

pub(super) fn bytes(file: &str) -> Vec<u8> {
    std::fs::read(folder().join(file)).unwrap()
}

/// The truths of one kind (`attendance`, `evaluation`).
pub(super) fn truths(kind: &str) -> Vec<Value> {
    let manifest: Value = serde_json::from_slice(&bytes("MANIFEST.json")).unwrap();
    manifest["files"].as_array().unwrap().iter().filter(|file| file["kind"] == kind).cloned().collect()
}

pub(super) fn read(file: &str) -> Attendance {
    let truth = truths("attendance").into_iter().find(|truth| truth["file"] == file).unwrap();
    let options = Options { file_name: truth["original_filename"].as_str().map(str::to_owned), ..Options::default() };
    attendance(Input::Bytes(&bytes(file)), &options).unwrap_or_else(|fault| panic!("{file}: {fault:?}"))
}

fn lines(value: &Value) -> Vec<u64> {
    value
        .as_array()
        .map_or(Vec::new(), |lines| lines.iter().map(|line| line["line"].as_u64().or(line.as_u64()).unwrap()).collect())
}

#[test]
fn the_samples_are_the_bytes_they_should_be() {
    for truth in truths("attendance").iter().chain(&truths("evaluation")) {
        let file = truth["file"].as_str().unwrap();
        let digest: String = Sha256::digest(bytes(file)).iter().map(|byte| format!("{byte:02x}")).collect();
        assert_eq!(digest, truth["sha256"], "{file}");
    }
}

#[test]
fn the_format_encoding_and_header_of_every_attendance_sample_are_found() {
    for truth in truths("attendance") {
        let file = truth["file"].as_str().unwrap();
        let found = read(file);
        let encoding = match truth["encoding"].as_str().unwrap() {
            "cp1252" => "windows-1252",
            "zip/xlsx" => "xlsx",
            other => other,
        };
        let delimiter = match truth["delimiter"].as_str() {
            Some("comma") => Some(','),
            Some("semicolon") => Some(';'),
            Some("tab") => Some('\t'),
            _ => None,
        };
        // Where a report repeats its people stay by stay, that table is the one read.
        let header = truth["activities_header_line"].as_u64().or(truth["header_line"].as_u64());
        let rows = truth["activity_rows"].as_u64().or(truth["data_rows"].as_u64()).unwrap();
        assert_eq!(found.source.as_str(), truth["format"], "{file}");
        assert_eq!(
            (found.encoding.as_str(), found.delimiter, found.header_line),
            (encoding, delimiter, header),
            "{file}"
        );
        assert_eq!(found.rows as u64, rows, "{file}");
        assert_eq!(found.sheet.as_deref(), truth["sheet"].as_str(), "{file}");
    }
}

#[test]
fn the_date_order_and_the_session_date_of_every_attendance_sample_are_found() {
    for truth in truths("attendance") {
        let file = truth["file"].as_str().unwrap();
        let found = read(file);
        if let Some(order) = truth["date_order"].as_str().filter(|_| found.evidence != Evidence::Unambiguous) {
            assert_eq!(found.date_order.map(|order| order.as_str()), Some(&order[..3]), "{file}");
        }
        let date = truth["expected_session_date_from_filename"].as_str().or(truth["session_date"].as_str());
        assert_eq!(found.session_date.map(|date| date.to_string()).as_deref(), date, "{file}");
    }
}

#[test]
fn every_row_of_the_attendance_samples_is_a_person_a_reject_or_left_aside_for_a_reason() {
    for truth in truths("attendance") {
        let file = truth["file"].as_str().unwrap();
        let found = read(file);
        let rejected: Vec<u64> = found.rejects.iter().map(|reject| reject.line).collect();
        assert_eq!(rejected, lines(&truth["expected_rejects"]), "{file}");
        let aside = |wanted: &dyn Fn(IgnoreReason) -> bool| -> Vec<u64> {
            found.ignored.iter().filter(|ignored| wanted(ignored.reason)).map(|ignored| ignored.line).collect()
        };
        let counted = [IgnoreReason::NoShow, IgnoreReason::Bot, IgnoreReason::WaitingRoom];
        assert_eq!(aside(&|reason| !counted.contains(&reason)), lines(&truth["ignored_lines"]), "{file}");
        assert_eq!(aside(&|reason| reason == IgnoreReason::NoShow), lines(&truth["no_show_lines"]), "{file}");
        let bots = truth["bots"].as_array().map_or(0, Vec::len);
        assert_eq!(aside(&|reason| reason == IgnoreReason::Bot).len(), bots, "{file}");
        for issue in truth["expected_field_issues"].as_array().unwrap() {
            let line = issue["line"].as_u64();
            if issue["column"] == "HORA DE LLEGADA"
                || issue["issue"].as_str().unwrap().contains("all digits are there")
                || issue["issue"].as_str().unwrap().contains("use the result")
            {
                continue; // read without loss: nothing to warn of
            }
            assert!(
                found.warnings.iter().any(|warning| warning.line == line),
                "{file}: line {line:?} of {:#?}",
                found.warnings
            );
        }
    }
}

/// The person of the truth among those read: by document, e-mail or name.
fn same<'p>(found: &'p Attendance, truth: &Value) -> Option<&'p Attendee> {
    let text = |key: &str| truth[key].as_str().map(str::to_owned);
    found.people.iter().find(|person| match (text("document"), text("email")) {
        (Some(document), _) => person.document == Some(document),
        (None, Some(email)) => person.email == Some(email),
        (None, None) => person.name == text("name") && person.email.is_none() && person.document.is_none(),
    })
}

#[test]
fn the_people_and_minutes_of_every_attendance_sample_are_found() {
    for truth in truths("attendance") {
        let file = truth["file"].as_str().unwrap();
        let found = read(file);
        assert_eq!(
            found.people.len() as u64,
            truth["distinct_people"].as_u64().unwrap(),
            "{file}: {:#?}",
            found.people
        );
        for person in truth["people"].as_array().unwrap() {
            let read = same(&found, person).unwrap_or_else(|| panic!("{file}: {person} in {:#?}", found.people));
            let email = person["email"].as_str().filter(|_| !person["email"].is_null());
            assert_eq!(read.email.as_deref(), email, "{file}");
            assert_eq!(read.seconds, person["expected_seconds"].as_i64(), "{file}: {person}");
            assert_eq!(read.minutes, person["expected_minutes"].as_i64(), "{file}: {person}");
            // A registered name is fuller than the one shown in the webinar.
            if file != "v05_zoom_webinar_attendee_report_en.csv" {
                assert_eq!(read.name.as_deref(), person["name"].as_str(), "{file}");
            }
        }
    }
}

#[test]
fn doubts_of_the_samples_are_said() {
    let says = |file: &str, code: WarnCode| read(file).warnings.iter().any(|warning| warning.code == code);
    assert!(says("v03_zoom_unique_users_en_old_preamble.csv", WarnCode::PossibleDuplicate));
    assert!(says("v06_teams_list_en_utf16.csv", WarnCode::OpenInterval));
    assert!(says("v06_teams_list_en_utf16.csv", WarnCode::DateOrderSuggested));
    assert!(says("v01_zoom_participants_en_classic.csv", WarnCode::DeviceName));
    assert!(says("v14_gforms_attendance_es_sheet.csv", WarnCode::ConsentDenied));
    assert!(says("v19_handmade_list_co_cp1252.csv", WarnCode::DocumentDigitsLost));
    assert!(says("v21_odk_central_attendance.csv", WarnCode::ReviewRejected));
    assert!(says("v22_header_only.csv", WarnCode::NoRows));
}
