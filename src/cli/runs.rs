//! `runs`: what was ingested when, and what became of every input.

use anyhow::Result;
use clap::builder::PossibleValuesParser;

use super::answer::Shape;
use super::context::Context;
use super::exit::Status;
use super::output::OutputArgs;
use super::words::INPUTS;
use crate::corpus::write::Fate;

/// List what was read when, or what became of the inputs of one run
///
/// Runs are listed latest first.
#[derive(Debug, clap::Args)]
#[command(after_long_help = HELP)]
pub struct Runs {
    /// A run's number: lists its inputs
    #[arg(value_name = "RUN")]
    run: Option<i64>,
    /// Only the run's inputs that ended so
    #[arg(long, requires = "run", value_parser = PossibleValuesParser::new(Fate::ALL.map(Fate::name)))]
    fate: Option<String>,
    #[command(flatten)]
    output: OutputArgs,
}

const HELP: &str = "\
Fields of runs: run, started_at and finished_at (UTC; a run without an end was cut short), command, then inputs by fate
(new, version, reprint, unchanged, failed), program (version of sayso).
Fields of a run's inputs: run, number, path, row (of a table or JSONL file), fate, article_id, reason.

Examples:
  sayso runs
  sayso runs 3 --fate failed";

const RUNS: Shape = Shape {
    unit: ("run", "runs"),
    shown: &["run", "started_at", "command", "new", "version", "reprint", "unchanged", "failed"],
};

/// What a table of inputs shows.
pub const ITEMS: Shape = Shape { unit: INPUTS, shown: &["number", "path", "row", "fate", "article_id", "reason"] };

impl Runs {
    /// Lists runs or inputs.
    pub fn run(&self, context: &Context) -> Result<Status> {
        let corpus = context.corpus()?;
        let Some(run) = self.run else {
            return self.output.rows(context, RUNS, corpus.runs()?);
        };
        corpus.run_options(run)?;
        let limit = self.output.limit(context).unwrap_or(usize::MAX);
        let mut found = 0;
        self.output.give(context, ITEMS, |each| {
            corpus.items(run, self.fate.as_deref(), &mut |item| {
                found += 1;
                if found <= limit { each(item) } else { Ok(()) }
            })
        })?;
        self.output.note_more(context, ITEMS, found.saturating_sub(limit));
        Ok(Status::Done)
    }
}
