//! Help: on commands in the reader's language, on topics, and what to say when the arguments cannot be read.
//!
//! The plain `Command` that reads the arguments knows no language and costs nothing extra. Only when help or an error has to be shown is
//! the same `Command` built again with the words of the reader's language, and the arguments are read once more.

mod localise;
mod wrong;

use crate::args::{Cli, Color, Format, Globals};
use crate::env::{Env, arguments};
use crate::error::{Fault, Kind};
use crate::phrase;
use crate::view::{Answer, Page};
use clap::error::ErrorKind;
use clap::{Args, CommandFactory, ValueEnum};
pub use localise::command;
use serde_json::json;
use std::ffi::OsString;
use std::io::Write;
use std::process::ExitCode;

/// Texts that belong to no command, by their keys.
pub const TOPICS: &[&str] = &["exit-codes", "references", "profiles", "mail", "cron", "papers"];

#[derive(Args)]
pub struct Help {
    /// A command (need add), or a topic: exit-codes, references, profiles, mail, cron, papers
    topic: Vec<String>,
}

pub fn run(args: &Help, env: &Env) -> Result<Answer, Fault> {
    let said = args.topic.join(" ");
    let text = match &args.topic[..] {
        [topic] if TOPICS.contains(&topic.as_str()) => env.words().word(&format!("help-topic-{topic}")),
        path => {
            let root = Cli::command();
            let mut at = &root;
            let mut found = "ata help".to_owned();
            for word in path {
                let known = at.get_subcommands().map(clap::Command::get_name);
                let near = wrong::nearest(word, known).map(|near| format!("{found} {near}"));
                at = at.find_subcommand(word).ok_or_else(|| {
                    let fault = Fault::usage(phrase!("usage-no-help", value = &said));
                    fault.try_this(near.unwrap_or_else(|| "ata help".to_owned()))
                })?;
                found = format!("{found} {}", at.get_name());
            }
            let words = std::iter::once("ata").chain(path.iter().map(String::as_str)).chain(["--help"]);
            text(words.map(OsString::from).collect(), env)
        }
    };
    Ok(Answer::of(json!({"topic": said, "text": text}), |help, _| {
        Page::default().verbatim(help["text"].as_str().unwrap_or_default())
    }))
}

/// The help that these arguments ask for.
fn text(arguments: Vec<OsString>, env: &Env) -> String {
    let mut command = localise::command_for(&arguments, env);
    let asked = command.try_get_matches_from_mut(arguments);
    // As with the arguments: the program ends soon.
    std::mem::forget(command);
    match asked {
        Err(error) => localise::translate(&error.render().to_string(), env),
        // They ask for none, which the caller knows better.
        Ok(_) => String::new(),
    }
}

/// Arguments that could not be read, or that ask for help or the version.
#[allow(clippy::disallowed_methods)]
pub fn usage(error: &clap::Error) -> ExitCode {
    let env = Env::lost(scan(arguments().into_iter().skip(1)));
    match error.kind() {
        ErrorKind::DisplayVersion => shown(&format!("{}\n", error.render().to_string().trim_end()), &env),
        ErrorKind::DisplayHelp => shown(&text(arguments(), &env), &env),
        // A script is told what is missing as it is told of every other mistake.
        ErrorKind::DisplayHelpOnMissingArgumentOrSubcommand
            if !matches!(env.format(), Format::Json | Format::Jsonl) =>
        {
            env.say(text(arguments(), &env).trim_end());
            ExitCode::from(Kind::Usage.exit())
        }
        _ => crate::fail(&wrong::fault(error, arguments(), &env), &env),
    }
}

/// Writes a text to stdout. Whoever left before its end has seen enough.
fn shown(text: &str, env: &Env) -> ExitCode {
    let mut stdout = env.stdout();
    match stdout.write_all(text.as_bytes()).and_then(|()| stdout.flush()) {
        Err(error) if error.kind() != std::io::ErrorKind::BrokenPipe => {
            crate::fail(&crate::error::shown_fault(&error), env)
        }
        _ => ExitCode::SUCCESS,
    }
}

/// A fault before the environment was known.
pub fn early(fault: Fault) -> ExitCode {
    crate::fail(&fault.or_help(typed_command), &Env::lost(scan(arguments().into_iter().skip(1))))
}

/// The command that was typed, without what stands after it: `ata need add`.
pub fn typed_command() -> String {
    wrong::path(&Cli::command(), &arguments())
}

/// The options that decide how an error is told, out of arguments that cannot be read as a whole.
fn scan(arguments: impl Iterator<Item = OsString>) -> Globals {
    let mut globals = Globals::default();
    let words: Vec<String> = arguments.map(|word| word.to_string_lossy().into_owned()).collect();
    let mut rest = words.iter().take_while(|word| *word != "--");
    while let Some(word) = rest.next() {
        let (name, value) = match word.split_once('=') {
            Some((name, value)) => (name, Some(value.to_owned())),
            None => (word.as_str(), None),
        };
        let mut value = || value.clone().or_else(|| rest.next().cloned());
        match name {
            "--json" => globals.json = true,
            "--quiet" => globals.quiet = true,
            "--lang" => globals.lang = value(),
            "--db" => globals.db = value().map(Into::into),
            "--format" => globals.format = value().and_then(|value| Format::from_str(&value, true).ok()),
            "--color" => globals.color = value().and_then(|value| Color::from_str(&value, true).ok()),
            _ => {}
        }
    }
    globals
}

#[cfg(test)]
mod tests {
    use super::*;

    fn scanned(line: &str) -> Globals {
        scan(line.split(' ').map(OsString::from))
    }

    #[test]
    fn the_options_that_shape_an_error_are_found_in_any_order_and_not_after_two_dashes() {
        assert_eq!(scanned("need ad --lang pt").lang.as_deref(), Some("pt"));
        assert_eq!(scanned("--lang=en need").lang.as_deref(), Some("en"));
        assert!(scanned("list --nope --json").json);
        assert!(!scanned("list -- --json").json);
        assert!(scanned("list --format jsonl --x").format == Some(Format::Jsonl));
        assert!(scanned("list --format").format.is_none());
    }
}
