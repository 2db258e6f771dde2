//! Decisions on links between claims: refused ones stay refused, those drawn by hand count like found ones.
//!
//! A decision is on two claims, each found again as decisions on claims are. It takes hold whenever one of their
//! articles lets its claims in, and so survives every new analysis and every rebuilding of the links.

use std::collections::{BTreeMap, BTreeSet};

use rusqlite::params;

use super::{Anchor, Decision, Verb, rows};
use crate::corpus::write::{Judgement, Writing};
use crate::error::Result;

impl Decision {
    /// Tells whether the decision is on a link: on two claims.
    pub(super) fn is_on_link(&self) -> bool {
        let is_claim = |id: &str| id.starts_with("c-");
        is_claim(&self.subject) && self.object.as_deref().is_some_and(is_claim)
    }

    /// Returns both claims of a link, as decisions on one claim each.
    fn sides(&self) -> [Decision; 2] {
        let side = |subject: &str, anchor: &Anchor| Decision {
            subject: subject.to_string(),
            anchor: anchor.clone(),
            ..Decision::unsigned(self.verb, String::new(), Anchor::default())
        };
        let other = self.anchor.other.as_deref().cloned().unwrap_or_default();
        [side(&self.subject, &self.anchor), side(self.object.as_deref().unwrap_or_default(), &other)]
    }

    fn judgement(&self) -> Judgement {
        match self.verb {
            Verb::Reject => Judgement::Rejected,
            Verb::Link => Judgement::Added {
                is_dispute: self.value.as_deref() == Some("dispute"),
                reason: self.reason.clone().unwrap_or_default(),
            },
            _ => Judgement::Accepted,
        }
    }
}

impl Writing<'_> {
    /// Brings links in line with the decisions in force.
    pub(super) fn follow_links(&mut self, in_force: &[(String, &Decision)]) -> Result<()> {
        let wanted: BTreeMap<&str, &Decision> = in_force
            .iter()
            .filter(|(_, decision)| decision.is_on_link() && !matches!(decision.verb, Verb::Note | Verb::Tag))
            .map(|(id, decision)| (id.as_str(), *decision))
            .collect();
        let mut find =
            self.transaction().prepare_cached("SELECT decision_id, article_a, article_b FROM link_ruling")?;
        let stored: BTreeMap<String, [String; 2]> = find
            .query_map([], |row| Ok((row.get(0)?, [row.get(1)?, row.get(2)?])))?
            .collect::<rusqlite::Result<_>>()?;
        drop(find);
        let mut changed = BTreeSet::new();
        for (id, articles) in stored.iter().filter(|(id, _)| !wanted.contains_key(id.as_str())) {
            self.transaction().prepare_cached("DELETE FROM link_ruling WHERE decision_id = ?1")?.execute([id])?;
            changed.extend(articles.clone());
        }
        for (id, decision) in wanted.iter().filter(|(id, _)| !stored.contains_key(**id)) {
            let articles = decision.sides().map(|side| side.anchor.article.unwrap_or_default());
            let insert = "INSERT INTO link_ruling (decision_id, article_a, article_b) VALUES (?1, ?2, ?3)";
            self.transaction().prepare_cached(insert)?.execute(params![id, articles[0], articles[1]])?;
            changed.extend(articles);
        }
        for article in changed {
            if let Some(row) = self.article_row(&article)? {
                self.meet_again(row)?;
            }
        }
        Ok(())
    }

    /// Applies the decisions on links of an article's claims; the later decision on one link holds.
    pub(in crate::corpus) fn follow_links_of(&mut self, article: i64) -> Result<()> {
        for (id, decision) in rows::on_links(self.transaction(), article)? {
            let mut claims = Vec::new();
            for side in decision.sides() {
                let article = side.anchor.article.clone().unwrap_or_default();
                let Some(article) = self.article_row(&article)? else { continue };
                claims.extend(self.decided_upon(article, &side)?);
            }
            let is_placed = match claims.as_slice() {
                [one, other] if one != other => self.judge(*one, *other, &decision.judgement())?,
                _ => false,
            };
            self.transaction()
                .prepare_cached("UPDATE link_ruling SET is_placed = ?2 WHERE decision_id = ?1")?
                .execute(params![id, is_placed])?;
        }
        Ok(())
    }
}
