//! Papers of the case file: control sheet, inventory, proof of notice, cover.

use super::clerk::Clerk;
use super::issue::{About, Draft};
use super::plans::about;
use crate::error::Fault;
use crate::locale::Words;
use crate::papers::control_sheet::ControlSheet;
use crate::papers::cover::{Cover, Volume};
use crate::papers::inventory::{BASE, Header, Inventory, LAYOUTS, Layout, Purpose, Unit};
use crate::papers::proof::{NoticeProof, Told};
use crate::papers::{Kind, Signer};
use crate::stages::archive::filed::{Filed, kind_title};
use crate::stages::archive::inventory::{Entry, entries};
use ata_model::case::Case;
use ata_model::document::{Document, SeriesLine};
use ata_model::session::Session;
use ata_model::stage::Stage;
use ata_store::Thing;

/// What an inventory may be for, in the words of `--purpose`.
pub const PURPOSES: [&str; 4] = ["office", "primary", "secondary", "elimination"];

/// None where such a paper cannot be about the thing.
pub fn drafts(clerk: &Clerk<'_>, kind: Kind, thing: Option<Thing>) -> Result<Option<Vec<Draft>>, Fault> {
    Ok(match (kind, thing) {
        (Kind::Inventory, None | Some(Thing::Case(_) | Thing::Organisation(_))) => Some(vec![inventory(clerk, thing)?]),
        (Kind::NoticeProof, Some(Thing::Case(key))) => Some(vec![proof(clerk, key, None)?]),
        (Kind::NoticeProof, Some(Thing::Session(key))) => {
            let session = clerk.db.session(key)?;
            Some(vec![proof(clerk, session.case_key, Some(&session))?])
        }
        (Kind::ControlSheet, Some(Thing::Case(key))) => Some(vec![control_sheet(clerk, key)?]),
        (Kind::Cover, Some(Thing::Case(key))) => Some(covers(clerk, key)?),
        _ => None,
    })
}

/// The documents of a file with the folios they have, or would be given now. A print of the control sheet itself is not among
/// them: it lies before them.
fn numbered(clerk: &Clerk<'_>, case: i64) -> Result<(Vec<Document>, Filed), Fault> {
    let filed = Filed::read(clerk.db, case, &clerk.desk.row.profile)?;
    let own = clerk.db.papers_of(case)?;
    let is_sheet = |document: &Document| {
        own.iter().any(|paper| paper.document == document.key && paper.kind == Kind::ControlSheet.code())
    };
    let mut documents = Vec::new();
    for (document, range) in filed.numbered() {
        if !is_sheet(document) {
            let (folio_from, folio_to) = range.unzip();
            documents.push(Document { folio_from, folio_to, ..document.clone() });
        }
    }
    Ok((documents, filed))
}

fn series(clerk: &Clerk<'_>, case: &Case) -> Result<Option<SeriesLine>, Fault> {
    Ok(case.series.as_ref().map(|code| clerk.db.find_series(code)).transpose()?)
}

fn control_sheet(clerk: &Clerk<'_>, key: i64) -> Result<Draft, Fault> {
    let case = clerk.db.case(key, &clerk.desk.lens())?;
    let (documents, _) = numbered(clerk, key)?;
    let series = series(clerk, &case)?;
    let profile = &clerk.desk.row.profile;
    let words = Words::new(clerk.voice.language());
    let signers = clerk.signed(Vec::new(), &["signer-prepared"]);
    let kind = |kind: &str| kind_title(profile, &words, kind);
    let body = ControlSheet::new(&case, series.as_ref(), &documents, kind, signers, clerk.voice);
    clerk.draft(Kind::ControlSheet, &About::case(&case), clerk.day(None), &body)
}

fn covers(clerk: &Clerk<'_>, key: i64) -> Result<Vec<Draft>, Fault> {
    let case = clerk.db.case(key, &clerk.desk.lens())?;
    let (documents, filed) = numbered(clerk, key)?;
    let series = series(clerk, &case)?;
    let folders = &filed.foliation.folders;
    let of = folders.len().max(1);
    let about = About::case(&case);
    let one = |at: usize| -> Result<Draft, Fault> {
        let folios = folders.get(at).map(|folder| (folder.from, folder.to));
        let volume = Volume { number: at + 1, of, folios };
        let body = Cover::new(&case, series.as_ref(), &documents, volume, clerk.voice);
        let about = if of > 1 { about.clone().part(&(at + 1).to_string()) } else { about.clone() };
        clerk.draft(Kind::Cover, &about, clerk.day(None), &body)
    };
    (0..of).map(one).collect()
}

fn proof(clerk: &Clerk<'_>, key: i64, session: Option<&Session>) -> Result<Draft, Fault> {
    let case = clerk.db.case(key, &clerk.desk.lens())?;
    let mut messages = clerk.db.messages(Some(key), None)?;
    if let Some(session) = session {
        messages.retain(|message| message.session.as_ref() == Some(&session.id));
    }
    let mut attempts = Vec::new();
    for message in &mut messages {
        message.sent_at = message.sent_at.as_ref().map(|at| clerk.local(at));
        let mut tries = clerk.db.attempts(message.key)?;
        for one in &mut tries {
            one.at = clerk.local(&one.at);
        }
        attempts.push(tries);
    }
    let told: Vec<Told<'_>> =
        messages.iter().zip(attempts).map(|(message, attempts)| Told { message, attempts }).collect();
    let body = NoticeProof::new(&case, session, &told, clerk.voice);
    let about = session.map_or_else(|| About::case(&case), |session| About::of(&case, session));
    clerk.draft(Kind::NoticeProof, &about, clerk.day(None), &body)
}

/// The layout asked for, else the base.
pub fn layout(clerk: &Clerk<'_>) -> Layout {
    let asked = clerk.args.layout.as_deref();
    LAYOUTS.into_iter().find(|layout| Some(layout.name) == asked).unwrap_or(BASE)
}

/// The folders of the files of a case, group or everybody.
pub fn units(clerk: &Clerk<'_>, thing: Option<Thing>, layout: &Layout) -> Result<Vec<Unit>, Fault> {
    let (group, case) = match thing {
        Some(Thing::Case(key)) => (None, Some(key)),
        Some(Thing::Organisation(key)) => (Some(key), None),
        _ => (None, None),
    };
    let words = Words::new(clerk.voice.language());
    let has_case = layout.columns.iter().any(|(key, _, _)| *key == "case");
    let all = entries(clerk.db, clerk.desk, group, clerk.args.year, case, false)?;
    Ok(all.iter().map(|entry| unit(entry, has_case, &words)).collect())
}

fn unit(entry: &Entry, has_case: bool, words: &Words) -> Unit {
    let name = format!("{} {}", entry.case, entry.title);
    let mut unit = Unit::from([
        ("n", entry.order.to_string()),
        ("code", entry.code.clone()),
        ("folder", entry.folder.to_string()),
        ("volume", format!("{} {} {}", entry.folder, words.word("archive-fuid-of"), entry.folders)),
        ("folios", entry.folios.to_string()),
        ("support", words.word("archive-fuid-electronic")),
    ]);
    if has_case {
        unit.insert("series", entry.series.clone());
        unit.insert("case", name);
    } else {
        unit.insert("series", format!("{} · {name}", entry.series));
    }
    let mut set = |key, value: Option<String>| value.map(|value| unit.insert(key, value));
    set("from", entry.from.clone());
    // Where all is of one day, only the first is written.
    set("to", entry.to.clone().filter(|_| entry.to != entry.from));
    set("folio_from", entry.folio_from.map(|folio| folio.to_string()));
    set("folio_to", entry.folio_to.map(|folio| folio.to_string()));
    set("notes", (!entry.closed).then(|| words.word("archive-fuid-open")));
    unit
}

fn inventory(clerk: &Clerk<'_>, thing: Option<Thing>) -> Result<Draft, Fault> {
    let (about, _) = about(clerk, thing)?;
    let day = clerk.day(None);
    let row = &clerk.desk.row;
    let layout = layout(clerk);
    let header = Header {
        sender: Some(row.institution.clone()),
        producer: row.institution.clone(),
        unit: row.profile.rule(Stage::Archive).area.clone(),
        office: about.group.clone().unwrap_or_default(),
        purpose: match clerk.args.purpose.as_deref() {
            Some("primary") => Purpose::PrimaryTransfer,
            Some("secondary") => Purpose::SecondaryTransfer,
            Some("elimination") => Purpose::Elimination,
            _ => Purpose::Office,
        },
        entry: clerk.args.transfer.as_ref().map(|number| (day.to_string(), number.clone())),
    };
    let signers = vec![Signer::default(), Signer::default(), Signer::default()];
    let signers = clerk.signed(signers, &["signer-prepared", "signer-delivered", "signer-received"]);
    let body = Inventory::new(&header, &layout, &units(clerk, thing, &layout)?, signers, clerk.voice);
    clerk.draft(Kind::Inventory, &about, day, &body)
}
