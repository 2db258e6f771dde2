//! What people say of a link, where both claims are let in.

use rusqlite::{OptionalExtension, params};

use super::Writing;
use crate::error::Result;
use crate::linking::{Related, Relation, related};

/// What a person says of a link.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Judgement {
    /// It holds.
    Accepted,
    /// It is none, and stays none.
    Rejected,
    /// It holds, whatever was found.
    Added {
        /// A dispute, or else an echo.
        is_dispute: bool,
        /// Why.
        reason: String,
    },
}

impl Writing<'_> {
    /// Makes of a link what a person says; returns whether both claims are there to be linked.
    ///
    /// Two claims that no key brings together are compared all the same. What was found of them depends on nothing but
    /// the two, so that it does not matter when the decision was made.
    pub(in crate::corpus) fn judge(&mut self, one: i64, other: i64, judgement: &Judgement) -> Result<bool> {
        let is_in = "SELECT COUNT(*) FROM claim_statement WHERE claim IN (?1, ?2) AND keys IS NOT NULL";
        let both: i64 = self.transaction.prepare_cached(is_in)?.query_row([one, other], |row| row.get(0))?;
        if both < 2 {
            return Ok(false);
        }
        let pair = [one.min(other), one.max(other)];
        let find = "SELECT 1 FROM claim_link WHERE claim_a = ?1 AND claim_b = ?2";
        let is_linked = self.transaction.prepare_cached(find)?.query_row(pair, |_| Ok(())).optional()?.is_some();
        if !is_linked {
            let found = related(&*self.compared(one)?, &*self.compared(other)?);
            let meetings = Some(self.meetings_of(&self.kept(one)?, &self.kept(other)?)?);
            match (found, judgement) {
                (Some(found), _) => self.insert_link(one, other, &found, meetings)?,
                (None, Judgement::Rejected) => return Ok(true),
                (None, _) => self.insert_link(one, other, &by_hand(judgement), meetings)?,
            }
        }
        if let Judgement::Added { .. } = judgement {
            let drawn = by_hand(judgement);
            let draw = "UPDATE claim_link SET relation = ?3, rule = ?4, score = ?5, reason = ?6
                        WHERE claim_a = ?1 AND claim_b = ?2";
            let values = params![pair[0], pair[1], drawn.relation.name(), drawn.rule, drawn.score, drawn.reason];
            self.transaction.prepare_cached(draw)?.execute(values)?;
        }
        let verdict = match judgement {
            Judgement::Accepted => "accepted",
            Judgement::Rejected => "rejected",
            Judgement::Added { .. } => "added",
        };
        self.transaction
            .prepare_cached("UPDATE claim_link SET verdict = ?3 WHERE claim_a = ?1 AND claim_b = ?2")?
            .execute(params![pair[0], pair[1], verdict])?;
        self.relinked.change(pair);
        Ok(true)
    }
}

fn by_hand(judgement: &Judgement) -> Related {
    let (is_dispute, reason) = match judgement {
        Judgement::Added { is_dispute, reason } => (*is_dispute, reason.clone()),
        _ => (false, String::new()),
    };
    let relation = if is_dispute { Relation::Dispute } else { Relation::Echo };
    Related { relation, rule: "by hand", score: 1.0, reason }
}
