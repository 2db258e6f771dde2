//! Reprint groups and versions made from nothing, from the stored texts: for what an older program stored, and because
//! groups made so must equal those that grew article by article.

use rusqlite::{OptionalExtension, params};

use super::Writing;
use super::articles::key_of_paragraph;
use crate::corpus::Corpus;
use crate::credit::{credit, is_agency};
use crate::error::Result;
use crate::sketch::Sketch;
use crate::wording::Wording;

/// Forgets groups and versions. The rows of old groups go when nothing is left in them.
const FORGET: &str = "
    DELETE FROM reprint_key;
    DELETE FROM reprint_sample;
    DELETE FROM reprint_link;
    UPDATE reprint_group SET text_key = 'old ' || id, original = NULL;
    UPDATE article SET text_key = NULL, piece = id, version = 1;
";

struct Stored {
    kind: String,
    text: String,
    row: i64,
}

impl Corpus {
    /// Groups the articles that an older program stored, if there are any.
    pub(in crate::corpus) fn group_older(&mut self) -> Result<()> {
        let is_older = "SELECT EXISTS (SELECT 1 FROM article WHERE text_key IS NULL)";
        if self.connection.query_row(is_older, [], |row| row.get(0))? {
            let mut writing = self.writing()?;
            writing.group_again()?;
            writing.commit()?;
        }
        Ok(())
    }
}

impl Writing<'_> {
    /// Makes all reprint groups and versions from nothing, and counts again what that changes.
    pub fn group_again(&mut self) -> Result<()> {
        self.transaction.execute_batch(FORGET)?;
        self.mark_agencies()?;
        let mut last = 0;
        while let Some(article) = self.article_after(last)? {
            self.group_stored(article)?;
            last = article;
        }
        self.transaction.execute_batch(
            "DELETE FROM reprint_group WHERE NOT EXISTS (SELECT 1 FROM article WHERE reprint_group = reprint_group.id)",
        )?;
        let mut last = 0;
        while let Some(article) = self.article_after(last)? {
            self.version_stored(article)?;
            last = article;
        }
        let mut last = 0;
        while let Some(article) = self.article_after(last)? {
            self.count_again(&[article].into())?;
            last = article;
        }
        Ok(())
    }

    fn article_after(&self, last: i64) -> Result<Option<i64>> {
        let mut find = self.transaction.prepare_cached("SELECT id FROM article WHERE id > ?1 ORDER BY id LIMIT 1")?;
        Ok(find.query_row([last], |row| row.get(0)).optional()?)
    }

    fn group_stored(&self, article: i64) -> Result<()> {
        let paragraphs = self.stored_text(article)?;
        let texts: Vec<&str> = paragraphs.iter().map(|paragraph| paragraph.text.as_str()).collect();
        let wording =
            Wording::of(paragraphs.iter().map(|paragraph| (paragraph.kind.as_str(), paragraph.text.as_str())));
        let placed = self.place_text(&wording)?;
        self.transaction
            .prepare_cached("UPDATE article SET text_key = ?2, reprint_group = ?3, credit = ?4 WHERE id = ?1")?
            .execute(params![article, wording.key(), placed.group, credit(&texts)])?;
        let mut mark = self.transaction.prepare_cached("UPDATE paragraph SET text_key = ?2 WHERE id = ?1")?;
        for paragraph in &paragraphs {
            if let Some(key) = key_of_paragraph(&paragraph.kind, &paragraph.text) {
                mark.execute([paragraph.row, key])?;
            }
        }
        self.join_group(article, &placed)?;
        Ok(())
    }

    fn stored_text(&self, article: i64) -> Result<Vec<Stored>> {
        let sql = "SELECT id, kind, text FROM paragraph WHERE article = ?1 AND number > 0 ORDER BY number";
        let mut find = self.transaction.prepare_cached(sql)?;
        let read = |row: &rusqlite::Row<'_>| {
            Ok(Stored { row: row.get("id")?, kind: row.get("kind")?, text: row.get("text")? })
        };
        Ok(find.query_map([article], read)?.collect::<rusqlite::Result<_>>()?)
    }

    /// Joins a stored article to the piece whose version it is.
    pub(super) fn version_stored(&self, article: i64) -> Result<()> {
        let mut find = self.transaction.prepare_cached("SELECT sketch FROM article WHERE id = ?1")?;
        let bytes: Vec<u8> = find.query_row([article], |row| row.get(0))?;
        if let Some(sketch) = Sketch::from_bytes(&bytes) {
            self.join_versions(article, &sketch)?;
        }
        Ok(())
    }

    fn mark_agencies(&self) -> Result<()> {
        let mut find = self.transaction.prepare_cached("SELECT id, key FROM outlet")?;
        let outlets: Vec<(i64, String)> =
            find.query_map([], |row| Ok((row.get(0)?, row.get(1)?)))?.collect::<rusqlite::Result<_>>()?;
        let mut mark = self.transaction.prepare_cached("UPDATE outlet SET is_agency = ?2 WHERE id = ?1")?;
        for (outlet, key) in outlets {
            mark.execute(params![outlet, is_agency(&key)])?;
        }
        Ok(())
    }
}
