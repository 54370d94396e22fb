//! Programs that take messages, and what their exits mean.
#![cfg(unix)]

use std::fs;
use std::os::unix::fs::PermissionsExt;
use std::path::Path;
use std::time::Duration;

use ata::mail::Fate;
use ata::mail::sendmail::Sendmail;

const FROM: &str = "at@salud.example";
const MESSAGE: &[u8] = b"Subject: x\r\n\r\nhola\r\n.\r\nfin\r\n";

/// A program of these lines in a folder that stays as long as the first value.
fn program(script: &str) -> (tempfile::TempDir, Sendmail) {
    let folder = tempfile::tempdir().expect("a folder");
    let path = folder.path().join("sendmail");
    fs::write(&path, format!("#!/bin/sh\ncd '{}'\n{script}\n", folder.path().display())).expect("a file");
    fs::set_permissions(&path, fs::Permissions::from_mode(0o755)).expect("may be run");
    let program = Sendmail { program: path.into_os_string(), timeout: Duration::from_secs(20) };
    (folder, program)
}

fn text(path: &Path) -> String {
    fs::read_to_string(path).unwrap_or_default()
}

fn send(script: &str) -> Fate {
    let (_folder, program) = program(script);
    program.send(FROM, "a@x.example", MESSAGE).expect("starts")
}

#[test]
fn the_program_gets_sender_recipient_and_the_whole_message() {
    let (folder, program) = program("printf '%s\\n' \"$@\" > args; cat > message; echo queued as 7 >&2");
    let fate = program.send(FROM, "o'neil+at@x.example", MESSAGE).expect("starts");
    assert_eq!(fate, Fate::Sent("queued as 7".to_owned()));
    assert_eq!(text(&folder.path().join("args")), "-i\n-f\nat@salud.example\n--\no'neil+at@x.example\n");
    assert_eq!(text(&folder.path().join("message")), "Subject: x\n\nhola\n.\nfin\n");
}

#[test]
fn an_exit_says_what_became_of_it() {
    for (code, expected) in [
        (75, Fate::Later("exit 75: no puedo".to_owned())),
        (64, Fate::Failed("exit 64: no puedo".to_owned())),
        (67, Fate::Failed("exit 67: no puedo".to_owned())),
        (78, Fate::Failed("exit 78: no puedo".to_owned())),
        (1, Fate::Failed("exit 1: no puedo".to_owned())),
    ] {
        assert_eq!(send(&format!("cat > /dev/null; echo no puedo >&2; exit {code}")), expected);
    }
}

#[test]
fn a_program_that_ends_unread_is_judged_by_its_exit() {
    let large = vec![b'x'; 1 << 20];
    let (_folder, refusing) = program("exit 67");
    assert_eq!(refusing.send(FROM, "a@x.example", &large).expect("starts"), Fate::Failed("exit 67".to_owned()));
    let (_folder, careless) = program("exit 0");
    assert!(matches!(careless.send(FROM, "a@x.example", &large), Ok(Fate::Uncertain(_))));
}

#[test]
fn a_program_that_is_killed_leaves_it_unknown() {
    assert!(matches!(send("cat > /dev/null; kill -9 $$"), Fate::Uncertain(_)));
}

#[test]
fn a_program_that_takes_too_long_is_ended_with_all_it_started() {
    let (folder, mut slow) = program("cat > message; sleep 60");
    slow.timeout = Duration::from_millis(500);
    assert!(matches!(slow.send(FROM, "a@x.example", MESSAGE), Ok(Fate::Uncertain(_))));
    assert_eq!(text(&folder.path().join("message")).lines().count(), 5);

    // The whole was never given, and the child that would have sent the half of it has ended too.
    let (folder, mut deaf) = program("sh -c 'sleep 2; cat > message; echo > sent' <&0 & wait");
    deaf.timeout = Duration::from_millis(300);
    let fate = deaf.send(FROM, "a@x.example", &vec![b'x'; 1 << 20]).expect("starts");
    assert!(matches!(fate, Fate::Later(_)), "{fate:?}");
    std::thread::sleep(Duration::from_millis(2500));
    assert!(!folder.path().join("sent").exists());
}

#[test]
fn a_child_left_behind_is_not_waited_for() {
    let (_folder, program) = program("cat > /dev/null; sleep 30 & exit 0");
    assert!(matches!(program.send(FROM, "a@x.example", MESSAGE), Ok(Fate::Sent(_))));
}

#[test]
fn endless_complaints_are_cut() {
    let Fate::Failed(words) = send("cat > /dev/null; yes quejas | head -c 1000000 >&2; exit 70") else {
        panic!("is refused");
    };
    assert!(words.len() < 2100, "{}", words.len());
}

#[test]
fn a_program_that_is_not_there_is_named() {
    let program = Sendmail { program: "/no/such/sendmail".into(), timeout: Duration::from_secs(1) };
    let error = program.send(FROM, "a@x.example", MESSAGE).expect_err("cannot start");
    assert_eq!(error.program, "/no/such/sendmail");
}

#[test]
fn an_address_is_never_an_option() {
    let (folder, program) = program("echo > called");
    for to in ["-oQ/tmp@x.example", "a@x.example b@x.example", "a@x.example\nb", ""] {
        assert!(matches!(program.send(FROM, to, MESSAGE), Ok(Fate::Failed(_))), "{to:?}");
    }
    assert!(!folder.path().join("called").exists());
}
