//! From whom to whom a message goes.

use crate::mail::is_envelope_address;

#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Route {
    pub from: String,
    pub to: String,
}

impl Route {
    /// The address that cannot stand in an envelope.
    pub fn wrong(&self) -> Option<&str> {
        [self.from.as_str(), &self.to].into_iter().find(|address| !is_envelope_address(address))
    }

    /// The envelope, as it is said.
    pub fn verbs(&self) -> [String; 3] {
        [format!("MAIL FROM:<{}>", self.from), format!("RCPT TO:<{}>", self.to), "DATA".to_owned()]
    }
}
