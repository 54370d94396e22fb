//! People from a file: a directory, a list of staff.

use crate::env::Env;
use crate::error::Fault;
use crate::intake::{Address, Field, address};
use crate::stages::reading::Reading;
use crate::stages::sheet::{Choices, Column, Difference, Entry, Ledger, Order, RowFault, Took, named, take_in};
use crate::view::Answer;
use ata_model::case::Named;
use ata_model::country::{Country, DocumentFault};
use ata_model::duplicate::ALIKE;
use ata_model::identity::{self, Document};
use ata_model::name;
use ata_model::op::Op;
use ata_model::register::{Person, ROLES};
use ata_model::review;
use ata_store::{PersonFacts, Recognised, StoreError, Tx};
use clap::Args;
use std::path::PathBuf;

/// Register people from a CSV file, a spreadsheet or JSON lines
///
/// Columns, in any order; only name (or first_names with last_names) must be there: name, doc (CC:1098765432) or doc_type and
/// doc_number, email, phone, post, org, role (staff or contact), territory. Their names in Spanish and Portuguese are understood too
/// (nombre, nombres, apellidos, documento, correo, teléfono, cargo, entidad, rol …). A list made by hand, with its title, its
/// signatures and its heading in two rows, is read too, and so is what meetings and forms export: of that, the people alone.
///
/// A person is recognised by the document; else by name and e-mail address; else by name and organisation. What is known already
/// takes the values of the file; empty cells leave it as it is. A row that has another name for a known document changes
/// nothing, nor does a second row that contradicts the first; both are named. An address that others have too, as in an office, is said. Whoever may be several people waits in person
/// candidates. An organisation that is not registered, or an address that cannot be one, is left out with a warning. Rows that cannot be read are listed with line, field, value and reason (exit code 6); the
/// others are kept. The same file twice changes nothing.
#[derive(Args)]
pub struct Import {
    /// The files; - reads standard input
    #[arg(required = true)]
    file: Vec<PathBuf>,
    /// Write the refused rows here, with line, field and reason (CSV); of files with other columns in FILE-2, FILE-3 …
    /// An older list is emptied when no row is refused
    #[arg(long, value_name = "FILE")]
    rejects: Option<PathBuf>,
    #[command(flatten)]
    reading: Reading,
}

const COLUMNS: &[Column] = &[
    Column::of_person("name", &[], Field::Name),
    Column::of_person("first_names", &["prenombres"], Field::FirstNames),
    Column::of_person("last_names", &[], Field::LastNames),
    Column::of_person("doc", &[], Field::Doc),
    Column::of_person("doc_type", &[], Field::DocType),
    Column::one("doc_number", &[]),
    Column::of_person("email", &[], Field::Email),
    Column::of_person("phone", &[], Field::Phone),
    Column::of_person("post", &[], Field::Post),
    Column::of_person("org", &[], Field::Organisation),
    Column::of_person("role", &[], Field::Role),
    Column::of_person("territory", &["ibge"], Field::Territory),
];

pub fn run(args: &Import, env: &Env) -> Result<Answer, Fault> {
    let mut desk = env.desk()?;
    let country = desk.country();
    let order = Order {
        op: Op::PersonImport,
        kind: "person",
        columns: COLUMNS,
        required: &["name", "first_names", "last_names"],
        files: &args.file,
        rejects: args.rejects.as_deref(),
        reading: &args.reading,
    };
    let roles = Choices::new("role", ROLES);
    take_in(&order, &mut desk, env, |tx, _, entry, ledger| person(tx, entry, ledger, country, &roles))
}

fn person(
    tx: &mut Tx<'_>,
    entry: &Entry,
    ledger: &mut Ledger,
    country: Country,
    roles: &Choices,
) -> Result<Took, RowFault> {
    let whole = match (entry.get("name"), entry.get("first_names"), entry.get("last_names")) {
        (Some(name), ..) => name.to_owned(),
        (None, first, last) => [first, last].into_iter().flatten().collect::<Vec<_>>().join(" "),
    };
    let name = named("name", Some(&whole))?;
    let mut facts = facts(entry, ledger, country, roles)?;
    if let Some(text) = entry.get("email") {
        let found = match address(text) {
            Address::None => None,
            Address::One(email) => Some(email),
            Address::Several(email) => {
                ledger.warn(entry.line, "several_emails", text);
                Some(email)
            }
            Address::Invalid => Some(text.into()),
        };
        match found.as_deref().map(identity::email) {
            None => {}
            Some(Ok(email)) => facts.email = Some(email),
            Some(Err(_)) => ledger.warn(entry.line, "invalid_email", text),
        }
    }
    if let Some(text) = entry.get("org") {
        match tx.find_organisation(text) {
            Ok(organisation) => facts.organisation = Some(Some(organisation)),
            Err(StoreError::NotFound { .. } | StoreError::Ambiguous { .. }) => {
                ledger.warn(entry.line, "organisation_unknown", text);
            }
            Err(other) => return Err(other.into()),
        }
    }
    match whose(tx, &name, &facts)? {
        Recognised::Several(ids) => doubt(tx, entry, ledger, &name, &facts, ids),
        Recognised::Known(id) => {
            let (known, given_up) = (tx.person(id)?, tx.given_up_for(id)?);
            // The number or address of somebody called otherwise: a slip of the pen, most likely, and no news of that person.
            if name::similarity(&known.name, &name) < ALIKE && given_up.iter().all(|one| one.key != name::key(&name)) {
                ledger.warn(entry.line, "other_name", &format!("{} {} ≠ {name}", known.id, known.name));
                return Ok(Took::Unchanged(id));
            }
            given_up.iter().for_each(|one| one.take_from_facts(&mut facts));
            let differences = differences(tx, &known, &facts)?;
            let whom = Named { id: known.id, name: known.name };
            let is_news = !differences.is_empty() && ledger.believes(entry, id, &whom, &differences);
            let row = (entry.line, Some(ledger.print(entry)));
            tx.say_of_person(ledger.import, row, id, &name, &facts, is_news)?;
            Ok(if is_news { Took::Updated(id) } else { Took::Unchanged(id) })
        }
        Recognised::Nobody => {
            let id = tx.add_person(&name, &facts, Some(ledger.import))?;
            if let Some(other) = tx.namesakes(id)?.first() {
                ledger.warn(entry.line, "namesake", &format!("{name} (P-{other})"));
            }
            let sharing = facts.email.as_deref().map_or(Ok(Vec::new()), |email| tx.sharing(email, id))?;
            if !sharing.is_empty() {
                let others: Vec<String> = sharing.iter().map(|other| format!("P-{other}")).collect();
                ledger.warn(entry.line, "shared_email", &format!("{name} ({})", others.join(", ")));
            }
            Ok(Took::New(id))
        }
    }
}

/// Who it is; the number of the document under another kind, by a like name, is a question.
fn whose(tx: &Tx<'_>, name: &str, facts: &PersonFacts) -> Result<Recognised, StoreError> {
    let found = tx.recognise(name, facts)?;
    let Some(document) = facts.doc.iter().flatten().next().filter(|_| found == Recognised::Nobody) else {
        return Ok(found);
    };
    if let Some(own) = document.of_person()
        && let Some(id) = tx.person_with_document(&own)?
    {
        return Ok(Recognised::Known(id));
    }
    let key = name::key(name);
    let alike =
        tx.persons_with_number(document)?.into_iter().filter(|(_, other)| name::key_similarity(&key, other) >= ALIKE);
    let ids: Vec<i64> = alike.map(|(id, _)| id).collect();
    Ok(if ids.is_empty() { found } else { Recognised::Several(ids) })
}

/// A row that may be several people: as it was answered before, or kept until somebody answers.
fn doubt(
    tx: &mut Tx<'_>,
    entry: &Entry,
    ledger: &mut Ledger,
    name: &str,
    facts: &PersonFacts,
    ids: Vec<i64>,
) -> Result<Took, RowFault> {
    let text = |fact: &Option<String>| fact.clone().unwrap_or_default();
    let row = review::Entry {
        name: name.to_owned(),
        doc: facts.doc.clone().flatten(),
        email: text(&facts.email),
        phone: text(&facts.phone),
        post: text(&facts.post),
        organisation: facts.organisation.flatten(),
        territory: text(&facts.territory),
        role: text(&facts.role),
        ..review::Entry::default()
    };
    match tx.answered(&row)? {
        Some(Some(id)) => Ok(Took::Unchanged(id)),
        Some(None) => Ok(Took::LeftOut),
        None => {
            let is_new = tx.keep_review(ledger.import, entry.line, &row, &ids)?;
            Ok(Took::Review { ids, is_new })
        }
    }
}

/// What the file says otherwise than the register.
fn differences(tx: &Tx<'_>, known: &Person, facts: &PersonFacts) -> Result<Vec<Difference>, StoreError> {
    let said = |text: &Option<String>| text.clone().filter(|text| !text.is_empty());
    let organisation = match facts.organisation.flatten() {
        Some(id) => Some(tx.organisation(id)?.name),
        None => None,
    };
    let all = [
        ("doc", &known.doc, facts.doc.clone().flatten().map(|document| document.to_string())),
        ("email", &known.email, said(&facts.email)),
        ("phone", &known.phone, said(&facts.phone)),
        ("post", &known.post, said(&facts.post)),
        ("organisation", &known.org.as_ref().map(|org| org.name.clone()), organisation),
        ("territory", &known.territory, said(&facts.territory)),
        ("role", &Some(known.role.clone()), said(&facts.role)),
    ];
    let differs = |(_, old, new): &(&str, &Option<String>, Option<String>)| new.is_some() && *old != new;
    Ok(all.into_iter().filter(differs).map(|(field, old, new)| (field, old.clone(), new)).collect())
}

fn facts(entry: &Entry, ledger: &mut Ledger, country: Country, roles: &Choices) -> Result<PersonFacts, RowFault> {
    let mut facts = PersonFacts::default();
    let read = match (entry.get("doc"), entry.get("doc_number")) {
        (Some(text), _) => Some((text, Document::parse_as(country, entry.get("doc_type").unwrap_or_default(), text))),
        (None, Some(number)) => {
            Some((number, Document::parse_as(country, entry.get("doc_type").unwrap_or_default(), number)))
        }
        (None, None) => None,
    };
    if let Some((text, read)) = read {
        facts.doc = match read {
            Ok(document) => Some(Some(document)),
            // "No tiene" is an answer, not a mistake.
            Err(error) if error.fault == DocumentFault::Missing => None,
            // The digits are gone, and nobody can bring them back by looking at the row: the name stays.
            Err(error) if error.fault == DocumentFault::DigitsLost => {
                ledger.warn(entry.line, "document_digits_lost", text);
                None
            }
            Err(_) => return Err(RowFault::refused("doc", text, "invalid_document")),
        };
    }
    if let Some(text) = entry.get("post") {
        facts.post = Some(named("post", Some(text))?);
    }
    if let Some(text) = entry.get("role") {
        let role = roles.read(text).map_err(|reason| RowFault::refused("role", text, reason))?;
        facts.role = Some(role.to_owned());
    }
    if let Some(text) = entry.get("territory") {
        match country.territory(text) {
            Ok(code) => facts.territory = Some(code),
            // A name and not a code: there is nothing to correct in it.
            Err(_) if !text.contains(|c: char| c.is_ascii_digit()) => {
                ledger.warn(entry.line, "invalid_territory", text)
            }
            Err(_) => return Err(RowFault::refused("territory", text, "invalid_territory")),
        }
    }
    facts.phone = entry.get("phone").and_then(identity::phone);
    Ok(facts)
}
