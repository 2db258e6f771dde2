//! Articles per second into a file, all cores, and the memory that takes.
//!
//!     cargo bench --bench ingest

#![allow(clippy::print_stdout)] // a benchmark reports

#[path = "synthetic/mod.rs"]
mod synthetic;

use criterion::{BatchSize, Criterion, Throughput};
use sayso::analysis::Analyzer;
use sayso::corpus::Corpus;
use sayso::ingest::{Plan, ingest};

const ARTICLES: usize = 2_000;

fn main() {
    let folder = tempfile::tempdir().expect("a folder for the corpus");
    let pieces = folder.path().join("pieces.jsonl");
    synthetic::write(&pieces, ARTICLES, 2);
    let analyzer = Analyzer::standard();

    let mut criterion = Criterion::default().configure_from_args().sample_size(10);
    let mut group = criterion.benchmark_group("articles per second");
    group.throughput(Throughput::Elements(ARTICLES as u64));
    let mut number = 0;
    group.bench_function("ingest", |bencher| {
        bencher.iter_batched(
            || {
                number += 1;
                Corpus::create(&folder.path().join(format!("{number}.db"))).expect("a new corpus")
            },
            |mut corpus| {
                let plan = Plan { sources: vec![pieces.to_string_lossy().into_owned()], ..Plan::default() };
                ingest(&mut corpus, &analyzer, &plan, &|| "2031-05-01T12:00:00Z".into(), &mut |_| {}).expect("stored")
            },
            BatchSize::PerIteration,
        );
    });
    group.finish();
    criterion.final_summary();
    tell_memory();
}

/// Prints the most memory this process held, where the system tells it.
fn tell_memory() {
    let status = std::fs::read_to_string("/proc/self/status").unwrap_or_default();
    if let Some(peak) = status.lines().find(|line| line.starts_with("VmHWM")) {
        println!("memory at most: {}", peak.trim_start_matches("VmHWM:").trim());
    }
}
