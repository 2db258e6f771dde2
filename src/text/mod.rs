//! Article → Document: one text, and where its paragraphs, sentences, tokens and quotations are.
//!
//! Rules only, no language knowledge beyond abbreviations and punctuation. Nothing here reads a file or can fail.

use std::ops::Range;

use crate::span::Span;

/// One text with its parts as spans into it. Spans nest, are in order, and lie on character boundaries.
#[derive(Debug, Clone, Default)]
pub struct Document {
    /// The text that every span counts from.
    pub text: String,
    /// The paragraphs, in order; white space between them belongs to none.
    pub paragraphs: Vec<Paragraph>,
    /// All sentences, in order.
    pub sentences: Vec<Sentence>,
    /// All tokens, in order.
    pub tokens: Vec<Token>,
}

/// One paragraph.
#[derive(Debug, Clone)]
pub struct Paragraph {
    /// Where it stands.
    pub span: Span,
    /// What it is.
    pub kind: ParagraphKind,
    /// Its sentences, as indices into [`Document::sentences`].
    pub sentences: Range<usize>,
    /// The stretches of it that stand inside quotation marks, in order.
    pub quotations: Vec<Quotation>,
}

/// What a paragraph is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum ParagraphKind {
    /// The title of the piece.
    Headline,
    /// Running text.
    Body,
    /// A heading inside the piece.
    Heading,
    /// The words under a picture.
    Caption,
    /// Subscription lines, credits, "Read more": stored, not analysed.
    Boilerplate,
    /// The same words as an earlier paragraph of the piece: stored, not analysed, never counted.
    Repeat,
}

/// One sentence.
#[derive(Debug, Clone)]
pub struct Sentence {
    /// Where it stands, without white space at its ends.
    pub span: Span,
    /// Its tokens, as indices into [`Document::tokens`].
    pub tokens: Range<usize>,
}

/// One word, number or mark of punctuation.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Token {
    /// Where it stands.
    pub span: Span,
    /// Whether it is a word (letters or digits) or a mark.
    pub is_word: bool,
}

/// A quoted stretch of one paragraph.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Quotation {
    /// From the opening mark to the closing mark, both included.
    pub outer: Span,
    /// The quoted words, marks excluded.
    pub inner: Span,
    /// Whether the paragraph ended before a closing mark came.
    pub is_unclosed: bool,
    /// Whether it goes on with the unclosed quotation of the paragraph before.
    pub continues: bool,
}

impl ParagraphKind {
    /// Returns the name used in the database and in exports.
    pub fn name(self) -> &'static str {
        match self {
            ParagraphKind::Headline => "headline",
            ParagraphKind::Body => "body",
            ParagraphKind::Heading => "heading",
            ParagraphKind::Caption => "caption",
            ParagraphKind::Boilerplate => "boilerplate",
            ParagraphKind::Repeat => "repeat",
        }
    }
}
