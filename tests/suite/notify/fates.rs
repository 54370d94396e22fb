//! What becomes of a message at a real server: taken, refused for good, refused for now, or nobody knows.

use super::{case_with, case_with_many, draft, each};
use crate::desk::TestDesk;
use crate::mail::smtp::server::{Act, Loopback};
use serde_json::Value;

const PIPELINING: &[&str] = &["PIPELINING", "8BITMIME"];

/// Three people to tell by e-mail.
fn three() -> TestDesk {
    let desk = case_with("--invite ana@example.org --invite marcela@example.org --invite AVE");
    desk.json("schedule confirm 1");
    draft(&desk, "1", "convocation");
    desk
}

fn send(desk: &TestDesk, server: &Loopback, exit: i32) -> Value {
    desk.run(&format!("notify send 1 --via '{}' --json", server.way())).exits(exit).json()
}

#[test]
fn each_recipient_has_a_fate_of_their_own_with_the_servers_words() {
    let mut desk = three();
    let server = Loopback::start(PIPELINING, |line, _| match line {
        "RCPT TO:<ana@example.org>" => Some(Act::Say("550 5.1.1 no such user")),
        "RCPT TO:<marcela@example.org>" => Some(Act::Say("452 4.2.2 mailbox full")),
        _ => None,
    });
    let sent = send(&desk, &server, 7);
    assert_eq!(
        ["sent", "failed", "later", "uncertain"].map(|key| sent[key].clone()),
        [1.into(), 1.into(), 1.into(), Value::from(0)]
    );
    let by_address = |answer: &Value, address: &str| {
        let items = answer["items"].as_array().expect("items");
        items.iter().find(|item| item["to"]["address"] == address).expect("a message").clone()
    };
    let (ana, marcela) = (by_address(&sent, "ana@example.org"), by_address(&sent, "marcela@example.org"));
    assert_eq!((&ana["state"], &ana["error"], &ana["due"]), (&"failed".into(), &"refused".into(), &Value::Null));
    assert_eq!((&marcela["state"], &marcela["error"]), (&"queued".into(), &"later".into()));
    assert_eq!(marcela["due"], "2026-03-02T09:05:00-05:00");
    let preview = desk.json(&format!("notify preview {}", ana["id"].as_str().expect("an id")));
    assert_eq!(preview["history"][0]["outcome"], "failed");
    let words = preview["history"][0]["detail"].as_str().expect("words");
    assert!(words.starts_with("smtp://127.0.0.1") && words.ends_with(" · 550 5.1.1 no such user"), "{words}");
    // Not before its time, and then once more.
    assert_eq!(desk.json(&format!("notify send --via '{}'", server.way()))["total"], 0);
    desk.at("2026-03-02T09:05:00-05:00");
    let again = send(&desk, &server, 7);
    assert_eq!(
        (each(&again, "/due"), &again["items"][0]["attempts"]),
        (vec!["2026-03-02T09:20:00-05:00".to_owned()], &2.into())
    );
    // A person may have it tried at once, and what failed too.
    let marcela = marcela["id"].as_str().expect("an id").to_owned();
    assert_eq!(desk.json(&format!("notify resolve {marcela} queued"))["due"], Value::Null);
    let kind = Loopback::start(PIPELINING, |_, _| None);
    assert_eq!(send(&desk, &kind, 0)["sent"], 1);
    desk.json(&format!("notify resolve {} queued", ana["id"].as_str().expect("an id")));
    let last = send(&desk, &kind, 0);
    assert_eq!((&last["sent"], &last["cases"][0]["stage"]), (&1.into(), &"run".into()));
    assert_eq!((server.count(), kind.count()), (1, 2));
}

#[test]
fn what_is_refused_for_days_is_given_up() {
    let mut desk = case_with("--invite ana@example.org");
    desk.json("schedule confirm 1");
    draft(&desk, "1", "convocation");
    let server = Loopback::start(PIPELINING, |line, _| line.starts_with("RCPT").then_some(Act::Say("451 try later")));
    let mut tries = 0;
    let failed = loop {
        let answer = send(&desk, &server, 7);
        tries += 1;
        let message = answer["items"][0].clone();
        match message["due"].as_str() {
            Some(due) => desk.at(due),
            None => break message,
        };
        assert!(tries < 50);
    };
    assert_eq!((&failed["state"], &failed["error"]), (&"failed".into(), &"gave-up".into()));
    assert_eq!((tries, &failed["attempts"]), (11, &11.into()));
}

#[test]
fn what_was_given_and_not_answered_is_in_doubt_and_never_sent_again_by_itself() {
    for act in [Act::Close(""), Act::Hang] {
        let desk = case_with("--invite ana@example.org");
        desk.json("schedule confirm 1");
        draft(&desk, "1", "convocation");
        let server = Loopback::start(PIPELINING, move |line, _| (line == ".").then(|| act.clone()));
        let answer = send(&desk, &server, 7);
        assert_eq!(
            (each(&answer, "/state"), each(&answer, "/error")),
            (vec!["uncertain".to_owned()], vec!["no-answer".to_owned()])
        );
        let kind = Loopback::start(PIPELINING, |_, _| None);
        let again = desk.run(&format!("notify send 1 --via '{}' --json", kind.way())).ok();
        assert_eq!((&again.json()["total"], &again.json()["changed"]), (&0.into(), &false.into()), "nothing to do");
        assert!(again.stderr.contains("ata notify resolve M-1 sent|failed"), "{}", again.stderr);
        assert_eq!(desk.json(&format!("notify send --via '{}'", kind.way()))["total"], 0);
        assert_eq!(kind.count(), 0);
        // Somebody asked, and it had not arrived: it goes out under the same identifier.
        let (before, queued) = (desk.dump(), desk.json("notify resolve M-1 queued"));
        assert_eq!((&queued["state"], &queued["error"]), (&"queued".into(), &Value::Null));
        let after = desk.dump();
        desk.run("undo").ok();
        assert_eq!(desk.dump(), before);
        desk.run("undo").ok();
        assert_eq!(desk.dump(), after);
        assert_eq!(desk.json("notify resolve M-1 queued")["changed"], false);
        assert_eq!(send(&desk, &kind, 0)["cases"][0]["stage"], "run");
        let identifier = answer["items"][0]["message_id"].as_str().expect("one").to_owned();
        assert!(kind.told().taken[0].contains(&format!("Message-ID: <{identifier}>")));
    }
}

#[test]
fn a_server_that_lets_nobody_in_leaves_the_outbox_as_it_was() {
    let desk = three();
    let before = desk.dump();
    for (act, said) in [
        (Act::Hang, "no hay conexión con smtp://127.0.0.1"),
        (Act::Close("554 no service"), "no recibe correo ahora: 554 no service"),
        (Act::Say("hola"), "no hay conexión con smtp://127.0.0.1"),
    ] {
        let server = Loopback::start(PIPELINING, move |line, _| (line == "greeting").then(|| act.clone()));
        let error = desk.run(&format!("notify send 1 --via '{}' --json", server.way())).exits(7).error();
        assert_eq!(error["kind"], "undelivered");
        assert!(error["message"].as_str().is_some_and(|message| message.contains(said)), "{error}");
    }
    desk.run("notify send 1 --via 'smtp://127.0.0.1:1?tls=none'").exits(7);
    assert_eq!(desk.dump(), before);
}

#[test]
fn a_server_that_breaks_every_connection_is_left_alone_after_three() {
    let desk = case_with_many(10);
    let server = Loopback::start(PIPELINING, |line, _| line.starts_with("MAIL").then_some(Act::Close("")));
    let ran = desk.run(&format!("notify send 1 --via '{}' --json", server.way())).exits(7);
    let answer = ran.json();
    assert_eq!((&answer["later"], &answer["queued"], &answer["sent"]), (&3.into(), &10.into(), &0.into()));
    assert!(ran.stderr.contains("no hay conexión con"), "{}", ran.stderr);
    let untouched = each(&answer, "/error").iter().filter(|error| *error == "-").count();
    assert_eq!(untouched, 7);
    let kind = Loopback::start(PIPELINING, |_, _| None);
    assert_eq!(desk.json(&format!("notify send 1 --via '{}'", kind.way()))["sent"], 7);
}

#[test]
fn several_edits_before_a_sending_are_one_change_for_each_person() {
    let desk = case_with("--invite ana@example.org --invite AVE");
    desk.json("schedule confirm 1");
    draft(&desk, "1", "convocation");
    let server = Loopback::start(PIPELINING, |_, _| None);
    send(&desk, &server, 0);
    for (day, why) in [("2026-03-19", "Auditorio ocupado"), ("2026-03-20", "Paro"), ("2026-03-23", "Festivo local")] {
        desk.json(&format!("schedule move 1-S1 --start '{day} 08:00' --reason '{why}'"));
        draft(&desk, "1", "change");
    }
    let sent = desk.json(&format!("notify send --via '{}'", server.way()));
    assert_eq!(each(&sent, "/kind"), ["change", "change"]);
    let taken = server.told().taken;
    assert_eq!(taken.len(), 4);
    assert!(taken[2..].iter().all(|text| text.contains("SEQUENCE:3") || !text.contains("BEGIN:VCALENDAR")));
}

#[test]
fn the_log_of_a_sending_names_what_changed_and_not_whole_letters() {
    let desk = case_with_many(100);
    let server = Loopback::start(PIPELINING, |_, _| None);
    send(&desk, &server, 0);
    let sizes: Vec<(String, i64)> = desk
        .database()
        .prepare("SELECT o.verb, length(d.changes) FROM operation o JOIN operation_detail d ON d.op = o.op WHERE o.verb IN ('notify.claim', 'notify.send')")
        .expect("reads")
        .query_map([], |row| Ok((row.get(0)?, row.get(1)?)))
        .expect("reads")
        .map(|row| row.expect("a row"))
        .collect();
    assert!(sizes.len() >= 2, "{sizes:?}");
    assert!(sizes.iter().all(|(_, size)| *size < 100 * 900), "{sizes:?}");
    assert_eq!(desk.json("check")["ok"], true);
}

#[test]
fn what_keeps_a_case_is_named_with_the_command_that_helps() {
    let mut desk = three();
    let server = Loopback::start(PIPELINING, |line, _| match line {
        "RCPT TO:<ana@example.org>" => Some(Act::Say("550 5.1.1 no such user")),
        "RCPT TO:<marcela@example.org>" => Some(Act::Say("452 4.2.2 mailbox full")),
        _ => None,
    });
    let sent = send(&desk, &server, 7);
    let again = "ata notify draft AT-2026-0001 --as convocation --signed-by PERSON";
    assert_eq!(sent["cases"][0]["missing"][0]["hint"], again);
    // People and scripts see what the server said, wherever the message is listed.
    let outbox = desk.json("notify outbox --state failed");
    assert_eq!(each(&outbox, "/detail"), ["550 5.1.1 no such user"]);
    let shown = desk.run("notify outbox").ok().stdout;
    for words in ["el servidor lo rechazó: 550 5.1.1 no such user", "por ahora: 452 4.2.2 mailbox full"] {
        assert!(shown.contains(words), "{shown}");
    }
    let next = desk.json("next");
    let failed = next["items"].as_array().expect("items").iter().find(|one| one["what"] == "message_failed");
    assert_eq!(
        failed.expect("the failed one")["hint"],
        "ata notify draft AT-2026-0001-S1 --as convocation --signed-by PERSON"
    );
    // Told by telephone, only the one to be tried again is left: that is no refusal, before its hour has come.
    desk.json("notify call 1-S1 --person ana@example.org --outcome reached");
    let kind = Loopback::start(PIPELINING, |_, _| None);
    let waits = desk.run(&format!("notify send 1 --via '{}'", kind.way())).ok();
    assert!(waits.stderr.contains("no recibió un mensaje por ahora"), "{waits:?}");
    assert_eq!(desk.json("show 1")["missing"][0]["hint"], "ata notify send AT-2026-0001 --via maildir:DIR");
    // Where the register says by which way mail leaves, nobody is told to send it elsewhere.
    desk.json("notify via smtp://correo.example.org");
    assert_eq!(desk.json("show 1")["missing"][0]["hint"], "ata notify send AT-2026-0001");
    desk.at("2026-03-02T09:05:00-05:00");
    assert_eq!(send(&desk, &kind, 0)["cases"][0]["stage"], "run");
}

#[test]
fn what_is_in_doubt_is_resolved_by_its_number_and_several_are_one_table() {
    let desk = three();
    let server = Loopback::start(PIPELINING, |line, _| (line == ".").then_some(Act::Close("")));
    let sent = send(&desk, &server, 7);
    assert_eq!((&sent["uncertain"], &sent["items"][0]["detail"]), (&3.into(), &Value::Null));
    let first = sent["items"][0]["id"].as_str().expect("an id");
    assert_eq!(sent["cases"][0]["missing"][0]["hint"], format!("ata notify resolve {first} sent|failed"));
    let shown = desk.run("notify resolve M-1 M-2 M-3 sent").ok().stdout;
    assert_eq!(shown.matches("Mensaje").count(), 1, "{shown}");
    desk.run("undo").ok();
    // Of a case all that are in doubt, and none twice.
    let whole = desk.json("notify resolve 1 sent");
    assert_eq!((&whole["total"], &whole["changed"]), (&3.into(), &true.into()));
    assert_eq!(desk.json("notify resolve 1 sent")["changed"], false);
}

/// Ana was told for sure; of Marcela nobody knows.
fn half_told() -> TestDesk {
    let desk = case_with("--invite ana@example.org --invite marcela@example.org");
    desk.json("schedule confirm 1");
    draft(&desk, "1", "convocation");
    let is_marcela = std::sync::Mutex::new(false);
    let server = Loopback::start(&["8BITMIME"], move |line, _| {
        let mut is_marcela = is_marcela.lock().expect("one at a time");
        if line.starts_with("RCPT") {
            *is_marcela = line.contains("marcela@");
        }
        (line == "." && *is_marcela).then_some(Act::Close(""))
    });
    let sent = send(&desk, &server, 7);
    assert_eq!((&sent["sent"], &sent["uncertain"]), (&1.into(), &1.into()));
    desk
}

#[test]
fn who_may_hold_an_old_date_is_told_of_every_change_as_who_surely_does() {
    let desk = half_told();
    let moved = desk.run("schedule move 1-S1 --start '2026-03-19 08:00' --reason Paro").ok();
    assert!(moved.stderr.contains("2 personas"), "{}", moved.stderr);
    // Moved back, what they may hold is true: only whether they hold it is to be found out.
    desk.json("schedule move 1-S1 --start '2026-03-18 08:00' --reason 'Se levantó el paro'");
    let nothing = desk.run("notify draft 1-S1 --as change --signed-by P-1 --json").ok();
    assert_eq!(nothing.json()["total"], 0);
    assert!(desk.json("show 1")["missing"].to_string().contains("ata notify resolve M-"));
    desk.json("schedule move 1-S1 --start '2026-03-20 08:00' --reason Paro");
    let change = desk.run("notify draft 1-S1 --as change --signed-by P-1 --json").ok();
    assert_eq!(change.json()["total"], 2);
    assert!(!change.stderr.contains("todavía no ha recibido"), "{}", change.stderr);
    desk.json("schedule cancel 1-S1 --reason Paro");
    assert_eq!(draft(&desk, "1-S1", "cancellation")["total"], 2);

    let desk = half_told();
    desk.json("schedule edit 1-S1 --uninvite marcela@example.org");
    assert_eq!(each(&draft(&desk, "1-S1", "cancellation"), "/to/address"), ["marcela@example.org"]);

    let desk = half_told();
    let given_up = desk.run("cancel 1 --reason 'Sin recursos'").ok();
    assert!(given_up.stderr.contains("2 personas"), "{}", given_up.stderr);
    assert_eq!(draft(&desk, "1", "cancellation")["total"], 2);
}

#[test]
fn a_sending_in_which_nothing_left_is_logged_as_one() {
    let desk = case_with("--invite ana@example.org");
    desk.json("schedule confirm 1");
    draft(&desk, "1", "convocation");
    let server = Loopback::start(PIPELINING, |line, _| line.starts_with("RCPT").then_some(Act::Say("550 no")));
    send(&desk, &server, 7);
    let log = desk.run("log 1").ok().stdout;
    assert!(log.contains("Envío intentado") && !log.contains("Avisos enviados"), "{log}");
    desk.json("notify resolve M-1 queued");
    let ran = desk.run("notify send 1 --via sendmail:/no/hay/sendmail").exits(7);
    assert!(ran.stderr.contains("--via sendmail:PROGRAMA"), "{}", ran.stderr);
}
