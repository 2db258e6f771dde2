//! `claims`: one row per claim.

use anyhow::Result;

use super::answer::Shape;
use super::args::{FilterArgs, SortArgs};
use super::context::Context;
use super::exit::Status;
use super::output::OutputArgs;
use super::words::CLAIMS;
use crate::corpus::queries::ClaimRow;

/// List the claims: who says what, about whom, where and when
///
/// Oldest first, within a piece in the order of its text. --actor is who speaks, --about is who is spoken of.
#[derive(Debug, clap::Args)]
#[command(after_long_help = HELP)]
pub struct Claims {
    #[command(flatten)]
    which: FilterArgs,
    #[command(flatten)]
    sort: SortArgs,
    #[command(flatten)]
    output: OutputArgs,
}

const HELP: &str = "\
Fields:
  claim_id        public id, from its article and its place in the text
  article_id      its article
  outlet          who published it
  published_on    day of publication, ISO
  headline        title of the article
  paragraph       number of the paragraph where its content begins; 0 is the headline
  speaker         who says it: the actor, or the author of the piece; empty where that is not known
  speaker_id      the actor's id
  source          who says it, in the text's words
  cue             the reporting words
  cue_class       what they do: assert, deny, accuse, …
  content         what is said; pieces joined by ' … '
  form            direct, mixed, indirect or narrated
  polarity        affirmed or negated
  about           actors it speaks of
  score           confidence of the analyzer, 0 to 1
  speaker_kind    named, author, anonymous or unknown
  addressee       actors it is addressed to
  context_before  up to 200 characters of the paragraph before it
  context_after   and after it
  analyzer        name and version of what found it
  verdict         what people made of it: accepted, rejected, edited, added

Examples:
  sayso claims --actor Valdic --about Tamuristan
  sayso claims --cue-class deny --since 2031-03 --excel -o denials.csv";

/// What a table of claims shows.
pub const SHAPE: Shape =
    Shape { unit: CLAIMS, shown: &["claim_id", "published_on", "outlet", "speaker", "cue", "content"] };

impl Claims {
    /// Lists the claims.
    pub fn run(&self, context: &Context) -> Result<Status> {
        let corpus = context.corpus()?;
        let mut filter = self.which.filter(context, &corpus)?;
        self.sort.narrow(&mut filter);
        self.output.list::<ClaimRow>(
            context,
            SHAPE,
            &filter,
            |filter, each| corpus.claims(filter, each),
            |filter, at_most| corpus.count_claims(filter, at_most),
        )
    }
}
