//! The report of a technical assistance (informe): what was asked, done, found, recommended and agreed.

use super::commitments::{Line, lines};
use super::occasion::{Fact, fact, names};
use super::{Block, Signer, Tally, Voice, prose};
use crate::phrase;
use ata_model::case::{Case, Named};
use ata_model::commitment::Commitment;
use ata_model::plan::Plan;
use ata_model::session::Session;
use serde::Serialize;

#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Report {
    pub facts: Vec<Fact>,
    pub sections: Vec<Section>,
    /// Sessions held, with who came.
    pub sessions: Vec<Held>,
    /// Recommendations and commitments of this assistance.
    pub commitments: Vec<Line>,
    /// Those of the assistance before it, with what became of them.
    pub previous: Vec<Line>,
    /// Empty where nobody wrote any, which is said.
    pub conclusions: Vec<Block>,
    pub annexes: Vec<String>,
    /// Prepared, reviewed, approved.
    pub signers: Vec<Signer>,
}

#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Section {
    pub title: String,
    pub blocks: Vec<Block>,
}

#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Held {
    pub id: String,
    pub when: String,
    pub place: Option<String>,
    pub present: String,
    pub partly: String,
    pub absent: String,
    pub excused: String,
}

/// What a report is made from; texts are Markdown.
#[derive(Debug, Clone)]
pub struct Facts<'a> {
    pub case: &'a Case,
    pub plan: Option<&'a Plan>,
    /// Those held, in the order of their days, and how people stood at each.
    pub held: &'a [(Session, Tally)],
    pub methodology: Option<&'a str>,
    pub findings: Option<&'a str>,
    pub conclusions: Option<&'a str>,
    /// Municipalities that were visited or asked for it.
    pub territory: &'a [String],
    /// How many came, and the bodies they came from.
    pub attendees: (usize, &'a [String]),
    /// Share of satisfied answers and number of answers.
    pub evaluation: Option<(f64, i64)>,
    pub commitments: &'a [Commitment],
    pub previous: &'a [Commitment],
    pub annexes: Vec<String>,
    pub signers: Vec<Signer>,
}

impl Report {
    pub fn new(facts: &Facts<'_>, voice: &Voice) -> Report {
        let case = facts.case;
        let text = |key: &str, text: Option<&str>| {
            let blocks = prose(text?);
            (!blocks.is_empty()).then(|| Section { title: voice.label(key), blocks })
        };
        let evaluation = facts.evaluation.map(|(share, answers)| {
            voice.say(&phrase!("paper-report-evaluation", share = voice.percent(share), answers = answers))
        });
        let objective = facts.plan.and_then(|plan| plan.objective.as_deref());
        let background = Some(case.description.as_str()).filter(|text| !text.is_empty());
        Report {
            facts: identification(facts, voice),
            sections: [
                text("objective", objective),
                text("report-background", background),
                text("report-methodology", facts.methodology),
                text("report-findings", facts.findings),
                text("report-quality", evaluation.as_deref()),
            ]
            .into_iter()
            .flatten()
            .collect(),
            sessions: facts.held.iter().map(|(session, tally)| held(session, tally, voice)).collect(),
            commitments: lines(facts.commitments, voice),
            previous: lines(facts.previous, voice),
            conclusions: facts.conclusions.map(prose).unwrap_or_default(),
            annexes: facts.annexes.clone(),
            signers: facts.signers.clone(),
        }
    }
}

fn identification(facts: &Facts<'_>, voice: &Voice) -> Vec<Fact> {
    let case = facts.case;
    let activity = facts.plan.and_then(|plan| plan.activity.as_ref()).map(|key| voice.term("activity", key));
    let held = || facts.held.iter().map(|(session, _)| session);
    let mut days: Vec<String> = held().map(|session| voice.stay(&session.start, &session.end)).collect();
    days.dedup();
    let attendees = match facts.attendees {
        (0, _) => None,
        (count, []) => Some(count.to_string()),
        (count, bodies) => Some(format!("{count} · {}", bodies.join("; "))),
    };
    let mut team: Vec<Named> = Vec::new();
    for one in held().flat_map(|session| &session.facilitators) {
        if team.iter().all(|known| known.id != one.id) {
            team.push(one.clone());
        }
    }
    // What came to nothing, and why.
    let ended = matches!(case.state.as_str(), "rejected" | "cancelled" | "merged").then(|| {
        let state = voice.term("state", &case.state);
        case.state_reason.as_ref().or(case.merged_into.as_ref()).map_or(state.clone(), |why| format!("{state}: {why}"))
    });
    [
        fact(voice, "topic", Some(case.title.clone())),
        fact(voice, "case", Some(case.id.clone())),
        fact(voice, "state", ended),
        fact(voice, "requesters", Some(names(&case.requesters))),
        fact(voice, "beneficiaries", Some(names(&case.beneficiaries))),
        fact(voice, "activity", activity),
        fact(voice, "attending", facts.plan.and_then(|plan| plan.audience.clone())),
        fact(voice, "articulated", Some(names(&case.articulated))),
        fact(voice, "dates", Some(days.join(", "))),
        fact(voice, "territory", Some(facts.territory.join(", "))),
        fact(voice, "facilitators", Some(names(&team))),
        fact(voice, "attendees", attendees),
        fact(voice, "received", Some(voice.day(&case.received))),
        fact(voice, "external-reference", case.reference.clone()),
    ]
    .into_iter()
    .flatten()
    .collect()
}

fn held(session: &Session, tally: &Tally, voice: &Voice) -> Held {
    Held {
        id: session.id.clone(),
        when: voice.span(&session.start, &session.end),
        place: session.place.clone().or_else(|| session.link.clone()),
        present: tally.present.to_string(),
        partly: tally.partly.to_string(),
        absent: tally.absent.to_string(),
        excused: tally.excused.to_string(),
    }
}
