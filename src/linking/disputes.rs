//! Whether two claims dispute each other: opposed, close enough, and both told as being so.

use super::compared::{Compared, LEAST_WORDS, is_said};
use super::opposition::{opposed, opposed_at_all};
use super::relation::{CLOSE, Related, Relation, rounded, shared};

/// How close claims come at least to oppose each other.
#[derive(Debug, Clone, Copy, PartialEq)]
struct Bounds {
    /// Where only a word tells that they do.
    unsure: f32,
    /// Where the sentence itself says no.
    negated: f32,
    /// Where the cue does.
    denied: f32,
    /// How many content words the shorter one has at least.
    words: usize,
    /// How many paragraphs lie between them at most, in one article.
    paragraphs: i64,
}

// By eye on training articles, as `CLOSE`: what an analysed sentence denies may be told in other words, the more so the
// nearer it stands to what it denies.
const APART: Bounds = Bounds {
    unsure: CLOSE,
    negated: LEAST_CLOSENESS,
    denied: LEAST_CLOSENESS,
    words: LEAST_WORDS,
    paragraphs: i64::MAX,
};
/// Of one actor on two days: who repeats a thing with a "not" elsewhere in it has not turned round.
const OF_ONE: Bounds = Bounds { negated: 0.5, denied: 0.5, ..APART };
/// In one article.
const NEAR: Bounds = Bounds { unsure: CLOSE, negated: 0.35, denied: 0.25, words: 2, paragraphs: 4 };

/// The least closeness at which anything but a quotation can link claims of two pieces.
pub const LEAST_CLOSENESS: f32 = 0.45;

/// Returns how two claims dispute each other, if they do.
pub(super) fn dispute(one: &Compared, other: &Compared) -> Option<Related> {
    let (ours, theirs) = (&one.statement, &other.statement);
    let is_one_piece = one.article == other.article;
    let bounds = match is_one_piece {
        true => NEAR,
        false if one.is_by_speaker_of(other) => OF_ONE,
        false => APART,
    };
    let is_far = (one.paragraph - other.paragraph).abs() > bounds.paragraphs;
    if !(one.is_attributed && other.is_attributed) || (is_one_piece && (is_far || !is_between_two(one, other))) {
        return None;
    }
    let found = if is_one_piece { opposed_at_all(ours, theirs) } else { opposed(ours, theirs) }?;
    let bound = match (found.is_sure, ours.is_denied() || theirs.is_denied()) {
        (true, true) => bounds.denied,
        (true, false) => bounds.negated,
        (false, _) => bounds.unsure,
    };
    // A headline's colon asserts as well as "said": what is denied in nearly the same words needs no cue that tells.
    let is_told = (one.is_telling() && other.is_telling()) || (found.is_sure && found.close >= CLOSE);
    if !is_told
        || found.close < bound
        || !is_said((one, ours), (other, theirs), bounds.words)
        || is_of_two_selves(one, other)
    {
        return None;
    }
    let reason = format!("{}; {}", shared(ours, theirs), found.reason);
    let rule = found.rule.name();
    Some(Related { relation: Relation::Dispute, rule, score: rounded(found.close), reason })
}

/// Tells whether two are known to speak, and not one with itself: within one piece that is a manner of speaking.
fn is_between_two(one: &Compared, other: &Compared) -> bool {
    !one.speaker.is_empty() && !other.speaker.is_empty() && !one.is_by_speaker_of(other)
}

/// Tells whether a claim is of its speaker's own doing and the other one is not about that speaker: "I will come" and "she
/// will not come" oppose each other only where she is the one who said so.
fn is_of_two_selves(one: &Compared, other: &Compared) -> bool {
    let is_elsewhere = |own: &Compared, other: &Compared| {
        let name = own.speaker.split_once(':').map_or("", |(_, name)| name);
        let is_named = name
            .split(' ')
            .any(|word| word.len() > 2 && crate::name::folded(&other.text).split(' ').any(|said| said == word));
        is_of_self(&own.text) && !own.is_by_speaker_of(other) && !is_named && !other.about.contains(&own.speaker)
    };
    is_elsewhere(one, other) || is_elsewhere(other, one)
}

/// Tells whether a content begins with what its speaker does: "he …", "we …", "having …".
fn is_of_self(text: &str) -> bool {
    let folded = crate::name::folded(text);
    let first = folded.split(' ').find(|word| *word != "that").unwrap_or_default();
    matches!(first, "i" | "im" | "ive" | "we" | "he" | "she" | "any" | "to")
        || (first.len() > 4 && first.ends_with("ing"))
}
