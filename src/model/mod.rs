//! One encoder for English: `Document` → [`Answers`], the tags, tree, names and roles of its words.
//!
//! A compact transformer, trained under `train/`, reads windows of a document one at a time, so that no answer depends
//! on what else is read beside it. Rules then choose the best answers that fit together. Nothing here reads a file.

mod answers;
mod encoder;
mod graph;
mod labels;
pub mod lemmas;
mod marks;
mod pieces;
mod sequences;
#[cfg(test)]
mod tests;
mod trees;
mod windows;

pub use answers::{Answers, Named, Tag, Told, VECTOR};
pub use encoder::Encoder;
pub use labels::Role;
pub use marks::marks;
pub use pieces::{Piece, Vocabulary};
