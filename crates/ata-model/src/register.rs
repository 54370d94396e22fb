//! The registers: organisations, persons and boards, as people and scripts see them.

use crate::case::Named;
use serde::Serialize;

pub const ORGANISATION_KINDS: &[&str] =
    &["secretariat", "direction", "group", "municipality", "institution", "board", "partner", "other"];

pub const ROLES: &[&str] = &["staff", "contact"];

#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Organisation {
    pub id: String,
    pub name: String,
    pub code: Option<String>,
    pub kind: String,
    pub parent: Option<Named>,
    /// DIVIPOLA, UBIGEO, INE or IBGE code.
    pub territory: Option<String>,
    pub email: Option<String>,
    /// Who is told when a need is referred to it.
    pub head: Option<Named>,
    pub persons: i64,
    #[serde(skip)]
    pub key: i64,
}

#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Person {
    pub id: String,
    pub name: String,
    /// `CC:1098765432`.
    pub doc: Option<String>,
    pub email: Option<String>,
    pub phone: Option<String>,
    pub post: Option<String>,
    pub org: Option<Named>,
    pub territory: Option<String>,
    /// `staff` or `contact`.
    pub role: String,
    /// The number under which the same human being is kept.
    pub merged_into: Option<String>,
    #[serde(skip)]
    pub key: i64,
}

#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Board {
    pub name: String,
    pub chair: Option<Named>,
    pub members: Vec<Named>,
    #[serde(skip)]
    pub key: i64,
}
