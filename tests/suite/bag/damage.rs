//! Verifying our own bags after something happened to them.

use std::fs::{self, OpenOptions};
use std::io::Write;

use ata::bag::{Algorithm, BagError, ProblemKind, verify, verify_with};

use super::{FILES, Room, assert_valid, problems, tree};

const BOTH: [Algorithm; 2] = [Algorithm::Sha256, Algorithm::Sha512];

fn changed() -> ProblemKind {
    ProblemKind::Changed { algorithms: BOTH.to_vec() }
}

#[test]
fn one_flipped_byte_is_named_in_whatever_file_it_is() {
    let room = Room::new();
    let out = room.bag();
    for (path, content) in tree(&out) {
        // The tag manifests vouch for each other's rows, not for their own bytes.
        if content.is_empty() || path.starts_with("tagmanifest") {
            continue;
        }
        let mut flipped = content.clone();
        flipped[content.len() / 2] ^= 1;
        fs::write(out.join(&path), flipped).unwrap();
        let verdict = verify(&out).unwrap();
        assert!(!verdict.valid);
        assert!(problems(&verdict).contains(&(path.as_str(), changed())), "{path}: {verdict:#?}");
        if path.starts_with("data/") {
            assert_eq!(verdict.problems.len(), 1);
        }
        fs::write(out.join(&path), content).unwrap();
        assert_valid(&out);
    }
}

#[test]
fn a_flipped_digit_of_a_tag_manifest_does_not_pass() {
    let room = Room::new();
    let out = room.bag();
    let path = out.join("tagmanifest-sha256.txt");
    let text = fs::read_to_string(&path).unwrap();
    let other = if text.starts_with('0') { "1" } else { "0" };
    fs::write(&path, format!("{other}{}", &text[1..])).unwrap();
    let algorithms = vec![Algorithm::Sha256];
    assert_eq!(problems(&verify(&out).unwrap()), [("bag-info.txt", ProblemKind::Changed { algorithms })]);
}

#[test]
fn removed_added_and_renamed_files_are_named() {
    let room = Room::new();
    let out = room.bag();
    let data = out.join("data");
    fs::rename(data.join("vacío.txt"), data.join("lleno.txt")).unwrap();
    fs::remove_file(data.join("documentos/100 % de cobertura.txt")).unwrap();
    fs::write(data.join("documentos/.DS_Store"), "mac").unwrap();
    let verdict = verify(&out).unwrap();
    let found: Vec<_> = problems(&verdict).into_iter().filter(|(path, _)| *path != "bag-info.txt").collect();
    assert_eq!(
        found,
        [
            ("data/documentos/.DS_Store", ProblemKind::Unlisted),
            ("data/documentos/100 % de cobertura.txt", ProblemKind::Missing),
            ("data/lleno.txt", ProblemKind::Unlisted),
            ("data/vacío.txt", ProblemKind::Missing),
        ]
    );
    let oxum = |kind: &ProblemKind| matches!(kind, ProblemKind::Oxum { .. });
    assert!(verdict.problems.iter().any(|problem| oxum(&problem.kind)));
}

#[test]
fn an_appended_byte_is_seen_by_its_digest_and_by_the_sum() {
    let room = Room::new();
    let out = room.bag();
    let path = "data/documentos/lista \"definitiva\".csv";
    let mut file = OpenOptions::new().append(true).open(out.join(path)).unwrap();
    file.write_all(b"\n").unwrap();
    let total: usize = FILES.iter().map(|(_, text)| text.len()).sum();
    let (declared, found) = (format!("{total}.5"), format!("{}.5", total + 1));
    assert_eq!(
        problems(&verify(&out).unwrap()),
        [("bag-info.txt", ProblemKind::Oxum { declared, found }), (path, changed()),]
    );
}

#[test]
fn a_lost_tag_file_is_named() {
    for (lost, expected) in [
        ("bag-info.txt", vec![("bag-info.txt", ProblemKind::Missing)]),
        ("manifest-sha512.txt", vec![("manifest-sha512.txt", ProblemKind::Missing)]),
        ("tagmanifest-sha512.txt", vec![]),
    ] {
        let room = Room::new();
        let out = room.bag();
        fs::remove_file(out.join(lost)).unwrap();
        assert_eq!(problems(&verify(&out).unwrap()), expected);
    }
    let room = Room::new();
    let out = room.bag();
    fs::remove_file(out.join("bagit.txt")).unwrap();
    assert!(matches!(verify(&out), Err(BagError::NotABag { .. })));
}

#[test]
fn a_file_beside_the_payload_is_remarked_and_legal() {
    let room = Room::new();
    let out = room.bag();
    fs::write(out.join("nota.txt"), "léame").unwrap();
    let verdict = assert_valid(&out);
    assert_eq!(verdict.remarks.len(), 1);
    assert_eq!(verdict.remarks[0].path, "nota.txt");
    assert_eq!(verdict.remarks[0].kind, ProblemKind::Uncovered);
}

#[cfg(unix)]
#[test]
fn a_link_out_of_the_bag_is_not_followed() {
    use std::os::unix::fs::symlink;
    let room = Room::new();
    let out = room.bag();
    fs::write(room.at("ajeno.txt"), "").unwrap();
    fs::remove_file(out.join("data/vacío.txt")).unwrap();
    symlink(room.at("ajeno.txt"), out.join("data/vacío.txt")).unwrap();
    symlink("/", out.join("data/raíz")).unwrap();
    symlink("nadie", out.join("data/roto")).unwrap();
    let verdict = verify(&out).unwrap();
    for path in ["data/vacío.txt", "data/raíz", "data/roto"] {
        assert!(problems(&verdict).contains(&(path, ProblemKind::NotAFile)), "{path}");
    }

    let room = Room::new();
    let out = room.bag();
    fs::remove_file(out.join("data/vacío.txt")).unwrap();
    fs::write(out.join("aparte"), "").unwrap();
    symlink("../aparte", out.join("data/vacío.txt")).unwrap();
    assert_valid(&out);
}

#[cfg(unix)]
#[test]
fn a_pipe_in_a_bag_is_named_and_not_waited_for() {
    let room = Room::new();
    let out = room.bag();
    let pipe = out.join("data/tubo");
    assert!(std::process::Command::new("mkfifo").arg(&pipe).status().unwrap().success());
    assert_eq!(problems(&verify(&out).unwrap()), [("data/tubo", ProblemKind::NotAFile)]);
}

#[cfg(target_os = "linux")]
#[test]
fn files_that_a_case_blind_system_would_merge_are_named() {
    let room = Room::new();
    let out = room.bag();
    fs::write(out.join("data/VACÍO.txt"), "").unwrap();
    let with = "data/VACÍO.txt".to_owned();
    assert!(problems(&verify(&out).unwrap()).contains(&("data/vacío.txt", ProblemKind::Collision { with })));
}

#[cfg(target_os = "linux")]
#[test]
fn a_name_that_is_not_unicode_is_named_as_well_as_can_be() {
    use std::os::unix::ffi::OsStrExt;
    let room = Room::new();
    let out = room.bag();
    let name = std::ffi::OsStr::from_bytes(b"data/se\xf1or.txt");
    fs::write(out.join(name), "").unwrap();
    let verdict = verify(&out).unwrap();
    assert_eq!(verdict.problems.len(), 1);
    assert_eq!(verdict.problems[0].path, "data/se\u{fffd}or.txt");
}

#[test]
fn progress_of_a_check_counts_every_byte_once() {
    let room = Room::new();
    let out = room.bag();
    let covered: usize =
        tree(&out).iter().filter(|(path, _)| !path.starts_with("tagmanifest")).map(|(_, content)| content.len()).sum();
    let mut last = 0;
    verify_with(&out, &mut |bytes| last = bytes).unwrap();
    assert_eq!(last, covered as u64);
}

#[test]
fn a_verdict_reads_the_same_in_json_for_every_kind() {
    let room = Room::new();
    let out = room.bag();
    fs::write(out.join("data/acta de la jornada.txt"), "se reunieron los asistentes.\n").unwrap();
    let json = serde_json::to_string(&verify(&out).unwrap()).unwrap();
    let total: usize = FILES.iter().map(|(_, text)| text.len()).sum();
    assert_eq!(
        json,
        format!(
            r#"{{"valid":false,"files":5,"bytes":{total},"problems":[{{"path":"data/acta de la jornada.txt","kind":"changed","algorithms":["sha256","sha512"]}}],"remarks":[]}}"#
        )
    );
}
