//! Listing cases.

use crate::args::Format;
use crate::env::Env;
use crate::error::Fault;
use crate::stages::brief;
use crate::view::{Answer, List as Shown};
use ata_model::case::{Case, STATES};
use ata_model::stage::Stage;
use ata_store::{CaseFilter, CaseOrder};
use clap::builder::{PossibleValue, PossibleValuesParser};
use clap::{Args, ValueEnum};

#[derive(Args)]
pub struct List {
    /// Words of the title or topic, or references; a case must fit all of them
    filter: Vec<String>,
    /// Only cases at this stage
    #[arg(long, value_parser = PossibleValuesParser::new(Stage::ALL.map(Stage::code)))]
    stage: Option<String>,
    /// Only cases in this state
    #[arg(long, value_parser = PossibleValuesParser::new(STATES.iter().copied().map(written)))]
    state: Option<String>,
    /// Only cases of this group
    #[arg(long, value_name = "ORG")]
    group: Option<String>,
    /// Only cases numbered in this year
    #[arg(long, value_name = "YEAR")]
    year: Option<i64>,
    /// At most so many; `total` still counts them all
    #[arg(long, value_name = "N", value_parser = clap::value_parser!(i64).range(0..))]
    limit: Option<i64>,
    /// Which come first
    #[arg(long, value_enum, default_value = "newest")]
    sort: Sort,
}

#[derive(Clone, Copy, ValueEnum)]
enum Sort {
    Newest,
    Oldest,
    Received,
    Due,
    Title,
    Priority,
}

/// A state as JSON writes it, and as a person may: `on-hold`.
fn written(state: &'static str) -> PossibleValue {
    let value = PossibleValue::new(state);
    if state == "on_hold" { value.alias("on-hold") } else { value }
}

pub fn run(args: &List, env: &Env) -> Result<Answer, Fault> {
    let desk = env.desk()?;
    let group = args.group.as_ref().map(|text| desk.store.find_organisation(text)).transpose()?;
    let filter = CaseFilter {
        stage: args.stage.as_deref().and_then(Stage::parse),
        state: args.state.as_ref().map(|state| state.replace('-', "_")),
        group,
        year: args.year,
        own: false,
        words: args.filter.clone(),
    };
    let order = match args.sort {
        Sort::Newest => CaseOrder::Newest,
        Sort::Oldest => CaseOrder::Oldest,
        Sort::Received => CaseOrder::Received,
        Sort::Due => CaseOrder::Due,
        Sort::Title => CaseOrder::Title,
        Sort::Priority => CaseOrder::Priority,
    };
    let (items, total) = desk.store.snapshot(|db| db.cases(&filter, order, args.limit, &desk.lens()))?;
    let more = total - items.len() as i64;
    let answer = Answer::of(Shown::<Case> { items, total }, |list, words| {
        // None were asked for; that there are none would be another answer.
        let page = brief::table(&list.items, words);
        if list.total > 0 { page.rows_only() } else { page }
    });
    // Scripts read `total`.
    let said = more > 0 && env.format() == Format::Text;
    Ok(if said { answer.note(crate::phrase!("look-more", n = more)) } else { answer })
}
