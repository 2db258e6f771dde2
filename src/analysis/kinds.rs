//! What sort of thing each name of a piece is, where the encoder is of several minds: a name has one kind in one piece.
//! Names that people give have the kinds that people give; nothing of this is done to them.

use std::collections::{HashMap, HashSet};

use super::EntityKind;
use super::named::{Name, is_acronym};
use super::persons::divided;
use super::reading::Reading;
use super::things::key_of;
use crate::name::folded;

/// Gives each name without a title the kind it mostly has, and makes a person of whatever bears a person's surname.
pub(super) fn settle(reading: &Reading, names: &mut [Name]) {
    let text_of = |name: &Name| reading.span(&name.words).of(&reading.document.text);
    let folded_names: Vec<String> = names.iter().map(|name| folded(text_of(name))).collect();
    let keys: Vec<String> =
        names.iter().zip(&folded_names).map(|(name, folded)| key_of(text_of(name), folded)).collect();
    let surnames = surnames(names, &folded_names);
    let kinds = settled_kinds(names, &keys);
    for (at, name) in names.iter_mut().enumerate() {
        if name.title.is_empty() {
            name.kind = kinds.get(keys[at].as_str()).copied().unwrap_or(name.kind);
        }
        let surname = divided(&folded_names[at]).0.rsplit(' ').next().unwrap_or(&folded_names[at]);
        if surnames.contains(surname) && is_maybe_person(name, text_of(name)) {
            name.kind = EntityKind::Person;
        }
    }
}

/// Returns the last words of persons' names.
fn surnames<'n>(names: &[Name], folded_names: &'n [String]) -> HashSet<&'n str> {
    let persons = names.iter().zip(folded_names).filter(|(name, _)| name.kind == EntityKind::Person);
    persons.filter_map(|(_, folded)| divided(folded).0.rsplit(' ').next()).collect()
}

/// Returns the kind that each name mostly has, if any is told.
fn settled_kinds<'n>(names: &[Name], keys: &'n [String]) -> HashMap<&'n str, EntityKind> {
    let mut counts: HashMap<&str, Vec<usize>> = HashMap::new();
    for (name, key) in names.iter().zip(keys) {
        let of_kind = counts.entry(key).or_insert_with(|| vec![0; EntityKind::ALL.len()]);
        of_kind[name.kind as usize] += 1;
    }
    let settled = |of_kind: Vec<usize>| {
        let told = |kind: EntityKind| if kind == EntityKind::Other { 0 } else { of_kind[kind as usize] };
        let most =
            EntityKind::ALL.iter().rev().copied().max_by_key(|kind| told(*kind)).filter(|kind| told(*kind) > 0)?;
        // "in Reed" once says little of a name that stands elsewhere a dozen times.
        let is_chance = most == EntityKind::Place && of_kind.iter().sum::<usize>() > 8 * told(most);
        (!is_chance).then_some(most)
    };
    counts.into_iter().filter_map(|(key, of_kind)| Some((key, settled(of_kind)?))).collect()
}

/// Tells whether a name may be a person's: not "in Jordan", not "NRF", not a body of several words, not two people.
fn is_maybe_person(name: &Name, text: &str) -> bool {
    match name.kind {
        EntityKind::Person | EntityKind::Other => !is_acronym(text),
        EntityKind::Organisation | EntityKind::Event => name.words.len() == 1 && !is_acronym(text),
        _ => false,
    }
}
