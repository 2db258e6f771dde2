//! First pages over a corpus of 100,000 invented articles.
//!
//!     cargo bench --bench growth      makes the corpus, in target/bench, in about an hour
//!     cargo bench --bench queries

#![allow(clippy::print_stdout)] // a benchmark reports

#[path = "synthetic/mod.rs"]
mod synthetic;

use criterion::Criterion;
use sayso::corpus::Corpus;
use sayso::corpus::filter::Filter;
use sayso::corpus::queries::{ActorFilter, CrossrefKind, LinkKind};

const PAGE: usize = 20;
/// What a terminal counts behind a page.
const COUNTED: usize = 200;

fn main() {
    let corpus = corpus();
    let actors = most_frequent(&corpus);
    let page = Filter { limit: Some(PAGE), ..Filter::default() };
    let mut criterion = Criterion::default().configure_from_args().sample_size(10);
    let mut group = criterion.benchmark_group("first page");
    let mut bench = |name: &str, query: &dyn Fn() -> usize| {
        println!("{name}: {} rows", query());
        group.bench_function(name, |bencher| bencher.iter(query));
    };

    bench("claims", &|| claims(&corpus, &page));
    bench("claims of the most frequent actor", &|| {
        claims(&corpus, &Filter { actors: vec![actors[0]], ..page.clone() })
    });
    bench("claims about the most frequent actor", &|| {
        claims(&corpus, &Filter { about: vec![actors[0]], ..page.clone() })
    });
    bench("claims of a rare actor", &|| claims(&corpus, &Filter { actors: vec![actors[999]], ..page.clone() }));
    bench("crossref of the two most frequent actors", &|| crossref(&corpus, &[actors[0], actors[1]], &page));
    bench("crossref of two rare actors", &|| crossref(&corpus, &[actors[500], actors[999]], &page));
    bench("echoes", &|| echoes(&corpus, &page));
    bench("echoes of the most frequent actor", &|| {
        echoes(&corpus, &Filter { actors: vec![actors[0]], ..page.clone() })
    });
    bench("disputes", &|| links(&corpus, LinkKind::Dispute, &page));
    bench("disputes of the most frequent actor", &|| {
        links(&corpus, LinkKind::Dispute, &Filter { actors: vec![actors[0]], ..page.clone() })
    });
    bench("shifts of the most frequent actor", &|| {
        links(&corpus, LinkKind::Shift, &Filter { actors: vec![actors[0]], ..page.clone() })
    });
    bench("articles", &|| rows(|each| corpus.articles(&page, &mut |_| each())));
    bench("actors", &|| rows(|each| corpus.actors(&ActorFilter::default(), &page, &mut |_| each())));
    bench("search for a rare word", &|| search(&corpus, "Kestrel pipeline", &page));
    bench("search for a phrase", &|| search(&corpus, "\"hospital merger\" Tesk", &page));
    bench("search for a common word", &|| search(&corpus, "budget", &page));
    group.finish();
    criterion.final_summary();
}

fn rows(query: impl Fn(&mut dyn FnMut() -> sayso::error::Result<()>) -> sayso::error::Result<()>) -> usize {
    let mut count = 0;
    query(&mut || {
        count += 1;
        Ok(())
    })
    .expect("the query can be answered");
    count
}

fn claims(corpus: &Corpus, filter: &Filter) -> usize {
    corpus.count_claims(filter, COUNTED).expect("claims can be counted");
    rows(|each| corpus.claims(filter, &mut |_| each()))
}

fn crossref(corpus: &Corpus, actors: &[i64], filter: &Filter) -> usize {
    let links = corpus.crossref(actors).expect("actors can be looked up");
    let kinds = CrossrefKind::among(actors.len()).into_iter();
    kinds
        .map(|kind| match kind {
            CrossrefKind::Linked(kind) => {
                let found = links.links(kind, filter).expect("links can be looked up");
                rows(|each| found.each(filter.limit, &mut |_| each()))
            }
            _ => {
                links.count(kind, filter, COUNTED).expect("links can be counted");
                rows(|each| links.each(kind, filter, &mut |_| each()))
            }
        })
        .sum()
}

fn echoes(corpus: &Corpus, filter: &Filter) -> usize {
    corpus.count_echoes(filter, COUNTED).expect("clusters can be counted");
    rows(|each| corpus.echoes(filter, &mut |_| each()))
}

fn links(corpus: &Corpus, kind: LinkKind, filter: &Filter) -> usize {
    corpus.count_links(kind, filter, COUNTED).expect("links can be counted");
    rows(|each| corpus.links(kind, filter, &mut |_| each()))
}

fn search(corpus: &Corpus, query: &str, filter: &Filter) -> usize {
    rows(|each| corpus.search_paragraphs(query, filter, &mut |_| each()))
}

/// Returns the rows of the thousand most frequent actors.
fn most_frequent(corpus: &Corpus) -> Vec<i64> {
    let mut names = Vec::new();
    let page = Filter { limit: Some(1_000), ..Filter::default() };
    let mut keep = |actor: sayso::corpus::queries::ActorRow| {
        names.push(actor.entity_id);
        Ok(())
    };
    let people = ActorFilter { kinds: vec!["person".into()], min_articles: 1 };
    corpus.actors(&people, &page, &mut keep).expect("actors can be listed");
    let row = |id: &String| match corpus.target(id) {
        Ok(Some(sayso::corpus::queries::Target::Entity(row))) => row,
        other => panic!("{id} is an actor's id: {other:?}"),
    };
    names.iter().map(row).collect()
}

fn corpus() -> Corpus {
    let path = synthetic::grown::path();
    Corpus::open_read_only(&path).expect("`cargo bench --bench growth` has made the corpus")
}
