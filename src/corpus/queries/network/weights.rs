//! Weights of edges made comparable, as discourse network analysis does (Leifeld 2017; docs/network.md).

use super::EdgeKind;
use crate::record::Cell;

/// How weights are made comparable between those who speak much and those who speak little.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Normalise {
    /// Not: a weight is a count.
    #[default]
    None,
    /// By activity: of the source where the edge is directed, else of both ends on average.
    Activity,
    /// By all units in which either end is active (Jaccard 1912).
    Jaccard,
}

impl Normalise {
    /// Every way, in the order of the documentation.
    pub const ALL: [Normalise; 3] = [Normalise::None, Normalise::Activity, Normalise::Jaccard];

    /// Returns the name used on the command line.
    pub fn name(self) -> &'static str {
        match self {
            Normalise::None => "none",
            Normalise::Activity => "activity",
            Normalise::Jaccard => "jaccard",
        }
    }

    /// Returns the weight of an edge that holds in `count` units, whose ends are active in so many.
    pub(super) fn weight(self, kind: EdgeKind, count: i64, (source, target): (i64, i64)) -> f64 {
        let count = count as f64;
        let (source, target) = (source as f64, target as f64);
        match self {
            Normalise::None => count,
            Normalise::Activity if kind.is_directed() => count / source,
            Normalise::Activity => count / ((source + target) / 2.0),
            Normalise::Jaccard => count / (source + target - count),
        }
    }

    /// Returns a weight as it is written.
    pub(super) fn cell(self, weight: f64) -> Cell {
        match self {
            Normalise::None => Cell::Integer(weight as i64),
            Normalise::Activity | Normalise::Jaccard => Cell::Weight(weight),
        }
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    #[test]
    fn activity_is_of_the_source_or_of_both_on_average() {
        assert_eq!(Normalise::Activity.weight(EdgeKind::About, 3, (6, 100)), 0.5);
        assert_eq!(Normalise::Activity.weight(EdgeKind::CoQuoted, 3, (4, 8)), 0.5);
        assert_eq!(Normalise::None.weight(EdgeKind::CoQuoted, 3, (4, 8)), 3.0);
    }

    #[test]
    fn jaccard_is_the_shared_part_of_all() {
        assert_eq!(Normalise::Jaccard.weight(EdgeKind::CoQuoted, 3, (4, 8)), 3.0 / 9.0);
        assert_eq!(Normalise::Jaccard.weight(EdgeKind::CoQuoted, 4, (4, 4)), 1.0);
    }

    proptest! {
        #[test]
        fn what_is_normalised_lies_between_zero_and_one(count in 1_i64..1000, a in 0_i64..1000, b in 0_i64..1000) {
            for kind in EdgeKind::ALL {
                for normalise in [Normalise::Activity, Normalise::Jaccard] {
                    let weight = normalise.weight(kind, count, (count + a, count + b));
                    prop_assert!(weight > 0.0 && weight <= 1.0, "{kind:?} {normalise:?} {weight}");
                }
            }
        }
    }
}
