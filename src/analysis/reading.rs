//! A document as the rules read it: its words in lower case, what the encoder says of them, and its quotations as ranges
//! of words.

use std::borrow::Cow;
use std::ops::Range;

use super::tables::{Class, TABLES};
use crate::model::Answers;
use crate::span::Span;
use crate::text::{Document, ParagraphKind};

/// A document's tokens with what the rules need to know of each, and its quotations.
pub(super) struct Reading<'d> {
    pub(super) document: &'d Document,
    pub(super) answers: &'d Answers,
    /// One for each token.
    pub(super) words: Vec<Word<'d>>,
    /// Of the paragraphs that are analysed, in order.
    pub(super) quotes: Vec<Quote>,
    /// The paragraphs that are analysed, in order.
    pub(super) passages: Vec<Passage>,
}

/// One token.
pub(super) struct Word<'d> {
    pub(super) text: &'d str,
    pub(super) lower: Cow<'d, str>,
    pub(super) class: Class,
    /// Whether it begins with a capital letter.
    pub(super) is_capital: bool,
    /// The quotation it stands in, marks included.
    pub(super) quote: Option<usize>,
}

/// One quotation as ranges of words.
#[derive(Debug, Clone)]
pub(super) struct Quote {
    /// Marks included.
    pub(super) outer: Range<usize>,
    /// The quoted words.
    pub(super) inner: Range<usize>,
    /// Whether its paragraph ended before it did.
    pub(super) is_unclosed: bool,
    /// Whether it goes on with the unclosed quotation of the paragraph before.
    pub(super) continues: bool,
}

/// One paragraph as ranges.
#[derive(Debug, Clone)]
pub(super) struct Passage {
    pub(super) words: Range<usize>,
    /// Indices into [`Reading::quotes`].
    pub(super) quotes: Range<usize>,
}

impl<'d> Reading<'d> {
    /// Looks every word up once.
    pub(super) fn new(document: &'d Document, answers: &'d Answers) -> Self {
        let mut words: Vec<Word<'d>> = Vec::with_capacity(document.tokens.len());
        let mut last_end = usize::MAX;
        for token in &document.tokens {
            let text = token.span.of(&document.text);
            let is_joined = token.span.start == last_end;
            let lower = lowered(text);
            let class = class_of(&lower, token.is_word, is_joined && words.last().is_some_and(Word::is_word));
            let is_capital = text.chars().next().is_some_and(char::is_uppercase);
            words.push(Word { text, lower, class, is_capital, quote: None });
            last_end = token.span.end;
        }
        let mut reading = Reading { document, answers, words, quotes: Vec::new(), passages: Vec::new() };
        reading.read_passages();
        reading
    }

    fn read_passages(&mut self) {
        let document = self.document;
        for paragraph in &document.paragraphs {
            if matches!(paragraph.kind, ParagraphKind::Boilerplate | ParagraphKind::Repeat) {
                continue;
            }
            let first_quote = self.quotes.len();
            for quotation in &paragraph.quotations {
                let (outer, inner) = (self.words_in(quotation.outer), self.words_in(quotation.inner));
                let after_last = self.quotes.last().is_none_or(|last| last.outer.end <= outer.start);
                if inner.is_empty() || !after_last {
                    continue;
                }
                for word in &mut self.words[outer.clone()] {
                    word.quote = Some(self.quotes.len());
                }
                self.quotes.push(Quote {
                    outer,
                    inner,
                    is_unclosed: quotation.is_unclosed,
                    continues: quotation.continues,
                });
            }
            let sentences = paragraph.sentences.clone();
            if sentences.is_empty() {
                continue;
            }
            let words =
                document.sentences[sentences.start].tokens.start..document.sentences[sentences.end - 1].tokens.end;
            let quotes = first_quote..self.quotes.len();
            self.passages.push(Passage { words, quotes });
        }
    }

    /// Returns the words that lie inside a span.
    pub(super) fn words_in(&self, span: Span) -> Range<usize> {
        let tokens = &self.document.tokens;
        let start = tokens.partition_point(|token| token.span.start < span.start);
        let end = tokens.partition_point(|token| token.span.end <= span.end);
        start..end.max(start)
    }

    /// Returns the words of a sentence.
    pub(super) fn sentence(&self, sentence: usize) -> Range<usize> {
        self.document.sentences[sentence].tokens.clone()
    }

    /// Returns the lower-case word at an index, or nothing beyond the end.
    pub(super) fn lower(&self, word: usize) -> &str {
        self.words.get(word).map_or("", |word| &word.lower)
    }

    /// Returns what the word at an index does; beyond the end there are only marks.
    pub(super) fn class(&self, word: usize) -> Class {
        self.words.get(word).map_or(Class::Mark, |word| word.class)
    }

    /// Tells whether the word at an index is this one, in lower case.
    pub(super) fn is(&self, word: usize, lower: &str) -> bool {
        self.lower(word) == lower
    }

    /// Returns the quotation that the word at an index stands in.
    pub(super) fn quote_at(&self, word: usize) -> Option<usize> {
        self.words.get(word)?.quote
    }

    /// Returns the stretch of text from the first to the last of these words.
    pub(super) fn span(&self, words: &Range<usize>) -> Span {
        let tokens = &self.document.tokens;
        Span::new(tokens[words.start].span.start, tokens[words.end - 1].span.end)
    }

    /// Returns how many of these tokens are words.
    pub(super) fn word_count(&self, words: Range<usize>) -> usize {
        self.words[words].iter().filter(|word| word.is_word()).count()
    }

    /// Tells whether the word at an index is a finite verb.
    pub(super) fn is_finite(&self, word: usize) -> bool {
        matches!(self.answers.tags[word].xpos, "MD" | "VBD" | "VBP" | "VBZ")
    }

    /// Tells whether the token at an index is a mark that belongs to no quotation.
    pub(super) fn is_outer_mark(&self, word: usize) -> bool {
        !self.words[word].is_word() && self.quote_at(word).is_none()
    }

    /// Returns a stretch without the words at its ends that are outer ones.
    pub(super) fn trimmed(&self, mut words: Range<usize>, is_outer: impl Fn(usize) -> bool) -> Range<usize> {
        while !words.is_empty() && is_outer(words.end - 1) {
            words.end -= 1;
        }
        while !words.is_empty() && is_outer(words.start) {
            words.start += 1;
        }
        words
    }

    /// Returns the index of the sentence that a word stands in.
    pub(super) fn sentence_of(&self, word: usize) -> usize {
        self.document.sentences.partition_point(|sentence| sentence.tokens.end <= word)
    }

    /// Returns the words of a word's sentence that may hang on it.
    fn near(&self, top: usize) -> Range<usize> {
        // The encoder reads so many pieces at once, so that no word hangs on one further away.
        const FARTHEST: usize = 126;
        let sentence = self.sentence(self.sentence_of(top));
        sentence.start.max(top.saturating_sub(FARTHEST))..sentence.end.min(top + FARTHEST)
    }

    /// Returns the words that hang on a word, in order.
    pub(super) fn dependents(&self, top: usize) -> impl Iterator<Item = usize> {
        self.near(top).filter(move |&word| self.answers.tags[word].head == Some(top))
    }

    /// Returns the stretch from the first to the last word that hangs on a word, however far down.
    pub(super) fn subtree(&self, top: usize) -> Range<usize> {
        const DEEPEST: usize = 64;
        let hangs = |word: &usize| {
            let mut up = Some(*word);
            (0..DEEPEST).any(|_| {
                let is_there = up == Some(top);
                up = up.and_then(|word| self.answers.tags[word].head);
                is_there
            })
        };
        let mut words = self.near(top).filter(hangs);
        let first = words.next().unwrap_or(top);
        first..words.next_back().unwrap_or(first) + 1
    }
}

impl Word<'_> {
    /// Tells whether this is a word, not a mark.
    pub(super) fn is_word(&self) -> bool {
        self.class != Class::Mark
    }
}

/// Returns a word in lower case with straight apostrophes, borrowed where it is so already.
fn lowered(text: &str) -> Cow<'_, str> {
    match text.bytes().all(|byte| byte.is_ascii() && !byte.is_ascii_uppercase()) {
        true => Cow::Borrowed(text),
        false => Cow::Owned(text.to_lowercase().replace('’', "'")),
    }
}

fn class_of(lower: &str, is_word: bool, follows_word: bool) -> Class {
    match TABLES.class(lower) {
        Some(class) => class,
        None if lower == "'" && follows_word => Class::Possessive,
        None if !is_word => Class::Mark,
        None if is_site(lower) => Class::Open,
        None if lower.starts_with(|first: char| first.is_ascii_digit()) => Class::Number,
        None if lower.len() > 4 && lower.ends_with("ly") => Class::Adverb,
        None => Class::Open,
    }
}

/// Tells whether a lower-case word is the address that a site goes by: "24ossa.com".
pub(super) fn is_site(lower: &str) -> bool {
    let Some((site, country)) = lower.rsplit_once('.') else { return false };
    let is_plain = site.len() > 1 && site.bytes().all(|byte| byte.is_ascii_alphanumeric() || byte == b'-');
    is_plain && (2..=4).contains(&country.len()) && country.bytes().all(|byte| byte.is_ascii_lowercase())
}
