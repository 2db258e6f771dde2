//! `outlets`: who published.

use anyhow::Result;

use super::answer::Shape;
use super::context::Context;
use super::exit::Status;
use super::output::OutputArgs;

/// List the outlets, by name
#[derive(Debug, clap::Args)]
#[command(after_long_help = HELP)]
pub struct Outlets {
    #[command(flatten)]
    output: OutputArgs,
}

const HELP: &str = "\
Fields:
  outlet_id  public id, from its name
  name       its name as printed
  aliases    other names of it
  articles   its articles, without reprints and replaced versions
  reprints   its reprints and replaced versions
  claims     claims in its counted articles
  first_on   day of its earliest article
  last_on    day of its latest article

Example:
  sayso outlets --csv";

const SHAPE: Shape = Shape { unit: ("outlet", "outlets"), shown: &[] };

impl Outlets {
    /// Lists the outlets.
    pub fn run(&self, context: &Context) -> Result<Status> {
        self.output.all_rows(context, SHAPE, context.corpus()?.outlets()?)
    }
}
