//! A case on one screen: where it stands, who and what for, sessions, messages, commitments, documents, and what to do next.

use crate::desk::dossier::Dossier;
use crate::locale::{Arg, Words};
use crate::phrase;
use crate::stages::brief;
use crate::stages::followup::standing;
use crate::stages::plan::show::money;
use crate::view::{Page, Table};
use ata_model::case::{Case, Named};
use ata_model::message::STATES;
use ata_model::session::Turnout;
use ata_model::stage::Stage;

/// An instant as people read it: day and hour, in the zone it carries.
pub fn moment(text: &str) -> String {
    text.get(..16).unwrap_or(text).replace('T', " ")
}

/// Day and hours of a session: `2026-03-04 09:00–12:00`; the other day too when it ends on one.
pub fn span(start: &str, end: &str) -> String {
    match (start.get(..10), end.get(..10)) {
        (Some(first), Some(last)) if first == last => {
            format!("{}–{}", moment(start), end.get(11..16).unwrap_or_default())
        }
        _ => format!("{} – {}", moment(start), moment(end)),
    }
}

pub fn names(all: &[Named]) -> Option<String> {
    (!all.is_empty()).then(|| all.iter().map(|one| one.name.as_str()).collect::<Vec<_>>().join(", "))
}

/// The eight stages in two lines of four: passed, here, to come.
pub fn bar(dossier: &Dossier, words: &Words) -> [String; 2] {
    let case = &dossier.case;
    let mark = |stage: Stage| {
        let passage = dossier.passages.iter().find(|passage| passage.stage == stage);
        let sign = match passage.map(|passage| passage.outcome.as_str()) {
            Some("closed") => '✓',
            Some(_) => '»',
            None if stage != case.stage => '○',
            None if case.state == "open" => '●',
            None if case.state == "on_hold" => '◌',
            None => '✗',
        };
        format!("{sign} {}", words.term("stage", stage.code()))
    };
    let all = Stage::ALL.map(mark);
    [all[..4].join(" ─ "), all[4..].join(" ─ ")]
}

pub fn page(dossier: &Dossier, words: &Words) -> Page {
    let case = &dossier.case;
    let mut page = Page::default().heading(format!("{}  {}", case.id, case.title));
    for line in bar(dossier, words) {
        page = page.line(format!("  {line}"));
    }
    if let Some(from) = &dossier.provenance {
        let said = phrase!("archive-received", reference = &from.reference, institution = &from.institution);
        page = page.line(format!("  {}", words.say(&said)));
    }
    page = facts(page, case, words);
    page = plan(page, dossier, words);
    page = sessions(page, dossier, words);
    page = messages(page, dossier, words);
    page = commitments(page, dossier, words);
    page = documents(page, dossier, words);
    next(page, case, words)
}

fn facts(page: Page, case: &Case, words: &Words) -> Page {
    let term = |list: &str, value: &Option<String>| value.as_deref().map(|value| words.term(list, value));
    let state = (case.state != "open").then(|| match &case.state_reason {
        Some(reason) => format!("{}: {reason}", brief::standing(case, words)),
        None => brief::standing(case, words),
    });
    let scales = [("severity", case.severity), ("reach", case.reach), ("urgency", case.urgency)];
    let scales = scales.iter().filter_map(|(key, value)| Some(format!("{} {}", words.term("column", key), (*value)?)));
    let scales: Vec<String> = scales.collect();
    let score = match scales.is_empty() {
        true => format!("{:.1}", case.priority.score),
        false => format!("{:.1} ({})", case.priority.score, scales.join(", ")),
    };
    page.facts(
        words,
        &[
            ("state", state),
            ("description", Some(case.description.clone())),
            ("topic", case.topic.clone()),
            ("group", case.group.as_ref().map(|group| group.name.clone())),
            ("requesters", names(&case.requesters)),
            ("beneficiaries", names(&case.beneficiaries)),
            ("articulated", names(&case.articulated)),
            ("origin", Some(words.term("origin", &case.origin))),
            ("channel", term("channel", &case.channel)),
            ("received", Some(case.received.clone())),
            ("due", case.due.clone()),
            ("reference", case.reference.clone()),
            ("priority", Some(score)),
            ("raised_from", case.parent.clone()),
            // The state says it.
            ("merged_into", case.merged_into.clone().filter(|_| case.state != "merged")),
            ("series", case.series.clone()),
        ],
    )
}

/// The plan in a few facts; the whole of it is `ata plan show`.
fn plan(page: Page, dossier: &Dossier, words: &Words) -> Page {
    let Some(plan) = &dossier.plan else { return page };
    page.blank().facts(
        words,
        &[
            ("activity", plan.activity.as_ref().map(|activity| words.term("activity", activity))),
            ("objective", plan.objective.clone()),
            ("audience", plan.audience.clone()),
            ("products", Some(plan.products.join("; "))),
            ("resources", Some(plan.resources.join("; "))),
            ("cost", plan.cost.map(|cost| money(cost, words.language))),
        ],
    )
}

fn sessions(page: Page, dossier: &Dossier, words: &Words) -> Page {
    if dossier.sessions.is_empty() {
        return page;
    }
    let mut table = Table::new(words, &["session", "state", "!when", "?place", "#invited", "#present"]);
    for session in &dossier.sessions {
        let Turnout { present, absent, excused, .. } = session.attendance;
        let is_noted = present + absent + excused > 0;
        table.row([
            session.id.clone(),
            words.term("session", &session.state),
            span(&session.start, &session.end),
            session.place.clone().or_else(|| session.link.clone()).unwrap_or_default(),
            session.invited.to_string(),
            // Who came need not have been invited; before anything is noted nobody knows.
            if is_noted { present.to_string() } else { String::new() },
        ]);
    }
    page.blank().table(table)
}

fn messages(page: Page, dossier: &Dossier, words: &Words) -> Page {
    let counts = STATES.iter().filter_map(|state| {
        let count = dossier.messages.iter().filter(|message| message.state == *state).count();
        (count > 0).then(|| words.say(&phrase!(format!("notify-count-{state}"), n = count)))
    });
    let counts: Vec<String> = counts.collect();
    let mut page = match counts.is_empty() {
        true => page,
        false => page.blank().line(words.say(&phrase!("look-messages", counts = counts.join(" · ")))),
    };
    for one in &dossier.untold {
        let untold = phrase!("look-untold", n = one.people, session = &one.session);
        page = page.line(words.say(&untold)).line(format!("    {}", words.command(&one.hint)));
    }
    page
}

fn commitments(page: Page, dossier: &Dossier, words: &Words) -> Page {
    if dossier.commitments.is_empty() {
        return page;
    }
    let mut table = Table::new(words, &["commitment", "text", "owner", "due", "status"]);
    for commitment in &dossier.commitments {
        let status = standing(commitment, words);
        let owner = commitment.owner.name.clone();
        table.row([commitment.id.clone(), commitment.text.clone(), owner, commitment.due.clone(), status]);
    }
    page.blank().table(table)
}

fn documents(page: Page, dossier: &Dossier, words: &Words) -> Page {
    if dossier.documents.is_empty() {
        return page;
    }
    let mut table = Table::new(words, &["document", "type", "title", "date", "#folios"]);
    for document in dossier.documents.iter().filter(|document| document.replaced_by.is_none()) {
        table.row([
            document.id.clone(),
            match dossier.type_title(&document.kind) {
                title if title == document.kind => words.term("document", title),
                title => title.to_owned(),
            },
            document.title.clone(),
            document.date.clone(),
            document.folios.to_string(),
        ]);
    }
    page.blank().table(table)
}

/// What keeps the case where it is, with the commands; or the command that moves it on.
fn next(mut page: Page, case: &Case, words: &Words) -> Page {
    if !matches!(case.state.as_str(), "open" | "on_hold") {
        return page;
    }
    page = page.blank();
    if case.state == "on_hold" {
        return page.line(words.say(&phrase!("look-ready", command = format!("ata resume {}", case.id))));
    }
    for one in &case.missing {
        let meaning = words.term("control", one.control.code());
        let missing = phrase!("look-missing", control = one.control.code(), meaning = meaning);
        page = page.line(format!("  {}", words.say(&missing)));
        for command in one.commands() {
            page = page.line(format!("    {}", words.command(command)));
        }
    }
    if case.missing.is_empty() {
        let command = Arg::Command(case.stage.closing(&case.id));
        page = page.line(words.say(&phrase!("look-ready", command = command)));
    }
    page
}
