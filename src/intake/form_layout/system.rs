//! The columns that form systems add of their own accord, by system and language.

use super::super::codes::Source;

/// Local stamps first: submission times of Kobo and ODK are UTC.
pub(super) fn stamp_names(source: Source) -> &'static [&'static str] {
    match source {
        Source::GoogleForms => &["timestamp", "marca temporal", "carimbo de data hora"],
        Source::MsForms => &["completion time", "hora de finalizacion", "hora de conclusao"],
        Source::Kobo | Source::Odk => &["start", "submission time", "submissiondate"],
        Source::LimeSurvey => &["submitdate", "date submitted", "fecha de envio", "data de envio"],
        Source::SurveyMonkey => &["end date"],
        _ => &[],
    }
}

/// True for a column that the system added. `raw` is the header as written, `folded` the same folded.
pub(super) fn is_system(source: Source, raw: &str, folded: &str, column: usize) -> bool {
    match source {
        Source::GoogleForms => column == 0 || GOOGLE.contains(&folded),
        Source::MsForms => MICROSOFT.contains(&folded),
        Source::Kobo => raw.starts_with('_') || raw.ends_with("_URL") || KOBO.contains(&raw),
        Source::Odk => {
            let tail = raw.rsplit_once('-').map_or("", |(_, tail)| tail);
            ODK.contains(&raw)
                || raw.starts_with("meta-")
                || ["Latitude", "Longitude", "Altitude", "Accuracy"].contains(&tail)
        }
        Source::LimeSurvey => LIMESURVEY.contains(&folded),
        Source::SurveyMonkey => SURVEYMONKEY.contains(&folded) || folded.starts_with("custom data"),
        _ => false,
    }
}

/// Folded; the first column is the stamp in any language.
#[rustfmt::skip]
const GOOGLE: &[&str] = &[
    "email address", "username", "direccion de correo electronico", "nombre de usuario", "endereco de e mail",
    "endereco de email", "nome de usuario", "score", "puntuacion", "pontuacao",
];

/// Folded.
#[rustfmt::skip]
const MICROSOFT: &[&str] = &[
    "id", "start time", "hora de inicio", "completion time", "hora de finalizacion", "hora de conclusao", "email",
    "e mail", "correo electronico", "name", "nombre", "nome", "last modified time",
    "hora de la ultima modificacion", "hora da ultima modificacao", "language", "idioma",
];

/// As written.
#[rustfmt::skip]
const KOBO: &[&str] = &[
    "start", "end", "today", "username", "deviceid", "phonenumber", "simserial", "subscriberid", "audit",
    "formhub/uuid", "meta/instanceID", "meta/rootUuid",
];

/// As written.
#[rustfmt::skip]
const ODK: &[&str] = &[
    "SubmissionDate", "start", "end", "today", "deviceid", "KEY", "SubmitterID", "SubmitterName", "AttachmentsPresent",
    "AttachmentsExpected", "Status", "ReviewState", "DeviceID", "Edits", "FormVersion", "instanceID",
];

/// Folded.
#[rustfmt::skip]
const LIMESURVEY: &[&str] = &[
    "id", "response id", "id de respuesta", "id de la respuesta", "id da resposta", "submitdate",
    "date submitted", "fecha de envio", "data de envio", "lastpage", "last page", "ultima pagina",
    "startlanguage", "start language", "lenguaje inicial", "idioma inicial", "lingua inicial", "seed", "semilla",
    "semente", "token", "startdate", "date started", "fecha de inicio", "data de inicio", "datestamp",
    "date last action", "fecha de la ultima accion", "data da ultima acao", "ipaddr", "ip address",
    "direccion ip", "endereco ip", "refurl", "referrer url", "url de referencia",
];

/// Folded.
#[rustfmt::skip]
const SURVEYMONKEY: &[&str] = &[
    "respondent id", "collector id", "start date", "end date", "ip address", "email address", "first name",
    "last name",
];
