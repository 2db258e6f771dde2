//! Article → Document: one text, and where its paragraphs, sentences, tokens and quotations are.
//!
//! Rules only, no language knowledge beyond abbreviations and punctuation. Nothing here reads a file or can fail.

mod abbreviations;
mod boilerplate;
mod chunks;
mod contractions;
mod figures;
mod kinds;
mod language;
#[cfg(test)]
mod laws;
mod normalize;
mod paragraphs;
mod quotation_marks;
mod quotations;
mod sentences;
mod single_quotations;
mod tokens;

use std::ops::Range;

use crate::article::{Block, BlockKind};
use crate::span::Span;

pub use language::language;
pub use normalize::normalized;
pub use tokens::words;

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

impl Document {
    /// Divides a text as it is given: every span counts from it, and nothing in it is changed.
    ///
    /// A first paragraph that looks like a title is taken for the headline.
    pub fn from_text(text: &str) -> Document {
        let whole = paragraphs::split_paragraphs(text).into_iter();
        let spans: Vec<Span> = whole.flat_map(|paragraph| paragraphs::bounded(text, paragraph)).collect();
        let kinds = kinds::kinds_of_text(text, &spans);
        Document::divided(text.to_owned(), spans.into_iter().zip(kinds).collect())
    }

    /// Joins a headline and the blocks of an article into one normalised text, paragraphs parted by an empty line.
    ///
    /// A headline with words in it becomes paragraph 0; without one the first paragraph is text like any other.
    pub fn from_blocks(headline: Option<&str>, blocks: &[Block]) -> Document {
        let headline = headline.map(|words| (words, kinds::Given::Headline));
        let body = blocks.iter().flat_map(|block| match block.kind {
            BlockKind::Text => {
                let parts = paragraphs::split_paragraphs(&block.text);
                parts.into_iter().map(|part| (part.of(&block.text), kinds::Given::Text)).collect()
            }
            BlockKind::Paragraph => vec![(block.text.as_str(), kinds::Given::Text)],
            BlockKind::Heading => vec![(block.text.as_str(), kinds::Given::Heading)],
            BlockKind::Caption => vec![(block.text.as_str(), kinds::Given::Caption)],
        });
        let (mut text, mut spans, mut given) = (String::new(), Vec::new(), Vec::new());
        for (words, kind) in headline.into_iter().chain(body) {
            let words = normalized(words);
            if words.is_empty() {
                continue;
            }
            for (index, part) in paragraphs::bounded(&words, Span::new(0, words.len())).into_iter().enumerate() {
                if !text.is_empty() {
                    text.push_str("\n\n");
                }
                spans.push(Span::new(text.len(), text.len() + part.len()));
                // A headline without end is a text without headline, but for its beginning.
                given.push(if index == 0 { kind } else { kinds::Given::Text });
                text.push_str(part.of(&words));
            }
        }
        let kinds = kinds::kinds_of_blocks(&text, &spans, &given);
        Document::divided(text, spans.into_iter().zip(kinds).collect())
    }

    /// Returns the index of the paragraph at a byte; white space belongs to the paragraph before it.
    pub fn paragraph_of(&self, byte: usize) -> usize {
        last_started(&self.paragraphs, |paragraph| paragraph.span, byte)
    }

    /// Returns the index of the sentence at a byte; white space belongs to the sentence before it.
    pub fn sentence_of(&self, byte: usize) -> usize {
        last_started(&self.sentences, |sentence| sentence.span, byte)
    }

    /// Returns the index of the token at a byte; white space belongs to the token before it.
    pub fn token_of(&self, byte: usize) -> usize {
        last_started(&self.tokens, |token| token.span, byte)
    }

    /// Returns the tokens of a sentence, given by its index.
    pub fn tokens_of(&self, sentence: usize) -> &[Token] {
        &self.tokens[self.sentences[sentence].tokens.clone()]
    }

    /// Returns the sentences of a paragraph, given by its index.
    pub fn sentences_of(&self, paragraph: usize) -> &[Sentence] {
        &self.sentences[self.paragraphs[paragraph].sentences.clone()]
    }

    /// Tells whether a byte stands inside quotation marks, the marks included.
    pub fn quoted_at(&self, byte: usize) -> bool {
        self.paragraphs.get(self.paragraph_of(byte)).is_some_and(|paragraph| paragraph.quoted_at(byte))
    }

    fn divided(text: String, parts: Vec<(Span, ParagraphKind)>) -> Document {
        let mut document = Document { text, ..Document::default() };
        let mut is_open = false;
        for (span, kind) in parts {
            let first_sentence = document.sentences.len();
            for sentence in sentences::split_sentences(&document.text, span) {
                let first_token = document.tokens.len();
                tokens::split_tokens(&document.text, sentence, &mut document.tokens);
                document.sentences.push(Sentence { span: sentence, tokens: first_token..document.tokens.len() });
            }
            let quotations = quotations::find_quotations(&document.text, span, is_open);
            // A caption or an advertisement may stand between two paragraphs of one quotation.
            if kind == ParagraphKind::Body {
                is_open = quotations.last().is_some_and(|last| last.is_unclosed);
            }
            let sentences = first_sentence..document.sentences.len();
            document.paragraphs.push(Paragraph { span, kind, sentences, quotations });
        }
        document
    }
}

/// Returns the index of the last part that starts at or before a byte, or 0.
fn last_started<Part>(parts: &[Part], span: impl Fn(&Part) -> Span, byte: usize) -> usize {
    parts.partition_point(|part| span(part).start <= byte).saturating_sub(1)
}

impl Paragraph {
    /// Tells whether a byte stands inside quotation marks of this paragraph, the marks included.
    pub fn quoted_at(&self, byte: usize) -> bool {
        let after = self.quotations.partition_point(|quotation| quotation.outer.start <= byte);
        after > 0 && byte < self.quotations[after - 1].outer.end
    }
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
