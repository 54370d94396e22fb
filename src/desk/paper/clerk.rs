//! Reads the register for papers: what all kinds need, and which kind is about what.

use super::issue::Draft;
use super::{Paper, called, certificates, dossier, letters, meeting, plans, results};
use crate::env::Desk;
use crate::error::Fault;
use crate::locale::Phrase;
use crate::papers::{Kind, Signer, Voice};
use crate::phrase;
use crate::stages::passage::must_be_own;
use crate::typed;
use ata_model::case::{Case, Named};
use ata_model::document::layout::Layout;
use ata_model::session::{Session, local};
use ata_store::{Bearings, Db, Numbering, Thing};
use chrono::NaiveDate;
use std::cell::RefCell;
use std::collections::HashSet;

#[derive(Clone)]
pub struct Clerk<'a> {
    pub db: &'a Db,
    pub desk: &'a Desk,
    pub voice: &'a Voice,
    pub args: &'a Paper,
    /// The writer's own words.
    pub said: Option<&'a str>,
    pub bearings: Option<Bearings>,
    /// The day that was asked for.
    asked: Option<NaiveDate>,
    today: NaiveDate,
    /// Of an inventory.
    pub layout: Option<Layout>,
    /// Who signs, where that was said.
    pub signers: Vec<Signer>,
    /// The numbers that minutes of this run bear.
    pub promised: RefCell<Vec<Numbering>>,
    /// What is to be told beside the papers.
    pub notes: RefCell<Vec<Phrase>>,
}

/// A session and its case.
pub struct Held {
    pub session: Session,
    pub case: Case,
}

impl<'a> Clerk<'a> {
    /// # Errors
    /// A day that is none; a signer who is not registered.
    pub fn new(
        db: &'a Db,
        desk: &'a Desk,
        voice: &'a Voice,
        args: &'a Paper,
        said: Option<&'a str>,
        layout: Option<Layout>,
    ) -> Result<Clerk<'a>, Fault> {
        let today = desk.today();
        let asked = args.date.as_ref().map(|text| typed::day(text, "--date", today)).transpose()?;
        let bearings = db.bearings()?;
        let (signers, promised, notes) = (Vec::new(), RefCell::default(), RefCell::default());
        let mut clerk = Clerk { db, desk, voice, args, said, bearings, asked, today, layout, signers, promised, notes };
        for text in &args.signed_by {
            clerk.signers.push(clerk.signer(db.find_person(text)?)?);
        }
        Ok(clerk)
    }

    /// The same on the day of an earlier operation, at that point of the log.
    #[must_use]
    pub fn back_at(mut self, bearings: Bearings) -> Clerk<'a> {
        self.today = read_day(&self.local(&bearings.at)).unwrap_or(self.today);
        self.bearings = Some(bearings);
        self
    }

    /// One kind about one thing. A closed case is told as it was when it was closed, as its package tells it; an inventory is made of the
    /// case files as they stand.
    fn told(&self, kind: Kind, text: &String, thing: Thing) -> Result<Vec<Draft>, Fault> {
        let case = self.db.case_of(thing)?.filter(|_| kind != Kind::Inventory);
        let closing = case.map(|case| self.db.closing(case)).transpose()?.flatten();
        let Some((case, closing)) = case.zip(closing) else { return self.about(kind, Some((text, thing))) };
        self.db.look_back(case)?;
        let clerk = self.clone().back_at(closing);
        let drafts = clerk.about(kind, Some((text, thing)));
        self.notes.replace(clerk.notes.take());
        self.db.look_around()?;
        drafts
    }

    /// The papers of a kind about what was named; one a reference at least.
    ///
    /// # Errors
    /// What the kind cannot be about; what the store says.
    pub fn drafts(&self, kind: Kind) -> Result<Vec<Draft>, Fault> {
        if self.args.reference.is_empty() {
            return self.about(kind, None);
        }
        let mut drafts = Vec::new();
        for (text, thing) in self.named()? {
            drafts.extend(self.told(kind, text, thing)?);
        }
        // A session may be named beside its case.
        let mut known = HashSet::new();
        drafts.retain(|draft| known.insert(draft.paper.head.reference.clone()));
        Ok(drafts)
    }

    /// What was named, each once. Of a copy nothing is issued.
    ///
    /// # Errors
    /// What names nothing, or a case taken in from elsewhere.
    pub fn named(&self) -> Result<Vec<(&'a String, Thing)>, Fault> {
        let mut named: Vec<(&String, Thing)> = Vec::new();
        for text in &self.args.reference {
            let thing = self.db.find_thing(text)?;
            if named.iter().any(|(_, known)| *known == thing) {
                continue;
            }
            if let Some(case) = self.db.case_of(thing)? {
                must_be_own(self.db, case)?;
            }
            named.push((text, thing));
        }
        Ok(named)
    }

    fn about(&self, kind: Kind, named: Option<(&String, Thing)>) -> Result<Vec<Draft>, Fault> {
        let thing = named.map(|(_, thing)| thing);
        let found = match kind {
            Kind::Convocation | Kind::Letter | Kind::Circular => letters::drafts(self, kind, thing)?,
            Kind::Minutes
            | Kind::MeetingRegister
            | Kind::MeetingRegisterDifferential
            | Kind::AttendanceSheet
            | Kind::EvaluationForm => meeting::drafts(self, kind, thing)?,
            Kind::Certificate => certificates::drafts(self, thing)?,
            Kind::EvaluationResults => results::drafts(self, thing)?,
            Kind::AnnualPlan | Kind::Schedule | Kind::Commitments | Kind::Report => plans::drafts(self, kind, thing)?,
            Kind::ControlSheet | Kind::Inventory | Kind::NoticeProof | Kind::Cover => {
                dossier::drafts(self, kind, thing)?
            }
        };
        match (found, named) {
            (Some(drafts), _) => Ok(drafts),
            (None, Some((text, _))) => {
                Err(Fault::usage(phrase!("desk-paper-not-about", kind = called(kind.code()), value = text))
                    .hint(phrase!(format!("desk-paper-about-{}", subjects(kind)), kind = kind.code())))
            }
            (None, None) => Err(Fault::usage(phrase!("desk-paper-about-what", kind = called(kind.code())))
                .hint(phrase!(format!("desk-paper-about-{}", subjects(kind)), kind = kind.code()))),
        }
    }

    /// A session with its case, or those of a case that were not called off; none for anything else.
    pub fn sessions(&self, thing: Option<Thing>) -> Result<Option<Vec<Held>>, Fault> {
        let lens = self.desk.lens();
        Ok(match thing {
            Some(Thing::Session(key)) => {
                let session = self.db.session(key)?;
                let case = self.db.case(session.case_key, &lens)?;
                Some(vec![Held { session, case }])
            }
            Some(Thing::Case(key)) => {
                let case = self.db.case(key, &lens)?;
                let mut sessions = self.db.sessions_of(key)?;
                sessions.retain(|session| session.state != "cancelled");
                if sessions.is_empty() {
                    return Err(Fault::refused(phrase!("desk-paper-no-sessions", case = &case.id))
                        .try_this(format!("ata schedule add {}", case.id)));
                }
                Some(sessions.into_iter().map(|session| Held { session, case: case.clone() }).collect())
            }
            _ => None,
        })
    }

    /// The day of a paper: as asked, else as the thing it is about has it, else of the newest operation.
    pub fn day(&self, own: Option<&str>) -> NaiveDate {
        self.asked
            .or_else(|| own.and_then(read_day))
            .or_else(|| read_day(&self.local(&self.bearings.as_ref()?.at)))
            .unwrap_or(self.today)
    }

    /// The day of a paper that tells how things stand: as asked, else today.
    pub fn day_of_standing(&self) -> NaiveDate {
        self.asked.unwrap_or(self.today)
    }

    /// Where papers are issued: as asked, else where the institution sits.
    pub fn city(&self) -> Option<&str> {
        let seat = Some(self.desk.row.profile.city.as_str()).filter(|city| !city.is_empty());
        self.args.place.as_deref().or(seat)
    }

    pub fn local(&self, instant: &str) -> String {
        local(instant, &self.desk.row.zone)
    }

    /// Who signs as themselves.
    pub fn signer(&self, person: i64) -> Result<Signer, Fault> {
        let person = self.db.person(person)?;
        Ok(Signer::new(person.name, person.post, person.org.map(|org| org.name)))
    }

    /// The same for somebody another record names; a line to be filled in for nobody.
    pub fn signer_named(&self, named: Option<&Named>) -> Result<Signer, Fault> {
        match named {
            Some(named) => self.signer(self.db.find_person(&named.id)?),
            None => Ok(Signer::default()),
        }
    }

    /// The signers of a paper: those asked for, else its own; under the words of its lines, if it has any.
    pub fn signed(&self, own: Vec<Signer>, lines: &[&str]) -> Vec<Signer> {
        let mut all = own;
        for (at, signer) in self.signers.iter().enumerate() {
            match all.get_mut(at) {
                Some(place) => *place = signer.clone(),
                None => all.push(signer.clone()),
            }
        }
        all.resize_with(all.len().max(lines.len()), Signer::default);
        for (signer, line) in all.iter_mut().zip(lines) {
            signer.role = Some(self.voice.label(line));
        }
        all
    }
}

/// The day of a text that begins with one.
fn read_day(text: &str) -> Option<NaiveDate> {
    text.get(..10)?.parse().ok()
}

/// What a kind can be about, as the words of a hint have it.
fn subjects(kind: Kind) -> &'static str {
    match kind {
        Kind::Convocation | Kind::Letter | Kind::Circular => "message",
        Kind::Minutes
        | Kind::MeetingRegister
        | Kind::MeetingRegisterDifferential
        | Kind::AttendanceSheet
        | Kind::Certificate
        | Kind::EvaluationForm
        | Kind::EvaluationResults
        | Kind::NoticeProof => "session",
        Kind::Report | Kind::ControlSheet | Kind::Cover => "case",
        Kind::AnnualPlan | Kind::Schedule | Kind::Inventory => "group",
        Kind::Commitments => "owner",
    }
}
