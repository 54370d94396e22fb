//! Is this the copy of the register that sends? A register that was copied, or put back from a backup, does not know what another
//! file has told people meanwhile, and must not tell them again.
//!
//! A small file beside the register, `ata.db-sender`, bears witness: it repeats the token that stands in the register, says where the
//! register lies, and names the last operation that took messages in hand. A copy has no such file; one that was taken along
//! finds that its register lies elsewhere; and a register that was put back does not have the operation the file names.
//! What rolls back both at once (a snapshot of the whole disk) goes unnoticed. A register that is renamed or moved within its
//! disk, together with the file, stays the one that sends.

use crate::env::Desk;
use crate::error::{Fault, file_fault};
use crate::phrase;
use crate::stages::notify::here::Here;
use ata_model::op::Op;
use ata_store::{Db, DeskRow, Operation, Outcome, SendingCopy, Tx, token};
use serde::{Deserialize, Serialize};
use std::fs::{File, OpenOptions};
use std::io::{self, Read, Write};
use std::path::{Path, PathBuf};

/// The record is always so long, so that it is replaced by one write and never found half written.
const OCTETS: usize = 4096;

/// What the file says.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
struct Record {
    instance: String,
    token: String,
    machine: Option<String>,
    file: Option<u64>,
    path: String,
    /// The last operation that took messages in hand; 0 before the first.
    op: i64,
    hash: String,
}

/// What this register is.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Standing {
    /// Nobody has sent from it yet.
    New,
    /// The one that sends.
    Original,
    /// It, or the file it was made from, sent elsewhere.
    Copied { place: String },
    /// It was put back to what it was before operation `op`, which sent.
    Restored { op: i64 },
}

pub struct Witness {
    path: PathBuf,
    here: Here,
    instance: String,
}

impl Witness {
    pub fn of(register: &Path, row: &DeskRow) -> Witness {
        let here = Here::of(register);
        let mut name = here.path.as_os_str().to_owned();
        name.push("-sender");
        Witness { path: PathBuf::from(name), here, instance: row.instance.clone() }
    }

    /// # Errors
    /// What the store says, or a file that is there and cannot be read.
    pub fn standing(&self, db: &Db) -> Result<Standing, Fault> {
        // The file is made before the register says so: whoever finds it said finds the file.
        let copy = db.sending_copy()?;
        let record = self.read().map_err(|error| file_fault(&self.path, &error))?;
        // Another register had this name before.
        let record = record.filter(|record| record.instance == self.instance);
        let hash = match &record {
            Some(record) if record.op > 0 => db.operation_hash(record.op)?,
            _ => None,
        };
        Ok(judge(&self.here, record.as_ref(), copy.as_ref(), hash.as_deref()))
    }

    /// Refuses to send from what is not the original.
    ///
    /// # Errors
    /// Refused, with the command that makes it the one that sends.
    pub fn must_be_original(&self, db: &Db) -> Result<Standing, Fault> {
        let phrase = match self.standing(db)? {
            Standing::Copied { place } => phrase!("notify-copied", place = place),
            Standing::Restored { op } => phrase!("notify-restored", op = op),
            standing => return Ok(standing),
        };
        Err(Fault::refused(phrase).try_this("ata notify adopt"))
    }

    /// Makes this copy the one that sends, unless `if_new` and another run was quicker, and does `more` in the same operation. Writers
    /// come one after another, so the file is made while no other can be.
    ///
    /// # Errors
    /// What the store says, or the system of the file.
    pub fn take<T>(
        &self,
        desk: &mut Desk,
        op: Op,
        if_new: bool,
        more: impl FnOnce(&mut Tx<'_>) -> Result<T, Fault>,
    ) -> Result<Outcome<T>, Fault> {
        let (store, _, stamp) = desk.split();
        store.transact(op, stamp, |tx| {
            if !(if_new && tx.sending_copy()?.is_some()) {
                let token = token();
                if !stamp.dry_run {
                    self.begin(&token)?;
                }
                tx.set_sending_copy(&token, &self.place())?;
                tx.say(self.place());
            }
            more(tx)
        })
    }

    /// Where the register lies, for people.
    pub fn place(&self) -> String {
        self.here.path.display().to_string()
    }

    /// Bears witness for this register with a token.
    ///
    /// # Errors
    /// What the system says of the file.
    fn begin(&self, token: &str) -> Result<(), Fault> {
        let record = Record {
            instance: self.instance.clone(),
            token: token.to_owned(),
            machine: self.here.machine.clone(),
            file: self.here.file,
            path: self.place(),
            op: 0,
            hash: String::new(),
        };
        let write = || {
            let mut name = self.path.as_os_str().to_owned();
            // One writer comes after another: what a killed one left is written over.
            name.push(".partial");
            let partial = PathBuf::from(name);
            let mut file = File::create(&partial)?;
            file.write_all(&bytes(&record)?)?;
            file.sync_all()?;
            std::fs::rename(&partial, &self.path)
        };
        write().map_err(|error: io::Error| file_fault(&self.path, &error))
    }

    /// Names the newest operation that took messages in hand, before they leave. Where the register was moved within its disk, its
    /// new place is noted too.
    ///
    /// # Errors
    /// What the system says of the file.
    pub fn note(&self, operation: &Operation) -> Result<(), Fault> {
        self.update(operation).map_err(|error| file_fault(&self.path, &error))
    }

    fn update(&self, operation: &Operation) -> io::Result<()> {
        let mut file = OpenOptions::new().read(true).write(true).open(&self.path)?;
        file.lock()?;
        let Some(mut record) = parse(&mut file)? else { return Err(io::ErrorKind::InvalidData.into()) };
        if record.op >= operation.op {
            return Ok(());
        }
        (record.op, record.hash) = (operation.op, operation.hash.clone());
        (record.path, record.file) = (self.place(), self.here.file);
        put(&file, &bytes(&record)?)
    }

    fn read(&self) -> io::Result<Option<Record>> {
        match File::open(&self.path) {
            Err(error) if error.kind() == io::ErrorKind::NotFound => Ok(None),
            Err(error) => Err(error),
            Ok(mut file) => parse(&mut file),
        }
    }
}

/// What the register and its witness come to. A machine or file that is not known tells nothing; a file found at the same place, or
/// known by its number, has not been copied.
fn judge(here: &Here, record: Option<&Record>, copy: Option<&SendingCopy>, hash: Option<&str>) -> Standing {
    let Some(copy) = copy else {
        return match record {
            Some(record) if record.op > 0 => Standing::Restored { op: record.op },
            _ => Standing::New,
        };
    };
    let copied = || Standing::Copied { place: copy.place.clone() };
    let Some(record) = record else { return copied() };
    if record.op > 0 && hash != Some(record.hash.as_str()) {
        return Standing::Restored { op: record.op };
    }
    let same_machine = match (&here.machine, &record.machine) {
        (Some(here), Some(there)) => here == there,
        _ => true,
    };
    let same_path = here.path == Path::new(&record.path);
    let same_file = here.file.is_some() && here.file == record.file;
    if record.token == copy.token && same_machine && (same_path || same_file) { Standing::Original } else { copied() }
}

fn parse(file: &mut File) -> io::Result<Option<Record>> {
    let mut text = String::new();
    file.take(OCTETS as u64).read_to_string(&mut text)?;
    Ok(serde_json::from_str(text.trim_end()).ok())
}

fn bytes(record: &Record) -> io::Result<Vec<u8>> {
    let mut bytes = serde_json::to_vec(record)?;
    if bytes.len() >= OCTETS {
        // A place too long to be noted is known by the number of its file.
        bytes = serde_json::to_vec(&Record { path: String::new(), ..record.clone() })?;
    }
    bytes.resize(OCTETS - 1, b' ');
    bytes.push(b'\n');
    Ok(bytes)
}

#[cfg(unix)]
fn put(file: &File, bytes: &[u8]) -> io::Result<()> {
    std::os::unix::fs::FileExt::write_all_at(file, bytes, 0)
}

#[cfg(not(unix))]
fn put(mut file: &File, bytes: &[u8]) -> io::Result<()> {
    io::Seek::rewind(&mut file)?;
    file.write_all(bytes)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn here(path: &str, machine: Option<&str>, file: Option<u64>) -> Here {
        Here { path: PathBuf::from(path), machine: machine.map(str::to_owned), file }
    }

    #[test]
    fn a_copy_and_a_backup_put_back_are_known_and_a_move_is_neither() {
        let record = |op: i64| Record {
            instance: "i".to_owned(),
            token: "t".to_owned(),
            machine: Some("m".to_owned()),
            file: Some(7),
            path: "/srv/ata.db".to_owned(),
            op,
            hash: "h".to_owned(),
        };
        let copy = |token: &str| SendingCopy { token: token.to_owned(), place: "p".to_owned(), since: String::new() };
        let same = here("/srv/ata.db", Some("m"), Some(7));
        let copied = Standing::Copied { place: "p".to_owned() };
        let (mine, other, nine) = (copy("t"), copy("u"), record(9));
        for (here, record, copy, hash, expected) in [
            (&same, None, None, None, Standing::New),
            // Killed after the file was made and before the register knew of it.
            (&same, Some(&record(0)), None, None, Standing::New),
            (&same, Some(&nine), None, None, Standing::Restored { op: 9 }),
            (&same, Some(&nine), Some(&mine), Some("h"), Standing::Original),
            (&same, Some(&record(0)), Some(&mine), None, Standing::Original),
            (&same, None, Some(&mine), None, copied.clone()),
            (&same, Some(&nine), Some(&other), Some("h"), copied.clone()),
            (&same, Some(&nine), Some(&mine), None, Standing::Restored { op: 9 }),
            (&same, Some(&nine), Some(&mine), Some("x"), Standing::Restored { op: 9 }),
            // Moved within the disk; the disk found at another place; the same place after the disk was changed.
            (&here("/new/ata.db", Some("m"), Some(7)), Some(&nine), Some(&mine), Some("h"), Standing::Original),
            (&here("/srv/ata.db", Some("m"), Some(8)), Some(&nine), Some(&mine), Some("h"), Standing::Original),
            (&here("/srv/ata.db", None, None), Some(&nine), Some(&mine), Some("h"), Standing::Original),
            // Copied with its witness: to another folder, to another machine.
            (&here("/new/ata.db", Some("m"), Some(8)), Some(&nine), Some(&mine), Some("h"), copied.clone()),
            (&here("/srv/ata.db", Some("n"), Some(7)), Some(&nine), Some(&mine), Some("h"), copied.clone()),
        ] {
            assert_eq!(judge(here, record, copy, hash), expected, "{here:?} {record:?} {copy:?} {hash:?}");
        }
    }

    #[test]
    fn a_record_has_always_the_same_length() {
        let record = |path: String| Record {
            instance: "i".to_owned(),
            token: "t".to_owned(),
            machine: None,
            file: None,
            path,
            op: 1,
            hash: "h".repeat(64),
        };
        for path in ["/a".to_owned(), "/ñ".repeat(4000)] {
            assert_eq!(bytes(&record(path)).expect("fits").len(), OCTETS);
        }
    }
}
