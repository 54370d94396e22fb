//! Names as meeting systems show them: suffixes of guests, original names in brackets, assistants that are machines, devices.

use super::fold::{fold, squeeze};

/// Takes `(Guest)`, `(Externo)`, `(Não verificado)`, `(You)` … from the end, as often as they stand there.
pub(super) fn without_suffix(name: &str) -> String {
    ata_model::name::strip_suffix(&squeeze(name)).to_owned()
}

/// `Cami (Camila de la Prueba)` is Camila; `Joaquín Modelo (Alcaldía)` keeps the office, which is no name.
pub(super) fn original_name(name: &str) -> String {
    let name = without_suffix(without_number(name));
    let Some((shown, inner)) = bracketed(&name) else {
        return name;
    };
    let (shown_folded, inner_folded) = (fold(shown), fold(inner));
    let words: Vec<&str> = inner_folded.split(' ').collect();
    let related = shown_folded.split(' ').any(|word| {
        words
            .iter()
            .any(|other| word.len() >= 3 && other.len() >= 3 && (other.starts_with(word) || word.starts_with(other)))
    });
    let is_office = words.iter().any(|word| OFFICE.contains(word));
    let is_name = words.len() >= 2 && !inner.contains(|c: char| c.is_ascii_digit() || c == '@');
    if !shown.is_empty() && is_name && !is_office && (related || shown_folded.split(' ').count() == 1) {
        inner.to_owned()
    } else {
        name
    }
}

/// `24A_Pedro Gómez`, `12. Toño Gil`: the number of a list before the name.
fn without_number(name: &str) -> &str {
    let name = name.trim_start();
    let rest = name.trim_start_matches(|c: char| c.is_ascii_digit());
    let digits = name.len() - rest.len();
    let letter = rest.strip_prefix(|c: char| c.is_ascii_alphabetic()).unwrap_or(rest);
    let bare = [rest, letter].into_iter().find_map(|rest| rest.trim_start().strip_prefix(['_', '.', '-', ')']));
    bare.filter(|bare| (1..=3).contains(&digits) && bare.trim_start().starts_with(char::is_alphabetic))
        .map_or(name, str::trim_start)
}

const OFFICE: &[&str] = &[
    "alcaldia",
    "secretaria",
    "gobernacion",
    "ministerio",
    "municipio",
    "municipalidad",
    "hospital",
    "prefeitura",
    "direccion",
    "oficina",
    "ugel",
    "dre",
    "gre",
    "universidad",
    "universidade",
    "instituto",
    "fundacion",
    "ese",
    "eps",
    "ips",
    "colegio",
    "escuela",
    "escola",
    "institucion",
    "secretario",
    "coordinacion",
    "departamento",
    "grupo",
    "area",
    "ministerio",
    "governo",
    "estado",
    "sede",
    "salud",
];

fn bracketed(name: &str) -> Option<(&str, &str)> {
    let open = name.strip_suffix(')')?.rfind('(')?;
    Some((name[..open].trim(), name[open + 1..name.len() - 1].trim()))
}

/// Note takers and recorders that join as if they were somebody.
pub(super) fn is_bot(name: &str) -> bool {
    const MACHINES: &[&str] = &[
        "read ai",
        "fireflies",
        "otter ai",
        "otterpilot",
        "notetaker",
        "note taker",
        "meeting notes",
        "fathom ai",
        "tl dv",
        "tldv",
        "meetgeek",
        "avoma",
        "sembly",
        "ai companion",
        "ai assistant",
        "ai meeting assistant",
        "recall ai",
        "grain recorder",
        "gong recorder",
        "bot de",
        "tactiq",
        "supernormal",
        "krisp ai",
        "zoom ai",
        "circleback",
    ];
    let folded = format!(" {} ", fold(name));
    MACHINES
        .iter()
        .any(|machine| folded.contains(&format!(" {machine} ")) || (machine.len() > 7 && folded.contains(machine)))
}

/// A device, an account without a name or a telephone: somebody was there, and the name does not say who.
pub(super) fn is_device(name: &str) -> bool {
    let folded = fold(name);
    const STARTS: &[&str] = &[
        "iphone",
        "ipad",
        "galaxy",
        "samsung",
        "xiaomi",
        "redmi",
        "huawei",
        "motorola",
        "moto ",
        "android",
        "macbook",
        "laptop",
        "desktop",
        "pc ",
        "usuario de zoom",
        "zoom user",
        "usuario zoom",
        "invitado ",
        "guest ",
        "user ",
        "sala de ",
        "auditorio",
    ];
    let digits = name.chars().filter(char::is_ascii_digit).count();
    let letters = name.chars().filter(|c| c.is_alphabetic()).count();
    (digits >= 6 && letters == 0)
        || folded == "zoom user"
        || STARTS.iter().any(|start| folded.starts_with(start))
        || matches!(folded.as_str(), "invitado" | "guest" | "user" | "usuario")
}

/// True when a text can be somebody's name or at least a caller's number: it holds a letter, or enough digits.
pub(super) fn is_name(text: &str) -> bool {
    text.chars().any(char::is_alphabetic) || text.chars().filter(char::is_ascii_digit).count() >= 6
}
