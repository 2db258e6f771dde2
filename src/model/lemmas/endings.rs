//! Undoes inflection by the tables `endings.txt`, which explains its notation, and `stems.txt`. The first line that
//! fits a word decides.

use std::borrow::Cow;
use std::collections::HashMap;
use std::sync::LazyLock;

use crate::table::lines;

/// Returns a word without the inflection of its Penn tag; what it keeps keeps its capitals.
pub(super) fn undone<'word>(word: Cow<'word, str>, xpos: &str) -> Cow<'word, str> {
    let Some(ending) = SECTIONS.get(xpos).and_then(|section| section.first_that_fits(&word)) else { return word };
    let kept = word.len() - ending.cut.len();
    match ending.new {
        "~" => restored(shortened(word, kept)),
        new => lengthened(shortened(word, kept), new),
    }
}

/// Tells whether words with this Penn tag are inflected.
pub(super) fn inflects(xpos: &str) -> bool {
    SECTIONS.contains_key(xpos)
}

/// Returns what is left of a word with its own last letter: "hopp" as "hop", "hop" as "hope".
fn restored(stem: Cow<'_, str>) -> Cow<'_, str> {
    match SECTIONS["STEM"].first_that_fits(&stem) {
        Some(ending) => {
            let kept = stem.len() - ending.cut.len();
            lengthened(shortened(stem, kept), ending.new)
        }
        None => stem,
    }
}

fn shortened(word: Cow<'_, str>, kept: usize) -> Cow<'_, str> {
    match word {
        Cow::Borrowed(word) => Cow::Borrowed(&word[..kept]),
        Cow::Owned(mut word) => {
            word.truncate(kept);
            Cow::Owned(word)
        }
    }
}

fn lengthened<'word>(word: Cow<'word, str>, new: &'static str) -> Cow<'word, str> {
    match new {
        "" => word,
        new => word + new,
    }
}

static SECTIONS: LazyLock<HashMap<&str, Section>> = LazyLock::new(|| {
    let mut sections: HashMap<&str, Section> = HashMap::new();
    let mut tags = "";
    for line in lines(include_str!("endings.txt")).chain(lines(include_str!("stems.txt"))) {
        match line.strip_prefix('[').and_then(|line| line.strip_suffix(']')) {
            Some(header) => tags = header,
            None => tags.split(' ').for_each(|tag| sections.entry(tag).or_default().add(Ending::read(line))),
        }
    }
    sections
});

/// The endings for one tag, by their last byte: all but a few need no look.
#[derive(Default)]
struct Section {
    by_last: HashMap<u8, Vec<Ending>>,
}

impl Section {
    fn add(&mut self, ending: Ending) {
        let last = ending.cut.bytes().last().or(ending.kept.bytes().last()).expect("an ending has letters");
        self.by_last.entry(last).or_default().push(ending);
    }

    fn first_that_fits(&self, word: &str) -> Option<Ending> {
        let endings = self.by_last.get(word.as_bytes().last()?)?;
        endings.iter().copied().find(|ending| ending.fits(word))
    }
}

/// One line of the table: a word that ends in `kept` and `cut` loses `cut` and gains `new`.
#[derive(Clone, Copy)]
struct Ending {
    kept: &'static str,
    cut: &'static str,
    new: &'static str,
}

impl Ending {
    fn read(line: &'static str) -> Ending {
        let (ending, new) = line.split_once(' ').expect("a line is an ending and what is new");
        let (kept, cut) = ending.split_once('|').expect("an ending says what is cut");
        Ending { kept, cut, new: new.trim_start().trim_matches('-') }
    }

    fn fits(&self, word: &str) -> bool {
        let Some(rest) = word.strip_suffix(self.cut) else { return false };
        // An ending alone is a word: "s" the letter, "'s" a part of a contraction.
        if matches!(self.new, "" | "~")
            && !rest.bytes().last().is_some_and(|last| is_letter(last) || last.is_ascii_digit())
        {
            return false;
        }
        let mut before = rest.bytes().rev().peekable();
        self.kept.bytes().rev().all(|sign| match sign {
            b'^' => before.peek().is_none_or(|byte| !is_letter(*byte)),
            b'<' => !before.by_ref().take_while(|byte| is_letter(*byte)).any(|byte| is_vowel(byte) || byte == b'y'),
            b'V' => before.next().is_some_and(is_vowel),
            b'C' => before.next().is_some_and(|byte| byte.is_ascii_alphabetic() && !is_vowel(byte)),
            letter => before.next() == Some(letter),
        })
    }
}

fn is_vowel(byte: u8) -> bool {
    b"aeiouAEIOU".contains(&byte)
}

/// Tells whether a byte is, or belongs to, a letter of any script.
fn is_letter(byte: u8) -> bool {
    byte.is_ascii_alphabetic() || !byte.is_ascii()
}
