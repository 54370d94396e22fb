//! What was typed wrong: told with how it is typed, in the reader's language.

use super::desk;

#[test]
fn a_folder_and_an_empty_text_are_mistakes_of_whoever_typed_them() {
    let desk = desk();
    desk.file("vacio.txt", "");
    desk.run("archive attach 1 .").exits(2);
    desk.run("template set mail/convocation vacio.txt").exits(2);
}

#[test]
fn a_number_that_is_not_taken_is_told_with_those_that_are() {
    let desk = desk();
    for (line, said) in [
        ("archive attach 1 x.txt --folios -1", "se espera un número de 0 a 100000"),
        ("need add X --severity 9", "se espera un número de 1 a 5"),
        ("need add X --reach tres", "se espera un número"),
    ] {
        let ran = desk.run(line).exits(2);
        assert!(ran.stderr.contains(said), "{line}: {}", ran.stderr);
    }
}

#[test]
fn a_date_written_otherwise_is_told_how_it_is_written() {
    let desk = desk();
    for (lang, said) in [("es", "año-mes-día"), ("pt", "ano-mês-dia"), ("en", "year-month-day")] {
        let ran = desk.run(&format!("need add X --due 18/03/2026 --lang {lang}")).exits(2);
        assert!(ran.stderr.contains(said) && ran.stderr.contains("18/03/2026"), "{}", ran.stderr);
    }
    assert!(desk.run("need add X --due 2026-02-30").exits(2).stderr.contains("no es una fecha que exista"));
    let session = desk.json("schedule add 1 --start 'mañana 09:00' --duration 2h --place A --extraordinary x");
    assert_eq!(session["start"], "2026-03-03T09:00:00-05:00");
}

#[test]
fn hints_say_in_the_readers_language_what_is_to_be_put_in() {
    let desk = desk();
    desk.database().execute("UPDATE cases SET stage = 'schedule'", []).expect("the stage");
    let refused = |lang: &str| desk.run(&format!("schedule confirm 1 --lang {lang}")).exits(4).stderr;
    assert!(refused("es").contains("AAAA-MM-DD HH:MM") && !refused("es").contains("YYYY"), "{}", refused("es"));
    assert!(refused("en").contains("YYYY-MM-DD HH:MM"), "{}", refused("en"));
    let error = desk.run("schedule confirm 1 --json").exits(4).error();
    assert!(error.to_string().contains("YYYY-MM-DD HH:MM"), "{error}");
}
