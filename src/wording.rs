//! The words of a text as hashes: whether one text carries the other's words, and the keys under which two such meet.
//!
//! Folded words, so that case, accents, punctuation and paragraphs do not matter. A word is *shared* where it stands in a
//! passage that the other text has too; a passage begins with five words in a row and goes on over single changed ones.

mod alignment;
mod sample;

pub use sample::Sample;

use alignment::Alignment;

use crate::hash::{hash_of, mixed};
use crate::name::folded;

/// Words in the run that a passage begins with: five in a row are rarely chance.
const RUN: usize = 5;

/// Words in the run that makes a key: six in a row are half as often a phrase as five, and a changed word spoils one more.
const RUN_OF_KEY: usize = 6;

/// Keys of a text: the smallest hashes of its runs. Of two texts that share a fifth of the longer one's runs, one pair in a
/// thousand has no key in common (0.8 ^ 32).
const KEYS: usize = 32;

/// One text carries the other's words when so much of the shorter one is shared …
const SHARED_OF_SHORTER: f64 = 0.35;
/// … and so much of what the shorter one says outside quotation marks: two pieces that print one statement are none …
const SHARED_OF_UNQUOTED: f64 = 0.15;
/// … and so much of the longer one: less is a passage carried over, not a reprint …
const SHARED_OF_LONGER: f64 = 0.15;
/// … and so many words at least.
const LEAST_SHARED: usize = 24;

/// Of so many figures in the shorter text …
const MANY_FIGURES: usize = 6;
/// … this part must be shared: a form filled in anew every day shares its words and none of its figures.
const SHARED_OF_FIGURES: f64 = 1.0 / 3.0;

/// Words from which a paragraph can be told to be the same as another.
const LEAST_IN_PARAGRAPH: usize = 12;

/// The words of one text.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Wording {
    /// Hashes; the lowest bit says whether a word is a figure.
    words: Vec<u64>,
    /// Of each word, whether it stands between quotation marks.
    are_quoted: Vec<bool>,
}

impl Wording {
    /// Reads the paragraphs of a text, given as kind and words. Boilerplate and what is printed twice do not count, unless there is
    /// nothing else.
    pub fn of<'t>(paragraphs: impl Iterator<Item = (&'t str, &'t str)> + Clone) -> Wording {
        let is_text = |kind: &str| !["boilerplate", "repeat"].contains(&kind);
        let counting: Vec<_> =
            paragraphs.clone().filter(|(kind, _)| is_text(kind)).flat_map(|(_, text)| words_of(text)).collect();
        let words =
            if counting.is_empty() { paragraphs.flat_map(|(_, text)| words_of(text)).collect() } else { counting };
        let (words, are_quoted) = words.into_iter().unzip();
        Wording { words, are_quoted }
    }

    /// Returns a hash of all words in their order: equal in equal texts.
    pub fn key(&self) -> i64 {
        key_of(&self.words)
    }

    /// Returns the keys under which texts that share words meet, ascending.
    pub fn run_keys(&self) -> Vec<i64> {
        runs(&self.words).into_iter().take(KEYS).map(u64::cast_signed).collect()
    }

    /// Returns the sample by which most texts that share a key are told apart.
    pub fn sample(&self) -> Sample {
        Sample::of(&runs(&self.words))
    }

    /// Tells whether one of two texts carries the other's words: all of them, or most, or a good part of them under
    /// another lead.
    pub fn carries(&self, other: &Wording) -> bool {
        // Of two of one length either, but always the same.
        let is_shorter = (self.words.len(), &self.words) <= (other.words.len(), &other.words);
        let (shorter, longer) = if is_shorter { (self, other) } else { (other, self) };
        let shared = Alignment::of(&shorter.words, &longer.words);
        let count = |shared: &[bool]| shared.iter().filter(|is_shared| **is_shared).count();
        let words = count(&shared.of_one);
        if words < LEAST_SHARED || (words as f64) < SHARED_OF_SHORTER * shorter.words.len() as f64 {
            return false;
        }
        let unquoted = shorter.are_quoted.iter().zip(&shared.of_one).filter(|(is_quoted, _)| !**is_quoted);
        if part_shared(unquoted.map(|(_, is_shared)| is_shared), 0) < SHARED_OF_UNQUOTED {
            return false;
        }
        let figures = shorter.words.iter().zip(&shared.of_one).filter(|(word, _)| is_figure(**word));
        if part_shared(figures.map(|(_, is_shared)| is_shared), MANY_FIGURES) < SHARED_OF_FIGURES {
            return false;
        }
        count(&shared.of_other) as f64 >= SHARED_OF_LONGER * longer.words.len() as f64
    }
}

/// Returns which part of some words is shared; all, where there are fewer than `least` of them or none.
fn part_shared<'w>(words: impl Iterator<Item = &'w bool>, least: usize) -> f64 {
    let (mut all, mut shared) = (0, 0);
    for &is_shared in words {
        all += 1;
        shared += usize::from(is_shared);
    }
    if all < least.max(1) { 1.0 } else { shared as f64 / all as f64 }
}

/// Returns the hash of a paragraph's words, equal in equal paragraphs; `None` for one too short to tell anything.
pub fn paragraph_key(text: &str) -> Option<i64> {
    let words: Vec<u64> = words_of(text).into_iter().map(|(word, _)| word).collect();
    (words.len() >= LEAST_IN_PARAGRAPH).then(|| key_of(&words))
}

/// Returns the words of a paragraph, and whether each stands between quotation marks.
fn words_of(text: &str) -> Vec<(u64, bool)> {
    let mut words = Vec::new();
    let mut is_quoted = false;
    for part in text.split_inclusive(['“', '”', '"']) {
        let folded = folded(part);
        let written = folded.split_whitespace().filter(|word| word.contains(char::is_alphanumeric));
        words.extend(written.map(|word| (hashed(word), is_quoted)));
        is_quoted = match part.chars().next_back() {
            Some('“') => true,
            Some('”') => false,
            Some('"') => !is_quoted,
            _ => is_quoted,
        };
    }
    if words.is_empty() {
        // Of a text without a letter, its marks.
        words.extend(folded(text).split_whitespace().map(|mark| (hashed(mark), false)));
    }
    words
}

fn hashed(word: &str) -> u64 {
    (hash_of(word) << 1) | u64::from(word.bytes().any(|byte| byte.is_ascii_digit()))
}

fn is_figure(word: u64) -> bool {
    word & 1 == 1
}

/// Returns the hashes of all runs that can be keys, ascending, each once.
fn runs(words: &[u64]) -> Vec<u64> {
    let mut runs: Vec<u64> = words.windows(RUN_OF_KEY).map(|run| key_of(run).cast_unsigned()).collect();
    runs.sort_unstable();
    runs.dedup();
    runs
}

fn key_of(words: &[u64]) -> i64 {
    words.iter().fold(words.len() as u64, |hash, word| mixed(hash.rotate_left(21) ^ word)).cast_signed()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn numbered(range: std::ops::Range<u32>) -> String {
        let letters = |number: u32| number.to_string().bytes().map(|digit| char::from(digit + 49)).collect::<String>();
        range.map(|number| letters(number) + " ").collect()
    }

    fn wording(text: &str) -> Wording {
        Wording::of([("body", text)].into_iter())
    }

    fn is_reprint(one: &str, other: &str) -> bool {
        let (one, other) = (wording(one), wording(other));
        assert_eq!(one.carries(&other), other.carries(&one));
        one.carries(&other)
    }

    #[test]
    fn paragraphs_case_and_marks_do_not_matter() {
        let one = Wording::of([("body", "The river rose."), ("body", "Nobody slept.")].into_iter());
        let other = Wording::of([("boilerplate", "Read more"), ("body", "THE RIVER ROSE; nobody slept")].into_iter());
        assert_eq!(one.key(), other.key());
        assert_ne!(one.key(), wording("Nobody slept. The river rose.").key());
        assert_eq!(Wording::of([("boilerplate", "Read more")].into_iter()), wording("read more"));
    }

    #[test]
    fn trimmed_and_led_in_texts_are_carried() {
        let text = numbered(0..400);
        assert!(is_reprint(&text, &text));
        assert!(is_reprint(&text, &numbered(100..260)));
        assert!(is_reprint(&text, &(numbered(900..940) + &numbered(100..260))));
        assert!(is_reprint(&numbered(0..30), &numbered(0..32)));
    }

    #[test]
    fn a_sixth_of_a_text_in_partly_other_words_is_carried() {
        // Every eighth word is another, which leaves three of eight runs.
        let words: Vec<String> = numbered(0..160).split(' ').map(String::from).collect();
        let changed = |(place, word): (usize, &String)| if place % 8 == 7 { format!("x{word}") } else { word.clone() };
        let copy: Vec<String> = words.iter().enumerate().map(changed).take(32).collect();
        assert!(is_reprint(&words.join(" "), &copy.join(" ")));
        assert!(!is_reprint(&words.join(" "), &copy[..24].join(" ")));
    }

    #[test]
    fn passages_and_short_texts_are_not() {
        assert!(!is_reprint(&numbered(0..400), &numbered(300..700)), "a quarter of either");
        assert!(!is_reprint(&numbered(0..2000), &numbered(100..260)), "a passage of a long text");
        assert!(!is_reprint(&numbered(0..20), &numbered(0..22)));
        assert!(!is_reprint("", ""));
    }

    #[test]
    fn two_pieces_that_print_one_statement_are_none() {
        let piece = |own: std::ops::Range<u32>, marks: [&str; 2]| {
            format!("{} {}{}{}", numbered(own), marks[0], numbered(100..160), marks[1])
        };
        for marks in [["“", "”"], ["\"", "\""]] {
            assert!(!is_reprint(&piece(200..240, marks), &piece(300..340, marks)));
            assert!(is_reprint(&piece(200..240, marks), &piece(220..260, marks)), "half of what stands around it, too");
        }
        assert!(is_reprint(&piece(200..240, ["", ""]), &piece(300..340, ["", ""])));
        assert!(is_reprint(&piece(0..0, ["“", "”"]), &piece(0..0, ["“", "”"])), "nothing but the statement");
    }

    #[test]
    fn which_of_two_is_asked_does_not_matter() {
        // Most of the one is in the other, which is as long, and only a third of the other in the one.
        is_reprint(
            &[0..30, 30..60, 30..60].map(numbered).concat(),
            &[30..60, 90..120, 120..150].map(numbered).concat(),
        );
    }

    #[test]
    fn a_form_filled_in_anew_is_another_text() {
        let report = |first: u32| -> String {
            (0..12)
                .map(|line| format!("{} stood at {} points. ", numbered(line * 10..line * 10 + 8), first + line))
                .collect()
        };
        assert!(is_reprint(&report(100), &report(100)));
        assert!(!is_reprint(&report(100), &report(200)));
    }

    #[test]
    fn texts_that_share_words_meet_under_a_key() {
        let keys = wording(&numbered(0..400)).run_keys();
        assert_eq!(keys.len(), KEYS);
        assert!(wording(&numbered(100..260)).run_keys().iter().any(|key| keys.contains(key)));
        assert!(!wording(&numbered(500..900)).run_keys().iter().any(|key| keys.contains(key)));
        assert!(wording("these five words are none").run_keys().is_empty());
    }

    #[test]
    fn short_paragraphs_have_no_key() {
        assert_eq!(paragraph_key(&numbered(0..11)), None);
        assert_eq!(paragraph_key(&numbered(0..12)), paragraph_key(&numbered(0..12).to_uppercase()));
    }
}
