//! `actors`: the list of who appears.

use anyhow::Result;
use clap::builder::PossibleValuesParser;

use super::answer::Shape;
use super::args::{ActorArgs, ClaimArgs, PieceArgs, SortArgs};
use super::context::Context;
use super::exit::Status;
use super::output::OutputArgs;
use crate::analysis::EntityKind;
use crate::corpus::Corpus;
use crate::corpus::filter::Filter;
use crate::corpus::queries::{ActorFilter, ActorRow, LikelyRow, Named};
use crate::identity::likely_pairs;

/// List who appears: people, organisations, places, groups, events
///
/// The one in most pieces first. With filters the counts are of the pieces found alone.
#[derive(Debug, clap::Args)]
#[command(after_long_help = HELP)]
pub struct Actors {
    /// Only of this type
    #[arg(long = "type", value_name = "TYPE", value_delimiter = ',',
        value_parser = PossibleValuesParser::new(EntityKind::ALL.iter().map(|kind| kind.name())))]
    kinds: Vec<String>,
    /// Only those in at least so many articles
    #[arg(long, value_name = "N", default_value_t = 1)]
    min_articles: usize,
    /// List pairs of actors that may be one instead, the likeliest first; `sayso merge` and `distinct` decide
    #[arg(long)]
    candidates: bool,
    #[command(flatten)]
    pieces: PieceArgs,
    #[command(flatten)]
    actors: ActorArgs,
    #[command(flatten)]
    claims: ClaimArgs,
    #[command(flatten)]
    sort: SortArgs,
    #[command(flatten)]
    output: OutputArgs,
}

const HELP: &str = "\
Fields (counts are without reprints and replaced versions):
  entity_id     public id, from the leading name
  name          its most frequent spelling
  type          person, organisation, place, group, event or other
  articles      articles that name it
  mentions      mentions, by name, role or pronoun
  claims_by     claims it makes
  claims_about  claims that speak of it

Examples:
  sayso actors --type person --min-articles 3
  sayso actors --candidates --type person
  sayso actors --outlet \"Harbour Post\" --sort -claims_by";

const PAIRS: Shape =
    Shape { unit: ("pair", "pairs"), shown: &["entity_id", "name", "other_id", "other_name", "score", "evidence"] };

const SHAPE: Shape = Shape { unit: ("actor", "actors"), shown: &[] };

impl Actors {
    /// Lists the actors.
    pub fn run(&self, context: &Context) -> Result<Status> {
        let corpus = context.corpus()?;
        if self.candidates {
            return self.candidates(context, &corpus);
        }
        let mut filter = Filter::default();
        self.pieces.narrow(&corpus, &mut filter)?;
        self.actors.narrow(context, &corpus, &mut filter)?;
        self.claims.narrow(&mut filter);
        self.sort.narrow(&mut filter);
        let which = ActorFilter { kinds: self.kinds.clone(), min_articles: self.min_articles };
        self.output.list::<ActorRow>(
            context,
            SHAPE,
            &filter,
            |filter, each| corpus.actors(&which, filter, each),
            |filter, at_most| corpus.count_actors(&which, filter, at_most),
        )
    }

    fn candidates(&self, context: &Context, corpus: &Corpus) -> Result<Status> {
        let named: Vec<Named> = corpus.named(self.min_articles)?;
        let keys: Vec<&str> = named.iter().map(|named| named.key.as_str()).collect();
        let apart = corpus.held_apart()?;
        let is_asked = |named: &Named| self.kinds.is_empty() || self.kinds.contains(&named.kind);
        let pairs = likely_pairs(&keys).into_iter().map(|(one, other, likely)| (&named[one], &named[other], likely));
        let rows = pairs.filter(|(one, other, _)| is_asked(one) && !apart.contains(&(one.entity, other.entity))).map(
            |(one, other, likely)| LikelyRow {
                entity_id: one.entity_id.clone(),
                name: one.name.clone(),
                other_id: other.entity_id.clone(),
                other_name: other.name.clone(),
                kind: one.kind.clone(),
                articles: one.articles,
                other_articles: other.articles,
                score: likely.score,
                evidence: likely.evidence,
            },
        );
        self.output.rows(context, PAIRS, rows.collect())
    }
}
