//! Organisations from a file.

use super::add::{Clash, clash, known};
use crate::env::Env;
use crate::error::Fault;
use crate::intake::Field;
use crate::stages::reading::Reading;
use crate::stages::sheet::{
    Choices, Column, Difference, Entry, Ledger, Order, RowFault, Took, named, registered, take_in,
};
use crate::view::Answer;
use ata_model::case::Named;
use ata_model::country::Country;
use ata_model::identity;
use ata_model::op::Op;
use ata_model::register::{ORGANISATION_KINDS, Organisation};
use ata_store::{OrganisationFacts, StoreError, Tx};
use clap::Args;
use std::path::PathBuf;

/// Register organisations from a CSV file, a spreadsheet or JSON lines
///
/// Columns, in any order; only name must be there: code, name, kind, parent, territory, email, head. They mean what the options
/// of org add mean. Their names in Spanish and Portuguese are understood too (código, nombre, tipo, depende de, territorio,
/// correo, dirige …). A parent may come later in the same file.
///
/// What is known already takes the values of the file; empty cells leave it as it is. Rows that cannot be read are listed with
/// line, field, value and reason (exit code 6); the others are kept. The same file twice changes nothing.
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
    Column::one("code", &["codigo", "cod", "sigla"]),
    Column::one(
        "name",
        &[
            "nombre",
            "nome",
            "entidad",
            "entidade",
            "organizacion",
            "organizacao",
            "dependencia",
            "institucion",
            "instituicao",
            "nombre_de_la_entidad",
            "nombre_de_la_institucion",
            "nome_da_entidade",
        ],
    ),
    Column::one("kind", &["tipo", "type", "clase"]),
    Column::one("parent", &["depende_de", "superior", "entidad_superior", "subordinada_a", "vinculada_a"]),
    Column::of_person("territory", &["ibge"], Field::Territory),
    Column::of_person("email", &[], Field::Email),
    Column::one("head", &["dirige", "responsable", "responsavel", "jefe", "chefe"]),
];

pub fn run(args: &Import, env: &Env) -> Result<Answer, Fault> {
    let mut desk = env.desk()?;
    let country = desk.country();
    let order = Order {
        op: Op::OrgImport,
        kind: "organisation",
        columns: COLUMNS,
        required: &["name"],
        files: &args.file,
        rejects: args.rejects.as_deref(),
        reading: &args.reading,
    };
    let kinds = Choices::new("organisation", ORGANISATION_KINDS)
        .also("municipality", &["alcaldía", "municipalidad", "prefeitura"])
        .also("other", &["otro", "outro"]);
    take_in(&order, &mut desk, env, |tx, _, entry, ledger| organisation(tx, entry, ledger, country, &kinds))
}

fn organisation(
    tx: &mut Tx<'_>,
    entry: &Entry,
    ledger: &mut Ledger,
    country: Country,
    kinds: &Choices,
) -> Result<Took, RowFault> {
    let name = named("name", entry.get("name"))?;
    let facts = facts(tx, entry, ledger, country, kinds)?;
    let taken = |clash: &Clash| match clash {
        Clash::Code(_) => RowFault::refused("code", facts.code.clone().unwrap_or_default(), "code_of_another"),
        Clash::Name(_) => RowFault::refused("name", name.clone(), "name_of_another"),
        Clash::Ring => RowFault::refused("parent", entry.get("parent").unwrap_or_default(), "depends_on_itself"),
    };
    let found = match known(tx, &name, &facts) {
        Err(StoreError::Ambiguous { .. }) => return Err(RowFault::refused("name", name, "fits_several")),
        found => found?,
    };
    match found {
        Err(clash) => Err(taken(&clash)),
        Ok(Some(id)) => {
            if let Some(clash) = clash(tx, id, &facts)? {
                return Err(taken(&clash));
            }
            let known = tx.organisation(id)?;
            let differences = differences(tx, &known, &facts)?;
            let whom = Named { id: known.id, name: known.name };
            if differences.is_empty() || !ledger.believes(entry, id, &whom, &differences) {
                return Ok(Took::Unchanged(id));
            }
            tx.set_organisation(id, &facts)?;
            Ok(Took::Updated(id))
        }
        Ok(None) => {
            let id = tx.add_organisation(&name, &facts, Some(ledger.import))?;
            Ok(Took::New(id))
        }
    }
}

/// What the file says otherwise than the register.
fn differences(tx: &Tx<'_>, known: &Organisation, facts: &OrganisationFacts) -> Result<Vec<Difference>, StoreError> {
    let parent = facts.parent.flatten().map(|id| tx.organisation(id)).transpose()?.map(|parent| parent.name);
    let head = facts.head.flatten().map(|id| tx.person(id)).transpose()?.map(|head| head.name);
    let name = |named: &Option<Named>| named.as_ref().map(|named| named.name.clone());
    let all = [
        ("name", Some(known.name.clone()), facts.name.clone()),
        ("code", known.code.clone(), facts.code.clone()),
        ("kind", Some(known.kind.clone()), facts.kind.clone()),
        ("parent", name(&known.parent), parent),
        ("territory", known.territory.clone(), facts.territory.clone()),
        ("email", known.email.clone(), facts.email.clone()),
        ("head", name(&known.head), head),
    ];
    Ok(all.into_iter().filter(|(_, old, new)| new.is_some() && old != new).collect())
}

fn facts(
    tx: &Tx<'_>,
    entry: &Entry,
    ledger: &mut Ledger,
    country: Country,
    kinds: &Choices,
) -> Result<OrganisationFacts, RowFault> {
    let mut facts = OrganisationFacts::default();
    if let Some(text) = entry.get("code") {
        facts.code = Some(named("code", Some(text))?);
    }
    if let Some(text) = entry.get("kind") {
        let kind = kinds.read(text).map_err(|reason| RowFault::refused("kind", text, reason))?;
        facts.kind = Some(kind.to_owned());
    }
    if let Some(text) = entry.get("territory") {
        let code = country.territory(text).map_err(|_| RowFault::refused("territory", text, "invalid_territory"))?;
        facts.territory = Some(code);
    }
    if let Some(text) = entry.get("email") {
        match identity::email(text) {
            Ok(email) => facts.email = Some(email),
            Err(_) => ledger.warn(entry.line, "invalid_email", text),
        }
    }
    if let Some(text) = entry.get("head") {
        match tx.find_person(text) {
            Ok(person) => facts.head = Some(Some(person)),
            Err(StoreError::NotFound { .. } | StoreError::Ambiguous { .. }) => {
                ledger.warn(entry.line, "person_unknown", text);
            }
            Err(other) => return Err(other.into()),
        }
    }
    if let Some(text) = entry.get("parent") {
        let parent = match tx.find_organisation(text) {
            Err(StoreError::NotFound { .. }) => {
                return Err(RowFault::NotYet { field: "parent", value: text.to_owned(), reason: "not_registered" });
            }
            found => registered("parent", text, found)?,
        };
        facts.parent = Some(Some(parent));
    }
    Ok(facts)
}
