//! Handing messages to a program that takes them as `sendmail` does: `PROGRAM -i -f FROM -- TO`, the message on its
//! standard input, the result as an exit code (`sysexits.h`).
//!
//! The program gets no more time than it is given. It runs in a process group of its own, and the whole group ends when the
//! time is over: were only the program ended, a child it left behind would take the end of our input for the end of the
//! message, and send half of it.

use super::{Fate, is_envelope_address};
use std::ffi::OsString;
use std::io::{self, Read, Write};
use std::process::{Child, ChildStderr, ChildStdin, Command, ExitStatus, Stdio};
use std::sync::mpsc::{Receiver, channel};
use std::thread;
use std::time::{Duration, Instant};

/// A program that takes messages.
#[derive(Debug, Clone)]
pub struct Sendmail {
    /// `/usr/sbin/sendmail`, or any program that understands the same options.
    pub program: OsString,
    /// For one message, from start to exit.
    pub timeout: Duration,
}

/// The program could not be started: then no other message need be tried, and this one was not sent.
#[derive(Debug, thiserror::Error)]
#[error("{}: {source}", program.display())]
pub struct NoProgram {
    pub program: OsString,
    pub source: io::Error,
}

/// Temporary failure, in the words of `sysexits.h`.
const EX_TEMPFAIL: i32 = 75;
/// How much of what the program complains is kept.
const WORDS_MAX: u64 = 2000;
/// How long its last words are waited for: a child it leaves behind may keep the pipe open.
const LAST_WORDS: Duration = Duration::from_millis(500);

impl Sendmail {
    /// Hands one message over, with the line ends of this system as such programs expect them.
    ///
    /// # Errors
    /// The program cannot be started.
    pub fn send(&self, from: &str, to: &str, message: &[u8]) -> Result<Fate, NoProgram> {
        if let Some(wrong) = [from, to].into_iter().find(|address| !is_envelope_address(address)) {
            return Ok(Fate::Failed(wrong.escape_default().to_string()));
        }
        let until = Instant::now() + self.timeout;
        let mut child = self.start(from, to).map_err(|source| NoProgram { program: self.program.clone(), source })?;
        let words = listen(child.stderr.take());
        let given = feed(child.stdin.take(), local_lines(message));
        let exit = wait(&mut child, until);
        if exit.is_none() {
            end(&mut child);
        }
        // The feeding thread is done by now: the program has ended, and with it its end of the pipe. A child that lives
        // on may hold it; then what it was given is not known.
        let given = given.recv_timeout(LAST_WORDS).unwrap_or(Given::Unknown);
        let words = words.recv_timeout(LAST_WORDS).unwrap_or_default();
        Ok(fate(exit, given, &words))
    }

    fn start(&self, from: &str, to: &str) -> io::Result<Child> {
        let mut command = Command::new(&self.program);
        command.args(["-i", "-f", from, "--", to]);
        command.stdin(Stdio::piped()).stdout(Stdio::null()).stderr(Stdio::piped());
        #[cfg(unix)]
        std::os::unix::process::CommandExt::process_group(&mut command, 0);
        command.spawn()
    }
}

/// How much of the message the program took.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Given {
    Whole,
    Part,
    Unknown,
}

/// Writes in a thread of its own, for a program that does not read would block us past its time.
fn feed(stdin: Option<ChildStdin>, message: Vec<u8>) -> Receiver<Given> {
    let (tell, told) = channel();
    thread::spawn(move || {
        let given = stdin.is_some_and(|mut stdin| stdin.write_all(&message).is_ok());
        let _ = tell.send(if given { Given::Whole } else { Given::Part });
    });
    told
}

/// Reads to the end, so that the program never waits for us, and keeps the beginning.
fn listen(stderr: Option<ChildStderr>) -> Receiver<String> {
    let (tell, told) = channel();
    thread::spawn(move || {
        let Some(mut stderr) = stderr else { return };
        let mut kept = Vec::new();
        let _ = (&mut stderr).take(WORDS_MAX).read_to_end(&mut kept);
        let _ = tell.send(super::single_line(&String::from_utf8_lossy(&kept)));
        let _ = io::copy(&mut stderr, &mut io::sink());
    });
    told
}

/// The exit, or none when the time is over.
fn wait(child: &mut Child, until: Instant) -> Option<ExitStatus> {
    let mut nap = Duration::from_millis(1);
    loop {
        // A child whose state cannot be asked for is one we know nothing of: as if the time were over.
        if let Some(status) = child.try_wait().ok()? {
            return Some(status);
        }
        let left = until.saturating_duration_since(Instant::now());
        if left.is_zero() {
            return None;
        }
        thread::sleep(nap.min(left));
        nap = (nap * 2).min(Duration::from_millis(50));
    }
}

/// Ends the program and all it started.
fn end(child: &mut Child) {
    #[cfg(unix)]
    if let Some(group) = i32::try_from(child.id()).ok().and_then(rustix::process::Pid::from_raw) {
        // Nobody left to end is as good.
        let _ = rustix::process::kill_process_group(group, rustix::process::Signal::KILL);
    }
    let _ = child.kill();
    let _ = child.wait();
}

fn fate(exit: Option<ExitStatus>, given: Given, words: &str) -> Fate {
    let said = |what: String| if words.is_empty() { what } else { format!("{what}: {words}") };
    match exit.map(|status| status.code()) {
        // It says that it took the message, and did not read all of it.
        Some(Some(0)) if given != Given::Whole => Fate::Uncertain(said("exit 0".to_owned())),
        Some(Some(0)) => Fate::Sent(words.to_owned()),
        Some(Some(code)) if code == EX_TEMPFAIL => Fate::Later(said(format!("exit {code}"))),
        Some(Some(code)) => Fate::Failed(said(format!("exit {code}"))),
        // Ended by a signal, ours or another's.
        Some(None) | None if given == Given::Part => Fate::Later(said("killed".to_owned())),
        Some(None) | None => Fate::Uncertain(said("killed".to_owned())),
    }
}

/// A program on this machine reads the line ends of this machine.
fn local_lines(message: &[u8]) -> Vec<u8> {
    let mut out = Vec::with_capacity(message.len());
    for (at, &byte) in message.iter().enumerate() {
        if byte != b'\r' || message.get(at + 1) != Some(&b'\n') {
            out.push(byte);
        }
    }
    out
}
