//! What people type as values: days, hours, durations, names, texts. A value that cannot be read is refused with the option it was
//! given to and an example of how it is written.

use crate::error::Fault;
use crate::locale::Arg;
use crate::phrase;
use chrono::{DateTime, Duration, NaiveDate, NaiveDateTime, TimeZone, Utc};
use chrono_tz::Tz;

/// A day: `2026-03-04`, or `today`, `tomorrow`, `+3d`, `-2d` counted from the desk's day.
///
/// # Errors
/// A usage fault that names the option.
pub fn day(text: &str, option: &str, today: NaiveDate) -> Result<NaiveDate, Fault> {
    let text = text.trim();
    let relative = |text: &str| {
        let days: i64 = text.strip_suffix('d')?.parse().ok()?;
        today.checked_add_signed(Duration::try_days(days)?)
    };
    let named = match text.to_lowercase().as_str() {
        "today" | "hoy" | "hoje" => Some(today),
        "tomorrow" | "mañana" | "amanhã" => today.succ_opt(),
        "yesterday" | "ayer" | "ontem" => today.pred_opt(),
        _ => None,
    };
    let signed = text.starts_with(['+', '-']).then(|| relative(text)).flatten();
    named
        .or(signed)
        .or_else(|| NaiveDate::parse_from_str(text, "%Y-%m-%d").ok())
        .filter(|day| (1900..=2200).contains(&chrono::Datelike::year(day)))
        .ok_or_else(|| {
            let key = if is_written_as_day(text) { "usage-day" } else { "usage-day-form" };
            Fault::usage(phrase!(key, value = text, option = option))
        })
}

/// `2026-02-30` is well written and is no day; `18/03/2026` is one written otherwise.
fn is_written_as_day(text: &str) -> bool {
    text.split('-').map(str::len).eq([4, 2, 2]) && text.bytes().all(|byte| byte.is_ascii_digit() || byte == b'-')
}

/// A local date and hour: `2026-03-04 09:00`, `2026-03-04T09:00`, or `tomorrow 09:00`, `+3d 09:00` counted from the desk's day, in the
/// given zone.
///
/// # Errors
/// A usage fault: not a date, or an hour that the zone skips.
pub fn moment(text: &str, option: &str, zone: Tz, today: NaiveDate) -> Result<DateTime<Utc>, Fault> {
    let key =
        if is_written_as_day(text.trim().get(..10).unwrap_or_default()) { "usage-moment" } else { "usage-moment-form" };
    let wrong = || Fault::usage(phrase!(key, value = text, option = option));
    let exact = DateTime::parse_from_rfc3339(text.trim());
    if let Ok(exact) =
        exact.or_else(|_| DateTime::parse_from_str(&text.trim().replacen('T', " ", 1), "%Y-%m-%d %H:%M%:z"))
    {
        let near = (1900..=2200).contains(&chrono::Datelike::year(&exact));
        return near.then(|| exact.with_timezone(&Utc)).ok_or_else(wrong);
    }
    let plain = match text.trim().split_once(char::is_whitespace) {
        Some((said, hour)) if !said.starts_with(|c: char| c.is_ascii_digit()) => {
            format!("{} {}", day(said, option, today).map_err(|_| wrong())?, hour.trim())
        }
        _ => text.trim().replacen('T', " ", 1),
    };
    let local = ["%Y-%m-%d %H:%M", "%Y-%m-%d %H:%M:%S"]
        .iter()
        .find_map(|form| NaiveDateTime::parse_from_str(&plain, form).ok())
        .filter(|local| (1900..=2200).contains(&chrono::Datelike::year(local)))
        .ok_or_else(wrong)?;
    zone.from_local_datetime(&local).earliest().map(|at| at.with_timezone(&Utc)).ok_or_else(wrong)
}

/// A length: `3h`, `90m`, `1h30m`, `2d`.
///
/// # Errors
/// A usage fault that names the option.
pub fn duration(text: &str, option: &str) -> Result<Duration, Fault> {
    let wrong = || Fault::usage(phrase!("usage-duration", value = text, option = option));
    let mut minutes: i64 = 0;
    let mut number = String::new();
    for c in text.trim().chars() {
        let unit = match c {
            '0'..='9' => {
                number.push(c);
                continue;
            }
            'd' => 24 * 60,
            'h' => 60,
            'm' => 1,
            _ => return Err(wrong()),
        };
        let count: i64 = number.parse().map_err(|_| wrong())?;
        minutes = count.checked_mul(unit).and_then(|more| minutes.checked_add(more)).ok_or_else(wrong)?;
        number.clear();
    }
    if !number.is_empty() || minutes <= 0 || minutes > 366 * 24 * 60 {
        return Err(wrong());
    }
    Ok(Duration::minutes(minutes))
}

/// A name, title or subject: one line, without control characters, not empty.
///
/// # Errors
/// A usage fault that names the option.
pub fn line(text: &str, option: &str) -> Result<String, Fault> {
    use ata_model::name::NameError;
    ata_model::name::clean(text).map_err(|error| {
        Fault::usage(match error {
            NameError::Empty => phrase!("usage-line-empty", option = called(option)),
            NameError::Control { code, at } | NameError::Hidden { code, at } => {
                phrase!("usage-line-control", option = called(option), code = format!("U+{code:04X}"), at = at + 1)
            }
            NameError::TooLong { max, found } => {
                phrase!("usage-line-long", option = called(option), max = max, found = found)
            }
        })
    })
}

/// An option by its name; what stands without one by what the help calls it (`TITLE` → `TÍTULO`).
fn called(option: &str) -> Arg {
    match option.starts_with('-') {
        true => Arg::Text(option.to_owned()),
        false => Arg::Word(format!("usage-value-{}", option.to_lowercase())),
    }
}

/// The same for an option that may be left out; not given is empty.
///
/// # Errors
/// As [`line`].
pub fn maybe_line(text: Option<&String>, option: &str) -> Result<String, Fault> {
    text.map_or(Ok(String::new()), |text| line(text, option))
}

/// The address of a virtual room: what people click on in a mail, so nothing but the web.
///
/// # Errors
/// A usage fault for what is no address beginning with `https://` or `http://`.
pub fn link(text: &str, option: &str) -> Result<String, Fault> {
    let link = line(text, option)?;
    let lower = link.to_lowercase();
    let place = lower.strip_prefix("https://").or_else(|| lower.strip_prefix("http://"));
    let is_one =
        place.is_some_and(|place| place.starts_with(char::is_alphanumeric) && !place.contains(char::is_whitespace));
    if is_one { Ok(link) } else { Err(Fault::usage(phrase!("usage-link", value = &link, option = option))) }
}

/// A longer text: line breaks stay, other control characters do not.
pub fn text(text: &str) -> String {
    text.replace("\r\n", "\n")
        .chars()
        .filter(|c| *c == '\n' || *c == '\t' || !c.is_control())
        .collect::<String>()
        .trim()
        .to_owned()
}

/// An amount of money with at most two decimals, in hundredths: `1500000`, `1500000.50`.
///
/// # Errors
/// A usage fault that names the option.
pub fn amount(text: &str, option: &str) -> Result<i64, Fault> {
    let wrong = || Fault::usage(phrase!("usage-amount", value = text, option = option));
    let (whole, cents) = text.trim().split_once('.').unwrap_or((text.trim(), ""));
    if whole.is_empty() || cents.len() > 2 || !whole.bytes().chain(cents.bytes()).all(|byte| byte.is_ascii_digit()) {
        return Err(wrong());
    }
    let whole: i64 = whole.parse().map_err(|_| wrong())?;
    let cents: i64 = format!("{cents:0<2}").parse().map_err(|_| wrong())?;
    whole.checked_mul(100).and_then(|hundredths| hundredths.checked_add(cents)).ok_or_else(wrong)
}

/// `CONTROL=REASON`, as after `--waive`.
///
/// # Errors
/// A usage fault when it has another form or names no control point.
pub fn waiver(text: &str) -> Result<(ata_model::control::Control, String), Fault> {
    let wrong = || Fault::usage(phrase!("usage-waive", value = text)).try_this("ata help profiles");
    let (control, reason) = text.split_once('=').ok_or_else(wrong)?;
    let control = ata_model::control::Control::parse(control).ok_or_else(wrong)?;
    Ok((control, line(reason, "--waive")?))
}

/// The name of a file that is written whole and read again, or of a folder: `-`, which elsewhere is standard output, is none.
///
/// # Errors
/// A usage fault for `-`.
pub fn no_stream(path: &std::path::Path) -> Result<(), Fault> {
    match path == std::path::Path::new("-") {
        true => Err(Fault::usage(phrase!("usage-no-stream"))),
        false => Ok(()),
    }
}

/// The number of an operation: `3`, or `op-3` as references name it.
///
/// # Errors
/// What is no number.
pub fn operation(text: &str) -> Result<i64, std::num::ParseIntError> {
    let lower = text.trim().to_lowercase();
    lower.strip_prefix("op-").unwrap_or(&lower).parse()
}

/// What some references name, in the order typed; what is named twice is there once.
///
/// # Errors
/// Whatever `find` says of the first that it does not find.
pub fn each<T, K: PartialEq, E>(references: &[T], mut find: impl FnMut(&T) -> Result<K, E>) -> Result<Vec<K>, E> {
    let mut found = Vec::new();
    for text in references {
        let key = find(text)?;
        if !found.contains(&key) {
            found.push(key);
        }
    }
    Ok(found)
}

/// A word as it is typed in a shell.
pub fn word(word: &str) -> String {
    let plain = |c: char| c.is_alphanumeric() || "-_./=:@".contains(c);
    if word.chars().all(plain) { word.to_owned() } else { format!("'{}'", word.replace('\'', "'\\''")) }
}

/// The name of a file as it is typed in a shell.
pub fn path(path: &std::path::Path) -> String {
    word(&path.display().to_string())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn today() -> NaiveDate {
        NaiveDate::from_ymd_opt(2026, 3, 4).expect("a day")
    }

    #[test]
    fn a_day_is_read_or_refused() {
        for (text, expected) in [
            ("2026-02-28", Some("2026-02-28")),
            ("2026-02-29", None),
            ("2024-02-29", Some("2024-02-29")),
            ("hoy", Some("2026-03-04")),
            ("tomorrow", Some("2026-03-05")),
            ("+3d", Some("2026-03-07")),
            ("-4d", Some("2026-02-28")),
            ("04/03/2026", None),
            ("2026-13-01", None),
            ("+99999999999999999d", None),
            ("0026-01-01", None),
            ("", None),
        ] {
            let read = day(text, "--due", today()).ok().map(|day| day.to_string());
            assert_eq!(read.as_deref(), expected, "{text:?}");
        }
    }

    #[test]
    fn a_moment_is_read_in_the_zone_of_the_desk() {
        let zone = chrono_tz::America::Bogota;
        for (text, expected) in [
            ("2026-03-04 09:00", Some("2026-03-04T14:00:00Z")),
            ("2026-03-04T09:00", Some("2026-03-04T14:00:00Z")),
            ("2026-03-04T09:00:00-03:00", Some("2026-03-04T12:00:00Z")),
            ("2026-03-04T09:00-03:00", Some("2026-03-04T12:00:00Z")),
            ("2026-03-04 09:00-03:00", Some("2026-03-04T12:00:00Z")),
            ("2026-02-30T09:00-03:00", None),
            ("9999-12-31T09:00:00Z", None),
            ("2026-03-04 24:00", None),
            ("2026-02-30 09:00", None),
            ("2026-03-04", None),
            ("mañana 09:00", Some("2026-03-05T14:00:00Z")),
            ("+3d 09:00", Some("2026-03-07T14:00:00Z")),
            ("luego 09:00", None),
        ] {
            let read = moment(text, "--start", zone, today()).ok().map(ata_store::instant);
            assert_eq!(read.as_deref(), expected, "{text:?}");
        }
    }

    #[test]
    fn a_duration_is_read_or_refused() {
        for (text, minutes) in [
            ("3h", Some(180)),
            ("90m", Some(90)),
            ("1h30m", Some(90)),
            ("1d", Some(1440)),
            ("3", None),
            ("0h", None),
            ("-1h", None),
            ("", None),
        ] {
            assert_eq!(duration(text, "--duration").ok().map(|length| length.num_minutes()), minutes, "{text:?}");
        }
    }

    #[test]
    fn an_amount_keeps_its_hundredths() {
        for (text, expected) in [
            ("1500000", Some(150_000_000)),
            ("0.5", Some(50)),
            ("12.345", None),
            ("1.000.000", None),
            ("-3", None),
            ("", None),
        ] {
            assert_eq!(amount(text, "--cost").ok(), expected, "{text:?}");
        }
    }
}
