//! What two claims have to do with each other: whether one says what the other says ([`alike`]), opposes it
//! ([`opposed`]), or reuses its words ([`longest_shared_run`]), and under which hashed keys the two would meet
//! ([`keys()`], [`quote_keys`]).
//!
//! Everything here is a function of the claims in hand and of tables shipped with the program, never of the corpus, so
//! that links do not depend on what was stored when (docs/crossref.md). A [`Statement`] is made once of each claim;
//! what is asked of every pair is cheap.
//!
//! ```
//! use sayso::linking::{Given, Statement, alike, opposed};
//!
//! let said = Statement::new(Given { text: "The Arran dam was blown up by rebels", ..Given::default() });
//! let denied = Statement::new(Given { text: "Rebels did not blow up the Arran dam", ..Given::default() });
//! assert!(alike(&said, &denied).score > 0.5);
//! assert!(opposed(&said, &denied).is_some());
//! assert!(opposed(&said, &said).is_none());
//! ```

mod acts;
mod attitude;
mod compared;
mod disputes;
mod figures;
mod gist;
mod given;
mod inside;
mod keys;
mod likeness;
mod measures;
mod opposition;
mod people;
mod quotes;
mod regression;
mod rejections;
mod related;
mod relation;
mod restatements;
mod sentences;
mod side_words;
mod sides;
mod statement;
#[cfg(test)]
mod tests;
mod tokens;
mod weights;
mod word_lists;
mod words;

pub use attitude::{Attitude, attitude};
pub use compared::Compared;
pub use disputes::LEAST_CLOSENESS;
pub use gist::{can_be_as_close, gist};
pub use given::Given;
pub use inside::inside;
pub use keys::{KeyKind, keys, place};
pub use likeness::{ALIKE, Likeness, alike, closeness, features};
pub use measures::{FEATURES, Features};
pub use opposition::{Opposition, Rule, opposed};
pub use quotes::{RUN, SharedRun, longest_shared_run, quote_keys};
pub use related::related;
pub use relation::{Related, Relation};
pub use statement::Statement;
pub use words::content_words;
