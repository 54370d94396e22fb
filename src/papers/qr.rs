//! The square in the foot of a paper: its identity and the hash of what it says, for a telephone to read.

use fast_qr::qr::{QRBuilder, QRCode};
use std::fmt::Write;

/// Light modules around the code, so that a reader tells it from what stands beside it.
const MARGIN: usize = 2;

/// An SVG of the text; an empty picture when the text is too long for a code, which an identity and a hash are not.
pub fn svg(text: &str) -> String {
    let (side, path) =
        QRBuilder::new(text).build().map_or((1, String::new()), |code| (code.size + 2 * MARGIN, dark(&code)));
    format!(
        r##"<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {side} {side}"><path d="M0 0h{side}v{side}h-{side}z" fill="#fff"/><path d="{path}"/></svg>"##
    )
}

/// The dark modules as a path, those side by side in one piece: half as much to draw as each by itself, and no seam between them.
fn dark(code: &QRCode) -> String {
    let mut path = String::new();
    for (y, row) in (0..code.size).map(|y| (y, &code[y][..code.size])) {
        let mut x = 0;
        for run in row.chunk_by(|a, b| a.value() == b.value()) {
            if run[0].value() {
                let n = run.len();
                // Writing to a string does not fail.
                let _ = write!(path, "M{} {}h{n}v1h-{n}z", x + MARGIN, y + MARGIN);
            }
            x += run.len();
        }
    }
    path
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_dark_module_is_drawn_once_and_no_light_one() {
        let text = "AT-2026-0001-S1/P-9 sha256:ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad";
        let code = QRBuilder::new(text).build().expect("a code");
        let mut drawn = vec![vec![0; code.size]; code.size];
        for piece in dark(&code).split('M').skip(1) {
            let numbers: Vec<usize> =
                piece.split(|c: char| !c.is_ascii_digit()).filter_map(|number| number.parse().ok()).collect();
            let [x, y, n, 1, back] = numbers[..] else { panic!("{piece}") };
            assert_eq!(n, back);
            (x..x + n).for_each(|x| drawn[y - MARGIN][x - MARGIN] += 1);
        }
        for (y, row) in drawn.iter().enumerate() {
            let code: Vec<i32> = code[y][..code.size].iter().map(|module| i32::from(module.value())).collect();
            assert_eq!(*row, code, "row {y}");
        }
    }
}
