//! One spelling for every text before it is stored: composed characters, single spaces, nothing invisible.
//!
//! What a reader sees stays as printed: quotation marks, dashes, capitals.

use unicode_normalization::UnicodeNormalization;

/// Returns the text in Unicode's composed form (NFC), every run of white space as one space, none at its ends, and
/// without control characters, soft hyphens and zero-width marks.
///
/// # Example
///
/// ```
/// assert_eq!(sayso::text::normalized("  the\u{a0}min\u{ad}ister\r\n “said” "), "the minister “said”");
/// ```
pub fn normalized(text: &str) -> String {
    let mut seen = String::with_capacity(text.len());
    let mut characters = text.nfc().peekable();
    while let Some(character) = characters.next() {
        if character.is_whitespace() {
            if !seen.is_empty() && !seen.ends_with(' ') {
                seen.push(' ');
            }
        } else if is_joiner(character) {
            let follows = seen.chars().next_back().is_some_and(is_spelt);
            if follows && characters.peek().is_some_and(|after| is_spelt(*after)) {
                seen.push(character);
            }
        } else if !is_invisible(character) {
            seen.push(character);
        }
    }
    seen.truncate(seen.trim_end().len());
    // What was taken out may have stood between a letter and its accent.
    seen.nfc().collect()
}

/// Tells whether a character joins or parts its neighbours: invisible in Latin script, part of the spelling in
/// Persian or Hindi, and the glue of many emoji.
fn is_joiner(character: char) -> bool {
    matches!(character, '\u{200c}' | '\u{200d}')
}

/// Tells whether a character is one that a joiner may stand beside.
fn is_spelt(character: char) -> bool {
    !character.is_ascii() && !character.is_whitespace() && !is_invisible(character)
}

/// Tells whether a character is a control or a format mark that prints nothing.
fn is_invisible(character: char) -> bool {
    character.is_control()
        || matches!(character,
            '\u{ad}' | '\u{61c}' | '\u{180e}' | '\u{200b}'..='\u{200f}' | '\u{202a}'..='\u{202e}'
            | '\u{2060}'..='\u{206f}' | '\u{feff}' | '\u{fff9}'..='\u{fffb}')
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn invisible_marks_go_and_printed_ones_stay() {
        assert_eq!(
            normalized("\u{feff}\u{200b}Port\u{ad} of\u{2028}\tLenz —\u{0} “now”\u{200e}…"),
            "Port of Lenz — “now”…"
        );
    }

    #[test]
    fn letters_and_accents_become_one() {
        assert_eq!(normalized("Rene\u{301}"), "René");
        assert_eq!(normalized("Rene\u{200b}\u{301}"), "René");
    }

    #[test]
    fn joiners_stay_where_they_spell() {
        assert_eq!(normalized("می\u{200c}خواهم"), "می\u{200c}خواهم");
        assert_eq!(normalized("👩\u{200d}🚒 a\u{200d}b"), "👩\u{200d}🚒 ab");
    }

    proptest! {
        #[test]
        fn twice_is_once(text in any::<String>()) {
            let once = normalized(&text);
            prop_assert_eq!(normalized(&once), once);
        }

        #[test]
        fn spaces_are_single(text in "[ \u{a0}\u{200b}\u{200d}\n\ré\u{301}a-c]{0,30}") {
            let once = normalized(&text);
            prop_assert!(!once.contains("  ") && once.trim() == once);
            prop_assert_eq!(normalized(&once), once);
        }
    }
}
