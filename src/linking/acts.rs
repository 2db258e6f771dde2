//! What reporting words do with what follows: they tell it, side with it, oppose it, ask after it, or say nothing of it.
//!
//! Who "calls for a ban" and who "promised the ban" do alike with it; who "decried the ban" does not say it again.

use super::side_words::{Sign, TABLE};

/// What reporting words do with a content.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Act {
    /// They tell it: "said", "found", "believes", "accused".
    Tells,
    /// They are for it: "supports", "called for", "promised".
    Favours,
    /// They are against it: "condemned", "rejected", "came out against".
    Opposes,
    /// They ask after it.
    Asks,
    /// They leave it: "did not mention", "refused to", "differ on".
    Withholds,
    /// They tell what is done to whoever is named for them: "was criticised for", "faces opposition to".
    Endures,
    /// Something else, or not known what.
    Other,
}

/// Returns what reporting words of a class do with a content.
pub(super) fn act(cue_class: &str, cue: &str, content: &str) -> Act {
    let folded = crate::name::folded(cue);
    let words: Vec<&str> = folded.split(' ').collect();
    let has = |of: &dyn Fn(&str) -> bool| words.iter().any(|word| of(word));
    if has(&|word| TABLE.signs.get(word) == Some(&Sign::Negation) || TABLE.withholding.contains(word)) {
        return Act::Withholds;
    }
    if is_passive(&words) || has(&|word| TABLE.enduring.contains(word)) {
        return Act::Endures;
    }
    let content = crate::name::folded(content);
    if cue_class == "ask" || content.split(' ').next().is_some_and(super::sides::is_asking) {
        return Act::Asks;
    }
    let by_class = match cue_class {
        "assert" | "believe" if is_wish(&content) => Act::Favours,
        "assert" | "report" | "believe" | "warn" | "accuse" => Act::Tells,
        "praise" | "demand" | "promise" | "plan" => Act::Favours,
        "criticise" | "deny" => Act::Opposes,
        _ => Act::Other,
    };
    match has(&|word| TABLE.against.contains(word)) {
        // "Defended him against the charge" is neither.
        true if by_class == Act::Favours => Act::Other,
        true => Act::Opposes,
        false => by_class,
    }
}

/// Tells whether a content is what somebody wants: "to close the bridge", "the bridge should be closed".
fn is_wish(content: &str) -> bool {
    content.starts_with("to ") || content.split(' ').any(|word| matches!(word, "should" | "must" | "ought"))
}

/// Tells whether something is done to whoever is named for the words: "has been rebuked", "was asked".
fn is_passive(words: &[&str]) -> bool {
    let mut words = words.iter();
    words.any(|word| ["is", "are", "was", "were", "be", "been", "being"].contains(word))
        && words
            .take_while(|word| !word.ends_with("ing"))
            .any(|word| word.ends_with("ed") && !TABLE.inclined.contains(word))
}

impl Act {
    /// Tells whether words that do so and words that do that do alike.
    pub fn is_like(self, other: Act) -> bool {
        self == other && !matches!(self, Act::Other | Act::Endures)
    }

    /// Tells whether one content cannot be said again by both.
    pub fn parts(self, other: Act) -> bool {
        let is_apart = |act: Act| matches!(act, Act::Opposes | Act::Asks | Act::Withholds | Act::Endures);
        self != other && (is_apart(self) || is_apart(other))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_words_do() {
        let found = |class, cue| act(class, cue, "a bridge at Ossa");
        assert_eq!(found("praise", "has long supported"), Act::Favours);
        assert_eq!(found("other", "came out against"), Act::Opposes);
        assert_eq!(found("criticise", "are opposed to"), Act::Opposes);
        assert_eq!(found("praise", "did not endorse"), Act::Withholds);
        assert_eq!(found("praise", "defended herself against"), Act::Other);
        assert_eq!(found("criticise", "has been rebuked by her party for"), Act::Endures);
        assert_eq!(found("criticise", "faced criticism for"), Act::Endures);
        assert_eq!(found("demand", "has been calling for"), Act::Favours);
        assert_eq!(act("assert", "said", "that the bridge should be closed"), Act::Favours);
        assert_eq!(act("assert", "said", "that the bridge is closed"), Act::Tells);
        assert_eq!(act("assert", "said", "whether the bridge holds"), Act::Asks);
    }
}
