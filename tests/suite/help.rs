//! Help and mistakes in the reader's language.

use crate::desk::TestDesk;

#[test]
fn help_speaks_the_language_of_its_reader() {
    let mut desk = TestDesk::empty();
    for (lang, usage, text, file) in [
        ("es", "Uso: ata need add [OPCIONES] <TÍTULO>", "Gravedad, de 1 a 5", "<ARCHIVO>"),
        ("pt", "Uso: ata need add [OPÇÕES] <TÍTULO>", "Gravidade, de 1 a 5", "<ARQUIVO>"),
        ("en", "Usage: ata need add [OPTIONS] <TITLE>", "How grave it is, 1 to 5", "<FILE>"),
    ] {
        desk.speaks(lang);
        let help = desk.run("need add --help").ok().stdout;
        for part in [usage, text, file] {
            assert!(help.contains(part), "{lang} {part}\n{help}");
        }
        assert_eq!(desk.run("help need add").ok().stdout, help);
        assert_eq!(desk.run("need add -h").ok().stdout, help);
    }
}

#[test]
fn no_english_is_left_in_spanish_and_portuguese_help() {
    let mut desk = TestDesk::empty();
    for lang in ["es", "pt"] {
        desk.speaks(lang);
        for line in ["--help", "need --help", "need accept --help", "list --help", "completions --help"] {
            let help = desk.run(line).ok().stdout;
            for word in ["Usage", "Commands", "Arguments", "Options", "OPTIONS", "possible values", "default:", "Print"]
            {
                assert!(!help.contains(word), "{lang} {line}: {word}\n{help}");
            }
        }
    }
}

#[test]
fn what_is_to_be_put_in_is_said_in_the_reader_s_words() {
    let desk = TestDesk::empty();
    for (line, word) in [
        ("paper --help", "<OBJETO>"),
        ("paper --help", "<PAPEL>"),
        ("paper --help", "<TAMAÑO>"),
        ("archive elimination approve --help", "<LISTA>"),
        ("archive hold set --help", "--ref"),
    ] {
        let help = desk.run(line).ok().stdout;
        assert!(help.contains(word), "{line}: {word}\n{help}");
        assert!(!help.contains("si no se dice: ]"), "{line}\n{help}");
    }
}

#[test]
fn the_language_comes_from_option_variable_register_and_system_in_this_order() {
    let mut desk = TestDesk::empty();
    desk.speaks("");
    let first = |desk: &TestDesk, line: &str, system: &str| {
        let args = crate::desk::words(line);
        let output = desk.command(&args).env("LANG", system).output().expect("ata runs");
        String::from_utf8_lossy(&output.stdout).lines().next().unwrap_or_default().to_owned()
    };
    let (es, pt, en) = ("Lista las asistencias", "Lista as assistências", "List cases");
    assert_eq!(first(&desk, "list --help", "C"), es);
    assert_eq!(first(&desk, "list --help", "pt_BR.UTF-8"), pt);
    desk.run("init --lang en").ok();
    assert_eq!(first(&desk, "list --help", "pt_BR.UTF-8"), en);
    desk.speaks("pt");
    assert_eq!(first(&desk, "list --help", "C"), pt);
    assert_eq!(first(&desk, "list --help --lang es", "C"), es);
    assert_eq!(first(&desk, "--lang=es list --help", "C"), es);
}

#[test]
fn mistakes_are_explained_with_what_was_probably_meant() {
    let desk = TestDesk::empty();
    for (line, message, hint) in [
        ("need ad x", "no existe la orden «ad»", "¿quiso decir «add»?"),
        ("need add x --severty 3", "no existe la opción «--severty»", "¿quiso decir «--severity»?"),
        ("need add x --severity 9", "--severity <1-5>: «9»: se espera un número de 1 a 5", "ata need add --help"),
        ("need add", "falta <TÍTULO>", "ata need add --help"),
        ("need refer 1", "faltan --to <ENTIDAD>, --reason <TEXTO>", "ata need refer --help"),
        ("need add x y", "sobra «y»", "ata need add --help"),
        ("list --stage", "falta el valor de --stage <ETAPA>", "ata list --help"),
        ("list --json --format csv", "--json no se puede usar junto con --format <FORMA>", "ata list --help"),
        ("list --db a --db b", "--db <ARCHIVO> está repetida", "ata list --help"),
        ("help need ad", "no hay ayuda sobre «need ad»", "ata help need add"),
        ("help zzz", "no hay ayuda sobre «zzz»", "ata help"),
    ] {
        let error = desk.run(&format!("{line} --json")).exits(2).error();
        assert_eq!(error["kind"], "usage", "{line}");
        if !line.contains("--format") {
            assert_eq!(error["message"], message, "{line}");
        }
        assert_eq!(error["hint"], hint, "{line}");
        let said = desk.run(line).exits(2).stderr;
        assert!(said.contains(message), "{line}: {said}");
    }
    let wrong = desk.run("list --sort foo").exits(2).stderr;
    assert!(wrong.contains("use newest, oldest, received, due, title, priority"), "{wrong}");
    let error = desk.run("list --sort newst --json").exits(2).error();
    assert_eq!(error["details"][0]["suggestion"], "newest");
}

#[test]
fn a_wrong_clock_is_told_in_the_right_language_before_anything_else() {
    let mut desk = TestDesk::empty();
    desk.at("mañana");
    assert!(desk.run("list").exits(2).stderr.contains("no es un instante"));
    desk.speaks("pt");
    assert!(desk.run("list").exits(2).stderr.contains("não é um instante"));
    assert_eq!(desk.run("list --json --lang en").exits(2).error()["kind"], "usage");
}

#[test]
fn the_program_alone_shows_its_help_and_fails() {
    let desk = TestDesk::empty();
    let alone = desk.run("").exits(2);
    assert_eq!(alone.stdout, "");
    assert!(alone.stderr.contains("Órdenes:"), "{}", alone.stderr);
    assert!(desk.run("need").exits(2).stderr.contains("Uso: ata need"));
    assert_eq!(desk.run("--version").ok().stdout, format!("ata {}\n", env!("CARGO_PKG_VERSION")));
    assert_eq!(desk.run("-V").ok().stdout, format!("ata {}\n", env!("CARGO_PKG_VERSION")));
}

#[test]
fn topics_are_explained_in_three_languages() {
    let mut desk = TestDesk::empty();
    for (lang, words) in [
        ("es", ["Códigos de salida", "Referencias", "Perfiles", "Correo", "Tareas", "Documentos"]),
        ("pt", ["Códigos de saída", "Referências", "Perfis", "E-mail", "Tarefas", "Documentos"]),
        ("en", ["Exit codes", "References", "Profiles", "Mail", "Every", "Papers"]),
    ] {
        desk.speaks(lang);
        for (topic, word) in ["exit-codes", "references", "profiles", "mail", "cron", "papers"].into_iter().zip(words) {
            let text = desk.run(&format!("help {topic}")).ok().stdout;
            assert!(text.starts_with(word), "{lang} {topic}: {text}");
            assert!(text.lines().all(|line| line.chars().count() <= 110), "{lang} {topic}");
        }
    }
    desk.speaks("es");
    for code in ["0", "1", "2", "3", "4", "5", "6", "7", "8", "130"] {
        let text = desk.run("help exit-codes").ok().stdout;
        assert!(text.lines().any(|line| line.trim_start().starts_with(&format!("{code}  "))), "{code}\n{text}");
    }
    let papers = desk.run("help papers").ok().stdout;
    for kind in ata::papers::Kind::ALL {
        assert!(papers.contains(&format!("    {}  ", kind.code())), "{kind:?}\n{papers}");
    }
    let profiles = desk.run("help profiles").ok().stdout;
    for control in ata_model::control::Control::ALL {
        assert!(profiles.contains(control.code()), "{}", control.code());
    }
}

#[test]
fn completions_are_made_for_each_shell() {
    let desk = TestDesk::empty();
    for shell in ["bash", "zsh", "fish", "powershell", "elvish"] {
        let script = desk.run(&format!("completions {shell}")).ok().stdout;
        assert!(script.contains("ata") && script.contains("need"), "{shell}");
    }
    assert!(desk.run("completions fish").ok().stdout.contains("Registra una necesidad"));
    assert_eq!(desk.json("completions bash")["shell"], "bash");
}

#[test]
fn manual_pages_cover_every_command_in_the_readers_language() {
    let mut desk = TestDesk::empty();
    desk.speaks("pt");
    let made = desk.json("man paginas");
    let files = made["files"].as_array().expect("files");
    assert!(files.iter().any(|file| file == "ata-need-add.1"), "{files:?}");
    for file in files.iter().filter_map(|file| file.as_str()) {
        let page = std::fs::read_to_string(desk.path("paginas").join(file)).expect("a page");
        assert!(page.contains(".SH NOME") || page.contains(".SH \"NOME\""), "{file}");
        for heading in [".SH NAME", ".SH SYNOPSIS", ".SH OPTIONS", ".SH SUBCOMMANDS"] {
            assert!(!page.contains(heading), "{file}: {heading}");
        }
    }
    desk.json("man paginas");
    desk.json("man otras --dry-run");
    assert!(!desk.path("otras").exists());
}

#[test]
fn values_of_closed_lists_are_explained_and_found_by_their_own_word() {
    let mut desk = TestDesk::new();
    let help = desk.run("plan draft --help").ok().stdout.split_whitespace().collect::<Vec<_>>().join(" ");
    assert!(help.contains("workshop (taller), training (capacitación)"), "{help}");
    for (line, meant) in [
        ("plan draft 1 --activity taller", "workshop"),
        ("need add X --channel correo", "email"),
        ("need add X --origin 'ente de control'", "oversight"),
        ("org add X --kind municipio", "municipality"),
        ("run mark 1-S1 P-1 ausente", "absent"),
        ("notify draft 1 --as carta", "letter"),
        ("followup update 1-C1 --status pendiente --note x", "open"),
        ("list --stage cronograma", "schedule"),
    ] {
        let error = desk.run(&format!("{line} --json")).exits(2).error();
        assert_eq!(error["hint"], format!("¿quiso decir «{meant}»?"), "{line}");
    }
    desk.speaks("en");
    assert!(desk.run("plan draft --help").ok().stdout.contains("[values: workshop, training,"));
}
