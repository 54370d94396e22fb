//! What comes out of the press.

use super::tools::text;
use super::{press, sample};
use ata::mail::language::Language;
use ata::papers::sample::Size;
use ata::papers::{Kind, LogHead, PaperError, Printed};
use std::sync::Mutex;

fn print_all(papers: &[ata::papers::Paper], language: Language) -> Vec<Result<Printed, PaperError>> {
    let out = Mutex::new(Vec::new());
    let done = |at, printed| out.lock().expect("a list").push((at, printed));
    press(language).print_each(papers, done).expect("a press");
    let mut out = out.into_inner().expect("a list");
    out.sort_by_key(|(at, _)| *at);
    out.into_iter().map(|(_, printed)| printed).collect()
}

#[test]
fn every_kind_prints_with_nobody_and_with_a_few_in_every_language() {
    for language in Language::ALL {
        let sizes = [Size::Empty, Size::Usual];
        let kinds = Kind::ALL.iter().flat_map(|kind| sizes.map(|size| (*kind, size)));
        let papers: Vec<_> = kinds.map(|(kind, size)| sample(kind, size, language)).collect();
        for (paper, printed) in papers.iter().zip(print_all(&papers, language)) {
            let printed = printed.unwrap_or_else(|error| panic!("{:?} {language:?}: {error:?}", paper.kind));
            assert!(printed.bytes.starts_with(b"%PDF-1.7"));
            assert!(printed.pages >= 1 && printed.digest.len() == 64 && printed.template.len() == 64);
        }
    }
}

#[test]
fn long_lists_go_on_over_pages_with_their_header_on_each() {
    let long = [Kind::MeetingRegister, Kind::AttendanceSheet, Kind::ControlSheet, Kind::Inventory];
    let papers: Vec<_> = long.iter().map(|kind| sample(*kind, Size::Large, Language::Es)).collect();
    let titles = ["Nombres y apellidos", "Nombres y apellidos", "Descripción", "Nombre del expediente"];
    for ((kind, title), printed) in long.iter().zip(titles).zip(print_all(&papers, Language::Es)) {
        let printed = printed.unwrap_or_else(|error| panic!("{kind:?}: {error:?}"));
        assert!(printed.pages > 4, "{kind:?}: {} pages", printed.pages);
        let Some(pages) = text(&printed.bytes) else { return };
        assert_eq!(pages.len(), printed.pages);
        // The last page may hold the signatures alone.
        for (at, page) in pages.iter().enumerate().take(printed.pages - 2) {
            let first = title.split(' ').next().unwrap_or(title);
            assert!(page.contains(first), "{kind:?}, page {}: {page}", at + 1);
            assert!(page.contains(&format!("{} de {}", at + 1, printed.pages)), "{kind:?}, page {}: {page}", at + 1);
        }
    }
}

#[test]
fn the_same_state_gives_the_same_bytes_and_another_state_another_digest() {
    for kind in Kind::ALL {
        let paper = sample(kind, Size::Usual, Language::Es);
        let (one, two) = (press(Language::Es), press(Language::Es));
        let first = one.print(&paper).expect("a paper");
        assert_eq!(first, two.print(&paper).expect("a paper"), "{kind:?}");
        let mut later = paper;
        later.head.log = Some(LogHead { op: 58, hash: "77aa00112233".to_owned() });
        assert_ne!(first.digest, one.print(&later).expect("a paper").digest, "{kind:?}");
    }
}

#[test]
fn certificates_come_one_a_page_or_one_a_file() {
    let paper = sample(Kind::Certificate, Size::Usual, Language::Es);
    let people = paper.body["people"].as_array().expect("people").len();
    let printed = press(Language::Es).print(&paper).expect("certificates");
    assert_eq!(printed.pages, people);
    let Some(pages) = text(&printed.bytes) else { return };
    for (page, name) in pages.iter().zip(["María Fernanda Ñáñez Peñaloza", "José Ángel Güiza Ibáñez"]) {
        assert!(page.contains(name), "{page}");
        assert!(page.contains("«Rutas integrales de atención en salud materna y perinatal»"), "{page}");
    }
}

#[test]
fn what_no_font_can_draw_does_not_stop_a_paper() {
    let mut paper = sample(Kind::Minutes, Size::Usual, Language::Es);
    let name = "Ana 🎉 Ñan\u{303}ez\u{0}\u{200b} \u{202e}漢字 = #strong[x] $ \\ * _";
    paper.body["present"][0]["name"] = name.into();
    let printed = press(Language::Es).print(&paper).expect("minutes");
    let Some(pages) = text(&printed.bytes) else { return };
    // Marks of the template language are letters like any other.
    assert!(pages[0].contains("#strong[x]"), "{}", pages[0]);
    assert!(pages[0].contains("Ñañez"), "{}", pages[0]);
}

#[test]
fn a_thousand_letters_without_a_blank_stay_on_the_page() {
    let mut paper = sample(Kind::NoticeProof, Size::Usual, Language::Es);
    paper.body["rows"][0]["name"] = "x".repeat(1000).into();
    paper.body["rows"][0]["address"] = format!("{}@example.org", "largo".repeat(60)).into();
    assert!(press(Language::Es).print(&paper).is_ok());
}
