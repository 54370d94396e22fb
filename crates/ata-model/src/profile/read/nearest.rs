//! What was perhaps meant by a word that is not known.

/// The known word that was probably meant: at most one slip for every three letters, whatever the case.
pub(in crate::profile) fn nearest<'a>(word: &str, known: &[&'a str]) -> Option<&'a str> {
    let word = word.to_lowercase();
    known
        .iter()
        .map(|name| {
            let slips = strsim::damerau_levenshtein(&word, &name.to_lowercase());
            (slips, *name)
        })
        .filter(|(slips, name)| *slips <= (name.chars().count() / 3).max(1))
        .min_by_key(|(slips, _)| *slips)
        .map(|(_, name)| name)
}
