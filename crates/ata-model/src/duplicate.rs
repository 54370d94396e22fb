//! Persons who may be one human being registered twice: which pairs to propose, why, and how sure. Nothing is ever merged by itself.
//!
//! Pairs are looked for only among those who share an e-mail address, a telephone number, the number of a document, or the first
//! letters of two words of their names, so that a hundred thousand persons do not become five thousand million comparisons.

use crate::name::key_similarity;
use serde::Serialize;
use std::collections::HashMap;

/// From this likeness on two names are said to be alike.
pub const ALIKE: f64 = 0.9;

/// With the same address or telephone, names need only be this much alike: an office's address serves several people.
const RELATED: f64 = 0.7;

/// Letters of a word that two spellings of it are expected to share.
const PREFIX: usize = 3;

/// A group of more persons than this is told apart by whole words, and given up when that does not help: a name of so many is
/// no sign of a duplicate.
const CROWD: usize = 400;

/// What is compared of a person.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Likeness {
    /// The register's key.
    pub person: i64,
    /// [`crate::name::key`] of the name.
    pub key: String,
    pub doc_kind: String,
    pub doc_number: String,
    pub email: String,
    pub phone: String,
}

/// Why two persons may be one.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum Reason {
    /// The same number under another kind of document.
    Document,
    Email,
    Phone,
    Name,
}

impl Reason {
    pub fn code(self) -> &'static str {
        match self {
            Reason::Document => "document",
            Reason::Email => "email",
            Reason::Phone => "phone",
            Reason::Name => "name",
        }
    }
}

/// Two persons who may be one; `a` was registered first.
#[derive(Debug, Clone, PartialEq)]
pub struct Pair {
    pub a: i64,
    pub b: i64,
    /// 0 to 1, two decimals.
    pub score: f64,
    pub reasons: Vec<Reason>,
}

/// The pairs worth a look, the surest first.
pub fn pairs(persons: &[Likeness]) -> Vec<Pair> {
    let mut found: HashMap<(usize, usize), Pair> = HashMap::new();
    let mut look = |a: usize, b: usize| {
        let (a, b) = if persons[a].person < persons[b].person { (a, b) } else { (b, a) };
        if a != b
            && !found.contains_key(&(a, b))
            && let Some(pair) = compare(&persons[a], &persons[b])
        {
            found.insert((a, b), pair);
        }
    };
    type Fact = fn(&Likeness) -> &str;
    let facts: [Fact; 3] = [|person| &person.doc_number, |person| &person.email, |person| &person.phone];
    for fact in facts {
        for group in groups(persons, |person| vec![fact(person).to_owned()]) {
            each_pair(&group, &mut look);
        }
    }
    for group in groups(persons, |person| blocks(&person.key, PREFIX)) {
        if group.len() <= CROWD {
            each_pair(&group, &mut look);
            continue;
        }
        let crowd: Vec<Likeness> = group.iter().map(|at| persons[*at].clone()).collect();
        for smaller in groups(&crowd, |person| blocks(&person.key, usize::MAX)) {
            if smaller.len() <= CROWD {
                each_pair(&smaller, &mut |a, b| look(group[a], group[b]));
            }
        }
    }
    let mut pairs: Vec<Pair> = found.into_values().collect();
    pairs.sort_by(|x, y| y.score.total_cmp(&x.score).then((x.a, x.b).cmp(&(y.a, y.b))));
    pairs
}

fn each_pair(group: &[usize], look: &mut impl FnMut(usize, usize)) {
    for (at, a) in group.iter().enumerate() {
        for b in &group[at + 1..] {
            look(*a, *b);
        }
    }
}

/// Persons (by their place) who share one of the words that `of` gives; the empty word is shared by nobody.
fn groups(persons: &[Likeness], of: impl Fn(&Likeness) -> Vec<String>) -> Vec<Vec<usize>> {
    let mut by_word: HashMap<String, Vec<usize>> = HashMap::new();
    for (at, person) in persons.iter().enumerate() {
        for word in of(person) {
            if !word.is_empty() {
                by_word.entry(word).or_default().push(at);
            }
        }
    }
    by_word.into_values().filter(|group| group.len() > 1).collect()
}

/// Every two words of a name, cut to their first letters; a name of one word stands for itself.
fn blocks(key: &str, letters: usize) -> Vec<String> {
    let words: Vec<String> = key.split(' ').map(|word| word.chars().take(letters).collect()).collect();
    let mut blocks: Vec<String> = match &words[..] {
        [only] => vec![only.clone()],
        _ => {
            let pair = |(at, one): (usize, &String)| {
                words[at + 1..].iter().map(|two| format!("{one} {two}")).collect::<Vec<String>>()
            };
            words.iter().enumerate().flat_map(pair).collect()
        }
    };
    blocks.sort_unstable();
    blocks.dedup();
    blocks
}

/// What speaks for two persons being one; none when nothing does, or when their documents say that they are two.
fn compare(a: &Likeness, b: &Likeness) -> Option<Pair> {
    let likeness = key_similarity(&a.key, &b.key);
    let same = |one: &str, two: &str| !one.is_empty() && one == two;
    let both = !a.doc_number.is_empty() && !b.doc_number.is_empty();
    let document = same(&a.doc_number, &b.doc_number) && a.doc_kind != b.doc_kind;
    let email = same(&a.email, &b.email) && likeness >= RELATED;
    let phone = same(&a.phone, &b.phone) && likeness >= RELATED;
    // Two numbers of one kind are two people, unless name and address both say that one number is a slip.
    if both && a.doc_kind == b.doc_kind && !(email && likeness >= ALIKE) {
        return None;
    }
    let weights = [
        (Reason::Document, document, 0.9),
        (Reason::Email, email, 0.8),
        (Reason::Phone, phone, 0.6),
        (Reason::Name, likeness >= ALIKE, 0.85 * likeness),
    ];
    let reasons: Vec<Reason> = weights.iter().filter(|(_, holds, _)| *holds).map(|(reason, ..)| *reason).collect();
    if reasons.is_empty() {
        return None;
    }
    let doubt: f64 = weights.iter().filter(|(_, holds, _)| *holds).map(|(.., weight)| 1.0 - weight).product();
    Some(Pair { a: a.person, b: b.person, score: ((1.0 - doubt) * 100.0).round() / 100.0, reasons })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::name::key;
    use proptest::prelude::*;

    fn person(id: i64, name: &str, doc: &str, email: &str, phone: &str) -> Likeness {
        let (kind, number) = doc.split_once(':').unwrap_or_default();
        Likeness {
            person: id,
            key: key(name),
            doc_kind: kind.to_owned(),
            doc_number: number.to_owned(),
            email: email.to_owned(),
            phone: phone.to_owned(),
        }
    }

    #[test]
    fn a_pair_is_proposed_for_the_reasons_that_hold() {
        let ana = person(1, "Aurelia Ficticia Montoya", "CC:52000303", "aurelia@example.org", "3000000001");
        for (other, expected) in [
            (person(2, "FICTICIA MONTOYA, Aurelia", "", "", ""), Some((0.85, "name"))),
            (person(2, "Aurelia Ficticia Montoya", "", "aurelia@example.org", ""), Some((0.97, "email name"))),
            (person(2, "Aurelia Fictisia Montoya", "TI:52000303", "", ""), Some((0.98, "document name"))),
            (person(2, "Bruno Inventado", "TI:52000303", "", ""), Some((0.9, "document"))),
            // An office's address or telephone alone makes nobody one.
            (person(2, "Bruno Inventado Ñáñez", "", "aurelia@example.org", "3000000001"), None),
            // Two cédulas are two people of one name.
            (person(2, "Aurelia Ficticia Montoya", "CC:52000304", "", "3000000001"), None),
            (
                person(2, "Aurelia Ficticia Montoya", "CC:52000304", "aurelia@example.org", ""),
                Some((0.97, "email name")),
            ),
            (person(2, "Aurelia Ficticia Montoya", "", "", "3000000001"), Some((0.94, "phone name"))),
        ] {
            let found = pairs(&[other.clone(), ana.clone()]);
            let said: Option<(f64, String)> = found.first().map(|pair| {
                assert_eq!((pair.a, pair.b), (1, 2));
                (pair.score, pair.reasons.iter().map(|reason| reason.code()).collect::<Vec<_>>().join(" "))
            });
            assert_eq!(said, expected.map(|(score, reasons)| (score, reasons.to_owned())), "{other:?}");
        }
    }

    #[test]
    fn the_surest_pair_comes_first_and_none_comes_twice() {
        let all = [
            person(3, "Dario Quimera Soto", "", "d@example.org", ""),
            person(1, "Dario Quimera Soto", "", "d@example.org", ""),
            person(2, "Quimera, Dario", "", "", ""),
        ];
        let found: Vec<(i64, i64)> = pairs(&all).iter().map(|pair| (pair.a, pair.b)).collect();
        assert_eq!(found, [(1, 3), (1, 2), (2, 3)]);
    }

    proptest! {
        #[test]
        fn the_order_of_the_register_does_not_matter(names in proptest::collection::vec("[ab]{1,3} [ab]{1,3}", 1..12)) {
            let all: Vec<Likeness> =
                names.iter().enumerate().map(|(at, name)| person(at as i64, name, "", "", "")).collect();
            let mut turned = all.clone();
            turned.reverse();
            prop_assert_eq!(pairs(&all), pairs(&turned));
        }
    }
}
