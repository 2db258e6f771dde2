//! The laws of the room, and a few claims as a reader would judge them. All sentences are invented.

use proptest::prelude::*;

use super::*;

fn said(text: &str) -> Statement {
    Statement::new(Given { text, ..Given::default() })
}

/// Returns the longest run of equal words the slow way: every start against every start.
fn brute_force(one: &[String], other: &[String]) -> usize {
    let from = |at: usize, there: usize| one[at..].iter().zip(&other[there..]).take_while(|(a, b)| a == b).count();
    let starts = (0..one.len()).flat_map(|at| (0..other.len()).map(move |there| (at, there)));
    starts.map(|(at, there)| from(at, there)).max().unwrap_or(0)
}

fn words_of_few() -> impl Strategy<Value = Vec<String>> {
    proptest::collection::vec("[ab]", 0..40)
}

proptest! {
    #[test]
    fn the_longest_run_is_found(one in words_of_few(), other in words_of_few()) {
        let found = longest_shared_run(&one.join(" "), &other.join(", "));
        prop_assert_eq!(found.map_or(0, |run| run.words), brute_force(&one, &other));
    }

    #[test]
    fn eight_equal_words_share_a_key(
        shared in proptest::collection::vec("[a-z]{1,6}", RUN),
        around in proptest::array::uniform4(words_of_few()),
    ) {
        let quotation = |before: &[String], after: &[String]| [before, &shared, after].concat().join(" ");
        let one = quote_keys(&quotation(&around[0], &around[1]));
        let other = quote_keys(&quotation(&around[2], &around[3]).to_uppercase());
        prop_assert!(one.iter().any(|key| other.contains(key)));
    }

    #[test]
    fn a_key_is_shared_only_with_eight_equal_words(one in words_of_few(), other in words_of_few()) {
        let (keys, others) = (quote_keys(&one.join(" ")), quote_keys(&other.join(" ")));
        prop_assert_eq!(keys.iter().any(|key| others.contains(key)), brute_force(&one, &other) >= RUN);
    }

    #[test]
    fn any_text_is_taken_and_order_makes_no_difference(one in ".{0,80}", other in ".{0,80}") {
        let (one, other) = (said(&one), said(&other));
        let score = alike(&one, &other).score;
        prop_assert!((0.0..=1.0).contains(&score));
        prop_assert!((score - alike(&other, &one).score).abs() < 1e-5);
        prop_assert_eq!(opposed(&one, &other).map(|found| found.rule), opposed(&other, &one).map(|found| found.rule));
        prop_assert!(opposed(&one, &one).is_none());
    }
}

proptest! {
    #[test]
    fn gists_leave_out_nothing_that_is_close(
        one in "[a-f]{4}( [a-f]{4}){0,6}", more in "([.] [A-F][a-f]{3}( [a-f]{4}){1,3}){0,2}", other in "[a-f]{4}( [a-f]{4}){0,6}",
    ) {
        let vector = [0.6, 0.8];
        let said = |text: &str| Statement::new(Given { text, vector: &vector, ..Given::default() });
        let (whole, one, other) = (said(&format!("{one} {other}{more}")), said(&one), said(&other));
        let can_be =
            |close: f32, one: &Statement, other: &Statement| can_be_as_close(close, &gist(one), &gist(other), Some(1.0));
        let close = |one: &Statement, other: &Statement| {
            let (one, other) = likeness::closest(one, other);
            closeness(one, other)
        };
        prop_assert!(can_be(close(&one, &other) - 1e-5, &one, &other));
        prop_assert!(!can_be(close(&one, &other) + 1e-5, &one, &other));
        prop_assert!(can_be(closeness(&whole, &other).max(close(&whole, &other)) - 1e-5, &whole, &other));
    }
}

#[test]
fn what_one_sentence_rejects_its_neighbours_do_not() {
    let claim = said("Rebels blew up the Arran dam");
    let opposed_to = |text: &str| opposed(&claim, &said(text)).map(|found| found.rule);
    assert_eq!(opposed_to("Nobody slept. Rebels did not blow up the Arran dam."), Some(Rule::Polarity));
    assert_eq!(opposed_to("The dam was not new. Rebels blew up the Arran dam."), None);
}

#[test]
fn who_says_nothing_opposes_nothing() {
    let plain = Given { text: "Rebels blew up the Arran dam", ..Given::default() };
    let withheld = Statement::new(Given { attitude: Attitude::Withholds, is_negated: Some(true), ..plain });
    assert!(opposed(&Statement::new(plain), &withheld).is_none());
    assert!(opposed(&Statement::new(plain), &said("why rebels did not blow up the Arran dam")).is_none());
}

#[test]
fn a_shared_run_is_shown_where_it_stands() {
    let (one, other) = ("He said: “We will rebuild the dam, whatever it costs.”", "We WILL rebuild the dam — soon");
    let run = longest_shared_run(one, other).expect("they share words");
    assert_eq!(run.words, 5);
    assert_eq!(run.one.of(one), "We will rebuild the dam");
    assert_eq!(run.other.of(other), "We WILL rebuild the dam");
}

#[test]
fn one_proposition_in_other_words() {
    let one = said("Rebels blew up the Arran dam, killing 40 people");
    let other = said("The dam at Arran was blown up by rebels and 40 were killed");
    let found = alike(&one, &other);
    assert!(found.score > ALIKE, "{found:?}");
    assert_eq!(one.shared_words(&other)[..2], ["arran", "dam"]);
    assert!(alike(&one, &said("The mayor of Brennick opened a school for 40 pupils")).score < ALIKE / 2.0);
}

#[test]
fn opposition_needs_a_sign_that_bears_on_what_is_shared() {
    let pairs = [
        ("Rebels blew up the Arran dam", "Rebels did not blow up the Arran dam", Some(Rule::Polarity)),
        ("Rebels blew up the Arran dam", "The story that rebels blew up the Arran dam is a hoax", Some(Rule::Polarity)),
        ("Rebels blew up the Arran dam", "However, rebels blew up the Arran dam", None),
        ("Rebels blew up the Arran dam", "Did rebels not blow up the Arran dam?", None),
        ("Rebels blew up the Arran dam", "Rebels blew up the Arran dam without warning", None),
        ("Rebels blew up the Arran dam", "It is not a hoax: rebels blew up the Arran dam", None),
        ("The Arran dam flood killed 40 villagers", "The Arran dam flood killed 90 villagers", Some(Rule::Figures)),
        ("The Arran dam flood killed 40 villagers", "The Arran dam flood killed forty-one cows", None),
        ("Poll shows support for Maren Vole rises", "Poll shows support for Maren Vole falls", Some(Rule::Opposites)),
    ];
    for (one, other, rule) in pairs {
        let found = opposed(&said(one), &said(other)).map(|found| found.rule);
        assert_eq!(found, rule, "{one} / {other}: {:?}", alike(&said(one), &said(other)));
    }
}

#[test]
fn analysis_knows_better_than_words() {
    let plain = Given { text: "Rebels blew up the Arran dam", ..Given::default() };
    let claim = Statement::new(plain);
    let denied = Statement::new(Given { attitude: Attitude::Denies, ..plain });
    let negated = Statement::new(Given { is_negated: Some(true), ..plain });
    assert_eq!(opposed(&claim, &denied).map(|found| found.rule), Some(Rule::Polarity));
    assert_eq!(opposed(&claim, &negated).map(|found| found.rule), Some(Rule::Polarity));
    assert!(opposed(&denied, &negated).is_none());
    let place =
        |names| Statement::new(Given { names, ..Given { text: "Two trains collided near the old station", ..plain } });
    let (here, there) = (place(&["place:arran"]), place(&["place:brennick"]));
    assert_eq!(opposed(&here, &there).map(|found| found.rule), Some(Rule::Places));
}

#[test]
fn keys_of_like_claims_meet() {
    let one = keys(&said("Rebels blew up the Arran dam, killing 40 people"));
    let other = keys(&said("The dam at Arran was blown up by rebels and 40 were killed"));
    assert!(one.iter().any(|key| other.contains(key)));
    for vague in ["", "it", "that the plan is not there"] {
        assert!(keys(&said(vague)).is_empty(), "{vague}");
    }
}
