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
/// full stop, or in a title's capitals, or before a byline or dateline, or saying what the next paragraph says again.
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
    let second = second.of(text);
    !ends_sentence(words)
        || is_title_case(words.split_whitespace())
        || second.starts_with("By ")
        || is_datelined(second)
        || is_said_again(words, second)
}

const MOST_IN_HEADLINE: usize = 25;

/// Tells whether a paragraph begins with a place and a dash: "LENZ — ", "Lenz (HP) - ".
fn is_datelined(words: &str) -> bool {
    let opening: String = words.chars().take(60).collect();
    let place = opening.chars().take_while(|character| character.is_uppercase()).count();
    [" — ", " – ", " - ", " -- "].iter().any(|dash| match opening.split_once(dash) {
        Some((before, _)) => place > 2 || before.ends_with(')'),
        None => false,
    })
}

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

#[cfg(test)]
mod tests {
    use super::super::Document;
    use super::*;
    use crate::article::{Block, BlockKind};

    const LEAD: &str =
        "The council of Orm voted on Friday to keep the old dam, after a debate that lasted most of the night.";

    fn kinds(text: &str) -> Vec<&'static str> {
        Document::from_text(text).paragraphs.iter().map(|paragraph| paragraph.kind.name()).collect()
    }

    #[test]
    fn headlines_of_bare_texts() {
        for headline in [
            "Orm keeps its dam",
            "Orm Votes To Keep Old Dam.",
            "Council votes to keep dam after debate.",
            "‘We Keep It’: Orm Council Votes",
        ] {
            assert_eq!(kinds(&format!("{headline}\n\n{LEAD}")), ["headline", "body"], "{headline}");
        }
        assert_eq!(kinds(&format!("Rivers rise again.\n\nORM (HP) — {LEAD}")), ["headline", "body"]);
        assert_eq!(kinds(&format!("Rivers rise again.\n\nBy Ida Brandt\n\n{LEAD}")), ["headline", "body", "body"]);
        assert_eq!(kinds(&format!("I was twelve when the river came.\n\n{LEAD}")), ["body", "body"]);
        assert_eq!(kinds("Orm keeps its dam"), ["body"]);
        assert_eq!(kinds(LEAD), ["body"]);
    }

    #[test]
    fn headings_stand_between_texts() {
        assert_eq!(kinds(&format!("{LEAD}\n\nA long night\n\nIt rained. {LEAD}")), ["body", "heading", "body"]);
        assert_eq!(kinds(&format!("{LEAD}\n\n## What next?\n\nIt rained.")), ["body", "heading", "body"]);
        assert_eq!(kinds(&format!("{LEAD}\n\nA LONG NIGHT.\n\nIt rained.")), ["body", "heading", "body"]);
        assert_eq!(kinds(&format!("{LEAD}\n\n“A long night”\n\nIt rained. {LEAD}")), ["body", "body", "body"]);
    }

    #[test]
    fn a_paragraph_printed_twice_is_a_repeat() {
        assert_eq!(
            kinds(&format!("{LEAD}\n\nYes, he said.\n\n{}\n\nYes, he said.", LEAD.to_uppercase())),
            ["body", "body", "repeat", "body"]
        );
        let block = |text: &str| Block { kind: BlockKind::Paragraph, text: text.to_owned() };
        let document = Document::from_blocks(Some("Orm keeps its dam"), &[block("Orm keeps its dam."), block(LEAD)]);
        let kinds: Vec<_> = document.paragraphs.iter().map(|paragraph| paragraph.kind).collect();
        assert_eq!(kinds, [ParagraphKind::Headline, ParagraphKind::Repeat, ParagraphKind::Body]);
    }

    #[test]
    fn what_the_input_said_counts() {
        let block = |kind, text: &str| Block { kind, text: text.to_owned() };
        let blocks =
            [block(BlockKind::Text, LEAD), block(BlockKind::Heading, "Now?"), block(BlockKind::Caption, "The dam.")];
        let document = Document::from_blocks(None, &blocks);
        let kinds: Vec<_> = document.paragraphs.iter().map(|paragraph| paragraph.kind).collect();
        assert_eq!(kinds, [ParagraphKind::Body, ParagraphKind::Heading, ParagraphKind::Caption]);
    }
}
