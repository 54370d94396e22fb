//! A case, or everything, as one JSON document, written piece by piece. The content of documents is named by its hash.

use crate::args::Format;
use crate::desk::dossier;
use crate::env::{Desk, Env};
use crate::error::{Fault, Midway};
use crate::locale::Words;
use crate::phrase;
use crate::stages::archive;
use crate::typed;
use crate::view::{Answer, Page, Shown};
use ata_store::{CaseFilter, CaseOrder, Db};
use clap::Args;
use serde_json::{Value, json};
use std::io::Write;

#[derive(Args)]
pub struct Export {
    /// Cases (else all of them, with the registers of organisations, people and boards)
    case: Vec<String>,
    /// With what people said of themselves for the differential approach: sensitive data
    #[arg(long)]
    include_sensitive: bool,
}

pub fn run(args: &Export, env: &Env) -> Result<Answer, Fault> {
    if matches!(env.format(), Format::Csv | Format::Tsv) {
        let case: String = args.case.iter().map(|case| format!("{case} ")).collect();
        return Err(Fault::usage(phrase!("look-export-form")).try_this(format!("ata export {case}--format jsonl")));
    }
    let desk = env.desk()?;
    let keys = typed::each(&args.case, |text| desk.store.find_case(text))?;
    Ok(Answer::new(Exported { desk, keys, include_sensitive: args.include_sensitive }))
}

struct Exported {
    desk: Desk,
    /// None: all of them.
    keys: Vec<i64>,
    include_sensitive: bool,
}

impl Exported {
    fn one(&self, db: &Db, key: i64) -> Result<Value, Fault> {
        let history = dossier::operations(db.log(Some(key), None, -1)?, &self.desk.row.zone);
        let mut record = archive::dossier::dossier(db, key, &self.desk.lens(), &history)?;
        if self.include_sensitive {
            for (at, session) in db.sessions_of(key)?.iter().enumerate() {
                record["sessions"][at]["differential"] = json!(db.differential(session.key)?);
            }
        }
        Ok(record)
    }

    fn write(&self, db: &Db, out: &mut dyn Write, lines: bool) -> Result<(), Stopped> {
        if let [key] = self.keys[..] {
            let record = self.one(db, key)?;
            let written = if lines { writeln!(out, "{record}") } else { writeln!(out, "{record:#}") };
            return Ok(written?);
        }
        let keys = match self.keys.is_empty() {
            false => self.keys.clone(),
            true => {
                db.case_keys(&CaseFilter::default(), CaseOrder::Oldest, None, &self.desk.lens()).map_err(Fault::from)?.0
            }
        };
        if !lines {
            out.write_all(b"{\"items\":[")?;
        }
        for (at, key) in keys.iter().enumerate() {
            let record = self.one(db, *key)?;
            match (lines, at) {
                (true, _) => writeln!(out, "{record}")?,
                (false, 0) => write!(out, "\n{record}")?,
                (false, _) => write!(out, ",\n{record}")?,
            }
        }
        if lines {
            return Ok(());
        }
        write!(out, "\n],\"total\":{}", keys.len())?;
        if self.keys.is_empty() {
            for (name, value) in registers(db)? {
                write!(out, ",\n\"{name}\":{value}")?;
            }
        }
        Ok(out.write_all(b"}\n")?)
    }
}

fn registers(db: &Db) -> Result<[(&'static str, Value); 3], Fault> {
    Ok([
        ("organisations", json!(db.organisations("")?)),
        ("persons", json!(db.persons("", None)?)),
        ("boards", json!(db.boards()?)),
    ])
}

/// Why writing ended before the end.
enum Stopped {
    Stream(std::io::Error),
    Store(Fault),
}

impl From<std::io::Error> for Stopped {
    fn from(error: std::io::Error) -> Stopped {
        Stopped::Stream(error)
    }
}

impl From<Fault> for Stopped {
    fn from(fault: Fault) -> Stopped {
        Stopped::Store(fault)
    }
}

impl From<ata_store::StoreError> for Stopped {
    fn from(error: ata_store::StoreError) -> Stopped {
        Stopped::Store(error.into())
    }
}

impl Shown for Exported {
    fn json(&self) -> Value {
        Value::Null
    }

    fn page(&self, _words: &Words) -> Page {
        Page::default()
    }

    fn stream(&self, out: &mut dyn Write, lines: bool) -> Option<std::io::Result<()>> {
        let written = self.desk.store.snapshot(|db| self.write(db, out, lines));
        Some(written.map_err(|stopped| match stopped {
            Stopped::Stream(error) => error,
            Stopped::Store(fault) => std::io::Error::other(Midway(fault)),
        }))
    }
}
