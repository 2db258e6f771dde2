//! `tag`: a word to find things by.

use anyhow::Result;

use super::context::Context;
use super::decide::{DecideArgs, ManyArgs};
use super::exit::Status;
use crate::corpus::ledger::Verb;

/// Tag anything: claims, actors, articles, outlets
///
/// Lists take --tag; `sayso decisions --verb tag` lists all that is tagged, `sayso show` shows the tags of a thing.
#[derive(Debug, clap::Args)]
#[command(after_long_help = "Examples:\n  sayso tag checked c-9tq2vd12 c-4ds3hf0k\n  sayso claims --tag checked")]
pub struct Tag {
    /// The tag
    #[arg(value_name = "TAG")]
    words: String,
    /// Claims, actors, articles, outlets, by id; actors by name, too
    #[arg(value_name = "ID")]
    ids: Vec<String>,
    #[command(flatten)]
    many: ManyArgs,
    #[command(flatten)]
    decide: DecideArgs,
}

impl Tag {
    /// Decides.
    pub fn run(&self, context: &Context) -> Result<Status> {
        self.decide.on_each_with(context, Verb::Tag, Some(&self.words), &self.ids, &self.many)
    }
}
