//! People's decisions: an append-only ledger, and what it comes to.
//!
//! A decision is never changed; a later one may revoke it, and that one in turn. What is in force is a function of the
//! set of decisions, and so is what it does to actors, claims and articles: two people's ledgers, merged in either
//! order, give one result. Decisions are on names and words, not on rows, so they wait for texts that are not there yet
//! and find them again when they are analysed anew.

mod anchors;
mod articles;
mod claims;
mod force;
mod links;
mod names;
mod rows;
mod tags;
#[cfg(test)]
mod tests;

pub use articles::FIELDS as ARTICLE_FIELDS;
pub use claims::FIELDS as CLAIM_FIELDS;
pub use force::{Conflict, conflicts, in_force};
pub use names::{Rank, Rulings};
pub use rows::DecisionRow;

use rusqlite::named_params;
use serde::{Deserialize, Serialize};

use super::ids::{IdKind, id_of};
use super::write::Writing;
use crate::error::Result;

/// What a person decided.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
pub struct Decision {
    /// When: UTC, RFC 3339 with microseconds.
    pub made_at: String,
    /// Who.
    pub made_by: String,
    /// What is done.
    pub verb: Verb,
    /// Public id of what it is done to.
    pub subject: String,
    /// Public id of the other thing, where two are joined or parted.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub object: Option<String>,
    /// Which of its fields.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub field: Option<String>,
    /// The new value, a name, a note, a tag.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub value: Option<String>,
    /// The names or words decided upon, by which the decision finds them again.
    #[serde(default)]
    pub anchor: Anchor,
    /// Why.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub reason: Option<String>,
    /// Id of the decision that this one takes back.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub revokes: Option<String>,
}

/// The names or words that a decision is on.
#[derive(Debug, Clone, Default, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(default)]
pub struct Anchor {
    /// Leading name key of the subject, where it is an actor; the name, where it is an outlet.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub key: Option<String>,
    /// Name key of the object, of the alias, or of the new speaker.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub other_key: Option<String>,
    /// Public id of the article.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub article: Option<String>,
    /// Number of the paragraph.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub paragraph: Option<i64>,
    /// Source, cue and content of the claim.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub parts: Option<[String; 3]>,
    /// The other claim, where the decision is on a link of two.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub other: Option<Box<Anchor>>,
}

/// Declares the verbs with their written names.
macro_rules! verbs {
    ($($(#[$doc:meta])* $verb:ident = $name:literal),+ $(,)?) => {
        /// What can be decided.
        #[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
        pub enum Verb {
            $($(#[$doc])* #[serde(rename = $name)] $verb),+
        }

        impl Verb {
            /// Returns the name used on the command line and in dumps.
            pub fn name(self) -> &'static str {
                match self { $(Verb::$verb => $name),+ }
            }

            /// Returns the verb of this name.
            pub fn named(name: &str) -> Option<Verb> {
                match name { $($name => Some(Verb::$verb),)+ _ => None }
            }
        }
    };
}

verbs! {
    /// Two actors are one.
    Merge = "merge",
    /// Two actors are not one, whatever their names say.
    Distinct = "distinct",
    /// An actor or outlet is called so, too.
    AddAlias = "alias-add",
    /// An actor or outlet is not called so.
    RemoveAlias = "alias-remove",
    /// The name an actor is shown by.
    Rename = "rename",
    /// No actor; no claim.
    Reject = "reject",
    /// An actor after all; a claim that somebody has looked at.
    Accept = "accept",
    /// A field of a claim is otherwise.
    Edit = "edit",
    /// A claim that the analysis missed.
    Add = "add",
    /// Two claims are linked, whatever was found.
    Link = "link",
    /// A field of an article is otherwise.
    Set = "set",
    /// An article is out of the corpus.
    Remove = "remove",
    /// Something to remember.
    Note = "note",
    /// A word to find things by.
    Tag = "tag",
    /// An earlier decision is taken back.
    Undo = "undo",
}

impl Decision {
    /// Returns the public id: from all that the decision says.
    pub fn id(&self) -> String {
        let said = serde_json::to_string(self).expect("texts and numbers always have a JSON form");
        id_of(IdKind::Decision, [said.as_str()])
    }
}

impl Writing<'_> {
    /// Adds decisions to the ledger and follows all that is in force; returns how many were new.
    ///
    /// Decisions that the ledger has already are passed over.
    pub fn decide(&mut self, decisions: &[Decision]) -> Result<usize> {
        let mut new = 0;
        for decision in decisions {
            let anchor = serde_json::to_string(&decision.anchor).expect("texts always have a JSON form");
            let mut insert = self.transaction().prepare_cached(include_str!("sql/insert_decision.sql"))?;
            new += insert.execute(named_params! {
                ":decision_id": decision.id(),
                ":made_at": decision.made_at,
                ":made_by": decision.made_by,
                ":verb": decision.verb.name(),
                ":subject": decision.subject,
                ":object": decision.object,
                ":field": decision.field,
                ":value": decision.value,
                ":anchor": anchor,
                ":reason": decision.reason,
                ":revokes": decision.revokes,
            })?;
        }
        if new > 0 {
            let all = rows::all(self.transaction())?;
            let in_force = in_force(&all);
            self.follow_names(&in_force)?;
            self.follow_articles(&in_force)?;
            self.follow_claims(&in_force)?;
            self.follow_links(&in_force)?;
            self.follow_tags(&in_force)?;
        }
        Ok(new)
    }
}
