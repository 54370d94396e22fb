//! An institution's own texts: tried out before they are kept, used from then on, taken back.

use crate::desk::TestDesk;
use serde_json::Value;

const OWN: &str = "{% from \"es/parts.txt\" import when_where %}
{% set subject %}Citación {{ number }}{% endset %}
Señor(a) {{ recipient.name }}: se le cita.
{{ when_where(session) }}
{% if session.agenda %}{% for item in session.agenda %}- {{ item.topic }}
{% endfor %}{% endif %}
";

/// A case with a session to which Ana is invited.
fn case() -> TestDesk {
    let desk = TestDesk::new();
    for line in [
        "org add 'Grupo de Vigilancia' --code GVSP --kind group --email vigilancia@example.org",
        "person add 'Marcela Rueda' --email marcela@example.org --org GVSP --role staff",
        "person add 'Ana Ñáñez' --email ana@example.org",
        "need add 'Vigilancia del dengue' --group GVSP",
        "schedule add 1 --start '2026-03-18 08:00' --duration 4h --place Auditorio --facilitator marcela@example.org \
         --agenda '08:00 Situación' --invite ana@example.org",
    ] {
        desk.json(line);
    }
    desk
}

fn undone_and_done_again(desk: &TestDesk, line: &str) -> Value {
    let before = desk.dump();
    let answer = desk.json(line);
    let after = desk.dump();
    assert_ne!(before, after, "{line}");
    desk.run("undo").ok();
    assert_eq!(desk.dump(), before);
    desk.run("undo").ok();
    assert_eq!(desk.dump(), after);
    answer
}

#[test]
fn an_own_text_is_kept_used_shown_and_taken_back() {
    let desk = case();
    desk.file("citacion.txt", OWN);
    assert_eq!(desk.json("template set convocation citacion.txt --dry-run")["changed"], true);
    assert_eq!(desk.json("template show convocation")["state"], "shipped");
    let set = undone_and_done_again(&desk, "template set mail/convocation citacion.txt");
    assert_eq!(
        (&set["name"], &set["language"], &set["state"]),
        (&"mail/convocation".into(), &"es".into(), &"own".into())
    );
    assert_eq!(desk.json("template set convocation citacion.txt")["changed"], false);
    assert_eq!(desk.run("template show Convocation").ok().stdout, OWN);
    assert!(desk.run("template show convocation --shipped").ok().stdout.contains("De manera atenta"));
    assert_eq!(desk.json("template show convocation --for pt")["state"], "shipped");
    desk.json("notify draft 1 --as convocation --signed-by marcela@example.org");
    let letter = desk.json("notify preview M-1");
    assert_eq!(letter["subject"], "Citación M-1");
    assert!(
        letter["body"].as_str().is_some_and(|body| body.starts_with("Señor(a) Ana Ñáñez: se le cita.\nFecha:")),
        "{letter}"
    );
    let reset = undone_and_done_again(&desk, "template reset convocation");
    assert_eq!(reset["state"], "shipped");
    assert_eq!(desk.json("template reset convocation")["changed"], false);
    let log = desk.json("log");
    let verbs: Vec<&str> =
        log["items"].as_array().expect("items").iter().filter_map(|one| one["verb"].as_str()).collect();
    assert!(verbs.contains(&"template.set") && verbs.contains(&"template.reset"), "{verbs:?}");
}

#[test]
fn a_text_that_could_fail_is_refused_with_its_place() {
    let desk = case();
    let before = desk.dump();
    let subject = "{% set subject %}x{% endset %}\n";
    for (name, text, line, column, said) in [
        ("convocation", format!("{subject}Hola {{% if %}}\n"), 2, 12, "no se puede leer"),
        ("convocation", format!("{subject}\nHola, {{{{ recipient.nombre }}}}\n"), 3, 10, "«recipient.nombre»"),
        ("convocation", format!("{subject}ñandú {{{{ fecha }}}}\n"), 2, 10, "«fecha»"),
        // In a branch that is seldom taken, too.
        (
            "letter",
            format!("{subject}{{% if audience == 'x' %}}{{{{ sesion.fecha }}}}{{% endif %}}\n"),
            2,
            28,
            "«sesion.fecha»",
        ),
        // Not every session has a place.
        ("convocation", format!("{subject}En {{{{ session.place }}}}\n"), 2, 7, "no todos los avisos"),
        (
            "letter",
            format!("{subject}{{% for one in session.agenda %}}{{{{ one.hora }}}}{{% endfor %}}\n"),
            2,
            35,
            "no todos los avisos",
        ),
        ("letter", "sin asunto\n".to_owned(), 0, 0, "asunto"),
        (
            "letter",
            format!("{subject}{{% for a in range(9999) %}}{{% for b in range(9999) %}}x{{% endfor %}}{{% endfor %}}"),
            2,
            0,
            "no se puede aplicar",
        ),
        ("page.html", "<p>{{ content }} {{ recipient.name }}</p>".to_owned(), 1, 21, "«recipient.name»"),
        ("convocation.html", "<p>{{ content }} {{ recipient.name }} {{ x }}</p>".to_owned(), 1, 42, "«x»"),
    ] {
        desk.file("texto.txt", &text);
        let error = desk.run(&format!("template set {name} texto.txt --json")).exits(4).error();
        assert!(error["message"].as_str().is_some_and(|message| message.contains(said)), "{text}\n{error}");
        let place = &error["details"][0];
        assert_eq!(place["line"], line, "{text}\n{error}");
        if column > 0 {
            assert_eq!(place["column"], column, "{text}\n{error}");
        }
    }
    desk.file("texto.txt", " \n");
    desk.run("template set letter texto.txt").exits(2);
    desk.run("template set letter falta.txt").exits(3);
    desk.run("template set paloma texto.txt").exits(3);
    desk.run("template set paper/paloma texto.txt").exits(3);
    desk.run("template show letter --for de").exits(2);
    desk.run("template show convocation.html").exits(3);
    assert_eq!(desk.dump(), before);
}

#[test]
fn parts_that_own_texts_lean_on_cannot_be_taken_from_under_them() {
    let desk = case();
    let parts = desk.run("template show parts").ok().stdout;
    desk.file("partes.txt", format!("{parts}\n{{% macro despedida() %}}\nHasta pronto\n{{% endmacro %}}\n"));
    desk.json("template set parts partes.txt");
    desk.file(
        "carta.txt",
        "{% from \"es/parts.txt\" import despedida %}\n{% set subject %}x{% endset %}\n{{ despedida() }}\n",
    );
    desk.json("template set letter carta.txt");
    desk.run("template reset parts").exits(4);
    // Nor may parts lose what the shipped texts use.
    desk.file("partes.txt", "{% macro despedida() %}Adiós{% endmacro %}");
    desk.run("template set parts partes.txt").exits(4);
    desk.json("template reset letter");
    desk.json("template reset parts");
}

#[test]
fn an_own_page_goes_out_with_the_words_escaped() {
    let desk = case();
    desk.file("pagina.html", "<html><body><h1>{{ title }}</h1>{{ content }}<p>Gobernación</p></body></html>\n");
    desk.json("template set page.html pagina.html");
    desk.json("person edit P-2 --name 'Ana <b>Ñáñez</b>'");
    desk.json("notify draft 1 --as convocation --signed-by marcela@example.org");
    desk.file("propia.html", "<html><body><p>{{ recipient.name }}</p>{{ content }}</body></html>\n");
    desk.json("template set letter.html propia.html");
    desk.json("notify draft 1 --as letter --signed-by marcela@example.org");
    assert_eq!(desk.json("notify send --via maildir:correo")["sent"], 2);
    let mut pages = Vec::new();
    for entry in std::fs::read_dir(desk.path("correo/new")).expect("a folder") {
        let Some(mail) =
            crate::mail::python::read("message", &std::fs::read(entry.expect("one").path()).expect("a mail"))
        else {
            return;
        };
        let parts = mail["parts"].as_array().expect("parts").clone();
        let page = parts.iter().find(|part| part["type"] == "text/html").expect("a page");
        pages.push(page["text"].as_str().expect("text").to_owned());
    }
    pages.sort();
    assert!(
        pages[0].contains("<h1>Convocatoria: Vigilancia del dengue") && pages[0].contains("<p>Gobernación</p>"),
        "{}",
        pages[0]
    );
    assert!(pages[1].contains("<p>Ana &lt;b&gt;Ñáñez&lt;"), "{}", pages[1]);
    assert!(pages.iter().all(|page| !page.contains("<b>")));
}

#[test]
fn every_shipped_text_is_good_enough_to_be_set() {
    let desk = TestDesk::new();
    for language in ["es", "pt", "en"] {
        let list = desk.json(&format!("template list --for {language}"));
        let items = list["items"].as_array().expect("items").iter().filter(|one| one["state"] == "shipped");
        let names: Vec<&str> = items.filter_map(|one| one["name"].as_str()).collect();
        // Papers take their time to be tried out: a few, once.
        let is_tried = |name: &str| match name.strip_prefix("paper/") {
            Some(part) => cfg!(feature = "pdf") && language == "es" && ["letter", "cover"].contains(&part),
            None => true,
        };
        for name in names.into_iter().filter(|name| is_tried(name)) {
            let source = desk.json(&format!("template show {name} --for {language}"))["source"]
                .as_str()
                .expect("text")
                .to_owned();
            desk.file("texto.txt", source);
            desk.json(&format!("template set {name} texto.txt --for {language}"));
        }
        let papers = list["items"]
            .as_array()
            .expect("items")
            .iter()
            .filter(|one| one["name"].as_str().is_some_and(|name| name.starts_with("paper/")));
        assert_eq!(papers.count(), 20);
    }
}

#[test]
fn a_list_says_since_when_on_the_clock_of_the_desk_and_a_fault_of_the_whole_names_no_line() {
    let desk = case();
    desk.file("citacion.txt", OWN);
    desk.json("template set convocation citacion.txt");
    let list = desk.run("template list").ok().stdout;
    assert!(list.contains("mail/convocation\tes\tPropio\t2026-03-02 09:00\n"), "{list}");
    assert!(list.contains("mail/convocation.html\tes\tPágina general\t"), "{list}");
    assert!(list.contains("paper/logo\tes\tNinguno\t"), "{list}");
    desk.file("sin-asunto.txt", "Hola\n");
    let refused = desk.run("template set convocation sin-asunto.txt").exits(4).stderr;
    assert!(refused.contains("es/convocation.txt") && !refused.contains("línea"), "{refused}");
    assert!(desk.run("template show paper/logo").exits(3).stderr.contains("no tiene ninguno propio"));
}
