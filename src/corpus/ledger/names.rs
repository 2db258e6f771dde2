//! What decisions come to for names: which are one actor, which are not, what an actor is called, and what is none.

use std::cmp::Reverse;
use std::collections::{BTreeMap, BTreeSet, HashMap};
use std::rc::Rc;

use rusqlite::{Connection, params};

use super::{Decision, Verb};
use crate::corpus::write::Writing;
use crate::error::Result;

/// The decisions on names as the settling of names reads them.
#[derive(Debug, Default)]
pub struct Rulings {
    /// Every key that people made one with others, and all of those, itself among them.
    groups: HashMap<String, Rc<BTreeSet<String>>>,
    apart: HashMap<String, Vec<String>>,
}

impl Rulings {
    /// Reads what has been decided.
    pub(in crate::corpus) fn of(connection: &Connection) -> Result<Rulings> {
        let mut rulings = Rulings::default();
        let mut find = connection.prepare_cached("SELECT key, ruling, value FROM name_ruling")?;
        let mut rows = find.query([])?;
        while let Some(row) = rows.next()? {
            let (key, value): (String, String) = (row.get("key")?, row.get("value")?);
            match row.get_ref("ruling")?.as_str().unwrap_or_default() {
                "same" => unite(&mut rulings.groups, &key, &value),
                "distinct" => rulings.apart.entry(key).or_default().push(value),
                _ => {}
            }
        }
        Ok(rulings)
    }

    /// Returns the keys that people made one with this one, if any.
    pub(in crate::corpus) fn group(&self, key: &str) -> Option<Rc<BTreeSet<String>>> {
        self.groups.get(key).cloned()
    }

    /// Returns the keys that people hold apart from this one or from any of its group, and that it gives way to: of two
    /// names held apart the fuller one follows its own fuller names, and the other keeps out of that actor.
    pub(in crate::corpus) fn apart_above(&self, key: &str) -> Vec<&str> {
        self.apart(key).into_iter().filter(|other| self.rank(other) < self.rank(key)).collect()
    }

    /// Returns the keys that people hold apart from this one or from any of its group.
    pub(in crate::corpus) fn apart(&self, key: &str) -> Vec<&str> {
        let of = |key: &str| self.apart.get(key).into_iter().flatten().map(String::as_str);
        match self.groups.get(key) {
            Some(group) => group.iter().flat_map(|member| of(member)).collect(),
            None => of(key).collect(),
        }
    }

    /// Returns where a name comes in the order of settling: of a group the fullest name decides. What a name follows comes
    /// before it, so that settling ends and its end does not depend on where it began.
    pub(in crate::corpus) fn rank(&self, key: &str) -> Rank {
        let step = |key: &str| match () {
            () if key.contains('/') => 0,
            () if key.starts_with("other:") => 2,
            () => 1,
        };
        let rank = |key: &str| Rank(Reverse(key.split(' ').count()), step(key), Reverse(key.len()), key.to_string());
        match self.groups.get(key) {
            Some(group) => group.iter().map(|member| rank(member)).min().unwrap_or_else(|| rank(key)),
            None => rank(key),
        }
    }
}

/// The place of a name in the order of settling: fuller names first; of equally full ones those that tell a pronoun first,
/// those of no told kind last; then the longer one.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub struct Rank(Reverse<usize>, u8, Reverse<usize>, String);

fn unite(groups: &mut HashMap<String, Rc<BTreeSet<String>>>, one: &str, other: &str) {
    let mut group = BTreeSet::from([one.to_string(), other.to_string()]);
    for key in [one, other] {
        group.extend(groups.get(key).into_iter().flat_map(|known| known.iter().cloned()));
    }
    let group = Rc::new(group);
    for key in group.iter() {
        groups.insert(key.clone(), group.clone());
    }
}

/// A line of `name_ruling`: key, ruling, value.
type Ruling = (String, &'static str, String);

/// Returns what the decisions in force come to, with the decision behind each line.
///
/// On one pair the latest decision stands. No union is made that a standing "distinct" forbids, in whatever roundabout
/// way it would come about.
fn rulings(in_force: &[(String, &Decision)]) -> BTreeMap<Ruling, String> {
    let mut pairs: BTreeMap<(&str, &str), (bool, &str)> = BTreeMap::new();
    let mut order: Vec<(&str, &str)> = Vec::new();
    let mut rulings = BTreeMap::new();
    let mut labels: BTreeMap<&str, (&str, &str)> = BTreeMap::new();
    let mut rejected: BTreeMap<&str, Option<&str>> = BTreeMap::new();
    for (id, decision) in in_force {
        let Some(key) = decision.anchor.key.as_deref() else { continue };
        match (decision.verb, decision.anchor.other_key.as_deref()) {
            (Verb::Merge | Verb::AddAlias | Verb::Distinct | Verb::RemoveAlias, Some(other)) if other != key => {
                let pair = (key.min(other), key.max(other));
                let is_same = matches!(decision.verb, Verb::Merge | Verb::AddAlias);
                pairs.insert(pair, (is_same, id));
                order.retain(|known| *known != pair);
                order.push(pair);
            }
            (Verb::Rename, _) => {
                labels.insert(key, (decision.value.as_deref().unwrap_or_default(), id));
            }
            (Verb::Reject, _) => {
                rejected.insert(key, Some(id));
            }
            (Verb::Accept, _) => {
                rejected.insert(key, None);
            }
            _ => {}
        }
    }
    let apart: Vec<(&str, &str)> = pairs.iter().filter(|(_, (is_same, _))| !is_same).map(|(pair, _)| *pair).collect();
    let mut groups: HashMap<String, Rc<BTreeSet<String>>> = HashMap::new();
    for pair in order {
        let (is_same, id) = pairs[&pair];
        let (one, other) = (pair.0.to_string(), pair.1.to_string());
        if is_same {
            let mut united = groups.clone();
            unite(&mut united, pair.0, pair.1);
            let group = united[pair.0].clone();
            if apart.iter().any(|(one, other)| group.contains(*one) && group.contains(*other)) {
                continue;
            }
            groups = united;
        }
        let ruling = if is_same { "same" } else { "distinct" };
        rulings.insert((one.clone(), ruling, other.clone()), id.to_string());
        rulings.insert((other, ruling, one), id.to_string());
    }
    for (key, (label, id)) in labels {
        rulings.insert((key.to_string(), "label", label.to_string()), id.to_string());
    }
    for (key, id) in rejected {
        if let Some(id) = id {
            rulings.insert((key.to_string(), "rejected", String::new()), id.to_string());
        }
    }
    rulings
}

impl Writing<'_> {
    /// Brings names in line with the decisions in force.
    pub(super) fn follow_names(&mut self, in_force: &[(String, &Decision)]) -> Result<()> {
        let wanted = rulings(in_force);
        let before: BTreeMap<Ruling, String> = self.stored_rulings()?;
        let mut changed: BTreeSet<&str> = BTreeSet::new();
        for (line, id) in &before {
            if wanted.get(line) != Some(id) {
                let (key, ruling, value) = line;
                let delete = "DELETE FROM name_ruling WHERE key = ?1 AND ruling = ?2 AND value = ?3";
                self.transaction().prepare_cached(delete)?.execute([key.as_str(), ruling, value.as_str()])?;
                changed.extend([key.as_str(), value.as_str()]);
            }
        }
        for (line, id) in &wanted {
            if before.get(line) != Some(id) {
                let (key, ruling, value) = line;
                let insert = "INSERT INTO name_ruling (key, ruling, value, decision_id) VALUES (?1, ?2, ?3, ?4)";
                self.transaction().prepare_cached(insert)?.execute(params![key, ruling, value, id])?;
                changed.extend([key.as_str(), value.as_str()]);
            }
        }
        self.settle_again(&changed)
    }

    fn stored_rulings(&self) -> Result<BTreeMap<Ruling, String>> {
        let mut find = self.transaction().prepare_cached("SELECT key, ruling, value, decision_id FROM name_ruling")?;
        let rows = find.query_map([], |row| {
            let ruling: String = row.get(1)?;
            let ruling = ["same", "distinct", "label", "rejected"].into_iter().find(|known| *known == ruling);
            Ok(((row.get(0)?, ruling.unwrap_or("label"), row.get(2)?), row.get(3)?))
        })?;
        Ok(rows.collect::<rusqlite::Result<_>>()?)
    }
}
