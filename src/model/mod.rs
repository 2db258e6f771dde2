//! One encoder for English: what it reads of a document, and what it answers.

pub mod lemmas;
pub mod marks;
pub mod pieces;
