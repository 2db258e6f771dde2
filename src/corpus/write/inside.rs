//! What the claims of one article have to do with each other: disputes, found in its text alone.

use super::Writing;
use crate::error::Result;
use crate::linking::inside;

/// The pair meets through its article and through no key, so that no newcomer parts it.
const MEETINGS: Option<i64> = None;

impl Writing<'_> {
    /// Links the claims of an article that speak against each other.
    pub(super) fn link_inside(&mut self, article: i64) -> Result<()> {
        let mut find = self.transaction.prepare_cached(include_str!("sql/claims_let_in.sql"))?;
        let rows = find.query_map([article], |row| row.get("claim"))?;
        let claims: Vec<i64> = rows.collect::<rusqlite::Result<_>>()?;
        drop(find);
        let compared = claims.iter().map(|&claim| self.compared(claim)).collect::<Result<Vec<_>>>()?;
        for (one, other, found) in inside(&compared) {
            self.insert_link(claims[one], claims[other], &found, MEETINGS)?;
        }
        Ok(())
    }
}
