//! The e-mail address, in the one form it is stored and compared in.

use super::{is_nothing, visible};
use email_address::{EmailAddress, Options};

/// Longest address, in bytes (RFC 5321, a path of 256 with its angle brackets).
pub const EMAIL_MAX: usize = 254;

/// An address that cannot be used.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("e-mail address {value:?}: {fault}")]
pub struct EmailError {
    /// As it was given.
    pub value: String,
    pub fault: EmailFault,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum EmailFault {
    /// Nothing, or words that say there is nothing (`no tiene`).
    #[error("missing")]
    Missing,
    /// A line break or another control character, as in an attempt to add a header.
    #[error("control character")]
    Control,
    /// Two addresses in one cell.
    #[error("several addresses")]
    Several,
    /// A name around the address: `Ana <ana@example.org>`.
    #[error("display text")]
    DisplayText,
    /// The account name a directory gives an outside user (`name_domain#EXT#@tenant`): nothing arrives there.
    #[error("external account name")]
    ExternalAccount,
    /// No dot in the domain, or a last label that is none.
    #[error("no top-level domain")]
    Domain,
    #[error("longer than {EMAIL_MAX} bytes")]
    TooLong,
    #[error("syntax")]
    Syntax,
}

impl EmailFault {
    /// A stable word for JSON and for looking up the sentence people read.
    pub fn code(self) -> &'static str {
        match self {
            EmailFault::Missing => "missing",
            EmailFault::Control => "control",
            EmailFault::Several => "several",
            EmailFault::DisplayText => "display_text",
            EmailFault::ExternalAccount => "external_account",
            EmailFault::Domain => "domain",
            EmailFault::TooLong => "too_long",
            EmailFault::Syntax => "syntax",
        }
    }
}

/// One bare address, trimmed and in lower case. The part before the @ is folded too: in practice no server of
/// the region tells `Ana` from `ana`, and lists do not keep the difference.
pub fn email(text: &str) -> Result<String, EmailError> {
    check(text).map_err(|fault| EmailError { value: text.to_owned(), fault })
}

/// Is it plainly an address as it is stored? Most are: small letters and digits without accents, dots and hyphens between them.
pub fn is_plain_email(text: &str) -> bool {
    let is_letter = |b: &u8| b.is_ascii_lowercase() || b.is_ascii_digit();
    // Neither at the ends nor beside one another.
    let are_between = |bytes: &[u8], others: &[u8]| {
        let mut may_follow = false;
        bytes.iter().all(|b| std::mem::replace(&mut may_follow, is_letter(b)) && others.contains(b) || may_follow)
            && may_follow
    };
    let Some(at) = text.find('@') else { return false };
    let (local, domain) = (&text.as_bytes()[..at], &text.as_bytes()[at + 1..]);
    let top = domain.iter().rev().take_while(|b| b.is_ascii_lowercase()).count();
    (1..=64).contains(&local.len())
        && domain.len() <= 63
        && top >= 2
        && top < domain.len()
        && domain[domain.len() - top - 1] == b'.'
        && are_between(local, b".-_")
        && are_between(domain, b".-")
}

fn check(text: &str) -> Result<String, EmailFault> {
    if is_plain_email(text) {
        return Ok(text.to_owned());
    }
    check_whole(text)
}

fn check_whole(text: &str) -> Result<String, EmailFault> {
    if !text.contains('@') && is_nothing(text) {
        return Err(EmailFault::Missing);
    }
    if text.trim().chars().any(char::is_control) {
        return Err(EmailFault::Control);
    }
    let address = visible(text).to_lowercase();
    if address.contains("#ext#") {
        return Err(EmailFault::ExternalAccount);
    }
    if address.matches('@').count() > 1 {
        return Err(EmailFault::Several);
    }
    if address.contains(['<', '>']) || (address.contains(' ') && address.contains('@')) {
        return Err(EmailFault::DisplayText);
    }
    if address.len() > EMAIL_MAX {
        return Err(EmailFault::TooLong);
    }
    let (local, domain) = address.rsplit_once('@').ok_or(EmailFault::Syntax)?;
    let top = domain.rsplit_once('.').ok_or(EmailFault::Domain)?.1;
    if top.chars().count() < 2 || top.bytes().all(|b| b.is_ascii_digit()) {
        return Err(EmailFault::Domain);
    }
    let options = Options::default().with_required_tld().without_display_text().without_domain_literal();
    // A quoted local part is legal, and in a list of people always a slip.
    if local.contains('"') || EmailAddress::parse_with_options(&address, options).is_err() {
        return Err(EmailFault::Syntax);
    }
    Ok(address)
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn an_address_is_trimmed_and_in_lower_case() {
        for (written, stored) in [
            ("BRUNO.INVENTADO@EXAMPLE.ORG ", "bruno.inventado@example.org"),
            ("\u{200B}ana@example.org\r\n", "ana@example.org"),
            ("ana+lista@gob.example.co", "ana+lista@gob.example.co"),
            ("Ñandú@example.org", "ñandú@example.org"),
        ] {
            assert_eq!(email(written).as_deref(), Ok(stored), "{written:?}");
        }
    }

    #[test]
    fn what_is_no_single_address_says_why() {
        let long = format!("{}@example.org", "a".repeat(250));
        for (written, fault) in [
            ("", EmailFault::Missing),
            ("no tiene", EmailFault::Missing),
            ("N/A", EmailFault::Missing),
            ("a@example.org\r\nBcc: b@example.org", EmailFault::Control),
            ("a\0@example.org", EmailFault::Control),
            ("dario.quimera@example.org / dq@example.net", EmailFault::Several),
            ("a@example.org;b@example.org", EmailFault::Several),
            ("Ana <ana@example.org>", EmailFault::DisplayText),
            ("Ana ana@example.org", EmailFault::DisplayText),
            ("ana_example.org#EXT#@tenant.example.org", EmailFault::ExternalAccount),
            ("bruno.inventado@example", EmailFault::Domain),
            ("a@127.0.0.1", EmailFault::Domain),
            ("a@example.c", EmailFault::Domain),
            (long.as_str(), EmailFault::TooLong),
            ("ana", EmailFault::Syntax),
            ("a..b@example.org", EmailFault::Syntax),
            ("\"a\"@example.org", EmailFault::Syntax),
            ("a@exa_mple!.org", EmailFault::Syntax),
        ] {
            assert_eq!(email(written).map_err(|e| e.fault), Err(fault), "{written:?}");
        }
    }

    proptest! {
        #[test]
        fn what_is_plainly_an_address_is_one_by_the_whole_rule(text in "[a-z0-9._-]{1,12}@[a-z0-9.-]{1,12}[.][a-z0-9]{1,4}") {
            if is_plain_email(&text) {
                prop_assert_eq!(check_whole(&text), Ok(text));
            }
        }

        #[test]
        fn an_accepted_address_is_accepted_as_it_is(text in "[ a-zA-Z0-9.+_-]{1,12}@[a-zA-Z0-9.-]{1,12}[.][a-zA-Z]{2,4}|.{0,30}") {
            if let Ok(address) = email(&text) {
                prop_assert!(!address.chars().any(|c| c.is_control() || c.is_whitespace()));
                prop_assert_eq!(email(&address), Ok(address));
            }
        }
    }
}
