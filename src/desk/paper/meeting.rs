//! What a session leaves: minutes, registers, sheets, the form to be filled in.

use super::called;
use super::clerk::{Clerk, Held};
use super::issue::{About, Draft};
use crate::error::Fault;
use crate::papers::attendance::AttendanceSheet;
use crate::papers::evaluation::EvaluationForm;
use crate::papers::minutes::{Meeting, Minutes, number};
use crate::papers::register::{Asked, DifferentialRegister, MeetingRegister};
use crate::papers::{Guest, Kind, Signer};
use crate::phrase;
use crate::stages::run::{self, mark::must_be_live};
use ata_model::attendance::Attendance;
use ata_model::case::Named;
use ata_model::commitment::Commitment;
use ata_model::differential::{Differential, UNDISCLOSED, VARIABLES};
use ata_model::document::Document;
use ata_model::name::fold;
use ata_model::register::{Organisation, municipality};
use ata_model::session::{MinutesNumber, Session};
use ata_store::{CommitmentFilter, Numbering, Thing, Told};
use chrono::NaiveDate;
use std::collections::HashMap;

/// None where such a paper cannot be about the thing.
pub fn drafts(clerk: &Clerk<'_>, kind: Kind, thing: Option<Thing>) -> Result<Option<Vec<Draft>>, Fault> {
    let Some(sessions) = clerk.sessions(thing)? else { return Ok(None) };
    let mut all = Vec::new();
    for held in &sessions {
        must_be_live(&held.session)?;
        if kind == Kind::Minutes && clerk.args.file {
            must_have_begun(clerk, &held.session)?;
        }
        match kind {
            Kind::Minutes => all.push(minutes(clerk, held)?),
            Kind::MeetingRegister => all.push(register(clerk, held)?),
            Kind::MeetingRegisterDifferential => all.push(differential(clerk, held)?),
            Kind::AttendanceSheet => all.push(sheet(clerk, held)?),
            _ => all.push(form(clerk, held)?),
        }
    }
    Ok(Some(all))
}

/// What is kept as a record has happened.
fn must_have_begun(clerk: &Clerk<'_>, session: &Session) -> Result<(), Fault> {
    if session.start_at <= clerk.desk.stamp.instant() {
        return Ok(());
    }
    let phrase = phrase!(
        "desk-paper-ahead",
        kind = called(Kind::Minutes.code()),
        session = &session.id,
        start = minute(&session.start)
    );
    Err(Fault::refused(phrase).try_this(format!("ata show {}", session.id)))
}

/// `2026-03-04 09:00`
pub fn minute(instant: &str) -> String {
    instant.get(..16).unwrap_or(instant).replace('T', " ")
}

/// A form that nobody filled in is no record of what happened.
fn must_be_filled(clerk: &Clerk<'_>, kind: Kind, session: &Session, people: &[Guest]) -> Result<(), Fault> {
    let is_blank = clerk.args.blank || people.iter().all(|guest| guest.state.is_none());
    match clerk.args.file && is_blank {
        true => Err(blank(kind, &session.id).try_this(format!("ata run attendance {} FILE", session.id))),
        false => Ok(()),
    }
}

/// Nothing to file: the paper says nothing yet.
pub fn blank(kind: Kind, about: &str) -> Fault {
    Fault::refused(phrase!("desk-paper-blank", kind = called(kind.code()), about = about))
}

/// What a session leaves is of the day it ended.
pub fn day(clerk: &Clerk<'_>, held: &Held) -> NaiveDate {
    let last = held.session.days().map(|(_, last)| last.to_string());
    clerk.day(last.as_deref())
}

/// Everybody on the roster, with what the register knows of them.
pub fn people(clerk: &Clerk<'_>, held: &Held) -> Result<Vec<Guest>, Fault> {
    let places = Places::read(clerk)?;
    let guest = |row: &Attendance| -> Result<Guest, Fault> {
        let person = clerk.db.person(clerk.db.find_person(&row.person.id)?)?;
        let mut guest = Guest::attending(row, Some(&person), clerk.voice);
        guest.territory = places.of(guest.territory.take(), person.org.as_ref());
        guest.leads = held.session.facilitators.iter().any(|one| one.id == row.person.id);
        Ok(guest)
    };
    clerk.db.roster(held.session.key)?.iter().map(guest).collect()
}

/// Whoever is invited, for a list to be signed.
fn invited(clerk: &Clerk<'_>, held: &Held) -> Result<Vec<Guest>, Fault> {
    let places = Places::read(clerk)?;
    let mut guests = Vec::new();
    for one in clerk.db.invited(held.session.key)?.into_iter().filter(|one| !one.withdrawn) {
        // An organisation sends whom it likes: a name to be written in.
        let person = one.person.map(|person| clerk.db.person(person)).transpose()?;
        let mut guest = Guest::invited(&one, person.as_ref());
        if person.is_none() {
            guest.organisation = Some(std::mem::take(&mut guest.name));
        }
        let organisation = one.organisation.as_ref().or(Some(&one.who).filter(|_| person.is_none()));
        guest.territory = places.of(guest.territory.take(), organisation);
        guests.push(guest);
    }
    Ok(guests)
}

/// The municipalities that the register knows.
pub struct Places {
    /// What they are called, by their codes.
    names: HashMap<String, String>,
    /// The codes of organisations, by their references.
    seats: HashMap<String, String>,
}

impl Places {
    pub fn read(clerk: &Clerk<'_>) -> Result<Places, Fault> {
        let all = clerk.db.organisations("")?;
        let is_municipality = |one: &&Organisation| one.kind == "municipality";
        let name = |one: &Organisation| Some((one.territory.clone()?, municipality(&one.name).to_owned()));
        let names: HashMap<String, String> = all.iter().filter(is_municipality).filter_map(name).collect();
        // The code of a department would stand in the column of the municipalities.
        let seat = |one: &Organisation| {
            let code = one.territory.clone()?;
            (is_municipality(&one) || names.contains_key(&code)).then(|| (one.id.clone(), code))
        };
        let seats = all.iter().filter_map(seat).collect();
        Ok(Places { names, seats })
    }

    /// The municipality that a text names, the longest where it names several.
    fn named_in(&self, text: &str) -> Option<String> {
        let words = format!(" {} ", fold(text));
        let is_named = |name: &&String| words.contains(&format!(" {} ", fold(name)));
        self.names.values().filter(is_named).max_by_key(|name| (name.len(), name.as_str())).cloned()
    }

    /// Somebody's municipality: their own, or else that of the organisation they come from.
    pub fn of(&self, own: Option<String>, organisation: Option<&Named>) -> Option<String> {
        let code = own.or_else(|| self.seats.get(&organisation?.id).cloned())?;
        Some(self.names.get(&code).cloned().unwrap_or(code))
    }
}

fn commitments(clerk: &Clerk<'_>, held: &Held, day: NaiveDate) -> Result<Vec<Commitment>, Fault> {
    let filter = CommitmentFilter { session: Some(held.session.key), ..CommitmentFilter::default() };
    let mut found = clerk.db.commitments(&filter, day)?;
    found.sort_by_key(|one| one.key);
    Ok(found)
}

/// The text of the minutes, and the document that holds it where it is a text.
pub fn written(clerk: &Clerk<'_>, session: i64) -> Result<(String, Option<Document>), Fault> {
    let Some(document) = clerk.db.written_minutes(session)? else { return Ok((String::new(), None)) };
    match String::from_utf8(clerk.db.content(&document.sha256)?) {
        Ok(text) if !document.filename.to_lowercase().ends_with(".pdf") => Ok((text, Some(document))),
        _ => {
            let phrase = phrase!("paper-minutes-elsewhere", id = &document.id, title = &document.title);
            Ok((clerk.voice.say(&phrase), None))
        }
    }
}

pub fn minutes(clerk: &Clerk<'_>, held: &Held) -> Result<Draft, Fault> {
    let session = &held.session;
    let day = day(clerk, held);
    let (text, document) = written(clerk, session.key)?;
    if clerk.args.file && document.is_none() {
        // Filed, they would meet the control point of minutes that nobody wrote.
        return Err(Fault::refused(phrase!("desk-paper-no-minutes", session = &session.id))
            .try_this(format!("ata run minutes {} FILE.md", session.id)));
    }
    let commitments = commitments(clerk, held, day)?;
    let mut others = clerk.db.sessions_of(held.case.key)?;
    others.retain(|other| other.start_at > session.start_at && other.state != "cancelled");
    others.sort_by(|a, b| a.start_at.cmp(&b.start_at));
    let documents = clerk.db.documents_of(held.case.key)?;
    let is_annex = |document: &&Document| {
        document.session.as_ref() == Some(&session.id) && document.replaced_by.is_none() && document.kind != "minutes"
    };
    let annexes: Vec<&Document> = documents.iter().filter(is_annex).collect();
    let mut attachments: Vec<String> = annexes.iter().map(|document| document.title.clone()).collect();
    let people = people(clerk, held)?;
    // The list of who was there goes along with the minutes, whether it was filed or is printed from here.
    let is_list = |document: &&Document| matches!(document.kind.as_str(), "attendance_sheet" | "meeting_register");
    if people.iter().any(|guest| guest.state.is_some()) && !annexes.iter().any(is_list) {
        attachments.insert(0, clerk.voice.label("title-roster"));
    }
    let city = met_in(clerk, session)?;
    let chair = clerk.signer_named(session.facilitators.first())?;
    let numbering = numbering(clerk, held)?;
    let number = match (&numbering, clerk.args.number.as_deref()) {
        (Some(numbering), _) => Some(number(&numbering.number, clerk.voice)),
        (None, Some(said)) => {
            let year = session.start.get(..4).and_then(|year| year.parse().ok()).unwrap_or_default();
            Some(number(&MinutesNumber { year, number: said.to_owned() }, clerk.voice))
        }
        (None, None) => session.minutes_number.as_ref().map(|own| number(own, clerk.voice)),
    };
    let body = Minutes::new(
        &Meeting {
            title: &held.case.title,
            number: number.as_deref(),
            city: city.as_deref(),
            convener: held.case.group.as_ref().map(|group| group.name.as_str()),
            session,
            people,
            text: &text,
            commitments: &commitments,
            next: others.first(),
            attachments,
            signers: clerk.signed(vec![chair], &["signer-chairs", "signer-secretary"]),
        },
        clerk.voice,
    );
    let mut draft = clerk.draft(Kind::Minutes, &About::session(held), day, &body)?;
    draft.stands_for = document.filter(|document| document.replaced_by.is_none()).map(|document| document.key);
    draft.numbering = numbering;
    Ok(draft)
}

/// The city people met in: as asked, else the municipality of the register that the place names, else where the institution sits.
fn met_in(clerk: &Clerk<'_>, session: &Session) -> Result<Option<String>, Fault> {
    let place = session.place.as_deref().filter(|_| clerk.args.place.is_none() && session.modality != "virtual");
    let named = place.map(|place| Ok::<_, Fault>(Places::read(clerk)?.named_in(place))).transpose()?.flatten();
    Ok(named.or_else(|| clerk.city().map(str::to_owned)))
}

/// The number of minutes that are filed: kept with them. Others bear the one they have, or what was said.
fn numbering(clerk: &Clerk<'_>, held: &Held) -> Result<Option<Numbering>, Fault> {
    if !clerk.args.file {
        return Ok(None);
    }
    let mut promised = clerk.promised.borrow_mut();
    let asked = clerk.args.number.as_deref();
    let numbering = run::minutes::numbering(clerk.db, &held.session, &held.case, asked, &promised)?;
    promised.push(numbering.clone());
    Ok(Some(numbering))
}

fn leader(clerk: &Clerk<'_>, held: &Held) -> Result<Vec<Signer>, Fault> {
    Ok(clerk.signed(vec![clerk.signer_named(held.session.facilitators.first())?], &["official"]))
}

pub fn register(clerk: &Clerk<'_>, held: &Held) -> Result<Draft, Fault> {
    let topics: Vec<&str> = held.session.agenda.iter().map(|item| item.topic.as_str()).collect();
    let brief = (!topics.is_empty()).then(|| topics.join("; "));
    let people = people(clerk, held)?;
    must_be_filled(clerk, Kind::MeetingRegister, &held.session, &people)?;
    let signers = leader(clerk, held)?;
    let title = &held.case.title;
    let body = MeetingRegister::new(title, &held.session, brief.as_deref(), &people, signers, clerk.voice);
    clerk.draft(Kind::MeetingRegister, &About::session(held), day(clerk, held), &body)
}

/// Its answers are sensitive: without `--include-sensitive` it is a form to be filled in by whoever wants to. Asked is what the profile
/// asks, under its notice.
fn differential(clerk: &Clerk<'_>, held: &Held) -> Result<Draft, Fault> {
    let Some(approach) = &clerk.desk.row.profile.differential else {
        return Err(Fault::refused(phrase!("desk-paper-not-asked")).try_this("ata profile show"));
    };
    let roster = clerk.db.roster(held.session.key)?;
    let told = match clerk.args.include_sensitive {
        true => clerk.db.differential(held.session.key)?,
        false => Vec::new(),
    };
    let people = people(clerk, held)?;
    must_be_filled(clerk, Kind::MeetingRegisterDifferential, &held.session, &people)?;
    let answers: Vec<[Option<&str>; 6]> = told.iter().map(answers).collect();
    let is_told = |at: usize| answers.iter().any(|answers| answers[at].is_some());
    let columns: Vec<usize> =
        (0..VARIABLES.len()).filter(|at| !approach.categories(*at).is_empty() || is_told(*at)).collect();
    let said = |row: &Attendance| -> Vec<Option<String>> {
        let own = told.iter().position(|told| told.person == row.person.id);
        let answer = |at: &usize| Some(said(clerk, approach, *at, answers[own?][*at]?));
        columns.iter().map(answer).collect()
    };
    let came = roster.iter().zip(people).filter(|(_, guest)| guest.came());
    let mut rows: Vec<(Guest, Vec<Option<String>>)> = came.map(|(row, guest)| (guest, said(row))).collect();
    if rows.is_empty() {
        rows = invited(clerk, held)?.into_iter().map(|guest| (guest, Vec::new())).collect();
    }
    let signers = leader(clerk, held)?;
    let variable = |at: &usize| clerk.voice.term("differential", &VARIABLES[*at].replace('_', "-"));
    let asked = Asked {
        variables: columns.iter().map(variable).collect(),
        notice: Some(&approach.notice).filter(|notice| !notice.trim().is_empty()).map(String::as_str),
        version: &approach.version,
    };
    let mut body = DifferentialRegister::new(&held.case.title, &held.session, &asked, &rows, signers, clerk.voice);
    body.is_filled = clerk.args.include_sensitive;
    clerk.draft(Kind::MeetingRegisterDifferential, &About::session(held), day(clerk, held), &body)
}

/// What somebody said of themselves, in the order of [`VARIABLES`]; none for what they did not answer.
fn answers(told: &Told) -> [Option<&str>; 6] {
    [&told.sex, &told.gender, &told.ethnicity, &told.disability, &told.victim, &told.age_band]
        .map(|answer| answer.as_deref().filter(|answer| !answer.is_empty()))
}

/// An answer in the profile's words; one who would rather not say it said so.
fn said(clerk: &Clerk<'_>, approach: &Differential, variable: usize, key: &str) -> String {
    match approach.label(variable, key) {
        label if label == UNDISCLOSED => clerk.voice.label("no-answer"),
        label => label,
    }
}

fn sheet(clerk: &Clerk<'_>, held: &Held) -> Result<Draft, Fault> {
    let (title, session, voice) = (&held.case.title, &held.session, clerk.voice);
    let people = people(clerk, held)?;
    must_be_filled(clerk, Kind::AttendanceSheet, session, &people)?;
    let is_known = people.iter().any(|guest| guest.state.is_some());
    let body = if is_known && !clerk.args.blank {
        AttendanceSheet::filled(title, session, &people, clerk.said, voice)
    } else {
        AttendanceSheet::blank(title, session, &invited(clerk, held)?, usize::from(clerk.args.lines), voice)
    };
    let plan = clerk.db.plan(held.case.key, &clerk.desk.lens())?;
    let is_advice = plan.is_some_and(|plan| plan.activity.as_deref() == Some("advice"));
    let mut body = if is_advice { body.of_kind("advice") } else { body };
    body.signers = leader(clerk, held)?;
    clerk.draft(Kind::AttendanceSheet, &About::session(held), day(clerk, held), &body)
}

fn form(clerk: &Clerk<'_>, held: &Held) -> Result<Draft, Fault> {
    let form = &clerk.desk.row.profile.evaluation;
    let body = EvaluationForm::new(form, &held.case.title, &held.session, clerk.voice);
    let mut draft = clerk.draft(Kind::EvaluationForm, &About::session(held), day(clerk, held), &body)?;
    if !form.title.is_empty() {
        draft.title = format!("{} {}", form.title, held.session.id);
        draft.paper.head.title.clone_from(&form.title);
    }
    Ok(draft)
}
