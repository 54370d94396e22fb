//! Needs from a file: the columns are named as the options of `need add`.

use super::again::{self, Row};
use crate::env::Env;
use crate::error::Fault;
use crate::stages::attachment::{self, Attachment};
use crate::stages::reading::Reading;
use crate::stages::sheet::{
    Choices, Column, Entry, Ledger, Order, RowFault, Took, day, flag, grade, named, registered, take_in,
};
use crate::typed;
use crate::view::Answer;
use ata_model::case::{CHANNELS, ORIGINS};
use ata_model::op::Op;
use ata_model::priority::Weight;
use ata_store::{Lens, NewCase, Tx, Who};
use chrono::NaiveDate;
use clap::Args;
use std::path::{Path, PathBuf};

/// Register needs from a CSV file or JSON lines
///
/// Columns, in any order; only title must be there: title, description, origin, channel, received, requester, group, topic,
/// beneficiary, severity, reach, urgency, mandated, due, ref, evidence. They mean what the options of need add mean. Their names in
/// Spanish and Portuguese are understood too (título, solicita, grupo, recibida …). Several requesters, beneficiaries or files
/// of evidence stand in one cell, separated by ; (in JSON also as a list). Days are written 2026-03-04 or 4/3/2026 (day first); mandated is yes or no.
///
/// A need is the same when title, topic, day, requesters, origin and ref are. While nothing but files had to do with it, it takes the
/// other values of a later file; empty cells leave it as it is. Once it was changed by hand or went on it stays, and what the file
/// says otherwise is told. Rows that cannot be read are listed with line, field, value and reason (exit code 6); the others are
/// kept. The same file twice changes nothing.
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
    Column::one(
        "title",
        &[
            "titulo",
            "necesidad",
            "necessidade",
            "asunto",
            "assunto",
            "titulo_de_la_necesidad",
            "titulo_de_la_solicitud",
            "asunto_de_la_solicitud",
        ],
    ),
    Column::one(
        "description",
        &["descripcion", "descricao", "descripcion_de_la_necesidad", "descripcion_de_la_solicitud", "detalle"],
    ),
    Column::one("origin", &["origen", "origem"]),
    Column::one("channel", &["canal", "medio", "meio"]),
    Column::one(
        "received",
        &[
            "recibida",
            "recibido",
            "fecha",
            "fecha_de_recibo",
            "fecha_de_recibido",
            "fecha_de_recepcion",
            "fecha_de_solicitud",
            "fecha_de_la_solicitud",
            "recebida",
            "recebido",
            "data",
            "data_de_recebimento",
        ],
    ),
    Column::list(
        "requester",
        &[
            "requesters",
            "solicita",
            "solicitante",
            "solicitantes",
            "entidad_solicitante",
            "solicitado_por",
            "quien_solicita",
        ],
    ),
    Column::one("group", &["grupo"]),
    Column::one("topic", &["tema"]),
    Column::list("beneficiary", &["beneficiaries", "beneficia_a", "beneficiario", "beneficiarios"]),
    Column::one("severity", &["gravedad", "gravidade"]),
    Column::one("reach", &["alcance"]),
    Column::one("urgency", &["urgencia"]),
    Column::one("mandated", &["ordenada", "ordenado", "determinada"]),
    Column::one("due", &["vence", "fecha_limite", "plazo", "prazo"]),
    Column::list("evidence", &["evidencia", "evidencias", "soporte", "soportes", "archivo", "arquivo"]),
    Column::one("ref", &["reference", "radicado", "referencia", "protocolo", "no_de_radicado", "numero_de_radicado"]),
];

pub fn run(args: &Import, env: &Env) -> Result<Answer, Fault> {
    let mut desk = env.desk()?;
    let today = desk.today();
    let order = Order {
        op: Op::NeedImport,
        kind: "need",
        columns: COLUMNS,
        required: &["title"],
        files: &args.file,
        rejects: args.rejects.as_deref(),
        reading: &args.reading,
    };
    let channels = Choices::new("channel", CHANNELS)
        .also("email", &["mail"])
        .also("letter", &["oficio", "nota"])
        .also("phone", &["llamada", "telefonica", "ligação"])
        .also("web", &["portal", "sitio web"]);
    let limit = desk.row.profile.archive.max_file_mib;
    let lists = Lists { origins: Choices::new("origin", ORIGINS), channels, today, env, limit };
    take_in(&order, &mut desk, env, |tx, lens, entry, ledger| need(tx, lens, entry, ledger, &lists))
}

struct Lists<'e> {
    origins: Choices,
    channels: Choices,
    today: NaiveDate,
    env: &'e Env,
    /// Of a file of evidence, in MiB.
    limit: u32,
}

/// The files that show the need.
fn evidence(entry: &Entry, lists: &Lists<'_>) -> Result<Vec<Attachment>, RowFault> {
    let read = |text: &&str| {
        let read = attachment::read_up_to(lists.limit, Path::new(text), lists.env);
        read.map_err(|_| RowFault::refused("evidence", *text, "file_unreadable"))
    };
    entry.all("evidence").iter().map(|text| read(&text.as_ref())).collect()
}

/// Reads a cell by `read`; the reason it gives refuses the row.
fn cell<T>(
    entry: &Entry,
    field: &'static str,
    read: impl Fn(&str) -> Result<T, &'static str>,
) -> Result<Option<T>, RowFault> {
    let text = entry.get(field);
    text.map(|text| read(text).map_err(|reason| RowFault::refused(field, text, reason))).transpose()
}

fn parties(tx: &Tx<'_>, entry: &Entry, field: &'static str) -> Result<Vec<Who>, RowFault> {
    let mut all = Vec::new();
    for text in entry.all(field) {
        let who = registered(field, text, tx.find_who(text))?;
        if !all.contains(&who) {
            all.push(who);
        }
    }
    Ok(all)
}

fn line(entry: &Entry, field: &'static str) -> Result<String, RowFault> {
    entry.get(field).map_or(Ok(String::new()), |text| named(field, Some(text)))
}

fn need(
    tx: &mut Tx<'_>,
    lens: &Lens<'_>,
    entry: &Entry,
    ledger: &mut Ledger,
    lists: &Lists<'_>,
) -> Result<Took, RowFault> {
    let title = named("title", entry.get("title"))?;
    let description = typed::text(entry.get("description").unwrap_or_default());
    let origin = cell(entry, "origin", |text| lists.origins.read(text))?.unwrap_or("request");
    let channel = cell(entry, "channel", |text| lists.channels.read(text))?.unwrap_or_default();
    let received = cell(entry, "received", |text| day(text, lists.today))?;
    let due = cell(entry, "due", |text| day(text, lists.today))?;
    let (topic, reference) = (line(entry, "topic")?, line(entry, "ref")?);
    let weight = Weight {
        severity: cell(entry, "severity", grade)?,
        reach: cell(entry, "reach", grade)?,
        urgency: cell(entry, "urgency", grade)?,
        mandated: cell(entry, "mandated", flag)?.unwrap_or(false),
    };
    let group = entry.get("group").map(|text| registered("group", text, tx.find_organisation(text))).transpose()?;
    let requesters = parties(tx, entry, "requester")?;
    let beneficiaries = parties(tx, entry, "beneficiary")?;
    let evidence = evidence(entry, lists)?;
    let new = NewCase {
        title: &title,
        description: &description,
        origin,
        channel,
        received: received.unwrap_or(lists.today),
        due,
        topic: &topic,
        reference: &reference,
        group,
        weight,
        parent: None,
        import: Some(ledger.import),
    };
    let known = match received {
        Some(_) => tx.same_need(&new, &requesters)?,
        None => tx.same_need_of_a_file(&new, &requesters)?,
    };
    // A need whose title was changed by hand is still the one this row made.
    let known = known.or_else(|| ledger.made_of(entry));
    if let Some(key) = known {
        let row =
            Row { entry, need: &new, requesters: &requesters, beneficiaries: &beneficiaries, evidence: &evidence };
        return again::take(tx, lens, ledger, key, &row);
    }
    if new.received > lists.today {
        ledger.warn(entry.line, "received_ahead", &format!("{title} ({})", new.received));
    }
    if let Some(due) = due.filter(|due| *due < new.received) {
        ledger.warn(entry.line, "due_before_received", &format!("{title} ({due} < {})", new.received));
    }
    let key = tx.open_case(&new)?;
    tx.set_parties(key, "requester", &requesters)?;
    tx.set_parties(key, "beneficiary", &beneficiaries)?;
    attachment::add(tx, key, "request", new.received, &evidence)?;
    Ok(Took::New(key))
}
