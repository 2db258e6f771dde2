//! What the encoder says of a document: the type that crosses to the analysis and to `analyze --tokens`.

use std::ops::Range;

use super::labels::Role;

/// Everything the encoder says of one document. Ranges count its tokens.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Answers {
    /// One for each token.
    pub tags: Vec<Tag>,
    /// The names, in order, never overlapping.
    pub names: Vec<Named>,
    /// The parts of attributions, in order, never overlapping.
    pub told: Vec<Told>,
    /// For each sentence, the chance (0 to 1) that it states what is worth checking.
    pub worth: Vec<f32>,
    /// What each token means in its place, [`VECTOR`] numbers a token: like words have vectors that point alike.
    pub vectors: Vec<f32>,
}

/// The numbers in the vector of a token.
pub const VECTOR: usize = 128;

impl Answers {
    /// Returns the mean vector of some tokens, of length 1; of none it is empty.
    pub fn vector(&self, parts: &[Range<usize>]) -> Vec<f32> {
        let mut sum: Vec<f32> = Vec::new();
        for part in parts {
            for vector in self.vectors[part.start * VECTOR..part.end * VECTOR].chunks_exact(VECTOR) {
                sum.resize(VECTOR, 0.0);
                sum.iter_mut().zip(vector).for_each(|(sum, value)| *sum += value);
            }
        }
        let length = sum.iter().map(|value| value * value).sum::<f32>().sqrt().max(f32::MIN_POSITIVE);
        sum.iter().map(|value| value / length).collect()
    }
}

/// What a token is, and what it hangs on.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Tag {
    /// Its universal part of speech (Universal Dependencies 2).
    pub upos: &'static str,
    /// Its tag in the Penn Treebank's set.
    pub xpos: &'static str,
    /// The token it depends on; none for the root of a sentence.
    pub head: Option<usize>,
    /// How it depends (Universal Dependencies 2, with subtypes).
    pub deprel: &'static str,
}

/// A name.
#[derive(Debug, Clone, PartialEq)]
pub struct Named {
    /// Its tokens.
    pub tokens: Range<usize>,
    /// Its kind: person, organisation, place, group, event or other.
    pub kind: &'static str,
    /// The encoder's confidence, 0 to 1.
    pub score: f32,
}

/// A part of an attribution.
#[derive(Debug, Clone, PartialEq)]
pub struct Told {
    /// Its tokens.
    pub tokens: Range<usize>,
    /// Which part.
    pub role: Role,
    /// The encoder's confidence, 0 to 1.
    pub score: f32,
}

impl Tag {
    /// Returns the relation without its subtype: "nsubj" of "nsubj:pass".
    pub fn relation(&self) -> &'static str {
        self.deprel.split(':').next().unwrap_or(self.deprel)
    }
}
