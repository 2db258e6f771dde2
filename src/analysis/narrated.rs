//! What the author asserts: sentences that state something worth checking and report nobody.

use std::ops::Range;

use super::found::Found;
use super::reading::Reading;
use crate::text::ParagraphKind;

/// A sentence this likely to be worth checking is kept. The encoder's head learned from sentences of debates (ClaimBuster,
/// Arslan and others 2020), where facts and figures count most; a columnist's theses come lower than those, scenes and
/// turns of phrase lower still.
const WORTH: f32 = 0.3;

/// A shorter sentence sets a scene or turns a phrase.
const FEWEST_WORDS: usize = 5;

/// Returns the words of each narrated claim and how likely it is one, in order.
pub(super) fn find_narrated(reading: &Reading, found: &[Found]) -> Vec<(Range<usize>, f32)> {
    let mut is_reported = vec![false; reading.words.len()];
    for part in found.iter().flat_map(|found| found.content.iter().chain(&found.cue)) {
        is_reported[part.clone()].fill(true);
    }
    let bodies = reading.document.paragraphs.iter().filter(|paragraph| paragraph.kind == ParagraphKind::Body);
    let sentences = bodies.flat_map(|paragraph| paragraph.sentences.clone());
    let narrated = sentences.filter_map(|sentence| {
        let (words, worth) = (reading.sentence(sentence), *reading.answers.worth.get(sentence)?);
        let content = reading.trimmed(words.clone(), |word| reading.is_outer_mark(word));
        let is_reported = content.clone().any(|word| is_reported[word]);
        (worth >= WORTH && !is_reported && states(reading, &words, &content)).then_some((content, worth))
    });
    narrated.collect()
}

/// Tells whether a sentence is a statement in the author's own words, and no question or heading.
fn states(reading: &Reading, sentence: &Range<usize>, content: &Range<usize>) -> bool {
    let quoted = content.clone().filter(|&word| reading.quote_at(word).is_some()).count();
    let is_asked = reading.is(sentence.end - 1, "?");
    let has_verb = content.clone().any(|word| reading.is_finite(word));
    !is_asked && has_verb && quoted * 2 < content.len() && reading.word_count(content.clone()) >= FEWEST_WORDS
}
