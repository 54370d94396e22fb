//! How broad the texts of a paper stand on one line. The typesetter finds that out by setting each of them, several times over where a table
//! makes room for the broadest; the face says it for a sum.

use serde_json::{Map, Value, json};
use typst::layout::Abs;
use typst::text::{Font, FontInstance, FontVariant, FontVariations};

/// Texts of more bytes stand on more than one line of any table.
const LONG: usize = 250;

/// By text, in ems of the regular face, each text and whole number of the data that may stand on one line. What the face would set closer
/// together is counted as if it did not.
pub fn widths(data: &Value, face: &Font) -> Value {
    let mut known = Map::new();
    let upright = FontVariant::default();
    add(&mut known, data, &face.clone().instantiate(upright, Abs::zero(), &FontVariations::default()));
    Value::Object(known)
}

fn add(known: &mut Map<String, Value>, data: &Value, face: &FontInstance) {
    match data {
        Value::String(text) => add_text(known, text.clone(), face),
        Value::Number(number) => add_text(known, number.to_string(), face),
        Value::Array(items) => items.iter().for_each(|item| add(known, item, face)),
        Value::Object(fields) => fields.values().for_each(|field| add(known, field, face)),
        Value::Null | Value::Bool(_) => {}
    }
}

fn add_text(known: &mut Map<String, Value>, text: String, face: &FontInstance) {
    if text.len() > LONG || text.contains('\n') || known.contains_key(&text) {
        return;
    }
    let advance =
        |c: char| face.ttf().glyph_index(c).and_then(|glyph| face.x_advance(glyph.0)).map(|width| width.get());
    if let Some(width) = text.chars().map(advance).sum::<Option<f64>>() {
        known.insert(text, json!(width));
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
                // Half a point of air in a table of 8.5 points.
                assert(drawn < said + 5pt and said < drawn * 1.12 + 1pt, message: text + \" \" + repr(said) + \" \" + repr(drawn))
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
