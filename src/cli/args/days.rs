//! Days as people type them: a day, a month or a year.

use jiff::civil::{Date, date};

const SHAPE: &str = "write a date as YYYY, YYYY-MM or YYYY-MM-DD";

/// Returns the first day of what was typed, ISO.
pub fn first_day(typed: &str) -> Result<String, String> {
    first_and_last(typed).map(|(first, _)| first.to_string())
}

/// Returns the last day of what was typed, ISO.
pub fn last_day(typed: &str) -> Result<String, String> {
    first_and_last(typed).map(|(_, last)| last.to_string())
}

/// Returns a single day.
pub fn day(typed: &str) -> Result<Date, String> {
    match first_and_last(typed) {
        Ok((first, last)) if first == last => Ok(first),
        _ => Err("write a date as YYYY-MM-DD".to_string()),
    }
}

fn first_and_last(typed: &str) -> Result<(Date, Date), String> {
    let is_number = |part: &str, length| part.len() == length && part.bytes().all(|byte| byte.is_ascii_digit());
    let parts: Vec<&str> = typed.split('-').collect();
    if !is_number(parts[0], 4) || !parts[1..].iter().all(|part| is_number(part, 2)) {
        return Err(SHAPE.to_string());
    }
    let number = |part: &str| part.parse::<i16>().expect("four digits at most");
    let year = number(parts[0]);
    let month = |month: &str| Date::new(year, number(month) as i8, 1).map_err(|_| format!("{typed} is no month"));
    match parts[1..] {
        [] => Ok((date(year, 1, 1), date(year, 12, 31))),
        [typed_month] => month(typed_month).map(|first| (first, first.last_of_month())),
        [typed_month, day] => {
            let found = Date::new(year, number(typed_month) as i8, number(day) as i8);
            found.map(|found| (found, found)).map_err(|_| format!("{typed} is not in the calendar"))
        }
        _ => Err(SHAPE.to_string()),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn a_month_has_a_first_and_a_last_day() {
        assert_eq!(first_day("2031-02").as_deref(), Ok("2031-02-01"));
        assert_eq!(last_day("2032-02").as_deref(), Ok("2032-02-29"));
        assert_eq!(first_day("2031").as_deref(), Ok("2031-01-01"));
        assert_eq!(last_day("2031").as_deref(), Ok("2031-12-31"));
        assert_eq!(last_day("2031-03-04").as_deref(), Ok("2031-03-04"));
        assert!(day("2031-03").is_err());
    }

    #[test]
    fn what_is_no_date_says_so() {
        assert_eq!(first_day("2031-02-30"), Err("2031-02-30 is not in the calendar".to_string()));
        assert_eq!(first_day("2031-13"), Err("2031-13 is no month".to_string()));
        assert!(first_day("4 March").is_err());
        assert!(first_day("").is_err());
    }

    proptest! {
        #[test]
        fn no_text_panics(typed in "\\PC{0,12}") {
            let _ = first_and_last(&typed);
        }

        #[test]
        fn no_digits_panic(typed in "[0-9]{4}(-[0-9]{2}){0,3}") {
            let _ = first_and_last(&typed);
        }
    }
}
