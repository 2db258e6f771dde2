//! What one more article costs to write, at 1,000 and at 100,000 articles; and what people's decisions cost there.
//!
//!     cargo bench --bench growth              until 100,000 articles
//!     cargo bench --bench growth -- 10000     until fewer
//!
//! The corpus stays in `target/bench/grown.db`, for `cargo bench --bench queries` and for looking at it.
//!
//! Analysis costs the same for every article, whatever the corpus, so it is left out: names, mentions and claims of the
//! invented pieces are told from the words they were made of, and their vectors made of the same words. Counted is
//! processor time where the system tells it (Linux), so that what else a machine does matters little; the rest is wall time.

#![allow(clippy::print_stdout)] // a benchmark reports

#[path = "growth/stories.rs"]
mod stories;
#[path = "synthetic/mod.rs"]
mod synthetic;
#[path = "growth/told.rs"]
mod told;

use std::iter::successors;
use std::sync::LazyLock;
use std::time::{Duration, Instant};

use sayso::corpus::Corpus;
use sayso::corpus::ledger::{Anchor, Decision, Verb};
use sayso::corpus::queries::Target;
use sayso::record::Cell;

/// Where the cost is measured, and over how many articles.
const FEW: usize = 1_000;
const MANY: usize = 100_000;
const MEASURED: usize = 800;
/// How much the corpus grows between two looks.
const STEP: usize = 2;
/// Articles of one transaction, as `ingest` takes them from a folder; and how many are stored each in its own, as it takes one.
const BATCH: usize = 64;
const ALONE: usize = 200;
/// Claims of each of two actors to merge.
const CLAIMS: i64 = 10_000;

fn main() {
    // `cargo test --benches` asks whether it starts.
    if std::env::args().any(|argument| argument == "--test") {
        return;
    }
    let many = std::env::args().find_map(|argument| argument.parse().ok()).unwrap_or(MANY);
    let mut corpus = Corpus::create(&synthetic::grown::anew()).expect("a new corpus");
    let vocabulary = stories::Vocabulary::of_news();
    let pieces = synthetic::pieces(many + MEASURED + ALONE, 5).enumerate();
    let mut articles = pieces.map(|(number, piece)| told::article(&vocabulary.lend(number, piece)));
    let mut grow = |corpus: &mut Corpus, count: usize, together: usize| -> Vec<Cost> {
        let mut costs = Vec::new();
        let mut left = count;
        while left > 0 {
            let batch: Vec<_> = articles.by_ref().take(left.min(together)).collect();
            left -= batch.len();
            costs.push(store(corpus, &batch));
        }
        costs
    };
    let mut looks = Vec::new();
    let (mut stored, started) = (0, Instant::now());
    for at in successors(Some(FEW), |at| Some(at * STEP)).take_while(|at| at + MEASURED + ALONE <= many).chain([many]) {
        grow(&mut corpus, at - stored, BATCH);
        let cost = Cost::usual(&grow(&mut corpus, MEASURED, BATCH));
        let alone = Cost::usual(&grow(&mut corpus, ALONE, 1)).all();
        stored = at + MEASURED + ALONE;
        let Cost { stored, committed } = cost;
        let so_far = started.elapsed();
        println!("at {at}: {stored:.2?} to store, {committed:.2?} to commit, {alone:.2?} alone; {so_far:.0?} so far");
        looks.push((cost, alone));
    }
    let ((few, few_alone), (last, last_alone)) = (looks[0], looks[looks.len() - 1]);
    for (what, few, last) in [
        ("names, mentions, claims, links", few.stored, last.stored),
        ("shown names, full text, clusters, commit", few.committed, last.committed),
        ("all", few.all(), last.all()),
        ("an article in a transaction of its own", few_alone, last_alone),
    ] {
        let ratio = last.as_secs_f64() / few.as_secs_f64();
        println!("{what}: {few:.2?} an article at {FEW}, {last:.2?} at {many}, ratio {ratio:.2}");
    }
    decide(&mut corpus);
}

/// What an article costs.
#[derive(Clone, Copy)]
struct Cost {
    stored: Duration,
    committed: Duration,
}

impl Cost {
    fn all(self) -> Duration {
        self.stored + self.committed
    }

    /// Returns the mean of each part. Checkpoints, which fall into some batches, count: they are a part of the cost.
    fn usual(costs: &[Cost]) -> Cost {
        let mean = |times: &dyn Fn(&Cost) -> Duration| costs.iter().map(times).sum::<Duration>() / costs.len() as u32;
        Cost { stored: mean(&|cost| cost.stored), committed: mean(&|cost| cost.committed) }
    }
}

fn store(corpus: &mut Corpus, batch: &[sayso::corpus::write::NewArticle]) -> Cost {
    let started = spent();
    let mut writing = corpus.writing().expect("nobody else writes");
    for article in batch {
        writing.store(article).expect("stored");
    }
    let stored = spent();
    writing.commit().expect("committed");
    let count = batch.len() as u32;
    Cost { stored: (stored - started) / count, committed: (spent() - stored) / count }
}

/// Returns the processor time of this thread since it began, or the wall time since the first call.
fn spent() -> Duration {
    static BEGUN: LazyLock<Instant> = LazyLock::new(Instant::now);
    let told = std::fs::read_to_string("/proc/thread-self/schedstat").ok();
    let nanoseconds = told.and_then(|told| told.split(' ').next()?.parse().ok());
    nanoseconds.map_or_else(|| BEGUN.elapsed(), Duration::from_nanos)
}

/// Merges the two people who make about so many claims, takes it back, and tells what both cost.
fn decide(corpus: &mut Corpus) {
    let sql = format!(
        "SELECT entity_id, name, claims_by, claims_about FROM v_actor WHERE type = 'person'
         ORDER BY abs(claims_by - {CLAIMS}), entity_id LIMIT 2"
    );
    let mut found: Vec<(String, String)> = Vec::new();
    let mut keep = |row: Vec<Cell>| {
        found.push((format!("{:?}", row), text(&row[0])));
        Ok(())
    };
    corpus.sql(&sql, &mut keep).expect("the question is SQL");
    let [(one_told, one), (other_told, other)] = found.as_slice() else { panic!("two people are there") };
    println!("one: {one_told}\nother: {other_told}");
    let merge = Decision { object: Some(other.clone()), ..decision(Verb::Merge, corpus, one, Some(other)) };
    timed("merge", corpus, &merge);
    let undo = Decision { revokes: Some(merge.id()), ..decision(Verb::Undo, corpus, one, None) };
    timed("undo", corpus, &undo);
    timed("distinct", corpus, &Decision { verb: Verb::Distinct, ..merge });
}

fn timed(what: &str, corpus: &mut Corpus, decision: &Decision) {
    let started = Instant::now();
    let mut writing = corpus.writing().expect("nobody else writes");
    writing.decide(std::slice::from_ref(decision)).expect("decided");
    writing.commit().expect("committed");
    println!("{what}: {:.0?}", started.elapsed());
}

fn decision(verb: Verb, corpus: &Corpus, subject: &str, object: Option<&str>) -> Decision {
    let key = |id: &str| match corpus.target(id) {
        Ok(Some(target @ Target::Entity(_))) => corpus.anchor(target).expect("it is there").1.key,
        other => panic!("{id} is an actor's id: {other:?}"),
    };
    let anchor = Anchor { key: key(subject), other_key: object.and_then(key), ..Anchor::default() };
    let made_at = format!("2031-05-01T12:00:0{}.000000Z", verb as usize % 10);
    let unsigned = Decision::unsigned(verb, subject.to_string(), anchor);
    Decision { made_at, made_by: "the benchmark".into(), ..unsigned }
}

fn text(cell: &Cell) -> String {
    match cell {
        Cell::Text(text) | Cell::Id(text) => text.clone(),
        other => panic!("no text: {other:?}"),
    }
}
