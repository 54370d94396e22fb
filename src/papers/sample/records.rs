//! The invented records that sample papers are made of.

use super::super::inventory;
use super::super::{Guest, Signer, Voice};
use super::Size;
use ata_model::attendance::{Attendance, Attendee};
use ata_model::case::{Case, Named, SessionBrief};
use ata_model::commitment::{Commitment, Progress};
use ata_model::document::{Document, SeriesLine};
use ata_model::evaluation::{Comment, ItemResult, Results, SectionResult, Share};
use ata_model::message::{Attempt, Message, Recipient};
use ata_model::plan::Plan;
use ata_model::profile::{Form, Item, ItemKind, Scale, Section};
use ata_model::session::{AgendaItem, Session, Turnout};
use ata_model::stage::Stage;
use chrono::{Days, NaiveDate};

pub const DAY: &str = "2026-03-06";
const TITLE: &str = "Rutas integrales de atención en salud materna y perinatal";
pub const LONG_INSTITUTION: &str =
    "Secretaría de Salud Departamental de Santander, Dirección de Promoción y Prevención de la Salud Pública";
pub const ANSWER: &str = "Se recomienda actualizar los protocolos de referencia y contrarreferencia antes de la próxima \
                          jornada y enviar el soporte al correo del grupo.";
pub const METHODOLOGY: &str = "Exposición dialogada, revisión de historias clínicas anonimizadas y trabajo por grupos.\n\n\
                               1. Revisión documental.\n2. Recorrido por los servicios.\n3. Mesa de cierre.";
pub const MINUTES: &str = "## 1. Apertura\nLa coordinadora da la bienvenida y presenta el objetivo de la jornada.\n\n\
    ## 2. Avances por municipio\nCada municipio expone el estado de la **ruta de atención**:\n\n\
    - Floridablanca: protocolo adoptado; falta el *consentimiento informado*.\n- Girón: en revisión jurídica.\n\
    - Piedecuesta: sin novedad.\n\n## 3. Decisiones\nSe aprueba por unanimidad el cronograma del segundo semestre.";

/// Everything a sample paper may need.
pub struct Records {
    pub case: Case,
    pub plan: Plan,
    pub plans: Vec<Plan>,
    /// At least one.
    pub sessions: Vec<Session>,
    pub planned: Vec<Session>,
    pub roster: Vec<Attendance>,
    pub commitments: Vec<Commitment>,
    pub documents: Vec<Document>,
    pub series: SeriesLine,
    pub form: Form,
    pub results: Results,
    pub inventory: inventory::Form,
    pub messages: Vec<(Message, Vec<Attempt>)>,
    pub bring: Vec<String>,
    pub attachments: Vec<String>,
    pub copies: Vec<String>,
}

impl Records {
    pub fn new(size: Size) -> Records {
        let is_long = size == Size::Large;
        let form = form();
        let sessions: Vec<Session> = (0..size.count(6).clamp(1, 40)).map(|at| session(at, is_long)).collect();
        let some = |usual: &[&str]| match size {
            Size::Empty => Vec::new(),
            _ => usual.iter().map(|text| (*text).to_owned()).collect(),
        };
        Records {
            case: case(is_long),
            plan: plan(0, is_long),
            plans: (0..size.count(3).min(60)).map(|at| plan(at, is_long)).collect(),
            planned: if size == Size::Empty { Vec::new() } else { sessions.clone() },
            sessions,
            roster: roster(size.count(6), is_long),
            commitments: (0..size.count(3).min(40)).map(|at| commitment(at, is_long)).collect(),
            documents: (0..size.count(5)).map(|at| document(at, is_long)).collect(),
            series: series(),
            results: results(&form, size),
            form,
            inventory: filled(size.count(4), is_long),
            messages: (0..size.count(5)).map(message).collect(),
            bring: some(&["Protocolo vigente de la ruta", "Computador portátil"]),
            attachments: some(&["Listado de asistencia", "Presentación de la jornada"]),
            copies: some(&["Archivo de gestión del grupo"]),
        }
    }

    pub fn guests(&self, voice: &Voice) -> Vec<Guest> {
        self.roster.iter().map(|row| Guest::attending(row, None, voice)).collect()
    }
}

pub fn signer() -> Signer {
    Signer::new(
        "Ana Lucía Pérez Gómez",
        Some("Coordinadora del Grupo de Salud Sexual y Reproductiva".to_owned()),
        Some("Secretaría de Salud de Santander".to_owned()),
    )
}

pub fn three_signers(voice: &Voice) -> Vec<Signer> {
    let roles = ["signer-prepared", "signer-reviewed", "signer-approved"];
    let people = [
        Signer::new("Camilo Ortiz Rangel", Some("Profesional universitario".to_owned()), None),
        signer(),
        Signer::default(),
    ];
    people.into_iter().zip(roles).map(|(person, role)| person.acting(voice.label(role))).collect()
}

fn lengthened(text: &str, is_long: bool) -> String {
    let tail = ", con énfasis en la articulación intersectorial, la referencia y la contrarreferencia de gestantes de \
                alto riesgo residentes en zonas rurales dispersas del departamento";
    if is_long { format!("{text}{tail}") } else { text.to_owned() }
}

fn case(is_long: bool) -> Case {
    let group = Named::organisation(3, "Grupo de Salud Sexual y Reproductiva".to_owned());
    Case {
        id: "AT-2026-0001".to_owned(),
        title: lengthened(TITLE, is_long),
        description: "La Alcaldía de Floridablanca solicita acompañamiento para adoptar la ruta.".to_owned(),
        stage: Stage::Run,
        state: "open".to_owned(),
        state_reason: None,
        origin: "request".to_owned(),
        channel: Some("letter".to_owned()),
        topic: None,
        reference: Some("2026-ER-00981".to_owned()),
        group: Some(group),
        requesters: vec![Named::organisation(4, "Alcaldía de Floridablanca".to_owned())],
        beneficiaries: vec![Named::organisation(5, "ESE Clínica Guane".to_owned())],
        articulated: vec![Named::organisation(6, "Secretaría de Educación".to_owned())],
        priority: ata_model::priority::Score { score: 0.0, parts: std::collections::BTreeMap::new() },
        severity: None,
        reach: None,
        urgency: None,
        mandated: false,
        received: "2026-02-03".to_owned(),
        due: None,
        parent: None,
        merged_into: None,
        series: Some("120-2-40".to_owned()),
        closed_at: None,
        sessions: Vec::new(),
        open_commitments: 0,
        missing: Vec::new(),
        key: 1,
    }
}

fn plan(at: usize, is_long: bool) -> Plan {
    Plan {
        case: format!("AT-2026-{:04}", at + 1),
        title: lengthened(TITLE, is_long),
        group: None,
        activity: Some("workshop".to_owned()),
        objective: Some("Adoptar la ruta de atención en los servicios de baja complejidad del municipio.".to_owned()),
        audience: Some("Profesionales de los servicios de consulta externa".to_owned()),
        expected: Some(45),
        products: vec!["Protocolo adoptado".to_owned(), "Acta de compromisos".to_owned()],
        resources: vec!["Auditorio".to_owned(), "Material impreso".to_owned()],
        cost: Some(1_250_000.0),
        external: None,
        contract_reference: (at % 3 == 2).then(|| "CPS-2026-118".to_owned()),
        articulated: vec![Named::organisation(6, "Secretaría de Educación".to_owned())],
        approved_by: None,
        sessions: (0..3).map(|at| brief(&session(at, false))).collect(),
        approved_on: at.is_multiple_of(2).then(|| "2026-02-10".to_owned()),
    }
}

fn brief(session: &Session) -> SessionBrief {
    SessionBrief {
        id: session.id.clone(),
        state: session.state.clone(),
        start: session.start.clone(),
        end: session.end.clone(),
        modality: session.modality.clone(),
        place: session.place.clone(),
        link: session.link.clone(),
        case: session.case.clone(),
        facilitators: session.facilitators.clone(),
        agenda: session.agenda.clone(),
        invited: session.invited,
        sequence: session.sequence,
        attendance: session.attendance,
        key: session.key,
    }
}

fn session(at: usize, is_long: bool) -> Session {
    let start = NaiveDate::from_ymd_opt(2026, 3, 4).unwrap_or_default() + Days::new(9 * at as u64);
    let item = |time: &str, topic: &str, who: Option<&str>| AgendaItem {
        time: Some(time.to_owned()),
        topic: topic.to_owned(),
        who: who.map(str::to_owned),
    };
    let is_virtual = at % 3 == 2;
    let place = "Auditorio Luis A. Calvo, Universidad Industrial de Santander, Bucaramanga";
    let link = "https://meet.example.org/sala/rutas-integrales-de-atencion?jornada=AT-2026-0001";
    Session {
        id: format!("AT-2026-0001-S{}", at + 1),
        case: "AT-2026-0001".to_owned(),
        state: ["held", "scheduled", "moved", "cancelled"][at % 4].to_owned(),
        start: format!("{start}T09:00:00-05:00"),
        end: format!("{start}T12:30:00-05:00"),
        zone: "America/Bogota".to_owned(),
        modality: if is_virtual { "virtual" } else { "in-person" }.to_owned(),
        place: (!is_virtual).then(|| lengthened(place, is_long)),
        link: is_virtual.then(|| link.to_owned()),
        facilitators: vec![Named::person(9, "Ana Lucía Pérez Gómez".to_owned())],
        agenda: vec![
            item("09:00", "Apertura y presentación", Some("Ana Lucía Pérez Gómez")),
            item("09:20", "Avances por municipio", None),
            item("11:30", "Compromisos y cierre", Some("Camilo Ortiz Rangel")),
        ],
        capacity: None,
        extraordinary: None,
        conflict_reason: None,
        invited: 45,
        sequence: 0,
        uid: format!("s{at}@example.org"),
        logistics: Vec::new(),
        changes: Vec::new(),
        attendance: Turnout { present: 38, absent: 5, excused: 2, late: 3 },
        has_minutes: true,
        minutes_number: None,
        key: at as i64,
        case_key: 1,
        start_at: format!("{start}T14:00:00Z"),
        end_at: format!("{start}T17:30:00Z"),
    }
}

pub fn roster(count: usize, is_long: bool) -> Vec<Attendance> {
    const NAMES: [&str; 6] = [
        "María Fernanda Ñáñez Peñaloza",
        "José Ángel Güiza Ibáñez",
        "Luz Dary Muñoz",
        "Óscar Andrés Sepúlveda",
        "Yenny Carolina Rincón Jaimes",
        "Wilson Peña",
    ];
    const LONG: &str = "María de los Ángeles Fernández de Soto y Castañeda-Villavicencio";
    let row = |at: usize| Attendance {
        person: Attendee {
            id: format!("P-{}", at + 20),
            name: if is_long && at.is_multiple_of(7) { LONG } else { NAMES[at % NAMES.len()] }.to_owned(),
            doc: (at % 5 != 4).then(|| format!("CC:10987{:05}", at * 37 % 100_000)),
            email: (at % 4 != 3).then(|| format!("persona.numero{at}@salud.municipio-de-ejemplo.gov.example")),
            organisation: Some(lengthened("Alcaldía de Floridablanca", is_long && at.is_multiple_of(9))),
            post: Some("Profesional universitaria".to_owned()),
        },
        status: Some(["present", "present", "late", "present", "absent", "excused"][at % 6].to_owned()),
        minutes: Some(200),
        role: None,
        invited: !at.is_multiple_of(8),
        answer: None,
    };
    (0..count).map(row).collect()
}

fn commitment(at: usize, is_long: bool) -> Commitment {
    let (status, overdue) = [("open", true), ("done", false), ("in_progress", false)][at % 3];
    let note = Progress {
        on: "2026-03-20".to_owned(),
        by: "Camilo Ortiz".to_owned(),
        status: status.to_owned(),
        note: Some("Se envió el borrador.".to_owned()),
    };
    Commitment {
        id: format!("AT-2026-0001-C{}", at + 1),
        case: "AT-2026-0001".to_owned(),
        session: Some("AT-2026-0001-S1".to_owned()),
        text: lengthened("Enviar el protocolo de la ruta, aprobado por el comité técnico", is_long),
        kind: ["commitment", "agreement", "recommendation"][at % 3].to_owned(),
        owner: Named::organisation(4, "Alcaldía de Floridablanca".to_owned()),
        due: "2026-04-15".to_owned(),
        status: status.to_owned(),
        overdue,
        settled_on: (status == "done").then(|| "2026-04-02".to_owned()),
        evidence: if status == "done" { vec!["AT-2026-0001-D4".to_owned()] } else { Vec::new() },
        progress: vec![note],
        key: at as i64,
        case_key: 1,
    }
}

fn document(at: usize, is_long: bool) -> Document {
    let at = at as i64;
    Document {
        id: format!("AT-2026-0001-D{}", at + 1),
        case: "AT-2026-0001".to_owned(),
        session: None,
        commitment: None,
        kind: if at % 2 == 0 { "convocation" } else { "minutes" }.to_owned(),
        title: lengthened("Convocatoria a la jornada", is_long && at % 10 == 0),
        date: format!("2026-03-{:02}", at % 28 + 1),
        filename: "convocatoria.pdf".to_owned(),
        sha256: "0".repeat(64),
        sha512: "0".repeat(128),
        size: 20_480,
        folios: 3,
        folio_from: Some(3 * at + 1),
        folio_to: Some(3 * at + 3),
        added_on: DAY.to_owned(),
        replaced_by: None,
        key: at,
    }
}

fn series() -> SeriesLine {
    SeriesLine {
        code: "120-2-40".to_owned(),
        series: "Asistencias Técnicas".to_owned(),
        subseries: Some("Asistencias Técnicas en Salud".to_owned()),
        types: vec!["Acta".to_owned(), "Convocatoria".to_owned()],
        office_years: 2,
        central_years: 8,
        disposal: "CT+D".to_owned(),
        procedure: None,
        source: None,
    }
}

fn form() -> Form {
    let scale = |key: &str, label: &str| Item {
        key: key.to_owned(),
        label: label.to_owned(),
        kind: ItemKind::Scale,
        options: Vec::new(),
    };
    let section =
        |key: &str, title: &str, items: Vec<Item>| Section { key: key.to_owned(), title: title.to_owned(), items };
    let entity = Item {
        options: ["Alcaldía", "ESE o IPS pública", "EPS", "Otra"].map(str::to_owned).to_vec(),
        kind: ItemKind::Choice,
        ..scale("entity", "Tipo de entidad a la que pertenece")
    };
    let improve = Item { kind: ItemKind::Text, ..scale("improve", "¿Qué se debe mejorar?") };
    Form {
        title: "Evaluación de la jornada".to_owned(),
        code: None,
        scale: Scale {
            min: 1,
            max: 5,
            satisfied_from: 4,
            labels: ["Muy malo", "Malo", "Regular", "Bueno", "Excelente"].map(str::to_owned).to_vec(),
            words: Vec::new(),
        },
        sections: vec![
            section("respondent", "Quien responde", vec![entity]),
            section(
                "facilitator",
                "Facilitador",
                vec![
                    scale("mastery", "Dominio del tema"),
                    scale("clarity", "Claridad en la exposición"),
                    scale("questions", "Respuesta a las preguntas e inquietudes"),
                ],
            ),
            section(
                "logistics",
                "Logística",
                vec![
                    scale("place", "Lugar de la jornada o plataforma virtual"),
                    scale("time", "Cumplimiento del horario y de la agenda"),
                ],
            ),
            section("overall", "Valoración general", vec![scale("quality", "Calidad en general"), improve]),
        ],
    }
}

fn results(form: &Form, size: Size) -> Results {
    let whole = Share { n: 276, mean: Some(4.18), satisfied: Some(0.848) };
    let item = |(at, item): (usize, &Item)| {
        let counts = [1, 2, 4 + at as i64, 18, 21 - at as i64];
        let n: i64 = counts.iter().sum();
        let sum: i64 = counts.iter().zip(1..).map(|(count, value)| count * value).sum();
        let satisfied = Some((counts[3] + counts[4]) as f64 / n as f64);
        ItemResult {
            key: item.key.clone(),
            label: item.label.clone(),
            share: Share { n, mean: Some(sum as f64 / n as f64), satisfied },
            counts: counts.iter().zip(1..).map(|(count, value)| (value.to_string(), *count)).collect(),
        }
    };
    let section =
        |section: &Section| SectionResult { key: section.key.clone(), title: section.title.clone(), share: whole };
    let texts = ["Más tiempo para los ejercicios prácticos.", "El sonido del auditorio."];
    let comment = |text: &&str| Comment {
        key: "improve".to_owned(),
        label: "¿Qué se debe mejorar?".to_owned(),
        text: (*text).to_owned(),
    };
    let is_empty = size == Size::Empty;
    let has_scale = |section: &&Section| section.items.iter().any(|item| item.kind == ItemKind::Scale);
    let scales = form.sections.iter().flat_map(|section| &section.items).filter(|item| item.kind == ItemKind::Scale);
    Results {
        responses: if is_empty { 0 } else { 46 },
        attendees: if is_empty { 0 } else { 61 },
        response_rate: (!is_empty).then_some(0.754),
        items: if is_empty { Vec::new() } else { scales.enumerate().map(item).collect() },
        sections: form.sections.iter().filter(has_scale).map(section).take(size.count(9)).collect(),
        overall: if is_empty { Share::default() } else { whole },
        breakdowns: Vec::new(),
        comments: texts.iter().cycle().take(size.count(2)).map(comment).collect(),
    }
}

/// A filled form of the base columns.
fn filled(count: usize, is_transfer: bool) -> inventory::Form {
    let column = |(value, title, group): (&str, &str, &str)| inventory::Column {
        value: value.to_owned(),
        title: title.to_owned(),
        group: (!group.is_empty()).then(|| group.to_owned()),
    };
    let columns = [
        ("n", "N.º de orden", ""),
        ("code", "Código", ""),
        ("name", "Nombre de la serie, subserie o asuntos", ""),
        ("from", "Inicial", "Fechas extremas"),
        ("to", "Final", "Fechas extremas"),
        ("box", "Caja", "Unidad de conservación"),
        ("folder", "Carpeta", "Unidad de conservación"),
        ("tome", "Tomo", "Unidad de conservación"),
        ("folios", "Número de folios", ""),
        ("support", "Soporte", ""),
        ("use", "Frecuencia de consulta", ""),
        ("notes", "Notas", ""),
    ];
    let row = |at: usize| {
        let (from, to) = if at % 4 == 3 { ("s.f.", "") } else { ("2026-02-03", "2026-06-30") };
        let name = format!("Asistencias Técnicas · AT-2026-{:04} {TITLE}", at + 1);
        let cells =
            [&(at + 1).to_string(), "120-2-40", &name, from, to, "1", "1 de 1", "", "48", "Electrónico", "Baja", ""];
        cells.map(str::to_owned).to_vec()
    };
    let fact = |(label, value): (&str, &str)| (label.to_owned(), value.to_owned());
    inventory::Form {
        title: "Formato Único de Inventario Documental".to_owned(),
        iso_days: true,
        heading: [
            ("Entidad productora", "Gobernación de Santander"),
            ("Unidad administrativa", "Secretaría de Salud"),
            ("Oficina productora", "Dirección de Salud Integral"),
            ("Objeto", "Inventario de archivo de gestión"),
            ("Fecha", DAY),
        ]
        .map(fact)
        .to_vec(),
        entry: if is_transfer {
            [("Año", "2026"), ("Mes", "03"), ("N.T.", "004")].map(fact).to_vec()
        } else {
            Vec::new()
        },
        columns: columns.map(column).to_vec(),
        rows: (0..count).map(row).collect(),
        signers: ["Elaborado por", "Entregado por", "Recibido por"].map(str::to_owned).to_vec(),
        note: String::new(),
    }
}

fn message(at: usize) -> (Message, Vec<Attempt>) {
    let is_phone = at % 4 == 3;
    let attempt = |at: &str, outcome: &str, detail: Option<&str>| Attempt {
        at: at.to_owned(),
        channel: "phone".to_owned(),
        outcome: outcome.to_owned(),
        detail: detail.map(str::to_owned),
    };
    let message = Message {
        id: format!("M-{}", at + 1),
        kind: "convocation".to_owned(),
        case: "AT-2026-0001".to_owned(),
        session: Some("AT-2026-0001-S1".to_owned()),
        to: Recipient {
            person: format!("P-{at}"),
            name: "María Fernanda Ñáñez Peñaloza".to_owned(),
            phone: is_phone.then(|| "+57 300 000 0001".to_owned()),
            address: (!is_phone).then(|| "maria.fernanda.nanez@salud.floridablanca.gov.example".to_owned()),
        },
        channel: if is_phone { "phone" } else { "email" }.to_owned(),
        state: if at % 5 == 4 { "failed" } else { "sent" }.to_owned(),
        attempts: 1,
        due: None,
        sent_at: (at % 5 != 4).then(|| "2026-02-27T15:04:00-05:00".to_owned()),
        message_id: format!("<AT-2026-0001-S1.{at}.0@ata.example.org>"),
        error: None,
        detail: None,
        subject: "Convocatoria".to_owned(),
        signed_by: None,
        reference: None,
        sequence: 0,
        key: at as i64,
        case_key: 1,
        zone: "America/Bogota".to_owned(),
    };
    let calls = [
        attempt("2026-02-27T10:12:00-05:00", "no-answer", None),
        attempt("2026-02-27T15:04:00-05:00", "reached", Some("confirma asistencia")),
    ];
    (message, if is_phone { calls.to_vec() } else { Vec::new() })
}
