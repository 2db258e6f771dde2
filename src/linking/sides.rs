//! Which side a claim takes on what it speaks of: it says that a thing is so, that it is not so, or leaves it open; and
//! which of two opposite words it uses. What is opposed to what is decided in `opposition`.

use std::collections::HashMap;

use super::attitude::Attitude;
use super::given::Given;
use super::side_words::{Sign, TABLE};
use super::words::{Words, word_hash};

/// Where a claim stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Stand {
    /// It says that something is so.
    Affirms,
    /// It says that something is not so.
    Rejects,
    /// It asks, or tells what others say.
    Open,
}

/// The sides of one claim.
#[derive(Debug, Clone)]
pub(super) struct Sides {
    pub stand: Stand,
    /// What it says is not so.
    rejected: Vec<Rejected>,
    /// Whether the sentence itself says so, or the cue: analysis has read it, and not only a word been seen.
    pub is_sure: bool,
    /// For each pair of opposites used on one side only: the pair and the side.
    pub opposites: Vec<(u16, bool)>,
}

/// What a sign of rejection bears on.
#[derive(Debug, Clone, PartialEq)]
enum Rejected {
    /// All that the claim speaks of.
    All,
    /// The content words that follow it, by hash: "had no time" rejects no flood.
    Words(Vec<u32>),
}

impl Sides {
    pub(super) fn of(given: Given, words: &Words) -> Sides {
        let rejected = rejected(given, words);
        let asks = given.text.contains('?') || words.all.first().is_some_and(|(word, _)| is_asking(word));
        let stand = match rejected.is_empty() {
            _ if asks || given.attitude == Attitude::Withholds => Stand::Open,
            false => Stand::Rejects,
            // "Ministry: the dam holds" tells what somebody says.
            true if given.text.contains(": ")
                || words.all.iter().any(|(word, _)| TABLE.hedges.contains(word.as_str())) =>
            {
                Stand::Open
            }
            true => Stand::Affirms,
        };
        let is_sure = given.is_negated == Some(true) || given.attitude == Attitude::Denies;
        Sides { stand, rejected, is_sure, opposites: opposites(words) }
    }

    /// Tells whether a word says that something is not so.
    pub(super) fn rejects_anything(&self) -> bool {
        !self.rejected.is_empty()
    }

    /// Tells whether one of a pair of opposite words is used here and the other there.
    pub(super) fn has_opposite_of(&self, other: &Sides) -> bool {
        self.opposites.iter().any(|(pair, side)| other.opposites.contains(&(*pair, !side)))
    }

    /// Tells whether what is rejected here is said by a claim that has these words, by hash.
    pub(super) fn rejects(&self, has_word: impl Fn(u32) -> bool) -> bool {
        self.rejected.iter().any(|rejected| match rejected {
            Rejected::All => true,
            Rejected::Words(hashes) => hashes.iter().any(|hash| has_word(*hash)),
        })
    }
}

/// Tells whether a content that begins with a word asks: "whether the dam holds".
pub(super) fn is_asking(first: &str) -> bool {
    matches!(first, "whether" | "if" | "why" | "how")
}

/// How many content words behind a negation or a verb of rejecting it bears on.
const REACH: (usize, usize) = (2, 3);

/// How many words before a verdict another rejection turns it round: "not a hoax", "denies that it is fake".
const TURNED: usize = 4;

fn rejected(given: Given, words: &Words) -> Vec<Rejected> {
    let signs = signs(words);
    let is_turned = |at: usize| {
        let turns =
            |(before, sign): &(usize, Sign)| *sign != Sign::Verdict && (at.saturating_sub(TURNED)..at).contains(before);
        signs.iter().any(turns)
    };
    let turned: Vec<usize> =
        signs.iter().filter(|(at, sign)| *sign == Sign::Verdict && is_turned(*at)).map(|(at, _)| *at).collect();
    let is_spent = |at: usize| turned.iter().any(|verdict| (at..=at + TURNED).contains(verdict));
    let open: Vec<&(usize, Sign)> = signs.iter().filter(|(at, _)| !is_spent(*at)).collect();
    let mut found: Vec<Rejected> = open.iter().map(|(at, sign)| scope(words, *at, *sign)).collect();
    let opening = given.text.trim_start();
    let is_answer = ["No, ", "No - ", "No – ", "No — ", "Nope", "Sorry, "].iter().any(|no| opening.starts_with(no));
    if is_answer || (given.is_negated == Some(true) && signs.is_empty()) {
        found.push(Rejected::All);
    }
    if given.attitude != Attitude::Denies {
        return found;
    }
    // Who denies a rejection affirms; what exactly is not told by words.
    if found.is_empty() { vec![Rejected::All] } else { Vec::new() }
}

/// Returns the signs of rejection and the places of their words.
fn signs(words: &Words) -> Vec<(usize, Sign)> {
    let pair = |at: usize| Some(format!("{} {}", words.all[at].0, words.all.get(at + 1)?.0));
    let word = |at: Option<usize>| at.and_then(|at| words.all.get(at)).map_or("", |(word, _)| word.as_str());
    // "Those who are not members", "not only the dam": nothing is said not to be so.
    let is_idle = |at: usize| {
        let before = [at.checked_sub(1), at.checked_sub(2)].map(word);
        before.iter().any(|word| matches!(*word, "who" | "which" | "whom"))
            || matches!(word(Some(at + 1)), "only" | "just" | "merely" | "necessarily")
    };
    let sign = |at: usize| {
        let single = TABLE.signs.get(words.all[at].0.as_str()).copied();
        Some((at, single.or_else(|| TABLE.signs.get(pair(at)?.as_str()).copied())?))
    };
    (0..words.all.len()).filter_map(sign).filter(|(at, sign)| *sign != Sign::Negation || !is_idle(*at)).collect()
}

fn scope(words: &Words, at: usize, sign: Sign) -> Rejected {
    let follow = |most: usize| {
        let mut places: Vec<usize> = words.all[at + 1..].iter().filter_map(|(_, place)| *place).collect();
        places.dedup();
        let hashes: Vec<u32> = places.into_iter().take(most).map(|place| word_hash(&words.content[place])).collect();
        if hashes.is_empty() { Rejected::All } else { Rejected::Words(hashes) }
    };
    let is_before_noun = words.all.get(at + 1).is_some_and(|(_, place)| place.is_some());
    match sign {
        Sign::Negation => follow(REACH.0),
        Sign::Denial => follow(REACH.1),
        Sign::Verdict if is_before_noun && ADJECTIVES.contains(&words.all[at].0.as_str()) => follow(1),
        Sign::Verdict => Rejected::All,
    }
}

/// Verdicts that may belong to the noun behind them: "fake papers".
const ADJECTIVES: [&str; 9] =
    ["fake", "false", "bogus", "doctored", "staged", "forged", "misleading", "wrong", "satirical"];

/// Returns the pairs of opposite words of which one side alone is used, and which. What stands behind "than" is the side
/// not taken: "does more to hurt than to help".
fn opposites(words: &Words) -> Vec<(u16, bool)> {
    let mut used: HashMap<u16, (bool, bool)> = HashMap::new();
    let mut is_behind_than = false;
    for (word, place) in &words.all {
        is_behind_than |= word == "than";
        let listed = place.and_then(|place| TABLE.opposites.get(words.content[place].as_str()));
        for (pair, side) in listed.into_iter().flatten() {
            let sides = used.entry(*pair).or_default();
            match side {
                _ if is_behind_than && *sides != (false, false) => {}
                true => sides.1 = true,
                false => sides.0 = true,
            }
        }
    }
    let one_sided = used.into_iter().filter(|(_, (left, right))| left != right);
    let mut opposites: Vec<(u16, bool)> = one_sided.map(|(pair, (_, right))| (pair, right)).collect();
    opposites.sort_unstable();
    opposites
}
