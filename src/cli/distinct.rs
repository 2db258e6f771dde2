//! `distinct`: two actors are not one.

use anyhow::Result;

use super::context::Context;
use super::decide::{DecideArgs, ManyArgs};
use super::exit::Status;
use crate::corpus::ledger::Verb;

/// Decide that two actors are not one, whatever pieces come
///
/// No name, and no rule over names, joins them again; only `sayso merge` or `sayso undo` does.
#[derive(Debug, clap::Args)]
#[command(
    after_long_help = "Examples:\n  sayso distinct \"Clinton\" \"Hillary Clinton\"\n  sayso distinct --from pairs.tsv --dry-run"
)]
pub struct Distinct {
    /// Two actors, by id or name
    #[arg(value_name = "ACTOR", num_args = 0..=2)]
    actors: Vec<String>,
    #[command(flatten)]
    many: ManyArgs,
    #[command(flatten)]
    decide: DecideArgs,
}

impl Distinct {
    /// Decides.
    pub fn run(&self, context: &Context) -> Result<Status> {
        self.decide.on_pairs(context, Verb::Distinct, &self.actors, &self.many)
    }
}
