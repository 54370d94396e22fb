//! Mailboxes: one file, an mbox, a Maildir.

use std::fs;
use std::io::BufReader;
use std::path::Path;

use ata::mail::read::{Found, Incoming, ReadError, Reason, from_reader, messages};

use super::{bounces, replies};

fn places(path: &Path) -> Vec<Found> {
    messages(path).expect("opens").collect::<Result<_, _>>().expect("reads")
}

fn is_reply(found: &Found) -> bool {
    matches!(&found.incoming, Incoming::Replies(_))
}

/// As mail programs write it: a separator before, an empty line behind, a mark before lines that look like separators.
fn mbox(messages: &[&str]) -> String {
    let one = |message: &&str| {
        let lines = message.lines().map(|line| {
            let bare = line.trim_start_matches('>');
            if bare.starts_with("From ") { format!(">{line}\n") } else { format!("{line}\n") }
        });
        format!("From ana@x.example Fri Feb 20 15:00:00 2026\n{}\n", lines.collect::<String>())
    };
    messages.iter().map(one).collect()
}

#[test]
fn a_file_is_one_message() {
    let folder = tempfile::tempdir().expect("a folder");
    let path = folder.path().join("respuesta ñ.eml");
    fs::write(&path, replies::OUTLOOK).expect("a file");
    let found = places(&path);
    assert_eq!(found.len(), 1);
    assert!(is_reply(&found[0]));
    assert_eq!(found[0].place, path.display().to_string());
    fs::write(&path, "").expect("a file");
    assert_eq!(places(&path)[0].incoming, Incoming::Other(Reason::Empty));
}

#[test]
fn an_mbox_is_read_message_by_message() {
    let letter = "Subject: hola\n\nuno\n\nFrom here on it is text\n>From too\n\ndos\n";
    let text = mbox(&[replies::GOOGLE, letter, bounces::POSTFIX, replies::APPLE]);
    let folder = tempfile::tempdir().expect("a folder");
    let path = folder.path().join("entrada");
    for text in [text.clone(), text.replace('\n', "\r\n")] {
        fs::write(&path, text).expect("a file");
        let found = places(&path);
        assert_eq!(found.len(), 4);
        assert!(is_reply(&found[0]) && is_reply(&found[3]), "{found:?}");
        assert_eq!(found[1].incoming, Incoming::Other(Reason::Ordinary));
        assert!(matches!(found[2].incoming, Incoming::Bounce(_)));
        assert_eq!(found[3].place, format!("{}#4", path.display()));
    }
}

#[test]
fn a_message_too_large_does_not_hide_the_next_one() {
    let lines = format!("Subject: x\n\n{}", "0123456789\n".repeat(500_000));
    let one_line = format!("Subject: x\n\n{}", "0".repeat(9 << 20));
    let text = mbox(&[&lines, replies::GOOGLE, &one_line, replies::APPLE]);
    let name = Path::new("-");
    let found: Vec<Found> = from_reader(name, BufReader::new(std::io::Cursor::new(text)))
        .expect("opens")
        .collect::<Result<_, _>>()
        .expect("reads");
    assert_eq!(found.len(), 4);
    assert_eq!(found[0].incoming, Incoming::Other(Reason::TooLarge));
    assert_eq!(found[2].incoming, Incoming::Other(Reason::TooLarge));
    assert!(is_reply(&found[1]) && is_reply(&found[3]));
    assert_eq!(found[1].place, "-#2");
}

#[test]
fn a_maildir_is_read_in_order_and_left_as_it_was() {
    let folder = tempfile::tempdir().expect("a folder");
    for (place, text) in [
        ("new/2.host", replies::OUTLOOK),
        ("new/1.host", bounces::EXCHANGE),
        ("cur/3.host:2,S", replies::APPLE),
        ("cur/.hidden", replies::APPLE),
        ("tmp/4.host", replies::APPLE),
    ] {
        let path = folder.path().join(place);
        fs::create_dir_all(path.parent().expect("a folder")).expect("a folder");
        fs::write(path, text).expect("a file");
    }
    let before = places(folder.path());
    let ends: Vec<&str> = before.iter().filter_map(|found| found.place.rsplit('/').next()).collect();
    assert_eq!(ends, ["3.host:2,S", "1.host", "2.host"]);
    assert_eq!(places(folder.path()), before);
}

#[test]
fn what_is_no_mailbox_is_named() {
    let folder = tempfile::tempdir().expect("a folder");
    assert!(matches!(messages(folder.path()), Err(ReadError::NotAMaildir { .. })));
    let nothing = folder.path().join("nada.eml");
    assert!(matches!(messages(&nothing), Err(ReadError::Io { path, .. }) if path == nothing));
}
