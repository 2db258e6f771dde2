//! The same words again: keys under which quotations meet, and the exact longest run that two share.
//!
//! Every run of [`RUN`] words is a key (word shingles, Broder 1997). Thinning them, as winnowing does (Schleimer and
//! others 2003), keeps a promise only for runs longer than the window; a run of exactly [`RUN`] words has one key, and
//! a key left out would be a quotation missed.

use crate::hash::{hash_of, mixed};
use crate::name::folded;
use crate::span::Span;

/// Equal consecutive words by which a quotation is found again.
pub const RUN: usize = 8;

/// Returns a key for each different run of [`RUN`] words, sorted: two texts that share such a run share its key, always.
/// Words are folded: case, accents and marks make no difference. A shorter text has no key.
pub fn quote_keys(text: &str) -> Vec<u64> {
    let words: Vec<u64> = words(text).into_iter().map(|(word, _)| word).collect();
    let mut keys: Vec<u64> = words.windows(RUN).map(key).collect();
    keys.sort_unstable();
    keys.dedup();
    keys
}

/// Bits of a key that tell its longest word.
const LEADING: u32 = 24;

/// Returns the key of a run. Its longest word leads, so that the keys of neighbouring runs, which mostly share it, are
/// neighbours in an index too (as minimizers do it, Roberts and others 2004).
fn key(run: &[u64]) -> u64 {
    let longest = run.iter().copied().max().unwrap_or_default();
    let all = run.iter().fold(0, |hash: u64, word| mixed(hash.rotate_left(21) ^ word));
    mixed(longest) >> (u64::BITS - LEADING) << (u64::BITS - LEADING) | all >> LEADING
}

/// The longest run of equal consecutive words of two texts.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct SharedRun {
    /// How many words.
    pub words: usize,
    /// Where it stands in the first text.
    pub one: Span,
    /// Where it stands in the second.
    pub other: Span,
}

/// Returns the longest run of equal folded words, the first such in the first text; `None` where no word is shared.
///
/// Takes time in proportion to the product of both lengths.
pub fn longest_shared_run(one: &str, other: &str) -> Option<SharedRun> {
    let (ones, others) = (words(one), words(other));
    // For each word of the second text, how long a run ends there and at the last word of the first.
    let mut lengths = vec![0usize; others.len() + 1];
    let mut best = (0, 0, 0);
    for (at, (word, _)) in ones.iter().enumerate() {
        // From the back, so that what stands before is still that of the word before.
        for there in (0..others.len()).rev() {
            lengths[there + 1] = if others[there].0 == *word { lengths[there] + 1 } else { 0 };
            if (lengths[there + 1], at, there) > (best.0, usize::MAX, 0) || lengths[there + 1] > best.0 {
                best = (lengths[there + 1], at, there);
            }
        }
    }
    let (length, at, there) = best;
    let run = |words: &[(u64, Span)], last: usize| Span::new(words[last + 1 - length].1.start, words[last].1.end);
    (length > 0).then(|| SharedRun { words: length, one: run(&ones, at), other: run(&others, there) })
}

/// Returns the hash of each folded word, the greater the longer it is, with where it stands.
fn words(text: &str) -> Vec<(u64, Span)> {
    let is_part = |character: char| character.is_alphanumeric() || matches!(character, '\'' | '’' | '.');
    let mut found = Vec::new();
    let mut start = None;
    for (at, character) in text.char_indices().chain([(text.len(), ' ')]) {
        match (is_part(character), start) {
            (true, None) => start = Some(at),
            (false, Some(from)) => {
                let written = &text[from..at];
                if written.contains(char::is_alphanumeric) {
                    let folded = folded(written);
                    let length = folded.len().min(255) as u64;
                    found.push((length << 56 | mixed(hash_of(&folded)) >> 8, Span::new(from, at)));
                }
                start = None;
            }
            _ => {}
        }
    }
    found
}
