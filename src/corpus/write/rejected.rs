//! Rejections within an article, stored as disputes.

use super::Writing;
use crate::error::Result;
use crate::linking::{InArticle, Related, Relation, rejections};

/// A claim as read for this.
struct Stored {
    row: i64,
    texts: [String; 4],
    about: Vec<String>,
    paragraph: i64,
}

/// How sure a rejection is: of those read in training articles most were right, and none can be told from its words.
const SCORE: f64 = 0.7;

impl Writing<'_> {
    /// Links the claims of an article that reject each other as a whole.
    pub(super) fn link_rejections(&mut self, article: i64) -> Result<()> {
        let mut find = self.transaction.prepare_cached(include_str!("sql/claims_in_article.sql"))?;
        let rows = find.query_map([article], |row| {
            let about: String = row.get("about")?;
            Ok(Stored {
                row: row.get("id")?,
                texts: [row.get("cue")?, row.get("cue_class")?, row.get("content")?, row.get("speaker")?],
                about: serde_json::from_str(&about).unwrap_or_default(),
                paragraph: row.get("paragraph")?,
            })
        })?;
        let stored: Vec<Stored> = rows.collect::<rusqlite::Result<_>>()?;
        drop(find);
        let about: Vec<Vec<&str>> =
            stored.iter().map(|claim| claim.about.iter().map(String::as_str).collect()).collect();
        let claims: Vec<InArticle> = stored
            .iter()
            .zip(&about)
            .map(|(claim, about)| {
                let [cue, cue_class, content, speaker] = &claim.texts;
                InArticle { cue, cue_class, content, speaker, about, paragraph: claim.paragraph }
            })
            .collect();
        for (rejected, rejecting) in rejections(&claims) {
            let reason = format!("{} {}", claims[rejecting].cue, claims[rejecting].content);
            let found = Related { relation: Relation::Dispute, rule: "rejection", score: SCORE, reason };
            self.end_link(stored[rejected].row, stored[rejecting].row)?;
            self.insert_link(stored[rejected].row, stored[rejecting].row, &found, 1)?;
        }
        Ok(())
    }
}
