//! The square in the foot of a paper: its identity and the hash of what it says, for a telephone to read.

use fast_qr::ECL;
use fast_qr::qr::{QRBuilder, QRCode};
use std::fmt::Write;

/// Light modules around the code, so that a reader tells it from what stands beside it.
const MARGIN: usize = 2;

/// An SVG of the text; an empty picture when the text is too long for a code, which an identity and a hash are not.
pub fn svg(text: &str) -> String {
    let (side, path) = code(text).map_or((1, String::new()), |code| (code.size + 2 * MARGIN, outline(&code)));
    format!(
        r##"<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {side} {side}"><path d="M0 0h{side}v{side}h-{side}z" fill="#fff"/><path d="{path}"/></svg>"##
    )
}

/// Repairs a seventh of itself (level M): repairing a quarter takes so many modules more that a scan of the same square reads less.
fn code(text: &str) -> Option<QRCode> {
    QRBuilder::new(text).ecl(ECL::M).build().ok()
}

/// East, south, west, north.
const STEPS: [(isize, isize); 4] = [(1, 0), (0, 1), (-1, 0), (0, -1)];

/// The outlines of the dark modules, each walked with the dark on its right: far less to draw than module by module, and no seam
/// between two that touch.
fn outline(code: &QRCode) -> String {
    let is_dark = |x: isize, y: isize| match (usize::try_from(x), usize::try_from(y)) {
        (Ok(x), Ok(y)) => x < code.size && y < code.size && code[y][x].value(),
        _ => false,
    };
    let mut path = String::new();
    // Upper edges that an outline has passed; every outline has one.
    let mut passed = vec![false; code.size * code.size];
    for at in 0..passed.len() {
        let start = ((at % code.size) as isize, (at / code.size) as isize);
        if passed[at] || !is_dark(start.0, start.1) || is_dark(start.0, start.1 - 1) {
            continue;
        }
        // Writing to a string does not fail.
        let _ = write!(path, "M{} {}", start.0 + MARGIN as isize, start.1 + MARGIN as isize);
        let ((mut x, mut y), mut heading, mut length) = (start, 0, 0);
        loop {
            if heading == 0 {
                passed[y as usize * code.size + x as usize] = true;
            }
            (x, y) = (x + STEPS[heading].0, y + STEPS[heading].1);
            length += 1;
            // The modules ahead of this corner, on the left and on the right of the way.
            let [left, right] = [[(0, -1), (0, 0)], [(0, 0), (-1, 0)], [(-1, 0), (-1, -1)], [(-1, -1), (0, -1)]]
                [heading]
                .map(|(across, down)| is_dark(x + across, y + down));
            let next = match (left, right) {
                (true, true) => (heading + 3) % 4,
                (false, true) => heading,
                (_, false) => (heading + 1) % 4,
            };
            if next != heading {
                let (name, sign) = [("h", ""), ("v", ""), ("h", "-"), ("v", "-")][heading];
                let _ = write!(path, "{name}{sign}{length}");
                (heading, length) = (next, 0);
            }
            if (x, y) == start && heading == 0 {
                break;
            }
        }
        path.push('z');
    }
    path
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_the_outlines_hold_is_what_is_dark() {
        let text = "AT-2026-0001-S1/P-9 sha256:ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad";
        let code = code(text).expect("a code");
        let path = outline(&code);
        let mut filled = vec![vec![0; code.size]; code.size];
        for piece in path.split_terminator('z') {
            let piece = piece.strip_prefix('M').expect("a start");
            let turns = piece.find(['h', 'v']).expect("a way");
            let (x, y) = piece[..turns].split_once(' ').expect("a corner");
            let number = |text: &str| text.parse::<isize>().expect("a number");
            let corner = |text: &str| number(text) - MARGIN as isize;
            let (start, mut way) = ((corner(x), corner(y)), &piece[turns..]);
            let (mut x, mut y) = start;
            while let Some(name) = way.chars().next() {
                let end = way[1..].find(['h', 'v']).map_or(way.len(), |end| end + 1);
                let length = number(&way[1..end]);
                way = &way[end..];
                if name == 'h' {
                    x += length;
                    continue;
                }
                // What is on the right of a way down lies outside it, of a way up inside.
                for row in y.min(y + length)..y.max(y + length) {
                    filled[row as usize].iter_mut().skip(x as usize).for_each(|cell| *cell -= length.signum());
                }
                y += length;
            }
            assert_eq!((x, y), start, "{piece}");
        }
        for (y, row) in filled.iter().enumerate() {
            let dark: Vec<isize> = code[y][..code.size].iter().map(|module| isize::from(module.value())).collect();
            assert_eq!(*row, dark, "row {y}");
        }
    }
}
