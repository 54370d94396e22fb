//! Papers of an assistance that never was: what a template is previewed and checked with. Three sizes, because a template
//! that looks well with six people may break with none, or with three hundred of long names.

mod records;

use super::correspondence::{Correspondence, Notice};
use super::evaluation::{EvaluationForm, EvaluationResults};
use super::register::{Asked, DifferentialRegister, MeetingRegister};
use super::*;
use ata_model::differential::VARIABLES;
use ata_model::session::{Session, Turnout};
use records::Records;

/// How much there is to print.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Size {
    /// Nobody came and nothing was agreed.
    Empty,
    Usual,
    /// Three hundred people with long names, many sessions and documents.
    Large,
}

impl Size {
    pub const ALL: [Size; 3] = [Size::Empty, Size::Usual, Size::Large];

    /// The word used on the command line.
    pub fn code(self) -> &'static str {
        match self {
            Size::Empty => "empty",
            Size::Usual => "usual",
            Size::Large => "large",
        }
    }

    pub fn parse(word: &str) -> Option<Size> {
        Size::ALL.into_iter().find(|size| size.code() == word)
    }

    /// Of what a usual one has `usual`.
    fn count(self, usual: usize) -> usize {
        match self {
            Size::Empty => 0,
            Size::Usual => usual,
            Size::Large => usual * 50,
        }
    }
}

/// A paper of the kind, in the language of the voice.
///
/// # Errors
/// As [`Paper::new`].
pub fn paper(kind: Kind, size: Size, page: PageSize, voice: &Voice) -> Result<Paper, PaperError> {
    let sample = Records::new(size);
    let head = head(kind, size, page, &sample, voice);
    match kind {
        Kind::Convocation => Paper::new(kind, head, &Correspondence::convocation(&notice(&sample, size), voice)),
        Kind::Letter => Paper::new(kind, head, &Correspondence::letter(&notice(&sample, size), voice)),
        Kind::Circular => Paper::new(kind, head, &Correspondence::circular(&notice(&sample, size), voice)),
        Kind::AnnualPlan => Paper::new(kind, head, &annual_plan(&sample, voice)),
        Kind::Schedule => Paper::new(kind, head, &schedule(&sample, voice)),
        Kind::Minutes => Paper::new(kind, head, &minutes(&sample, size, voice)),
        Kind::MeetingRegister => Paper::new(kind, head, &register(&sample, size, voice)),
        Kind::MeetingRegisterDifferential => Paper::new(kind, head, &differential(&sample, voice)),
        Kind::AttendanceSheet => Paper::new(kind, head, &sheet(&sample, size, voice)),
        Kind::Certificate => Paper::new(kind, head, &certificates(&sample, voice)),
        Kind::Report => Paper::new(kind, head, &report(&sample, size, voice)),
        Kind::EvaluationForm => {
            Paper::new(kind, head, &EvaluationForm::new(&sample.form, &sample.case.title, &sample.sessions[0], voice))
        }
        Kind::EvaluationResults => Paper::new(kind, head, &results(&sample, voice)),
        Kind::ControlSheet => Paper::new(kind, head, &control_sheet(&sample, voice)),
        Kind::Inventory => Paper::new(kind, head, &inventory(&sample, voice)),
        Kind::NoticeProof => Paper::new(kind, head, &proof(&sample, voice)),
        Kind::Commitments => Paper::new(kind, head, &commitments(&sample, voice)),
        Kind::Cover => Paper::new(kind, head, &cover(&sample, voice)),
    }
}

fn head(kind: Kind, size: Size, page: PageSize, sample: &Records, voice: &Voice) -> Head {
    let is_long = size == Size::Large;
    let institution = if is_long { records::LONG_INSTITUTION } else { "Secretaría de Salud de Santander" };
    Head {
        institution: institution.to_owned(),
        group: sample.case.group.as_ref().map(|group| group.name.clone()).filter(|_| size != Size::Empty),
        process: (size != Size::Empty).then(|| "Gestión en Salud y Seguridad Social".to_owned()),
        title: voice.title(kind),
        code: (size != Size::Empty).then(|| "GSS-FT-012".to_owned()),
        version: Some("3".to_owned()),
        date: Some(voice.day(records::DAY)),
        reference: Some(sample.sessions[0].id.clone()),
        page,
        log: (size != Size::Empty).then(|| LogHead { op: 57, hash: "3fa4b2c19d0e".to_owned() }),
        logo: None,
        digest: String::new(),
        at: chrono::DateTime::UNIX_EPOCH + chrono::Duration::days(20_518),
    }
}

fn notice(sample: &Records, size: Size) -> Notice<'_> {
    Notice {
        case: &sample.case,
        plan: Some(&sample.plan),
        session: (size != Size::Empty).then_some(&sample.sessions[0]),
        number: Some("2026-000417"),
        place: Some("Bucaramanga"),
        day: "2026-02-24",
        addressee: Some(Addressee {
            treatment: Some("Doctor".to_owned()),
            name: "Jorge Iván Núñez Acuña".to_owned(),
            post: Some("Secretario de Salud".to_owned()),
            organisation: Some("Alcaldía de Floridablanca".to_owned()),
            address: Some("Calle 5 n.º 8-25".to_owned()),
            city: Some("Floridablanca".to_owned()),
        }),
        board: None,
        audience: Some("Secretarías de salud municipales, ESE e IPS del departamento"),
        signer: records::signer(),
        text: None,
        confirm_by: Some("2026-03-02"),
        contact: Some("asistencia@example.org"),
        bring: &sample.bring,
        attachments: &sample.attachments,
        copies: &sample.copies,
        drafted_by: Some("Camilo Ortiz"),
        message: None,
    }
}

fn annual_plan(sample: &Records, voice: &Voice) -> plan::AnnualPlan {
    let group = sample.case.group.as_ref().map(|group| group.name.as_str());
    plan::AnnualPlan::new(2026, group, &sample.plans, records::three_signers(voice), voice)
}

fn schedule(sample: &Records, voice: &Voice) -> schedule::Schedule {
    let title = &sample.case.title;
    let planned: Vec<_> = sample.planned.iter().map(|session| schedule::Planned { title, session }).collect();
    let group = sample.case.group.as_ref().map(|group| group.name.as_str());
    let free =
        ata_model::country::Country::parse(voice.country()).map_or_else(Vec::new, |country| country.holidays(2026));
    let free = free.iter().map(|day| day.date).collect();
    schedule::Schedule::new(None, "2026", group, &planned, &free, voice)
}

fn minutes(sample: &Records, size: Size, voice: &Voice) -> minutes::Minutes {
    let number = minutes::number(&ata_model::session::MinutesNumber { year: 2026, number: "7".to_owned() }, voice);
    let meeting = minutes::Meeting {
        title: &sample.case.title,
        number: Some(&number),
        city: Some("Bucaramanga"),
        convener: Some("Dirección de Salud Integral"),
        session: &sample.sessions[0],
        people: sample.guests(voice),
        text: if size == Size::Empty { "" } else { records::MINUTES },
        commitments: &sample.commitments,
        next: sample.planned.get(1),
        attachments: sample.attachments.clone(),
        signers: vec![
            records::signer().acting(voice.label("signer-chairs")),
            Signer::new("Camilo Ortiz Rangel", Some("Profesional universitario".to_owned()), None)
                .acting(voice.label("signer-secretary")),
        ],
    };
    minutes::Minutes::new(&meeting, voice)
}

fn register(sample: &Records, size: Size, voice: &Voice) -> MeetingRegister {
    let brief = (size != Size::Empty).then_some("Rutas integrales de atención: revisión de avances y ajustes.");
    let (title, session) = (&sample.case.title, &sample.sessions[0]);
    MeetingRegister::new(title, session, brief, &sample.guests(voice), vec![records::signer()], voice)
}

fn differential(sample: &Records, voice: &Voice) -> DifferentialRegister {
    let words = ["Mujer", "Femenino", "Ninguno", "Ninguna", "No", "Adultez"];
    let variables = VARIABLES.map(|key| voice.term("differential", &key.replace('_', "-"))).to_vec();
    let asked = Asked { variables, notice: None, version: "1" };
    let values = |at: usize| {
        let answered = |(variable, word): (usize, &str)| (!(at + variable).is_multiple_of(5)).then(|| word.to_owned());
        words.into_iter().enumerate().map(answered).collect()
    };
    let guests = sample.guests(voice).into_iter().enumerate();
    let rows: Vec<_> = guests.map(|(at, guest)| (guest, values(at))).collect();
    DifferentialRegister::new(&sample.case.title, &sample.sessions[0], &asked, &rows, vec![records::signer()], voice)
}

/// Usually the blank one; the large one filled.
fn sheet(sample: &Records, size: Size, voice: &Voice) -> attendance::AttendanceSheet {
    let (title, session, people) = (&sample.case.title, &sample.sessions[0], sample.guests(voice));
    match size {
        Size::Large => attendance::AttendanceSheet::filled(title, session, &people, Some(records::ANSWER), voice),
        _ => attendance::AttendanceSheet::blank(title, session, &people, 6, voice),
    }
}

fn certificates(sample: &Records, voice: &Voice) -> certificate::Certificates {
    let issued = certificate::Issued {
        place: Some("Bucaramanga".to_owned()),
        day: records::DAY.to_owned(),
        signers: vec![records::signer()],
    };
    // A certificate is somebody's: there is none of nobody.
    let roster = if sample.roster.is_empty() { records::roster(1, false) } else { sample.roster.clone() };
    certificate::Certificates::of_session(&sample.case.title, &sample.sessions[0], &roster, &issued, voice)
}

fn report(sample: &Records, size: Size, voice: &Voice) -> report::Report {
    let text = |text| (size != Size::Empty).then_some(text);
    let territory = ["Floridablanca".to_owned()];
    let bodies = ["Alcaldía de Floridablanca", "ESE Hospital San Juan de Dios"].map(str::to_owned);
    let tally = |session: &Session| {
        let Turnout { present, absent, excused, .. } = session.attendance;
        super::Tally { present, partly: 0, absent, excused }
    };
    let held: Vec<_> = sample.planned.iter().filter(|session| session.state == "held").collect();
    let held: Vec<_> = held.into_iter().map(|session| (session.clone(), tally(session))).collect();
    let facts = report::Facts {
        case: &sample.case,
        plan: Some(&sample.plan),
        held: &held,
        methodology: text(records::METHODOLOGY),
        findings: text(records::MINUTES),
        conclusions: text(records::ANSWER),
        territory: &territory,
        attendees: (size.count(38), &bodies),
        evaluation: text("").map(|_| (0.874, 46)),
        commitments: &sample.commitments,
        previous: &sample.commitments,
        annexes: sample.attachments.clone(),
        signers: records::three_signers(voice),
    };
    report::Report::new(&facts, voice)
}

fn results(sample: &Records, voice: &Voice) -> EvaluationResults {
    let session = Some(&sample.sessions[0]);
    EvaluationResults::new(&sample.form, &sample.case.title, session, &sample.results, voice)
}

fn control_sheet(sample: &Records, voice: &Voice) -> control_sheet::ControlSheet {
    let kind = |key: &str| if key == "minutes" { "Acta".to_owned() } else { "Convocatoria".to_owned() };
    let (case, series, signers) = (&sample.case, Some(&sample.series), records::three_signers(voice));
    control_sheet::ControlSheet::new(case, series, &sample.documents, kind, signers, voice)
}

fn inventory(sample: &Records, voice: &Voice) -> inventory::Inventory {
    let signers = records::three_signers(voice).into_iter().zip(&sample.inventory.signers);
    let signers = signers.map(|(signer, role)| signer.acting(role)).collect();
    inventory::Inventory::new(&sample.inventory, signers, voice)
}

fn proof(sample: &Records, voice: &Voice) -> proof::NoticeProof {
    let told = sample.messages.iter().map(|(message, attempts)| {
        let session = Some(sample.sessions[0].clone());
        proof::Told { message, session, attempts: attempts.clone() }
    });
    let told: Vec<_> = told.collect();
    proof::NoticeProof::new(&sample.case, Some(&sample.sessions[0]), &told, vec![records::signer()], voice)
}

fn commitments(sample: &Records, voice: &Voice) -> commitments::Commitments {
    let signers = vec![records::signer()];
    commitments::Commitments::new(("topic", &sample.case.title), records::DAY, &sample.commitments, signers, voice)
}

fn cover(sample: &Records, voice: &Voice) -> cover::Cover {
    let volume = cover::Volume { number: 1, of: 2, folios: Some((1, 196)) };
    cover::Cover::new(&sample.case, Some(&sample.series), &sample.documents, volume, voice)
}
