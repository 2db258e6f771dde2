//! Claims that reject, as a whole, what somebody else has said a few lines above: "dismissed Petrash's accusation as an
//! outright lie". The content names words ("accusation", "account") and not what they said; which claim is meant is told
//! by who is named, by what the words did, and by what stands nearest.

use super::compared::Compared;
use super::relation::{Related, Relation};
use super::sides::rejected_words;

/// How many paragraphs back the rejected claim stands at most.
const REACH: i64 = 3;

/// How sure a rejection is: of those read in training articles most were right, and none can be told from its words.
const SCORE: f64 = 0.7;

/// Returns the rejections among the claims of one article, in the order of its text: places of the rejected and the
/// rejecting claim, and the link.
///
/// The rejected claim is the nearest before (of accusations the nearest accusation) by a speaker whom the rejecting content
/// names; where it names nobody, the nearest accusation of the one who rejects, or the claim just before, where "that
/// accusation" points to it. What fits none of these is left alone.
pub(super) fn rejections(claims: &[&Compared]) -> Vec<((usize, usize), Related)> {
    let rejecting = claims.iter().enumerate().filter(|(_, claim)| claim.is_attributed && !claim.speaker.is_empty());
    let found = rejecting.filter_map(|(at, claim)| {
        let rejected = rejected_words(&claim.cue, &claim.text)?;
        let is_last = |place: usize| place + 1 == at;
        let before = || {
            let all = claims[..at].iter().enumerate().rev();
            all.filter(|(place, other)| is_meant(claim, other, rejected.is_pointed_at && is_last(*place)))
        };
        let accusing = before().find(|(_, other)| rejected.is_accusation && other.is_accusing());
        let (meant, _) = accusing.or_else(|| before().next())?;
        let reason = format!("{} {}", claim.cue, claim.text);
        Some(((meant, at), Related { relation: Relation::Dispute, rule: "rejection", score: SCORE, reason }))
    });
    found.collect()
}

/// Tells whether a claim rejects another one; `is_pointed_at` where "that accusation" can mean the other one only.
fn is_meant(claim: &Compared, other: &Compared, is_pointed_at: bool) -> bool {
    let is_near = (claim.paragraph - REACH..=claim.paragraph).contains(&other.paragraph);
    let is_other = other.is_attributed && !other.speaker.is_empty() && other.speaker != claim.speaker;
    let names_somebody =
        claim.about.iter().any(|name| name.starts_with("person:") || name.starts_with("organisation:"));
    let fits = match names_somebody {
        true => claim.about.contains(&other.speaker),
        false => other.is_accusing() && (is_pointed_at || other.about.contains(&claim.speaker)),
    };
    is_other && is_near && fits
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::linking::{Given, Statement};

    fn claim(speaker: &str, cue: &str, cue_class: &str, content: &str, about: &[&str], paragraph: i64) -> Compared {
        Compared {
            text: content.into(),
            statement: Statement::new(Given { text: content, ..Given::default() }),
            cue: cue.into(),
            cue_class: cue_class.into(),
            speaker: speaker.into(),
            about: about.iter().map(|name| (*name).into()).collect(),
            article: 1,
            paragraph,
            passage: None,
            is_quoted: false,
            is_attributed: true,
        }
    }

    fn pairs(claims: &[Compared]) -> Vec<(usize, usize)> {
        let claims: Vec<&Compared> = claims.iter().collect();
        rejections(&claims).into_iter().map(|(pair, _)| pair).collect()
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
        assert_eq!(pairs(&claims), [(0, 3)]);
    }

    #[test]
    fn an_accusation_without_a_name_is_that_of_the_one_who_rejects_it() {
        let claims = [
            claim("person:lind", "accused", "accuse", "Ms. Ek of hiding the report", &["person:ek"], 2),
            claim("person:ek", "rejected", "deny", "the accusation", &[], 3),
        ];
        assert_eq!(pairs(&claims), [(0, 1)]);
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
            assert!(pairs(&[accused.clone(), other.clone()]).is_empty(), "{other:?}");
        }
    }

    #[test]
    fn a_word_of_scorn_rejects_what_it_is_said_of() {
        let accused = || claim("person:lind", "accused", "accuse", "Ms. Ek of hiding the report", &["person:ek"], 2);
        let called = |content| claim("organisation:council", "called", "assert", content, &[], 3);
        assert_eq!(pairs(&[accused(), called("that accusation absurd")]), [(0, 1)]);
        assert!(pairs(&[accused(), called("that accusation serious")]).is_empty());
        assert!(pairs(&[accused(), called("the plan absurd")]).is_empty());
        let account =
            claim("person:ek", "dismissed", "deny", "Ms. Lind’s account of the night as a tale", &["person:lind"], 3);
        assert_eq!(pairs(&[accused(), account]), [(0, 1)]);
    }
}
