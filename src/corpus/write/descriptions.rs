//! What texts call people and organisations besides naming them.

use rusqlite::params;

use super::{NewDescription, Writing};
use crate::error::Result;
use crate::name::folded;

impl Writing<'_> {
    /// Stores descriptions.
    pub(super) fn insert_descriptions(
        &self,
        article: i64,
        names: &[i64],
        descriptions: &[NewDescription],
    ) -> Result<()> {
        let mut insert = self.transaction.prepare_cached(include_str!("sql/insert_description.sql"))?;
        for description in descriptions {
            insert.execute(params![
                article,
                description.place.paragraph as i64,
                description.place.start as i64,
                description.place.end as i64,
                description.text,
                folded(&description.text),
                description.kind,
                names[description.name],
            ])?;
        }
        Ok(())
    }

    /// Deletes the descriptions that an article holds.
    pub(super) fn delete_descriptions(&self, article: i64) -> Result<()> {
        let delete = "DELETE FROM description WHERE paragraph IN (SELECT id FROM paragraph WHERE article = ?1)";
        self.transaction.prepare_cached(delete)?.execute([article])?;
        Ok(())
    }
}
