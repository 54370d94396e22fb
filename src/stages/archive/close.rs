//! Closing a case: its folios get their numbers, and nothing of it changes any more.

use super::due::disposal;
use super::filed::Filed;
use crate::env::Env;
use crate::error::Fault;
use crate::locale::Words;
use crate::phrase;
use crate::stages::brief;
use crate::stages::passage::leave;
use crate::typed;
use crate::view::Answer;
use ata_model::case::Case;
use ata_model::control::send_hint;
use ata_model::op::Op;
use ata_model::stage::Stage;
use ata_store::{Lens, Tx};
use clap::Args;
use serde::Serialize;

#[derive(Args)]
pub struct Close {
    /// Cases
    #[arg(required = true)]
    case: Vec<String>,
    /// Waive a control point, where the profile allows it
    #[arg(long, value_name = "CONTROL=REASON")]
    waive: Vec<String>,
}

#[derive(Serialize)]
struct Closed {
    #[serde(flatten)]
    case: Case,
    folios: i64,
    folders: usize,
    /// SHA-256 of the case's content.
    seal: String,
    /// How long it is kept and what becomes of it then; none for a case closed without a series.
    #[serde(flatten)]
    keeping: Option<Keeping>,
}

#[derive(Serialize)]
struct Keeping {
    office_until: String,
    central_until: String,
    disposal: String,
}

fn keeping(tx: &Tx<'_>, key: i64) -> Result<Option<Keeping>, Fault> {
    let Some(file) = tx.case_files(None, None, Some(key))?.pop() else { return Ok(None) };
    let Some(days) = file.kept.as_ref().map(|kept| kept.retention(&file.series)) else { return Ok(None) };
    Ok(Some(Keeping {
        office_until: days.office_until.to_string(),
        central_until: days.central_until.to_string(),
        disposal: file.series.disposal,
    }))
}

pub fn run(args: &Close, env: &Env) -> Result<Answer, Fault> {
    let mut desk = env.desk()?;
    let waivers = args.waive.iter().map(|text| typed::waiver(text)).collect::<Result<Vec<_>, Fault>>()?;
    let (store, lens, stamp) = desk.split();
    let mut notes = Vec::new();
    let outcome = store.transact(Op::ArchiveClose, stamp, |tx| -> Result<_, Fault> {
        let mut closed = Vec::new();
        for key in typed::each(&args.case, |text| tx.find_case(text))? {
            let case = tx.case(key, &lens)?;
            if case.state != "closed" {
                leave(tx, &lens, key, Stage::Archive, &waivers, None)?;
                must_be_told(tx, &case)?;
                let uncalled = tx.cancel_uncalled(key)?;
                if uncalled > 0 {
                    notes.push(phrase!("archive-uncalled", n = uncalled, case = &case.id));
                }
                seal(tx, &lens, key)?;
            }
            let filed = Filed::read(tx, key, lens.profile)?;
            closed.push(Closed {
                case: tx.case(key, &lens)?,
                folios: filed.folios(),
                folders: filed.foliation.folders.len(),
                seal: tx.seal_given(key)?.unwrap_or_default(),
                keeping: keeping(tx, key)?,
            });
        }
        Ok(closed)
    })?;
    let answer = Answer::changes(outcome.value, outcome.changed, env, |closed: &Closed, words: &Words| {
        let folios = phrase!("archive-closed", folios = closed.folios, folders = closed.folders);
        let page = brief::case(&closed.case, words).line(format!("  {}", words.say(&folios)));
        let kept = closed.keeping.as_ref().map(|kept| {
            let (office, central) = (&kept.office_until, &kept.central_until);
            let disposal = disposal(&kept.disposal, words);
            phrase!("archive-kept-until", office = office, central = central, disposal = disposal)
        });
        kept.iter()
            .fold(page, |page, kept| page.line(format!("  {}", words.say(kept))))
            .line(format!("  sha256 {}", closed.seal))
    });
    Ok(answer.notes(notes))
}

/// The oldest document first, one series of numbers through all folders; then the seal.
fn seal(tx: &mut Tx<'_>, lens: &Lens<'_>, key: i64) -> Result<(), Fault> {
    let filed = Filed::read(tx, key, lens.profile)?;
    let ranges = filed.numbered().filter_map(|(document, range)| range.map(|(from, to)| (document.key, from, to)));
    let ranges: Vec<(i64, i64, i64)> = ranges.collect();
    tx.number_folios(key, &ranges)?;
    tx.seal_case(key)?;
    Ok(())
}

/// An e-mail on its way, or one nobody knows the fate of, could not be written down any more.
fn must_be_told(tx: &Tx<'_>, case: &Case) -> Result<(), Fault> {
    let pending: Vec<_> = tx
        .messages(Some(case.key), None)?
        .into_iter()
        .filter(|message| match message.state.as_str() {
            "sending" | "uncertain" => true,
            state => state == "queued" && message.channel == "email",
        })
        .collect();
    let Some(first) = pending.first() else { return Ok(()) };
    let hint = match first.state.as_str() {
        "queued" => send_hint(&case.id, tx.mail_way()?.is_some()),
        _ => format!("ata notify resolve {} sent|failed", first.id),
    };
    Err(Fault::refused(phrase!("archive-pending", case = &case.id, n = pending.len())).try_this(hint))
}
