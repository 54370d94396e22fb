//! The folder that takes messages: once in effect, however often and however interrupted.

use std::fs;
use std::path::Path;

use ata::mail::maildir::{Delivery, Maildir, MaildirError, Step, deliver, deliver_many};

fn names(dir: &Path, part: &str) -> Vec<String> {
    let entries = fs::read_dir(dir.join(part)).expect("a folder");
    let mut names: Vec<String> =
        entries.map(|entry| entry.expect("an entry").file_name().into_string().expect("a name")).collect();
    names.sort();
    names
}

#[test]
fn a_message_delivered_twice_is_one_file() {
    let temp = tempfile::tempdir().expect("a folder");
    let dir = temp.path().join("correo/salida");
    assert_eq!(deliver(&dir, "M-17", b"uno").expect("goes"), Delivery::Delivered);
    assert_eq!(deliver(&dir, "M-17", b"uno").expect("goes"), Delivery::AlreadyThere);
    assert_eq!(names(&dir, "new"), ["M-17"]);
    assert_eq!(fs::read(dir.join("new/M-17")).expect("reads"), b"uno");
    assert!(names(&dir, "tmp").is_empty());
}

#[test]
fn a_message_that_a_reader_took_is_not_delivered_again() {
    for flags in ["", ":2,", ":2,S", ":2,FRS"] {
        let temp = tempfile::tempdir().expect("a folder");
        deliver(temp.path(), "M-17", b"uno").expect("goes");
        let read = temp.path().join("cur").join(format!("M-17{flags}"));
        fs::rename(temp.path().join("new/M-17"), read).expect("the reader moves it");
        let again = deliver(temp.path(), "M-17", b"uno").expect("goes");
        assert_eq!(again, Delivery::AlreadyThere, "{flags}");
        assert!(names(temp.path(), "new").is_empty());
    }
}

#[test]
fn a_name_that_begins_like_another_is_another_message() {
    let temp = tempfile::tempdir().expect("a folder");
    deliver(temp.path(), "M-17", b"uno").expect("goes");
    assert_eq!(deliver(temp.path(), "M-1", b"dos").expect("goes"), Delivery::Delivered);
    assert_eq!(names(temp.path(), "new"), ["M-1", "M-17"]);
}

#[test]
fn what_an_interrupted_run_left_in_tmp_does_no_harm() {
    let temp = tempfile::tempdir().expect("a folder");
    fs::create_dir_all(temp.path().join("tmp")).expect("a folder");
    for left in ["M-17", &format!("M-17.{}", std::process::id()), "M-17.1"] {
        fs::write(temp.path().join("tmp").join(left), b"half of a mess").expect("writes");
    }
    assert_eq!(deliver(temp.path(), "M-17", b"all of it").expect("goes"), Delivery::Delivered);
    assert_eq!(fs::read(temp.path().join("new/M-17")).expect("reads"), b"all of it");
}

#[test]
fn many_are_delivered_in_order_and_the_second_run_changes_nothing() {
    let temp = tempfile::tempdir().expect("a folder");
    let names_given: Vec<String> = (1..=150).map(|n| format!("M-{n}")).collect();
    let mut batch: Vec<(&str, &[u8])> = names_given.iter().map(|name| (name.as_str(), name.as_bytes())).collect();
    deliver(temp.path(), "M-70", b"M-70").expect("goes");
    batch.push(("M-1", b"a second one with the same name"));
    let first = deliver_many(temp.path(), &batch).expect("goes");
    for (index, fate) in first.iter().enumerate() {
        let is_there = index == 69 || index == 150;
        assert_eq!(*fate == Delivery::AlreadyThere, is_there, "{}", batch[index].0);
    }
    assert_eq!(names(temp.path(), "new").len(), 150);
    assert_eq!(fs::read(temp.path().join("new/M-1")).expect("reads"), b"M-1");
    let second = deliver_many(temp.path(), &batch).expect("goes");
    assert!(second.iter().all(|fate| *fate == Delivery::AlreadyThere));
    assert_eq!(second.len(), batch.len());
}

#[test]
fn a_name_that_could_leave_the_folder_or_look_like_flags_is_refused() {
    let temp = tempfile::tempdir().expect("a folder");
    let long = "M".repeat(201);
    for name in ["", ".", "..", "../M-17", "a/b", "a\\b", "M-17:2,S", ".hidden", "M 17", "ñ", "a\nb", &long] {
        let batch: [(&str, &[u8]); 2] = [("M-1", b"uno"), (name, b"dos")];
        let refused = deliver_many(temp.path(), &batch).expect_err("is refused");
        assert!(matches!(refused, MaildirError::Name { name: said } if said == name));
    }
    assert!(!temp.path().join("new").exists(), "a refused batch leaves nothing behind");
}

#[test]
fn a_place_that_is_a_file_is_named_in_the_error() {
    let temp = tempfile::tempdir().expect("a folder");
    let file = temp.path().join("salida");
    fs::write(&file, b"not a folder").expect("writes");
    let refused = deliver(&file, "M-17", b"uno").expect_err("is refused");
    match refused {
        MaildirError::Io { step: Step::Create, path, .. } => assert!(path.starts_with(&file)),
        other => panic!("{other}"),
    }
}

#[cfg(unix)]
#[test]
fn messages_are_readable_by_their_owner_only() {
    use std::os::unix::fs::PermissionsExt;
    let temp = tempfile::tempdir().expect("a folder");
    let dir = temp.path().join("salida");
    deliver(&dir, "M-17", b"uno").expect("goes");
    let mode = |path: &Path| fs::metadata(path).expect("exists").permissions().mode() & 0o077;
    assert_eq!(mode(&dir.join("new/M-17")), 0);
    assert_eq!(mode(&dir.join("new")), 0);
}

#[cfg(unix)]
#[test]
fn a_held_folder_is_refused_to_others_and_remembers_what_it_took() {
    let temp = tempfile::tempdir().expect("a folder");
    let dir = temp.path().join("salida");
    let mut held = Maildir::open(&dir).expect("opens");
    assert!(matches!(Maildir::open(&dir), Err(MaildirError::Busy { .. })));
    assert_eq!(held.deliver(&[("M-1", b"uno")]).expect("goes"), [Delivery::Delivered]);
    // A mail program moves it while we hold the folder.
    fs::rename(dir.join("new/M-1"), dir.join("cur/M-1:2,S")).expect("moves");
    assert_eq!(held.deliver(&[("M-1", b"uno")]).expect("goes"), [Delivery::AlreadyThere]);
    drop(held);
    let mut again = Maildir::open(&dir).expect("opens");
    assert_eq!(again.deliver(&[("M-1", b"uno")]).expect("goes"), [Delivery::AlreadyThere]);
    assert_eq!(names(&dir, "new"), Vec::<String>::new());
}
