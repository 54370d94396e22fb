//! The seal of a closed case: the same as long as nothing of the case changes, and what was changed behind it shows.

use ata_model::op::Op;
use ata_model::profile::Profile;
use ata_store::{NewCase, NewDocument, Stamp, Store, StoreError};
use chrono::{TimeZone, Utc};
use std::path::{Path, PathBuf};

fn stamp() -> Stamp {
    let at = Utc.with_ymd_and_hms(2026, 3, 2, 14, 0, 0).single().expect("an instant");
    Stamp { at, today: at.date_naive(), given_clock: true, by: "Prueba".to_owned(), dry_run: false }
}

/// A register with one sealed case that has a document.
fn sealed(folder: &Path) -> PathBuf {
    let path = folder.join("ata.db");
    let profile = Profile::parse(include_str!("../../../profiles/santander.toml")).expect("a valid profile");
    Store::create(&path, |store| {
        store.transact(Op::Init, &stamp(), |tx| -> Result<(), StoreError> {
            let id = tx.keep_profile(&profile, "text", "hash")?;
            tx.found("Secretaría", "es", "America/Bogota", &profile, id)?;
            let case = tx.open_case(&NewCase {
                title: "Taller",
                description: "",
                origin: "request",
                channel: "",
                received: stamp().today,
                due: None,
                topic: "",
                reference: "",
                group: None,
                weight: ata_model::priority::Weight::default(),
                parent: None,
                import: None,
            })?;
            tx.add_document(&NewDocument {
                case,
                session: None,
                commitment: None,
                kind: "request",
                title: "Solicitud",
                date: Some(stamp().today),
                filename: "solicitud.txt",
                content: b"Solicitamos",
                folios: 1,
            })?;
            tx.seal_case(case).map(|_| ())
        })
    })
    .expect("a register");
    path
}

#[test]
fn a_seal_holds_until_something_is_changed_behind_it() {
    let folder = tempfile::tempdir().expect("a folder");
    let path = sealed(folder.path());
    let store = Store::open(&path).expect("a register");
    assert_eq!(store.seal_given(1).expect("a seal"), Some(store.case_seal(1).expect("a seal")));
    assert_eq!(store.broken_seals().expect("seals"), Vec::<String>::new());
    let raw = rusqlite::Connection::open(&path).expect("the file");
    raw.execute_batch("DROP TRIGGER document_sealed_update; UPDATE document SET title = 'Otra';").expect("tampered");
    assert_eq!(store.broken_seals().expect("seals"), ["AT-2026-0001"]);
    raw.execute_batch("UPDATE document SET title = 'Solicitud';").expect("put back");
    assert_eq!(store.broken_seals().expect("seals"), Vec::<String>::new());
}

#[test]
fn the_lines_of_the_content_give_the_seal() {
    let folder = tempfile::tempdir().expect("a folder");
    let store = Store::open(&sealed(folder.path())).expect("a register");
    let mut lines = String::new();
    store
        .case_content(1, |line| {
            lines.push_str(line);
            lines.push('\n');
            Ok(())
        })
        .expect("content");
    assert_eq!(ata_store::sha256(lines.as_bytes()), store.case_seal(1).expect("a seal"));
    let first: serde_json::Value = serde_json::from_str(lines.lines().next().unwrap_or("")).expect("JSON");
    assert_eq!((first["table"].as_str(), first["row"]["title"].as_str()), (Some("cases"), Some("Taller")));
}
