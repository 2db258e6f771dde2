//! Actors: the list, one with its names and company, and the actor that a typed name means.

use rusqlite::types::Value;

use super::row;
use crate::corpus::Corpus;
use crate::corpus::filter::{Filter, Finder};
use crate::error::Result;
use crate::name::folded;
use crate::record::Cell;

row! {
    /// An actor in the list of actors; counts are over counted articles.
    ActorRow {
        entity_id: String => Cell::Id,
        name: String,
        kind as "type": String,
        articles: i64,
        mentions: i64,
        claims_by: i64,
        claims_about: i64,
    }
}

row! {
    /// A spelling of an actor's name.
    AliasRow {
        alias: String,
        mentions: i64,
    }
}

row! {
    /// Another actor in an actor's company.
    CoActorRow {
        entity_id: String => Cell::Id,
        name: String,
        kind as "type": String,
        articles: i64,
    }
}

/// An entity that a typed name may mean.
#[derive(Debug, Clone, PartialEq)]
pub struct Candidate {
    /// Its row.
    pub entity: i64,
    /// What the list of actors says about it.
    pub actor: ActorRow,
}

const USUAL_ORDER: &str = "entity.articles DESC, entity.mentions DESC, entity.entity_id";

const SORTABLE: &[(&str, &str)] = &[
    ("name", "entity.folded"),
    ("type", "entity.kind"),
    ("articles", "entity.articles"),
    ("mentions", "entity.mentions"),
    ("claims_by", "entity.claims_by"),
    ("claims_about", "entity.claims_about"),
    ("entity_id", "entity.entity_id"),
];

/// Which actors a list takes in.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct ActorFilter {
    /// Kinds of entity; empty for all.
    pub kinds: Vec<String>,
    /// Least number of articles.
    pub min_articles: usize,
}

impl Corpus {
    /// Hands each actor to `each`, the one in most articles first.
    ///
    /// With a filter on articles or claims the counts are of those articles alone.
    pub fn actors(
        &self,
        which: &ActorFilter,
        filter: &Filter,
        each: &mut dyn FnMut(ActorRow) -> Result<()>,
    ) -> Result<()> {
        let order = filter.order(SORTABLE, USUAL_ORDER)?;
        if filter.is_about_articles() {
            let (sql, values) = actors_within(which, filter, &order);
            let mut statement = self.connection.prepare_cached(&sql)?;
            let mut rows = statement.query(rusqlite::params_from_iter(values))?;
            while let Some(row) = rows.next()? {
                each(ActorRow::from_row(row)?)?;
            }
            return Ok(());
        }
        let statement = self.connection.prepare_cached(include_str!("sql/actor.sql"))?;
        self.each_found(find_actors(which, filter).finish(&order, filter.limit), statement, ActorRow::from_row, each)
    }

    /// Counts the actors that [`Corpus::actors`] would list, up to `at_most`.
    pub fn count_actors(&self, which: &ActorFilter, filter: &Filter, at_most: usize) -> Result<usize> {
        match filter.is_about_articles() {
            true => self.count_found(actors_within(which, &Filter { limit: None, ..filter.clone() }, ""), at_most),
            false => self.count_found(find_actors(which, filter).finish("", None), at_most),
        }
    }

    /// Returns one actor of the list by its row.
    pub fn actor(&self, entity: i64) -> Result<ActorRow> {
        let mut statement = self.connection.prepare_cached(include_str!("sql/actor.sql"))?;
        Ok(statement.query_row([entity], ActorRow::from_row)?)
    }

    /// Returns the spellings of an actor's names, most frequent first.
    pub fn aliases(&self, entity: i64) -> Result<Vec<AliasRow>> {
        let mut statement = self.connection.prepare_cached(include_str!("sql/aliases.sql"))?;
        Ok(statement.query_map([entity], AliasRow::from_row)?.collect::<rusqlite::Result<_>>()?)
    }

    /// Returns the actors that stand in most articles together with this one.
    pub fn company(&self, entity: i64, limit: usize) -> Result<Vec<CoActorRow>> {
        let mut statement = self.connection.prepare_cached(include_str!("sql/company.sql"))?;
        let rows = statement.query_map((entity, limit as i64), CoActorRow::from_row)?;
        Ok(rows.collect::<rusqlite::Result<_>>()?)
    }

    /// Returns the days of the first and the last counted article that names an actor.
    pub fn appearances(&self, entity: i64) -> Result<(Option<String>, Option<String>)> {
        let mut statement = self.connection.prepare_cached(include_str!("sql/appearances.sql"))?;
        Ok(statement.query_row([entity], |row| Ok((row.get("first_on")?, row.get("last_on")?)))?)
    }

    /// Returns the entities that a typed name may mean, the most mentioned first.
    ///
    /// `keys` are the name keys that fixed tables give for it. Looked for in turn: those keys and the folded name as a
    /// key; fuller names that it is short for; the name as a spelling; its words inside names. The first step that
    /// finds anybody answers.
    pub fn candidates(&self, typed: &str, keys: &[String]) -> Result<Vec<Candidate>> {
        let folded = folded(typed);
        let keys = serde_json::to_string(keys).expect("a list of texts is JSON");
        for sql in [
            include_str!("sql/candidates_by_key.sql"),
            include_str!("sql/candidates_by_alias.sql"),
            include_str!("sql/candidates_by_words.sql"),
        ] {
            let mut statement = self.connection.prepare_cached(sql)?;
            let rows = statement.query_map([&folded, &keys], |row| {
                Ok(Candidate { entity: row.get("entity")?, actor: ActorRow::from_row(row)? })
            })?;
            let found: Vec<Candidate> = rows.collect::<rusqlite::Result<_>>()?;
            if !found.is_empty() {
                return Ok(found);
            }
        }
        Ok(Vec::new())
    }
}

fn find_actors(which: &ActorFilter, filter: &Filter) -> Finder {
    let mut finder = Finder::new("entity.id FROM entity");
    finder.when("entity.articles >= ?", [Value::from(which.min_articles.max(1) as i64)]);
    finder.when("NOT entity.is_rejected", []);
    finder.when_in("entity.kind IN ({})", which.kinds.iter().map(|kind| kind.clone().into()));
    filter.narrow_actors(&mut finder);
    finder
}

/// Counts actors anew over the articles and claims that a filter finds.
fn actors_within(which: &ActorFilter, filter: &Filter, order: &str) -> (String, Vec<Value>) {
    let mut finder = Finder::new(include_str!("sql/actors_within.sql"));
    let pieces = Filter { tags: Vec::new(), ..filter.clone() };
    pieces.narrow_articles(&mut finder);
    pieces.narrow_to_articles_with_claims(&mut finder);
    filter.narrow_actors(&mut finder);
    finder.when_in("entity.kind IN ({})", which.kinds.iter().map(|kind| kind.clone().into()));
    finder.when("NOT entity.is_rejected", []);
    let (sql, values) = finder.finish("", None);
    let grouped =
        format!("{sql}\nGROUP BY entity.id\nHAVING COUNT(DISTINCT article.id) >= {}", which.min_articles.max(1));
    let mut counted = format!("SELECT * FROM ({grouped}) AS entity");
    if !order.is_empty() {
        counted.push_str(&format!("\nORDER BY {}", order.replace("entity.kind", "entity.type")));
    }
    if let Some(limit) = filter.limit {
        counted.push_str(&format!("\nLIMIT {limit}"));
    }
    (counted, values)
}
