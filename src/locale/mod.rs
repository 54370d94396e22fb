//! Every word people read, in Spanish, Portuguese and English: one file a room, one folder a language. A key begins with the
//! name of its room (`need-added` is in `need.ftl`). Only the messages that are said are read; the rooms a command enters are but
//! looked over for where each message begins.

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
    /// A command to be typed, see [`Words::command`].
    Command(String),
}

impl From<&str> for Arg {
    fn from(text: &str) -> Arg {
        Arg::Text(text.to_owned())
    }
}

impl Arg {
    /// A file as it was named; `-` by what it is.
    pub fn file(name: &str) -> Arg {
        if name == "-" { Arg::Word("usage-stdin".to_owned()) } else { Arg::from(name) }
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

/// The messages of a room by their keys, as they stand in the file.
type Room = HashMap<&'static str, &'static str>;

/// The words of one language.
pub struct Words {
    pub language: Language,
    rooms: RefCell<HashMap<&'static str, Room>>,
    /// What was said so far and has parts to fill in.
    said: RefCell<Bundle>,
}

impl Words {
    pub fn new(language: Language) -> Words {
        let mut said = Bundle::new(vec![plural(language)]);
        said.set_use_isolating(false);
        Words { language, rooms: RefCell::default(), said: RefCell::new(said) }
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
                    Arg::Command(command) => FluentValue::from(self.command(command)),
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

    /// A command as people read it: where they have something to put in, it says what in their language (`ORG|PERSON` →
    /// `ENTIDAD|PERSONA`). What has no word stays. Scripts are given the command as it is.
    pub fn command(&self, command: &str) -> String {
        let mut said = String::new();
        let mut word = String::new();
        let end = |word: &mut String, said: &mut String| {
            let key = format!("help-value-{}", word.to_lowercase().replace('_', "-"));
            // What is written small is typed as it stands: board:NAME.
            let is_name = !word.is_empty() && !word.chars().any(char::is_lowercase);
            let known = is_name.then(|| self.maybe(&key)).flatten();
            said.push_str(&known.unwrap_or_else(|| word.clone()));
            word.clear();
        };
        for c in command.chars() {
            if c.is_alphanumeric() || c == '_' || c == '-' {
                word.push(c);
            } else {
                end(&mut word, &mut said);
                said.push(c);
            }
        }
        end(&mut word, &mut said);
        said
    }

    fn find(&self, key: &str, args: &FluentArgs<'_>) -> Option<String> {
        let (room, texts) = ROOMS
            .iter()
            .filter(|(room, _)| key.starts_with(room) && key[room.len()..].starts_with('-'))
            .max_by_key(|(room, _)| room.len())?;
        let mut rooms = self.rooms.borrow_mut();
        let message = *rooms.entry(room).or_insert_with(|| messages(texts[column(self.language)])).get(key)?;
        if let Some(words) = plain(message) {
            return Some(words.to_owned());
        }
        let mut said = self.said.borrow_mut();
        if !said.has_message(key) {
            // What cannot be read is left out; a test reads every file strictly.
            let read = FluentResource::try_new(message.to_owned()).unwrap_or_else(|(readable, _)| readable);
            said.add_resource_overriding(read);
        }
        let pattern = said.get_message(key)?.value()?;
        Some(said.format_pattern(pattern, Some(args), &mut Vec::new()).into_owned())
    }
}

/// Whose rule tells one from several. By the rule of Brazil none is one too, and whoever is told "uma pessoa" counts a person; by the
/// rule of Portugal none is several, as in Spanish and English.
fn plural(language: Language) -> LanguageIdentifier {
    let code = if language == Language::Pt { "pt-PT" } else { language.code() };
    code.parse().unwrap_or_default()
}

/// The messages of a file: each begins with its key at the beginning of a line and goes on until another one or a comment does.
fn messages(text: &'static str) -> Room {
    let is_begin = |at: usize| text.as_bytes().get(at).is_some_and(|byte| byte.is_ascii_alphabetic() || *byte == b'#');
    let breaks = memchr::memchr_iter(b'\n', text.as_bytes()).map(|at| at + 1);
    let mut begins: Vec<usize> = std::iter::once(0).chain(breaks).filter(|at| is_begin(*at)).collect();
    begins.push(text.len());
    let all = begins.windows(2).map(|ends| &text[ends[0]..ends[1]]);
    all.filter_map(|message| Some((message.split_once([' ', '='])?.0, message)))
        .filter(|(key, _)| !key.starts_with('#'))
        .collect()
}

/// A message of one line without parts to fill in says what stands behind its key.
fn plain(message: &'static str) -> Option<&'static str> {
    let (_, value) = message.trim_end().split_once('=')?;
    (!value.contains(['\n', '{'])).then(|| value.trim_matches(' '))
}

/// Reads `es`, `pt-BR`, `en_US.UTF-8` …
///
/// # Errors
/// A usage fault when the language is none of the three.
pub fn language(text: &str) -> Result<Language, Fault> {
    Language::parse(text).ok_or_else(|| Fault::new(Kind::Usage, phrase!("usage-language", value = text)))
}

#[cfg(test)]
mod tests {
    use super::*;

    /// The same words by the reader of the format, whole files at a time.
    #[test]
    fn a_message_read_alone_says_what_the_whole_file_says() {
        for language in Language::ALL {
            let words = Words::new(language);
            for (room, texts) in ROOMS {
                let text = texts[column(language)];
                let read = FluentResource::try_new(text.to_owned()).expect("a file that can be read");
                let mut whole = Bundle::new(vec![plural(language)]);
                whole.set_use_isolating(false);
                whole.add_resource(read).expect("no key twice");
                let keys = messages(text);
                assert_eq!(keys.len(), text.lines().filter(|line| line.starts_with(*room)).count(), "{room}");
                for key in keys.keys() {
                    let mut args = FluentArgs::new();
                    let parts = ["n", "value", "id", "what", "kind", "case", "session", "detail", "path", "name"];
                    parts.iter().for_each(|part| args.set(*part, FluentValue::from(2_f64)));
                    let pattern = whole.get_message(key).and_then(|message| message.value()).expect("a value");
                    let expected = whole.format_pattern(pattern, Some(&args), &mut Vec::new());
                    assert_eq!(words.find(key, &args).as_deref(), Some(&*expected), "{key}");
                }
            }
        }
    }

    /// What a file says with every number of its parts the same.
    fn said(words: &Words, key: &str, text: &str, number: i32) -> String {
        let mut args = FluentArgs::new();
        for part in text.split('$').skip(1) {
            let name: String = part.chars().take_while(|c| c.is_ascii_alphanumeric() || *c == '_').collect();
            args.set(name, FluentValue::from(f64::from(number)));
        }
        words.find(key, &args).expect("a message")
    }

    #[test]
    fn none_is_never_said_as_one() {
        for language in Language::ALL {
            let words = Words::new(language);
            let all = ROOMS.iter().flat_map(|(_, texts)| messages(texts[column(language)]));
            // What has words of its own for none says them.
            for (key, text) in all.filter(|(_, text)| text.contains("[one]") && !text.contains("[0]")) {
                let (none, several) = (said(&words, key, text, 0), said(&words, key, text, 77));
                assert_eq!(none, several.replace("77", "0"), "{key}");
            }
        }
    }
}
