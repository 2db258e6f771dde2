//! sayso: who says what, across every piece you have read.
//!
//! News pieces go into one SQLite file; queries cross-reference who claims what, about whom, and where else it was
//! said. The rooms, in the order data passes through them:
//!
//! | room | takes | gives |
//! |---|---|---|
//! | [`read`] | bytes of a file | [`article::Article`] |
//! | [`text`] | an article's blocks | [`text::Document`]: paragraphs, sentences, tokens, quotations as spans |
//! | [`model`] | a document | [`model::Answers`]: tags, parse, names and roles of its words |
//! | [`analysis`] | a document and its answers | [`analysis::Analysis`]: entities and attributions |
//! | [`linking`] | two claims | [`linking::Likeness`], [`linking::Opposition`], shared words; keys under which they meet |
//! | [`ingest`] | sources | rows in a corpus, one fate for every input |
//! | [`corpus`] | rows, filters | SQLite and back; the only room that speaks SQL |
//! | [`output`] | [`record::Record`]s | table, CSV, JSON … |
//! | [`cli`] | words on the command line | all of the above; the only room that prints |
//!
//! ARCHITECTURE.md says who may use whom, and why.

/// Keeps a snapshot that holds nothing but what a person is to read. Stands before the rooms whose tests use it.
#[cfg(test)]
macro_rules! assert_readable {
    ($shown:expr) => {
        insta::with_settings!({ omit_expression => true, prepend_module_to_snapshot => false }, {
            insta::assert_snapshot!($shown)
        })
    };
}

pub mod analysis;
pub mod article;
pub mod cli;
pub mod corpus;
pub mod credit;
pub mod error;
mod hash;
pub mod identity;
pub mod ingest;
pub mod linking;
pub mod model;
pub mod name;
pub mod output;
pub mod read;
pub mod record;
pub mod sketch;
pub mod span;
mod table;
pub mod text;
pub mod wording;
