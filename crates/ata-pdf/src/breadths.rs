//! How broad the columns of a listing stand, and how high its rows. The typesetter finds that out by setting each cell, several times over,
//! which takes it longer than all the rest of a long paper; here the face is asked once for each text.

// A function of templates takes the typesetter's own three first.
#![allow(clippy::too_many_arguments)]

use rustybuzz::{Direction, Face, ShapePlan, UnicodeBuffer, script, shape_with_plan};
use std::collections::HashMap;
use typst::World;
use typst::comemo::Tracked;
use typst::diag::{At, SourceResult};
use typst::engine::Engine;
use typst::foundations::{Array, Context, Smart, StyleChain, Value, array, func};
use typst::layout::{Abs, Fr, Length, measure};
use typst::model::TableCell;
use typst::syntax::Span;
use typst::text::{FontVariant, FontVariations, TextElem};

/// Texts of more bytes stand on more than one line of any table.
const LONG: usize = 250;

/// For the last decimal of a sum.
const AIR: Abs = Abs::raw(0.01);

/// The columns with the breadth they ask for, and the height of each row: `auto` where a row holds more than a line of text, and is left
/// to the typesetter. So is all (`auto`) where the columns do not find room side by side.
#[func(contextual)]
pub fn breadths(
    engine: &mut Engine,
    context: Tracked<Context>,
    span: Span,
    /// As a table takes them: `auto`, a length, a ratio of the room, or a fraction of what is left.
    columns: Array,
    /// Of the header, one a column.
    titles: Array,
    /// Of the body: arrays of texts, contents, or cells that span columns.
    rows: Array,
    /// Left and right of each cell.
    inset: Length,
    /// Of a row of one line.
    height: Length,
    /// For all columns.
    room: Length,
) -> SourceResult<Array> {
    let (inset, room) = (inset.abs * 2.0, room.abs);
    let size = context.styles().at(span)?.resolve(TextElem::size);
    let world = engine.world;
    let Some(font) = world.font(0) else { return Ok(array![columns, Value::Auto]) };
    let face = font.instantiate(FontVariant::default(), Abs::zero(), &FontVariations::default());
    let mut ruler = Ruler::new(face.rusty());
    let mut told = |cell: Value| -> SourceResult<Cell> {
        let is_line = match &cell {
            Value::Str(text) => !text.as_str().contains('\n'),
            Value::Content(content) => content.is_empty(),
            other => *other == Value::None,
        };
        let (over, cell) = parted(cell);
        let known = match &cell {
            Value::Str(text) => ruler.width(text).map(|width| size * width),
            _ if is_line => Some(Abs::zero()),
            _ => None,
        };
        let breadth = match known {
            Some(breadth) => breadth,
            None => {
                let set = measure(engine, context, span, Smart::Auto, Smart::Auto, cell.display())?;
                length(set.get("width").at(span)?)
            }
        };
        Ok(Cell { breadth, over, is_line })
    };
    let mut broadest = Vec::with_capacity(columns.len());
    for title in titles {
        broadest.push(told(title)?.breadth);
    }
    broadest.resize(columns.len(), Abs::zero());
    // Of each row the breadths of its texts, or none where it holds something else or is parted otherwise.
    let mut lines = Vec::with_capacity(rows.len());
    for row in rows {
        let cells = row.cast::<Array>().at(span)?.into_iter().map(&mut told).collect::<SourceResult<Vec<Cell>>>()?;
        let mut at = 0;
        for cell in &cells {
            if let Some(known) = broadest.get_mut(at).filter(|_| cell.over == 1) {
                known.set_max(cell.breadth);
            }
            at += cell.over;
        }
        let is_line = cells.len() == columns.len() && cells.iter().all(|cell| cell.is_line);
        lines.push(is_line.then(|| cells.into_iter().map(|cell| cell.breadth).collect::<Vec<_>>()));
    }
    let asked: Array = columns
        .iter()
        .zip(broadest)
        .map(|(column, broadest)| match column {
            Value::Auto => Value::Length((broadest + inset + AIR).into()),
            Value::Ratio(ratio) => Value::Length(ratio.of(room).into()),
            other => other.clone(),
        })
        .collect();
    let left = room - asked.iter().map(length).sum::<Abs>();
    if left < Abs::zero() {
        return Ok(array![columns, Value::Auto]);
    }
    let parts: Fr = asked.iter().map(part).sum();
    let rooms: Vec<Abs> =
        asked.iter().map(|one| length(one) + part(one).share(parts, left) - inset - AIR / 2.0).collect();
    let fits = |line: Vec<Abs>| line.iter().zip(&rooms).all(|(breadth, room)| breadth <= room);
    let heights = lines.into_iter().map(|line| match line.is_some_and(fits) {
        true => Value::Length(height),
        false => Value::Auto,
    });
    Ok(array![asked, heights.collect::<Array>()])
}

/// What is to be known of a cell.
struct Cell {
    breadth: Abs,
    /// So many columns.
    over: usize,
    /// Holds a line of text, or nothing.
    is_line: bool,
}

/// Over how many columns a cell goes, and what it holds.
fn parted(cell: Value) -> (usize, Value) {
    let Value::Content(content) = &cell else { return (1, cell) };
    match content.to_packed::<TableCell>() {
        Some(parted) => (parted.colspan.get(StyleChain::default()).get(), Value::Content(parted.body.clone())),
        None => (1, cell),
    }
}

/// None where the column is told otherwise.
fn length(column: &Value) -> Abs {
    match column {
        Value::Length(length) => length.abs,
        _ => Abs::zero(),
    }
}

fn part(column: &Value) -> Fr {
    match column {
        Value::Fraction(part) => *part,
        _ => Fr::zero(),
    }
}

/// Tells how broad texts stand on one line.
struct Ruler<'f> {
    face: &'f Face<'f>,
    plan: ShapePlan,
    buffer: UnicodeBuffer,
    known: HashMap<String, Option<f64>>,
}

impl<'f> Ruler<'f> {
    fn new(face: &'f Face<'f>) -> Ruler<'f> {
        let plan = ShapePlan::new(face, Direction::LeftToRight, Some(script::LATIN), None, &[]);
        Ruler { face, plan, buffer: UnicodeBuffer::new(), known: HashMap::new() }
    }

    /// In ems; none for a text of several lines, or with letters that the face does not hold.
    fn width(&mut self, text: &str) -> Option<f64> {
        if text.len() > LONG || text.contains('\n') {
            return None;
        }
        if let Some(known) = self.known.get(text) {
            return *known;
        }
        let mut buffer = std::mem::take(&mut self.buffer);
        buffer.set_direction(Direction::LeftToRight);
        buffer.set_script(script::LATIN);
        buffer.push_str(text);
        let glyphs = shape_with_plan(self.face, &self.plan, buffer);
        let is_held = glyphs.glyph_infos().iter().all(|glyph| glyph.glyph_id != 0);
        let units: i64 = glyphs.glyph_positions().iter().map(|glyph| i64::from(glyph.x_advance)).sum();
        let width = is_held.then(|| units as f64 / f64::from(self.face.units_per_em()));
        self.known.insert(text.to_owned(), width);
        self.buffer = glyphs.clear();
        width
    }
}

#[cfg(test)]
mod tests {
    use crate::{Paper, Renderer, Standard, Template};
    use chrono::DateTime;

    #[test]
    fn every_text_stands_as_broad_as_is_said() {
        let letters =
            "AÁÀÃÂBCÇDEÉÊFGHIÍJKLMNÑOÓÕPQRSTUÚÜVWXYZaáàãâbcçdeéêfghiíjklmnñoóõpqrstuúüvwxyz0123456789.,;:-–/'\"()&@ ";
        // Every letter beside every other one, in texts as long as names are.
        let pairs = letters.chars().flat_map(|one| {
            let all: Vec<char> = letters.chars().flat_map(|other| [one, other]).collect();
            all.chunks(24).map(|part| part.iter().collect::<String>()).collect::<Vec<_>>()
        });
        // The last is in no face of a paper.
        let texts: Vec<String> =
            pairs.chain(["Ñáñez Ríos, Iñaki · AT-2026-0001".to_owned(), "Ω ж".to_owned()]).collect();
        let rule = "#set text(size: 100pt)
            #context for text in json(\"/data.json\").texts {
                let (columns, heights) = breadths((auto,), ([],), ((text,),), 4pt, 10pt, 9999pt)
                let (said, drawn) = (columns.first() - 8pt, measure(box(text)).width)
                assert(drawn < said and said < drawn + 0.02pt, message: text + \" \" + repr(said) + \" \" + repr(drawn))
                assert(heights == (10pt,))
            }";
        print(rule, serde_json::json!({ "texts": texts }));
    }

    #[test]
    fn rows_of_more_than_a_line_and_columns_without_room_are_left_to_the_typesetter() {
        let rule = "#set text(size: 10pt)
            #context {
                let told(columns, rows, room) = breadths(columns, columns.map(_ => [X]), rows, 4pt, 12pt, room)
                let (columns, heights) = told(
                    (auto, 25%, 1fr),
                    ((\"uno\", \"dos\", \"tres\"), (\"uno\", \"una casilla larga como ninguna\", \"\"), (\"uno\", \"dos\", strong[tres]), (\"uno\\ndos\", none, [])),
                    200pt,
                )
                assert(heights == (12pt, auto, auto, auto) and columns.slice(1) == (50pt, 1fr), message: repr((columns, heights)))
                let over = table.cell(colspan: 2, \"más ancha que todas\")
                let (columns, heights) = told((auto, auto), ((over,), (\"uno\", \"dos\")), 200pt)
                assert(heights == (auto, 12pt) and columns.all(one => one < 40pt), message: repr((columns, heights)))
                assert(told((auto, auto), ((\"uno\", \"dos\"),), 20pt) == ((auto, auto), auto))
            }";
        print(rule, serde_json::json!({}));
    }

    fn print(rule: &str, data: serde_json::Value) {
        let template = Template::new("breadths.typ", rule, &[]).expect("a template");
        let paper = Paper {
            template: &template,
            data: &data,
            assets: &[],
            title: "Breadths",
            author: "ata",
            keywords: &[],
            language: "es",
            region: "co",
            ident: "breadths",
            at: DateTime::UNIX_EPOCH,
            standard: Standard::Plain,
        };
        Renderer::new().render(&paper).expect("as is said");
    }
}
