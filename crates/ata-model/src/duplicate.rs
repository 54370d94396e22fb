//! Persons who may be one human being registered twice: which pairs to propose, why, and how sure. Nothing is ever merged by itself.
//!
//! Pairs are looked for only among those who share an e-mail address, a telephone number, the number of a document, or how three
//! words of their names begin (two, when one of the names has no more), so that a hundred thousand persons do not become five
//! thousand million comparisons.

use crate::name::key_similarity;
use serde::{Deserialize, Serialize};
use std::collections::HashMap;
use std::hash::{DefaultHasher, Hash, Hasher};

/// From this likeness on two names are said to be alike.
pub const ALIKE: f64 = 0.9;

/// With the same address or telephone, names need only be this much alike: an office's address serves several people.
const RELATED: f64 = 0.7;

/// Letters of a word that two spellings of it are expected to share.
const PREFIX: usize = 3;

/// Words of a name that are looked at; more are titles or two names in one cell.
const WORDS: usize = 6;

/// A group of more persons than this is given up: what so many share is no sign of a duplicate.
const CROWD: usize = 1000;

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

/// Why two persons may be one, or a row may be a person.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Reason {
    /// The same number under another kind of document.
    Document,
    Email,
    Phone,
    Name,
    /// Invited to the session that the row is about.
    Invited,
    /// Noted there, or in another session of the case.
    Noted,
    /// Of the same organisation.
    Organisation,
}

impl Reason {
    pub fn code(self) -> &'static str {
        match self {
            Reason::Document => "document",
            Reason::Email => "email",
            Reason::Phone => "phone",
            Reason::Name => "name",
            Reason::Invited => "invited",
            Reason::Noted => "noted",
            Reason::Organisation => "organisation",
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
            && may_be_one(&persons[a], &persons[b])
            && !found.contains_key(&(a, b))
            && let Some(pair) = compare(&persons[a], &persons[b])
        {
            found.insert((a, b), pair);
        }
    };
    type Fact = fn(&Likeness) -> &str;
    let facts: [Fact; 3] = [|person| &person.doc_number, |person| &person.email, |person| &person.phone];
    for fact in facts {
        let marks = |at: usize| match fact(&persons[at]) {
            "" => Vec::new(),
            shared => vec![mark(&[shared])],
        };
        for group in groups(persons.len(), marks) {
            each_pair(&group, &mut look);
        }
    }
    let names: Vec<Vec<String>> = persons.iter().map(|person| beginnings(&person.key)).collect();
    for group in groups(persons.len(), |at| three_of(&names[at])) {
        each_pair(&group, &mut look);
    }
    for group in groups(persons.len(), |at| two_of(&names[at])) {
        // Names of three words and more have met already.
        let short: Vec<usize> = group.iter().copied().filter(|at| names[*at].len() < 3).collect();
        for one in short {
            for other in &group {
                look(one, *other);
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

/// Those who share a mark, in groups that are no crowd.
fn groups(count: usize, marks: impl Fn(usize) -> Vec<u64>) -> Vec<Vec<usize>> {
    let mut by_mark: HashMap<u64, Vec<usize>> = HashMap::new();
    for at in 0..count {
        let mut own = marks(at);
        own.sort_unstable();
        own.dedup();
        for mark in own {
            by_mark.entry(mark).or_default().push(at);
        }
    }
    by_mark.into_values().filter(|group| (2..=CROWD).contains(&group.len())).collect()
}

/// Two texts of one mark are equal but for chance, which costs a comparison and no more.
fn mark(words: &[&str]) -> u64 {
    let mut hasher = DefaultHasher::new();
    words.hash(&mut hasher);
    hasher.finish()
}

/// How the words of a name begin, to the ear: `Helena` as `Elena`, `Bargas` as `Vargas`. Initials say too little.
fn beginnings(key: &str) -> Vec<String> {
    let words: Vec<&str> = key.split(' ').filter(|word| word.chars().nth(1).is_some()).take(WORDS).collect();
    let words = if words.is_empty() { vec![key] } else { words };
    let mut begun: Vec<String> = words.into_iter().map(|word| heard(word).chars().take(PREFIX).collect()).collect();
    begun.sort_unstable();
    begun
}

/// A word as the region hears it: `h` is silent, `v` is `b`, `z` and `ce` are `s`, `ll` is `y`.
fn heard(word: &str) -> String {
    let heard = word.strip_prefix('h').unwrap_or(word).replace("ll", "y").replace('v', "b").replace('z', "s");
    heard.replace("ce", "se").replace("ci", "si").replace("qu", "k").replace('c', "k")
}

/// How alike two names are, in writing or, a little less surely, to the ear.
fn alike(a: &str, b: &str) -> f64 {
    let written = key_similarity(a, b);
    if written >= ALIKE {
        return written;
    }
    let sound = |key: &str| {
        let mut words: Vec<String> = key.split(' ').map(heard).collect();
        words.sort_unstable();
        words.join(" ")
    };
    written.max(0.97 * key_similarity(&sound(a), &sound(b)))
}

fn three_of(words: &[String]) -> Vec<u64> {
    let mut marks = Vec::new();
    for (at, one) in words.iter().enumerate() {
        for (after, two) in words.iter().enumerate().skip(at + 1) {
            marks.extend(words[after + 1..].iter().map(|three| mark(&[one, two, three])));
        }
    }
    marks
}

fn two_of(words: &[String]) -> Vec<u64> {
    match words {
        [only] => vec![mark(&[only])],
        _ => {
            let pair = |(at, one): (usize, &String)| words[at + 1..].iter().map(move |two| mark(&[one, two])).collect();
            words.iter().enumerate().flat_map(|one| -> Vec<u64> { pair(one) }).collect()
        }
    }
}

/// A number without the zeros before it, which spreadsheets take away and forms put there.
fn unpadded(number: &str) -> &str {
    number.trim_start_matches('0')
}

/// Two numbers of one kind are two people, unless they also share an address: then one number may be a slip.
fn may_be_one(a: &Likeness, b: &Likeness) -> bool {
    let two_documents = !a.doc_number.is_empty()
        && !b.doc_number.is_empty()
        && a.doc_kind == b.doc_kind
        && unpadded(&a.doc_number) != unpadded(&b.doc_number);
    !two_documents || (!a.email.is_empty() && a.email == b.email)
}

/// With no more than an address or a number in common, a row and a person are half as sure as two who have it are.
const ALONE: f64 = 0.4;

/// How much speaks for somebody of a list being a person of the register, and what: 0 and nothing when nothing does.
pub fn evidence(seen: &Likeness, known: &Likeness) -> (f64, Vec<Reason>) {
    if let Some(pair) = compare(seen, known) {
        return (pair.score, pair.reasons);
    }
    // The names differ, or the list gives none.
    let shared = [(Reason::Email, same(&seen.email, &known.email)), (Reason::Phone, same(&seen.phone, &known.phone))];
    let reasons: Vec<Reason> = shared.into_iter().filter(|(_, holds)| *holds).map(|(reason, _)| reason).collect();
    (if reasons.is_empty() { 0.0 } else { ALONE }, reasons)
}

fn same(one: &str, two: &str) -> bool {
    !one.is_empty() && one == two
}

/// What speaks for two persons being one; none when nothing does, or when their documents say that they are two.
fn compare(a: &Likeness, b: &Likeness) -> Option<Pair> {
    let likeness = alike(&a.key, &b.key);
    let both = !a.doc_number.is_empty() && !b.doc_number.is_empty();
    let same_number = both && unpadded(&a.doc_number) == unpadded(&b.doc_number);
    let document = same_number && (a.doc_kind != b.doc_kind || a.doc_number != b.doc_number);
    let email = same(&a.email, &b.email) && likeness >= RELATED;
    let phone = same(&a.phone, &b.phone) && likeness >= RELATED;
    if both && a.doc_kind == b.doc_kind && !same_number && !(email && likeness >= ALIKE) {
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
            // Zeros before the number are the form's, not the person's.
            (person(2, "Aurelia Ficticia Montoya", "CC:0052000303", "", ""), Some((0.99, "document name"))),
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
    fn names_spelt_by_ear_meet() {
        for (one, two) in [
            ("Helena Vargas Cely", "Elena Bargas Cely"),
            ("Yamile Suárez Peña", "Llamile Suáres Peña"),
            ("Ana Ñ. Peña", "Ana Ñáñez Peña"),
            ("Darío Quimera", "Darío Alfonso Quimera Soto"),
        ] {
            let found = pairs(&[person(1, one, "", "", ""), person(2, two, "", "", "")]);
            assert_eq!(found.len(), 1, "{one} {two} {}", crate::name::similarity(one, two));
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

    #[test]
    fn a_row_says_what_it_shares_with_whoever_has_another_name() {
        let known = person(1, "Ana María Pérez Quintero", "CC:1", "casa@example.org", "3001");
        let row = |name: &str, email: &str, phone: &str| evidence(&person(0, name, "", email, phone), &known);
        assert_eq!(row("Luis Pérez", "casa@example.org", ""), (ALONE, vec![Reason::Email]));
        assert_eq!(row("", "casa@example.org", "3001"), (ALONE, vec![Reason::Email, Reason::Phone]));
        assert_eq!(row("Luis Pérez", "otra@example.org", ""), (0.0, vec![]));
        assert!(row("Ana María Pérez Quintero", "casa@example.org", "").0 > ALONE);
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
