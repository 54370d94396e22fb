//! Boards (mesas técnicas, espacios) and who sits on them.

use crate::env::Env;
use crate::error::Fault;
use crate::locale::Words;
use crate::typed;
use crate::view::{Answer, Page, Table};
use ata_model::op::Op;
use ata_model::register::Board;
use ata_store::{Db, StoreError};
use clap::{Args, Subcommand};

#[derive(Subcommand)]
pub enum Verb {
    /// Register a board
    Add(Add),
    /// Give people a seat on a board, or take it away
    Member(Member),
    /// List boards
    List,
    /// Show boards and their members
    Show(Show),
}

#[derive(Args)]
pub struct Add {
    /// Its name
    name: String,
    /// Who presides; they sit on it too
    #[arg(long, value_name = "PERSON")]
    chair: Option<String>,
}

#[derive(Args)]
pub struct Member {
    /// The board
    board: String,
    /// People
    #[arg(required = true)]
    person: Vec<String>,
    /// Take their seats away
    #[arg(long)]
    remove: bool,
}

#[derive(Args)]
pub struct Show {
    /// Boards
    #[arg(required = true)]
    board: Vec<String>,
}

pub fn run(verb: &Verb, env: &Env) -> Result<Answer, Fault> {
    match verb {
        Verb::Add(args) => add(args, env),
        Verb::Member(args) => member(args, env),
        Verb::List => Ok(Answer::list(env.desk()?.store.boards()?, table)),
        Verb::Show(args) => show(args, env),
    }
}

/// `board:NAME`, as after `--invite`, or the name alone.
fn find(db: &Db, text: &str) -> Result<i64, StoreError> {
    let text = text.trim();
    let name = text.get(.."board:".len()).filter(|begin| begin.eq_ignore_ascii_case("board:"));
    db.find_board(name.map_or(text, |begin| &text[begin.len()..]))
}

fn add(args: &Add, env: &Env) -> Result<Answer, Fault> {
    let mut desk = env.desk()?;
    let name = typed::line(&args.name, "NAME")?;
    let (store, _, stamp) = desk.split();
    let outcome = store.transact(Op::BoardAdd, stamp, |tx| -> Result<_, Fault> {
        let chair = args.chair.as_ref().map(|text| tx.find_person(text)).transpose()?;
        let board = tx.put_board(&name)?;
        if let Some(person) = chair {
            tx.set_chair(board, person)?;
        }
        Ok(tx.board(board)?)
    })?;
    Ok(Answer::change(outcome.value, outcome.changed, env, page))
}

fn member(args: &Member, env: &Env) -> Result<Answer, Fault> {
    let mut desk = env.desk()?;
    let (store, _, stamp) = desk.split();
    let outcome = store.transact(Op::BoardMember, stamp, |tx| -> Result<_, Fault> {
        let board = find(tx, &args.board)?;
        let name = tx.board(board)?.name;
        tx.say(name);
        for text in &args.person {
            let person = tx.find_person(text)?;
            match args.remove {
                true => tx.unseat(board, person)?,
                false => tx.seat(board, person)?,
            }
        }
        Ok(tx.board(board)?)
    })?;
    Ok(Answer::change(outcome.value, outcome.changed, env, page))
}

fn show(args: &Show, env: &Env) -> Result<Answer, Fault> {
    let desk = env.desk()?;
    let one = |text: &String| Ok(desk.store.board(find(&desk.store, text)?)?);
    let mut found: Vec<Board> = args.board.iter().map(one).collect::<Result<_, Fault>>()?;
    if found.len() == 1 {
        return Ok(Answer::of(found.remove(0), page));
    }
    Ok(Answer::list(found, |all, words| {
        let mut whole = Page::default();
        for one in all {
            whole.blocks.extend(page(one, words).blank().blocks);
        }
        whole
    }))
}

fn table(all: &[Board], words: &Words) -> Page {
    let mut table = Table::new(words, &["name", "chair", "#members"]);
    for one in all {
        let chair = one.chair.as_ref().map(|chair| chair.name.clone()).unwrap_or_default();
        table.row([one.name.clone(), chair, one.members.len().to_string()]);
    }
    Page::default().table(table).none(words.word("desk-no-boards"))
}

fn page(one: &Board, words: &Words) -> Page {
    let chair = one.chair.as_ref().map(|chair| format!("{} ({})", chair.name, chair.id));
    let mut page = Page::default()
        .line(one.name.clone())
        .facts(words, &[("chair", chair), ("members", Some(one.members.len().to_string()))]);
    for member in &one.members {
        page = page.line(format!("  {}  {}", member.id, member.name));
    }
    page
}
