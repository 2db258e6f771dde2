//! Claims, their spans, and whom they are about.

use rusqlite::params;

use super::{NewClaim, NewSpeaker, Writing};
use crate::error::Result;

/// The roles of a claim's parts, in the order of [`NewClaim::parts`].
const ROLES: [&str; 3] = ["source", "cue", "content"];

impl Writing<'_> {
    /// Stores claims, in the order given.
    pub(super) fn insert_claims(&self, article: i64, names: &[i64], claims: &[NewClaim]) -> Result<()> {
        for (ordinal, claim) in claims.iter().enumerate() {
            let row = self.insert_claim(article, names, ordinal, claim)?;
            self.insert_spans(article, row, claim)?;
            self.insert_entities(row, names, claim)?;
        }
        self.list_narrated(article)
    }

    /// Lists the author's own claims, or leaves them out of lists, as the genre of the article asks.
    pub(super) fn list_narrated(&self, article: i64) -> Result<()> {
        self.transaction.prepare_cached(include_str!("sql/list_narrated.sql"))?.execute([article])?;
        Ok(())
    }

    fn insert_claim(&self, article: i64, names: &[i64], ordinal: usize, claim: &NewClaim) -> Result<i64> {
        let (speaker_kind, speaker) = match claim.speaker {
            NewSpeaker::Named(name) => ("named", Some(names[name])),
            NewSpeaker::Author => ("author", None),
            NewSpeaker::Anonymous => ("anonymous", None),
            NewSpeaker::Unknown => ("unknown", None),
        };
        let [source, cue, content] = &claim.parts;
        let first = content.places.first().map_or(0, |place| place.paragraph);
        let mut insert = self.transaction.prepare_cached(include_str!("sql/insert_claim.sql"))?;
        Ok(insert.insert(params![
            claim.claim_id,
            article,
            first as i64,
            ordinal as i64,
            speaker_kind,
            speaker,
            source.text,
            cue.text,
            content.text,
            claim.form,
            claim.cue_class,
            claim.polarity,
            claim.score,
        ])?)
    }

    fn insert_spans(&self, article: i64, row: i64, claim: &NewClaim) -> Result<()> {
        let mut insert = self.transaction.prepare_cached(include_str!("sql/insert_claim_span.sql"))?;
        for (role, part) in ROLES.iter().zip(&claim.parts) {
            for (piece, place) in part.places.iter().enumerate() {
                insert.execute(params![
                    row,
                    role,
                    piece as i64,
                    article,
                    place.paragraph as i64,
                    place.start as i64,
                    place.end as i64,
                ])?;
            }
        }
        Ok(())
    }

    fn insert_entities(&self, row: i64, names: &[i64], claim: &NewClaim) -> Result<()> {
        let speaker = match claim.speaker {
            NewSpeaker::Named(name) => names[name],
            _ => 0,
        };
        let mut insert = self.transaction.prepare_cached(
            "INSERT OR IGNORE INTO claim_entity (name_key, role, speaker, claim) VALUES (?1, ?2, ?3, ?4)",
        )?;
        let about = claim.about.iter().map(|name| ("about", name));
        let addressees = claim.addressees.iter().map(|name| ("addressee", name));
        for (role, &name) in about.chain(addressees) {
            insert.execute(params![names[name], role, speaker, row])?;
        }
        Ok(())
    }

    /// Deletes the claims of an article with all that hangs on them.
    pub(super) fn delete_claims(&self, article: i64) -> Result<()> {
        self.unindex_claims(article)?;
        for sql in [
            "DELETE FROM claim_link WHERE claim_a IN (SELECT id FROM claim WHERE article = ?1)",
            "DELETE FROM claim_link WHERE claim_b IN (SELECT id FROM claim WHERE article = ?1)",
            "DELETE FROM claim_key WHERE claim IN (SELECT id FROM claim WHERE article = ?1)",
            "DELETE FROM claim_entity WHERE claim IN (SELECT id FROM claim WHERE article = ?1)",
            "DELETE FROM claim_span WHERE claim IN (SELECT id FROM claim WHERE article = ?1)",
            "DELETE FROM claim WHERE article = ?1",
        ] {
            self.transaction.prepare_cached(sql)?.execute([article])?;
        }
        Ok(())
    }
}
