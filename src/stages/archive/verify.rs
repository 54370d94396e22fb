//! Checking packages, also of somebody else's making: no register is needed.

use super::package::bag_fault;
use crate::bag::{self, BagError, Problem};
use crate::env::Env;
use crate::error::{Fault, Kind};
use crate::locale::{Arg, Phrase, Words};
use crate::phrase;
use crate::stages::archive::payload::Bar;
use crate::view::{Answer, Page};
use clap::Args;
use serde::Serialize;
use serde_json::{Value, json};
use std::path::{Path, PathBuf};

#[derive(Args)]
pub struct Verify {
    /// Packages: folders, ZIP or tar files; - reads one from standard input
    #[arg(required = true, value_name = "DIR|ZIP|TAR")]
    package: Vec<PathBuf>,
}

#[derive(Serialize)]
struct Checked {
    package: String,
    valid: bool,
    files: u64,
    bytes: u64,
    problems: Vec<Value>,
    remarks: Vec<Value>,
}

pub fn run(args: &Verify, env: &Env) -> Result<Answer, Fault> {
    let mut checked = Vec::new();
    for path in &args.package {
        checked.push(check(path, env)?);
    }
    let exit = if checked.iter().all(|one| one.valid) { 0 } else { Kind::Integrity.exit() };
    let answer = match checked.len() {
        1 => Answer::of(checked.remove(0), page),
        _ => Answer::list(checked, |all, words| {
            let mut whole = Page::default();
            all.iter().for_each(|one| whole.blocks.extend(page(one, words).blocks));
            whole
        }),
    };
    Ok(answer.exit(exit))
}

fn check(path: &Path, env: &Env) -> Result<Checked, Fault> {
    let package = path.display().to_string();
    let bar = Bar::new(None, env);
    let kept = env.on_disk(path)?;
    let verdict = match bag::verify_with(&kept.path, &mut |bytes| bar.show(bytes)) {
        Ok(verdict) => verdict,
        // What cannot even be opened as a package is as bad as one with a damaged file.
        Err(
            error @ (BagError::NotABag { .. }
            | BagError::NotAPackage { .. }
            | BagError::Compressed { .. }
            | BagError::BadZip { .. }
            | BagError::BadTar { .. }),
        ) => {
            let (kind, detail) = match &error {
                BagError::BadZip { source, .. } => ("bad_zip", source.to_string()),
                BagError::NotAPackage { .. } => ("not_a_package", String::new()),
                BagError::BadTar { source, .. } => ("bad_tar", source.to_string()),
                BagError::Compressed { .. } => ("compressed", String::new()),
                _ => ("not_a_bag", String::new()),
            };
            let problems = vec![json!({"path": "", "kind": kind, "error": detail})];
            return Ok(Checked { package, valid: false, files: 0, bytes: 0, problems, remarks: Vec::new() });
        }
        Err(error) => return Err(bag_fault(error)),
    };
    let values = |problems: &[Problem]| problems.iter().map(|problem| json!(problem)).collect();
    Ok(Checked {
        package,
        valid: verdict.valid,
        files: verdict.files,
        bytes: verdict.bytes,
        problems: values(&verdict.problems),
        remarks: values(&verdict.remarks),
    })
}

fn page(checked: &Checked, words: &Words) -> Page {
    let key = if checked.valid { "archive-valid" } else { "archive-invalid" };
    let said = phrase!(
        key,
        package = &checked.package,
        files = checked.files,
        bytes = checked.bytes,
        problems = checked.problems.len()
    );
    let mut page = Page::default().line(words.say(&said));
    for problem in checked.problems.iter().chain(&checked.remarks) {
        page = page.line(format!("  {}", one(problem, words)));
    }
    page
}

/// `data/acta.pdf: the content is not the one that was sealed (sha256, sha512)`
fn one(problem: &Value, words: &Words) -> String {
    let text = |key: &str| problem[key].as_str().unwrap_or_default().to_owned();
    let kind = match text("kind").replace('_', "-") {
        kind if kind == "encoding" && !problem["declared"].is_null() => "undeclared".to_owned(),
        kind => kind,
    };
    let said =
        Phrase { key: format!("archive-problem-{kind}"), args: vec![("line", Arg::from(problem["line"].to_string()))] };
    let parts = problem.as_object().into_iter().flatten();
    // The reader's own remark on a damaged archive is in English, and for scripts.
    let parts = parts.filter(|(key, _)| !["path", "kind", "line", "error"].contains(&key.as_str()));
    let parts = parts.map(|(key, value)| match value {
        Value::String(text) if key == "fault" => words.word(&format!("archive-path-{}", text.replace('_', "-"))),
        Value::String(text) => text.clone(),
        Value::Array(list) => list.iter().filter_map(Value::as_str).collect::<Vec<_>>().join(", "),
        other => other.to_string(),
    });
    let parts: Vec<String> = parts.filter(|part| !part.is_empty()).collect();
    let detail = if parts.is_empty() { String::new() } else { format!(" ({})", parts.join(", ")) };
    let path = text("path");
    let place = if path.is_empty() { String::new() } else { format!("{path}: ") };
    format!("{place}{}{detail}", words.say(&said))
}
