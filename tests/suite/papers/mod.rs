//! Papers: what they say, how they look to independent readers, and that the same values give the same bytes.
use ata::mail::language::Language;
use ata::papers::certificate::{Certificates, Holder};
use ata::papers::*;
#[test]
fn first() {
    let voice = Voice::new(Language::Es, "CO");
    let press = Press::new(&voice, Templates::built_in(), None);
    let head = Head {
        institution: "Secretaría de Salud de Santander".into(),
        group: Some("Grupo de Salud Pública".into()),
        process: None,
        title: "Certificado".into(),
        code: None,
        version: None,
        date: None,
        reference: Some("AT-2026-0001-S1".into()),
        page: PageSize::Letter,
        log: Some(LogHead { op: 57, hash: "3fa4b2c19d0e".into() }),
        logo: None,
        digest: String::new(),
        at: "2026-03-06T10:00:00Z".parse().unwrap(),
    };
    let body = Certificates { certifies: voice.word("certificate-certifies"), event: "Modelo de atención integral en salud: rutas y ñandúes".into(), when: "realizada el miércoles 4 de marzo de 2026, de 09:00 a 12:00 (3 h), en el Auditorio Luis A. Calvo, Bucaramanga.".into(), issued: "Se expide en Bucaramanga el 6 de marzo de 2026.".into(), people: vec![Holder{name: "María Fernanda Ñáñez Peñaloza".into(), line: Some("CC 1098765432 · Profesional universitaria · Alcaldía de Girón".into()), statement: "asistió a la jornada de asistencia técnica".into()}], signers: vec![Signer::new("Ana Lucía Pérez Gómez", Some("Coordinadora de Grupo".into()), Some("Secretaría de Salud".into()))] };
    let paper = Paper::new(Kind::Certificate, head, &body).unwrap();
    let printed = press.print(&paper).unwrap_or_else(|e| panic!("{e:?}"));
    std::fs::write("/tmp/cert.pdf", &printed.bytes).unwrap();
    let t = std::time::Instant::now();
    assert_eq!(press.print(&paper).unwrap().bytes, printed.bytes);
    eprintln!("{:?}", t.elapsed());
}
