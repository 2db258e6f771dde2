//! How likely it is that two claims say the same. A logistic regression over a few measures and their products, fitted
//! by `train/alike.py`; its weights stand in `tables/alike.txt`.

use std::fmt;
use std::sync::LazyLock;

use super::figures::Figure;
use super::statement::{Statement, Weighed};

/// What speaks for or against likeness, one name for each measure.
pub const FEATURES: [&str; 12] = [
    "vectors",
    "words shared",
    "letters shared",
    "words, cosine",
    "words, part of the shorter",
    "words shared beside the longest run",
    "figures clash",
    "figures shared",
    "rarest word shared",
    "words of the shorter",
    "words of the longer",
    "rarest word unshared",
];

/// A value for each of [`FEATURES`].
pub type Features = [f32; FEATURES.len()];

/// The score from which two claims count as saying the same; docs/crossref.md tells how it was chosen.
pub const ALIKE: f32 = 0.5;

/// How alike two claims are, and what that rests on.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Likeness {
    /// The chance that both are about one claim, 0 to 1.
    pub score: f32,
    /// What the score rests on.
    pub reason: Reason,
    /// Whether both have figures, and none agrees.
    pub is_clash: bool,
}

/// What a score rests on, in numbers; [`Statement::shared_words`] has the words.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Reason {
    /// Different content words that both have, and that the shorter claim has.
    pub words: (usize, usize),
    /// The cosine of both vectors, where both have one.
    pub vectors: Option<f32>,
    /// Figures that agree.
    pub figures: usize,
}

impl fmt::Display for Reason {
    fn fmt(&self, formatter: &mut fmt::Formatter) -> fmt::Result {
        let (shared, all) = self.words;
        write!(formatter, "{shared} of {all} content words shared")?;
        if let Some(cosine) = self.vectors {
            write!(formatter, "; vectors {cosine:.2}")?;
        }
        match self.figures {
            0 => Ok(()),
            1 => write!(formatter, "; 1 figure agrees"),
            figures => write!(formatter, "; {figures} figures agree"),
        }
    }
}

/// Returns how likely it is that two claims say the same, whoever says it and whether they affirm or deny it.
///
/// The same in both directions. Takes about a microsecond and allocates nothing.
pub fn alike(one: &Statement, other: &Statement) -> Likeness {
    Compared::new(one, other).likeness(one, other)
}

/// Returns how close two claims come to each other as propositions, 0 to 1: the cosine of their vectors times the root of
/// the cosine of their weighed words. Two claims can be about one story, and so alike, and yet say different things of
/// it; then each has words that the other lacks, and this is small.
pub fn closeness(one: &Statement, other: &Statement) -> f32 {
    Compared::new(one, other).closeness(one, other)
}

/// Returns closeness and likeness of two sentences by their words alone: the vectors of the claims in which they stand say
/// little of them.
pub(super) fn measured_by_words(one: &Statement, other: &Statement) -> (f32, Likeness) {
    let compared = Compared { vectors: None, ..Compared::new(one, other) };
    (compared.closeness(one, other), compared.likeness(one, other))
}

/// Returns the closeness of claims whose weighed words and whose vectors have these cosines.
pub(super) fn close(words: f32, vectors: Option<f32>) -> f32 {
    (vectors.unwrap_or_else(|| guessed(words)) * words.max(0.0).sqrt()).clamp(0.0, 1.0)
}

/// Returns the measures of a pair, for training.
pub fn features(one: &Statement, other: &Statement) -> Features {
    Compared::new(one, other).features(one, other)
}

/// Where a claim has no vector, what the cosine mostly is: at no shared word, and how much more where all are shared.
/// A guess, so that short tests and old claims are not taken for unlike.
const GUESS: (f32, f32) = (0.3, 0.7);

fn guessed(words: f32) -> f32 {
    GUESS.0 + GUESS.1 * words
}

/// What one walk over two claims finds.
#[derive(Default)]
struct Compared {
    vectors: Option<f32>,
    /// Shared words: how many, their weights, and the squares of these.
    words: usize,
    weight: f32,
    square: f32,
    rarest_shared: f32,
    rarest_unshared: f32,
    letters: f32,
    /// The weight of the heaviest run of words that stand side by side in both.
    run: f32,
    figures: usize,
    is_clash: bool,
}

impl Compared {
    fn new(one: &Statement, other: &Statement) -> Compared {
        let mut found = Compared::default();
        merged(&one.words, &other.words, |weight, is_shared| {
            if is_shared {
                found.words += 1;
                found.weight += weight;
                found.square += weight * weight;
                found.rarest_shared = found.rarest_shared.max(weight);
            } else {
                found.rarest_unshared = found.rarest_unshared.max(weight);
            }
        });
        let is_told = !one.vector.is_empty() && !other.vector.is_empty();
        found.vectors = is_told.then(|| cosine(&one.vector, &other.vector));
        merged(&one.grams, &other.grams, |weight, is_shared| {
            if is_shared {
                found.letters += weight;
            }
        });
        found.run = if found.words > 1 { heaviest_run(one, other) } else { found.weight };
        let agreeing = |ours: &[Figure], theirs: &[Figure]| {
            ours.iter().filter(|figure| theirs.iter().any(|other| figure.agrees(other))).count()
        };
        found.figures = agreeing(&one.figures, &other.figures).min(agreeing(&other.figures, &one.figures));
        found.is_clash = found.figures == 0 && !one.figures.is_empty() && !other.figures.is_empty();
        found
    }

    fn closeness(&self, one: &Statement, other: &Statement) -> f32 {
        close(self.words_in_common(one, other), self.vectors)
    }

    fn likeness(&self, one: &Statement, other: &Statement) -> Likeness {
        Likeness {
            score: MODEL.score(&self.features(one, other)),
            reason: Reason {
                words: (self.words, one.words.len().min(other.words.len())),
                vectors: self.vectors,
                figures: self.figures,
            },
            is_clash: self.is_clash,
        }
    }

    /// Returns the cosine of the weighed words.
    fn words_in_common(&self, one: &Statement, other: &Statement) -> f32 {
        self.square / (one.sums.square * other.sums.square).sqrt().max(0.01)
    }

    fn features(&self, one: &Statement, other: &Statement) -> Features {
        let words = self.words_in_common(one, other);
        let count = |words: usize| (1.0 + words as f32).ln();
        let (shorter, longer) = if one.words.len() < other.words.len() { (one, other) } else { (other, one) };
        let least = one.sums.weight.min(other.sums.weight).max(0.01);
        [
            self.vectors.unwrap_or_else(|| guessed(words)),
            (1.0 + self.square).ln(),
            (1.0 + self.letters).ln(),
            words,
            self.weight / least,
            (1.0 + (self.weight - self.run).max(0.0)).ln(),
            f32::from(self.is_clash),
            (self.figures.min(2)) as f32,
            self.rarest_shared,
            count(shorter.words.len()),
            count(longer.words.len()),
            self.rarest_unshared,
        ]
    }
}

fn cosine(one: &[f32], other: &[f32]) -> f32 {
    // Eight sums at once: a single one waits for itself.
    let mut sums = [0.0f32; 8];
    let (ones, others) = (one.chunks_exact(8), other.chunks_exact(8));
    for (one, other) in ones.zip(others) {
        for lane in 0..8 {
            sums[lane] += one[lane] * other[lane];
        }
    }
    let (ones, others) = (one.chunks_exact(8).remainder(), other.chunks_exact(8).remainder());
    sums.iter().sum::<f32>() + ones.iter().zip(others).map(|(one, other)| one * other).sum::<f32>()
}

/// Walks over two sorted lists and calls back with the weight of each element and whether both lists have it.
fn merged(one: &[Weighed], other: &[Weighed], mut found: impl FnMut(f32, bool)) {
    let (mut at, mut there) = (0, 0);
    while let (Some(ours), Some(theirs)) = (one.get(at), other.get(there)) {
        let is_shared = ours.hash == theirs.hash;
        found(if ours.hash <= theirs.hash { ours.weight } else { theirs.weight }, is_shared);
        at += usize::from(ours.hash <= theirs.hash);
        there += usize::from(theirs.hash <= ours.hash);
    }
    one[at..].iter().chain(&other[there..]).for_each(|left| found(left.weight, false));
}

/// Returns the weight of the heaviest run of content words that stand side by side in both claims: "Anna Maria Lind" alone
/// is one agreement, not three. Short runs are looked for from each word of the shorter claim.
fn heaviest_run(one: &Statement, other: &Statement) -> f32 {
    let (one, other) = if one.order.len() <= other.order.len() { (one, other) } else { (other, one) };
    let hash = |statement: &Statement, at: usize| statement.words[statement.order[at] as usize].hash;
    let mut heaviest = 0.0f32;
    for start in 0..one.order.len() {
        let first = hash(one, start);
        if other.words.binary_search_by_key(&first, |word| word.hash).is_err() {
            continue;
        }
        for there in (0..other.order.len()).filter(|&there| hash(other, there) == first) {
            let mut run = 0.0;
            let mut step = 0;
            while start + step < one.order.len()
                && there + step < other.order.len()
                && hash(one, start + step) == hash(other, there + step)
            {
                run += one.words[one.order[start + step] as usize].weight;
                step += 1;
            }
            heaviest = heaviest.max(run);
        }
    }
    heaviest
}

/// The fitted weights: of each measure and of each product of two, on measures brought to the range of 0 to 1 in
/// which they were seen in training. What lies beyond counts as its end.
struct Model {
    ranges: [(f32, f32); FEATURES.len()],
    /// The bias, then for each measure its own weight and those of its products with itself and all after it.
    weights: Vec<f32>,
}

static MODEL: LazyLock<Model> = LazyLock::new(|| {
    let mut ranges = [(0.0, 1.0); FEATURES.len()];
    let mut weights = vec![0.0; 1 + FEATURES.len() * (FEATURES.len() + 3) / 2];
    for line in super::lines(include_str!("tables/alike.txt")) {
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
    fn score(&self, features: &Features) -> f32 {
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
        let lines = super::super::lines(include_str!("tables/alike.txt"));
        let read: Vec<Line> = lines.map(|line| read_line(line).expect(line)).collect();
        assert_eq!(read.len(), MODEL.weights.len() + FEATURES.len());
    }
}
