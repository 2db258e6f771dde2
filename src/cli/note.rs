//! `note`: something to remember.

use anyhow::Result;

use super::context::Context;
use super::decide::{DecideArgs, ManyArgs};
use super::exit::Status;
use crate::corpus::ledger::Verb;

/// Keep a note on anything: a claim, an actor, an article, an outlet
///
/// `sayso show` shows it with the thing; any number of notes stand side by side.
#[derive(Debug, clap::Args)]
#[command(after_long_help = "Example:\n  sayso note \"asked her office on 4 May\" c-9tq2vd12")]
pub struct Note {
    /// The note
    #[arg(value_name = "WORDS")]
    words: String,
    /// Claims, actors, articles, outlets, by id; actors by name, too
    #[arg(value_name = "ID")]
    ids: Vec<String>,
    #[command(flatten)]
    many: ManyArgs,
    #[command(flatten)]
    decide: DecideArgs,
}

impl Note {
    /// Decides.
    pub fn run(&self, context: &Context) -> Result<Status> {
        self.decide.on_each_with(context, Verb::Note, Some(&self.words), &self.ids, &self.many)
    }
}
