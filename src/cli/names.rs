//! Actors as people type them: which entity a name or an id means, and what to say when that is not clear.

use anyhow::Result;

use super::context::Context;
use super::words::{ARTICLES, counted, short};
use crate::corpus::Corpus;
use crate::corpus::filter::Filter;
use crate::corpus::queries::{ActorFilter, Candidate, Target};
use crate::error::{Error, ErrorKind};
use crate::identity;
use crate::name::folded;

/// Candidates that an error lists.
const LISTED: usize = 10;
/// Other candidates that a note names.
const TOLD: usize = 3;
/// Near names that an error suggests.
const SUGGESTED: usize = 5;
/// How many times as often as any other an actor must be mentioned to be meant without asking. A guess.
const CLEARLY_MORE: i64 = 10;
/// How like a name must be to what was typed, 0 to 1, to be suggested: one letter amiss in five is.
const LIKE: f64 = 0.88;
/// Among how many of the most frequent actors a like name is looked for.
const LOOKED_THROUGH: usize = 20_000;

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
    let mut candidates = corpus.candidates(typed, &identity::keys_of_typed(typed))?;
    candidates.sort_by_key(|candidate| (-candidate.actor.articles, -candidate.actor.mentions, candidate.entity));
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
    let others: Vec<&Candidate> = candidates.iter().filter(|other| other.entity != one.entity).collect();
    let told = others.iter().take(TOLD);
    let mut told: Vec<String> = told
        .map(|other| format!("{} ({}, {})", other.actor.name, other.actor.kind, short(&other.actor.entity_id)))
        .collect();
    if others.len() > TOLD {
        told.push(format!("{} more", others.len() - TOLD));
    }
    format!("there is also {}", told.join(", "))
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
    let mut names: Vec<String> = near.into_iter().take(SUGGESTED).map(|candidate| candidate.actor.name).collect();
    if names.is_empty() {
        names = like(corpus, typed)?;
    }
    Ok(match names.is_empty() {
        true => {
            format!("nobody here is called '{typed}'; `sayso actors` lists who appears, `sayso search` finds words")
        }
        false => format!("nobody here is called '{typed}'; there is {}", names.join(", ")),
    })
}

/// Returns the names that are most like what was typed, for where somebody mistyped.
fn like(corpus: &Corpus, typed: &str) -> Result<Vec<String>> {
    let typed = folded(typed);
    let mut found: Vec<(f64, String)> = Vec::new();
    let filter = Filter { limit: Some(LOOKED_THROUGH), ..Filter::default() };
    corpus.actors(&ActorFilter::default(), &filter, &mut |actor| {
        let likeness = likeness(&typed, &folded(&actor.name));
        if likeness >= LIKE {
            found.push((likeness, actor.name));
        }
        Ok(())
    })?;
    found.sort_by(|(a, _), (b, _)| b.total_cmp(a));
    found.dedup_by(|(_, a), (_, b)| a == b);
    Ok(found.into_iter().take(SUGGESTED).map(|(_, name)| name).collect())
}

/// Returns how like a name, or the word of it that is most like, is to what was typed.
fn likeness(typed: &str, name: &str) -> f64 {
    let words = name.split(' ').chain([name]);
    words.map(|word| strsim::jaro_winkler(typed, word)).fold(0.0, f64::max)
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
    fn a_letter_amiss_is_like_enough() {
        assert!(likeness("valdik", "anton valdic") >= LIKE);
        assert!(likeness("anton waldic", "anton valdic") >= LIKE);
        assert!(likeness("nobody", "anton valdic") < LIKE);
    }

    #[test]
    fn an_ambiguous_name_lists_whom_it_may_mean() {
        let message = ambiguous(&[candidate(1, "Berta Lind", 40), candidate(2, "Anna Lind", 4)], "lind");
        assert!(message.ends_with("\n  e-2  Anna Lind (person, 1 article)"), "{message}");
    }
}
