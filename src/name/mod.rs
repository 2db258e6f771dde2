//! Names folded for comparison, so that "LAVROV", "Лавров" and "Lavrov" meet.

mod nicknames;

use any_ascii::{any_ascii, any_ascii_char};

pub use nicknames::{is_same_given_name, other_given_names};

/// Returns a name in lower case, in Latin letters without accents, with single spaces and without punctuation.
///
/// Apostrophes and full stops vanish ("O'Neill" and "U.S." become "oneill" and "us"), a possessive "'s" too; every
/// other mark parts words. Text of which nothing would be left folds to itself in lower case.
///
/// # Example
///
/// ```
/// use sayso::name::folded;
///
/// assert_eq!(folded("  Sérgey  LAVROV"), "sergey lavrov");
/// assert_eq!(folded("Лавров"), "lavrov");
/// assert_eq!(folded("the U.S.’s"), "the us");
/// assert_eq!(folded("Mazar-i-Sharif"), "mazar i sharif");
/// ```
pub fn folded(name: &str) -> String {
    let plain = any_ascii(name).to_ascii_lowercase();
    let mut words: Vec<String> = Vec::new();
    for word in plain.split(|c: char| !(c.is_ascii_alphanumeric() || c == '\'' || c == '.')) {
        let word = word.strip_suffix("'s").unwrap_or(word);
        let letters: String = word.chars().filter(char::is_ascii_alphanumeric).collect();
        if !letters.is_empty() {
            words.push(letters);
        }
    }
    match words.is_empty() {
        true => name.trim().to_lowercase(),
        false => words.join(" "),
    }
}

/// Tells whether two texts have the same letters and digits, in one order: case, accents, spaces and marks aside.
///
/// It stops at the first difference, so that a text is found among many for next to nothing.
///
/// # Example
///
/// ```
/// use sayso::name::has_same_letters;
///
/// assert!(has_same_letters("“We  did not fire,” she said", "\"We did not fire\", She said"));
/// assert!(!has_same_letters("We did not fire", "We did fire"));
/// ```
pub fn has_same_letters(one: &str, other: &str) -> bool {
    letters(one).eq(letters(other))
}

fn letters(text: &str) -> impl Iterator<Item = u8> + '_ {
    let plain = text.chars().flat_map(|letter| any_ascii_char(letter).bytes());
    plain.filter(u8::is_ascii_alphanumeric).map(|letter| letter.to_ascii_lowercase())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn marks_alone_stay_themselves() {
        assert_eq!(folded(" ?! "), "?!");
        assert_eq!(folded(""), "");
    }

    #[test]
    fn curly_and_straight_apostrophes_agree() {
        assert_eq!(folded("O’Neill"), folded("O'Neill"));
        assert_eq!(folded("Russia’s"), "russia");
    }
}
