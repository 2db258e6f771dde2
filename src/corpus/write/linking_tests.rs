//! Links as a function of the set of articles: in any order, taken out and let in again, and made from nothing.

use proptest::prelude::*;

use super::tests::{findings_of_check, store_all};
use super::*;
use crate::corpus::ids::{IdKind, hash_of, id_of};
use crate::corpus::ledger::{Anchor, Decision, Verb};
use crate::sketch::Sketch;
use crate::wording::Wording;

/// What is said in these pieces: some the same in other words, some quoted, some denied.
const SAID: [(&str, &str, &str); 8] = [
    ("indirect", "assert", "rebels blew up the Arran dam and killed 40 villagers"),
    ("indirect", "assert", "the dam at Arran was blown up by rebels, who killed 40 villagers"),
    ("indirect", "deny", "rebels blew up the Arran dam and killed villagers"),
    ("indirect", "assert", "rebels blew up the Arran dam and killed 90 villagers"),
    ("direct", "assert", "“We shall rebuild the Arran dam in a year, whatever it may cost us”"),
    ("mixed", "promise", "his government would “rebuild the Arran dam in a year, whatever it may cost us”"),
    ("indirect", "assert", "the mayor of Brennick opened a school for 300 pupils on Monday"),
    ("indirect", "assert", "it"),
];

/// An article by the day and number of its text, and what is said in it.
#[derive(Debug, Clone)]
struct Piece {
    day: u8,
    text: u8,
    said: Vec<usize>,
}

fn cue(said: usize) -> &'static str {
    if SAID[said].1 == "deny" { "denied" } else { "said" }
}

fn article(piece: &Piece) -> NewArticle {
    let published_on = format!("2031-03-{:02}", piece.day);
    // Words of its own, so that only equal draws are reprints.
    let body: Vec<String> = (0..40)
        .map(|word| format!("w{}x{word}", hash_of([format!("{:?}", (piece.text, &piece.said)).as_str()])))
        .collect();
    let body = body.join(" ");
    let article_id = id_of(IdKind::Article, [published_on.as_str(), &body]);
    let claims = piece.said.iter().enumerate().map(|(number, &said)| {
        let (form, cue_class, content) = SAID[said];
        let end = content.chars().count();
        let place = |start: usize, end: usize| vec![Place { paragraph: number + 2, start, end }];
        let cue = NewPart { places: place(end + 1, end + 1 + cue(said).len()), text: cue(said).into() };
        let content = NewPart { places: place(0, end), text: content.into() };
        let parts = [NewPart::default(), cue, content];
        NewClaim {
            claim_id: claim_id(&article_id, &parts),
            speaker: NewSpeaker::Named(said % 2),
            parts,
            form,
            cue_class,
            polarity: "affirmed",
            about: vec![],
            addressees: vec![],
            score: 0.9,
            vector: Vec::new(),
        }
    });
    let names = ["person:anna lind", "person:per lind"];
    let names = names.map(|key| NewName { key: key.into(), name: key[7..].into(), shorter: vec![] });
    let claims = claims.collect();
    let mut paragraphs = vec![NewParagraph { number: 1, kind: "body", text: body.clone() }];
    paragraphs.extend(piece.said.iter().enumerate().map(|(number, &said)| NewParagraph {
        number: number + 2,
        kind: "body",
        text: format!("{} {}", SAID[said].2, cue(said)),
    }));
    NewArticle {
        article_id,
        outlet: Some(["Herald", "Wire"][usize::from(piece.text) % 2].into()),
        headline: None,
        byline: None,
        published_on: Some(published_on),
        url: None,
        language: "en".into(),
        told_genre: None,
        words: 5,
        meta: vec![],
        wording: Wording::of([("body", body.as_str())].into_iter()),
        sketch: Sketch::of(&body),
        paragraphs,
        findings: Findings {
            analyzer: "test-1".into(),
            genre: "news",
            names: names.into(),
            claims,
            ..Findings::default()
        },
    }
}

/// Everything that linking stores, in words.
fn linked(corpus: &Corpus) -> Vec<String> {
    let sql = "
        SELECT min(a.claim_id, b.claim_id) || ' ' || max(a.claim_id, b.claim_id) || ' ' || relation || ' ' || rule || ' '
                   || claim_link.score || ' ' || reason || ' ' || COALESCE(meetings, 'inside') || COALESCE(claim_link.verdict, '')
        FROM claim_link JOIN claim AS a ON a.id = claim_a JOIN claim AS b ON b.id = claim_b
        UNION ALL
        SELECT key || ' ' || place || ' ' || claim_id FROM claim_key JOIN claim ON claim.id = claim_key.claim
        UNION ALL
        SELECT key || ' ' || claims || ' ' || articles || ' ' || outlets || ' ' || first_on || ' ' || last_on || ' '
                   || (SELECT group_concat(claim_id) FROM (
                       SELECT claim_id FROM echo_member JOIN claim ON claim.id = echo_member.claim
                       WHERE cluster = echo_cluster.id ORDER BY claim_id))
        FROM echo_cluster
        ORDER BY 1";
    let mut find = corpus.connection.prepare(sql).expect("SQL");
    let rows = find.query_map([], |row| row.get(0)).expect("rows");
    rows.collect::<rusqlite::Result<_>>().expect("text")
}

fn rules(corpus: &Corpus) -> Vec<String> {
    let mut find = corpus.connection.prepare("SELECT DISTINCT rule FROM claim_link ORDER BY 1").expect("SQL");
    find.query_map([], |row| row.get(0)).expect("rows").collect::<rusqlite::Result<_>>().expect("text")
}

#[test]
fn what_is_said_again_denied_and_counted_otherwise_is_linked() {
    let mut corpus = Corpus::in_memory().expect("memory is there");
    let pieces = (0..7).map(|said| article(&Piece { day: 1 + said, text: said, said: vec![usize::from(said)] }));
    store_all(&mut corpus, &pieces.collect::<Vec<_>>());
    assert_eq!(rules(&corpus), ["figures", "polarity", "quotation", "restatement"]);
}

#[test]
fn within_one_article_nothing_echoes() {
    let mut corpus = Corpus::in_memory().expect("memory is there");
    store_all(&mut corpus, &[article(&Piece { day: 1, text: 0, said: vec![0, 1, 4, 5] })]);
    assert!(rules(&corpus).is_empty());
}

fn any_piece() -> impl Strategy<Value = Piece> {
    (1u8..6, 0u8..200, prop::collection::vec(0..SAID.len(), 1..4)).prop_map(|(day, text, said)| Piece {
        day,
        text,
        said,
    })
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(40))]

    #[test]
    fn links_are_a_function_of_the_set(
        (pieces, shuffled) in prop::collection::vec(any_piece(), 1..24)
            .prop_flat_map(|pieces| (Just(pieces.clone()), Just(pieces).prop_shuffle())),
        batch in 1usize..5,
        taken in prop::collection::vec(any::<prop::sample::Index>(), 0..6),
    ) {
        let mut one = Corpus::in_memory().expect("memory is there");
        store_all(&mut one, &pieces.iter().map(article).collect::<Vec<_>>());
        let expected = linked(&one);

        let mut other = Corpus::in_memory().expect("memory is there");
        for batch in shuffled.chunks(batch) {
            store_all(&mut other, &batch.iter().map(article).collect::<Vec<_>>());
        }
        prop_assert_eq!(&linked(&other), &expected, "another order");

        for index in taken {
            let mut writing = other.writing().expect("nobody else writes");
            let row = writing.article_row(&article(index.get(&pieces)).article_id).expect("SQL").expect("stored");
            let is_counted = writing.is_counted(row).expect("SQL");
            if is_counted {
                writing.set_counted(row, false).expect("taken out");
                writing.follow_clusters().expect("SQL");
                writing.set_counted(row, true).expect("let in");
            }
            writing.commit().expect("committed");
        }
        prop_assert_eq!(&linked(&other), &expected, "taken out and let in again");

        let mut writing = one.writing().expect("nobody else writes");
        writing.rebuild_links().expect("rebuilt");
        writing.commit().expect("committed");
        prop_assert_eq!(&linked(&one), &expected, "made from nothing");
        prop_assert_eq!(findings_of_check(&one), Vec::<String>::new());
    }
}

/// A decision on the link of the first two claims that are linked so.
fn on_link(corpus: &Corpus, moment: u32, verb: Verb, relation: &str) -> Decision {
    let sql = "SELECT a.claim_id, article_a.article_id, a.content, b.claim_id, article_b.article_id, b.content
        FROM claim_link JOIN claim AS a ON a.id = claim_a JOIN claim AS b ON b.id = claim_b
        JOIN article AS article_a ON article_a.id = a.article JOIN article AS article_b ON article_b.id = b.article
        WHERE relation = ?1 ORDER BY a.claim_id, b.claim_id LIMIT 1";
    let anchor = |article: String, content: String| Anchor {
        article: Some(article),
        parts: Some([String::new(), String::new(), content]),
        ..Anchor::default()
    };
    let found = corpus.connection.query_row(sql, [relation], |row| {
        let other = anchor(row.get(4)?, row.get(5)?);
        let both = Anchor { other: Some(Box::new(other)), ..anchor(row.get(1)?, row.get(2)?) };
        let object: String = row.get(3)?;
        Ok(Decision { object: Some(object), ..Decision::unsigned(verb, row.get(0)?, both) })
    });
    let decision = found.expect("there is such a link");
    Decision { made_at: format!("2031-05-01T10:00:{moment:02}.000000Z"), made_by: "Ada".into(), ..decision }
}

fn decide(corpus: &mut Corpus, decisions: &[Decision]) {
    let mut writing = corpus.writing().expect("nobody else writes");
    writing.decide(decisions).expect("they can be followed");
    writing.commit().expect("committed");
}

#[test]
fn refused_links_stay_refused_and_drawn_ones_count_until_undone() {
    let pieces: Vec<NewArticle> =
        (0..7).map(|said| article(&Piece { day: 1 + said, text: said, said: vec![usize::from(said)] })).collect();
    let mut corpus = Corpus::in_memory().expect("memory is there");
    store_all(&mut corpus, &pieces);
    let before = linked(&corpus);
    let refused = on_link(&corpus, 1, Verb::Reject, "echo");
    let drawn = Decision { value: Some("echo".into()), ..on_link(&corpus, 2, Verb::Link, "dispute") };
    decide(&mut corpus, &[refused.clone(), drawn.clone()]);
    let decided = linked(&corpus);
    assert!(decided.iter().any(|line| line.ends_with("rejected")), "{decided:?}");
    assert!(decided.iter().any(|line| line.contains("echo by hand") && line.ends_with("added")), "{decided:?}");

    let mut writing = corpus.writing().expect("nobody else writes");
    writing.rebuild_links().expect("rebuilt");
    writing.commit().expect("committed");
    assert_eq!(linked(&corpus), decided, "people's word outlives rebuilding");

    let mut earlier = Corpus::in_memory().expect("memory is there");
    decide(&mut earlier, &[drawn.clone(), refused.clone()]);
    store_all(&mut earlier, &pieces);
    assert_eq!(linked(&earlier), decided, "decisions may come before the texts");

    let undo = |moment: u32, of: &Decision| Decision {
        made_at: format!("2031-05-01T10:01:{moment:02}.000000Z"),
        made_by: "Ada".into(),
        revokes: Some(of.id()),
        ..Decision::unsigned(Verb::Undo, of.id(), Anchor::default())
    };
    decide(&mut corpus, &[undo(1, &refused), undo(2, &drawn)]);
    assert_eq!(linked(&corpus), before);
}
