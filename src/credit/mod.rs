//! Which news agencies a text credits: "LENZ (Reuters) - …", "The Associated Press contributed to this report."
//!
//! Only lines that do nothing but credit are read, and datelines; who is quoted ("told Reuters") is not who wrote.

mod agencies;

pub use agencies::is_agency;

use agencies::Agency;

/// Paragraphs at the beginning and the end of a text that may credit.
const LINES: usize = 4;

/// Words above which a paragraph is no line of credits.
const MOST_WORDS: usize = 40;

/// Words above which a line that ends with an agency's name is no byline: "Ida Brandt, Associated Press".
const MOST_IN_NAME: usize = 7;

/// Characters in which a dateline ends.
const DATELINE: usize = 80;

/// Phrases that make a closing line a credit.
#[rustfmt::skip]
const PHRASES: &[&str] = &[
    "contributed to this", "contributed reporting", "contributed.", "contributed to the", "contributed from",
    "with reporting by", "with reporting from", "reporting by", "with files from", "with material from",
    "with information from", "with agencies", "with wire", "and wire reports", "from wire reports", "source:", "sources:",
    "copyright", "©", "(c)", "all rights reserved", "this article is from", "this story is from",
];

/// Returns the agencies that a text credits, in its order, parted by "; "; the text is given by paragraphs, without its
/// headline.
///
/// # Example
///
/// ```
/// use sayso::credit::credit;
///
/// assert_eq!(credit(&["LENZ (Reuters) - The dam held.", "Nobody slept."]).as_deref(), Some("Reuters"));
/// assert_eq!(credit(&["The dam held, the mayor told Reuters."]), None);
/// ```
pub fn credit(paragraphs: &[&str]) -> Option<String> {
    let mut credited: Vec<Agency> = Vec::new();
    let last_lines = paragraphs.len().saturating_sub(LINES);
    for (number, paragraph) in paragraphs.iter().enumerate() {
        if number < LINES || number >= last_lines {
            let mut agencies = of_dateline(paragraph);
            agencies.extend(of_line(paragraph));
            agencies.retain(|agency| !credited.contains(agency));
            credited.extend(agencies);
        }
    }
    (!credited.is_empty()).then(|| credited.iter().map(|agency| agency.name()).collect::<Vec<_>>().join("; "))
}

/// Returns the agencies between a place and a dash: "LENZ, March 3 (AP) — ", "(Reuters) - ", "LENZ, AFP – ".
fn of_dateline(paragraph: &str) -> Vec<Agency> {
    let opening: String = paragraph.chars().take(DATELINE).collect();
    let dash = ["—", "–", " - ", " -- ", ") -"].iter().filter_map(|dash| opening.find(dash)).min();
    let Some(before) = dash.map(|dash| &opening[..dash]) else { return Vec::new() };
    let inside = match before.split_once('(') {
        Some((_, inside)) => inside.trim_end().trim_end_matches(')'),
        None => before.rsplit_once(", ").map_or(before, |(_, last)| last),
    };
    inside.split(['/', ',']).map(Agency::called).collect::<Option<Vec<_>>>().unwrap_or_default()
}

/// Returns the agencies of a line that credits: its end in brackets or behind a dash, all that it names where a phrase
/// says what they did, or the end of a byline.
fn of_line(paragraph: &str) -> Vec<Agency> {
    let line = paragraph.trim();
    if let Some((_, end)) = line.rsplit_once(['(', '—', '–', '-', '[']) {
        let end = end.trim().trim_end_matches([')', ']', '.']);
        let named: Option<Vec<Agency>> = end.split(['/', ',', ';']).map(Agency::called).collect();
        if let Some(named) = named {
            return named;
        }
    }
    let words = line.split_whitespace().count();
    let lower = line.to_lowercase();
    if words <= MOST_WORDS && PHRASES.iter().any(|phrase| lower.contains(phrase)) {
        return agencies::named_in(line);
    }
    let last = line.rsplit(", ").next().unwrap_or_default();
    let last = last.strip_prefix("By ").unwrap_or(last);
    Agency::called(last).filter(|_| words <= MOST_IN_NAME).into_iter().collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn lines_that_credit() {
        for (line, credited) in [
            ("LENZ (Reuters) - The dam held.", "Reuters"),
            ("LENZ, Orm, March 3 (AP) — The dam held.", "Associated Press"),
            ("(AFP) – The dam held.", "Agence France-Presse"),
            ("LENZ, 3 March, TASS — The dam held.", "Itar-Tass"),
            ("LENZ (AP/Reuters) -- The dam held.", "Associated Press; Reuters"),
            ("By Ida Brandt, The Associated Press", "Associated Press"),
            ("By REUTERS", "Reuters"),
            ("Reuters", "Reuters"),
            ("The Associated Press contributed to this report.", "Associated Press"),
            ("— The Associated Press contributed to this report", "Associated Press"),
            ("Ida Brandt in Orm and AP contributed.", "Associated Press"),
            ("(Reporting by Ida Brandt; editing by Bo Ek; Reuters)", "Reuters"),
            ("The dam will be mended in May. (dpa)", "dpa"),
            ("The dam will be mended in May. — Reuters", "Reuters"),
            ("Source: AFP", "Agence France-Presse"),
            ("© 2031 The Associated Press. All rights reserved.", "Associated Press"),
            ("With files from Agence France-Presse and PTI", "Agence France-Presse; PTI"),
        ] {
            assert_eq!(credit(&[line]).as_deref(), Some(credited), "{line}");
        }
    }

    #[test]
    fn lines_that_do_not() {
        for line in [
            "The dam held, the mayor told Reuters.",
            "“Ask AP,” she said — and nobody did.",
            "His pa kept the dam, the apa of Lenz said.",
            "The minister gave Reuters an interview - his first - on Friday.",
            "Shares in Thomson Reuters rose - and fell again.",
            "Reuters reporter freed in Orm",
        ] {
            assert_eq!(credit(&[line]), None, "{line}");
        }
    }

    #[test]
    fn only_the_ends_of_a_text_credit_and_each_agency_once() {
        let text = ["LENZ (AP) — It held.", "a", "b", "c", "Source: AFP", "d", "e", "f", "g", "AP contributed."];
        assert_eq!(credit(&text).as_deref(), Some("Associated Press"));
        assert_eq!(credit(&[]), None);
    }
}
