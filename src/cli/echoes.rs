//! `echoes`: what was said in more than one independent piece.

use anyhow::Result;

use super::answer::Shape;
use super::args::{FilterArgs, SortArgs};
use super::context::Context;
use super::exit::Status;
use super::output::OutputArgs;
use super::page::Page;
use super::pairs;
use super::passages::Passage;
use super::words::{ARTICLES, Unit, counted};
use crate::corpus::Corpus;
use crate::corpus::filter::Reprints;
use crate::corpus::queries::{EchoRow, LinkKind};
use crate::error::{self, Error};

/// List what was said in several independent pieces
///
/// The same words, or the same in other words.
///
/// Claims that echo each other, directly or through others, are one cluster; the widest spread comes first. Each text
/// counts once: reprints and replaced versions are in no cluster. With filters: the clusters with such a claim in them.
/// --pairs gives a row for each two claims that were compared and found to say the same; --pairs --reprints separate also
/// one for each two copies of these, and at the end one for every copy and what it repeats.
#[derive(Debug, clap::Args)]
#[command(after_long_help = help())]
pub struct Echoes {
    /// One row for each two claims, instead of one for each cluster
    #[arg(long)]
    pairs: bool,
    #[command(flatten)]
    which: FilterArgs,
    #[command(flatten)]
    sort: SortArgs,
    #[command(flatten)]
    output: OutputArgs,
}

fn help() -> String {
    format!(
        "\
Fields:
  claim_id      the first claim of the cluster
  content       what it says
  claims        claims in the cluster
  articles      independent pieces they stand in
  outlets       outlets that published those
  reprints      further articles that carry the text of one of them
  first_on      day of the first piece
  last_on       and of the last
  first_outlet  who published the first
  speakers      actors who say it
  outlet_names  outlets
  rules         what joins the claims: quotation (eight equal words or more), restatement, by hand
  score         of the surest pair, 0 to 1

Fields with --pairs:
{}

Examples:
  sayso echoes --since 2031-03
  sayso echoes --actor Valdic --pairs -o echoes.csv",
        pairs::FIELDS
    )
}

const CLUSTERS: Unit = ("cluster", "clusters");
const PAIRS: Unit = ("pair of claims", "pairs of claims");
const SHAPE: Shape =
    Shape { unit: CLUSTERS, shown: &["articles", "outlets", "first_on", "speakers", "content", "claim_id"] };

/// How many claims of a cluster a page shows.
const SHOWN: usize = 4;

impl Echoes {
    /// Lists them.
    pub fn run(&self, context: &Context) -> Result<Status> {
        let corpus = context.corpus()?;
        let mut filter = self.which.filter(context, &corpus)?;
        if self.pairs {
            return pairs::list(context, &self.output, &corpus, LinkKind::Echo, PAIRS, &filter);
        }
        if filter.reprints != Reprints::Collapse {
            let message = "a cluster counts each text once, so --reprints asks for --pairs beside it; \
                           the field 'reprints' says how many articles carry the texts of a cluster";
            return Err(Error::invalid(message).into());
        }
        self.sort.narrow(&mut filter);
        self.output.list_or_page(
            context,
            SHAPE,
            &filter,
            |filter, each| corpus.echoes(filter, each),
            |filter, at_most| corpus.count_echoes(filter, at_most),
            |page, echo| write(page, &corpus, &echo),
        )
    }
}

/// Writes a cluster onto a page: its spread, then its first claims.
fn write(page: &mut Page, corpus: &Corpus, echo: &EchoRow) -> error::Result<()> {
    let mut spread = vec![counted(echo.articles as u64, ARTICLES), counted(echo.outlets as u64, ("outlet", "outlets"))];
    match (&echo.first_on, &echo.last_on) {
        (Some(first), Some(last)) if first != last => spread.push(format!("{first} to {last}")),
        (first, _) => spread.extend(first.clone()),
    }
    if echo.reprints > 0 {
        spread.push(format!("{} beside", counted(echo.reprints as u64, ("reprint", "reprints"))));
    }
    spread.push(echo.rules.join(", "));
    page.title(&spread.join(" · "));
    for claim in corpus.claims_of_cluster(&echo.claim_id, SHOWN)? {
        Passage::from(claim.claim).write(page);
    }
    if echo.claims as usize > SHOWN {
        page.words(2, &format!("… {} more in this cluster", echo.claims as usize - SHOWN));
    }
    Ok(())
}
