//! `merge`: two actors are one.

use anyhow::Result;

use super::context::Context;
use super::decide::{DecideArgs, ManyArgs};
use super::exit::Status;
use crate::corpus::ledger::Verb;

/// Decide that two actors are one
///
/// Which of the two comes first does not matter; `sayso rename` chooses the name. No text changes, and `sayso undo` parts
/// them again.
#[derive(Debug, clap::Args)]
#[command(
    after_long_help = "Examples:\n  sayso merge \"Sergey Lavrov\" \"Sergei Lavrov\"\n  sayso merge --from pairs.tsv --dry-run"
)]
pub struct Merge {
    /// Two actors, by id or name
    #[arg(value_name = "ACTOR", num_args = 0..=2)]
    actors: Vec<String>,
    #[command(flatten)]
    many: ManyArgs,
    #[command(flatten)]
    decide: DecideArgs,
}

impl Merge {
    /// Decides.
    pub fn run(&self, context: &Context) -> Result<Status> {
        self.decide.on_pairs(context, Verb::Merge, &self.actors, &self.many)
    }
}
