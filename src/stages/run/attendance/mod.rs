//! Attendance from files: which session each row is about, who each person is, and what came of it. A file is one operation.

mod place;
mod read;
mod rejects;
mod sensitive;
mod sift;

use crate::env::{Desk, Env};
use crate::error::Fault;
use crate::intake::{DateOrder, Guess, Input, IntakeError, Options, Source, guess, sniff};
use crate::phrase;
use crate::stages::imported;
use crate::stages::passage::must_be_open;
use crate::stages::reading::Reading;
use crate::stages::refused;
use crate::stages::run::mark::not_yet;
use crate::typed;
use crate::view::Answer;
use ata_model::country::Country;
use ata_model::import::{ImportResult, Reject, Step, Warning};
use ata_model::op::Op;
use ata_store::{Added, Db, Intake, Taken, Tally};
use clap::builder::PossibleValuesParser;
use place::Place;
use read::Heard;
use sha2::{Digest, Sha256};
use std::io::Read;
use std::path::{Path, PathBuf};

/// Take attendance from files: CSV or Excel, of Zoom, Teams, Meet, a form or made by hand
///
/// What a file is, is found out from its content. Our own plain list is a CSV (UTF-8 or Windows-1252; comma, semicolon or tab)
/// with one header line and any of these columns, as long as somebody can be told: session, name (or first_names and
/// last_names), doc (CC:1098765432, or doc_type and doc_number), email, phone, organisation, post, territory, role, status
/// (present, absent, excused, late), minutes, join and leave (2026-03-04 09:00 or 09:00). Their names in Spanish and Portuguese
/// are understood too.
///
/// People are recognised by document, then by an e-mail address of their own, then by name among the invited, those noted in the
/// session, and their organisation; whoever may be several people waits in person candidates until somebody says who it is. Without
/// a status the minutes decide, by the threshold of the profile. Marks made by hand stay. Rows that cannot be read are listed with
/// line, field, value and reason (exit code 6); the others are kept. The same file twice changes nothing.
#[derive(clap::Args)]
pub struct Args {
    /// The session; or the case, when a column says which session each row is about
    #[arg(value_name = "SESSION|CASE")]
    session: String,
    /// The files; - reads standard input
    #[arg(required = true)]
    file: Vec<PathBuf>,
    /// Which system made the file (else found out)
    #[arg(long, default_value = "auto", value_parser = sources())]
    source: String,
    #[command(flatten)]
    reading: Reading,
    /// In which order numeric dates are written (else found out)
    #[arg(long, value_parser = ["dmy", "mdy", "ymd"])]
    date_order: Option<String>,
    /// Take the file also when it says it is about another day than the session's
    #[arg(long)]
    any_date: bool,
    /// Write the refused rows here, as they are in the file, with line, field and reason (CSV); of files with other columns in FILE-2, FILE-3 …
    /// An older list is emptied when no row is refused
    #[arg(long, value_name = "FILE")]
    rejects: Option<PathBuf>,
}

fn sources() -> PossibleValuesParser {
    PossibleValuesParser::new(std::iter::once("auto").chain(Source::ALL.iter().map(|source| source.as_str())))
}

/// A file, wherever its bytes are.
struct File {
    /// As it is shown.
    name: String,
    path: PathBuf,
    /// The session, as it was named.
    asked: String,
    /// What standard input held.
    bytes: Option<Vec<u8>>,
    sha256: String,
    /// In bytes.
    size: u64,
}

impl File {
    fn open(path: &Path, asked: &str, env: &Env) -> Result<File, Fault> {
        let mut hash = Sha256::new();
        let (bytes, size) = if path == Path::new("-") {
            let bytes = env.read(path)?;
            hash.update(&bytes);
            let size = bytes.len() as u64;
            (Some(bytes), size)
        } else {
            (None, digest(path, &mut hash).map_err(|error| crate::error::file_fault(path, &error))?)
        };
        let name = path.file_name().map_or_else(|| "-".to_owned(), |name| name.to_string_lossy().into_owned());
        let name = ata_model::name::clean(&name).unwrap_or_else(|_| "-".to_owned());
        let sha256 = hash.finalize().iter().map(|byte| format!("{byte:02x}")).collect();
        Ok(File { name, path: path.to_owned(), asked: asked.to_owned(), bytes, sha256, size })
    }

    fn input(&self) -> Input<'_> {
        self.bytes.as_deref().map_or(Input::File(&self.path), Input::Bytes)
    }
}

/// Takes the digest of a file, and its size.
fn digest(path: &Path, hash: &mut Sha256) -> std::io::Result<u64> {
    let mut file = std::fs::File::open(path)?;
    let mut piece = vec![0; 256 * 1024];
    let mut size = 0;
    loop {
        match file.read(&mut piece)? {
            0 => return Ok(size),
            read => {
                hash.update(&piece[..read]);
                size += read as u64;
            }
        }
    }
}

pub fn run(args: &Args, env: &Env) -> Result<Answer, Fault> {
    refused::must_be_another_file(args.rejects.as_deref(), args.file.iter().map(PathBuf::as_path))?;
    let mut desk = env.desk()?;
    let (place, early) = {
        let lens = desk.lens();
        desk.store.snapshot(|db| -> Result<_, Fault> {
            let place = Place::find(db, &args.session)?;
            must_be_open(&db.case(place.case, &lens)?)?;
            let session = place.only().map(|only| db.session(only.key)).transpose()?;
            let early = session.and_then(|session| not_yet(&session, env.now));
            Ok((place, early))
        })?
    };
    let options = options(args, &place, desk.country())?;
    let files = args.file.iter().map(|path| File::open(path, &args.session, env)).collect::<Result<Vec<_>, Fault>>()?;
    if let [_, _, ..] = &files[..] {
        // One that cannot be read keeps the others from being taken in.
        for file in &files {
            read::check(file, &options)?;
        }
        if env.globals.dry_run {
            desk.store.rehearse()?;
        }
    }
    let mut results = Vec::new();
    for file in &files {
        results.push(take(file, &place, args, &options, &mut desk)?);
    }
    match args.rejects.as_deref().filter(|_| !env.globals.dry_run) {
        Some(path) => {
            let answer = imported::answers(results.clone(), env).notes(early);
            rejects::beside(answer, path, &files, &results, &options, env)
        }
        None => Ok(imported::answers(results, env).notes(early)),
    }
}

/// The fault of a file that cannot be read, with the option that helps.
fn unreadable(file: &File, error: &IntakeError) -> Fault {
    let fault = crate::stages::unreadable::fault(&file.path, error);
    match error {
        IntakeError::NoHeader { found } | IntakeError::NotThisSource { found, .. } => match guess(found) {
            Some(guess) => fault.try_this(command(file, &guess)),
            None => fault.hint(phrase!("import-hint-no-header")),
        },
        IntakeError::UnknownColumn { .. } | IntakeError::UnknownField { .. } => fault.hint(phrase!("import-hint-map")),
        IntakeError::OtherDateOrder { .. } => fault.hint(phrase!("import-hint-other-order")),
        IntakeError::AmbiguousDates { .. } => fault.hint(phrase!("import-hint-date-order")),
        _ => fault,
    }
}

/// The command that names the columns by hand, ready to be corrected and run.
fn command(file: &File, guess: &Guess) -> String {
    let mut line = format!("ata run attendance {} {}", file.asked, typed::path(&file.path));
    if !guess.is_first {
        line.push_str(&format!(" --header-row {}", guess.header_line));
    }
    for (field, column) in &guess.map {
        line.push_str(&format!(" --map {}", typed::word(&format!("{field}={column}"))));
    }
    line
}

fn options(args: &Args, place: &Place, country: Country) -> Result<Options, Fault> {
    let only = place.only();
    Ok(Options {
        source: Source::parse(&args.source),
        date_order: args.date_order.as_deref().and_then(DateOrder::parse),
        session_date: only.map(|session| session.start.date()),
        session_start: only.map(|session| session.start),
        session_end: only.map(|session| session.end),
        session_offset: place.offset(),
        clock_change: only.and_then(|session| session.change),
        country: Some(country),
        ..args.reading.options()?
    })
}

/// How the file was to be read: empty when nothing was said.
fn reading(args: &Args, place: &Place) -> String {
    let case = place.only().is_none().then_some(place.case);
    let mut said = serde_json::json!([args.reading.said(), args.source, args.date_order, case]);
    let silent = serde_json::json!(["", "auto", null, null]);
    if let Some(said) = said.as_array_mut().filter(|_| args.any_date) {
        // The rows of other days, refused before, are taken now.
        said.push(serde_json::json!("any-date"));
    }
    if said == silent { String::new() } else { said.to_string() }
}

/// Takes one file in.
fn take(file: &File, place: &Place, args: &Args, options: &Options, desk: &mut Desk) -> Result<ImportResult, Fault> {
    let reading = reading(args, place);
    let session = place.sessions.first().map(|session| session.key);
    if let Some(earlier) = desk.store.same_import("attendance", session, &file.sha256, &reading)?
        && desk.store.open_reviews(earlier.id)? == 0
        && !desk.stamp.dry_run
    {
        return Ok(again(earlier.result, earlier.id, file));
    }
    let country = desk.country();
    let salt = desk.row.instance.clone();
    let (store, lens, stamp) = desk.split();
    let rule = lens.profile.attendance;
    let slots = place.slots();
    let outcome =
        store.transact_bulk(Op::RunAttendance, stamp, Added::ByImport, file.size, |tx| -> Result<_, Fault> {
            must_be_open(&tx.case(place.case, &lens)?)?;
            tx.about(place.case);
            let approach = lens.profile.differential.as_ref();
            let sieve =
                sift::Sieve::new(country, place, organisations(tx)?, approach).salted(&salt).of_any_date(args.any_date);
            let sniffed = sniff(file.input(), options).map_err(|error| unreadable(file, &error))?;
            let source = sniffed.source;
            let taken = Taken {
                session,
                file: &file.name,
                sha256: &file.sha256,
                source: source.as_str(),
                bytes: sniffed.size,
                is_planned: stamp.dry_run,
            };
            let notice = approach.map_or("", |approach| approach.version.as_str());
            let mut intake = Intake::new(tx, taken, place.case, &slots, rule)?.under(notice);
            let heard =
                read::each_batch(file, options, sniffed, sieve, |batch| intake.take(tx, batch).map_err(Fault::from))?;
            if !args.any_date {
                must_be_of_the_day(file, source, &heard, place)?;
            }
            let tally = intake.finish(tx, heard.is_rest)?;
            let result = result(file, place, source.as_str(), heard, tally, stamp.dry_run);
            if let Some(import) = result.import.as_deref().and_then(|id| id.strip_prefix("I-")?.parse().ok()) {
                tx.finish_import(import, &result)?;
                tx.note_reading(import, &reading)?;
            }
            Ok(result)
        })?;
    Ok(outcome.value)
}

/// Refuses a file that says it is about another day than the session. The stamps of a form say when it was filled in: those only
/// warn.
fn must_be_of_the_day(file: &File, source: Source, heard: &Heard, place: &Place) -> Result<(), Fault> {
    let (Some(session), Some(found)) = (place.only(), &heard.decided.session_date) else { return Ok(()) };
    let day = session.start.date().to_string();
    let last = session.end.date().to_string();
    let is_when_filled = source.is_form() && heard.decided.date_from.as_deref() == Some("cells");
    if (&day..=&last).contains(&found) || is_when_filled {
        return Ok(());
    }
    let from = crate::locale::Arg::Word(format!("import-date-{}", from_code(heard)));
    let phrase =
        phrase!("import-other-day", file = &file.name, found = found, from = from, session = &session.id, day = day);
    Err(Fault::refused(phrase).hint(phrase!("import-other-day-hint", session = &session.id)))
}

fn from_code(heard: &Heard) -> String {
    heard.decided.date_from.as_deref().unwrap_or("cells").replace('_', "-")
}

/// Names and codes of the registered organisations, folded; none where two have the same.
fn organisations(db: &Db) -> Result<sift::Organisations, Fault> {
    let mut known = sift::Organisations::default();
    for organisation in db.organisations("")? {
        let names = [Some(&organisation.name), organisation.code.as_ref()];
        for name in names.into_iter().flatten() {
            let entry = known.entry(ata_model::name::fold(name)).or_insert(Some(organisation.key));
            if *entry != Some(organisation.key) {
                *entry = None;
            }
        }
    }
    Ok(known)
}

fn result(file: &File, place: &Place, source: &str, mut heard: Heard, tally: Tally, is_planned: bool) -> ImportResult {
    if tally.left_out > 0 {
        heard.ignored.insert("ignored_by_hand", tally.left_out);
    }
    let mut warnings: Vec<Warning> = heard.warnings;
    // What the file alone shows is not said a second time.
    let is_said = |new: &Warning| warnings.iter().any(|old| (old.line, &old.code) == (new.line, &new.code));
    let more: Vec<Warning> = tally.warnings.into_iter().filter(|new| !is_said(new)).collect();
    warnings.extend(more);
    let mut rejects: Vec<Reject> = heard.rejects;
    rejects.sort_by_key(|reject| reject.line);
    ImportResult {
        import: tally.import.map(|id| format!("I-{id}")),
        file: file.name.clone(),
        sha256: file.sha256.clone(),
        source: source.to_owned(),
        rows: heard.rows,
        sessions: place.named(&heard.sessions),
        people: Some(tally.people),
        new_people: Some(tally.new_people),
        matched: Some(tally.matched),
        differential: Some(tally.differential).filter(|n| *n > 0),
        review: tally.review,
        updated: tally.updated,
        unchanged: tally.unchanged,
        ignored: heard.ignored.values().sum(),
        ignored_reasons: heard.ignored.into_iter().map(|(reason, n)| (reason.to_owned(), n)).collect(),
        decided: Some(heard.decided),
        rejected: rejects.len() as i64,
        plan: is_planned.then(|| plan(tally.plan, heard.aside, &rejects)),
        rejects,
        warnings,
        changes: tally.changes,
        changed: tally.import.is_some(),
        ..ImportResult::default()
    }
}

/// Every row of the file, in its order.
fn plan(mut steps: Vec<Step>, aside: Vec<Step>, rejects: &[Reject]) -> Vec<Step> {
    steps.extend(aside);
    steps.extend(rejects.iter().map(imported::refused));
    steps.sort_by_key(|step| step.line);
    steps
}

/// The same file a second time: everybody is known, and nothing changes.
fn again(first: ImportResult, import: i64, file: &File) -> ImportResult {
    ImportResult {
        import: Some(format!("I-{import}")),
        file: file.name.clone(),
        new_people: Some(0),
        matched: first.people,
        updated: 0,
        unchanged: first.people.unwrap_or(0),
        review: 0,
        warnings: Vec::new(),
        changes: Vec::new(),
        changed: false,
        ..first
    }
}
