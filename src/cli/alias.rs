//! `alias`: what else an actor or an outlet is called.

use anyhow::Result;
use clap::ValueEnum;

use super::context::Context;
use super::decide::{DecideArgs, on};
use super::exit::Status;
use crate::corpus::Corpus;
use crate::corpus::ledger::{Decision, Verb};
use crate::error::Error;
use crate::identity;

/// Give an actor or outlet another name, or take one away
///
/// What texts call so is the actor's, now and in pieces to come. A name taken away is an actor of its own again.
#[derive(Debug, clap::Args)]
#[command(
    after_long_help = "Examples:\n  sayso alias add \"Northport Water\" NW\n  sayso alias add o-kr3dk2nj NYT\n  \
                             sayso alias remove \"Anna Lind\" Lind"
)]
pub struct Alias {
    /// Whether it is called so, or not
    #[arg(value_enum)]
    what: What,
    /// The actor, by id or name, or the outlet, by id
    #[arg(value_name = "ACTOR")]
    subject: String,
    /// The other name
    name: String,
    #[command(flatten)]
    decide: DecideArgs,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
enum What {
    Add,
    Remove,
}

impl Alias {
    /// Decides.
    pub fn run(&self, context: &Context) -> Result<Status> {
        let mut corpus = Corpus::open(context.database())?;
        let verb = if self.what == What::Add { Verb::AddAlias } else { Verb::RemoveAlias };
        let mut decision = on(context, &corpus, verb, &self.subject)?;
        match &decision.anchor.key {
            Some(key) if decision.subject.starts_with("e-") => {
                let kind = key.split_once(':').map_or("other", |(kind, _)| kind);
                let alias = identity::key_of_kind(&self.name, kind)
                    .ok_or_else(|| Error::invalid(format!("'{}' cannot be a name", self.name)))?;
                decision.anchor.other_key = Some(alias);
            }
            Some(_) => {}
            None => return Err(Error::invalid(format!("{} has no names", self.subject)).into()),
        }
        let decision = Decision { value: Some(self.name.clone()), ..decision };
        self.decide.decide(context, &mut corpus, vec![decision])
    }
}
