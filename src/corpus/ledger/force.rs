//! Which decisions are in force, and which of them contradict each other. Pure.

use std::collections::{BTreeMap, HashMap};

use super::{Decision, Verb};

/// Two decisions of which only the later can be followed.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Conflict {
    /// Id of the decision that is not followed.
    pub earlier: String,
    /// Id of the one that is.
    pub later: String,
}

/// Returns the decisions that nobody took back, by time, then id. Taking back an undo brings back what it undid.
pub fn in_force(all: &[Decision]) -> Vec<(String, &Decision)> {
    let mut by_id: BTreeMap<String, &Decision> = all.iter().map(|decision| (decision.id(), decision)).collect();
    let mut revoked_by: HashMap<&str, Vec<&str>> = HashMap::new();
    for (id, decision) in &by_id {
        if let Some(revoked) = &decision.revokes {
            revoked_by.entry(revoked).or_default().push(id);
        }
    }
    // A decision names what it revokes by its content, so no chain of them closes.
    let mut known: HashMap<&str, bool> = HashMap::new();
    for start in by_id.keys() {
        let mut waiting = vec![start.as_str()];
        while let Some(id) = waiting.last().copied() {
            let revokers = revoked_by.get(id).map_or(&[][..], Vec::as_slice);
            match revokers.iter().find(|revoker| !known.contains_key(*revoker)) {
                Some(unknown) => waiting.push(unknown),
                None => {
                    known.insert(id, revokers.iter().all(|revoker| !known[revoker]));
                    waiting.pop();
                }
            }
        }
    }
    let stands: Vec<String> = known.iter().filter(|(_, stands)| **stands).map(|(id, _)| id.to_string()).collect();
    let mut in_force: Vec<(String, &Decision)> =
        stands.into_iter().filter_map(|id| by_id.remove_entry(&id)).filter(|(_, d)| d.verb != Verb::Undo).collect();
    in_force.sort_by(|(one_id, one), (other_id, other)| (&one.made_at, one_id).cmp(&(&other.made_at, other_id)));
    in_force
}

/// Returns the decisions in force that a later one on the same thing overrules.
pub fn conflicts(in_force: &[(String, &Decision)]) -> Vec<Conflict> {
    let mut latest: HashMap<(String, String), (usize, String)> = HashMap::new();
    let mut conflicts = Vec::new();
    for (at, (id, decision)) in in_force.iter().enumerate() {
        let Some((matter, says)) = matter(decision) else { continue };
        if let Some((before, said)) = latest.get(&matter)
            && *said != says
        {
            conflicts.push(Conflict { earlier: in_force[*before].0.clone(), later: id.clone() });
        }
        latest.insert(matter, (at, says));
    }
    conflicts
}

/// Returns what a decision is on, and what it says of that; none where any number of decisions stand side by side.
fn matter(decision: &Decision) -> Option<((String, String), String)> {
    if let (true, Some(object)) = (decision.is_on_link(), &decision.object) {
        let pair = [decision.subject.clone().min(object.clone()), decision.subject.clone().max(object.clone())];
        let is_verdict = matches!(decision.verb, Verb::Accept | Verb::Reject | Verb::Link);
        let says = format!("{} {}", decision.verb.name(), decision.value.as_deref().unwrap_or_default());
        return is_verdict.then(|| ((pair.join("/"), "link".into()), says));
    }
    let subject = decision.anchor.key.clone().unwrap_or_else(|| decision.subject.clone());
    let other = decision.anchor.other_key.clone().or_else(|| decision.value.clone()).unwrap_or_default();
    let pair = || match subject <= other {
        true => (subject.clone(), other.clone()),
        false => (other.clone(), subject.clone()),
    };
    Some(match decision.verb {
        Verb::Merge | Verb::AddAlias => (pair(), "same".into()),
        Verb::Distinct | Verb::RemoveAlias => (pair(), "distinct".into()),
        Verb::Rename => ((subject, "name".into()), decision.value.clone().unwrap_or_default()),
        Verb::Accept | Verb::Reject => ((subject, "verdict".into()), decision.verb.name().into()),
        Verb::Edit | Verb::Set => {
            ((subject, decision.field.clone().unwrap_or_default()), decision.value.clone().unwrap_or_default())
        }
        Verb::Add | Verb::Link | Verb::Remove | Verb::Note | Verb::Tag | Verb::Undo => return None,
    })
}
