//! Echoes joined into clusters: all that is linked by echoes, directly or through others.
//!
//! Made anew, when a transaction ends, for the claims whose links have changed: they and the clusters they were in are
//! walked through once.

use std::collections::BTreeSet;

use rusqlite::params;

use super::Writing;
use crate::error::Result;

impl Writing<'_> {
    /// Brings the clusters in line with the links.
    pub(super) fn follow_clusters(&mut self) -> Result<()> {
        let mut changed = std::mem::take(&mut self.relinked);
        if changed.is_empty() {
            return Ok(());
        }
        for cluster in self.clusters_of(&changed)? {
            changed.extend(self.rows("SELECT claim FROM echo_member WHERE cluster = ?1", cluster)?);
            self.transaction.prepare_cached("DELETE FROM echo_member WHERE cluster = ?1")?.execute([cluster])?;
            self.transaction.prepare_cached("DELETE FROM echo_cluster WHERE id = ?1")?.execute([cluster])?;
        }
        let mut seen = BTreeSet::new();
        for &claim in &changed {
            let joined = self.joined(claim, &mut seen)?;
            if joined.len() > 1 {
                self.insert_cluster(&joined)?;
            }
        }
        Ok(())
    }

    /// Returns the clusters in which some claims are.
    fn clusters_of(&self, claims: &BTreeSet<i64>) -> Result<BTreeSet<i64>> {
        let mut clusters = BTreeSet::new();
        for &claim in claims {
            clusters.extend(self.rows("SELECT cluster FROM echo_member WHERE claim = ?1", claim)?);
        }
        Ok(clusters)
    }

    /// Returns all claims that are joined with one, itself included; none where it was met before.
    fn joined(&self, claim: i64, seen: &mut BTreeSet<i64>) -> Result<Vec<i64>> {
        let mut joined = Vec::new();
        let mut waiting = vec![claim];
        while let Some(claim) = waiting.pop() {
            if seen.insert(claim) {
                joined.push(claim);
                waiting.extend(self.rows(include_str!("sql/echoes_of_claim.sql"), claim)?);
            }
        }
        Ok(joined)
    }

    fn insert_cluster(&self, claims: &[i64]) -> Result<()> {
        let list = serde_json::to_string(claims).expect("a list of numbers is JSON");
        let mut insert = self.transaction.prepare_cached(include_str!("sql/insert_cluster.sql"))?;
        let cluster = insert.insert([list])?;
        let mut insert = self.transaction.prepare_cached("INSERT INTO echo_member (claim, cluster) VALUES (?1, ?2)")?;
        for claim in claims {
            insert.execute(params![claim, cluster])?;
        }
        Ok(())
    }

    fn rows(&self, sql: &str, of: i64) -> Result<Vec<i64>> {
        let mut find = self.transaction.prepare_cached(sql)?;
        Ok(find.query_map([of], |row| row.get(0))?.collect::<rusqlite::Result<_>>()?)
    }
}
