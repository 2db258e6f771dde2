//! `note`: something to remember.

use anyhow::Result;

use super::context::Context;
use super::decide::{DecideArgs, ManyArgs, on};
use super::exit::Status;
use crate::corpus::Corpus;
use crate::corpus::ledger::{Decision, Verb};

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
        let mut corpus = Corpus::open(context.database())?;
        let typed = self.ids.iter().map(|id| vec![id.clone()]).collect();
        let lines = self.many.lines(typed)?;
        let decision = |line: &Vec<String>| {
            let decision = on(context, &corpus, Verb::Note, &line.join(" "))?;
            Ok(Decision { value: Some(self.words.clone()), ..decision })
        };
        let decisions = lines.iter().map(decision).collect::<Result<Vec<_>>>()?;
        self.decide.decide(context, &mut corpus, decisions)
    }
}
