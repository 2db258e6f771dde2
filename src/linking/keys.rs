//! Hashed keys under which claims that say the same meet, so that a new claim is compared with few others however many
//! there are. A key speaks of its claim alone.

use super::statement::Statement;
use crate::hash::{hash_of, mixed};

/// What a key is made of. Keys of different kinds never meet.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum KeyKind {
    /// A content word rare enough to stand alone.
    Word,
    /// Two of the rarest content words.
    Words,
}

/// Stands in a key for the second word where there is one only.
const NOTHING: u64 = 0;

impl KeyKind {
    /// Makes a key of two hashes: 29 bits of the first and 34 of the second.
    ///
    /// So the keys of a claim that begin with its rarest word are neighbours in an index, on few of its pages: the pages
    /// that it makes the index write are what a claim costs most in a large corpus.
    fn key(self, first: u64, second: u64) -> (KeyKind, u64) {
        (self, mixed(first) >> 35 << 34 | mixed(second) >> 30)
    }
}

/// How many of the rarest words make pairs, how many of these lead one, and what both of a pair weigh at least: a pair of
/// frequent words is in too many claims. A weight of 0.6 is that of one paragraph in 700.
const RAREST: usize = 12;
const LEADING: usize = 5;
const TOGETHER: f32 = 0.6;

/// Of the pairs one in so many is a key, by its hash: the same in every claim, so that claims which share a few pairs share
/// a key. Of a claim with so few pairs all are.
const ONE_IN: u64 = 2;
const FEW_PAIRS: usize = 10;

/// How many of the rarest words are keys alone, and what each weighs at least: one paragraph in 700.
const SINGLES: usize = 4;
const ALONE: f32 = 0.6;

/// Returns the keys of a claim, sorted, none twice: about 12, at most 49, none of a claim that says too little
/// ([`Statement::is_telling`]).
pub fn keys(statement: &Statement) -> Vec<(KeyKind, u64)> {
    if !statement.is_telling() {
        return Vec::new();
    }
    let mut rare: Vec<(f32, u64)> = statement.words.iter().map(|word| (word.weight, u64::from(word.hash))).collect();
    rare.sort_unstable_by(|one, other| other.0.total_cmp(&one.0).then(one.1.cmp(&other.1)));
    rare.truncate(RAREST);
    let alone = rare.iter().take(SINGLES).filter(|(weight, _)| *weight >= ALONE);
    let mut found: Vec<_> = alone.map(|(_, hash)| KeyKind::Word.key(*hash, NOTHING)).collect();
    let mut pairs = Vec::new();
    for (at, (weight, hash)) in rare.iter().enumerate().take(LEADING) {
        let with = rare[at + 1..].iter().filter(|(other, _)| weight + other >= TOGETHER);
        pairs.extend(with.map(|(_, other)| KeyKind::Words.key(*hash, *other)));
    }
    let are_few = pairs.len() <= FEW_PAIRS;
    found.extend(pairs.into_iter().filter(|(_, key)| are_few || mixed(*key).is_multiple_of(ONE_IN)));
    found.sort_unstable();
    found.dedup();
    found
}

/// Bits of a place that tell claims of one day apart.
const WITHIN_DAY: u32 = 40;

/// The day of what has no date: after all others.
const NO_DAY: i64 = (1 << 22) - 1;

/// Returns the place of a claim among those that share a key with it: by day (a Julian day number), then by a hash of its
/// public id. Neighbours in time tell one story more often than claims years apart.
pub fn place(day: Option<i64>, claim_id: &str) -> i64 {
    let within = mixed(hash_of(claim_id)) >> (u64::BITS - WITHIN_DAY);
    day.unwrap_or(NO_DAY).clamp(0, NO_DAY) << WITHIN_DAY | within as i64
}
