//! Whose address a notice comes from: the signatory's, else the group's, else one that was given.

use crate::env;
use crate::error::Fault;
use crate::mail::{Party, calendar};
use crate::phrase;
use crate::stages::notify::via;
use ata_model::identity;
use ata_store::Db;

/// The address given by `--from` or `ATA_FROM`, else the one the register keeps.
///
/// # Errors
/// A usage fault when it is no e-mail address.
pub fn given(option: Option<&String>, db: &Db) -> Result<Option<String>, Fault> {
    match option.cloned().or_else(|| env::variable("ATA_FROM")) {
        Some(typed) => address(&typed).map(Some),
        None => match db.mail_way()? {
            Some(way) if way.from.is_some() => Ok(way.from),
            _ => only(db),
        },
    }
}

/// The only address that mail can come from on the way that is kept; none for a way that cannot be read, as sending will tell.
///
/// # Errors
/// What the store says.
pub fn only(db: &Db) -> Result<Option<String>, Fault> {
    let way = db.mail_way()?;
    Ok(via::read(None, None, way.as_ref()).ok().flatten().and_then(|via| via.only_from()))
}

/// Under whose address a message leaves, and whom an answer goes to where that is another.
pub fn as_allowed(party: Party, only: Option<&str>) -> (Party, Option<Party>) {
    match only {
        Some(address) if !address.eq_ignore_ascii_case(&party.address) => {
            let answered = Some(party.clone()).filter(|party| !party.address.is_empty());
            (Party::new(party.name, address), answered)
        }
        _ => (party, None),
    }
}

/// The calendar entry of a message that leaves under an address: answers to the invitation go there, where they are read for the case,
/// whoever gets the answers in words. One without an entry has none.
pub fn organised(ics: &str, from: &Party) -> Option<String> {
    (!ics.is_empty()).then(|| if from.address.is_empty() { ics.to_owned() } else { calendar::organised_by(ics, from) })
}

/// An address that mail can come from.
///
/// # Errors
/// A usage fault when it is none.
pub fn address(text: &str) -> Result<String, Fault> {
    let read = identity::email(text).ok().filter(|address| address.is_ascii());
    read.ok_or_else(|| Fault::usage(phrase!("notify-from", value = text)))
}

/// The sender of a message; none when nobody has an address. Names go with the address they belong to.
pub fn party(
    signer: Option<(&str, &str)>,
    group: Option<(&str, &str)>,
    given: Option<&str>,
    institution: &str,
) -> Option<Party> {
    let owned = signer.or(group).map(|(name, address)| Party::new(name, address));
    owned.or_else(|| given.map(|address| Party::new(institution, address)))
}

/// Nobody has an address the notice could come from.
pub fn unknown() -> Fault {
    Fault::usage(phrase!("notify-no-sender")).hint(phrase!("notify-no-sender-hint"))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_notice_comes_from_the_signatory_else_the_group_else_the_address_given() {
        let (signer, group, given) = (Some(("Ana", "ana@a.co")), Some(("Grupo", "grupo@a.co")), Some("at@a.co"));
        for (signer, group, given, expected) in [
            (signer, group, given, Some(("Ana", "ana@a.co"))),
            (None, group, given, Some(("Grupo", "grupo@a.co"))),
            (None, None, given, Some(("Entidad", "at@a.co"))),
            (None, None, None, None),
        ] {
            let found = party(signer, group, given, "Entidad");
            assert_eq!(found, expected.map(|(name, address)| Party::new(name, address)));
        }
    }
}
