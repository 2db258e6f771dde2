//! A name and a longer one that explains it: "Ossa" and "City of Ossa", "the Senate" and "the Senate of Tessel", "Tomas
//! Reed" and "engineer Tomas Reed". Which of the two comes first does not matter.

use std::collections::{BTreeMap, BTreeSet, HashMap};

use super::{SORTS, Thing, meant};
use crate::analysis::EntityKind;
use crate::analysis::tables::TABLES;
use crate::analysis::things::is_of_several;

/// Storms and the like bear a name of their own after the word for them.
const NAMED: [&str; 5] = ["hurricane", "cyclone", "typhoon", "storm", "operation"];

/// What these stand before is not what they are a part of: South Tessel is no Tessel.
const PARTING: [&str; 10] =
    ["north", "south", "east", "west", "northern", "southern", "eastern", "western", "new", "white"];

pub(super) fn pairs(things: &[Thing]) -> Vec<(usize, usize)> {
    let mut bearers: HashMap<(EntityKind, &str), Vec<usize>> = HashMap::new();
    for (at, thing) in things.iter().enumerate() {
        for name in &thing.names {
            bearers.entry((thing.kind, name.key.as_str())).or_default().push(at);
        }
    }
    let mut pairs: Vec<(usize, usize)> = Vec::new();
    for shorter in [explained as fn(EntityKind, &[&str]) -> Vec<String>, ended] {
        let mut longer: BTreeMap<(EntityKind, String), BTreeSet<usize>> = BTreeMap::new();
        for (at, thing) in things.iter().enumerate() {
            for name in thing.names.iter().filter(|name| !is_of_several(name.text)) {
                let words: Vec<&str> = name.key.split(' ').collect();
                for short in shorter(thing.kind, &words) {
                    longer.entry((thing.kind, short)).or_default().insert(at);
                }
            }
        }
        let joined: BTreeSet<usize> = pairs.iter().map(|(short, _)| *short).collect();
        for ((kind, key), longer) in longer {
            let Some([short]) = bearers.get(&(kind, key.as_str())).map(Vec::as_slice) else { continue };
            // What is known by a longer name already needs no other.
            let is_free = things[*short].is_at_most(key.split(' ').count()) && !joined.contains(short);
            let longer: Vec<usize> = longer.into_iter().filter(|longer| longer != short).collect();
            pairs.extend(meant(things, &longer).filter(|_| is_free).map(|longer| (*short, longer)));
        }
    }
    pairs
}

/// Returns the shorter names that a name explains.
fn explained(kind: EntityKind, words: &[&str]) -> Vec<String> {
    let joint = |joints: &[&str]| words.iter().position(|word| joints.contains(word)).filter(|at| *at > 0);
    let before = |joints: &[&str]| joint(joints).map(|at| words[..at].join(" "));
    let after = || words.get(2..).filter(|rest| !rest.is_empty() && words[1] == "of").map(|rest| rest.join(" "));
    let without_article = |name: String| name.strip_prefix("the ").map(str::to_owned).unwrap_or(name);
    let last = words[words.len() - 1];
    let rest = || words[..words.len() - 1].join(" ");
    let mut shorter: Vec<Option<String>> = Vec::new();
    match kind {
        EntityKind::Place => {
            let is_form = matches!(
                words[0],
                "city" | "state" | "republic" | "kingdom" | "commonwealth" | "town" | "village" | "province" | "island"
            );
            shorter.push(after().filter(|_| is_form).map(without_article));
            shorter.push(before(&["of", "in"]));
            // "The Ossas"; an island alone may be another place than the town that bears its name.
            shorter.push((words.len() > 1 && last == "islands").then(|| rest() + "s"));
            if let [name @ .., "national", "park"] = words {
                shorter.push(Some(name.join(" ")));
            }
        }
        EntityKind::Organisation => {
            shorter.push(after().filter(|_| words[0] == "church").map(without_article));
            shorter.push(before(&["of", "for"]));
            shorter.push(SORTS.contains(&last).then(rest));
        }
        EntityKind::Event => {
            shorter.push(Some(words[1..].join(" ")).filter(|_| NAMED.contains(&words[0])));
        }
        EntityKind::Person => return persons(words),
        _ => {}
    }
    shorter.into_iter().flatten().filter(|short| !short.is_empty()).collect()
}

/// Returns what a person's name of three words and more begins and ends with: "Tomas Reed" for "engineer Tomas Reed".
fn persons(words: &[&str]) -> Vec<String> {
    let is_joint = |word: &&str| matches!(*word, "of" | "in" | "at" | "from" | "for" | "and");
    if words.len() < 3 || words.iter().any(is_joint) {
        return Vec::new();
    }
    let is_title = |word: &&str| TABLES.title(word).is_some() || TABLES.is_title_adjective(word);
    let ends = (1..words.len() - 1).map(|from| &words[from..]);
    let begins = (2..words.len()).filter(|_| words[1] != "the").map(|to| &words[..to]);
    begins.chain(ends).filter(|part| !part.iter().any(is_title)).map(|part| part.join(" ")).collect()
}

/// Returns what the name of a body ends with: "water board" and "board" for "ossa water board".
fn ended(kind: EntityKind, words: &[&str]) -> Vec<String> {
    let is_small = |word: &&str| matches!(*word, "of" | "the" | "and" | "for" | "on" | "de" | "in");
    let end = words.iter().position(is_small).unwrap_or(words.len());
    let is_body = kind == EntityKind::Organisation && !PARTING.contains(&words[0]);
    (1..end).filter(|_| is_body).map(|start| words[start..].join(" ")).collect()
}
