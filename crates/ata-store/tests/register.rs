//! The register as a file: made whole, opened or refused, upgraded, its log kept honest.

use ata_model::op::Op;
use ata_model::profile::Profile;
use ata_store::{LogFault, Stamp, Store, StoreError};
use chrono::{TimeZone, Utc};
use std::path::{Path, PathBuf};

fn stamp() -> Stamp {
    let at = Utc.with_ymd_and_hms(2026, 3, 2, 14, 0, 0).single().expect("an instant");
    Stamp { at, today: at.date_naive(), given_clock: true, by: "Prueba".to_owned(), dry_run: false }
}

fn profile() -> Profile {
    Profile::parse(include_str!("../../../profiles/santander.toml")).expect("a valid profile")
}

fn make(folder: &Path) -> PathBuf {
    let path = folder.join("ata.db");
    Store::create(&path, |store| {
        store
            .transact(Op::Init, &stamp(), |tx| -> Result<(), StoreError> {
                let id = tx.keep_profile(&profile(), "text", "hash")?;
                tx.found("Secretaría", "es", "America/Bogota", &profile(), id)
            })
            .map(|_| ())
    })
    .expect("a register");
    path
}

fn raw(path: &Path) -> rusqlite::Connection {
    rusqlite::Connection::open(path).expect("the file")
}

/// Five operations besides the first.
fn filled(folder: &Path) -> PathBuf {
    let path = make(folder);
    let mut store = Store::open(&path).expect("a register");
    for number in 0..5 {
        store
            .transact(Op::NeedAdd, &stamp(), |tx| -> Result<(), StoreError> {
                let title = format!("Taller {number}");
                tx.open_case(&new_case(&title)).map(|_| ())
            })
            .expect("a case");
    }
    path
}

fn new_case(title: &str) -> ata_store::NewCase<'_> {
    ata_store::NewCase {
        title,
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
    }
}

#[test]
fn a_register_is_made_once_and_leaves_nothing_beside_it() {
    let folder = tempfile::tempdir().expect("a folder");
    let path = make(folder.path());
    let again = Store::create(&path, |_| Ok::<(), StoreError>(()));
    assert!(matches!(again, Err(StoreError::FileExists(_))), "{again:?}");
    let names: Vec<_> =
        std::fs::read_dir(folder.path()).expect("a folder").flatten().map(|one| one.file_name()).collect();
    assert_eq!(names, ["ata.db"]);
}

#[test]
fn a_register_whose_founding_fails_is_not_there() {
    let folder = tempfile::tempdir().expect("a folder");
    let path = folder.path().join("ata.db");
    let failed = Store::create(&path, |_| Err::<(), _>(StoreError::Busy));
    assert!(matches!(failed, Err(StoreError::Busy)));
    assert_eq!(std::fs::read_dir(folder.path()).expect("a folder").count(), 0);
}

#[test]
fn files_that_are_no_register_are_refused_each_for_its_reason() {
    let folder = tempfile::tempdir().expect("a folder");
    let path = |name: &str| folder.path().join(name);
    assert!(matches!(Store::open(&path("none.db")), Err(StoreError::NoFile(_))));
    std::fs::write(path("text.db"), "no database at all, only some text of a certain length".repeat(30))
        .expect("a file");
    assert!(matches!(Store::open(&path("text.db")), Err(StoreError::NotARegister(_))));
    raw(&path("other.db")).execute_batch("CREATE TABLE t (a)").expect("a table");
    assert!(matches!(Store::open(&path("other.db")), Err(StoreError::NotARegister(_))));
    let newer = make(folder.path());
    raw(&newer).execute_batch("PRAGMA user_version = 99").expect("a version");
    assert!(matches!(Store::open(&newer), Err(StoreError::Newer { found: 99, .. })));
}

#[test]
fn opening_a_current_register_writes_nothing() {
    let folder = tempfile::tempdir().expect("a folder");
    let path = filled(folder.path());
    let before = std::fs::read(&path).expect("bytes");
    {
        let store = Store::open(&path).expect("a register");
        store.desk().expect("its row");
    }
    assert_eq!(std::fs::read(&path).expect("bytes"), before);
}

#[test]
fn a_register_held_by_another_process_is_busy_after_a_while() {
    let folder = tempfile::tempdir().expect("a folder");
    let path = make(folder.path());
    let other = raw(&path);
    other.execute_batch("BEGIN IMMEDIATE").expect("a lock");
    let mut store = Store::open(&path).expect("reading goes on");
    let failed = store.transact(Op::NeedAdd, &stamp(), |tx| tx.open_case(&new_case("Taller")));
    assert!(matches!(failed, Err(StoreError::Busy)), "{failed:?}");
}

#[test]
fn an_operation_that_changes_nothing_leaves_no_row() {
    let folder = tempfile::tempdir().expect("a folder");
    let path = filled(folder.path());
    let mut store = Store::open(&path).expect("a register");
    let before = store.last_op().expect("a number");
    let outcome = store.transact(Op::NeedEdit, &stamp(), |tx| tx.change_case(1, &ata_store::CaseChange::default()));
    assert!(!outcome.expect("done").changed);
    assert_eq!(store.last_op().expect("a number"), before);
}

#[test]
fn an_operation_that_fails_or_is_only_tried_leaves_nothing() {
    let folder = tempfile::tempdir().expect("a folder");
    let path = filled(folder.path());
    let mut store = Store::open(&path).expect("a register");
    let failed = store.transact(Op::NeedAdd, &stamp(), |tx| -> Result<(), StoreError> {
        tx.open_case(&new_case("A medias"))?;
        Err(StoreError::Busy)
    });
    assert!(failed.is_err());
    let dry = Stamp { dry_run: true, ..stamp() };
    let tried = store.transact(Op::NeedAdd, &dry, |tx| tx.open_case(&new_case("De prueba"))).expect("tried");
    assert!(tried.changed);
    assert_eq!(raw(&path).query_row("SELECT count(*) FROM cases", [], |row| row.get::<_, i64>(0)).expect("a count"), 5);
    assert_eq!(store.last_op().expect("a number"), 6);
}

#[test]
fn the_log_takes_only_new_rows() {
    let folder = tempfile::tempdir().expect("a folder");
    let database = raw(&filled(folder.path()));
    for sql in [
        "UPDATE operation SET by = 'Otra' WHERE op = 2",
        "DELETE FROM operation WHERE op = 6",
        "UPDATE operation_detail SET summary = '' WHERE op = 2",
        "DELETE FROM operation_detail",
    ] {
        let refused = database.execute_batch(sql).expect_err(sql).to_string();
        assert!(refused.contains("append-only"), "{sql}: {refused}");
    }
}

#[test]
fn the_chain_shows_what_was_edited_removed_moved_or_cut() {
    let detail = "DROP TRIGGER operation_detail_stays_as_written; DROP TRIGGER operation_detail_stays;";
    let row = "PRAGMA foreign_keys = OFF; DROP TRIGGER operation_stays_as_written; DROP TRIGGER operation_stays;";
    for (before, sql, expected) in [
        (row, "UPDATE operation SET by = 'Otra' WHERE op = 3", vec![LogFault::Edited { op: 3 }]),
        (row, "UPDATE operation SET at = '2020-01-01T00:00:00Z' WHERE op = 6", vec![LogFault::Edited { op: 6 }]),
        (row, "DELETE FROM operation WHERE op = 3", vec![LogFault::Broken { op: 4 }]),
        (row, "DELETE FROM operation WHERE op = 6", vec![LogFault::Cut { op: 6 }]),
        (detail, "UPDATE operation_detail SET summary = 'otra cosa' WHERE op = 4", vec![LogFault::Detail { op: 4 }]),
        (detail, "DELETE FROM operation_detail WHERE op = 4", vec![LogFault::Detail { op: 4 }]),
    ] {
        let folder = tempfile::tempdir().expect("a folder");
        let path = filled(folder.path());
        raw(&path).execute_batch(&format!("{before} {sql}")).expect(sql);
        assert_eq!(Store::open(&path).expect("a register").verify_log().expect("a verdict"), expected, "{sql}");
    }
    let folder = tempfile::tempdir().expect("a folder");
    let path = filled(folder.path());
    let swap = "UPDATE operation SET op = 99 WHERE op = 3; UPDATE operation SET op = 3 WHERE op = 4;
                UPDATE operation SET op = 4 WHERE op = 99;";
    raw(&path).execute_batch(&format!("{row} {swap}")).expect("a swap");
    let faults = Store::open(&path).expect("a register").verify_log().expect("a verdict");
    assert!(faults.contains(&LogFault::Broken { op: 3 }), "{faults:?}");
}

#[test]
fn an_untouched_log_holds() {
    let folder = tempfile::tempdir().expect("a folder");
    let path = filled(folder.path());
    assert_eq!(Store::open(&path).expect("a register").verify_log().expect("a verdict"), []);
}

#[test]
fn eight_writers_at_once_lose_nothing() {
    let folder = tempfile::tempdir().expect("a folder");
    let path = make(folder.path());
    std::thread::scope(|scope| {
        for writer in 0..8 {
            let path = &path;
            scope.spawn(move || {
                for number in 0..10 {
                    let mut store = Store::open(path).expect("a register");
                    let title = format!("Taller {writer}-{number}");
                    store.transact(Op::NeedAdd, &stamp(), |tx| tx.open_case(&new_case(&title))).expect("a case");
                }
            });
        }
    });
    let database = raw(&path);
    let count = |sql: &str| database.query_row(sql, [], |row| row.get::<_, i64>(0)).expect("a count");
    assert_eq!(count("SELECT count(*) FROM cases"), 80);
    assert_eq!(count("SELECT max(number) FROM cases"), 80);
    assert_eq!(Store::open(&path).expect("a register").verify_log().expect("a verdict"), []);
}

#[test]
fn a_copy_is_made_while_the_register_is_open() {
    let folder = tempfile::tempdir().expect("a folder");
    let path = filled(folder.path());
    let store = Store::open(&path).expect("a register");
    let copy = folder.path().join("copia.db");
    store.backup(&copy, |_| Ok::<(), StoreError>(())).expect("a copy");
    assert_eq!(Store::open(&copy).expect("a register").verify_log().expect("a verdict"), []);
    assert!(matches!(store.backup(&copy, |_| Ok(())), Err(StoreError::FileExists(_))));
}

/// The text of every table, index and trigger, without the blanks of its layout.
fn shape(database: &rusqlite::Connection) -> Vec<String> {
    let sql = "SELECT sql FROM sqlite_schema WHERE sql IS NOT NULL ORDER BY type, name";
    let mut statement = database.prepare(sql).expect("the schema");
    let rows = statement.query_map([], |row| row.get::<_, String>(0)).expect("rows");
    rows.map(|row| row.expect("a row").split_whitespace().collect::<Vec<_>>().join(" ")).collect()
}

/// Every shipped schema is kept in `tests/shipped/`; opened by this program it must become what `schema.sql` makes.
#[test]
fn an_upgraded_register_is_like_a_fresh_one() {
    let folder = tempfile::tempdir().expect("a folder");
    let fresh = shape(&raw(&make(folder.path())));
    for version in 1..=ata_store::VERSION {
        let file = format!("{}/tests/shipped/{version:04}.sql", env!("CARGO_MANIFEST_DIR"));
        let schema = std::fs::read_to_string(&file).unwrap_or_else(|error| panic!("{file}: {error}"));
        let path = folder.path().join(format!("v{version}.db"));
        raw(&path)
            .execute_batch(&format!("{schema} PRAGMA application_id = 0x41544131; PRAGMA user_version = {version};"))
            .expect("the shipped schema");
        drop(Store::open(&path).expect("upgraded"));
        assert_eq!(shape(&raw(&path)), fresh, "from version {version}");
    }
}
