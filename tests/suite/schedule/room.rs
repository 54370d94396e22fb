//! Desks with a case that waits for its schedule.

use crate::desk::TestDesk;

/// The registers are written beside the program: persons, organisations and boards.
fn registers(desk: &TestDesk) {
    desk.database()
        .execute_batch(
            "INSERT INTO organisation (code, name, fold, kind, email) VALUES
               ('GSP', 'Grupo de Salud Pública', 'grupo de salud publica', 'group', 'gsp@x.example'),
               ('VET', 'Alcaldía de Vetas', 'alcaldia de vetas', 'municipality', 'alcaldia@vetas.example'),
               ('CAL', 'Alcaldía de California', 'alcaldia de california', 'municipality', 'alcaldia@california.example');
             INSERT INTO person (name, fold, match_key, email, organisation_id) VALUES
               ('Ana Ñáñez', 'ana nanez', 'ana nanez', 'ana@x.example', 1),
               ('Luis Peña', 'luis pena', 'luis pena', 'luis@x.example', 2),
               ('Rosa Díaz', 'rosa diaz', 'diaz rosa', 'rosa@x.example', 2),
               ('Iván Rey', 'ivan rey', 'ivan rey', '', NULL);
             INSERT INTO board (name, fold) VALUES ('Mesa Materna', 'mesa materna'), ('Mesa Vacía', 'mesa vacia');
             INSERT INTO board_member (board_id, person_id) VALUES (1, 1), (1, 2), (1, 4);",
        )
        .expect("registers");
}

/// Takes a need through the first two stages.
pub fn approved(desk: &TestDesk, title: &str) -> String {
    desk.file("solicitud.txt", "Solicitamos asistencia técnica.");
    let case = desk.json(&format!("need add '{title}' --evidence solicitud.txt --group GSP"));
    let id = case["id"].as_str().expect("an id").to_owned();
    desk.json(&format!("need accept {id} --waive evidence=prueba"));
    desk.json(&format!("plan draft {id} --activity workshop --objective Coberturas --audience Municipios"));
    desk.json(&format!("plan approve {id} --signed-by ana@x.example"));
    id
}

/// A desk of Santander with one approved case.
pub fn desk() -> TestDesk {
    let desk = TestDesk::new();
    registers(&desk);
    approved(&desk, "Taller de vacunas");
    desk
}

/// An empty desk that keeps the procedure of Paraguay's ¡Vamos!, with one need.
pub fn paraguay() -> TestDesk {
    let mut desk = TestDesk::empty();
    desk.at("2023-09-20T09:00:00-04:00");
    desk.run("init --profile vamos").ok();
    registers(&desk);
    desk.json("need add 'Ruta de servicios'");
    desk
}

/// Puts a message to a person about a session into the ledger, as the next stage will.
pub fn message(desk: &TestDesk, kind: &str, session: i64, person: i64, state: &str) {
    desk.database()
        .execute(
            "INSERT INTO message (key, kind, case_id, session_id, sequence, person_id, name, channel, state, language, subject,
                                  body, message_id, queued_at)
             SELECT ?1 || ':' || id || ':' || ?3 || ':' || sequence, ?1, case_id, id, sequence, ?3, '', 'email', ?4, 'es', '', '',
                    hex(randomblob(8)), '2026-03-02T14:00:00Z' FROM session WHERE id = ?2",
            rusqlite::params![kind, session, person, state],
        )
        .expect("a message");
}

/// The states of the messages, in the order of their numbers.
pub fn message_states(desk: &TestDesk) -> Vec<String> {
    let database = desk.database();
    let mut rows = database.prepare("SELECT state FROM message ORDER BY id").expect("messages");
    let states = rows.query_map([], |row| row.get(0)).expect("rows");
    states.map(|state| state.expect("a state")).collect()
}
