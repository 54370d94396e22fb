//! The tables an office sends on: schedule, plan, roster, commitments, inventory and records schedule.

use super::super::inventory::{Column, Form};
use super::super::occasion::names;
use super::super::plan::days;
use super::super::{Guest, Kind, Voice, schedule as dated};
use super::{Cell, Table};
use ata_model::commitment::Commitment;
use ata_model::document::SeriesLine;
use ata_model::plan::Plan;

fn table(voice: &Voice, name: String, columns: &[&str], rows: Vec<Vec<Cell>>) -> Table {
    let columns = columns.iter().map(|key| voice.label(key)).collect();
    Table { name, columns, rows, ..Table::default() }
}

fn some(text: String) -> Cell {
    Cell::text(Some(text))
}

/// The same with a name on the tab that has room there.
fn tabbed(voice: &Voice, tab: &str, table: Table) -> Table {
    Table { tab: Some(voice.label(tab)), ..table }
}

/// Sessions, in any order.
pub fn schedule(sessions: &[dated::Planned<'_>], voice: &Voice) -> Table {
    let mut sessions = sessions.to_vec();
    sessions.sort_by(|a, b| (&a.session.start_at, &a.session.id).cmp(&(&b.session.start_at, &b.session.id)));
    let row = |one: &dated::Planned<'_>| {
        let session = one.session;
        vec![
            some(session.id.clone()),
            some(one.title.to_owned()),
            Cell::moment(&session.start),
            Cell::moment(&session.end),
            Cell::Whole(session.minutes()),
            some(voice.term("modality", &session.modality)),
            Cell::text(session.place.clone()),
            Cell::text(session.link.clone()),
            some(names(&session.facilitators)),
            Cell::Whole(session.invited),
            some(voice.term("session", &session.state)),
        ]
    };
    let columns = [
        "session",
        "topic",
        "start",
        "end",
        "minutes",
        "modality",
        "place",
        "link",
        "facilitators",
        "invited",
        "state",
    ];
    let rows = sessions.iter().map(row).collect();
    tabbed(voice, "schedule-tab", table(voice, voice.title(Kind::Schedule), &columns, rows))
}

pub fn plan(plans: &[Plan], voice: &Voice) -> Table {
    let row = |plan: &Plan| {
        vec![
            some(plan.case.clone()),
            some(plan.title.clone()),
            Cell::text(plan.group.as_ref().map(|group| group.name.clone())),
            Cell::text(plan.activity.as_ref().map(|key| voice.term("activity", key))),
            Cell::text(plan.objective.clone()),
            Cell::text(plan.audience.clone()),
            plan.expected.map_or(Cell::Empty, Cell::Whole),
            some(plan.products.join("; ")),
            some(plan.resources.join("; ")),
            plan.cost.map_or(Cell::Empty, Cell::Money),
            Cell::text(plan.contract_reference.clone().or_else(|| plan.external.clone())),
            some(names(&plan.articulated)),
            Cell::day(days(plan).first().copied()),
            Cell::day(days(plan).last().copied()),
            Cell::day(plan.approved_on.as_deref()),
        ]
    };
    let columns = [
        "case",
        "topic",
        "group",
        "activity",
        "objective",
        "attending",
        "expected",
        "products",
        "resources",
        "cost",
        "external",
        "articulated",
        "first-date",
        "last-date",
        "approved-on",
    ];
    let rows = plans.iter().map(row).collect();
    tabbed(voice, "plan-tab", table(voice, voice.title(Kind::AnnualPlan), &columns, rows))
}

/// Who was there. `session`: its reference, the name of the tab.
pub fn roster(session: &str, people: &[Guest], voice: &Voice) -> Table {
    let row = |(at, guest): (usize, &Guest)| {
        vec![
            Cell::Whole(at as i64 + 1),
            some(guest.name.clone()),
            Cell::text(guest.doc_kind.clone()),
            Cell::text(guest.doc.clone()),
            Cell::text(guest.organisation.clone()),
            Cell::text(guest.post.clone()),
            Cell::text(guest.territory.clone()),
            Cell::text(guest.phone.clone()),
            Cell::text(guest.email.clone()),
            Cell::text(guest.status.clone()),
        ]
    };
    let columns =
        ["number", "name", "doc-kind", "doc", "organisation", "post", "territory", "phone", "email", "status"];
    table(voice, session.to_owned(), &columns, people.iter().enumerate().map(row).collect())
}

pub fn commitments(commitments: &[Commitment], voice: &Voice) -> Table {
    let row = |one: &Commitment| {
        let last = one.progress.last();
        vec![
            some(one.id.clone()),
            some(one.case.clone()),
            some(one.text.clone()),
            some(voice.term("commitment", &one.kind)),
            some(one.owner.name.clone()),
            Cell::day(Some(&one.due)),
            some(voice.term("status", &one.status)),
            Cell::text(one.overdue.then(|| voice.label("overdue"))),
            Cell::day(one.settled_on.as_deref()),
            Cell::text(last.and_then(|progress| progress.note.clone())),
            some(one.evidence.join(", ")),
        ]
    };
    let columns = [
        "reference",
        "case",
        "commitment-text",
        "commitment-kind",
        "owner",
        "due",
        "state",
        "overdue",
        "settled-on",
        "progress",
        "evidence",
    ];
    let rows = commitments.iter().map(row).collect();
    tabbed(voice, "commitments-tab", table(voice, voice.title(Kind::Commitments), &columns, rows))
}

/// The inventory as its form has it; days and figures as such.
pub fn inventory(form: &Form, voice: &Voice) -> Table {
    let cell = |(value, column): (&String, &Column)| match value {
        text if column.is_day() => Cell::day(Some(text)),
        text if column.is_figure() => text.parse().map_or_else(|_| some(text.clone()), Cell::Whole),
        text => some(text.clone()),
    };
    let title = |column: &Column| match &column.group {
        Some(group) => format!("{group} · {}", column.title),
        None => column.title.clone(),
    };
    let heading = form.heading.iter().filter(|(_, value)| !value.is_empty()).cloned();
    let entry = form.entry.iter().map(|(label, value)| format!("{label} {value}")).collect::<Vec<_>>().join(" · ");
    let entry = (!form.entry.is_empty()).then(|| (voice.label("entry"), entry));
    let lines = ["post", "signature", "place", "date"].map(|key| [voice.label(key) + ":", String::new()]);
    let line =
        |role: &String| [role.clone(), String::new()].into_iter().chain(lines.iter().flatten().cloned()).collect();
    let note = Some(vec![form.note.clone()]).filter(|_| !form.note.is_empty());
    Table {
        name: voice.label("inventory-tab"),
        tab: None,
        day_format: form.iso_days.then(|| "yyyy-mm-dd".to_owned()),
        above: [(form.title.clone(), String::new())].into_iter().chain(heading).chain(entry).collect(),
        columns: form.columns.iter().map(title).collect(),
        rows: form.rows.iter().map(|row| row.iter().zip(&form.columns).map(cell).collect()).collect(),
        below: form.signers.iter().map(line).chain(note).collect(),
    }
}

/// The records schedule (tabla de retención documental).
pub fn series(lines: &[SeriesLine], voice: &Voice) -> Table {
    let row = |line: &SeriesLine| {
        vec![
            some(line.code.clone()),
            some(line.series.clone()),
            Cell::text(line.subseries.clone()),
            some(line.types.join("\n")),
            Cell::Whole(line.office_years),
            Cell::Whole(line.central_years),
            some(line.disposal.clone()),
            Cell::text(line.procedure.clone()),
            Cell::text(line.source.clone()),
        ]
    };
    let columns = [
        "code",
        "series",
        "subseries",
        "doc-type",
        "office-years-long",
        "central-years-long",
        "disposal",
        "procedure",
        "source",
    ];
    table(voice, voice.label("series-tab"), &columns, lines.iter().map(row).collect())
}
