//! `coverage`: who is quoted where.

use anyhow::Result;
use clap::ValueEnum;

use super::answer::Shape;
use super::args::{FilterArgs, SortArgs};
use super::context::Context;
use super::exit::Status;
use super::output::OutputArgs;
use super::sorted::sort;
use crate::corpus::filter::Sort;
use crate::record::Record;

/// Show who is quoted where: share of voice, variety of sources
///
/// By outlet: whom it lets speak. By actor: which outlets let it speak. By pair: outlet and actor, the long form of
/// both. Every count is of claims, of those that the filters find; a reprint counts only with --reprints separate.
#[derive(Debug, clap::Args)]
#[command(after_long_help = HELP)]
pub struct Coverage {
    /// What a row is
    #[arg(long, value_enum, default_value_t = By::Outlet)]
    by: By,
    #[command(flatten)]
    which: FilterArgs,
    #[command(flatten)]
    sort: SortArgs,
    #[command(flatten)]
    output: OutputArgs,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
enum By {
    Outlet,
    Actor,
    Pair,
}

const HELP: &str = "\
Fields by outlet:
  outlet             who published; empty for articles that name nobody
  outlet_id          its public id
  articles           its articles that have claims
  claims             their claims: named + unnamed + unknown + author
  named              claims of named speakers
  unnamed            claims of speakers whom the text leaves unnamed: experts, a senior official
  unknown            claims whose speaker could not be told
  author             claims that authors make themselves
  anonymous_share    unnamed as a share of all but the author's
  sources            named speakers, each once
  top_sources        the five with most claims, each with its share of named
  top_share          share of the first of them
  entropy            variety of sources: Shannon's entropy of their shares, in bits
  effective_sources  2 to the power of entropy: so many equally frequent sources are as varied
  cue_classes        the five most frequent, each with its share of claims
  reprints           its articles left out as reprints, whatever their claims

Fields by actor, named speakers alone:
  actor              who speaks, with actor_id and type
  articles           articles that have its claims
  claims             its claims
  share              its share of voice: of the claims of all named speakers found
  outlets            outlets that print them
  top_outlets        the five with most claims, each with its share
  top_share          share of the first of them
  entropy            variety of outlets, in bits
  effective_outlets  2 to the power of entropy

Fields by pair:
  outlet, outlet_id, actor, actor_id, type, articles, claims
  share_of_outlet    share of voice: of the outlet's claims of named speakers
  share_of_actor     of the actor's claims

Shares lie between 0 and 1. Entropy grows with the number of claims: compare outlets of like size.

Examples:
  sayso coverage --since 2031-03 --sort -anonymous_share
  sayso coverage --by actor --about \"Serin Pass\"
  sayso coverage --by pair --outlet \"Harbour Post\" --excel -o voices.csv";

const OUTLETS: Shape = Shape {
    unit: ("outlet", "outlets"),
    shown: &["outlet", "articles", "claims", "anonymous_share", "sources", "effective_sources", "top_sources"],
};
const ACTORS: Shape = Shape {
    unit: ("actor", "actors"),
    shown: &["actor", "articles", "claims", "share", "outlets", "effective_outlets", "top_outlets"],
};
const PAIRS: Shape = Shape {
    unit: ("pair", "pairs"),
    shown: &["outlet", "actor", "articles", "claims", "share_of_outlet", "share_of_actor"],
};

impl Coverage {
    /// Shows who is quoted where.
    pub fn run(&self, context: &Context) -> Result<Status> {
        let corpus = context.corpus()?;
        let mut filter = self.which.filter(context, &corpus)?;
        self.sort.narrow(&mut filter);
        let coverage = corpus.coverage(&filter)?;
        match self.by {
            By::Outlet => self.rows(context, OUTLETS, filter.sort.as_ref(), coverage.by_outlet()),
            By::Actor => self.rows(context, ACTORS, filter.sort.as_ref(), coverage.by_actor()),
            By::Pair => self.rows(context, PAIRS, filter.sort.as_ref(), coverage.by_pair()),
        }
    }

    fn rows<R: Record + Clone>(
        &self,
        context: &Context,
        shape: Shape,
        by: Option<&Sort>,
        mut rows: Vec<R>,
    ) -> Result<Status> {
        sort(&mut rows, by)?;
        self.output.rows(context, shape, rows)
    }
}
