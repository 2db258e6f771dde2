//! A slip of the pen: a name that stands once and is one letter away from a name that stands more often.

use std::collections::HashMap;

use super::Thing;
use crate::analysis::EntityKind;
use crate::analysis::tables::TABLES;

/// In shorter words one letter makes another name.
const SHORTEST: usize = 6;

pub(super) fn pairs(things: &[Thing]) -> Vec<(usize, usize)> {
    // Names one letter apart are equal without one letter each, or without one letter of one of them.
    let mut alike: HashMap<(EntityKind, String), Vec<(usize, usize)>> = HashMap::new();
    for (at, thing) in things.iter().enumerate() {
        for (number, name) in thing.names.iter().enumerate().filter(|(_, name)| name.key.len() >= SHORTEST) {
            for key in std::iter::once(name.key.clone()).chain(with_one_less(&name.key)) {
                alike.entry((thing.kind, key)).or_default().push((at, number));
            }
        }
    }
    let mut pairs = Vec::new();
    for (at, thing) in things.iter().enumerate() {
        let [slip] = thing.names.as_slice() else { continue };
        if slip.count > 1 {
            continue;
        }
        let near = std::iter::once(slip.key.clone()).chain(with_one_less(&slip.key));
        let near = near.filter_map(|key| alike.get(&(thing.kind, key))).flatten();
        let mut meant: Vec<usize> = near
            .filter(|(other, number)| {
                let name = &things[*other].names[*number];
                *other != at
                    && name.count > 1
                    && things[*other].gender.agrees(thing.gender)
                    && is_slip(thing.kind, &slip.key, &name.key)
            })
            .map(|(other, _)| *other)
            .collect();
        meant.sort_unstable();
        meant.dedup();
        if let [only] = meant.as_slice() {
            pairs.push((at, *only));
        }
    }
    pairs
}

/// Returns a folded name without each of its letters in turn.
fn with_one_less(name: &str) -> impl Iterator<Item = String> + '_ {
    name.char_indices().map(|(at, letter)| format!("{}{}", &name[..at], &name[at + letter.len_utf8()..]))
}

/// Tells whether a name is another one with a letter more, less, changed or doubled inside one of its words. A letter at
/// a word's end is an ending ("Chathams"), other figures mean others, and so do two names that tables list.
fn is_slip(kind: EntityKind, slip: &str, name: &str) -> bool {
    let is_listed = |name: &str| TABLES.place(name).is_some() || TABLES.is_demonym(name);
    if is_listed(slip) && is_listed(name) || kind == EntityKind::Group {
        return false;
    }
    let (words, others): (Vec<&str>, Vec<&str>) = (slip.split(' ').collect(), name.split(' ').collect());
    let mut apart = words.iter().zip(&others).filter(|(one, other)| one != other);
    let (Some((one, other)), None) = (apart.next(), apart.next()) else { return false };
    let is_long = one.len().min(other.len()) >= SHORTEST;
    let is_of_letters = |word: &str| !word.contains(|letter: char| letter.is_ascii_digit());
    let begins_alike = kind != EntityKind::Person || one.as_bytes()[0] == other.as_bytes()[0];
    words.len() == others.len()
        && is_long
        && is_of_letters(one)
        && is_of_letters(other)
        && begins_alike
        && is_one_letter_inside(one.as_bytes(), other.as_bytes())
}

/// Tells whether two words differ by one letter before their last.
fn is_one_letter_inside(one: &[u8], other: &[u8]) -> bool {
    let same_begin = one.iter().zip(other).take_while(|(one, other)| one == other).count();
    let same_end = one.iter().rev().zip(other.iter().rev()).take_while(|(one, other)| one == other).count();
    let (shorter, longer) = (one.len().min(other.len()), one.len().max(other.len()));
    same_end > 0 && longer - shorter <= 1 && same_begin + same_end + 1 >= longer
}
