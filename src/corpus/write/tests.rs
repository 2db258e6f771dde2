//! The corpus as a function of the set of its articles: order, repetition and batches change nothing.

use proptest::prelude::*;

use super::*;
use crate::corpus::ids::{IdKind, id_of};
use crate::corpus::queries::TABLES;
use crate::name::folded;
use crate::record::Cell;
use crate::sketch::Sketch;
use crate::wording::Wording;

/// An article as the tests draw it: everything else follows from these few choices.
#[derive(Debug, Clone)]
pub(in crate::corpus) struct Draw {
    pub outlet: &'static str,
    pub headline: &'static str,
    pub day: u8,
    pub text: usize,
    pub byline: Option<&'static str>,
    pub url: Option<&'static str>,
    pub told_genre: Option<&'static str>,
    pub people: Vec<usize>,
}

const TEXTS: [&str; 5] = [
    "The river rose by a metre in one night and the two towns on its banks closed their bridges to all traffic.",
    "The river rose by a metre in one night and the two towns on its banks closed their bridges to all traffic. More soon.",
    "A bank and a brewery have agreed to merge, said people who know of the talks but were not allowed to speak of them.",
    "Nothing happened.",
    "A quite different column stands here today, about gardens, bees and what the wind does to both of them in spring.",
];

/// Names with their shorter forms; two people share a surname.
pub(in crate::corpus) const PEOPLE: [(&str, &str, &[&str]); 5] = [
    ("person:anna lind", "Anna Lind", &["person:lind"]),
    ("person:anna maria lind", "Anna Maria Lind", &["person:anna lind", "person:lind"]),
    ("person:lind", "Lind", &[]),
    ("person:per lind", "Per Lind", &["person:lind"]),
    ("organisation:northport water", "Northport Water", &["organisation:nw"]),
];

pub(in crate::corpus) fn article(draw: &Draw) -> NewArticle {
    article_of(draw, TEXTS[draw.text])
}

/// The same with a text of one paragraph that is not among the usual ones.
pub(in crate::corpus) fn article_of(draw: &Draw, text: &str) -> NewArticle {
    let published_on = format!("2031-03-{:02}", draw.day);
    let names: Vec<NewName> = draw
        .people
        .iter()
        .map(|&person| {
            let (key, name, shorter) = PEOPLE[person];
            NewName { key: key.into(), name: name.into(), shorter: shorter.iter().map(|s| s.to_string()).collect() }
        })
        .collect();
    let article_id = id_of(IdKind::Article, [folded(draw.outlet).as_str(), &published_on, draw.headline, text]);
    let word = |name: usize| Place { paragraph: 1, start: name, end: name + 3 };
    let part = |start: usize| NewPart { places: vec![word(start)], text: text.chars().skip(start).take(3).collect() };
    let mentions = (0..names.len())
        .map(|name| NewMention { name, place: word(name), text: part(name).text, kind: "name" })
        .collect();
    let descriptions = (0..names.len())
        .map(|name| NewDescription { name, place: word(name + 2), text: part(name + 2).text, kind: "title" })
        .collect();
    let claims = (0..names.len())
        .map(|name| NewClaim {
            claim_id: id_of(IdKind::Claim, [article_id.as_str(), &name.to_string()]),
            // The last claim is the author's own, which genre lists or does not.
            speaker: if name + 1 == names.len() { NewSpeaker::Author } else { NewSpeaker::Named(name) },
            parts: [part(name), part(name + 4), part(name + 8)],
            form: if name + 1 == names.len() { "narrated" } else { "indirect" },
            cue_class: "assert",
            polarity: "affirmed",
            about: (0..names.len()).filter(|&other| other != name).collect(),
            addressees: vec![],
            score: 0.5,
            vector: Vec::new(),
        })
        .collect();
    NewArticle {
        article_id,
        outlet: Some(draw.outlet.into()),
        headline: Some(draw.headline.into()),
        byline: draw.byline.map(String::from),
        published_on: Some(published_on),
        url: draw.url.map(String::from),
        language: "en".into(),
        told_genre: draw.told_genre,
        words: text.split(' ').count(),
        meta: vec![],
        wording: Wording::of([("body", text)].into_iter()),
        sketch: Sketch::of(text),
        paragraphs: vec![
            NewParagraph { number: 0, kind: "headline", text: draw.headline.into() },
            NewParagraph { number: 1, kind: "body", text: text.into() },
        ],
        findings: Findings { analyzer: "test-1".into(), genre: "news", names, mentions, descriptions, claims },
    }
}

pub(in crate::corpus) fn store(corpus: &mut Corpus, draws: &[Draw]) -> Vec<Fate> {
    store_all(corpus, &draws.iter().map(article).collect::<Vec<_>>())
}

pub(in crate::corpus) fn store_all(corpus: &mut Corpus, articles: &[NewArticle]) -> Vec<Fate> {
    let mut writing = corpus.writing().expect("nobody else writes");
    let fates = articles.iter().map(|article| writing.store(article).expect("it can be stored").0).collect();
    writing.commit().expect("it can be committed");
    fates
}

pub(in crate::corpus) fn exported(corpus: &Corpus) -> Vec<(&'static str, Vec<Vec<Cell>>)> {
    let rows = |table| {
        let mut rows = Vec::new();
        let mut keep = |row| {
            rows.push(row);
            Ok(())
        };
        corpus.export(table, &mut keep).expect("tables can be exported");
        rows
    };
    TABLES.iter().map(|table| (table.name, rows(table))).collect()
}

pub(in crate::corpus) fn findings_of_check(corpus: &Corpus) -> Vec<String> {
    let mut findings = Vec::new();
    let mut keep = |finding: crate::corpus::check::Finding| {
        findings.push(format!("{}: {} {}", finding.promise, finding.subject, finding.detail));
        Ok(())
    };
    corpus.check(&mut |_| {}, &mut keep).expect("the promises can be asked");
    findings
}

pub(in crate::corpus) fn draw() -> Draw {
    let people = vec![0];
    Draw { outlet: "Herald", headline: "Flood", day: 4, text: 0, byline: None, url: None, told_genre: None, people }
}

fn counted(corpus: &Corpus) -> Vec<(String, i64)> {
    let sql = "SELECT published_on, is_counted FROM article ORDER BY published_on, article_id";
    let mut statement = corpus.connection.prepare(sql).expect("SQL");
    let rows = statement.query_map([], |row| Ok((row.get(0)?, row.get(1)?))).expect("rows");
    rows.map(|row| row.expect("row")).collect()
}

#[test]
fn the_same_article_twice_is_unchanged() {
    let mut corpus = Corpus::in_memory().expect("memory is there");
    assert_eq!(store(&mut corpus, &[draw(), draw()]), [Fate::New, Fate::Unchanged]);
    let changes = corpus.connection.total_changes();
    store(&mut corpus, &[draw()]);
    assert_eq!(corpus.connection.total_changes(), changes, "an unchanged article writes nothing");
}

#[test]
fn an_author_is_listed_once_a_later_arrival_tells_that_the_piece_is_opinion() {
    let mut corpus = Corpus::in_memory().expect("memory is there");
    let people = vec![0, 4];
    let about = |corpus: &Corpus| -> i64 {
        let sql = "SELECT claims_about FROM entity WHERE key = 'person:anna lind'";
        corpus.connection.query_row(sql, [], |row| row.get(0)).expect("she is there")
    };
    store(&mut corpus, &[Draw { people: people.clone(), ..draw() }]);
    assert_eq!(about(&corpus), 0, "only the author speaks of her, and the piece is news");
    store(&mut corpus, &[Draw { people, told_genre: Some("opinion"), ..draw() }]);
    assert_eq!(about(&corpus), 1);
    assert_eq!(findings_of_check(&corpus), Vec::<String>::new());
}

#[test]
fn one_text_on_two_days_is_a_reprint_and_the_first_day_counts() {
    let mut corpus = Corpus::in_memory().expect("memory is there");
    let later = Draw { day: 5, ..draw() };
    assert_eq!(store(&mut corpus, &[later, draw()]), [Fate::New, Fate::Reprint]);
    assert_eq!(counted(&corpus), [("2031-03-04".into(), 1), ("2031-03-05".into(), 0)]);
}

#[test]
fn a_text_that_grew_is_a_new_version_and_the_newest_counts() {
    let mut corpus = Corpus::in_memory().expect("memory is there");
    let grown = Draw { day: 5, text: 1, ..draw() };
    assert_eq!(store(&mut corpus, &[draw(), grown]), [Fate::New, Fate::Version]);
    assert_eq!(counted(&corpus), [("2031-03-04".into(), 0), ("2031-03-05".into(), 1)]);
}

#[test]
fn a_column_that_keeps_its_headline_is_a_new_article() {
    let mut corpus = Corpus::in_memory().expect("memory is there");
    let other = Draw { day: 5, text: 4, ..draw() };
    assert_eq!(store(&mut corpus, &[draw(), other]), [Fate::New, Fate::New]);
}

#[test]
fn a_surname_follows_its_one_bearer_and_stands_alone_beside_two() {
    let mut corpus = Corpus::in_memory().expect("memory is there");
    let entity_of_lind = |corpus: &Corpus| -> String {
        let sql = "SELECT entity.key FROM name_key JOIN entity ON entity.id = name_key.entity WHERE name_key.key = 'person:lind'";
        corpus.connection.query_row(sql, [], |row| row.get(0)).expect("the key is there")
    };
    store(&mut corpus, &[Draw { people: vec![2], ..draw() }]);
    assert_eq!(entity_of_lind(&corpus), "person:lind");
    store(&mut corpus, &[Draw { people: vec![0], text: 2, ..draw() }]);
    assert_eq!(entity_of_lind(&corpus), "person:anna lind");
    store(&mut corpus, &[Draw { people: vec![3], text: 3, ..draw() }]);
    assert_eq!(entity_of_lind(&corpus), "person:lind");
}

#[test]
fn findings_replaced_by_equal_ones_leave_the_corpus_as_it_was() {
    let mut corpus = Corpus::in_memory().expect("memory is there");
    let drawn = Draw { people: vec![0, 1, 4], ..draw() };
    store(&mut corpus, &[drawn.clone(), Draw { people: vec![3, 2], text: 2, ..draw() }]);
    let before = exported(&corpus);
    let mut writing = corpus.writing().expect("nobody else writes");
    let row = writing.article_row(&article(&drawn).article_id).expect("SQL").expect("it is stored");
    writing.replace_findings(row, &Findings { analyzer: "other-1".into(), ..Findings::default() }).expect("replaced");
    writing.replace_findings(row, &article(&drawn).findings).expect("replaced");
    writing.commit().expect("committed");
    assert_eq!(exported(&corpus), before);
    assert_eq!(findings_of_check(&corpus), Vec::<String>::new());
}

pub(in crate::corpus) fn any_draw() -> impl Strategy<Value = Draw> {
    (
        prop_oneof![Just("Herald"), Just("The Wire"), Just("HERALD")],
        prop_oneof![Just("Flood"), Just("Merger"), Just("Garden notes")],
        1u8..6,
        0usize..TEXTS.len(),
        prop_oneof![Just(None), Just(Some("Ada Berg")), Just(Some("Bo Ek"))],
        prop_oneof![3 => Just(None), 1 => Just(Some("https://example.org/flood"))],
        prop_oneof![2 => Just(None), 1 => Just(Some("opinion")), 1 => Just(Some("interview"))],
    )
        .prop_map(|(outlet, headline, day, text, byline, url, told_genre)| {
            // One text has one set of findings: analysis is a function of the text.
            let people = [vec![0, 4], vec![1], vec![2], vec![], vec![3, 2]][text].clone();
            Draw { outlet, headline, day, text, byline, url, told_genre, people }
        })
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(48))]

    #[test]
    fn order_batches_and_repetition_change_nothing(
        (draws, shuffled) in prop::collection::vec(any_draw(), 1..12)
            .prop_flat_map(|draws| (Just(draws.clone()), Just(draws).prop_shuffle())),
        batch in 1usize..5,
    ) {
        let mut one = Corpus::in_memory().expect("memory is there");
        store(&mut one, &draws);
        let mut other = Corpus::in_memory().expect("memory is there");
        for batch in shuffled.chunks(batch) {
            store(&mut other, batch);
        }
        store(&mut other, &draws);
        prop_assert_eq!(exported(&one), exported(&other));
        prop_assert_eq!(findings_of_check(&one), Vec::<String>::new());
        prop_assert_eq!(findings_of_check(&other), Vec::<String>::new());
    }
}
