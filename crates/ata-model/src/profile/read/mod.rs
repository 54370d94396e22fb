//! From the text of a profile to the profile, or to everything that is wrong with it.

mod differential;
mod fields;
mod form;
mod nearest;
mod reminders;
mod rhythm;
mod series;
mod sink;
mod stage;

use super::fault::{ProfileError, ProfileFault, Vocabulary};
use super::{ArchiveRule, AttendanceRule, Notice, Priority, Profile};
use chrono_tz::{TZ_VARIANTS, Tz};
use fields::{Fields, Told};
pub(super) use nearest::nearest;
use sink::Sink;
use toml::de::DeTable;

/// The countries whose holidays and identity documents are known.
const COUNTRIES: [&str; 4] = ["CO", "PE", "PY", "BR"];
const LANGUAGES: [&str; 3] = ["es", "pt", "en"];

impl Profile {
    /// Reads a profile written in TOML.
    ///
    /// # Errors
    /// All the problems of the file, from top to bottom. A file that is not TOML is told only
    /// that: what the rest would mean is not known.
    pub fn parse(text: &str) -> Result<Profile, Vec<ProfileError>> {
        // Some editors begin the file with a byte order mark, which is no column of line 1.
        let text = text.strip_prefix('\u{feff}').unwrap_or(text);
        let sink = Sink::new(text);
        let (root, remarks) = DeTable::parse_recoverable(text);
        if is_broken(&sink, text, &remarks) {
            return Err(sink.finish());
        }
        let profile = profile(Fields::root(&sink, root.get_ref()));
        let errors = sink.finish();
        match profile {
            Some(profile) if errors.is_empty() => Ok(profile),
            _ => Err(errors),
        }
    }
}

/// Reports what the TOML reader remarks, once a line, and says whether the file can be read at all.
/// A repeated key leaves the first one standing, so the rest can still be judged.
fn is_broken(sink: &Sink, text: &str, remarks: &[toml::de::Error]) -> bool {
    let mut broken = false;
    let mut last_line = 0;
    for remark in remarks {
        let span = remark.span().unwrap_or(0..0);
        let line = sink.position(span.start).line;
        if remark.message() == "duplicate key" {
            let field = text.get(span.clone()).unwrap_or_default().to_owned();
            sink.report(span.start, ProfileFault::RepeatedField { field });
        } else {
            broken = true;
            if line != last_line {
                let detail = remark.message().to_owned();
                sink.report(span.start, ProfileFault::Syntax { detail });
            }
        }
        last_line = line;
    }
    broken
}

/// Reads every part before giving up on any, so that all the problems are found.
fn profile(root: Fields<'_>) -> Option<Profile> {
    let name = key(&root, "name");
    let title = root.text("title");
    let institution = root.text("institution");
    let city = root.optional_text("city");
    let version = root.count("version", 1..=u32::MAX);
    let country = one_of(&root, "country", Vocabulary::Country, &COUNTRIES);
    let time_zone = time_zone(&root);
    let language = one_of(&root, "language", Vocabulary::Language, &LANGUAGES);
    let prefix = prefix(&root);
    let process = root.optional_text("process");
    let source = root.optional_passage("source");
    let priority = root.table("priority").and_then(priority);
    let notice = root.table("notice").and_then(notice);
    let rhythm = root.optional_table("rhythm").map(rhythm::rhythm);
    let attendance = root.table("attendance").and_then(attendance);
    let archive = root.table("archive").and_then(archive);
    let reminders = root.optional_table("reminders").map(reminders::reminders).unwrap_or_default();
    let differential = root.optional_table("differential").and_then(differential::differential);
    let stage = root.table("stage").map(stage::stages);
    let evaluation = root.table("evaluation").and_then(form::form);
    let (series, codes) = series::series(&root);
    let classification = series::classification(&root, &codes);
    root.done();
    Some(Profile {
        name: name?.value,
        title: title?.value,
        institution: institution?.value,
        city: city.unwrap_or_default(),
        version: version?,
        country: country?,
        time_zone: time_zone?,
        language: language?,
        prefix: prefix?,
        process: process.unwrap_or_default(),
        source,
        priority: priority?,
        notice: notice?,
        rhythm,
        attendance: attendance?,
        archive: archive?,
        reminders,
        differential,
        stage: stage?,
        evaluation: evaluation?,
        series,
        classification,
    })
}

/// A key of `a-z`, `0-9`, `_` and `-`: it is typed on command lines and stands in file names.
fn key(fields: &Fields<'_>, name: &'static str) -> Option<Told<String>> {
    let told = fields.text(name)?;
    let fits = |c: char| c.is_ascii_lowercase() || c.is_ascii_digit() || c == '_' || c == '-';
    if told.value.chars().all(fits) {
        return Some(told);
    }
    let fault = ProfileFault::BadKey { field: fields.path(name), key: told.value };
    fields.sink.report(told.at, fault);
    None
}

fn one_of(fields: &Fields<'_>, name: &'static str, vocabulary: Vocabulary, words: &[&'static str]) -> Option<String> {
    let meanings: Vec<_> = words.iter().map(|word| (*word, *word)).collect();
    let told = fields.word(name, fields.text(name), vocabulary, &meanings)?;
    Some(told.value.to_owned())
}

fn time_zone(fields: &Fields<'_>) -> Option<String> {
    let told = fields.text("time_zone")?;
    if told.value.parse::<Tz>().is_ok() {
        return Some(told.value);
    }
    let known: Vec<_> = TZ_VARIANTS.iter().map(|zone| zone.name()).collect();
    let fault = ProfileFault::UnknownWord {
        field: fields.path("time_zone"),
        vocabulary: Vocabulary::TimeZone,
        nearest: nearest(&told.value, &known),
        word: told.value,
        known: Vec::new(),
    };
    fields.sink.report(told.at, fault);
    None
}

fn prefix(fields: &Fields<'_>) -> Option<String> {
    let Told { value: prefix, at } = fields.text("prefix")?;
    if prefix.len() <= 8 && prefix.bytes().all(|letter| letter.is_ascii_uppercase()) {
        return Some(prefix);
    }
    fields.sink.report(at, ProfileFault::BadPrefix { prefix });
    None
}

fn priority(fields: Fields<'_>) -> Option<Priority> {
    // A thousand is far above any weight people think in, and no sum of five overflows.
    let weight = |name| fields.count(name, 0..=1000);
    let weights = [weight("severity"), weight("reach"), weight("urgency"), weight("mandated"), weight("waiting")];
    if weights.iter().all(|weight| *weight == Some(0)) {
        fields.sink.report(fields.at, ProfileFault::NoWeight);
    }
    fields.done();
    let [severity, reach, urgency, mandated, waiting] = weights;
    Some(Priority { severity: severity?, reach: reach?, urgency: urgency?, mandated: mandated?, waiting: waiting? })
}

fn notice(fields: Fields<'_>) -> Option<Notice> {
    let days = fields.count("days", 0..=365);
    fields.done();
    Some(Notice { days: days? })
}

fn attendance(fields: Fields<'_>) -> Option<AttendanceRule> {
    let threshold = fields.count("threshold", 0..=100);
    let late_after = fields.optional_count("late_after", 0..=1440);
    fields.done();
    Some(AttendanceRule { threshold: threshold?, late_after })
}

fn archive(fields: Fields<'_>) -> Option<ArchiveRule> {
    // Documents live in the one database file, whose engine holds at most 10^9 bytes in a cell.
    let max_file_mib = fields.count("max_file_mib", 1..=950);
    let folios_per_folder = fields.count("folios_per_folder", 1..=10_000);
    fields.done();
    Some(ArchiveRule { max_file_mib: max_file_mib?, folios_per_folder: folios_per_folder? })
}
