//! Periods of the calendar that counts are divided into: days, ISO weeks, months, years.

use jiff::ToSpan;
use jiff::civil::{Date, Weekday, date};

/// How long a period is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Per {
    /// One day.
    Day,
    /// A week of ISO 8601: Monday to Sunday, and it belongs to the year of its Thursday.
    Week,
    /// A month of the calendar.
    Month,
    /// A year of the calendar.
    Year,
}

impl Per {
    /// Every length, the shortest first.
    pub const ALL: [Per; 4] = [Per::Day, Per::Week, Per::Month, Per::Year];

    /// Returns the name used on the command line.
    pub fn name(self) -> &'static str {
        match self {
            Per::Day => "day",
            Per::Week => "week",
            Per::Month => "month",
            Per::Year => "year",
        }
    }

    /// Returns the first day of the period in which a day lies.
    pub fn beginning(self, day: Date) -> Date {
        match self {
            Per::Day => day,
            // The calendar begins on a Monday and so do its weeks; before it there is nothing to go back to.
            Per::Week => {
                let back = i64::from(day.weekday().since(Weekday::Monday));
                day.checked_sub(back.days()).unwrap_or(day)
            }
            Per::Month => day.first_of_month(),
            Per::Year => date(day.year(), 1, 1),
        }
    }

    /// Returns the first day of the period after the one that begins on a day; none at the end of the calendar.
    pub fn next(self, beginning: Date) -> Option<Date> {
        let length = match self {
            Per::Day => 1.day(),
            Per::Week => 1.week(),
            Per::Month => 1.month(),
            Per::Year => 1.year(),
        };
        beginning.checked_add(length).ok()
    }

    /// Returns the name of the period that begins on a day: 2031-03-04, 2031-W10, 2031-03, 2031.
    pub fn label(self, beginning: Date) -> String {
        match self {
            Per::Day => beginning.to_string(),
            Per::Week => {
                let week = beginning.iso_week_date();
                format!("{:04}-W{:02}", week.year(), week.week())
            }
            Per::Month => format!("{:04}-{:02}", beginning.year(), beginning.month()),
            Per::Year => format!("{:04}", beginning.year()),
        }
    }

    /// Returns the same name as SQLite tells it from a column of days.
    pub(super) fn label_in_sql(self, column: &str) -> String {
        match self {
            Per::Day => column.to_string(),
            Per::Week => format!("strftime('%G-W%V', {column})"),
            Per::Month => format!("strftime('%Y-%m', {column})"),
            Per::Year => format!("strftime('%Y', {column})"),
        }
    }
}

/// Returns a day as it is stored.
pub(super) fn stored_day(text: &str) -> Option<Date> {
    text.parse().ok()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::corpus::Corpus;

    #[test]
    fn a_week_belongs_to_the_year_of_its_thursday() {
        let named = |day: Date| Per::Week.label(Per::Week.beginning(day));
        assert_eq!(Per::Week.beginning(date(2031, 3, 4)), date(2031, 3, 3));
        assert_eq!(named(date(2031, 3, 4)), "2031-W10");
        assert_eq!(named(date(2027, 1, 3)), "2026-W53");
        assert_eq!(named(date(2024, 12, 30)), "2025-W01");
    }

    #[test]
    fn periods_follow_each_other() {
        assert_eq!(Per::Month.next(date(2031, 12, 1)), Some(date(2032, 1, 1)));
        assert_eq!(Per::Week.next(date(2031, 12, 29)), Some(date(2032, 1, 5)));
        assert_eq!(Per::Year.next(date(9999, 1, 1)), None);
        assert_eq!(Per::Month.label(date(2031, 2, 1)), "2031-02");
        assert_eq!(Per::Year.label(Per::Year.beginning(date(2031, 2, 9))), "2031");
    }

    #[test]
    fn sqlite_tells_the_same_periods() {
        let corpus = Corpus::in_memory().expect("memory is there");
        for per in Per::ALL {
            let sql = format!("SELECT {}", per.label_in_sql("?1"));
            let mut day = date(2026, 12, 20);
            while day < date(2029, 1, 10) {
                let theirs: String =
                    corpus.connection.query_row(&sql, [day.to_string()], |row| row.get(0)).expect("it has a name");
                assert_eq!(theirs, per.label(per.beginning(day)), "{day}");
                day = day.tomorrow().expect("it is not the last one");
            }
        }
    }
}
