//! Recognising people: is the person of a list one the register knows? By document, then by an address, then by name among those
//! it can only be. What is not certain is not guessed: somebody is asked.

use crate::name::key_similarity;

/// How alike the names must be for an address to stand for one person.
const ALIKE: f64 = 0.9;

/// Letters of the shortest word that makes two names related: initials and particles do not.
const WORD: usize = 3;

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
    /// Did this very session note them by nothing but the name: no document, no address?
    pub is_noted_bare: bool,
    pub workplace: Workplace,
}

/// Is a namesake of the organisation that the list names?
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Workplace {
    Same,
    /// One of the two names none, or one is part of the other.
    Unsaid,
    Another,
}

/// A person of a list.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Seen<'a> {
    /// [`crate::name::key`] of the name; empty when the list gives none.
    pub key: &'a str,
    pub has_document: bool,
    /// Does the list give nothing but the name: no document, no address?
    pub is_bare: bool,
}

/// Who has what the list says beside the name.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Marks<'k> {
    /// Has the very document.
    pub document: Option<i64>,
    /// Have its number, under another kind of document.
    pub number: &'k [Known],
    /// Have the address.
    pub email: &'k [Known],
}

/// What recognising comes to.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Verdict {
    Same(i64),
    New,
    /// Each of them may be the person, or the only one there is may not: somebody has to look.
    Several(Vec<i64>),
}

impl Verdict {
    /// None when there is nobody.
    fn among(mut ids: Vec<i64>) -> Option<Verdict> {
        ids.sort_unstable();
        ids.dedup();
        match ids[..] {
            [] => None,
            [only] => Some(Verdict::Same(only)),
            _ => Some(Verdict::Several(ids)),
        }
    }

    /// As [`Verdict::among`], where not even one is certain.
    fn perhaps(ids: Vec<i64>) -> Option<Verdict> {
        Verdict::among(ids).map(|found| match found {
            Verdict::Same(only) => Verdict::Several(vec![only]),
            other => other,
        })
    }
}

fn ids<'k>(known: impl Iterator<Item = &'k Known>) -> Vec<i64> {
    known.map(|known| known.id).collect()
}

/// Decides. `circles` are the namesakes among those a name may tell (the invited, those noted, those of the organisation), the
/// nearest first.
///
/// - The very document is the person, whatever the name.
/// - Somebody with another document is somebody else, whatever they are called.
/// - The number under another kind of document, by a like name, is a question: a minor's card became a cédula, or somebody slipped.
/// - An address is its holder's when the names are alike. An office's address has several holders: among them the name tells.
/// - A name tells within a circle where one has it; a namesake of another organisation is somebody else. Two have it: the only one of the very
///   organisation, the only one whom the session noted by nothing but the name either, or a question.
/// - The only holder of an address by a related name (`Luis Pérez` for Ana Pérez) is a question.
pub fn recognise<'k>(seen: Seen<'_>, marks: Marks<'_>, circles: impl IntoIterator<Item = &'k [Namesake]>) -> Verdict {
    if let Some(id) = marks.document {
        return Verdict::Same(id);
    }
    let alike = |known: &&Known| known.key == seen.key || key_similarity(seen.key, &known.key) >= ALIKE;
    let same_number = ids(marks.number.iter().filter(|known| seen.key.is_empty() || alike(known)));
    if let Some(doubt) = Verdict::perhaps(same_number) {
        return doubt;
    }
    // Somebody is listed once for each name they are known by.
    let is_own = marks.email.first().is_some_and(|first| marks.email.iter().all(|known| known.id == first.id));
    let holders = || marks.email.iter().filter(|known| !(seen.has_document && known.has_document));
    let same_name = ids(holders().filter(|known| seen.key.is_empty() || known.key == seen.key));
    if let Some(found) = Verdict::among(same_name) {
        return found;
    }
    let like_name = ids(holders().filter(alike));
    if let (Some(only), true) = (like_name.first(), is_own) {
        return Verdict::Same(*only);
    }
    if !seen.key.is_empty()
        && let Some(found) = circles.into_iter().find_map(|circle| within(seen, circle))
    {
        return found;
    }
    let related = ids(holders().filter(|known| is_own && are_related(seen.key, &known.key)));
    Verdict::perhaps(like_name.into_iter().chain(related).collect()).unwrap_or(Verdict::New)
}

/// Who of a circle it is; none when nobody there has the name.
fn within(seen: Seen<'_>, circle: &[Namesake]) -> Option<Verdict> {
    let fitting = |also: fn(&Namesake) -> bool| {
        let is_other =
            |known: &Namesake| known.workplace == Workplace::Another || (seen.has_document && known.has_document);
        Verdict::among(circle.iter().filter(|known| !is_other(known) && also(known)).map(|known| known.id).collect())
    };
    let found = fitting(|_| true)?;
    if let Verdict::Same(_) = found {
        return Some(found);
    }
    let colleague = fitting(|known| known.workplace == Workplace::Same);
    let bare = seen.is_bare.then(|| fitting(|known| known.is_noted_bare)).flatten();
    let certain = [colleague, bare].into_iter().flatten().find(|found| matches!(found, Verdict::Same(_)));
    Some(certain.unwrap_or(found))
}

/// Do two names share a word?
fn are_related(a: &str, b: &str) -> bool {
    a.split(' ').filter(|word| word.chars().count() >= WORD).any(|word| b.split(' ').any(|other| other == word))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::name::{key, strip_suffix};

    fn known(id: i64, name: &str, has_document: bool) -> Known {
        Known { id, key: key(name), has_document }
    }

    fn namesake(id: i64, has_document: bool, is_noted_bare: bool) -> Namesake {
        Namesake { id, has_document, is_noted_bare, workplace: Workplace::Unsaid }
    }

    const BARE: bool = true;

    fn seen(key: &str, has_document: bool, is_bare: bool) -> Seen<'_> {
        Seen { key, has_document, is_bare }
    }

    #[test]
    fn a_document_tells_whatever_the_name() {
        let others = [known(3, "Otra", false)];
        let marks = Marks { document: Some(7), email: &others, ..Marks::default() };
        assert_eq!(recognise(seen("otra", true, false), marks, []), Verdict::Same(7));
    }

    #[test]
    fn the_number_under_another_kind_of_document_is_a_question() {
        for (name, number, expected) in [
            ("Aurelia Ficticia", vec![known(4, "FICTICIA, Aurelia", true)], Verdict::Several(vec![4])),
            ("Aurelia Fictisia", vec![known(4, "Aurelia Ficticia", true)], Verdict::Several(vec![4])),
            ("", vec![known(4, "Aurelia Ficticia", true)], Verdict::Several(vec![4])),
            // Numbers of two kinds may coincide.
            ("Bruno Inventado", vec![known(4, "Aurelia Ficticia", true)], Verdict::New),
        ] {
            let key = if name.is_empty() { String::new() } else { key(name) };
            let marks = Marks { number: &number, ..Marks::default() };
            assert_eq!(recognise(seen(&key, true, false), marks, []), expected, "{name}");
        }
    }

    #[test]
    fn an_address_tells_its_holder_and_among_several_holders_the_name_tells() {
        let ana = known(1, "Ana María López Pérez", false);
        let bruno = known(2, "Bruno Ñáñez", false);
        let other_ana = known(3, "Ana María López Pérez", false);
        let with_document = known(1, "Ana María López Pérez", true);
        for (name, has_document, holders, expected) in [
            ("LÓPEZ PÉREZ, Ana María", false, vec![ana.clone()], Verdict::Same(1)),
            ("Ana Maria Lopez Peres", false, vec![ana.clone()], Verdict::Same(1)),
            ("Ana M. López Pérez", false, vec![ana.clone()], Verdict::Same(1)),
            ("Ana María de la López y Pérez", false, vec![ana.clone()], Verdict::Same(1)),
            ("", false, vec![ana.clone()], Verdict::Same(1)),
            // The office's address, written by a colleague.
            ("Carlos Quimera", false, vec![ana.clone()], Verdict::New),
            ("Carlos Quimera", false, vec![ana.clone(), bruno.clone()], Verdict::New),
            ("Ana María López Pérez", false, vec![ana.clone(), bruno.clone()], Verdict::Same(1)),
            ("Ana María López Pérez", false, vec![ana.clone(), other_ana], Verdict::Several(vec![1, 3])),
            ("Ana Maria Lopez Peres", false, vec![ana.clone(), bruno.clone()], Verdict::Several(vec![1])),
            // Nobody's name beside the office's address.
            ("", false, vec![ana.clone(), bruno.clone()], Verdict::Several(vec![1, 2])),
            // A relative or a nickname: the address is hers, the name is not quite.
            ("Luis Pérez", false, vec![ana.clone()], Verdict::Several(vec![1])),
            ("Luis Pérez", false, vec![ana.clone(), bruno], Verdict::New),
            ("Ana María López Pérez", true, vec![with_document], Verdict::New),
            ("Ana María López Pérez", true, vec![ana], Verdict::Same(1)),
        ] {
            let key = if name.is_empty() { String::new() } else { key(name) };
            let marks = Marks { email: &holders, ..Marks::default() };
            assert_eq!(recognise(seen(&key, has_document, false), marks, []), expected, "{name} {holders:?}");
        }
    }

    #[test]
    fn a_name_is_the_same_in_every_order_and_spelling() {
        let one = key("Aurelia de la Ficticia Ñáñez");
        for written in [
            "FICTICIA ÑÁÑEZ, AURELIA",
            "aurelia ficticia nanez",
            "Ficticia Ñáñez Aurelia",
            "Aurelia Ficticia y Ñáñez",
            "Aurelia  Ficticia\u{a0}Ñáñez (Invitado)",
            "Aurelia Ficticia Ñáñez (Convidada) (Não verificado)",
            "Aurelia Ficticia Nan\u{303}ez",
        ] {
            assert_eq!(key(strip_suffix(written)), one, "{written}");
        }
        for another in ["Aurelia Ficticia", "Aurelia Ficticia Muñoz", "Aurelia Ficticia Ñáñez Ñáñez"] {
            assert_ne!(key(another), one, "{another}");
        }
    }

    #[test]
    fn a_name_tells_only_among_those_it_can_be() {
        let one = [namesake(1, false, false)];
        let two_with_documents = [namesake(4, true, false), namesake(5, true, false)];
        let bare_and_not = [namesake(6, false, false), namesake(7, false, BARE)];
        let two_bare = [namesake(8, false, BARE), namesake(9, false, BARE)];
        for (has_document, is_bare, circles, expected) in [
            // The nearest circle decides.
            (false, false, vec![&one[..], &two_with_documents[..]], Verdict::Same(1)),
            (false, false, vec![&[][..], &two_with_documents[..]], Verdict::Several(vec![4, 5])),
            // Her document is none of theirs.
            (true, false, vec![&two_with_documents[..]], Verdict::New),
            (true, false, vec![&two_with_documents[..], &one[..]], Verdict::Same(1)),
            (false, false, vec![], Verdict::New),
            // Only a name, as before.
            (false, BARE, vec![&bare_and_not[..]], Verdict::Same(7)),
            (false, false, vec![&bare_and_not[..]], Verdict::Several(vec![6, 7])),
            (false, BARE, vec![&two_bare[..]], Verdict::Several(vec![8, 9])),
        ] {
            let found = recognise(seen("aurelia ficticia", has_document, is_bare), Marks::default(), circles.clone());
            assert_eq!(found, expected, "{has_document} {is_bare} {circles:?}");
        }
        // Whoever gives no name is found by none.
        assert_eq!(recognise(seen("", false, false), Marks::default(), [&one[..]]), Verdict::New);
    }

    #[test]
    fn the_organisation_tells_namesakes_apart() {
        let at = |id, workplace| Namesake { workplace, ..namesake(id, false, false) };
        let (same, unsaid, another) = (Workplace::Same, Workplace::Unsaid, Workplace::Another);
        for (circles, expected) in [
            (vec![vec![at(1, another)]], Verdict::New),
            (vec![vec![at(1, another), at(2, same)]], Verdict::Same(2)),
            (vec![vec![at(1, another), at(2, unsaid)]], Verdict::Same(2)),
            (vec![vec![at(1, unsaid), at(2, same)]], Verdict::Same(2)),
            (vec![vec![at(1, same), at(2, same), at(3, unsaid)]], Verdict::Several(vec![1, 2, 3])),
            (vec![vec![at(1, another)], vec![at(2, unsaid), at(3, unsaid)]], Verdict::Several(vec![2, 3])),
        ] {
            let found = recognise(seen("juan perez", false, BARE), Marks::default(), circles.iter().map(Vec::as_slice));
            assert_eq!(found, expected, "{circles:?}");
        }
    }

    #[test]
    fn a_circle_tells_before_an_address_that_only_may_be_hers() {
        let holder = [known(1, "Ana Pérez", false)];
        let marks = Marks { email: &holder, ..Marks::default() };
        let invited = [namesake(2, false, false)];
        assert_eq!(recognise(seen(&key("Luis Pérez"), false, false), marks, [&invited[..]]), Verdict::Same(2));
    }
}
