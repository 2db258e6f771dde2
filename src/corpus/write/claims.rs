//! Claims, their spans, and whom they are about.

use rusqlite::params;

use super::{NewClaim, NewPart, NewSpeaker, Writing};
use crate::corpus::ids::{IdKind, id_of};
use crate::error::Result;

/// The roles of a claim's parts, in the order of [`NewClaim::parts`].
const ROLES: [&str; 3] = ["source", "cue", "content"];

/// Returns the public id of a claim: from its article and the places of its parts.
pub fn claim_id(article_id: &str, parts: &[NewPart; 3]) -> String {
    let mut identity = vec![article_id.to_string()];
    for (role, part) in ROLES.iter().zip(parts) {
        identity.push(role.to_string());
        identity.extend(part.places.iter().map(|place| format!("{}:{}-{}", place.paragraph, place.start, place.end)));
    }
    id_of(IdKind::Claim, identity.iter().map(String::as_str))
}

impl Writing<'_> {
    /// Stores claims, in the order given.
    pub(super) fn insert_claims(&self, article: i64, names: &[i64], claims: &[NewClaim]) -> Result<()> {
        for (ordinal, claim) in claims.iter().enumerate() {
            let row = self.insert_claim(article, names, ordinal, claim)?;
            self.insert_parts(article, names, row, claim)?;
        }
        self.list_claims(article)
    }

    /// Stores one claim that a person added, behind those of the analysis.
    pub(in crate::corpus) fn add_claim(&self, article: i64, names: &[i64], claim: &NewClaim) -> Result<i64> {
        let last = "SELECT COALESCE(MAX(ordinal) + 1, 0) FROM claim WHERE article = ?1";
        let ordinal: i64 = self.transaction.prepare_cached(last)?.query_row([article], |row| row.get(0))?;
        let row = self.insert_claim(article, names, ordinal as usize, claim)?;
        self.insert_parts(article, names, row, claim)?;
        Ok(row)
    }

    /// Lists claims, or leaves them out of lists, as verdicts and the genre of the article ask.
    pub(in crate::corpus) fn list_claims(&self, article: i64) -> Result<()> {
        self.transaction.prepare_cached(include_str!("sql/list_claims.sql"))?.execute([article])?;
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

    fn insert_parts(&self, article: i64, names: &[i64], row: i64, claim: &NewClaim) -> Result<()> {
        self.insert_spans(article, row, claim)?;
        self.insert_entities(row, names, claim)?;
        let vector: Vec<u8> = claim.vector.iter().map(|component| component.cast_unsigned()).collect();
        let mut insert =
            self.transaction.prepare_cached("INSERT INTO claim_statement (claim, vector) VALUES (?1, ?2)")?;
        insert.execute(params![row, vector])?;
        Ok(())
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
        self.delete_where(article, "article = ?1")
    }

    /// Deletes the claims that people added to an article.
    pub(in crate::corpus) fn delete_added_claims(&self, article: i64) -> Result<()> {
        self.delete_where(article, "article = ?1 AND verdict = 'added'")
    }

    fn delete_where(&self, article: i64, which: &str) -> Result<()> {
        self.unindex_claims(article, which)?;
        let these = format!("(SELECT id FROM claim WHERE {which})");
        for sql in [
            format!("UPDATE ruling SET target = NULL WHERE kind = 'claim' AND target IN {these}"),
            format!("DELETE FROM machine_value WHERE kind = 'claim' AND target IN {these}"),
            format!("DELETE FROM claim_statement WHERE claim IN {these}"),
            format!("DELETE FROM claim_entity WHERE claim IN {these}"),
            format!("DELETE FROM claim_span WHERE claim IN {these}"),
            format!("DELETE FROM claim WHERE {which}"),
        ] {
            self.transaction.prepare_cached(&sql)?.execute([article])?;
        }
        Ok(())
    }
}
