//! How far each rule is to be trusted: the share of its attributions whose content agreed with people's (at least half of
//! the words in common), counted once on the training articles of PolNeAR.

use super::clauses::Rule;

/// Returns the confidence of a rule.
pub(super) fn score(rule: Rule) -> f64 {
    match rule {
        Rule::Quoted => 0.9,
        Rule::Colon => 0.7,
        Rule::Bare => 0.5,
        Rule::That => 0.6,
        Rule::Clause => 0.6,
        Rule::Trailing => 0.8,
        Rule::According => 0.8,
        Rule::Infinitive => 0.5,
        Rule::Phrase => 0.4,
        Rule::Passive => 0.4,
    }
}
