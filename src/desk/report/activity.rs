//! What each group did.

use crate::env::Desk;
use crate::error::Fault;
use crate::locale::Words;
use crate::view::{Page, Table};
use ata_model::report::Work;
use ata_store::{Db, Span};
use serde::Serialize;

#[derive(Serialize)]
pub struct Activity {
    items: Vec<Work>,
    total: usize,
    /// All groups together; who was with several groups counts once.
    sum: Work,
}

pub fn read(db: &Db, span: &Span, desk: &Desk) -> Result<Activity, Fault> {
    let items = db.work(span, desk.today())?;
    let mut sum = Work { people: db.people_present(span)?, ..Work::default() };
    for work in &items {
        sum.received += work.received;
        sum.closed += work.closed;
        sum.sessions += work.sessions;
        sum.minutes += work.minutes;
        sum.attendees += work.attendees;
        sum.commitments += work.commitments;
        sum.done += work.done;
        sum.overdue += work.overdue;
    }
    Ok(Activity { total: items.len(), items, sum })
}

pub fn page(report: &Activity, words: &Words) -> Page {
    let keys = [
        "group",
        "#needs",
        "#?closed_files",
        "#sessions",
        "#?time_held",
        "#?attendees",
        "#distinct",
        "#?commitments",
        "#?settled",
        "#?late_ones",
    ];
    let mut table = Table::new(words, &keys);
    if report.items.is_empty() {
        return Page::default().table(table).none(words.word("look-report-nothing"));
    }
    let mut row = |name: String, work: &Work| {
        let hours = format!("{:.1}", work.minutes as f64 / 60.0);
        let counts = [work.received, work.closed, work.sessions].map(|n| n.to_string());
        let more = [work.attendees, work.people, work.commitments, work.done, work.overdue].map(|n| n.to_string());
        table.row([vec![name], counts.to_vec(), vec![hours], more.to_vec()].concat());
    };
    for work in &report.items {
        let nobody = || words.word("look-report-no-group");
        row(work.group.as_ref().map_or_else(nobody, |group| group.name.clone()), work);
    }
    row(words.word("look-report-sum"), &report.sum);
    Page::default().table(table)
}
