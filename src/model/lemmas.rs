//! The lemma of an English word, from its form and its tags, as the English Web Treebank writes it. The endings are
//! undone in `endings`, words that stand alone are looked up in `words`; which tags a word has is found elsewhere.

mod endings;
mod words;

#[cfg(test)]
mod tests;

use std::borrow::Cow;

/// Returns the lemma of a word: `"said"` as a verb in the past (`VERB`, `VBD`) gives `"say"`.
///
/// `upos` is the universal tag, `xpos` the Penn tag. Names keep their capitals, numbers lose the commas between their
/// digits, all else is in small letters save what is always written with capitals. A word with a tag that is unknown
/// here counts as uninflected.
///
/// ```
/// use sayso::model::lemmas::lemma;
///
/// assert_eq!(lemma("Hoping", "VERB", "VBG"), "hope");
/// assert_eq!(lemma("Americans", "PROPN", "NNPS"), "American");
/// assert_eq!(lemma("n't", "PART", "RB"), "not");
/// ```
pub fn lemma<'form>(form: &'form str, upos: &str, xpos: &str) -> Cow<'form, str> {
    let word = folded(form);
    if let Some(lemma) = words::lemma(&word, xpos) {
        return Cow::Borrowed(lemma);
    }
    if let Some((first, last)) = word.rsplit_once('-')
        && endings::inflects(xpos)
        && let Some(lemma) = words::lemma(last, xpos)
    {
        return Cow::Owned(format!("{first}-{lemma}"));
    }
    by_rules(form, word, upos, xpos)
}

/// Returns the lemma of a word that is not listed; `word` is the form in small letters.
fn by_rules<'form>(form: &'form str, word: Cow<'form, str>, upos: &str, xpos: &str) -> Cow<'form, str> {
    match (upos, xpos) {
        (_, "ADD" | "FW") => Cow::Borrowed(form),
        // A participle within a name: the "United" of a club.
        ("VERB", "NNP") if word.ends_with("ing") => capitalised(endings::undone(word, "VBG")),
        ("VERB", "NNP") if word.ends_with("ed") => capitalised(endings::undone(word, "VBN")),
        (_, "NNP") => name(form),
        (_, "NNPS") => endings::undone(name(form), xpos),
        ("NUM", _) | (_, "CD") if is_roman(form) => Cow::Borrowed(form),
        ("NUM", _) | (_, "CD") => ungrouped(word),
        (_, "JJ" | "NN" | "LS") if keeps_capitals(form) => Cow::Borrowed(form),
        (_, "JJ") if is_of_a_people(form) => Cow::Borrowed(form),
        _ => endings::undone(word, xpos),
    }
}

/// Returns a form in small letters and with straight apostrophes.
fn folded(form: &str) -> Cow<'_, str> {
    match form.bytes().any(|byte| byte.is_ascii_uppercase() || !byte.is_ascii()) {
        true => Cow::Owned(form.to_lowercase().replace(['’', '‘'], "'")),
        false => Cow::Borrowed(form),
    }
}

/// Returns a name as it is written when nobody shouts.
fn name(form: &str) -> Cow<'_, str> {
    let is_shouted = form.len() > LONGEST_ACRONYM && form.bytes().all(|byte| byte.is_ascii_uppercase());
    match is_shouted {
        true => capitalised(Cow::Owned(form.to_ascii_lowercase())),
        false => Cow::Borrowed(form),
    }
}

/// Returns a word with its first letter in capitals, where that is an ASCII letter.
fn capitalised(word: Cow<'_, str>) -> Cow<'_, str> {
    let mut word = word.into_owned();
    if let Some(first) = word.get_mut(..1) {
        first.make_ascii_uppercase();
    }
    Cow::Owned(word)
}

/// Letters of the longest word in capitals that counts as an acronym: of longer names in the training treebanks nearly
/// all are shouted, of those with up to five letters most are not.
const LONGEST_ACRONYM: usize = 6;

/// Tells whether a number is written with Roman numerals.
fn is_roman(form: &str) -> bool {
    form.bytes().all(|byte| b"IVXLC".contains(&byte))
}

/// Returns a number without the commas between its digits.
fn ungrouped(word: Cow<'_, str>) -> Cow<'_, str> {
    let is_grouped = word.contains(',')
        && word.starts_with(|first: char| first.is_ascii_digit())
        && word.bytes().all(|byte| byte.is_ascii_digit() || b",.".contains(&byte));
    match is_grouped {
        true => Cow::Owned(word.replace(',', "")),
        false => word,
    }
}

/// Tells whether a word is always written with capitals: a letter, a type number, a name behind a prefix ("pro-Arran").
fn keeps_capitals(form: &str) -> bool {
    let bytes = form.as_bytes();
    let has_capital = bytes.iter().any(u8::is_ascii_uppercase);
    let is_number = bytes.iter().any(u8::is_ascii_digit) && !bytes.iter().any(u8::is_ascii_lowercase);
    let has_name = bytes.first().is_some_and(u8::is_ascii_lowercase)
        && bytes.windows(2).any(|pair| pair[0] == b'-' && pair[1].is_ascii_uppercase());
    has_capital && (bytes.len() == 1 || is_number || has_name)
}

/// Tells whether a capitalised adjective most likely speaks of a people or a place: "Sicilian", "Maltese".
fn is_of_a_people(form: &str) -> bool {
    form.starts_with(char::is_uppercase) && ["an", "ese", "ish", "i"].iter().any(|ending| form.ends_with(ending))
}
