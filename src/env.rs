//! Everything impure in one place: arguments, environment, streams, folder, clock, actor, language; and the open register.

use crate::args::{Format, Globals};
use crate::error::{Fault, Kind, file_fault, unwritten};
use crate::locale::{self, Words};
use crate::mail::language::Language;
use crate::phrase;
use crate::view::harmless_text;
use ata_store::{DeskRow, Lens, Stamp, Store};
use chrono::{DateTime, NaiveDate, Utc};
use std::cell::OnceCell;
use std::io::{IsTerminal, Read, Write};
use std::path::{Path, PathBuf};

/// The name of a register where none is given.
const FILE: &str = "ata.db";

/// The world around a command.
pub struct Env {
    pub globals: Globals,
    pub now: DateTime<Utc>,
    given_clock: bool,
    words: OnceCell<Words>,
}

/// An open register, with what it says of itself.
pub struct Desk {
    pub store: Store,
    pub row: DeskRow,
    pub stamp: Stamp,
}

/// A variable of the environment; an empty one counts as not set.
#[allow(clippy::disallowed_methods)]
pub fn variable(name: &str) -> Option<String> {
    std::env::var(name).ok().filter(|value| !value.trim().is_empty())
}

/// The arguments as given.
#[allow(clippy::disallowed_methods)]
pub fn arguments() -> Vec<std::ffi::OsString> {
    bound(std::env::args_os().collect())
}

/// `-2d`, two days ago, and `-5` look like options to whoever takes the arguments apart: each is bound to the option before it
/// (`--received=-2d`). What looks otherwise is left alone, so that no option is taken for a value.
fn bound(words: Vec<std::ffi::OsString>) -> Vec<std::ffi::OsString> {
    let is_counted_back = |word: &std::ffi::OsString| {
        let digits = word.to_str().and_then(|word| word.strip_prefix('-')).map(|word| word.trim_end_matches('d'));
        digits.is_some_and(|digits| !digits.is_empty() && digits.bytes().all(|byte| byte.is_ascii_digit()))
    };
    let takes_it = |word: &std::ffi::OsString| {
        word.to_str().is_some_and(|word| word.len() > 2 && word.starts_with("--") && !word.contains('='))
    };
    let end = words.iter().position(|word| word == "--").unwrap_or(words.len());
    let mut all: Vec<std::ffi::OsString> = Vec::with_capacity(words.len());
    for (at, word) in words.into_iter().enumerate() {
        match all.last_mut() {
            Some(option) if at < end && is_counted_back(&word) && takes_it(option) => {
                option.push("=");
                option.push(word);
            }
            _ => all.push(word),
        }
    }
    all
}

impl Env {
    /// Reads the environment; the options are known already.
    ///
    /// # Errors
    /// A usage fault for an `ATA_NOW` that is no instant.
    pub fn new(globals: Globals) -> Result<Env, Fault> {
        let given = variable("ATA_NOW");
        #[allow(clippy::disallowed_methods)]
        let now = match &given {
            None => Utc::now(),
            Some(text) => DateTime::parse_from_rfc3339(text)
                .map_err(|_| Fault::usage(phrase!("usage-now", value = text)))?
                .with_timezone(&Utc),
        };
        Ok(Env { globals, now, given_clock: given.is_some(), words: OnceCell::new() })
    }

    /// What is left when the arguments or the environment cannot be read: enough to tell so, in the right language.
    pub fn lost(globals: Globals) -> Env {
        #[allow(clippy::disallowed_methods)]
        let now = Utc::now();
        Env { globals, now, given_clock: false, words: OnceCell::new() }
    }

    /// The words of the reader's language: option > `ATA_LANG` > the register's language > the system's > Spanish.
    pub fn words(&self) -> &Words {
        self.words.get_or_init(|| Words::new(self.language()))
    }

    fn language(&self) -> Language {
        let said = self.globals.lang.clone().or_else(|| variable("ATA_LANG"));
        said.as_deref()
            .and_then(Language::parse)
            .or_else(|| self.stored_language())
            .or_else(system_language)
            .unwrap_or(Language::Es)
    }

    fn stored_language(&self) -> Option<Language> {
        let path = self.database().ok()?;
        Language::parse(&Store::glimpse_language(&path)?)
    }

    /// The language the system is set to, as asked by `--lang`.
    ///
    /// # Errors
    /// A usage fault for a language that is none of the three.
    pub fn check_language(&self) -> Result<(), Fault> {
        match self.globals.lang.clone().or_else(|| variable("ATA_LANG")) {
            Some(text) => locale::language(&text).map(|_| ()),
            None => Ok(()),
        }
    }

    /// Where the register is: `--db` > `ATA_DB` > the nearest `ata.db` in this folder or one above it.
    ///
    /// # Errors
    /// `not_found` when there is none.
    pub fn database(&self) -> Result<PathBuf, Fault> {
        if let Some(path) = self.globals.db.clone().or_else(|| variable("ATA_DB").map(PathBuf::from)) {
            return Ok(path);
        }
        let here = std::env::current_dir().map_err(|error| file_fault(Path::new("."), &error))?;
        here.ancestors().map(|folder| folder.join(FILE)).find(|path| path.exists()).ok_or_else(|| {
            Fault::new(Kind::NotFound, phrase!("error-no-register", folder = here.display().to_string()))
                .try_this("ata init")
        })
    }

    /// Where `ata init` makes the register when no file is named.
    pub fn new_database(&self) -> PathBuf {
        self.globals.db.clone().or_else(|| variable("ATA_DB").map(PathBuf::from)).unwrap_or_else(|| PathBuf::from(FILE))
    }

    /// Opens the register.
    ///
    /// # Errors
    /// What the store says of the file.
    pub fn desk(&self) -> Result<Desk, Fault> {
        let store = Store::open(&self.database()?)?;
        let row = store.desk()?;
        if self.words.get().is_none() {
            let said = self.globals.lang.clone().or_else(|| variable("ATA_LANG"));
            let language = said.as_deref().and_then(Language::parse).or_else(|| Language::parse(&row.language));
            let _ = self.words.set(Words::new(language.unwrap_or(Language::Es)));
        }
        let stamp = self.stamp(&row.zone);
        Ok(Desk { store, row, stamp })
    }

    /// Who acts, and when, at a desk in `zone`.
    pub fn stamp(&self, zone: &str) -> Stamp {
        let zone: chrono_tz::Tz = zone.parse().unwrap_or(chrono_tz::UTC);
        Stamp {
            at: self.now,
            today: self.now.with_timezone(&zone).date_naive(),
            given_clock: self.given_clock,
            by: self.actor(),
            dry_run: self.globals.dry_run,
        }
    }

    fn actor(&self) -> String {
        let said = self.globals.by.clone().filter(|name| !name.trim().is_empty()).or_else(|| variable("ATA_BY"));
        let system = || variable("USER").or_else(|| variable("LOGNAME")).or_else(system_user);
        let name = said.or_else(system).unwrap_or_else(|| "ata".to_owned());
        ata_model::name::clean(&name).unwrap_or_else(|_| "ata".to_owned())
    }

    pub fn format(&self) -> Format {
        if self.globals.json { Format::Json } else { self.globals.format.unwrap_or(Format::Text) }
    }

    /// Columns of the terminal; none when the answer goes into a pipe or file. `ATA_COLUMNS` draws tables of that width
    /// wherever the answer goes.
    pub fn width(&self) -> Option<usize> {
        if let Some(columns) = variable("ATA_COLUMNS").and_then(|text| text.parse().ok()) {
            return Some(columns);
        }
        #[allow(clippy::disallowed_methods)]
        let is_terminal = std::io::stdout().is_terminal();
        is_terminal.then(|| terminal_size::terminal_size().map_or(80, |(width, _)| usize::from(width.0)))
    }

    /// Does a person look at stdout?
    #[allow(clippy::disallowed_methods)]
    pub fn is_on_terminal(&self) -> bool {
        std::io::stdout().is_terminal()
    }

    /// Is there so little room that a table shows only what matters most? What is no terminal has room for everything.
    pub fn is_narrow(&self) -> bool {
        self.format() == Format::Text && self.width().is_some_and(|columns| columns < 110)
    }

    fn is_coloured(&self) -> bool {
        match self.globals.color {
            Some(crate::args::Color::Always) => true,
            Some(crate::args::Color::Never) => false,
            _ => {
                #[allow(clippy::disallowed_methods)]
                let is_terminal = std::io::stdout().is_terminal();
                is_terminal && variable("NO_COLOR").is_none() && variable("TERM").as_deref() != Some("dumb")
            }
        }
    }

    pub fn bold(&self, text: &str) -> String {
        if self.is_coloured() { format!("\u{1b}[1m{text}\u{1b}[0m") } else { text.to_owned() }
    }

    pub fn dim(&self, text: &str) -> String {
        if self.is_coloured() { format!("\u{1b}[2m{text}\u{1b}[0m") } else { text.to_owned() }
    }

    #[allow(clippy::disallowed_methods)]
    pub fn stdout(&self) -> impl Write {
        std::io::stdout().lock()
    }

    /// Says something on stderr. What cannot be said there is lost: there is nowhere else to say it.
    #[allow(clippy::disallowed_methods)]
    pub fn say(&self, text: &str) {
        let _ = writeln!(std::io::stderr(), "{}", harmless_text(text.trim_end()));
    }

    /// May progress be drawn? Only for somebody who watches.
    #[allow(clippy::disallowed_methods)]
    pub fn is_watched(&self) -> bool {
        std::io::stderr().is_terminal() && !self.globals.quiet
    }

    /// The bytes of a file; `-` is stdin.
    ///
    /// # Errors
    /// `not_found` or `failure`, naming the file.
    pub fn read(&self, path: &Path) -> Result<Vec<u8>, Fault> {
        let read = if path == Path::new("-") {
            let mut bytes = Vec::new();
            #[allow(clippy::disallowed_methods)]
            std::io::stdin().lock().read_to_end(&mut bytes).map(|_| bytes)
        } else {
            std::fs::read(path)
        };
        read.map_err(|error| file_fault(path, &error))
    }

    /// A file as it lies on the disk; `-` is stdin, written into a file that lasts as long as what is given back.
    ///
    /// # Errors
    /// `failure`, when standard input cannot be read or kept.
    pub fn on_disk(&self, path: &Path) -> Result<OnDisk, Fault> {
        if path != Path::new("-") {
            return Ok(OnDisk { path: path.to_owned(), is_ours: false });
        }
        let folder = std::env::temp_dir();
        let begun = (0..1000).find_map(|number| {
            let path = folder.join(format!("ata-{}-{number}.stdin", std::process::id()));
            let file = std::fs::OpenOptions::new().write(true).create_new(true).open(&path);
            match file {
                Err(error) if error.kind() == std::io::ErrorKind::AlreadyExists => None,
                other => Some(other.map(|file| (file, OnDisk { path, is_ours: true }))),
            }
        });
        let begun = begun.unwrap_or_else(|| Err(std::io::ErrorKind::AlreadyExists.into()));
        let (mut file, kept) = begun.map_err(|error| unwritten(&folder, &error))?;
        #[allow(clippy::disallowed_methods)]
        let mut stdin = std::io::stdin().lock();
        std::io::copy(&mut stdin, &mut file).map_err(|error| unwritten(&kept.path, &error))?;
        Ok(kept)
    }

    /// Text of a file; `-` is stdin. A byte order mark is dropped.
    ///
    /// # Errors
    /// As [`Env::read`]; a usage fault when it is not UTF-8.
    pub fn read_text(&self, path: &Path) -> Result<String, Fault> {
        let text = String::from_utf8(self.read(path)?).map_err(|error| {
            let (read, rest) = error.as_bytes().split_at(error.utf8_error().valid_up_to());
            let line = read.iter().filter(|byte| **byte == b'\n').count() + 1;
            let byte = rest.first().map(|byte| format!("{byte:02X}")).unwrap_or_default();
            let path = path.display().to_string();
            Fault::usage(phrase!("usage-not-utf8", path = path, line = line, byte = byte))
                .hint(phrase!("usage-not-utf8-hint"))
        })?;
        Ok(text.strip_prefix('\u{feff}').map(str::to_owned).unwrap_or(text))
    }

    /// Writes a file whole or not at all; `-` is stdout. A link stays one, and what is no file (a device, a pipe) is written to as
    /// it is.
    ///
    /// # Errors
    /// `failure`, naming the file.
    pub fn write(&self, path: &Path, bytes: &[u8]) -> Result<(), Fault> {
        let failed = |error: std::io::Error| unwritten(path, &error);
        if path == Path::new("-") {
            return self.stdout().write_all(bytes).map_err(failed);
        }
        write_whole(path, bytes).map_err(failed)
    }
}

/// Where a file lies, see [`Env::on_disk`].
pub struct OnDisk {
    pub path: PathBuf,
    is_ours: bool,
}

impl Drop for OnDisk {
    fn drop(&mut self) {
        if self.is_ours {
            let _ = std::fs::remove_file(&self.path);
        }
    }
}

/// Writes a file whole or not at all. A link stays one, and what is no file is written to as it is.
///
/// # Errors
/// What the system says.
pub fn write_whole(path: &Path, bytes: &[u8]) -> std::io::Result<()> {
    let target = match std::fs::metadata(path) {
        Ok(about) if about.is_dir() => return Err(std::io::ErrorKind::IsADirectory.into()),
        Ok(about) if about.is_file() => std::fs::canonicalize(path)?,
        Ok(_) => return std::fs::OpenOptions::new().write(true).open(path)?.write_all(bytes),
        Err(_) => path.to_owned(),
    };
    let mut name = target.as_os_str().to_owned();
    name.push(".partial");
    let partial = PathBuf::from(name);
    let written = std::fs::File::create(&partial).and_then(|mut file| {
        file.write_all(bytes)?;
        file.sync_all()?;
        std::fs::rename(&partial, &target)
    });
    written.inspect_err(|_| {
        let _ = std::fs::remove_file(&partial);
    })
}

/// The account this runs under, where the environment does not say it: under cron, in a container.
fn system_user() -> Option<String> {
    #[cfg(unix)]
    {
        use std::os::unix::fs::MetadataExt;
        let uid = std::fs::metadata("/proc/self").ok()?.uid().to_string();
        let accounts = std::fs::read_to_string("/etc/passwd").ok()?;
        let mut lines = accounts.lines().map(|line| line.split(':').collect::<Vec<_>>());
        lines.find(|fields| fields.get(2) == Some(&uid.as_str())).map(|fields| fields[0].to_owned())
    }
    #[cfg(not(unix))]
    None
}

fn system_language() -> Option<Language> {
    ["LC_ALL", "LC_MESSAGES", "LANG"].iter().find_map(|name| variable(name)).as_deref().and_then(Language::parse)
}

impl Desk {
    /// What readers of cases need to know.
    pub fn lens(&self) -> Lens<'_> {
        Lens { profile: &self.row.profile, prefix: &self.row.prefix, zone: &self.row.zone, today: self.stamp.today }
    }

    /// The store for writing, beside what is needed to read cases while doing so.
    pub fn split(&mut self) -> (&mut Store, Lens<'_>, &Stamp) {
        let lens = Lens {
            profile: &self.row.profile,
            prefix: &self.row.prefix,
            zone: &self.row.zone,
            today: self.stamp.today,
        };
        (&mut self.store, lens, &self.stamp)
    }

    pub fn zone(&self) -> chrono_tz::Tz {
        self.row.zone.parse().unwrap_or(chrono_tz::UTC)
    }

    pub fn today(&self) -> NaiveDate {
        self.stamp.today
    }

    pub fn country(&self) -> ata_model::country::Country {
        ata_model::country::Country::parse(&self.row.country).unwrap_or(ata_model::country::Country::Co)
    }
}
