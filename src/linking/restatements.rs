//! Whether two claims say the same in other words: as a whole, or in one sentence of each.

use super::compared::{Compared, LEAST, Least};
use super::disputes::LEAST_CLOSENESS;
use super::likeness::{ALIKE, Likeness, alike, closeness, closest, measured_by_words};
use super::opposition::opposed;
use super::relation::{CLOSE, Related, Relation, rounded, shared};
use super::statement::Statement;

/// How close two claims come at least to be one thing said again: as a whole, and where only one sentence of a longer claim
/// is as close, by its words.
struct Bounds {
    whole: f32,
    sentence: f32,
}

impl Bounds {
    /// Chosen on 1,420 pairs of training articles that were read for it (docs/crossref.md): one's own words are known again
    /// in less than others', and the more surely where both cues do alike with them.
    fn of(is_one_speaker: bool, are_alike: bool) -> Bounds {
        match (is_one_speaker, are_alike) {
            (true, true) => Bounds { whole: LEAST_CLOSENESS, sentence: CLOSE },
            (true, false) => Bounds { whole: 0.55, sentence: CLOSE },
            (false, true) => Bounds { whole: 0.55, sentence: 0.8 },
            (false, false) => Bounds { whole: 0.62, sentence: 0.8 },
        }
    }
}

/// What claims of one speaker have at least.
const LEAST_OF_ONE: Least = Least { words: 3, shared: 2, plain: 1 };
/// How many words two sentences of longer claims share at least.
const LEAST_IN_SENTENCE: usize = 3;

/// Returns how two claims restate each other, if they do.
pub(super) fn restatement(one: &Compared, other: &Compared) -> Option<Related> {
    if !(one.is_attributed && other.is_attributed) {
        return None;
    }
    let (act, with) = (one.act(), other.act());
    let is_one_speaker = one.is_by_speaker_of(other);
    let bounds = Bounds::of(is_one_speaker, act.is_like(with));
    let (ours, theirs, (close, found)) = said_again(&one.statement, &other.statement, &bounds)?;
    let is_read_as_whole = !one.statement.is_divided() && !other.statement.is_divided();
    let least = if is_one_speaker && is_read_as_whole { LEAST_OF_ONE } else { LEAST };
    let is_said = least.is_in((one, ours), (other, theirs));
    if !is_said || act.parts(with) || ours.is_of_others(theirs) || !ours.shares_more_than_a_name(theirs) {
        return None;
    }
    // What is opposed, though not closely enough for a dispute, is not the same; nor is what only one denies.
    let is_denied = is_read_as_whole && (ours.alone_says_no(theirs) || theirs.alone_says_no(ours));
    let is_opposed = is_denied || ours.sides.has_opposite_of(&theirs.sides) || opposed(ours, theirs).is_some();
    if found.score < ALIKE || found.is_clash || is_opposed {
        return None;
    }
    let reason = format!("{}; {}", shared(ours, theirs), found.reason);
    Some(Related { relation: Relation::Echo, rule: "restatement", score: rounded(close), reason })
}

/// Returns what of two claims says the same, the claims themselves or else a sentence of each, and how close and like it is.
fn said_again<'a>(
    one: &'a Statement,
    other: &'a Statement,
    bounds: &Bounds,
) -> Option<(&'a Statement, &'a Statement, (f32, Likeness))> {
    // The cheap question first: of most claims that meet, it is the only one.
    let close = closeness(one, other);
    if close >= bounds.whole {
        return Some((one, other, (close, alike(one, other))));
    }
    if !one.is_divided() && !other.is_divided() {
        return None;
    }
    let (one, other) = closest(one, other);
    let (close, found) = measured_by_words(one, other);
    (close >= bounds.sentence && found.reason.words.0 >= LEAST_IN_SENTENCE).then_some((one, other, (close, found)))
}

#[cfg(test)]
mod tests {
    use super::super::given::Given;
    use super::*;

    fn claim(speaker: &str, text: &str) -> Compared {
        Compared::said(speaker, ("said", "assert"), text)
    }

    fn score(one: &Compared, other: &Compared) -> Option<f64> {
        let (there, back) = (restatement(one, other), restatement(other, one));
        assert_eq!(there, back);
        there.map(|found| found.score)
    }

    #[test]
    fn own_words_are_known_again_in_fewer() {
        let said = "he sees no need for legislation";
        let again = claim("person:okonjo/he", "that he saw no need for legislation");
        assert!(score(&claim("person:paul okonjo", said), &again).is_some());
        assert!(score(&claim("person:ruth abara", said), &again).is_none());
        assert!(score(&claim("person:okonjo/she", said), &again).is_none(), "of one name are two people");
        assert!(score(&claim("", said), &claim("", said)).is_none(), "two unnamed speakers are not one");
    }

    #[test]
    fn what_only_one_denies_is_not_the_same() {
        let read = |text: &str, is_negated: bool| {
            let statement = Statement::new(Given { text, is_negated: Some(is_negated), ..Given::default() });
            Compared { statement, ..claim("person:anna lind", text) }
        };
        let (no, yes) = ("neither of the two guards crossed the line", "two guards crossed the line");
        assert!(score(&read(no, true), &read(yes, false)).is_none());
        assert!(score(&read("two of the guards crossed the line", true), &read(yes, false)).is_none());
        // Of equal words analysis may read one so and the other so.
        assert!(score(&read(no, true), &read(no, false)).is_some());
    }

    #[test]
    fn opposite_words_are_not_the_same() {
        let said = claim("", "that the harbour bank does more to help the economy");
        assert!(score(&said, &claim("", "the bank at the harbour does more to help the economy of Ossa")).is_some());
        assert!(score(&said, &claim("", "that the harbour bank does more to hurt the economy")).is_none());
        assert!(
            score(&said, &claim("", "that the harbour bank does more to hurt the economy than to help it")).is_none()
        );
    }

    #[test]
    fn what_cues_do_decides_how_close_is_close_enough() {
        let ban = |cue: &str, cue_class: &str, text: &str| Compared {
            cue: cue.into(),
            cue_class: cue_class.into(),
            ..claim("person:anna lind", text)
        };
        let called = ban("called for", "demand", "a toll on the harbour bridge");
        assert!(
            score(&called, &ban("promised", "promise", "a harbour toll and a new tax on cars and boats")).is_some()
        );
        assert!(score(&called, &ban("spoke of", "assert", "a harbour toll and a new tax on cars and boats")).is_none());
        assert!(score(&called, &ban("condemned", "criticise", "a toll on the harbour bridge")).is_none());
        assert!(score(&called, &ban("was asked about", "ask", "a toll on the harbour bridge")).is_none());
    }

    #[test]
    fn who_somebody_is_says_nothing() {
        let of = |text: &str| {
            let statement = Statement::new(Given { text, names: &["person:anna lind"], ..Given::default() });
            Compared { statement, ..claim("", text) }
        };
        let nominee = "the presidential nominee of the Republican party, Anna Lind";
        assert!(!of(nominee).statement.is_telling());
        assert_eq!(score(&of(nominee), &of(nominee)), None);
        assert_eq!(score(&of(&format!("support for {nominee}")), &of(&format!("meeting {nominee}"))), None);
        let said = "Anna Lind is the presidential nominee of the Republican party";
        assert!(score(&of(said), &of(said)).is_some());
        let more = "the wealthy presidential nominee of the Republican party, Anna Lind";
        assert!(score(&of(more), &of(more)).is_some());
    }

    #[test]
    fn one_sentence_of_a_longer_claim_is_said_again() {
        let long = "“America has no intention of establishing a military base in Tamuristan,” … “What we are offering is \
                    eyes, not fists, and a long road home for every soldier on either side.”";
        let short = "that the US had no intention of establishing a base";
        let by = "person:ellen pryor";
        assert!(score(&claim(by, long), &claim(by, short)).is_some());
        // Of somebody else's words nearly all must be there.
        assert!(score(&claim(by, long), &claim("person:ruth abara", short)).is_none());
        let whole = "America has no intention of establishing a military base in Tamuristan";
        assert!(score(&claim(by, long), &claim("person:ruth abara", whole)).is_some());
    }

    #[test]
    fn two_common_words_are_no_sentence() {
        let one = "There is great love for these rivers and valleys. It is a beautiful thing.";
        let other = "The vote in Ossa was close after a long winter. The beautiful thing is to win.";
        assert_eq!(score(&claim("person:anna lind", one), &claim("person:anna lind", other)), None);
    }
}
