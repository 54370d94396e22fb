//! What went wrong, as people and scripts are told: kind → exit code, one sentence, and the command that helps.

use crate::locale::{Arg, Phrase, Words};
use crate::phrase;
use crate::typed;
use ata_model::control::Missing;
use ata_store::{Again, CannotUndo, StoreError};
use serde_json::{Value, json};

/// The kinds of failure, each with its exit code (see `ata help exit-codes`).
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Kind {
    Failure,
    Usage,
    NotFound,
    Ambiguous,
    Refused,
    Busy,
    Findings,
    Undelivered,
    Integrity,
    Interrupted,
}

impl Kind {
    pub fn code(self) -> &'static str {
        match self {
            Kind::Failure => "failure",
            Kind::Usage => "usage",
            Kind::NotFound => "not_found",
            Kind::Ambiguous => "ambiguous",
            Kind::Refused => "refused",
            Kind::Busy => "busy",
            Kind::Findings => "findings",
            Kind::Undelivered => "undelivered",
            Kind::Integrity => "integrity",
            Kind::Interrupted => "interrupted",
        }
    }

    pub fn exit(self) -> u8 {
        match self {
            Kind::Failure => 1,
            Kind::Usage => 2,
            Kind::NotFound | Kind::Ambiguous => 3,
            Kind::Refused => 4,
            Kind::Busy => 5,
            Kind::Findings => 6,
            Kind::Undelivered => 7,
            Kind::Integrity => 8,
            Kind::Interrupted => 130,
        }
    }
}

/// One line under an error, and the same for scripts.
#[derive(Debug, Clone)]
pub struct Detail {
    pub text: Phrase,
    pub json: Value,
}

/// What follows `hint:`.
#[derive(Debug, Clone)]
pub enum Hint {
    /// A command, the same in every language.
    Command(String),
    Said(Phrase),
}

/// A failure, ready to be worded.
#[derive(Debug, Clone)]
pub struct Fault {
    pub kind: Kind,
    pub phrase: Phrase,
    pub hint: Option<Box<Hint>>,
    pub details: Vec<Detail>,
}

impl Fault {
    pub fn new(kind: Kind, phrase: Phrase) -> Fault {
        Fault { kind, phrase, hint: None, details: Vec::new() }
    }

    pub fn usage(phrase: Phrase) -> Fault {
        Fault::new(Kind::Usage, phrase)
    }

    pub fn refused(phrase: Phrase) -> Fault {
        Fault::new(Kind::Refused, phrase)
    }

    /// The command that helps.
    pub fn try_this(mut self, command: impl Into<String>) -> Fault {
        self.hint = Some(Box::new(Hint::Command(command.into())));
        self
    }

    pub fn hint(mut self, phrase: Phrase) -> Fault {
        self.hint = Some(Box::new(Hint::Said(phrase)));
        self
    }

    /// Whoever typed what cannot be, or is refused without more, is told where it says what may be typed.
    pub fn or_help(self, command: impl FnOnce() -> String) -> Fault {
        match (&self.hint, self.kind) {
            (None, Kind::Usage | Kind::Refused) => self.try_this(format!("{} --help", command())),
            _ => self,
        }
    }

    pub fn detail(mut self, text: Phrase, json: Value) -> Fault {
        self.details.push(Detail { text, json });
        self
    }

    /// A case that may not leave its stage: every control point that is missing, with the command that meets it.
    pub fn missing(case: &str, missing: &[Missing]) -> Fault {
        Fault::lacking(phrase!("error-missing", case = case, n = missing.len()), missing)
    }

    /// The same of a session that may not be closed.
    pub fn missing_of_session(session: &str, missing: &[Missing]) -> Fault {
        Fault::lacking(phrase!("error-missing-session", session = session, n = missing.len()), missing)
    }

    fn lacking(phrase: Phrase, missing: &[Missing]) -> Fault {
        let mut fault = Fault::refused(phrase);
        for one in missing {
            let says_so = one.hint.contains(" --waive ");
            let key = if one.waivable && !says_so { "error-missing-waivable" } else { "error-missing-one" };
            let text = phrase!(
                key,
                control = one.control.code(),
                meaning = Arg::Word(format!("term-control-{}", one.control.code().replace('_', "-"))),
                hint = Arg::Command(one.commands().collect::<Vec<_>>().join("\n      ")),
            );
            fault = fault.detail(text, json!(one));
        }
        match missing.first() {
            Some(first) => fault.try_this(&first.hint),
            None => fault,
        }
    }

    pub fn json(&self, words: &Words) -> Value {
        json!({"error": {
            "kind": self.kind.code(),
            "message": words.say(&self.phrase),
            "hint": self.hint_text(words),
            "details": self.details.iter().map(|detail| detail.json.clone()).collect::<Vec<_>>(),
        }})
    }

    /// The sentence, its details, and the hint: one to a line.
    pub fn lines(&self, words: &Words) -> Vec<String> {
        let mut lines = vec![format!("{}: {}", words.word("error-label"), words.say(&self.phrase))];
        lines.extend(self.details.iter().map(|detail| format!("  {}", words.say(&detail.text))));
        match self.hint.as_deref() {
            Some(Hint::Command(command)) => lines.push(format!("hint: {}", words.command(command))),
            Some(Hint::Said(phrase)) => lines.push(format!("hint: {}", words.say(phrase))),
            None => {}
        }
        lines
    }

    fn hint_text(&self, words: &Words) -> Option<String> {
        self.hint.as_deref().map(|hint| match hint {
            Hint::Command(command) => command.clone(),
            Hint::Said(phrase) => words.say(phrase),
        })
    }
}

impl From<StoreError> for Fault {
    fn from(error: StoreError) -> Fault {
        match error {
            StoreError::NoFile(path) => {
                let init = format!("ata init {}", typed::path(&path));
                Fault::new(Kind::NotFound, phrase!("error-no-file", path = path.display().to_string())).try_this(init)
            }
            StoreError::Dangling { link, target } => {
                let (link, target) = (link.display().to_string(), target.display().to_string());
                Fault::new(Kind::NotFound, phrase!("error-dangling", link = link, target = target))
            }
            StoreError::FileExists(path) => {
                Fault::refused(phrase!("error-file-exists", path = path.display().to_string()))
                    .hint(phrase!("error-file-exists-hint"))
            }
            StoreError::NotARegister(path) => {
                Fault::new(Kind::Failure, phrase!("error-not-a-register", path = path.display().to_string()))
                    .hint(phrase!("error-not-a-register-hint"))
            }
            StoreError::Newer { found, known } => {
                Fault::new(Kind::Failure, phrase!("error-newer", found = found, known = known))
                    .hint(phrase!("error-newer-hint"))
            }
            StoreError::Busy => Fault::new(Kind::Busy, phrase!("error-busy")).hint(phrase!("error-busy-hint")),
            StoreError::Unsettled(path) => {
                Fault::new(Kind::Failure, phrase!("error-unsettled", path = path.display().to_string()))
                    .hint(phrase!("error-unsettled-hint"))
            }
            StoreError::Disk(detail) => {
                Fault::new(Kind::Failure, phrase!("error-disk", detail = detail)).hint(phrase!("error-disk-hint"))
            }
            StoreError::NotWritable(path) => {
                Fault::new(Kind::Failure, phrase!("error-not-writable", path = path.display().to_string()))
                    .hint(phrase!("error-read-only-hint"))
            }
            StoreError::Left { files, owner, is_empty } => {
                let files: Vec<String> = files.iter().map(|file| file.display().to_string()).collect();
                let owner = owner.map(|owner| owner.to_string()).unwrap_or_default();
                let key = if is_empty { "error-left-hint" } else { "error-left-changes-hint" };
                let said = phrase!("error-left", n = files.len(), files = files.join(", "), owner = &owner);
                Fault::new(Kind::Failure, said).hint(phrase!(key, files = files.join(" "), owner = owner))
            }
            StoreError::ReadOnly | StoreError::Unwritable => {
                Fault::new(Kind::Failure, phrase!("error-read-only")).hint(phrase!("error-read-only-hint"))
            }
            StoreError::DiskFull => {
                Fault::new(Kind::Failure, phrase!("error-disk-full")).hint(phrase!("error-disk-full-hint"))
            }
            StoreError::Damaged(detail) => Fault::new(Kind::Integrity, phrase!("error-damaged", detail = detail))
                .hint(phrase!("error-damaged-hint")),
            StoreError::Sealed => Fault::refused(phrase!("error-sealed")).hint(phrase!("error-sealed-hint")),
            StoreError::AppendOnly => Fault::new(Kind::Integrity, phrase!("error-append-only")),
            // A board is no party and owns nothing: it is its members who are asked.
            StoreError::NotFound { noun: ata_store::Noun::Organisation, text }
                if text.to_lowercase().starts_with("board:") =>
            {
                let name = text.get(6..).unwrap_or_default().trim().replace('"', "");
                Fault::new(Kind::NotFound, phrase!("error-no-board-here", text = text))
                    .try_this(format!("ata board show \"{name}\""))
            }
            StoreError::NotFound { noun, text } => {
                Fault::new(Kind::NotFound, phrase!(format!("error-no-{}", noun.code()), text = text))
                    .try_this(list_command(noun))
            }
            StoreError::Ambiguous { noun, text, candidates } => {
                let key = format!("error-many-{}", noun.code());
                let first = candidates.first().map(|(id, _)| id.clone()).unwrap_or_default();
                let mut fault = Fault::new(Kind::Ambiguous, phrase!(key, text = text, n = candidates.len()))
                    .hint(phrase!("error-many-hint", id = first));
                for (id, label) in candidates {
                    let json = json!({"id": id, "label": label});
                    fault = fault.detail(phrase!("error-candidate", id = id, label = label), json);
                }
                fault
            }
            StoreError::CannotUndo { op, why } => cannot_undo(op, why),
            StoreError::Database(detail) => Fault::new(Kind::Failure, phrase!("error-database", detail = detail)),
            // A register that is not there is told of above; this is a folder, a right, a disk.
            StoreError::Io { path, error } => Fault { kind: Kind::Failure, ..file_fault(&path, &error) },
            StoreError::Stored { what, detail } => {
                Fault::new(Kind::Integrity, phrase!("error-stored", what = what, detail = detail))
                    .hint(phrase!("error-damaged-hint"))
            }
        }
    }
}

/// A file that could not be read or written.
pub fn file_fault(path: &std::path::Path, error: &std::io::Error) -> Fault {
    use std::io::ErrorKind;
    if let Some(Midway(fault)) = error.get_ref().and_then(|inner| inner.downcast_ref::<Midway>()) {
        return fault.clone();
    }
    let kind = if error.kind() == ErrorKind::NotFound { Kind::NotFound } else { Kind::Failure };
    let detail = match error.kind() {
        ErrorKind::NotFound => "not-found",
        ErrorKind::PermissionDenied => "denied",
        ErrorKind::AlreadyExists => "exists",
        ErrorKind::IsADirectory => "folder",
        ErrorKind::NotADirectory => "no-folder",
        ErrorKind::StorageFull => "full",
        ErrorKind::QuotaExceeded => "quota",
        ErrorKind::FileTooLarge => "too-large",
        ErrorKind::ReadOnlyFilesystem => "read-only",
        ErrorKind::InvalidFilename => "name",
        _ => "",
    };
    let detail = match detail {
        "" => Arg::Text(error.to_string()),
        known => Arg::Word(format!("error-io-{known}")),
    };
    let fault = Fault::new(kind, phrase!("error-file", path = path.display().to_string(), detail = detail));
    match error.kind() {
        ErrorKind::StorageFull | ErrorKind::QuotaExceeded => fault.hint(phrase!("error-disk-full-hint")),
        ErrorKind::NotFound => fault.hint(phrase!("error-file-missing-hint")),
        ErrorKind::PermissionDenied => fault.hint(phrase!("error-read-only-hint")),
        _ => fault,
    }
}

/// A file or folder that could not be written: never one that was looked for in vain. Where the folder for it is not there, that one is
/// named.
pub fn unwritten(path: &std::path::Path, error: &std::io::Error) -> Fault {
    if error.kind() == std::io::ErrorKind::PermissionDenied {
        let detail = Arg::Word("error-io-unwritable".to_owned());
        return Fault::new(Kind::Failure, phrase!("error-file", path = path.display().to_string(), detail = detail))
            .hint(phrase!("error-read-only-hint"));
    }
    let fault = file_fault(path, error);
    if fault.kind != Kind::NotFound {
        return fault;
    }
    let there = |folder: &&std::path::Path| folder.as_os_str().is_empty() || folder.exists();
    let missing = path.ancestors().skip(1).take_while(|folder| !there(folder)).last();
    let path = path.display().to_string();
    Fault::new(
        Kind::Failure,
        match missing {
            Some(folder) => phrase!("error-no-folder", path = path, folder = folder.display().to_string()),
            None => phrase!("error-no-place", path = path),
        },
    )
}

/// Refuses to begin a file in a folder that is not there.
///
/// # Errors
/// As [`unwritten`].
pub fn must_have_folder(path: &std::path::Path) -> Result<(), Fault> {
    match path.parent().is_none_or(|folder| folder.as_os_str().is_empty() || folder.exists()) {
        true => Ok(()),
        false => Err(unwritten(path, &std::io::ErrorKind::NotFound.into())),
    }
}

/// An answer that could not be shown, after all was done. A fault on its way through the stream is told as it is.
pub fn shown_fault(error: &std::io::Error) -> Fault {
    let fault = file_fault(std::path::Path::new("stdout"), error);
    let is_midway = error.get_ref().is_some_and(|inner| inner.is::<Midway>());
    if is_midway { fault } else { fault.hint(phrase!("error-shown-hint")) }
}

/// A fault on its way through a stream.
#[derive(Debug)]
pub struct Midway(pub Fault);

impl std::fmt::Display for Midway {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str(&self.0.phrase.key)
    }
}

impl std::error::Error for Midway {}

fn list_command(noun: ata_store::Noun) -> &'static str {
    use ata_store::Noun;
    match noun {
        Noun::Case => "ata list",
        Noun::Session => "ata schedule list",
        Noun::Commitment => "ata followup list",
        Noun::Document => "ata show CASE",
        Noun::Message => "ata notify outbox",
        Noun::Person => "ata person list",
        Noun::Organisation => "ata org list",
        Noun::Board => "ata board list",
        Noun::Import => "ata import list",
        Noun::Review => "ata person candidates",
        Noun::Operation => "ata log",
        Noun::Series => "ata archive series list",
        Noun::Elimination => "ata archive elimination list",
    }
}

fn cannot_undo(op: i64, why: CannotUndo) -> Fault {
    match why {
        CannotUndo::LeftTheBuilding => {
            Fault::refused(phrase!("error-undo-left", op = op)).hint(phrase!("error-undo-left-hint"))
        }
        CannotUndo::Packed => {
            Fault::refused(phrase!("error-undo-left", op = op)).hint(phrase!("error-undo-packed-hint"))
        }
        CannotUndo::Final => {
            Fault::refused(phrase!("error-undo-final", op = op)).hint(phrase!("error-undo-final-hint"))
        }
        CannotUndo::ChangedSince { table, by } => {
            let thing = Arg::Word(format!("term-table-{}", table.replace('_', "-")));
            match by {
                // Content that was removed does not come back.
                Some(by) if table == "blob" => {
                    Fault::refused(phrase!("error-undo-later", op = op, by = by, thing = thing))
                        .try_this(format!("ata show op-{by}"))
                }
                Some(by) => Fault::refused(phrase!("error-undo-later", op = op, by = by, thing = thing))
                    .try_this(format!("ata undo --op {by}")),
                None => Fault::refused(phrase!("error-undo-changed", op = op, thing = thing)).try_this("ata log"),
            }
        }
        CannotUndo::Told { session, again } => {
            let command = match again {
                Again::Move { start, end } => {
                    format!("ata schedule move {session} --start \"{start}\" --end \"{end}\" --reason TEXT")
                }
                Again::Edit => format!("ata schedule edit {session} --help"),
                Again::Cancel => format!("ata schedule cancel {session} --reason TEXT"),
                Again::Add { case } => format!("ata schedule add {case} --start \"YYYY-MM-DD HH:MM\" --duration 3h"),
                Again::Uninvite { who } => format!("ata schedule edit {session} --uninvite {who}"),
            };
            Fault::refused(phrase!("error-undo-told", op = op, session = session)).try_this(command)
        }
        CannotUndo::Nothing => Fault::refused(phrase!("error-undo-nothing")),
    }
}
