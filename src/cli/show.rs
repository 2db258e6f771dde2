//! `show`: one thing by its id, whatever it is.

mod article;
mod claim;
mod outlet;

use anyhow::Result;

use super::actor::Dossier;
use super::context::Context;
use super::exit::Status;
use super::output::OutputArgs;
use crate::corpus::queries::Target;
use crate::error::Error;

/// Show one article, its claims marked; or one claim, actor, outlet
///
/// An article in records is its paragraphs; a claim its row; an actor its claims and those about it; an outlet its
/// articles. --format table gives the page in a pipe too.
#[derive(Debug, clap::Args)]
#[command(after_long_help = "Examples:\n  sayso show a-k3fz\n  sayso show c-9tq2vd12 --json")]
pub struct Show {
    /// An id, or the beginning of one
    #[arg(value_name = "ID")]
    id: String,
    #[command(flatten)]
    output: OutputArgs,
}

impl Show {
    /// Shows what the id means.
    pub fn run(&self, context: &Context) -> Result<Status> {
        let corpus = context.corpus()?;
        match corpus.target(&self.id)? {
            Some(Target::Article(row)) => article::show(context, &self.output, &corpus, row),
            Some(Target::Claim(row)) => claim::show(context, &self.output, &corpus, row),
            Some(Target::Entity(row)) => Dossier::new(&corpus, row)?.show(context, &self.output),
            Some(Target::Outlet(row)) => outlet::show(context, &self.output, &corpus, &self.id, row),
            None => {
                let message =
                    format!("'{}' is no id; `sayso articles --ids` and `sayso claims --ids` list some", self.id);
                Err(Error::not_found(message).into())
            }
        }
    }
}
