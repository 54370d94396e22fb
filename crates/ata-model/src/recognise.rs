//! Recognising people: is the person of a list one the register knows? By document, then by an address that is one
//! person's own, then by name among those it can only be. What is not certain is not guessed.

use crate::name::key_similarity;

/// How alike the names must be for an address to stand for one person.
const ALIKE: f64 = 0.9;

/// A person of the register, as far as recognising needs.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Known {
    pub id: i64,
    /// [`crate::name::key`] of the name.
    pub key: String,
    pub has_document: bool,
}

/// A person whose name has the very key that is looked for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Namesake {
    pub id: i64,
    pub has_document: bool,
}

/// A person of a list.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Seen<'a> {
    /// [`crate::name::key`] of the name; empty when the list gives none.
    pub key: &'a str,
    pub has_document: bool,
}

/// What recognising comes to.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Verdict {
    Same(i64),
    New,
    /// Each of them may be the person: somebody has to look.
    Several(Vec<i64>),
}

/// Decides. `by_document` has the very document; `by_email` are all who have the address; `circles` are the namesakes
/// among those a name may tell (the invited, those noted, those of the organisation), the nearest first.
///
/// A person with another document is another person, whatever they are called. An address two people have is an
/// office's and says nothing.
pub fn recognise<'k>(
    seen: Seen<'_>,
    by_document: Option<i64>,
    by_email: &[Known],
    circles: impl IntoIterator<Item = &'k [Namesake]>,
) -> Verdict {
    if let Some(id) = by_document {
        return Verdict::Same(id);
    }
    if let [only] = by_email
        && !(seen.has_document && only.has_document)
        && (seen.key.is_empty() || only.key == seen.key || key_similarity(seen.key, &only.key) >= ALIKE)
    {
        return Verdict::Same(only.id);
    }
    if seen.key.is_empty() {
        return Verdict::New;
    }
    for circle in circles {
        let may_be = |known: &&Namesake| !(seen.has_document && known.has_document);
        let mut fitting = circle.iter().filter(may_be).map(|known| known.id);
        let Some(first) = fitting.next() else { continue };
        let mut more: Vec<i64> = fitting.filter(|id| *id != first).collect();
        if more.is_empty() {
            return Verdict::Same(first);
        }
        more.push(first);
        more.sort_unstable();
        more.dedup();
        return Verdict::Several(more);
    }
    Verdict::New
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::name::key;

    fn known(id: i64, name: &str, has_document: bool) -> Known {
        Known { id, key: key(name), has_document }
    }

    fn decide(name: &str, has_document: bool, by_email: &[Known], circles: &[Vec<Known>]) -> Verdict {
        let key = key(name);
        let seen = Seen { key: &key, has_document };
        let namesakes = circles.iter().map(|circle| {
            let same = circle.iter().filter(|known| known.key == key);
            same.map(|known| Namesake { id: known.id, has_document: known.has_document }).collect::<Vec<_>>()
        });
        let namesakes: Vec<Vec<Namesake>> = namesakes.collect();
        recognise(seen, None, by_email, namesakes.iter().map(Vec::as_slice))
    }

    #[test]
    fn a_document_tells_whatever_the_name() {
        let seen = Seen { key: "otra", has_document: true };
        assert_eq!(recognise(seen, Some(7), &[known(3, "Otra", false)], []), Verdict::Same(7));
    }

    #[test]
    fn an_address_tells_only_when_it_is_one_persons() {
        let ana = known(1, "Ana María López Pérez", false);
        let office = known(2, "Bruno Ñáñez", false);
        for (name, has_document, by_email, expected) in [
            ("LÓPEZ PÉREZ, Ana María", false, vec![ana.clone()], Verdict::Same(1)),
            ("Ana Maria Lopez Peres", false, vec![ana.clone()], Verdict::Same(1)),
            ("", false, vec![ana.clone()], Verdict::Same(1)),
            // The office's address, written by a colleague.
            ("Carlos Quimera", false, vec![ana.clone()], Verdict::New),
            ("Ana María López Pérez", false, vec![ana.clone(), office], Verdict::New),
            ("Ana María López Pérez", true, vec![known(1, "Ana María López Pérez", true)], Verdict::New),
            ("Ana María López Pérez", true, vec![ana], Verdict::Same(1)),
        ] {
            assert_eq!(decide(name, has_document, &by_email, &[]), expected, "{name} {by_email:?}");
        }
    }

    #[test]
    fn a_name_tells_only_among_those_it_can_be() {
        let circles = vec![
            vec![known(1, "Aurelia Ficticia", false), known(2, "Bruno Inventado", false)],
            vec![known(3, "Aurelia Ficticia", false), known(4, "Elena Prueba", true), known(5, "Elena Prueba", true)],
        ];
        for (name, has_document, expected) in [
            // The nearest circle decides.
            ("FICTICIA, Aurelia", false, Verdict::Same(1)),
            ("Elena Prueba", false, Verdict::Several(vec![4, 5])),
            // Her document is none of theirs.
            ("Elena Prueba", true, Verdict::New),
            ("Nadie Conocido", false, Verdict::New),
            // Alike is not enough for a name.
            ("Aurelia Ficticio", false, Verdict::New),
        ] {
            assert_eq!(decide(name, has_document, &[], &circles), expected, "{name}");
        }
    }
}
