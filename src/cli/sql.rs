//! `sql`: a question in the user's own SQL.

use anyhow::Result;

use super::answer::Shape;
use super::context::Context;
use super::exit::Status;
use super::output::OutputArgs;

/// Ask in SQL; only statements that read are allowed
#[derive(Debug, clap::Args)]
#[command(after_long_help = HELP)]
pub struct Sql {
    /// One statement
    #[arg(value_name = "STATEMENT")]
    statement: String,
    #[command(flatten)]
    output: OutputArgs,
}

const HELP: &str = "\
`sayso schema` lists views and tables. The function fold(text) folds names: case, accents, script.

Example:
  sayso sql \"SELECT outlet, COUNT(*) AS claims FROM v_claim WHERE is_counted GROUP BY outlet\"";

impl Sql {
    /// Asks, and answers with whatever columns the statement has.
    pub fn run(&self, context: &Context) -> Result<Status> {
        let corpus = context.corpus()?;
        let fields = corpus.sql_fields(&self.statement)?;
        let limit = self.output.limit(context).unwrap_or(usize::MAX);
        let mut found = 0;
        self.output.give_cells(context, Shape::PLAIN, fields, |each| {
            corpus.sql(&self.statement, &mut |cells| {
                found += 1;
                if found <= limit { each(cells) } else { Ok(()) }
            })
        })?;
        self.output.note_more(context, Shape::PLAIN, found.saturating_sub(limit));
        Ok(Status::Done)
    }
}
