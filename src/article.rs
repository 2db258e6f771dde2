//! A piece as it was read: what `read` hands to `text`.

use std::collections::BTreeMap;

use jiff::civil::Date;

/// One piece as printed. Nothing in it is guessed: a missing byline is `None`.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Article {
    /// Who published it.
    pub outlet: Option<String>,
    /// Its title.
    pub headline: Option<String>,
    /// Its printed author line, without "By".
    pub byline: Option<String>,
    /// The day it was published.
    pub published_on: Option<Date>,
    /// Its canonical address.
    pub url: Option<String>,
    /// Whatever else the input said about it, by name; never empty values.
    pub meta: BTreeMap<String, String>,
    /// Its text, in order.
    pub body: Vec<Block>,
}

/// A stretch of text that the input set apart.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Block {
    /// What the input said it is.
    pub kind: BlockKind,
    /// Its words, valid UTF-8, otherwise as printed.
    pub text: String,
}

/// What an input can say about a stretch of text.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum BlockKind {
    /// Running text that may hold several paragraphs, still to be told apart.
    Text,
    /// Exactly one paragraph.
    Paragraph,
    /// A heading inside the piece.
    Heading,
    /// The words under a picture.
    Caption,
}

impl Article {
    /// Returns an article whose body is one stretch of running text.
    pub fn from_text(text: impl Into<String>) -> Self {
        Article { body: vec![Block { kind: BlockKind::Text, text: text.into() }], ..Article::default() }
    }
}
