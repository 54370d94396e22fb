//! The rhythm a body has promised for its ordinary sessions: on which days of the week, and how far apart at most (source
//! 003: the boards of ¡Vamos! meet on Wednesdays, at most two weeks apart, with a recess). An extraordinary session has a
//! reason instead of a rhythm.

use super::{Gap, Period, largest_gap};
use crate::country::{Country, Override, add_business_days, holiday_on};
use chrono::{Datelike, NaiveDate, Weekday};
use serde::{Deserialize, Serialize};

/// `[rhythm]` in a profile.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Rhythm {
    /// Days of the week on which ordinary sessions are held; none: any.
    pub weekdays: Vec<Weekday>,
    /// Most days from one ordinary session to the next, those of a recess not counted; 0: any number.
    pub max_days_apart: u32,
}

impl Rhythm {
    /// May an ordinary session be held on that day? Also on the business day that follows one of the right weekday which is
    /// a holiday.
    pub fn keeps(&self, day: NaiveDate, country: Country, overrides: &[Override]) -> bool {
        self.day_kept(day, country, overrides).is_some()
    }

    /// The day of the rhythm that a session on `day` keeps: that one, or the holiday in whose place it is held.
    fn day_kept(&self, day: NaiveDate, country: Country, overrides: &[Override]) -> Option<NaiveDate> {
        let is_right = |day: NaiveDate| self.weekdays.is_empty() || self.weekdays.contains(&day.weekday());
        let moved_here = |from: &NaiveDate| {
            is_right(*from)
                && holiday_on(country, *from, overrides).is_some()
                && add_business_days(country, *from, 1, overrides) == Some(day)
        };
        // A row of holidays and a weekend is never longer than this.
        let before = || std::iter::successors(day.pred_opt(), NaiveDate::pred_opt).take(10).find(moved_here);
        if is_right(day) { Some(day) } else { before() }
    }

    /// The widest gap between ordinary sessions, where it is wider than promised. It ends with the day that a session keeps: what a
    /// holiday delays breaks no promise.
    pub fn too_wide(
        &self,
        days: &[NaiveDate],
        recess: &[Period],
        country: Country,
        overrides: &[Override],
    ) -> Option<Gap> {
        let mut days = days.to_vec();
        days.sort_unstable();
        let gaps = days.windows(2).filter_map(|pair| {
            let kept = self.day_kept(pair[1], country, overrides).unwrap_or(pair[1]);
            largest_gap(&[pair[0], kept.max(pair[0])], recess)
        });
        let wide = gaps.filter(|gap| self.max_days_apart > 0 && gap.days > i64::from(self.max_days_apart));
        // Of equals the first.
        wide.reduce(|widest, gap| if gap.days > widest.days { gap } else { widest })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn day(text: &str) -> NaiveDate {
        text.parse().expect("a date of the test")
    }

    #[test]
    fn an_ordinary_session_is_on_its_weekday_or_right_after_its_holiday() {
        let wednesdays = Rhythm { weekdays: vec![Weekday::Wed], max_days_apart: 14 };
        for (date, expected) in [
            ("2021-12-01", true),
            ("2021-12-02", false),
            // Wednesday 8 December is the day of the Virgin of Caacupé.
            ("2021-12-09", true),
            ("2021-12-10", false),
            ("2021-12-08", true),
        ] {
            assert_eq!(wednesdays.keeps(day(date), Country::Py, &[]), expected, "{date}");
        }
        let closed_on = [Override::Added(day("2021-12-09")), Override::Added(day("2021-12-10"))];
        assert!(wednesdays.keeps(day("2021-12-13"), Country::Py, &closed_on));
        let any = Rhythm { weekdays: vec![], max_days_apart: 0 };
        assert!(any.keeps(day("2021-12-10"), Country::Py, &[]));
    }

    #[test]
    fn a_gap_is_too_wide_only_beyond_what_was_promised() {
        let rhythm = Rhythm { weekdays: vec![], max_days_apart: 14 };
        let wide = |rhythm: &Rhythm, days: &[NaiveDate], recess: &[Period]| {
            rhythm.too_wide(days, recess, Country::Py, &[]).map(|gap| gap.days)
        };
        let days = ["2021-11-24", "2021-12-08", "2021-12-23"].map(day);
        assert_eq!(wide(&rhythm, &days[..2], &[]), None);
        assert_eq!(wide(&rhythm, &days, &[]), Some(15));
        let recess = [Period { first: day("2021-12-20"), last: day("2021-12-22") }];
        assert_eq!(wide(&rhythm, &days, &recess), None);
        // Held on the Thursday after Caacupé, it keeps the Wednesday of the rhythm, before and after.
        let wednesdays = Rhythm { weekdays: vec![Weekday::Wed], ..rhythm.clone() };
        let days = ["2021-11-24", "2021-12-09", "2021-12-22"].map(day);
        assert_eq!((wide(&rhythm, &days, &[]), wide(&wednesdays, &days, &[])), (Some(15), None));
        assert_eq!(wide(&Rhythm { max_days_apart: 0, ..rhythm }, &days, &[]), None);
    }
}
