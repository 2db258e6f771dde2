//! What two claims have to do with each other, all in all: a dispute, an echo of words, an echo of sense, or nothing.

use super::compared::Compared;
use super::disputes::dispute;
use super::quotes::{RUN, longest_shared_run};
use super::relation::{Related, Relation, rounded};
use super::restatements::restatement;

/// How many quoted words a reason repeats.
const REPEATED: usize = 12;

/// Returns what links two claims of two pieces; the same in both directions. In a paragraph that was carried over nothing is
/// an echo: that is one text printed twice.
pub fn related(one: &Compared, other: &Compared) -> Option<Related> {
    if one.article == other.article {
        return None;
    }
    if let Some(found) = dispute(one, other) {
        return Some(found);
    }
    let is_carried_over = one.passage.is_some() && one.passage == other.passage;
    if is_carried_over { None } else { quotation(one, other).or_else(|| restatement(one, other)) }
}

fn quotation(one: &Compared, other: &Compared) -> Option<Related> {
    if !(one.is_quoted && other.is_quoted) {
        return None;
    }
    let run = longest_shared_run(&one.text, &other.text).filter(|run| run.words >= RUN)?;
    // Of the two spellings the smaller one, so that the reason does not depend on which claim comes first.
    let words = run.one.of(&one.text).min(run.other.of(&other.text));
    let mut told: Vec<&str> = words.split_whitespace().collect();
    let is_cut = told.len() > REPEATED;
    told.truncate(REPEATED);
    let told = told.join(" ");
    let reason = format!("{} equal words: {told}{}", run.words, if is_cut { " …" } else { "" });
    // All of the shorter claim, or a phrase within it.
    let length = |claim: &Compared| claim.text.split_whitespace().count();
    let share = run.words as f32 / length(one).min(length(other)).max(1) as f32;
    Some(Related { relation: Relation::Echo, rule: "quotation", score: rounded(share.min(1.0)), reason })
}
