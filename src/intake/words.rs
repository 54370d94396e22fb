//! The words by which columns are known in Spanish, Portuguese and English, folded: no accents, case or punctuation.

use super::field::Field;

/// One line of words for each meaning; a word has one meaning only.
#[rustfmt::skip] // a table of words reads better filled than one word a line
pub(super) const SYNONYMS: &[(Field, &[&str])] = &[
    (Field::Session, &[
        "sesion", "sessao", "jornada", "session code", "codigo de sesion", "codigo de la sesion",
    ]),
    (Field::Name, &[
        "full name", "fullname", "nombre", "nombres y apellidos", "apellidos y nombres", "nombre completo", "nombre y apellido",
        "nombre y apellidos", "apellido y nombre", "apellidos y nombre", "nombres apellidos", "apellidos nombres",
        "nombre s y apellido s", "apellido s y nombre s", "nombres completos", "nombres y apellidos completos", "nome",
        "nome completo", "nome e sobrenome", "nome do participante", "participante", "asistente", "names", "attendee name",
        "nombre del participante", "nombre participante", "nombre del asistente", "nombre asistente", "name original name",
        "nombre nombre original", "nome nome original", "user name", "user name original name",
        "nombre de usuario nombre original", "nome de usuario nome original", "participant name", "asistentes",
        "nombre completo del asistente", "nombre completo del participante", "nombres y apellidos del asistente",
        "nombres y apellidos del participante", "nombre del funcionario", "nombre del servidor", "nome do servidor",
        "apellidos y nombres completos", "nome completo do participante", "nombre y apellidos completos", "nombre apellido",
        "nombres apellidos completos", "apellido nombre", "participantes", "nombre y apellido completos",
    ]),
    (Field::FirstNames, &[
        "first names", "first name", "middle name", "middle names", "nombres", "nombre s", "primer nombre", "segundo nombre", "given name", "given names",
        "nomes", "1er nombre", "2do nombre", "2o nombre", "1o nombre", "1 nombre", "2 nombre",
    ]),
    (Field::LastNames, &[
        "last names", "last name", "surname", "surnames", "family name", "apellido", "apellidos", "apellido s",
        "primer apellido", "segundo apellido", "apellido paterno", "apellido materno", "sobrenome", "sobrenomes",
        "1er apellido", "2do apellido", "2o apellido", "1o apellido", "1 apellido", "2 apellido",
    ]),
    (Field::Doc, &[
        "doc number", "document", "document number", "documento", "documento de identidad", "documento identidad",
        "numero de documento", "numero documento", "no de documento", "no documento", "nro de documento", "nro documento",
        "n de documento", "documento no", "documento nro", "documento numero", "num documento",
        "numero de documento de identidad", "no de documento de identidad", "nro de documento de identidad",
        "documento de identidad no", "documento de identidad numero", "documento de identificacion", "doc identidad",
        "doc de identidad", "cedula", "cedula de ciudadania", "cedula de identidad", "numero de cedula", "numero cedula",
        "no de cedula", "no cedula", "nro de cedula", "cedula no", "cedula nro", "c c", "cc", "c c no", "dni", "nro de dni",
        "nro dni", "no de dni", "no dni", "numero de dni", "dni no", "dni nro", "identificacion",
        "numero de identificacion", "numero identificacion", "no de identificacion", "no identificacion",
        "nro de identificacion", "identificacion no", "identificacion numero", "rut", "cpf", "ci", "c i", "ci no", "c i no",
        "ci nro", "c i nro", "no de ci", "nro de ci", "numero do documento", "id number", "doc", "num doc", "nro doc", "no doc",
        "n doc", "numero doc", "doc no", "doc nro", "nuip", "no de identidad", "nro de identidad", "numero de identidad",
        "documento o cedula", "cedula o documento", "num de documento", "num de identificacion", "no do documento",
        "cedula documento", "documento cedula", "documento identificacion", "c c t i", "c c o t i", "cc ti", "cc o ti", "c c t i c e",
        "cc ti ce", "documento nacional de identidad", "cedula o t i", "cedula ti", "c c c e", "cc ce",
    ]),
    (Field::DocType, &[
        "doc type", "document type", "tipo de documento", "tipo documento", "tipo doc", "tipo de doc",
        "tipo de identificacion", "tipo identificacion", "identificacion tipo", "documento tipo",
        "documento de identidad tipo", "tipo de documento de identidad", "tipo do documento",
    ]),
    (Field::Email, &[
        "e mail", "mail", "user email", "e mail del usuario", "correo electronico", "correo", "correos electronicos",
        "email address", "direccion de correo electronico", "direccion de correo", "direccion de e mail",
        "endereco de e mail", "endereco de email", "username", "nombre de usuario", "nome de usuario",
        "correo institucional", "correo electronico institucional", "correo personal", "correo electronico personal",
        "email institucional", "e mail institucional", "correo e", "useremail", "e mail address", "e mail 1 value",
    ]),
    (Field::Phone, &[
        "telefono", "celular", "movil", "contacto", "telefone", "fone", "fono", "tel", "cel", "phone number", "numero de telefono",
        "numero telefonico", "telefono celular", "telefono movil", "telefono de contacto", "telefono contacto",
        "numero de contacto", "numero de celular", "no de celular", "whatsapp", "celular whatsapp",
        "telefono fijo o celular", "telefones", "telefonos", "mobile", "celular telefono", "telefono o celular",
        "celular o telefono", "no de telefono", "nro de telefono", "nro de celular", "numero celular", "no celular",
        "contacto telefonico", "numero de telefone", "mobile phone", "business phone", "phone 1 value",
    ]),
    (Field::Organisation, &[
        "organization", "org", "entidad", "institucion", "entidad institucion", "institucion entidad",
        "entidad o institucion", "institucion o entidad", "empresa", "dependencia", "organizacion", "institucion educativa",
        "entidad organizacion", "entidad u organizacion", "organizacion o entidad", "institucion organizacion",
        "entidad empresa", "entidad dependencia", "dependencia entidad", "ie ugel dre", "entidade", "instituicao", "orgao",
        "orgao instituicao", "instituicao orgao", "empresa entidad", "entidade orgao", "company", "institution", "entity",
        "ie", "i e", "ii ee", "establecimiento", "lugar de trabajo", "entidad a la que pertenece", "entidad que representa",
        "institucion a la que pertenece", "entidad de procedencia", "institucion de procedencia", "nombre de la entidad",
        "nombre de la institucion", "area o dependencia", "dependencia o area", "area dependencia", "dependencia area",
        "organization name", "organization 1 name", "orgao municipio", "municipio orgao", "orgao ou municipio", "entidad municipio",
        "municipio entidad",
    ]),
    (Field::Post, &[
        "position", "job title", "cargo", "puesto", "puesto de trabajo", "cargo rol", "cargo o rol", "cargo funcao",
        "cargo funcion", "cargo o funcion", "cargo dependencia", "ocupacion", "profesion", "organization title",
        "organization 1 title", "cargo actual", "cargo que desempena",
    ]),
    (Field::Territory, &[
        "municipio", "municipality", "ciudad", "ciudad municipio", "municipio ciudad", "municipio de residencia",
        "codigo municipio", "codigo de municipio", "codigo dane", "divipola", "ubigeo", "codigo ibge", "cidade", "distrito",
        "localidad", "codigo territorio", "territorio", "codigo divipola", "codigo del municipio", "codigo ubigeo",
    ]),
    (Field::Status, &[
        "estado", "situacao", "situacion", "attendance", "attended", "asistencia", "asistio", "presencia", "presenca",
        "presente", "compareceu", "participou", "estado de asistencia",
    ]),
    (Field::Minutes, &[
        "minutos", "minutos asistidos", "minutes attended", "minutos de asistencia", "minutos presentes",
    ]),
    (Field::Duration, &[
        "duration minutes", "total duration minutes", "duracion minutos", "duracion total minutos", "duracao minutos",
        "duracao total minutos", "duracion", "duracao", "in meeting duration", "duracion de la reunion",
        "duracion en la reunion", "tiempo en la reunion", "duracao da reuniao", "duracao na reuniao", "tempo na reuniao",
        "time in session minutes", "tiempo en la sesion minutos", "tempo na sessao minutos", "tempo em sessao minutos",
        "time in call", "tiempo en la llamada", "attendance duration",
    ]),
    (Field::Join, &[
        "join time", "hora para unirse", "hora de entrada", "ingressar na hora", "first join", "first join time",
        "first join utc", "primera entrada", "primeira entrada", "primeiro ingresso", "hora de union", "horario de entrada",
        "time joined", "hora a la que se unio", "joined at", "arrival time", "entrada", "joined",
    ]),
    (Field::Leave, &[
        "leave time", "hora para salir", "hora de salida", "hora de saida", "last leave", "last leave time",
        "last leave utc", "ultima salida", "ultima saida", "horario de saida", "time exited", "hora a la que salio",
        "hora a la que abandono la reunion", "left at", "last seen", "salida", "saida", "left", "salio", "saiu", "hora salida",
        "hora saida", "hora de retiro", "hora de egreso",
    ]),
    (Field::Arrival, &[
        "hora de llegada", "hora llegada", "hora ingreso", "hora de ingreso", "hora de chegada", "hora entrada", "entro", "entrou",
        "llegada", "llego", "chegada", "chegou", "ingreso",
    ]),
    (Field::Signature, &[
        "firma", "firmas", "firma del asistente", "firma del participante", "firma asistente", "assinatura", "assinaturas",
        "firma entrada", "firma salida", "firma de entrada", "firma de salida", "firma ingreso", "firma de ingreso", "firma manana", "firma tarde",
        "firma jornada manana", "firma jornada tarde", "firma am", "firma pm", "firma a m", "firma p m", "assinatura manha", "assinatura tarde",
        "assinatura noite", "assinatura entrada", "assinatura saida", "assinatura do participante",
    ]),
    (Field::Consent, &[
        "consentimiento", "autorizo el tratamiento de mis datos", "autorizacion de tratamiento de datos",
        "autoriza tratamiento de datos",
    ]),
    (Field::Role, &[
        "rol", "funcao", "papel", "funcion",
    ]),
    (Field::Sex, &[
        "sexo",
    ]),
    (Field::Gender, &[
        "genero", "identidad de genero", "identidade de genero",
    ]),
    (Field::Ethnicity, &[
        "etnia", "pertenencia etnica", "grupo etnico", "autoidentificacion etnica", "raca", "raca cor", "cor raca",
        "raca etnia",
    ]),
    (Field::Disability, &[
        "discapacidad", "tipo de discapacidad", "condicion de discapacidad", "deficiencia", "pessoa com deficiencia",
    ]),
    (Field::Victim, &[
        "victima", "victima del conflicto", "victima del conflicto armado", "vitima",
    ]),
    (Field::AgeBand, &[
        "age band", "age", "age group", "edad", "rango de edad", "rango edad", "grupo de edad", "grupo etario",
        "curso de vida", "idade", "faixa etaria",
    ]),
    (Field::Birth, &[
        "fecha de nacimiento", "fecha nacimiento", "f nacimiento", "f de nacimiento", "nacimiento", "data de nascimento", "data nascimento",
        "birth date", "date of birth", "birthdate",
    ]),
    (Field::Number, &[
        "no", "n", "n o", "num", "numero", "nro", "item", "orden", "numero de orden", "no de orden", "ordem",
    ]),
    (Field::Action, &[
        "user action", "accion del usuario", "accion de usuario", "accion", "atividade", "acao do usuario",
    ]),
    (Field::Timestamp, &[
        "utceventtimestamp", "data e hora", "fecha y hora", "marca temporal", "marca de tiempo", "carimbo de data hora",
    ]),
    (Field::Guest, &[
        "is guest", "invitado", "es invitado", "convidado",
    ]),
    (Field::WaitingRoom, &[
        "in waiting room", "en la sala de espera", "en sala de espera", "na sala de espera",
    ]),
    (Field::ParticipantId, &[
        "participant id upn", "participant id", "id de participante upn", "id do participante upn",
        "id del participante upn",
    ]),
];
