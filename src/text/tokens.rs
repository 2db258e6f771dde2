//! The words and marks of one sentence, as the Universal Dependencies treebanks of English divide them: punctuation
//! apart, "do n't", "Bush 's", compounds at their hyphens; abbreviations whole. Numbers and addresses are found by
//! `figures`.

use unicode_normalization::char::is_combining_mark;
use unicode_segmentation::UnicodeSegmentation;

use super::Token;
use super::abbreviations::{Abbreviation, abbreviation, is_also_word, is_dotted};
use super::chunks::{is_closing, is_end_mark, is_note, runs};
use super::contractions::split_contraction;
use super::figures;
use crate::span::Span;

/// Returns how many words a text has, as Unicode counts them (a contraction is one word).
pub fn words(text: &str) -> usize {
    text.unicode_words().count()
}

/// Appends the tokens of a sentence: in order, every character that is not white space in exactly one of them.
pub(super) fn split_tokens(text: &str, sentence: Span, tokens: &mut Vec<Token>) {
    let last_word = without_notes(sentence.of(text)).rfind(char::is_alphanumeric).unwrap_or(0);
    for run in runs(text, sentence) {
        let mut scan = Scan { text, run, at: run.start, is_last: sentence.start + last_word < run.end, tokens };
        scan.divide();
    }
}

/// Returns a sentence without the numbers of notes at its end: `It did. [3] [4]`.
fn without_notes(sentence: &str) -> &str {
    let mut rest = sentence;
    while let Some((before, note)) = rest.rsplit_once(char::is_whitespace) {
        if !is_note(note) {
            break;
        }
        rest = before.trim_end();
    }
    rest
}

/// A pass over one run without white space, from left to right; what is behind `at` is in `tokens`.
struct Scan<'s> {
    text: &'s str,
    run: Span,
    at: usize,
    /// Whether no word of the sentence comes after this run.
    is_last: bool,
    tokens: &'s mut Vec<Token>,
}

impl<'s> Scan<'s> {
    fn divide(&mut self) {
        // Addresses are looked for once in a run, where its first word begins: more often would be quadratic.
        let mut had_word = false;
        while let Some(first) = self.rest().chars().next() {
            let rest = self.rest();
            let address = if had_word { None } else { figures::address(rest) };
            let number = || figures::number(rest).map(|digits| digits + self.full_stop_of_list(&rest[digits..]));
            let length = address.or_else(|| figures::link(rest)).or_else(number);
            if let Some(length) = length.or_else(|| figures::elision(rest, had_word)) {
                self.push(length);
                had_word = true;
            } else if first.is_alphanumeric() {
                self.push_word();
                had_word = true;
            } else {
                self.push(mark(rest));
            }
        }
    }

    fn rest(&self) -> &'s str {
        &self.text[self.at..self.run.end]
    }

    /// Returns the length of a full stop after a number inside a sentence, which can only be that of a list: "1. Do".
    fn full_stop_of_list(&self, after: &str) -> usize {
        usize::from(after == "." && !self.is_last)
    }

    fn push(&mut self, length: usize) {
        let span = Span::new(self.at, self.at + length);
        self.tokens.push(Token { span, is_word: span.of(self.text).contains(char::is_alphanumeric) });
        self.at = span.end;
    }

    fn push_word(&mut self) {
        let rest = self.rest();
        let length = word(rest);
        let length = match rest[length..].strip_prefix('.') {
            Some(after) if self.keeps_full_stop(&rest[..length], after) => length + 1,
            _ => length,
        };
        if let Some(cut) = split_contraction(&rest[..length]) {
            self.push(cut);
            self.push(length - cut);
        } else {
            self.push(length);
        }
    }

    /// Tells whether the full stop between a word and what comes after it in the run is part of the word.
    fn keeps_full_stop(&self, word: &str, after: &str) -> bool {
        if after.starts_with('.') {
            return false;
        }
        let sort = abbreviation(word);
        if is_dotted(word) {
            true
        } else if self.is_last && after.chars().all(|mark| is_closing(mark) || is_end_mark(mark)) {
            // The end of the sentence: only what is no word without its full stop.
            let is_name = word.starts_with(char::is_uppercase) && sort != Some(Abbreviation::Initial);
            word == "etc" || (sort.is_some() && is_name && !is_also_word(word))
        } else {
            // Not the end, so that the full stop must belong to the word, unless a quotation ends here.
            sort.is_some() || after.is_empty() || (after.starts_with([',', ';', ':', ')']) && word.len() < 5)
        }
    }
}

/// Returns the length of the word at the start of a run, which begins with a letter or digit.
fn word(run: &str) -> usize {
    let mut characters = run.char_indices().peekable();
    let mut may_be_prefix = true;
    while let Some((byte, character)) = characters.next() {
        if is_word_part(character) {
            continue;
        }
        let joins = match character {
            '.' | '\'' | '’' | '_' | '&' | '@' => true,
            '-' => std::mem::take(&mut may_be_prefix) && is_prefix(&run[..byte]),
            '/' => is_short_form(run),
            '$' if matches!(&run[..byte], "US" | "A" | "C" | "HK" | "NZ") => return byte + 1,
            _ => false,
        };
        if !joins || !characters.peek().is_some_and(|(_, next)| next.is_alphanumeric()) {
            return byte;
        }
    }
    run.len()
}

fn is_word_part(character: char) -> bool {
    character.is_alphanumeric()
        || is_combining_mark(character)
        || matches!(character, '\u{ad}' | '\u{200b}'..='\u{200d}' | '\u{2060}')
}

/// Tells whether a word before a hyphen is only the beginning of a word: "non-", "co-".
fn is_prefix(word: &str) -> bool {
    word.len() <= 7 && PREFIXES.contains(&word.to_lowercase().as_str())
}

/// Tells whether a run begins with an abbreviation by a slash: "w/o", "c/o".
fn is_short_form(run: &str) -> bool {
    let end = run.char_indices().take(5).find(|(_, character)| !character.is_alphabetic() && *character != '/');
    matches!(
        &run[..end.map_or(run.len(), |(byte, _)| byte)],
        "w/o" | "c/o" | "s/he" | "S/he" | "n/a" | "N/A" | "l/c" | "L/C" | "b/w"
    )
}

/// Returns the length of the mark at the start of a run: one character as a reader sees it, or a run of alike ones.
fn mark(run: &str) -> usize {
    let first = run.chars().next().expect("a run is not empty");
    let alike = |is_alike: fn(char, char) -> bool| run.find(|next| !is_alike(first, next)).unwrap_or(run.len());
    match first {
        '.' | '-' | '=' | '*' | '_' | '~' | '+' | '<' | '>' | '|' => alike(|first, next| first == next),
        '!' | '?' => alike(|_, next| matches!(next, '!' | '?')),
        // A pair is a quotation mark; looking no further keeps a long row of them linear.
        '\'' | '`' | '‘' | '’' if is_pair(run, first) => 2 * first.len_utf8(),
        ':' | ';' => figures::face(run).unwrap_or(1),
        _ if first.is_ascii() => 1,
        _ => run.graphemes(true).next().map_or(first.len_utf8(), str::len),
    }
}

fn is_pair(run: &str, mark: char) -> bool {
    let mut rest = run.chars().skip(1);
    rest.next() == Some(mark) && rest.next() != Some(mark)
}

#[rustfmt::skip]
const PREFIXES: &[&str] = &[
    "non", "e", "re", "mid", "anti", "co", "pre", "pro", "cross", "post", "over", "semi", "multi", "ex", "sub",
    "counter", "inter", "mini", "un", "micro", "intra", "ultra", "arch", "socio",
];

#[cfg(test)]
mod tests {
    use super::*;

    /// Shows sentences, one a line, with a space between their tokens.
    fn shown(sentences: &[&str]) -> String {
        let line = |sentence: &&str| {
            let mut tokens = Vec::new();
            split_tokens(sentence, Span::new(0, sentence.len()), &mut tokens);
            tokens.iter().map(|token| token.span.of(sentence)).collect::<Vec<_>>().join(" ")
        };
        sentences.iter().map(line).collect::<Vec<_>>().join("\n")
    }

    #[test]
    fn words_and_marks() {
        insta::assert_snapshot!(shown(&[
            "“We don’t,” Lenz's well-known ex-mayor said—twice--and left (alone).",
            "They cannot, they're gonna, the miners' wives' and O'Brien's rock 'n' roll.",
            "''So it is,'' she said ... “no …” ‘yes’ 'em all!!! What?!",
            "Al-Orm non-profit and/or s/he AT&T P&L US$5m «oui» naïve Rene\u{301} 👩\u{200d}🚒!",
        ]), @r"
        “ We do n’t , ” Lenz 's well - known ex-mayor said — twice -- and left ( alone ) .
        They can not , they 're gon na , the miners ' wives ' and O'Brien 's rock 'n' roll .
        '' So it is , '' she said ... “ no … ” ‘ yes ’ 'em all !!! What ?!
        Al - Orm non-profit and / or s/he AT&T P&L US$ 5 m « oui » naïve René 👩‍🚒 !
        ");
    }

    #[test]
    fn full_stops_that_belong_to_words() {
        insta::assert_snapshot!(shown(&[
            "Mr. Orr Jr., of the U.S.-led force, left at 9 a.m. for Orm, Calif.",
            "It was Plan B.",
            "He sat in the sun.",
            "1. See No. 5 etc.",
            "He left the U.S.”",
            "It was late. [12]",
        ]), @r"
        Mr. Orr Jr. , of the U.S. - led force , left at 9 a.m. for Orm , Calif.
        It was Plan B .
        He sat in the sun .
        1. See No. 5 etc.
        He left the U.S. ”
        It was late . [ 12 ]
        ");
    }

    #[test]
    fn figures_stay_whole() {
        insta::assert_snapshot!(shown(&[
            "$1,000.50 at 10:30 on 9/11, 20th of the 1990s, '90s, 5-year-old, 3.5%, 10am, 35mm, 5'10\"",
            "Call 555-0134 or 1-800-555-0134, #5, 2030-31, 24.kg: press@lenz.example.",
            "@lenz_valley #dam (https://lenz.example/a_(b)), lenz.example/news, <ida@lenz.example>",
        ]), @r#"
        $ 1,000.50 at 10:30 on 9/11 , 20th of the 1990s , '90s , 5 - year - old , 3.5 % , 10 am , 35 mm , 5 ' 10 "
        Call 555-0134 or 1-800-555-0134 , # 5 , 2030 - 31 , 24.kg : press@lenz.example .
        @lenz_valley #dam ( https://lenz.example/a_(b) ) , lenz.example/news , < ida@lenz.example >
        "#);
    }

    #[test]
    fn words_are_counted_as_unicode_does() {
        assert_eq!(words("Don't stop: it's 3.5 percent!"), 5);
        assert_eq!(words(" — … "), 0);
    }
}
