//! Outlets, articles and paragraphs.

use rusqlite::{OptionalExtension, named_params, params};

use super::{NewArticle, Writing};
use crate::corpus::ids::{IdKind, id_of};
use crate::credit::{credit, is_agency};
use crate::error::Result;
use crate::name::folded;
use crate::wording::paragraph_key;

impl Writing<'_> {
    /// Returns the row of the article with this public id, if it is stored.
    pub(in crate::corpus) fn article_row(&self, article_id: &str) -> Result<Option<i64>> {
        let mut statement = self.transaction.prepare_cached("SELECT id FROM article WHERE article_id = ?1")?;
        Ok(statement.query_row([article_id], |row| row.get(0)).optional()?)
    }

    /// Inserts the article, its metadata and paragraphs. It is not counted yet.
    pub(super) fn insert_article(&self, article: &NewArticle, reprint_group: i64) -> Result<i64> {
        let outlet = article.outlet.as_deref().map(|name| self.outlet_row(name)).transpose()?;
        let text = article.paragraphs.iter().filter(|paragraph| paragraph.number > 0);
        let texts: Vec<&str> = text.map(|paragraph| paragraph.text.as_str()).collect();
        let row = self.transaction.prepare_cached(include_str!("sql/insert_article.sql"))?.insert(named_params! {
            ":article_id": article.article_id,
            ":outlet": outlet,
            ":headline": article.headline,
            ":headline_key": article.headline.as_deref().map(folded),
            ":byline": article.byline,
            ":byline_key": article.byline.as_deref().map(folded),
            ":published_on": article.published_on,
            ":url": article.url,
            ":language": article.language,
            ":told_genre": article.told_genre,
            ":words": article.words as i64,
            ":sketch": article.sketch.to_bytes(),
            ":text_key": article.wording.key(),
            ":credit": credit(&texts),
            ":analyzer": self.analyzer_row(&article.findings.analyzer)?,
            ":reprint_group": reprint_group,
        })?;
        let mut insert = self.transaction.prepare_cached(
            "INSERT INTO paragraph (article, number, kind, text, text_key) VALUES (?1, ?2, ?3, ?4, ?5)",
        )?;
        for paragraph in &article.paragraphs {
            let key = key_of_paragraph(paragraph.kind, &paragraph.text);
            insert.execute(params![row, paragraph.number as i64, paragraph.kind, paragraph.text, key])?;
        }
        self.insert_meta(row, &article.meta)?;
        Ok(row)
    }

    /// Adds what another arrival of the same article knows; of two different values the first by alphabet stays, so
    /// that the order of arrival does not matter. Writes nothing where nothing is new, and returns whether it wrote.
    pub(super) fn add_metadata(&self, row: i64, article: &NewArticle) -> Result<bool> {
        if let Some(outlet) = &article.outlet {
            self.outlet_row(outlet)?;
        }
        self.insert_meta(row, &article.meta)?;
        let mut add = self.transaction.prepare_cached(include_str!("sql/add_metadata.sql"))?;
        let changed = add.execute(named_params! {
            ":article": row,
            ":byline": article.byline,
            ":byline_key": article.byline.as_deref().map(folded),
            ":url": article.url,
            ":told_genre": article.told_genre,
        })?;
        Ok(changed > 0)
    }

    fn insert_meta(&self, row: i64, meta: &[(String, String)]) -> Result<()> {
        let mut insert = self
            .transaction
            .prepare_cached("INSERT OR IGNORE INTO article_meta (article, key, value) VALUES (?1, ?2, ?3)")?;
        for (key, value) in meta {
            insert.execute(params![row, key, value])?;
        }
        Ok(())
    }

    /// Returns the outlet of this name, made where it is new; of several spellings the first by alphabet is kept.
    pub(in crate::corpus) fn outlet_row(&self, name: &str) -> Result<i64> {
        let key = folded(name);
        let mut find = self.transaction.prepare_cached(include_str!("sql/find_outlet.sql"))?;
        let found = find.query_row([&key], |row| Ok((row.get(0)?, row.get(1)?))).optional()?;
        let Some((row, stored)): Option<(i64, String)> = found else {
            let mut insert = self
                .transaction
                .prepare_cached("INSERT INTO outlet (outlet_id, name, key, is_agency) VALUES (?1, ?2, ?3, ?4)")?;
            return Ok(insert.insert(params![id_of(IdKind::Outlet, [key.as_str()]), name, key, is_agency(&key)])?);
        };
        if name < stored.as_str() && folded(&stored) == key {
            self.transaction
                .prepare_cached("UPDATE outlet SET name = ?2 WHERE id = ?1")?
                .execute(params![row, name])?;
        }
        Ok(row)
    }

    fn analyzer_row(&self, name: &str) -> Result<i64> {
        self.transaction.prepare_cached("INSERT OR IGNORE INTO analyzer (name) VALUES (?1)")?.execute([name])?;
        let mut find = self.transaction.prepare_cached("SELECT id FROM analyzer WHERE name = ?1")?;
        Ok(find.query_row([name], |row| row.get(0))?)
    }

    /// Gives an article the genre that it is told to have, else the one it is written in.
    pub(super) fn set_genre(&self, article: i64, written: &str) -> Result<()> {
        self.transaction
            .prepare_cached("UPDATE article SET genre = COALESCE(told_genre, ?2) WHERE id = ?1")?
            .execute(params![article, written])?;
        Ok(())
    }

    /// After another arrival, or a person, told the genre: takes it, and lists the author's own claims accordingly.
    pub(in crate::corpus) fn follow_told_genre(&mut self, article: i64) -> Result<()> {
        let is_other = "SELECT told_genre IS NOT NULL AND genre <> told_genre FROM article WHERE id = ?1";
        if !self.transaction.prepare_cached(is_other)?.query_row([article], |row| row.get::<_, bool>(0))? {
            return Ok(());
        }
        self.recounted(article, |writing| {
            let follow = "UPDATE article SET genre = told_genre WHERE id = ?1";
            writing.transaction.prepare_cached(follow)?.execute([article])?;
            writing.list_claims(article)
        })
    }

    pub(super) fn set_analyzer(&self, article: i64, name: &str) -> Result<()> {
        let analyzer = self.analyzer_row(name)?;
        self.transaction
            .prepare_cached("UPDATE article SET analyzer = ?2 WHERE id = ?1 AND analyzer <> ?2")?
            .execute([article, analyzer])?;
        Ok(())
    }
}

/// Returns the key under which a paragraph of running text is found again in another article.
pub(super) fn key_of_paragraph(kind: &str, text: &str) -> Option<i64> {
    (kind == "body").then(|| paragraph_key(text)).flatten()
}
