//! How likely it is that two claims say the same, and how close they come as propositions.

use std::fmt;

use super::measures::{Features, Measured, guessed};
use super::regression::MODEL;
use super::statement::Statement;

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
    likeness(&Measured::new(one, other), one, other)
}

/// Returns how close two claims come to each other as propositions, 0 to 1: the cosine of their vectors times the root of
/// the cosine of their weighed words. Two claims can be about one story, and so alike, and yet say different things of
/// it; then each has words that the other lacks, and this is small.
pub fn closeness(one: &Statement, other: &Statement) -> f32 {
    closeness_of(&Measured::new(one, other), one, other)
}

/// Returns the sentences of two claims that come closest; the claims themselves where they are of one sentence.
pub(super) fn closest<'a>(one: &'a Statement, other: &'a Statement) -> (&'a Statement, &'a Statement) {
    if !one.is_divided() && !other.is_divided() {
        return (one, other);
    }
    let pairs = one.each().iter().flat_map(|ours| other.each().iter().map(move |theirs| (ours, theirs)));
    let ranked = pairs.map(|(ours, theirs)| (closeness(ours, theirs), (ours, theirs)));
    // Of two pairs as close, the same one in both directions.
    fn words<'s>((ours, theirs): &(&'s Statement, &'s Statement)) -> [&'s [String]; 2] {
        let (ours, theirs) = (ours.spelled.as_slice(), theirs.spelled.as_slice());
        [ours.min(theirs), ours.max(theirs)]
    }
    let closest =
        ranked.max_by(|(one, pair), (other, with)| one.total_cmp(other).then_with(|| words(pair).cmp(&words(with))));
    closest.map_or((one, other), |(_, pair)| pair)
}

/// Returns closeness and likeness of two sentences by their words alone: the vectors of the claims in which they stand say
/// little of them.
pub(super) fn measured_by_words(one: &Statement, other: &Statement) -> (f32, Likeness) {
    let measured = Measured::new(one, other).by_words();
    (closeness_of(&measured, one, other), likeness(&measured, one, other))
}

/// Returns the closeness of claims whose weighed words and whose vectors have these cosines.
pub(super) fn close(words: f32, vectors: Option<f32>) -> f32 {
    (vectors.unwrap_or_else(|| guessed(words)) * words.max(0.0).sqrt()).clamp(0.0, 1.0)
}

/// Returns the measures of a pair, for training.
pub fn features(one: &Statement, other: &Statement) -> Features {
    Measured::new(one, other).features(one, other)
}

fn closeness_of(measured: &Measured, one: &Statement, other: &Statement) -> f32 {
    close(measured.words_in_common(one, other), measured.vectors)
}

fn likeness(measured: &Measured, one: &Statement, other: &Statement) -> Likeness {
    Likeness {
        score: MODEL.score(&measured.features(one, other)),
        reason: Reason {
            words: (measured.words, one.words.len().min(other.words.len())),
            vectors: measured.vectors,
            figures: measured.figures,
        },
        is_clash: measured.is_clash,
    }
}
