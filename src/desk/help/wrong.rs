//! Arguments that cannot be read, worded as every other fault: what is wrong, and the command that helps.

use super::localise::{called, meant};
use crate::env::Env;
use crate::error::Fault;
use crate::locale::{Phrase, Words};
use crate::phrase;
use ata_model::name::fold;
use clap::error::{ContextKind, ContextValue, ErrorKind};
use clap::{Arg, Command, Error};
use serde_json::json;
use std::ffi::OsString;

/// What a mistake is told as.
pub fn fault(plain: &Error, arguments: Vec<OsString>, env: &Env) -> Fault {
    let root = super::localise::command_for(&arguments, env);
    let arguments = crate::args::options_first(&root, arguments);
    let path = path(&root, &arguments);
    // Read again, so that the names of values come in the reader's language too.
    let error = root.clone().try_get_matches_from(arguments).err();
    let error = error.as_ref().filter(|error| error.kind() == plain.kind()).unwrap_or(plain);
    let (arg, value) = (said(error, ContextKind::InvalidArg), said(error, ContextKind::InvalidValue));
    let known = all(error, ContextKind::ValidValue);
    let list = list(&root, &path, &arg);
    let valid: Vec<String> = known.iter().map(|known| meant(known, list, env.words())).collect();
    let help = format!("{path} --help");
    // Who writes the word of the own language is told the one to type.
    let own = known.iter().find(|known| list.is_some_and(|list| is_called(&value, list, known, env.words())));
    let near = own.cloned().or_else(|| near(error));
    let fault = Fault::usage(phrase(error, &arg, &value, &valid));
    match near {
        Some(near) => {
            let json = json!({"suggestion": near});
            fault.detail(phrase!("usage-see", command = help), json).hint(phrase!("usage-meant", value = near))
        }
        None => fault.try_this(help),
    }
}

fn phrase(error: &Error, arg: &str, value: &str, valid: &[String]) -> Phrase {
    match error.kind() {
        ErrorKind::UnknownArgument if arg.starts_with('-') => phrase!("usage-unknown-option", value = arg),
        ErrorKind::UnknownArgument => phrase!("usage-unexpected", value = arg),
        ErrorKind::InvalidSubcommand => {
            phrase!("usage-unknown-command", value = said(error, ContextKind::InvalidSubcommand))
        }
        ErrorKind::MissingSubcommand | ErrorKind::DisplayHelpOnMissingArgumentOrSubcommand => {
            phrase!("usage-missing-command")
        }
        ErrorKind::MissingRequiredArgument => {
            let missing = all(error, ContextKind::InvalidArg);
            phrase!("usage-missing-argument", n = missing.len(), list = missing.join(", "))
        }
        ErrorKind::InvalidValue if value.is_empty() => phrase!("usage-no-value", option = arg),
        ErrorKind::InvalidValue if !valid.is_empty() => {
            phrase!("usage-not-among", option = arg, value = value, valid = valid.join(", "))
        }
        ErrorKind::ValueValidation => number(error, arg, value),
        ErrorKind::InvalidValue => phrase!("usage-bad-value", option = arg, value = value),
        ErrorKind::TooManyValues => phrase!("usage-unexpected", value = value),
        ErrorKind::TooFewValues | ErrorKind::WrongNumberOfValues | ErrorKind::NoEquals => {
            phrase!("usage-no-value", option = arg)
        }
        ErrorKind::ArgumentConflict => {
            let prior = all(error, ContextKind::PriorArg).join(", ");
            match prior == arg {
                true => phrase!("usage-twice", option = arg),
                false => phrase!("usage-conflict", option = arg, other = prior),
            }
        }
        ErrorKind::InvalidUtf8 => phrase!("usage-argument-utf8"),
        _ => phrase!("usage-unreadable", detail = error.kind().to_string()),
    }
}

/// A value that its parser does not take; of a number, which ones it takes.
fn number(error: &Error, arg: &str, value: &str) -> Phrase {
    let said = std::error::Error::source(error).map(ToString::to_string).unwrap_or_default();
    let bounds = said.split_once(" is not in ").and_then(|(_, range)| range.split_once(".."));
    match bounds.map(|(from, to)| (from, to.trim_start_matches('='))) {
        // A bound that only the machine sets is none to people.
        Some((from, to)) if to.is_empty() || to.len() > 9 => {
            phrase!("usage-number-from", option = arg, value = value, from = from)
        }
        Some((from, to)) => phrase!("usage-number-between", option = arg, value = value, from = from, to = to),
        None if said.contains("digit found") => phrase!("usage-number", option = arg, value = value),
        None => phrase!("usage-bad-value", option = arg, value = value),
    }
}

/// The list that says what the values of the argument mean, as clap names it in its error.
fn list(root: &Command, path: &str, arg: &str) -> Option<&'static str> {
    let path: Vec<String> = path.split(' ').skip(1).map(str::to_owned).collect();
    let at = path.iter().try_fold(root, |at, word| at.find_subcommand(word))?;
    let bare = arg.trim_matches(['<', '>', '[', ']', '.']);
    let is_meant = |known: &&Arg| match arg.strip_prefix("--") {
        Some(long) => known.get_long() == long.split([' ', '=']).next(),
        None => {
            known.is_positional() && known.get_value_names().into_iter().flatten().any(|name| name.as_str() == bare)
        }
    };
    let arg = at.get_arguments().find(is_meant)?;
    super::localise::list(&path, arg.get_id().as_str())
}

/// Is that what the value is called in the reader's language?
fn is_called(text: &str, list: &str, value: &str, words: &Words) -> bool {
    let name = fold(&called(list, value, words));
    let text = fold(text);
    name == text || name.split(' ').next() == Some(text.as_str())
}

/// What the person probably meant.
fn near(error: &Error) -> Option<String> {
    let kinds = [ContextKind::SuggestedSubcommand, ContextKind::SuggestedArg, ContextKind::SuggestedValue];
    kinds.into_iter().find_map(|kind| all(error, kind).into_iter().next())
}

fn all(error: &Error, kind: ContextKind) -> Vec<String> {
    match error.get(kind) {
        Some(ContextValue::String(text)) => vec![text.clone()],
        Some(ContextValue::Strings(texts)) => texts.clone(),
        _ => Vec::new(),
    }
}

fn said(error: &Error, kind: ContextKind) -> String {
    all(error, kind).join(" ")
}

/// The command that was typed, as far as it is one: `ata need add`.
pub(super) fn path(root: &Command, arguments: &[OsString]) -> String {
    let mut path = vec!["ata".to_owned()];
    let mut at = root;
    let mut rest = arguments.iter().skip(1).map(|word| word.to_string_lossy());
    while let Some(word) = rest.next() {
        if let Some(next) = at.find_subcommand(&*word) {
            path.push(next.get_name().to_owned());
            at = next;
        } else if let Some(name) = word.strip_prefix("--").filter(|name| !name.contains('=')) {
            let mut known = at.get_arguments().chain(root.get_arguments());
            if known.any(|arg| arg.get_long() == Some(name) && arg.get_action().takes_values()) {
                rest.next();
            }
        }
    }
    path.join(" ")
}

/// The word among `known` that is written most alike, if one is.
pub fn nearest<'a>(word: &str, known: impl Iterator<Item = &'a str>) -> Option<&'a str> {
    let alike = |name: &str| ata_model::name::similarity(name, word);
    known
        .map(|name| (alike(name), name))
        .filter(|(score, _)| *score >= 0.75)
        .max_by(|a, b| a.0.total_cmp(&b.0))
        .map(|(_, name)| name)
}
