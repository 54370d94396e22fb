//! Who signs a paper and whom it is addressed to.

use serde::Serialize;

/// Who signs, and as what.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize)]
pub struct Signer {
    /// Empty: a line to write the name on.
    pub name: String,
    pub post: Option<String>,
    pub organisation: Option<String>,
    /// `Elaboró`, `Preside`: stands above the line.
    #[serde(rename = "as")]
    pub role: Option<String>,
    /// Day of the signature, ready to print.
    pub on: Option<String>,
}

impl Signer {
    pub fn new(name: impl Into<String>, post: Option<String>, organisation: Option<String>) -> Signer {
        Signer { name: name.into(), post, organisation, role: None, on: None }
    }

    #[must_use]
    pub fn acting(mut self, role: impl Into<String>) -> Signer {
        self.role = Some(role.into());
        self
    }
}

/// Whom a letter is addressed to (GTC 185: treatment, name, post, organisation, address, city).
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize)]
pub struct Addressee {
    /// `Doctora`, `Señor alcalde`.
    pub treatment: Option<String>,
    pub name: String,
    pub post: Option<String>,
    pub organisation: Option<String>,
    pub address: Option<String>,
    pub city: Option<String>,
}
