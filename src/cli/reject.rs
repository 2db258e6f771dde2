//! `reject`: no actor, no claim.

use anyhow::Result;

use super::context::Context;
use super::decide::{DecideArgs, ManyArgs};
use super::exit::Status;
use crate::corpus::ledger::Verb;

/// Decide that an actor is none, or a claim no claim
///
/// Lists and counts leave it out from then on. `sayso accept` or `sayso undo` brings it back.
#[derive(Debug, clap::Args)]
#[command(
    after_long_help = "Examples:\n  sayso reject c-9tq2vd12\n  sayso reject c-9tq2vd12/c-4ds3hf0k\n  sayso claims --cue-class other --ids | sayso reject --from -"
)]
pub struct Reject {
    /// Claims and actors, by id; actors by name, too; two claims with a stroke between them (c-…/c-…) are their link
    #[arg(value_name = "ID")]
    ids: Vec<String>,
    #[command(flatten)]
    many: ManyArgs,
    #[command(flatten)]
    decide: DecideArgs,
}

impl Reject {
    /// Decides.
    pub fn run(&self, context: &Context) -> Result<Status> {
        self.decide.on_each(context, Verb::Reject, &self.ids, &self.many)
    }
}
