//! Actors as people type them: which entity a name or an id means, and what to say when that is not clear.

use anyhow::Result;

use super::context::Context;
use super::words::{ARTICLES, counted, short};
use crate::corpus::Corpus;
use crate::corpus::queries::{Candidate, Target};
use crate::error::{Error, ErrorKind};
use crate::identity;
use crate::name::folded;

/// Candidates that an error lists.
const LISTED: usize = 10;
/// Near names that an error suggests.
const SUGGESTED: usize = 5;
/// How many times as often as any other an actor must be mentioned to be meant without asking. A guess.
const CLEARLY_MORE: i64 = 10;

/// Returns the rows of the entities that the typed names or ids mean.
pub fn actors(context: &Context, corpus: &Corpus, typed: &[String]) -> Result<Vec<i64>> {
    typed.iter().map(|typed| actor(context, corpus, typed)).collect()
}

/// Returns the row of the entity that a typed name or id means.
///
/// # Errors
///
/// Nobody is called so, or several are and none of them far more often than the others.
pub fn actor(context: &Context, corpus: &Corpus, typed: &str) -> Result<i64> {
    match corpus.target(typed)? {
        Some(Target::Entity(row)) => return Ok(row),
        Some(_) => {
            let message = format!("{typed} is no actor's id; `sayso show {typed}` shows what it is");
            return Err(Error::not_found(message).into());
        }
        None => {}
    }
    let candidates = corpus.candidates(typed, &identity::keys_of_typed(typed))?;
    match candidates.as_slice() {
        [] => Err(Error::not_found(unknown(corpus, typed)?).into()),
        [one] => Ok(one.entity),
        several => {
            let called_so = called_so(corpus, several, typed)?;
            let Some(one) = clearly_meant(several, &called_so) else {
                return Err(Error::new(ErrorKind::Ambiguous(ambiguous(several, typed))).into());
            };
            context.note(&format!("'{typed}' is taken as {}; {}", one.actor.name, others(several, one)));
            Ok(one.entity)
        }
    }
}

/// Returns the entities of the candidates that have a name which folds to what was typed.
fn called_so(corpus: &Corpus, candidates: &[Candidate], typed: &str) -> Result<Vec<i64>> {
    let typed = folded(typed);
    let mut called_so = Vec::new();
    for candidate in candidates {
        if corpus.aliases(candidate.entity)?.iter().any(|alias| folded(&alias.alias) == typed) {
            called_so.push(candidate.entity);
        }
    }
    Ok(called_so)
}

/// Returns the one candidate among those called so that is mentioned far more often than every other candidate.
fn clearly_meant<'c>(candidates: &'c [Candidate], called_so: &[i64]) -> Option<&'c Candidate> {
    let one = candidates.iter().max_by_key(|candidate| candidate.actor.mentions)?;
    let others = candidates.iter().filter(|other| other.entity != one.entity);
    let most = others.map(|other| other.actor.mentions).max().unwrap_or(0);
    (called_so.contains(&one.entity) && one.actor.mentions >= CLEARLY_MORE * most).then_some(one)
}

fn others(candidates: &[Candidate], one: &Candidate) -> String {
    let others = candidates.iter().filter(|other| other.entity != one.entity).take(LISTED);
    let others: Vec<String> =
        others.map(|other| format!("{} ({})", other.actor.name, short(&other.actor.entity_id))).collect();
    format!("there is also {}", others.join(", "))
}

fn ambiguous(candidates: &[Candidate], typed: &str) -> String {
    let mut message = format!("'{typed}' may mean several actors; use the id or a fuller name:");
    for candidate in candidates.iter().take(LISTED) {
        let actor = &candidate.actor;
        message.push_str(&format!(
            "\n  {}  {} ({}, {})",
            short(&actor.entity_id),
            actor.name,
            actor.kind,
            counted(actor.articles, ARTICLES)
        ));
    }
    if candidates.len() > LISTED {
        message.push_str(&format!("\n  … and {} more", candidates.len() - LISTED));
    }
    message
}

fn unknown(corpus: &Corpus, typed: &str) -> Result<String> {
    let mut near: Vec<Candidate> = Vec::new();
    for word in folded(typed).split(' ').filter(|word| word.len() > 2) {
        near.extend(corpus.candidates(word, &[])?);
    }
    near.sort_by(|a, b| b.actor.mentions.cmp(&a.actor.mentions).then(a.entity.cmp(&b.entity)));
    near.dedup_by_key(|candidate| candidate.entity);
    let names: Vec<&str> = near.iter().take(SUGGESTED).map(|candidate| candidate.actor.name.as_str()).collect();
    Ok(match names.is_empty() {
        true => {
            format!("nobody here is called '{typed}'; `sayso actors` lists who appears, `sayso search` finds words")
        }
        false => format!("nobody here is called '{typed}'; there is {}", names.join(", ")),
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::corpus::queries::ActorRow;

    fn candidate(entity: i64, name: &str, mentions: i64) -> Candidate {
        let actor = ActorRow {
            entity_id: format!("e-{entity}"),
            name: name.to_string(),
            kind: "person".to_string(),
            articles: 1,
            mentions,
            claims_by: 0,
            claims_about: 0,
        };
        Candidate { entity, actor }
    }

    #[test]
    fn a_name_is_clear_when_one_is_called_so_and_far_more_often() {
        let meant = |candidates: &[Candidate]| clearly_meant(candidates, &[1]).map(|one| one.entity);
        assert_eq!(meant(&[candidate(1, "Lind", 40), candidate(2, "Anna Lind", 4)]), Some(1));
        assert_eq!(meant(&[candidate(1, "Lind", 39), candidate(2, "Anna Lind", 4)]), None);
        assert_eq!(meant(&[candidate(1, "Lind", 4), candidate(2, "Anna Lind", 40)]), None);
    }

    #[test]
    fn an_ambiguous_name_lists_whom_it_may_mean() {
        let message = ambiguous(&[candidate(1, "Berta Lind", 40), candidate(2, "Anna Lind", 4)], "lind");
        assert!(message.ends_with("\n  e-2  Anna Lind (person, 1 article)"), "{message}");
    }
}
