//! Echoes joined into clusters: all that is linked by echoes, directly or through others.
//!
//! Brought in line when a transaction ends. A new echo brings the clusters of its two claims together, the smaller into the
//! larger, so that a claim more costs the same in a cluster of any size. Where a claim went or changed, or an echo ended that
//! may have held a cluster together, that cluster is walked through anew.

use std::collections::BTreeSet;

use rusqlite::{OptionalExtension, params};

use super::Writing;
use crate::error::Result;

/// What has changed among the links since clusters were last in line with them.
#[derive(Debug, Default)]
pub(super) struct Relinked {
    /// Pairs that a link joins now.
    joined: BTreeSet<(i64, i64)>,
    /// Pairs that a link joined before, of claims which stay as they are.
    parted: BTreeSet<(i64, i64)>,
    /// Claims that went or came, or on whose links somebody decided.
    changed: BTreeSet<i64>,
}

impl Relinked {
    /// Notes a new link.
    pub fn join(&mut self, one: i64, other: i64) {
        self.joined.insert((one.min(other), one.max(other)));
    }

    /// Notes a link that ended because the two meet no more.
    pub fn part(&mut self, one: i64, other: i64) {
        self.parted.insert((one.min(other), one.max(other)));
    }

    /// Notes claims all of whose links may be others.
    pub fn change(&mut self, claims: impl IntoIterator<Item = i64>) {
        self.changed.extend(claims);
    }
}

impl Writing<'_> {
    /// Brings the clusters in line with the links.
    pub(super) fn follow_clusters(&mut self) -> Result<()> {
        let Relinked { joined, parted, mut changed } = std::mem::take(&mut self.relinked);
        for (one, other) in parted {
            if !self.are_held_together(one, other)? {
                changed.extend([one, other]);
            }
        }
        self.walk_anew(changed)?;
        for (one, other) in joined {
            if self.is_joining(one, other)? {
                self.bring_together(one, other)?;
            }
        }
        Ok(())
    }

    /// Tells whether an echo joins two claims, the smaller row first.
    fn is_joining(&self, one: i64, other: i64) -> Result<bool> {
        let find = "SELECT 1 FROM joining_echo WHERE claim_a = ?1 AND claim_b = ?2";
        Ok(self.transaction.prepare_cached(find)?.exists([one, other])?)
    }

    /// Tells whether two claims are joined still, by an echo or through one other claim.
    fn are_held_together(&self, one: i64, other: i64) -> Result<bool> {
        let mut theirs = self.joined_with(other)?;
        theirs.push(other);
        Ok(self.joined_with(one)?.iter().any(|claim| theirs.contains(claim)))
    }

    /// Makes one cluster of those of two claims.
    fn bring_together(&self, one: i64, other: i64) -> Result<()> {
        match (self.cluster_of(one)?, self.cluster_of(other)?) {
            (None, None) => self.insert_cluster(&[one, other]),
            (Some(cluster), None) => self.add_to_cluster(cluster, other),
            (None, Some(cluster)) => self.add_to_cluster(cluster, one),
            (Some(ours), Some(theirs)) if ours == theirs => Ok(()),
            (Some(ours), Some(theirs)) => {
                let is_smaller = self.size(ours)? < self.size(theirs)?;
                let (smaller, larger) = if is_smaller { (ours, theirs) } else { (theirs, ours) };
                let moving = self.dissolve(smaller)?;
                moving.into_iter().try_for_each(|claim| self.add_to_cluster(larger, claim))
            }
        }
    }

    fn add_to_cluster(&self, cluster: i64, claim: i64) -> Result<()> {
        self.transaction.prepare_cached(include_str!("sql/add_to_cluster.sql"))?.execute([cluster, claim])?;
        self.insert_member(cluster, claim)
    }

    /// Dissolves the clusters in which some claims are, and makes clusters of what echoes join among all their claims. What
    /// joins them with others is new.
    fn walk_anew(&self, changed: BTreeSet<i64>) -> Result<()> {
        let mut clusters = BTreeSet::new();
        for &claim in &changed {
            clusters.extend(self.cluster_of(claim)?);
        }
        let mut loose = changed;
        for cluster in clusters {
            loose.extend(self.dissolve(cluster)?);
        }
        while let Some(claim) = loose.pop_first() {
            let joined = self.take_joined(claim, &mut loose)?;
            if joined.len() > 1 {
                self.insert_cluster(&joined)?;
            }
        }
        Ok(())
    }

    /// Takes out of some claims those that are joined with one, directly or through each other, and returns them and it.
    fn take_joined(&self, claim: i64, loose: &mut BTreeSet<i64>) -> Result<Vec<i64>> {
        let mut joined = vec![claim];
        let mut reached = 0;
        while let Some(&claim) = joined.get(reached) {
            let beside = self.joined_with(claim)?;
            joined.extend(beside.into_iter().filter(|other| loose.remove(other)));
            reached += 1;
        }
        Ok(joined)
    }

    fn cluster_of(&self, claim: i64) -> Result<Option<i64>> {
        let mut find = self.transaction.prepare_cached("SELECT cluster FROM echo_member WHERE claim = ?1")?;
        Ok(find.query_row([claim], |row| row.get(0)).optional()?)
    }

    fn size(&self, cluster: i64) -> Result<i64> {
        let mut find = self.transaction.prepare_cached("SELECT claims FROM echo_cluster WHERE id = ?1")?;
        Ok(find.query_row([cluster], |row| row.get(0))?)
    }

    /// Returns the claims that an echo joins with one.
    fn joined_with(&self, claim: i64) -> Result<Vec<i64>> {
        self.rows(include_str!("sql/echoes_of_claim.sql"), claim)
    }

    /// Ends a cluster and returns its claims.
    fn dissolve(&self, cluster: i64) -> Result<Vec<i64>> {
        let claims = self.rows("DELETE FROM echo_member WHERE cluster = ?1 RETURNING claim", cluster)?;
        self.transaction.prepare_cached("DELETE FROM echo_cluster WHERE id = ?1")?.execute([cluster])?;
        Ok(claims)
    }

    fn insert_cluster(&self, claims: &[i64]) -> Result<()> {
        let list = serde_json::to_string(claims).expect("a list of numbers is JSON");
        let cluster = self.transaction.prepare_cached(include_str!("sql/insert_cluster.sql"))?.insert([list])?;
        claims.iter().try_for_each(|&claim| self.insert_member(cluster, claim))
    }

    fn insert_member(&self, cluster: i64, claim: i64) -> Result<()> {
        let insert = "INSERT INTO echo_member (claim, cluster) VALUES (?1, ?2)";
        self.transaction.prepare_cached(insert)?.execute(params![claim, cluster])?;
        Ok(())
    }

    fn rows(&self, sql: &str, of: i64) -> Result<Vec<i64>> {
        let mut find = self.transaction.prepare_cached(sql)?;
        Ok(find.query_map([of], |row| row.get(0))?.collect::<rusqlite::Result<_>>()?)
    }
}
