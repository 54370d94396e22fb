//! Bags by other makers: older versions, loose habits, and bags made to do harm.

use std::fs;
use std::path::{Path, PathBuf};

use ata::bag::{Algorithm, BagError, PathFault, ProblemKind, verify};

use super::{Room, assert_valid, problems};

/// SHA-256 of `abc`, and of nothing.
const ABC: &str = "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad";
const NOTHING: &str = "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855";

/// A bag put together by hand.
fn by_hand(room: &Room, files: &[(&str, &str)]) -> PathBuf {
    let top = room.at("ajena");
    fs::create_dir_all(top.join("data")).unwrap();
    for (path, text) in files {
        put(&top, path, text);
    }
    top
}

fn put(top: &Path, path: &str, text: &str) {
    let path = top.join(path);
    fs::create_dir_all(path.parent().unwrap()).unwrap();
    fs::write(path, text).unwrap();
}

fn declared(version: &str) -> String {
    format!("BagIt-Version: {version}\nTag-File-Character-Encoding: UTF-8\n")
}

#[test]
fn the_habits_of_other_makers_are_understood() {
    let upper = ABC.to_uppercase();
    for (name, version, manifest) in [
        ("a.txt", "0.96", format!("{ABC} *data/a.txt\r\n")),
        ("a.txt", "0.97", format!("{upper}\t./data/a.txt")),
        ("a.txt", "1.0", format!("\n{ABC}     data/a.txt\r")),
        ("100%.txt", "0.97", format!("{ABC}  data/100%.txt\n")),
        ("100%25.txt", "0.97", format!("{ABC}  data/100%25.txt\n")),
        ("100%.txt", "1.0", format!("{ABC}  data/100%25.txt\n")),
        ("100%.txt", "1.0", format!("{ABC}  data/100%.txt\n")),
        ("n\u{303}.txt", "1.0", format!("{ABC}  data/ñ.txt\n")),
        ("ñ.txt", "0.97", format!("{ABC}  data/n\u{303}.txt\n")),
        ("a\nb", "1.0", format!("{ABC}  data/a%0Ab\n")),
        ("a\rb", "0.97", format!("{ABC}  data/a%0db\n")),
    ] {
        let room = Room::new();
        let bag = by_hand(
            &room,
            &[("bagit.txt", &declared(version)), ("manifest-sha256.txt", &manifest), (&format!("data/{name}"), "abc")],
        );
        assert_valid(&bag);
    }
}

#[test]
fn a_payload_file_must_be_in_every_manifest_only_since_1_0() {
    for (version, valid) in [("0.97", true), ("1.0", false)] {
        let room = Room::new();
        let bag = by_hand(
            &room,
            &[
                ("bagit.txt", &declared(version)),
                ("manifest-sha256.txt", &format!("{ABC}  data/a\n")),
                ("manifest-blake2b.txt", ""),
                ("data/a", "abc"),
            ],
        );
        let verdict = verify(&bag).unwrap();
        assert_eq!(verdict.valid, valid);
        let algorithm = "blake2b".to_owned();
        assert!(
            verdict
                .remarks
                .iter()
                .any(|remark| remark.kind == ProblemKind::NotChecked { algorithm: algorithm.clone() })
        );
    }
}

#[test]
fn what_is_wrong_with_a_manifest_is_said_line_by_line() {
    let path = |path: &'static str, fault| (path, ProblemKind::BadPath { fault });
    let line = |line| ("manifest-sha256.txt", ProblemKind::Malformed { line });
    for (manifest, expected) in [
        ("/etc/passwd", path("/etc/passwd", PathFault::Absolute)),
        ("data/../../x", path("data/../../x", PathFault::Dots)),
        ("../x", path("../x", PathFault::Dots)),
        ("data\\x", path("data\\x", PathFault::Backslash)),
        ("C:\\x", path("C:\\x", PathFault::Absolute)),
        ("bagit.txt", path("bagit.txt", PathFault::Outside)),
        ("data/%0A/../x", path("data/%0A/../x", PathFault::Dots)),
        ("", line(2)),
    ] {
        let room = Room::new();
        let bag = by_hand(
            &room,
            &[
                ("bagit.txt", &declared("1.0")),
                ("manifest-sha256.txt", &format!("{ABC}  data/a\n{NOTHING}  {manifest}\n")),
                ("data/a", "abc"),
            ],
        );
        assert_eq!(problems(&verify(&bag).unwrap()), [expected]);
    }
}

#[test]
fn a_digest_of_the_wrong_length_proves_nothing() {
    let room = Room::new();
    let bag = by_hand(
        &room,
        &[("bagit.txt", &declared("1.0")), ("manifest-sha256.txt", "ba78  data/a\nzz  data/a\n"), ("data/a", "abc")],
    );
    assert_eq!(
        problems(&verify(&bag).unwrap()),
        [
            ("data/a", ProblemKind::Unlisted),
            ("manifest-sha256.txt", ProblemKind::Malformed { line: 1 }),
            ("manifest-sha256.txt", ProblemKind::Malformed { line: 2 }),
        ]
    );
}

#[test]
fn a_file_listed_twice_is_named() {
    for (version, second, named) in [("0.97", ABC, false), ("0.97", NOTHING, true), ("1.0", ABC, true)] {
        let room = Room::new();
        let bag = by_hand(
            &room,
            &[
                ("bagit.txt", &declared(version)),
                ("manifest-sha256.txt", &format!("{ABC}  data/a\n{second}  data/a\n")),
                ("data/a", "abc"),
            ],
        );
        let expected = if named { vec![("data/a", ProblemKind::Repeated)] } else { vec![] };
        assert_eq!(problems(&verify(&bag).unwrap()), expected);
    }
}

#[test]
fn a_bag_without_a_checksum_that_is_known_proves_nothing() {
    for manifest in ["manifest-blake2b.txt", "manifest-blake3.txt", "notas.txt"] {
        let room = Room::new();
        let bag = by_hand(
            &room,
            &[
                ("bagit.txt", &declared("0.97")),
                (manifest, "900150983cd24fb0d6963f7d28e17f72  data/a\n"),
                ("data/a", "abc"),
            ],
        );
        let verdict = verify(&bag).unwrap();
        assert!(problems(&verdict).contains(&("", ProblemKind::Unproven)), "{manifest}");
    }
}

#[test]
fn bags_of_before_the_norm_are_proven_by_the_checksums_of_their_time() {
    for (manifest, digest) in [
        ("manifest-md5.txt", "900150983cd24fb0d6963f7d28e17f72"),
        ("manifest-sha1.txt", "A9993E364706816ABA3E25717850C26C9CD0D89D"),
    ] {
        let room = Room::new();
        let lines = format!("{digest}  data/a\n{digest}  data/b\n");
        let bag = by_hand(
            &room,
            &[("bagit.txt", &declared("0.97")), (manifest, &lines), ("data/a", "abc"), ("data/b", "abc")],
        );
        assert_valid(&bag);
        std::fs::write(bag.join("data/b"), "abd").unwrap();
        let algorithms = vec![if manifest.contains("md5") { Algorithm::Md5 } else { Algorithm::Sha1 }];
        assert_eq!(problems(&verify(&bag).unwrap()), [("data/b", ProblemKind::Changed { algorithms })]);
    }
}

#[test]
fn files_still_to_be_fetched_make_a_bag_incomplete() {
    let room = Room::new();
    let bag = by_hand(
        &room,
        &[
            ("bagit.txt", &declared("1.0")),
            ("manifest-sha256.txt", &format!("{ABC}  data/a\n{ABC}  data/lejos.mp4\n{ABC}  data/perdido\n")),
            (
                "fetch.txt",
                "https://archivo.example/a 3 data/a\n\
                 https://archivo.example/l - data/lejos.mp4\n\
                 https://archivo.example/x 1 ../../.profile\n\
                 sin sentido\n",
            ),
            ("data/a", "abc"),
        ],
    );
    let fault = PathFault::Dots;
    assert_eq!(
        problems(&verify(&bag).unwrap()),
        [
            ("../../.profile", ProblemKind::BadPath { fault }),
            ("data/lejos.mp4", ProblemKind::Fetch),
            ("data/perdido", ProblemKind::Missing),
            ("fetch.txt", ProblemKind::Malformed { line: 4 }),
        ]
    );
}

#[test]
fn a_declaration_that_is_not_one_is_named() {
    let version = |found: &str| ProblemKind::Version { found: found.into() };
    let encoding = |declared: Option<&str>| ProblemKind::Encoding { declared: declared.map(str::to_owned) };
    for (text, expected) in [
        (declared("2.0"), vec![version("2.0")]),
        (declared("0.93"), vec![version("0.93")]),
        (format!("\u{feff}{}", declared("1.0")), vec![encoding(None)]),
        ("BagIt-Version: 1.0\nTag-File-Character-Encoding: ISO-8859-1\n".into(), vec![encoding(Some("ISO-8859-1"))]),
        ("hola\n".into(), vec![ProblemKind::Malformed { line: 1 }, encoding(Some("")), version("")]),
    ] {
        let room = Room::new();
        let bag = by_hand(&room, &[("bagit.txt", &text), ("manifest-sha256.txt", "")]);
        let expected: Vec<_> = expected.into_iter().map(|kind| ("bagit.txt", kind)).collect();
        assert_eq!(problems(&verify(&bag).unwrap()), expected);
    }
}

#[test]
fn a_manifest_in_another_encoding_is_named() {
    let room = Room::new();
    let bag = by_hand(&room, &[("bagit.txt", &declared("1.0"))]);
    let mut manifest = format!("{ABC}  data/se").into_bytes();
    manifest.extend_from_slice(b"\xf1or\n");
    fs::write(bag.join("manifest-sha256.txt"), manifest).unwrap();
    assert!(
        problems(&verify(&bag).unwrap()).contains(&("manifest-sha256.txt", ProblemKind::Encoding { declared: None }))
    );
}

#[test]
fn the_sum_is_read_from_a_folded_and_oddly_written_line() {
    for (info, found) in [
        ("payload-OXUM : 3.1\n", None),
        ("Nota: una\r\n  dos\r\nPayload-Oxum:\r\n 3.1\r\n", None),
        ("Payload-Oxum: 4.1\n", Some("4.1")),
        ("Payload-Oxum: tres\n", Some("tres")),
    ] {
        let room = Room::new();
        let bag = by_hand(
            &room,
            &[
                ("bagit.txt", &declared("1.0")),
                ("bag-info.txt", info),
                ("manifest-sha256.txt", &format!("{ABC}  data/a\n")),
                ("data/a", "abc"),
            ],
        );
        let expected: Vec<_> = found
            .map(|declared| {
                let (declared, found) = (declared.to_owned(), "3.1".to_owned());
                ("bag-info.txt", ProblemKind::Oxum { declared, found })
            })
            .into_iter()
            .collect();
        assert_eq!(problems(&verify(&bag).unwrap()), expected, "{info:?}");
    }
}

#[test]
fn what_is_no_bag_is_refused_as_such() {
    let room = Room::new();
    fs::create_dir(room.at("carpeta")).unwrap();
    fs::write(room.at("nota.zip"), "no es un zip").unwrap();
    fs::write(room.at("vacío.zip"), "").unwrap();
    assert!(matches!(verify(&room.at("nada")), Err(BagError::Io { .. })));
    assert!(matches!(verify(&room.at("carpeta")), Err(BagError::NotABag { .. })));
    for name in ["nota.zip", "vacío.zip"] {
        let refused = verify(&room.at(name)).unwrap_err();
        assert!(matches!(refused, BagError::NotAPackage { .. }), "{refused:?}");
    }
}

#[test]
fn a_payload_folder_is_required() {
    let room = Room::new();
    let bag = by_hand(&room, &[("bagit.txt", &declared("1.0")), ("manifest-sha256.txt", "")]);
    assert_valid(&bag);
    fs::remove_dir(bag.join("data")).unwrap();
    assert_eq!(problems(&verify(&bag).unwrap()), [("data", ProblemKind::Missing)]);
}
