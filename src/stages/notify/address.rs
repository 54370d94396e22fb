//! What waits in the outbox follows its people: whoever has another e-mail address by now is not written to at the old one.

use crate::error::Fault;
use crate::locale::Phrase;
use crate::mail::calendar;
use crate::phrase;
use crate::stages::notify::round::usable;
use ata_store::{Tx, Who};

/// Addresses the e-mails in the outbox anew: of one recipient, or of all. Without an address they wait for a call. Says how many go to
/// another address, and how many wait for a call now.
///
/// # Errors
/// What the store says.
pub fn anew(tx: &mut Tx<'_>, whose: Option<Who>) -> Result<Vec<Phrase>, Fault> {
    let (mut moved, mut to_call) = (0_usize, 0_usize);
    for one in tx.misaddressed(whose)? {
        let address = usable(one.email);
        if address == one.address {
            continue;
        }
        let ics = if address.is_empty() { String::new() } else { calendar::attended_at(&one.ics, &address) };
        tx.readdress(one.id, &address, &ics)?;
        *(if address.is_empty() { &mut to_call } else { &mut moved }) += 1;
    }
    let said = [(moved, "notify-readdressed"), (to_call, "notify-readdressed-to-call")];
    Ok(said.into_iter().filter(|(n, _)| *n > 0).map(|(n, key)| phrase!(key, n = n)).collect())
}
