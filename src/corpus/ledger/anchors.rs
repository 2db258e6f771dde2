//! What a decision is on, looked up from the row that a person pointed at.

use super::claims::placed;
use super::{Anchor, Decision, Verb};
use crate::corpus::Corpus;
use crate::corpus::queries::Target;
use crate::corpus::write::claim_id;
use crate::error::{Error, Result};

impl Decision {
    /// Returns a decision of this verb that still has to be signed.
    pub fn unsigned(verb: Verb, subject: String, anchor: Anchor) -> Decision {
        Decision {
            made_at: String::new(),
            made_by: String::new(),
            verb,
            subject,
            object: None,
            field: None,
            value: None,
            anchor,
            reason: None,
            revokes: None,
        }
    }
}

impl Corpus {
    /// Returns the public id of a thing, and the names or words by which a decision finds it again.
    pub fn anchor(&self, target: Target) -> Result<(String, Anchor)> {
        let (sql, row) = match target {
            Target::Outlet(row) => ("SELECT outlet_id AS id, name AS key FROM outlet WHERE id = ?1", row),
            Target::Article(row) => ("SELECT article_id AS id FROM article WHERE id = ?1", row),
            Target::Entity(row) => ("SELECT entity_id AS id, key FROM entity WHERE id = ?1", row),
            Target::Claim(row) => (include_str!("sql/claim_anchor.sql"), row),
        };
        let mut find = self.connection.prepare_cached(sql)?;
        let found = find.query_row([row], |row| {
            let mut anchor = Anchor::default();
            match target {
                Target::Article(_) => {}
                Target::Outlet(_) | Target::Entity(_) => anchor.key = row.get("key")?,
                Target::Claim(_) => {
                    anchor.article = row.get("article_id")?;
                    anchor.paragraph = row.get("paragraph")?;
                    anchor.parts = Some([row.get("source")?, row.get("cue")?, row.get("content")?]);
                }
            }
            Ok((row.get("id")?, anchor))
        })?;
        Ok(found)
    }

    /// Returns the id and the anchor of a claim that a person adds: its words must stand in the paragraph.
    ///
    /// # Errors
    ///
    /// The article has no such paragraph, or the paragraph not these words.
    pub fn added_claim(&self, article: i64, paragraph: i64, parts: [String; 3]) -> Result<(String, Anchor)> {
        let (article_id, _) = self.anchor(Target::Article(article))?;
        let stored = self.paragraphs(article)?.into_iter().find(|stored| stored.paragraph == paragraph);
        let Some(stored) = stored else {
            return Err(Error::not_found(format!(
                "{article_id} has no paragraph {paragraph}; `sayso show {article_id} --csv` numbers them"
            )));
        };
        let places = placed(&stored.text, paragraph as usize, &parts).ok_or_else(|| {
            Error::invalid(format!(
                "source, cue and content must stand in paragraph {paragraph} of {article_id} as they are printed there"
            ))
        })?;
        let anchor = Anchor {
            article: Some(article_id.clone()),
            paragraph: Some(paragraph),
            parts: Some(parts),
            ..Anchor::default()
        };
        Ok((claim_id(&article_id, &places), anchor))
    }
}
