//! The words and numbers of a text as they are compared: folded and without inflection.

use super::word_lists::{IRREGULAR, SPELLINGS};
use crate::model::lemmas::lemma;
use crate::name::folded;

/// A word or number as it stands in a text.
pub(super) struct Token<'a> {
    /// As written.
    pub written: &'a str,
    /// As compared.
    pub folded: String,
    /// Whether a sign of money stands before it, or of percent behind it.
    pub sign: Option<char>,
}

impl Token<'_> {
    /// Returns the word without inflection. Which tag it has is not known here: the ending alone decides, which is
    /// enough, because both claims are treated alike.
    pub(super) fn lemma(&self) -> String {
        let word = self.folded.as_str();
        let ends = |ending| word.len() > 4 && word.ends_with(ending);
        let base = match word {
            _ if word.len() < 3 => word.into(),
            _ if ends("ing") => lemma(word, "VERB", "VBG"),
            _ if ends("ed") => lemma(word, "VERB", "VBD"),
            _ if word.len() > 3 && word.ends_with('s') && !["ss", "us", "is"].iter().any(|end| word.ends_with(end)) => {
                lemma(word, "NOUN", "NNS")
            }
            _ if IRREGULAR.contains(word) => lemma(word, "VERB", "VBD"),
            _ => word.into(),
        };
        SPELLINGS.get(base.as_ref()).map_or_else(|| base.to_string(), |same| (*same).to_owned())
    }
}

/// Divides a text into words and numbers; marks are dropped.
pub(super) fn tokens(text: &str) -> Vec<Token<'_>> {
    let is_inner = |character: char| matches!(character, '\'' | '’' | '.' | ',');
    let mut found = Vec::new();
    for chunk in text.split(|character: char| !character.is_alphanumeric() && !is_inner(character)) {
        let chunk = chunk.trim_matches(is_inner);
        let chunk = chunk.strip_suffix("'s").or_else(|| chunk.strip_suffix("’s")).unwrap_or(chunk);
        let is_number = chunk.starts_with(|first: char| first.is_ascii_digit());
        let is_initials = chunk.split('.').all(|part| part.chars().count() <= 2) && !chunk.contains(',');
        let parts = chunk.split(|character| !is_number && !is_initials && matches!(character, '.' | ','));
        for written in parts.filter(|part| part.contains(char::is_alphanumeric)) {
            let plain = match is_number {
                true => written.to_lowercase(),
                false => folded(written),
            };
            found.push(Token { written, folded: plain, sign: sign(text, written) });
        }
    }
    found
}

/// Returns the sign of money before, or of percent after, a part of a text.
fn sign(text: &str, part: &str) -> Option<char> {
    let start = part.as_ptr() as usize - text.as_ptr() as usize;
    let before = text[..start].chars().next_back().filter(|mark| matches!(mark, '$' | '€' | '£' | '¥'));
    before.or_else(|| text[start + part.len()..].starts_with('%').then_some('%'))
}
