//! The same commands with the words of the reader's language. A command's text has the key `help-<its path>`, an argument's
//! `help-<path>--<id>`, looked for at the command, then at the one above it, then at the program (`help-ata--…`): what two verbs of
//! one stage share is written once. English stands in the source, next to what it describes.

use crate::args::Cli;
use crate::env::Env;
use crate::locale::Words;
use crate::mail::language::Language;
use clap::builder::Resettable;
use clap::{Arg, ArgAction, Command, CommandFactory};
use std::collections::HashSet;
use std::ffi::OsString;

/// Help is not set wider than this, however wide the terminal.
const WIDEST: usize = 100;

/// Every command and argument in the reader's language.
pub fn command(env: &Env) -> Command {
    in_words(env.words())
}

/// The same for a line that was typed: only the commands that it can mean are told whole, the others with what they are for.
pub fn command_for(line: &[OsString], env: &Env) -> Command {
    let line: HashSet<String> = line.iter().map(|word| word.to_string_lossy().into_owned()).collect();
    let mut root = root(env.words(), &|name| line.contains(name));
    if let Some(width) = env.width() {
        root = root.term_width(width.min(WIDEST));
    }
    root
}

/// The same, given the words.
pub fn in_words(words: &Words) -> Command {
    root(words, &|_| true)
}

/// Which commands are told whole, by their names.
type Whole<'a> = &'a dyn Fn(&str) -> bool;

fn root(words: &Words, whole: Whole<'_>) -> Command {
    let version = Arg::new("version")
        .short('V')
        .long("version")
        .action(ArgAction::Version)
        .display_order(999)
        .help_heading(Resettable::Reset)
        .help(words.word("help-word-print-version"));
    walk(Cli::command().disable_help_flag(true).disable_version_flag(true), &mut Vec::new(), words, whole)
        .arg(version)
        .after_help(words.word("help-word-topics"))
}

fn named(command: Command, path: &[String], words: &Words) -> Command {
    let Some(text) = about(path, words) else { return command };
    // More than one paragraph: the first for -h and lists, all of it for --help.
    let long = text.split_once("\n\n").map(|(first, _)| first.to_owned());
    match long {
        Some(first) => command.about(first).long_about(text),
        None => command.about(text).long_about(Resettable::Reset),
    }
}

fn walk(command: Command, path: &mut Vec<String>, words: &Words, whole: Whole<'_>) -> Command {
    let mut command = named(command, path, words);
    let ids: Vec<String> = command.get_arguments().map(|arg| arg.get_id().to_string()).collect();
    for id in ids {
        let text = argument(path, &id, words);
        let list = list(path, &id);
        command = command.mut_arg(&id, |arg| dress(arg, text, list, words));
    }
    command = command
        .subcommand_help_heading(words.word("help-word-commands"))
        .subcommand_value_name(words.word("help-value-command"))
        .arg(
            Arg::new("help")
                .short('h')
                .long("help")
                .action(ArgAction::Help)
                .display_order(999)
                .help_heading(Resettable::Reset)
                .help(words.word("help-word-print-help")),
        );
    let names: Vec<String> = command.get_subcommands().map(|one| one.get_name().to_owned()).collect();
    for name in names {
        path.push(name.clone());
        command = command.mut_subcommand(&name, |one| match whole(&name) {
            true => walk(one, path, words, whole),
            false => named(one, path, words),
        });
        path.pop();
    }
    command
}

/// The text of a command; none: the English one stays.
pub fn about(path: &[String], words: &Words) -> Option<String> {
    words.maybe(&format!("help-{}", if path.is_empty() { "ata".to_owned() } else { path.join("-") }))
}

/// The text of an argument, from the command upwards.
pub fn argument(path: &[String], id: &str, words: &Words) -> Option<String> {
    let id = id.replace('_', "-");
    let own = (1..=path.len()).rev().map(|depth| path[..depth].join("-"));
    own.chain(["ata".to_owned()]).find_map(|path| words.maybe(&format!("help-{path}--{id}")))
}

/// An argument with its text, its value's name, and what may stand there, all in one language.
fn dress(arg: Arg, text: Option<String>, list: Option<&str>, words: &Words) -> Arg {
    let english = arg.get_help().map(ToString::to_string).unwrap_or_default();
    let mut text = text.unwrap_or(english);
    let takes_value = arg.get_action().takes_values();
    let values = arg.get_possible_values();
    if takes_value && !values.is_empty() && !arg.is_hide_possible_values_set() {
        let names: Vec<String> = values.iter().map(|value| meant(value.get_name(), list, words)).collect();
        text.push_str(&format!(" [{}: {}]", words.word("help-word-values"), names.join(", ")));
    }
    let defaults = arg.get_default_values();
    if takes_value && defaults.iter().any(|value| !value.is_empty()) && !arg.is_hide_default_value_set() {
        let names: Vec<_> = defaults.iter().map(|value| value.to_string_lossy()).collect();
        text.push_str(&format!(" [{}: {}]", words.word("help-word-default"), names.join(", ")));
    }
    let heading = arg.get_help_heading().map(|_| words.word("help-word-global"));
    let shown: Vec<String> = arg.get_value_names().unwrap_or_default().iter().map(|name| words.command(name)).collect();
    let mut arg = arg.help(text);
    if let Some(heading) = heading {
        arg = arg.help_heading(heading);
    }
    if !takes_value {
        return arg;
    }
    // They stand in the text now.
    let arg = arg.hide_possible_values(true).hide_default_value(true);
    if shown.is_empty() { arg } else { arg.value_names(shown) }
}

/// The list of the locale (`term-<list>-…`) that says what the values of an argument mean.
pub fn list(path: &[String], id: &str) -> Option<&'static str> {
    let at: Vec<&str> = path.iter().map(String::as_str).collect();
    match (&at[..], id) {
        (_, "origin") => Some("origin"),
        (_, "channel") => Some("channel"),
        (_, "activity") => Some("activity"),
        (_, "modality") => Some("modality"),
        (_, "stage") => Some("stage"),
        (["list"], "state") => Some("state"),
        (["notify", ..], "state") | (["notify", "resolve"], "outcome") => Some("message"),
        (["notify", "draft"], "kind") => Some("notice"),
        (["notify", "call"], "outcome") => Some("call"),
        (["run", "mark"], "status") => Some("attendance"),
        (["followup", "update"], "status") => Some("status"),
        (["run" | "followup", ..], "kind") => Some("commitment"),
        (["org", ..], "kind") => Some("organisation"),
        (["person", ..], "role") => Some("role"),
        (["paper"], "kind") => Some(PAPERS),
        (["report"], "kind") => Some(REPORTS),
        _ => None,
    }
}

/// Lists whose words are titles.
const PAPERS: &str = "paper-title";
const REPORTS: &str = "look-report";

/// What a value of a list is called.
pub fn called(list: &str, value: &str, words: &Words) -> String {
    match list {
        PAPERS | REPORTS => words.word(&format!("{list}-{value}")),
        _ => words.term(list, value),
    }
}

/// `workshop (taller)`: what is typed, and what it means where that is another word.
pub fn meant(value: &str, list: Option<&str>, words: &Words) -> String {
    let meaning = list.map(|list| called(list, value, words).to_lowercase());
    let says_more = |meaning: &String| ata_model::name::fold(meaning) != ata_model::name::fold(value);
    match meaning.filter(says_more) {
        Some(meaning) if words.language != Language::En => format!("{value} ({meaning})"),
        _ => value.to_owned(),
    }
}

/// Puts the few words that cannot be set beforehand into the reader's language; headings stand out on a terminal.
pub fn translate(text: &str, env: &Env) -> String {
    let words = env.words();
    let fixed = [("Arguments:", "help-word-arguments"), ("Options:", "help-word-options")];
    let mut out = String::new();
    for line in text.lines() {
        if let Some(rest) = line.strip_prefix("Usage:") {
            let rest = rest.replace("[OPTIONS]", &format!("[{}]", words.word("help-value-options")));
            out.push_str(&format!("{}{rest}", env.bold(&format!("{}:", words.word("help-word-usage")))));
        } else if let Some((_, key)) = fixed.iter().find(|(english, _)| *english == line) {
            out.push_str(&env.bold(&format!("{}:", words.word(key))));
        } else if line.ends_with(':') && !line.starts_with(' ') {
            out.push_str(&env.bold(line));
        } else {
            out.push_str(line);
        }
        out.push('\n');
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Every command and argument, with its path.
    fn every(command: &Command, path: &mut Vec<String>, see: &mut dyn FnMut(&[String], Option<&str>)) {
        see(path, None);
        for arg in command.get_arguments() {
            see(path, Some(arg.get_id().as_str()));
        }
        // Verbs that stand in for a stage still to be built say nothing.
        for one in command.get_subcommands().filter(|one| one.get_name() != "nothing") {
            path.push(one.get_name().to_owned());
            every(one, path, see);
            path.pop();
        }
    }

    #[test]
    fn every_command_and_argument_is_explained_in_spanish_and_portuguese() {
        for language in [Language::Es, Language::Pt] {
            let words = Words::new(language);
            let mut missing = Vec::new();
            every(&Cli::command(), &mut Vec::new(), &mut |path, arg| {
                let found = match arg {
                    None => about(path, &words),
                    Some(id) => argument(path, id, &words),
                };
                if found.is_none() {
                    let id = arg.map(|id| format!("--{}", id.replace('_', "-"))).unwrap_or_default();
                    missing.push(format!("help-{}{id}", path.join("-")));
                }
            });
            assert_eq!(missing, Vec::<String>::new(), "{}: {} texts", language.code(), missing.len());
        }
    }

    /// Lists of commands show the first paragraph; a second line there is a paragraph that was not parted.
    #[test]
    fn what_a_command_is_for_is_one_line() {
        for language in [Language::Es, Language::Pt] {
            let words = Words::new(language);
            every(&Cli::command(), &mut Vec::new(), &mut |path, arg| {
                let text = about(path, &words).filter(|_| arg.is_none()).unwrap_or_default();
                let first = text.split("\n\n").next().unwrap_or_default();
                assert!(!first.contains('\n'), "{} {}: {first}", language.code(), path.join(" "));
            });
        }
    }

    #[test]
    fn the_commands_are_well_formed_in_every_language() {
        for language in Language::ALL {
            in_words(&Words::new(language)).debug_assert();
        }
    }

    #[test]
    fn every_command_and_argument_is_explained_in_english() {
        let mut silent = Vec::new();
        fn look(command: &Command, path: &str, silent: &mut Vec<String>) {
            if command.get_about().is_none() {
                silent.push(path.to_owned());
            }
            let mute = command.get_arguments().filter(|arg| arg.get_help().is_none());
            silent.extend(mute.map(|arg| format!("{path} {}", arg.get_id())));
            for one in command.get_subcommands() {
                look(one, &format!("{path} {}", one.get_name()), silent);
            }
        }
        look(&Cli::command(), "ata", &mut silent);
        assert_eq!(silent, Vec::<String>::new());
    }

    #[test]
    fn no_help_text_is_left_over_from_a_command_that_is_gone() {
        let words = Words::new(Language::Es);
        let mut used = std::collections::BTreeSet::new();
        every(&Cli::command(), &mut Vec::new(), &mut |path, arg| match arg {
            None => {
                used.insert(format!("help-{}", if path.is_empty() { "ata".to_owned() } else { path.join("-") }));
            }
            Some(id) => {
                let id = id.replace('_', "-");
                let own = (1..=path.len()).rev().map(|depth| path[..depth].join("-"));
                let keys = own.chain(["ata".to_owned()]).map(|path| format!("help-{path}--{id}"));
                used.extend(keys.filter(|key| words.maybe(key).is_some()).take(1));
            }
        });
        let text = crate::locale::ROOMS.iter().find(|(room, _)| *room == "help").map(|(_, texts)| texts[0]);
        let keys = text.unwrap_or_default().lines().filter_map(|line| line.split_once(" =").map(|(key, _)| key));
        let fixed = ["help-word-", "help-value-", "help-topic-"];
        let left: Vec<&str> = keys
            .filter(|key| key.starts_with("help-") && !key.contains(' '))
            .filter(|key| !fixed.iter().any(|prefix| key.starts_with(prefix)) && !used.contains(*key))
            .collect();
        assert_eq!(left, Vec::<&str>::new());
    }

    #[test]
    fn names_of_values_are_translated_word_by_word() {
        let words = Words::new(Language::Es);
        assert_eq!(words.command("ORG|PERSON"), "ENTIDAD|PERSONA");
        assert_eq!(words.command("1-5"), "1-5");
        assert_eq!(words.command("PERSON|board:NAME"), "PERSONA|board:NOMBRE");
        let typed = "ata schedule edit AT-2026-0001-S1 --agenda \"09:00 TOPIC | WHO\" --start \"YYYY-MM-DD HH:MM\"";
        let said = "ata schedule edit AT-2026-0001-S1 --agenda \"09:00 TEMA | QUIÉN\" --start \"AAAA-MM-DD HH:MM\"";
        assert_eq!(words.command(typed), said);
    }
}
