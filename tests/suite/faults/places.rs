//! Places that cannot be written to: a failure that names the folder, whatever command it is. Only what was to be read is not found.

use super::desk_with_session;

#[test]
fn what_cannot_be_written_is_a_failure_that_names_the_missing_folder() {
    let desk = desk_with_session();
    desk.database().execute("UPDATE cases SET stage = 'notify'", []).expect("the stage");
    desk.json("notify draft 1 --as convocation --signed-by P-1");
    for (line, folder) in [
        ("backup nada/copia.db", "«nada»"),
        ("init nada/otro.db", "«nada»"),
        ("schedule ics --out nada/x.ics", "«nada»"),
        ("archive sheet 1 --out nada/mas/hoja.csv", "«nada»"),
        ("evaluate form 1-S1 --out nada/form.csv", "«nada»"),
        ("report activity --out nada/x.csv", "«nada»"),
        ("notify send 1 --via maildir:/proc/nada", "/proc/nada"),
        ("archive sheet 1 --out /proc/nada.csv", "/proc/nada.csv"),
    ] {
        let ran = desk.run(line).exits(1);
        assert!(ran.stderr.contains(folder), "{line}: {}", ran.stderr);
        assert!(!ran.stderr.contains("ata init"), "{line}: {}", ran.stderr);
    }
    assert!(!desk.path("nada").exists());
    let error = desk.run("need import nada.csv --json").exits(3).error();
    assert_eq!(error["kind"], "not_found");
}
