//! The counts kept on entities and aliases: they follow every article that begins or ceases to be counted.

use rusqlite::params;

use super::Writing;
use crate::error::Result;
use crate::name::folded;

impl Writing<'_> {
    pub(super) fn is_counted(&self, article: i64) -> Result<bool> {
        let mut find = self.transaction.prepare_cached("SELECT is_counted FROM article WHERE id = ?1")?;
        Ok(find.query_row([article], |row| row.get(0))?)
    }

    /// Changes something about the claims of an article, and keeps all counts right.
    pub(in crate::corpus) fn recounted(
        &mut self,
        article: i64,
        change: impl FnOnce(&mut Self) -> Result<()>,
    ) -> Result<()> {
        let was_counted = self.is_counted(article)?;
        if was_counted {
            self.set_counted(article, false)?;
        }
        change(self)?;
        self.transaction.prepare_cached("DELETE FROM article_name WHERE article = ?1")?.execute([article])?;
        self.sum_up_names(article)?;
        if was_counted {
            self.set_counted(article, true)?;
        }
        Ok(())
    }

    /// Sums mentions and claims of an article up by name key; everything that counts reads those sums.
    pub(super) fn sum_up_names(&self, article: i64) -> Result<()> {
        self.transaction.prepare_cached(include_str!("sql/sum_up_names.sql"))?.execute([article])?;
        Ok(())
    }

    /// Adds the article to all counts and lets its claims meet others, or takes both back.
    pub(super) fn set_counted(&mut self, article: i64, is_counted: bool) -> Result<()> {
        self.transaction
            .prepare_cached("UPDATE article SET is_counted = ?2 WHERE id = ?1")?
            .execute(params![article, is_counted])?;
        let sign = if is_counted { 1 } else { -1 };
        self.transaction.prepare_cached(include_str!("sql/add_to_entities.sql"))?.execute([article, sign])?;
        self.transaction.prepare_cached(include_str!("sql/add_to_aliases.sql"))?.execute([article, sign])?;
        if !is_counted {
            self.transaction
                .prepare_cached("DELETE FROM alias WHERE mentions = 0 AND name_key IN (SELECT name_key FROM article_name WHERE article = ?1)")?
                .execute([article])?;
        }
        let mut entities = self.transaction.prepare_cached(
            "SELECT DISTINCT name_key.entity FROM article_name JOIN name_key ON name_key.id = article_name.name_key
             WHERE article_name.article = ?1",
        )?;
        let mut rows = entities.query([article])?;
        while let Some(row) = rows.next()? {
            self.touched.insert(row.get(0)?);
        }
        drop(rows);
        drop(entities);
        match is_counted {
            true => self.let_claims_in(article),
            false => self.take_claims_out(article),
        }
    }

    /// Counts an entity from scratch, after a name key came to it or left it; forgets it when none is left.
    pub(super) fn recount_entity(&mut self, entity: i64) -> Result<()> {
        let mut forget = self.transaction.prepare_cached(
            "DELETE FROM entity WHERE id = ?1 AND NOT EXISTS (SELECT 1 FROM name_key WHERE entity = ?1)",
        )?;
        if forget.execute([entity])? == 0 {
            self.transaction.prepare_cached(include_str!("sql/recount_entity.sql"))?.execute([entity])?;
        }
        self.touched.insert(entity);
        Ok(())
    }

    /// Chooses the shown name of every entity that was touched: the most frequent spelling of its leading name.
    pub(super) fn choose_names(&mut self) -> Result<()> {
        let mut find = self.transaction.prepare_cached(include_str!("sql/best_name.sql"))?;
        let mut change = self.transaction.prepare_cached(
            "UPDATE entity SET name = ?2, folded = ?3, is_rejected = ?4 WHERE id = ?1 AND (name <> ?2 OR is_rejected <> ?4)",
        )?;
        for &entity in &self.touched {
            let mut rows = find.query([entity])?;
            if let Some(row) = rows.next()? {
                let (name, is_rejected): (String, bool) = (row.get("name")?, row.get("is_rejected")?);
                change.execute(params![entity, name, folded(&name), is_rejected])?;
            }
        }
        self.touched.clear();
        Ok(())
    }
}
