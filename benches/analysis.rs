//! Words per second of analysis on one core, over invented news of about a million words.
//!
//!     cargo bench --bench analysis

#[path = "synthetic/mod.rs"]
mod synthetic;

use criterion::{Criterion, Throughput};
use sayso::analysis::Analyzer;
use sayso::text::{self, Document};

fn main() {
    let texts: Vec<String> = synthetic::pieces(400, 1).map(|piece| piece.text).collect();
    let words: usize = texts.iter().map(|text| text::words(text)).sum();
    let analyzer = Analyzer::standard();
    let documents: Vec<Document> = texts.iter().map(|text| Document::from_text(text)).collect();

    let mut criterion = Criterion::default().configure_from_args().sample_size(10);
    let mut group = criterion.benchmark_group("words per second");
    group.throughput(Throughput::Elements(words as u64));
    group.bench_function("text", |bencher| {
        bencher.iter(|| texts.iter().map(|text| Document::from_text(text).tokens.len()).sum::<usize>());
    });
    group.bench_function("analysis", |bencher| {
        bencher.iter(|| documents.iter().map(|document| analyzer.analyze(document).attributions.len()).sum::<usize>());
    });
    group.finish();
    criterion.final_summary();
}
