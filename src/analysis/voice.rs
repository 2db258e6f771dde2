//! How a content is voiced: direct, mixed or indirect, affirmed or negated, and which entities it speaks of.

use std::ops::Range;

use super::entities::Cast;
use super::reading::Reading;
use super::tables::Class;
use super::{Form, Polarity};

/// A content is direct from this share of quoted words on; quotation marks rarely cover "that" and the last full stop.
const DIRECT_SHARE: f64 = 0.8;

/// How far the first verb of a content may stand from its beginning.
const VERB_REACH: usize = 20;

/// Tells how much of a content stands inside quotation marks.
pub(super) fn form(reading: &Reading, content: &[Range<usize>]) -> Form {
    let (mut words, mut quoted) = (0, 0);
    for index in content.iter().cloned().flatten().filter(|&index| reading.words[index].is_word()) {
        words += 1;
        quoted += usize::from(reading.words[index].quote.is_some());
    }
    match quoted {
        0 => Form::Indirect,
        _ if quoted as f64 >= DIRECT_SHARE * words as f64 => Form::Direct,
        _ => Form::Mixed,
    }
}

/// Tells whether the first verb of a content is negated: "was not", "won't", "never said", "no one has".
pub(super) fn polarity(reading: &Reading, content: &[Range<usize>]) -> Polarity {
    let words = || content.iter().cloned().flatten().take(VERB_REACH);
    let Some(verb) = words().find(|&word| reading.is_finite(word)) else { return Polarity::Affirmed };
    let is_no = |word: usize| reading.class(word) == Class::Negation;
    let before = words().take_while(|&word| word < verb).any(|word| {
        is_no(word) || matches!(reading.lower(word), "no" | "none" | "nobody" | "nothing" | "neither" | "nor")
    });
    let after = (verb + 1..verb + 3)
        .take_while(|&word| matches!(reading.class(word), Class::Adverb | Class::Negation))
        .any(is_no);
    match before || after {
        true => Polarity::Negated,
        false => Polarity::Affirmed,
    }
}

/// Returns the entities named in these stretches, except one, ascending.
pub(super) fn named_in(cast: &Cast, parts: &[Range<usize>], except: Option<usize>) -> Vec<usize> {
    let names = parts.iter().flat_map(|part| cast.names_in(part));
    let mut entities: Vec<usize> =
        names.map(|name| cast.names[name].1).filter(|entity| Some(*entity) != except).collect();
    entities.sort_unstable();
    entities.dedup();
    entities
}
