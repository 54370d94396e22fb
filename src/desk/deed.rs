//! What an operation was about, in the reader's words. The log keeps references, titles and codes, in no language; which of its
//! words are codes is known by the verb and the shape of each clause, so that a title that reads like one stays a title.

use crate::desk::show::moment;
use crate::locale::Words;
use crate::phrase;
use ata_model::control::Control;
use ata_model::stage::Stage;
use ata_store::Operation;

/// What was done. The chair of a board that was there already was not a board registered.
pub fn label(operation: &Operation, words: &Words) -> String {
    let begin = operation.summary.split(' ').next().unwrap_or_default();
    let clauses = operation.summary.split("; ");
    match operation.verb.as_str() {
        "board.add" if begin.is_empty() || is_number(begin, "P-") => words.word("look-log-chair"),
        // What was handed over reached nobody.
        "notify.send" if !operation.summary.is_empty() && !clauses.clone().any(|clause| clause.ends_with(" sent")) => {
            words.word("look-log-unsent")
        }
        verb => words.term("op", verb),
    }
}

/// What an operation was about; of an undo, what it took back.
pub fn summary(operation: &Operation, words: &Words) -> String {
    if operation.verb == "undo"
        && let Some((op, verb)) = operation.summary.split_once(' ')
    {
        return words.say(&phrase!("look-log-undoes", op = op, label = words.term("op", verb)));
    }
    let clauses: Vec<String> =
        operation.summary.split("; ").map(|clause| said(&operation.verb, clause, words)).collect();
    clauses.join("; ")
}

/// `P-12` for `P-`.
fn is_number(word: &str, begin: &str) -> bool {
    word.strip_prefix(begin)
        .is_some_and(|number| !number.is_empty() && number.bytes().all(|byte| byte.is_ascii_digit()))
}

/// `M-1`, `M-1…M-3`.
fn is_messages(word: &str) -> bool {
    word.split('…').all(|one| is_number(one, "M-"))
}

/// `AT-2026-0001`, `AT-2026-0001-S1`.
fn is_of_case(word: &str) -> bool {
    word.contains('-')
        && word.bytes().any(|byte| byte.is_ascii_digit())
        && word.bytes().all(|byte| byte == b'-' || byte.is_ascii_alphanumeric())
}

/// The word of a code; none where the list has no such code.
fn code(list: &str, code: &str, words: &Words) -> Option<String> {
    let said = words.term(list, code);
    (said != code).then(|| said.to_lowercase())
}

/// An instant on the clock it carries.
fn instant(word: &str) -> Option<String> {
    let is_instant = word.len() >= 20 && chrono::DateTime::parse_from_rfc3339(word).is_ok();
    is_instant.then(|| moment(word))
}

fn said(verb: &str, clause: &str, words: &Words) -> String {
    translated(verb, clause, words).unwrap_or_else(|| clause.to_owned())
}

fn translated(verb: &str, clause: &str, words: &Words) -> Option<String> {
    if let ("run.close", Some((control, reason))) = (verb, clause.split_once(": "))
        && let Some(control) = Control::parse(control)
    {
        let meaning = words.term("control", control.code());
        return Some(words.say(&phrase!("look-trace-waived", meaning = meaning, reason = reason)));
    }
    let parts: Vec<&str> = clause.split(' ').collect();
    let stage = |word: &str| Stage::parse(word).map(|stage| words.term("stage", stage.code()));
    match parts[..] {
        [case, from, "→", to] if is_of_case(case) => {
            let both = instant(from).zip(instant(to)).or_else(|| stage(from).zip(stage(to)));
            both.map(|(from, to)| format!("{case} {from} → {to}"))
        }
        [session, at] if is_of_case(session) && instant(at).is_some() => Some(format!("{session} {}", moment(at))),
        [session, kind, first, ..] if verb == "notify.draft" && is_messages(first) => {
            Some(format!("{session} {}", clause[session.len() + 1..].replacen(kind, &code("notice", kind, words)?, 1)))
        }
        [message, "referral"] if is_messages(message) => {
            Some(format!("{message} {}", code("notice", "referral", words)?))
        }
        [message, "bounce"] if is_messages(message) => Some(format!("{message} {}", words.word("look-log-bounce"))),
        [message, .., fate]
            if is_messages(message) && verb.starts_with("notify.") && verb != "notify.handed" && parts.len() <= 3 =>
        {
            let said = code("call", fate, words).or_else(|| code("message", fate, words))?;
            Some(format!("{} {said}", parts[..parts.len() - 1].join(" ")))
        }
        [session, message, outcome] if is_messages(message) => {
            Some(format!("{session} {message} {}", code("call", outcome, words)?))
        }
        [session, who, state] if is_number(who, "P-") || is_number(who, "O-") => {
            let said = code("attendance", state, words).or_else(|| code("answer", state, words))?;
            Some(format!("{session} {who} {said}"))
        }
        [session, "held"] if verb.starts_with("run.") => Some(format!("{session} {}", code("session", "held", words)?)),
        [session, "cancelled"] if verb.starts_with("schedule.") => {
            Some(format!("{session} {}", code("session", "cancelled", words)?))
        }
        [case, state] if matches!(verb, "hold" | "resume" | "cancel" | "need.reject" | "need.merge") => {
            Some(format!("{case} {}", code("state", state, words)?))
        }
        [commitment, status] if verb.starts_with("followup.") && verb != "followup.add" => {
            Some(format!("{commitment} {}", code("status", status, words)?))
        }
        [list, state, ..] if is_number(list, "E-") => {
            Some(format!("{list} {}", clause[list.len() + 1..].replacen(state, &code("elimination", state, words)?, 1)))
        }
        [case, "closed", seal] if seal.starts_with("sha256:") => {
            Some(format!("{case} {} {seal}", code("state", "closed", words)?))
        }
        [case, "sealed", seal, "from", other] => {
            Some(words.say(&phrase!("look-log-sealed", case = case, seal = seal, other = other)))
        }
        [day, kind] if verb.starts_with("holiday.") => {
            let said = words.maybe(&format!("look-log-holiday-{kind}"))?;
            let key = words.term("holiday", day);
            Some(format!("{key} {said}"))
        }
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::mail::language::Language;

    #[test]
    fn codes_are_said_in_words_and_titles_are_left_as_they_are() {
        let (es, pt) = (Words::new(Language::Es), Words::new(Language::Pt));
        for (verb, clause, expected) in [
            ("need.accept", "AT-2026-0001 need → plan", "AT-2026-0001 Necesidad → Plan"),
            ("schedule.add", "AT-2026-0001-S1 2026-03-18T08:00:00-05:00", "AT-2026-0001-S1 2026-03-18 08:00"),
            (
                "schedule.move",
                "AT-2026-0001-S1 2026-03-18T08:00:00-05:00 → 2026-03-19T08:00:00-05:00",
                "AT-2026-0001-S1 2026-03-18 08:00 → 2026-03-19 08:00",
            ),
            ("schedule.cancel", "AT-2026-0001-S1 cancelled", "AT-2026-0001-S1 cancelada"),
            ("notify.draft", "AT-2026-0001-S1 convocation M-1…M-3 (3)", "AT-2026-0001-S1 convocatoria M-1…M-3 (3)"),
            ("notify.send", "M-1…M-3 (3) sending", "M-1…M-3 (3) enviándose"),
            ("notify.resolve", "M-1 queued", "M-1 en cola"),
            ("notify.call", "AT-2026-0001-S1 M-1 no-answer", "AT-2026-0001-S1 M-1 no contestó"),
            ("need.refer", "M-2 referral", "M-2 traslado"),
            ("run.mark", "AT-2026-0001-S1 P-2 present", "AT-2026-0001-S1 P-2 presente"),
            ("run.close", "AT-2026-0001-S1 held", "AT-2026-0001-S1 realizada"),
            ("run.close", "minutes: no hubo", "dispensado: el acta de cada jornada (no hubo)"),
            ("hold", "AT-2026-0001 on_hold", "AT-2026-0001 en pausa"),
            ("need.merge", "AT-2026-0001 merged", "AT-2026-0001 unida a otra"),
            ("followup.done", "AT-2026-0001-C1 done", "AT-2026-0001-C1 cumplido"),
            ("holiday.add", "2026-04-06 added", "2026-04-06 agregado"),
            // What people wrote is theirs.
            ("need.add", "AT-2026-0001 open", "AT-2026-0001 open"),
            ("followup.add", "AT-2026-0001-C1 done", "AT-2026-0001-C1 done"),
            ("notify.handed", "M-1 2026-77", "M-1 2026-77"),
        ] {
            assert_eq!(said(verb, clause, &es), expected);
        }
        assert_eq!(said("notify.call", "AT-2026-0001-S1 M-1 no-answer", &pt), "AT-2026-0001-S1 M-1 não atendeu");
    }
}
