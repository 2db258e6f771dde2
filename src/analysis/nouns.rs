//! Noun phrases that describe: the words that belong to a noun, and which nouns can describe a person or a body.

use std::ops::Range;

use super::EntityKind;
use super::reading::Reading;
use super::tables::{Role, TABLES};

/// How far down the tree a phrase is followed.
const DEEPEST: usize = 8;

/// Returns the words of a noun with what stands before it and what says of what, where, for whom: no relative clauses, no
/// appositions, none of what goes on after a comma.
pub(super) fn phrase(reading: &Reading, noun: usize) -> Range<usize> {
    let mut kept = vec![noun];
    add(reading, noun, 0, &mut kept);
    let is_kept = |word: usize| kept.contains(&word);
    let is_joint = |word: usize| matches!(reading.lower(word), "-" | "–" | "/" | "\"" | "“" | "”" | "'" | "‘" | "’");
    let sentence = reading.sentence(reading.sentence_of(noun));
    let mut words = noun..noun + 1;
    while words.start > sentence.start
        && (is_kept(words.start - 1)
            || words.start > sentence.start + 1 && is_joint(words.start - 1) && is_kept(words.start - 2))
    {
        words.start -= 1;
    }
    while words.end < sentence.end && (is_kept(words.end) || is_joint(words.end) && is_kept(words.end + 1)) {
        words.end += 1;
    }
    words
}

/// Closes a quotation that a phrase opens, "author of “The Dam,”"; none where it cannot be told where it ends.
pub(super) fn closed(reading: &Reading, words: Range<usize>) -> Option<Range<usize>> {
    let is_mark = |word: &usize| matches!(reading.lower(*word), "“" | "”" | "\"");
    match words.clone().filter(is_mark).count() % 2 {
        0 => Some(words),
        _ => (words.end..words.end + 2).find(|word| is_mark(word)).map(|mark| words.start..mark + 1),
    }
}

/// Adds the words that belong to a word of the phrase.
fn add(reading: &Reading, top: usize, depth: usize, kept: &mut Vec<usize>) {
    let tags = &reading.answers.tags;
    for word in reading.dependents(top) {
        let belongs = match tags[word].relation() {
            "amod" | "compound" | "flat" | "det" | "nummod" | "fixed" | "goeswith" => true,
            // "To Clinton's successor": what leads to the phrase is no part of it.
            "case" => depth > 0 || word > top,
            "nmod" => !matches!(tags[word].deprel, "nmod:unmarked" | "nmod:tmod"),
            "advmod" => {
                word < top
                    && !matches!(
                        reading.lower(word),
                        "not" | "also" | "now" | "perhaps" | "even" | "still" | "as" | "currently"
                    )
            }
            "conj" => tags[word].upos == tags[top].upos && !(top..word).any(|between| reading.is(between, ",")),
            "cc" => depth > 0,
            "punct" => matches!(reading.lower(word), "-" | "/" | "“" | "”" | "\""),
            _ => false,
        };
        if belongs && depth < DEEPEST && !kept.contains(&word) {
            kept.push(word);
            add(reading, word, depth + 1, kept);
        }
    }
}

/// Returns a title with what stands before it and belongs to it or to the name behind it: "Texas" in "Texas Sen. Ann Lee".
pub(super) fn with_beginning(reading: &Reading, mut words: Range<usize>, name_end: usize) -> Range<usize> {
    let tags = &reading.answers.tags;
    let sentence = reading.sentence(reading.sentence_of(words.start));
    let belongs = |word: usize, start: usize| {
        let is_inside = |head: usize| (start..name_end).contains(&head);
        let is_beside = matches!(tags[word].relation(), "compound" | "amod" | "nmod" | "flat" | "case")
            && (matches!(tags[word].upos, "NOUN" | "PROPN" | "ADJ") || reading.is(word, "'s"));
        is_beside && tags[word].head.is_some_and(is_inside)
    };
    while words.start > sentence.start && belongs(words.start - 1, words.start) {
        words.start -= 1;
    }
    words
}

/// Tells whether tables know a noun, in lower case and singular, as one for this kind of thing.
pub(super) fn tells(lower: &str, kind: EntityKind) -> bool {
    let roles = TABLES.roles(lower);
    match kind {
        EntityKind::Person => is_role(lower) || is_agent(lower),
        // A "state" or a "city" is rather a place that the body's name speaks of.
        _ => {
            let is_place = matches!(lower, "country" | "nation" | "state" | "city");
            (roles.contains(&Role::Body) || TABLES.head(lower) == Some(kind)) && !is_place
        }
    }
}

/// Tells whether tables know a word as the title or role of a person.
pub(super) fn is_role(lower: &str) -> bool {
    TABLES.title(lower).is_some() || TABLES.roles(lower).iter().any(|role| *role != Role::Body)
}

/// Tells whether a noun ends as those do that say what people do: "herder", "technician", "panelist".
fn is_agent(lower: &str) -> bool {
    const ENDINGS: [&str; 10] = ["er", "or", "ist", "ian", "man", "woman", "person", "eer", "ant", "yst"];
    lower.len() > 4 && ENDINGS.iter().any(|ending| lower.ends_with(ending))
}

/// Tells whether a word only opens a phrase: an article, or whose it is.
pub(super) fn is_article(lower: &str) -> bool {
    const ARTICLES: [&str; 15] =
        ["the", "a", "an", "this", "that", "another", "his", "her", "its", "their", "my", "our", "your", "one", "such"];
    ARTICLES.contains(&lower)
}

/// Tells whether a word before a name is mere courtesy.
pub(super) fn is_courtesy(lower: &str) -> bool {
    let plain = lower.trim_end_matches('.');
    matches!(plain, "mr" | "mrs" | "ms" | "miss" | "mister" | "sir" | "dame" | "madam" | "mme" | "dr" | "mx" | "and")
}
