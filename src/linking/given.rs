//! What linking is told of a claim.

use super::attitude::Attitude;

/// What is given of a claim. Only the text must be there; what is not known is left out, never guessed.
#[derive(Debug, Clone, Copy, Default)]
pub struct Given<'a> {
    /// The content of the claim; pieces joined by " … ".
    pub text: &'a str,
    /// Whether analysis found the content negated; `None` reads it off the text.
    pub is_negated: Option<bool>,
    /// How the reporting words stand to it.
    pub attitude: Attitude,
    /// Name keys of the entities that the claim is about ("person:sergey lavrov").
    pub names: &'a [&'a str],
    /// The encoder's vector of the content, of length 1; empty where there is none.
    pub vector: &'a [f32],
}
