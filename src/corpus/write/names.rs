//! Name keys, the evidence for what shorter names mean, and mentions.

use rusqlite::{OptionalExtension, params};

use super::settling::Unsettled;
use super::{NewMention, NewName, Writing};
use crate::corpus::ids::{IdKind, id_of};
use crate::error::Result;
use crate::name::folded;

/// At so many articles the evidence of a fuller name begins to count: as new, as no slip, as what makes others slips.
const TURNS: [i64; 3] = [1, 2, 10];

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
                    unsettled.insert((self.rulings.rank(shorter), short));
                }
            }
        }
        self.settle(unsettled)?;
        Ok(rows)
    }

    /// Returns the row of a name key that a person gave, made and settled where it is new.
    pub(in crate::corpus) fn name_given(&mut self, key: &str, name: &str) -> Result<i64> {
        let mut unsettled = Unsettled::new();
        let row = self.name_row(key, name, &mut unsettled)?;
        self.settle(unsettled)?;
        Ok(row)
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
        let unsettled = forms.into_iter().map(|(short, key)| (self.rulings.rank(&key), short)).collect();
        self.settle(unsettled)
    }

    /// Returns the row of a name key; a new one leads to an entity of its own until it is settled.
    fn name_row(&mut self, key: &str, name: &str, unsettled: &mut Unsettled) -> Result<i64> {
        let mut find = self.transaction.prepare_cached("SELECT id, name FROM name_key WHERE key = ?1")?;
        let found: Option<(i64, String)> = find.query_row([key], |row| Ok((row.get(0)?, row.get(1)?))).optional()?;
        if let Some((row, stored)) = found {
            if name < stored.as_str() {
                self.transaction
                    .prepare_cached("UPDATE name_key SET name = ?2 WHERE id = ?1")?
                    .execute(params![row, name])?;
                // An actor whom no counted text spells out is called by this spelling.
                self.touched.extend(self.entity_led_by(key)?);
            }
            return Ok(row);
        }
        drop(find);
        let entity = self.own_entity(key, name)?;
        let mut insert =
            self.transaction.prepare_cached("INSERT INTO name_key (key, name, entity) VALUES (?1, ?2, ?3)")?;
        let row = insert.insert(params![key, name, entity])?;
        unsettled.insert((self.rulings.rank(key), row));
        Ok(row)
    }

    /// Returns the entity that a name key leads when it stands alone, made where it is new.
    pub(super) fn own_entity(&mut self, key: &str, name: &str) -> Result<i64> {
        if let Some(row) = self.entity_led_by(key)? {
            return Ok(row);
        }
        let kind = key.split_once(':').map_or("other", |(kind, _)| kind);
        let mut insert = self
            .transaction
            .prepare_cached("INSERT INTO entity (entity_id, key, name, folded, kind) VALUES (?1, ?2, ?3, ?4, ?5)")?;
        let row = insert.insert(params![id_of(IdKind::Entity, [key]), key, name, folded(name), kind])?;
        drop(insert);
        self.touched.insert(row);
        Ok(row)
    }

    fn entity_led_by(&self, key: &str) -> Result<Option<i64>> {
        let mut find = self.transaction.prepare_cached("SELECT id FROM entity WHERE key = ?1")?;
        Ok(find.query_row([key], |row| row.get(0)).optional()?)
    }

    /// Notes that an article lets `short` stand for `full`; returns whether that can change whom `short` means.
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
        let articles: i64 = count.query_row([short, full], |row| row.get(0))?;
        Ok(TURNS.contains(&articles))
    }
}
