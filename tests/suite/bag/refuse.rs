//! What is not sealed: bad paths, bad sources, documents that are not what they were. Nothing is left behind.

use std::io::{self, Read};

use ata::bag::{BagError, PathFault, Payload, Source, write};

use super::{FILES, FORMS, Room, spec};

type Open<'a> = Box<dyn Fn() -> io::Result<Box<dyn Read + 'a>> + Send + Sync + 'a>;

/// What is read from somewhere.
pub(super) fn reader<'a>(size: Option<u64>, open: Open<'a>) -> Source<'a> {
    Source::Written { size, write: Box::new(move |out| io::copy(&mut open()?, out).map(drop)) }
}

#[test]
fn a_source_that_fails_leaves_nothing_behind() {
    let room = Room::new();
    let broken = || -> io::Result<Box<dyn Read>> { Ok(Box::new(b"a medias".chain(Broken))) };
    for (write, name) in FORMS {
        let sources = [
            Source::File(room.at("no existe")),
            Source::File(room.folder.path().into()),
            reader(None, Box::new(broken)),
            reader(Some(100), Box::new(broken)),
            reader(None, Box::new(|| Err(io::ErrorKind::PermissionDenied.into()))),
        ];
        for source in sources {
            let mut bag = spec(&FILES);
            bag.payload.push(Payload::new("z/roto", source));
            match write(&room.at(name), &bag, &mut |_| {}) {
                Err(BagError::Source { path, .. }) => assert_eq!(path, "z/roto"),
                other => panic!("{other:?}"),
            }
        }
    }
    assert!(room.names().is_empty());
}

struct Broken;

impl Read for Broken {
    fn read(&mut self, _: &mut [u8]) -> io::Result<usize> {
        Err(io::Error::other("disk"))
    }
}

#[test]
fn a_document_altered_since_it_was_registered_is_not_sealed() {
    let abc = "BA7816BF8F01CFEA414140DE5DAE2223B00361A396177A9CB410FF61F20015AD";
    for (write, name) in FORMS {
        for (sha256, size, refused) in [
            (Some(abc), None, false),
            (Some("ba78"), None, true),
            (None, Some(2), true),
            (None, Some(4), true),
            (None, Some(3), false),
        ] {
            let room = Room::new();
            let source = reader(size, Box::new(|| Ok(Box::new(&b"abc"[..]))));
            let mut bag = spec(&[]);
            bag.payload.push(Payload { sha256: sha256.map(Into::into), ..Payload::new("acta.txt", source) });
            match write(&room.at(name), &bag, &mut |_| {}) {
                Err(BagError::SourceChanged { path }) => assert!(refused && path == "acta.txt"),
                Ok(_) => assert!(!refused),
                other => panic!("{other:?}"),
            }
        }
    }
}

#[test]
fn a_path_that_no_bag_may_carry_is_refused() {
    let room = Room::new();
    for (path, expected) in [
        ("", PathFault::Empty),
        ("/etc/passwd", PathFault::Absolute),
        ("C:\\x", PathFault::Absolute),
        ("../x", PathFault::Dots),
        ("a\\b", PathFault::Backslash),
        ("a\r\nb", PathFault::Control),
        ("a /b", PathFault::Trailing),
        ("a.", PathFault::Trailing),
    ] {
        for (write, name) in FORMS {
            match write(&room.at(name), &spec(&[(path, "")]), &mut |_| {}) {
                Err(BagError::BadPath { fault, .. }) => assert_eq!(fault, expected, "{path:?}"),
                other => panic!("{path:?} {other:?}"),
            }
        }
    }
    assert!(room.names().is_empty());
}

#[test]
fn two_names_equal_but_for_case_are_refused() {
    let room = Room::new();
    for pair in [["Acta.pdf", "acta.PDF"], ["a", "a"], ["Ñ/x", "n\u{303}/x"], ["Anexos", "anexos/uno.pdf"]] {
        let bag = spec(&pair.map(|path| (path, "")));
        assert!(matches!(write(&room.at("caso"), &bag, &mut |_| {}), Err(BagError::Collision { .. })), "{pair:?}");
    }
    assert!(room.names().is_empty());
}

#[test]
fn a_target_without_a_name_is_refused() {
    for out in ["/", "..", "caso/.."] {
        for (write, _) in FORMS {
            let refused = write(out.as_ref(), &spec(&FILES), &mut |_| {}).unwrap_err();
            let taken = matches!(refused, BagError::AlreadyExists { .. });
            assert!(taken || matches!(refused, BagError::BadTarget { .. }), "{out}");
        }
    }
}
