//! What name keys tell of whom they name: "person:anna lind", "person:lind/she".

use crate::hash::hash_of;

/// Tells whether two keys are of one actor, as far as they tell: a piece may have a person's last name only.
pub(super) fn are_of_one(one: &str, other: &str) -> bool {
    let (Some(ours), Some(theirs)) = (person_name(one), person_name(other)) else {
        return !one.is_empty() && one == other;
    };
    let is_last_alone = !ours.contains(' ') || !theirs.contains(' ');
    last_word(ours) == last_word(theirs)
        && (is_last_alone || first_word(ours) == first_word(theirs))
        && !are_man_and_woman(one, other)
}

/// Tells whether two keys are of a man and of a woman: "person:lind/he" and "person:lind/she".
fn are_man_and_woman(one: &str, other: &str) -> bool {
    one.split_once('/').zip(other.split_once('/')).is_some_and(|((_, one), (_, other))| one != other)
}

/// Returns hashes of the last names of people, sorted.
pub(super) fn last_names(names: &[&str]) -> Vec<u64> {
    let names = names.iter().filter_map(|key| person_name(key));
    let mut hashes: Vec<u64> = names.map(|name| hash_of(last_word(name))).collect();
    hashes.sort_unstable();
    hashes
}

/// Returns the names in name keys: "anna lind" of "person:anna lind".
pub(super) fn names_of<'a>(keys: &[&'a str]) -> Vec<&'a str> {
    keys.iter().filter_map(|key| Some(key.split_once(':')?.1)).collect()
}

/// Returns the name in the key of a person: "anna lind" of "person:anna lind", "lind" of "person:lind/she".
fn person_name(key: &str) -> Option<&str> {
    key.strip_prefix("person:")?.split('/').next()
}

fn last_word(name: &str) -> &str {
    name.rsplit(' ').next().unwrap_or(name)
}

fn first_word(name: &str) -> &str {
    name.split(' ').next().unwrap_or(name)
}
