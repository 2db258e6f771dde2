//! A small fingerprint of a text, from which the likeness of two texts can be told without reading them again.
//!
//! MinHash (Broder 1997): of every run of three words a hash is taken, under 64 different permutations the smallest is
//! kept, and the share of equal slots estimates the Jaccard likeness of the two sets of runs, give or take 0.06.

use crate::hash::{hash_of, mixed};
use crate::name::folded;

const SLOTS: usize = 64;
const RUN: usize = 3;

/// The fingerprint of one text.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Sketch([u32; SLOTS]);

impl Sketch {
    /// Reads the text once.
    pub fn of(text: &str) -> Sketch {
        let folded = folded(text);
        let words: Vec<u64> = folded.split(' ').map(hash_of).collect();
        let mut slots = [u32::MAX; SLOTS];
        for run in words.windows(RUN.min(words.len())) {
            let run = run.iter().fold(0u64, |hash, word| mixed(hash.rotate_left(21) ^ word));
            for (place, slot) in slots.iter_mut().enumerate() {
                let hash = (mixed(run ^ (place as u64).wrapping_mul(0x9e37_79b9_7f4a_7c15)) >> 32) as u32;
                *slot = hash.min(*slot);
            }
        }
        Sketch(slots)
    }

    /// Returns the estimated share of word runs that both texts have, 0 to 1.
    pub fn likeness(&self, other: &Sketch) -> f64 {
        let equal = self.0.iter().zip(&other.0).filter(|(ours, theirs)| ours == theirs).count();
        equal as f64 / SLOTS as f64
    }

    /// Returns the fingerprint as it is stored.
    pub fn to_bytes(&self) -> Vec<u8> {
        self.0.iter().flat_map(|slot| slot.to_le_bytes()).collect()
    }

    /// Reads a stored fingerprint; `None` where the bytes are not one.
    pub fn from_bytes(bytes: &[u8]) -> Option<Sketch> {
        let mut slots = [0; SLOTS];
        if bytes.len() != SLOTS * 4 {
            return None;
        }
        for (slot, bytes) in slots.iter_mut().zip(bytes.chunks_exact(4)) {
            *slot = u32::from_le_bytes(bytes.try_into().ok()?);
        }
        Some(Sketch(slots))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn numbered(range: std::ops::Range<u32>) -> String {
        range.map(|number| format!("word{number} ")).collect()
    }

    #[test]
    fn a_text_that_grew_a_little_is_nearly_itself() {
        let before = Sketch::of(&numbered(0..500));
        let after = Sketch::of(&(numbered(0..500) + "and four words more"));
        assert!(before.likeness(&after) > 0.9);
    }

    #[test]
    fn likeness_estimates_the_shared_runs() {
        let likeness = Sketch::of(&numbered(0..400)).likeness(&Sketch::of(&numbered(200..600)));
        assert!((likeness - 1.0 / 3.0).abs() < 0.2, "{likeness}");
        assert!(Sketch::of(&numbered(0..400)).likeness(&Sketch::of(&numbered(500..900))) < 0.1);
    }

    #[test]
    fn stored_and_read_back_equal() {
        for text in ["", "one", "one two three four"] {
            let sketch = Sketch::of(text);
            assert_eq!(Sketch::from_bytes(&sketch.to_bytes()), Some(sketch));
        }
        assert_eq!(Sketch::from_bytes(b"short"), None);
    }
}
