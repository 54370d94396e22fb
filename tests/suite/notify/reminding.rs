//! Reminders: what is due, to whom, once.

use super::{case_with, draft, mails, planned, send};
use crate::desk::TestDesk;
use serde_json::Value;
use std::process::Stdio;

/// (recipient, rule) of every reminder of an answer.
fn told(answer: &Value) -> Vec<(String, String)> {
    let items = answer["items"].as_array().unwrap_or_else(|| panic!("{answer}"));
    let of = |item: &Value| {
        let reminders = item["reminders"].as_array().expect("reminders").clone();
        let person = item["person"].as_str().expect("a person").to_owned();
        reminders.into_iter().map(move |one| (person.clone(), one["rule"].as_str().expect("a rule").to_owned()))
    };
    items.iter().flat_map(|item| of(item).collect::<Vec<_>>()).collect()
}

fn pairs(expected: &[(&str, &str)]) -> Vec<(String, String)> {
    expected.iter().map(|(person, rule)| ((*person).to_owned(), (*rule).to_owned())).collect()
}

fn reminders(desk: &TestDesk) -> i64 {
    desk.database().query_row("SELECT count(*) FROM reminder", [], |row| row.get(0)).expect("a count")
}

/// A session on 18 March that Ana was told of, three days before.
fn three_days_before() -> TestDesk {
    let mut desk = case_with("--invite ana@example.org");
    desk.json("schedule confirm 1");
    draft(&desk, "1", "convocation");
    send(&desk);
    desk.at("2026-03-15T07:00:00-05:00");
    desk
}

#[test]
fn a_hundred_runs_are_one_reminder() {
    let mut desk = three_days_before();
    let before = desk.dump();
    let preview = desk.json("notify remind --dry-run");
    assert_eq!((told(&preview), &preview["changed"]), (pairs(&[("P-2", "before_session")]), &true.into()));
    assert_eq!(desk.dump(), before);
    let first = desk.json("notify remind");
    assert_eq!((told(&first), &first["items"][0]["state"]), (told(&preview), &"queued".into()));
    let after = desk.dump();
    desk.run("undo").ok();
    assert_eq!(desk.dump(), before);
    desk.run("undo").ok();
    assert_eq!(desk.dump(), after);
    for _ in 0..5 {
        let again = desk.json("notify remind");
        assert_eq!((&again["changed"], &again["reminders"]), (&false.into(), &1.into()));
    }
    assert_eq!(desk.dump(), after);
    let sent = desk.json("notify remind --send --via maildir:correo");
    assert_eq!((&sent["sending"]["sent"], &sent["items"][0]["state"]), (&1.into(), &"sent".into()));
    for hour in ["08", "12", "23"] {
        desk.at(&format!("2026-03-15T{hour}:00:00-05:00"));
        let again = desk.json("notify remind --send --via maildir:correo");
        assert_eq!((&again["changed"], &again["reminders"]), (&false.into(), &0.into()), "{hour}");
    }
    assert_eq!((mails(&desk).len(), reminders(&desk)), (2, 1));
    desk.at("2026-03-17T07:00:00-05:00");
    assert_eq!(desk.json("notify remind --send --via maildir:correo")["sending"]["sent"], 1);
    let text = std::fs::read_to_string(&mails(&desk)[2]).expect("a mail");
    assert!(text.contains("X-Ata-Message: M-3") && !text.contains("text/calendar"), "{text}");
    // A machine that answers for who is away does not answer a machine; one thing needs no number.
    assert!(text.contains("Auto-Submitted: auto-generated\r\n"), "{text}");
    assert!(!std::fs::read_to_string(&mails(&desk)[0]).expect("a mail").contains("Auto-Submitted"));
    let letter = desk.json("show M-3");
    assert!(letter["body"].as_str().is_some_and(|body| body.contains("\n\nJornada de «Vigilancia del dengue»")));
    let body = letter["body"].as_str().expect("a body");
    assert_eq!(letter["subject"], "Recordatorio: Jornada de «Vigilancia del dengue», miércoles 18 de marzo de 2026");
    assert!(body.contains("Será mañana, de 08:00 a 12:00.") && body.contains("Lugar: Auditorio"), "{body}");
}

#[test]
fn what_waits_is_brought_up_to_date_before_it_is_said() {
    let mut desk = three_days_before();
    desk.json("notify remind");
    desk.at("2026-03-16T07:00:00-05:00");
    // The same reminder, a day later: it is two days now.
    let later = desk.json("notify remind");
    assert_eq!((&later["items"][0]["message"], &later["changed"]), (&"M-2".into(), &true.into()));
    assert!(desk.json("show M-2")["body"].as_str().is_some_and(|body| body.contains("Será dentro de 2 días")));
    desk.json("schedule move 1-S1 --start '2026-03-26 08:00' --reason Paro");
    assert_eq!(desk.json("show M-2")["state"], "cancelled", "at once");
    let back = desk.json("notify remind");
    assert_eq!((&back["called_back"], &back["total"]), (&0.into(), &0.into()));
    assert_eq!((desk.json("show M-2")["state"].as_str(), reminders(&desk)), (Some("cancelled"), 0));
    assert_eq!(desk.json("notify remind")["changed"], false);
    assert_eq!(desk.json("notify remind --send --via maildir:correo")["sending"]["total"], 0);
}

#[test]
fn who_declined_or_was_never_told_is_not_reminded() {
    let mut desk = case_with("--invite ana@example.org --invite AVE");
    draft(&desk, "1", "convocation");
    desk.json("notify send 1 --via maildir:correo --max 1");
    let uid = desk.json("show 1-S1")["uid"].as_str().expect("a uid").to_owned();
    desk.at("2026-03-15T07:00:00-05:00");
    let first = told(&desk.json("notify remind --dry-run"));
    assert_eq!(first.len(), 1);
    let whose = first[0].0.clone();
    let address = if whose == "P-2" { "ana@example.org" } else { "alcaldia@vetas.example" };
    desk.file(
        "no.eml",
        format!(
            "From: {address}\r\nMessage-ID: <no@x>\r\nContent-Type: text/calendar; method=REPLY\r\n\r\nBEGIN:VCALENDAR\r\n\
             METHOD:REPLY\r\nBEGIN:VEVENT\r\nUID:{uid}\r\nSEQUENCE:0\r\nDTSTAMP:20260310T120000Z\r\n\
             ATTENDEE;PARTSTAT=DECLINED:mailto:{address}\r\nEND:VEVENT\r\nEND:VCALENDAR\r\n"
        ),
    );
    assert_eq!(desk.json("notify read no.eml")["replies"], 1);
    assert_eq!(told(&desk.json("notify remind --dry-run")), []);
}

#[test]
fn all_who_attended_are_asked_while_one_answer_is_missing_and_nobody_when_none_is() {
    let mut desk = case_with("--invite ana@example.org --invite marcela@example.org");
    desk.at("2026-03-18T13:00:00-05:00");
    desk.json("run mark 1-S1 ana@example.org marcela@example.org present");
    desk.at("2026-03-19T07:00:00-05:00");
    desk.database()
        .execute_batch("INSERT INTO response (session_id, print, answers) VALUES (1, 'a', '{}')")
        .expect("an answer");
    let asked = desk.json("notify remind --dry-run");
    assert_eq!(told(&asked), pairs(&[("P-1", "evaluation"), ("P-2", "evaluation")]));
    desk.database()
        .execute_batch("INSERT INTO response (session_id, print, answers) VALUES (1, 'b', '{}')")
        .expect("an answer");
    assert_eq!(told(&desk.json("notify remind --dry-run")), []);
}

/// Commitments of a session, owned by Ana of the town, whose mayor is Rosa.
fn committed() -> TestDesk {
    let mut desk = case_with("--invite ana@example.org");
    for line in [
        "person add 'Rosa Díaz' --email rosa@vetas.example --org AVE",
        "org edit AVE --head rosa@vetas.example",
        "person edit ana@example.org --org AVE",
    ] {
        desk.json(line);
    }
    desk.at("2026-03-18T13:00:00-05:00");
    desk.json("run agree 1-S1 'Enviar el directorio' --owner ana@example.org --due 2026-03-25");
    desk.json("run agree 1-S1 'Revisar el plan' --owner AVE --due 2026-04-30");
    desk
}

#[test]
fn an_owner_is_reminded_and_later_the_superior_too() {
    let mut desk = committed();
    let at = |desk: &mut TestDesk, day: &str| {
        desk.at(&format!("{day}T07:00:00-05:00"));
        let answer = desk.json("notify remind --send --via maildir:correo");
        let all = told(&answer).into_iter();
        all.filter(|(_, rule)| rule.starts_with("commitment")).collect::<Vec<_>>()
    };
    assert_eq!(at(&mut desk, "2026-03-19"), []);
    assert_eq!(at(&mut desk, "2026-03-20"), pairs(&[("P-2", "commitment_due")]));
    assert_eq!(at(&mut desk, "2026-03-21"), []);
    assert_eq!(at(&mut desk, "2026-03-25"), pairs(&[("P-2", "commitment_due")]));
    assert_eq!(at(&mut desk, "2026-03-26"), pairs(&[("P-2", "commitment_overdue")]));
    assert_eq!(at(&mut desk, "2026-03-28"), []);
    assert_eq!(at(&mut desk, "2026-04-02"), pairs(&[("P-2", "commitment_overdue")]));
    let escalated = at(&mut desk, "2026-04-09");
    assert_eq!(escalated, pairs(&[("P-2", "commitment_overdue"), ("P-4", "commitment_escalated")]));
    let outbox = desk.json("notify outbox");
    let last =
        outbox["items"].as_array().expect("items").iter().rfind(|one| one["to"]["person"] == "P-4").expect("one");
    assert_eq!(last["subject"], "Recordatorio: Compromiso vencido de Ana Ñáñez: Enviar el directorio");
    desk.json("followup done 1-C1 --note Enviado --evidence solicitud.txt");
    assert_eq!(at(&mut desk, "2026-04-25"), pairs(&[("O-2", "commitment_due")]));
}

#[test]
fn one_recipient_gets_one_digest_of_all() {
    let mut desk = committed();
    desk.json("run agree 1-S1 'Llamar a la ESE' --owner ana@example.org --due 2026-03-20");
    desk.at("2026-03-23T07:00:00-05:00");
    let answer = desk.json("notify remind");
    let ana: Vec<&Value> =
        answer["items"].as_array().expect("items").iter().filter(|one| one["person"] == "P-2").collect();
    assert_eq!(ana.len(), 1);
    let rules = told(&answer).into_iter().filter(|(who, _)| who == "P-2").map(|(_, rule)| rule).collect::<Vec<_>>();
    assert_eq!(rules, ["commitment_due", "commitment_overdue"]);
    let letter = desk.json(&format!("show {}", ana[0]["message"].as_str().expect("a message")));
    assert_eq!(letter["subject"], "Recordatorio: 2 asuntos");
    let body = letter["body"].as_str().expect("a body");
    assert!(
        body.contains("Vence dentro de 2 días: miércoles 25 de marzo de 2026") && body.contains("Venció hace 3 días"),
        "{body}"
    );
    // The one that is met is taken out of the digest that waits.
    desk.json("followup done 1-C3 --note Hecho --evidence solicitud.txt");
    desk.json("notify remind");
    let subject = desk.json(&format!("show {}", ana[0]["message"].as_str().expect("a message")))["subject"].clone();
    assert_eq!(subject, "Recordatorio: Compromiso por cumplir: Enviar el directorio");
}

#[test]
fn needs_minutes_and_files_that_wait_are_told_to_who_answers_for_them() {
    let mut desk = planned();
    desk.json("need add 'Otra necesidad' --group GVSP");
    desk.json(
        "schedule add 1 --start '2026-03-06 08:00' --duration 4h --place Auditorio --facilitator marcela@example.org --agenda Uno --extraordinary Brote",
    );
    desk.at("2026-03-11T07:00:00-05:00");
    // Nobody heads the group, so it is told itself; of the minutes, who facilitated.
    let answer = desk.json("notify remind --dry-run");
    assert_eq!(told(&answer), pairs(&[("O-1", "need_waiting"), ("P-1", "minutes_missing")]));
    desk.json("org edit GVSP --head marcela@example.org");
    let answer = desk.json("notify remind --dry-run");
    assert_eq!(told(&answer), pairs(&[("P-1", "need_waiting"), ("P-1", "minutes_missing")]));
    desk.database()
        .execute_batch(
            "UPDATE cases SET stage = 'archive', received = '2026-02-02' WHERE id = 1;
             DELETE FROM passage WHERE case_id = 1;
             INSERT INTO passage (case_id, stage, outcome, on_day, by) VALUES (1, 'followup', 'skipped', '2026-02-09', 'x')",
        )
        .expect("a case to archive");
    let rules: Vec<String> = told(&desk.json("notify remind --dry-run")).into_iter().map(|(_, rule)| rule).collect();
    assert!(rules.contains(&"case_to_archive".to_owned()), "{rules:?}");
}

#[test]
fn what_is_too_late_is_dropped_and_said() {
    let mut desk = case_with("--invite ana@example.org");
    desk.at("2026-03-18T13:00:00-05:00");
    desk.json("run mark 1-S1 ana@example.org present");
    desk.at("2026-04-02T07:00:00-05:00");
    let late = desk.run("notify remind --json").ok();
    let answer = late.json();
    assert!(told(&answer).iter().all(|(_, rule)| rule != "evaluation"));
    assert_eq!(
        (&answer["too_late"][0]["rule"], &answer["too_late"][0]["due_on"]),
        (&"evaluation".into(), &"2026-03-23".into())
    );
    assert!(late.stderr.contains("demasiado tarde"), "{}", late.stderr);
    let patient = desk.json("notify remind --dry-run --max-late 30d");
    assert!(told(&patient).contains(&("P-2".to_owned(), "evaluation".to_owned())));
    for wrong in ["--max-late dos", "--max-late 9999", "--via maildir:x"] {
        desk.run(&format!("notify remind {wrong}")).exits(2);
    }
}

#[test]
fn somebody_without_an_address_is_named_and_not_written_to() {
    let mut desk = case_with("--invite 'Beto Pérez'");
    draft(&desk, "1", "convocation");
    desk.json("notify call 1-S1 --person P-3 --outcome reached");
    desk.at("2026-03-15T07:00:00-05:00");
    let answer = desk.run("notify remind --json").ok();
    assert_eq!((&answer.json()["total"], &answer.json()["unreachable"][0]["person"]), (&0.into(), &"P-3".into()));
    assert_eq!(answer.json()["changed"], false);
    assert!(answer.stderr.contains("no tiene correo"), "{}", answer.stderr);
    assert!(desk.run("notify remind").ok().stdout.contains("Beto Pérez"));
}

#[test]
fn two_runs_at_once_send_each_reminder_once_and_both_end_well() {
    let desk = three_days_before();
    let run = || {
        let args = crate::desk::words("notify remind --send --via maildir:correo --json");
        desk.command(&args).stdout(Stdio::piped()).stderr(Stdio::piped()).spawn().expect("ata runs")
    };
    let both = [run(), run()];
    for child in both {
        let output = child.wait_with_output().expect("it ends");
        assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
    }
    // Whichever came second may have found the folder taken; what is left goes out with the next run.
    desk.json("notify remind --send --via maildir:correo");
    assert_eq!((mails(&desk).len(), reminders(&desk)), (2, 1));
}

#[test]
fn a_reminder_that_does_not_arrive_ends_with_its_own_code() {
    let desk = three_days_before();
    let ran = desk.run("notify remind --send --via sendmail:/bin/false --json").exits(7);
    assert_eq!(ran.json()["items"][0]["person"], "P-2");
}

#[test]
fn what_reminds_of_a_session_that_is_not_what_it_was_is_not_sent() {
    for line in [
        "schedule cancel 1-S1 --reason Paro",
        "schedule move 1-S1 --start '2026-03-25 08:00' --reason Paro",
        "schedule edit 1-S1 --place 'Aula 2' --reason Obras",
        "schedule edit 1-S1 --uninvite ana@example.org",
        "cancel 1 --reason Paro",
    ] {
        let desk = three_days_before();
        assert_eq!(desk.json("notify remind")["reminders"], 1);
        crate::followup::can_be_undone(&desk, line);
        assert_eq!(desk.json("notify send --via maildir:correo")["total"], 0, "{line}");
        assert_eq!((mails(&desk).len(), reminders(&desk)), (1, 0), "{line}");
    }
    // What is only found out beside it reminds all the same.
    let desk = three_days_before();
    desk.json("notify remind");
    desk.json("schedule edit 1-S1 --capacity 20");
    assert_eq!(desk.json("notify send --via maildir:correo")["sent"], 1);
}

#[test]
fn why_no_reminder_left_is_said_and_nothing_that_does_not_help() {
    let desk = three_days_before();
    let ran = desk.run("notify remind --send --via sendmail:/no/hay/tal").exits(7);
    assert!(ran.stderr.contains("/no/hay/tal: ese programa no está en este equipo"), "{}", ran.stderr);
    assert!(!ran.stderr.contains("notify draft") && !ran.stderr.contains("os error"), "{}", ran.stderr);
    let sent = desk.run("notify send --via sendmail:/no/hay/tal").exits(7);
    assert!(sent.stderr.contains("ese programa no está"), "{}", sent.stderr);
}
