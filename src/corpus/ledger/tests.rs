//! The ledger as a function of the set of its decisions: order, repetition, undoing and redoing, texts before or after.

use proptest::prelude::*;

use super::*;
use crate::corpus::Corpus;
use crate::corpus::write::tests::{Draw, PEOPLE, any_draw, article, draw, exported, findings_of_check, store};
use crate::record::Cell;

fn decision(moment: u32, verb: Verb, key: &str, other_key: &str, value: &str) -> Decision {
    let told = |text: &str| (!text.is_empty()).then(|| text.to_string());
    Decision {
        made_at: format!("2031-05-01T10:00:{moment:02}.000000Z"),
        made_by: "Ada".into(),
        verb,
        subject: id_of(IdKind::Entity, [key]),
        object: told(other_key).map(|key| id_of(IdKind::Entity, [key.as_str()])),
        field: None,
        value: told(value),
        anchor: Anchor { key: told(key), other_key: told(other_key), ..Anchor::default() },
        reason: None,
        revokes: None,
    }
}

fn undo(moment: u32, revoked: &Decision) -> Decision {
    let id = revoked.id();
    Decision { subject: id.clone(), revokes: Some(id), ..decision(moment, Verb::Undo, "", "", "") }
}

fn decide(corpus: &mut Corpus, decisions: &[Decision]) {
    let mut writing = corpus.writing().expect("nobody else writes");
    writing.decide(decisions).expect("they can be followed");
    writing.commit().expect("they can be committed");
}

/// Returns the exported tables without the ledger itself, which tells how things came about.
fn state(corpus: &Corpus) -> Vec<(&'static str, Vec<Vec<Cell>>)> {
    exported(corpus).into_iter().filter(|(table, _)| *table != "decisions").collect()
}

fn pieces() -> Vec<Draw> {
    vec![
        Draw { people: vec![0, 4], ..draw() },
        Draw { headline: "Talks", text: 2, people: vec![2], day: 5, ..draw() },
        Draw { headline: "More", text: 4, people: vec![3, 2], day: 6, ..draw() },
    ]
}

fn names(corpus: &Corpus) -> Vec<String> {
    let mut find = corpus
        .connection
        .prepare("SELECT name || ' ' || articles FROM entity WHERE articles > 0 AND NOT is_rejected ORDER BY name")
        .expect("the table is there");
    find.query_map([], |row| row.get(0)).expect("rows").map(|row| row.expect("a row")).collect()
}

#[test]
fn merging_joins_and_undoing_parts_again() {
    let mut corpus = Corpus::in_memory().expect("memory is there");
    store(&mut corpus, &pieces());
    let before = state(&corpus);
    let merge = decision(1, Verb::Merge, "person:anna lind", "person:per lind", "");
    decide(&mut corpus, std::slice::from_ref(&merge));
    assert_eq!(names(&corpus), ["Anna Lind 3", "Northport Water 1"], "\"Lind\" now has one bearer, too");
    decide(&mut corpus, &[decision(2, Verb::Rename, "person:anna lind", "", "The Linds")]);
    assert_eq!(names(&corpus), ["Northport Water 1", "The Linds 3"]);
    assert_eq!(findings_of_check(&corpus), Vec::<String>::new());
    let all = corpus.ledger().expect("a ledger");
    decide(&mut corpus, &[undo(3, &all[1]), undo(4, &merge)]);
    assert_eq!(state(&corpus), before);
}

#[test]
fn what_is_held_apart_stays_apart_after_the_next_article() {
    let mut corpus = Corpus::in_memory().expect("memory is there");
    store(&mut corpus, &pieces()[..2]);
    assert_eq!(names(&corpus), ["Anna Lind 2", "Northport Water 1"]);
    decide(&mut corpus, &[decision(1, Verb::Distinct, "person:lind", "person:anna lind", "")]);
    assert_eq!(names(&corpus), ["Anna Lind 1", "Lind 1", "Northport Water 1"]);
    store(&mut corpus, &[Draw { headline: "Again", text: 1, day: 9, people: vec![1], ..draw() }]);
    assert_eq!(names(&corpus), ["Anna Maria Lind 2", "Lind 1", "Northport Water 1"]);
    assert_eq!(findings_of_check(&corpus), Vec::<String>::new());
}

#[test]
fn no_roundabout_way_joins_what_is_held_apart() {
    let mut corpus = Corpus::in_memory().expect("memory is there");
    store(&mut corpus, &pieces());
    decide(
        &mut corpus,
        &[
            decision(1, Verb::Distinct, "person:anna lind", "person:per lind", ""),
            decision(2, Verb::Merge, "person:anna lind", "organisation:northport water", ""),
            decision(3, Verb::Merge, "organisation:northport water", "person:per lind", ""),
        ],
    );
    assert_eq!(names(&corpus).len(), 3, "{:?}", names(&corpus));
}

#[test]
fn a_rejected_actor_is_listed_no_more() {
    let mut corpus = Corpus::in_memory().expect("memory is there");
    store(&mut corpus, &pieces());
    decide(&mut corpus, &[decision(1, Verb::Reject, "organisation:northport water", "", "")]);
    assert!(!names(&corpus).iter().any(|name| name.starts_with("Northport")));
    decide(&mut corpus, &[decision(2, Verb::Accept, "organisation:northport water", "", "")]);
    assert!(names(&corpus).iter().any(|name| name.starts_with("Northport")));
}

/// A decision on the first claim of an article.
fn on_claim(corpus: &Corpus, moment: u32, verb: Verb, field: &str, value: &str) -> Decision {
    let find = "SELECT claim_id, article_id, source, cue, content FROM claim
                JOIN article ON article.id = claim.article WHERE ordinal = 0 ORDER BY article_id LIMIT 1";
    corpus
        .connection
        .query_row(find, [], |row| {
            let parts = Some([row.get(2)?, row.get(3)?, row.get(4)?]);
            let anchor = Anchor { article: row.get(1)?, paragraph: Some(1), parts, ..Anchor::default() };
            let field = (!field.is_empty()).then(|| field.to_string());
            Ok(Decision { subject: row.get(0)?, field, anchor, ..decision(moment, verb, "", "", value) })
        })
        .expect("a claim")
}

#[test]
fn decisions_on_claims_outlive_another_analysis_and_can_be_undone() {
    let mut corpus = Corpus::in_memory().expect("memory is there");
    let drawn = Draw { people: vec![0, 4, 3], ..draw() };
    store(&mut corpus, std::slice::from_ref(&drawn));
    let before = state(&corpus);
    let edit = on_claim(&corpus, 1, Verb::Edit, "cue_class", "deny");
    let speaker = on_claim(&corpus, 2, Verb::Edit, "speaker", "anonymous");
    decide(&mut corpus, &[edit.clone(), speaker.clone()]);
    let said = |corpus: &Corpus| -> (String, String, String) {
        let find = "SELECT cue_class, speaker_kind, verdict FROM claim WHERE verdict IS NOT NULL";
        corpus.connection.query_row(find, [], |row| Ok((row.get(0)?, row.get(1)?, row.get(2)?))).expect("one claim")
    };
    let edited = ("deny".to_string(), "anonymous".to_string(), "edited".to_string());
    assert_eq!(said(&corpus), edited);
    assert_eq!(findings_of_check(&corpus), Vec::<String>::new());

    // Another analysis finds the claim one character to the right.
    let mut findings = article(&drawn).findings;
    findings.claims[0].parts[2].places[0].end += 1;
    findings.claims[0].parts[2].text = article(&drawn).paragraphs[1].text.chars().skip(8).take(4).collect();
    findings.claims[0].claim_id = id_of(IdKind::Claim, ["moved"]);
    let mut writing = corpus.writing().expect("nobody else writes");
    let row = writing.article_row(&article(&drawn).article_id).expect("readable").expect("stored");
    writing.replace_findings(row, &findings).expect("it can be replaced");
    writing.commit().expect("it can be committed");
    let unplaced = corpus.decisions().expect("a ledger").iter().filter(|row| row.state == "unplaced").count();
    assert_eq!(unplaced, 2, "three letters are no content words: the decision waits and is listed");

    let mut writing = corpus.writing().expect("nobody else writes");
    writing.replace_findings(row, &article(&drawn).findings).expect("it can be replaced");
    writing.commit().expect("it can be committed");
    assert_eq!(said(&corpus), edited);
    decide(&mut corpus, &[undo(3, &edit), undo(4, &speaker)]);
    assert_eq!(state(&corpus), before);
}

#[test]
fn an_added_claim_is_there_until_its_addition_is_undone() {
    let mut corpus = Corpus::in_memory().expect("memory is there");
    store(&mut corpus, &[draw()]);
    let before = state(&corpus);
    let mut add = on_claim(&corpus, 1, Verb::Add, "", "Per Lind");
    add.subject = id_of(IdKind::Claim, ["added"]);
    add.anchor.other_key = Some("person:per lind".into());
    add.anchor.parts = Some([String::new(), String::new(), "closed their bridges".into()]);
    decide(&mut corpus, std::slice::from_ref(&add));
    let count = "SELECT COUNT(*) FROM claim WHERE verdict = 'added' AND is_listed";
    let added = |corpus: &Corpus| corpus.connection.query_row(count, [], |row| row.get::<_, i64>(0)).expect("a count");
    assert_eq!(added(&corpus), 1);
    assert_eq!(findings_of_check(&corpus), Vec::<String>::new());
    decide(&mut corpus, &[undo(2, &add)]);
    assert_eq!(added(&corpus), 0);
    assert_eq!(state(&corpus), before);
}

#[test]
fn a_corrected_day_decides_the_original_again() {
    let mut corpus = Corpus::in_memory().expect("memory is there");
    let (one, other) = (Draw { day: 4, ..draw() }, Draw { outlet: "Post", day: 5, ..draw() });
    store(&mut corpus, &[one.clone(), other.clone()]);
    let before = state(&corpus);
    let set = Decision {
        subject: article(&other).article_id,
        field: Some("published_on".into()),
        value: Some("2031-03-01".into()),
        anchor: Anchor::default(),
        ..decision(1, Verb::Set, "", "", "")
    };
    decide(&mut corpus, std::slice::from_ref(&set));
    let counted = "SELECT outlet.name FROM article JOIN outlet ON outlet.id = article.outlet WHERE is_counted";
    let original =
        |corpus: &Corpus| corpus.connection.query_row(counted, [], |row| row.get::<_, String>(0)).expect("one");
    assert_eq!(original(&corpus), "Post");
    assert_eq!(findings_of_check(&corpus), Vec::<String>::new());
    store(&mut corpus, &[one, other]);
    assert_eq!(original(&corpus), "Post", "the same inputs again do not undo a correction");
    decide(&mut corpus, &[undo(2, &set)]);
    assert_eq!(state(&corpus), before);
}

/// A decision as the tests draw it: on names of the pieces, or the undoing of an earlier one.
fn any_decision() -> impl Strategy<Value = (usize, usize, usize)> {
    (0..7usize, 0..PEOPLE.len(), 0..PEOPLE.len())
}

fn made(drawn: &[(usize, usize, usize)], from: u32) -> Vec<Decision> {
    let mut decisions: Vec<Decision> = Vec::new();
    for (number, &(verb, one, other)) in drawn.iter().enumerate() {
        let moment = from + number as u32;
        let (key, other_key) = (PEOPLE[one].0, PEOPLE[other].0);
        decisions.push(match verb {
            0 | 1 => decision(moment, Verb::Merge, key, other_key, ""),
            2 => decision(moment, Verb::Distinct, key, other_key, ""),
            3 => decision(moment, Verb::Rename, key, "", ["The Board", "Somebody"][other % 2]),
            4 => decision(moment, [Verb::Reject, Verb::Accept][other % 2], key, "", ""),
            _ if decisions.is_empty() => decision(moment, Verb::RemoveAlias, key, other_key, ""),
            _ => undo(moment, &decisions[(one * 7 + other) % decisions.len()]),
        });
    }
    decisions
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(40))]

    #[test]
    fn decisions_are_a_function_of_their_set(
        drawn in prop::collection::vec(any_decision(), 1..12),
        theirs in prop::collection::vec(any_decision(), 0..8),
        draws in prop::collection::vec(any_draw(), 1..8),
        cut in 0usize..12,
    ) {
        let (mine, theirs) = (made(&drawn, 0), made(&theirs, 30));
        let mut one = Corpus::in_memory().expect("memory is there");
        store(&mut one, &draws);
        for decision in &mine {
            decide(&mut one, std::slice::from_ref(decision));
        }
        decide(&mut one, &theirs);
        prop_assert_eq!(findings_of_check(&one), Vec::<String>::new());

        // Theirs first, mine backwards, the texts in between, everything twice.
        let mut other = Corpus::in_memory().expect("memory is there");
        decide(&mut other, &theirs);
        let cut = cut.min(draws.len());
        store(&mut other, &draws[cut..]);
        let backwards: Vec<Decision> = mine.iter().rev().cloned().collect();
        decide(&mut other, &backwards);
        store(&mut other, &draws[..cut]);
        decide(&mut other, &mine);
        prop_assert_eq!(exported(&one), exported(&other));

        // Undoing all of it leaves what was there without any.
        let standing: Vec<Decision> = [mine, theirs].concat();
        let in_force: Vec<Decision> = in_force(&standing).into_iter().map(|(_, decision)| decision.clone()).collect();
        let undone: Vec<Decision> = in_force.iter().enumerate().map(|(n, it)| undo(50 + n as u32 % 9, it)).collect();
        decide(&mut one, &undone);
        let mut fresh = Corpus::in_memory().expect("memory is there");
        store(&mut fresh, &draws);
        prop_assert_eq!(state(&one), state(&fresh));
    }
}
