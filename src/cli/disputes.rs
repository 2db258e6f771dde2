//! `disputes`: claims that speak against each other.

use anyhow::Result;

use super::args::FilterArgs;
use super::context::Context;
use super::exit::Status;
use super::output::OutputArgs;
use super::pairs;
use crate::corpus::queries::LinkKind;

/// List claims that speak against each other
///
/// With both passages and the sign: one rejects the other, says the opposite of it, or counts otherwise; within a piece or across pieces, the surest
/// first. sayso does not say who is right, and where the sign is weak it is silent. What one actor says against its own
/// earlier words is a shift. With filters: disputes one side of which is such a claim.
#[derive(Debug, clap::Args)]
#[command(after_long_help = help())]
pub struct Disputes {
    #[command(flatten)]
    which: FilterArgs,
    #[command(flatten)]
    output: OutputArgs,
}

fn help() -> String {
    format!(
        "Fields:\n{}\n\nExamples:\n  sayso disputes --actor Valdic\n  sayso disputes --excel -o disputes.csv",
        pairs::FIELDS
    )
}

impl Disputes {
    /// Lists them.
    pub fn run(&self, context: &Context) -> Result<Status> {
        let corpus = context.corpus()?;
        let filter = self.which.filter(context, &corpus)?;
        pairs::list(context, &self.output, &corpus, LinkKind::Dispute, ("dispute", "disputes"), &filter)
    }
}
