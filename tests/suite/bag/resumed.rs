//! A folder that an interrupted run left: what is whole stays, the rest is written anew.

use std::fs;
use std::path::Path;

use ata::bag::{BagSpec, write};
use sha2::{Digest, Sha256};

use super::{FILES, Room, assert_valid, spec, tree};

/// The same files, their content known beforehand as a register knows it.
fn vouched() -> BagSpec<'static> {
    let mut bag = spec(&FILES);
    for (payload, (_, text)) in bag.payload.iter_mut().zip(FILES) {
        let digest = Sha256::digest(text.as_bytes());
        payload.sha256 = Some(digest.iter().map(|byte| format!("{byte:02x}")).collect());
    }
    bag
}

/// What tells a file from another of the same content.
#[cfg(unix)]
fn identity(path: &Path) -> u64 {
    use std::os::unix::fs::MetadataExt;
    fs::metadata(path).unwrap().ino()
}

/// As a run leaves it that was killed after two files and in the middle of a third.
fn interrupted(room: &Room) -> std::path::PathBuf {
    let partial = room.at("caso.partial");
    fs::create_dir_all(partial.join("data/documentos")).unwrap();
    fs::write(partial.join("bagit.txt"), "").unwrap();
    for (path, text) in [FILES[0], FILES[1]] {
        fs::write(partial.join("data").join(path), text).unwrap();
    }
    fs::write(partial.join("data").join(FILES[2].0), &FILES[2].1[..5]).unwrap();
    partial
}

#[cfg(unix)]
#[test]
fn files_that_are_whole_are_not_written_again() {
    let room = Room::new();
    let partial = interrupted(&room);
    let kept = identity(&partial.join("data").join(FILES[1].0));
    let out = room.at("caso");
    assert!(write(&out, &vouched(), &mut |_| {}).unwrap().changed);
    assert_eq!(identity(&out.join("data").join(FILES[1].0)), kept);
    assert_valid(&out);
    let other = Room::new();
    assert_eq!(tree(&out), tree(&other.bag()));
}

#[test]
fn what_only_looks_whole_is_written_anew() {
    let room = Room::new();
    let partial = interrupted(&room);
    let altered: String = FILES[0].1.chars().map(|c| if c == 'e' { 'o' } else { c }).collect();
    fs::write(partial.join("data").join(FILES[0].0), altered).unwrap();
    let out = room.at("caso");
    write(&out, &vouched(), &mut |_| {}).unwrap();
    assert_valid(&out);
    assert_eq!(fs::read_to_string(out.join("data").join(FILES[0].0)).unwrap(), FILES[0].1);
}

#[test]
fn what_the_package_does_not_hold_any_more_goes() {
    let room = Room::new();
    let partial = interrupted(&room);
    fs::create_dir_all(partial.join("data/borradores/viejos")).unwrap();
    fs::write(partial.join("data/borradores/viejos/nota.txt"), "vieja").unwrap();
    fs::write(partial.join("manifest-sha256.txt"), "a medias").unwrap();
    let out = room.at("caso");
    write(&out, &vouched(), &mut |_| {}).unwrap();
    assert_valid(&out);
    assert!(!out.join("data/borradores").exists());
}

#[cfg(unix)]
#[test]
fn a_link_in_what_was_left_is_not_followed() {
    let room = Room::new();
    let elsewhere = Room::new();
    let partial = interrupted(&room);
    fs::remove_dir_all(partial.join("data/documentos")).unwrap();
    std::os::unix::fs::symlink(elsewhere.folder.path(), partial.join("data/documentos")).unwrap();
    fs::remove_file(partial.join("data").join(FILES[0].0)).unwrap();
    std::os::unix::fs::symlink(elsewhere.at("x"), partial.join("data").join(FILES[0].0)).unwrap();
    write(&room.at("caso"), &vouched(), &mut |_| {}).unwrap();
    assert_valid(&room.at("caso"));
    assert!(elsewhere.names().is_empty());
}
