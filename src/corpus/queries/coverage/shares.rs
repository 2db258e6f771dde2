//! Shares, and how varied the parts of a whole are.

/// How a whole is divided into parts.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Variety {
    /// How many parts there are.
    pub parts: i64,
    /// The whole.
    pub total: i64,
    /// The largest part.
    pub largest: i64,
    /// Shannon's entropy of the parts in bits; none of nothing.
    pub entropy: Option<f64>,
}

impl Variety {
    /// Measures parts by their counts. The sum goes from the smallest to the largest, so that it does not depend on
    /// the order of the parts.
    pub fn of(counts: impl Iterator<Item = i64>) -> Variety {
        let mut counts: Vec<i64> = counts.filter(|&count| count > 0).collect();
        counts.sort_unstable();
        let total: i64 = counts.iter().sum();
        let bits = counts.iter().map(|&count| {
            let share = count as f64 / total as f64;
            -share * share.log2()
        });
        let entropy: f64 = bits.sum();
        Variety {
            parts: counts.len() as i64,
            total,
            largest: counts.last().copied().unwrap_or(0),
            entropy: Some(entropy + 0.0).filter(|_| total > 0),
        }
    }

    /// Returns how many equal parts would be as varied: two to the power of the entropy (Hill's number of order 1).
    pub fn effective(&self) -> Option<f64> {
        self.entropy.map(f64::exp2)
    }
}

/// Returns a part of a whole, 0 to 1; nothing of nothing.
pub fn share(part: i64, whole: i64) -> Option<f64> {
    (whole > 0).then(|| part as f64 / whole as f64)
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn of(counts: &[i64]) -> Variety {
        Variety::of(counts.iter().copied())
    }

    #[test]
    fn equal_parts_count_each() {
        assert_eq!(of(&[5, 5, 5, 5]).entropy, Some(2.0));
        assert_eq!(of(&[5, 5, 5, 5]).effective(), Some(4.0));
        assert_eq!(of(&[7]).effective(), Some(1.0));
    }

    #[test]
    fn nothing_has_no_variety() {
        let nothing = of(&[]);
        assert_eq!((nothing.entropy, nothing.effective(), nothing.parts), (None, None, 0));
        assert_eq!(share(0, 0), None);
        assert_eq!(share(1, 4), Some(0.25));
    }

    proptest! {
        #[test]
        fn there_are_never_more_effective_parts_than_parts(counts in proptest::collection::vec(1_i64..1000, 1..30)) {
            let variety = of(&counts);
            let effective = variety.effective().expect("there is something");
            prop_assert!(effective >= 1.0 - 1e-9 && effective <= counts.len() as f64 + 1e-9);
            let turned: Vec<i64> = counts.into_iter().rev().collect();
            prop_assert_eq!(variety, of(&turned));
        }
    }
}
