//! What is wrong with a profile, in the reader's words: one sentence for each kind of fault, with its place.

use crate::error::{Detail, Fault};
use crate::locale::{Arg, Phrase};
use crate::phrase;
use ata_model::profile::{ProfileError, ProfileFault};
use serde_json::json;

/// Everything wrong with a file: `file:line:column: sentence`, one to a line.
pub fn wrong(file: &str, errors: &[ProfileError]) -> Fault {
    let called = if file == "-" { Arg::Word("desk-profile-stdin".to_owned()) } else { Arg::from(file) };
    let mut fault = Fault::usage(phrase!("desk-profile-wrong", file = called, n = errors.len()));
    for error in errors {
        let (code, mut args) = said(&error.fault);
        // What was read from stdin has lines but no name.
        let at = if file == "-" { error.at.to_string() } else { format!("{file}:{}", error.at) };
        args.push(("at", Arg::from(at)));
        let text = Phrase { key: format!("desk-fault-{code}"), args };
        fault.details.push(Detail { text, json: json!(error) });
    }
    fault
}

type Args = Vec<(&'static str, Arg)>;

fn word(list: &str, value: impl serde::Serialize) -> Arg {
    let code = json!(value).as_str().unwrap_or_default().replace('_', "-");
    Arg::Word(format!("desk-{list}-{code}"))
}

/// The end of the key, and what the sentence fills in.
fn said(fault: &ProfileFault) -> (&'static str, Args) {
    use ProfileFault as F;
    let field = |field: &String| vec![("field", Arg::from(field))];
    match fault {
        F::Syntax { detail } => ("syntax", vec![("detail", detail.into())]),
        F::RepeatedField { field: name } => ("repeated-field", field(name)),
        F::UnknownField { field: name, nearest, known } => near("unknown-field", field(name), *nearest, known),
        F::MissingField { field: name } => ("missing-field", field(name)),
        F::MissingStage { stage } => ("missing-stage", vec![("stage", stage.code().into())]),
        F::WrongType { field: name, expected, found } => {
            let mut args = field(name);
            args.extend([("expected", word("type", expected)), ("found", word("type", found))]);
            ("wrong-type", args)
        }
        F::Blank { field: name } => ("blank", field(name)),
        F::SeveralLines { field: name } => ("several-lines", field(name)),
        F::EmptyList { field: name } => ("empty-list", field(name)),
        F::OutOfRange { field: name, value, min, max } => {
            let mut args = field(name);
            args.extend([
                ("value", Arg::from(value)),
                ("min", (*min).to_string().into()),
                ("max", (*max).to_string().into()),
            ]);
            ("out-of-range", args)
        }
        F::UnknownWord { field: name, vocabulary, word: wrong, nearest, known } => {
            let mut args = field(name);
            args.extend([("word", Arg::from(wrong)), ("vocabulary", word("vocabulary", vocabulary))]);
            near("unknown-word", args, *nearest, known)
        }
        F::UnknownControl { word: wrong, stage, nearest, known } => {
            let args = vec![("word", Arg::from(wrong)), ("stage", stage.code().into())];
            near("unknown-control", args, *nearest, known)
        }
        F::ControlOfOtherStage { control, listed, guards } => (
            "control-of-other-stage",
            vec![("control", control.code().into()), ("stage", listed.code().into()), ("guards", guards.code().into())],
        ),
        F::Repeated { what, key, first } => (
            "repeated",
            vec![("what", word("named", what)), ("key", key.into()), ("first", first.line.to_string().into())],
        ),
        F::BadPrefix { prefix } => ("bad-prefix", vec![("value", prefix.into())]),
        F::BadKey { field: name, key } => {
            let mut args = field(name);
            args.push(("value", key.into()));
            ("bad-key", args)
        }
        F::BadSeriesCode { code } => ("bad-series-code", vec![("value", code.into())]),
        F::UnknownSeries { code } => ("unknown-series", vec![("value", code.into())]),
        F::BandsOverlap { key, other, first } => (
            "bands-overlap",
            vec![("key", key.into()), ("other", other.into()), ("first", first.line.to_string().into())],
        ),
        F::BadDisposal { disposal } => ("bad-disposal", vec![("value", disposal.into())]),
        other => of_forms(other),
    }
}

/// The faults of weights, scales, forms and shortcuts.
fn of_forms(fault: &ProfileFault) -> (&'static str, Args) {
    use ProfileFault as F;
    let number = |number: &i64| Arg::from(number.to_string());
    match fault {
        F::ScaleOrder { min, max } => ("scale-order", vec![("min", number(min)), ("max", number(max))]),
        F::SatisfiedOutsideScale { satisfied_from, min, max } => (
            "satisfied-outside-scale",
            vec![("value", number(satisfied_from)), ("min", number(min)), ("max", number(max))],
        ),
        F::LabelCount { labels, values } => {
            ("label-count", vec![("labels", (*labels).into()), ("values", (*values).into())])
        }
        F::TooFewOptions { item, options } => {
            ("too-few-options", vec![("item", item.into()), ("options", (*options).into())])
        }
        F::UnusedOptions { item } => ("unused-options", vec![("item", item.into())]),
        F::ShortcutBackwards { from, to } => {
            ("shortcut-backwards", vec![("stage", from.code().into()), ("to", to.code().into())])
        }
        _ => ("no-weight", Vec::new()),
    }
}

/// A wrong word, with the nearest that is known; else with all that are; else alone.
fn near(
    code: &'static str,
    mut args: Args,
    nearest: Option<&'static str>,
    known: &[&'static str],
) -> (&'static str, Args) {
    let (help, way) = match nearest {
        Some(nearest) => (nearest.to_owned(), "near"),
        None if known.is_empty() => (String::new(), "none"),
        None => (known.join(", "), "known"),
    };
    args.extend([("help", Arg::from(help)), ("way", Arg::from(way))]);
    (code, args)
}
