//! Every command once, and where it goes.

use crate::desk;
use crate::env::Env;
use crate::error::Fault;
use crate::stages;
use crate::view::Answer;
use clap::{Args, CommandFactory, FromArgMatches, Parser, Subcommand, ValueEnum};
use std::ffi::OsString;
use std::path::PathBuf;

/// Technical assistance, from the first request to the archived file
#[derive(Parser)]
#[command(
    name = "ata",
    version,
    max_term_width = 100,
    disable_help_subcommand = true,
    subcommand_required = true,
    arg_required_else_help = true
)]
pub struct Cli {
    #[command(flatten)]
    pub globals: Globals,
    #[command(subcommand)]
    pub command: Command,
}

/// Options that go with every command, before or after it.
#[derive(Args, Clone, Default)]
#[command(next_help_heading = "Global options")]
pub struct Globals {
    /// The register (else ATA_DB, else the nearest ata.db in this folder or one above)
    #[arg(long, global = true, value_name = "FILE")]
    pub db: Option<PathBuf>,
    /// Answer in JSON (same as --format json)
    #[arg(long, global = true)]
    pub json: bool,
    /// Form of the answer
    #[arg(long, global = true, value_enum, conflicts_with = "json")]
    pub format: Option<Format>,
    /// Language: es, pt or en
    #[arg(long, global = true, value_name = "LANG")]
    pub lang: Option<String>,
    /// Who acts, for the log (else ATA_BY, else the system's user)
    #[arg(long, global = true, value_name = "NAME")]
    pub by: Option<String>,
    /// Show what would happen and change nothing
    #[arg(long, global = true)]
    pub dry_run: bool,
    /// Answer yes to every question
    #[arg(long, global = true)]
    pub yes: bool,
    /// No talk on stderr but errors
    #[arg(long, global = true)]
    pub quiet: bool,
    /// Colour
    #[arg(long, global = true, value_enum, value_name = "WHEN")]
    pub color: Option<Color>,
    /// Never ask
    #[arg(long, global = true)]
    pub no_input: bool,
}

#[derive(Clone, Copy, PartialEq, Eq, ValueEnum)]
pub enum Format {
    Text,
    Json,
    Jsonl,
    Csv,
    Tsv,
}

#[derive(Clone, Copy, PartialEq, Eq, ValueEnum)]
pub enum Color {
    Auto,
    Always,
    Never,
}

#[derive(Subcommand)]
pub enum Command {
    /// Begin a register
    Init(desk::init::Init),
    /// The procedure in force, as data
    #[command(subcommand)]
    Profile(desk::profile::Verb),
    /// Organisations
    #[command(subcommand)]
    Org(desk::org::Verb),
    /// People
    #[command(subcommand)]
    Person(desk::person::Verb),
    /// Boards and their members
    #[command(subcommand)]
    Board(desk::board::Verb),
    /// Holidays: the law's, and what decrees and the body change of them
    #[command(subcommand)]
    Holiday(desk::holiday::Verb),
    /// 1. Needs: register, weigh, accept, refer
    #[command(subcommand)]
    Need(stages::need::Verb),
    /// 2. The plan of a case
    #[command(subcommand)]
    Plan(stages::plan::Verb),
    /// 3. Sessions: dates, places, facilitators, the invited
    #[command(subcommand)]
    Schedule(stages::schedule::Verb),
    /// 4. Tell the people concerned
    #[command(subcommand)]
    Notify(stages::notify::Verb),
    /// 5. Attendance, minutes, agreements
    #[command(subcommand)]
    Run(stages::run::Verb),
    /// 6. The evaluation of a session
    #[command(subcommand)]
    Evaluate(stages::evaluate::Verb),
    /// 7. Commitments
    #[command(subcommand)]
    Followup(stages::followup::Verb),
    /// 8. The case file: documents, classification, closing, package
    #[command(subcommand)]
    Archive(stages::archive::Verb),
    /// Leave a stage out, where the profile allows it
    Skip(desk::state::Skip),
    /// Put a case on hold
    Hold(desk::state::Hold),
    /// Take up a case that was on hold
    Resume(desk::state::Resume),
    /// Give a case up
    Cancel(desk::state::Cancel),
    /// List cases
    List(desk::list::List),
    /// Show a case, or whatever a reference names
    Show(desk::show::Show),
    /// What waits for whom, most urgent first
    Next(desk::next::Next),
    /// A case from its need to its documents, in one view
    Trace(desk::trace::Trace),
    /// Print a document of the procedure: minutes, certificates, reports, inventories …
    Paper(Box<desk::paper::Paper>),
    /// What was done, by whom and when
    Log(desk::log::Log),
    /// Take an operation back
    Undo(desk::undo::Undo),
    /// Check the register: database, log, documents, sealed cases
    Check(desk::check::Check),
    /// Copy the register while it is in use
    Backup(desk::backup::Backup),
    /// A case, or everything, as JSON
    Export(desk::export::Export),
    /// Figures of many cases and a time: what was done, whom it reached, what people thought of it
    Report(desk::report::Report),
    /// The texts of notices, and your own in their place
    #[command(subcommand)]
    Template(desk::template::Verb),
    /// Files taken in
    #[command(subcommand)]
    Import(desk::import::Verb),
    /// Completions for a shell
    Completions(desk::manual::Completions),
    /// Manual pages into a folder
    Man(desk::manual::Man),
    /// Help on a command or topic: exit-codes, references, profiles, mail, cron, papers
    Help(desk::help::Help),
}

/// Reads the arguments.
///
/// # Errors
/// What the argument parser says of them.
pub fn read(arguments: Vec<OsString>) -> Result<Cli, clap::Error> {
    let mut command = Cli::command();
    let arguments = options_first(&command, arguments);
    let matches = command.try_get_matches_from_mut(arguments);
    // A thousand options need not be taken apart one by one: the program ends soon.
    std::mem::forget(command);
    Cli::from_arg_matches(&matches?)
}

/// The options of a command before its other arguments, where after any number of one kind comes another (`run mark SESSION PERSON… STATUS`):
/// the parser would take what stands before an option for the last.
pub fn options_first(root: &clap::Command, words: Vec<OsString>) -> Vec<OsString> {
    let is_option = |word: &OsString| word.len() > 1 && word.to_string_lossy().starts_with('-');
    let takes_next = |at: &clap::Command, word: &OsString| {
        let mut known = at.get_arguments().chain(root.get_arguments());
        let name = word.to_str().and_then(|word| word.strip_prefix("--"));
        name.is_some_and(|name| known.any(|arg| arg.get_long() == Some(name) && arg.get_action().takes_values()))
    };
    let (mut at, mut options, mut others) = (root, Vec::new(), Vec::new());
    let mut command: Vec<OsString> = words.iter().take(1).cloned().collect();
    let mut rest = words.iter().skip(1);
    while let Some(word) = rest.next() {
        if word == "--" {
            others.push(word);
            others.extend(rest.by_ref());
        } else if is_option(word) {
            options.push(word);
            options.extend(rest.by_ref().take(usize::from(takes_next(at, word))));
        } else if let Some(verb) = at.find_subcommand(word) {
            at = verb;
            command.push(word.clone());
        } else {
            others.push(word);
        }
    }
    let kinds: Vec<&clap::Arg> = at.get_positionals().collect();
    let is_any_number = |arg: &&clap::Arg| matches!(arg.get_action(), clap::ArgAction::Append);
    if !kinds.split_last().is_some_and(|(_, before)| before.iter().any(is_any_number)) {
        return words;
    }
    command.extend(options.into_iter().chain(others).cloned());
    command
}

/// Does what was asked.
///
/// # Errors
/// Whatever kept the command from being done.
pub fn dispatch(command: &Command, env: &Env) -> Result<Answer, Fault> {
    match command {
        Command::Init(args) => desk::init::run(args, env),
        Command::Profile(verb) => desk::profile::run(verb, env),
        Command::Org(verb) => desk::org::run(verb, env),
        Command::Person(verb) => desk::person::run(verb, env),
        Command::Board(verb) => desk::board::run(verb, env),
        Command::Holiday(verb) => desk::holiday::run(verb, env),
        Command::Need(verb) => stages::need::run(verb, env),
        Command::Plan(verb) => stages::plan::run(verb, env),
        Command::Schedule(verb) => stages::schedule::run(verb, env),
        Command::Notify(verb) => stages::notify::run(verb, env),
        Command::Run(verb) => stages::run::run(verb, env),
        Command::Evaluate(verb) => stages::evaluate::run(verb, env),
        Command::Followup(verb) => stages::followup::run(verb, env),
        Command::Archive(verb) => stages::archive::run(verb, env),
        Command::Skip(args) => desk::state::skip(args, env),
        Command::Hold(args) => desk::state::hold(args, env),
        Command::Resume(args) => desk::state::resume(args, env),
        Command::Cancel(args) => desk::state::cancel(args, env),
        Command::List(args) => desk::list::run(args, env),
        Command::Show(args) => desk::show::run(args, env),
        Command::Next(args) => desk::next::run(args, env),
        Command::Trace(args) => desk::trace::run(args, env),
        Command::Paper(args) => desk::paper::run(args, env),
        Command::Log(args) => desk::log::run(args, env),
        Command::Undo(args) => desk::undo::run(args, env),
        Command::Check(args) => desk::check::run(args, env),
        Command::Backup(args) => desk::backup::run(args, env),
        Command::Export(args) => desk::export::run(args, env),
        Command::Report(args) => desk::report::run(args, env),
        Command::Template(verb) => desk::template::run(verb, env),
        Command::Import(verb) => desk::import::run(verb, env),
        Command::Completions(args) => desk::manual::completions(args, env),
        Command::Man(args) => desk::manual::man(args, env),
        Command::Help(args) => desk::help::run(args, env),
    }
}
