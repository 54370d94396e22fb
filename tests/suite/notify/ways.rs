//! Ways out: a server that wants a password, a program, and what the register keeps of it.

use super::{case_with, draft, each, mails, read_text};
use crate::desk::TestDesk;
use crate::mail::python;
use crate::mail::smtp::protected::Peer;
use crate::mail::smtp::server::Loopback;
use serde_json::Value;

/// One person to tell by e-mail.
fn one() -> TestDesk {
    let desk = case_with("--invite ana@example.org");
    desk.json("schedule confirm 1");
    draft(&desk, "1", "convocation");
    desk
}

/// Runs with more in the environment.
fn run(desk: &TestDesk, line: &str, environment: &[(&str, &str)]) -> (i32, String) {
    let mut command = desk.command(&crate::desk::words(line));
    let output = command.envs(environment.iter().copied()).output().expect("ata runs");
    (output.status.code().unwrap_or(-1), String::from_utf8_lossy(&[output.stdout, output.stderr].concat()).into_owned())
}

#[test]
fn a_password_comes_from_a_file_or_a_command_and_goes_over_protected_lines_only() {
    let folder = tempfile::tempdir().expect("a folder");
    let Some(peer) = Peer::start(folder.path()) else { return };
    let certificate = folder.path().join("cert.pem").display().to_string();
    let trust = ("SSL_CERT_FILE", certificate.as_str());
    for (way, secret) in [
        (format!("smtp://ana@localhost:{}?tls=starttls", peer.starttls), "ATA_SMTP_PASSWORD_FILE"),
        (format!("smtps://ana@127.0.0.1:{}", peer.tls), "ATA_SMTP_PASSWORD_COMMAND"),
    ] {
        let desk = one();
        let before = desk.dump();
        let line = format!("notify send 1 --via '{way}'");
        let (code, said) = run(&desk, &line, &[trust]);
        assert!(code == 2 && said.contains("ATA_SMTP_PASSWORD_FILE"), "{code} {said}");
        let file = desk.file("clave", "otra\n").display().to_string();
        let value = |file: &str| if secret.ends_with("FILE") { file.to_owned() } else { format!("cat '{file}'") };
        let (code, said) = run(&desk, &line, &[trust, (secret, &value(&file))]);
        assert!(code == 7 && said.contains("no admitió el usuario o la contraseña"), "{code} {said}");
        let (code, said) = run(&desk, &line, &[trust, (secret, &value("no-existe"))]);
        assert!(code == 2 || code == 3, "{code} {said}");
        assert_eq!(desk.dump(), before);
        desk.file("clave", "clave ñ\r\n");
        let (code, said) = run(&desk, &line, &[trust, (secret, &value(&file))]);
        assert_eq!(code, 0, "{said}");
        assert!(!desk.dump().iter().any(|row| row.contains("clave ñ")), "the register never learns it");
    }
    let taken = peer.end();
    let mails = taken.as_array().expect("mails");
    assert_eq!(mails.len(), 2);
    assert!(mails.iter().all(|mail| mail["tls"] == true && mail["user"] == true && mail["to"][0] == "ana@example.org"));
}

#[cfg(unix)]
#[test]
fn a_program_takes_messages_and_its_exit_says_what_became_of_them() {
    use std::os::unix::fs::PermissionsExt;
    for (script, state, error) in [
        ("cat > correo.txt", "sent", Value::Null),
        ("cat > /dev/null; echo no hay tal persona >&2; exit 67", "failed", "refused".into()),
        ("cat > /dev/null; exit 75", "queued", "later".into()),
        ("cat > /dev/null; kill -9 $$", "uncertain", "no-answer".into()),
    ] {
        let desk = one();
        let program = desk.file("correo.sh", format!("#!/bin/sh\n{script}\n"));
        std::fs::set_permissions(&program, std::fs::Permissions::from_mode(0o755)).expect("a program");
        let ran = desk.run(&format!("notify send 1 --via sendmail:{} --json", program.display()));
        let answer = ran.json();
        assert_eq!((&answer["items"][0]["state"], &answer["items"][0]["error"]), (&state.into(), &error), "{script}");
        assert_eq!(ran.code, if state == "sent" { 0 } else { 7 });
    }
    let desk = one();
    let before = desk.json("notify outbox");
    let ran = desk.run("notify send 1 --via sendmail:/no/hay --json").exits(7);
    assert!(ran.stderr.contains("no se pudo ejecutar"), "{}", ran.stderr);
    assert_eq!(each(&desk.json("notify outbox"), "/state"), each(&before, "/state"));
    desk.file("mensaje", "");
    assert_eq!(each(&ran.json(), "/due"), ["-"]);
}

#[test]
fn the_register_keeps_a_way_out_that_a_command_may_depart_from() {
    let desk = one();
    let server = Loopback::start(&["PIPELINING"], |_, _| None);
    assert_eq!(desk.json("notify via"), serde_json::json!({"way": null, "from": null, "per_minute": null}));
    for line in [
        "notify via paloma:mensajera",
        "notify via smtp://ana:clave@mail.example",
        "notify via sendmail:/bin/sh",
        "notify via sendmail --from nadie",
        "notify via --per-minute 3",
        "notify via sendmail --per-minute 0",
    ] {
        desk.run(line).exits(2);
    }
    let before = desk.dump();
    let line = format!("notify via '{}' --from at@example.org --per-minute 6000", server.way());
    let set = desk.json(&line);
    assert_eq!((&set["way"], &set["per_minute"], &set["changed"]), (&server.way().into(), &6000.into(), &true.into()));
    assert_eq!(desk.json(&line)["changed"], false);
    let after = desk.dump();
    desk.run("undo").ok();
    assert_eq!(desk.dump(), before);
    desk.run("undo").ok();
    assert_eq!(desk.dump(), after);
    // A folder is kept whole, so that it means the same from everywhere.
    assert_eq!(desk.json("notify send 1 --via maildir:correo --dry-run")["sent"], 1);
    assert_eq!(desk.json("notify send 1")["sent"], 1);
    assert_eq!((server.count(), mails(&desk).len()), (1, 0));
    let kept = desk.json("notify via maildir:correo")["way"].as_str().expect("a way").to_owned();
    assert!(kept.starts_with("maildir:/") && kept.ends_with("/correo"), "{kept}");
    assert_eq!(desk.json("notify via --none")["way"], Value::Null);
    assert_eq!(desk.json("notify via")["way"], Value::Null);
}

#[test]
fn a_server_that_lets_nobody_send_from_another_address_gets_its_own_and_the_signatory_the_answers() {
    let desk = case_with("--invite ana@example.org");
    let server = Loopback::start(&[], |_, _| None);
    let way = format!("{}&from=at@entidad.example", server.way());
    desk.json(&format!("notify via '{way}'"));
    draft(&desk, "1", "convocation");
    let letter = desk.json("notify preview M-1");
    assert_eq!(
        (&letter["from"]["address"], &letter["reply_to"]["address"]),
        (&"at@entidad.example".into(), &"marcela@example.org".into())
    );
    desk.json("notify send");
    let told = server.told();
    assert!(told.lines.iter().any(|(_, line)| line == "MAIL FROM:<at@entidad.example>"), "{:?}", told.lines);
    for header in ["From: \"Marcela Rueda\" <at@entidad.example>", "Reply-To: \"Marcela Rueda\" <marcela@example.org>"]
    {
        assert!(told.taken[0].contains(header), "{header}: {}", told.taken[0]);
    }
    // What calendars answer by themselves goes to the address that is read, under the name of who signs.
    let shown = letter["calendar"].as_str().expect("a calendar").replace("\r\n ", "");
    assert!(shown.contains("ORGANIZER;CN=\"Marcela Rueda\":mailto:at@entidad.example\r\nATTENDEE;"), "{shown}");
    let Some((mail, calendar)) = read_text(&told.taken[0]) else { return };
    let expected = serde_json::json!([{ "uri": "mailto:at@entidad.example", "cn": "Marcela Rueda" }]);
    let organizer = |calendar: &Value| {
        let found = &calendar["events"][0]["organizer"];
        assert_eq!(found.as_array().map(Vec::len), Some(1), "{found}");
        serde_json::json!([{ "uri": found[0]["uri"], "cn": found[0]["cn"] }])
    };
    assert_eq!(organizer(&calendar), expected);
    // The file that goes along says the same.
    let parts = mail["parts"].as_array().expect("parts");
    let file = parts.iter().find(|part| part["type"] == "application/ics").expect("a file");
    let text = file["text"].as_str().expect("text");
    assert_eq!(organizer(&python::read("calendar", text.as_bytes()).expect("read before")), expected);
}

/// However long the address, lines are folded and everything else stays.
#[test]
fn an_entry_with_another_organiser_is_otherwise_the_same() {
    let desk = case_with("--invite ana@example.org");
    draft(&desk, "1", "convocation");
    let before = desk.json("notify preview M-1")["calendar"].as_str().expect("a calendar").to_owned();
    let address = format!("{}@entidad.example", "asistencia-tecnica".repeat(3));
    desk.json(&format!("notify via 'smtp://mail.entidad.example?from={address}'"));
    let after = desk.json("notify preview M-1")["calendar"].as_str().expect("a calendar").to_owned();
    assert!(after.split("\r\n").all(|line| line.len() <= 75), "{after}");
    let unfolded = |ics: &str| ics.replace("\r\n ", "");
    assert_eq!(unfolded(&before).replace("mailto:marcela@example.org", &format!("mailto:{address}")), unfolded(&after));
    assert_ne!(before, after);
}

#[test]
fn the_next_try_is_hinted_at_by_the_way_that_was_just_used() {
    let desk = one();
    let program = desk.file("luego", "#!/bin/sh\ncat > /dev/null\nexit 75\n");
    std::fs::set_permissions(&program, std::os::unix::fs::PermissionsExt::from_mode(0o755)).expect("a program");
    let way = format!("sendmail:{}", program.display());
    let ran = desk.run(&format!("notify send 1 --via {way} --json")).exits(7);
    let hint = format!("ata notify send AT-2026-0001 --via {way}");
    assert_eq!(ran.json()["cases"][0]["missing"][0]["hint"], hint);
    assert!(ran.stderr.contains(&hint) && !ran.stderr.contains("maildir"), "{}", ran.stderr);
    // What the program said stays in its words, what ata notes of it is in the reader's.
    for line in ["show M-1", "notify outbox", "notify proof 1"] {
        let page = desk.run(line).ok().stdout;
        assert!(page.contains("terminó con el código 75") && !page.contains("exit 75"), "{page}");
    }
    assert_eq!(desk.json("notify proof 1")["items"][0]["detail"], format!("{way} · exit 75"));
}

#[test]
fn why_a_message_is_in_doubt_is_said_in_words() {
    use std::os::unix::fs::PermissionsExt;
    let desk = one();
    let program = desk.file("muere", "#!/bin/sh\ncat > /dev/null\nkill -9 $$\n");
    std::fs::set_permissions(&program, std::fs::Permissions::from_mode(0o755)).expect("a program");
    desk.run(&format!("notify send 1 --via sendmail:{}", program.display())).exits(7);
    let page = desk.run("show M-1").ok().stdout;
    assert!(page.contains("el servidor no respondió") && !page.contains("no-answer"), "{page}");
}
