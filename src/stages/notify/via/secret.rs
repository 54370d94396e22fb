//! The password of the mail server: out of a file or from a command, never an option, which others on the machine could read,
//! and never out of the register, which travels.

use crate::env;
use crate::error::{Fault, file_fault};
use crate::phrase;
use std::io::{self, Read};
use std::path::Path;
use std::process::{Child, Command, Stdio};
use std::thread;
use std::time::{Duration, Instant};

const FILE: &str = "ATA_SMTP_PASSWORD_FILE";
const COMMAND: &str = "ATA_SMTP_PASSWORD_COMMAND";
/// Somebody may have to unlock a key ring.
const TIME: Duration = Duration::from_secs(60);
const LONGEST: u64 = 4096;

/// # Errors
/// Usage when nothing names it or it is empty; the file that cannot be read; the command that fails.
pub fn password() -> Result<String, Fault> {
    let none = || Fault::usage(phrase!("notify-no-password")).hint(phrase!("notify-password-hint"));
    let text = match (env::variable(FILE), env::variable(COMMAND)) {
        (Some(path), _) => from_file(Path::new(&path)).map_err(|error| file_fault(Path::new(&path), &error))?,
        (None, Some(command)) => from_command(&command)
            .map_err(|error| Fault::usage(phrase!("notify-password-command", detail = error.to_string())))?,
        (None, None) => return Err(none()),
    };
    // The line break belongs to the file, blanks may belong to the password.
    let first = text.split(['\r', '\n']).next().unwrap_or_default();
    if first.is_empty() { Err(none()) } else { Ok(first.to_owned()) }
}

fn from_file(path: &Path) -> io::Result<String> {
    let mut text = String::new();
    std::fs::File::open(path)?.take(LONGEST).read_to_string(&mut text)?;
    Ok(text)
}

fn from_command(command: &str) -> io::Result<String> {
    let mut child = Command::new("sh").args(["-c", command]).stdin(Stdio::null()).stdout(Stdio::piped()).spawn()?;
    let stdout = child.stdout.take();
    let reader = thread::spawn(move || {
        let mut text = String::new();
        stdout.map_or(Ok(0), |stdout| stdout.take(LONGEST).read_to_string(&mut text)).map(|_| text)
    });
    wait(&mut child)?;
    reader.join().unwrap_or_else(|_| Err(io::ErrorKind::Other.into()))
}

fn wait(child: &mut Child) -> io::Result<()> {
    let until = Instant::now() + TIME;
    loop {
        match child.try_wait()? {
            Some(status) if status.success() => return Ok(()),
            Some(status) => return Err(io::Error::other(status.to_string())),
            None if Instant::now() >= until => {
                child.kill()?;
                child.wait()?;
                return Err(io::ErrorKind::TimedOut.into());
            }
            None => thread::sleep(Duration::from_millis(10)),
        }
    }
}
