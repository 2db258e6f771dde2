//! What goes into a corpus: whole articles with all their parts, inside one transaction.
//!
//! What is stored is a function of the set of articles, never of their order: every choice between two arrivals (which
//! spelling, which byline, which text is the original) is made by content.

mod articles;
mod claims;
mod clusters;
mod compared;
mod counts;
mod descriptions;
mod inside;
mod judgements;
#[cfg(test)]
mod linking_tests;
mod meetings;
mod names;
mod new;
mod regroup;
#[cfg(test)]
mod reprint_tests;
mod reprints;
mod runs;
mod search;
mod settling;
#[cfg(test)]
pub(super) mod tests;
mod texts;
mod versions;

pub use claims::claim_id;
pub use judgements::Judgement;
pub use new::{
    Findings, NewArticle, NewClaim, NewDescription, NewMention, NewName, NewParagraph, NewPart, NewSpeaker, Place,
};
pub use runs::{Fate, NewItem};

use std::collections::BTreeSet;

use rusqlite::{Transaction, TransactionBehavior};

use clusters::Relinked;
use compared::AtHand;
use search::Indexed;

use super::Corpus;
use super::ledger::Rulings;
use crate::error::Result;

/// An open transaction; what is not committed never happened.
pub struct Writing<'c> {
    transaction: Transaction<'c>,
    /// Entities whose name may have to be chosen again.
    touched: BTreeSet<i64>,
    indexed: Indexed,
    /// Claims laid out for comparison.
    at_hand: AtHand,
    /// What has changed among the links of claims.
    relinked: Relinked,
    /// What people decided on names.
    rulings: Rulings,
}

impl Corpus {
    /// Begins to write. Other processes can read meanwhile, not write.
    ///
    /// # Errors
    ///
    /// Another process is writing.
    pub fn writing(&mut self) -> Result<Writing<'_>> {
        let path = self.path.clone();
        let transaction = self
            .connection
            .transaction_with_behavior(TransactionBehavior::Immediate)
            .map_err(|error| super::about(error.into(), &path))?;
        let indexed = Indexed::at_beginning(&transaction)?;
        let rulings = Rulings::of(&transaction)?;
        Ok(Writing {
            transaction,
            touched: BTreeSet::new(),
            indexed,
            at_hand: AtHand::default(),
            relinked: Relinked::default(),
            rulings,
        })
    }
}

impl<'c> Writing<'c> {
    /// The open transaction, for the ledger.
    pub(super) fn transaction(&self) -> &Transaction<'c> {
        &self.transaction
    }
}

impl Writing<'_> {
    /// Stores an article, or adds to a stored one what this arrival knows more about it.
    ///
    /// Returns what became of it and its row.
    pub fn store(&mut self, article: &NewArticle) -> Result<(Fate, i64)> {
        if let Some(stored) = self.article_row(&article.article_id)? {
            let was_corrected = self.restore_article(stored)?;
            if self.add_metadata(stored, article)? {
                self.follow_told_genre(stored)?;
                if self.join_versions(stored, &article.sketch)? {
                    self.count_again(&BTreeSet::from([stored]))?;
                }
            }
            if was_corrected {
                self.follow_articles_of(stored)?;
            }
            return Ok((Fate::Unchanged, stored));
        }
        let placed = self.place_text(&article.wording)?;
        let row = self.insert_article(article, placed.group)?;
        let originals = self.join_group(row, &placed)?;
        let is_version = self.join_versions(row, &article.sketch)?;
        self.insert_findings(row, &article.findings)?;
        self.count_again(&originals)?;
        self.follow_articles_of(row)?;
        self.follow_claims_of(row)?;
        Ok(match (placed.is_copy, is_version, placed.is_reprint) {
            (true, ..) | (_, false, true) => (Fate::Reprint, row),
            (_, true, _) => (Fate::Version, row),
            (_, false, false) => (Fate::New, row),
        })
    }

    /// Replaces what was found in a stored article by what another analyzer found.
    pub fn replace_findings(&mut self, article: i64, findings: &Findings) -> Result<()> {
        let was_counted = self.is_counted(article)?;
        if was_counted {
            self.set_counted(article, false)?;
        }
        self.delete_findings(article)?;
        self.insert_findings(article, findings)?;
        if was_counted {
            self.set_counted(article, true)?;
        }
        self.follow_claims_of(article)
    }

    /// Makes everything since [`Corpus::writing`] permanent.
    pub fn commit(mut self) -> Result<()> {
        self.choose_names()?;
        self.follow_clusters()?;
        self.index_new_rows()?;
        self.transaction.commit()?;
        Ok(())
    }

    /// Stores names, mentions, descriptions and claims, and settles which entity each name key leads to.
    fn insert_findings(&mut self, article: i64, findings: &Findings) -> Result<()> {
        self.set_analyzer(article, &findings.analyzer)?;
        self.set_genre(article, findings.genre)?;
        let names = self.insert_names(article, &findings.names)?;
        self.insert_mentions(article, &names, &findings.mentions)?;
        self.insert_descriptions(article, &names, &findings.descriptions)?;
        self.insert_claims(article, &names, &findings.claims)?;
        self.sum_up_names(article)
    }

    /// Deletes names, mentions, descriptions and claims of an article, and the evidence they gave.
    fn delete_findings(&mut self, article: i64) -> Result<()> {
        self.delete_claims(article)?;
        self.delete_descriptions(article)?;
        self.delete_names(article)
    }
}
