//! Hashed keys under which claims that say the same meet, so that a new claim is compared with few others however many
//! there are. A key speaks of its claim alone.

use std::sync::LazyLock;

use super::statement::Statement;
use crate::hash::{hash_of, mixed};

/// What a key is made of. Keys of different kinds never meet.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum KeyKind {
    /// A content word rare enough to stand alone.
    Word,
    /// Two of the rarest content words.
    Words,
    /// Two name keys.
    Names,
    /// A word rare enough to stand alone, and on which sides of some planes the vector lies.
    Vector,
}

/// Stands in a key for the second word where there is one only.
const NOTHING: u64 = 0;

impl KeyKind {
    /// Makes a key of two hashes: a bit of the kind, 29 of the first hash and 34 of the second.
    ///
    /// So the keys of a claim that begin with its rarest word are neighbours in an index, on few of its pages: the pages
    /// that it makes the index write are what a claim costs most in a large corpus.
    fn key(self, first: u64, second: u64) -> (KeyKind, u64) {
        let is_of_names = u64::from(self == KeyKind::Names);
        (self, is_of_names << 63 | mixed(first) >> 35 << 34 | mixed(second) >> 30)
    }
}

/// How many of the rarest words make pairs, how many of these lead one, and what both of a pair weigh at least: a pair of
/// frequent words is in too many claims. A weight of 0.6 is that of one paragraph in 700.
const RAREST: usize = 12;
const LEADING: usize = 5;
const TOGETHER: f32 = 0.6;

/// How many of the rarest words are keys alone, and what each weighs at least: one paragraph in 700.
const SINGLES: usize = 4;
const ALONE: f32 = 0.6;

/// How many names make pairs; those beyond, by hash, are left out.
const NAMES: usize = 4;

/// Planes on one of whose sides a vector lies: few, for the sides stand beside a rare word.
const PLANES: usize = 6;

/// Returns the keys of a claim, sorted, none twice: about 25, at most 60, none of a claim that says too little
/// ([`Statement::is_telling`]).
pub fn keys(statement: &Statement) -> Vec<(KeyKind, u64)> {
    if !statement.is_telling() {
        return Vec::new();
    }
    let mut rare: Vec<(f32, u64)> = statement.words.iter().map(|word| (word.weight, u64::from(word.hash))).collect();
    rare.sort_unstable_by(|one, other| other.0.total_cmp(&one.0).then(one.1.cmp(&other.1)));
    rare.truncate(RAREST);
    let sides = sides(&statement.vector);
    let mut found = Vec::new();
    for (_, hash) in rare.iter().take(SINGLES).filter(|(weight, _)| *weight >= ALONE) {
        found.push(KeyKind::Word.key(*hash, NOTHING));
        found.extend(sides.map(|sides| KeyKind::Vector.key(*hash, sides)));
    }
    for (at, (weight, hash)) in rare.iter().enumerate().take(LEADING) {
        let with = rare[at + 1..].iter().filter(|(other, _)| weight + other >= TOGETHER);
        found.extend(with.map(|(_, other)| KeyKind::Words.key(*hash, *other)));
    }
    let mut names: Vec<u64> = statement.names.iter().chain(&statement.places).copied().collect();
    names.sort_unstable();
    names.truncate(NAMES);
    for (at, name) in names.iter().enumerate() {
        found.extend(names[at + 1..].iter().map(|other| KeyKind::Names.key(*name, *other)));
    }
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

/// Returns on which sides of the planes a vector lies: vectors with a small angle between them lie on the same side of most
/// planes (Charikar 2002). Nothing of no vector.
fn sides(vector: &[f32]) -> Option<u64> {
    let sides = PLANE_SIGNS.iter().fold(0, |sides, signs| {
        let sum: f32 = vector.iter().zip(signs).map(|(value, sign)| value * sign).sum();
        sides << 1 | u64::from(sum > 0.0)
    });
    // Apart from the hash of a word, which has 32 bits.
    (!vector.is_empty()).then_some(1 << 32 | sides)
}

/// The most components of a vector that count.
const SIZE: usize = 384;

/// Planes with a normal of ones and minus ones, from a fixed seed (Achlioptas 2003: as good as normals from a Gaussian).
static PLANE_SIGNS: LazyLock<Vec<[f32; SIZE]>> = LazyLock::new(|| {
    let sign = |plane: usize, at: usize| match mixed(((plane * SIZE + at) as u64) ^ 0x5a50_u64.rotate_left(40)) & 1 {
        0 => -1.0,
        _ => 1.0,
    };
    (0..PLANES).map(|plane| std::array::from_fn(|at| sign(plane, at))).collect()
});
