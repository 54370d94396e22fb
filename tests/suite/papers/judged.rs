//! What readers we did not write say of our papers.

use super::tools::ask;
use super::{press, sample, voice};
use ata::mail::language::Language;
use ata::papers::sample::Size;
use ata::papers::{Archival, Kind, Press, Templates};
use std::path::{Path, PathBuf};

/// One of each kind, in a folder.
fn printed(folder: &Path, press: &Press) -> Vec<(Kind, PathBuf)> {
    let print = |kind: Kind| {
        let printed = press.print(&sample(kind, Size::Usual, Language::Es)).expect("a paper");
        let file = folder.join(format!("{}.pdf", kind.code()));
        std::fs::write(&file, printed.bytes).expect("a file");
        (kind, file)
    };
    Kind::ALL.into_iter().map(print).collect()
}

#[test]
fn qpdf_and_poppler_find_sound_files_with_embedded_fonts() {
    let folder = tempfile::tempdir().expect("a folder");
    for (kind, file) in printed(folder.path(), &press(Language::Es)) {
        if let Some((is_content, said)) = ask("qpdf", &["--check"], &file, &[]) {
            assert!(is_content && said.contains("No syntax or stream encoding errors"), "{kind:?}: {said}");
        }
        let Some((is_content, said)) = ask("pdfinfo", &[], &file, &[]) else { return };
        assert!(is_content, "{kind:?}: {said}");
        let title = voice(Language::Es).title(kind);
        assert!(said.contains(&format!("Title:           {title} · AT-2026-0001-S1")), "{kind:?}: {said}");
        assert!(said.contains("Author:          Secretaría de Salud de Santander"), "{kind:?}: {said}");
        assert!(said.contains("Tagged:          yes") && said.contains("Encrypted:       no"), "{kind:?}: {said}");
        assert!(said.contains("2026"), "{kind:?}: {said}");
        let (_, fonts) = ask("pdffonts", &[], &file, &[]).expect("poppler");
        // Name, type, encoding, then: embedded, subset, unicode.
        for font in fonts.lines().filter(|line| line.contains("Liberation")) {
            assert!(font.contains("yes yes yes"), "{kind:?}: {font}");
        }
        let bytes = std::fs::read(&file).expect("a file");
        let claims = |text: &str| bytes.windows(text.len()).any(|found| found == text.as_bytes());
        assert!(claims("<pdfaid:part>2</pdfaid:part>") && claims("<pdfaid:conformance>B</pdfaid:conformance>"));
        assert!(claims("/Lang"), "{kind:?}: no language");
    }
}

/// The Preflight of PDFBox knows PDF/A-1b only: each kind is printed as that, too. (2b differs from it in what is allowed,
/// not in how text, fonts, colour and metadata are written.)
#[test]
fn preflight_finds_every_kind_valid_as_pdf_a_1b() {
    const JARS: [&str; 8] =
        ["preflight", "pdfbox2", "xmpbox", "fontbox2", "commons-logging", "commons-io", "javax.activation", "jaxb-api"];
    let jars: Vec<PathBuf> = JARS.iter().map(|jar| PathBuf::from(format!("/usr/share/java/{jar}.jar"))).collect();
    if !jars.iter().all(|jar| jar.is_file()) {
        return;
    }
    let folder = tempfile::tempdir().expect("a folder");
    let press = Press::new(&voice(Language::Es), Templates::built_in(), None).archival(Archival::A1b);
    let files = printed(folder.path(), &press);
    let modern = folder.path().join("modern.pdf");
    let paper = sample(Kind::Letter, Size::Usual, Language::Es);
    std::fs::write(&modern, super::press(Language::Es).print(&paper).expect("a paper").bytes).expect("a file");
    let judge = concat!(env!("CARGO_MANIFEST_DIR"), "/tests/suite/papers/Preflight.java");
    let path = std::env::join_paths(jars).expect("a class path");
    let names: Vec<String> = files.iter().map(|(_, file)| file.display().to_string()).collect();
    let mut args = vec!["-cp", path.to_str().expect("a class path"), judge];
    args.extend(names.iter().map(String::as_str));
    let Some((_, said)) = ask("java", &args, &modern, &[]) else { return };
    for (kind, file) in files {
        assert!(said.contains(&format!("VALID {}", file.display())), "{kind:?}:\n{said}");
    }
    // It does tell one from another.
    assert!(said.contains(&format!("REFUSED {}", modern.display())), "{said}");
}

/// Archives scan at 200 dots an inch.
#[test]
fn a_scan_holds_a_square_code_from_which_identity_and_hash_are_read() {
    let folder = tempfile::tempdir().expect("a folder");
    for kind in [Kind::Minutes, Kind::Cover, Kind::Letter, Kind::NoticeProof] {
        let printed = press(Language::Es).print(&sample(kind, Size::Usual, Language::Es)).expect("a paper");
        let file = folder.path().join("paper.pdf");
        std::fs::write(&file, &printed.bytes).expect("a file");
        let picture = folder.path().join("page");
        let arg = picture.display().to_string();
        let Some((true, _)) = ask("pdftoppm", &["-r", "200", "-png", "-singlefile"], &file, &[&arg]) else { return };
        let Some((is_read, said)) = ask("zbarimg", &["--quiet", "--raw"], &picture.with_extension("png"), &[]) else {
            return;
        };
        assert!(is_read, "{kind:?}: {said}");
        // What it says of the machine it runs on comes after.
        let code = format!("AT-2026-0001-S1/{} sha256:{}", kind.code(), printed.digest);
        assert_eq!(said.lines().next(), Some(code.as_str()), "{kind:?}: {said}");
    }
}
