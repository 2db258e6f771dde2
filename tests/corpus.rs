//! The sample pieces as a corpus: order, runs and threads change nothing, twice changes nothing, the promises hold.

use sayso::analysis::Analyzer;
use sayso::corpus::Corpus;
use sayso::corpus::filter::Filter;
use sayso::corpus::queries::TABLES;
use sayso::corpus::write::Fate;
use sayso::ingest::{Plan, Summary, ingest};
use sayso::record::Cell;

use crate::support::{files, samples};

fn run(corpus: &mut Corpus, sources: Vec<String>, threads: usize) -> Summary {
    let plan = Plan { sources, threads: Some(threads), ..Plan::default() };
    let now = || "2031-05-01T12:00:00Z".to_string();
    ingest(corpus, &Analyzer::standard(), &plan, &now, &mut |_| {}).expect("the samples can be stored")
}

fn count(summary: &Summary, fate: Fate) -> usize {
    summary.fates.iter().filter(|(counted, _)| *counted == fate).map(|(_, count)| count).sum()
}

fn exported(corpus: &Corpus) -> Vec<(&'static str, Vec<Vec<Cell>>)> {
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

fn sampled() -> (Corpus, Summary) {
    let mut corpus = Corpus::in_memory().expect("memory is there");
    let summary = run(&mut corpus, vec![samples().to_string_lossy().into_owned()], 2);
    (corpus, summary)
}

#[test]
fn order_runs_and_threads_change_nothing() {
    let (whole, _) = sampled();
    let mut reversed = files(&samples());
    reversed.reverse();
    let mut other = Corpus::in_memory().expect("memory is there");
    for (number, file) in reversed.into_iter().enumerate() {
        run(&mut other, vec![file.to_string_lossy().into_owned()], 1 + number % 2);
    }
    for ((name, one), (_, two)) in exported(&whole).into_iter().zip(exported(&other)) {
        assert_eq!(one.len(), two.len(), "rows of {name}");
        for (one, two) in one.into_iter().zip(two) {
            assert_eq!(one, two, "a row of {name}");
        }
    }
}

#[test]
fn a_second_time_everything_is_unchanged() {
    let (mut corpus, first) = sampled();
    assert_eq!(count(&first, Fate::Failed), 0, "{:?}", first.failures);
    let before = exported(&corpus);
    let second = run(&mut corpus, vec![samples().to_string_lossy().into_owned()], 2);
    let inputs: usize = first.fates.iter().map(|(_, count)| count).sum();
    assert_eq!(count(&second, Fate::Unchanged), inputs);
    assert_eq!(exported(&corpus), before);
}

#[test]
fn the_promises_hold_on_the_samples() {
    let (corpus, _) = sampled();
    let mut broken = Vec::new();
    let mut keep = |finding: sayso::corpus::check::Finding| {
        broken.push(format!("{}: {} {}", finding.promise, finding.subject, finding.detail));
        Ok(())
    };
    corpus.check(&mut |_| {}, &mut keep).expect("the promises can be asked");
    assert_eq!(broken, Vec::<String>::new());
}

#[test]
fn the_samples_hold_two_reprints_and_a_version() {
    let (_, summary) = sampled();
    assert_eq!(count(&summary, Fate::Reprint), 2);
    assert_eq!(count(&summary, Fate::Version), 1);
}

#[test]
fn sums_agree_however_they_are_asked() {
    let (corpus, _) = sampled();
    let all = corpus.count_claims(&Filter::default(), usize::MAX >> 1).expect("claims can be counted");
    let stats = corpus.stats().expect("figures can be read");
    let figure = |name: &str| stats.iter().find(|stat| stat.figure == name).map(|stat| stat.value as usize);
    assert_eq!(figure("claims"), Some(all));
    let by_article: i64 = {
        let mut sum = 0;
        let mut add = |article: sayso::corpus::queries::ArticleRow| {
            sum += article.claims;
            Ok(())
        };
        corpus.articles(&Filter::default(), &mut add).expect("articles can be read");
        sum
    };
    assert_eq!(by_article as usize, all);
}
