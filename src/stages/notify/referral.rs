//! Telling the head of another group that a need is theirs (the procedure's activity 7: «se informará al responsable
//! del mismo»).

use crate::error::Fault;
use crate::mail::language::{Language, date_long};
use crate::mail::notice::{NoticeContext, NoticeKind, Person, Referral};
use crate::stages::notify::compose::{template_fault, templates};
use ata_model::case::Case;
use ata_store::{DeskRow, NewMessage, Tx, Who};

/// Queues the message to the head of the group, or to the group's own address when it has no head. `id` and `title` are those of the
/// case the other group takes over. It comes from who refers, where that is somebody of the directory with an address, else from the group
/// of the case it comes from, else from the institution: never from the group it goes to.
///
/// # Errors
/// What the store or the text template says.
pub fn queue(
    tx: &mut Tx<'_>,
    row: &DeskRow,
    from: &Case,
    id: &str,
    title: &str,
    to: i64,
    reason: &str,
) -> Result<(), Fault> {
    let organisation = tx.organisation(to)?;
    let head = organisation.head.as_ref().map(|head| tx.find_person(&head.id)).transpose()?;
    let (who, name, post, address) = match head {
        Some(head) => {
            let person = tx.person(head)?;
            (Who::Person(head), person.name, person.post, person.email.unwrap_or_default())
        }
        None => {
            (Who::Organisation(to), organisation.name.clone(), None, organisation.email.clone().unwrap_or_default())
        }
    };
    let (number, key, is_known) = place(tx, &format!("referral:{id}:O-{to}"))?;
    let language = Language::parse(&row.language).unwrap_or(Language::Es);
    let group = from.group.as_ref().map_or_else(|| row.institution.clone(), |group| group.name.clone());
    let referred_by = from.group.as_ref().map(|group| tx.find_organisation(&group.id)).transpose()?;
    let signer = match tx.find_person(&tx.stamp.by) {
        Ok(signer) => Some(tx.person(signer)?).filter(|signer| signer.email.is_some()),
        Err(_) => None,
    };
    let signatory = match &signer {
        Some(signer) => Person {
            name: signer.name.clone(),
            post: signer.post.clone(),
            org: signer.org.as_ref().map(|org| org.name.clone()),
        },
        None => Person { name: tx.stamp.by.clone(), post: None, org: Some(group.clone()) },
    };
    let context = NoticeContext {
        institution: row.institution.clone(),
        group: group.clone(),
        case_id: from.id.clone(),
        case_title: from.title.clone(),
        activity: String::new(),
        objective: None,
        session: None,
        recipient: Person { name: name.clone(), post, org: Some(organisation.name.clone()) },
        audience: None,
        signatory,
        issued_place: None,
        issued_date_long: date_long(language, tx.stamp.today),
        number: format!("M-{number}"),
        confirm_by: None,
        agreements: Vec::new(),
        attendance: None,
        documents: Vec::new(),
        reminders: Vec::new(),
        reminders_left: 0,
        referral: Some(Referral {
            case_id: id.to_owned(),
            title: title.to_owned(),
            group: organisation.name.clone(),
            reason: Some(reason.to_owned()),
        }),
        calendar: false,
        extra_text: None,
    };
    let texts = templates(tx, language)?;
    let kind = NoticeKind::Referral;
    let (subject, body) = texts.render(language, kind, &context).map_err(template_fault)?;
    let html = texts.own_page(language, kind, &context, (&subject, &body)).map_err(template_fault)?.unwrap_or_default();
    let case = tx.find_case(id)?;
    let message = NewMessage {
        id: number,
        key: &key,
        kind: "referral",
        case,
        session: None,
        sequence: 0,
        to: who,
        name: &name,
        address: &address,
        language: language.code(),
        subject: &subject,
        body: &body,
        html: &html,
        ics: "",
        signed_by: signer.map(|signer| signer.key),
        referred_by,
    };
    if is_known {
        tx.requeue_message(&message)?;
    } else {
        tx.queue_message(&message)?;
    }
    tx.say(format!("M-{number} referral"));
    Ok(())
}

/// Number and key of the message, and whether it was called back before: a need that comes again to a group that was told of it is told again.
fn place(tx: &Tx<'_>, first: &str) -> Result<(i64, String, bool), Fault> {
    let mut key = first.to_owned();
    let mut again = 0;
    loop {
        if let Some(number) = tx.called_back_message(&key)? {
            return Ok((number, key, true));
        }
        if let Some(number) = tx.message_number(&key)? {
            return Ok((number, key, false));
        }
        again += 1;
        key = format!("{first}:{again}");
    }
}
