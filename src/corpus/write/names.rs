//! Name keys, the table from name keys to entities, and mentions.

use std::cmp::Reverse;
use std::collections::BTreeSet;

use rusqlite::{OptionalExtension, params};

use super::{NewMention, NewName, Writing};
use crate::corpus::ids::{IdKind, id_of};
use crate::error::Result;
use crate::name::folded;

/// A name key waiting to be settled: longer names first, since shorter ones follow them.
type Unsettled = BTreeSet<(Reverse<usize>, i64)>;

impl Writing<'_> {
    /// Stores the names of an article and the evidence it gives for shorter ones; returns their rows.
    pub(super) fn insert_names(&mut self, article: i64, names: &[NewName]) -> Result<Vec<i64>> {
        let mut unsettled = Unsettled::new();
        let mut rows = Vec::with_capacity(names.len());
        for name in names {
            rows.push(self.name_row(&name.key, &name.name, &mut unsettled)?);
        }
        for (name, &full) in names.iter().zip(&rows) {
            for shorter in &name.shorter {
                let spelling = shorter.split_once(':').map_or(shorter.as_str(), |(_, folded)| folded);
                let short = self.name_row(shorter, spelling, &mut unsettled)?;
                if self.add_form(article, short, full)? {
                    unsettled.insert((Reverse(shorter.split(' ').count()), short));
                }
            }
        }
        self.settle(unsettled)?;
        Ok(rows)
    }

    /// Stores mentions.
    pub(super) fn insert_mentions(&self, article: i64, names: &[i64], mentions: &[NewMention]) -> Result<()> {
        let mut insert = self.transaction.prepare_cached(include_str!("sql/insert_mention.sql"))?;
        for mention in mentions {
            insert.execute(params![
                article,
                mention.place.paragraph as i64,
                mention.place.start as i64,
                mention.place.end as i64,
                mention.text,
                mention.kind,
                names[mention.name],
            ])?;
        }
        Ok(())
    }

    /// Deletes the mentions of an article and takes back the evidence it gave.
    pub(super) fn delete_names(&mut self, article: i64) -> Result<()> {
        let mut find = self.transaction.prepare_cached(include_str!("sql/forms_of_article.sql"))?;
        let forms: Vec<(i64, String)> = find
            .query_map([article], |row| Ok((row.get("short")?, row.get("key")?)))?
            .collect::<rusqlite::Result<_>>()?;
        drop(find);
        for sql in [
            "UPDATE name_form SET articles = articles - 1
             FROM article_form WHERE article_form.article = ?1
                AND article_form.short = name_form.short AND article_form.full = name_form.full",
            "DELETE FROM name_form WHERE articles = 0
                AND short IN (SELECT short FROM article_form WHERE article = ?1)",
            "DELETE FROM article_form WHERE article = ?1",
            "DELETE FROM article_name WHERE article = ?1",
            "DELETE FROM mention WHERE paragraph IN (SELECT id FROM paragraph WHERE article = ?1)",
        ] {
            self.transaction.prepare_cached(sql)?.execute([article])?;
        }
        let unsettled = forms.into_iter().map(|(short, key)| (Reverse(key.split(' ').count()), short)).collect();
        self.settle(unsettled)
    }

    /// Returns the row of a name key; a new one leads to an entity of its own until it is settled.
    fn name_row(&self, key: &str, name: &str, unsettled: &mut Unsettled) -> Result<i64> {
        let mut find = self.transaction.prepare_cached("SELECT id, name FROM name_key WHERE key = ?1")?;
        let found: Option<(i64, String)> = find.query_row([key], |row| Ok((row.get(0)?, row.get(1)?))).optional()?;
        if let Some((row, stored)) = found {
            if name < stored.as_str() {
                self.transaction
                    .prepare_cached("UPDATE name_key SET name = ?2 WHERE id = ?1")?
                    .execute(params![row, name])?;
            }
            return Ok(row);
        }
        let entity = self.own_entity(key, name)?;
        let mut insert =
            self.transaction.prepare_cached("INSERT INTO name_key (key, name, entity) VALUES (?1, ?2, ?3)")?;
        let row = insert.insert(params![key, name, entity])?;
        unsettled.insert((Reverse(key.split(' ').count()), row));
        Ok(row)
    }

    /// Returns the entity that a name key leads when it stands alone, made where it is new.
    fn own_entity(&self, key: &str, name: &str) -> Result<i64> {
        let mut find = self.transaction.prepare_cached("SELECT id FROM entity WHERE key = ?1")?;
        if let Some(row) = find.query_row([key], |row| row.get(0)).optional()? {
            return Ok(row);
        }
        let kind = key.split_once(':').map_or("other", |(kind, _)| kind);
        let mut insert = self
            .transaction
            .prepare_cached("INSERT INTO entity (entity_id, key, name, folded, kind) VALUES (?1, ?2, ?3, ?4, ?5)")?;
        Ok(insert.insert(params![id_of(IdKind::Entity, [key]), key, name, folded(name), kind])?)
    }

    /// Notes that an article lets `short` stand for `full`; returns whether that is new to the corpus.
    fn add_form(&self, article: i64, short: i64, full: i64) -> Result<bool> {
        let mut insert = self
            .transaction
            .prepare_cached("INSERT OR IGNORE INTO article_form (article, short, full) VALUES (?1, ?2, ?3)")?;
        if insert.execute([article, short, full])? == 0 {
            return Ok(false);
        }
        let mut count = self.transaction.prepare_cached(
            "INSERT INTO name_form (short, full, articles) VALUES (?1, ?2, 1)
             ON CONFLICT DO UPDATE SET articles = articles + 1 RETURNING articles",
        )?;
        Ok(count.query_row([short, full], |row| row.get::<_, i64>(0))? == 1)
    }

    /// Decides which entity each of these name keys leads to, and follows every change down to shorter names.
    fn settle(&mut self, mut unsettled: Unsettled) -> Result<()> {
        while let Some((_, name)) = unsettled.pop_first() {
            let mut find = self.transaction.prepare_cached(include_str!("sql/settle_name.sql"))?;
            let (key, spelling, entity_before, of_fuller): (String, String, i64, Option<i64>) = find
                .query_row([name], |row| {
                    Ok((row.get("key")?, row.get("name")?, row.get("entity")?, row.get("of_fuller")?))
                })?;
            drop(find);
            let entity = match of_fuller {
                Some(entity) => entity,
                None => self.own_entity(&key, &spelling)?,
            };
            if entity == entity_before {
                continue;
            }
            self.transaction
                .prepare_cached("UPDATE name_key SET entity = ?2 WHERE id = ?1")?
                .execute([name, entity])?;
            self.recount_entity(entity)?;
            self.recount_entity(entity_before)?;
            let mut shorter = self.transaction.prepare_cached(include_str!("sql/shorter_names.sql"))?;
            let mut rows = shorter.query([name])?;
            while let Some(row) = rows.next()? {
                let key: String = row.get("key")?;
                unsettled.insert((Reverse(key.split(' ').count()), row.get("short")?));
            }
        }
        Ok(())
    }
}
