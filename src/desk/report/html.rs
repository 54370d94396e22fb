//! A report as a page to read in a browser, to print or to send on: one file that needs nothing else.

use crate::mail::html::push_escaped;
use crate::papers::Voice;
use crate::view::{Block, Page, Table};
use std::fmt::Write;

/// What stands above the page, and in which language it is.
pub struct About<'a> {
    pub language: &'a str,
    pub institution: &'a str,
    /// Below the page: from when the figures are.
    pub foot: &'a str,
}

const STYLE: &str = "body{font:15px/1.45 system-ui,sans-serif;color:#1b1f24;max-width:62rem;margin:2rem auto;padding:0 1rem}\
header p,footer{color:#57606a}h1{font-size:1.5rem;margin:.2rem 0}h2{font-size:1.1rem;margin:1.6rem 0 .4rem}\
table{border-collapse:collapse;width:100%;margin:.6rem 0}th,td{padding:.35rem .6rem;border-bottom:1px solid #d0d7de;text-align:left;vertical-align:top}\
th{background:#e7ecf3}.n{text-align:right;font-variant-numeric:tabular-nums}footer{margin-top:2rem;font-size:.85rem}\
@media print{body{margin:0;max-width:none}thead{display:table-header-group}}";

/// The first heading is the title.
pub fn html(page: &Page, about: &About<'_>, voice: &Voice) -> String {
    let title = page.blocks.iter().find_map(|block| match block {
        Block::Heading(text) => Some(text.as_str()),
        _ => None,
    });
    let title = escaped(title.unwrap_or_default());
    let mut body = String::new();
    let mut level = 1;
    for block in &page.blocks {
        match block {
            Block::Heading(text) => {
                let _ = writeln!(body, "<h{level}>{}</h{level}>", escaped(text));
                level = 2;
            }
            Block::Line(text) | Block::Remark(text) => {
                let _ = writeln!(body, "<p>{}</p>", escaped(text));
            }
            Block::Verbatim(text) => {
                let _ = writeln!(body, "<pre>{}</pre>", escaped(text));
            }
            Block::Facts(facts) => {
                for (label, value) in facts {
                    let _ = writeln!(body, "<p>{}: {}</p>", escaped(label), escaped(value));
                }
            }
            Block::Table(one) | Block::Cards(one, _) => body.push_str(&table(&one.for_people(), voice)),
            Block::Blank => {}
        }
    }
    let (language, institution, foot) = (escaped(about.language), escaped(about.institution), escaped(about.foot));
    format!(
        "<!doctype html>\n<html lang=\"{language}\">\n<head>\n<meta charset=\"utf-8\">\n\
         <meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n<title>{title}</title>\n<style>{STYLE}</style>\n</head>\n\
         <body>\n<header><p>{institution}</p></header>\n<main>\n{body}</main>\n<footer>{foot}</footer>\n</body>\n</html>\n"
    )
}

fn table(table: &Table, voice: &Voice) -> String {
    let class = |at: usize| if table.columns[at].is_number { " class=\"n\"" } else { "" };
    let mut out = "<table>\n<thead><tr>".to_owned();
    for (at, column) in table.columns.iter().enumerate() {
        let _ = write!(out, "<th{}>{}</th>", class(at), escaped(&column.title));
    }
    out.push_str("</tr></thead>\n<tbody>\n");
    for row in &table.rows {
        out.push_str("<tr>");
        for (at, cell) in row.iter().enumerate().take(table.columns.len()) {
            let _ = write!(out, "<td{}>{}</td>", class(at), escaped(&said(cell, table.columns[at].is_number, voice)));
        }
        out.push_str("</tr>\n");
    }
    out.push_str("</tbody>\n</table>\n");
    out
}

/// A figure or a day as offices of the country write them; any other text as it is.
fn said(cell: &str, is_number: bool, voice: &Voice) -> String {
    match cell.parse::<f64>() {
        Ok(figure) if is_number => voice.number(figure, cell.split_once('.').map_or(0, |(_, rest)| rest.len())),
        _ if cell.len() == 10 => voice.day(cell),
        _ => cell.to_owned(),
    }
}

fn escaped(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    push_escaped(&mut out, text);
    out
}
