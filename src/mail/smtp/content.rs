//! A message as it goes over the line.

use std::borrow::Cow;

/// The message as it goes over the line: every line break CRLF (RFC 5321 §2.3.8 knows no other, and servers that do
/// could be made to see the end of the message in the midst of it), one more dot before lines that begin with one, and a
/// line break at the end.
pub fn stuffed(message: &[u8]) -> Cow<'_, [u8]> {
    if is_plain(message) {
        return Cow::Borrowed(message);
    }
    let mut out = Vec::with_capacity(message.len() + 16);
    let mut at_start = true;
    let mut bytes = message.iter().copied().peekable();
    while let Some(byte) = bytes.next() {
        let is_break = match byte {
            b'\r' => {
                bytes.next_if_eq(&b'\n');
                true
            }
            byte => byte == b'\n',
        };
        if is_break {
            out.extend_from_slice(b"\r\n");
        } else {
            if at_start && byte == b'.' {
                out.push(b'.');
            }
            out.push(byte);
        }
        at_start = is_break;
    }
    if !at_start {
        out.extend_from_slice(b"\r\n");
    }
    Cow::Owned(out)
}

/// Can a message go over the line as it is? So it is with nearly all we compose.
fn is_plain(message: &[u8]) -> bool {
    let breaks = memchr::memchr_iter(b'\n', message);
    let mut count = 0;
    let is_sound = breaks.into_iter().all(|at| {
        count += 1;
        at > 0 && message[at - 1] == b'\r' && message.get(at + 1) != Some(&b'.')
    });
    is_sound
        && message.first() != Some(&b'.')
        && (message.is_empty() || message.ends_with(b"\r\n"))
        && memchr::memchr_iter(b'\r', message).count() == count
}

#[cfg(test)]
mod tests {
    use super::stuffed;

    #[test]
    fn no_line_of_a_message_can_end_it() {
        for (message, expected) in [
            ("a\r\nb\r\n", "a\r\nb\r\n"),
            ("a", "a\r\n"),
            ("", ""),
            (".\r\n", "..\r\n"),
            ("a\r\n.\r\nMAIL FROM:<x>\r\n", "a\r\n..\r\nMAIL FROM:<x>\r\n"),
            ("a\n.\nb", "a\r\n..\r\nb\r\n"),
            ("a\r.\rb", "a\r\n..\r\nb\r\n"),
            ("a\r\r\n.b", "a\r\n\r\n..b\r\n"),
            ("a.b\r\n..c", "a.b\r\n...c\r\n"),
        ] {
            assert_eq!(stuffed(message.as_bytes()).as_ref(), expected.as_bytes(), "{message:?}");
        }
    }
}
