//! `accept`: somebody has looked at it.

use anyhow::Result;

use super::context::Context;
use super::decide::{DecideArgs, ManyArgs, on};
use super::exit::Status;
use crate::corpus::Corpus;
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
        let mut corpus = Corpus::open(context.database())?;
        let typed = self.ids.iter().map(|id| vec![id.clone()]).collect();
        let lines = self.many.lines(typed)?;
        let decisions =
            lines.iter().map(|line| on(context, &corpus, Verb::Accept, &line.join(" "))).collect::<Result<Vec<_>>>()?;
        self.decide.decide(context, &mut corpus, decisions)
    }
}
