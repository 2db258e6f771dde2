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

/// Adds the words that belong to a word of the phrase.
fn add(reading: &Reading, top: usize, depth: usize, kept: &mut Vec<usize>) {
    let tags = &reading.answers.tags;
    for word in reading.dependents(top) {
        let belongs = match tags[word].relation() {
            "amod" | "compound" | "flat" | "det" | "case" | "nummod" | "fixed" | "goeswith" => true,
            "nmod" => !matches!(tags[word].deprel, "nmod:unmarked" | "nmod:tmod"),
            "advmod" => word < top && !matches!(reading.lower(word), "not" | "also" | "now" | "perhaps" | "even"),
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

/// Tells whether tables know a noun, in lower case and singular, as one for this kind of thing.
pub(super) fn tells(lower: &str, kind: EntityKind) -> bool {
    let roles = TABLES.roles(lower);
    match kind {
        EntityKind::Person => {
            TABLES.title(lower).is_some() || roles.iter().any(|role| *role != Role::Body) || is_agent(lower)
        }
        _ => roles.contains(&Role::Body) || TABLES.head(lower) == Some(kind),
    }
}

/// Tells whether a common noun beside a name may describe it. What is beside a person's name by the parse mostly does, but
/// for times, things said and things done.
pub(super) fn can_be(lower: &str, kind: EntityKind) -> bool {
    tells(lower, kind)
}

/// Tells whether a noun ends as those do that say what people do: "herder", "technician", "panelist".
fn is_agent(lower: &str) -> bool {
    const ENDINGS: [&str; 10] = ["er", "or", "ist", "ian", "man", "woman", "person", "eer", "ant", "yst"];
    lower.len() > 4 && ENDINGS.iter().any(|ending| lower.ends_with(ending))
}

/// Tells whether a word only opens a phrase: an article, or whose it is.
pub(super) fn is_article(lower: &str) -> bool {
    const ARTICLES: [&str; 14] = [
        "the", "a", "an", "this", "that", "another", "his", "her", "its", "their", "my", "our", "your", "one",
    ];
    ARTICLES.contains(&lower)
}

/// Tells whether a word before a name is mere courtesy.
pub(super) fn is_courtesy(lower: &str) -> bool {
    let plain = lower.trim_end_matches('.');
    matches!(plain, "mr" | "mrs" | "ms" | "miss" | "mister" | "sir" | "dame" | "madam" | "mme" | "dr" | "mx" | "and")
}
