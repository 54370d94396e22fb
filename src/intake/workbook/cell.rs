//! The value of a workbook cell as text: whole numbers without a decimal part, dates and times in ISO form.

use calamine::{Data, ExcelDateTime};
use chrono::{NaiveTime, TimeDelta, Timelike};

use super::super::codes::WarnCode;

/// The text of a cell, and what is doubtful about it.
pub(super) fn text(value: Data) -> (String, Option<WarnCode>) {
    match value {
        Data::Empty => (String::new(), None),
        Data::String(text) => (text, None),
        Data::Int(number) => (number.to_string(), None),
        Data::Float(number) => float(number),
        Data::Bool(said) => (said.to_string(), None),
        Data::DateTime(moment) => (date_time(&moment), None),
        Data::DateTimeIso(text) | Data::DurationIso(text) => (text, None),
        Data::Error(_) => (String::new(), Some(WarnCode::CellError)),
    }
}

/// A double holds 15 digits; a longer document number typed as a number has lost its end already.
fn float(number: f64) -> (String, Option<WarnCode>) {
    if !number.is_finite() {
        return (String::new(), Some(WarnCode::CellError));
    }
    if number.fract() == 0.0 && number.abs() < 1e15 {
        return (format!("{number:.0}"), None);
    }
    if number.abs() >= 1e15 {
        return (format!("{number:.0}"), Some(WarnCode::NumberPrecision));
    }
    (number.to_string(), None)
}

fn date_time(moment: &ExcelDateTime) -> String {
    let serial = moment.as_f64();
    if moment.is_duration() {
        return moment.as_duration().map(|length| clock(length.num_seconds())).unwrap_or_default();
    }
    if (0.0..1.0).contains(&serial) {
        #[allow(clippy::cast_possible_truncation)] // below 86400
        let seconds = (serial * 86_400.0).round() as i64;
        return clock(seconds.min(86_399));
    }
    // Serial numbers carry times to the millisecond at best: 12:59:59.9999 is one o'clock.
    let rounded = moment
        .as_datetime()
        .and_then(|moment| moment.checked_add_signed(TimeDelta::milliseconds(500)))
        .and_then(|moment| moment.with_nanosecond(0));
    match rounded {
        Some(moment) if moment.time() == NaiveTime::MIN => moment.format("%Y-%m-%d").to_string(),
        Some(moment) => moment.format("%Y-%m-%d %H:%M:%S").to_string(),
        None => String::new(),
    }
}

fn clock(seconds: i64) -> String {
    format!("{:02}:{:02}:{:02}", seconds / 3600, seconds / 60 % 60, seconds % 60)
}
