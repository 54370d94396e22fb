//! The ZIP form: how it is packed, and ZIPs that are damaged or made to do harm.

use std::fs::{self, File};
use std::io::{Cursor, Read, Write};

use ata::bag::{Algorithm, BagError, PathFault, Payload, ProblemKind, verify, write_zip};
use zip::write::SimpleFileOptions;
use zip::{CompressionMethod, ZipArchive, ZipWriter};

use super::refuse::reader;
use super::{FILES, Room, assert_valid, bytes, problems, spec, tree};

/// A ZIP of named entries, put together by hand and beside each other.
fn by_hand(room: &Room, entries: &[(&str, &[u8])]) -> std::path::PathBuf {
    let path = room.at("ajena.zip");
    let mut zip = ZipWriter::new(File::create(&path).unwrap());
    for (name, content) in entries {
        zip.start_file(*name, SimpleFileOptions::default()).unwrap();
        zip.write_all(content).unwrap();
    }
    zip.finish().unwrap();
    path
}

/// The files of a good bag, to be packed with something bad.
fn good(room: &Room) -> Vec<(String, Vec<u8>)> {
    tree(&room.bag()).into_iter().map(|(path, content)| (format!("caso/{path}"), content)).collect()
}

fn borrowed(files: &[(String, Vec<u8>)]) -> Vec<(&str, &[u8])> {
    files.iter().map(|(path, content)| (&**path, &**content)).collect()
}

#[test]
fn text_is_deflated_and_packed_files_are_stored_under_one_folder() {
    let room = Room::new();
    let mut zip = ZipArchive::new(File::open(room.zip()).unwrap()).unwrap();
    for at in 0..zip.len() {
        let entry = zip.by_index(at).unwrap();
        let name = entry.name().unwrap().into_owned();
        assert!(name.starts_with("caso/"), "{name}");
        let method = if name.ends_with(".txt") || name.ends_with(".csv") {
            CompressionMethod::Deflated
        } else {
            CompressionMethod::Stored
        };
        assert_eq!(entry.compression(), method, "{name}");
        assert_eq!(entry.last_modified(), Some(zip::DateTime::DEFAULT));
    }
    let mut declaration = String::new();
    zip.by_index(0).unwrap().read_to_string(&mut declaration).unwrap();
    assert!(declaration.starts_with("BagIt-Version"));
}

#[test]
fn large_files_and_files_of_unknown_size_are_streamed() {
    let room = Room::new();
    let large: Vec<u8> = (0..9_000_000_u32).map(|n| (n >> 8) as u8).collect();
    let mut bag = spec(&FILES);
    bag.payload.push(bytes("grabación.mp4", &large));
    bag.payload.push(Payload::new("corriente.csv", reader(None, Box::new(|| Ok(Box::new(&large[..300_000]))))));
    let out = room.at("caso.zip");
    let report = write_zip(&out, &bag, &mut |_| {}).unwrap();
    assert_eq!(assert_valid(&out).bytes, report.bytes);
    let size = fs::metadata(out).unwrap().len();
    assert!((9_000_000..10_000_000).contains(&size), "{size}");
}

#[test]
#[ignore = "takes ten seconds without optimisation; run it with `cargo test -- --ignored`"]
fn more_files_than_a_plain_zip_can_count_are_no_matter() {
    let room = Room::new();
    let mut bag = spec(&[]);
    bag.payload = (0..66_000).map(|n| bytes(&format!("{n}"), b"")).collect();
    let out = room.at("muchos.zip");
    write_zip(&out, &bag, &mut |_| {}).unwrap();
    assert_eq!(assert_valid(&out).files, 66_000);
}

#[test]
fn a_flipped_byte_of_a_stored_file_is_named() {
    let room = Room::new();
    let out = room.zip();
    let mut packed = fs::read(&out).unwrap();
    let at = packed.windows(8).position(|bytes| bytes == b"%PDF-1.7").unwrap();
    packed[at] ^= 0x20;
    fs::write(&out, packed).unwrap();
    let algorithms = vec![Algorithm::Sha256, Algorithm::Sha512];
    assert_eq!(
        problems(&verify(&out).unwrap()),
        [("data/documentos/ñandú 'final'.pdf", ProblemKind::Changed { algorithms })]
    );
}

/// What a ZIP holds for whoever unpacks it: names and contents, or nothing when it cannot be read.
fn unpacked(packed: &[u8]) -> Option<Vec<(String, Vec<u8>)>> {
    let mut zip = ZipArchive::new(Cursor::new(packed)).ok()?;
    (0..zip.len())
        .map(|at| {
            let mut entry = zip.by_index(at).ok()?;
            let mut content = Vec::new();
            entry.read_to_end(&mut content).ok()?;
            Some((entry.name().ok()?.into_owned(), content))
        })
        .collect()
}

#[test]
fn no_flipped_byte_of_a_zip_passes_with_other_content() {
    let room = Room::new();
    let out = room.at("caso.zip");
    let (path, damaged) = (&FILES[..2], room.at("dañado.zip"));
    write_zip(&out, &spec(path), &mut |_| {}).unwrap();
    let packed = fs::read(&out).unwrap();
    let whole = unpacked(&packed).unwrap();
    // The tag manifests are the one thing nothing else vouches for, byte by byte.
    let proven = |files: Vec<(String, Vec<u8>)>| -> Vec<_> {
        let own = |name: &str| name.contains("/tagmanifest-");
        files.into_iter().filter(|(name, _)| !own(name)).collect()
    };
    let whole = proven(whole);
    for at in 0..packed.len() {
        let mut flipped = packed.clone();
        flipped[at] ^= 1 << (at % 8);
        fs::write(&damaged, &flipped).unwrap();
        let Ok(verdict) = verify(&damaged) else {
            continue;
        };
        if verdict.valid
            && let Some(files) = unpacked(&flipped)
        {
            assert_eq!(proven(files), whole, "byte {at}");
        }
    }
}

#[test]
fn no_truncated_zip_passes() {
    let room = Room::new();
    let out = room.zip();
    let packed = fs::read(&out).unwrap();
    for length in 0..packed.len() {
        fs::write(&out, &packed[..length]).unwrap();
        match verify(&out) {
            Ok(verdict) => assert!(!verdict.valid, "{length}"),
            Err(BagError::BadZip { .. } | BagError::NotABag { .. }) => {}
            Err(BagError::NotAPackage { .. }) if length < 2 => {}
            Err(other) => panic!("{length}: {other:?}"),
        }
    }
}

#[test]
fn a_bag_at_the_root_of_a_zip_is_found() {
    let room = Room::new();
    let files = tree(&room.bag());
    let entries: Vec<_> = files.iter().map(|(path, content)| (&**path, &**content)).collect();
    assert_eq!(assert_valid(&by_hand(&room, &entries)).files, 5);
}

#[test]
fn what_a_mac_adds_beside_the_bag_is_remarked() {
    let room = Room::new();
    let files = good(&room);
    let mut entries = borrowed(&files);
    entries.push(("__MACOSX/caso/._bagit.txt", b"mac"));
    let verdict = assert_valid(&by_hand(&room, &entries));
    assert_eq!(verdict.remarks.len(), 1);
    assert_eq!(verdict.remarks[0].path, "__MACOSX/caso/._bagit.txt");
}

#[test]
fn entries_that_would_land_elsewhere_are_named() {
    for (name, fault) in [
        ("../../.profile", PathFault::Dots),
        ("caso/data/../../../x", PathFault::Dots),
        ("/etc/cron.d/x", PathFault::Absolute),
        ("C:/Windows/x", PathFault::Absolute),
        ("caso\\data\\x", PathFault::Backslash),
        ("caso//x", PathFault::Empty),
    ] {
        let room = Room::new();
        let files = good(&room);
        let mut entries = borrowed(&files);
        entries.push((name, b"x"));
        let verdict = verify(&by_hand(&room, &entries)).unwrap();
        assert_eq!(problems(&verdict), [(name, ProblemKind::BadPath { fault })]);
    }
}

#[test]
fn a_link_in_a_zip_is_named() {
    let room = Room::new();
    let path = room.at("enlace.zip");
    let mut zip = ZipWriter::new(File::create(&path).unwrap());
    for (name, content) in good(&room) {
        zip.start_file(name, SimpleFileOptions::default()).unwrap();
        zip.write_all(&content).unwrap();
    }
    zip.add_symlink("caso/data/x", "/etc/passwd", SimpleFileOptions::default()).unwrap();
    zip.finish().unwrap();
    assert_eq!(problems(&verify(&path).unwrap()), [("caso/data/x", ProblemKind::NotAFile)]);
}

/// Overwrites the little-endian number at `offset` in each header that starts with `magic`.
fn patch(packed: &mut [u8], magic: &[u8; 4], offset: usize, from: u32, to: u32) -> usize {
    let mut patched = 0;
    for at in 0..packed.len().saturating_sub(offset + 4) {
        let field = at + offset..at + offset + 4;
        if packed[at..].starts_with(magic) && packed[field.clone()] == from.to_le_bytes() {
            packed[field].copy_from_slice(&to.to_le_bytes());
            patched += 1;
        }
    }
    patched
}

#[test]
fn an_entry_that_unfolds_beyond_its_declared_length_is_stopped() {
    let room = Room::new();
    let out = room.at("caso.zip");
    let zeros = "\0".repeat(700_001);
    write_zip(&out, &spec(&[("bomba.txt", &zeros)]), &mut |_| {}).unwrap();
    let mut packed = fs::read(&out).unwrap();
    assert_eq!(patch(&mut packed, b"PK\x03\x04", 22, 700_001, 10), 1);
    assert_eq!(patch(&mut packed, b"PK\x01\x02", 24, 700_001, 10), 1);
    fs::write(&out, packed).unwrap();
    let verdict = verify(&out).unwrap();
    let bomb = verdict.problems.iter().find(|problem| problem.path == "data/bomba.txt").unwrap();
    assert!(matches!(bomb.kind, ProblemKind::Unreadable { .. }), "{bomb:?}");
}

#[test]
fn two_headers_that_tell_of_two_lengths_are_named() {
    let room = Room::new();
    let out = room.zip();
    let mut packed = fs::read(&out).unwrap();
    let length = FILES[1].1.len() as u32;
    assert_eq!(patch(&mut packed, b"PK\x03\x04", 22, length, length - 1), 1);
    fs::write(&out, packed).unwrap();
    let verdict = verify(&out).unwrap();
    assert!(
        verdict
            .problems
            .iter()
            .any(|problem| problem.path.is_empty() && matches!(problem.kind, ProblemKind::Inconsistent { .. }))
    );
}

#[test]
fn two_bags_in_one_zip_are_no_bag() {
    let room = Room::new();
    let path = by_hand(&room, &[("a/bagit.txt", b""), ("b/bagit.txt", b"")]);
    assert!(matches!(verify(&path), Err(BagError::NotABag { .. })));
}
