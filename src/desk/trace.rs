//! A case from its need to its documents, in one view.

mod rows;

use crate::desk::dossier::Dossier;
use crate::desk::show::{moment, names, span};
use crate::env::Env;
use crate::error::Fault;
use crate::locale::Words;
use crate::phrase;
use crate::stages::followup::standing;
use crate::typed;
use crate::view::{Answer, Page, Shown};
use ata_model::commitment::Commitment;
use ata_model::document::Document;
use ata_model::session::Session;
use ata_model::stage::Stage;
use clap::Args;
use serde_json::{Value, json};

#[derive(Args)]
pub struct Trace {
    /// Cases
    #[arg(required = true)]
    case: Vec<String>,
}

pub fn run(args: &Trace, env: &Env) -> Result<Answer, Fault> {
    let desk = env.desk()?;
    let mut all = desk.store.snapshot(|db| -> Result<Vec<_>, Fault> {
        let read = |case| Dossier::read(db, case, &desk.lens()).map(Traced);
        let cases = typed::each(&args.case, |text| db.find_case(text))?;
        cases.into_iter().map(read).collect()
    })?;
    Ok(if all.len() == 1 { Answer::new(all.remove(0)) } else { Answer::new(Traces(all)) })
}

/// Several cases, one under the other.
struct Traces(Vec<Traced>);

impl Shown for Traces {
    fn json(&self) -> Value {
        json!({"items": self.0.iter().map(Traced::json).collect::<Vec<_>>(), "total": self.0.len()})
    }

    fn page(&self, words: &Words) -> Page {
        let mut whole = Page::default();
        for (at, one) in self.0.iter().enumerate() {
            whole = if at > 0 { whole.blank() } else { whole };
            whole.blocks.extend(one.page(words).blocks);
        }
        whole
    }

    fn records(&self) -> Option<Vec<Value>> {
        Some(self.0.iter().flat_map(Traced::rows).collect())
    }
}

struct Traced(Dossier);

/// What belongs to one session, and what to none.
struct Part<'a> {
    commitments: Vec<&'a Commitment>,
    documents: Vec<&'a Document>,
}

impl Traced {
    fn part(&self, session: Option<&Session>) -> Part<'_> {
        let id = session.map(|session| session.id.as_str());
        Part {
            commitments: self.0.commitments.iter().filter(|one| one.session.as_deref() == id).collect(),
            documents: self.0.documents.iter().filter(|one| one.session.as_deref() == id).collect(),
        }
    }

    /// Messages by kind and state: (kind, state, how many), in the order they were first written.
    fn notices(&self, session: Option<&Session>) -> Vec<(String, String, i64)> {
        let id = session.map(|session| session.id.as_str());
        let mut counts: Vec<(String, String, i64)> = Vec::new();
        for message in self.0.messages.iter().filter(|message| message.session.as_deref() == id) {
            match counts.iter_mut().find(|(kind, state, _)| *kind == message.kind && *state == message.state) {
                Some((_, _, count)) => *count += 1,
                None => counts.push((message.kind.clone(), message.state.clone(), 1)),
            }
        }
        counts
    }
}

fn notices_json(counts: &[(String, String, i64)]) -> Value {
    counts.iter().map(|(kind, state, count)| json!({"kind": kind, "state": state, "count": count})).collect()
}

impl Shown for Traced {
    fn json(&self) -> Value {
        let case = &self.0.case;
        let sessions = self.0.sessions.iter().zip(&self.0.answers).map(|(session, answers)| {
            let part = self.part(Some(session));
            let minutes = part.documents.iter().find(|one| one.kind == "minutes" && one.replaced_by.is_none());
            let mut record = json!(session);
            record["notices"] = notices_json(&self.notices(Some(session)));
            record["minutes"] = json!(minutes.map(|one| &one.id));
            record["responses"] = json!(answers);
            record["commitments"] = json!(part.commitments);
            record["documents"] = json!(part.documents);
            record
        });
        let rest = self.part(None);
        json!({
            "case": case.id,
            "title": case.title,
            "stage": case.stage,
            "state": case.state,
            "need": {
                "origin": case.origin, "received": case.received, "requesters": case.requesters,
                "beneficiaries": case.beneficiaries, "group": case.group, "parent": case.parent,
                "priority": case.priority,
            },
            "plan": self.0.plan,
            "passages": self.0.passages,
            "sessions": sessions.collect::<Vec<_>>(),
            "notices": notices_json(&self.notices(None)),
            "commitments": rest.commitments,
            "documents": rest.documents,
            "raised": self.0.raised.iter().map(|(id, title)| json!({"id": id, "title": title})).collect::<Vec<_>>(),
        })
    }

    fn page(&self, words: &Words) -> Page {
        let case = &self.0.case;
        let mut page = Page::default().heading(format!("{}  {}", case.id, case.title));
        let mut branches = vec![self.need(words)];
        let later = self.0.passages.iter().filter(|passage| passage.stage != Stage::Need);
        branches.extend(later.map(|passage| passage_branch(passage, words)));
        self.plan(&mut branches, words);
        for (session, answers) in self.0.sessions.iter().zip(&self.0.answers) {
            branches.push(self.session(session, *answers, words));
        }
        branches.extend(self.loose(words));
        let last = branches.len() - 1;
        for (at, branch) in branches.iter().enumerate() {
            let (tip, stem) = if at == last { ("└─ ", "   ") } else { ("├─ ", "│  ") };
            page = page.line(format!("{tip}{}", branch.text));
            let end = branch.twigs.len();
            for (at, twig) in branch.twigs.iter().enumerate() {
                page = page.line(format!("{stem}{} {twig}", if at + 1 == end { "└─" } else { "├─" }));
            }
        }
        page
    }

    fn records(&self) -> Option<Vec<Value>> {
        Some(self.rows())
    }
}

/// A line of the tree and the lines under it.
struct Branch {
    text: String,
    twigs: Vec<String>,
}

fn passage_branch(passage: &ata_model::case::Passage, words: &Words) -> Branch {
    let stage = words.term("stage", passage.stage.code());
    let outcome = words.term("outcome", &passage.outcome);
    let reason = passage.reason.as_ref().map(|reason| format!(": {reason}")).unwrap_or_default();
    let waived = passage.waived.iter().map(|(control, reason)| {
        let meaning = words.term("control", control);
        words.say(&phrase!("look-trace-waived", meaning = meaning, reason = reason))
    });
    Branch { text: format!("{stage} · {outcome} {} · {}{reason}", passage.on, passage.by), twigs: waived.collect() }
}

fn commitment_twig(commitment: &Commitment, words: &Words) -> String {
    let status = standing(commitment, words);
    let kind = words.term("commitment", &commitment.kind);
    let id = commitment.id.rsplit('-').next().unwrap_or_default();
    format!("{kind} {id}: {} · {} · {} · {status}", commitment.text, commitment.owner.name, commitment.due)
}

fn document_twig(document: &Document, words: &Words) -> String {
    let id = document.id.rsplit('-').next().unwrap_or_default();
    let replaced = document.replaced_by.as_ref().map(|_| format!(" ({})", words.word("look-replaced")));
    format!(
        "{} {id}: {} · {}{}",
        words.term("column", "document"),
        document.title,
        document.date,
        replaced.unwrap_or_default()
    )
}

impl Traced {
    fn need(&self, words: &Words) -> Branch {
        let case = &self.0.case;
        let mut twigs = Vec::new();
        let mut fact = |key: &str, value: Option<String>| {
            twigs.extend(value.map(|value| format!("{}: {value}", words.term("column", key))));
        };
        fact("raised_from", case.parent.clone());
        fact("requesters", names(&case.requesters));
        fact("beneficiaries", names(&case.beneficiaries));
        fact("group", case.group.as_ref().map(|group| group.name.clone()));
        for passage in self.0.passages.iter().filter(|passage| passage.stage == Stage::Need) {
            let branch = passage_branch(passage, words);
            twigs.push(branch.text.split_once(" · ").map_or(branch.text.clone(), |(_, rest)| rest.to_owned()));
            twigs.extend(branch.twigs);
        }
        let origin = words.term("origin", &case.origin);
        let need = words.term("stage", "need");
        let received = words.term("column", "received").to_lowercase();
        Branch { text: format!("{need} · {origin} · {received} {}", case.received), twigs }
    }

    /// What the plan says, under the stage it was approved in; on its own while it is a draft.
    fn plan(&self, branches: &mut Vec<Branch>, words: &Words) {
        let Some(plan) = &self.0.plan else { return };
        let facts = [
            ("activity", plan.activity.as_ref().map(|activity| words.term("activity", activity))),
            ("objective", plan.objective.clone()),
            ("audience", plan.audience.clone()),
        ];
        let twigs =
            facts.into_iter().filter_map(|(key, value)| Some(format!("{}: {}", words.term("column", key), value?)));
        let passed = self.0.passages.iter().any(|passage| passage.stage == Stage::Plan);
        match branches.get_mut(1).filter(|_| passed) {
            Some(branch) => branch.twigs.splice(0..0, twigs).for_each(drop),
            None => branches.insert(1, Branch { text: words.term("stage", "plan"), twigs: twigs.collect() }),
        }
    }

    fn session(&self, session: &Session, answers: i64, words: &Words) -> Branch {
        let part = self.part(Some(session));
        let state = words.term("session", &session.state);
        let place = session.place.as_ref().map(|place| format!(" · {place}")).unwrap_or_default();
        let mut twigs: Vec<String> = session
            .changes
            .iter()
            .map(|change| {
                let kind = words.term("session", &change.kind);
                let (before, reason) = (
                    moment(&change.start),
                    change.reason.as_ref().map(|reason| format!(": {reason}")).unwrap_or_default(),
                );
                words
                    .say(&phrase!(
                        "look-session-change",
                        on = &change.on,
                        kind = kind,
                        before = before,
                        reason = reason
                    ))
                    .trim()
                    .to_owned()
            })
            .collect();
        twigs.extend(self.notices(Some(session)).iter().map(|(kind, state, count)| {
            let count = words.say(&phrase!(format!("notify-count-{state}"), n = *count));
            format!("{} · {count}", words.term("notice", kind))
        }));
        let turnout = session.attendance;
        if turnout.present + turnout.absent + turnout.excused > 0 {
            twigs.push(words.say(&phrase!(
                "look-trace-attendance",
                present = turnout.present,
                absent = turnout.absent,
                excused = turnout.excused,
                invited = session.invited
            )));
        }
        if answers > 0 {
            twigs.push(words.say(&phrase!("look-trace-answers", n = answers)));
        }
        twigs.extend(part.commitments.iter().map(|one| commitment_twig(one, words)));
        twigs.extend(part.documents.iter().map(|one| document_twig(one, words)));
        let number = session.id.rsplit('-').next().unwrap_or_default();
        let label = words.term("column", "session");
        Branch { text: format!("{label} {number} · {} · {state}{place}", span(&session.start, &session.end)), twigs }
    }

    /// What belongs to the case and to no session.
    fn loose(&self, words: &Words) -> Vec<Branch> {
        let rest = self.part(None);
        let notices = self.notices(None);
        let group =
            |key: &str, twigs: Vec<String>| (!twigs.is_empty()).then(|| Branch { text: words.word(key), twigs });
        let told = notices.iter().map(|(kind, state, count)| {
            let count = words.say(&phrase!(format!("notify-count-{state}"), n = *count));
            format!("{} · {count}", words.term("notice", kind))
        });
        let raised = self.0.raised.iter().map(|(id, title)| format!("{id}  {title}"));
        [
            group("look-trace-notices", told.collect()),
            group("look-trace-commitments", rest.commitments.iter().map(|one| commitment_twig(one, words)).collect()),
            group("look-trace-documents", rest.documents.iter().map(|one| document_twig(one, words)).collect()),
            group("look-trace-raised", raised.collect()),
        ]
        .into_iter()
        .flatten()
        .collect()
    }
}
