//! Bad input and bad days, through the real program: each ends with a sentence, the right exit code, and a sound register.

mod crowd;
mod damaged;
mod disk;
mod files;
mod killed;
mod lists;
mod names;
mod places;
mod references;
mod streams;
mod told;
mod typed;

use crate::desk::{Ran, TestDesk};
use std::io::Read;
use std::process::{Command, Stdio};
use std::time::{Duration, Instant};

/// A desk with a group, a person to sign and one case at the first stage.
fn desk() -> TestDesk {
    let desk = TestDesk::new();
    for line in [
        "org add 'Grupo de Vigilancia' --code GVSP --kind group --email vigilancia@example.org",
        "org add 'Alcaldía de Vetas' --code AVE --kind municipality",
        "person add 'Marcela Rueda' --email marcela@example.org --org GVSP --role staff --post Coordinadora",
        "need add 'Vigilancia del dengue' --requester AVE --group GVSP",
    ] {
        desk.json(line);
    }
    desk
}

/// The same with a session, far enough off, to which two are invited.
fn desk_with_session() -> TestDesk {
    let desk = desk();
    desk.json("person add 'Ana Ñáñez' --email ana@example.org");
    desk.json("person add 'Beto Pérez' --email beto@example.org");
    desk.json(
        "schedule add 1 --start '2026-03-18 08:00' --duration 4h --place Auditorio --facilitator P-1 --agenda Apertura \
         --invite P-2 --invite P-3",
    );
    desk
}

/// Nothing is wrong with the register, as the program and as the database library see it.
#[track_caller]
fn is_sound(desk: &TestDesk) {
    let checked = desk.json("check");
    assert_eq!(checked["ok"], true, "{checked:#}");
}

/// The command fails with this code and kind, in a sentence of each language that says `says` and holds no control character; and
/// changes nothing.
#[track_caller]
fn refuses(desk: &TestDesk, line: &str, code: i32, says: &[&str]) {
    let before = desk.dump();
    for lang in ["es", "pt", "en"] {
        let ran = desk.run(&format!("{line} --lang {lang}")).exits(code);
        let text = ran.stderr.trim_end();
        for part in says {
            assert!(text.contains(part), "{line}: «{part}» is not said in {lang}:\n{text}");
        }
        assert!(!text.contains("error-") && !text.contains("usage-"), "{line}: a key instead of words:\n{text}");
        assert!(!text.contains(|c: char| c.is_control() && c != '\n'), "{line}: control characters:\n{text:?}");
        assert!(text.len() < 4000, "{line}: {} bytes are too many to read", text.len());
    }
    let error = desk.run(&format!("{line} --json")).exits(code).error();
    assert!(error["kind"].is_string() && error["message"].is_string(), "{line}: {error}");
    assert_eq!(desk.dump(), before, "{line} changed something");
}

/// Runs a command that was prepared otherwise, for at most half a minute.
#[track_caller]
fn finish(command: &mut Command) -> Ran {
    let mut child = command.stdout(Stdio::piped()).stderr(Stdio::piped()).spawn().expect("the program starts");
    let drain = |stream: Option<Box<dyn Read + Send>>| {
        std::thread::spawn(move || {
            let mut bytes = Vec::new();
            if let Some(mut stream) = stream {
                let _ = stream.read_to_end(&mut bytes);
            }
            String::from_utf8_lossy(&bytes).into_owned()
        })
    };
    let stdout = drain(child.stdout.take().map(|stream| Box::new(stream) as Box<dyn Read + Send>));
    let stderr = drain(child.stderr.take().map(|stream| Box::new(stream) as Box<dyn Read + Send>));
    let begun = Instant::now();
    let status = loop {
        match child.try_wait().expect("its state") {
            Some(status) => break status,
            None if begun.elapsed() > Duration::from_secs(30) => {
                let _ = child.kill();
                panic!("it does not end: {command:?}");
            }
            None => std::thread::sleep(Duration::from_millis(5)),
        }
    };
    let (stdout, stderr) = (stdout.join().expect("read"), stderr.join().expect("read"));
    Ran::new(stdout, stderr, status.code().unwrap_or(-1), format!("{command:?}"))
}

/// A list of so many people as a file `personas.csv`.
fn people(desk: &TestDesk, count: usize) {
    let mut list = "name,email\n".to_owned();
    for n in 1..=count {
        list.push_str(&format!("Persona Número {n},persona{n}@example.org\n"));
    }
    desk.file("personas.csv", list);
}

/// Files that a run left half-written, by name.
fn half_written(desk: &TestDesk) -> Vec<String> {
    let entries = std::fs::read_dir(desk.folder()).expect("a folder");
    let names = entries.map(|entry| entry.expect("an entry").file_name().to_string_lossy().into_owned());
    names.filter(|name| name.contains(".partial")).collect()
}
