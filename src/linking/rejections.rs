//! Claims that reject, as a whole, what somebody else has said a few lines above: "dismissed Petrash's accusation as an
//! outright lie". The content names words ("accusation", "account") and not what they said; which claim is meant is told
//! by who is named, by what the words did, and by what stands nearest.

use super::attitude::{Rejection, rejected_words};
use super::compared::Compared;
use super::relation::{Related, Relation};

/// How many paragraphs back the rejected claim stands at most …
const REACH: i64 = 3;
/// … and where neither its speaker is named nor its words accuse.
const NEXT: i64 = 1;

/// How sure a rejection is: of those read in training articles most were right, and none can be told from its words.
const SCORE: f64 = 0.7;

/// Returns the rejections among the claims of one article, in the order of its text: places of the rejected and the
/// rejecting claim, and the link.
///
/// Meant is the nearest claim before, of accusations the nearest accusation, by a speaker whom the rejecting content names.
/// Where it names nobody: the nearest accusation of the one who rejects; or the claim just before, where "that
/// accusation" points to it; or, where an accusation is spoken of, the nearest claim about the one who rejects. An
/// "account", or "accusations", are all that the speaker says in that paragraph.
pub(super) fn rejections(claims: &[&Compared]) -> Vec<((usize, usize), Related)> {
    let rejecting = claims.iter().enumerate().filter(|(_, claim)| claim.is_attributed && !claim.speaker.is_empty());
    let found = rejecting.filter_map(|(at, claim)| {
        let rejected = rejected_words(&claim.cue, &claim.text)?;
        let reason = format!("{} {}", claim.cue, claim.text);
        let related = Related { relation: Relation::Dispute, rule: "rejection", score: SCORE, reason };
        Some(meant(claim, &claims[..at], &rejected).into_iter().map(move |place| ((place, at), related.clone())))
    });
    found.flatten().collect()
}

/// Returns the places of what a claim rejects among those before it.
fn meant(claim: &Compared, before: &[&Compared], rejected: &Rejection) -> Vec<usize> {
    let near = |reach: i64| {
        let is_near = move |other: &Compared| (claim.paragraph - reach..=claim.paragraph).contains(&other.paragraph);
        let all = before.iter().enumerate().rev();
        all.filter(move |(_, other)| is_near(other) && other.is_attributed && other.speaker != claim.speaker)
    };
    let is_named = |other: &Compared| claim.about.contains(&other.speaker);
    let is_about = |other: &Compared| other.about.contains(&claim.speaker);
    let nearest = match claim.about.iter().any(|name| name.starts_with("person:") || name.starts_with("organisation:"))
    {
        true => {
            let accusing =
                near(REACH).find(|(_, other)| rejected.is_accusation && is_named(other) && other.is_accusing());
            accusing.or_else(|| near(REACH).find(|(_, other)| is_named(other)))
        }
        false => {
            let accusing = near(REACH).find(|(_, other)| other.is_accusing() && is_about(other));
            let pointed_at = || near(REACH).next().filter(|(at, _)| rejected.is_pointed_at && at + 1 == before.len());
            let is_told_of = |other: &Compared| rejected.is_accusation && !other.speaker.is_empty() && is_about(other);
            accusing.or_else(pointed_at).or_else(|| near(NEXT).find(|(_, other)| is_told_of(other)))
        }
    };
    let Some((nearest, told)) = nearest else { return Vec::new() };
    let is_with_it = |other: &Compared| other.paragraph == told.paragraph && other.speaker == told.speaker;
    let is_all = rejected.is_of_many && !told.speaker.is_empty();
    let places = (0..=nearest).filter(|&place| place == nearest || (is_all && is_with_it(before[place])));
    places.collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn claim(speaker: &str, cue: &str, cue_class: &str, content: &str, about: &[&str], paragraph: i64) -> Compared {
        let about = about.iter().map(|name| (*name).into()).collect();
        Compared { about, article: 1, paragraph, ..Compared::said(speaker, (cue, cue_class), content) }
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

    #[test]
    fn what_is_pointed_at_is_the_claim_just_before_whoever_makes_it() {
        let unnamed = claim("", "of", "other", "ordering soldiers to collect the shells", &[], 10);
        let ek = claim("person:ek", "called", "assert", "that accusation absurd", &[], 10);
        assert_eq!(pairs(&[unnamed.clone(), ek.clone()]), [(0, 1)]);
        let between = claim("person:lind", "said", "assert", "the pass was closed", &[], 10);
        assert_eq!(pairs(&[unnamed, between, ek]), [(1, 2)]);
    }

    #[test]
    fn charges_without_a_name_are_what_was_just_said_of_the_one_who_denies_them() {
        let said = claim("person:lind", "said", "assert", "Mr. Ek had sent a lawyer to her", &["person:ek"], 4);
        let denied = |paragraph| claim("person:ek", "denied", "deny", "the charges through his lawyer", &[], paragraph);
        assert_eq!(pairs(&[said.clone(), denied(5)]), [(0, 1)]);
        assert!(pairs(&[said.clone(), denied(6)]).is_empty(), "too far");
        let about_nobody = Compared { about: vec![], ..said.clone() };
        assert!(pairs(&[about_nobody, denied(5)]).is_empty());
        let report = claim("person:ek", "denied", "deny", "the report", &[], 5);
        assert!(pairs(&[said, report]).is_empty(), "a report accuses nobody");
    }

    #[test]
    fn an_account_is_all_that_its_speaker_says_there() {
        let lind = |content, paragraph| claim("person:lind", "said", "assert", content, &[], paragraph);
        let claims = |rejected| {
            let others = [lind("the pass was open", 4), lind("nobody fired", 5), lind("the guards slept", 5)];
            let rejecting = claim("person:ek", "dismissed", "deny", rejected, &["person:lind"], 6);
            [others.to_vec(), vec![rejecting]].concat()
        };
        assert_eq!(pairs(&claims("Ms. Lind’s account of the night")), [(1, 3), (2, 3)]);
        assert_eq!(pairs(&claims("Ms. Lind’s claim")), [(2, 3)]);
    }
}
