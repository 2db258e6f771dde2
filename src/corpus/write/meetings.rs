//! Claims meet under shared keys and are linked.
//!
//! Under a key the claims stand in the order of their places (day, then hash), and a claim is compared with the
//! [`NEAREST`] on either side. So one more claim costs the same however many share its keys, claims next to each other
//! always meet, and what is linked is a function of the set: two claims meet if and only if they share a key under which
//! fewer than [`NEAREST`] stand between them. A newcomer therefore also parts pairs, those that were just near enough,
//! and a claim that goes brings such pairs together again. `claim_link.meetings` counts the keys through which a pair
//! meets; with none left the link ends. What stands in one article is compared in `inside`.

use std::collections::BTreeMap;

use rusqlite::params;

use super::Writing;
use super::compared::{Kept, Waiting, keys_in};
use crate::error::Result;
use crate::linking::{Related, gist, related};

/// How many claims on either side of a key's order a claim is compared with. Few in tests, so that buckets overflow.
const NEAREST: usize = if cfg!(test) { 2 } else { 8 };

impl Writing<'_> {
    /// Lets the claims of an article, which begins to be counted, meet all others.
    pub(super) fn let_claims_in(&mut self, article: i64) -> Result<()> {
        for claim in self.waiting(article)? {
            self.let_in(&claim)?;
        }
        self.link_inside(article)?;
        self.follow_links_of(article)
    }

    /// Takes the claims of an article, which ceases to be counted or is to change, out again.
    pub(in crate::corpus) fn take_claims_out(&mut self, article: i64) -> Result<()> {
        let mut find = self.transaction.prepare_cached(include_str!("sql/claims_let_in.sql"))?;
        let rows = find.query_map([article], |row| {
            let stored: Vec<u8> = row.get("keys")?;
            Ok(Waiting { row: row.get("claim")?, place: row.get("place")?, keys: keys_in(&stored).collect() })
        })?;
        let claims: Vec<Waiting> = rows.collect::<rusqlite::Result<_>>()?;
        drop(find);
        claims.iter().try_for_each(|claim| self.take_out(claim))
    }

    /// Takes the claims of an article out and lets them in again, after something about their links changed.
    pub(in crate::corpus) fn meet_again(&mut self, article: i64) -> Result<()> {
        self.take_claims_out(article)?;
        if self.is_counted(article)? {
            self.let_claims_in(article)?;
        }
        Ok(())
    }

    /// Forgets all links but people's word on them, and finds them again.
    ///
    /// Nothing should change by it; a newer program may link otherwise.
    pub fn rebuild_links(&mut self) -> Result<()> {
        for sql in [
            "DELETE FROM claim_key",
            "DELETE FROM claim_link",
            "DELETE FROM echo_member",
            "DELETE FROM echo_cluster",
            "UPDATE claim_statement SET place = NULL, keys = NULL, gist = NULL WHERE keys IS NOT NULL",
        ] {
            self.transaction.execute(sql, [])?;
        }
        let mut find = self.transaction.prepare("SELECT id FROM article WHERE is_counted ORDER BY id")?;
        let articles: Vec<i64> = find.query_map([], |row| row.get(0))?.collect::<rusqlite::Result<_>>()?;
        drop(find);
        articles.into_iter().try_for_each(|article| self.let_claims_in(article))
    }

    fn let_in(&mut self, claim: &Waiting) -> Result<()> {
        let mut meetings: BTreeMap<i64, i64> = BTreeMap::new();
        for &key in &claim.keys {
            let (before, after) = self.nearest(key, claim.place)?;
            for (one, other) in farthest(&before, &after) {
                self.meet_less(one, other)?;
            }
            before.iter().chain(&after).for_each(|&other| *meetings.entry(other).or_default() += 1);
            let insert = "INSERT INTO claim_key (key, place, claim) VALUES (?1, ?2, ?3)";
            self.transaction.prepare_cached(insert)?.execute(params![key, claim.place, claim.row])?;
        }
        let keys: Vec<u8> = claim.keys.iter().flat_map(|key| key.to_le_bytes()).collect();
        let gist = gist(&self.compared(claim.row)?.statement);
        self.transaction
            .prepare_cached("UPDATE claim_statement SET place = ?2, keys = ?3, gist = ?4 WHERE claim = ?1")?
            .execute(params![claim.row, claim.place, keys, gist])?;
        let kept = self.kept(claim.row)?;
        for (other, count) in meetings {
            if self.may_be_related(&kept, other)? {
                self.link(claim.row, other, count)?;
            }
        }
        Ok(())
    }

    fn take_out(&mut self, claim: &Waiting) -> Result<()> {
        for &key in &claim.keys {
            let delete = "DELETE FROM claim_key WHERE key = ?1 AND place = ?2 AND claim = ?3";
            self.transaction.prepare_cached(delete)?.execute(params![key, claim.place, claim.row])?;
            let (before, after) = self.nearest(key, claim.place)?;
            for (one, other) in farthest(&before, &after) {
                self.meet_more(one, other)?;
            }
        }
        self.transaction
            .prepare_cached("UPDATE claim_statement SET place = NULL, keys = NULL, gist = NULL WHERE claim = ?1")?
            .execute([claim.row])?;
        self.unlink(claim.row)?;
        self.forget_compared(claim.row);
        Ok(())
    }

    /// Returns the nearest claims before and after a place under a key, the nearest first.
    fn nearest(&self, key: i64, place: i64) -> Result<(Vec<i64>, Vec<i64>)> {
        let side = |sql: &str| -> Result<Vec<i64>> {
            let mut find = self.transaction.prepare_cached(sql)?;
            let rows = find.query_map(params![key, place, NEAREST as i64], |row| row.get(0))?;
            Ok(rows.collect::<rusqlite::Result<_>>()?)
        };
        Ok((
            side("SELECT claim FROM claim_key WHERE key = ?1 AND place < ?2 ORDER BY place DESC, claim DESC LIMIT ?3")?,
            side("SELECT claim FROM claim_key WHERE key = ?1 AND place > ?2 ORDER BY place, claim LIMIT ?3")?,
        ))
    }

    /// Compares two claims that meet, and stores what links them.
    fn link(&mut self, one: i64, other: i64, meetings: i64) -> Result<()> {
        let (compared, with) = (self.compared(one)?, self.compared(other)?);
        match related(&compared, &with) {
            Some(found) => self.insert_link(one, other, &found, Some(meetings)),
            None => Ok(()),
        }
    }

    /// Stores a link; `meetings` is `None` where it is no keys that bring the two together.
    pub(super) fn insert_link(&mut self, one: i64, other: i64, found: &Related, meetings: Option<i64>) -> Result<()> {
        self.transaction.prepare_cached(include_str!("sql/insert_link.sql"))?.execute(params![
            one.min(other),
            one.max(other),
            found.relation.name(),
            found.rule,
            found.score,
            found.reason,
            meetings,
        ])?;
        self.relinked.join(one, other);
        Ok(())
    }

    /// Notes that a pair meets through a key less; with none left it is no link any more.
    fn meet_less(&mut self, one: i64, other: i64) -> Result<()> {
        let pair = (one.min(other), one.max(other));
        let less = "UPDATE claim_link SET meetings = meetings - 1 WHERE claim_a = ?1 AND claim_b = ?2";
        if self.transaction.prepare_cached(less)?.execute(pair)? > 0 {
            let end = "DELETE FROM claim_link WHERE claim_a = ?1 AND claim_b = ?2 AND meetings < 1 AND verdict IS NULL";
            if self.transaction.prepare_cached(end)?.execute(pair)? > 0 {
                self.relinked.part(one, other);
            }
        }
        Ok(())
    }

    /// Notes that a pair meets through a key more.
    fn meet_more(&mut self, one: i64, other: i64) -> Result<()> {
        let more = "UPDATE claim_link SET meetings = meetings + 1 WHERE claim_a = ?1 AND claim_b = ?2";
        if self.transaction.prepare_cached(more)?.execute((one.min(other), one.max(other)))? > 0 {
            return Ok(());
        }
        let (kept, with) = (self.kept(one)?, self.kept(other)?);
        let meetings = self.meetings_of(&kept, &with)?;
        if meetings > 0 && kept.may_be_related(&with) { self.link(one, other, meetings) } else { Ok(()) }
    }

    /// Counts the keys through which two claims meet.
    pub(super) fn meetings_of(&self, one: &Kept<Vec<u8>>, other: &Kept<Vec<u8>>) -> Result<i64> {
        let between =
            "SELECT COUNT(*) FROM (SELECT 1 FROM claim_key WHERE key = ?1 AND place > ?2 AND place < ?3 LIMIT ?4)";
        let mut count = self.transaction.prepare_cached(between)?;
        let (first, last) = (one.place.min(other.place), one.place.max(other.place));
        let mut meetings = 0;
        for key in one.shared_keys(other).filter(|_| first < last) {
            let between: i64 = count.query_row(params![key, first, last, NEAREST as i64], |row| row.get(0))?;
            meetings += i64::from(between < NEAREST as i64);
        }
        Ok(meetings)
    }

    /// Ends all links of a claim.
    fn unlink(&mut self, claim: i64) -> Result<()> {
        for sql in [
            "DELETE FROM claim_link WHERE claim_a = ?1 RETURNING claim_b",
            "DELETE FROM claim_link WHERE claim_b = ?1 RETURNING claim_a",
        ] {
            let mut delete = self.transaction.prepare_cached(sql)?;
            let others = delete.query_map([claim], |row| row.get(0))?;
            self.relinked.change(others.collect::<rusqlite::Result<Vec<i64>>>()?);
        }
        self.relinked.change([claim]);
        Ok(())
    }
}

/// Returns the pairs, one of each side, that a claim between them brings just out of each other's reach.
fn farthest<'a>(before: &'a [i64], after: &'a [i64]) -> impl Iterator<Item = (i64, i64)> + 'a {
    before.iter().enumerate().filter_map(|(at, &one)| Some((one, *after.get((NEAREST - 1).checked_sub(at)?)?)))
}
