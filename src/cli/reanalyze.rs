//! `reanalyze`: stored texts read again by the analyzer of this program.

use anyhow::Result;

use super::context::Context;
use super::exit::Status;
use super::model::ModelArgs;
use super::progress::{Meter, now};
use super::words::{ARTICLES, counted};
use crate::corpus::Corpus;
use crate::ingest::reanalyze;

/// Analyse stored texts again, those that an older analyzer read
///
/// Texts stay as they are. A claim found again in the same words keeps its id.
#[derive(Debug, clap::Args)]
#[command(after_long_help = "Example:\n  sayso reanalyze")]
pub struct Reanalyze {
    /// All texts, not only those that another analyzer read
    #[arg(long)]
    all: bool,
    #[command(flatten)]
    model: ModelArgs,
}

impl Reanalyze {
    /// Analyses the texts.
    pub fn run(&self, context: &Context) -> Result<Status> {
        let mut corpus = Corpus::open(context.database())?;
        let analyzer = self.model.analyzer()?;
        let meter = Meter::begin(context, "articles");
        let articles = reanalyze(&mut corpus, &analyzer, self.all, &now, &mut |progress| meter.tell(progress))?;
        let took = meter.end().as_secs_f64();
        let name = analyzer.name();
        context.note(&match articles {
            0 if !self.all => format!("Nothing to do: {name} read all texts already; --all reads them again."),
            articles => format!("{} analysed by {name} in {took:.1} s.", counted(articles as u64, ARTICLES)),
        });
        Ok(Status::Done)
    }
}
