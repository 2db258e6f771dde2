//! Every statement is understood by SQLite and searches an index, save those that are meant to read everything.

use std::path::Path;

use rusqlite::params_from_iter;
use rusqlite::types::Value;

use super::articles::find_articles;
use super::claims::find_claims_by;
use super::coverage::{count_articles, count_reprints, count_speakers};
use super::crossref::CrossrefKind;
use super::finding_links::LinkKind;
use super::finding_links::{find_copied, find_links};
use super::found::CountedPer;
use super::network::EdgeKind;
use super::network::ties::counting_ties;
use super::timeline::{TimelineBy, counting_timeline};
use crate::corpus::Corpus;
use crate::corpus::filter::{Filter, Reprints, Way};

/// Statements that read whole tables: overviews, exports, and the last resort of a name search.
const READ_EVERYTHING: [&str; 6] =
    ["outlets.sql", "stats.sql", "runs.sql", "schema.sql", "candidates_by_words.sql", "actors_within.sql"];
/// Parts of statements, which others hold to an index.
const PARTS: [&str; 2] = ["actors_within.sql", "copies.sql"];

/// Tables that grow with the corpus; scanning any other is fine.
const LARGE: [&str; 20] = [
    "article",
    "paragraph",
    "mention",
    "description",
    "claim",
    "claim_span",
    "claim_entity",
    "claim_link",
    "claim_key",
    "claim_statement",
    "echo_cluster",
    "echo_member",
    "name_key",
    "name_form",
    "article_name",
    "article_form",
    "reprint_key",
    "reprint_link",
    "reprint_sample",
    "run_item",
];

fn statements() -> Vec<(String, String)> {
    let rooms = ["src/corpus/queries/sql", "src/corpus/write/sql"];
    let files = rooms.iter().flat_map(|room| {
        std::fs::read_dir(Path::new(env!("CARGO_MANIFEST_DIR")).join(room)).expect("the room is there")
    });
    let mut statements: Vec<(String, String)> = files
        .map(|file| file.expect("readable").path())
        .map(|path| (path.file_name().expect("a name").to_string_lossy().into_owned(), path))
        .map(|(name, path)| (name, std::fs::read_to_string(path).expect("readable")))
        .collect();
    statements.sort();
    statements
}

/// Returns the steps of a plan.
fn steps(corpus: &Corpus, sql: &str, values: Vec<Value>) -> Vec<String> {
    let mut statement = corpus.connection.prepare(&format!("EXPLAIN QUERY PLAN {sql}")).unwrap_or_else(|error| {
        panic!("{error} in\n{sql}");
    });
    let count = statement.parameter_count();
    let values = values.into_iter().chain(std::iter::repeat(Value::Null)).take(count);
    let steps = statement.query_map(params_from_iter(values), |row| row.get::<_, String>("detail")).expect("a plan");
    steps.map(|step| step.expect("a step")).collect()
}

/// Returns the steps of a plan that scan a large table.
fn scans(corpus: &Corpus, sql: &str, values: Vec<Value>) -> Vec<String> {
    steps(corpus, sql, values)
        .into_iter()
        .filter(|step| {
            let mut words = step.split(' ');
            words.next() == Some("SCAN")
                && words.next().is_some_and(|table| LARGE.contains(&table))
                && !step.contains("VIRTUAL")
        })
        .collect()
}

#[test]
fn every_statement_searches_an_index() {
    let corpus = Corpus::in_memory().expect("memory is there");
    for (name, sql) in statements() {
        if PARTS.contains(&name.as_str()) || sql.contains("{found}") {
            continue; // a part of a statement, or one around another: see below
        }
        let scans = scans(&corpus, &sql, vec![]);
        if !READ_EVERYTHING.contains(&name.as_str()) && !name.starts_with("export_") {
            assert!(scans.is_empty(), "{name} scans: {scans:?}");
        }
    }
}

#[test]
fn every_filter_searches_an_index() {
    let corpus = Corpus::in_memory().expect("memory is there");
    let everything = Filter::default();
    // Without an actor a page follows the order of the dates, which the next test holds.
    let filters = [
        Filter { actors: vec![1], ..everything.clone() },
        Filter { about: vec![1], ..everything.clone() },
        Filter { actors: vec![1], about: vec![2, 3], ..everything.clone() },
        Filter { articles: vec![1], ..everything.clone() },
        Filter { since: Some("2031-03-01".into()), until: Some("2031-03-31".into()), ..everything.clone() },
        Filter { outlets: vec![1], ..everything.clone() },
        Filter { tags: vec!["checked".into()], ..everything.clone() },
        Filter {
            meta: vec![("section".into(), "politics".into())],
            reprints: Reprints::Separate,
            ..everything.clone()
        },
    ];
    for filter in filters {
        let way = if filter.begins_with_claims() { Way::ThroughActors } else { Way::ArticleByArticle };
        for finder in [find_claims_by(&filter, way), find_articles(&filter)] {
            let (sql, values) = finder.finish("article.published_on NULLS LAST, article.article_id", Some(20));
            let scans = scans(&corpus, &sql, values);
            assert!(scans.is_empty(), "{filter:?}\n{sql}\nscans: {scans:?}");
        }
    }
}

/// Returns every statement that counts what a filter finds. Without an actor or a piece they read all articles and claims:
/// that is what they are asked for.
fn counts(filter: &Filter) -> Vec<(String, Vec<Value>)> {
    let timelines = TimelineBy::ALL.map(|by| counting_timeline(by, filter, None));
    let units = CountedPer::ALL.iter();
    let ties = units.flat_map(|&per| EdgeKind::ALL.map(|kind| counting_ties(kind, per, filter)));
    let coverage = [count_speakers(filter), count_articles(filter), count_reprints(filter)];
    timelines.into_iter().chain(ties).chain(coverage).collect()
}

#[test]
fn counts_of_an_actor_or_a_piece_search_an_index() {
    let corpus = Corpus::in_memory().expect("memory is there");
    for filter in [
        Filter { actors: vec![1], ..Filter::default() },
        Filter { actors: vec![1], about: vec![2, 3], ..Filter::default() },
        Filter { articles: vec![1], ..Filter::default() },
        Filter { since: Some("2031-03-01".into()), until: Some("2031-03-31".into()), ..Filter::default() },
    ] {
        for (sql, values) in counts(&filter) {
            let scans = scans(&corpus, &sql, values);
            // Reprints are counted whoever speaks; all echoes are looked through where nobody is asked about.
            let is_whole = sql.contains("reprint_group") || (sql.contains("claim_link") && filter.actors.is_empty());
            assert!(is_whole || scans.is_empty(), "{filter:?}\n{sql}\nscans: {scans:?}");
        }
    }
}

#[test]
fn claims_that_links_lead_to_are_looked_up_one_by_one() {
    let corpus = Corpus::in_memory().expect("memory is there");
    for kind in [EdgeKind::Agrees, EdgeKind::Disputes] {
        let (sql, values) = counting_ties(kind, CountedPer::Article, &Filter::default());
        let scans = scans(&corpus, &sql, values);
        assert!(scans.iter().all(|step| step.starts_with("SCAN claim_link")), "{sql}\nscans: {scans:?}");
    }
}

#[test]
fn links_between_actors_search_an_index() {
    let corpus = Corpus::in_memory().expect("memory is there");
    for actors in [vec![1], vec![1, 2], vec![1, 2, 3]] {
        for kind in CrossrefKind::among(actors.len()) {
            let crossref = corpus.crossref(&actors).expect("actors can be looked up");
            let finder = crossref.find(kind, &Filter::default()).expect("links can be looked for");
            let order = match kind {
                CrossrefKind::Linked(_) => "",
                _ => "article.published_on NULLS LAST, article.article_id",
            };
            let (sql, values) = finder.finish(order, Some(20));
            let scans = scans(&corpus, &sql, values);
            assert!(scans.is_empty(), "{kind:?}\n{sql}\nscans: {scans:?}");
        }
    }
}

#[test]
fn copies_in_reprints_are_looked_up_link_by_link_and_day_by_day() {
    let corpus = Corpus::in_memory().expect("memory is there");
    for reprints in [Reprints::Separate, Reprints::Only] {
        let filter = Filter { reprints, ..Filter::default() };
        let links = find_links(LinkKind::Echo, &filter).finish("claim_link.score DESC", Some(20));
        let copied = find_copied(LinkKind::Echo, &filter).expect("echoes have copies");
        let copied = copied.finish("copied.published_on NULLS LAST, copied.article_id", Some(20));
        for ((sql, values), usual) in [(links, ""), (copied, "SCAN carrier USING INDEX article_by_date")] {
            let steps = steps(&corpus, &sql, values);
            assert!(steps.iter().all(|step| !step.starts_with("SCAN") || step == usual), "{sql}\n{steps:?}");
            assert!(!steps.iter().any(|step| step.contains("TEMP B-TREE")), "{sql}\n{steps:?}");
        }
    }
}

#[test]
fn a_page_of_everything_follows_the_order_of_an_index() {
    let corpus = Corpus::in_memory().expect("memory is there");
    let filter = Filter { limit: Some(20), ..Filter::default() };
    let order = "article.published_on NULLS LAST, article.article_id";
    for (finder, order) in [
        (find_claims_by(&filter, Way::ArticleByArticle), format!("{order}, claim.ordinal")),
        (find_articles(&filter), order.into()),
    ] {
        let (sql, _) = finder.finish(&order, filter.limit);
        let plan = steps(&corpus, &sql, vec![]);
        assert!(!plan.iter().any(|step| step.contains("TEMP B-TREE FOR ORDER BY")), "{sql}\n{plan:?}");
    }
}
