//! A sample of a text's runs: two texts that share no more than a phrase are told apart by it, and need not be read.

/// Runs in a sample. Of two texts that share a tenth of the longer one's runs, one pair in a hundred shows less than
/// [`LEAST_SHARED`].
const SIZE: usize = 128;

/// Share of the longer text's runs from which on texts are worth comparing: far less than a reprint has, for changed
/// words spoil runs.
const LEAST_SHARED: f64 = 0.05;

/// The smallest hashes of a text's runs, ascending.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Sample(Vec<u32>);

impl Sample {
    /// Takes a sample of hashes that are in order.
    pub(super) fn of(runs: &[u64]) -> Sample {
        Sample(runs.iter().take(SIZE).map(|run| (run >> 32) as u32).collect())
    }

    /// Tells whether one of two texts may carry the other's words.
    pub fn is_near(&self, other: &Sample) -> bool {
        // Up to here both samples have all runs of their texts, so that shares in them are shares in the texts.
        let bound = self.last().min(other.last());
        let up_to_bound = |runs: &[u32]| runs.partition_point(|run| *run <= bound);
        let (ours, theirs) = (&self.0[..up_to_bound(&self.0)], &other.0[..up_to_bound(&other.0)]);
        let shared = ours.iter().filter(|run| theirs.binary_search(run).is_ok()).count();
        shared as f64 >= LEAST_SHARED * ours.len().max(theirs.len()) as f64
    }

    /// Returns the sample as it is stored.
    pub fn to_bytes(&self) -> Vec<u8> {
        self.0.iter().flat_map(|run| run.to_le_bytes()).collect()
    }

    /// Reads a stored sample.
    pub fn from_bytes(bytes: &[u8]) -> Sample {
        Sample(bytes.as_chunks().0.iter().map(|run| u32::from_le_bytes(*run)).collect())
    }

    fn last(&self) -> u32 {
        self.0.get(SIZE - 1).copied().unwrap_or(u32::MAX)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::hash::mixed;

    fn sample(numbers: std::ops::Range<u64>) -> Sample {
        let mut runs: Vec<u64> = numbers.map(mixed).collect();
        runs.sort_unstable();
        Sample::of(&runs)
    }

    #[test]
    fn a_passage_is_near_and_a_phrase_is_not() {
        assert!(sample(0..1000).is_near(&sample(800..1200)));
        assert!(sample(0..1000).is_near(&sample(850..1000)));
        assert!(!sample(0..1000).is_near(&sample(995..1400)));
        assert!(!sample(0..100).is_near(&sample(97..200)));
        assert!(sample(0..20).is_near(&sample(19..30)));
    }

    #[test]
    fn which_of_two_is_asked_does_not_matter() {
        for start in [900, 940, 950, 960, 990] {
            let (one, other) = (sample(0..1000), sample(start..1100));
            assert_eq!(one.is_near(&other), other.is_near(&one));
        }
    }

    #[test]
    fn stored_and_read_back_equal() {
        for text in [sample(0..0), sample(0..7), sample(0..900)] {
            assert_eq!(Sample::from_bytes(&text.to_bytes()), text);
        }
    }
}
