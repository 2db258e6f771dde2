//! What links two claims, and how a reader is told.

use super::statement::Statement;

/// The sorts of link. A dispute of one actor with itself is a shift; who is who is asked when links are read.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Relation {
    /// The same, said again.
    Echo,
    /// One speaks against the other.
    Dispute,
}

impl Relation {
    /// Returns the name used in the database and in exports.
    pub fn name(self) -> &'static str {
        match self {
            Relation::Echo => "echo",
            Relation::Dispute => "dispute",
        }
    }
}

/// A link between two claims, with what speaks for it.
#[derive(Debug, Clone, PartialEq)]
pub struct Related {
    /// Which sort.
    pub relation: Relation,
    /// By which rule: `quotation`, `restatement`, `rejection`, or that of an opposition.
    pub rule: &'static str,
    /// How much of the shorter claim is repeated word by word, or how close the two come; 0 to 1, in thousandths.
    pub score: f64,
    /// What a reader is told.
    pub reason: String,
}

/// How close two claims come at least to say the same thing, or deny it, and not only something of the same thing. Chosen by
/// eye on training articles of one campaign, where nearly all above were restatements, and most denials below denied
/// something else.
pub(super) const CLOSE: f32 = 0.6;

/// How many shared words a reason names.
const TOLD: usize = 6;

/// Names the rarest words that both have.
pub(super) fn shared(one: &Statement, other: &Statement) -> String {
    let mut words = one.shared_words(other);
    words.truncate(TOLD);
    match words.is_empty() {
        true => "no word shared".into(),
        false => format!("both: {}", words.join(", ")),
    }
}

/// Rounds a score, so that the last bits of different processors do not show.
pub(super) fn rounded(score: f32) -> f64 {
    (f64::from(score) * 1000.0).round() / 1000.0
}
