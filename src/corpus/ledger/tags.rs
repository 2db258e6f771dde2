//! The tags in force, kept beside the ledger by word, so that lists can be narrowed to what people tagged.

use std::collections::BTreeMap;

use rusqlite::params;

use super::{Decision, Verb};
use crate::corpus::write::Writing;
use crate::error::Result;
use crate::name::folded;

/// A tag by its folded word and its decision.
type Tag = (String, String);

impl Writing<'_> {
    /// Makes the table of tags hold the decisions in force.
    pub(super) fn follow_tags(&self, in_force: &[(String, &Decision)]) -> Result<()> {
        let tags = in_force.iter().filter(|(_, decision)| decision.verb == Verb::Tag);
        let wanted: BTreeMap<Tag, Option<&str>> = tags
            .map(|(id, decision)| {
                let key = decision.anchor.key.as_deref().filter(|_| decision.subject.starts_with("e-"));
                ((folded(decision.value.as_deref().unwrap_or_default()), id.clone()), key)
            })
            .collect();
        let mut find = self.transaction().prepare_cached("SELECT word, decision_id FROM tag")?;
        let stored: Vec<Tag> =
            find.query_map([], |row| Ok((row.get(0)?, row.get(1)?)))?.collect::<rusqlite::Result<_>>()?;
        let delete = "DELETE FROM tag WHERE word = ?1 AND decision_id = ?2";
        for (word, id) in stored.iter().filter(|tag| !wanted.contains_key(tag)) {
            self.transaction().prepare_cached(delete)?.execute([word, id])?;
        }
        let insert = "INSERT OR IGNORE INTO tag (word, decision_id, key) VALUES (?1, ?2, ?3)";
        for ((word, id), key) in &wanted {
            self.transaction().prepare_cached(insert)?.execute(params![word, id, key])?;
        }
        Ok(())
    }
}
