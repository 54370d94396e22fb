//! A need that shows during the follow-up and belongs to another group: a case of its own there, whose head is told (activity 7
//! of the procedure).

use crate::env::Env;
use crate::error::Fault;
use crate::phrase;
use crate::stages::brief;
use crate::stages::notify::referral;
use crate::stages::passage::must_be_open;
use crate::typed;
use crate::view::Answer;
use ata_model::case::{Case, Named};
use ata_model::op::Op;
use ata_model::priority::Weight;
use ata_store::{Db, NewCase, Tx, Who};
use chrono::NaiveDate;
use clap::Args;

#[derive(Args)]
pub struct Refer {
    /// The case in which the need showed
    case: String,
    /// The group it belongs to
    #[arg(long, value_name = "ORG")]
    to: String,
    /// The need, in one line
    #[arg(long, value_name = "TEXT")]
    title: String,
    /// Why it is theirs
    #[arg(long, value_name = "TEXT")]
    reason: Option<String>,
}

/// The same need referred to the same group twice is one case.
pub fn run(args: &Refer, env: &Env) -> Result<Answer, Fault> {
    let mut desk = env.desk()?;
    let today = desk.today();
    let title = typed::line(&args.title, "--title")?;
    let reason = typed::maybe_line(args.reason.as_ref(), "--reason")?;
    let row = desk.row.clone();
    let (store, lens, stamp) = desk.split();
    let outcome = store.transact(Op::FollowupRefer, stamp, |tx| -> Result<_, Fault> {
        let parent = tx.find_case(&args.case)?;
        let from = tx.case(parent, &lens)?;
        must_be_open(&from)?;
        let to = tx.find_organisation(&args.to)?;
        if from.group.as_ref().is_some_and(|group| group.id == format!("O-{to}")) {
            let phrase = phrase!("followup-own-group", case = &from.id);
            return Err(Fault::refused(phrase).try_this(format!("ata need add {} --group O-{to}", typed::word(&title))));
        }
        let key = match tx.referred_before(parent, &title, to)? {
            Some(known) => known,
            None => {
                let key = open(tx, &from, &title, &reason, to, today)?;
                let id = tx.case_ref(key)?;
                referral::queue(tx, &row, &from, &id, &title, to, &reason)?;
                tx.say(format!("← {}", from.id));
                key
            }
        };
        Ok(tx.case(key, &lens)?)
    })?;
    let note = phrase!("followup-referred", case = &outcome.value.id);
    let changed = outcome.changed;
    let answer = Answer::change(outcome.value, changed, env, brief::case);
    Ok(if changed { answer.next([note]) } else { answer })
}

/// The referring group asks; the need is for whom the case was.
fn open(tx: &mut Tx<'_>, from: &Case, title: &str, reason: &str, to: i64, today: NaiveDate) -> Result<i64, Fault> {
    let key = tx.open_case(&NewCase {
        title,
        description: reason,
        origin: "followup",
        channel: "",
        received: today,
        due: None,
        topic: from.topic.as_deref().unwrap_or_default(),
        reference: &from.id,
        group: Some(to),
        weight: Weight { severity: None, reach: None, urgency: None, mandated: false },
        parent: Some(from.key),
        import: None,
    })?;
    let requester: Vec<Who> = from.group.iter().map(|group| who(tx, group)).collect::<Result<_, Fault>>()?;
    let beneficiaries: Vec<Who> = from.beneficiaries.iter().map(|one| who(tx, one)).collect::<Result<_, Fault>>()?;
    tx.set_parties(key, "requester", &requester)?;
    tx.set_parties(key, "beneficiary", &beneficiaries)?;
    Ok(key)
}

fn who(db: &Db, named: &Named) -> Result<Who, Fault> {
    Ok(db.find_who(&named.id)?)
}
