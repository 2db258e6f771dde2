//! `decisions`: the ledger, to read, take elsewhere and bring together.

use std::collections::BTreeSet;
use std::io::{self, Read};

use anyhow::{Context as _, Result};
use clap::Subcommand;
use clap::builder::PossibleValuesParser;

use super::answer::Shape;
use super::context::Context;
use super::decide::warn_of_conflicts;
use super::exit::Status;
use super::output::OutputArgs;
use super::words::counted;
use crate::corpus::Corpus;
use crate::corpus::ledger::{Decision, DecisionRow};
use crate::error::Error;

/// List what people decided; dump it, load it, merge two dumps
///
/// A dump is JSONL, one decision a line, in order: what two people decided apart is brought together by loading one's dump
/// into the other's corpus, or by merging two dumps. Nothing is lost; where two decisions contradict each other the later
/// one is followed, and the pair is told.
#[derive(Debug, clap::Args)]
#[command(after_long_help = HELP, args_conflicts_with_subcommands = true)]
pub struct Decisions {
    #[command(subcommand)]
    what: Option<What>,
    /// Only of these verbs
    #[arg(long, value_name = "VERB", value_delimiter = ',', value_parser = PossibleValuesParser::new(VERBS))]
    verb: Vec<String>,
    /// Only on this thing, by id
    #[arg(long, value_name = "ID")]
    on: Option<String>,
    #[command(flatten)]
    output: OutputArgs,
}

const VERBS: [&str; 13] = [
    "merge",
    "distinct",
    "alias-add",
    "alias-remove",
    "rename",
    "reject",
    "accept",
    "edit",
    "add",
    "set",
    "note",
    "tag",
    "undo",
];

#[derive(Debug, Subcommand)]
enum What {
    /// Write the ledger as JSONL
    Dump {
        #[command(flatten)]
        output: OutputArgs,
    },
    /// Add the decisions of dumps to the ledger
    Load {
        /// Dumps, or - for standard input
        #[arg(required = true, value_name = "FILE")]
        files: Vec<String>,
    },
    /// Write one dump of several, without a corpus
    Merge {
        /// Dumps, or - for standard input
        #[arg(required = true, value_name = "FILE")]
        files: Vec<String>,
        #[command(flatten)]
        output: OutputArgs,
    },
}

const HELP: &str = "\
Fields:
  decision_id  public id, from all that it says
  made_at      when, UTC
  made_by      who
  verb         what is done
  subject      id of what it is done to
  object       id of the other actor, where two are joined or parted
  field        which field of a claim or article
  value        its new value; a name, note or tag
  reason       why
  revokes      the decision it takes back
  state        in force, undone, overruled by a later one, or unplaced: what it is on is not there

Examples:
  sayso decisions --on e-k3fz
  sayso decisions dump -o mine.jsonl
  sayso decisions load theirs.jsonl";

const SHAPE: Shape = Shape {
    unit: ("decision", "decisions"),
    shown: &["decision_id", "made_at", "made_by", "verb", "subject", "object", "field", "value", "state"],
};

impl Decisions {
    /// Lists, dumps, loads or merges.
    pub fn run(&self, context: &Context) -> Result<Status> {
        match &self.what {
            None => self.list(context),
            Some(What::Dump { output }) => {
                output.bytes(context, dump(&context.corpus()?.ledger()?).as_bytes())?;
                Ok(Status::Done)
            }
            Some(What::Load { files }) => load(context, files),
            Some(What::Merge { files, output }) => {
                let all: BTreeSet<Decision> = read(files)?.into_iter().collect();
                output.bytes(context, dump(&all.into_iter().collect::<Vec<_>>()).as_bytes())?;
                Ok(Status::Done)
            }
        }
    }

    fn list(&self, context: &Context) -> Result<Status> {
        let is_asked = |row: &DecisionRow| {
            let is_on =
                |on: &String| row.subject.starts_with(on) || row.object.iter().any(|object| object.starts_with(on));
            (self.verb.is_empty() || self.verb.contains(&row.verb)) && self.on.as_ref().is_none_or(is_on)
        };
        let rows = context.corpus()?.decisions()?.into_iter().filter(is_asked).collect();
        self.output.rows(context, SHAPE, rows)
    }
}

/// Returns decisions as JSONL, sorted: by time, then by all they say.
fn dump(decisions: &[Decision]) -> String {
    let mut sorted: Vec<&Decision> = decisions.iter().collect();
    sorted.sort();
    let line = |decision: &&Decision| serde_json::to_string(decision).expect("texts always have a JSON form") + "\n";
    sorted.iter().map(line).collect()
}

fn load(context: &Context, files: &[String]) -> Result<Status> {
    let mut corpus = Corpus::open(context.database())?;
    let decisions = read(files)?;
    let known: BTreeSet<String> = corpus.ledger()?.iter().map(Decision::id).collect();
    let new: Vec<Decision> = decisions.into_iter().filter(|decision| !known.contains(&decision.id())).collect();
    let mut writing = corpus.writing()?;
    let added = writing.decide(&new)?;
    writing.commit()?;
    context.note(&format!("{} added.", counted(added as u64, SHAPE.unit)));
    warn_of_conflicts(context, &corpus, &new)?;
    Ok(Status::Done)
}

/// Reads dumps; a line that is no decision is told with its file and number, and nothing is taken then.
fn read(files: &[String]) -> Result<Vec<Decision>> {
    let mut decisions = Vec::new();
    for file in files {
        let mut text = String::new();
        match file.as_str() {
            "-" => io::stdin().read_to_string(&mut text).context("standard input")?,
            path => std::fs::File::open(path)
                .and_then(|mut file| file.read_to_string(&mut text))
                .context(path.to_string())?,
        };
        for (number, line) in text.lines().enumerate().filter(|(_, line)| !line.trim().is_empty()) {
            decisions.push(serde_json::from_str(line).map_err(|error| {
                Error::invalid(format!(
                    "{file}, line {}: no decision of a dump: {error}; nothing was taken",
                    number + 1
                ))
            })?);
        }
    }
    Ok(decisions)
}
