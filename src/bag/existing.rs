//! A target that is already there: the same bag is no work, anything else is refused.

use std::path::Path;

use super::partial::is_taken;
use super::plan::Plan;
use super::spec::BagReport;
use super::tags::{DATE_LABEL, INFO_FILE, MANIFEST_FILE, MANIFEST_FILE_512, OXUM_LABEL, SEAL_FILE, Tags};
use super::verify::{Shelf, verify};
use super::{BagError, digest};

#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Form {
    Folder,
    Zip,
    Tar,
}

/// The report for a target that already holds this bag; `None` when the target is free.
pub(super) fn settle(
    out: &Path,
    form: Form,
    plan: &Plan,
    progress: &mut dyn FnMut(u64),
) -> Result<Option<BagReport>, BagError> {
    if !is_taken(out)? {
        return Ok(None);
    }
    let other = || BagError::AlreadyExists { path: out.into() };
    let Ok((shelf, _)) = Shelf::open(out) else {
        return Err(other());
    };
    if shelf.form() != form {
        return Err(other());
    }
    let there = |name: &str| shelf.text(name).ok_or_else(other);
    let info = there(INFO_FILE)?;
    // Cheap first: another number of files or bytes needs no hashing to be another bag.
    if !oxum_fits(&info, plan) {
        return Err(other());
    }
    let tags = Tags::new(plan, &plan.hash(progress)?);
    for (name, text) in &tags.files {
        let same = match *name {
            MANIFEST_FILE | MANIFEST_FILE_512 => there(name)? == *text,
            INFO_FILE => undated(&info).eq(undated(text)),
            _ => true,
        };
        if !same {
            return Err(other());
        }
    }
    if !verify(out)?.valid {
        return Err(BagError::Damaged { path: out.into() });
    }
    Ok(Some(BagReport {
        changed: false,
        files: plan.entries.len() as u64,
        bytes: tags.bytes,
        seal: digest::both(there(SEAL_FILE)?.as_bytes()).0,
        manifest: tags.manifest,
    }))
}

/// The lines of a `bag-info.txt` but for the day: sealing again tomorrow is not another bag.
fn undated(info: &str) -> impl Iterator<Item = &str> {
    info.lines().filter(|line| !line.strip_prefix(DATE_LABEL).is_some_and(|rest| rest.starts_with(':')))
}

fn oxum_fits(info: &str, plan: &Plan) -> bool {
    let Some(said) = info.lines().find_map(|line| line.strip_prefix(OXUM_LABEL)?.strip_prefix(": ")) else {
        return false;
    };
    let sizes: Option<Vec<u64>> = plan.entries.iter().map(|entry| entry.size()).collect();
    match sizes {
        Some(sizes) => {
            let bytes: u128 = sizes.iter().map(|size| u128::from(*size)).sum();
            said == format!("{bytes}.{}", sizes.len())
        }
        None => said.ends_with(&format!(".{}", plan.entries.len())),
    }
}
