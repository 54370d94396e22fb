//! The procedure in force, as data: shown, checked, replaced.

use crate::env::Env;
use crate::error::Fault;
use crate::phrase;
use crate::view::Answer;
use ata_model::profile::Profile;
use clap::Subcommand;
use std::path::Path;

/// The profiles that come with the program.
pub const SHIPPED: &[(&str, &str)] = &[
    ("santander", include_str!("../../profiles/santander.toml")),
    ("seho", include_str!("../../profiles/seho.toml")),
    ("ugel07", include_str!("../../profiles/ugel07.toml")),
    ("vamos", include_str!("../../profiles/vamos.toml")),
    ("sedese", include_str!("../../profiles/sedese.toml")),
];

#[derive(Subcommand)]
pub enum Verb {
    /// Not here yet
    Nothing,
}

pub fn run(verb: &Verb, _env: &Env) -> Result<Answer, Fault> {
    match verb {
        Verb::Nothing => Err(Fault::usage(phrase!("usage-nothing"))),
    }
}

/// A shipped profile by its name, or one from a file: (its text, what it says).
///
/// # Errors
/// Usage, with every fault of the file and its place.
pub fn load(name: &str, env: &Env) -> Result<(String, Profile), Fault> {
    let shipped = SHIPPED.iter().find(|(known, _)| *known == name).map(|(_, text)| (*text).to_owned());
    let source = match shipped {
        Some(text) => text,
        None => env.read_text(Path::new(name))?,
    };
    match Profile::parse(&source) {
        Ok(profile) => Ok((source, profile)),
        Err(errors) => {
            let mut fault = Fault::usage(phrase!("desk-profile-wrong", file = name, n = errors.len()));
            for error in errors {
                let text = phrase!(
                    "desk-profile-fault",
                    file = name,
                    at = error.at.to_string(),
                    detail = format!("{:?}", error.fault)
                );
                fault = fault.detail(text, serde_json::json!(error));
            }
            Err(fault)
        }
    }
}
