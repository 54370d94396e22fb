//! Words for presence in attendance columns, and marks in signature columns.

use super::codes::Presence;
use super::fold::fold;

/// What a status cell says: `None` = no known word.
#[must_use]
pub fn status(cell: &str) -> Option<Presence> {
    let text = cell.trim();
    if matches!(text, "✓" | "✔" | "☑" | "√" | "+") {
        return Some(Presence::Present);
    }
    const WORDS: &[(Presence, &[&str])] = &[
        (
            Presence::Present,
            &[
                "present",
                "presente",
                "asistio",
                "asiste",
                "si",
                "s",
                "sim",
                "yes",
                "y",
                "x",
                "1",
                "p",
                "true",
                "verdadero",
                "ok",
                "attended",
                "presencial",
                "virtual",
                "firmo",
                "compareceu",
                "participou",
                "pp",
                "presencia parcial",
            ],
        ),
        (
            Presence::Absent,
            &[
                "absent",
                "ausente",
                "no asistio",
                "no",
                "nao",
                "n",
                "0",
                "a",
                "false",
                "falso",
                "falta",
                "falto",
                "f",
                "inasistente",
                "no asiste",
                "nao compareceu",
                "inasistencia",
            ],
        ),
        (
            Presence::Excused,
            &[
                "excused",
                "excusado",
                "excusada",
                "excusa",
                "con excusa",
                "ausente con excusa",
                "justificado",
                "justificada",
                "justificou",
                "falta justificada",
                "ausencia justificada",
                "a e",
                "e",
                "permiso",
            ],
        ),
        (
            Presence::Late,
            &["late", "tarde", "tardanza", "atraso", "atrasado", "atrasada", "retardo", "llego tarde", "t"],
        ),
    ];
    let known = |word: &str| WORDS.iter().find(|(_, words)| words.contains(&word)).map(|(presence, _)| *presence);
    known(text).or_else(|| known(&fold(text)))
}

/// What a signature cell says: a mark is presence, `no firmó` leaves it open (`None`).
#[must_use]
pub fn signature(cell: &str) -> Option<Presence> {
    let folded = fold(cell);
    if folded.starts_with("no ") || folded.starts_with("nao ") || folded == "no" || folded == "nao" {
        return None;
    }
    if folded.contains("tarde") || folded.contains("atras") {
        return Some(Presence::Late);
    }
    status(cell).or(Some(Presence::Present))
}
