//! Stage 4 from outside.

mod contact;
mod copied;
mod drafting;
mod fates;
mod killed;
#[cfg(feature = "pdf")]
mod printed;
mod proof;
mod reading;
mod referral;
mod reminding;
mod sending;
mod told;
mod untold;
mod ways;

use crate::desk::TestDesk;
use crate::mail::python;
use serde_json::Value;
use std::path::PathBuf;

/// A case at stage 4: one session on 18 March, to which Ana (with an address) and Beto (with a telephone) are invited.
fn case_to_tell() -> TestDesk {
    let desk = case_with("--invite ana@example.org --invite 'Beto Pérez'");
    desk.json("schedule confirm 1");
    desk
}

/// A case at stage 3 with one session, given what else is said of it.
fn case_with(more: &str) -> TestDesk {
    let desk = planned();
    desk.json(&format!(
        "schedule add 1 --start '2026-03-18 08:00' --duration 4h --place Auditorio --facilitator marcela@example.org \
         --agenda '08:00 Situación | Marcela Rueda' {more}"
    ));
    desk
}

/// A case at stage 3 without sessions, a group with an address, and people.
fn planned() -> TestDesk {
    let desk = TestDesk::new();
    for line in [
        "org add 'Grupo de Vigilancia' --code GVSP --kind group --email vigilancia@example.org",
        "org add 'Alcaldía de Vetas' --code AVE --kind municipality --email alcaldia@vetas.example",
        "person add 'Marcela Rueda' --email marcela@example.org --org GVSP --role staff --post Coordinadora",
        "person add 'Ana Ñáñez' --email ana@example.org",
        "person add 'Beto Pérez' --phone '300 123 4567'",
    ] {
        desk.json(line);
    }
    desk.file("solicitud.txt", "Solicitamos asistencia técnica.\n");
    desk.json("need add 'Vigilancia del dengue' --requester AVE --group GVSP --evidence solicitud.txt");
    desk.json("need accept 1");
    desk.json(
        "plan draft 1 --activity workshop --objective 'Fortalecer la notificación' --audience 'Equipo municipal'",
    );
    desk.json("plan approve 1 --signed-by marcela@example.org");
    desk
}

/// A case at stage 4 with a convocation drafted for each of many.
fn case_with_many(people: usize) -> TestDesk {
    let desk = planned();
    let mut list = "name,email,org\n".to_owned();
    for n in 1..=people {
        list.push_str(&format!("Persona {n},persona{n}@example.org,AVE\n"));
    }
    desk.file("personas.csv", list);
    desk.json("person import personas.csv");
    desk.json(
        "schedule add 1 --start '2026-03-18 08:00' --duration 4h --place Auditorio --facilitator P-1 --agenda Apertura --invite AVE",
    );
    desk.json("schedule confirm 1");
    assert_eq!(draft(&desk, "1", "convocation")["total"], people);
    desk
}

/// Drafts notices signed by Marcela.
#[track_caller]
fn draft(desk: &TestDesk, target: &str, kind: &str) -> Value {
    desk.json(&format!("notify draft {target} --as {kind} --signed-by marcela@example.org"))
}

#[track_caller]
fn send(desk: &TestDesk) -> Value {
    desk.json("notify send 1 --via maildir:correo")
}

/// What stands at `key` in each item, as text.
fn each(answer: &Value, key: &str) -> Vec<String> {
    let items = answer["items"].as_array().unwrap_or_else(|| panic!("{answer}"));
    items.iter().map(|item| item.pointer(key).and_then(Value::as_str).unwrap_or("-").to_owned()).collect()
}

/// The mails in the folder, oldest number first.
fn mails(desk: &TestDesk) -> Vec<PathBuf> {
    let Ok(entries) = std::fs::read_dir(desk.path("correo/new")) else { return Vec::new() };
    let mut all: Vec<PathBuf> = entries.map(|entry| entry.expect("an entry").path()).collect();
    all.sort_by_key(|path| number(&std::fs::read_to_string(path).expect("seven bits")));
    all
}

fn number(mail: &str) -> i64 {
    let line = mail.lines().find_map(|line| line.strip_prefix("X-Ata-Message: M-")).expect("our number");
    line.parse().expect("a number")
}

/// A mail and its calendar as another program reads them; none where no such program was named.
fn read(path: &PathBuf) -> Option<(Value, Value)> {
    read_text(&std::fs::read_to_string(path).expect("seven bits"))
}

fn read_text(text: &str) -> Option<(Value, Value)> {
    let mail = python::read("message", text.as_bytes())?;
    let parts = mail["parts"].as_array().expect("parts");
    let ics = parts.iter().find(|part| part["type"] == "text/calendar").expect("a calendar");
    let calendar = python::read("calendar", ics["text"].as_str().expect("text").as_bytes())?;
    assert_eq!(ics["method"], calendar["method"]);
    assert_eq!((&mail["defects"], &calendar["errors"]), (&Value::Array(vec![]), &Value::Array(vec![])));
    Some((mail, calendar))
}
