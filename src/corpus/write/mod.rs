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
mod groups;
mod inside;
mod judgements;
#[cfg(test)]
mod linking_tests;
mod meetings;
mod names;
mod regroup;
#[cfg(test)]
mod reprint_tests;
mod reprints;
mod runs;
mod search;
#[cfg(test)]
pub(super) mod tests;

pub use claims::claim_id;
pub use judgements::Judgement;
pub use runs::{Fate, NewItem};

use std::collections::BTreeSet;

use rusqlite::{Transaction, TransactionBehavior};

use compared::AtHand;
use search::Indexed;

use super::Corpus;
use super::ledger::Rulings;
use crate::error::Result;
use crate::sketch::Sketch;
use crate::wording::Wording;

/// An article with all that analysis found in it, ready to be stored.
#[derive(Debug, Clone)]
pub struct NewArticle {
    /// Public id, from outlet, date and text.
    pub article_id: String,
    /// Name of the outlet.
    pub outlet: Option<String>,
    /// Title.
    pub headline: Option<String>,
    /// Author line.
    pub byline: Option<String>,
    /// ISO date.
    pub published_on: Option<String>,
    /// Canonical address.
    pub url: Option<String>,
    /// ISO 639-1 code, or `und`.
    pub language: String,
    /// news, opinion, interview or statement, where metadata or the address say so.
    pub told_genre: Option<&'static str>,
    /// Words of the text.
    pub words: usize,
    /// Everything else the input said.
    pub meta: Vec<(String, String)>,
    /// The words of the body: equal in copies, much the same in reprints.
    pub wording: Wording,
    /// Fingerprint of the body.
    pub sketch: Sketch,
    /// Paragraphs, ascending by number.
    pub paragraphs: Vec<NewParagraph>,
    /// What was found in them.
    pub findings: Findings,
}

/// A paragraph ready to be stored.
#[derive(Debug, Clone)]
pub struct NewParagraph {
    /// 0 for the headline, then 1, 2, …
    pub number: usize,
    /// One of the kinds of the schema.
    pub kind: &'static str,
    /// Its words.
    pub text: String,
}

/// What one analyzer found in one article.
#[derive(Debug, Clone, Default)]
pub struct Findings {
    /// Name and version of the analyzer.
    pub analyzer: String,
    /// What sort of piece the text is, by how it is written: `news`, `opinion`, `interview` or `statement`.
    pub genre: &'static str,
    /// The name keys of the piece; mentions and claims count into this list.
    pub names: Vec<NewName>,
    /// Mentions.
    pub mentions: Vec<NewMention>,
    /// What those names are called besides.
    pub descriptions: Vec<NewDescription>,
    /// Claims, in the order of their spans.
    pub claims: Vec<NewClaim>,
}

/// A name key of a piece.
#[derive(Debug, Clone)]
pub struct NewName {
    /// Kind and folded name.
    pub key: String,
    /// A spelling to show where no mention has one.
    pub name: String,
    /// Keys of shorter names that can stand for this one.
    pub shorter: Vec<String>,
}

/// Where one part of an article stands: Unicode characters into a paragraph, end excluded.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub struct Place {
    /// Number of the paragraph.
    pub paragraph: usize,
    /// First character.
    pub start: usize,
    /// One past the last character.
    pub end: usize,
}

/// A mention ready to be stored.
#[derive(Debug, Clone)]
pub struct NewMention {
    /// Index into [`Findings::names`].
    pub name: usize,
    /// Where it stands.
    pub place: Place,
    /// The words there.
    pub text: String,
    /// name, nominal or pronoun.
    pub kind: &'static str,
}

/// What a text calls someone or something besides naming it, ready to be stored.
#[derive(Debug, Clone)]
pub struct NewDescription {
    /// Index into [`Findings::names`].
    pub name: usize,
    /// Where it stands.
    pub place: Place,
    /// The words there.
    pub text: String,
    /// title, apposition, predicate or nominal.
    pub kind: &'static str,
}

/// Who makes a claim.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum NewSpeaker {
    /// Index into [`Findings::names`].
    Named(usize),
    /// The author of the article.
    Author,
    /// Somebody kept unnamed.
    Anonymous,
    /// Not known.
    Unknown,
}

/// A claim ready to be stored.
#[derive(Debug, Clone)]
pub struct NewClaim {
    /// Public id, from the article and all spans.
    pub claim_id: String,
    /// Who makes it.
    pub speaker: NewSpeaker,
    /// Source, cue, content: where they stand and their words joined.
    pub parts: [NewPart; 3],
    /// direct, mixed, indirect or narrated.
    pub form: &'static str,
    /// What the cue does.
    pub cue_class: &'static str,
    /// affirmed or negated.
    pub polarity: &'static str,
    /// Whom it is about: indices into [`Findings::names`].
    pub about: Vec<usize>,
    /// Whom it is addressed to, likewise.
    pub addressees: Vec<usize>,
    /// The analyzer's confidence; 0 for a quotation that nobody is named for.
    pub score: f64,
    /// What the content means: a signed byte a component, of length 127; empty where no encoder read it.
    pub vector: Vec<i8>,
}

/// One role of a claim.
#[derive(Debug, Clone, Default)]
pub struct NewPart {
    /// Its pieces, in the order of the text.
    pub places: Vec<Place>,
    /// Their words, joined by " … ".
    pub text: String,
}

/// An open transaction; what is not committed never happened.
pub struct Writing<'c> {
    transaction: Transaction<'c>,
    /// Entities whose name may have to be chosen again.
    touched: BTreeSet<i64>,
    indexed: Indexed,
    /// Claims laid out for comparison.
    at_hand: AtHand,
    /// Claims whose links have changed.
    relinked: BTreeSet<i64>,
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
            relinked: BTreeSet::new(),
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
