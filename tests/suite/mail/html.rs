//! The page of a notice: the words of the text, and nothing else that works.

use ata::mail::language::Language;
use ata::mail::template::Templates;
use proptest::prelude::*;

fn page(language: Language, title: &str, text: &str) -> String {
    Templates::built_in().expect("the shipped texts parse").page(language, title, text).expect("a page")
}

/// What is between the tags, as a reader shows it.
fn shown(page: &str) -> String {
    let body = page.split("<body").nth(1).and_then(|rest| rest.split_once('>')).expect("a body").1;
    let mut out = String::new();
    let mut in_tag = false;
    for c in body.chars() {
        match c {
            '<' => in_tag = true,
            '>' => in_tag = false,
            c if !in_tag => out.push(c),
            _ => {}
        }
    }
    let whole = [("&lt;", "<"), ("&gt;", ">"), ("&quot;", "\""), ("&#39;", "'"), ("&amp;", "&")];
    whole.into_iter().fold(out, |text, (name, sign)| text.replace(name, sign))
}

fn words(text: &str) -> Vec<&str> {
    text.split_whitespace().collect()
}

#[test]
fn a_text_becomes_paragraphs_lines_and_links() {
    let text =
        "Cordial saludo:\n\n\nFecha: 4 de marzo\nEnlace: https://x.example/a?b=1&c=2.\n\n(véase http://y.example/ñ)\n";
    let body = page(Language::Pt, "«A» & <b>", text);
    assert!(body.contains("<html lang=\"pt\">") && body.contains("<title>«A» &amp; &lt;b&gt;</title>"), "{body}");
    for expected in [
        "\">Cordial saludo:</p>",
        "\">Fecha: 4 de marzo<br>\nEnlace: <a href=\"https://x.example/a?b=1&amp;c=2\">https://x.example/a?b=1&amp;c=2</a>.</p>",
        "(véase <a href=\"http://y.example/ñ\">http://y.example/ñ</a>)</p>",
    ] {
        assert!(body.contains(expected), "{expected}\n{body}");
    }
    assert_eq!(body.matches("<p ").count(), 3);
}

#[test]
fn nothing_that_was_typed_works() {
    let text = "<script>alert(1)</script> <img src=x onerror='a'> \"https://x.example/\"onmouseover=\"a\" javascript:a";
    let body = page(Language::Es, "</title><script>", text);
    assert!(!body.contains("<script") && !body.contains("<img") && !body.contains("href=\"javascript"), "{body}");
    assert!(
        body.contains("<a href=\"https://x.example/\">https://x.example/</a>&quot;onmouseover=&quot;a&quot;"),
        "{body}"
    );
}

proptest! {
    #[test]
    fn the_words_stay_the_same(text in "(\\PC|\n|https://|http://|<|&|\"){0,60}") {
        let body = page(Language::Es, "x", &text);
        let text = text.replace(['\u{2028}', '\u{2029}'], "\n");
        let shown = shown(&body);
        prop_assert_eq!(words(&shown), words(&text));
        prop_assert_eq!(body.matches("<a ").count(), body.matches("</a>").count());
    }
}
