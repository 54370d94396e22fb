//! What a column can mean, and how its name is recognised.

use std::collections::HashMap;
use std::sync::LazyLock;

use super::codes::codes;
use super::fold::fold;
use super::heading::loosely;
use super::words::SYNONYMS;

codes! {
    /// The meaning of a column. The codes are the canonical column names.
    Field {
        Session = "session",
        Name = "name",
        FirstNames = "first_names",
        LastNames = "last_names",
        Doc = "doc",
        DocType = "doc_type",
        Email = "email",
        Phone = "phone",
        Organisation = "organisation",
        Post = "post",
        Territory = "territory",
        Status = "status",
        Minutes = "minutes",
        Role = "role",
        Join = "join",
        Leave = "leave",
        Sex = "sex",
        Gender = "gender",
        Ethnicity = "ethnicity",
        Disability = "disability",
        Victim = "victim",
        AgeBand = "age_band",
        /// The rest never occur in a canonical file.
        Number = "number",
        Duration = "duration",
        Action = "action",
        Timestamp = "timestamp",
        Guest = "guest",
        WaitingRoom = "waiting_room",
        Signature = "signature",
        Arrival = "arrival",
        Consent = "consent",
        ParticipantId = "participant_id",
        /// Sensitive as the age, and not kept: it only tells the age.
        Birth = "birth",
    }
}

impl Field {
    /// The optional columns of the differential approach: sensitive data, kept apart from the rest.
    pub const SENSITIVE: [Field; 6] =
        [Field::Sex, Field::Gender, Field::Ethnicity, Field::Disability, Field::Victim, Field::AgeBand];

    /// True for the columns of a canonical file.
    #[must_use]
    pub fn is_canonical(self) -> bool {
        self <= Field::AgeBand
    }

    /// True for a column that can say who somebody is.
    #[must_use]
    pub fn names_person(self) -> bool {
        self.is_of_name() || matches!(self, Field::Doc | Field::Email)
    }

    /// True for a column that holds a name or a part of one.
    #[must_use]
    pub fn is_of_name(self) -> bool {
        matches!(self, Field::Name | Field::FirstNames | Field::LastNames)
    }

    /// The meaning of a column name, if it is a known one.
    #[must_use]
    pub fn of(header: &str) -> Option<Self> {
        if header.trim() == "#" {
            return Some(Field::Number);
        }
        // A whole paragraph is no column name; do not spend time on it.
        if header.len() > 200 {
            return None;
        }
        let folded = fold(header);
        let known = Self::of_folded(&folded).or_else(|| Self::numbered(&folded)).or_else(|| loosely(header));
        known.or_else(|| {
            let bare = bare(header);
            // What stands in brackets may be the whole sense of a word as broad as these.
            let is_broad = |field: &Field| matches!(field, Field::Status | Field::Number);
            let is_less = bare.len() < header.trim().len();
            is_less.then(|| Self::of_folded(&fold(bare)).or_else(|| loosely(bare)).filter(|field| !is_broad(field)))?
        })
    }

    /// A document or telephone with the words for *number* around it, in any of the ways of writing them: `Nro. …`, `N.° de …`, `… N°`.
    pub(super) fn numbered(folded: &str) -> Option<Self> {
        const NUMBER: [&str; 7] = ["no", "n", "o", "nro", "num", "numero", "nr"];
        let words: Vec<&str> = folded.split(' ').collect();
        let from = words.iter().position(|word| !NUMBER.contains(word)).unwrap_or(words.len());
        let from = from
            + usize::from(from > 0 && words.get(from).is_some_and(|word| ["de", "del", "do", "da"].contains(word)));
        let to = words.iter().rposition(|word| !NUMBER.contains(word)).map_or(0, |last| last + 1);
        if from >= to || to - from == words.len() {
            return None;
        }
        Self::of_folded(&words[from..to].join(" ")).filter(|field| matches!(field, Field::Doc | Field::Phone))
    }

    /// The same for a text that is folded already.
    #[must_use]
    pub fn of_folded(folded: &str) -> Option<Self> {
        WORDS.get(folded).copied()
    }
}

/// A heading without the number that a form puts before it and without the remark in brackets: `3. N° de documento (sin puntos)`.
fn bare(header: &str) -> &str {
    let text = header.trim();
    let rest = text.trim_start_matches(|c: char| c.is_ascii_digit());
    let is_numbered = (1..=2).contains(&(text.len() - rest.len()));
    let text = rest.strip_prefix(['.', ')', '-']).filter(|_| is_numbered).map_or(text, str::trim_start);
    text.split_once('(').map_or(text, |(before, _)| before).trim_end()
}

static WORDS: LazyLock<HashMap<&'static str, Field>> = LazyLock::new(|| {
    let own = Field::ALL.iter().filter(|field| !field.as_str().contains('_')).map(|&field| (field.as_str(), field));
    SYNONYMS.iter().flat_map(|&(field, words)| words.iter().map(move |&word| (word, field))).chain(own).collect()
});
