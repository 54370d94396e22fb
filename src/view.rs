//! One value, shown as people or scripts want it: text, JSON, JSON lines, CSV or TSV. Commands return an [`Answer`]; only this file
//! and `env` know streams and terminals.

use crate::env::Env;
use crate::locale::{Phrase, Words};
use serde::Serialize;
use serde_json::{Value, json};
use std::borrow::Cow;
use std::io::Write;

/// What a command returns.
pub trait Shown {
    /// For scripts.
    fn json(&self) -> Value;
    /// For people.
    fn page(&self, words: &Words) -> Page;

    /// What each row of csv and tsv holds, where that is not the first table of the page: records.
    fn records(&self) -> Option<Vec<Value>> {
        None
    }

    /// A record of which nothing is known: where there is none, it names the columns.
    fn blank(&self) -> Option<Value> {
        None
    }

    /// The JSON as text.
    fn pretty(&self) -> String {
        serde_json::to_string_pretty(&self.json()).unwrap_or_default()
    }

    /// Writes the answer by itself, whatever form was asked for (`lines`: one item a line): for the bytes of a document, and for what is
    /// too large to be built whole. No: it has no such way.
    fn stream(&self, _out: &mut dyn Write, _lines: bool) -> Option<std::io::Result<()>> {
        None
    }
}

/// A value to show, the exit code, and what to say beside it on stderr.
pub struct Answer {
    pub shown: Box<dyn Shown>,
    pub exit: u8,
    pub notes: Vec<Phrase>,
    /// What may be done next, now that it is done; after a rehearsal it is not.
    pub next: Vec<Phrase>,
}

impl Answer {
    pub fn new(shown: impl Shown + 'static) -> Answer {
        Answer { shown: Box::new(shown), exit: 0, notes: Vec::new(), next: Vec::new() }
    }

    /// A page and the value behind it.
    pub fn of<T: Serialize + 'static>(value: T, page: impl Fn(&T, &Words) -> Page + 'static) -> Answer {
        Answer::new(Made { value, page })
    }

    /// A record that a command changed (or left as it was).
    pub fn change<T: Serialize + 'static>(
        record: T,
        changed: bool,
        env: &Env,
        page: impl Fn(&T, &Words) -> Page + 'static,
    ) -> Answer {
        let change = Change { record, changed, dry_run: env.globals.dry_run };
        Answer::of(change, move |change, words| page(&change.record, words))
    }

    /// A list.
    pub fn list<T: Serialize + 'static>(items: Vec<T>, page: impl Fn(&[T], &Words) -> Page + 'static) -> Answer {
        let total = items.len() as i64;
        Answer::of(List { items, total }, move |list, words| page(&list.items, words))
    }

    /// What was asked for: the record when it was one, a list of them when it was several. Then a table says in its first column, `key`,
    /// whose rows they are.
    pub fn some<T: Serialize + 'static>(
        mut items: Vec<T>,
        key: &'static str,
        id: impl Fn(&T) -> &str + 'static,
        page: impl Fn(&T, &Words) -> Page + 'static,
    ) -> Answer {
        if items.len() == 1 {
            return Answer::of(items.remove(0), page);
        }
        Answer::list(items, move |items, words| {
            let mut whole = Page::default();
            for item in items {
                let page = page(item, words).led_by(words, key, id(item));
                whole = if whole.blocks.is_empty() { whole } else { whole.blank() };
                whole.blocks.extend(page.blocks);
            }
            whole
        })
    }

    /// What a command changed: the record when it was one, a list of them when it was several.
    pub fn changes<T: Serialize + 'static>(
        items: Vec<T>,
        changed: bool,
        env: &Env,
        page: impl Fn(&T, &Words) -> Page + 'static,
    ) -> Answer {
        Answer::table_of(items, changed, env, move |items, words| {
            let pages = items.iter().map(|item| page(item, words).blocks);
            Page { blocks: pages.flatten().collect() }
        })
    }

    /// The same, shown all at once.
    pub fn table_of<T: Serialize + 'static>(
        mut items: Vec<T>,
        changed: bool,
        env: &Env,
        page: impl Fn(&[T], &Words) -> Page + 'static,
    ) -> Answer {
        if items.len() == 1 {
            return Answer::change(items.remove(0), changed, env, move |one, words| {
                page(std::slice::from_ref(one), words)
            });
        }
        let total = items.len() as i64;
        let change = Change { record: List { items, total }, changed, dry_run: env.globals.dry_run };
        Answer::of(change, move |change, words| page(&change.record.items, words))
    }

    pub fn exit(mut self, exit: u8) -> Answer {
        self.exit = exit;
        self
    }

    /// Says something on stderr, after the answer.
    pub fn note(mut self, phrase: Phrase) -> Answer {
        self.notes.push(phrase);
        self
    }

    /// Says what may be done next, unless nothing was done.
    pub fn next(mut self, phrases: impl IntoIterator<Item = Phrase>) -> Answer {
        self.next.extend(phrases);
        self
    }

    pub fn notes(mut self, phrases: impl IntoIterator<Item = Phrase>) -> Answer {
        self.notes.extend(phrases);
        self
    }
}

struct Made<T, P> {
    value: T,
    page: P,
}

impl<T: Serialize, P: Fn(&T, &Words) -> Page> Shown for Made<T, P> {
    fn json(&self) -> Value {
        json!(self.value)
    }

    fn page(&self, words: &Words) -> Page {
        (self.page)(&self.value, words)
    }

    fn pretty(&self) -> String {
        serde_json::to_string_pretty(&self.value).unwrap_or_default()
    }
}

#[derive(Serialize)]
struct Change<T> {
    #[serde(flatten)]
    record: T,
    changed: bool,
    #[serde(skip_serializing_if = "std::ops::Not::not")]
    dry_run: bool,
}

/// A list, as scripts rely on it. `total` counts what the filter let through, also beyond the limit.
#[derive(Serialize)]
pub struct List<T> {
    pub items: Vec<T>,
    pub total: i64,
}

/// What people see, top to bottom.
#[derive(Debug, Default, Clone)]
pub struct Page {
    pub blocks: Vec<Block>,
}

#[derive(Debug, Clone)]
pub enum Block {
    Line(String),
    Heading(String),
    Blank,
    /// Label and value, aligned.
    Facts(Vec<(String, String)>),
    Table(Table),
    /// A table whose rows are too long for a terminal: there each is a card, elsewhere a row.
    Cards(Table, Vec<Card>),
    /// Text as it is: minutes, a letter, a file to be.
    Verbatim(String),
    /// What is said of the table above it, to people. Where only rows belong, it is left out, or said beside the answer.
    Remark(String),
}

/// A thing in a few lines: what it begins with, what it says, and the command that deals with it, in one piece to be copied.
#[derive(Debug, Clone)]
pub struct Card {
    pub label: String,
    pub lines: Vec<String>,
    pub command: String,
}

#[derive(Debug, Clone, Default)]
pub struct Table {
    pub columns: Vec<Column>,
    pub rows: Vec<Vec<String>>,
    /// One of several that are one table where only rows belong: its first column says whose rows they are.
    pub is_part: bool,
    /// Where only rows belong, its rows follow those of the first table, each cell under its own heading.
    pub is_also: bool,
}

#[derive(Debug, Clone)]
pub struct Column {
    /// The heading in CSV and TSV.
    pub key: &'static str,
    /// The heading people read.
    pub title: String,
    pub is_number: bool,
    /// Its cells are not broken into lines.
    pub is_whole: bool,
    /// Left out on a terminal too narrow for all columns.
    pub is_spare: bool,
    /// Its cells are parts of a whole, as numbers (`0.94`), which people read as `94 %`.
    pub is_share: bool,
}

impl Table {
    /// Columns by their keys; the headings are `term-column-<key>`. Before a key, `#` says that it holds numbers, `!` that its cells stay
    /// in one piece, `?` that a narrow terminal does without it, `%` that it holds parts of a whole.
    pub fn new(words: &Words, keys: &[&'static str]) -> Table {
        let columns = keys.iter().map(|key| {
            let plain = key.trim_start_matches(['#', '!', '?', '%']);
            let marks = &key[..key.len() - plain.len()];
            Column {
                key: plain,
                title: words.term("column", plain),
                is_number: marks.contains('#'),
                is_whole: marks.contains('!'),
                is_spare: marks.contains('?'),
                is_share: marks.contains('%'),
            }
        });
        Table { columns: columns.collect(), rows: Vec::new(), is_part: false, is_also: false }
    }

    /// As people read it: `94 %`, not `0.94`.
    pub fn for_people(&self) -> Cow<'_, Table> {
        if !self.columns.iter().any(|column| column.is_share) {
            return Cow::Borrowed(self);
        }
        let mut table = self.clone();
        for row in &mut table.rows {
            for (cell, _) in row.iter_mut().zip(&self.columns).filter(|(_, column)| column.is_share) {
                if let Ok(share) = cell.parse::<f64>() {
                    *cell = format!("{:.0} %", share * 100.0);
                }
            }
        }
        Cow::Owned(table)
    }

    pub fn row(&mut self, cells: impl IntoIterator<Item = impl Into<String>>) {
        self.rows.push(cells.into_iter().map(Into::into).collect());
    }
}

impl Page {
    pub fn line(mut self, text: impl Into<String>) -> Page {
        self.blocks.push(Block::Line(text.into()));
        self
    }

    pub fn heading(mut self, text: impl Into<String>) -> Page {
        self.blocks.push(Block::Heading(text.into()));
        self
    }

    pub fn blank(mut self) -> Page {
        self.blocks.push(Block::Blank);
        self
    }

    /// Facts whose value is known; the labels are `term-column-<key>`.
    pub fn facts(mut self, words: &Words, facts: &[(&str, Option<String>)]) -> Page {
        let known = facts.iter().filter_map(|(key, value)| Some((words.term("column", key), value.clone()?)));
        let known: Vec<(String, String)> = known.filter(|(_, value)| !value.is_empty()).collect();
        if !known.is_empty() {
            self.blocks.push(Block::Facts(known));
        }
        self
    }

    pub fn table(mut self, table: Table) -> Page {
        self.blocks.push(Block::Table(table));
        self
    }

    /// What is said of the table just added; on a terminal under it.
    pub fn remark(mut self, text: impl Into<String>) -> Page {
        self.blocks.push(Block::Remark(text.into()));
        self
    }

    /// What is said when the table just added has no rows; on a terminal in its place.
    pub fn none(self, text: impl Into<String>) -> Page {
        let is_empty = match self.blocks.last() {
            Some(Block::Table(table) | Block::Cards(table, _)) => table.rows.is_empty(),
            _ => true,
        };
        if is_empty { self.remark(text) } else { self }
    }

    /// The same without what is said of its tables.
    pub fn rows_only(mut self) -> Page {
        self.blocks.retain(|block| !matches!(block, Block::Remark(_)));
        self
    }

    /// The same with a column more before those of its tables, which says whose rows they are. On a narrow terminal the heading above
    /// them does.
    fn led_by(mut self, words: &Words, key: &'static str, id: &str) -> Page {
        for block in &mut self.blocks {
            if let Block::Table(table) | Block::Cards(table, _) = block {
                let title = words.term("column", key);
                let column = Column { key, title, is_number: false, is_whole: true, is_spare: true, is_share: false };
                table.columns.insert(0, column);
                table.is_part = true;
                table.rows.iter_mut().for_each(|row| row.insert(0, id.to_owned()));
            }
        }
        self
    }

    pub fn cards(mut self, table: Table, cards: Vec<Card>) -> Page {
        self.blocks.push(Block::Cards(table, cards));
        self
    }

    pub fn verbatim(mut self, text: impl Into<String>) -> Page {
        self.blocks.push(Block::Verbatim(text.into()));
        self
    }
}

/// Shows an answer on stdout in the form asked for.
///
/// # Errors
/// When the stream cannot be written.
pub fn show(answer: &Answer, env: &Env) -> std::io::Result<()> {
    use crate::args::Format;
    let mut stream = std::io::BufWriter::with_capacity(1 << 16, env.stdout());
    if let Some(written) = answer.shown.stream(&mut stream, env.format() == Format::Jsonl) {
        return written.and_then(|()| stream.flush());
    }
    drop(stream);
    let mut out = String::new();
    let mut beside = Vec::new();
    match env.format() {
        Format::Json => {
            out = answer.shown.pretty();
            out.push('\n');
        }
        Format::Jsonl => {
            let mut value = answer.shown.json();
            let is_list = value.get("items").is_some_and(Value::is_array);
            let items = match value.get_mut("items") {
                Some(Value::Array(items)) => std::mem::take(items),
                _ => vec![std::mem::take(&mut value)],
            };
            // A list may have others beside it: of pairs the rows that wait.
            let beside = value.as_object().into_iter().flatten().filter_map(|(_, other)| other.as_array());
            for item in items.iter().chain(beside.flatten().filter(|_| is_list)) {
                out.push_str(&item.to_string());
                out.push('\n');
            }
        }
        Format::Csv => out = delimited(answer, env, b',')?,
        Format::Tsv => out = delimited(answer, env, b'\t')?,
        Format::Text => {
            let page = answer.shown.page(env.words());
            out = shown_text(&page, env);
            if env.width().is_none() && !env.globals.quiet {
                beside = page.blocks;
            }
        }
    }
    let mut stdout = env.stdout();
    stdout.write_all(out.as_bytes())?;
    stdout.flush()?;
    for block in beside {
        if let Block::Remark(remark) = block {
            env.say(&remark);
        }
    }
    Ok(())
}

/// The records of the answer, where it has such. Else the first table of a page, with the others that are parts of the same. Without a
/// table the record itself is one row, and each record of a list one: what is no list and no record of its own in the JSON, under its name there.
fn delimited(answer: &Answer, env: &Env, delimiter: u8) -> std::io::Result<String> {
    let records = answer.shown.records();
    let page = if records.is_some() { Page::default() } else { answer.shown.page(env.words()) };
    let mut writer = csv::WriterBuilder::new().delimiter(delimiter).flexible(true).from_writer(Vec::new());
    let tables: Vec<&Table> = page
        .blocks
        .iter()
        .filter_map(|block| match block {
            Block::Table(table) | Block::Cards(table, _) => Some(table),
            _ => None,
        })
        .collect();
    match tables.first() {
        Some(first) => {
            let keys = |table: &Table| table.columns.iter().map(|column| column.key).collect::<Vec<_>>();
            let mut columns = keys(first);
            let is_of_it = |table: &Table| table.is_also || (first.is_part && keys(table) == keys(first));
            let more = tables.iter().skip(1).filter(|table| is_of_it(table));
            let tables: Vec<&Table> = tables.iter().take(1).chain(more).copied().collect();
            for key in tables.iter().flat_map(|table| keys(table)) {
                if !columns.contains(&key) {
                    columns.push(key);
                }
            }
            writer.write_record(&columns)?;
            for table in tables {
                let places = keys(table);
                let place = |key: &&str| places.iter().position(|other| other == key);
                let order: Vec<Option<usize>> = match places == columns {
                    true => (0..columns.len()).map(Some).collect(),
                    false => columns.iter().map(place).collect(),
                };
                for row in &table.rows {
                    let cell = |at: &Option<usize>| at.and_then(|at| row.get(at)).map_or("", String::as_str);
                    writer.write_record(order.iter().map(|at| on_a_line(harmless(cell(at)), delimiter)))?;
                }
            }
        }
        None => {
            let records = records.unwrap_or_else(|| {
                let value = answer.shown.json();
                match value.get("items").and_then(Value::as_array) {
                    Some(items) if items.iter().all(Value::is_object) && value.get("total").is_some() => items.clone(),
                    _ => vec![value],
                }
            });
            let blank = answer.shown.blank();
            let mut columns: Vec<&str> = Vec::new();
            for key in records.iter().chain(&blank).filter_map(Value::as_object).flat_map(|record| record.keys()) {
                if !columns.contains(&key.as_str()) {
                    columns.push(key);
                }
            }
            if !columns.is_empty() {
                writer.write_record(&columns)?;
                for record in &records {
                    let cell = |key: &&str| on_a_line(record.get(*key).map(in_a_cell).unwrap_or_default(), delimiter);
                    writer.write_record(columns.iter().map(cell))?;
                }
            }
        }
    }
    let bytes = writer.into_inner().map_err(|error| std::io::Error::other(error.to_string()))?;
    Ok(String::from_utf8(bytes).unwrap_or_default())
}

/// In TSV a row is a line, whatever a cell holds; CSV has quotes for it.
fn on_a_line(cell: String, delimiter: u8) -> String {
    match delimiter {
        b'\t' if cell.contains(['\n', '\r', '\t']) => cell.replace("\r\n", " ").replace(['\n', '\r', '\t'], " "),
        _ => cell,
    }
}

/// A value of the JSON as a cell; of another record (the group of a case) its reference, so that the columns are the same whether there
/// is one or not. Of a list its members, one beside the other; what is more than that stays JSON, for a cell left out is a fact lost.
fn in_a_cell(value: &Value) -> String {
    match value {
        Value::Null => String::new(),
        Value::Array(items) => match items.iter().map(brief).collect::<Option<Vec<_>>>() {
            Some(items) => harmless(&items.join("; ")),
            None => value.to_string(),
        },
        _ => brief(value).map_or_else(|| value.to_string(), |text| harmless(&text)),
    }
}

/// None for what is more than a word or a reference.
fn brief(value: &Value) -> Option<String> {
    Some(match value {
        Value::String(text) => text.clone(),
        Value::Null | Value::Array(_) => return None,
        Value::Object(record) => record.get("id")?.as_str()?.to_owned(),
        number => number.to_string(),
    })
}

/// A cell that a spreadsheet will not run as a formula. Numbers and telephone numbers stay as they are.
pub fn harmless(cell: &str) -> String {
    let begins = cell.starts_with(['=', '+', '-', '@', '\t', '\r']);
    let innocent = cell == "-"
        || (cell.starts_with(['+', '-'])
            && cell[1..].chars().all(|c| c.is_ascii_digit() || matches!(c, ' ' | '.' | ',' | '-' | '(' | ')')));
    if begins && !innocent { format!("'{cell}") } else { cell.to_owned() }
}

/// A page as people read it.
pub fn shown_text(page: &Page, env: &Env) -> String {
    let mut out = String::new();
    for block in &page.blocks {
        match block {
            Block::Line(line) => out.push_str(&folded(&plain(line), env)),
            Block::Heading(line) => out.push_str(&format!("{}\n", env.bold(&plain(line)))),
            Block::Blank => out.push('\n'),
            Block::Verbatim(text) => {
                out.push_str(&harmless_text(text));
                if !text.ends_with('\n') {
                    out.push('\n');
                }
            }
            Block::Facts(facts) => out.push_str(&facts_text(facts, env)),
            Block::Table(table) | Block::Cards(table, _) if table.rows.is_empty() && env.width().is_some() => {}
            Block::Remark(line) => {
                if env.width().is_some() {
                    out.push_str(&folded(&plain(line), env));
                }
            }
            Block::Table(table) => out.push_str(&table_text(&table.for_people(), env)),
            Block::Cards(table, cards) => out.push_str(&cards_text(table, cards, env)),
        }
    }
    out
}

/// Without control characters: what a file or a message holds must not steer the terminal.
fn plain(text: &str) -> String {
    text.chars().map(|c| if c.is_control() { ' ' } else { c }).collect()
}

/// The same for a text of several lines.
pub fn harmless_text(text: &str) -> String {
    let harmless = |c: char| !c.is_control() || matches!(c, '\n' | '\r' | '\t');
    text.chars().map(|c| if harmless(c) { c } else { ' ' }).collect()
}

/// A line in as many as a terminal needs, each set in as far as the first, below the branches of a tree too. What holds a command to be
/// copied stays in one piece.
fn folded(line: &str, env: &Env) -> String {
    let Some(width) = env
        .width()
        .filter(|width| line.chars().count() > *width && !line.starts_with("ata ") && !line.contains(" ata "))
    else {
        return format!("{line}\n");
    };
    let text = line.trim_start_matches([' ', '│', '├', '└', '─']);
    let first = &line[..line.len() - text.len()];
    let next: String = first.chars().map(|c| if matches!(c, '│' | '├') { '│' } else { ' ' }).collect();
    let room = width.saturating_sub(first.chars().count()).max(20);
    let lines = wrap(text, room).into_iter().enumerate();
    lines.map(|(at, part)| format!("{}{part}\n", if at == 0 { first } else { &next })).collect()
}

fn facts_text(facts: &[(String, String)], env: &Env) -> String {
    let mut out = String::new();
    let Some(width) = env.width() else {
        for (label, value) in facts {
            out.push_str(&format!("{label}\t{}\n", plain(value)));
        }
        return out;
    };
    let label_width = facts.iter().map(|(label, _)| label.chars().count()).max().unwrap_or(0) + 2;
    for (label, value) in facts {
        let pad = " ".repeat(label_width - label.chars().count());
        for (at, line) in wrap(&plain(value), width.saturating_sub(label_width).max(20)).into_iter().enumerate() {
            let begin = if at == 0 { format!("{}{pad}", env.dim(label)) } else { " ".repeat(label_width) };
            out.push_str(&format!("{begin}{line}\n"));
        }
    }
    out
}

/// Breaks a text at blanks into lines of at most `width` characters; a longer word stays whole.
fn wrap(text: &str, width: usize) -> Vec<String> {
    let mut lines = vec![String::new()];
    for word in text.split(' ') {
        let line = lines.last_mut().map_or(0, |line| line.chars().count());
        if line > 0 && line + 1 + word.chars().count() > width {
            lines.push(word.to_owned());
        } else if let Some(last) = lines.last_mut() {
            if line > 0 {
                last.push(' ');
            }
            last.push_str(word);
        }
    }
    lines
}

fn cards_text(table: &Table, cards: &[Card], env: &Env) -> String {
    let Some(width) = env.width() else { return table_text(&table.for_people(), env) };
    let label_width = cards.iter().map(|card| card.label.chars().count()).max().unwrap_or(0) + 2;
    let indent = " ".repeat(label_width);
    let mut out = String::new();
    for (place, card) in cards.iter().enumerate() {
        // Without a label nothing shows where it begins.
        if place > 0 && card.label.is_empty() {
            out.push('\n');
        }
        let lines = card.lines.iter().flat_map(|line| wrap(&plain(line), width.saturating_sub(label_width).max(20)));
        let lines = lines.chain((!card.command.is_empty()).then(|| env.dim(&plain(&card.command))));
        for (at, line) in lines.enumerate() {
            let pad = " ".repeat(label_width - card.label.chars().count());
            let begin = if at == 0 { format!("{}{pad}", env.bold(&card.label)) } else { indent.clone() };
            out.push_str(format!("{begin}{line}").trim_end());
            out.push('\n');
        }
    }
    out
}

/// Longest cell that is never broken into lines.
const SHORT: usize = 18;

/// Columns a longer text needs at least to be readable.
const READABLE: usize = 24;

/// Blanks around a cell.
const GAP: usize = 3;

/// Characters of the longest cell of a column, its heading among them.
fn longest(table: &Table, at: usize) -> usize {
    let cells = table.rows.iter().filter_map(|row| row.get(at));
    cells.chain([&table.columns[at].title]).map(|cell| cell.chars().count()).max().unwrap_or(0)
}

/// The same of a column of numbers whose heading is broken into its words.
fn narrowest(table: &Table, at: usize) -> usize {
    let column = &table.columns[at];
    if !column.is_number {
        return longest(table, at);
    }
    let cells = table.rows.iter().filter_map(|row| row.get(at)).map(|cell| cell.chars().count());
    cells.chain(column.title.split(' ').map(|word| word.chars().count())).max().unwrap_or(0)
}

/// Columns below which a longer text is no longer read but spelt.
const TIGHT: usize = 10;

/// Do the columns fit, longer texts being broken into lines?
fn is_legible(table: &Table, shown: &[usize], width: usize) -> bool {
    let least = |at: &usize| match narrowest(table, *at) {
        long if long > SHORT && !table.columns[*at].is_whole => TIGHT + GAP,
        long => long + GAP,
    };
    shown.iter().map(least).sum::<usize>() <= width + GAP
}

/// The columns there is room for, by their places: spare ones go first, the rightmost before the others.
fn fitting(table: &Table, width: usize) -> Vec<usize> {
    let wanted = |at: &usize| match longest(table, *at) {
        long if long > SHORT && !table.columns[*at].is_whole => READABLE.min(long) + GAP,
        long => long + GAP,
    };
    let mut shown: Vec<usize> = (0..table.columns.len()).collect();
    while shown.iter().map(wanted).sum::<usize>() > width + GAP {
        match shown.iter().rposition(|at| table.columns[*at].is_spare) {
            Some(spare) => shown.remove(spare),
            None => break,
        };
    }
    shown
}

/// Where no table fits, each row is told on its own.
fn records_text(table: &Table, env: &Env) -> String {
    let record = |row: &Vec<String>| {
        let cells = table.columns.iter().zip(row).filter(|(_, cell)| !cell.is_empty());
        let facts: Vec<(String, String)> = cells.map(|(column, cell)| (column.title.clone(), cell.clone())).collect();
        facts_text(&facts, env)
    };
    table.rows.iter().map(record).collect::<Vec<_>>().join("\n")
}

fn table_text(table: &Table, env: &Env) -> String {
    let Some(width) = env.width() else {
        let mut out = String::new();
        let titles: Vec<&str> = table.columns.iter().map(|column| column.title.as_str()).collect();
        out.push_str(&format!("{}\n", titles.join("\t")));
        for row in &table.rows {
            let cells: Vec<String> = row.iter().map(|cell| plain(cell)).collect();
            out.push_str(&format!("{}\n", cells.join("\t")));
        }
        return out;
    };
    use comfy_table::{
        CellAlignment, ColumnConstraint, ContentArrangement, LineStyle, Table as Drawn, TableStyle, Width,
    };
    let mut drawn = Drawn::new();
    drawn.load_style(TableStyle::new().header_separator(LineStyle::none().fill('─').junction('─')));
    drawn.set_content_arrangement(ContentArrangement::Dynamic).set_width(u16::try_from(width).unwrap_or(80));
    let shown = fitting(table, width);
    if !is_legible(table, &shown, width) {
        return records_text(table, env);
    }
    let is_tight = shown.iter().map(|at| longest(table, *at) + GAP).sum::<usize>() > width + GAP;
    drawn.set_header(shown.iter().map(|at| table.columns[*at].title.clone()));
    for row in &table.rows {
        drawn.add_row(shown.iter().map(|at| row.get(*at).map(|cell| plain(cell)).unwrap_or_default()));
    }
    for (place, at) in shown.iter().enumerate() {
        let column = &table.columns[*at];
        if let Some(drawn) = drawn.column_mut(place) {
            drawn.set_padding((u16::from(place > 0), 1));
            // References, days and numbers stay in one piece; texts share what is left.
            if is_tight && column.is_number {
                let padding = if place > 0 { 2 } else { 1 };
                let width = u16::try_from(narrowest(table, *at) + padding).unwrap_or(u16::MAX);
                drawn.set_constraint(ColumnConstraint::Absolute(Width::Fixed(width)));
            } else if column.is_whole || longest(table, *at) <= SHORT {
                drawn.set_constraint(ColumnConstraint::ContentWidth);
            }
            if column.is_number {
                drawn.set_cell_alignment(CellAlignment::Right);
            }
        }
    }
    let lines: Vec<String> = drawn.lines().map(|line| line.trim_end().to_owned()).collect();
    format!("{}\n", lines.join("\n"))
}
