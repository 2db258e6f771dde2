//! The ledger read back.

use rusqlite::{Connection, Row};

use super::{Anchor, Decision, Verb, conflicts, in_force};
use crate::corpus::Corpus;
use crate::corpus::queries::row;
use crate::error::{Error, Result};
use crate::record::Cell;

row! {
    /// A decision in the list of decisions.
    DecisionRow {
        decision_id: String => Cell::Id,
        made_at: String,
        made_by: String,
        verb: String,
        subject: String => Cell::Id,
        object: Option<String>,
        field: Option<String>,
        value: Option<String>,
        reason: Option<String>,
        revokes: Option<String>,
        state: String,
    }
}

/// Reads the whole ledger.
pub(super) fn all(connection: &Connection) -> Result<Vec<Decision>> {
    let mut statement = connection.prepare_cached("SELECT * FROM decision ORDER BY made_at, decision_id")?;
    let mut rows = statement.query([])?;
    let mut decisions = Vec::new();
    while let Some(row) = rows.next()? {
        decisions.push(decision(row)?);
    }
    Ok(decisions)
}

/// Reads the decisions in force on one article, or on its claims, by time, then id.
pub(super) fn on_article(connection: &Connection, kind: &str, article: i64) -> Result<Vec<(String, Decision)>> {
    let mut statement = connection.prepare_cached(include_str!("sql/decisions_on_article.sql"))?;
    let mut rows = statement.query(rusqlite::params![article, kind])?;
    let mut decisions = Vec::new();
    while let Some(row) = rows.next()? {
        decisions.push((row.get("decision_id")?, decision(row)?));
    }
    Ok(decisions)
}

/// Reads the decisions in force on links of the claims of one article, by time, then id.
pub(super) fn on_links(connection: &Connection, article: i64) -> Result<Vec<(String, Decision)>> {
    let mut statement = connection.prepare_cached(include_str!("sql/decisions_on_links.sql"))?;
    let mut rows = statement.query([article])?;
    let mut decisions = Vec::new();
    while let Some(row) = rows.next()? {
        decisions.push((row.get("decision_id")?, decision(row)?));
    }
    Ok(decisions)
}

fn decision(row: &Row<'_>) -> Result<Decision> {
    let verb: String = row.get("verb")?;
    let anchor: String = row.get("anchor")?;
    Ok(Decision {
        made_at: row.get("made_at")?,
        made_by: row.get("made_by")?,
        verb: Verb::named(&verb).ok_or_else(|| Error::invalid(format!("the ledger has an unknown verb '{verb}'")))?,
        subject: row.get("subject")?,
        object: row.get("object")?,
        field: row.get("field")?,
        value: row.get("value")?,
        anchor: serde_json::from_str::<Anchor>(&anchor)
            .map_err(|error| Error::invalid(format!("the ledger has an anchor that cannot be read: {error}")))?,
        reason: row.get("reason")?,
        revokes: row.get("revokes")?,
    })
}

impl Corpus {
    /// Returns every decision ever made, by time, then id.
    pub fn ledger(&self) -> Result<Vec<Decision>> {
        all(&self.connection)
    }

    /// Returns the ledger as a list; `state` tells whether a decision is in force, undone, overruled by a later one, or
    /// finds nothing to be on.
    pub fn decisions(&self) -> Result<Vec<DecisionRow>> {
        let ledger = self.ledger()?;
        let standing = in_force(&ledger);
        let overruled = conflicts(&standing);
        let unplaced = self.unplaced_decisions()?;
        let state = |id: &str, decision: &Decision| match () {
            () if overruled.iter().any(|conflict| conflict.earlier == id) => "overruled",
            () if unplaced.iter().any(|unplaced| unplaced == id) => "unplaced",
            () if decision.verb == Verb::Undo || standing.iter().any(|(standing, _)| standing == id) => "in force",
            () => "undone",
        };
        let row = |decision: &Decision| {
            let id = decision.id();
            let decision = decision.clone();
            DecisionRow {
                state: state(&id, &decision).to_string(),
                decision_id: id,
                made_at: decision.made_at,
                made_by: decision.made_by,
                verb: decision.verb.name().to_string(),
                subject: decision.subject,
                object: decision.object,
                field: decision.field,
                value: decision.value,
                reason: decision.reason,
                revokes: decision.revokes,
            }
        };
        Ok(ledger.iter().map(row).collect())
    }

    /// Returns the ids of decisions on claims and articles that are not there.
    fn unplaced_decisions(&self) -> Result<Vec<String>> {
        let mut find = self.connection.prepare_cached(
            "SELECT decision_id FROM ruling WHERE target IS NULL UNION SELECT decision_id FROM link_ruling WHERE NOT is_placed",
        )?;
        Ok(find.query_map([], |row| row.get(0))?.collect::<rusqlite::Result<_>>()?)
    }
}
