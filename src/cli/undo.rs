//! `undo`: an earlier decision is taken back.

use anyhow::Result;

use super::context::Context;
use super::decide::{DecideArgs, told};
use super::exit::Status;
use crate::corpus::Corpus;
use crate::corpus::ledger::{Anchor, Decision, Verb, in_force};
use crate::error::Error;

/// Take back a decision: the latest, or the one with this id
///
/// The ledger keeps both. An undo has an id of its own: undoing that brings the decision back.
#[derive(Debug, clap::Args)]
#[command(after_long_help = "Examples:\n  sayso undo\n  sayso undo d-7w2k")]
pub struct Undo {
    /// Decisions, by id
    #[arg(value_name = "ID")]
    ids: Vec<String>,
    #[command(flatten)]
    decide: DecideArgs,
}

impl Undo {
    /// Decides.
    pub fn run(&self, context: &Context) -> Result<Status> {
        let mut corpus = Corpus::open(context.database())?;
        let ledger = corpus.ledger()?;
        let undone: Vec<&Decision> = match self.ids.is_empty() {
            true => vec![in_force(&ledger).pop().ok_or_else(|| Error::not_found("there is no decision to undo"))?.1],
            false => self.ids.iter().map(|id| named(&ledger, id)).collect::<Result<_>>()?,
        };
        let undo = |decision: &&Decision| {
            context.note(&format!("taken back: {}", told(decision)));
            let id = decision.id();
            Decision { revokes: Some(id.clone()), ..Decision::unsigned(Verb::Undo, id, Anchor::default()) }
        };
        let decisions = undone.iter().map(undo).collect();
        self.decide.decide(context, &mut corpus, decisions)
    }
}

/// Returns the one decision whose id begins so.
fn named<'l>(ledger: &'l [Decision], typed: &str) -> Result<&'l Decision> {
    let found: Vec<&Decision> = ledger.iter().filter(|decision| decision.id().starts_with(typed)).collect();
    match found.as_slice() {
        [one] => Ok(one),
        [] => Err(Error::not_found(format!("no decision has the id {typed}; `sayso decisions` lists them")).into()),
        _ => Err(Error::invalid(format!("several decisions have ids that begin with {typed}; type more of it")).into()),
    }
}
