//! `distinct`: two actors are not one.

use anyhow::Result;

use super::context::Context;
use super::decide::{DecideArgs, ManyArgs, on_pair};
use super::exit::Status;
use crate::corpus::Corpus;
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
        let mut corpus = Corpus::open(context.database())?;
        let typed = if self.actors.is_empty() { vec![] } else { vec![self.actors.clone()] };
        let pairs = self.many.lines(typed)?;
        let decisions =
            pairs.iter().map(|pair| on_pair(context, &corpus, Verb::Distinct, pair)).collect::<Result<Vec<_>>>()?;
        self.decide.decide(context, &mut corpus, decisions)
    }
}
