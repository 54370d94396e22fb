//! Facts to try texts out with: all of them given, and as few as a notice can have.

use crate::mail::language::{Language, date_long, weekday_date_long};
use crate::mail::notice::{
    AgendaItem, Agreement, AttendanceBrief, DocumentBrief, NoticeContext, NoticeKind, Person, PreviousFacts, Referral,
    ReminderLine, SessionFacts,
};
use ata_model::reminder::ReminderRule;
use chrono::NaiveDate;

pub type Facts = NoticeContext;

/// The facts a notice of this kind may come with, from the fullest to the barest.
pub fn all(language: Language, kind: NoticeKind) -> Vec<Facts> {
    let mut given = vec![given(language, kind), bare(language, kind)];
    if kind == NoticeKind::Cancellation {
        let mut withdrawn = given[0].clone();
        if let Some(session) = &mut withdrawn.session {
            session.withdrawn = true;
        }
        given.push(withdrawn);
    }
    given.push(Facts { extra_text: None, ..given[0].clone() });
    given
}

/// Every fact there is.
pub fn full(language: Language) -> Facts {
    let day = NaiveDate::from_ymd_opt(2026, 3, 4).unwrap_or_default();
    let date = date_long(language, day);
    Facts {
        institution: "Secretaría de Salud".to_owned(),
        group: "Grupo de Vigilancia".to_owned(),
        case_id: "AT-2026-0001".to_owned(),
        case_title: "Vigilancia del dengue".to_owned(),
        activity: "Taller".to_owned(),
        objective: Some("Fortalecer la notificación".to_owned()),
        session: Some(session(language, day)),
        recipient: person("Ana Ñáñez"),
        audience: Some("Equipo municipal".to_owned()),
        signatory: person("Luz Peña"),
        issued_place: Some("Bucaramanga".to_owned()),
        issued_date_long: date.clone(),
        number: "M-17".to_owned(),
        confirm_by: Some(date.clone()),
        agreements: vec![Agreement {
            text: "Enviar el directorio".to_owned(),
            owner: "Alcaldía de Vetas".to_owned(),
            due: Some(date),
        }],
        attendance: Some(AttendanceBrief {
            present: 12,
            invited: 15,
            organisations: vec!["Alcaldía de Vetas".to_owned(), "ESE de California".to_owned()],
        }),
        documents: vec![DocumentBrief {
            reference: "AT-2026-0001-D4".to_owned(),
            title: "Acta de la jornada".to_owned(),
        }],
        reminders: ReminderRule::ALL.into_iter().map(|rule| reminder(language, rule)).collect(),
        reminders_left: 2,
        referral: Some(Referral {
            case_id: "AT-2026-0009".to_owned(),
            title: "Habilitación".to_owned(),
            group: "Grupo de Habilitación".to_owned(),
            reason: Some("Es de su competencia".to_owned()),
        }),
        calendar: true,
        extra_text: Some("Le agradecemos su participación.".to_owned()),
    }
}

fn person(name: &str) -> Person {
    Person { name: name.to_owned(), post: Some("Coordinadora".to_owned()), org: Some("Alcaldía de Vetas".to_owned()) }
}

fn reminder(language: Language, rule: ReminderRule) -> ReminderLine {
    let is_ahead = matches!(rule, ReminderRule::BeforeSession | ReminderRule::CommitmentDue);
    ReminderLine {
        rule: rule.code().to_owned(),
        reference: "AT-2026-0001-C3".to_owned(),
        case_id: "AT-2026-0001".to_owned(),
        case_title: "Vigilancia del dengue".to_owned(),
        text: Some("Enviar el directorio".to_owned()),
        date_long: weekday_date_long(language, NaiveDate::from_ymd_opt(2026, 3, 4).unwrap_or_default()),
        days: if is_ahead { 3 } else { -3 },
        hours: Some("de 09:00 a 12:00".to_owned()),
        place: Some("Auditorio".to_owned()),
        link: Some("https://example.org/at-1".to_owned()),
        owner: Some("Alcaldía de Vetas".to_owned()),
    }
}

fn session(language: Language, day: NaiveDate) -> SessionFacts {
    SessionFacts {
        reference: "AT-2026-0001-S2".to_owned(),
        board: Some("Mesa de Servicios".to_owned()),
        extraordinary: Some("Urgencia".to_owned()),
        date_long: weekday_date_long(language, day),
        start_time: "09:00".to_owned(),
        end_time: "12:00".to_owned(),
        zone_label: "UTC-05:00".to_owned(),
        modality: "presencial".to_owned(),
        place: Some("Auditorio".to_owned()),
        link: Some("https://example.org/at-1".to_owned()),
        agenda: vec![AgendaItem {
            time: Some("09:00".to_owned()),
            topic: "Apertura".to_owned(),
            who: Some("Luz Peña".to_owned()),
        }],
        sequence: 1,
        previous: Some(PreviousFacts {
            date_long: weekday_date_long(language, day),
            times: "de 14:00 a 17:00".to_owned(),
            place: Some("Sala 2".to_owned()),
            link: Some("https://example.org/at-0".to_owned()),
        }),
        reason: Some("Cierre de la vía".to_owned()),
        withdrawn: false,
    }
}

/// All that a notice of this kind can have.
fn given(language: Language, kind: NoticeKind) -> Facts {
    let mut facts = full(language);
    if matches!(kind, NoticeKind::Referral | NoticeKind::Reminder) {
        facts.session = None;
    }
    if kind != NoticeKind::Referral {
        facts.referral = None;
    }
    if kind != NoticeKind::Reminder {
        facts.reminders.clear();
    }
    if let (Some(session), false) = (&mut facts.session, kind == NoticeKind::Change) {
        session.previous = None;
    }
    facts
}

/// Nothing but what a notice of this kind always has.
fn bare(language: Language, kind: NoticeKind) -> Facts {
    let plain = |person: Person| Person { post: None, org: None, ..person };
    let full = given(language, kind);
    let mut facts = Facts {
        objective: None,
        recipient: plain(full.recipient.clone()),
        signatory: plain(full.signatory.clone()),
        audience: None,
        issued_place: None,
        confirm_by: None,
        agreements: Vec::new(),
        attendance: None,
        documents: Vec::new(),
        reminders_left: 0,
        calendar: false,
        extra_text: None,
        ..full
    };
    for line in &mut facts.reminders {
        (line.hours, line.place, line.link) = (None, None, None);
    }
    if let Some(session) = &mut facts.session {
        (session.place, session.link, session.reason) = (None, None, None);
        session.agenda.clear();
        if let Some(previous) = &mut session.previous {
            (previous.place, previous.link) = (None, None);
        }
    }
    if let Some(referral) = &mut facts.referral {
        referral.reason = None;
    }
    facts
}
