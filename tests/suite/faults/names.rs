//! Names, subjects, places and file names that carry more than they should: nothing of it reaches a header, a calendar line, a path or
//! the terminal.

use super::{desk_with_session, is_sound, refuses};
use crate::desk::TestDesk;
use crate::mail::python;
use std::path::Path;

const BREAK: &str = "\r\nBcc: intruso@example.org\r\n\r\nHola";

fn run(desk: &TestDesk, args: &[&str]) -> crate::desk::Ran {
    desk.run_args(&args.iter().map(|arg| (*arg).to_owned()).collect::<Vec<_>>())
}

#[test]
fn signs_that_are_not_seen_are_refused_and_line_breaks_become_blanks() {
    let desk = desk_with_session();
    for sign in ["\u{1b}[31m", "\u{7}", "\u{202e}", "\u{200b}", "\u{9b}2J"] {
        for line in [
            format!("need add 'T{sign}X'"),
            format!("person add 'T{sign}X'"),
            format!("org add 'T{sign}X'"),
            format!("board add 'T{sign}X'"),
            format!("schedule edit 1-S1 --place 'T{sign}X'"),
            format!("followup add 1 'T{sign}X' --owner P-1 --due 2026-04-01"),
        ] {
            refuses(&desk, &line, 2, &["U+"]);
        }
    }
    for address in ["a@b.co\r\nBcc: x@y.co", "a@b.co, c@d.co", "X <a@b.co>", "a b@c.co", "a@b@c.co", "@"] {
        refuses(&desk, &format!("person add Eva --email '{address}'"), 2, &["--email"]);
    }
    for link in
        ["javascript:alert(1)", "https://x.example/a b", "https://x.example\r\nX: y", "meet", "https://", "file:///etc"]
    {
        refuses(&desk, &format!("schedule edit 1-S1 --link '{link}'"), 2, &["--link"]);
    }
    refuses(&desk, &format!("need add '{}'", "x".repeat(5000)), 2, &["300"]);
    let added = run(&desk, &["need", "add", &format!("Taller{BREAK}"), "--json"]).ok().json();
    assert_eq!(added["title"], "Taller Bcc: intruso@example.org Hola");
}

#[test]
fn a_line_break_in_a_name_or_a_place_does_not_become_a_header_or_a_calendar_line() {
    let desk = desk_with_session();
    let named = |what: &str| format!("{what}{BREAK}");
    run(&desk, &["need", "edit", "1", "--title", &named("Taller")]).ok();
    run(&desk, &["org", "edit", "GVSP", "--name", &named("Grupo")]).ok();
    run(&desk, &["person", "edit", "P-1", "--name", &named("Jefa \"La\", (x) <z@z.co>"), "--post", &named("Jefa")])
        .ok();
    run(&desk, &["person", "edit", "P-2", "--name", &named("Ana")]).ok();
    let place = format!("Sala; 1, \"x\" \\n{BREAK}\r\nATTENDEE:mailto:z@z.co");
    let agenda = format!("08:00 Tema{BREAK}\r\nEND:VCALENDAR");
    run(&desk, &["schedule", "edit", "1-S1", "--place", &place, "--agenda", &agenda]).ok();
    desk.file("texto.txt", "Hola\r\nBcc: intruso@example.org\r\n.\r\n\u{0}\u{1b}[31mrojo\r\nFrom aquí\r\n");
    desk.json("notify draft 1 --as convocation --signed-by P-1");
    desk.json("notify draft 1 --as letter --signed-by P-1 --text texto.txt");
    run(&desk, &["notify", "send", "--via", "maildir:correo"]).ok();
    let mails: Vec<_> = std::fs::read_dir(desk.path("correo/new")).expect("mails").collect();
    assert_eq!(mails.len(), 4);
    for mail in mails {
        let bytes = std::fs::read(mail.expect("a mail").path()).expect("a mail");
        let text = String::from_utf8(bytes.clone()).expect("seven bits");
        let head = text.replace("\r\n", "\n");
        let head = head.split("\n\n").next().unwrap_or_default().to_lowercase();
        assert!(!head.contains("\nbcc:"), "{head}");
        assert!(!text.contains('\u{1b}') && !text.contains('\0'), "{text:?}");
        let Some(read) = python::read("message", &bytes) else { continue };
        assert_eq!(read["defects"], serde_json::json!([]));
        let headers = read["headers"].to_string().to_lowercase();
        assert!(!headers.contains("\"bcc\""), "{headers}");
        for part in read["parts"].as_array().expect("parts").iter().filter(|part| part["type"] == "text/calendar") {
            let calendar = part["text"].as_str().expect("text");
            let unfolded = calendar.replace("\r\n ", "").replace("\n ", "");
            let attendees = unfolded.lines().filter(|line| line.starts_with("ATTENDEE")).count();
            let ends = unfolded.lines().filter(|line| *line == "END:VCALENDAR").count();
            assert_eq!((attendees, ends), (1, 1), "{unfolded}");
            let read = python::read("calendar", calendar.as_bytes()).expect("the same judge");
            assert_eq!(read["errors"], serde_json::json!([]));
        }
    }
}

#[test]
fn no_name_of_a_document_leads_out_of_the_package() {
    let desk = desk_with_session();
    desk.file("fuera/solicitud.txt", "de fuera\n");
    let mut odd =
        vec!["CON.txt", "=cmd|calc.txt", "-rf.txt", "a:b*c?.txt", " .. .txt", ".oculto", "a\nb.txt", "\u{1b}[31m.txt"]
            .into_iter()
            .map(str::to_owned)
            .collect::<Vec<_>>();
    odd.push(format!("{}.txt", "ñ".repeat(120)));
    for (n, name) in odd.iter().enumerate() {
        std::fs::write(desk.path(name), format!("documento {n}\n")).expect("a file");
        run(&desk, &["archive", "attach", "1", "--", name]).ok();
    }
    run(&desk, &["archive", "attach", "1", "fuera/../fuera/solicitud.txt", "--title", "../../../../tmp/escape"]).ok();
    for title in ["..", "/etc/passwd", "C:\\Windows\\x", "a/../../b", "CON"] {
        std::fs::write(desk.path("uno.txt"), title).expect("a file");
        run(&desk, &["archive", "attach", "1", "uno.txt", "--title", title]).ok();
    }
    // What is left of the walk is not the point here.
    desk.database().execute("UPDATE cases SET stage = 'archive' WHERE id = 1", []).expect("the stage");
    desk.json("archive classify 1 --series 120-2-40");
    desk.json("archive close 1 --waive records_complete=Prueba");
    for zip in ["", "--zip"] {
        desk.run(&format!("archive package 1 --out paquetes {zip}")).ok();
    }
    for package in ["paquetes/AT-2026-0001", "paquetes/AT-2026-0001.zip"] {
        desk.run(&format!("archive verify {package}")).ok();
    }
    assert!(!Path::new("/tmp/escape").exists() && !desk.path("escape").exists());
    let mut left: Vec<_> =
        std::fs::read_dir(desk.path("paquetes")).expect("packages").map(|one| one.expect("one").file_name()).collect();
    left.sort();
    assert_eq!(left, ["AT-2026-0001", "AT-2026-0001.zip"]);
    let mut folders = vec![desk.path("paquetes/AT-2026-0001")];
    let mut documents = 0;
    while let Some(folder) = folders.pop() {
        for entry in std::fs::read_dir(folder).expect("a folder") {
            let entry = entry.expect("an entry");
            let name = entry.file_name().into_string().expect("text");
            assert!(!name.starts_with('.') && !name.contains(['\\', ':', '*', '?', '|', '\n', '\u{1b}']), "{name:?}");
            assert!(name.len() <= 255 && !name.to_uppercase().starts_with("CON."), "{name:?}");
            documents += usize::from(entry.path().to_string_lossy().contains("/documents/") && entry.path().is_file());
            if entry.path().is_dir() {
                folders.push(entry.path());
            }
        }
    }
    assert_eq!(documents, odd.len() + 6);
    is_sound(&desk);
}
