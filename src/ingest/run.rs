//! A run under way: what it writes, and what it has come to.

use super::{Failure, Plan, Prepared, Progress, Summary};
use crate::corpus::Corpus;
use crate::corpus::write::{Fate, NewItem, Writing};
use crate::error::Result;
use crate::read::{Location, Options};

/// How many failures a summary tells; the run keeps them all.
const TOLD_FAILURES: usize = 20;

/// A run under way; a dry run has no number.
pub(super) struct Run<'p> {
    plan: &'p Plan,
    number: Option<i64>,
    pub progress: Progress,
    summary: Summary,
}

impl<'p> Run<'p> {
    /// Notes that the run begins.
    pub fn begin(corpus: &mut Corpus, plan: &'p Plan, options: &Options, now: &dyn Fn() -> String) -> Result<Self> {
        let number = match plan.dry_run {
            true => None,
            false => {
                let options = serde_json::to_string(options).expect("options are plain values");
                let writing = corpus.writing()?;
                let number = writing.begin_run("ingest", &options, &now())?;
                writing.commit()?;
                Some(number)
            }
        };
        let fates = Fate::ALL.into_iter().map(|fate| (fate, 0)).collect();
        let summary = Summary { run: number, fates, claims: 0, failures: Vec::new() };
        Ok(Run { plan, number, progress: Progress::default(), summary })
    }

    /// Writes one batch.
    pub fn write(&mut self, writing: &mut Writing<'_>, batch: Vec<Prepared>) -> Result<()> {
        for prepared in batch {
            let (fate, article, reason) = match prepared.article {
                Err(reason) => (Fate::Failed, None, Some(reason)),
                Ok(article) => {
                    let (fate, row) = writing.store(&article)?;
                    if fate == Fate::Unchanged && self.plan.force && !self.plan.dry_run {
                        writing.replace_findings(row, &article.findings)?;
                    }
                    if fate != Fate::Unchanged {
                        self.progress.claims += article.findings.claims.len();
                    }
                    (fate, Some(row), None)
                }
            };
            if let Some(run) = self.number {
                let Location { path, row } = prepared.location.clone();
                let item = NewItem { number: self.progress.done + 1, path, row, fate, article, reason: reason.clone() };
                writing.insert_item(run, &item)?;
            }
            self.note(fate, prepared.location, prepared.bytes, reason);
        }
        Ok(())
    }

    fn note(&mut self, fate: Fate, location: Location, bytes: usize, reason: Option<String>) {
        self.progress.done += 1;
        self.progress.bytes += bytes as u64;
        for (counted, count) in &mut self.summary.fates {
            *count += usize::from(*counted == fate);
        }
        if let Some(reason) = reason {
            self.progress.failed += 1;
            if self.summary.failures.len() < TOLD_FAILURES {
                self.summary.failures.push(Failure { location, reason });
            }
        }
    }

    /// Notes that the run came to its end, and sums it up.
    pub fn finish(mut self, corpus: &mut Corpus, now: &dyn Fn() -> String) -> Result<Summary> {
        if let Some(run) = self.number {
            let writing = corpus.writing()?;
            writing.finish_run(run, &now())?;
            writing.commit()?;
        }
        self.summary.claims = self.progress.claims;
        Ok(self.summary)
    }
}
