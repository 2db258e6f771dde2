//! Which articles are versions of one piece, and which articles are counted.
//!
//! Versions are texts of one outlet under one address, or without addresses under one headline within a month and alike
//! for the most part; they are numbered by date, then id. Equal texts are reprints, never versions of each other. What
//! is alike is in one reprint group too, so a reprint is an article of another piece than the group's original; counted
//! is the newest version of a piece among those that are no reprint.

use std::collections::BTreeSet;

use rusqlite::named_params;

use super::Writing;
use crate::error::Result;
use crate::sketch::Sketch;

/// From this share of common word runs on, two texts under one headline are one piece …
const LIKENESS_OF_VERSIONS: f64 = 0.5;
/// … and from this share of the shorter one's runs, for a report of five lines may grow to fifty …
const CONTAINED_IN_VERSION: f64 = 0.7;
/// … where a sketch can tell that at all.
const LEAST_LIKENESS: f64 = 0.1;

impl Writing<'_> {
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
            let (words, others): (f64, f64) = (candidate.get("words")?, candidate.get("others")?);
            if is_same_address || other.is_some_and(|other| is_alike(sketch.likeness(&other), words, others)) {
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
        let mut find = self.transaction.prepare_cached("SELECT reprint_group FROM article WHERE id = ?1")?;
        let group: i64 = find.query_row([article], |row| row.get(0))?;
        drop(find);
        let mut changed = BTreeSet::from([article]);
        changed.extend(self.original_of(group)?);
        self.choose_original(group)?;
        changed.extend(self.original_of(group)?);
        let versions = self.version_rows(article)?;
        for &other in &versions {
            self.transaction
                .prepare_cached("UPDATE article SET piece = id, version = 1 WHERE id = ?1")?
                .execute([other])?;
        }
        versions.iter().try_for_each(|&other| self.version_stored(other))?;
        changed.extend(versions);
        self.count_again(&changed)?;
        // Claims meet in the order of days, and the day may be another now.
        self.meet_again(article)
    }

    fn version_rows(&self, article: i64) -> Result<Vec<i64>> {
        let mut find = self.transaction.prepare_cached(include_str!("sql/versions_beside.sql"))?;
        Ok(find.query_map([article], |row| row.get(0))?.collect::<rusqlite::Result<_>>()?)
    }

    /// Decides again which articles are counted in the pieces of these: of an article that came or changed, and of the
    /// originals that its group had before and has now.
    pub(super) fn count_again(&mut self, articles: &BTreeSet<i64>) -> Result<()> {
        let articles = serde_json::to_string(articles).expect("a list of numbers is JSON");
        let mut find = self.transaction.prepare_cached(include_str!("sql/counted_changes.sql"))?;
        let changes: Vec<(i64, bool)> = find
            .query_map([articles], |row| Ok((row.get("id")?, row.get("should_count")?)))?
            .collect::<rusqlite::Result<_>>()?;
        drop(find);
        changes.into_iter().try_for_each(|(article, should_count)| self.set_counted(article, should_count))
    }
}

/// Tells whether two texts, given their likeness and their words, are alike for the most part, at least of the shorter.
fn is_alike(likeness: f64, words: f64, others: f64) -> bool {
    // Of two sets of the sizes a and b with likeness j, j (a + b) / (1 + j) is what both have.
    let contained = likeness * (words + others) / (1.0 + likeness) / words.min(others).max(1.0);
    likeness >= LIKENESS_OF_VERSIONS || likeness >= LEAST_LIKENESS && contained >= CONTAINED_IN_VERSION
}
