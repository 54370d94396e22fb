//! Papers on how things stand: annual plan, schedule, commitments, and the report of a case.

use super::clerk::{Clerk, Held};
use super::issue::{About, Draft};
use super::meeting::{Places, people, written};
use crate::desk::holiday::Kept;
use crate::error::Fault;
use crate::papers::commitments::Commitments;
use crate::papers::plan::AnnualPlan;
use crate::papers::report::{Facts, Report};
use crate::papers::schedule::{Planned, Schedule};
use crate::papers::{Kind, Signer, Tally};
use crate::phrase;
use crate::stages::evaluate::results::tabulate;
use crate::typed;
use ata_model::case::Case;
use ata_model::commitment::Commitment;
use ata_model::plan::Plan;
use ata_model::schedule::day_begins;
use ata_model::session::Session;
use ata_store::{CommitmentFilter, SessionFilter, Thing, instant};
use chrono::{Datelike, NaiveDate};
use std::collections::{BTreeMap, BTreeSet};

/// None where such a paper cannot be about the thing.
pub fn drafts(clerk: &Clerk<'_>, kind: Kind, thing: Option<Thing>) -> Result<Option<Vec<Draft>>, Fault> {
    let draft = match (kind, thing) {
        (Kind::Report, Some(Thing::Case(case))) => report(clerk, case)?,
        (Kind::AnnualPlan, None | Some(Thing::Case(_) | Thing::Organisation(_))) => annual_plan(clerk, thing)?,
        (Kind::Schedule, None | Some(Thing::Case(_) | Thing::Organisation(_))) => schedule(clerk, thing)?,
        (
            Kind::Commitments,
            None | Some(Thing::Case(_) | Thing::Session(_) | Thing::Organisation(_) | Thing::Person(_)),
        ) => commitments(clerk, thing)?,
        _ => return Ok(None),
    };
    Ok(Some(vec![draft]))
}

/// Whose plan or schedule it is: a case's, a group's, or everybody's.
pub fn about(clerk: &Clerk<'_>, thing: Option<Thing>) -> Result<(About, Option<Case>), Fault> {
    Ok(match thing {
        Some(Thing::Case(key)) => {
            let case = clerk.db.case(key, &clerk.desk.lens())?;
            (About::case(&case), Some(case))
        }
        Some(Thing::Organisation(key)) => {
            let group = clerk.db.organisation(key)?;
            (About { reference: Some(group.id), group: Some(group.name), ..About::default() }, None)
        }
        _ => (About::default(), None),
    })
}

/// The plans of a case, group or everybody, of the year asked for.
pub fn plans(clerk: &Clerk<'_>, thing: Option<Thing>) -> Result<Vec<Plan>, Fault> {
    let lens = clerk.desk.lens();
    Ok(match thing {
        Some(Thing::Case(key)) => clerk.db.plan(key, &lens)?.into_iter().collect(),
        Some(Thing::Organisation(key)) => clerk.db.plans(Some(key), clerk.args.year, &lens)?,
        _ => clerk.db.plans(None, clerk.args.year, &lens)?,
    })
}

fn annual_plan(clerk: &Clerk<'_>, thing: Option<Thing>) -> Result<Draft, Fault> {
    let (about, case) = about(clerk, thing)?;
    let plans = plans(clerk, thing)?;
    let day = clerk.day(None);
    let of_case = case.and_then(|case| case.id.split('-').nth(1)?.parse().ok());
    let year = clerk.args.year.and_then(|year| i32::try_from(year).ok()).or(of_case).unwrap_or(day.year());
    // Where one person approved all of it, that person signs.
    let mut approvers = plans.iter().map(|plan| plan.approved_by.as_ref());
    let first = approvers.next().flatten();
    let approver = first.filter(|first| approvers.all(|other| other == Some(*first)));
    let signers = vec![Signer::default(), Signer::default(), clerk.signer_named(approver)?];
    let signers = clerk.signed(signers, &["signer-prepared", "signer-reviewed", "signer-approved"]);
    let body = AnnualPlan::new(year, about.group.as_deref(), &plans, signers, clerk.voice);
    clerk.draft(Kind::AnnualPlan, &about, day, &body)
}

/// Sessions and the titles of their cases.
pub type Agenda = (Vec<Session>, BTreeMap<i64, String>);

/// The sessions of a case, group or everybody, of the days or year asked for.
pub fn sessions(clerk: &Clerk<'_>, thing: Option<Thing>) -> Result<Agenda, Fault> {
    let (from, to) = days(clerk)?;
    let begin = |day: NaiveDate| instant(day_begins(day, clerk.desk.zone()));
    let filter = SessionFilter {
        case: match thing {
            Some(Thing::Case(key)) => Some(key),
            _ => None,
        },
        group: match thing {
            Some(Thing::Organisation(key)) => Some(key),
            _ => None,
        },
        from: from.map(begin),
        until: to.and_then(|day| day.succ_opt()).map(begin),
        ..SessionFilter::default()
    };
    let sessions = clerk.db.sessions(&filter)?;
    let titles = clerk.db.titles_of(&sessions)?;
    Ok((sessions, titles))
}

/// Each session beside the title of its case.
pub fn planned((sessions, titles): &Agenda) -> Vec<Planned<'_>> {
    let title = |session: &Session| titles.get(&session.case_key).map_or("", String::as_str);
    sessions.iter().map(|session| Planned { title: title(session), session }).collect()
}

fn days(clerk: &Clerk<'_>) -> Result<(Option<NaiveDate>, Option<NaiveDate>), Fault> {
    let today = clerk.desk.today();
    let day = |text: &Option<String>, option| text.as_ref().map(|text| typed::day(text, option, today)).transpose();
    let (from, to) = (day(&clerk.args.from, "--from")?, day(&clerk.args.to, "--to")?);
    if let (Some(from), Some(to)) = (from, to)
        && to < from
    {
        return Err(Fault::usage(phrase!("look-report-order", from = from.to_string(), to = to.to_string())));
    }
    let year = clerk.args.year.and_then(|year| i32::try_from(year).ok());
    let first = year.and_then(|year| NaiveDate::from_ymd_opt(year, 1, 1));
    let last = year.and_then(|year| NaiveDate::from_ymd_opt(year, 12, 31));
    Ok((from.or(first), to.or(last)))
}

fn schedule(clerk: &Clerk<'_>, thing: Option<Thing>) -> Result<Draft, Fault> {
    let (about, case) = about(clerk, thing)?;
    let agenda = sessions(clerk, thing)?;
    let kept = Kept::read(clerk.db, clerk.desk.country())?;
    let firsts = agenda.0.iter().filter_map(|session| session.start.get(..10)?.parse::<NaiveDate>().ok());
    let free = firsts.flat_map(|day| kept.closed_in(day)).map(|day| day.date).collect();
    let (from, to) = days(clerk)?;
    let day = |day: &NaiveDate| clerk.voice.day(&day.to_string());
    let ends = [from, to].iter().flatten().map(day).collect::<Vec<_>>();
    let period = match clerk.args.year {
        Some(year) if clerk.args.from.is_none() && clerk.args.to.is_none() => year.to_string(),
        _ if ends.is_empty() => span(&agenda.0, clerk),
        _ => ends.join(" – "),
    };
    let topic = case.as_ref().map(|case| case.title.as_str());
    let body = Schedule::new(topic, &period, about.group.as_deref(), &planned(&agenda), &free, clerk.voice);
    clerk.draft(Kind::Schedule, &about, clerk.day(None), &body)
}

/// From the first day with a session to the last.
fn span(sessions: &[Session], clerk: &Clerk<'_>) -> String {
    let days = || sessions.iter().filter_map(Session::days);
    let day = |day: NaiveDate| clerk.voice.day(&day.to_string());
    match (days().map(|(first, _)| first).min(), days().map(|(_, last)| last).max()) {
        (Some(first), Some(last)) if first == last => day(first),
        (Some(first), Some(last)) => format!("{} – {}", day(first), day(last)),
        _ => String::new(),
    }
}

/// Whatever commitments are of: its label and its name.
type Of = (&'static str, String);

/// The commitments of a case, session or owner, or of a group in whose charge cases are; all that are open, when nothing is named.
pub fn pending(clerk: &Clerk<'_>, thing: Option<Thing>) -> Result<(About, Of, Vec<Commitment>), Fault> {
    let lens = clerk.desk.lens();
    let mut filter = CommitmentFilter::default();
    let (about, of) = match thing {
        Some(Thing::Session(key)) => {
            filter.session = Some(key);
            let session = clerk.db.session(key)?;
            let case = clerk.db.case(session.case_key, &lens)?;
            (About::of(&case, &session), ("topic", case.title))
        }
        Some(Thing::Person(key)) => {
            filter.person = Some(key);
            let person = clerk.db.person(key)?;
            (About { reference: Some(person.id), ..About::default() }, ("owner", person.name))
        }
        Some(Thing::Organisation(key)) => {
            (filter.organisation, filter.in_charge) = (Some(key), true);
            let organisation = clerk.db.organisation(key)?;
            let is_office = matches!(organisation.kind.as_str(), "secretariat" | "direction" | "group");
            let label = if is_office { "group" } else { "organisation" };
            (About { reference: Some(organisation.id), ..About::default() }, (label, organisation.name))
        }
        Some(Thing::Case(key)) => {
            filter.case = Some(key);
            let case = clerk.db.case(key, &lens)?;
            (About::case(&case), ("topic", case.title))
        }
        _ => {
            filter.open = true;
            (About::default(), ("organisation", clerk.desk.row.institution.clone()))
        }
    };
    Ok((about, of, clerk.db.commitments(&filter, clerk.day_of_standing())?))
}

fn commitments(clerk: &Clerk<'_>, thing: Option<Thing>) -> Result<Draft, Fault> {
    let (about, (label, name), found) = pending(clerk, thing)?;
    let day = clerk.day_of_standing();
    let signers = clerk.signed(Vec::new(), &["signer-prepared"]);
    let body = Commitments::new((label, &name), &day.to_string(), &found, signers, clerk.voice);
    clerk.draft(Kind::Commitments, &about, day, &body)
}

fn report(clerk: &Clerk<'_>, key: i64) -> Result<Draft, Fault> {
    let lens = clerk.desk.lens();
    let day = clerk.day(None);
    let case = clerk.db.case(key, &lens)?;
    let plan = clerk.db.plan(key, &lens)?;
    let mut sessions = clerk.db.sessions_of(key)?;
    sessions.sort_by(|a, b| (&a.start_at, a.key).cmp(&(&b.start_at, b.key)));
    let mut tallied = Vec::new();
    for session in sessions.iter().filter(|session| session.state == "held") {
        let held = Held { session: session.clone(), case: case.clone() };
        tallied.push((session.clone(), Tally::of(&people(clerk, &held)?)));
    }
    let held: Vec<&Session> = tallied.iter().map(|(session, _)| session).collect();
    let keys: Vec<i64> = sessions.iter().map(|session| session.key).collect();
    let results = tabulate(clerk.db, clerk.desk, &keys)?;
    let of = |case| CommitmentFilter { case: Some(case), ..CommitmentFilter::default() };
    let commitments = clerk.db.commitments(&of(key), day)?;
    let previous = match &case.parent {
        Some(parent) => clerk.db.commitments(&of(clerk.db.find_case(parent)?), day)?,
        None => Vec::new(),
    };
    let mut documents = clerk.db.documents_of(key)?;
    documents.retain(|one| one.replaced_by.is_none() && !matches!(one.kind.as_str(), "report" | "control_sheet"));
    let first = sessions.first().and_then(|session| session.facilitators.first());
    let approver = plan.as_ref().and_then(|plan| plan.approved_by.as_ref());
    let signers = vec![clerk.signer_named(first)?, Signer::default(), clerk.signer_named(approver)?];
    let (topics, findings) = (topics(&held), findings(clerk, &held)?);
    let (attendees, bodies) = attendees(clerk, &held)?;
    let facts = Facts {
        case: &case,
        plan: plan.as_ref(),
        held: &tallied,
        methodology: topics.as_deref(),
        findings: findings.as_deref(),
        conclusions: clerk.said,
        territory: &territory(clerk, &case)?,
        attendees: (attendees.len(), &bodies),
        evaluation: results.overall.satisfied.map(|share| (share, results.responses)),
        commitments: &commitments,
        previous: &previous,
        annexes: documents.into_iter().map(|document| document.title).collect(),
        signers: clerk.signed(signers, &["signer-prepared", "signer-reviewed", "signer-approved"]),
    };
    clerk.draft(Kind::Report, &About::case(&case), day, &Report::new(&facts, clerk.voice))
}

/// The municipalities of those who asked for it and of those it is for.
fn territory(clerk: &Clerk<'_>, case: &Case) -> Result<Vec<String>, Fault> {
    let places = Places::read(clerk)?;
    let mut all: Vec<String> = Vec::new();
    for one in case.beneficiaries.iter().chain(&case.requesters) {
        if let Some(name) = places.of(None, Some(one)).filter(|name| !all.contains(name)) {
            all.push(name);
        }
    }
    Ok(all)
}

/// Who came to any of the sessions, each once, and the bodies they came from.
fn attendees(clerk: &Clerk<'_>, held: &[&Session]) -> Result<(BTreeSet<String>, Vec<String>), Fault> {
    let (mut people, mut bodies) = (BTreeSet::new(), BTreeSet::new());
    for session in held {
        let roster = clerk.db.roster(session.key)?;
        for row in roster.into_iter().filter(|row| matches!(row.status.as_deref(), Some("present" | "late"))) {
            bodies.extend(row.person.organisation);
            people.insert(row.person.id);
        }
    }
    Ok((people, bodies.into_iter().collect()))
}

/// What was dealt with, as a list; none where no agenda says it.
fn topics(held: &[&Session]) -> Option<String> {
    let lines: Vec<String> =
        held.iter().flat_map(|session| &session.agenda).map(|item| format!("- {}", item.topic)).collect();
    (!lines.is_empty()).then(|| lines.join("\n"))
}

/// What the minutes say, under the session where there were several.
fn findings(clerk: &Clerk<'_>, held: &[&Session]) -> Result<Option<String>, Fault> {
    let mut all = Vec::new();
    for session in held {
        let (text, _) = written(clerk, session.key)?;
        if !text.trim().is_empty() {
            let head = format!("# {} · {}\n\n", session.id, clerk.voice.stay(&session.start, &session.end));
            all.push(if held.len() > 1 { head + &text } else { text });
        }
    }
    Ok((!all.is_empty()).then(|| all.join("\n\n")))
}
