//! Where messages go, and how: `maildir:DIR`, `smtp://…`, `smtps://…`, `sendmail`.

mod deliver;
mod letter;
mod pace;
mod secret;

use crate::env;
use crate::error::{Fault, Kind, unwritten};
use crate::locale::Arg;
use crate::mail::maildir::{Maildir, MaildirError};
use crate::mail::sendmail::Sendmail;
use crate::mail::smtp::{AddressFault, Courier, Cut, Distrust, Server, Stop};
use crate::phrase;
use ata_store::MailWay;
pub use deliver::{Delivered, Settled};
pub use letter::{Item, Writer};
use pace::Pace;
use std::ffi::OsString;
use std::path::{Path, PathBuf};
use std::thread;
use std::time::{Duration, Instant};

/// Messages in hand at any time: what a run that is cut short leaves to be looked into.
const IN_HAND: usize = 100;
/// How long a folder is waited for that another process delivers to.
const BUSY_TIME: Duration = Duration::from_secs(5);
/// For one message, from start to exit of the program that takes it.
const SENDMAIL_TIME: Duration = Duration::from_secs(300);
/// Where systems keep the program, in the order in which it is looked for.
const SENDMAIL: [&str; 3] = ["/usr/sbin/sendmail", "/usr/lib/sendmail", "/usr/bin/sendmail"];

/// A way out, as it was named.
pub struct Via {
    way: Way,
    per_minute: Option<u32>,
}

enum Way {
    Maildir(PathBuf),
    Smtp { text: String, server: Server },
    Sendmail(OsString),
}

/// A way out that is open.
pub struct Transport {
    open: Open,
    label: String,
    pace: Option<Pace>,
}

enum Open {
    Maildir(Maildir),
    Smtp(Box<Courier>),
    Sendmail(Sendmail),
}

/// Reads `--via` or `ATA_VIA`, else what the register says.
///
/// # Errors
/// A usage fault for a way that does not exist, or an address that cannot be read.
pub fn read(option: Option<&String>, per_minute: Option<u32>, stored: Option<&MailWay>) -> Result<Option<Via>, Fault> {
    let own = || stored.and_then(|stored| stored.per_minute).and_then(|n| u32::try_from(n).ok());
    let said = option.cloned().or_else(|| env::variable("ATA_VIA"));
    let way = match (&said, stored) {
        (Some(text), _) => way(text)?,
        (None, Some(stored)) => way(&stored.way)?,
        (None, None) => return Ok(None),
    };
    Ok(Some(Via { way, per_minute: per_minute.or_else(own) }))
}

/// What may be kept in the register. A program of one's own choosing may not: a register comes from anywhere, and must not be able
/// to run programs here.
///
/// # Errors
/// As [`read`].
pub fn storable(text: &str) -> Result<String, Fault> {
    let via = Via { way: way(text)?, per_minute: None };
    match &via.way {
        Way::Sendmail(_) if text.trim().contains(':') => {
            Err(Fault::usage(phrase!("notify-via-program")).try_this("ata notify via sendmail"))
        }
        Way::Sendmail(_) => Ok("sendmail".to_owned()),
        _ => Ok(via.label()),
    }
}

fn way(text: &str) -> Result<Way, Fault> {
    let text = text.trim();
    let unknown =
        || Fault::usage(phrase!("notify-via-unknown", value = text)).try_this("ata notify send --via maildir:DIR");
    let (scheme, rest) = text.split_once(':').unwrap_or((text, ""));
    match scheme.to_lowercase().as_str() {
        "maildir" if !rest.is_empty() => Ok(Way::Maildir(PathBuf::from(rest))),
        scheme @ ("smtp" | "smtps") => {
            let text = format!("{scheme}:{rest}");
            let server = Server::parse(&text).map_err(|fault| address_fault(&text, &fault))?;
            Ok(Way::Smtp { text, server })
        }
        "sendmail" if rest.is_empty() => {
            let known = SENDMAIL.iter().find(|path| Path::new(path).exists());
            Ok(Way::Sendmail(known.unwrap_or(&SENDMAIL[0]).into()))
        }
        "sendmail" => Ok(Way::Sendmail(rest.into())),
        _ => Err(unknown()),
    }
}

fn address_fault(text: &str, fault: &AddressFault) -> Fault {
    let phrase = match fault {
        AddressFault::Password => {
            return Fault::usage(phrase!("notify-via-password")).hint(phrase!("notify-password-hint"));
        }
        AddressFault::Port(port) => phrase!("notify-via-port", value = port),
        AddressFault::Setting(setting) => phrase!("notify-via-setting", value = setting),
        AddressFault::Scheme | AddressFault::Host => phrase!("notify-via-unknown", value = text),
    };
    Fault::usage(phrase).try_this("ata notify send --via smtp://USER@HOST:587?tls=starttls")
}

/// Nothing says where e-mail goes.
pub fn missing(waiting: usize) -> Fault {
    Fault::usage(phrase!("notify-via-missing", n = waiting)).try_this("ata notify send --via maildir:DIR")
}

impl Via {
    /// How the ledger names it: the same folder has one name, however it was typed.
    pub fn label(&self) -> String {
        match &self.way {
            Way::Maildir(dir) => {
                let absolute = || std::path::absolute(dir).unwrap_or_else(|_| dir.clone());
                folder_label(&std::fs::canonicalize(dir).unwrap_or_else(|_| absolute()))
            }
            Way::Smtp { text, .. } => text.clone(),
            Way::Sendmail(program) => format!("sendmail:{}", program.display()),
        }
    }

    /// The only address that mail can come from on this way.
    pub fn only_from(&self) -> Option<String> {
        match &self.way {
            Way::Smtp { server, .. } => server.from.clone(),
            Way::Maildir(_) | Way::Sendmail(_) => None,
        }
    }

    /// May what was handed over perhaps be handed over again without being told twice?
    pub fn repeats_safely(&self) -> bool {
        matches!(self.way, Way::Maildir(_))
    }

    /// # Errors
    /// Busy while another process delivers to the same folder; the folder that cannot be made or read.
    pub fn open(&self) -> Result<Transport, Fault> {
        let open = match &self.way {
            Way::Maildir(dir) => Open::Maildir(open_folder(dir)?),
            Way::Smtp { server, .. } => Open::Smtp(Box::new(Courier::new(server.clone()))),
            Way::Sendmail(program) => Open::Sendmail(Sendmail { program: program.clone(), timeout: SENDMAIL_TIME }),
        };
        let label = match &open {
            Open::Maildir(maildir) => folder_label(maildir.path()),
            _ => self.label(),
        };
        Ok(Transport { open, label, pace: self.per_minute.map(Pace::new) })
    }
}

/// Somebody else who delivers there is waited for as long as one who writes to the register.
fn open_folder(dir: &Path) -> Result<Maildir, Fault> {
    let until = Instant::now() + BUSY_TIME;
    let opened = loop {
        match Maildir::open(dir) {
            Err(MaildirError::Busy { .. }) if Instant::now() < until => thread::sleep(Duration::from_millis(50)),
            opened => break opened,
        }
    };
    opened.map_err(|error| match error {
        MaildirError::Busy { path } => {
            Fault::new(Kind::Busy, phrase!("notify-busy", path = path.display().to_string()))
                .hint(phrase!("error-busy-hint"))
        }
        MaildirError::Io { path, source, .. } => unwritten(&path, &source),
        MaildirError::Name { name } => Fault::usage(phrase!("notify-via-unknown", value = name)),
    })
}

fn folder_label(path: &Path) -> String {
    format!("maildir:{}", path.display())
}

impl Transport {
    pub fn label(&self) -> &str {
        &self.label
    }

    /// The only address that mail can come from on this way.
    pub fn only_from(&self) -> Option<&str> {
        match &self.open {
            Open::Smtp(courier) => courier.only_from(),
            Open::Maildir(_) | Open::Sendmail(_) => None,
        }
    }

    /// May what was handed over perhaps be handed over again without being told twice?
    pub fn repeats_safely(&self) -> bool {
        matches!(self.open, Open::Maildir(_))
    }

    /// How many messages to take in hand at a time, which share one wait for the disk: half of what may be in hand, as the next lot is made
    /// ready meanwhile; where a pace is kept, no more than go out within a minute.
    pub fn lot(&self) -> usize {
        self.pace.as_ref().map_or(IN_HAND / 2, |pace| pace.per_minute().min(IN_HAND))
    }

    /// Is the next lot wanted as soon as one is handed over?
    pub fn hastes(&self) -> bool {
        self.pace.is_none()
    }

    /// Makes sure that somebody takes messages, before any is taken in hand.
    ///
    /// # Errors
    /// Undelivered: the server cannot be reached or lets nobody in. Usage: the password is missing.
    pub fn ready(&mut self) -> Result<(), Fault> {
        let label = &self.label;
        let Open::Smtp(courier) = &mut self.open else { return Ok(()) };
        if courier.needs_password() {
            courier.set_password(secret::password()?);
        }
        courier.open().map_err(|stop| {
            let fault = Fault::new(Kind::Undelivered, stopped(label, &stop));
            match stop {
                Stop::OpenLine | Stop::NoTls | Stop::Tls(_) => fault.hint(phrase!("notify-tls-hint")),
                Stop::Authentication(_) | Stop::NoPassword => fault.hint(phrase!("notify-password-hint")),
                _ => fault.hint(phrase!("notify-server-hint")),
            }
        })
    }
}

/// Why no message can be handed over.
fn stopped(way: &str, stop: &Stop) -> crate::locale::Phrase {
    let said = stop.to_string();
    let word = |key: &str| Arg::Word(format!("notify-line-{key}"));
    match stop {
        Stop::Connection(cut) => {
            let detail = match cut {
                Cut::Other(words) => Arg::from(words),
                Cut::Refused => word("refused"),
                Cut::TimedOut => word("timed-out"),
                Cut::Closed => word("closed"),
                Cut::NoSuchHost => word("no-such-host"),
            };
            phrase!("notify-stop-connection", way = way, detail = detail)
        }
        Stop::Tls(distrust) => {
            let detail = match distrust {
                Distrust::Other(words) => Arg::from(words),
                Distrust::Unknown => word("unknown-certificate"),
                Distrust::Expired => word("expired-certificate"),
                Distrust::OtherName => word("other-name"),
            };
            phrase!("notify-stop-tls", way = way, detail = detail)
        }
        Stop::NoTls => phrase!("notify-stop-no-tls", way = way),
        Stop::OpenLine => phrase!("notify-stop-open-line", way = way),
        Stop::NoPassword => phrase!("notify-no-password"),
        Stop::NoWayIn { offered } => phrase!("notify-stop-no-way-in", way = way, offered = offered.join(", ")),
        Stop::Authentication(detail) => phrase!("notify-stop-authentication", way = way, detail = detail),
        Stop::Greeting(detail) => phrase!("notify-stop-greeting", way = way, detail = detail),
        Stop::Note(_) => phrase!("notify-stop-note", detail = said),
    }
}
