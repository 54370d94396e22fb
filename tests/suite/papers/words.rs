//! Every word a template or a paper asks for exists, in every language.

use super::{sample, voice};
use ata::mail::language::Language;
use ata::papers::sample::Size;
use ata::papers::{Kind, Templates};

/// The names after `w.` in a template.
fn asked(template: &str) -> Vec<String> {
    let is_name = |c: char| c.is_ascii_lowercase() || c == '-';
    let mut out = Vec::new();
    for (at, _) in template.match_indices("w.") {
        let before = template[..at].chars().next_back();
        if before.is_some_and(|c| c.is_alphanumeric() || c == '.' || c == '_') {
            continue;
        }
        let name: String = template[at + 2..].chars().take_while(|c| is_name(*c)).collect();
        if !name.is_empty() {
            out.push(name);
        }
    }
    out
}

#[test]
fn no_template_asks_for_a_word_that_is_not_there() {
    let templates = Templates::built_in();
    for language in Language::ALL {
        let voice = voice(language);
        let texts = Kind::ALL.map(|kind| templates.text(kind).into_owned());
        for name in texts.iter().chain([&templates.letterhead().into_owned()]).flat_map(|text| asked(text)) {
            assert!(!voice.label(&name).starts_with("paper-"), "{language:?}: {name}");
        }
    }
}

#[test]
fn no_paper_shows_a_key_in_place_of_a_word() {
    for language in Language::ALL {
        for kind in Kind::ALL {
            for size in [Size::Empty, Size::Usual] {
                let paper = sample(kind, size, language);
                let said = paper.body.to_string() + &paper.head.title;
                for key in ["\"paper-", "term-", "{ $", "{$"] {
                    assert!(!said.contains(key), "{kind:?} {language:?}: {said}");
                }
                assert!(!paper.head.title.is_empty());
            }
        }
    }
}
