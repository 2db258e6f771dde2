//! The conductor: sources → articles → analyses → rows, with one fate for every input.
//!
//! One thread reads inputs in order and prepares them on all cores, a batch at a time; the calling thread writes each
//! batch while the next is being prepared. Batches are bounded, so memory does not grow with input,
//! and they are written in the order of the input, so the number of threads changes nothing.

mod findings;
mod loose;
mod places;
mod prepare;
mod reanalyze;
mod run;
mod sources;
mod together;

pub use findings::is_read;
pub use reanalyze::reanalyze;
pub use together::together;

use std::sync::mpsc;

use rayon::prelude::*;

use crate::analysis::Analyzer;
use crate::corpus::Corpus;
use crate::corpus::write::{Fate, NewArticle};
use crate::error::{Error, Result};
use crate::read::{self, Input, Location};
use prepare::Read;
use run::Run;
use sources::{Wanted, absolute, failed_inputs};

/// A batch is full when it holds so many inputs …
const BATCH_INPUTS: usize = 64;
/// … or so many bytes of them.
const BATCH_BYTES: usize = 2 << 20;
/// How many batches wait for the writer at most, and how many of them one transaction takes.
const BATCHES_WAITING: usize = 2;
const BATCHES_TOGETHER: usize = 16;

/// What to ingest, and how.
#[derive(Debug, Clone, Default)]
pub struct Plan {
    /// Files, folders and `-`.
    pub sources: Vec<String>,
    /// How inputs are to be understood.
    pub options: read::Options,
    /// Analyse articles again that are stored already.
    pub force: bool,
    /// Find out what would happen and store nothing; nothing is analysed.
    pub dry_run: bool,
    /// Take the failed inputs of this run, with its options, instead of sources.
    pub retry: Option<i64>,
    /// Threads that prepare; all cores where it is `None`.
    pub threads: Option<usize>,
}

/// How far a run has come.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Progress {
    /// Inputs done.
    pub done: usize,
    /// Inputs failed among them.
    pub failed: usize,
    /// Claims stored.
    pub claims: usize,
    /// Bytes of input done.
    pub bytes: u64,
}

/// What a run came to.
#[derive(Debug, Clone)]
pub struct Summary {
    /// Its number; none for a dry run.
    pub run: Option<i64>,
    /// Inputs by fate, in the order of [`Fate::ALL`].
    pub fates: Vec<(Fate, usize)>,
    /// Claims stored.
    pub claims: usize,
    /// The first failures.
    pub failures: Vec<Failure>,
}

/// An input that failed.
#[derive(Debug, Clone)]
pub struct Failure {
    /// Where it stands.
    pub location: Location,
    /// Why.
    pub reason: String,
}

/// An input made ready on a worker thread.
struct Prepared {
    location: Location,
    bytes: usize,
    article: std::result::Result<NewArticle, String>,
}

/// Ingests what the plan names; `now` gives the time in RFC 3339, `progress` hears of every batch.
///
/// # Errors
///
/// The corpus cannot be written (locked, full disk). Inputs that fail are no error: they are counted in the summary.
pub fn ingest(
    corpus: &mut Corpus,
    analyzer: &Analyzer,
    plan: &Plan,
    now: &dyn Fn() -> String,
    progress: &mut dyn FnMut(&Progress),
) -> Result<Summary> {
    let (sources, options, wanted) = match plan.retry {
        Some(run) => failed_inputs(corpus, run)?,
        None => (absolute(&plan.sources)?, plan.options.clone(), Wanted::All),
    };
    let pool = workers(plan.threads)?;
    let known = corpus.second_reader()?;
    let mut run = Run::begin(corpus, plan, &options, now)?;

    std::thread::scope(|scope| {
        let (send, receive) = mpsc::sync_channel::<Vec<Prepared>>(BATCHES_WAITING);
        let (sources, options, wanted) = (&sources, &options, &wanted);
        scope.spawn(move || {
            let inputs = read::inputs(sources, options).filter(|input| wanted.takes(&input.location));
            for batch in batches(inputs) {
                let read = pool.install(|| batch.into_par_iter().map(|input| prepare::read(input, options)).collect());
                let prepared = prepare_batch(read, known.as_ref(), plan, analyzer, &pool);
                // The writer has failed and hung up: its error is the run's.
                if send.send(prepared).is_err() {
                    break;
                }
            }
        });
        while let Ok(batch) = receive.recv() {
            let mut writing = corpus.writing()?;
            run.write(&mut writing, batch)?;
            // While the next batch is there already, it joins: fewer, larger transactions when writing is what takes
            // the time, and no finished work left uncommitted when analysis does. A dry run is one transaction, so
            // that it meets its own articles again, and ends without a commit.
            let mut together = 1;
            while let Some(batch) = match plan.dry_run {
                true => receive.recv().ok(),
                false if together < BATCHES_TOGETHER => receive.try_recv().ok(),
                false => None,
            } {
                run.write(&mut writing, batch)?;
                together += 1;
            }
            if !plan.dry_run {
                writing.commit()?;
            }
            progress(&run.progress);
        }
        Ok(())
    })
    .and_then(|()| run.finish(corpus, now))
}

/// Analyses what is not stored yet; what is stored needs no analysis, only its metadata.
fn prepare_batch(
    read: Vec<Read>,
    known: Option<&Corpus>,
    plan: &Plan,
    analyzer: &Analyzer,
    pool: &rayon::ThreadPool,
) -> Vec<Prepared> {
    let is_stored = |read: &Read| {
        let article_id = read.piece.as_ref().ok().map(|piece| piece.article_id.as_str());
        // A failed look-up only means that the article is analysed once more than needed.
        article_id.zip(known).is_some_and(|(id, corpus)| corpus.has_article(id).unwrap_or(false))
    };
    let needed: Vec<(Read, bool)> = read
        .into_iter()
        .map(|read| {
            let is_needed = !plan.dry_run && (plan.force || !is_stored(&read));
            (read, is_needed)
        })
        .collect();
    pool.install(|| {
        needed
            .into_par_iter()
            .map(|(read, is_needed)| Prepared {
                location: read.location,
                bytes: read.bytes,
                article: read.piece.map(|piece| piece.analysed(is_needed.then_some(analyzer))),
            })
            .collect()
    })
}

fn workers(threads: Option<usize>) -> Result<rayon::ThreadPool> {
    let builder = rayon::ThreadPoolBuilder::new().num_threads(threads.unwrap_or(0));
    builder.build().map_err(|error| Error::invalid(format!("no threads to work with: {error}")))
}

/// Gathers inputs into batches of bounded size.
fn batches(mut inputs: impl Iterator<Item = Input>) -> impl Iterator<Item = Vec<Input>> {
    std::iter::from_fn(move || {
        let mut batch = Vec::new();
        let mut bytes = 0;
        while batch.len() < BATCH_INPUTS && bytes < BATCH_BYTES {
            let Some(input) = inputs.next() else { break };
            bytes += input.raw.as_ref().map_or(0, |raw| raw.size());
            batch.push(input);
        }
        (!batch.is_empty()).then_some(batch)
    })
}
