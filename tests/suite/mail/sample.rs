//! One session and one letter that the tests vary.

use ata::mail::Party;
use ata::mail::calendar::{Invite, Method};
use ata::mail::language::{Language, date_long, weekday_date_long};
use ata::mail::message::{CalendarPart, Letter};
use ata::mail::notice::{
    AgendaItem, Agreement, AttendanceBrief, DocumentBrief, NoticeContext, Person, PreviousFacts, Referral,
    ReminderLine, SessionFacts,
};
use ata_model::reminder::ReminderRule;
use chrono::{DateTime, NaiveDate, TimeZone, Utc};
use chrono_tz::Tz;

pub fn at(zone: Tz, local: &str) -> DateTime<Tz> {
    let naive = chrono::NaiveDateTime::parse_from_str(local, "%Y-%m-%d %H:%M").expect("a time");
    zone.from_local_datetime(&naive).earliest().expect("exists")
}

pub fn utc(text: &str) -> DateTime<Utc> {
    text.parse().expect("an instant")
}

pub fn invite() -> Invite {
    Invite {
        uid: "AT-2026-0001-S2@salud.santander.example".to_owned(),
        sequence: 0,
        method: Method::Request,
        stands: false,
        start: at(chrono_tz::America::Bogota, "2026-03-04 09:00"),
        end: at(chrono_tz::America::Bogota, "2026-03-04 12:00"),
        stamp: utc("2026-02-20T15:00:00Z"),
        created: utc("2026-02-18T13:30:00Z"),
        summary: "Taller: rutas de atención; salud mental, región Soto Norte".to_owned(),
        description: "Agenda:\n1. Apertura\n2. Rutas de atención".to_owned(),
        location: "Auditorio Luis A. Calvo, Bucaramanga".to_owned(),
        url: Some("https://meet.example.org/at-1?pwd=a,b;c".to_owned()),
        organizer: Party::new("Secretaría de Salud", "at@salud.santander.example"),
        attendees: vec![
            Party::new("Ana Ñáñez", "ana@california.example"),
            Party::new("José \"Pepe\" Núñez; ESE, Vetas", "jose@vetas.example"),
        ],
    }
}

const BODY: &str = "Cordial saludo:\n\nNos permitimos convocarle.\n";

pub fn letter() -> Letter {
    let ics = ata::mail::calendar::invitation(&invite()).expect("a calendar");
    let templates = ata::mail::template::Templates::built_in().expect("the shipped texts parse");
    let page = templates.page(Language::Es, "Convocatoria", BODY).expect("a page");
    Letter {
        from: Party::new("Secretaría de Salud de Santander", "at@salud.santander.example"),
        to: Party::new("Ana Ñáñez", "ana@california.example"),
        reply_to: Some(Party::new("", "respuestas@salud.santander.example")),
        is_automatic: false,
        subject: "Convocatoria: rutas de atención en salud mental – miércoles 4 de marzo".to_owned(),
        date: utc("2026-02-20T15:00:00Z"),
        message_id: "<m-17.2026@salud.santander.example>".to_owned(),
        reference: "M-17".to_owned(),
        body: BODY.to_owned(),
        html: Some(page),
        calendar: Some(CalendarPart { method: Method::Request, ics, file_name: "convocatoria.ics".to_owned() }),
    }
}

fn person(name: &str, post: &str, org: &str) -> Person {
    Person { name: name.to_owned(), post: Some(post.to_owned()), org: Some(org.to_owned()) }
}

/// The words that differ; names and places stay.
struct Words {
    zone: &'static str,
    modality: &'static str,
    activity: &'static str,
    title: &'static str,
    objective: &'static str,
    topics: [&'static str; 2],
    why: &'static str,
    agreements: [&'static str; 2],
    referred: [&'static str; 2],
}

const ES: Words = Words {
    zone: "hora de Colombia",
    modality: "mixta",
    activity: "Taller",
    title: "Rutas de atención en salud mental",
    objective: "Acordar la ruta municipal de atención.",
    topics: ["Apertura", "Rutas de atención"],
    why: "cierre de la vía Bucaramanga – Vetas",
    agreements: ["Enviar el directorio de la red local.", "Revisar el formato de remisión."],
    referred: ["Habilitación del servicio de urgencias", "es competencia de su grupo"],
};
const PT: Words = Words {
    zone: "horário de Brasília",
    modality: "híbrida",
    activity: "Oficina",
    title: "Serviços regionais de proteção social especial",
    objective: "Pactuar o fluxo regional de atendimento.",
    topics: ["Abertura", "Fluxo de atendimento"],
    why: "interdição da rodovia",
    agreements: ["Enviar a relação da rede local.", "Revisar a ficha de encaminhamento."],
    referred: ["Habilitação do serviço de acolhimento", "é competência da sua equipe"],
};
const EN: Words = Words {
    zone: "Colombia time",
    modality: "in person and online",
    activity: "Workshop",
    title: "Mental health care pathways",
    objective: "Agree on the municipal care pathway.",
    topics: ["Opening", "Care pathways"],
    why: "the road to Vetas is closed",
    agreements: ["Send the directory of the local network.", "Review the referral form."],
    referred: ["Licence of the emergency service", "it is for your group to decide"],
};

fn day(month: u32, day: u32) -> NaiveDate {
    NaiveDate::from_ymd_opt(2026, month, day).expect("a date")
}

fn session(language: Language, words: &Words) -> SessionFacts {
    let item = |time: &str, topic: &str, who: Option<&str>| AgendaItem {
        time: Some(time.to_owned()),
        topic: topic.to_owned(),
        who: who.map(str::to_owned),
    };
    SessionFacts {
        reference: "AT-2026-0001-S2".to_owned(),
        board: None,
        extraordinary: None,
        date_long: weekday_date_long(language, day(3, 4)),
        start_time: "09:00".to_owned(),
        end_time: "12:00".to_owned(),
        zone_label: words.zone.to_owned(),
        modality: words.modality.to_owned(),
        place: Some("Auditorio Luis A. Calvo, Bucaramanga".to_owned()),
        link: Some("https://meet.example.org/at-1".to_owned()),
        agenda: vec![item("09:00", words.topics[0], None), item("09:15", words.topics[1], Some("Luz Marina Peña"))],
        sequence: 1,
        previous: Some(PreviousFacts {
            date_long: weekday_date_long(language, day(3, 2)),
            times: hours(language, "14:00", "17:00"),
            link: None,
            place: Some("Sala 2".to_owned()),
        }),
        reason: Some(words.why.to_owned()),
        withdrawn: false,
    }
}

/// Everything a notice may say, all of it given.
pub fn context(language: Language) -> NoticeContext {
    let words = match language {
        Language::Es => &ES,
        Language::Pt => &PT,
        Language::En => &EN,
    };
    let agreement = |text: &str, due: Option<NaiveDate>| Agreement {
        text: text.to_owned(),
        owner: "Municipio de California".to_owned(),
        due: due.map(|due| date_long(language, due)),
    };
    NoticeContext {
        institution: "Secretaría de Salud de Santander".to_owned(),
        group: "Grupo de Salud Mental".to_owned(),
        case_id: "AT-2026-0001".to_owned(),
        case_title: words.title.to_owned(),
        activity: words.activity.to_owned(),
        objective: Some(words.objective.to_owned()),
        session: Some(session(language, words)),
        recipient: person("Ana Ñáñez", "Secretaria de Salud", "Municipio de California"),
        audience: Some("ESE de Soto Norte".to_owned()),
        signatory: person("Luz Marina Peña", "Coordinadora", "Grupo de Salud Mental"),
        issued_place: Some("Bucaramanga".to_owned()),
        issued_date_long: date_long(language, day(2, 20)),
        number: "M-17".to_owned(),
        confirm_by: Some(date_long(language, day(3, 1))),
        agreements: vec![agreement(words.agreements[0], Some(day(3, 20))), agreement(words.agreements[1], None)],
        attendance: Some(AttendanceBrief {
            present: 12,
            invited: 15,
            organisations: vec!["ESE de California".to_owned(), "Municipio de Vetas".to_owned()],
        }),
        documents: vec![DocumentBrief { reference: "AT-2026-0001-D4".to_owned(), title: words.topics[1].to_owned() }],
        reminders: ReminderRule::ALL.into_iter().map(|rule| reminder(language, words, rule)).collect(),
        reminders_left: 2,
        referral: Some(Referral {
            case_id: "AT-2026-0009".to_owned(),
            title: words.referred[0].to_owned(),
            group: "Grupo de Habilitación".to_owned(),
            reason: Some(words.referred[1].to_owned()),
        }),
        calendar: true,
        extra_text: None,
    }
}

fn hours(language: Language, start: &str, end: &str) -> String {
    match language {
        Language::Es => format!("de {start} a {end}"),
        Language::Pt => format!("das {start} às {end}"),
        Language::En => format!("{start} to {end}"),
    }
}

/// One reminder of each rule: of something three days ahead, or three days ago.
fn reminder(language: Language, words: &Words, rule: ReminderRule) -> ReminderLine {
    let is_ahead = matches!(rule, ReminderRule::BeforeSession | ReminderRule::CommitmentDue);
    let of_session = rule == ReminderRule::BeforeSession;
    ReminderLine {
        rule: rule.code().to_owned(),
        reference: "AT-2026-0001-S2".to_owned(),
        case_id: "AT-2026-0001".to_owned(),
        case_title: words.title.to_owned(),
        text: Some(words.agreements[0].trim_end_matches('.').to_owned()),
        date_long: weekday_date_long(language, day(3, 4)),
        days: if is_ahead { 3 } else { -3 },
        hours: of_session.then(|| hours(language, "09:00", "12:00")),
        place: of_session.then(|| "Auditorio Luis A. Calvo".to_owned()),
        link: None,
        owner: Some("ESE de California".to_owned()),
    }
}
