//! The three languages say the same: every file can be read, every key and every part to fill in is there in each, and what the
//! program says exists.

use fluent_bundle::FluentResource;
use std::collections::{BTreeMap, BTreeSet};
use std::path::{Path, PathBuf};

fn source() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("src")
}

fn rooms(language: &str) -> BTreeMap<String, String> {
    let folder = source().join("locale").join(language);
    let files = std::fs::read_dir(&folder).expect("a folder of the locale");
    let read = files.map(|file| {
        let path = file.expect("a file").path();
        let name = path.file_stem().expect("a name").to_string_lossy().into_owned();
        (name, std::fs::read_to_string(&path).expect("a text"))
    });
    read.collect()
}

/// Each message with what is filled in: `$n`, `$case` …
fn messages(text: &str) -> BTreeMap<String, BTreeSet<String>> {
    let mut all: BTreeMap<String, BTreeSet<String>> = BTreeMap::new();
    let mut key = String::new();
    for line in text.lines() {
        if let Some((name, _)) = line.split_once('=')
            && line.starts_with(|c: char| c.is_ascii_lowercase())
        {
            key = name.trim().to_owned();
            assert!(all.insert(key.clone(), BTreeSet::new()).is_none(), "{key} stands twice");
        }
        if line.starts_with('#') {
            continue;
        }
        for part in line.split('$').skip(1) {
            let name: String = part.chars().take_while(|c| c.is_ascii_alphanumeric() || *c == '_').collect();
            all.get_mut(&key).expect("a message").insert(name);
        }
    }
    all
}

#[test]
fn every_file_of_the_locale_can_be_read() {
    for language in ["es", "pt", "en"] {
        for (room, text) in rooms(language) {
            if let Err((_, errors)) = FluentResource::try_new(text) {
                panic!("{language}/{room}.ftl: {errors:?}");
            }
        }
    }
}

#[test]
fn portuguese_and_english_quote_as_they_do_at_home() {
    for language in ["pt", "en"] {
        for (room, text) in rooms(language) {
            assert!(!text.contains(['«', '»']), "{language}/{room}.ftl");
        }
    }
}

#[test]
fn the_three_languages_have_the_same_messages_with_the_same_parts() {
    let (es, pt, en) = (rooms("es"), rooms("pt"), rooms("en"));
    assert_eq!(es.keys().collect::<Vec<_>>(), pt.keys().collect::<Vec<_>>());
    assert_eq!(es.keys().collect::<Vec<_>>(), en.keys().collect::<Vec<_>>());
    for (room, text) in &es {
        let spanish = messages(text);
        assert_eq!(spanish, messages(&pt[room]), "{room}: es and pt");
        let english = messages(&en[room]);
        if room != "help" {
            assert_eq!(spanish, english, "{room}: es and en");
            continue;
        }
        // English help stands in the source; only fixed words and topics are here, and names of values stay as they are.
        for key in english.keys() {
            assert!(spanish.contains_key(key), "{room}: {key}");
        }
        let fixed = |key: &&String| key.starts_with("help-word-") || key.starts_with("help-topic-");
        let missing: Vec<&String> = spanish.keys().filter(fixed).filter(|key| !english.contains_key(*key)).collect();
        assert!(missing.is_empty(), "{room}: {missing:?}");
    }
}

#[test]
fn every_message_is_in_the_room_its_key_begins_with() {
    for (room, text) in rooms("es") {
        for key in messages(&text).keys() {
            assert!(key.starts_with(&format!("{room}-")), "{room}.ftl: {key}");
        }
    }
}

fn rust_files(folder: &Path, all: &mut Vec<PathBuf>) {
    for entry in std::fs::read_dir(folder).expect("a folder") {
        let path = entry.expect("an entry").path();
        if path.is_dir() {
            rust_files(&path, all);
        } else if path.extension().is_some_and(|extension| extension == "rs") {
            all.push(path);
        }
    }
}

/// The literals that directly follow `opening` in a text.
fn literals<'a>(text: &'a str, opening: &str) -> Vec<&'a str> {
    text.match_indices(opening)
        .filter_map(|(at, _)| {
            let rest = text[at + opening.len()..].trim_start().strip_prefix('"')?;
            rest.split_once('"').map(|(literal, _)| literal)
        })
        .collect()
}

#[test]
fn everything_the_program_says_has_words() {
    let known: BTreeSet<String> = rooms("es").values().flat_map(|text| messages(text).into_keys()).collect();
    let mut files = Vec::new();
    rust_files(&source(), &mut files);
    let mut missing = Vec::new();
    for file in files {
        let text = std::fs::read_to_string(&file).expect("a source");
        let code: Vec<&str> = text.lines().filter(|line| !line.trim_start().starts_with("//")).collect();
        let text = code.join("\n");
        for opening in ["phrase!(", ".word(", "phrase("] {
            for key in literals(&text, opening) {
                // Keys put together from parts are held by the tests of what they are about.
                let whole = key.contains('-') && !key.contains('{') && !key.contains(' ');
                if whole && !known.contains(key) {
                    missing.push(format!("{}: {key}", file.display()));
                }
            }
        }
    }
    assert_eq!(missing, Vec::<String>::new());
}

#[test]
fn every_closed_list_has_a_word_for_each_value() {
    let terms = messages(&rooms("es")["term"]);
    let dashed = |value: &str| value.replace(['_', '.'], "-");
    let mut wanted: Vec<String> = Vec::new();
    wanted.extend(ata_model::op::OPS.iter().map(|(_, verb)| format!("term-op-{}", dashed(verb))));
    wanted.extend(ata_model::stage::Stage::ALL.map(|stage| format!("term-stage-{}", stage.code())));
    wanted.extend(ata_model::control::Control::ALL.map(|control| format!("term-control-{}", dashed(control.code()))));
    for (list, values) in [
        ("state", ata_model::case::STATES),
        ("origin", ata_model::case::ORIGINS),
        ("channel", ata_model::case::CHANNELS),
        ("activity", ata_model::plan::ACTIVITIES),
        ("modality", ata_model::session::MODALITIES),
        ("notice", ata_model::message::KINDS),
        ("message", ata_model::message::STATES),
        ("call", ata_model::message::CALL_OUTCOMES),
        ("attendance", ata_model::attendance::STATUSES),
        ("answer", ata_model::reply::ANSWERS),
        ("commitment", ata_model::commitment::KINDS),
        ("status", ata_model::commitment::STATUSES),
        ("organisation", ata_model::register::ORGANISATION_KINDS),
    ] {
        wanted.extend(values.iter().map(|value| format!("term-{list}-{}", dashed(value))));
    }
    let look = messages(&rooms("es")["look"]);
    let waits = ata_model::waiting::What::ALL.map(|what| format!("look-next-{}", dashed(what.code())));
    let missing: Vec<String> = wanted.into_iter().filter(|key| !terms.contains_key(key)).collect();
    assert_eq!(missing, Vec::<String>::new());
    let silent: Vec<&String> = waits.iter().filter(|key| !look.contains_key(*key)).collect();
    assert_eq!(silent, Vec::<&String>::new());
}

#[test]
fn every_table_that_undo_may_name_has_a_word() {
    let terms = messages(&rooms("es")["term"]);
    // What `undo` passes over; content it names all the same.
    let unseen = [
        "operation",
        "operation_case",
        "operation_detail",
        "log_head",
        "counter",
        "import_print",
        "differential_answer",
        "provenance",
        "received_file",
    ];
    let schema = include_str!("../../schema.sql").lines();
    let tables = schema.filter_map(|line| line.strip_prefix("CREATE TABLE ")?.split(' ').next());
    let tables: Vec<&str> = tables.filter(|table| !unseen.contains(table)).collect();
    assert!(tables.len() > 40, "{tables:?}");
    let silent = |table: &&str| !terms.contains_key(&format!("term-table-{}", table.replace('_', "-")));
    assert_eq!(tables.into_iter().filter(silent).collect::<Vec<_>>(), Vec::<&str>::new());
}

#[test]
fn every_noun_can_be_told_to_be_missing_or_ambiguous() {
    use ata_store::Noun;
    let known = messages(&rooms("es")["error"]);
    let nouns = [
        Noun::Case,
        Noun::Session,
        Noun::Commitment,
        Noun::Document,
        Noun::Message,
        Noun::Person,
        Noun::Organisation,
        Noun::Board,
        Noun::Import,
        Noun::Operation,
        Noun::Series,
    ];
    for noun in nouns {
        for key in [format!("error-no-{}", noun.code()), format!("error-many-{}", noun.code())] {
            assert!(known.contains_key(&key), "{key}");
        }
    }
    for state in ata_model::case::STATES.iter().filter(|state| **state != "open") {
        let key = format!("error-case-{}", state.replace('_', "-"));
        assert!(known.contains_key(&key), "{key}");
    }
}
