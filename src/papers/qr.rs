//! The square in the foot of a paper: its identity and the hash of what it says, for a telephone to read.

use fast_qr::convert::{Builder, Shape, svg::SvgBuilder};
use fast_qr::qr::QRBuilder;

/// An SVG of the text; an empty picture when the text is too long for a code, which an identity and a hash are not.
pub fn svg(text: &str) -> String {
    match QRBuilder::new(text).build() {
        Ok(code) => SvgBuilder::default().shape(Shape::Square).margin(2).to_str(&code),
        Err(_) => r#"<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 1 1"/>"#.to_owned(),
    }
}
