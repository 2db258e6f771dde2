//! `remove`: an article out of the corpus.

use anyhow::Result;

use super::args::article;
use super::context::Context;
use super::decide::{DecideArgs, ManyArgs};
use super::exit::Status;
use crate::corpus::Corpus;
use crate::corpus::ledger::{Decision, Verb};
use crate::corpus::queries::Target;

/// Take articles out of all lists, counts and links
///
/// Nothing is deleted: `sayso undo` brings them back, with their claims and links. Where others carry the text, the next of
/// them counts instead; reading the same file again changes nothing.
#[derive(Debug, clap::Args)]
#[command(after_long_help = "Examples:\n  sayso remove a-k3fz --reason \"a test page\"\n  \
                             sayso articles --outlet Spam --ids | sayso remove --from -")]
pub struct Remove {
    /// Articles, by id
    #[arg(value_name = "ARTICLE")]
    ids: Vec<String>,
    #[command(flatten)]
    many: ManyArgs,
    #[command(flatten)]
    decide: DecideArgs,
}

impl Remove {
    /// Decides.
    pub fn run(&self, context: &Context) -> Result<Status> {
        let mut corpus = Corpus::open(context.database())?;
        let decision = |thing: &String| {
            let row = article(&corpus, thing)?;
            let (subject, anchor) = corpus.anchor(Target::Article(row))?;
            Ok(Decision::unsigned(Verb::Remove, subject, anchor))
        };
        let decisions = self.many.things(&self.ids)?.iter().map(decision).collect::<Result<Vec<_>>>()?;
        self.decide.decide(context, &mut corpus, decisions)
    }
}
