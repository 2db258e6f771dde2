//! The measures by which two claims are compared: what one walk over their words, letters and figures finds.

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

/// What one walk over two claims finds.
#[derive(Default)]
pub(super) struct Measured {
    pub vectors: Option<f32>,
    /// Shared words: how many, their weights, and the squares of these.
    pub words: usize,
    weight: f32,
    square: f32,
    rarest_shared: f32,
    rarest_unshared: f32,
    letters: f32,
    /// The weight of the heaviest run of words that stand side by side in both.
    run: f32,
    pub figures: usize,
    pub is_clash: bool,
}

impl Measured {
    pub fn new(one: &Statement, other: &Statement) -> Measured {
        let mut found = Measured::default();
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

    /// Leaves the vectors out: those of two claims say little of two sentences of theirs.
    pub fn by_words(self) -> Measured {
        Measured { vectors: None, ..self }
    }

    /// Returns the cosine of the weighed words.
    pub fn words_in_common(&self, one: &Statement, other: &Statement) -> f32 {
        self.square / (one.sums.square * other.sums.square).sqrt().max(0.01)
    }

    /// Returns the values of all measures.
    pub fn features(&self, one: &Statement, other: &Statement) -> Features {
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

/// Where a claim has no vector, what the cosine mostly is: at no shared word, and how much more where all are shared.
/// A guess, so that short tests and old claims are not taken for unlike.
const GUESS: (f32, f32) = (0.3, 0.7);

pub(super) fn guessed(words: f32) -> f32 {
    GUESS.0 + GUESS.1 * words
}
