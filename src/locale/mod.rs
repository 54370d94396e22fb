//! Every word people read, in Spanish, Portuguese and English: one file a room, one folder a language. A key begins with the
//! name of its room (`need-added` is in `need.ftl`), and only the rooms a command enters are read.

use crate::error::{Fault, Kind};
use crate::mail::language::Language;
use fluent_bundle::{FluentArgs, FluentBundle, FluentResource, FluentValue};
use std::cell::RefCell;
use std::collections::HashMap;
use unic_langid::LanguageIdentifier;

macro_rules! rooms {
    ($($room:literal),* $(,)?) => {
        /// The rooms, with their text in es, pt and en.
        pub const ROOMS: &[(&str, [&str; 3])] = &[$((
            $room,
            [
                include_str!(concat!("es/", $room, ".ftl")),
                include_str!(concat!("pt/", $room, ".ftl")),
                include_str!(concat!("en/", $room, ".ftl")),
            ],
        )),*];
    };
}

rooms!(
    "archive", "desk", "error", "evaluate", "followup", "help", "import", "notify", "plan", "run", "schedule", "look",
    "need", "paper", "template", "term", "usage",
);

/// The place of a language in [`ROOMS`].
fn column(language: Language) -> usize {
    match language {
        Language::Es => 0,
        Language::Pt => 1,
        Language::En => 2,
    }
}

/// Something to be said: a key and what goes into it.
#[derive(Debug, Clone, PartialEq)]
pub struct Phrase {
    pub key: String,
    pub args: Vec<(&'static str, Arg)>,
}

/// What goes into a phrase; numbers choose the plural.
#[derive(Debug, Clone, PartialEq)]
pub enum Arg {
    Text(String),
    Number(i64),
    /// A key of the locale, said in the same language.
    Word(String),
}

impl From<&str> for Arg {
    fn from(text: &str) -> Arg {
        Arg::Text(text.to_owned())
    }
}

impl From<&String> for Arg {
    fn from(text: &String) -> Arg {
        Arg::Text(text.clone())
    }
}

impl From<String> for Arg {
    fn from(text: String) -> Arg {
        Arg::Text(text)
    }
}

impl From<i64> for Arg {
    fn from(number: i64) -> Arg {
        Arg::Number(number)
    }
}

impl From<u64> for Arg {
    fn from(number: u64) -> Arg {
        Arg::Number(number as i64)
    }
}

impl From<usize> for Arg {
    fn from(number: usize) -> Arg {
        Arg::Number(number as i64)
    }
}

/// `phrase!("need-added", id = &case.id)`
#[macro_export]
macro_rules! phrase {
    ($key:expr $(, $name:ident = $value:expr)* $(,)?) => {
        $crate::locale::Phrase {
            key: ($key).to_string(),
            args: vec![$((stringify!($name), $crate::locale::Arg::from($value))),*],
        }
    };
}

type Bundle = FluentBundle<FluentResource>;

/// The words of one language.
pub struct Words {
    pub language: Language,
    rooms: RefCell<HashMap<&'static str, Bundle>>,
}

impl Words {
    pub fn new(language: Language) -> Words {
        Words { language, rooms: RefCell::default() }
    }

    /// Says a phrase. A key that no room has is said as it is, which a test makes impossible.
    pub fn say(&self, phrase: &Phrase) -> String {
        let mut args = FluentArgs::new();
        for (name, value) in &phrase.args {
            args.set(
                *name,
                match value {
                    Arg::Text(text) => FluentValue::from(text.clone()),
                    Arg::Number(number) => FluentValue::from(*number as f64),
                    Arg::Word(key) => FluentValue::from(self.word(key)),
                },
            );
        }
        self.find(&phrase.key, &args).unwrap_or_else(|| phrase.key.clone())
    }

    /// A word or sentence without parts to fill in.
    pub fn word(&self, key: &str) -> String {
        self.find(key, &FluentArgs::new()).unwrap_or_else(|| key.to_owned())
    }

    /// A word, if there is one.
    pub fn maybe(&self, key: &str) -> Option<String> {
        self.find(key, &FluentArgs::new())
    }

    #[cfg(feature = "pdf")]
    /// Every word of a room that has no parts to fill in, by its key without the room's name.
    pub fn room(&self, room: &str) -> Vec<(String, String)> {
        let Some((_, texts)) = ROOMS.iter().find(|(name, _)| *name == room) else { return Vec::new() };
        let plain = texts[column(self.language)].lines().filter(|line| !line.contains('{'));
        let keys = plain.filter_map(|line| line.split_once(" = "));
        let words = keys.filter_map(|(key, _)| Some((key.strip_prefix(room)?.strip_prefix('-')?.to_owned(), key)));
        words.filter_map(|(short, key)| Some((short, self.maybe(key)?))).collect()
    }

    /// The word for a value of a closed list, such as `stage` `need`: key `term-stage-need`.
    pub fn term(&self, list: &str, value: &str) -> String {
        let key = format!("term-{list}-{}", value.replace(['_', '.'], "-").to_lowercase());
        self.maybe(&key).unwrap_or_else(|| value.to_owned())
    }

    fn find(&self, key: &str, args: &FluentArgs<'_>) -> Option<String> {
        let (room, texts) = ROOMS
            .iter()
            .filter(|(room, _)| key.starts_with(room) && key[room.len()..].starts_with('-'))
            .max_by_key(|(room, _)| room.len())?;
        let mut rooms = self.rooms.borrow_mut();
        let bundle = rooms.entry(room).or_insert_with(|| bundle(self.language, texts[column(self.language)]));
        let pattern = bundle.get_message(key)?.value()?;
        Some(bundle.format_pattern(pattern, Some(args), &mut Vec::new()).into_owned())
    }
}

fn bundle(language: Language, text: &str) -> Bundle {
    let id: LanguageIdentifier = language.code().parse().unwrap_or_default();
    let mut bundle = Bundle::new(vec![id]);
    bundle.set_use_isolating(false);
    // What cannot be read is left out; a test reads every file strictly.
    let resource = FluentResource::try_new(text.to_owned()).unwrap_or_else(|(readable, _)| readable);
    bundle.add_resource_overriding(resource);
    bundle
}

/// Reads `es`, `pt-BR`, `en_US.UTF-8` …
///
/// # Errors
/// A usage fault when the language is none of the three.
pub fn language(text: &str) -> Result<Language, Fault> {
    Language::parse(text).ok_or_else(|| Fault::new(Kind::Usage, phrase!("usage-language", value = text)))
}
