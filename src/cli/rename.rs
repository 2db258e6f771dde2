//! `rename`: the name an actor is shown by.

use anyhow::Result;

use super::context::Context;
use super::decide::{DecideArgs, on};
use super::exit::Status;
use crate::corpus::Corpus;
use crate::corpus::ledger::{Decision, Verb};
use crate::error::Error;

/// Choose the name by which an actor is shown
///
/// Its other names stay, and find it as before.
#[derive(Debug, clap::Args)]
#[command(after_long_help = "Example:\n  sayso rename Lavrov \"Sergey Lavrov\"")]
pub struct Rename {
    /// The actor, by id or name
    actor: String,
    /// Its name from now on
    name: String,
    #[command(flatten)]
    decide: DecideArgs,
}

impl Rename {
    /// Decides.
    pub fn run(&self, context: &Context) -> Result<Status> {
        let mut corpus = Corpus::open(context.database())?;
        let decision = on(context, &corpus, Verb::Rename, &self.actor)?;
        if !decision.subject.starts_with("e-") {
            return Err(Error::invalid(format!("{} is no actor; only actors are renamed", self.actor)).into());
        }
        let decision = Decision { value: Some(self.name.trim().to_string()), ..decision };
        self.decide.decide(context, &mut corpus, vec![decision])
    }
}
