//! Stage 8 from outside.

mod close;
mod disposal;
mod documents;
mod package;
mod papers;
mod received;
mod review;
mod schema;
mod series;

use crate::desk::TestDesk;
use crate::followup::case_at;

/// A case whose file is complete and classified, but open.
fn complete() -> TestDesk {
    let desk = case_at("archive");
    desk.file("acta.md", "# Acta\n\nSe acordó ajustar los casos.\n");
    desk.json("archive attach 1 acta.md --type minutes --session 1-S1 --date 2026-03-01 --folios 4 --title 'Acta N.º 1: Ñuñoa'");
    desk.json("archive edit 1-D1 --date 2026-02-10 --folios 2");
    desk.json("archive classify 1 --series 120-2-40");
    desk
}

/// The same, closed.
fn closed() -> TestDesk {
    let desk = complete();
    desk.json("archive close 1");
    desk
}
