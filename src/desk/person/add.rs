//! Registering a person, and changing what is known of one.

use super::page;
use crate::desk::identity::{document, email, fact, phone, territory};
use crate::env::{Desk, Env};
use crate::error::{Fault, Kind};
use crate::phrase;
use crate::stages::notify::address;
use crate::typed;
use crate::view::Answer;
use ata_model::duplicate::ALIKE;
use ata_model::name;
use ata_model::op::Op;
use ata_model::register::ROLES;
use ata_store::{Db, PersonFacts, Recognised, StoreError, Who};
use clap::Args;
use clap::builder::PossibleValuesParser;
use serde_json::json;

#[derive(Args)]
pub struct Add {
    /// Full name
    name: String,
    #[command(flatten)]
    facts: Facts,
}

#[derive(Args)]
pub struct Edit {
    /// People: P-9, a document, an e-mail address or a name
    #[arg(required = true)]
    person: Vec<String>,
    /// New name
    #[arg(long)]
    name: Option<String>,
    #[command(flatten)]
    facts: Facts,
}

/// What can be said of a person; with edit, an empty text takes a fact away.
#[derive(Args)]
pub struct Facts {
    /// Identity document, such as CC:1098765432; without a type, the country's usual one
    #[arg(long, value_name = "TYPE:NUMBER")]
    doc: Option<String>,
    /// E-mail address
    #[arg(long)]
    email: Option<String>,
    /// Telephone
    #[arg(long, value_name = "N")]
    phone: Option<String>,
    /// Post held
    #[arg(long, value_name = "TEXT")]
    post: Option<String>,
    /// The organisation they are registered under
    #[arg(long, value_name = "ORG")]
    org: Option<String>,
    /// Of the own staff, or a contact (contact, when nothing is said)
    #[arg(long, value_parser = PossibleValuesParser::new(ROLES))]
    role: Option<String>,
    /// Territory code of the country (DIVIPOLA, UBIGEO, INE, IBGE)
    #[arg(long, value_name = "CODE")]
    territory: Option<String>,
}

impl Facts {
    fn read(&self, desk: &Desk) -> Result<PersonFacts, Fault> {
        let country = desk.country();
        let doc = match self.doc.as_deref().map(str::trim) {
            None => None,
            Some("") => Some(None),
            Some(text) => Some(Some(document(text, "--doc", country)?)),
        };
        Ok(PersonFacts {
            name: None,
            doc,
            email: fact(self.email.as_ref(), |text| email(text, "--email"))?,
            phone: fact(self.phone.as_ref(), |text| phone(text, "--phone"))?,
            post: fact(self.post.as_ref(), |text| typed::line(text, "--post"))?,
            organisation: None,
            territory: fact(self.territory.as_ref(), |text| territory(text, "--territory", country))?,
            role: self.role.clone(),
        })
    }

    fn organisation(&self, db: &Db) -> Result<Option<Option<i64>>, StoreError> {
        Ok(match self.org.as_deref().map(str::trim) {
            None => None,
            Some("") => Some(None),
            Some(text) => Some(Some(db.find_organisation(text)?)),
        })
    }
}

/// The same person said again is the same; what is new about them is kept. A name without document, address or organisation tells nobody
/// apart, and that is said.
pub fn add(args: &Add, env: &Env) -> Result<Answer, Fault> {
    let mut desk = env.desk()?;
    let name = typed::line(&args.name, "NAME")?;
    let mut facts = args.facts.read(&desk)?;
    let (store, _, stamp) = desk.split();
    let outcome = store.transact(Op::PersonAdd, stamp, |tx| -> Result<_, Fault> {
        facts.organisation = args.facts.organisation(tx)?;
        let id = match tx.recognise(&name, &facts)? {
            Recognised::Known(id) => {
                tx.given_up_for(id)?.iter().for_each(|one| one.take_from_facts(&mut facts));
                tx.change_person(id, &facts)?;
                id
            }
            Recognised::Nobody => tx.add_person(&name, &facts, None)?,
            Recognised::Several(ids) => return Err(several(tx, &name, &ids)?),
        };
        Ok((tx.person(id)?, tx.namesakes(id)?))
    })?;
    let (person, namesakes) = outcome.value;
    let mut notes = Vec::new();
    if name::similarity(&person.name, &name) < ALIKE {
        notes.push(phrase!("desk-person-other-name", id = &person.id, name = &person.name));
    }
    if let Some(other) = namesakes.first() {
        let (first, second) = (person.key.min(*other), person.key.max(*other));
        notes.push(phrase!("desk-person-namesake", other = format!("P-{first}"), id = format!("P-{second}")));
    }
    if person.doc.is_none() && person.email.is_none() && person.org.is_none() {
        notes.push(phrase!("desk-person-only-name", id = &person.id));
    }
    Ok(Answer::change(person, outcome.changed, env, page).notes(notes))
}

/// Several registered people fit equally well.
fn several(db: &Db, name: &str, ids: &[i64]) -> Result<Fault, Fault> {
    let mut fault = Fault::new(Kind::Ambiguous, phrase!("error-many-person", text = name, n = ids.len()))
        .try_this("ata person candidates");
    for id in ids {
        let person = db.person(*id)?;
        let json = json!({"id": person.id, "label": person.name});
        fault = fault.detail(phrase!("error-candidate", id = &person.id, label = &person.name), json);
    }
    Ok(fault)
}

pub fn edit(args: &Edit, env: &Env) -> Result<Answer, Fault> {
    let mut desk = env.desk()?;
    let mut facts = args.facts.read(&desk)?;
    facts.name = args.name.as_ref().map(|name| typed::line(name, "--name")).transpose()?;
    let (store, _, stamp) = desk.split();
    let outcome = store.transact(Op::PersonEdit, stamp, |tx| -> Result<_, Fault> {
        let ids = typed::each(&args.person, |text| tx.find_person(text))?;
        facts.organisation = args.facts.organisation(tx)?;
        let (mut people, mut notes) = (Vec::new(), Vec::new());
        for id in ids {
            if let Some(document) = facts.doc.iter().flatten().next()
                && let Some(other) = tx.person_with_document(document)?
                && other != id
            {
                let owner = tx.person(other)?;
                let (doc, name) = (document.to_string(), &owner.name);
                let phrase = phrase!("desk-person-document-taken", doc = doc, id = &owner.id, name = name);
                return Err(Fault::refused(phrase).try_this(format!("ata person merge {} P-{id}", owner.id)));
            }
            tx.change_person(id, &facts)?;
            notes.extend(address::anew(tx, Some(Who::Person(id)))?);
            people.push(tx.person(id)?);
        }
        Ok((people, notes))
    })?;
    let (people, notes) = outcome.value;
    Ok(Answer::changes(people, outcome.changed, env, page).notes(notes))
}
