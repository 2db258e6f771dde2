//! `link`: links between claims, drawn by hand or found anew.

use anyhow::Result;
use clap::ValueEnum;

use super::context::Context;
use super::decide::{DecideArgs, on_link};
use super::exit::Status;
use super::words::counted;
use crate::corpus::Corpus;
use crate::corpus::ledger::{Decision, Verb};
use crate::error::Error;

/// Link two claims by hand, or find all links anew
///
/// A link drawn by hand counts like one that was found. `sayso reject c-…/c-…` refuses a link, for good; `sayso accept
/// c-…/c-…` says that somebody has looked at it. --rebuild changes nothing, unless a newer program links otherwise: links
/// follow every article that comes or goes.
#[derive(Debug, clap::Args)]
#[command(
    after_long_help = "Examples:\n  sayso link c-9tq2vd12 c-4ds3hf0k --as dispute --reason \"one night, two places\"\n  \
                             sayso link --rebuild"
)]
pub struct Link {
    /// Two claims, by id
    #[arg(value_name = "CLAIM", num_args = 2, required_unless_present = "rebuild")]
    claims: Vec<String>,
    /// What the two are to each other
    #[arg(long = "as", value_enum, default_value_t = As::Echo)]
    relation: As,
    /// Forget what was found and find it again
    #[arg(long, conflicts_with = "claims")]
    rebuild: bool,
    #[command(flatten)]
    decide: DecideArgs,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
enum As {
    /// The same, said again
    Echo,
    /// One speaks against the other; of one actor, a shift
    Dispute,
}

impl Link {
    /// Decides, or rebuilds.
    pub fn run(&self, context: &Context) -> Result<Status> {
        let mut corpus = Corpus::open(context.database())?;
        if self.rebuild {
            let mut writing = corpus.writing()?;
            writing.rebuild_links()?;
            writing.commit()?;
            context.note(&format!("{} found", counted(corpus.count_all_links()?, ("link", "links"))));
            return Ok(Status::Done);
        }
        let [one, other] = self.claims.as_slice() else {
            return Err(Error::invalid("name two claims, or --rebuild").into());
        };
        let relation = if self.relation == As::Dispute { "dispute" } else { "echo" };
        let decision = on_link(context, &corpus, Verb::Link, one, other)?;
        self.decide.decide(context, &mut corpus, vec![Decision { value: Some(relation.into()), ..decision }])
    }
}
