//! Which articles carry one text, which are versions of one piece, and which of them all are counted.
//!
//! Reprints are equal texts (near-equal ones come later); the earliest by date, then id, is the original. Versions are
//! texts of one outlet under one address, or without addresses under one headline within a month and alike for the
//! most part; they are numbered by the same order. Counted is the newest version of a piece that is no reprint.

use rusqlite::{OptionalExtension, named_params, params};

use super::Writing;
use crate::error::Result;
use crate::sketch::Sketch;

/// From this share of common word runs on, two texts under one headline are one piece.
const LIKENESS_OF_VERSIONS: f64 = 0.5;

impl Writing<'_> {
    /// Returns the group of articles with this text, made where it is new.
    pub(super) fn reprint_group(&self, text_key: &str) -> Result<i64> {
        let mut find = self.transaction.prepare_cached("SELECT id FROM reprint_group WHERE text_key = ?1")?;
        if let Some(row) = find.query_row([text_key], |row| row.get(0)).optional()? {
            return Ok(row);
        }
        let mut insert = self.transaction.prepare_cached("INSERT INTO reprint_group (text_key) VALUES (?1)")?;
        Ok(insert.insert([text_key])?)
    }

    /// Makes the article the original of its group if it comes first by date, then id.
    ///
    /// Returns the original before it, if there was one: then the article is a reprint, or makes that one a reprint.
    pub(super) fn join_reprints(&self, article: i64, group: i64) -> Result<Option<i64>> {
        let mut find = self.transaction.prepare_cached("SELECT original FROM reprint_group WHERE id = ?1")?;
        let before: Option<i64> = find.query_row([group], |row| row.get(0))?;
        let members = [before.unwrap_or(article), article];
        self.transaction
            .prepare_cached(include_str!("sql/set_original.sql"))?
            .execute(params![group, members[0], members[1]])?;
        Ok(before)
    }

    /// Joins the article to the piece whose version it is, and numbers the versions again.
    ///
    /// Returns whether the piece has other versions.
    pub(super) fn join_versions(&self, article: i64, sketch: &Sketch) -> Result<bool> {
        self.transaction
            .prepare_cached("UPDATE article SET piece = id WHERE id = ?1 AND piece IS NULL")?
            .execute([article])?;
        let mut pieces: Vec<i64> = vec![
            self.transaction
                .prepare_cached("SELECT piece FROM article WHERE id = ?1")?
                .query_row([article], |row| row.get(0))?,
        ];
        let mut find = self.transaction.prepare_cached(include_str!("sql/version_candidates.sql"))?;
        let mut candidates = find.query(named_params! { ":article": article })?;
        while let Some(candidate) = candidates.next()? {
            let is_same_address: bool = candidate.get("is_same_address")?;
            let other = Sketch::from_bytes(candidate.get_ref("sketch")?.as_blob().unwrap_or_default());
            let is_alike = || other.is_some_and(|other| sketch.likeness(&other) >= LIKENESS_OF_VERSIONS);
            if is_same_address || is_alike() {
                pieces.push(candidate.get("piece")?);
            }
        }
        pieces.sort_unstable();
        pieces.dedup();
        if pieces.len() == 1 {
            return Ok(false);
        }
        let pieces = serde_json::to_string(&pieces).expect("a list of numbers is JSON");
        self.transaction.prepare_cached(include_str!("sql/number_versions.sql"))?.execute([pieces])?;
        Ok(true)
    }

    /// After metadata changed: decides again which piece the article is a version of, and which text is the original.
    pub(in crate::corpus) fn place_again(&mut self, article: i64) -> Result<()> {
        let mut find = self.transaction.prepare_cached(include_str!("sql/articles_beside.sql"))?;
        let beside: Vec<i64> = find.query_map([article], |row| row.get(0))?.collect::<rusqlite::Result<_>>()?;
        drop(find);
        for &other in &beside {
            self.transaction
                .prepare_cached("UPDATE article SET piece = id, version = 1 WHERE id = ?1")?
                .execute([other])?;
        }
        for &other in &beside {
            self.transaction.prepare_cached(include_str!("sql/set_group_original.sql"))?.execute([other])?;
            let mut find = self.transaction.prepare_cached("SELECT sketch FROM article WHERE id = ?1")?;
            let bytes: Vec<u8> = find.query_row([other], |row| row.get(0))?;
            if let Some(sketch) = Sketch::from_bytes(&bytes) {
                self.join_versions(other, &sketch)?;
            }
        }
        beside.into_iter().try_for_each(|other| self.count_again(other, None))?;
        // Claims meet in the order of days, and the day may be another now.
        self.meet_again(article)
    }

    /// Decides again which articles are counted, among those that a new article can have changed: its piece, and the
    /// piece of the text's original before it came.
    pub(super) fn count_again(&mut self, article: i64, original_before: Option<i64>) -> Result<()> {
        let mut find = self.transaction.prepare_cached(include_str!("sql/counted_changes.sql"))?;
        let changes: Vec<(i64, bool)> = find
            .query_map(params![article, original_before], |row| Ok((row.get("id")?, row.get("should_count")?)))?
            .collect::<rusqlite::Result<_>>()?;
        drop(find);
        changes.into_iter().try_for_each(|(article, should_count)| self.set_counted(article, should_count))
    }
}
