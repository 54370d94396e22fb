//! Stage 8, archive (archivo): the case file. Documents, classification, control sheet, index, inventory; closing and sealing;
//! the package, and what is due afterwards.

mod attach;
mod classify;
mod close;
mod contradiction;
pub mod dossier;
mod due;
mod elimination;
pub mod filed;
pub mod fuid;
mod hold;
mod index;
pub mod inventory;
mod notice;
mod package;
mod payload;
mod receive;
mod review;
mod series;
mod series_file;
mod series_form;
mod sheet;
mod verify;
pub mod written;

use crate::env::Env;
use crate::error::Fault;
use crate::view::Answer;
use clap::Subcommand;

#[derive(Subcommand)]
pub enum Verb {
    /// Add files to a case as documents
    Attach(attach::Attach),
    /// Change what is known of a document
    Edit(attach::Edit),
    /// Put cases under a line of the records schedule
    Classify(classify::Classify),
    /// The records schedule
    #[command(subcommand)]
    Series(series::Verb),
    /// The control sheet: the documents of a case, oldest first
    Sheet(sheet::Sheet),
    /// The electronic index of a case, as XML
    Index(index::Index),
    /// The inventory of the case files
    Inventory(inventory::Inventory),
    /// What the profile demands of a case file, and what is there
    Review(review::Review),
    /// Close a case: numbers its folios and seals it; closes the stage
    Close(close::Close),
    /// Package a closed case as a BagIt bag
    Package(package::Package),
    /// Check packages: every file that is not as it was sealed is named
    Verify(verify::Verify),
    /// Take in the case files of packages made by ata, as sealed copies
    Import(receive::Import),
    /// Closed case files whose years in the archive are over
    Due(due::Due),
    /// Legal holds: case files that may not be disposed of
    #[command(subcommand)]
    Hold(hold::Verb),
    /// Lists of case files proposed for elimination; nothing is removed
    #[command(subcommand)]
    Elimination(elimination::Verb),
}

pub fn run(verb: &Verb, env: &Env) -> Result<Answer, Fault> {
    match verb {
        Verb::Attach(args) => attach::attach(args, env),
        Verb::Edit(args) => attach::edit(args, env),
        Verb::Classify(args) => classify::run(args, env),
        Verb::Series(verb) => series::run(verb, env),
        Verb::Sheet(args) => sheet::run(args, env),
        Verb::Index(args) => index::run(args, env),
        Verb::Inventory(args) => inventory::run(args, env),
        Verb::Review(args) => review::run(args, env),
        Verb::Close(args) => close::run(args, env),
        Verb::Package(args) => package::run(args, env),
        Verb::Verify(args) => verify::run(args, env),
        Verb::Import(args) => receive::run(args, env),
        Verb::Due(args) => due::run(args, env),
        Verb::Hold(verb) => hold::run(verb, env),
        Verb::Elimination(verb) => elimination::run(verb, env),
    }
}
