//! The title or role before a person's name, which is no part of it: "Foreign Minister", "spokesman".

use std::ops::Range;

use super::reading::Reading;
use super::tables::{Class, Role, TABLES};

/// Returns where the name begins after the title in a run: "Foreign Minister | Ann Lee", "State | John Roe" after
/// "Secretary of"; the run's own beginning if there is no title.
pub(super) fn end_of_title(reading: &Reading, sentence: usize, run: &Range<usize>) -> usize {
    let lower = |word: usize| reading.lower(word);
    let is_given = |word: usize| word < run.end - 1 && TABLES.given_name(lower(word)).is_some();
    let is_titled = run.clone().any(|word| TABLES.title(lower(word)).is_some() && is_given(word + 1));
    let is_body = TABLES.head(lower(run.end - 1)).is_some() && !is_titled;
    let suffix = |word: usize| matches!(lower(word), "jr." | "sr." | "jr" | "sr" | "ii" | "iii" | "of");
    if is_body || run.clone().any(|word| lower(word) == "of") {
        return run.start;
    }
    let first_given = run.clone().find(|&word| TABLES.given_name(lower(word)).is_some()).unwrap_or(run.end);
    let last_title = (run.start..run.end - 1).rev().find(|&word| TABLES.title(lower(word)).is_some());
    if let Some(title) = last_title.filter(|&title| title < first_given && !suffix(title + 1)) {
        return title + 1;
    }
    let follows_title =
        run.start >= sentence + 2 && reading.is(run.start - 1, "of") && TABLES.title(lower(run.start - 2)).is_some();
    match follows_title && run.len() > 1 && first_given > run.start && first_given < run.end {
        true => first_given,
        false => run.start,
    }
}

/// Returns the title or role right before a name: "Mr.", "foreign minister", "spokesman".
pub(super) fn role_before(reading: &Reading, sentence: usize, start: usize) -> Range<usize> {
    let mut first = start;
    while first > sentence {
        let lower = reading.lower(first - 1);
        let is_head = TABLES.title(lower).is_some()
            || TABLES.roles(lower).iter().any(|role| *role != Role::Body) && !lower.ends_with('s');
        let is_role = match first == start {
            true => is_head && reading.class(first - 1) == Class::Open,
            false => is_head || TABLES.is_title_adjective(lower),
        };
        if !is_role || start - first > 4 {
            break;
        }
        first -= 1;
    }
    first..start
}
