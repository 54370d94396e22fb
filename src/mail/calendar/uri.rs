//! Addresses of people and of pages in the one form a calendar takes: a URI of plain ASCII.

use lettre::Address;

/// The address as a `mailto:` URI (RFC 6068 §2); none if it is no e-mail address.
pub(super) fn mailto(address: &str) -> Option<String> {
    let address = address.trim();
    let is_valid = address.parse::<Address>().is_ok() && !address.chars().any(char::is_control);
    is_valid.then(|| format!("mailto:{}", percent(address, b"-._~!$'*+@")))
}

/// A link with everything a URI may not hold percent-encoded; none if it is not http or https.
pub(super) fn web_address(link: &str) -> Option<String> {
    let lower = link.to_ascii_lowercase();
    let is_web = ["https://", "http://"].iter().any(|scheme| lower.len() > scheme.len() && lower.starts_with(scheme));
    let is_safe = !link.chars().any(char::is_control);
    (is_web && is_safe).then(|| percent(link, b"-._~:/?#[]@!$&'()*+,;=%"))
}

fn percent(text: &str, allowed: &[u8]) -> String {
    let mut out = String::with_capacity(text.len());
    for byte in text.bytes() {
        if byte.is_ascii_alphanumeric() || allowed.contains(&byte) {
            out.push(char::from(byte));
        } else {
            out.push_str(&format!("%{byte:02X}"));
        }
    }
    out
}
