//! File names made from titles: plain, short, and the same on every system.

use std::collections::HashSet;

use deunicode::deunicode_char;
use unicode_normalization::UnicodeNormalization;

use super::path;

/// Bytes of a whole name. Leaves room for folders within the 255 of most file systems and the 260
/// characters of a Windows path.
const LONGEST: usize = 100;
const LONGEST_EXTENSION: usize = 16;
/// For a title that leaves no letter at all.
const NAMELESS: &str = "documento";

/// Names that Windows keeps for devices, with any extension.
const DEVICES: [&str; 4] = ["con", "prn", "aux", "nul"];
const NUMBERED_DEVICES: [&str; 2] = ["com", "lpt"];

/// A file name for a document of this title: lower-case ASCII letters and digits joined by `-`, at most
/// 100 bytes, never empty, never a device of Windows. `ext` comes with or without its dot; an empty one
/// gives a name without extension.
///
/// `("Acta N.º 3: Baños & Ñuñoa", "pdf")` → `acta-n-o-3-banos-nunoa.pdf`.
pub fn safe_name(title: &str, ext: &str) -> String {
    let ext: String = plain(ext).filter(char::is_ascii_alphanumeric).take(LONGEST_EXTENSION).collect();
    let mut stem = String::new();
    for c in plain(title) {
        if c.is_ascii_alphanumeric() {
            stem.push(c);
        } else if !stem.is_empty() && !stem.ends_with('-') {
            stem.push('-');
        }
    }
    let room = LONGEST - if ext.is_empty() { 0 } else { ext.len() + 1 };
    let mut stem = cut(stem.trim_end_matches('-'), room).to_owned();
    if stem.is_empty() {
        stem.push_str(NAMELESS);
    } else if is_device(&stem) {
        stem = format!("{NAMELESS}-{stem}");
    }
    joined(&stem, &ext)
}

/// Hands out names that no two files of a bag share, not even where case does not count.
#[derive(Debug, Default)]
pub struct UniqueNames(HashSet<String>);

impl UniqueNames {
    /// The path itself, or with `-2`, `-3`, … before its extension when it is taken. The last component
    /// stays within 100 bytes, or within its own length where that is more.
    pub fn claim(&mut self, wanted: &str) -> String {
        if self.0.insert(path::fold(wanted)) {
            return wanted.to_owned();
        }
        let (folder, name) = match wanted.rfind('/') {
            Some(at) => wanted.split_at(at + 1),
            None => ("", wanted),
        };
        let (stem, ext) = match name.rsplit_once('.') {
            Some((stem, ext)) if !stem.is_empty() => (stem, ext),
            _ => (name, ""),
        };
        let longest = LONGEST.max(name.len());
        let mut number = 2_u64;
        loop {
            let tail = joined(&format!("-{number}"), ext);
            let stem = cut(stem, longest.saturating_sub(tail.len()));
            let name = format!("{folder}{stem}{tail}");
            if self.0.insert(path::fold(&name)) {
                return name;
            }
            number += 1;
        }
    }
}

/// ASCII, in lower case; what has no ASCII form is a blank.
fn plain(text: &str) -> impl Iterator<Item = char> {
    text.nfc()
        .flat_map(|c| {
            match c {
                // The sign for degrees is what people type for the ordinal in `N° 3`.
                '°' => "o",
                _ => deunicode_char(c).unwrap_or(" "),
            }
            .chars()
        })
        .map(|c| c.to_ascii_lowercase())
}

/// At most `room` bytes of a name, without a hyphen at the cut.
fn cut(stem: &str, room: usize) -> &str {
    if stem.len() <= room {
        return stem;
    }
    let mut end = room;
    while !stem.is_char_boundary(end) {
        end -= 1;
    }
    stem[..end].trim_end_matches('-')
}

fn joined(stem: &str, ext: &str) -> String {
    if ext.is_empty() { stem.to_owned() } else { format!("{stem}.{ext}") }
}

fn is_device(stem: &str) -> bool {
    DEVICES.contains(&stem)
        || NUMBERED_DEVICES.iter().any(|device| {
            stem.strip_prefix(device).is_some_and(|number| number.len() == 1 && number.as_bytes()[0].is_ascii_digit())
        })
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn a_title_becomes_a_name_that_every_system_takes() {
        let long = "a".repeat(300);
        let longest = format!("{}.pdf", "a".repeat(96));
        for (title, ext, name) in [
            ("Acta N.º 3: Baños & Ñuñoa", "pdf", "acta-n-o-3-banos-nunoa.pdf"),
            ("Acta N° 3", ".PDF", "acta-no-3.pdf"),
            ("Lista n\u{303}andu\u{301}", "csv", "lista-nandu.csv"),
            ("São João — atenção", "", "sao-joao-atencao"),
            ("100 % de cobertura", "txt", "100-de-cobertura.txt"),
            ("../../etc/passwd", "", "etc-passwd"),
            ("..", "xml", "documento.xml"),
            ("", "", "documento"),
            ("%\r\n/\\", "a/b", "documento.ab"),
            ("CON", "txt", "documento-con.txt"),
            ("com1", "", "documento-com1"),
            ("lpt¹", "", "documento-lpt1"),
            ("Comité", "", "comite"),
            ("com10", "", "com10"),
            (&long, "pdf", &longest),
        ] {
            assert_eq!(safe_name(title, ext), name, "{title:?} {ext:?}");
        }
    }

    #[test]
    fn a_cut_name_does_not_end_in_a_hyphen() {
        let title = format!("{} b", "a".repeat(99));
        assert_eq!(safe_name(&title, ""), "a".repeat(99));
    }

    #[test]
    fn a_name_taken_in_another_case_gets_a_number() {
        let mut names = UniqueNames::default();
        for (wanted, given) in [
            ("acta.pdf", "acta.pdf"),
            ("ACTA.pdf", "ACTA-2.pdf"),
            ("acta-2.pdf", "acta-2-2.pdf"),
            ("acta.pdf", "acta-3.pdf"),
            ("sub.d/acta", "sub.d/acta"),
            ("sub.d/acta", "sub.d/acta-2"),
            (".perfil", ".perfil"),
            (".perfil", ".perfil-2"),
        ] {
            assert_eq!(names.claim(wanted), given);
        }
        let long = safe_name(&"ñ".repeat(200), "pdf");
        assert_eq!(names.claim(&long), long);
        assert_eq!(names.claim(&long).len(), LONGEST);
    }

    proptest! {
        #[test]
        fn any_title_gives_a_safe_name(title in "\\PC*|(?s).*", ext in "(?s).{0,20}") {
            let name = safe_name(&title, &ext);
            prop_assert!(!name.is_empty() && name.len() <= LONGEST);
            prop_assert!(name.bytes().all(|b| b.is_ascii_lowercase() || b.is_ascii_digit() || b == b'-' || b == b'.'));
            prop_assert!(!name.starts_with(['.', '-']));
            prop_assert_eq!(crate::bag::path::fault_when_new(&name), None);
            let stem = name.split('.').next().unwrap_or_default();
            prop_assert!(!is_device(stem));
        }

        #[test]
        fn claimed_names_never_collide(wanted in proptest::collection::vec("[aAbñÑ]{1,2}(\\.[xX])?", 0..40)) {
            let mut names = UniqueNames::default();
            let folded: HashSet<String> = wanted.iter().map(|name| path::fold(&names.claim(name))).collect();
            prop_assert_eq!(folded.len(), wanted.len());
        }
    }
}
