//! Whether two claims dispute each other: opposed, close enough, and both told as being so.

use super::acts::Act;
use super::compared::{Compared, LEAST, Least};
use super::likeness::{ALIKE, alike, closeness};
use super::opposition::{opposed, opposed_at_all};
use super::relation::{CLOSE, Related, Relation, rounded, shared};
use super::side_words::TABLE;

/// How close claims come at least to oppose each other.
#[derive(Debug, Clone, Copy, PartialEq)]
struct Bounds {
    /// Where only a word tells that they do.
    unsure: f32,
    /// Where the sentence itself says no.
    negated: f32,
    /// Where the cue does.
    denied: f32,
    /// What both have at least.
    least: Least,
    /// How many paragraphs lie between them at most, in one article.
    paragraphs: i64,
}

// By eye on training articles, as `CLOSE`: what an analysed sentence denies may be told in other words, the more so the
// nearer it stands to what it denies.
const APART: Bounds =
    Bounds { unsure: CLOSE, negated: LEAST_CLOSENESS, denied: LEAST_CLOSENESS, least: LEAST, paragraphs: i64::MAX };
/// Of one actor on two days: who repeats a thing with a "not" elsewhere in it has not turned round.
const OF_ONE: Bounds = Bounds { negated: 0.5, denied: 0.5, ..APART };
/// In one article.
const NEAR: Bounds =
    Bounds { unsure: CLOSE, negated: 0.35, denied: 0.25, least: Least { words: 2, ..LEAST }, paragraphs: 4 };

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
    let Some(found) = (if is_one_piece { opposed_at_all(ours, theirs) } else { opposed(ours, theirs) }) else {
        return stance(one, other);
    };
    let bound = match (found.is_sure, ours.is_denied() || theirs.is_denied()) {
        (true, true) => bounds.denied,
        (true, false) => bounds.negated,
        (false, _) => bounds.unsure,
    };
    // A headline's colon asserts as well as "said": what is denied in nearly the same words needs no cue that tells.
    let is_told = (one.is_telling() && other.is_telling()) || (found.is_sure && found.close >= CLOSE);
    if !is_told
        || found.close < bound
        || !bounds.least.is_in((one, ours), (other, theirs))
        || is_of_two_selves(one, other)
    {
        return None;
    }
    let reason = format!("{}; {}", shared(ours, theirs), found.reason);
    let rule = found.rule.name();
    Some(Related { relation: Relation::Dispute, rule, score: rounded(found.close), reason })
}

/// How close two claims come at least for one to be for what the other is against, and what both have at least: a plain
/// word, or more of a name than two people may share.
const CLOSE_OF_STANCE: f32 = 0.5;
const LEAST_OF_STANCE: [Least; 2] = [Least { words: 3, shared: 2, plain: 1 }, Least { words: 3, shared: 3, plain: 0 }];

/// Returns whether one is for what the other is against: "supports the bridge", "came out against the bridge".
fn stance(one: &Compared, other: &Compared) -> Option<Related> {
    let (ours, theirs) = (&one.statement, &other.statement);
    let close = closeness(ours, theirs);
    if close < CLOSE_OF_STANCE {
        return None;
    }
    let opposed = match (one.act(), other.act()) {
        (Act::Favours, Act::Opposes) => theirs,
        (Act::Opposes, Act::Favours) => ours,
        _ => return None,
    };
    let found = alike(ours, theirs);
    let is_one_thing = found.score >= ALIKE
        && !found.is_clash
        && LEAST_OF_STANCE.iter().any(|least| least.is_in((one, ours), (other, theirs)))
        && ours.shares_more_than_a_name(theirs)
        && !ours.is_of_others(theirs)
        && is_turned(one) == is_turned(other);
    // Who opposes a thing names it; who "complained that it is late" tells something.
    if !is_one_thing || !opposed.names_a_thing() || is_of_two_selves(one, other) {
        return None;
    }
    let reason = format!("{}; {}", shared(ours, theirs), found.reason);
    Some(Related { relation: Relation::Dispute, rule: "stance", score: rounded(close), reason })
}

/// Tells whether a content is about the opposite of a thing: "the refusal to build", "the end of the bridge".
fn is_turned(claim: &Compared) -> bool {
    crate::name::folded(&claim.text).split(' ').any(|word| TABLE.turning.contains(word))
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

#[cfg(test)]
mod tests {
    use super::*;

    fn rule(one: &Compared, other: &Compared) -> Option<&'static str> {
        let found = dispute(one, other);
        assert_eq!(found, dispute(other, one));
        found.map(|found| found.rule)
    }

    #[test]
    fn one_is_for_what_the_other_is_against() {
        let opposed =
            Compared::said("person:paul okonjo", ("came out against", "other"), "the toll on the harbour bridge");
        let by = |cue, text| Compared::said("person:anna lind", cue, text);
        assert_eq!(
            rule(&by(("has long supported", "praise"), "a toll on the harbour bridge"), &opposed),
            Some("stance")
        );
        assert_eq!(rule(&by(("proposed", "plan"), "the toll on the harbour bridge"), &opposed), Some("stance"));
        // Who opposes it too, says nothing, asks, is blamed for it, or only tells of it is not for it.
        for cue in [
            ("condemned", "criticise"),
            ("did not support", "praise"),
            ("was asked about", "ask"),
            ("faced criticism for", "criticise"),
            ("spoke of", "assert"),
        ] {
            assert_eq!(rule(&by(cue, "the toll on the harbour bridge"), &opposed), None, "{cue:?}");
        }
    }

    #[test]
    fn a_stance_is_on_one_thing() {
        let opposed = |text| Compared::said("person:paul okonjo", ("opposes", "criticise"), text);
        let supports = |text| Compared::said("person:anna lind", ("supports", "praise"), text);
        let toll = supports("the toll of 12 crowns on the harbour bridge");
        assert_eq!(rule(&toll, &opposed("the toll of 15 crowns on the harbour bridge")), None, "another toll");
        assert_eq!(rule(&toll, &opposed("the end of the toll of 12 crowns on the harbour bridge")), None, "its end");
        assert_eq!(rule(&toll, &opposed("that the toll of 12 crowns on the harbour bridge is late")), None, "tells");
        assert_eq!(rule(&toll, &opposed("the harbour museum")), None);
    }
}
