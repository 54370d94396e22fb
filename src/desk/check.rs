//! Is the register sound? Everything that can be verified is, also in a file that can hardly be opened.

use crate::env::Env;
use crate::error::{Fault, Kind};
use crate::locale::{Phrase, Words};
use crate::phrase;
use crate::stages::notify::witness::{Standing, Witness};
use crate::view::{Answer, Page, Shown};
use ata_model::op::Op;
use ata_model::session::local;
use ata_store::{Db, Orphan, Problem, Store, StoreError};
use clap::Args;
use serde::Serialize;
use serde_json::{Value, json};
use std::path::Path;

#[derive(Args)]
pub struct Check {
    /// Put in order what can be without losing anything the register says: content that no document uses is removed (an attachment taken
    /// back can then not be brought back), indexes are built anew
    #[arg(long)]
    fix: bool,
}

#[derive(Serialize)]
struct Report {
    ok: bool,
    checks: Vec<Checked>,
    /// Content that no document uses; it does no harm.
    unused: Vec<Orphan>,
    /// What `--fix` did, or would do.
    fixed: Vec<Fixed>,
    /// Only where something was to be put in order.
    #[serde(skip_serializing_if = "Option::is_none")]
    changed: Option<bool>,
    #[serde(skip_serializing_if = "std::ops::Not::not")]
    dry_run: bool,
}

#[derive(Serialize)]
struct Checked {
    name: &'static str,
    ok: bool,
    /// `damage`: the register is not what it was; `finding`: somebody has to do something.
    kind: &'static str,
    problems: Vec<Problem>,
}

#[derive(Serialize)]
struct Fixed {
    code: &'static str,
    count: i64,
    bytes: i64,
}

type Look<'a> = &'a dyn Fn(&Db) -> Result<Vec<Problem>, StoreError>;

pub fn run(args: &Check, env: &Env) -> Result<Answer, Fault> {
    let path = env.database()?;
    let mut store = match Store::open(&path) {
        Ok(store) => store,
        Err(
            error @ (StoreError::NoFile(_)
            | StoreError::Dangling { .. }
            | StoreError::Unsettled(_)
            | StoreError::Newer { .. }
            | StoreError::Busy),
        ) => return Err(error.into()),
        Err(error) => return Ok(beyond(error, args.fix.then_some(false))),
    };
    let fixed = if args.fix { fix(&mut store, env)? } else { Vec::new() };
    let mut checks = checks(&store, env);
    let (copy, note) = copy(&store, &path);
    checks.push(copy);
    let unused = store.orphans().unwrap_or_default();
    let (changed, dry_run) = (args.fix.then_some(!fixed.is_empty()), args.fix && env.globals.dry_run);
    Ok(answer(Report { ok: true, checks, unused, fixed, changed, dry_run }).notes(note))
}

/// A copy from which mail could be sent a second time is a finding; one where nothing waits, such as a backup, is only named.
fn copy(store: &Store, path: &Path) -> (Checked, Option<Phrase>) {
    let looked = store.desk().map_err(Fault::from).and_then(|row| Witness::of(path, &row).standing(store));
    let problem = match looked {
        Ok(Standing::Copied { place }) => Some(Problem::new("copied", place)),
        Ok(Standing::Restored { op }) => Some(Problem::new("restored", op.to_string())),
        // What cannot be looked at is told of by the checks before this one.
        Ok(Standing::New | Standing::Original) | Err(_) => None,
    };
    let waits = store.mail_waiting().is_ok_and(|waiting| waiting > 0);
    let (found, named): (Vec<Problem>, Vec<Problem>) = problem.into_iter().partition(|_| waits);
    (Checked { name: "copy", ok: found.is_empty(), kind: "finding", problems: found }, named.first().map(worded))
}

/// A file that cannot even be opened as a register.
fn beyond(error: StoreError, changed: Option<bool>) -> Answer {
    let problem = opened(&error);
    let check = Checked { name: "database", ok: false, kind: "damage", problems: vec![problem] };
    answer(Report { ok: false, checks: vec![check], unused: Vec::new(), fixed: Vec::new(), changed, dry_run: false })
}

fn opened(error: &StoreError) -> Problem {
    match error {
        StoreError::NotARegister(path) => Problem::new("not_a_register", path.display().to_string()),
        other => Problem { code: "unreadable", reference: None, detail: Some(other.to_string()) },
    }
}

fn checks(store: &Store, env: &Env) -> Vec<Checked> {
    let desk = store.desk();
    let stamp = env.stamp(desk.as_ref().map_or("UTC", |desk| desk.zone.as_str()));
    let own = |_: &Db| Ok(desk.as_ref().err().map(opened).into_iter().collect());
    let damage: [(&'static str, Look<'_>); 6] = [
        ("database", &Db::check_database),
        ("register", &own),
        ("references", &Db::check_references),
        ("log", &Db::check_log),
        ("content", &Db::check_content),
        ("seals", &Db::check_seals),
    ];
    let zone = desk.as_ref().map_or("UTC", |desk| desk.zone.as_str());
    let sending = |db: &Db| {
        let problems = db.check_sending(env.now)?.into_iter().map(|problem| {
            let at = problem.detail.as_ref().map(|at| local(at, zone));
            Problem { detail: at, ..problem }
        });
        Ok(problems.collect())
    };
    let findings: [(&'static str, Look<'_>); 2] =
        [("commitments", &|db| db.check_overdue(stamp.today)), ("sending", &sending)];
    let look = |kind: &'static str, name: &'static str, look: Look<'_>| {
        let (kind, problems) = match look(store) {
            Ok(problems) => (kind, problems),
            // A check that cannot be made is damage, whatever it looks for.
            Err(error) => ("damage", vec![opened(&error)]),
        };
        Checked { name, ok: problems.is_empty(), kind, problems }
    };
    let mut checks: Vec<Checked> = damage.iter().map(|(name, one)| look("damage", name, *one)).collect();
    checks.extend(findings.iter().map(|(name, one)| look("finding", name, *one)));
    checks
}

/// One operation for what is removed; a damaged file is not written to: what can still be read from it may be all there is.
fn fix(store: &mut Store, env: &Env) -> Result<Vec<Fixed>, Fault> {
    let mut fixed = Vec::new();
    let broken = store.check_database().unwrap_or_default();
    let about_index = |problem: &Problem| problem.detail.as_ref().is_some_and(|detail| detail.contains("index"));
    let indexes = broken.iter().filter(|problem| about_index(problem)).count();
    if indexes > 0 && indexes == broken.len() {
        if !env.globals.dry_run {
            store.reindex()?;
        }
        fixed.push(Fixed { code: "reindexed", count: indexes as i64, bytes: 0 });
    }
    if !store.check_database().is_ok_and(|problems| problems.is_empty()) {
        return Ok(fixed);
    }
    let zone = store.desk().map_or_else(|_| "UTC".to_owned(), |desk| desk.zone);
    let removed = store.transact(Op::CheckFix, &env.stamp(&zone), |tx| -> Result<_, Fault> {
        Ok((tx.remove_unused_answers()?, tx.remove_orphans()?))
    })?;
    let (answers, content) = removed.value;
    if answers > 0 {
        fixed.push(Fixed { code: "unused_answers", count: answers, bytes: 0 });
    }
    if !content.is_empty() {
        let bytes = content.iter().map(|orphan| orphan.size).sum();
        fixed.push(Fixed { code: "content_removed", count: content.len() as i64, bytes });
    }
    if !env.globals.dry_run {
        store.optimise()?;
    }
    Ok(fixed)
}

fn answer(mut report: Report) -> Answer {
    report.ok = report.checks.iter().all(|check| check.ok);
    let has = |kind: &str| report.checks.iter().any(|check| !check.ok && check.kind == kind);
    let exit = match (has("damage"), has("finding")) {
        (true, _) => Kind::Integrity.exit(),
        (false, true) => Kind::Findings.exit(),
        _ => 0,
    };
    Answer::new(report).exit(exit)
}

impl Shown for Report {
    fn json(&self) -> Value {
        json!(self)
    }

    fn page(&self, words: &Words) -> Page {
        page(self, words)
    }

    /// A row for each problem, and one for each check that found none.
    fn records(&self) -> Option<Vec<Value>> {
        let rows = self.checks.iter().flat_map(|check| {
            let row = |problem: Option<&Problem>| {
                json!({"check": check.name, "ok": check.ok, "kind": check.kind,
                       "code": problem.map(|problem| &problem.code),
                       "reference": problem.and_then(|problem| problem.reference.as_ref()),
                       "detail": problem.and_then(|problem| problem.detail.as_ref())})
            };
            match check.problems.is_empty() {
                true => vec![row(None)],
                false => check.problems.iter().map(|problem| row(Some(problem))).collect(),
            }
        });
        Some(rows.collect())
    }
}

fn page(report: &Report, words: &Words) -> Page {
    let mut page = Page::default();
    for check in &report.checks {
        let sign = if check.ok { '✓' } else { '✗' };
        page = page.line(format!("{sign} {}", words.word(&format!("look-check-{}", check.name))));
        for problem in &check.problems {
            page = page.line(format!("    {}", words.say(&worded(problem))));
        }
    }
    for one in &report.fixed {
        let key = format!("look-fixed-{}", one.code.replace('_', "-"));
        page = page.line(words.say(&phrase!(key, n = one.count, bytes = one.bytes)));
    }
    let unused: i64 = report.unused.iter().map(|orphan| orphan.size).sum();
    if !report.unused.is_empty() {
        page = page.line(words.say(&phrase!("look-check-unused", n = report.unused.len(), bytes = unused)));
    }
    let damaged = report.checks.iter().any(|check| !check.ok && check.kind == "damage");
    page.line(words.word(match (report.ok, damaged) {
        (true, _) => "look-check-sound",
        (false, true) => "look-check-damaged",
        (false, false) => "look-check-findings",
    }))
}

fn worded(problem: &Problem) -> Phrase {
    let key = format!("look-problem-{}", problem.code.replace('_', "-"));
    phrase!(
        key,
        what = problem.reference.as_deref().unwrap_or_default(),
        detail = problem.detail.as_deref().unwrap_or_default()
    )
}
