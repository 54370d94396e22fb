//! Writing: what comes out, what is refused, and what a second or an interrupted run does.

use std::fs;

use ata::bag::{BagError, Payload, Source, verify, write, write_zip};
use chrono::NaiveDate;
use proptest::prelude::*;

use super::refuse::reader;
use super::{FILES, FORMS, Room, assert_valid, bytes, spec, tree};

#[test]
fn a_sealed_bag_is_valid_and_holds_every_byte() {
    let room = Room::new();
    let source = room.at("informe.docx");
    fs::write(&source, "informe").unwrap();
    let mut bag = spec(&FILES);
    bag.payload.push(Payload::new("informe.docx", Source::File(source.clone())));
    for (write, name) in FORMS {
        let report = write(&room.at(name), &bag, &mut |_| {}).unwrap();
        let total: usize = FILES.iter().map(|(_, text)| text.len()).sum();
        assert!(report.changed);
        assert_eq!((report.files, report.bytes), (6, total as u64 + 7));
        let verdict = assert_valid(&room.at(name));
        assert_eq!((verdict.files, verdict.bytes), (report.files, report.bytes));
        assert!(verdict.remarks.is_empty());
    }
    let sealed = tree(&room.at("caso/data"));
    assert_eq!(sealed.len(), 6);
    for (path, text) in FILES {
        assert_eq!(sealed[path], text.as_bytes());
    }
    assert_eq!(fs::read_to_string(source).unwrap(), "informe");
    assert_eq!(room.names(), ["caso", "caso.tar", "caso.zip", "informe.docx"]);
}

#[test]
fn the_tag_files_are_written_to_the_letter() {
    let room = Room::new();
    let out = room.at("caso");
    let mut bag = spec(&[("b/100%.txt", "abc"), ("a.txt", "")]);
    bag.info = vec![
        ("Contact-Name".into(), "  Ana\r\n  Ñáñez ".into()),
        ("Contact-Phone".into(), "\n".into()),
        ("Source-Organization".into(), "UGEL 07".into()),
        ("Contact-Name".into(), "Luz".into()),
    ];
    write(&out, &bag, &mut |_| {}).unwrap();
    let text = |name: &str| fs::read_to_string(out.join(name)).unwrap();
    assert_eq!(text("bagit.txt"), "BagIt-Version: 1.0\nTag-File-Character-Encoding: UTF-8\n");
    assert_eq!(
        text("bag-info.txt"),
        "Contact-Name: Ana Ñáñez\nSource-Organization: UGEL 07\nContact-Name: Luz\n\
         Bagging-Date: 2026-03-04\nPayload-Oxum: 3.2\nBag-Size: 3 B\n"
    );
    assert_eq!(
        text("manifest-sha256.txt"),
        "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855  data/a.txt\n\
         ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad  data/b/100%25.txt\n"
    );
    let covered: Vec<_> =
        text("tagmanifest-sha512.txt").lines().map(|line| line.split_once("  ").unwrap().1.to_owned()).collect();
    assert_eq!(covered, ["bag-info.txt", "bagit.txt", "manifest-sha256.txt", "manifest-sha512.txt"]);
}

#[test]
fn the_same_case_gives_the_same_bytes() {
    let (one, two) = (Room::new(), Room::new());
    let mut backwards = FILES;
    backwards.reverse();
    for (write, name) in FORMS {
        write(&one.at(name), &spec(&FILES), &mut |_| {}).unwrap();
        write(&two.at(name), &spec(&backwards), &mut |_| {}).unwrap();
    }
    assert_eq!(tree(one.folder.path()), tree(two.folder.path()));
}

#[test]
fn folder_zip_and_tar_bear_the_same_seal() {
    let room = Room::new();
    let seals = FORMS.map(|(write, name)| {
        let report = write(&room.at(name), &spec(&FILES), &mut |_| {}).unwrap();
        report.seal
    });
    assert_eq!(seals[0], seals[1]);
}

#[test]
fn a_bag_sealed_twice_changes_nothing() {
    for (write, name) in FORMS {
        let room = Room::new();
        let out = room.at(name);
        let first = write(&out, &spec(&FILES), &mut |_| {}).unwrap();
        let before = tree(room.folder.path());
        let mut tomorrow = spec(&FILES);
        tomorrow.bagging_date = NaiveDate::from_ymd_opt(2026, 3, 5).unwrap();
        for bag in [spec(&FILES), tomorrow] {
            let again = write(&out, &bag, &mut |_| {}).unwrap();
            assert!(!again.changed);
            assert_eq!((again.files, again.bytes), (first.files, first.bytes));
            assert_eq!(again.seal, first.seal);
        }
        assert_eq!(tree(room.folder.path()), before);
    }
}

#[test]
fn a_target_that_is_something_else_is_left_alone() {
    for (write, name) in FORMS {
        let room = Room::new();
        let out = room.at(name);
        write(&out, &spec(&FILES), &mut |_| {}).unwrap();
        let before = tree(room.folder.path());
        let mut others = vec![spec(&FILES[1..]), spec(&FILES), spec(&FILES)];
        others[1].info.pop();
        others[2].payload[0] = bytes(FILES[0].0, b"Se reunieron LOS asistentes.\n");
        for other in others {
            assert!(matches!(write(&out, &other, &mut |_| {}), Err(BagError::AlreadyExists { .. })));
        }
        let (notes, folder) = (room.at("notas"), room.at("carpeta"));
        fs::write(&notes, "mis notas").unwrap();
        fs::create_dir_all(folder.join("x")).unwrap();
        for taken in [&notes, &folder] {
            assert!(matches!(write(taken, &spec(&FILES), &mut |_| {}), Err(BagError::AlreadyExists { .. })));
        }
        assert_eq!(fs::read_to_string(&notes).unwrap(), "mis notas");
        fs::remove_file(notes).unwrap();
        assert_eq!(tree(room.folder.path()), before);
    }
}

#[test]
fn the_same_bag_damaged_is_not_called_done() {
    let room = Room::new();
    let out = room.bag();
    fs::write(out.join("data/vacío.txt"), "ya no").unwrap();
    assert!(matches!(write(&out, &spec(&FILES), &mut |_| {}), Err(BagError::Damaged { .. })));
}

#[test]
fn an_empty_folder_may_become_the_bag() {
    for (write, name) in FORMS {
        let room = Room::new();
        fs::create_dir(room.at(name)).unwrap();
        assert!(write(&room.at(name), &spec(&FILES), &mut |_| {}).unwrap().changed);
        assert_valid(&room.at(name));
    }
}

#[test]
fn what_an_interrupted_run_left_is_taken_over() {
    let room = Room::new();
    let left = room.at("caso.partial");
    fs::create_dir_all(left.join("data/documentos/viejo")).unwrap();
    fs::write(left.join("bagit.txt"), "").unwrap();
    fs::write(left.join("data/a medias.pdf"), "%PDF").unwrap();
    fs::write(room.at("caso.zip.partial"), "PK\x03\x04 a medias").unwrap();
    fs::write(room.at("caso.tar.partial"), "caso/bagit.txt\0 a medias").unwrap();
    for (write, name) in FORMS {
        write(&room.at(name), &spec(&FILES), &mut |_| {}).unwrap();
        assert_valid(&room.at(name));
    }
    assert_eq!(room.names(), ["caso", "caso.tar", "caso.zip"]);
    assert_eq!(tree(&room.at("caso/data")).len(), FILES.len());
}

#[test]
fn a_partial_that_nobody_here_left_is_not_emptied() {
    let room = Room::new();
    let theirs = room.at("caso.partial");
    fs::create_dir_all(theirs.join("data")).unwrap();
    fs::write(theirs.join("data/tesis.doc"), "años de trabajo").unwrap();
    fs::write(room.at("caso.zip.partial"), "años de trabajo").unwrap();
    fs::write(room.at("caso.tar.partial"), "años de trabajo").unwrap();
    let before = tree(room.folder.path());
    for (write, name) in FORMS {
        assert!(matches!(write(&room.at(name), &spec(&FILES), &mut |_| {}), Err(BagError::ForeignPartial { .. })));
    }
    assert_eq!(tree(room.folder.path()), before);
}

#[cfg(unix)]
#[test]
fn two_runs_at_once_do_not_share_a_target() {
    let room = Room::new();
    let held = room.at("caso.partial");
    fs::create_dir(&held).unwrap();
    let lock = fs::File::open(&held).unwrap();
    lock.lock().unwrap();
    assert!(matches!(write(&room.at("caso"), &spec(&FILES), &mut |_| {}), Err(BagError::Busy { .. })));
    drop(lock);
    assert!(write(&room.at("caso"), &spec(&FILES), &mut |_| {}).unwrap().changed);
}

#[test]
fn progress_only_grows_and_ends_at_the_last_byte() {
    let large = vec![7; 600_000];
    for (write, name) in FORMS {
        let room = Room::new();
        let mut bag = spec(&FILES);
        bag.payload.push(bytes("grande.bin", &large));
        bag.payload.push(Payload::new("otro.bin", reader(None, Box::new(|| Ok(Box::new(&large[..]))))));
        let mut heard = Vec::new();
        let report = write(&room.at(name), &bag, &mut |bytes| heard.push(bytes)).unwrap();
        assert!(heard.is_sorted() && heard.len() > 4);
        assert_eq!(heard.last(), Some(&report.bytes));
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(48))]

    /// Either the names are refused and nothing is written, or what is written is valid.
    #[test]
    fn any_list_of_files_is_sealed_valid_or_refused_whole(
        files in proptest::collection::vec(
            ("([a-zA-Zñé%'\" .*~_-]{1,8}/){0,2}[a-z0-9ñÑ%'\" *~_-]{0,8}[a-z0-9Ñ%]|\\PC{1,12}",
             proptest::collection::vec(any::<u8>(), 0..600)),
            0..12,
        )
    ) {
        let room = Room::new();
        let mut bag = spec(&[]);
        bag.payload = files.iter().map(|(path, content)| bytes(path, content)).collect();
        let mut seals = Vec::new();
        for (write, name) in FORMS {
            match write(&room.at(name), &bag, &mut |_| {}) {
                Ok(report) => {
                    let verdict = verify(&room.at(name)).unwrap();
                    prop_assert!(verdict.valid, "{:?}", verdict.problems);
                    prop_assert_eq!(verdict.files, files.len() as u64);
                    seals.push(report.seal);
                }
                Err(BagError::BadPath { .. } | BagError::Collision { .. }) => {
                    prop_assert!(room.names().is_empty());
                }
                Err(other) => prop_assert!(false, "{:?}", other),
            }
        }
        prop_assert!(seals.windows(2).all(|pair| pair[0] == pair[1]));
    }
}

#[test]
fn a_bag_without_payload_is_a_bag() {
    let room = Room::new();
    write(&room.at("caso"), &spec(&[]), &mut |_| {}).unwrap();
    write_zip(&room.at("caso.zip"), &spec(&[]), &mut |_| {}).unwrap();
    for name in ["caso", "caso.zip"] {
        assert_eq!(assert_valid(&room.at(name)).files, 0);
    }
    assert!(room.at("caso/data").is_dir());
}
