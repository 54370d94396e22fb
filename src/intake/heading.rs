//! Headings beside the ways of writing them that are known: initials with dots, words cut short, plurals, joining words, and
//! alternatives (`Institución y/o entidad`).

use std::collections::HashMap;
use std::sync::LazyLock;

use super::field::Field;
use super::fold::fold;
use super::words::SYNONYMS;

/// The meaning of a heading that is no known one as it is written.
pub(super) fn loosely(header: &str) -> Option<Field> {
    let header =
        header.replace("(a)", "").replace("(s)", "").replace("(as)", "").replace("(os)", "").replace("(es)", "");
    let folded = fold(&header);
    of_owner(&folded).or_else(|| offers_answers(&folded)).or_else(|| plain(&folded)).or_else(|| alternatives(&header))
}

/// `Correo del participante`: whose it is says no more.
fn of_owner(folded: &str) -> Option<Field> {
    let (what, owner) = folded.rsplit_once(' ')?;
    let what = JOINING.iter().find_map(|joint| what.strip_suffix(joint)?.strip_suffix(' ')).unwrap_or(what);
    OWNERS.contains(&owner).then(|| Field::of_folded(what).or_else(|| plain(what)))?
}

/// `Asistió (Sí/No)`, `ASISTENCIA (P/A)`: what may be answered stands behind the question.
fn offers_answers(folded: &str) -> Option<Field> {
    let words: Vec<&str> = folded.split(' ').collect();
    let asked = words.iter().rposition(|word| !ANSWERS.contains(word)).map_or(0, |last| last + 1);
    let is_choice = words.len() - asked >= 2;
    is_choice.then(|| Field::of_folded(&words[..asked].join(" ")).filter(|field| *field == Field::Status))?
}

/// `CEDULAS`, `D.N.I.`, `Tel. Celular`, `H. INGRESO`.
fn plain(folded: &str) -> Option<Field> {
    let joined = initials(folded);
    Field::of_folded(&joined)
        .or_else(|| Field::numbered(&joined))
        .or_else(|| PLAIN.get(&key(&joined)).copied().flatten())
}

/// Alternatives that all mean the same; a post and a role do, to a list of people.
fn alternatives(header: &str) -> Option<Field> {
    let parts = header.split(['/', '|']).flat_map(|part| {
        let folded = fold(part);
        let words: Vec<&str> = folded.split(' ').collect();
        words.split(|word| ["y", "o", "u", "e", "ou"].contains(word)).map(|words| words.join(" ")).collect::<Vec<_>>()
    });
    let parts: Vec<String> = parts.map(|part| bare(&part).to_owned()).filter(|part| !part.is_empty()).collect();
    let mut fields = parts.iter().map(|part| {
        let beside = || BESIDE.iter().find(|(_, words)| words.contains(&part.as_str())).map(|(field, _)| *field);
        let known = Field::of_folded(part).or_else(|| Field::numbered(part)).or_else(|| plain(part));
        let field = known.or_else(beside)?;
        Some(if field == Field::Role { Field::Post } else { field })
    });
    let first = fields.next().flatten().filter(|field| parts.len() > 1 && is_of_people(*field))?;
    fields.all(|field| field == Some(first)).then_some(first)
}

/// The text without joining words at its ends.
fn bare(folded: &str) -> &str {
    let mut text = folded;
    while let Some((last, first)) = JOINING.iter().find_map(|joint| {
        let last = text.strip_suffix(joint).filter(|rest| rest.is_empty() || rest.ends_with(' '));
        let first = text.strip_prefix(joint).filter(|rest| rest.is_empty() || rest.starts_with(' '));
        (last.is_some() || first.is_some()).then_some((last, first))
    }) {
        text = last.or(first).unwrap_or_default().trim();
    }
    text
}

/// Letters one by one are the initials of one word: `d n i`. `n o` before it is none.
pub(super) fn initials(folded: &str) -> String {
    let mut out = String::with_capacity(folded.len());
    let mut was_letter = false;
    for word in folded.split(' ') {
        let is_letter = word.len() == 1 && word.bytes().all(|byte| byte.is_ascii_alphabetic());
        let is_initial = was_letter && is_letter;
        if !out.is_empty() && !is_initial {
            out.push(' ');
        }
        out.push_str(word);
        was_letter = is_letter;
    }
    out
}

/// Words in full, in the singular, without those that join.
fn key(folded: &str) -> String {
    let words = folded.split(' ').filter(|word| !JOINING.contains(word) && *word != "y").map(|word| {
        let whole = SHORT.iter().find(|(short, _)| *short == word).map_or(word, |(_, whole)| whole);
        singular(whole)
    });
    words.collect::<Vec<_>>().join(" ")
}

/// `entidades` as `entidad`, `cedulas` as `cedula`; both sides of a comparison are cut alike, so that it need be no word.
fn singular(word: &str) -> &str {
    let is_plural = word.len() > 3 && !word.ends_with("ss");
    let word = word.strip_suffix('s').filter(|_| is_plural).unwrap_or(word);
    word.strip_suffix('e').filter(|rest| rest.ends_with(['d', 'r', 'l', 'n'])).unwrap_or(word)
}

fn is_of_people(field: Field) -> bool {
    field <= Field::Territory && field != Field::Session
}

/// Known headings by [`key`]: those of people, and hours in several words. What two meanings share is nobody's.
static PLAIN: LazyLock<HashMap<String, Option<Field>>> = LazyLock::new(|| {
    let mut plain: HashMap<String, Option<Field>> = HashMap::new();
    for &(field, words) in SYNONYMS {
        let is_hour = matches!(field, Field::Join | Field::Leave | Field::Arrival);
        let meant = words.iter().filter(|word| is_of_people(field) || (is_hour && word.contains(' ')));
        // When somebody came, whichever column the words are known from.
        let field = if field == Field::Join { Field::Arrival } else { field };
        for word in meant {
            let known = plain.entry(key(&initials(word))).or_insert(Some(field));
            *known = known.filter(|known| *known == field);
        }
    }
    plain
});

const JOINING: [&str; 13] = ["de", "del", "do", "da", "dos", "das", "la", "las", "el", "los", "a", "al", "en"];

const SHORT: &[(&str, &str)] = &[
    ("tel", "telefono"),
    ("cel", "celular"),
    ("doc", "documento"),
    ("h", "hora"),
    ("horario", "hora"),
    ("inst", "institucion"),
    ("org", "organizacion"),
];

/// What stands beside a known alternative; alone, beside the column that is meant, it says something else.
const BESIDE: &[(Field, &[&str])] = &[
    (Field::Doc, &["ce", "rg", "ruc", "ti", "pasaporte", "passaporte", "ppt"]),
    (Field::Organisation, &["ugel", "dre", "gre"]),
];

/// Whose the columns of a list are.
#[rustfmt::skip]
const OWNERS: &[&str] = &[
    "participante", "participantes", "asistente", "asistentes", "funcionario", "funcionaria", "funcionarios", "servidor", "servidora",
    "beneficiario", "beneficiaria", "docente", "inscrito", "convocado",
];

const ANSWERS: &[&str] = &["si", "no", "s", "n", "sim", "nao", "yes", "y", "o", "ou", "p", "a", "f", "e", "t", "x"];
