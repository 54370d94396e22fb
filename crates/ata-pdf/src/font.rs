//! The faces every paper is set in: Liberation Sans, of the same widths as the Arial that offices of the region write in
//! (SIL Open Font License 1.1, which allows embedding; see `fonts/LICENSE`).

use crate::unhinted::unhinted;
use typst::foundations::Bytes;
use typst::text::Font;

pub const FACES: [&[u8]; 3] = [
    include_bytes!("../fonts/LiberationSans-Regular.ttf"),
    include_bytes!("../fonts/LiberationSans-Bold.ttf"),
    include_bytes!("../fonts/LiberationSans-Italic.ttf"),
];

/// Parsed on first use only: a command that makes no paper does not come here.
pub fn faces() -> Vec<Font> {
    let lean = |face: &'static [u8]| unhinted(face).map_or(Bytes::new(face), Bytes::new);
    FACES.iter().flat_map(|face| Font::iter(lean(face))).collect()
}

/// Has every face a glyph for it? Bold and italic must be able to set what the regular one sets.
pub fn covers(faces: &[Font], c: char) -> bool {
    faces.iter().all(|face| face.info().coverage.contains(u32::from(c)))
}
