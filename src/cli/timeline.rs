//! `timeline`: claims over time.

mod chart;

use anyhow::Result;
use clap::builder::PossibleValuesParser;

use super::answer::Shape;
use super::args::FilterArgs;
use super::context::Context;
use super::exit::Status;
use super::names;
use super::output::OutputArgs;
use super::words::{ARTICLES, CLAIMS, counted};
use crate::corpus::Corpus;
use crate::corpus::filter::Filter;
use crate::corpus::queries::{Cluster, Per, Target, Timeline as Counts, TimelineBy, TimelineRow};
use crate::error::Error;

/// Count claims over time, by actor, cue class or outlet
///
/// On a terminal a chart, in a pipe or file one row for each period and group. Periods run without a gap from the first
/// to the last day of the pieces looked at: zero says that there was something to read and nobody said it. A claim
/// counts on the day its article was published; claims in undated articles are told on stderr. A reprint counts only
/// with --reprints separate.
#[derive(Debug, clap::Args)]
#[command(after_long_help = HELP)]
pub struct Timeline {
    /// Who speaks, as with --actor: names in any usual spelling, or ids
    #[arg(value_name = "ACTOR")]
    speakers: Vec<String>,
    /// Length of a period; a week is one of ISO 8601, from Monday on
    #[arg(long, value_name = "PERIOD", default_value = "month", value_parser = PossibleValuesParser::new(Per::ALL.map(Per::name)))]
    per: String,
    /// What claims are grouped by [default: actor where actors are named, else none]
    #[arg(long, value_name = "GROUP", value_parser = PossibleValuesParser::new(TimelineBy::ALL.map(TimelineBy::name)))]
    by: Option<String>,
    /// Only the groups with most claims; 0 for all, which is usual except in a chart
    #[arg(long, value_name = "N")]
    top: Option<usize>,
    /// Only claims that echo this one, and itself: its cluster
    #[arg(long, value_name = "CLAIM")]
    cluster: Option<String>,
    #[command(flatten)]
    which: FilterArgs,
    #[command(flatten)]
    output: OutputArgs,
}

const HELP: &str = "\
Fields:
  period     2031-03-04, 2031-W10 (ISO 8601), 2031-03 or 2031
  group      the actor, cue class or outlet; empty where nothing is grouped. Speakers without a name are
             (author), (unnamed) and (unknown)
  claims     claims in that period
  articles   articles that have them
  begins_on  first day of the period
  group_id   public id of the actor or outlet

Oldest period first, in a period the group with most claims in all.

Examples:
  sayso timeline Valdic Dzhavlan --per week
  sayso timeline --about \"Ellery Water\" --by outlet --per month -o ellery.csv
  sayso timeline --by cue-class --since 2031 --per year";

const SHAPE: Shape = Shape { unit: ("row", "rows"), shown: &[] };

/// Groups of a chart.
const CHARTED: usize = 10;

impl Timeline {
    /// Counts the claims.
    pub fn run(&self, context: &Context) -> Result<Status> {
        let corpus = context.corpus()?;
        let mut filter = self.which.filter(context, &corpus)?;
        filter.actors.extend(names::actors(context, &corpus, &self.speakers)?);
        let cluster = self.cluster.as_deref().map(|typed| cluster(context, &corpus, typed)).transpose()?;
        let mut counts = corpus.timeline(self.by(&filter), self.per(), &filter, cluster)?;
        let is_page = self.output.is_page(context)?;
        let top = self.top.unwrap_or(if is_page { CHARTED } else { 0 });
        let others = if top > 0 && counts.groups.len() > top { counts.groups.split_off(top) } else { Vec::new() };
        match is_page && !counts.groups.is_empty() {
            true => chart::show(context, &self.output, &counts)?,
            false => self.rows(context, &counts)?,
        }
        if !others.is_empty() {
            let claims: i64 = others.iter().map(|group| group.total.claims).sum();
            let groups = counted(others.len() as u64, ("more group", "more groups"));
            context.note(&format!("… {groups} with {}; --top 0 shows all", counted(claims, CLAIMS)));
        }
        if counts.undated.claims > 0 {
            let articles = counted(counts.undated.articles, ("undated article", "undated articles"));
            context.note(&format!("{} in {articles} are on no timeline", counted(counts.undated.claims, CLAIMS)));
        }
        Ok(Status::Done)
    }

    fn rows(&self, context: &Context, counts: &Counts) -> Result<()> {
        let limit = self.output.limit_or(0).unwrap_or(usize::MAX);
        let mut found = 0;
        self.output.give::<TimelineRow>(context, SHAPE, |each| {
            counts.each(&mut |row| {
                found += 1;
                if found <= limit { each(row) } else { Ok(()) }
            })
        })?;
        self.output.note_more(context, SHAPE, found.saturating_sub(limit));
        Ok(())
    }

    fn per(&self) -> Per {
        Per::ALL.into_iter().find(|per| per.name() == self.per).expect("clap checked it")
    }

    fn by(&self, filter: &Filter) -> TimelineBy {
        let usual = if filter.actors.is_empty() { TimelineBy::None } else { TimelineBy::Actor };
        TimelineBy::ALL.into_iter().find(|by| Some(by.name()) == self.by.as_deref()).unwrap_or(usual)
    }
}

/// Returns the cluster of the claim with this id.
fn cluster(context: &Context, corpus: &Corpus, typed: &str) -> Result<Cluster> {
    let Some(Target::Claim(claim)) = corpus.target(typed)? else {
        return Err(Error::not_found(format!("'{typed}' is no claim's id; `sayso claims` lists them")).into());
    };
    let cluster = corpus.cluster_of(claim)?;
    if matches!(cluster, Cluster::Alone(_)) {
        context.note(&format!("nothing is known to echo {typed}; it is counted alone"));
    }
    Ok(cluster)
}

/// Returns claims with the articles they stand in.
fn in_articles(claims: i64, articles: i64) -> String {
    format!("{} in {}", counted(claims, CLAIMS), counted(articles, ARTICLES))
}
