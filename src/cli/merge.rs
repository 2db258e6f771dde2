//! `merge`: two actors are one.

use anyhow::Result;

use super::context::Context;
use super::decide::{DecideArgs, ManyArgs, on_pair};
use super::exit::Status;
use crate::corpus::Corpus;
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
        let mut corpus = Corpus::open(context.database())?;
        let typed = if self.actors.is_empty() { vec![] } else { vec![self.actors.clone()] };
        let pairs = self.many.lines(typed)?;
        let decisions =
            pairs.iter().map(|pair| on_pair(context, &corpus, Verb::Merge, pair)).collect::<Result<Vec<_>>>()?;
        self.decide.decide(context, &mut corpus, decisions)
    }
}
