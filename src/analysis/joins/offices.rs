//! An office used as a name, "Madam Speaker", "the Home Secretary", and the one person of the piece who is given that
//! title.

use super::Thing;
use crate::analysis::EntityKind;
use crate::analysis::tables::TABLES;

pub(super) fn pairs(things: &[Thing]) -> Vec<(usize, usize)> {
    let is_office = |thing: &&Thing| thing.names.iter().all(|name| is_title(&name.key));
    let persons: Vec<(usize, &Thing)> =
        things.iter().enumerate().filter(|(_, thing)| thing.kind == EntityKind::Person).collect();
    let (offices, holders): (Vec<_>, Vec<_>) = persons.into_iter().partition(|(_, thing)| is_office(thing));
    let holder_of = |office: &Thing| {
        let holds = |holder: &Thing| {
            let titles = holder.titles.iter().map(|title| without_address(title));
            titles
                .flat_map(|title| office.names.iter().map(move |name| (title, name)))
                .any(|(title, name)| !title.is_empty() && title == without_address(&name.key))
        };
        let mut found = holders.iter().filter(|(_, holder)| holds(holder)).map(|(at, _)| *at);
        found.next().filter(|_| found.next().is_none())
    };
    offices.iter().filter_map(|(at, office)| Some((*at, holder_of(office)?))).collect()
}

/// Tells whether folded words are one person's title and nothing else.
fn is_title(key: &str) -> bool {
    let mut words = without_address(key).split(' ');
    !key.ends_with('s') && words.all(|word| TABLES.title(word).is_some() || TABLES.is_title_adjective(word))
}

/// Returns folded words without the address before a title.
fn without_address(key: &str) -> &str {
    ["madam ", "mister ", "mr ", "mrs ", "ms ", "the "]
        .iter()
        .find_map(|address| key.strip_prefix(address))
        .unwrap_or(key)
}
