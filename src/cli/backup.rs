//! `backup`: a copy of the corpus as it stands at one moment.

use std::path::PathBuf;

use anyhow::Result;

use super::context::Context;
use super::exit::Status;

/// Copy the corpus, as it stands at this moment, into a new file
///
/// Safe while another process ingests, which copying the file is not.
#[derive(Debug, clap::Args)]
#[command(after_long_help = "Example:\n  sayso backup sayso-2031-03-04.db")]
pub struct Backup {
    /// The new file
    #[arg(value_name = "FILE")]
    target: PathBuf,
}

impl Backup {
    /// Copies the corpus.
    pub fn run(&self, context: &Context) -> Result<Status> {
        context.corpus()?.backup(&self.target)?;
        context.note(&format!("{} copied to {}", context.database().display(), self.target.display()));
        Ok(Status::Done)
    }
}
