//! Papers of the case file: control sheet, inventory, proof of notice, cover.

use super::clerk::Clerk;
use super::issue::{About, Draft};
use super::letters::as_told;
use super::meeting::blank;
use super::plans::about;
use crate::error::Fault;
use crate::locale::Words;
use crate::papers::control_sheet::ControlSheet;
use crate::papers::cover::{Cover, Volume};
use crate::papers::inventory::{Form, Inventory};
use crate::papers::proof::{NoticeProof, Told};
use crate::papers::{Kind, Signer};
use crate::phrase;
use crate::stages::archive::filed::{Filed, kind_title, profile_of};
use crate::stages::archive::fuid::{self, Heading};
use crate::stages::archive::inventory::{Scope, entries};
use crate::stages::passage::must_be_open;
use ata_model::case::Case;
use ata_model::document::layout::is_transfer;
use ata_model::document::{Document, SeriesLine};
use ata_model::session::Session;
use ata_store::Thing;
use chrono::NaiveDate;

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
    let profile = profile_of(clerk.db, key, &clerk.desk.row.profile)?;
    let words = Words::new(clerk.voice.language());
    let mut signers = clerk.signed(Vec::new(), &["signer-prepared", "signer-archive", "signer-coordinator"]);
    // The form asks for the post of each.
    for signer in signers.iter_mut().filter(|signer| signer.name.is_empty()) {
        signer.post = Some(format!("{}:", clerk.voice.label("post")));
    }
    let kind = |kind: &str| kind_title(&profile, &words, kind);
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
        // What lies in this folder; a file without folios lies in its only one.
        let inside = folders.get(at).and_then(|folder| filed.documents.get(folder.first..=folder.last));
        let is_inside = |one: &&Document| inside.is_none_or(|inside| inside.iter().any(|other| other.key == one.key));
        let inside: Vec<Document> = documents.iter().filter(is_inside).cloned().collect();
        let body = Cover::new(&case, series.as_ref(), &inside, volume, clerk.voice);
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
    let about = session.map_or_else(|| About::case(&case), |session| About::of(&case, session));
    if clerk.args.file && messages.is_empty() {
        let id = session.map_or(&case.id, |session| &session.id);
        return Err(blank(Kind::NoticeProof, id).try_this(format!("ata notify draft {}", case.id)));
    }
    let sessions = clerk.db.sessions_of(key)?;
    let (mut attempts, mut signatories) = (Vec::new(), Vec::new());
    for message in &mut messages {
        signatories.extend(clerk.db.signatory(message.key)?);
        message.sent_at = message.sent_at.as_ref().map(|at| clerk.local(at));
        let mut tries = clerk.db.attempts(message.key)?;
        for one in &mut tries {
            one.at = clerk.local(&one.at);
        }
        attempts.push(tries);
    }
    // Where one person signed all of it, that person attests it.
    signatories.dedup();
    let signer = match signatories[..] {
        [person] => clerk.signer(person)?,
        _ => Signer::default(),
    };
    let told = messages.iter().zip(attempts).map(|(message, attempts)| {
        let about = sessions.iter().find(|session| message.session.as_ref() == Some(&session.id));
        Told { message, session: about.map(|session| as_told(session, message.sequence)), attempts }
    });
    let told: Vec<Told<'_>> = told.collect();
    let signers = clerk.signed(vec![signer], &["official"]);
    let body = NoticeProof::new(&case, session, &told, signers, clerk.voice);
    clerk.draft(Kind::NoticeProof, &about, clerk.day(None), &body)
}

/// The folders of the files of a case, group or everybody, in the layout asked for.
pub fn form(clerk: &Clerk<'_>, thing: Option<Thing>) -> Result<Form, Fault> {
    let (about, _) = about(clerk, thing)?;
    let (group, case) = match thing {
        Some(Thing::Case(key)) => (None, Some(key)),
        Some(Thing::Organisation(key)) => (Some(key), None),
        _ => (None, None),
    };
    if let Some(key) = case {
        let case = clerk.db.case(key, &clerk.desk.lens())?;
        if case.series.is_none() {
            must_be_open(&case)?;
            return Err(Fault::refused(phrase!("desk-paper-unclassified", case = &case.id))
                .try_this(format!("ata archive classify {} --series CODE", case.id)));
        }
    }
    let args = clerk.args;
    if args.transfer.is_some() && !is_transfer(&args.purpose) {
        return Err(Fault::usage(phrase!("archive-no-transfer")).try_this("--purpose primary-transfer"));
    }
    let words = Words::new(clerk.voice.language());
    let day = inventory_day(clerk);
    let scope = Scope { group, year: args.year, case, closed: args.closed, purpose: &args.purpose, on: day };
    let (all, left_out) = entries(clerk.db, clerk.desk, &scope)?;
    clerk.notes.borrow_mut().extend(left_out);
    let heading =
        Heading { purpose: args.purpose.clone(), office: about.group, transfer: args.transfer.clone(), day: Some(day) };
    let layout =
        clerk.layout.as_ref().ok_or_else(|| Fault::usage(phrase!("desk-paper-about-what", kind = "inventory")))?;
    Ok(fuid::form(&all, layout, &heading, clerk.desk, &words).into())
}

/// What is due for transfer is so on a day, whether anything was written down on it or not.
fn inventory_day(clerk: &Clerk<'_>) -> NaiveDate {
    match is_transfer(&clerk.args.purpose) {
        true => clerk.day_of_standing(),
        false => clerk.day(None),
    }
}

pub fn inventory(clerk: &Clerk<'_>, thing: Option<Thing>) -> Result<Draft, Fault> {
    let (about, _) = about(clerk, thing)?;
    let form = form(clerk, thing)?;
    let mut signers = clerk.signed(vec![Signer::default(); form.signers.len()], &[]);
    for (signer, role) in signers.iter_mut().zip(&form.signers) {
        signer.role = Some(role.clone());
    }
    let body = Inventory::new(&form, signers, clerk.voice);
    clerk.draft(Kind::Inventory, &about, inventory_day(clerk), &body)
}
