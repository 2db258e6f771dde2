//! `accept`: somebody has looked at it.

use anyhow::Result;

use super::context::Context;
use super::decide::{DecideArgs, ManyArgs};
use super::exit::Status;
use crate::corpus::ledger::Verb;

/// Decide that a claim is one, or an actor one after all
///
/// Accepted claims have the verdict `accepted`; a narrated claim of a news piece is listed from then on.
#[derive(Debug, clap::Args)]
#[command(
    after_long_help = "Examples:\n  sayso accept c-9tq2vd12\n  sayso accept c-9tq2vd12/c-4ds3hf0k\n  sayso claims --actor Valdic --ids | sayso accept --from -"
)]
pub struct Accept {
    /// Claims and actors, by id; actors by name, too; two claims with a stroke between them (c-…/c-…) are their link
    #[arg(value_name = "ID")]
    ids: Vec<String>,
    #[command(flatten)]
    many: ManyArgs,
    #[command(flatten)]
    decide: DecideArgs,
}

impl Accept {
    /// Decides.
    pub fn run(&self, context: &Context) -> Result<Status> {
        self.decide.on_each(context, Verb::Accept, &self.ids, &self.many)
    }
}
