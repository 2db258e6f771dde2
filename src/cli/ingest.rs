//! `ingest`: pieces into the corpus, one fate for every input.

use std::path::Path;
use std::time::Duration;

use anyhow::Result;
use jiff::civil::Date;

use super::args;
use super::context::Context;
use super::exit::Status;
use super::model::ModelArgs;
use super::output::OutputArgs;
use super::progress::{Meter, now};
use super::runs;
use super::words::{CLAIMS, INPUTS, Unit, counted, grouped};
use crate::corpus::Corpus;
use crate::corpus::write::Fate;
use crate::ingest::{Plan, Summary, ingest};
use crate::read::{Format, Mapping, NamePattern, Options};

/// Read pieces: files, folders, or - for standard input
///
/// Takes plain text, Markdown with front matter, saved pages (HTML), and tables with a piece in each row (CSV, TSV,
/// JSONL). Every input ends as new, new version, reprint, unchanged or failed; failures do not stop the rest, and exit
/// status 3 says that there were some. Reading the same pieces again changes nothing.
#[derive(Debug, clap::Args)]
#[command(after_long_help = HELP)]
pub struct Ingest {
    /// Files, folders with all that is in them, or - for standard input
    #[arg(required_unless_present = "retry", value_name = "SRC")]
    sources: Vec<String>,
    /// Outlet of every piece, whatever it says itself
    #[arg(long, value_name = "NAME")]
    outlet: Option<String>,
    /// Day of publication of every piece: YYYY-MM-DD
    #[arg(long, value_name = "DATE", value_parser = args::day)]
    date: Option<Date>,
    /// Further detail of every piece; several times for several
    #[arg(long, value_name = "KEY=VALUE", value_parser = args::key_value)]
    meta: Vec<(String, String)>,
    /// Which column or JSON key holds what: headline=title,text=body,…; the rest is found by its usual names
    #[arg(long, value_name = "FIELD=COLUMN,…")]
    map: Option<Mapping>,
    /// Format of every input: text, markdown, html, csv, tsv or jsonl, instead of what its name or beginning tells
    #[arg(long, value_name = "FORMAT")]
    from: Option<Format>,
    /// What file names say: {outlet}_{date}_{*}
    #[arg(long, value_name = "PATTERN")]
    names: Option<NamePattern>,
    /// Say what would happen and store nothing
    #[arg(long)]
    dry_run: bool,
    /// Analyse pieces again that are stored already
    #[arg(long)]
    force: bool,
    /// Take the failed inputs of this run again, with its options
    #[arg(long, value_name = "RUN", conflicts_with_all = ["sources", "outlet", "date", "meta", "map", "from", "names"])]
    retry: Option<i64>,
    /// Threads that read and analyse [default: all cores]
    #[arg(long, value_name = "N", hide_short_help = true)]
    threads: Option<usize>,
    #[command(flatten)]
    model: ModelArgs,
    #[command(flatten)]
    output: OutputArgs,
}

const HELP: &str = "\
With --format, -o or the like the fates of all inputs are listed as records, as `sayso runs RUN` does.

Examples:
  sayso ingest clippings/
  sayso ingest archive.csv --map headline=title,text=body --outlet \"Harbour Post\"
  sayso ingest pages/ --names '{outlet}_{date}_{*}' --meta project=border";

impl Ingest {
    /// Reads the pieces.
    pub fn run(&self, context: &Context) -> Result<Status> {
        let mut corpus = self.corpus(context.database())?;
        let analyzer = self.model.analyzer()?;
        let meter = Meter::begin(context, "inputs");
        let plan = self.plan();
        let summary = ingest(&mut corpus, &analyzer, &plan, &now, &mut |progress| meter.tell(progress))?;
        tell(context, &summary, meter.end());
        if let Some(run) = summary.run.filter(|_| self.output.is_asked()) {
            self.output.give(context, runs::ITEMS, |each| corpus.items(run, None, each))?;
        }
        let has_failed = count(&summary, Fate::Failed) > 0;
        Ok(if has_failed { Status::SomeFailed } else { Status::Done })
    }

    /// Opens the corpus, and makes it first where there is none and something is to be stored.
    fn corpus(&self, database: &Path) -> Result<Corpus> {
        Ok(match self.dry_run && !database.exists() {
            true => Corpus::in_memory()?,
            false if self.retry.is_some() => Corpus::open(database)?,
            false => Corpus::create(database)?,
        })
    }

    fn plan(&self) -> Plan {
        let options = Options {
            format: self.from,
            mapping: self.map.clone().unwrap_or_default(),
            outlet: self.outlet.clone(),
            date: self.date,
            meta: self.meta.iter().cloned().collect(),
            name_pattern: self.names.clone(),
        };
        Plan {
            sources: self.sources.clone(),
            options,
            force: self.force,
            dry_run: self.dry_run,
            retry: self.retry,
            threads: self.threads,
        }
    }
}

fn count(summary: &Summary, wanted: Fate) -> usize {
    summary.fates.iter().find(|(fate, _)| *fate == wanted).map_or(0, |(_, count)| *count)
}

/// Tells in sentences what a run came to.
fn tell(context: &Context, summary: &Summary, took: Duration) {
    let all: usize = summary.fates.iter().map(|(_, count)| count).sum();
    let fates: Vec<String> = summary
        .fates
        .iter()
        .map(|(fate, count)| format!("{} {}", grouped(*count as u64), named(*fate, *count)))
        .collect();
    context.note(&format!("{}: {}.", counted(all as u64, INPUTS), fates.join(", ")));
    match summary.run {
        Some(_) => context.note(&format!("{} in {:.1} s.", counted(summary.claims as u64, CLAIMS), took.as_secs_f64())),
        None => context.note("Nothing was stored: this was a dry run."),
    }
    for failure in &summary.failures {
        context.note(&format!("failed: {}: {}", failure.location, failure.reason));
    }
    let untold = count(summary, Fate::Failed).saturating_sub(summary.failures.len());
    if untold > 0 {
        let look = summary.run.map_or(String::new(), |run| format!(": sayso runs {run} --fate failed"));
        context.note(&format!("… and {} more{look}", grouped(untold as u64)));
    }
}

fn named(fate: Fate, count: usize) -> &'static str {
    let (one, several): Unit = match fate {
        Fate::New => ("new", "new"),
        Fate::Version => ("new version", "new versions"),
        Fate::Reprint => ("reprint", "reprints"),
        Fate::Unchanged => ("unchanged", "unchanged"),
        Fate::Failed => ("failed", "failed"),
    };
    if count == 1 { one } else { several }
}
