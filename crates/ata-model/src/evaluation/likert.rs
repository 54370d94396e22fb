//! Scales in words. Forms of other systems offer words instead of numbers: *Muy satisfecho*, *Concordo totalmente*, *Good*. What a word
//! is worth depends on the words beside it (*muy bueno* is the best of one scale and the second of another), so a whole column is
//! looked at, and a word that could be worth two things is worth none.

use crate::name::fold;
use crate::profile::Scale;
use std::collections::{BTreeMap, BTreeSet};

/// Scales of five steps, worst first; folded; `|` between words for the same step.
const FIVE: &[[&str; 5]] = &[
    [
        "muy insatisfecho",
        "insatisfecho|poco satisfecho",
        "ni satisfecho ni insatisfecho|neutral|indiferente|neutro",
        "satisfecho",
        "muy satisfecho",
    ],
    ["nada satisfecho", "poco satisfecho", "algo satisfecho|medianamente satisfecho", "satisfecho", "muy satisfecho"],
    [
        "totalmente en desacuerdo|muy en desacuerdo",
        "en desacuerdo",
        "ni de acuerdo ni en desacuerdo|neutral|indiferente|neutro",
        "de acuerdo",
        "totalmente de acuerdo|muy de acuerdo",
    ],
    ["muy malo|pesimo", "malo", "regular", "bueno", "muy bueno|excelente"],
    ["malo", "regular", "bueno", "muy bueno", "excelente"],
    ["muy deficiente", "deficiente", "regular|aceptable", "bueno", "excelente"],
    ["deficiente", "regular", "aceptable", "bueno", "excelente"],
    ["muy mal", "mal", "regular", "bien", "muy bien"],
    ["nunca", "casi nunca|rara vez", "a veces|algunas veces", "casi siempre", "siempre"],
    ["muy bajo", "bajo", "medio", "alto", "muy alto"],
    [
        "muito insatisfeito",
        "insatisfeito|pouco satisfeito",
        "nem satisfeito nem insatisfeito|neutro|indiferente",
        "satisfeito",
        "muito satisfeito",
    ],
    [
        "discordo totalmente",
        "discordo|discordo parcialmente",
        "nem concordo nem discordo|neutro|indiferente",
        "concordo|concordo parcialmente",
        "concordo totalmente",
    ],
    ["pessimo|muito ruim", "ruim", "regular", "bom", "otimo|muito bom|excelente"],
    ["ruim", "regular", "bom", "muito bom|otimo", "excelente"],
    ["nunca", "raramente", "as vezes", "frequentemente|quase sempre", "sempre"],
    [
        "very dissatisfied",
        "dissatisfied|somewhat dissatisfied",
        "neutral|neither satisfied nor dissatisfied",
        "satisfied|somewhat satisfied",
        "very satisfied",
    ],
    ["strongly disagree", "disagree", "neutral|neither agree nor disagree", "agree", "strongly agree"],
    ["very poor", "poor", "fair|average|acceptable", "good", "very good|excellent"],
    ["poor", "fair", "good", "very good", "excellent"],
    ["never", "rarely", "sometimes", "often", "always"],
];

/// What the words of one column are worth: those of the form's own table first, then the well-known scale that explains the rest.
pub fn worth<'c>(scale: &Scale, column: impl Iterator<Item = &'c str>) -> BTreeMap<String, i64> {
    let own: BTreeMap<String, i64> =
        scale.words.iter().flat_map(|step| step.words.iter().map(|word| (plain(word), step.value))).collect();
    let labels: BTreeSet<String> = scale.labels.iter().map(|label| fold(label)).collect();
    let words: BTreeSet<String> = column
        .map(plain)
        .filter(|word| word.chars().any(char::is_alphabetic) && !own.contains_key(word) && !labels.contains(word))
        .collect();
    let mut known = own;
    if scale.max - scale.min != 4 || words.is_empty() {
        return known;
    }
    let fitting: Vec<BTreeMap<&str, i64>> = FIVE.iter().map(|steps| table(steps, scale.min)).collect();
    // A column may also hold words that are no answer; the scale is the one that knows most of them, and of those the one that
    // tells most of them apart: nobody offers two words for the same step.
    let fit = |table: &BTreeMap<&str, i64>| {
        let known: Vec<i64> = words.iter().filter_map(|word| table.get(word.as_str()).copied()).collect();
        (known.len(), known.into_iter().collect::<BTreeSet<i64>>().len())
    };
    let best = fitting.iter().map(fit).max().unwrap_or_default();
    for word in words.iter().filter(|_| best.0 > 0) {
        let worths: BTreeSet<i64> = fitting
            .iter()
            .filter(|table| fit(table) == best)
            .filter_map(|table| table.get(word.as_str()).copied())
            .collect();
        if let (1, Some(&value)) = (worths.len(), worths.first()) {
            known.insert(word.clone(), value);
        }
    }
    known
}

fn table(steps: &'static [&'static str; 5], min: i64) -> BTreeMap<&'static str, i64> {
    steps.iter().zip(min..).flat_map(|(words, value)| words.split('|').map(move |word| (word, value))).collect()
}

/// A word of a scale without accents, case, or the gender it was written in.
pub(super) fn plain(text: &str) -> String {
    let folded = fold(text);
    let bare = folded.strip_suffix(" a").or_else(|| folded.strip_suffix(" o")).unwrap_or(&folded);
    let words: Vec<String> = bare
        .split(' ')
        .map(|word| match word {
            "satisfecha" | "insatisfecha" | "satisfeita" | "insatisfeita" | "buena" | "mala" | "pesima" | "pessima"
            | "otima" | "neutra" | "media" | "alta" | "baja" => format!("{}o", &word[..word.len() - 1]),
            "satisfechos" | "insatisfechos" => word.trim_end_matches('s').to_owned(),
            "boa" => "bom".to_owned(),
            other => other.to_owned(),
        })
        .collect();
    words.join(" ")
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::profile::ScaleWords;

    fn scale() -> Scale {
        Scale { min: 1, max: 5, satisfied_from: 4, ..Scale::default() }
    }

    #[test]
    fn words_are_worth_what_the_words_beside_them_make_them() {
        for (column, word, expected) in [
            (vec!["Muy satisfecho", "Satisfecho"], "muy satisfecho", Some(5)),
            (vec!["Muy satisfecha", "Insatisfecho(a)"], "insatisfecho", Some(2)),
            (vec!["Muy bueno", "Excelente"], "muy bueno", Some(4)),
            (vec!["Muy bueno", "Muy malo"], "muy bueno", Some(5)),
            (vec!["Muy bueno"], "muy bueno", None),
            (vec!["Muy bien", "Bien", "Mal"], "mal", Some(2)),
            (vec!["Concordo", "Discordo totalmente"], "concordo", Some(4)),
            (vec!["Ótimo", "Péssimo"], "otimo", Some(5)),
            (vec!["Strongly agree", "tal vez"], "strongly agree", Some(5)),
            (vec!["Very satisfied", "Satisfied", ""], "satisfied", Some(4)),
            (vec!["tal vez"], "tal vez", None),
            (vec!["4", "5"], "4", None),
        ] {
            assert_eq!(worth(&scale(), column.iter().copied()).get(word).copied(), expected, "{column:?}");
        }
    }

    #[test]
    fn the_forms_own_table_comes_first_and_other_lengths_are_not_guessed() {
        let step = ScaleWords { value: 3, words: vec!["Satisfecho".to_owned()] };
        let own = Scale { words: vec![step], ..scale() };
        assert_eq!(worth(&own, ["Satisfecha", "Muy satisfecho"].into_iter()).get("satisfecho"), Some(&3));
        let ten = Scale { min: 0, max: 10, ..scale() };
        assert!(worth(&ten, ["Satisfecho"].into_iter()).is_empty());
    }
}
