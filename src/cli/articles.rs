//! `articles`: the list of pieces.

use anyhow::Result;

use super::answer::Shape;
use super::args::{ActorArgs, ClaimArgs, PieceArgs, SortArgs};
use super::context::Context;
use super::exit::Status;
use super::output::OutputArgs;
use super::words::ARTICLES;
use crate::corpus::filter::Filter;
use crate::corpus::queries::ArticleRow;

/// List the pieces, oldest first
///
/// Reprints and versions that a newer one replaced are left out unless --reprints says otherwise. With filters on
/// actors or claims: the pieces that have such a claim.
#[derive(Debug, clap::Args)]
#[command(after_long_help = HELP)]
pub struct Articles {
    #[command(flatten)]
    pieces: PieceArgs,
    #[command(flatten)]
    actors: ActorArgs,
    #[command(flatten)]
    claims: ClaimArgs,
    #[command(flatten)]
    sort: SortArgs,
    #[command(flatten)]
    output: OutputArgs,
}

const HELP: &str = "\
Fields:
  article_id    public id, from outlet, date and text
  outlet        who published it
  headline      its title
  byline        its printed author line
  published_on  day of publication, ISO
  language      ISO 639-1 code, und where it could not be told
  genre         news, opinion, interview or statement
  url           canonical address
  words         words of its text
  claims        number of its claims
  version       1 for the first version of its piece
  reprints      articles of other pieces that carry its text, or most of it
  credit        news agencies that its text credits

Examples:
  sayso articles --outlet \"Harbour Post\" --since 2031-03
  sayso articles --actor \"Anton Valdic\" --sort -claims";

/// What a table of articles shows.
pub const SHAPE: Shape = Shape {
    unit: ARTICLES,
    shown: &["article_id", "published_on", "outlet", "headline", "byline", "language", "words", "claims"],
};

impl Articles {
    /// Lists the pieces.
    pub fn run(&self, context: &Context) -> Result<Status> {
        let corpus = context.corpus()?;
        let mut filter = Filter::default();
        self.pieces.narrow(&corpus, &mut filter)?;
        self.actors.narrow(context, &corpus, &mut filter)?;
        self.claims.narrow(&mut filter);
        self.sort.narrow(&mut filter);
        self.output.list::<ArticleRow>(
            context,
            SHAPE,
            &filter,
            |filter, each| corpus.articles(filter, each),
            |filter, at_most| corpus.count_articles(filter, at_most),
        )
    }
}
