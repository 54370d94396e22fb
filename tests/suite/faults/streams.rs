//! Readers that leave early, and streams that are closed or full.

use super::{desk_with_session, finish, is_sound};
use crate::desk::{Ran, TestDesk, words};
use std::fs::File;
use std::io::Read;
use std::process::{Command, Stdio};

const READING: [&str; 14] = [
    "list",
    "list --json",
    "export",
    "export --format jsonl",
    "show 1",
    "log",
    "check",
    "next",
    "person list --format csv",
    "archive inventory",
    "schedule ics",
    "help exit-codes",
    "completions bash",
    "--help",
];

/// A desk with more to tell than a pipe holds.
fn talkative() -> TestDesk {
    let desk = desk_with_session();
    let mut list = "title,description\n".to_owned();
    for n in 0..400 {
        list.push_str(&format!("Taller número {n},{}\n", "Descripción. ".repeat(20)));
    }
    desk.file("necesidades.csv", list);
    desk.run("need import necesidades.csv").ok();
    desk
}

#[test]
fn a_reader_that_has_seen_enough_is_no_error() {
    let desk = talkative();
    for line in READING {
        for bytes in [0, 1, 100] {
            let mut child = desk
                .command(&words(line))
                .stdout(Stdio::piped())
                .stderr(Stdio::piped())
                .spawn()
                .expect("the program starts");
            let mut some = vec![0; bytes];
            let mut stdout = child.stdout.take().expect("a pipe");
            let _ = stdout.read_exact(&mut some);
            drop(stdout);
            let output = child.wait_with_output().expect("ends");
            let said = String::from_utf8_lossy(&output.stderr);
            assert!(output.status.success() && !said.contains("error") && !said.contains("panicked"), "{line}: {said}");
        }
    }
}

/// Runs in a shell with its streams turned as `turned` says.
fn turned(desk: &TestDesk, line: &str, turned: &str) -> Ran {
    let plain = desk.command(&words(line));
    let mut command = Command::new("sh");
    command.arg("-c").arg(format!("exec \"$0\" \"$@\" {turned}")).arg(plain.get_program()).args(plain.get_args());
    command.current_dir(desk.folder()).env_clear();
    for (name, value) in plain.get_envs() {
        command.env(name, value.unwrap_or_default());
    }
    finish(&mut command)
}

#[test]
fn closed_streams_hurt_neither_the_register_nor_the_exit_code() {
    let desk = desk_with_session();
    for (n, streams) in [">&-", "2>&-", "<&-", ">&- 2>&-", "<&- >&- 2>&-"].iter().enumerate() {
        turned(&desk, "list", streams).exits(0);
        turned(&desk, &format!("need add 'Cerrado {n}'"), streams).exits(0);
        turned(&desk, "show nada", streams).exits(3);
        turned(&desk, "nada", streams).exits(2);
        is_sound(&desk);
    }
    assert_eq!(desk.json("list")["total"], 6);
    for line in ["person import -", "run minutes 1-S1 -", "run attendance 1-S1 -"] {
        turned(&desk, line, "<&-").exits(2);
        turned(&desk, line, "</dev/null").exits(2);
        turned(&desk, line, "<.").exits(1);
    }
}

#[test]
fn an_answer_that_could_not_be_shown_says_that_the_work_was_done() {
    if File::options().write(true).open("/dev/full").is_err() {
        return;
    }
    let desk = desk_with_session();
    for line in
        ["list", "export", "show 1", "schedule ics", "completions bash", "list --format csv", "--help", "--version"]
    {
        let ran = turned(&desk, line, ">/dev/full").exits(1);
        assert!(ran.stderr.contains("stdout"), "{line}: {ran:?}");
    }
    let ran = turned(&desk, "need add Lleno", ">/dev/full").exits(1);
    assert!(ran.stderr.contains("la orden se cumplió"), "{ran:?}");
    assert_eq!(desk.json("list")["total"], 2);
    is_sound(&desk);
}

#[test]
fn what_others_are_to_open_by_its_name_is_not_written_to_standard_output() {
    let desk = desk_with_session();
    for line in ["init -", "archive package 1 --out -", "man -"] {
        let ran = desk.run(line).exits(2);
        assert!(ran.stderr.contains("«-»"), "{line}: {}", ran.stderr);
        assert!(!desk.path("-").exists(), "{line}");
    }
}

#[test]
fn a_form_on_standard_output_is_the_form_alone() {
    let desk = desk_with_session();
    let form = desk.run("evaluate form 1-S1").ok().stdout;
    assert_eq!(desk.run("evaluate form 1-S1 --out -").ok().stdout, form);
    assert_eq!(desk.json("evaluate form 1-S1 --out -")["session"], "AT-2026-0001-S1");
}

#[test]
fn a_paper_to_stdout_is_one_document_of_json_where_that_is_asked_for() {
    let desk = desk_with_session();
    assert!(desk.run("paper attendance-sheet 1-S1 --out -").ok().stdout.starts_with("%PDF"));
    let paper = desk.json("paper attendance-sheet 1-S1 --out -");
    assert_eq!((&paper["kind"], &paper["file"]), (&"attendance-sheet".into(), &serde_json::Value::Null));
}
