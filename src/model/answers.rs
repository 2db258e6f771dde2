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
