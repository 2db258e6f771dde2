//! "According to Lee, ...": whom it names, and how far the report goes.

use std::ops::Range;

use super::cues;
use super::found::Found;
use super::reading::Reading;

/// Returns whom a cue "according to" goes on to name.
pub(super) fn named(reading: &Reading, cue: &Range<usize>) -> Option<Range<usize>> {
    let to = cue.end - 1;
    let according = to.checked_sub(1).filter(|&word| reading.is(to, "to") && reading.is(word, "according"))?;
    let noun = reading.answers.tags[according].head.filter(|&noun| noun > to)?;
    let phrase = reading.subtree(noun);
    // Nobody is named "neither": the parse lets the next subject hang on the name.
    let next = phrase.clone().find(|&word| matches!(reading.lower(word), "neither" | "nobody" | "none"));
    let end = next.unwrap_or(phrase.end).max(cue.end);
    let named = reading.trimmed(cue.end..end, |word| !reading.words[word].is_word());
    (!named.is_empty()).then_some(named)
}

/// Reads "according to Lee, none of the others has ever said ..." as Lee's report of all that follows, where the encoder
/// took Lee and the others for one source of the verb further on.
pub(super) fn report(reading: &Reading, source: &Range<usize>, content: &[Range<usize>], score: f32) -> Option<Found> {
    let cue = source.start.checked_sub(2)?..source.start;
    let named = named(reading, &cue).filter(|named| named.end < source.end)?;
    // A content may stand in the next paragraph; this report ends with its own.
    let at = reading.passages.partition_point(|passage| passage.words.end <= cue.start);
    let last = content.iter().rev().find(|part| part.end <= reading.passages[at].words.end)?;
    let rest = named.end..last.end.max(named.end);
    let content = reading.trimmed(rest, |word| reading.is_outer_mark(word));
    let is_one_sentence = reading.sentence_of(content.start) == reading.sentence_of(cue.start);
    (!content.is_empty() && is_one_sentence).then(|| Found {
        class: cues::class_of(reading, &cue),
        source: Some(named),
        cue: Some(cue),
        content: vec![content],
        person: None,
        score,
    })
}
