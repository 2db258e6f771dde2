//! Numbers in a claim, with what they count: "1.2 million people", "12-inch", "3 March", "40 %".

use super::tokens::Token;
use crate::hash::{hash_of, mixed};

/// A number and what it counts.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(super) struct Figure {
    pub value: f64,
    /// A hash of the unit: of the month of a day, of the sign or of the word that follows; 0 for a year.
    pub unit: u64,
}

impl Figure {
    /// Takes the number that some tokens from `at` on make.
    pub(super) fn new(value: f64, tokens: &[Token], at: usize, taken: usize) -> Figure {
        let before = at.checked_sub(1).map(|before| tokens[before].folded.as_str());
        let after = tokens.get(at + taken).map(|token| token.lemma());
        let sign = tokens[at..at + taken].iter().find_map(|token| token.sign);
        let percent = || after.as_deref().is_some_and(|word| matches!(word, "percent" | "pct"));
        let money = || after.as_deref().is_some_and(|word| matches!(word, "dollar" | "euro" | "pound"));
        let unit = match sign {
            Some('%') => "%",
            Some(_) => "money",
            None if is_year(value, tokens[at].written) => return Figure { value, unit: 0 },
            None if percent() => "%",
            None if money() => "money",
            None => [before, after.as_deref()].into_iter().flatten().find_map(month).or(after.as_deref()).unwrap_or(""),
        };
        Figure { value, unit: mixed(hash_of(unit)).max(1) }
    }

    /// Tells whether two figures count the same thing.
    pub(super) fn shares_unit(&self, other: &Figure) -> bool {
        self.unit == other.unit
    }

    /// Tells whether two figures are one value, or one is the other rounded: within 5 %, years exactly.
    pub(super) fn agrees(&self, other: &Figure) -> bool {
        let room = if self.unit == 0 || self.value.abs() < 20.0 { 0.0 } else { 0.05 };
        (self.value - other.value).abs() <= room * self.value.abs().max(other.value.abs())
    }
}

/// Reads a number at the start of some tokens: its value, and how many tokens make it.
pub(super) fn value(tokens: &[Token]) -> Option<(f64, usize)> {
    let first = tokens.first()?;
    let (value, suffix) = match spelled(&first.folded) {
        Some(value) => (value, ""),
        None => digits(&first.folded)?,
    };
    let value = value * scale(suffix)?;
    match tokens.get(1).and_then(|next| named_scale(&next.folded)) {
        Some(scale) if suffix.is_empty() => Some((value * scale, 2)),
        _ => Some((value, 1)),
    }
}

/// Returns a value as the word by which it is compared.
pub(super) fn written(value: f64) -> String {
    value.to_string()
}

/// Divides "2,500.5m" into its value and what follows its digits.
fn digits(word: &str) -> Option<(f64, &str)> {
    let end = word
        .find(|character: char| !character.is_ascii_digit() && !matches!(character, '.' | ','))
        .unwrap_or(word.len());
    let (digits, suffix) = word.split_at(end);
    Some((digits.replace(',', "").parse().ok()?, suffix))
}

fn scale(suffix: &str) -> Option<f64> {
    Some(match suffix {
        "" | "th" | "st" | "nd" | "rd" => 1.0,
        "k" => 1e3,
        "m" | "mn" => 1e6,
        "b" | "bn" => 1e9,
        "tn" => 1e12,
        // "1990s", "a4": a word like any other.
        _ => return None,
    })
}

fn named_scale(word: &str) -> Option<f64> {
    Some(match word {
        "hundred" => 1e2,
        "thousand" => 1e3,
        "million" | "m" => 1e6,
        "billion" | "bn" => 1e9,
        "trillion" => 1e12,
        _ => return None,
    })
}

/// Numbers in letters; "one" is left out, because it mostly counts nothing.
fn spelled(word: &str) -> Option<f64> {
    const SPELLED: [&str; 11] =
        ["two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve"];
    SPELLED.iter().position(|known| *known == word).map(|at| at as f64 + 2.0)
}

fn month(word: &str) -> Option<&'static str> {
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
    MONTHS.into_iter().find(|month| *month == word)
}

fn is_year(value: f64, written: &str) -> bool {
    (1800.0..2100.0).contains(&value) && written.len() == 4
}

#[cfg(test)]
mod tests {
    use super::super::words::Words;
    use super::*;

    fn figures(text: &str) -> Vec<Figure> {
        Words::of(text).figures
    }

    #[test]
    fn numbers_have_one_value_however_written() {
        for (one, other) in
            [("300,000 people", "300k people"), ("$2.5m", "2.5 million dollars"), ("three men", "3 men")]
        {
            assert_eq!(figures(one), figures(other), "{one}");
        }
    }

    #[test]
    fn numbers_are_compared_with_what_they_count() {
        let [inches, years] = [figures("12-inch screen")[0], figures("12 years")[0]];
        assert!(!inches.shares_unit(&years));
        assert!(figures("on 3 March")[0].shares_unit(&figures("on March 5")[0]));
        assert!(figures("in 2014")[0].shares_unit(&figures("by 2015 they")[0]));
        assert!(figures("1,020 men")[0].agrees(&figures("1,000 men")[0]));
        assert!(!figures("12 men")[0].agrees(&figures("13 men")[0]));
    }
}
