//! Names as lists and meeting services write them.

use super::*;
use proptest::prelude::*;

#[test]
fn a_search_key_forgets_accents_case_and_punctuation() {
    for (written, folded) in [
        ("Ñáñez  Güiza", "nanez guiza"),
        ("  João\u{00A0}da Conceição\r\nSá ", "joao da conceicao sa"),
        ("O'Brien", "o brien"),
        ("O’Brien", "o brien"),
        ("Mar\u{200B}ía", "maria"),
        ("N\u{0303}andu\u{0301}", "nandu"),
        ("24A_Nombre", "24a nombre"),
        ("ﬁchas ①", "fichas 1"),
        ("...", ""),
        ("", ""),
    ] {
        assert_eq!(fold(written), folded, "{written:?}");
    }
}

#[test]
fn a_name_is_one_line_and_keeps_its_accents() {
    for (written, kept) in [
        ("  Bruno  Inventado Ñáñez ", "Bruno Inventado Ñáñez"),
        ("Aurelia\r\nBcc: x@example.org", "Aurelia Bcc: x@example.org"),
        ("Aurelia\u{00A0}\u{202F}\tFicticia", "Aurelia Ficticia"),
        ("Jose\u{0301}", "José"),
        ("a\u{2028}b\u{0085}c\u{000B}d", "a b c d"),
    ] {
        assert_eq!(clean(written).as_deref(), Ok(kept), "{written:?}");
    }
}

#[test]
fn what_cannot_be_seen_is_refused_with_its_place() {
    let control = |code, at| Err(NameError::Control { code, at });
    let hidden = |code, at| Err(NameError::Hidden { code, at });
    for (written, verdict) in [
        ("", Err(NameError::Empty)),
        (" \t\r\n", Err(NameError::Empty)),
        ("Ana\0", control(0, 3)),
        ("Á\u{7}", control(7, 1)),
        ("Ana\u{202E}zil", hidden(0x202E, 3)),
        ("A\u{2066}", hidden(0x2066, 1)),
        ("A\u{200B}na", hidden(0x200B, 1)),
        ("\u{FEFF}Ana", hidden(0xFEFF, 0)),
    ] {
        assert_eq!(clean(written), verdict, "{written:?}");
    }
    assert!(clean(&"ñ".repeat(300)).is_ok());
    assert_eq!(clean(&"ñ".repeat(301)), Err(NameError::TooLong { max: 300, found: 301 }));
}

#[test]
fn the_order_and_the_particles_of_a_name_do_not_matter() {
    for (a, b) in [
        ("FICTICIA MONTOYA, Aurelia", "Aurelia Ficticia Montoya"),
        ("CAMILA DE LA PRUEBA QUINTERO", "Prueba Quintero Camila"),
        ("João dos Santos e Sá", "joao santos sa"),
    ] {
        assert_eq!(key(a), key(b));
    }
    assert_ne!(key("Ana Santa Cruz"), key("Ana Cruz"));
    assert_eq!(key("De La"), "de la");
    assert_eq!(key(""), "");
}

#[test]
fn the_marks_of_a_meeting_service_are_not_part_of_a_name() {
    for (shown, name) in [
        ("Ana Ruiz (Guest)", "Ana Ruiz"),
        ("Ana Ruiz (Invitado) (No comprobado) ", "Ana Ruiz"),
        ("Ana Ruiz(Não verificado)", "Ana Ruiz"),
        ("Ana (Você)", "Ana"),
        ("Ana (TÚ)", "Ana"),
        ("Ana (Externo)", "Ana"),
        ("Ana (Alcaldía)", "Ana (Alcaldía)"),
        ("Ana (Guest) Ruiz", "Ana (Guest) Ruiz"),
        ("(Guest)", "(Guest)"),
        (")", ")"),
    ] {
        assert_eq!(strip_suffix(shown), name, "{shown:?}");
    }
}

#[test]
fn likeness_puts_duplicates_above_namesakes() {
    let floor = 0.9;
    for (a, b) in [
        ("Aurelia Ficticia Montoya", "Aurelia Ficticia Montolla"),
        ("Ana López", "Ana María López Pérez"),
        ("A. Ficticia Montoya", "Aurelia Ficticia Montoya"),
        ("Darío Quimera", "QUIMERA LÓPEZ, Darío"),
    ] {
        assert!(similarity(a, b) >= floor, "{a} ~ {b}: {}", similarity(a, b));
    }
    for (a, b) in [
        ("Aurelia Ficticia Montoya", "Bruno Inventado Ñáñez"),
        ("Ana", "Ana María López Pérez Quintero"),
        ("Ana López", "Bruno López"),
        ("", "Ana"),
    ] {
        assert!(similarity(a, b) < floor, "{a} ≁ {b}: {}", similarity(a, b));
    }
    assert_eq!(similarity("de la O, Juan", "Juan O"), 1.0);
}

proptest! {
    #[test]
    fn folding_twice_is_folding_once(text in "\\PC{0,40}|.{0,40}") {
        let once = fold(&text);
        prop_assert_eq!(fold(&once), once.clone());
        prop_assert!(!once.starts_with(' ') && !once.ends_with(' ') && !once.contains("  "));
    }

    #[test]
    fn a_fold_is_the_compatible_form_without_marks(text in ".{0,40}|[ -ɏ]{0,40}") {
        let whole: String =
            text.nfkd().flat_map(char::to_lowercase).filter(|c| !is_combining_mark(*c) && !is_hidden(*c)).collect();
        let words: Vec<&str> = whole.split(|c: char| !c.is_alphanumeric()).filter(|word| !word.is_empty()).collect();
        prop_assert_eq!(fold(&text), words.join(" "));
    }

    #[test]
    fn what_is_plainly_clean_is_what_the_long_way_makes_of_it(text in "[ -ɏ]{0,40}") {
        if is_clean(&text) {
            prop_assert_eq!(single_spaced(&text).nfc().collect::<String>(), text);
        }
    }

    #[test]
    fn a_clean_name_stays_as_it_is_and_holds_no_control(text in ".{0,60}") {
        if let Ok(name) = clean(&text) {
            prop_assert!(!name.chars().any(|c| c.is_control() || is_hidden(c)));
            prop_assert_eq!(clean(&name), Ok(name));
        }
    }

    #[test]
    fn a_key_does_not_depend_on_the_order_of_the_words(words in proptest::collection::vec("[a-zñá]{1,8}", 1..6)) {
        let mut turned = words.clone();
        turned.reverse();
        prop_assert_eq!(key(&words.join(" ")), key(&turned.join(", ")));
    }

    #[test]
    fn likeness_is_symmetric_and_between_none_and_one(a in "[a-z ñ]{0,20}", b in "[a-z ñ]{0,20}") {
        let both = similarity(&a, &b);
        prop_assert!((0.0..=1.0).contains(&both));
        prop_assert_eq!(both, similarity(&b, &a));
    }
}
