//! The tar form: how it is laid out, and tars that are damaged or made to do harm.

use std::fs::{self, File};
use std::path::PathBuf;

use ata::bag::{Algorithm, BagError, PathFault, ProblemKind, verify, write_tar};
use tar::{Archive, Builder, EntryType, Header};

use super::{FILES, Room, assert_valid, problems, spec, tree};

/// The files of a good bag, under one folder.
fn good(room: &Room) -> Vec<(String, Vec<u8>)> {
    tree(&room.bag()).into_iter().map(|(path, content)| (format!("caso/{path}"), content)).collect()
}

fn header(kind: EntryType, size: usize) -> Header {
    let mut header = Header::new_gnu();
    header.set_entry_type(kind);
    header.set_mode(0o644);
    header.set_size(size as u64);
    header
}

/// A tar of named entries, put together by hand; a name that the writer would refuse goes in as it is.
fn by_hand(room: &Room, entries: &[(String, Vec<u8>)]) -> PathBuf {
    let path = room.at("ajena.tar");
    let mut tar = Builder::new(File::create(&path).unwrap());
    for (name, content) in entries {
        let mut header = header(EntryType::Regular, content.len());
        if name.len() > 100 {
            tar.append_data(&mut header, name, &content[..]).unwrap();
            continue;
        }
        header.as_old_mut().name[..name.len()].copy_from_slice(name.as_bytes());
        header.set_cksum();
        tar.append(&header, &content[..]).unwrap();
    }
    tar.into_inner().unwrap();
    path
}

#[test]
fn everything_stands_under_one_folder_and_says_nothing_of_who_or_when() {
    let room = Room::new();
    let mut archive = Archive::new(File::open(room.tar()).unwrap());
    let mut names = Vec::new();
    for entry in archive.entries().unwrap() {
        let entry = entry.unwrap();
        let header = entry.header();
        assert_eq!((header.mtime().unwrap(), header.uid().unwrap(), header.gid().unwrap()), (0, 0, 0));
        names.push(String::from_utf8(entry.path_bytes().into_owned()).unwrap());
    }
    assert!(names.iter().all(|name| name.starts_with("caso/")), "{names:?}");
    assert_eq!(names[0], "caso/bagit.txt");
    assert!(names.contains(&"caso/data/documentos/ñandú 'final'.pdf".to_owned()), "{names:?}");
}

#[test]
fn a_flipped_byte_is_named() {
    let room = Room::new();
    let out = room.tar();
    let mut packed = fs::read(&out).unwrap();
    let at = packed.windows(8).position(|bytes| bytes == b"%PDF-1.7").unwrap();
    packed[at] ^= 0x20;
    fs::write(&out, packed).unwrap();
    let algorithms = vec![Algorithm::Sha256, Algorithm::Sha512];
    let changed = ProblemKind::Changed { algorithms };
    assert_eq!(problems(&verify(&out).unwrap()), [("data/documentos/ñandú 'final'.pdf", changed)]);
}

#[test]
fn no_truncated_tar_passes() {
    let room = Room::new();
    let out = room.tar();
    let packed = fs::read(&out).unwrap();
    // The empty blocks at the end fill the record and mean nothing but the first.
    let end = packed.iter().rposition(|byte| *byte != 0).unwrap() / 512 * 512 + 1024;
    for length in (0..end).step_by(61).chain((0..end).step_by(512)) {
        fs::write(&out, &packed[..length]).unwrap();
        match verify(&out) {
            Ok(verdict) => assert!(!verdict.valid, "{length}"),
            Err(BagError::BadTar { .. } | BagError::NotABag { .. } | BagError::BadZip { .. }) => {}
            Err(other) => panic!("{length}: {other:?}"),
        }
    }
}

#[test]
fn tars_of_other_makers_are_read() {
    let room = Room::new();
    assert_eq!(assert_valid(&by_hand(&room, &good(&room))).files, 5);
    let room = Room::new();
    let dotted = good(&room).into_iter().map(|(name, content)| (format!("./{name}"), content)).collect::<Vec<_>>();
    assert_eq!(assert_valid(&by_hand(&room, &dotted)).files, 5);
    let room = Room::new();
    let bare: Vec<_> = tree(&room.bag()).into_iter().collect();
    assert_eq!(assert_valid(&by_hand(&room, &bare)).files, 5);
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
        let mut entries = good(&room);
        entries.push((name.to_owned(), b"x".to_vec()));
        let verdict = verify(&by_hand(&room, &entries)).unwrap();
        assert_eq!(problems(&verdict), [(name, ProblemKind::BadPath { fault })]);
    }
}

#[test]
fn links_and_devices_are_named_and_not_followed() {
    for kind in [EntryType::Symlink, EntryType::Link, EntryType::Fifo, EntryType::Char, EntryType::GNUSparse] {
        let room = Room::new();
        let path = room.at("enlace.tar");
        let mut tar = Builder::new(File::create(&path).unwrap());
        for (name, content) in good(&room) {
            tar.append_data(&mut header(EntryType::Regular, content.len()), name, &content[..]).unwrap();
        }
        let mut header = header(kind, 0);
        header.set_path("caso/data/x").unwrap();
        header.set_link_name("/etc/passwd").unwrap();
        header.set_cksum();
        tar.append(&header, std::io::empty()).unwrap();
        tar.into_inner().unwrap();
        match verify(&path) {
            Ok(verdict) => assert_eq!(problems(&verdict), [("caso/data/x", ProblemKind::NotAFile)], "{kind:?}"),
            Err(BagError::BadTar { .. }) => {}
            Err(other) => panic!("{kind:?} {other:?}"),
        }
    }
}

#[test]
fn the_same_name_twice_is_named() {
    let room = Room::new();
    let mut entries = good(&room);
    entries.push(("caso/data/vacío.txt".to_owned(), b"otro".to_vec()));
    let verdict = verify(&by_hand(&room, &entries)).unwrap();
    assert!(
        problems(&verdict)
            .iter()
            .any(|(path, kind)| *path == "caso/data/vacío.txt" && matches!(kind, ProblemKind::Inconsistent { .. })),
        "{verdict:?}"
    );
}

#[test]
fn a_compressed_tar_is_told_as_such() {
    let room = Room::new();
    let path = room.at("caso.tar.gz");
    fs::write(&path, b"\x1f\x8b\x08\0\0\0\0\0").unwrap();
    assert!(matches!(verify(&path), Err(BagError::Compressed { .. })));
}

#[test]
fn a_zip_in_the_place_of_a_tar_is_something_else() {
    let room = Room::new();
    fs::rename(room.zip(), room.at("caso.tar")).unwrap();
    let refused = write_tar(&room.at("caso.tar"), &spec(&FILES), &mut |_| {});
    assert!(matches!(refused, Err(BagError::AlreadyExists { .. })));
}
