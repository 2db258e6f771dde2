//! Dates as news pieces print them → a calendar day. A day that could be read in two ways is none.

use jiff::civil::Date;

/// The longest date line in use has about 60 characters.
const LONGEST: usize = 100;
const MONTHS: [&str; 12] = [
    "january",
    "february",
    "march",
    "april",
    "may",
    "june",
    "july",
    "august",
    "september",
    "october",
    "november",
    "december",
];
/// Words before a date that say no more than that it is one.
const LABELS: [&str; 8] = ["published", "posted", "first", "date", "dated", "on", "issued", "created"];
/// What may follow a date: the time of day, and a later day that is not meant.
const TIME_WORDS: [&str; 27] = [
    "at", "am", "pm", "a", "p", "m", "t", "z", "h", "utc", "gmt", "bst", "cet", "cest", "est", "edt", "et", "cst",
    "cdt", "ct", "mst", "mdt", "pst", "pdt", "pt", "ist", "hrs",
];
const LATER: [&str; 4] = ["updated", "modified", "last", "edited"];

/// Returns the day if the text is a date, with or without a time, and nothing else.
///
/// The day is the printed one: a time zone never moves it.
pub(super) fn date_of(text: &str) -> Option<Date> {
    let text = text.trim();
    if text.len() > LONGEST {
        return None;
    }
    let lowered = text.to_lowercase();
    let mut words: Vec<&str> = lowered.split(|c: char| !(c.is_alphanumeric() || c == ':')).collect();
    words.retain(|word| !word.is_empty() && !is_weekday(word));
    let start = words.iter().position(|word| !LABELS.contains(&word.trim_end_matches(':')))?;
    let (date, rest) = leading_date(&words[start..], &lowered)?;
    rest.iter()
        .take_while(|word| !LATER.contains(&word.trim_end_matches(':')))
        .all(|word| is_time(word))
        .then_some(date)
}

fn leading_date<'w, 't>(words: &'w [&'t str], text: &str) -> Option<(Date, &'w [&'t str])> {
    match words {
        [compact, rest @ ..] if compact.len() == 8 && number(compact).is_some() => {
            let (year, month, day) = (number(&compact[..4])?, number(&compact[4..6])?, number(&compact[6..])?);
            Some((date(year, month, day)?, rest))
        }
        [year, month, day, rest @ ..] if year.len() == 4 && number(year).is_some() => {
            let day = day.split('t').next().expect("a split has a first part");
            let month = number(month).or_else(|| month_of(month))?;
            Some((date(number(year)?, month, day_of(day)?)?, rest))
        }
        [day, "of", month, year, rest @ ..] | [day, month, year, rest @ ..] if month_of(month).is_some() => {
            Some((date(number(year)?, month_of(month)?, day_of(day)?)?, rest))
        }
        [month, day, year, rest @ ..] if month_of(month).is_some() => {
            Some((date(number(year)?, month_of(month)?, day_of(day)?)?, rest))
        }
        [one, two, year, rest @ ..] => Some((numeric(number(one)?, number(two)?, number(year)?, text)?, rest)),
        _ => None,
    }
}

/// Day and month as numbers: dots put the day first, strokes only if the other order is impossible.
fn numeric(one: i16, two: i16, year: i16, text: &str) -> Option<Date> {
    match (one, two) {
        _ if text.matches('.').count() >= 2 => date(year, two, one),
        (13.., _) => date(year, two, one),
        (_, 13..) => date(year, one, two),
        (one, two) if one == two => date(year, one, two),
        _ => None,
    }
}

fn date(year: i16, month: i16, day: i16) -> Option<Date> {
    let year = Some(year).filter(|year| (1500..2200).contains(year))?;
    Date::new(year, i8::try_from(month).ok()?, i8::try_from(day).ok()?).ok()
}

fn number(word: &str) -> Option<i16> {
    let is_plain = word.len() <= 4 || word.len() == 8;
    (is_plain && word.bytes().all(|byte| byte.is_ascii_digit())).then(|| word.parse().unwrap_or(i16::MAX))
}

fn day_of(word: &str) -> Option<i16> {
    let plain = ["st", "nd", "rd", "th"].iter().find_map(|suffix| word.strip_suffix(suffix)).unwrap_or(word);
    number(plain).filter(|_| plain.len() <= 2)
}

fn month_of(word: &str) -> Option<i16> {
    let is_short = |month: &&str| word == &month[..3] || (word == "sept" && **month == *"september");
    let place = MONTHS.iter().position(|month| word == *month || is_short(month))?;
    i16::try_from(place + 1).ok()
}

fn is_weekday(word: &str) -> bool {
    const DAYS: [&str; 7] = ["monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday"];
    DAYS.iter().any(|day| word == *day || word == &day[..3]) || ["tues", "weds", "thur", "thurs"].contains(&word)
}

fn is_time(word: &str) -> bool {
    let letters = word.trim_start_matches(|c: char| c.is_ascii_digit() || c == ':');
    let is_short = word.len() - letters.len() <= 9;
    is_short && (letters.is_empty() || TIME_WORDS.contains(&letters) || letters.strip_prefix('t').is_some_and(is_time))
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn the_printed_forms_are_read() {
        let forms = [
            "2016-10-04",
            "2016-10-04T23:30:00.000Z",
            "2016-10-04T23:30:00-04:00",
            "2016-10-04 12:30:00",
            "2016/10/4",
            "20161004",
            "4 October 2016",
            "4th of October, 2016",
            "October 4, 2016",
            "OCTOBER 4TH 2016",
            "Oct. 4, 2016",
            "4 Oct 2016 10:15",
            "4-Oct-2016",
            "Tue, 04 Oct 2016 10:15:00 GMT",
            "Tuesday, Oct. 4, 2016, 5:30 p.m. ET",
            "Published: Tuesday 4 October 2016 at 10.15 BST",
            "Posted on October 4, 2016 | Updated October 5, 2016",
            "First published on 4 Oct 2016",
            "2016 October 4",
            "04.10.2016",
        ];
        for form in forms {
            assert_eq!(date_of(form), Some(jiff::civil::date(2016, 10, 4)), "{form}");
        }
        assert_eq!(date_of("13/10/2016"), date_of("10/13/2016"));
        assert_eq!(date_of("Sept. 30, 2016"), Some(jiff::civil::date(2016, 9, 30)));
    }

    #[test]
    fn doubt_is_no_date() {
        let others = [
            "",
            "2016",
            "October 2016",
            "04/10/2016",
            "31 February 2016",
            "4 October 16",
            "October 4, 2016 was a day of rain",
            "In 2016, 10 of 4 members",
            "4 October 2016 in Varn",
            "1475539200",
            "99999999",
            "10 10 10",
        ];
        for other in others {
            assert_eq!(date_of(other), None, "{other}");
        }
    }

    proptest! {
        #[test]
        fn any_text_is_a_day_or_none(text in "\\PC{0,40}", digits in "[0-9:T./ +-]{0,30}") {
            date_of(&text);
            date_of(&digits);
        }

        #[test]
        fn every_day_is_read_back(days in 0_i32..200_000) {
            let day = jiff::civil::date(1600, 1, 1).checked_add(jiff::Span::new().days(days)).unwrap();
            prop_assert_eq!(date_of(&day.to_string()), Some(day));
            prop_assert_eq!(date_of(&day.strftime("%A, %B %-d, %Y").to_string()), Some(day));
        }
    }
}
