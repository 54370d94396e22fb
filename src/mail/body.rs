//! A text as the body of a part of a message: as it is where it is short lines of ASCII, else quoted-printable (RFC 2045 §6.7).

use lettre::message::Body;
use lettre::message::header::ContentTransferEncoding::{QuotedPrintable, SevenBit};

/// Octets of a line, its break not counted (RFC 2045 §6.7, rule 5).
const LINE: usize = 76;

/// A text whose lines end as they like, with CRLF. What is hardly any ASCII at all goes as base64.
pub fn body(text: &str) -> Body {
    let bytes = text.as_bytes();
    let strange = bytes.iter().filter(|byte| !is_literal(**byte) && **byte != b'=').count();
    if strange > bytes.len() / 3 {
        return Body::new(text.to_owned());
    }
    let is_ascii = text.is_ascii();
    if is_ascii && text.split('\n').enumerate().all(|(at, line)| line.len() + usize::from(at > 0) < LINE) {
        let mut out = Vec::with_capacity(text.len() + text.len() / 20);
        each_line(bytes, &mut out, |line, out| out.extend_from_slice(line));
        return Body::dangerous_pre_encoded(out, SevenBit);
    }
    let mut out = Vec::with_capacity(text.len() + text.len() / 5);
    each_line(bytes, &mut out, quoted_printable);
    Body::dangerous_pre_encoded(out, QuotedPrintable)
}

/// May this stand for itself?
fn is_literal(byte: u8) -> bool {
    matches!(byte, b'\t' | b' '..=b'<' | b'>'..=b'~')
}

/// Every line by itself, its break written as CRLF.
fn each_line(bytes: &[u8], out: &mut Vec<u8>, write: impl Fn(&[u8], &mut Vec<u8>)) {
    let mut start = 0;
    for end in memchr::memchr_iter(b'\n', bytes) {
        let line = &bytes[start..end];
        write(line.strip_suffix(b"\r").unwrap_or(line), out);
        out.extend_from_slice(b"\r\n");
        start = end + 1;
    }
    write(&bytes[start..], out);
}

/// One line, broken softly where it is too long.
fn quoted_printable(line: &[u8], out: &mut Vec<u8>) {
    const HEX: &[u8; 16] = b"0123456789ABCDEF";
    let mut used = 0;
    for (at, byte) in line.iter().enumerate() {
        let is_last = at + 1 == line.len();
        // A blank at the end of a line would be lost on the way.
        let stands = is_literal(*byte) && !(is_last && matches!(byte, b' ' | b'\t'));
        let wide = if stands { 1 } else { 3 };
        // The sign of a soft break needs a place too, where more follows.
        if used + wide > LINE - usize::from(!is_last) {
            out.extend_from_slice(b"=\r\n");
            used = 0;
        }
        used += wide;
        if stands {
            out.push(*byte);
        } else {
            out.extend([b'=', HEX[usize::from(byte >> 4)], HEX[usize::from(byte & 15)]]);
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// The library's own encoding says what ours must.
    #[test]
    fn a_body_is_what_the_library_makes_of_it() {
        let accents = "De manera atenta nos permitimos convocarle a la siguiente reunión: «diálogo» — 100 % = todo. ";
        let mut texts = vec![
            String::new(),
            "hola".to_owned(),
            "hola\n".to_owned(),
            "\n\nñ\n\n".to_owned(),
            "BEGIN:VCALENDAR\r\nSUMMARY:ñ\r\n".to_owned(),
            "ñandú\tcon\ttabuladores\t\ny blancos  \nal final ".to_owned(),
            "ññññññ".to_owned(),
            "中文內容在這裡\n".to_owned(),
            "a=b\n".to_owned(),
        ];
        for length in 60..160 {
            texts.push(format!("{}\nfin", "x".repeat(length)));
            texts.push(format!("é{}\n{}", "x".repeat(length), "y ".repeat(length / 2)));
            texts.push(format!("{}é\nfin\n", "x".repeat(length)));
            texts.push(format!("{}=\r\nñ", "x".repeat(length)));
            texts.push(accents.repeat(3).chars().take(length).collect());
        }
        for text in texts {
            let (ours, theirs) = (body(&text), Body::new(text.clone()));
            assert_eq!(ours.encoding(), theirs.encoding(), "{text:?}");
            let shown = |body: &Body| String::from_utf8_lossy(body.as_ref()).into_owned();
            assert_eq!(shown(&ours), shown(&theirs), "{text:?}");
        }
    }
}
