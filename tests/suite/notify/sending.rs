//! Sending: what leaves, what stays, and when the case moves on.

use super::{case_to_tell, case_with, draft, each, mails, number, planned, read, send};

#[test]
fn the_case_moves_on_when_everybody_was_told_and_not_before() {
    let desk = case_to_tell();
    draft(&desk, "1", "convocation");
    let sent = send(&desk);
    assert_eq!((&sent["sent"], &sent["failed"], &sent["queued"]), (&1.into(), &0.into(), &1.into()));
    assert_eq!(
        (&sent["cases"][0]["stage"], &sent["cases"][0]["missing"][0]["control"]),
        (&"notify".into(), &"all_told".into())
    );
    assert_eq!(
        sent["cases"][0]["missing"][0]["hint"],
        "ata notify call AT-2026-0001-S1 --person PERSON --outcome reached"
    );
    // Only a call is missing: asking again is no error and does nothing.
    let again = send(&desk);
    assert_eq!((&again["changed"], &again["total"]), (&false.into(), &0.into()));
    desk.json("notify call 1-S1 --person 'Beto Pérez' --outcome reached");
    let closed = desk.json("notify send 1");
    assert_eq!((&closed["changed"], &closed["cases"][0]["stage"]), (&true.into(), &"run".into()));
    assert_eq!(desk.json("notify send 1")["changed"], false);
    assert_eq!(mails(&desk).len(), 1);
}

#[test]
fn without_naming_cases_all_that_waits_is_sent_and_all_that_is_complete_moves_on() {
    let desk = case_to_tell();
    draft(&desk, "1", "convocation");
    assert_eq!(desk.json("notify send --via maildir:correo")["sent"], 1);
    desk.json("notify call 1-S1 --person P-3 --outcome reached");
    let moved = desk.json("notify send");
    assert_eq!((&moved["total"], &moved["cases"][0]["stage"]), (&0.into(), &"run".into()));
    assert_eq!(desk.json("notify send")["cases"].as_array().map(Vec::len), Some(0));
}

#[test]
fn a_point_that_may_be_waived_is_waived_with_a_reason() {
    let desk = case_to_tell();
    draft(&desk, "1", "convocation");
    desk.run("notify send 1 --via maildir:correo --waive changes_told=x").exits(4);
    desk.run("notify send --via maildir:correo --waive all_told=x").exits(2);
    assert!(mails(&desk).is_empty());
    let sent = desk.json("notify send 1 --via maildir:correo --waive 'all_told=No tiene teléfono'");
    assert_eq!(sent["cases"][0]["stage"], "run");
}

#[test]
fn a_case_where_nothing_is_drafted_or_that_has_not_come_so_far_is_refused() {
    let desk = case_to_tell();
    let error = desk.run("notify send 1 --json").exits(4).error();
    assert_eq!(error["hint"], "ata notify draft AT-2026-0001 --as convocation --signed-by PERSON");
    let desk = case_with("--invite ana@example.org");
    desk.run("notify send 1").exits(4);
    // Notices may go out early; then the case just stays where it is.
    draft(&desk, "1", "convocation");
    assert_eq!(send(&desk)["cases"][0]["stage"], "schedule");
}

#[test]
fn mail_needs_a_way_out_that_exists_and_an_address_to_come_from() {
    let desk = case_to_tell();
    draft(&desk, "1", "convocation");
    let error = desk.run("notify send 1 --json").exits(2).error();
    assert_eq!(error["hint"], "ata notify send --via maildir:DIR");
    for way in
        ["smtp://", "smtp://ana:clave@localhost", "smtp://localhost?tls=maybe", "maildir:", "paloma:mensajera", ""]
    {
        desk.run(&format!("notify send 1 --via '{way}'")).exits(2);
    }
    desk.file("ocupado", "no es una carpeta");
    desk.run("notify send 1 --via maildir:ocupado").exits(1);
    assert_eq!(each(&desk.json("notify outbox"), "/state"), ["queued", "queued"]);

    let desk = planned();
    desk.database().execute_batch("UPDATE organisation SET email = ''").expect("writes");
    desk.json("person add 'Sin Correo' --role staff");
    desk.json(
        "schedule add 1 --start '2026-03-18 08:00' --duration 4h --place Auditorio --agenda Apertura --invite ana@example.org",
    );
    desk.run("notify draft 1 --as letter --signed-by P-4").exits(2);
    desk.json("notify draft 1 --as letter --signed-by P-4 --from at@example.org");
    desk.run("notify send --via maildir:correo").exits(7);
    assert_eq!(desk.json("notify send --via maildir:correo --from at@example.org")["sent"], 1);
    if let Some((mail, calendar)) = read(&mails(&desk)[0]) {
        assert_eq!(mail["from"][0][1], "at@example.org");
        assert_eq!(calendar["events"][0]["organizer"][0]["uri"], "mailto:at@example.org");
    }
}

#[test]
fn a_dry_run_shows_what_would_be_sent_and_leaves_no_trace() {
    let desk = case_with("--invite ana@example.org");
    desk.json("schedule confirm 1");
    draft(&desk, "1", "convocation");
    let before = desk.dump();
    let shown = desk.json("notify send 1 --via maildir:correo --dry-run");
    assert_eq!((&shown["sent"], &shown["dry_run"], &shown["changed"]), (&1.into(), &true.into(), &true.into()));
    assert_eq!(shown["cases"][0]["stage"], "run");
    assert_eq!(desk.dump(), before);
    assert!(!desk.path("correo").exists());
}

#[test]
fn at_most_so_many_are_sent_and_the_next_run_goes_on() {
    let desk = case_with("--invite ana@example.org --invite marcela@example.org --invite AVE");
    desk.json("schedule confirm 1");
    draft(&desk, "1", "convocation");
    let first = desk.json("notify send 1 --via maildir:correo --max 2");
    assert_eq!(
        (&first["sent"], &first["queued"], &first["cases"][0]["stage"]),
        (&2.into(), &1.into(), &"notify".into())
    );
    desk.run("notify send 1 --via maildir:correo --max 0").exits(2);
    let second = desk.json("notify send 1 --via maildir:correo --max 2");
    assert_eq!((&second["sent"], &second["cases"][0]["stage"]), (&1.into(), &"run".into()));
    assert_eq!(mails(&desk).len(), 3);
}

#[test]
fn another_program_reads_the_mail_and_finds_one_attendee() {
    let desk = case_with("--invite ana@example.org --invite AVE");
    draft(&desk, "1", "convocation");
    send(&desk);
    let files = mails(&desk);
    assert_eq!(files.len(), 2);
    let Some((mail, calendar)) = read(&files[1]) else { return };
    assert_eq!(mail["to"], serde_json::json!([["Ana Ñáñez", "ana@example.org"]]));
    assert_eq!(mail["from"], serde_json::json!([["Marcela Rueda", "marcela@example.org"]]));
    let event = &calendar["events"][0];
    assert_eq!(
        (&calendar["method"], &event["sequence"], &event["status"]),
        (&"REQUEST".into(), &0.into(), &"CONFIRMED".into())
    );
    assert_eq!((&event["start"], &event["location"]), (&"2026-03-18T13:00:00Z".into(), &"Auditorio".into()));
    assert_eq!(event["attendees"].as_array().map(Vec::len), Some(1));
    assert_eq!(event["attendees"][0]["uri"], "mailto:ana@example.org");
    assert_eq!(event["organizer"][0]["uri"], "mailto:marcela@example.org");
}

#[test]
fn a_name_cannot_become_a_header() {
    let desk = case_with("--invite ana@example.org");
    let evil = "Ana\r\nBcc: todos@example.org\r\n\r\n\"; x=\"y";
    desk.database().execute("UPDATE person SET name = ?1 WHERE id IN (1, 2)", [evil]).expect("writes");
    desk.database().execute("UPDATE cases SET title = ?1", [evil]).expect("writes");
    draft(&desk, "1", "convocation");
    send(&desk);
    let path = &mails(&desk)[0];
    let text = std::fs::read_to_string(path).expect("seven bits");
    let head = text.split("\r\n\r\n").next().expect("a head");
    assert!(!head.lines().any(|line| line.starts_with("Bcc")), "{head}");
    if let Some((mail, calendar)) = read(path) {
        assert_eq!(mail["to"][0][1], "ana@example.org");
        assert_eq!(calendar["events"][0]["attendees"].as_array().map(Vec::len), Some(1));
    }
    // Nor can it steer the terminal.
    assert!(!desk.run("notify outbox").ok().stdout.contains("\nBcc"));
}

#[test]
fn an_address_that_takes_no_mail_fails_alone_and_is_drafted_again_when_corrected() {
    let desk = case_with("--invite ana@example.org --invite AVE");
    desk.json("schedule confirm 1");
    draft(&desk, "1", "convocation");
    let wrong = "UPDATE message SET address = 'ana@@example' WHERE person_id = 2;
                 UPDATE person SET email = 'ana@@example' WHERE id = 2";
    desk.database().execute_batch(wrong).expect("writes");
    let ran = desk.run("notify send 1 --via maildir:correo --json").exits(7);
    let answer = ran.json();
    assert_eq!((&answer["sent"], &answer["failed"]), (&1.into(), &1.into()));
    assert_eq!(each(&answer, "/error"), ["-", "address"]);
    assert_eq!(desk.run("notify send 1 --via maildir:correo --json").exits(4).error()["kind"], "refused");
    desk.json("person edit P-2 --email ana@example.org");
    let again = draft(&desk, "1", "convocation");
    assert_eq!(
        (each(&again, "/state"), &again["changed"]),
        (vec!["sent".to_owned(), "queued".to_owned()], &true.into())
    );
    let sent = send(&desk);
    assert_eq!(
        (&sent["sent"], &sent["items"][0]["attempts"], &sent["cases"][0]["stage"]),
        (&1.into(), &2.into(), &"run".into())
    );
    assert_eq!(
        mails(&desk).iter().map(|path| number(&std::fs::read_to_string(path).expect("a mail"))).collect::<Vec<_>>(),
        [1, 2]
    );
}

#[test]
fn what_was_sent_cannot_be_undone_but_the_closing_can() {
    let desk = case_with("--invite ana@example.org");
    desk.json("schedule confirm 1");
    draft(&desk, "1", "convocation");
    let before = desk.dump();
    send(&desk);
    let after = desk.dump();
    // Newest first: the closing of the stage, the sending, the claim.
    desk.run("undo").ok();
    assert_eq!(desk.json("show 1")["stage"], "notify");
    desk.run("undo").ok();
    assert_eq!(desk.dump(), after);
    let last: i64 = desk
        .database()
        .query_row("SELECT max(op) FROM operation WHERE verb LIKE 'notify.%'", [], |row| row.get(0))
        .expect("a row");
    for op in [last - 1, last - 2] {
        assert_eq!(desk.run(&format!("undo --op {op} --json")).exits(4).error()["kind"], "refused");
    }
    // The draft it came from was used.
    desk.run(&format!("undo --op {}", last - 3)).exits(4);
    assert_eq!(desk.dump(), after);
    assert_ne!(before, after);
}

#[test]
fn where_nothing_is_to_be_sent_nothing_is_made() {
    let desk = case_to_tell();
    assert_eq!(desk.json("notify send --via maildir:lejos/buzon")["changed"], false);
    assert!(!desk.path("lejos").exists());
    // A list of none has its header.
    let none = desk.run("notify preview 1 --format csv").ok().stdout;
    draft(&desk, "1", "convocation");
    let some = desk.run("notify preview 1 --format csv").ok().stdout;
    assert!(none.starts_with("id,kind,case,") && some.starts_with(&none), "{none}{some}");
    let tsv = desk.run("notify preview 1 --format tsv").ok().stdout;
    assert_eq!(tsv.lines().count(), 3, "{tsv}");
}

#[test]
fn who_was_told_of_a_session_is_told_of_its_change_however_often_it_moves() {
    let desk = case_to_tell();
    draft(&desk, "1", "convocation");
    let moved = desk.run("schedule move 1-S1 --start '2026-03-19 08:00' --reason Lluvia").ok();
    assert!(moved.stderr.contains("--as convocation") && !moved.stderr.contains("--as change"), "{moved:?}");
    draft(&desk, "1", "convocation");
    send(&desk);
    desk.json("notify call 1-S1 --person 'Beto Pérez' --outcome reached");
    desk.json("schedule move 1-S1 --start '2026-03-20 08:00' --reason Lluvia");
    draft(&desk, "1-S1", "change");
    let moved = desk.run("schedule move 1-S1 --start '2026-03-24 08:00' --reason Lluvia").ok();
    assert!(!moved.stderr.contains("--as convocation") && moved.stderr.contains("--as change"), "{moved:?}");
}
