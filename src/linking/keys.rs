//! Hashed keys under which claims that say the same meet, so that a new claim is compared with few others however many
//! there are. A key speaks of its claim alone.

use std::sync::LazyLock;

use super::statement::Statement;
use super::{hash_of, mixed};

/// What a key is made of. Keys of different kinds never meet.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum KeyKind {
    /// A content word rare enough to stand alone.
    Word,
    /// Two of the rarest content words.
    Words,
    /// Two name keys.
    Names,
    /// Which sides of some planes the vector lies on.
    Vector,
}

impl KeyKind {
    /// Returns a key of this kind, so that it meets none of another.
    pub fn apart(self, key: u64) -> u64 {
        mixed(key ^ (self as u64 + 1) << 56)
    }
}

/// How many of the rarest words make pairs, and what both of a pair weigh at least: a pair of frequent words is in too
/// many claims. A weight of 0.8 is that of one paragraph in 6,000.
const RAREST: usize = 12;
const TOGETHER: f32 = 0.8;

/// How many of the rarest words are keys alone, and what each weighs at least: one paragraph in 700.
const SINGLES: usize = 4;
const ALONE: f32 = 0.6;

/// How many names make pairs; those beyond, by hash, are left out.
const NAMES: usize = 4;

/// Bands of the vector, and planes in each. They find few pairs that words do not, and cost the more the larger the
/// corpus is, so that they are few.
const BANDS: usize = 4;
const PLANES: usize = 16;

/// Returns the keys of a claim, sorted, none twice: about 30, at most 80, none of a claim that says too little
/// ([`Statement::is_telling`]).
pub fn keys(statement: &Statement) -> Vec<(KeyKind, u64)> {
    if !statement.is_telling() {
        return Vec::new();
    }
    let mut rare: Vec<(f32, u64)> = statement.words.iter().map(|word| (word.weight, u64::from(word.hash))).collect();
    rare.sort_unstable_by(|one, other| other.0.total_cmp(&one.0).then(one.1.cmp(&other.1)));
    rare.truncate(RAREST);
    let alone = rare.iter().take(SINGLES).filter(|(weight, _)| *weight >= ALONE);
    let mut found: Vec<(KeyKind, u64)> = alone.map(|(_, hash)| (KeyKind::Word, mixed(*hash))).collect();
    for (at, (weight, hash)) in rare.iter().enumerate() {
        let with = rare[at + 1..].iter().filter(|(other, _)| weight + other >= TOGETHER);
        found.extend(with.map(|(_, other)| (KeyKind::Words, pair(*hash, *other))));
    }
    let mut names: Vec<u64> = statement.names.iter().chain(&statement.places).copied().collect();
    names.sort_unstable();
    names.truncate(NAMES);
    for (at, name) in names.iter().enumerate() {
        found.extend(names[at + 1..].iter().map(|other| (KeyKind::Names, pair(*name, *other))));
    }
    found.extend(bands(&statement.vector).map(|key| (KeyKind::Vector, key)));
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

/// Returns a key for two hashes, in whatever order.
fn pair(one: u64, other: u64) -> u64 {
    mixed(mixed(one.min(other)) ^ one.max(other).rotate_left(32))
}

/// Returns a key for each band of planes: vectors with a small angle between them lie on the same side of most planes
/// (Charikar 2002).
fn bands(vector: &[f32]) -> impl Iterator<Item = u64> {
    let count = if vector.is_empty() { 0 } else { BANDS };
    (0..count).map(|band| {
        let planes = band * PLANES..(band + 1) * PLANES;
        let sides = planes.fold(0u64, |sides, plane| {
            let sum: f32 = vector.iter().zip(&PLANE_SIGNS[plane]).map(|(value, sign)| value * sign).sum();
            sides << 1 | u64::from(sum > 0.0)
        });
        (band as u64) << 32 | sides
    })
}

/// The most components of a vector that count.
const SIZE: usize = 384;

/// Planes with a normal of ones and minus ones, from a fixed seed (Achlioptas 2003: as good as normals from a Gaussian).
static PLANE_SIGNS: LazyLock<Vec<[f32; SIZE]>> = LazyLock::new(|| {
    let sign = |plane: usize, at: usize| match mixed(((plane * SIZE + at) as u64) ^ 0x5a50_u64.rotate_left(40)) & 1 {
        0 => -1.0,
        _ => 1.0,
    };
    (0..BANDS * PLANES).map(|plane| std::array::from_fn(|at| sign(plane, at))).collect()
});
