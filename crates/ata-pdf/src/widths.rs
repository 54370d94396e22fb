//! How broad the texts of a paper stand on one line. The typesetter finds that out by setting each of them, several times over where a table
//! makes room for the broadest; here it is asked once of the face.

use rustybuzz::{Direction, Face, ShapePlan, UnicodeBuffer, script, shape_with_plan};
use serde_json::{Map, Value, json};
use typst::layout::Abs;
use typst::text::{Font, FontVariant, FontVariations};

/// Texts of more bytes stand on more than one line of any table.
const LONG: usize = 250;

/// By text, in ems of the regular face, each text and whole number of the data that may stand on one line.
pub fn widths(data: &Value, face: &Font) -> Value {
    let face = face.clone().instantiate(FontVariant::default(), Abs::zero(), &FontVariations::default());
    let mut ruler = Ruler::new(face.rusty());
    ruler.add(data);
    Value::Object(ruler.known)
}

struct Ruler<'f> {
    face: &'f Face<'f>,
    plan: ShapePlan,
    buffer: UnicodeBuffer,
    known: Map<String, Value>,
}

impl<'f> Ruler<'f> {
    fn new(face: &'f Face<'f>) -> Ruler<'f> {
        let plan = ShapePlan::new(face, Direction::LeftToRight, Some(script::LATIN), None, &[]);
        Ruler { face, plan, buffer: UnicodeBuffer::new(), known: Map::new() }
    }

    fn add(&mut self, data: &Value) {
        match data {
            Value::String(text) => self.add_text(text),
            Value::Number(number) => self.add_text(&number.to_string()),
            Value::Array(items) => items.iter().for_each(|item| self.add(item)),
            Value::Object(fields) => fields.values().for_each(|field| self.add(field)),
            Value::Null | Value::Bool(_) => {}
        }
    }

    fn add_text(&mut self, text: &str) {
        if text.len() > LONG || text.contains('\n') || self.known.contains_key(text) {
            return;
        }
        let mut buffer = std::mem::take(&mut self.buffer);
        buffer.set_direction(Direction::LeftToRight);
        buffer.set_script(script::LATIN);
        buffer.push_str(text);
        let glyphs = shape_with_plan(self.face, &self.plan, buffer);
        let units: i64 = glyphs.glyph_positions().iter().map(|glyph| i64::from(glyph.x_advance)).sum();
        self.known.insert(text.to_owned(), json!(units as f64 / f64::from(self.face.units_per_em())));
        self.buffer = glyphs.clear();
    }
}

#[cfg(test)]
mod tests {
    use crate::{Paper, Renderer, Standard, Template};
    use chrono::DateTime;

    #[test]
    fn no_text_is_set_broader_than_is_said() {
        let letters =
            "AÁÀÃÂBCÇDEÉÊFGHIÍJKLMNÑOÓÕPQRSTUÚÜVWXYZaáàãâbcçdeéêfghiíjklmnñoóõpqrstuúüvwxyz0123456789.,;:-–/'\"()&@ ";
        // Every letter beside every other one, in texts as long as names are.
        let pairs = letters.chars().flat_map(|one| {
            let all: Vec<char> = letters.chars().flat_map(|other| [one, other]).collect();
            all.chunks(24).map(|part| part.iter().collect::<String>()).collect::<Vec<_>>()
        });
        let texts: Vec<String> = pairs.chain(["Ñáñez Ríos, Iñaki · AT-2026-0001".to_owned()]).collect();
        let rule = "#context {
            let widths = json(\"/widths.json\")
            for text in json(\"/data.json\").texts {
                let (said, drawn) = (widths.at(text) * 100pt, measure(std.text(size: 100pt, box(text))).width)
                assert(drawn < said + 0.01pt and said < drawn + 0.01pt, message: text + \" \" + repr(said) + \" \" + repr(drawn))
            }
        }";
        let template = Template::new("widths.typ", rule, &[]).expect("a template");
        let paper = Paper {
            template: &template,
            data: &serde_json::json!({ "texts": texts, "n": 1 }),
            assets: &[],
            title: "Widths",
            author: "ata",
            keywords: &[],
            language: "es",
            region: "co",
            ident: "widths",
            at: DateTime::UNIX_EPOCH,
            standard: Standard::Plain,
        };
        Renderer::new().render(&paper).expect("all texts within their widths");
    }
}
