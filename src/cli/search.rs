//! `search`: full text over paragraphs and claims.

use anyhow::Result;
use clap::ValueEnum;

use super::answer::Shape;
use super::args::FilterArgs;
use super::context::Context;
use super::exit::Status;
use super::output::OutputArgs;
use super::passages::Passage;
use super::words::{CLAIMS, PARAGRAPHS};
use crate::corpus::Corpus;
use crate::corpus::filter::Filter;
use crate::corpus::queries::SearchRow;
use crate::error::{self, Error};

/// Find words in the paragraphs of all pieces, or in their claims
///
/// All words must occur; "several words" in a row, begin* for a beginning, -word for one that must not occur, OR
/// between two alternatives. Best matches first, the words found in brackets. Filters on speakers or claims search
/// claims.
#[derive(Debug, clap::Args)]
#[command(after_long_help = HELP)]
pub struct Search {
    /// Words to find
    #[arg(required = true, value_name = "QUERY")]
    query: Vec<String>,
    /// Where to look [default: paragraphs, or claims where a filter is about claims]
    #[arg(long = "in", value_enum, value_name = "WHERE", hide_possible_values = false)]
    place: Option<Place>,
    #[command(flatten)]
    which: FilterArgs,
    #[command(flatten)]
    output: OutputArgs,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
enum Place {
    Paragraphs,
    Claims,
}

const HELP: &str = "\
Fields: kind (paragraph or claim), article_id, outlet, published_on, headline, paragraph, speaker, text, claim_id.

Examples:
  sayso search border talks
  sayso search '\"lead pipes\" OR fluoride -statement'
  sayso search --in claims --actor Valdic patrol";

impl Search {
    /// Finds the words.
    pub fn run(&self, context: &Context) -> Result<Status> {
        let place = self.place()?;
        let corpus = context.corpus()?;
        let filter = self.which.filter(context, &corpus)?;
        let found = Found { corpus: &corpus, query: self.query.join(" "), place };
        self.output.list_or_page(
            context,
            found.shape(),
            &filter,
            |filter, each| found.each(filter, each),
            |filter, at_most| found.count(filter, at_most),
            |page, row| {
                Passage::from(row).write(page);
                Ok(())
            },
        )
    }

    fn place(&self) -> Result<Place> {
        match (self.place, self.which.is_about_claims()) {
            (Some(Place::Paragraphs), true) => {
                let message = "paragraphs have no speaker, form or score; use --in claims, or leave those filters out";
                Err(Error::invalid(message).into())
            }
            (Some(place), _) => Ok(place),
            (None, true) => Ok(Place::Claims),
            (None, false) => Ok(Place::Paragraphs),
        }
    }
}

/// What a search looks for, and where.
struct Found<'c> {
    corpus: &'c Corpus,
    query: String,
    place: Place,
}

impl Found<'_> {
    fn each(&self, filter: &Filter, each: &mut dyn FnMut(SearchRow) -> error::Result<()>) -> error::Result<()> {
        match self.place {
            Place::Paragraphs => self.corpus.search_paragraphs(&self.query, filter, each),
            Place::Claims => self.corpus.search_claims(&self.query, filter, each),
        }
    }

    fn count(&self, filter: &Filter, at_most: usize) -> error::Result<usize> {
        match self.place {
            Place::Paragraphs => self.corpus.count_search_paragraphs(&self.query, filter, at_most),
            Place::Claims => self.corpus.count_search_claims(&self.query, filter, at_most),
        }
    }

    fn shape(&self) -> Shape {
        match self.place {
            Place::Paragraphs => Shape { unit: PARAGRAPHS, shown: &[] },
            Place::Claims => Shape { unit: CLAIMS, shown: &[] },
        }
    }
}
