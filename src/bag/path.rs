//! Paths inside a bag: which are safe, how a manifest spells them, and when two are really one.

use std::borrow::Cow;

use serde::Serialize;
use unicode_normalization::UnicodeNormalization;

/// What is wrong with a path.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize)]
#[serde(rename_all = "snake_case")]
#[non_exhaustive]
pub enum PathFault {
    /// Nothing there, or nothing between two `/`.
    Empty,
    /// Starts at a root: `/…` or `C:…`.
    Absolute,
    /// A `.` or `..` component: it could leave the bag.
    Dots,
    /// A backslash, which is a separator on Windows.
    Backslash,
    /// A control character or a Unicode line break.
    Control,
    /// A component that ends in a blank or a dot, which Windows drops.
    Trailing,
    /// Not in the part of the bag the list speaks of: a payload path outside `data/`, or the reverse.
    Outside,
    /// Not Unicode, so that no manifest can name it.
    NotUnicode,
}

/// What makes a path found in a bag dangerous (RFC 8493 §5.1). Line breaks are legal there.
pub(super) fn fault(path: &str) -> Option<PathFault> {
    let mut start = path.chars();
    if path.starts_with('/') || (start.next().is_some_and(|c| c.is_ascii_alphabetic()) && start.next() == Some(':')) {
        return Some(PathFault::Absolute);
    }
    if path.contains('\\') {
        return Some(PathFault::Backslash);
    }
    if path.contains('\0') {
        return Some(PathFault::Control);
    }
    path.split('/').find_map(|part| match part {
        "" => Some(PathFault::Empty),
        "." | ".." => Some(PathFault::Dots),
        _ => None,
    })
}

/// What keeps a path from being written: besides the dangers, whatever another system or a common
/// reader would not give back as it was. Readers strip blanks at the end of a manifest line, and some
/// break lines at every Unicode line break.
pub(super) fn fault_when_new(path: &str) -> Option<PathFault> {
    fault(path).or_else(|| {
        if path.chars().any(|c| c.is_control() || matches!(c, '\u{2028}' | '\u{2029}')) {
            return Some(PathFault::Control);
        }
        path.split('/')
            .any(|part| part.ends_with(|c: char| c == '.' || c.is_whitespace()))
            .then_some(PathFault::Trailing)
    })
}

/// One spelling for all paths that a file system without case, or with its own Unicode normal form,
/// takes for the same.
pub(super) fn fold(path: &str) -> String {
    if path.is_ascii() {
        return path.to_ascii_lowercase();
    }
    // Composed once more at the end: lower case can take a letter apart (`İ`).
    path.nfc().collect::<String>().to_lowercase().nfc().collect()
}

/// The normal form that most systems write.
pub(super) fn composed(path: &str) -> String {
    path.nfc().collect()
}

/// A path as a manifest spells it (RFC 8493 §2.1.3): `%`, CR and LF are percent-encoded.
pub(super) fn encode(path: &str) -> Cow<'_, str> {
    if !path.contains(['%', '\r', '\n']) {
        return Cow::Borrowed(path);
    }
    Cow::Owned(path.replace('%', "%25").replace('\r', "%0D").replace('\n', "%0A"))
}

/// The path that a manifest means. `%25` came with BagIt 1.0; older bags write `%` as it is.
pub(super) fn decode(written: &str, percent: bool) -> Cow<'_, str> {
    if !written.contains('%') {
        return Cow::Borrowed(written);
    }
    let mut out = String::with_capacity(written.len());
    let mut rest = written;
    while let Some(at) = rest.find('%') {
        out.push_str(&rest[..at]);
        let code = rest.get(at + 1..at + 3).unwrap_or_default();
        let meant = match code {
            "0D" | "0d" => Some('\r'),
            "0A" | "0a" => Some('\n'),
            "25" if percent => Some('%'),
            _ => None,
        };
        out.push(meant.unwrap_or('%'));
        rest = &rest[at + if meant.is_some() { 3 } else { 1 }..];
    }
    out.push_str(rest);
    Cow::Owned(out)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_path_that_could_leave_the_bag_is_refused() {
        for (path, fault_of) in [
            ("", Some(PathFault::Empty)),
            ("a//b", Some(PathFault::Empty)),
            ("a/", Some(PathFault::Empty)),
            ("/etc/passwd", Some(PathFault::Absolute)),
            ("C:/x", Some(PathFault::Absolute)),
            ("c:x", Some(PathFault::Absolute)),
            ("../x", Some(PathFault::Dots)),
            ("a/../../x", Some(PathFault::Dots)),
            ("a/./x", Some(PathFault::Dots)),
            ("a\\..\\x", Some(PathFault::Backslash)),
            ("a\0b", Some(PathFault::Control)),
            ("a\nb", None),
            ("..a/b..c", None),
            ("acta n.º 3 (ñandú) 'final'.pdf", None),
        ] {
            assert_eq!(fault(path), fault_of, "{path:?}");
        }
    }

    #[test]
    fn a_new_path_must_also_survive_other_systems() {
        for path in ["a\nb", "a\u{2028}b", "a\u{85}b", "a ", "a./b", "b/c\u{a0}"] {
            assert!(fault_when_new(path).is_some(), "{path:?}");
        }
        for path in ["100 %.txt", "a b/c \"d\".pdf", ".oculto", "a..b"] {
            assert_eq!(fault_when_new(path), None, "{path:?}");
        }
    }

    #[test]
    fn encoding_and_decoding_are_inverse() {
        for path in ["a", "100%", "%25", "%0A", "a\r\nb", "%%", "ñ%ñ", "%2", "%é"] {
            assert_eq!(decode(&encode(path), true), path);
        }
        assert_eq!(decode("100%25", false), "100%25");
        assert_eq!(decode("a%0db", false), "a\rb");
    }

    #[test]
    fn names_equal_but_for_case_or_normal_form_fold_together() {
        for (a, b) in [("Acta.PDF", "acta.pdf"), ("Ñ", "n\u{303}"), ("É", "e\u{301}")] {
            assert_eq!(fold(a), fold(b));
        }
        assert_ne!(fold("acta"), fold("ácta"));
    }
}
