//! A claim as linking sees it: what it says, who says it, and where it stands.

use super::acts::{Act, act};
use super::people::are_of_one;
use super::statement::Statement;

/// A claim as it is compared.
#[derive(Debug, Clone)]
pub struct Compared {
    /// Its content.
    pub text: String,
    /// The same, laid out.
    pub statement: Statement,
    /// The reporting words.
    pub cue: String,
    /// The name of the class of these words: "assert", "deny" …
    pub cue_class: String,
    /// The name key of the speaker; empty where nobody is named.
    pub speaker: String,
    /// Name keys of whom it is about.
    pub about: Vec<String>,
    /// The article in which it stands.
    pub article: i64,
    /// Number of the paragraph in which it begins.
    pub paragraph: i64,
    /// The words of its paragraph, hashed, where that is long enough to be carried over from one piece into another.
    pub passage: Option<i64>,
    /// Whether its words are quoted, in part or as a whole.
    pub is_quoted: bool,
    /// Whether somebody is named for it: a loose quotation has words to be found again, and opposes nobody.
    pub is_attributed: bool,
}

/// Cue classes whose words say that a thing is so. To demand, praise, criticise or ask says nothing of the kind.
const TELLING: [&str; 8] = ["assert", "believe", "report", "deny", "warn", "promise", "plan", "accuse"];

impl Compared {
    /// A claim in an article of its speaker, for tests.
    #[cfg(test)]
    pub(super) fn said(speaker: &str, (cue, cue_class): (&str, &str), text: &str) -> Compared {
        Compared {
            text: text.into(),
            statement: Statement::new(super::given::Given { text, ..Default::default() }),
            cue: cue.into(),
            cue_class: cue_class.into(),
            speaker: speaker.into(),
            about: vec![],
            article: crate::hash::hash_of(speaker) as i64,
            paragraph: 1,
            passage: None,
            is_quoted: false,
            is_attributed: true,
        }
    }

    /// Tells whether the cue says that a thing is so, or is not.
    pub(super) fn is_telling(&self) -> bool {
        TELLING.contains(&self.cue_class.as_str())
    }

    /// Returns what its cue does with its content: "condemned the plan" is no way to repeat the plan.
    pub(super) fn act(&self) -> Act {
        act(&self.cue_class, &self.cue, &self.text)
    }

    /// Tells whether both are said by one actor, as far as the keys tell: a piece may have a person's last name only.
    pub(super) fn is_by_speaker_of(&self, other: &Compared) -> bool {
        are_of_one(&self.speaker, &other.speaker)
    }

    /// Tells whether it speaks against somebody.
    pub(super) fn is_accusing(&self) -> bool {
        matches!(self.cue_class.as_str(), "accuse" | "criticise")
    }
}

/// What two claims have at least to be a statement in both.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Least {
    /// Content words of the shorter one: "the senator from Ossa" states nothing.
    pub words: usize,
    /// Those that both share.
    pub shared: usize,
    /// Of these, such as are no names.
    pub plain: usize,
}

/// Of claims by several people.
pub(super) const LEAST: Least = Least { words: 4, shared: 2, plain: 2 };

impl Least {
    /// Tells whether two claims, or a sentence of each, have so much.
    pub fn is_in(self, (one, ours): (&Compared, &Statement), (other, theirs): (&Compared, &Statement)) -> bool {
        let shared = ours.shared_words(theirs);
        ours.count().min(theirs.count()) >= self.words
            && shared.len() >= self.shared
            && plain_words(one, other, &shared) >= self.plain
    }
}

/// Counts those of the shared words, of three letters and more, that both write small.
fn plain_words(one: &Compared, other: &Compared, shared: &[&str]) -> usize {
    let is_plain = |text: &str, word: &str| {
        // A shared word is without inflection: its first letters are enough to see how it is written.
        let stem: String = word.chars().take(4).collect();
        text.split(|letter: char| !letter.is_alphanumeric()).any(|written| written.starts_with(&stem))
    };
    let plain = shared.iter().filter(|word| word.len() > 2 && word.chars().all(|letter| letter.is_ascii_lowercase()));
    plain.filter(|word| is_plain(&one.text, word) && is_plain(&other.text, word)).count()
}
