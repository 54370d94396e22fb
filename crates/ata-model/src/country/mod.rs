//! What a country imposes and no institution chooses: identity documents, territory codes, time and
//! holidays. One file a country holds its tables; the files beside them hold what the tables mean.

mod br;
pub mod business;
pub mod calendar;
mod co;
mod document;
mod pe;
mod py;
mod territory;

pub use business::{Override, add_business_days, business_days_between, holiday_on, is_business_day};
pub use calendar::{Holiday, easter, holidays, optional_days};
pub use document::{DocumentFault, DocumentType, NumberRule};
pub use territory::{TerritoryError, TerritoryFault};

use crate::name::fold;
use serde::{Deserialize, Serialize};
use std::fmt;

/// The countries whose rules are known.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "UPPERCASE")]
pub enum Country {
    Co,
    Pe,
    Py,
    Br,
}

impl Country {
    pub const ALL: [Country; 4] = [Country::Co, Country::Pe, Country::Py, Country::Br];

    /// The two letters of ISO 3166.
    pub fn code(self) -> &'static str {
        match self {
            Country::Co => "CO",
            Country::Pe => "PE",
            Country::Py => "PY",
            Country::Br => "BR",
        }
    }

    /// Reads the two or three letters of ISO 3166, or the name in Spanish, Portuguese or English.
    pub fn parse(text: &str) -> Option<Country> {
        match fold(text).as_str() {
            "co" | "col" | "colombia" => Some(Country::Co),
            "pe" | "per" | "peru" => Some(Country::Pe),
            "py" | "pry" | "paraguay" | "paraguai" => Some(Country::Py),
            "br" | "bra" | "brasil" | "brazil" => Some(Country::Br),
            _ => None,
        }
    }

    /// IANA name of the zone a body keeps unless its profile says otherwise.
    pub fn time_zone(self) -> &'static str {
        match self {
            Country::Co => "America/Bogota",
            Country::Pe => "America/Lima",
            Country::Py => "America/Asuncion",
            Country::Br => "America/Sao_Paulo",
        }
    }

    /// The identity documents the country issues or records.
    pub fn documents(self) -> &'static [DocumentType] {
        match self {
            Country::Co => co::DOCUMENTS,
            Country::Pe => pe::DOCUMENTS,
            Country::Py => py::DOCUMENTS,
            Country::Br => br::DOCUMENTS,
        }
    }

    /// What a number without a type is: the first of [`Country::documents`].
    pub fn default_document(self) -> &'static DocumentType {
        &self.documents()[0]
    }

    /// Checks a territory code (DIVIPOLA, UBIGEO, INE or IBGE) and gives it back as text.
    ///
    /// A lost leading zero is not put back: the error names the expected form.
    pub fn territory(self, text: &str) -> Result<String, TerritoryError> {
        territory::check(self, text)
    }

    /// See [`holidays`].
    pub fn holidays(self, year: i32) -> Vec<Holiday> {
        holidays(self, year)
    }
}

impl fmt::Display for Country {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.code())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_country_is_read_by_code_and_by_name() {
        for country in Country::ALL {
            assert_eq!(Country::parse(country.code()), Some(country));
            let json = serde_json::to_string(&country).expect("a word");
            assert_eq!(json, format!("\"{country}\""));
        }
        for (text, country) in
            [(" col ", Country::Co), ("Perú", Country::Pe), ("PARAGUAI", Country::Py), ("Brazil", Country::Br)]
        {
            assert_eq!(Country::parse(text), Some(country), "{text}");
        }
        assert_eq!(Country::parse("Ecuador"), None);
        assert_eq!(Country::parse(""), None);
    }

    #[test]
    fn the_zone_of_each_country_is_a_known_one() {
        for country in Country::ALL {
            assert!(country.time_zone().parse::<chrono_tz::Tz>().is_ok());
        }
    }

    #[test]
    fn no_spelling_means_two_documents_of_one_country() {
        for country in Country::ALL {
            let mut seen = std::collections::BTreeSet::new();
            for kind in country.documents() {
                assert!(kind.is_called(&kind.code.to_lowercase()), "{country} {}", kind.code);
                for spelling in kind.spellings {
                    assert!(seen.insert(*spelling), "{country}: {spelling}");
                    assert_eq!(*spelling, fold(spelling).replace(' ', ""));
                }
            }
        }
    }
}
