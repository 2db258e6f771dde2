//! "The Nation", "our Republic" as the name of a place: the state that the piece speaks of, where it speaks of one state
//! more than of all others together.

use super::Thing;
use crate::analysis::EntityKind;
use crate::analysis::tables::TABLES;

/// What a state is called instead of its name.
const STATES: [&str; 5] = ["nation", "country", "republic", "kingdom", "homeland"];

pub(super) fn pairs(things: &[Thing]) -> Vec<(usize, usize)> {
    let is_place = |thing: &Thing| thing.kind == EntityKind::Place;
    let is_state = |thing: &Thing| is_place(thing) && thing.names.iter().any(|name| TABLES.is_state(&name.key));
    let states: Vec<usize> = (0..things.len()).filter(|&at| is_state(&things[at])).collect();
    let all: usize = states.iter().map(|&at| things[at].count()).sum();
    let Some(meant) = states.into_iter().find(|&at| 2 * things[at].count() > all) else { return Vec::new() };
    let is_called = |thing: &Thing| thing.names.iter().all(|name| STATES.contains(&name.key.as_str()));
    (0..things.len()).filter(|&at| is_place(&things[at]) && is_called(&things[at])).map(|at| (at, meant)).collect()
}
