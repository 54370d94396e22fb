//! Completions for shells and manual pages, in the reader's language.

use crate::desk::help;
use crate::env::Env;
use crate::error::{Fault, unwritten};
use crate::locale::Words;
use crate::phrase;
use crate::typed;
use crate::view::{Answer, Page};
use clap::{Args, Command};
use clap_complete::Shell;
use serde_json::json;
use std::path::PathBuf;

#[derive(Args)]
pub struct Completions {
    /// The shell
    #[arg(value_enum)]
    shell: Shell,
}

pub fn completions(args: &Completions, env: &Env) -> Result<Answer, Fault> {
    let mut script = Vec::new();
    clap_complete::generate(args.shell, &mut help::command(env), "ata", &mut script);
    let script = String::from_utf8_lossy(&script).into_owned();
    Ok(Answer::of(json!({"shell": args.shell.to_string(), "script": script}), |made, _| {
        Page::default().verbatim(made["script"].as_str().unwrap_or_default())
    }))
}

#[derive(Args)]
pub struct Man {
    /// The folder; it is made when it is not there
    #[arg(value_name = "DIR")]
    folder: PathBuf,
}

/// One page for each command: `ata.1`, `ata-need.1`, `ata-need-add.1` …
pub fn man(args: &Man, env: &Env) -> Result<Answer, Fault> {
    typed::no_stream(&args.folder)?;
    let mut root = help::command(env);
    root.build();
    let mut pages = Vec::new();
    render(&root, env.words(), &mut pages).map_err(|error| unwritten(&args.folder, &error))?;
    let is_there = |(name, page): &(String, String)| {
        std::fs::read(args.folder.join(name)).is_ok_and(|bytes| bytes == page.as_bytes())
    };
    let changed = !pages.iter().all(is_there);
    if !env.globals.dry_run {
        std::fs::create_dir_all(&args.folder).map_err(|error| unwritten(&args.folder, &error))?;
        for (name, page) in &pages {
            env.write(&args.folder.join(name), page.as_bytes())?;
        }
    }
    let folder = args.folder.display().to_string();
    let names: Vec<&String> = pages.iter().map(|(name, _)| name).collect();
    let said = phrase!("look-man", n = names.len(), folder = &folder);
    let made = json!({"folder": folder, "files": names});
    Ok(Answer::change(made, changed, env, move |_, words| Page::default().line(words.say(&said))))
}

fn render(command: &Command, words: &Words, pages: &mut Vec<(String, String)>) -> std::io::Result<()> {
    let man = clap_mangen::Man::new(command.clone());
    let mut page = Vec::new();
    man.render(&mut page)?;
    pages.push((man.get_filename(), headed(&String::from_utf8_lossy(&page), words)));
    for one in command.get_subcommands() {
        render(one, words, pages)?;
    }
    Ok(())
}

/// The headings that the generator writes in English, in the reader's language.
fn headed(page: &str, words: &Words) -> String {
    let heading = |line: &str| {
        let name = line.strip_prefix(".SH ")?.trim_matches('"').to_lowercase();
        let said = words.maybe(&format!("help-word-man-{name}"))?;
        Some(format!(".SH \"{said}\""))
    };
    page.lines().map(|line| heading(line).unwrap_or_else(|| line.to_owned()) + "\n").collect()
}
