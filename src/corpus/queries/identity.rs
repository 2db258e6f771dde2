//! Why an actor is who it is: its names with what joins them, and other actors that may be the same.

use std::collections::BTreeSet;

use super::row;
use crate::corpus::Corpus;
use crate::corpus::ledger::{Decision, Verb};
use crate::error::Result;
use crate::record::Cell;

row! {
    /// A name of an actor and what makes it one.
    NameRow {
        name: String,
        name_key: String,
        mentions: i64,
        because: String,
        decision_id: Option<String>,
        made_by: Option<String>,
    }
}

row! {
    /// Two actors that may be one.
    LikelyRow {
        entity_id: String => Cell::Id,
        name: String,
        other_id: String => Cell::Id,
        other_name: String,
        kind as "type": String,
        articles: i64,
        other_articles: i64,
        score: f64,
        evidence: String,
    }
}

/// An actor as the search for likely joins reads it.
#[derive(Debug, Clone, PartialEq)]
pub struct Named {
    /// Its row.
    pub entity: i64,
    /// Public id.
    pub entity_id: String,
    /// What it is shown as.
    pub name: String,
    /// Its leading name key.
    pub key: String,
    /// person, organisation, …
    pub kind: String,
    /// Counted articles.
    pub articles: i64,
}

impl Corpus {
    /// Returns the names that lead to an actor, the most mentioned first, each with what makes it one.
    pub fn names_of(&self, entity: i64) -> Result<Vec<NameRow>> {
        let mut statement = self.connection.prepare_cached(include_str!("sql/names_of.sql"))?;
        Ok(statement.query_map([entity], NameRow::from_row)?.collect::<rusqlite::Result<_>>()?)
    }

    /// Returns every actor in at least so many counted articles, by key.
    pub fn named(&self, min_articles: usize) -> Result<Vec<Named>> {
        let mut statement = self.connection.prepare_cached(
            "SELECT id, entity_id, name, key, kind, articles FROM entity
             WHERE articles >= ?1 AND NOT is_rejected ORDER BY key",
        )?;
        let named = statement.query_map([min_articles.max(1) as i64], |row| {
            Ok(Named {
                entity: row.get("id")?,
                entity_id: row.get("entity_id")?,
                name: row.get("name")?,
                key: row.get("key")?,
                kind: row.get("kind")?,
                articles: row.get("articles")?,
            })
        })?;
        Ok(named.collect::<rusqlite::Result<_>>()?)
    }

    /// Returns the pairs of actors that people hold apart, each both ways round.
    pub fn held_apart(&self) -> Result<BTreeSet<(i64, i64)>> {
        let mut statement = self.connection.prepare_cached(
            "SELECT one.entity, other.entity
             FROM name_ruling
             JOIN name_key AS one ON one.key = name_ruling.key
             JOIN name_key AS other ON other.key = name_ruling.value
             WHERE name_ruling.ruling = 'distinct'",
        )?;
        let pairs = statement.query_map([], |row| Ok((row.get(0)?, row.get(1)?)))?;
        Ok(pairs.collect::<rusqlite::Result<_>>()?)
    }

    /// Returns the notes and tags of a thing, by its public id: who kept them, and the words. A claim has those that
    /// followed it to here, an actor those of all its names.
    pub fn remarks(&self, id: &str) -> Result<Vec<(String, String, String)>> {
        let placed = self.texts(
            "SELECT ruling.decision_id FROM claim JOIN ruling ON ruling.kind = 'claim' AND ruling.target = claim.id
             WHERE claim.claim_id = ?1",
            id,
        )?;
        let keys = self.texts(
            "SELECT name_key.key FROM entity JOIN name_key ON name_key.entity = entity.id WHERE entity.entity_id = ?1",
            id,
        )?;
        let ledger = self.ledger()?;
        let standing = crate::corpus::ledger::in_force(&ledger);
        let is_on = |decision_id: &String, decision: &Decision| {
            let is_on_name = || decision.anchor.key.as_ref().is_some_and(|key| keys.contains(key));
            decision.subject == id || placed.contains(decision_id) || is_on_name()
        };
        let remarks = standing
            .into_iter()
            .filter(|(decision_id, decision)| {
                matches!(decision.verb, Verb::Note | Verb::Tag) && is_on(decision_id, decision)
            })
            .map(|(_, decision)| {
                (decision.verb.name().to_string(), decision.made_by.clone(), decision.value.clone().unwrap_or_default())
            });
        Ok(remarks.collect())
    }

    fn texts(&self, sql: &str, value: &str) -> Result<Vec<String>> {
        let mut find = self.connection.prepare_cached(sql)?;
        Ok(find.query_map([value], |row| row.get(0))?.collect::<rusqlite::Result<_>>()?)
    }
}
