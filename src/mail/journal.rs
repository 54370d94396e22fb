//! What one run of sending has handed over so far, line by line in a file beside the register.
//!
//! The register itself learns what became of messages by the hundred, because each commit waits for the disk. A run that is
//! killed in between would leave a hundred in doubt; its journal narrows the doubt to the one message that was being given.
//! Lines are not forced to the disk: they outlive the process, and not a machine that lost its power. So the
//! journal names the start of the machine it was written in, and in another one only what it says counts, not what
//! it does not say. While the run lives it holds a lock on the file, and so others know that it lives.

use std::collections::{HashMap, HashSet};
use std::fs::{self, File, OpenOptions, TryLockError};
use std::io::{self, Write};
use std::path::{Path, PathBuf};

/// The journal of this run.
#[derive(Debug)]
pub struct Journal {
    file: File,
    path: PathBuf,
}

/// What a journal says of one message.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Mark {
    /// It was about to be given.
    Begun,
    Settled(Settlement),
}

/// What became of a message.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Settlement {
    /// `sent`, `failed`, `later`, `uncertain`, `returned`.
    pub state: String,
    pub error: String,
    pub sha256: String,
    /// In the words of the transport.
    pub detail: String,
}

/// What can be known of a run.
#[derive(Debug)]
pub enum Run {
    Alive,
    Ended(Trace),
    /// It left no journal.
    Unknown,
}

/// What the journal of a run that ended says, by message and attempt.
#[derive(Debug, Default)]
pub struct Trace {
    /// What it does not name was not begun either.
    pub is_whole: bool,
    pub marks: HashMap<(i64, i64), Mark>,
}

impl Run {
    /// What became of a message this run had in hand; none while it still has.
    pub fn verdict(&self, id: i64, attempt: i64) -> Option<Settlement> {
        let of = |state: &str, error: &str| {
            Some(Settlement { state: state.to_owned(), error: error.to_owned(), ..Settlement::default() })
        };
        let trace = match self {
            Run::Alive => return None,
            Run::Unknown => return of("uncertain", "cut-short"),
            Run::Ended(trace) => trace,
        };
        match trace.marks.get(&(id, attempt)) {
            Some(Mark::Settled(settlement)) => Some(settlement.clone()),
            None if trace.is_whole => of("returned", ""),
            Some(Mark::Begun) | None => of("uncertain", "cut-short"),
        }
    }
}

const BEGUN: &str = "begun";

impl Journal {
    /// Begins the journal of a run and holds it. `boot` names the start of the machine, where that is known.
    ///
    /// # Errors
    /// What the system says of the file.
    pub fn create(register: &Path, run: &str, boot: Option<&str>) -> io::Result<Journal> {
        let path = path(register, run).ok_or(io::ErrorKind::InvalidInput)?;
        loop {
            let file = OpenOptions::new().create(true).append(true).open(&path)?;
            file.lock()?;
            // Somebody tidying up may have taken it away between the two.
            if is_there(&file, &path) {
                let mut journal = Journal { file, path };
                journal.line(&["ata", boot.unwrap_or_default()])?;
                return Ok(journal);
            }
        }
    }

    /// A message is about to be given.
    ///
    /// # Errors
    /// It could not be noted, so it must not be given.
    pub fn begin(&mut self, id: i64, attempt: i64) -> io::Result<()> {
        self.line(&[&id.to_string(), &attempt.to_string(), BEGUN])
    }

    /// What became of it.
    ///
    /// # Errors
    /// It could not be noted.
    pub fn settle(&mut self, id: i64, attempt: i64, settlement: &Settlement) -> io::Result<()> {
        let Settlement { state, error, sha256, detail } = settlement;
        self.line(&[&id.to_string(), &attempt.to_string(), state, error, sha256, &super::single_line(detail)])
    }

    /// The register knows everything: the journal has done its service.
    ///
    /// # Errors
    /// What the system says of the file.
    pub fn close(self) -> io::Result<()> {
        fs::remove_file(&self.path)
    }

    /// One write for one line, so that none is half there when the process ends.
    fn line(&mut self, cells: &[&str]) -> io::Result<()> {
        let mut line = cells.join("\t");
        line.push('\n');
        self.file.write_all(line.as_bytes())
    }
}

/// What is known of another run.
///
/// # Errors
/// A journal that is there and cannot be read.
pub fn look(register: &Path, run: &str, boot: Option<&str>) -> io::Result<Run> {
    let Some(path) = path(register, run) else { return Ok(Run::Unknown) };
    let file = match File::open(&path) {
        Err(error) if error.kind() == io::ErrorKind::NotFound => return Ok(Run::Unknown),
        other => other?,
    };
    match file.try_lock_shared() {
        Err(TryLockError::WouldBlock) => return Ok(Run::Alive),
        Err(TryLockError::Error(error)) => return Err(error),
        Ok(()) => {}
    }
    let bytes = io::read_to_string(file)?;
    Ok(Run::Ended(read(&bytes, boot)))
}

/// Takes away the journals of runs that ended and from which nothing is left to be learnt. One that cannot be taken away stays
/// and does no harm.
pub fn sweep(register: &Path, needed: &HashSet<String>) {
    let Some((folder, prefix)) = beside(register) else { return };
    let Ok(entries) = fs::read_dir(folder) else { return };
    for entry in entries.flatten() {
        let name = entry.file_name().to_string_lossy().into_owned();
        let Some(run) = name.strip_prefix(&prefix) else { continue };
        if needed.contains(run) || !is_run(run) {
            continue;
        }
        if let Ok(file) = File::open(entry.path())
            && file.try_lock().is_ok()
        {
            let _ = fs::remove_file(entry.path());
        }
    }
}

fn read(text: &str, boot: Option<&str>) -> Trace {
    let mut trace = Trace::default();
    // What stands behind the last line break was not written to its end.
    let whole = text.rfind('\n').map_or("", |end| &text[..end]);
    for line in whole.split('\n') {
        let cells: Vec<&str> = line.split('\t').collect();
        match cells[..] {
            ["ata", begun] => trace.is_whole = !begun.is_empty() && Some(begun) == boot,
            [id, attempt, state, ref rest @ ..] => {
                let (Ok(id), Ok(attempt)) = (id.parse(), attempt.parse()) else { continue };
                let cell = |at: usize| rest.get(at).map(|text| (*text).to_owned()).unwrap_or_default();
                let mark = match state {
                    BEGUN => Mark::Begun,
                    state => Mark::Settled(Settlement {
                        state: state.to_owned(),
                        error: cell(0),
                        sha256: cell(1),
                        detail: cell(2),
                    }),
                };
                trace.marks.insert((id, attempt), mark);
            }
            _ => {}
        }
    }
    trace
}

fn is_run(run: &str) -> bool {
    run.len() == 32 && run.bytes().all(|byte| byte.is_ascii_hexdigit())
}

/// The folder of the register, and how the names of journals begin there.
fn beside(register: &Path) -> Option<(PathBuf, String)> {
    let folder = register.parent().filter(|folder| !folder.as_os_str().is_empty()).unwrap_or(Path::new("."));
    Some((folder.to_owned(), format!("{}-sending-", register.file_name()?.to_string_lossy())))
}

/// The name comes out of a register that anybody may have made: only a plain one names a file.
fn path(register: &Path, run: &str) -> Option<PathBuf> {
    let (folder, prefix) = beside(register).filter(|_| is_run(run))?;
    Some(folder.join(format!("{prefix}{run}")))
}

#[cfg(unix)]
fn is_there(file: &File, path: &Path) -> bool {
    use std::os::unix::fs::MetadataExt;
    let same = |a: &fs::Metadata, b: &fs::Metadata| (a.dev(), a.ino()) == (b.dev(), b.ino());
    matches!((&file.metadata(), &fs::metadata(path)), (Ok(held), Ok(found)) if same(held, found))
}

#[cfg(not(unix))]
fn is_there(_: &File, path: &Path) -> bool {
    path.exists()
}

#[cfg(test)]
mod tests {
    use super::*;

    const RUN: &str = "0123456789abcdef0123456789abcdef";

    fn sent() -> Settlement {
        Settlement { state: "sent".to_owned(), detail: "250 ok\r\nid\t7".to_owned(), ..Settlement::default() }
    }

    #[test]
    fn what_a_killed_run_did_is_known_but_for_the_message_it_was_giving() {
        let folder = tempfile::tempdir().expect("a folder");
        let register = folder.path().join("ata.db");
        let mut journal = Journal::create(&register, RUN, Some("monday")).expect("a journal");
        journal.begin(1, 1).expect("noted");
        journal.settle(1, 1, &sent()).expect("noted");
        journal.begin(2, 3).expect("noted");
        assert!(matches!(look(&register, RUN, Some("monday")), Ok(Run::Alive)));
        sweep(&register, &HashSet::new());
        drop(journal);
        let states = |boot| {
            let run = look(&register, RUN, boot).expect("read");
            [(1, 1), (2, 3), (3, 1)].map(|(id, attempt)| run.verdict(id, attempt).expect("ended").state)
        };
        assert_eq!(states(Some("monday")), ["sent", "uncertain", "returned"]);
        // After a power cut, or where the start of the machine is not known, what is not said may still have been.
        assert_eq!(states(Some("tuesday")), ["sent", "uncertain", "uncertain"]);
        assert_eq!(states(None), ["sent", "uncertain", "uncertain"]);
        let verdict = look(&register, RUN, None).expect("read").verdict(1, 1).expect("ended");
        assert_eq!(verdict.detail, "250 ok id 7");
        sweep(&register, &HashSet::from([RUN.to_owned()]));
        assert!(matches!(look(&register, RUN, None), Ok(Run::Ended(_))));
        sweep(&register, &HashSet::new());
        assert!(matches!(look(&register, RUN, None), Ok(Run::Unknown)));
    }

    #[test]
    fn a_line_that_was_not_written_to_its_end_says_nothing_and_garbage_is_passed_over() {
        let trace = read("ata\tmonday\n1\t1\tbegun\n\u{0}\nx\ty\tz\n2\t1\tsent\t\t\t250 ok", Some("monday"));
        assert_eq!(trace.marks, HashMap::from([((1, 1), Mark::Begun)]));
        assert!(trace.is_whole);
    }

    #[test]
    fn a_register_cannot_name_a_file_elsewhere() {
        let folder = tempfile::tempdir().expect("a folder");
        let register = folder.path().join("ata.db");
        for run in ["", "../x", "/etc/passwd", "0123456789abcdef0123456789abcde/"] {
            assert!(matches!(look(&register, run, None), Ok(Run::Unknown)), "{run}");
            assert!(Journal::create(&register, run, None).is_err(), "{run}");
        }
    }
}
