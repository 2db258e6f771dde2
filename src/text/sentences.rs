//! Where the sentences of one paragraph end: rules over neighbouring chunks. Which words keep their full stop is the
//! business of `abbreviations`.

use super::abbreviations::{Abbreviation, abbreviation, follows_clock, starts_sentences};
use super::chunks::{Chunk, is_closing_quote, split_chunks};
use crate::span::Span;

/// Divides a paragraph into sentences: in order, without white space at their ends, all of its words in one of them.
///
/// Closing quotation marks and brackets belong to the sentence that they follow. A quotation of several sentences is
/// divided like any text.
pub(super) fn split_sentences(text: &str, paragraph: Span) -> Vec<Span> {
    let chunks = split_chunks(text, paragraph);
    let is_title = is_title_case(chunks.iter().map(Chunk::word));
    let mut sentences = Vec::new();
    let mut first = 0;
    for index in 0..chunks.len() {
        if index + 1 == chunks.len() || is_end(&chunks[first..], index - first, is_title) {
            sentences.push(Span::new(chunks[first].span.start, chunks[index].span.end));
            first = index + 1;
        }
    }
    sentences
}

/// Tells whether nearly all words begin with a capital, as in a title.
pub(super) fn is_title_case<'t>(words: impl Iterator<Item = &'t str>) -> bool {
    let (mut capitals, mut others) = (0, 0);
    for word in words {
        match word.chars().next() {
            Some(first) if first.is_uppercase() => capitals += 1,
            Some(first) if first.is_lowercase() && word.chars().count() > 3 => others += 1,
            _ => {}
        }
    }
    capitals > 2 && others * 4 < capitals
}

/// How a chunk begins.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Start {
    Lower,
    Upper,
    Digit,
    Mark,
}

/// Tells whether a sentence ends after a chunk that has another one after it; the sentence's own chunks come first.
fn is_end(chunks: &[Chunk], index: usize, is_title: bool) -> bool {
    let next = &chunks[index + 1];
    if next.is_bullet() || (next.is_link() && chunks[index].is_link()) {
        return true;
    }
    if next.is_closing || next.core.starts_with([',', ';', ':', '?', '!']) {
        return false;
    }
    // Closing marks that stand alone belong to the word before them.
    let judged = (0..=index).rev().find(|&earlier| !chunks[earlier].is_closing).unwrap_or(index);
    let here = &chunks[judged];
    let (stem, mark) = here.ended();
    if mark.is_empty() || (here.closing.contains(is_closing_quote) && is_reported(&chunks[index + 1..])) {
        return false;
    }
    let after = if next.is_pause() { chunks.get(index + 2).unwrap_or(next) } else { next };
    let start = start_of(after);
    if mark == "." {
        let is_spaced_out = stem.is_empty() && next.core == ".";
        !is_spaced_out && !is_list_number(stem, judged) && full_stop_ends(&chunks[..index + 2], judged, start, is_title)
    } else if mark.contains(['!', '?', '！', '？', '؟', '‽']) {
        start != Start::Lower
    } else {
        matches!(start, Start::Upper | Start::Mark)
    }
}

fn start_of(chunk: &Chunk) -> Start {
    match chunk.first() {
        _ if chunk.is_link() => Start::Mark,
        // A name like "iPhone" begins a sentence in lower case.
        Some(first) if first.is_lowercase() && chunk.word().chars().skip(1).any(char::is_uppercase) => Start::Upper,
        Some(first) if first.is_lowercase() => Start::Lower,
        Some(first) if first.is_alphabetic() => Start::Upper,
        Some(_) => Start::Digit,
        None => Start::Mark,
    }
}

/// Tells whether a full stop after the word of `chunks[judged]` ends the sentence, given what the next one, the last
/// of `chunks`, begins with.
fn full_stop_ends(chunks: &[Chunk], judged: usize, start: Start, is_title: bool) -> bool {
    let here = &chunks[judged];
    let word = last_part(here.ended().0);
    let sort = abbreviation(word);
    let next = &chunks[chunks.len() - 1];
    let starts = starts_sentences(next.word()) && !is_initial(next);
    match start {
        Start::Mark => !matches!(sort, Some(Abbreviation::Title | Abbreviation::Leading)),
        Start::Digit => matches!(sort, None | Some(Abbreviation::Clock)),
        Start::Lower => sort.is_none() && !here.closing.contains(is_closing_quote) && is_plain_word(word),
        Start::Upper => match sort {
            None | Some(Abbreviation::Counting) => true,
            Some(Abbreviation::Title | Abbreviation::Leading) => false,
            Some(Abbreviation::Clock) => !follows_clock(next.word()),
            Some(Abbreviation::Initial) if word == "I" => {
                !judged.checked_sub(1).is_some_and(|before| chunks[before].first().is_some_and(char::is_uppercase))
            }
            Some(Abbreviation::Initial) => starts && !is_title,
            Some(Abbreviation::Calendar | Abbreviation::Other) => {
                (starts && !is_title) || next.opening.contains(['“', '"', '„', '«'])
            }
        },
    }
}

/// Returns the part of a word after its last hyphen, slash or bracket: "Calif" of "(D-Calif".
fn last_part(word: &str) -> &str {
    word.rsplit(['-', '–', '—', '/', '(', '[', '“', '"', '‘']).next().unwrap_or(word)
}

/// Tells whether a word is small letters only, long enough to be no unknown abbreviation.
fn is_plain_word(word: &str) -> bool {
    word.chars().count() > 3 && word.chars().all(char::is_lowercase)
}

/// Tells whether a chunk is one capital with a full stop: "J.".
fn is_initial(chunk: &Chunk) -> bool {
    let (stem, mark) = chunk.ended();
    mark == "." && abbreviation(stem) == Some(Abbreviation::Initial)
}

/// Tells whether a sentence begins with the number of a list's item: "1.", "B.", "iv.".
fn is_list_number(stem: &str, index: usize) -> bool {
    let is_number = stem.len() <= 3 && stem.chars().all(|character| character.is_ascii_digit());
    let is_letter = stem.len() == 1 && stem.chars().all(|character| character.is_ascii_alphabetic());
    let is_roman =
        stem.len() <= 4 && stem.chars().all(|character| matches!(character, 'i' | 'v' | 'x' | 'I' | 'V' | 'X'));
    index == 0 && !stem.is_empty() && (is_number || is_letter || is_roman)
}

/// Tells whether a quotation is followed by the name of its speaker and a word of saying: "Why?" John Smith asked.
fn is_reported(chunks: &[Chunk]) -> bool {
    let name = chunks.iter().take(4).take_while(|chunk| start_of(chunk) == Start::Upper).count();
    let is_speaker = name > 0 && (chunks[0].word() == "I" || !starts_sentences(chunks[0].word()));
    is_speaker && chunks.get(name).is_some_and(|chunk| SAYING.contains(&chunk.word()))
}

#[rustfmt::skip]
const SAYING: &[&str] = &[
    "said", "says", "asked", "asks", "added", "replied", "wrote", "cried", "shouted", "demanded", "exclaimed", "joked",
    "wondered", "tweeted", "quipped", "told", "yelled", "responded", "answered", "called", "declared", "say", "ask", "call", "snapped",
];

#[cfg(test)]
mod tests {
    use super::*;

    /// Shows a paragraph as a reader would mark it: a sentence a line.
    fn shown(paragraph: &str) -> String {
        let span = Span::new(0, paragraph.len()).trimmed(paragraph);
        let sentences = split_sentences(paragraph, span);
        sentences.iter().map(|sentence| sentence.of(paragraph)).collect::<Vec<_>>().join("\n")
    }

    #[test]
    fn abbreviations_do_not_end_sentences() {
        insta::assert_snapshot!(shown(
            "Gen. Adam Rook met Lt. Col. Ida Brandt, Ph.D., in St. Orm on Sept. 4. The U.S. envoy, J. R. Vance Jr., \
             had left the U.S. He spoke at 9 p.m. Friday. By 10 a.m. Police had come. Rep. Dan Orr (D-Calif.) cited \
             Orr v. Lenz, No. 5, pp. 3-4, and so did the E.U. “We will see,” he told 24.kg and www.lenz.example. It was \
             Plan B. The price rose 3.5 percent at Orr Inc. It fell at Vance Corp. Holdings, i.e. Vance."
        ), @r"
        Gen. Adam Rook met Lt. Col. Ida Brandt, Ph.D., in St. Orm on Sept. 4.
        The U.S. envoy, J. R. Vance Jr., had left the U.S.
        He spoke at 9 p.m. Friday.
        By 10 a.m.
        Police had come.
        Rep. Dan Orr (D-Calif.) cited Orr v. Lenz, No. 5, pp. 3-4, and so did the E.U.
        “We will see,” he told 24.kg and www.lenz.example.
        It was Plan B.
        The price rose 3.5 percent at Orr Inc.
        It fell at Vance Corp. Holdings, i.e. Vance.
        ");
    }

    #[test]
    fn quotations_keep_their_marks() {
        insta::assert_snapshot!(shown(
            "“We waited. Nobody came.” He shrugged. \"Why?\" he asked. “Who signed it?” Brandt asked. \"Nobody did!\" \
             \"Is it over?\" She nodded. (It was late.) “So what?” Then he left. 'It is done.' We know. It was her \
             “moment of truth.” So it went. He said: “No.” And no . \" It was . \""
        ), @r#"
        “We waited.
        Nobody came.”
        He shrugged.
        "Why?" he asked.
        “Who signed it?” Brandt asked.
        "Nobody did!"
        "Is it over?"
        She nodded.
        (It was late.)
        “So what?”
        Then he left.
        'It is done.'
        We know.
        It was her “moment of truth.”
        So it went.
        He said: “No.”
        And no .
        " It was . "
        "#);
    }

    #[test]
    fn dots_and_marks() {
        insta::assert_snapshot!(shown(
            "It was … odd. He waited... Nothing came. We shall see… and wait. I ... know . . . it. What?! Yes!!! Really ? \
             ? No. See note.[3] It was settled in 2031. [4] [5] It was not. 1. Buy bread. B. Sell it. • One • Two. \
             iPhone sales fell. eBay rose. It fell.The end came."
        ), @r"
        It was … odd.
        He waited...
        Nothing came.
        We shall see… and wait.
        I ... know . . . it.
        What?!
        Yes!!!
        Really ? ?
        No.
        See note.[3]
        It was settled in 2031. [4] [5]
        It was not.
        1. Buy bread.
        B. Sell it.
        • One
        • Two.
        iPhone sales fell.
        eBay rose.
        It fell.
        The end came.
        ");
    }

    #[test]
    fn addresses_and_datelines() {
        insta::assert_snapshot!(shown(
            "ORM, Lenz, Sept. 4 (HP) — The dam held. Write to a.b@lenz.example. See https://lenz.example/a?b=c. \
             https://lenz.example/d Some say no"
        ), @r"
        ORM, Lenz, Sept. 4 (HP) — The dam held.
        Write to a.b@lenz.example.
        See https://lenz.example/a?b=c.
        https://lenz.example/d Some say no
        ");
    }

    #[test]
    fn a_title_is_not_divided_at_its_abbreviations() {
        insta::assert_snapshot!(shown("U.S. Is Ready To Leave Orr Inc. To Its Fate, Gen. Rook Says"), @"U.S. Is Ready To Leave Orr Inc. To Its Fate, Gen. Rook Says");
    }
}
