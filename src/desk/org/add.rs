//! Registering an organisation, and changing what is known of it.

use super::page;
use crate::desk::identity::{email, fact, territory};
use crate::env::{Desk, Env};
use crate::error::Fault;
use crate::phrase;
use crate::stages::notify::address;
use crate::typed;
use crate::view::Answer;
use ata_model::op::Op;
use ata_model::register::ORGANISATION_KINDS;
use ata_store::{Db, OrganisationFacts, StoreError, Who};
use clap::Args;
use clap::builder::PossibleValuesParser;

#[derive(Args)]
pub struct Add {
    /// Its name
    name: String,
    #[command(flatten)]
    facts: Facts,
}

#[derive(Args)]
pub struct Edit {
    /// Organisations: O-4, a code, an e-mail address or a name
    #[arg(required = true, value_name = "ORG")]
    organisation: Vec<String>,
    /// New name
    #[arg(long)]
    name: Option<String>,
    #[command(flatten)]
    facts: Facts,
}

/// What can be said of an organisation; with edit, an empty text takes a fact away.
#[derive(Args)]
pub struct Facts {
    /// Its code, unique in the register
    #[arg(long)]
    code: Option<String>,
    /// What it is (other, when nothing is said)
    #[arg(long, value_parser = PossibleValuesParser::new(ORGANISATION_KINDS))]
    kind: Option<String>,
    /// The organisation it depends on
    #[arg(long, value_name = "ORG")]
    parent: Option<String>,
    /// Territory code of the country (DIVIPOLA, UBIGEO, INE, IBGE)
    #[arg(long, value_name = "CODE")]
    territory: Option<String>,
    /// Its own address, for when nobody is registered under it
    #[arg(long)]
    email: Option<String>,
    /// Who heads it, and is told when a need is referred here
    #[arg(long, value_name = "PERSON")]
    head: Option<String>,
}

impl Facts {
    /// Reads what was typed; references are looked up later, inside the operation.
    fn read(&self, desk: &Desk) -> Result<OrganisationFacts, Fault> {
        let country = desk.country();
        Ok(OrganisationFacts {
            code: fact(self.code.as_ref(), |text| typed::line(text, "--code"))?,
            kind: self.kind.clone(),
            territory: fact(self.territory.as_ref(), |text| territory(text, "--territory", country))?,
            email: fact(self.email.as_ref(), |text| email(text, "--email"))?,
            ..OrganisationFacts::default()
        })
    }

    fn look_up(&self, db: &Db, facts: &mut OrganisationFacts) -> Result<(), StoreError> {
        let given = |text: &Option<String>| text.as_ref().map(|text| text.trim().to_owned());
        facts.parent = match given(&self.parent).as_deref() {
            None => None,
            Some("") => Some(None),
            Some(text) => Some(Some(db.find_organisation(text)?)),
        };
        facts.head = match given(&self.head).as_deref() {
            None => None,
            Some("") => Some(None),
            Some(text) => Some(Some(db.find_person(text)?)),
        };
        Ok(())
    }
}

/// Why an organisation cannot be what is said of it.
pub enum Clash {
    /// Its code is another's.
    Code(i64),
    /// Another of the same name depends on the same.
    Name(i64),
    /// It would depend on itself.
    Ring,
}

/// Who is meant: known by its code, else by its name and what it depends on; a name without more is the only one of that name.
///
/// # Errors
/// Ambiguous when several are called so and none is at the top.
pub fn known(db: &Db, name: &str, facts: &OrganisationFacts) -> Result<Result<Option<i64>, Clash>, StoreError> {
    let code = facts.code.as_deref().filter(|code| !code.is_empty());
    let named = db.organisations_named(name)?;
    if let Some(code) = code
        && let Some(id) = db.organisation_with_code(code)?
    {
        let is_same = named.iter().any(|(other, _)| *other == id);
        return Ok(if is_same { Ok(Some(id)) } else { Err(Clash::Code(id)) });
    }
    let parent = facts.parent.flatten();
    let found = match named.iter().find(|(_, above)| *above == parent) {
        Some((id, _)) => Some(*id),
        None if facts.parent.is_none() && code.is_none() && !named.is_empty() => Some(db.find_organisation(name)?),
        None => None,
    };
    let Some(id) = found else { return Ok(Ok(None)) };
    let has_other_code = code.is_some() && db.organisation(id)?.code.is_some();
    Ok(if has_other_code { Err(Clash::Name(id)) } else { Ok(Some(id)) })
}

/// May `id` be what is said of it?
///
/// # Errors
/// Of the store.
pub fn clash(db: &Db, id: i64, facts: &OrganisationFacts) -> Result<Option<Clash>, StoreError> {
    if let Some(code) = facts.code.as_deref().filter(|code| !code.is_empty())
        && let Some(other) = db.organisation_with_code(code)?
        && other != id
    {
        return Ok(Some(Clash::Code(other)));
    }
    if let Some(Some(parent)) = facts.parent
        && db.is_under(parent, id)?
    {
        return Ok(Some(Clash::Ring));
    }
    if facts.name.is_some() || facts.parent.is_some() {
        let now = db.organisation(id)?;
        let name = facts.name.as_ref().unwrap_or(&now.name);
        let parent = match facts.parent {
            Some(parent) => parent,
            None => now.parent.as_ref().map(|parent| db.find_organisation(&parent.id)).transpose()?,
        };
        let twin = db.organisations_named(name)?.into_iter().find(|(other, above)| *other != id && *above == parent);
        return Ok(twin.map(|(other, _)| Clash::Name(other)));
    }
    Ok(None)
}

fn refused(db: &Db, clash: &Clash, name: &str) -> Result<Fault, Fault> {
    let phrase = |key: &str, id: i64| -> Result<Fault, Fault> {
        let other = db.organisation(id)?;
        let code = other.code.clone().unwrap_or_default();
        let phrase = phrase!(key, id = &other.id, name = &other.name, code = code);
        Ok(Fault::refused(phrase).try_this(format!("ata org show {}", other.id)))
    };
    match clash {
        Clash::Code(id) => phrase("desk-org-code-taken", *id),
        Clash::Name(id) => phrase("desk-org-name-taken", *id),
        Clash::Ring => Ok(Fault::refused(phrase!("desk-org-ring", name = name)).try_this("ata org list")),
    }
}

/// The same organisation said again is the same; what is new about it is kept.
pub fn add(args: &Add, env: &Env) -> Result<Answer, Fault> {
    let mut desk = env.desk()?;
    let name = typed::line(&args.name, "NAME")?;
    let mut facts = args.facts.read(&desk)?;
    let (store, _, stamp) = desk.split();
    let outcome = store.transact(Op::OrgAdd, stamp, |tx| -> Result<_, Fault> {
        args.facts.look_up(tx, &mut facts)?;
        let id = match known(tx, &name, &facts)? {
            Err(clash) => return Err(refused(tx, &clash, &name)?),
            Ok(Some(id)) => {
                if let Some(clash) = clash(tx, id, &facts)? {
                    return Err(refused(tx, &clash, &name)?);
                }
                tx.change_organisation(id, &facts)?;
                id
            }
            Ok(None) => tx.add_organisation(&name, &facts, None)?,
        };
        Ok(tx.organisation(id)?)
    })?;
    Ok(Answer::change(outcome.value, outcome.changed, env, page))
}

pub fn edit(args: &Edit, env: &Env) -> Result<Answer, Fault> {
    let mut desk = env.desk()?;
    let mut facts = args.facts.read(&desk)?;
    facts.name = args.name.as_ref().map(|name| typed::line(name, "--name")).transpose()?;
    let (store, _, stamp) = desk.split();
    let outcome = store.transact(Op::OrgEdit, stamp, |tx| -> Result<_, Fault> {
        let ids = typed::each(&args.organisation, |text| tx.find_organisation(text))?;
        args.facts.look_up(tx, &mut facts)?;
        let (mut organisations, mut notes) = (Vec::new(), Vec::new());
        for id in ids {
            if let Some(clash) = clash(tx, id, &facts)? {
                let name = tx.organisation(id)?.name;
                return Err(refused(tx, &clash, &name)?);
            }
            tx.change_organisation(id, &facts)?;
            notes.extend(address::anew(tx, Some(Who::Organisation(id)))?);
            organisations.push(tx.organisation(id)?);
        }
        Ok((organisations, notes))
    })?;
    let (organisations, notes) = outcome.value;
    Ok(Answer::changes(organisations, outcome.changed, env, page).notes(notes))
}
