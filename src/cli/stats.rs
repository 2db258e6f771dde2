//! `stats`: the corpus at a glance.

use anyhow::Result;

use super::answer::Shape;
use super::context::Context;
use super::exit::Status;
use super::output::OutputArgs;

/// Show the corpus at a glance: every count with its unit
#[derive(Debug, clap::Args)]
#[command(after_long_help = "Example:\n  sayso stats --json")]
pub struct Stats {
    #[command(flatten)]
    output: OutputArgs,
}

const SHAPE: Shape = Shape { unit: ("figure", "figures"), shown: &[] };

impl Stats {
    /// Shows the figures.
    pub fn run(&self, context: &Context) -> Result<Status> {
        self.output.all_rows(context, SHAPE, context.corpus()?.stats()?)
    }
}
