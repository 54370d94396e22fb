//! Plans as people see them: one on a sheet, those of a group and year in a table with what they cost together.

use crate::env::Env;
use crate::error::{Fault, Kind};
use crate::locale::Words;
use crate::mail::language::Language;
use crate::phrase;
use crate::typed;
use crate::view::{Answer, Page, Table};
use ata_model::plan::Plan;
use clap::Args;
use serde::Serialize;

#[derive(Args)]
pub struct Show {
    /// Cases; without them the plans of a group or of all
    #[arg(conflicts_with_all = ["group", "year"])]
    case: Vec<String>,
    /// Only plans of this group
    #[arg(long, value_name = "ORG")]
    group: Option<String>,
    /// Only cases registered in this year
    #[arg(long, value_name = "YEAR", value_parser = clap::value_parser!(i64).range(1900..=2200))]
    year: Option<i64>,
}

/// A list, with the sum of what is known of the cost.
#[derive(Serialize)]
struct Plans {
    items: Vec<Plan>,
    total: usize,
    cost: f64,
}

pub fn run(args: &Show, env: &Env) -> Result<Answer, Fault> {
    let desk = env.desk()?;
    let lens = desk.lens();
    let mut items = desk.store.snapshot(|db| -> Result<_, Fault> {
        if args.case.is_empty() {
            let group = args.group.as_ref().map(|text| db.find_organisation(text)).transpose()?;
            return Ok(db.plans(group, args.year, &lens)?);
        }
        let mut plans = Vec::new();
        for case in typed::each(&args.case, |text| db.find_case(text))? {
            let id = db.case_ref(case)?;
            let none = || {
                Fault::new(Kind::NotFound, phrase!("plan-none-of", case = &id))
                    .try_this(format!("ata plan draft {id} --activity workshop --objective TEXT"))
            };
            plans.push(db.plan(case, &lens)?.ok_or_else(none)?);
        }
        Ok(plans)
    })?;
    if !args.case.is_empty() && items.len() == 1 {
        return Ok(Answer::of(items.remove(0), page));
    }
    let hundredths: i64 = items.iter().filter_map(|plan| plan.cost).map(|cost| (cost * 100.0).round() as i64).sum();
    let plans = Plans { total: items.len(), cost: hundredths as f64 / 100.0, items };
    let narrow = env.is_narrow();
    Ok(Answer::of(plans, move |plans, words| table(plans, narrow, words)))
}

/// One plan.
pub fn page(plan: &Plan, words: &Words) -> Page {
    let names: Vec<&str> = plan.articulated.iter().map(|who| who.name.as_str()).collect();
    let facts = [
        ("group", plan.group.as_ref().map(|group| group.name.clone())),
        ("activity", plan.activity.as_ref().map(|activity| words.term("activity", activity))),
        ("objective", plan.objective.clone()),
        ("audience", plan.audience.clone()),
        ("expected", plan.expected.map(|expected| expected.to_string())),
        ("products", Some(plan.products.join("; "))),
        ("resources", Some(plan.resources.join("; "))),
        ("cost", plan.cost.map(|cost| money(cost, words.language))),
        ("external", plan.external.clone()),
        ("contract", plan.contract_reference.clone()),
        ("articulated", Some(names.join(", "))),
        ("dates", Some(dates(plan))),
        ("approved-by", plan.approved_by.as_ref().map(|who| who.name.clone())),
        ("approved-on", plan.approved_on.clone()),
    ];
    Page::default().heading(format!("{}  {}", plan.case, plan.title)).facts(words, &facts)
}

/// The days of the sessions that are or were held.
fn dates(plan: &Plan) -> String {
    let live = plan.sessions.iter().filter(|session| session.state != "cancelled");
    let days: Vec<&str> = live.filter_map(|session| session.start.get(..10)).collect();
    days.join(", ")
}

fn table(plans: &Plans, narrow: bool, words: &Words) -> Page {
    let keys: &[&'static str] = if narrow {
        &["case", "title", "dates", "#cost", "approved"]
    } else {
        &["case", "title", "group", "activity", "objective", "audience", "dates", "#cost", "approved"]
    };
    let mut table = Table::new(words, keys);
    for plan in &plans.items {
        table.row(keys.iter().map(|key| match *key {
            "case" => plan.case.clone(),
            "title" => plan.title.clone(),
            "group" => plan.group.as_ref().map(|group| group.name.clone()).unwrap_or_default(),
            "activity" => plan.activity.as_ref().map(|activity| words.term("activity", activity)).unwrap_or_default(),
            "objective" => plan.objective.clone().unwrap_or_default(),
            "audience" => plan.audience.clone().unwrap_or_default(),
            "dates" => dates(plan),
            "#cost" => plan.cost.map(|cost| format!("{cost:.2}")).unwrap_or_default(),
            _ => plan.approved_on.clone().unwrap_or_default(),
        }));
    }
    let sum = phrase!("plan-sum", n = plans.items.len(), cost = money(plans.cost, words.language));
    let page = Page::default().table(table).none(words.word("plan-none"));
    if plans.items.is_empty() { page } else { page.remark(words.say(&sum)) }
}

/// An amount as people write it, without the sign of the money: `1.500.000,50`, in English `1,500,000.50`.
pub fn money(amount: f64, language: Language) -> String {
    let hundredths = (amount * 100.0).round() as i64;
    let (group, point) = if language == Language::En { (',', '.') } else { ('.', ',') };
    let digits = (hundredths / 100).to_string();
    let mut whole = String::new();
    for (at, digit) in digits.chars().enumerate() {
        if at > 0 && (digits.len() - at).is_multiple_of(3) {
            whole.push(group);
        }
        whole.push(digit);
    }
    match hundredths % 100 {
        0 => whole,
        cents => format!("{whole}{point}{cents:02}"),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_amount_is_grouped_as_its_readers_write_it() {
        for (amount, language, expected) in [
            (0.0, Language::Es, "0"),
            (999.0, Language::Es, "999"),
            (1_500_000.5, Language::Es, "1.500.000,50"),
            (1_500_000.5, Language::Pt, "1.500.000,50"),
            (12_345.67, Language::En, "12,345.67"),
            (1_000.0, Language::En, "1,000"),
        ] {
            assert_eq!(money(amount, language), expected);
        }
    }
}
