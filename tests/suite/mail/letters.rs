//! The texts of notices: each language and kind in full, and what may never be printed.

use ata::mail::language::Language;
use ata::mail::notice::NoticeKind;
use ata::mail::template::{Templates, render};

use super::sample;

#[test]
fn every_notice_reads_as_written() {
    let templates = Templates::built_in().expect("the shipped texts parse");
    insta::with_settings!({ snapshot_path => "golden", prepend_module_to_snapshot => false, omit_expression => true }, {
        for language in Language::ALL {
            for kind in NoticeKind::ALL {
                let (subject, body) = templates
                    .render(language, kind, &sample::context(language))
                    .unwrap_or_else(|error| panic!("{error}"));
                let name = format!("{}-{}", language.code(), kind.code());
                insta::assert_snapshot!(name, format!("{subject}\n=====\n{body}"));
            }
        }
    });
}

#[test]
fn what_is_not_known_leaves_no_trace() {
    let mut bare = sample::context(Language::Es);
    bare.objective = None;
    bare.issued_place = None;
    bare.confirm_by = None;
    bare.audience = None;
    bare.agreements.clear();
    bare.recipient.post = None;
    bare.recipient.org = None;
    bare.signatory.post = None;
    bare.signatory.org = None;
    let referral = bare.referral.as_mut().expect("one");
    referral.reason = None;
    let session = bare.session.as_mut().expect("one");
    session.place = None;
    session.link = None;
    session.reason = None;
    session.agenda.clear();
    session.previous.as_mut().expect("one").place = None;
    for language in Language::ALL {
        for kind in NoticeKind::ALL {
            let (subject, body) = render(language, kind, &bare).unwrap_or_else(|e| panic!("{e}"));
            for (what, text) in [("subject", &subject), ("body", &body)] {
                for trace in ["none", "undefined", "\n\n\n", "{{", "{%", " \n", ": \n"] {
                    assert!(!text.contains(trace), "{trace:?} in {what} of {language:?} {kind:?}:\n{text}");
                }
            }
        }
    }
}

#[test]
fn who_is_uninvited_is_not_told_that_the_session_is_cancelled() {
    for (language, cancelled) in [(Language::Es, "cancel"), (Language::Pt, "cancel"), (Language::En, "cancel")] {
        let mut context = sample::context(language);
        let session = context.session.as_mut().expect("one");
        session.withdrawn = true;
        session.reason = None;
        let (subject, body) = render(language, NoticeKind::Cancellation, &context).unwrap_or_else(|e| panic!("{e}"));
        let whole = format!("{subject}\n{body}").to_lowercase();
        assert!(!whole.contains(cancelled), "{whole}");
    }
}

#[test]
fn what_goes_without_a_calendar_does_not_speak_of_one() {
    for (language, word) in [(Language::Es, "calendario"), (Language::Pt, "calendário"), (Language::En, "calendar")] {
        let mut context = sample::context(language);
        context.calendar = false;
        for confirm_by in [context.confirm_by.clone(), None] {
            context.confirm_by = confirm_by;
            for kind in [NoticeKind::Convocation, NoticeKind::Change, NoticeKind::Cancellation] {
                let (_, body) = render(language, kind, &context).unwrap_or_else(|e| panic!("{e}"));
                assert!(!body.contains(word) && !body.contains("\n."), "{body}");
            }
        }
    }
}

#[test]
fn a_letter_a_circular_and_a_newsletter_need_no_session() {
    let mut context = sample::context(Language::Es);
    context.session = None;
    for kind in [NoticeKind::Letter, NoticeKind::Circular, NoticeKind::Newsletter, NoticeKind::Referral] {
        for language in Language::ALL {
            let (_, body) = render(language, kind, &context).unwrap_or_else(|e| panic!("{e}"));
            assert!(body.contains("AT-2026-0001"), "{body}");
        }
    }
}

#[test]
fn a_missing_fact_is_an_error_with_its_line_and_never_a_hole() {
    let mut context = sample::context(Language::Es);
    context.session = None;
    for kind in [NoticeKind::Convocation, NoticeKind::Change, NoticeKind::Cancellation] {
        for language in Language::ALL {
            let error = render(language, kind, &context).expect_err("is refused");
            let expected = format!("{}/{}.txt", language.code(), kind.code());
            assert_eq!((error.template, error.line), (expected, 2), "{}", error.message);
        }
    }
    let mut context = sample::context(Language::Es);
    context.referral = None;
    assert!(render(Language::Es, NoticeKind::Referral, &context).is_err());
    let mut context = sample::context(Language::Es);
    context.session.as_mut().expect("one").previous = None;
    assert!(render(Language::Pt, NoticeKind::Change, &context).is_err());
}

#[test]
fn an_own_wording_takes_the_place_of_the_shipped_one_and_its_faults_have_a_line() {
    let mut templates = Templates::built_in().expect("the shipped texts parse");
    let (es, letter) = (Language::Es, NoticeKind::Letter);
    let own = "{% set subject %}Oficio {{ number }}{% endset %}\nHola, {{ recipient.name }} ({{ kind }})";
    templates.replace(es, "letter", own).expect("parses");
    let rendered = templates.render(es, letter, &sample::context(Language::Es)).expect("renders");
    assert_eq!(rendered, ("Oficio M-17".to_owned(), "Hola, Ana Ñáñez (letter)\n".to_owned()));

    let faults = [
        ("{% set subject %}x{% endset %}\n\n{{ recipient.nombre }}", Some(3)),
        ("{% set subject %}x{% endset %}\n{{ confirmation }}", Some(2)),
        ("no subject at all", Some(0)),
        ("{% set subject %} \n {% endset %}", Some(0)),
    ];
    for (text, line) in faults {
        templates.replace(es, "letter", text).expect("parses");
        let error = templates.render(es, letter, &sample::context(Language::Es)).expect_err("is refused");
        assert_eq!((error.template.as_str(), Some(error.line)), ("es/letter.txt", line), "{error}");
    }
    let error = templates.replace(es, "letter", "uno\n{% if %}").expect_err("is refused");
    assert_eq!((error.template.as_str(), error.line), ("es/letter.txt", 2), "{error}");
}

#[test]
fn what_people_typed_is_never_run_and_cannot_break_the_subject() {
    let mut context = sample::context(Language::Es);
    context.case_title = "{{ number }}\r\nBcc: x@y.example {% if %}".to_owned();
    context.extra_text = Some("línea\u{0}\u{1b}[31m\u{2028}otra".to_owned());
    let (subject, body) = render(Language::Es, NoticeKind::Letter, &context).expect("renders");
    assert_eq!(subject, "{{ number }} Bcc: x@y.example {% if %} (AT-2026-0001)");
    assert!(body.contains("línea[31m\notra\n"), "{body}");
}
