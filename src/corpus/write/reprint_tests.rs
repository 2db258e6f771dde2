//! Reprint groups as a function of the set of articles, held against a model that knows all texts at once.

use std::collections::{BTreeMap, BTreeSet};

use proptest::prelude::*;

use super::tests::{Draw, article_of, draw, exported, findings_of_check};
use super::*;
use crate::corpus::ledger::{Anchor, Decision, Verb};
use crate::wording::Wording;

/// An article whose text is some of a few blocks of thirty words.
#[derive(Debug, Clone)]
struct Blocks {
    outlet: &'static str,
    headline: &'static str,
    day: u8,
    blocks: Vec<usize>,
}

fn blocks(outlet: &'static str, day: u8, blocks: &[usize]) -> Blocks {
    Blocks { outlet, headline: "Flood", day, blocks: blocks.to_vec() }
}

fn text(blocks: &[usize]) -> String {
    let letter = |number: usize| char::from(b'a' + number as u8);
    let word = |block: usize, place: usize| format!("{}{}{}", letter(block), letter(place), letter(place * block % 7));
    let words = blocks.iter().flat_map(|&block| (0..30).map(move |place| word(block, place % 26) + "o"));
    words.enumerate().map(|(place, word)| if place % 30 > 25 { word + "n " } else { word + " " }).collect()
}

fn stored(article: &Blocks) -> NewArticle {
    let people = vec![article.blocks[0] % 3];
    let headline = Draw { outlet: article.outlet, headline: article.headline, day: article.day, people, ..draw() };
    article_of(&headline, text(&article.blocks).trim())
}

fn store(corpus: &mut Corpus, articles: &[Blocks]) -> Vec<Fate> {
    let mut writing = corpus.writing().expect("nobody else writes");
    let fates = articles.iter().map(|article| writing.store(&stored(article)).expect("it can be stored").0).collect();
    writing.commit().expect("it can be committed");
    fates
}

fn grown(articles: &[Blocks]) -> Corpus {
    let mut corpus = Corpus::in_memory().expect("memory is there");
    store(&mut corpus, articles);
    corpus
}

/// Returns each group as the outlets and days of its articles, its original first, those counted with a star.
fn groups(corpus: &Corpus) -> Vec<String> {
    let sql = "SELECT group_concat(outlet.name || ' ' || CAST(substr(published_on, 9) AS INTEGER)
                          || CASE WHEN is_counted THEN '*' ELSE '' END, ', '
                      ORDER BY article.id <> reprint_group.original, published_on, outlet.name)
               FROM reprint_group
               JOIN article ON article.reprint_group = reprint_group.id
               JOIN outlet ON outlet.id = article.outlet
               GROUP BY reprint_group.id ORDER BY 1";
    let mut find = corpus.connection.prepare(sql).expect("SQL");
    find.query_map([], |row| row.get(0)).expect("rows").map(|row| row.expect("a row")).collect()
}

#[test]
fn a_trimmed_text_with_a_lead_is_a_reprint() {
    let mut corpus = Corpus::in_memory().expect("memory is there");
    let whole = blocks("Herald", 4, &[0, 1, 2, 3]);
    let trimmed = blocks("Post", 5, &[9, 1, 2]);
    assert_eq!(store(&mut corpus, &[whole, trimmed]), [Fate::New, Fate::Reprint]);
    assert_eq!(groups(&corpus), ["Herald 4*, Post 5"]);
}

#[test]
fn a_text_that_joins_two_makes_them_one_group() {
    let mut corpus = Corpus::in_memory().expect("memory is there");
    let (one, other) = (blocks("Post", 4, &[0, 1]), blocks("Courier", 5, &[2, 3]));
    assert_eq!(store(&mut corpus, &[one, other]), [Fate::New, Fate::New]);
    assert_eq!(groups(&corpus), ["Courier 5*", "Post 4*"]);
    assert_eq!(store(&mut corpus, &[blocks("Herald", 3, &[0, 1, 2, 3])]), [Fate::Reprint]);
    assert_eq!(groups(&corpus), ["Herald 3*, Post 4, Courier 5"]);
    assert_eq!(findings_of_check(&corpus), Vec::<String>::new());
}

#[test]
fn a_version_is_no_reprint_and_the_newest_counts() {
    let (first, grown_text) = (blocks("Herald", 4, &[0, 1]), blocks("Herald", 5, &[0, 1, 2, 3]));
    let elsewhere = blocks("Post", 4, &[0, 1, 9]);
    let mut corpus = Corpus::in_memory().expect("memory is there");
    let fates = store(&mut corpus, &[first.clone(), elsewhere.clone(), grown_text.clone()]);
    // The Post's text of the same day is longer, and so taken for the original until a date tells better.
    assert_eq!(fates, [Fate::New, Fate::Reprint, Fate::Version]);
    assert_eq!(groups(&corpus), ["Post 4*, Herald 4, Herald 5"]);
    let corpus = grown(&[grown_text, blocks("Post", 5, &[0, 1, 9]), first]);
    assert_eq!(groups(&corpus), ["Herald 4, Herald 5*, Post 5"]);
}

#[test]
fn of_one_day_the_longest_is_the_original_and_an_agency_before_all() {
    let (short, long) = (blocks("Post", 4, &[0, 1]), blocks("Herald", 4, &[0, 1, 2]));
    assert_eq!(groups(&grown(&[short.clone(), long.clone()])), ["Herald 4*, Post 4"]);
    let agency = blocks("REUTERS", 5, &[0, 1]);
    assert_eq!(groups(&grown(&[short, agency, long])), ["REUTERS 5*, Herald 4, Post 4"]);
}

#[test]
fn a_corrected_day_decides_the_original_of_near_texts_again() {
    let (one, other) = (blocks("Herald", 4, &[0, 1, 2]), blocks("Post", 5, &[0, 1]));
    let mut corpus = grown(&[one.clone(), other.clone()]);
    let set = Decision {
        made_at: "2031-05-01T10:00:00.000000Z".into(),
        made_by: "Ada".into(),
        verb: Verb::Set,
        subject: stored(&other).article_id,
        object: None,
        field: Some("published_on".into()),
        value: Some("2031-03-02".into()),
        anchor: Anchor::default(),
        reason: None,
        revokes: None,
    };
    let decide = |corpus: &mut Corpus| {
        let mut writing = corpus.writing().expect("nobody else writes");
        writing.decide(std::slice::from_ref(&set)).expect("it can be followed");
        writing.commit().expect("committed");
    };
    decide(&mut corpus);
    assert_eq!(groups(&corpus), ["Post 2*, Herald 4"]);
    assert_eq!(findings_of_check(&corpus), Vec::<String>::new());
    let mut early = Corpus::in_memory().expect("memory is there");
    decide(&mut early);
    store(&mut early, &[other, one]);
    assert_eq!(exported(&early), exported(&corpus));
}

#[test]
fn paragraphs_carried_over_are_found_where_they_stood_first() {
    let text = "The old dam above Lenz held through the night, and by noon the road was open again.";
    let of = |outlet: &'static str, day, number| {
        let mut article =
            article_of(&Draw { outlet, day, people: vec![], ..draw() }, &format!("A text {outlet} {day}"));
        let short = NewParagraph { number: number + 1, kind: "body", text: "Nobody slept.".into() };
        article.paragraphs.extend([NewParagraph { number, kind: "body", text: text.into() }, short]);
        article
    };
    let articles = [of("Herald", 6, 2), of("Post", 4, 3), of("Courier", 5, 2), of("AP", 7, 2)];
    let found = |order: &[usize]| {
        let mut corpus = Corpus::in_memory().expect("memory is there");
        let mut writing = corpus.writing().expect("nobody else writes");
        let rows: BTreeMap<usize, i64> =
            order.iter().map(|&place| (place, writing.store(&articles[place]).expect("it can be stored").1)).collect();
        writing.commit().expect("it can be committed");
        let both = corpus.paragraphs_in_both(rows[&0], rows[&1]).expect("SQL");
        assert_eq!(both, [(2, 3)]);
        let carried = |row| corpus.carried_over(row).expect("SQL");
        let told = rows.values().map(|&row| {
            carried(row).into_iter().map(|it| (it.paragraph, it.article_id, it.other_paragraph)).collect::<Vec<_>>()
        });
        told.collect::<Vec<_>>()
    };
    let agency = articles[3].article_id.clone();
    let expected = [vec![(2, agency.clone(), 2)], vec![(3, agency.clone(), 2)], vec![(2, agency, 2)], vec![]];
    assert_eq!(found(&[0, 1, 2, 3]), expected);
    assert_eq!(found(&[3, 1, 0, 2]), expected);
}

fn any_blocks() -> impl Strategy<Value = Blocks> {
    (
        prop_oneof![Just("Herald"), Just("Post"), Just("Courier"), Just("AFP")],
        prop_oneof![3 => Just("Flood"), 1 => Just("Dam")],
        1u8..6,
        // Block 0 stands in many texts, as a standing paragraph does.
        prop_oneof![prop::collection::vec(0usize..7, 1..4), (1usize..14).prop_map(|other| vec![0, other]),],
    )
        .prop_map(|(outlet, headline, day, blocks)| Blocks { outlet, headline, day, blocks })
}

/// Returns what links and groups should be, told from all texts at once.
fn model(articles: &[Blocks]) -> (BTreeMap<(i64, i64), i64>, BTreeMap<i64, i64>) {
    let wordings: BTreeMap<i64, Wording> =
        articles.iter().map(stored).map(|article| (article.wording.key(), article.wording)).collect();
    let mut buckets: BTreeMap<i64, Vec<i64>> = BTreeMap::new();
    for (&text, wording) in &wordings {
        wording.run_keys().into_iter().for_each(|key| buckets.entry(key).or_default().push(text));
    }
    let mut links: BTreeMap<(i64, i64), i64> = BTreeMap::new();
    for bucket in buckets.values() {
        let counts = if bucket.len() <= 3 { 2 } else { 1 };
        for (place, &one) in bucket.iter().enumerate() {
            for &other in bucket[place + 1..].iter().take(3).filter(|other| wordings[&one].carries(&wordings[*other])) {
                *links.entry((one, other)).or_default() += counts;
            }
        }
    }
    links.retain(|_, meetings| *meetings >= 2);
    let mut group_of: BTreeMap<i64, i64> = wordings.keys().map(|&text| (text, text)).collect();
    for _ in 0..wordings.len() {
        for (one, other) in links.keys() {
            let least = group_of[one].min(group_of[other]);
            group_of.insert(*one, least);
            group_of.insert(*other, least);
        }
    }
    (links, group_of)
}

fn stored_links(corpus: &Corpus) -> BTreeMap<(i64, i64), i64> {
    let mut find = corpus.connection.prepare("SELECT text_a, text_b, meetings FROM reprint_link").expect("SQL");
    let rows = find.query_map([], |row| Ok(((row.get(0)?, row.get(1)?), row.get(2)?))).expect("rows");
    rows.map(|row| row.expect("a row")).collect()
}

/// Returns of each text the smallest text in its group, after which the group must be named.
fn stored_groups(corpus: &Corpus) -> BTreeMap<i64, i64> {
    let sql = "SELECT text_key, MIN(text_key) OVER (PARTITION BY reprint_group) FROM article";
    let mut find = corpus.connection.prepare(sql).expect("SQL");
    let rows = find.query_map([], |row| Ok((row.get(0)?, row.get(1)?))).expect("rows");
    let groups: BTreeMap<i64, i64> = rows.map(|row| row.expect("a row")).collect();
    let names = "SELECT COUNT(DISTINCT reprint_group) - (SELECT COUNT(*) FROM reprint_group) FROM article";
    assert_eq!(corpus.connection.query_row(names, [], |row| row.get::<_, i64>(0)).expect("SQL"), 0, "empty groups");
    let mut find = corpus.connection.prepare("SELECT text_key FROM reprint_group").expect("SQL");
    let names: BTreeSet<String> =
        find.query_map([], |row| row.get(0)).expect("rows").map(|row| row.expect("a")).collect();
    assert_eq!(names, groups.values().map(|text| super::reprints::printed(*text)).collect());
    groups
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(96))]

    #[test]
    fn groups_are_a_function_of_the_set(
        (articles, shuffled) in prop::collection::vec(any_blocks(), 1..22)
            .prop_flat_map(|articles| (Just(articles.clone()), Just(articles).prop_shuffle())),
        batch in 1usize..6,
    ) {
        let one = grown(&articles);
        let mut other = Corpus::in_memory().expect("memory is there");
        for batch in shuffled.chunks(batch) {
            store(&mut other, batch);
        }
        store(&mut other, &articles);
        let (links, group_of) = model(&articles);
        for corpus in [&one, &other] {
            prop_assert_eq!(&stored_links(corpus), &links);
            prop_assert_eq!(&stored_groups(corpus), &group_of);
            prop_assert_eq!(findings_of_check(corpus), Vec::<String>::new());
        }
        let grown = exported(&one);
        prop_assert_eq!(&exported(&other), &grown);

        let mut writing = other.writing().expect("nobody else writes");
        writing.group_again().expect("they can be grouped");
        writing.commit().expect("it can be committed");
        prop_assert_eq!(&stored_links(&other), &links);
        prop_assert_eq!(&stored_groups(&other), &group_of);
        prop_assert_eq!(&exported(&other), &grown);
        prop_assert_eq!(findings_of_check(&other), Vec::<String>::new());
    }
}
