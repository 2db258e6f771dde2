//! Words that are two: "don't" is "do" and "n't".

use super::chunks::is_apostrophe;

/// Returns the byte at which a word falls into two: before "n't", before "'s" and its like, inside "cannot".
pub(super) fn split_contraction(word: &str) -> Option<usize> {
    let is_word = |(whole, _): &&(&str, usize)| word.eq_ignore_ascii_case(whole);
    if let Some((_, cut)) = WHOLE.iter().find(is_word) {
        return Some(*cut);
    }
    let apostrophe = word.rfind(is_apostrophe)?;
    let (before, after) = word.split_at(apostrophe);
    let cut = match after.trim_start_matches(is_apostrophe).to_ascii_lowercase().as_str() {
        "t" if before.ends_with(['n', 'N']) => apostrophe - 1,
        "s" | "m" | "d" | "re" | "ve" | "ll" => apostrophe,
        _ => return None,
    };
    (cut > 0).then_some(cut)
}

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
