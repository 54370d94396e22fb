//! A face without the programs that fit its outlines to the dots of coarse screens. What reads papers passes them over or prints finer,
//! and they are half of what a paper of one page holds of its face.

use rustybuzz::ttf_parser::{GlyphId, RawFace, Tag, head, loca, maxp};

/// Tables that hold such programs, or what only they ask for.
const PROGRAMS: [Tag; 4] = [tag(b"cvt "), tag(b"fpgm"), tag(b"prep"), tag(b"gasp")];

const GLYF: Tag = tag(b"glyf");
const HEAD: Tag = tag(b"head");
const LOCA: Tag = tag(b"loca");

/// In `head`: how wide the offsets in `loca` are.
const OFFSET_FORMAT: usize = 50;

/// In a part of a composed glyph, as the OpenType table `glyf` names them.
const WORDS: u16 = 0x0001;
const SCALE: u16 = 0x0008;
const MORE_PARTS: u16 = 0x0020;
const TWO_SCALES: u16 = 0x0040;
const TWO_BY_TWO: u16 = 0x0080;
const INSTRUCTIONS: u16 = 0x0100;

const fn tag(name: &[u8; 4]) -> Tag {
    Tag::from_bytes(name)
}

/// The face without them; none when it is not one of TrueType outlines, which is then used as it is.
pub fn unhinted(data: &[u8]) -> Option<Vec<u8>> {
    let face = RawFace::parse(data, 0).ok()?;
    let (glyphs, places) = outlines(&face)?;
    let mut head = face.table(HEAD)?.to_vec();
    head.get_mut(OFFSET_FORMAT..OFFSET_FORMAT + 2)?.copy_from_slice(&1_u16.to_be_bytes());
    let mut tables: Vec<(Tag, &[u8])> = Vec::new();
    for record in face.table_records {
        match record.tag {
            GLYF => tables.push((GLYF, &glyphs)),
            HEAD => tables.push((HEAD, &head)),
            LOCA => tables.push((LOCA, &places)),
            other if PROGRAMS.contains(&other) => {}
            other => tables.push((other, face.table(other)?)),
        }
    }
    file(data.get(..4)?, &tables)
}

/// The tables `glyf` and `loca` anew, the second with wide offsets.
fn outlines(face: &RawFace<'_>) -> Option<(Vec<u8>, Vec<u8>)> {
    let count = maxp::Table::parse(face.table(tag(b"maxp"))?)?.number_of_glyphs;
    let format = head::Table::parse(face.table(HEAD)?)?.index_to_location_format;
    let old = face.table(GLYF)?;
    let places = loca::Table::parse(count, format, face.table(LOCA)?)?;
    let count = count.get();
    let mut glyphs = Vec::with_capacity(old.len());
    let mut offsets = Vec::with_capacity((usize::from(count) + 1) * 4);
    for id in 0..count {
        offsets.extend(u32::try_from(glyphs.len()).ok()?.to_be_bytes());
        if let Some(range) = places.glyph_range(GlyphId(id)) {
            outline(old.get(range)?, &mut glyphs)?;
            glyphs.resize(glyphs.len().next_multiple_of(4), 0);
        }
    }
    offsets.extend(u32::try_from(glyphs.len()).ok()?.to_be_bytes());
    Some((glyphs, offsets))
}

/// One glyph: its box, then the ends of its contours, its program and its points; or the parts it is composed of, and its program.
fn outline(glyph: &[u8], out: &mut Vec<u8>) -> Option<()> {
    const BOX: usize = 10;
    let contours = word(glyph, 0)?.cast_signed();
    if let Ok(contours) = usize::try_from(contours) {
        let program = BOX + 2 * contours;
        let points = program + 2 + usize::from(word(glyph, program)?);
        out.extend_from_slice(glyph.get(..program)?);
        out.extend([0, 0]);
        out.extend_from_slice(glyph.get(points..)?);
        return Some(());
    }
    out.extend_from_slice(glyph.get(..BOX)?);
    let mut at = BOX;
    loop {
        let flags = word(glyph, at)?;
        let has = |flag| flags & flag != 0;
        let shift = if has(WORDS) { 4 } else { 2 };
        let scale = if has(SCALE) {
            2
        } else if has(TWO_SCALES) {
            4
        } else if has(TWO_BY_TWO) {
            8
        } else {
            0
        };
        let end = at + 4 + shift + scale;
        out.extend((flags & !INSTRUCTIONS).to_be_bytes());
        out.extend_from_slice(glyph.get(at + 2..end)?);
        at = end;
        if !has(MORE_PARTS) {
            return Some(());
        }
    }
}

/// The tables as a file, which begins with what kind of file it is.
fn file(kind: &[u8], tables: &[(Tag, &[u8])]) -> Option<Vec<u8>> {
    const RECORD: usize = 16;
    let count = u16::try_from(tables.len()).ok()?;
    let beginning = 12 + RECORD * tables.len();
    let mut file = kind.to_vec();
    file.extend(count.to_be_bytes());
    // How to halve one's way through the tables: nobody does any more, and few as they are the numbers fit.
    let halves = count.checked_ilog2()?;
    let searched = (1 << halves) * 16;
    for number in [searched, u16::try_from(halves).ok()?, count * 16 - searched] {
        file.extend(number.to_be_bytes());
    }
    let mut content = Vec::new();
    for (tag, table) in tables {
        let at = u32::try_from(beginning + content.len()).ok()?;
        // Sums are made for what a paper holds of the face, when it is put there.
        for number in [tag.0, 0, at, u32::try_from(table.len()).ok()?] {
            file.extend(number.to_be_bytes());
        }
        content.extend_from_slice(table);
        content.resize(content.len().next_multiple_of(4), 0);
    }
    file.extend(content);
    Some(file)
}

fn word(bytes: &[u8], at: usize) -> Option<u16> {
    bytes.get(at..at + 2)?.try_into().ok().map(u16::from_be_bytes)
}

#[cfg(test)]
mod tests {
    use super::*;
    use rustybuzz::ttf_parser::{Face, OutlineBuilder};

    /// An outline as text.
    #[derive(Default, PartialEq, Debug)]
    struct Drawn(String);

    impl OutlineBuilder for Drawn {
        fn move_to(&mut self, x: f32, y: f32) {
            self.0 += &format!("M{x} {y}");
        }
        fn line_to(&mut self, x: f32, y: f32) {
            self.0 += &format!("L{x} {y}");
        }
        fn quad_to(&mut self, a: f32, b: f32, x: f32, y: f32) {
            self.0 += &format!("Q{a} {b} {x} {y}");
        }
        fn curve_to(&mut self, a: f32, b: f32, c: f32, d: f32, x: f32, y: f32) {
            self.0 += &format!("C{a} {b} {c} {d} {x} {y}");
        }
        fn close(&mut self) {
            self.0.push('Z');
        }
    }

    #[test]
    fn every_glyph_looks_the_same_and_the_programs_are_gone() {
        for data in crate::font::FACES {
            let stripped = unhinted(data).expect("a face");
            let (before, after) = (Face::parse(data, 0).expect("a face"), Face::parse(&stripped, 0).expect("a face"));
            assert_eq!(before.number_of_glyphs(), after.number_of_glyphs());
            for id in (0..before.number_of_glyphs()).map(GlyphId) {
                let [was, is] = [&before, &after].map(|face| {
                    let mut drawn = Drawn::default();
                    let bounds = face.outline_glyph(id, &mut drawn);
                    (bounds, drawn, face.glyph_hor_advance(id))
                });
                assert_eq!(was, is, "{id:?}");
            }
            let raw = RawFace::parse(&stripped, 0).expect("a face");
            assert!(PROGRAMS.iter().all(|program| raw.table(*program).is_none()));
            assert!(stripped.len() + 90_000 < data.len(), "{} of {}", stripped.len(), data.len());
        }
    }

    #[test]
    fn what_is_no_face_is_left_alone() {
        assert_eq!(unhinted(b"%PDF-1.7"), None);
        let face = crate::font::FACES[0];
        for end in [11, 200, 5_000, face.len() / 2] {
            assert_eq!(unhinted(&face[..end]), None, "{end}");
        }
    }
}
