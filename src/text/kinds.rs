//! What each paragraph is: headline, heading, caption, boilerplate, repeat or body. Careful: what may be text is body.

use std::collections::HashSet;

use super::ParagraphKind;
use super::boilerplate::is_boilerplate;
use super::chunks::{is_closing, is_end_mark};
use super::sentences::is_title_case;
use crate::span::Span;

/// What the input said about a paragraph.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Given {
    /// The title of the piece.
    Headline,
    /// A heading inside it.
    Heading,
    /// The words under a picture.
    Caption,
    /// Nothing.
    Text,
}

/// Returns what each paragraph of a bare text is; its first may be the headline.
pub(super) fn kinds_of_text(text: &str, paragraphs: &[Span]) -> Vec<ParagraphKind> {
    let mut given = vec![Given::Text; paragraphs.len()];
    if is_headline(text, paragraphs) {
        given[0] = Given::Headline;
    }
    kinds_of_blocks(text, paragraphs, &given)
}

/// Returns what each paragraph is, given what the input said about it.
pub(super) fn kinds_of_blocks(text: &str, paragraphs: &[Span], given: &[Given]) -> Vec<ParagraphKind> {
    let mut seen = HashSet::new();
    let mut kinds = Vec::with_capacity(paragraphs.len());
    for (index, paragraph) in paragraphs.iter().enumerate() {
        let words = paragraph.of(text);
        let kind = match given[index] {
            Given::Headline => ParagraphKind::Headline,
            Given::Heading => ParagraphKind::Heading,
            Given::Caption => ParagraphKind::Caption,
            Given::Text if is_boilerplate(words) => ParagraphKind::Boilerplate,
            Given::Text if is_heading(text, paragraphs, index) => ParagraphKind::Heading,
            Given::Text => ParagraphKind::Body,
        };
        let folded = folded_words(words);
        let shortest = if kind == ParagraphKind::Headline { SHORTEST_HEADLINE } else { SHORTEST_REPEAT };
        let is_repeat = seen.contains(&folded) && kind != ParagraphKind::Boilerplate;
        if folded.matches(' ').count() >= shortest {
            seen.insert(folded);
        }
        kinds.push(if is_repeat { ParagraphKind::Repeat } else { kind });
    }
    kinds
}

/// Words from which a paragraph printed twice is a repeat; "Yes, he said." may well be said twice.
const SHORTEST_REPEAT: usize = 8;

/// Words from which a paragraph with the words of the headline is a repeat.
const SHORTEST_HEADLINE: usize = 3;

/// Returns the words in small letters, without marks, a space after each.
fn folded_words(words: &str) -> String {
    let mut folded = String::with_capacity(words.len());
    for word in words.split(|character: char| !character.is_alphanumeric()).filter(|word| !word.is_empty()) {
        folded.extend(word.chars().flat_map(char::to_lowercase));
        folded.push(' ');
    }
    folded
}

/// Tells whether a paragraph is a heading: marked as one, all in capitals, or short and unended before longer text.
fn is_heading(text: &str, paragraphs: &[Span], index: usize) -> bool {
    let words = paragraphs[index].of(text);
    let count = count_words(words, MOST_IN_HEADING + 1);
    if count > MOST_IN_HEADING || count == 0 || words.contains(['“', '"', '”']) {
        return false;
    }
    let is_marked = words.starts_with("##");
    let letters = words.chars().filter(|character| character.is_alphabetic()).count();
    let is_loud = letters > 4 && !words.contains(char::is_lowercase);
    let follows_text = index > 0 && (index == 1 || ends_sentence(paragraphs[index - 1].of(text)));
    let leads_to_text = paragraphs.get(index + 1).is_some_and(|next| {
        let words = next.of(text);
        count_words(words, LEAST_IN_TEXT) == LEAST_IN_TEXT && ends_sentence(words)
    });
    let is_unended = words.ends_with(|last: char| last.is_alphanumeric() || last == ')');
    let is_line = words.starts_with(char::is_uppercase) && is_unended && !words.starts_with("By ");
    is_marked || is_loud || (is_line && follows_text && leads_to_text)
}

const MOST_IN_HEADING: usize = 10;

/// Words from which a paragraph is taken for running text.
const LEAST_IN_TEXT: usize = 15;

/// Tells whether the first paragraph of a bare text is its headline: short, before running text, and either without a
/// full stop, or in a title's capitals, or saying what the next paragraph says again.
fn is_headline(text: &str, paragraphs: &[Span]) -> bool {
    let [first, second, ..] = paragraphs else { return false };
    let words = first.of(text);
    let count = count_words(words, MOST_IN_HEADLINE + 1);
    let leads_to_text = paragraphs[1..].iter().take(4).any(|paragraph| {
        let words = paragraph.of(text);
        count_words(words, LEAST_IN_TEXT) == LEAST_IN_TEXT && ends_sentence(words)
    });
    if !(2..=MOST_IN_HEADLINE).contains(&count) || !leads_to_text || words.ends_with([':', ',', ';']) {
        return false;
    }
    !ends_sentence(words) || is_title_case(words.split_whitespace()) || is_said_again(words, second.of(text))
}

const MOST_IN_HEADLINE: usize = 25;

/// Tells whether most of the longer words of a headline come again in the paragraph after it.
fn is_said_again(headline: &str, next: &str) -> bool {
    let next: Vec<String> = next.split_whitespace().take(60).map(folded_words).collect();
    let (mut again, mut all) = (0, 0);
    for word in headline.split_whitespace().map(folded_words).filter(|word| word.chars().count() > 4) {
        all += 1;
        again += usize::from(next.contains(&word));
    }
    all > 2 && again * 2 > all
}

fn ends_sentence(words: &str) -> bool {
    words.trim_end_matches(is_closing).ends_with(is_end_mark)
}

/// Counts the words that have a letter or digit, up to a limit.
fn count_words(words: &str, limit: usize) -> usize {
    words.split_whitespace().filter(|word| word.contains(char::is_alphanumeric)).take(limit).count()
}
