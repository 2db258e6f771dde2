//! Whether two claims oppose each other: only where they speak of the same, and by a rule that can be shown. Silence is
//! better than a false alarm; a connective such as "however" is no sign.

use super::likeness::{Reason, alike, closeness, closest};
use super::sides::Stand;
use super::statement::Statement;

/// By what two claims oppose each other.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Rule {
    /// One says that it is so, the other that it is not.
    Polarity,
    /// They use opposite words: "alive" and "dead".
    Opposites,
    /// They count the same thing and differ.
    Figures,
    /// They say the same of different places.
    Places,
}

impl Rule {
    /// Returns the name used in the database and in exports.
    pub fn name(self) -> &'static str {
        match self {
            Rule::Polarity => "polarity",
            Rule::Opposites => "opposites",
            Rule::Figures => "figures",
            Rule::Places => "places",
        }
    }
}

/// That two claims oppose each other.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Opposition {
    /// By what.
    pub rule: Rule,
    /// How sure that is, 0 to 1.
    pub score: f32,
    /// Why they are taken to speak of the same.
    pub reason: Reason,
    /// How close the sentences come in which they differ.
    pub close: f32,
    /// Whether the one sentence itself, or its cue, says no, as analysis reads it, and not only some word in it.
    pub is_sure: bool,
}

/// The least likeness of claims that oppose each other.
const SAME: f32 = 0.5;

/// The least share of the longer claim's words that both have, where a word, figure or place is the only difference:
/// all else must be nearly the same. A guess, on the side of silence: Emergent has hardly any such pair.
const SHARE: f32 = 0.75;

/// Returns how two claims oppose each other, if they do; the same in both directions.
pub fn opposed(one: &Statement, other: &Statement) -> Option<Opposition> {
    if !one.is_telling() || !other.is_telling() {
        return None;
    }
    opposed_at_all(one, other)
}

/// Returns the same of claims however short: where both stand in one text, little suffices to speak of the same.
pub(super) fn opposed_at_all(one: &Statement, other: &Statement) -> Option<Opposition> {
    if one.is_of_others(other) {
        return None;
    }
    let (one, other) = closest(one, other);
    let rule = by_stand(one, other).or_else(|| by_value(one, other))?;
    let likeness = alike(one, other);
    let shared = likeness.reason.words.0;
    let most = one.words.len().max(other.words.len());
    let is_same = likeness.score >= SAME
        && (rule == Rule::Polarity || (shared > 2 && shared as f32 >= SHARE * (most as f32 - 1.0)));
    let is_sure = rule == Rule::Polarity && (one.sides.is_sure != other.sides.is_sure);
    let close = closeness(one, other);
    is_same.then_some(Opposition { rule, score: likeness.score, reason: likeness.reason, close, is_sure })
}

fn by_stand(one: &Statement, other: &Statement) -> Option<Rule> {
    let stands = (one.sides.stand, other.sides.stand);
    let is_rejected = match stands {
        (Stand::Affirms, Stand::Rejects) => other.sides.rejects(|word| one.has_word(word)),
        (Stand::Rejects, Stand::Affirms) => one.sides.rejects(|word| other.has_word(word)),
        _ => false,
    };
    if is_rejected {
        return Some(Rule::Polarity);
    }
    (one.sides.has_opposite_of(&other.sides) && stands == (Stand::Affirms, Stand::Affirms)).then_some(Rule::Opposites)
}

fn by_value(one: &Statement, other: &Statement) -> Option<Rule> {
    if [one, other].iter().any(|statement| statement.sides.stand != Stand::Affirms) {
        return None;
    }
    let clashes = one.figures.iter().any(|figure| {
        let mut same = other.figures.iter().filter(|theirs| figure.shares_unit(theirs)).peekable();
        same.peek().is_some() && same.all(|theirs| !figure.agrees(theirs))
    });
    let agrees = one.figures.iter().any(|figure| other.figures.iter().any(|theirs| figure.agrees(theirs)));
    if clashes && !agrees {
        return Some(Rule::Figures);
    }
    let apart = one.places.len() == 1 && other.places.len() == 1 && one.places != other.places;
    (apart && one.names == other.names).then_some(Rule::Places)
}
