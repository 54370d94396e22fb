//! An institution's own templates: used when they are good, refused with their place when they are not, and closed in.

use super::{sample, voice};
use ata::mail::language::Language;
use ata::papers::sample::Size;
use ata::papers::{Kind, Logo, PageSize, PaperError, Press, Printed, Templates};

fn print(kind: Kind, text: &str) -> Result<Printed, PaperError> {
    let mut templates = Templates::built_in();
    templates.replace(kind, text);
    Press::new(&voice(Language::Es), templates, None).print(&sample(kind, Size::Usual, Language::Es))
}

#[test]
fn an_own_template_takes_the_place_of_the_shipped_one_and_is_known_by_its_hash() {
    let shipped = Press::new(&voice(Language::Es), Templates::built_in(), None);
    let paper = sample(Kind::Letter, Size::Usual, Language::Es);
    let before = shipped.print(&paper).expect("a letter");
    let own = print(Kind::Letter, "#import \"/letterhead.typ\": *\n#show: letter\n#body.subject").expect("a letter");
    assert_ne!(before.template, own.template);
    assert_ne!(before.digest, own.digest);
    assert_eq!(Templates::built_in().fingerprint(Kind::Letter), before.template);
}

#[test]
fn a_broken_template_is_refused_with_its_line_and_column() {
    for (text, line, column, part) in [
        ("#import \"/letterhead.typ\": *\n#let x = (", 2, 10, "unclosed delimiter"),
        ("#import \"/letterhead.typ\": *\n\nñandú #body.nada", 3, 13, "does not contain key \"nada\""),
        ("a\n#set text(font: \"Comic Sans MS\")\nb", 2, 17, "unknown font family"),
        ("#missing()", 1, 2, "unknown variable"),
    ] {
        match print(Kind::Letter, text) {
            Err(PaperError::Template { file, line: at, column: from, message, .. }) => {
                assert_eq!((file.as_str(), at, from), ("letter.typ", line, column), "{message}");
                assert!(message.contains(part), "{message}");
            }
            other => panic!("{text:?}: {other:?}"),
        }
    }
}

#[test]
fn a_template_that_only_bears_a_full_list_does_not_pass_the_check() {
    let mut templates = Templates::built_in();
    templates.replace(Kind::Commitments, "#import \"/letterhead.typ\": *\n#show: form\n#body.rows.first().text");
    let voice = voice(Language::Es);
    let refused = Press::new(&voice, templates, None).check(Kind::Commitments, PageSize::A4, &voice);
    assert!(matches!(refused, Err(PaperError::Template { line: 3, .. })), "{refused:?}");
}

#[test]
fn a_template_reaches_nothing_but_what_it_is_given() {
    for text in [
        "#image(\"/../../../../../../etc/passwd\")",
        "#read(\"/etc/passwd\")",
        "#read(\"../../Cargo.toml\")",
        "#import \"@preview/cetz:0.3.4\"",
        "#datetime.today()",
        "#while true {}",
        "#let f(x) = f(x + 1)\n#f(0)",
    ] {
        assert!(matches!(print(Kind::Letter, text), Err(PaperError::Template { line: 1 | 2, .. })), "{text}");
    }
}

#[test]
fn arms_are_printed_and_broken_arms_are_refused() {
    let svg = r##"<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 10 10"><rect width="10" height="10" fill="#1d3557"/></svg>"##;
    let paper = sample(Kind::Minutes, Size::Usual, Language::Es);
    let press = |bytes: &[u8]| {
        let logo = Some(Logo { bytes: bytes.to_vec() });
        Press::new(&voice(Language::Es), Templates::built_in(), logo).print(&paper)
    };
    assert!(press(svg.as_bytes()).is_ok());
    assert!(matches!(press(b"not a picture"), Err(PaperError::Template { .. })));
    assert!(matches!(press(&[0x89, b'P', b'N', b'G', 0]), Err(PaperError::Template { .. })));
}
