//! Decisions on claims: where they stand, and what they make of them.
//!
//! A decision is on a claim of one article, by its id; where the analysis has found other spans since, it follows the
//! claim that shares most content words with the words decided upon, at least half of all; else it waits.

use std::collections::{BTreeMap, BTreeSet, HashSet};

use rusqlite::{OptionalExtension, params};

use super::{Decision, Verb, rows};
use crate::corpus::write::{NewClaim, NewPart, NewSpeaker, Place, Writing};
use crate::error::Result;
use crate::name::folded;

/// The share of content words, of both together, from which on a claim is the one decided upon.
const SAME_WORDS: f64 = 0.5;

/// The fields of a claim that can be edited, with their columns.
pub const FIELDS: [(&str, &str); 3] = [("form", "form"), ("cue_class", "cue_class"), ("polarity", "polarity")];

/// A stored claim, for finding it again.
struct Stored {
    row: i64,
    claim_id: String,
    words: HashSet<String>,
}

impl Writing<'_> {
    /// Brings claims in line with the decisions in force: in every article on which those have changed.
    pub(super) fn follow_claims(&mut self, in_force: &[(String, &Decision)]) -> Result<()> {
        let is_on_claim = |decision: &Decision| {
            decision.subject.starts_with("c-") && decision.anchor.article.is_some() && !decision.is_on_link()
        };
        let wanted: BTreeMap<&str, &str> = in_force
            .iter()
            .filter(|(_, decision)| is_on_claim(decision))
            .map(|(id, decision)| (id.as_str(), decision.anchor.article.as_deref().unwrap_or_default()))
            .collect();
        for article in self.follow_rulings("claim", &wanted)? {
            if let Some(row) = self.article_row(&article)? {
                self.follow_claims_of(row)?;
            }
        }
        Ok(())
    }

    /// Makes the table of rulings hold these decisions, and returns the articles on which they have changed.
    pub(super) fn follow_rulings(&self, kind: &str, wanted: &BTreeMap<&str, &str>) -> Result<BTreeSet<String>> {
        let mut find =
            self.transaction().prepare_cached("SELECT decision_id, article_id FROM ruling WHERE kind = ?1")?;
        let stored: BTreeMap<String, String> =
            find.query_map([kind], |row| Ok((row.get(0)?, row.get(1)?)))?.collect::<rusqlite::Result<_>>()?;
        let mut changed = BTreeSet::new();
        for (id, article) in stored.iter().filter(|(id, _)| !wanted.contains_key(id.as_str())) {
            self.transaction().prepare_cached("DELETE FROM ruling WHERE decision_id = ?1")?.execute([id])?;
            changed.insert(article.clone());
        }
        let insert = "INSERT INTO ruling (decision_id, kind, article_id) VALUES (?1, ?2, ?3)";
        for (&id, &article) in wanted.iter().filter(|(id, _)| !stored.contains_key(**id)) {
            self.transaction().prepare_cached(insert)?.execute([id, kind, article])?;
            changed.insert(article.to_string());
        }
        Ok(changed)
    }

    /// Brings the claims of one article in line with the decisions on them.
    pub(in crate::corpus) fn follow_claims_of(&mut self, article: i64) -> Result<()> {
        let decisions = rows::on_article(self.transaction(), "claim", article)?;
        let is_touched = "SELECT EXISTS (SELECT 1 FROM claim WHERE article = ?1 AND verdict IS NOT NULL)";
        let is_touched: bool = self.transaction().prepare_cached(is_touched)?.query_row([article], |row| row.get(0))?;
        if decisions.is_empty() && !is_touched {
            return Ok(());
        }
        self.recounted(article, |writing| {
            writing.restore_claims(article)?;
            for (id, decision) in &decisions {
                let claim = match decision.verb {
                    Verb::Add => writing.add(article, decision)?,
                    _ => writing.decided_upon(article, decision)?,
                };
                writing
                    .transaction()
                    .prepare_cached("UPDATE ruling SET target = ?2 WHERE decision_id = ?1")?
                    .execute(params![id, claim])?;
                if let Some(claim) = claim {
                    writing.rule(claim, decision)?;
                }
            }
            writing.list_claims(article)
        })
    }

    /// Gives every claim of an article back what the analysis said.
    fn restore_claims(&self, article: i64) -> Result<()> {
        self.delete_added_claims(article)?;
        for (field, column) in FIELDS {
            let restore = format!(
                "UPDATE claim SET {column} = machine_value.value FROM machine_value
                 WHERE claim.article = ?1 AND machine_value.kind = 'claim' AND machine_value.target = claim.id
                   AND machine_value.field = '{field}'"
            );
            self.transaction().prepare_cached(&restore)?.execute([article])?;
        }
        for sql in [
            include_str!("sql/restore_speakers.sql"),
            include_str!("sql/follow_speakers.sql"),
            "DELETE FROM machine_value
             WHERE kind = 'claim' AND target IN (SELECT id FROM claim WHERE article = ?1)",
            "UPDATE claim SET verdict = NULL WHERE article = ?1 AND verdict IS NOT NULL",
        ] {
            self.transaction().prepare_cached(sql)?.execute([article])?;
        }
        Ok(())
    }

    /// Returns the claim that a decision is on, if the article has it.
    pub(super) fn decided_upon(&self, article: i64, decision: &Decision) -> Result<Option<i64>> {
        let mut find =
            self.transaction().prepare_cached("SELECT id, claim_id, content FROM claim WHERE article = ?1")?;
        let stored: Vec<Stored> = find
            .query_map([article], |row| {
                let content: String = row.get("content")?;
                Ok(Stored { row: row.get("id")?, claim_id: row.get("claim_id")?, words: words(&content) })
            })?
            .collect::<rusqlite::Result<_>>()?;
        if let Some(same) = stored.iter().find(|claim| claim.claim_id == decision.subject) {
            return Ok(Some(same.row));
        }
        let decided = decision.anchor.parts.as_ref().map(|[_, _, content]| words(content)).unwrap_or_default();
        let shared = |claim: &Stored| {
            let shared = claim.words.intersection(&decided).count() as f64;
            shared / (claim.words.union(&decided).count() as f64).max(1.0)
        };
        let best = stored
            .iter()
            .max_by(|one, other| shared(one).total_cmp(&shared(other)).then_with(|| other.claim_id.cmp(&one.claim_id)));
        Ok(best.filter(|claim| shared(claim) >= SAME_WORDS).map(|claim| claim.row))
    }

    /// Stores a claim that a person added, or returns the equal one that the analysis found.
    fn add(&mut self, article: i64, decision: &Decision) -> Result<Option<i64>> {
        let find = "SELECT id FROM claim WHERE claim_id = ?1";
        let known =
            self.transaction().prepare_cached(find)?.query_row([&decision.subject], |row| row.get(0)).optional()?;
        if known.is_some() {
            return Ok(known);
        }
        let (Some(number), Some(parts)) = (decision.anchor.paragraph, &decision.anchor.parts) else { return Ok(None) };
        let find = "SELECT text FROM paragraph WHERE article = ?1 AND number = ?2";
        let text: Option<String> =
            self.transaction().prepare_cached(find)?.query_row([article, number], |row| row.get(0)).optional()?;
        let Some(parts) = text.and_then(|text| placed(&text, number as usize, parts)) else { return Ok(None) };
        let (speaker, names) = self.speaker(decision)?;
        let is_direct = parts[2].text.starts_with(['“', '"', '‘']);
        let claim = NewClaim {
            claim_id: decision.subject.clone(),
            speaker,
            parts,
            form: if is_direct { "direct" } else { "indirect" },
            cue_class: "assert",
            polarity: "affirmed",
            about: Vec::new(),
            addressees: Vec::new(),
            score: 1.0,
            vector: Vec::new(),
        };
        self.add_claim(article, &names, &claim).map(Some)
    }

    /// Returns the speaker that a decision names, and the names it needs.
    fn speaker(&mut self, decision: &Decision) -> Result<(NewSpeaker, Vec<i64>)> {
        let name = decision.value.as_deref().unwrap_or_default();
        Ok(match (&decision.anchor.other_key, name) {
            (Some(key), name) => (NewSpeaker::Named(0), vec![self.name_given(key, name)?]),
            (None, "author") => (NewSpeaker::Author, Vec::new()),
            (None, "anonymous") => (NewSpeaker::Anonymous, Vec::new()),
            (None, _) => (NewSpeaker::Unknown, Vec::new()),
        })
    }

    /// Makes of a claim what one decision says.
    fn rule(&mut self, claim: i64, decision: &Decision) -> Result<()> {
        let verdict = match decision.verb {
            // Remarks follow their claim and change nothing about it.
            Verb::Note | Verb::Tag => return Ok(()),
            Verb::Reject => "rejected",
            Verb::Accept => "accepted",
            Verb::Add => "added",
            _ => "edited",
        };
        let keep = "INSERT OR IGNORE INTO machine_value (kind, target, field, value)
                    SELECT 'claim', id, ?2, CASE ?2 WHEN 'form' THEN form WHEN 'cue_class' THEN cue_class
                        WHEN 'polarity' THEN polarity WHEN 'speaker_kind' THEN speaker_kind ELSE speaker END
                    FROM claim WHERE id = ?1";
        if decision.verb == Verb::Edit {
            match decision.field.as_deref() {
                Some("speaker") => {
                    for field in ["speaker_kind", "speaker"] {
                        self.transaction().prepare_cached(keep)?.execute(params![claim, field])?;
                    }
                    let (kind, row) = match self.speaker(decision)? {
                        (NewSpeaker::Named(_), names) => ("named", names.first().copied()),
                        (NewSpeaker::Author, _) => ("author", None),
                        (NewSpeaker::Anonymous, _) => ("anonymous", None),
                        (NewSpeaker::Unknown, _) => ("unknown", None),
                    };
                    let change = "UPDATE claim SET speaker_kind = ?2, speaker = ?3 WHERE id = ?1";
                    self.transaction().prepare_cached(change)?.execute(params![claim, kind, row])?;
                    let follow = "UPDATE OR REPLACE claim_entity SET speaker = COALESCE(?2, 0) WHERE claim = ?1";
                    self.transaction().prepare_cached(follow)?.execute(params![claim, row])?;
                }
                Some(field) => {
                    let Some((field, column)) = FIELDS.iter().find(|(known, _)| *known == field) else { return Ok(()) };
                    self.transaction().prepare_cached(keep)?.execute(params![claim, field])?;
                    let change = format!("UPDATE claim SET {column} = ?2 WHERE id = ?1");
                    self.transaction().prepare_cached(&change)?.execute(params![claim, decision.value])?;
                }
                None => {}
            }
        }
        // A claim added stays one however it is edited, so that it goes when the addition does.
        let change =
            "UPDATE claim SET verdict = CASE WHEN verdict = 'added' AND ?2 <> 'rejected' THEN verdict ELSE ?2 END
                      WHERE id = ?1";
        self.transaction().prepare_cached(change)?.execute(params![claim, verdict])?;
        Ok(())
    }
}

/// Returns the folded words of a content that say something.
fn words(content: &str) -> HashSet<String> {
    folded(content).split(' ').filter(|word| word.len() > 2).map(str::to_string).collect()
}

/// Returns where the parts of an added claim stand in their paragraph; none where the content is not there.
pub(in crate::corpus) fn placed(text: &str, number: usize, parts: &[String; 3]) -> Option<[NewPart; 3]> {
    let place = |part: &String| {
        if part.is_empty() {
            return Some(NewPart::default());
        }
        let start = text.find(part.as_str())?;
        let start = text[..start].chars().count();
        let place = Place { paragraph: number, start, end: start + part.chars().count() };
        Some(NewPart { places: vec![place], text: part.clone() })
    };
    Some([place(&parts[0])?, place(&parts[1])?, place(&parts[2]).filter(|part| !part.text.is_empty())?])
}
