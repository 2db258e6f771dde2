//! What stands around a name and is no part of it: titles before, letters behind.

use std::collections::HashSet;
use std::sync::LazyLock;

use super::{REGNAL, SUFFIXES};
use crate::name::folded;
use crate::table::lines;

/// Letters after a name that are no part of it.
const CREDENTIALS: [&str; 12] = ["cbe", "esq", "esquire", "kbe", "kc", "mbe", "md", "mep", "mp", "obe", "phd", "qc"];

static TITLES: LazyLock<HashSet<&str>> = LazyLock::new(|| lines(include_str!("../tables/titles.txt")).collect());

/// The most words that a title of the table has.
const LONGEST_TITLE: usize = 3;

/// Tells whether the words are a title and nothing else.
pub fn is_title(printed: &str) -> bool {
    let words: Vec<&str> = printed.split_whitespace().collect();
    without_titles(&words).is_empty()
}

/// Returns the words after the titles; a title that stands for a surname stays.
pub(super) fn without_titles<'w, 't>(words: &'w [&'t str]) -> &'w [&'t str] {
    let mut rest = words;
    let mut before_last = words;
    while let Some(length) = title_length(rest) {
        before_last = rest;
        rest = &rest[length..];
    }
    let is_regnal = before_last.len() > rest.len() && REGNAL.contains(&folded(before_last[0]).as_str());
    let is_one_name = match rest {
        [_] => true,
        [_, suffix] => SUFFIXES.contains(&folded(suffix).as_str()),
        _ => false,
    };
    if is_regnal && is_one_name { before_last } else { rest }
}

/// Returns how many words the title at the front has.
fn title_length(words: &[&str]) -> Option<usize> {
    (1..=LONGEST_TITLE.min(words.len()))
        .rev()
        .find(|length| TITLES.contains(folded(&words[..*length].join(" ")).as_str()))
}

pub(super) fn without_credentials<'w, 't>(words: &'w [&'t str]) -> &'w [&'t str] {
    let is_name = |word: &&str| !CREDENTIALS.contains(&folded(word).as_str());
    let end = words.iter().rposition(is_name).map_or(words.len(), |last| last + 1);
    &words[..end]
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn no_title_is_longer_than_the_longest() {
        assert!(TITLES.iter().all(|title| title.split(' ').count() <= LONGEST_TITLE));
    }
}
