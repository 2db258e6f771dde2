//! What a typed id, or the beginning of one, means.

use rusqlite::OptionalExtension;

use crate::corpus::Corpus;
use crate::corpus::ids::IdKind;
use crate::error::{Error, ErrorKind, Result};

/// Something with a public id: its row.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Target {
    /// An outlet.
    Outlet(i64),
    /// An article.
    Article(i64),
    /// An entity.
    Entity(i64),
    /// A claim.
    Claim(i64),
}

impl Corpus {
    /// Finds what an id or the beginning of one means; `None` where the text has not the shape of an id.
    ///
    /// # Errors
    ///
    /// Nothing has this id, or several things have ids that begin so.
    pub fn target(&self, typed: &str) -> Result<Option<Target>> {
        let (table, make): (_, fn(i64) -> Target) = match IdKind::of(typed) {
            Some(IdKind::Outlet) => ("outlet", Target::Outlet),
            Some(IdKind::Article) => ("article", Target::Article),
            Some(IdKind::Entity) => ("entity", Target::Entity),
            Some(IdKind::Claim) => ("claim", Target::Claim),
            Some(IdKind::Decision) | None => return Ok(None),
        };
        // A range instead of LIKE, so that the index on the ids answers; '{' is the character after 'z'.
        let sql =
            format!("SELECT id, {table}_id FROM {table} WHERE {table}_id >= ?1 AND {table}_id < ?1 || '{{' LIMIT 6");
        let mut statement = self.connection.prepare_cached(&sql)?;
        let rows = statement.query_map([typed], |row| Ok((row.get(0)?, row.get(1)?)))?;
        let found: Vec<(i64, String)> = rows.collect::<rusqlite::Result<_>>()?;
        match found.as_slice() {
            [] => match self.merged_away(typed)? {
                Some(row) => Ok(Some(Target::Entity(row))),
                None => Err(Error::not_found(format!("no {table} has an id that begins with {typed}"))),
            },
            [(row, _)] => Ok(Some(make(*row))),
            several => {
                let ids: Vec<&str> = several.iter().take(5).map(|(_, id)| id.as_str()).collect();
                let more = if several.len() > 5 { ", …" } else { "" };
                Err(Error::new(ErrorKind::Ambiguous(format!(
                    "several ids begin with {typed}: {}{more}; type one more character",
                    ids.join(", ")
                ))))
            }
        }
    }

    /// Returns the public id of the entity that a name key leads to; `None` for a key that no article has.
    ///
    /// # Errors
    ///
    /// The corpus cannot be read.
    pub fn entity_of_key(&self, key: &str) -> Result<Option<String>> {
        let mut find = self.connection.prepare_cached(
            "SELECT entity_id FROM name_key JOIN entity ON entity.id = name_key.entity WHERE name_key.key = ?1",
        )?;
        Ok(find.query_row([key], |row| row.get(0)).optional()?)
    }

    /// Returns the actor that now holds the names of one which people merged into it, by its former id.
    fn merged_away(&self, typed: &str) -> Result<Option<i64>> {
        let mut find = self.connection.prepare_cached(include_str!("sql/merged_away.sql"))?;
        Ok(find.query_row([typed], |row| row.get(0)).optional()?)
    }
}
