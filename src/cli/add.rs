//! `add`: a claim that the analysis missed.

use anyhow::Result;

use super::args::article;
use super::context::Context;
use super::decide::DecideArgs;
use super::exit::Status;
use super::speaker::speaker;
use crate::corpus::Corpus;
use crate::corpus::ledger::{Decision, Verb};

/// Add a claim that the analysis missed
///
/// Its words must stand in the paragraph as they are given; they are found by the first place where they do.
#[derive(Debug, clap::Args)]
#[command(after_long_help = "Example:\n  sayso add a-k3fz --paragraph 4 --speaker \"Anna Lind\" --cue denied \
                             --content \"that the dam leaks\"")]
pub struct Add {
    /// The article, by id
    #[arg(value_name = "ARTICLE")]
    article: String,
    /// The number of its paragraph; 0 is the headline
    #[arg(long, value_name = "N")]
    paragraph: i64,
    /// What is reported, in the words of the text
    #[arg(long, value_name = "WORDS")]
    content: String,
    /// Who speaks: an actor, by name or id, or author, anonymous or unknown
    #[arg(long, value_name = "NAME")]
    speaker: String,
    /// The words for who speaks
    #[arg(long, value_name = "WORDS", default_value = "", hide_default_value = true)]
    source: String,
    /// The reporting words
    #[arg(long, value_name = "WORDS", default_value = "", hide_default_value = true)]
    cue: String,
    #[command(flatten)]
    decide: DecideArgs,
}

impl Add {
    /// Decides.
    pub fn run(&self, context: &Context) -> Result<Status> {
        let mut corpus = Corpus::open(context.database())?;
        let parts = [self.source.clone(), self.cue.clone(), self.content.clone()];
        let (id, anchor) = corpus.added_claim(article(&corpus, &self.article)?, self.paragraph, parts)?;
        let mut decision = Decision::unsigned(Verb::Add, id, anchor);
        speaker(context, &corpus, &self.speaker, &mut decision)?;
        self.decide.decide(context, &mut corpus, vec![decision])
    }
}
