//! `schema`: the data dictionary.

use anyhow::Result;

use super::answer::Shape;
use super::context::Context;
use super::exit::Status;
use super::output::OutputArgs;

/// List the views and tables with their columns, for `sql`
///
/// Views (v_article, v_claim, …) are made for people: public ids, no joins needed, names that stay.
#[derive(Debug, clap::Args)]
#[command(after_long_help = "Example:\n  sayso schema --md -o dictionary.md")]
pub struct Schema {
    #[command(flatten)]
    output: OutputArgs,
}

const SHAPE: Shape = Shape { unit: ("column", "columns"), shown: &["name", "column", "type", "description"] };

impl Schema {
    /// Lists the columns.
    pub fn run(&self, context: &Context) -> Result<Status> {
        self.output.all_rows(context, SHAPE, context.corpus()?.schema()?)
    }
}
