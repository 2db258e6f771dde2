//! Words that are two: "don't" is "do" and "n't".

use super::chunks::is_apostrophe;

/// Returns the byte at which a word falls into two: before "n't", before "'s" and its like, inside "cannot".
pub(super) fn split_contraction(word: &str) -> Option<usize> {
    let letters: Vec<(usize, char)> = word.char_indices().rev().take(LONGEST + 1).collect();
    let ending: String = letters.iter().rev().map(|(_, letter)| letter.to_ascii_lowercase()).collect();
    if let Some((_, cut)) = WHOLE.iter().find(|(whole, _)| *whole == ending && word.len() == whole.len()) {
        return Some(*cut);
    }
    let apostrophe = letters.iter().take(3).position(|(_, letter)| is_apostrophe(*letter))?;
    let cut = match (&ending[ending.rfind(is_apostrophe)?..]).trim_start_matches(is_apostrophe) {
        "t" if letters.get(apostrophe + 1).is_some_and(|(_, letter)| letter.eq_ignore_ascii_case(&'n')) => {
            apostrophe + 1
        }
        "s" | "m" | "d" | "re" | "ve" | "ll" => apostrophe,
        _ => return None,
    };
    let byte = letters[cut].0;
    (byte > 0).then_some(byte)
}

/// Letters of the longest word in the table.
const LONGEST: usize = 8;

/// Contractions without an apostrophe, and the byte at which they fall apart.
#[rustfmt::skip]
const WHOLE: &[(&str, usize)] = &[
    ("cannot", 3), ("gonna", 3), ("wanna", 3), ("gotta", 3), ("gimme", 3), ("lemme", 3), ("dont", 2), ("didnt", 3),
    ("doesnt", 4), ("isnt", 2), ("wasnt", 3), ("couldnt", 5), ("wouldnt", 5), ("shouldnt", 6), ("havent", 4),
    ("hasnt", 3),
];

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn where_contractions_fall_apart() {
        let divided =
            |word: &str| split_contraction(word).map(|byte| word.split_at(byte)).map(|(a, b)| format!("{a}|{b}"));
        assert_eq!(divided("don't").as_deref(), Some("do|n't"));
        assert_eq!(divided("CAN’T").as_deref(), Some("CA|N’T"));
        assert_eq!(divided("Lenz’s").as_deref(), Some("Lenz|’s"));
        assert_eq!(divided("they'll").as_deref(), Some("they|'ll"));
        assert_eq!(divided("wouldn't've").as_deref(), Some("wouldn't|'ve"));
        assert_eq!(divided("Cannot").as_deref(), Some("Can|not"));
        for whole in ["O'Brien", "o'clock", "don", "n't", "'s", "ma'am", "unwanna", "", "’"] {
            assert_eq!(divided(whole), None, "{whole}");
        }
    }
}
