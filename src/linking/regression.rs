//! The logistic regression that makes one score of the measures of a pair: fitted by `train/alike.py`, its weights in
//! `tables/alike.txt`.

use std::sync::LazyLock;

use super::measures::{FEATURES, Features};

/// The fitted weights: of each measure and of each product of two, on measures brought to the range of 0 to 1 in
/// which they were seen in training. What lies beyond counts as its end.
pub(super) struct Model {
    ranges: [(f32, f32); FEATURES.len()],
    /// The bias, then for each measure its own weight and those of its products with itself and all after it.
    weights: Vec<f32>,
}

pub(super) static MODEL: LazyLock<Model> = LazyLock::new(|| {
    let mut ranges = [(0.0, 1.0); FEATURES.len()];
    let mut weights = vec![0.0; 1 + FEATURES.len() * (FEATURES.len() + 3) / 2];
    for line in crate::table::lines(include_str!("tables/alike.txt")) {
        match read_line(line) {
            Some(Line::Range(at, low, high)) => ranges[at] = (low, high),
            Some(Line::Weight(at, weight)) => weights[at] = weight,
            None => {}
        }
    }
    Model { ranges, weights }
});

enum Line {
    Range(usize, f32, f32),
    Weight(usize, f32),
}

/// Reads "vectors from 0 to 1", "vectors: -1.5", "vectors * words shared: 0.25" or "bias: -3".
fn read_line(line: &str) -> Option<Line> {
    let place = |name: &str| FEATURES.iter().position(|known| *known == name);
    let Some((name, weight)) = line.split_once(": ") else {
        let (name, range) = line.split_once(" from ")?;
        let (low, high) = range.split_once(" to ")?;
        return Some(Line::Range(place(name)?, low.parse().ok()?, high.parse().ok()?));
    };
    // Before the weights of measure `at` stand the bias and those of all measures before it.
    let before = |at: usize| 1 + (0..at).map(|at| FEATURES.len() - at + 1).sum::<usize>();
    let at = match name.split_once(" * ") {
        _ if name == "bias" => 0,
        Some((one, other)) => before(place(one)?) + 1 + place(other)?.checked_sub(place(one)?)?,
        None => before(place(name)?),
    };
    Some(Line::Weight(at, weight.parse().ok()?))
}

impl Model {
    /// Returns the chance that both claims of a pair with these measures are about one.
    pub fn score(&self, features: &Features) -> f32 {
        let mut scaled = *features;
        for (value, (low, high)) in scaled.iter_mut().zip(&self.ranges) {
            *value = ((*value - low) / (high - low)).clamp(0.0, 1.0);
        }
        let mut rest = &self.weights[1..];
        let mut sum = self.weights[0];
        for at in 0..scaled.len() {
            let (own, after) = rest.split_at(FEATURES.len() - at + 1);
            let products = own[1..].iter().zip(&scaled[at..]).map(|(weight, value)| weight * value).sum::<f32>();
            sum += scaled[at] * (own[0] + products);
            rest = after;
        }
        1.0 / (1.0 + (-sum).exp())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_line_of_the_table_is_understood() {
        let lines = crate::table::lines(include_str!("tables/alike.txt"));
        let read: Vec<Line> = lines.map(|line| read_line(line).expect(line)).collect();
        assert_eq!(read.len(), MODEL.weights.len() + FEATURES.len());
    }
}
