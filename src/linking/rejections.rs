//! Claims that reject, as a whole, what somebody else has said a few lines above: "dismissed Petrash's accusation as an
//! outright lie". The content names words ("accusation", "account") and not what they said; which claim is meant is told
//! by who is named, by what the words did, and by what stands nearest.

use super::sides::rejected_words;

/// A claim of one article, as rejections see it.
#[derive(Debug, Clone, Copy)]
pub struct InArticle<'a> {
    /// The reporting words.
    pub cue: &'a str,
    /// What the cue does: "accuse", "assert" …
    pub cue_class: &'a str,
    /// What is said.
    pub content: &'a str,
    /// The name key of the speaker; empty where nobody is named.
    pub speaker: &'a str,
    /// Name keys of whom the claim is about.
    pub about: &'a [&'a str],
    /// Number of the paragraph where the content begins.
    pub paragraph: i64,
}

/// How many paragraphs back the rejected claim stands at most.
const REACH: i64 = 3;

/// Returns the pairs (rejected, rejecting) among the claims of one article, in the order of its text.
///
/// The rejected claim is the nearest before (of accusations the nearest accusation) by a speaker whom the rejecting content names; where it names nobody, the
/// nearest accusation of the one who rejects. What fits neither is left alone.
pub fn rejections(claims: &[InArticle]) -> Vec<(usize, usize)> {
    let rejecting = claims.iter().enumerate().filter(|(_, claim)| !claim.speaker.is_empty());
    let found = rejecting.filter_map(|(at, claim)| {
        let words = rejected_words(claim.cue, claim.content)?;
        let is_accusation = ["accus", "alleg", "charge"].iter().any(|stem| words.starts_with(stem));
        let names = |other: &InArticle| claim.about.contains(&other.speaker);
        let is_meant = |other: &InArticle| {
            let is_near = (claim.paragraph - REACH..=claim.paragraph).contains(&other.paragraph);
            let is_other = !other.speaker.is_empty() && other.speaker != claim.speaker;
            let is_of_me = other.about.contains(&claim.speaker);
            let fits =
                match claim.about.iter().any(|name| name.starts_with("person:") || name.starts_with("organisation:")) {
                    true => names(other),
                    false => is_of_me && other.cue_class == "accuse",
                };
            is_near && is_other && fits
        };
        let meant = || claims[..at].iter().enumerate().rev().filter(|(_, other)| is_meant(other));
        let accusing = meant().find(|(_, other)| is_accusation && other.cue_class == "accuse");
        accusing.or_else(|| meant().next()).map(|(rejected, _)| (rejected, at))
    });
    found.collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn claim<'a>(
        speaker: &'a str,
        cue: &'a str,
        cue_class: &'a str,
        content: &'a str,
        about: &'a [&'a str],
        paragraph: i64,
    ) -> InArticle<'a> {
        InArticle { cue, cue_class, content, speaker, about, paragraph }
    }

    #[test]
    fn what_is_dismissed_is_what_the_named_one_said_last() {
        let claims = [
            claim(
                "person:petrash",
                "accused",
                "accuse",
                "Tamuristan of sheltering the Front",
                &["place:tamuristan"],
                5,
            ),
            claim("person:petrash", "considers", "believe", "it an army", &[], 5),
            claim("person:ek", "said", "assert", "the pass would open in May", &[], 5),
            claim(
                "person:reyl",
                "dismissed",
                "deny",
                "Mr. Petrash’s accusation as an outright lie",
                &["person:petrash"],
                6,
            ),
        ];
        assert_eq!(rejections(&claims), [(0, 3)]);
    }

    #[test]
    fn an_accusation_without_a_name_is_that_of_the_one_who_rejects_it() {
        let claims = [
            claim("person:lind", "accused", "accuse", "Ms. Ek of hiding the report", &["person:ek"], 2),
            claim("person:ek", "rejected", "deny", "the accusation", &[], 3),
        ];
        assert_eq!(rejections(&claims), [(0, 1)]);
    }

    #[test]
    fn offers_far_claims_and_the_speaker_itself_are_left_alone() {
        let accused = claim("person:lind", "accused", "accuse", "Ms. Ek of hiding the report", &["person:ek"], 2);
        for other in [
            claim("person:ek", "rejected", "deny", "the offer of Ms. Lind", &["person:lind"], 3),
            claim("person:ek", "rejected", "deny", "the accusation", &[], 9),
            claim("person:lind", "rejected", "deny", "the accusation", &[], 3),
            claim("person:ek", "repeated", "assert", "the accusation of Ms. Lind", &["person:lind"], 3),
        ] {
            assert!(rejections(&[accused, other]).is_empty(), "{other:?}");
        }
    }
}
