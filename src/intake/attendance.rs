//! The door for attendance files of any source: detect, read, merge, report.

use chrono::NaiveDate;

use super::canonical::{Ignored, Reject};
use super::codes::{Container, DateFrom, DateOrder, Evidence, IgnoreReason, RejectReason, Source, WarnCode};
use super::detect;
use super::fault::IntakeError;
use super::field::Field;
use super::options::{Input, Options};
use super::order::Decision;
use super::people::{Attendee, EmailIs, Sighting, merge};
use super::stamp::{Day, Stamp, date_in_name};
use super::table::{Table, Warning, open};
use super::{canonical, forms, handmade, meet, teams, zoom};

/// What an attendance file says.
#[derive(Debug, Clone)]
pub struct Attendance {
    pub source: Source,
    pub container: Container,
    pub encoding: String,
    pub delimiter: Option<char>,
    pub sheet: Option<String>,
    /// Line of the header of the table that was read.
    pub header_line: Option<u64>,
    /// `None` when no date in the file was read.
    pub date_order: Option<DateOrder>,
    pub evidence: Evidence,
    pub session_date: Option<NaiveDate>,
    pub date_from: Option<DateFrom>,
    /// Rows of the table that hold content: good, rejected, no-shows and machines alike.
    pub rows: usize,
    pub people: Vec<Attendee>,
    /// Are these the refused rows of an earlier file, come back?
    pub is_rest: bool,
    pub ignored: Vec<Ignored>,
    pub rejects: Vec<Reject>,
    pub warnings: Vec<Warning>,
}

/// What a reader of one format collects from its table.
#[derive(Debug, Default)]
pub(super) struct Draft {
    pub header_line: Option<u64>,
    pub sightings: Vec<Sighting>,
    pub ignored: Vec<Ignored>,
    pub rejects: Vec<Reject>,
    pub warnings: Vec<Warning>,
    pub rows: usize,
    pub decision: Option<Decision>,
    /// A date read from the content, and where.
    pub date: Option<(NaiveDate, DateFrom)>,
    pub email_is_contact: bool,
}

impl Draft {
    pub fn ignore(&mut self, line: u64, reason: IgnoreReason) {
        self.ignored.push(Ignored { line, reason });
        if !matches!(
            reason,
            IgnoreReason::Blank
                | IgnoreReason::NumberedBlank
                | IgnoreReason::Total
                | IgnoreReason::Footer
                | IgnoreReason::RepeatedHeader
                | IgnoreReason::SecondHeader
                | IgnoreReason::HxlTags
        ) {
            self.rows += 1;
        }
    }

    pub fn reject(&mut self, line: u64, field: Field, value: &str, reason: RejectReason) {
        self.rows += 1;
        self.rejects.push(Reject { line, field, value: value.to_owned(), reason });
    }

    pub fn warn(&mut self, code: WarnCode, line: impl Into<Option<u64>>, detail: impl Into<String>) {
        self.warnings.push(Warning::new(code, line, detail));
    }

    pub fn add(&mut self, sighting: Sighting) {
        self.rows += 1;
        self.sightings.push(sighting);
    }
}

/// Reads an attendance file of any source into one entry a person.
///
/// Canonical files of any size are better streamed with [`super::CanonicalReader`]; this door loads the file.
///
/// # Errors
/// [`IntakeError`]: bytes that cannot be read, no header that names a person, a source named that the file is not, dates that cannot be told.
pub fn attendance(input: Input<'_>, options: &Options) -> Result<Attendance, IntakeError> {
    let table = open(input, options)?;
    let source = detect::source(&table, options)?;
    attendance_of(table, source, options)
}

pub(super) fn attendance_of(table: Table, source: Source, options: &Options) -> Result<Attendance, IntakeError> {
    let draft = match source {
        Source::Canonical => canonical::read(&table, options),
        Source::ZoomMeeting => zoom::meeting(&table, options),
        Source::ZoomWebinar => zoom::webinar(&table, options),
        Source::TeamsList => teams::list(&table, options),
        Source::TeamsSummary => teams::summary(&table, options),
        Source::TeamsReport => teams::report(&table, options),
        Source::MeetNative | Source::MeetExtension => meet::read(&table, options),
        Source::GoogleForms
        | Source::MsForms
        | Source::Kobo
        | Source::Odk
        | Source::LimeSurvey
        | Source::SurveyMonkey => forms::attendance(&table, options, source),
        Source::HandmadeList => handmade::read(&table, options),
    };
    let mut draft = draft?;
    // Our own list is read on one clock already.
    if let Some(change) = options.clock_change.filter(|_| source != Source::Canonical) {
        for stay in draft.sightings.iter_mut().filter_map(|sighting| sighting.interval.as_mut()) {
            (stay.start, stay.end) = (change.undone(stay.start), change.undone(stay.end));
        }
    }
    Ok(finish(table, source, draft, options))
}

fn finish(mut table: Table, source: Source, draft: Draft, options: &Options) -> Attendance {
    // Read by now; the people need the room.
    table.rows = Vec::new();
    let email_is = if draft.email_is_contact { EmailIs::Contact } else { EmailIs::Account };
    let (mut people, doubts) = merge(draft.sightings, email_is, options.country);
    let mut warnings = table.warnings;
    warnings.extend(draft.warnings);
    let (date_order, evidence) = match draft.decision {
        Some(decision) => {
            warnings.extend(decision.warnings);
            (decision.applies.then_some(decision.order), decision.evidence)
        }
        None => (None, Evidence::Nothing),
    };
    warnings.extend(doubts);
    if people.is_empty() && draft.rejects.is_empty() {
        warnings.push(Warning::new(WarnCode::NoRows, None, ""));
    }
    let given = options.session_date.or_else(|| options.session_start.map(|start| start.date()));
    let named =
        table.file_name.as_deref().and_then(|name| date_in_name(name, given)).map(|date| (date, DateFrom::FileName));
    let on_sheet =
        table.sheet.as_deref().and_then(|name| date_in_name(name, given)).map(|date| (date, DateFrom::SheetName));
    let date = draft.date.or(named).or(on_sheet);
    match (date, given) {
        (Some((found, _)), Some(given)) if found != given => {
            warnings.push(Warning::new(WarnCode::SessionDateMismatch, None, found.to_string()));
        }
        (None, None) if !people.is_empty() => warnings.push(Warning::new(WarnCode::NoSessionDate, None, "")),
        _ => {}
    }
    let date = date.or(given.map(|date| (date, DateFrom::Given)));
    tell_ages(&mut people, date.map(|(date, _)| date), &mut warnings);
    Attendance {
        source,
        container: table.container,
        encoding: table.encoding,
        delimiter: table.delimiter,
        sheet: table.sheet,
        header_line: draft.header_line,
        date_order,
        evidence,
        session_date: date.map(|(date, _)| date),
        date_from: date.map(|(_, from)| from),
        rows: draft.rows,
        people,
        is_rest: table.is_rest,
        ignored: draft.ignored,
        rejects: draft.rejects,
        warnings,
    }
}

/// The age on the day of the list, from the day of birth, where the list does not say the age itself. Nothing more is kept of that day.
fn tell_ages(people: &mut [Attendee], on: Option<NaiveDate>, warnings: &mut Vec<Warning>) {
    for person in people {
        let Some(birth) = person.birth.take() else { continue };
        if person.sensitive.contains_key(&Field::AgeBand) {
            continue;
        }
        let born = Stamp::parse(&birth).filter(|stamp| stamp.day != Day::Missing);
        let age = |order| on?.years_since(born?.date(order)?);
        let mut ages = [DateOrder::Dmy, DateOrder::Mdy].into_iter().filter_map(age);
        match (ages.next(), ages.next()) {
            (Some(one), other) if other.is_none_or(|other| other == one) => {
                person.sensitive.insert(Field::AgeBand, one.to_string());
            }
            // Without repeating it: it is nobody else's business.
            _ => warnings.push(Warning::new(WarnCode::BirthUnread, person.lines.first().copied(), "")),
        }
    }
}
