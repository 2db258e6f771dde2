//! The words that are read in a way of their own (`tables/words.txt`).

use std::collections::{HashMap, HashSet};
use std::sync::LazyLock;

use crate::table::named_lines;

/// British spellings to American ones.
pub(super) static SPELLINGS: LazyLock<HashMap<&str, &str>> =
    LazyLock::new(|| listed("spellings").filter_map(|pair| pair.split_once('=')).collect());

/// Words that carry grammar and no content, forms of reporting among them.
pub(super) static GRAMMAR: LazyLock<HashSet<&str>> = LazyLock::new(|| listed("grammar").collect());

/// Words of grammar with which something is said of somebody.
pub(super) static SAYING: LazyLock<HashSet<&str>> = LazyLock::new(|| listed("saying").collect());

/// Content words that say no more than who somebody is.
pub(super) static WHOM: LazyLock<HashSet<&str>> = LazyLock::new(|| listed("whom").collect());

/// Past forms that no ending tells.
pub(super) static IRREGULAR: LazyLock<HashSet<&str>> = LazyLock::new(|| listed("irregular").collect());

/// Returns the words on the lines of `tables/words.txt` that begin with a name.
fn listed(name: &'static str) -> impl Iterator<Item = &'static str> {
    let lines = named_lines(include_str!("tables/words.txt"));
    lines.filter(move |(named, _)| *named == name).flat_map(|(_, words)| words.split_whitespace())
}
