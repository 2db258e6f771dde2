//! How much a word tells: the rarer it is in English news, the more. The table is fixed and ships with the program, so
//! that a weight does not depend on the corpus (inverse document frequency, Spärck Jones 1972, on a scale of 0 to 1).

use std::collections::HashMap;
use std::sync::LazyLock;

use crate::table::named_lines;

/// Steps of the table between a word that stands in every paragraph and one that stands in none.
const STEPS: f32 = 100.0;

/// Letters of the runs by which words in other forms are found again ("castrated", "castration").
pub(super) const GRAM: usize = 4;

/// Returns what a content word weighs: 0 in every paragraph, 1 for a word that the table does not know.
pub(super) fn weight(word: &str) -> f32 {
    WORDS.get(word).map_or(1.0, |step| f32::from(*step) / STEPS)
}

/// Calls back for each run of letters of a word, its ends marked, with its hash and weight.
pub(super) fn grams(word: &str, mut found: impl FnMut(u32, f32)) {
    each_gram(word, |hash| {
        let share = GRAMS.get(&hash).copied().unwrap_or(0.0);
        found(hash, -share.max(LEAST).ln() / -LEAST.ln());
    });
}

/// The share of paragraphs in which a run of letters stands that the table does not know.
const LEAST: f32 = 1.0 / 50_000.0;

fn each_gram(word: &str, mut found: impl FnMut(u32)) {
    let mut marked = [b' '; 34];
    // What is longer than 32 letters is a link or a mishap.
    let length = word.len().min(32);
    marked[1..=length].copy_from_slice(&word.as_bytes()[..length]);
    for run in marked[..length + 2].windows(GRAM) {
        found(run.iter().fold(0x811c_9dc5, |hash, byte| (hash ^ u32::from(*byte)).wrapping_mul(0x0100_0193)));
    }
}

static WORDS: LazyLock<HashMap<&str, u8>> = LazyLock::new(|| {
    let lines = named_lines(include_str!("tables/weights.txt"));
    lines
        .filter_map(|(step, words)| Some((step.parse::<u8>().ok()?, words)))
        .flat_map(|(step, words)| words.split(' ').map(move |word| (word, step)))
        .collect()
});

/// Shares of paragraphs by run of letters: the sum over the words that have it.
static GRAMS: LazyLock<HashMap<u32, f32>> = LazyLock::new(|| {
    let mut shares: HashMap<u32, f32> = HashMap::new();
    for (word, step) in WORDS.iter() {
        let share = LEAST.powf(f32::from(*step) / STEPS);
        each_gram(word, |hash| *shares.entry(hash).or_default() += share);
    }
    shares
});

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_rarer_the_heavier() {
        assert!(weight("people") < weight("dam"));
        assert!(weight("dam") < weight("zzyzx"));
        assert_eq!(weight("zzyzx"), 1.0);
    }
}
