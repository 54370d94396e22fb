//! Proof of notice, and the newsletter after a session.

use super::{case_with, draft, each, mails, send};
use sha2::{Digest, Sha256};

#[test]
fn every_try_is_proved_with_its_time_channel_answer_and_hash() {
    let mut desk = case_with("--invite ana@example.org --invite 'Beto Pérez' --invite AVE");
    draft(&desk, "1", "convocation");
    desk.json("notify send 1 --via maildir:correo");
    desk.json("notify call 1-S1 --person P-3 --outcome no-answer --note 'Ocupado'");
    desk.at("2026-03-03T09:00:00-05:00");
    desk.json("notify call 1-S1 --person P-3 --outcome reached --note 'Confirma'");
    let proof = desk.json("notify proof 1");
    assert_eq!(proof["total"], 4);
    let beto: Vec<_> =
        proof["items"].as_array().expect("items").iter().filter(|one| one["to"]["person"] == "P-3").cloned().collect();
    assert_eq!((&beto[0]["outcome"], &beto[1]["outcome"]), (&"no-answer".into(), &"reached".into()));
    assert_eq!((&beto[1]["channel"], &beto[1]["detail"]), (&"phone".into(), &"Confirma".into()));
    assert_eq!(beto[1]["at"], "2026-03-03T09:00:00-05:00");
    for mail in mails(&desk) {
        let bytes = std::fs::read(&mail).expect("a mail");
        let hash: String = Sha256::digest(&bytes).iter().map(|byte| format!("{byte:02x}")).collect();
        assert!(each(&proof, "/sha256").contains(&hash), "{proof}");
    }
    let csv = desk.run("notify proof 1 --format csv").ok().stdout;
    let begin = "message,to,kind,session,at,channel,outcome,detail,answer,address,reference,message_id,sha256";
    assert_eq!((csv.lines().next(), csv.lines().count()), (Some(begin), 5));
    let shown = desk.run("notify proof 1-S1").ok().stdout;
    assert!(shown.contains("3 personas avisadas; mensajes: 3 enviados o entregados"), "{shown}");
    assert_eq!(desk.json("notify proof 1 1-S1")["total"], 4);
    desk.run("notify proof 9").exits(3);
}

#[test]
fn a_reminder_in_a_digest_of_another_case_is_part_of_the_proof() {
    let mut desk = case_with("--invite ana@example.org");
    draft(&desk, "1", "convocation");
    send(&desk);
    desk.json("need add 'Otra necesidad' --group GVSP");
    desk.json("org edit GVSP --head ana@example.org");
    desk.at("2026-03-15T07:00:00-05:00");
    desk.json("notify remind --send --via maildir:correo");
    let proof = desk.json("notify proof 2");
    assert_eq!(each(&proof, "/kind"), ["reminder"]);
    assert_eq!(each(&desk.json("notify proof 1"), "/kind"), ["convocation", "reminder"]);
    assert_eq!(each(&desk.json("notify proof 1-S1"), "/kind"), ["convocation", "reminder"]);
}

#[test]
fn a_newsletter_tells_the_whole_board_agreements_attendance_and_documents() {
    let mut desk = case_with("--invite ana@example.org");
    for line in [
        "person add 'Rosa Díaz' --email rosa@example.org",
        "board add 'Mesa Materna'",
        "board member 'Mesa Materna' rosa@example.org 'Beto Pérez'",
        "schedule edit 1-S1 --invite 'board:Mesa Materna'",
        "schedule edit 1-S1 --uninvite rosa@example.org",
        "board member 'Mesa Materna' marcela@example.org",
        "person edit ana@example.org --org AVE",
    ] {
        desk.json(line);
    }
    desk.run("notify draft 1-S1 --as newsletter").exits(4);
    desk.at("2026-03-18T13:00:00-05:00");
    desk.json("run mark 1-S1 ana@example.org present");
    desk.file("acta.md", "# Acta\n\nSe acordó.\n");
    desk.json("run minutes 1-S1 acta.md");
    desk.json("run agree 1-S1 'Enviar el directorio' --owner ana@example.org --due 2026-03-25");
    let told = desk.json("notify draft 1-S1 --as newsletter");
    // Rosa was uninvited and Marcela came to the board later; both sit on it.
    assert_eq!(each(&told, "/to/person"), ["P-2", "P-3", "P-4", "P-1"]);
    let letter = desk.json(&format!("show {}", told["items"][0]["id"].as_str().expect("an id")));
    let body = letter["body"].as_str().expect("a body");
    for words in
        ["Enviar el directorio", "Asistencia: 1 de 2", "Entidades presentes: Alcaldía de Vetas", "(AT-2026-0001-D"]
    {
        assert!(body.contains(words), "{words}: {body}");
    }
    assert_eq!(desk.json("notify draft 1-S1 --as newsletter")["changed"], false);
    assert_eq!(desk.json("notify send --via maildir:correo")["sent"], 3);
}
