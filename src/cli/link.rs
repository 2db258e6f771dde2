//! `link`: links between claims, found anew or drawn by hand.

use anyhow::Result;

use super::context::Context;
use super::exit::Status;
use super::words::counted;
use crate::corpus::Corpus;

/// Find all links between claims anew
///
/// Links follow every article that comes or goes, so nothing changes by this, unless a newer program links otherwise.
#[derive(Debug, clap::Args)]
#[command(after_long_help = "Example:\n  sayso link --rebuild")]
pub struct Link {
    /// Forget what was found and find it again
    #[arg(long, required = true)]
    rebuild: bool,
}

impl Link {
    /// Rebuilds.
    pub fn run(&self, context: &Context) -> Result<Status> {
        let mut corpus = Corpus::open(context.database())?;
        let mut writing = corpus.writing()?;
        writing.rebuild_links()?;
        writing.commit()?;
        let links = corpus.count_all_links()?;
        context.note(&format!("{} found", counted(links, ("link", "links"))));
        Ok(Status::Done)
    }
}
