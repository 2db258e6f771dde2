//! What sort of piece a text is, by how it is written. Where its metadata says, the caller believes that instead.

use super::reading::Reading;
use super::{Genre, transcripts};

/// A piece with this many turns, and every third paragraph one, is an interview or a debate.
const FEWEST_TURNS: usize = 4;

/// So many words in a hundred, of those that a reporter leaves to others, make an opinion piece.
const PERSONAL: f64 = 1.2;

/// Fewer of them may all stand in a notice to readers.
const FEWEST_PERSONAL: usize = 5;

/// A shorter text gives too little to go by.
const FEWEST_WORDS: usize = 100;

/// Tells the sort of a piece.
pub(super) fn genre(reading: &Reading) -> Genre {
    let turns = reading.passages.iter().filter(|passage| transcripts::label(reading, passage).is_some()).count();
    if turns >= FEWEST_TURNS && turns * 3 >= reading.passages.len() {
        return Genre::Interview;
    }
    let own = || (0..reading.words.len()).filter(|&word| reading.quote_at(word).is_none());
    let words = own().filter(|&word| reading.words[word].is_word()).count();
    let personal = own().filter(|&word| is_personal(reading, word)).count();
    let is_enough = words >= FEWEST_WORDS && personal >= FEWEST_PERSONAL;
    match is_enough && personal as f64 * 100.0 >= PERSONAL * words as f64 {
        true => Genre::Opinion,
        false => Genre::News,
    }
}

/// Tells whether a word is one by which authors speak for themselves, advise or ask.
fn is_personal(reading: &Reading, word: usize) -> bool {
    // The US is no "us".
    reading.words[word].text != "US"
        && matches!(
            reading.lower(word),
            "i" | "my"
                | "me"
                | "we"
                | "our"
                | "us"
                | "you"
                | "your"
                | "let's"
                | "should"
                | "must"
                | "ought"
                | "?"
                | "clearly"
                | "obviously"
                | "undoubtedly"
                | "indeed"
                | "perhaps"
                | "surely"
                | "nevertheless"
                | "moreover"
                | "therefore"
                | "thus"
        )
}
