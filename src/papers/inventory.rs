//! The inventory of case files (Formato Único de Inventario Documental). The layout is data: which columns, under which group
//! titles. The base is the one of AGN, Acuerdo 042 of 2002; the variants are those in use in bodies of the region.

use super::occasion::{Fact, fact};
use super::{Signer, Voice};
use serde::Serialize;
use std::collections::BTreeMap;

/// One line: a conservation unit (folder). Cells by column key; what is missing is printed empty.
pub type Unit = BTreeMap<&'static str, String>;

/// Keys a [`Unit`] may have, in no order: `n code series case from to box folder tome other folio_from folio_to folios
/// support use notes volume class`.
pub const KEYS: [&str; 18] = [
    "n",
    "code",
    "series",
    "case",
    "from",
    "to",
    "box",
    "folder",
    "tome",
    "other",
    "folio_from",
    "folio_to",
    "folios",
    "support",
    "use",
    "notes",
    "volume",
    "class",
];

/// A column: key, weight of its width, and the group title it stands under.
pub type Column = (&'static str, u32, Option<&'static str>);

/// A layout: its name and columns.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Layout {
    pub name: &'static str,
    pub columns: &'static [Column],
}

/// AGN, Acuerdo 042 of 2002.
pub const BASE: Layout = Layout {
    name: "agn-042",
    columns: &[
        ("n", 4, None),
        ("code", 6, None),
        ("series", 16, None),
        ("from", 6, Some("dates")),
        ("to", 6, Some("dates")),
        ("box", 3, Some("unit")),
        ("folder", 4, Some("unit")),
        ("tome", 4, Some("unit")),
        ("other", 4, Some("unit")),
        ("folios", 4, None),
        ("support", 6, None),
        ("use", 6, None),
        ("notes", 9, None),
    ],
};

/// With the case as a column of its own and folios from–to, as municipal forms of 2025 have it.
pub const BY_CASE: Layout = Layout {
    name: "by-case",
    columns: &[
        ("n", 4, None),
        ("code", 6, None),
        ("series", 12, None),
        ("case", 14, None),
        ("from", 6, Some("dates")),
        ("to", 6, Some("dates")),
        ("box", 3, Some("unit")),
        ("folder", 4, Some("unit")),
        ("volume", 4, Some("unit")),
        ("folio_from", 4, Some("folios")),
        ("folio_to", 4, Some("folios")),
        ("folios", 4, Some("folios")),
        ("support", 6, None),
        ("notes", 8, None),
    ],
};

/// With the class of information (public, classified, reserved) and the frequency of use.
pub const CLASSED: Layout = Layout {
    name: "classed",
    columns: &[
        ("n", 4, None),
        ("code", 6, None),
        ("series", 12, None),
        ("case", 14, None),
        ("from", 6, Some("dates")),
        ("to", 6, Some("dates")),
        ("box", 3, Some("unit")),
        ("folder", 4, Some("unit")),
        ("folios", 4, None),
        ("support", 6, None),
        ("class", 5, None),
        ("use", 6, None),
        ("notes", 8, None),
    ],
};

pub const LAYOUTS: [Layout; 3] = [BASE, BY_CASE, CLASSED];

/// Why the inventory is made; transfers carry a number of entry.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Purpose {
    /// The office's own archive (archivo de gestión).
    Office,
    PrimaryTransfer,
    SecondaryTransfer,
    Elimination,
}

impl Purpose {
    fn key(self) -> &'static str {
        match self {
            Purpose::Office => "purpose-office",
            Purpose::PrimaryTransfer => "purpose-primary",
            Purpose::SecondaryTransfer => "purpose-secondary",
            Purpose::Elimination => "purpose-elimination",
        }
    }
}

/// The header: who hands over, who made the records, and for what.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Header {
    /// Hands over; the same as the producer when nothing is transferred.
    pub sender: Option<String>,
    pub producer: String,
    pub unit: String,
    pub office: String,
    pub purpose: Purpose,
    /// Day and number of the transfer; only with the two transfers.
    pub entry: Option<(String, String)>,
}

#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Inventory {
    pub facts: Vec<Fact>,
    pub entry: Vec<Fact>,
    pub layout: &'static str,
    pub columns: Vec<PrintedColumn>,
    pub rows: Vec<Vec<String>>,
    pub folios: i64,
    /// Prepared, handed over, received.
    pub signers: Vec<Signer>,
}

#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct PrintedColumn {
    pub title: String,
    pub width: u32,
    pub group: Option<String>,
}

impl Inventory {
    pub fn new(header: &Header, layout: &Layout, units: &[Unit], signers: Vec<Signer>, voice: &Voice) -> Inventory {
        let is_transfer = matches!(header.purpose, Purpose::PrimaryTransfer | Purpose::SecondaryTransfer);
        let entry = header.entry.as_ref().filter(|_| is_transfer);
        let folios = units.iter().filter_map(|unit| unit.get("folios")?.parse::<i64>().ok()).sum();
        Inventory {
            facts: [
                fact(voice, "sender", header.sender.clone().filter(|_| is_transfer)),
                fact(voice, "producer", Some(header.producer.clone())),
                fact(voice, "unit", Some(header.unit.clone())),
                fact(voice, "office", Some(header.office.clone())),
                fact(voice, "purpose", Some(voice.label(header.purpose.key()))),
            ]
            .into_iter()
            .flatten()
            .collect(),
            entry: entry.map_or_else(Vec::new, |(day, number)| {
                vec![(voice.label("entry-day"), voice.day(day)), (voice.label("entry-number"), number.clone())]
            }),
            layout: layout.name,
            columns: layout.columns.iter().map(|column| printed(column, voice)).collect(),
            rows: units.iter().map(|unit| row(unit, layout, voice)).collect(),
            folios,
            signers,
        }
    }
}

fn printed((key, width, group): &Column, voice: &Voice) -> PrintedColumn {
    let word = |key: &str| voice.label(&format!("unit-{}", key.replace('_', "-")));
    PrintedColumn { title: word(key), width: *width, group: group.map(|group| word(&format!("group-{group}"))) }
}

/// Days are printed as the country writes them; a unit without a date says so (`s.f.`).
fn row(unit: &Unit, layout: &Layout, voice: &Voice) -> Vec<String> {
    let cell = |(key, _, _): &Column| match (*key, unit.get(key)) {
        ("from", None) => voice.label("undated"),
        ("from" | "to", Some(day)) => voice.day(day),
        (_, value) => value.cloned().unwrap_or_default(),
    };
    layout.columns.iter().map(cell).collect()
}
