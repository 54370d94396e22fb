//! The registers: organisations, persons and boards, as people and scripts see them.

use crate::case::Named;
use crate::name::fold;
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

/// The municipality that an entity's name says it governs: `Floridablanca` of `Alcaldía Municipal de Floridablanca`. A name of
/// another make is returned whole.
pub fn municipality(name: &str) -> &str {
    fn after<'a>(text: &'a str, words: &[&str]) -> Option<&'a str> {
        let (first, rest) = text.split_once(' ')?;
        words.contains(&fold(first).as_str()).then(|| rest.trim_start())
    }
    let body = after(name, &["alcaldia", "municipio", "municipalidad", "prefeitura", "intendencia"]);
    let named = body.map(|rest| after(rest, &["municipal", "mayor", "distrital", "provincial"]).unwrap_or(rest));
    named.and_then(|rest| after(rest, &["de", "do", "da"])).filter(|place| !place.is_empty()).unwrap_or(name)
}

#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Board {
    pub name: String,
    pub chair: Option<Named>,
    pub members: Vec<Named>,
    #[serde(skip)]
    pub key: i64,
}

#[cfg(test)]
mod tests {
    use super::municipality;

    #[test]
    fn an_entity_that_governs_a_municipality_names_it() {
        for (name, expected) in [
            ("Alcaldía de Floridablanca", "Floridablanca"),
            ("Alcaldía Municipal de El Carmen de Chucurí", "El Carmen de Chucurí"),
            ("Alcaldía Mayor de Bogotá", "Bogotá"),
            ("Municipalidad Distrital de Ate", "Ate"),
            ("Prefeitura Municipal do Rio de Janeiro", "Rio de Janeiro"),
            ("Floridablanca", "Floridablanca"),
            ("Municipio Escuela", "Municipio Escuela"),
            ("Alcaldía de ", "Alcaldía de "),
            ("", ""),
        ] {
            assert_eq!(municipality(name), expected, "{name}");
        }
    }
}
