//! `sql`: a question in the user's own SQL.

use std::cell::RefCell;

use anyhow::Result;

use super::answer::{OutputArgs, Shape};
use super::context::Context;
use super::exit::Status;

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
