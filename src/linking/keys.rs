//! Hashed keys under which claims that say the same meet, so that a new claim is compared with few others however many
//! there are. A key speaks of its claim alone.

use std::sync::LazyLock;

use super::mixed;
use super::statement::Statement;

/// What a key is made of. Keys of different kinds never meet.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum KeyKind {
    /// Two of the rarest content words.
    Words,
    /// Two name keys.
    Names,
    /// Which sides of some planes the vector lies on.
    Vector,
}

/// How many of the rarest words make pairs.
const RAREST: usize = 6;

/// How many names make pairs; those beyond, by hash, are left out.
const NAMES: usize = 4;

/// Bands of the vector, and planes in each.
const BANDS: usize = 8;
const PLANES: usize = 16;

/// Returns the keys of a claim, sorted, none twice: at most 15 of words, 6 of names, 8 of the vector.
pub fn keys(statement: &Statement) -> Vec<(KeyKind, u64)> {
    let mut rare: Vec<(f32, u32)> = statement.words.iter().map(|word| (word.weight, word.hash)).collect();
    rare.sort_unstable_by(|one, other| other.0.total_cmp(&one.0).then(one.1.cmp(&other.1)));
    let mut words: Vec<u64> = rare.iter().take(RAREST).map(|(_, hash)| u64::from(*hash)).collect();
    words.sort_unstable();
    let mut names: Vec<u64> = statement.names.iter().chain(&statement.places).copied().collect();
    names.sort_unstable();
    names.truncate(NAMES);
    let mut found: Vec<(KeyKind, u64)> = pairs(&words).map(|key| (KeyKind::Words, key)).collect();
    found.extend(pairs(&names).map(|key| (KeyKind::Names, key)));
    found.extend(bands(&statement.vector).map(|key| (KeyKind::Vector, key)));
    found.sort_unstable();
    found.dedup();
    found
}

/// Returns a key for every two of some sorted hashes.
fn pairs(hashes: &[u64]) -> impl Iterator<Item = u64> {
    let each = hashes.iter().enumerate();
    each.flat_map(|(at, one)| hashes[at + 1..].iter().map(|other| mixed(mixed(*one) ^ other.rotate_left(32))))
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
