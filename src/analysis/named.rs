//! What a name of a text is to those who find names and to those who tell whose they are.

use std::ops::Range;

use super::{EntityKind, Gender};

/// A name in the text.
#[derive(Debug, Clone)]
pub(super) struct Name {
    pub(super) words: Range<usize>,
    pub(super) kind: EntityKind,
    /// What the title or the given name says.
    pub(super) gender: Gender,
    /// The title or role right before it.
    pub(super) title: Range<usize>,
}

/// Tells whether a word is two to six capital letters, with full stops or not.
pub(super) fn is_acronym(text: &str) -> bool {
    let letters = text.chars().filter(|letter| *letter != '.').count();
    (2..=6).contains(&letters) && text.chars().all(|letter| letter.is_uppercase() || letter == '.')
}
