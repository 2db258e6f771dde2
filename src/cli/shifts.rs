//! `shifts`: what an actor says against its own earlier words.

use anyhow::Result;

use super::args::{ClaimArgs, PieceArgs};
use super::context::Context;
use super::exit::Status;
use super::names;
use super::output::OutputArgs;
use super::pairs;
use crate::corpus::filter::Filter;
use crate::corpus::queries::LinkKind;

/// List what actors say against their own earlier words
///
/// The rules are those of disputes, between two claims of one actor on different days; the earlier claim comes first.
#[derive(Debug, clap::Args)]
#[command(after_long_help = help())]
pub struct Shifts {
    /// Actors: names in any usual spelling, or ids; without any, all actors
    #[arg(value_name = "ACTOR")]
    actors: Vec<String>,
    #[command(flatten)]
    claims: ClaimArgs,
    #[command(flatten)]
    pieces: PieceArgs,
    #[command(flatten)]
    output: OutputArgs,
}

fn help() -> String {
    format!("Fields:\n{}\n\nExample:\n  sayso shifts \"Judith Castellan\"", pairs::FIELDS)
}

impl Shifts {
    /// Lists them.
    pub fn run(&self, context: &Context) -> Result<Status> {
        let corpus = context.corpus()?;
        let mut filter = Filter::default();
        self.pieces.narrow(&corpus, &mut filter)?;
        self.claims.narrow(&mut filter);
        filter.actors = names::actors(context, &corpus, &self.actors)?;
        pairs::list(context, &self.output, &corpus, LinkKind::Shift, ("shift", "shifts"), &filter)
    }
}
