//! How a content is voiced: direct, mixed or indirect, affirmed or negated, and which entities it speaks of.

use std::ops::Range;

use super::entities::Cast;
use super::reading::Reading;
use super::tables::Class;
use super::{Form, Polarity};

/// A content is direct from this share of quoted words on; quotation marks rarely cover "that" and the last full stop.
const DIRECT_SHARE: f64 = 0.8;

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

/// Tells whether the word that a content hangs on is negated: by a word that hangs on it ("was not safe", "never said"),
/// or by its subject or object ("no one has", "found nothing"). What is negated further down does not count.
pub(super) fn polarity(reading: &Reading, content: &[Range<usize>]) -> Polarity {
    let tags = &reading.answers.tags;
    let words = || content.iter().cloned().flatten().filter(|&word| reading.words[word].is_word());
    let is_inside = |word: usize| content.iter().any(|part| part.contains(&word));
    let is_top = |word: &usize| tags[*word].head.is_none_or(|head| !is_inside(head)) && !is_small(reading, *word);
    let Some(top) = words().find(is_top) else { return Polarity::Affirmed };
    let is_no = |word: usize| {
        let is_listed = matches!(reading.lower(word), "no" | "none" | "nobody" | "nothing" | "neither" | "nor");
        is_listed || reading.class(word) == Class::Negation
    };
    let has_no = |noun: usize| reading.dependents(noun).any(|word| tags[word].relation() == "det" && is_no(word));
    let negates = |word: usize| match tags[word].relation() {
        "det" | "advmod" | "cc" | "aux" => is_no(word),
        "nsubj" | "obj" => is_no(word) || has_no(word),
        _ => false,
    };
    match is_no(top) || reading.dependents(top).any(|word| is_inside(word) && negates(word)) {
        true => Polarity::Negated,
        false => Polarity::Affirmed,
    }
}

/// Tells whether a word says nothing by itself: "that", "to", "and".
fn is_small(reading: &Reading, word: usize) -> bool {
    matches!(reading.answers.tags[word].upos, "SCONJ" | "CCONJ" | "PART" | "ADP" | "DET" | "PUNCT")
}

/// Returns the entities that these stretches speak of, by name, pronoun or role, except one, ascending.
pub(super) fn named_in(cast: &Cast, parts: &[Range<usize>], except: Option<usize>) -> Vec<usize> {
    let names = parts.iter().flat_map(|part| &cast.names[cast.names_in(part)]);
    let references = parts.iter().flat_map(|part| cast.references_in(part));
    let mut entities: Vec<usize> =
        names.chain(references).map(|(_, entity)| *entity).filter(|entity| Some(*entity) != except).collect();
    entities.sort_unstable();
    entities.dedup();
    entities
}

#[cfg(test)]
mod tests {
    use crate::analysis::{Analyzer, Polarity};
    use crate::text::Document;

    fn is_negated(content: &str) -> bool {
        let document = Document::from_text(&format!("Anna Kolt said that {content}."));
        let analysis = Analyzer::standard().analyze(&document);
        analysis.attributions.first().expect("one claim").polarity == Polarity::Negated
    }

    #[test]
    fn negation_counts_where_it_holds_for_the_whole() {
        for content in [
            "the dam was not safe",
            "the council had never been told",
            "no one had asked the engineers",
            "they found nothing under the bridge",
            "the gates won't open in March",
        ] {
            assert!(is_negated(content), "{content}");
        }
        for content in [
            "the dam was safe",
            "the man who was not asked would resign",
            "she would stay if the council did not object",
            "the report that nobody read was right",
        ] {
            assert!(!is_negated(content), "{content}");
        }
    }
}
