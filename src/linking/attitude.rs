//! How reporting words stand to what they report: they tell it, deny it, or leave it open; and whether they reject, as a
//! whole, what somebody has said.

use std::collections::HashSet;

use super::side_words::{Sign, TABLE};

/// How the reporting words stand to what they report.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Attitude {
    /// They tell it.
    #[default]
    Tells,
    /// They say of it that it is not so.
    Denies,
    /// They leave it open: "did not say", "refused to", "never denied".
    Withholds,
}

/// Returns how reporting words stand to a content.
///
/// ```
/// use sayso::linking::{Attitude, attitude};
///
/// assert_eq!(attitude("has denied", "that the dam leaks"), Attitude::Denies);
/// assert_eq!(attitude("rejected", "the claim that the dam leaks"), Attitude::Denies);
/// assert_eq!(attitude("rejected", "an offer for the dam"), Attitude::Tells);
/// assert_eq!(attitude("never denied", "that the dam leaks"), Attitude::Withholds);
/// assert_eq!(attitude("declined to say", "that the dam leaks"), Attitude::Withholds);
/// ```
pub fn attitude(cue: &str, content: &str) -> Attitude {
    let words_of = |text: &str| crate::name::folded(text).split(' ').map(str::to_owned).collect::<Vec<_>>();
    let cue = words_of(cue);
    let has = |words: &[String], listed: &HashSet<&str>| words.iter().any(|word| listed.contains(word.as_str()));
    let is_turned = cue.iter().any(|word| {
        TABLE.signs.get(word.as_str()) == Some(&Sign::Negation) || TABLE.withholding.contains(word.as_str())
    });
    let is_denial =
        has(&cue, &TABLE.denials) || (has(&cue, &TABLE.dismissals) && has(&words_of(content), &TABLE.words));
    match (is_turned, is_denial) {
        (true, _) => Attitude::Withholds,
        (false, true) => Attitude::Denies,
        (false, false) => Attitude::Tells,
    }
}

/// Words that a content rejects as a whole: "accusation" of "dismissed his accusation as a lie".
pub(super) struct Rejection {
    pub is_accusation: bool,
    /// Whether "that", "this" or the like stands before them, and nothing else tells whose they are.
    pub is_pointed_at: bool,
    /// Whether they may be more than one claim: "account", "accusations".
    pub is_of_many: bool,
}

/// Returns what words reporting words reject as a whole, where it is what the content is about: among its first words.
pub(super) fn rejected_words(cue: &str, content: &str) -> Option<Rejection> {
    /// "The charge that he hid it" is told in full, and compared as such.
    const FIRST: usize = 7;
    let folded = crate::name::folded(content);
    let words: Vec<&str> = folded.split(' ').collect();
    let at = words.iter().take(FIRST).position(|word| TABLE.words.contains(word))?;
    let begins = |stems: &[&str]| stems.iter().any(|stem| words[at].starts_with(stem));
    // "Account of the night" is a name for words; "accusation of theft" tells what they say.
    let is_name = begins(&["account", "report", "story", "statement", "version", "explanation"]);
    let is_told = words.get(at + 1).is_some_and(|word| *word == "that" || (*word == "of" && !is_name));
    let is_scorned = || {
        let calls = crate::name::folded(cue).split(' ').any(|word| TABLE.calling.contains(word));
        let is_scorn = |word: &&str| TABLE.scorn.contains(*word) || TABLE.signs.get(*word) == Some(&Sign::Verdict);
        calls && words[at + 1..].iter().any(is_scorn)
    };
    let is_rejected = attitude(cue, content) == Attitude::Denies || is_scorned();
    (is_rejected && !is_told).then(|| Rejection {
        is_accusation: begins(&["accus", "alleg", "charge", "criticism"]),
        is_pointed_at: at > 0 && matches!(words[at - 1], "that" | "this" | "those" | "these" | "such"),
        is_of_many: words[at].ends_with('s') || begins(&["account", "story", "version", "explanation"]),
    })
}
