//! The list of commands, nothing else. One command is one file: its doc comment is the help, its fields are the flags,
//! its `run` calls the rooms.

mod accept;
mod actor;
mod actors;
mod add;
mod alias;
mod analyze;
mod answer;
mod args;
mod articles;
mod backup;
mod check;
mod claims;
mod compare;
mod completions;
mod context;
mod coverage;
mod crossref;
mod decide;
mod decisions;
mod demo;
mod disputes;
mod distinct;
mod echoes;
mod edit;
mod exit;
mod export;
mod help;
mod ingest;
mod link;
mod man;
mod marks;
mod merge;
mod model;
mod names;
mod network;
mod note;
mod outlets;
mod output;
mod page;
mod pairs;
mod passages;
mod progress;
mod reanalyze;
mod reject;
mod remarks;
mod remove;
mod rename;
mod runs;
mod schema;
mod search;
mod set;
mod shifts;
mod show;
mod sink;
mod sorted;
mod speaker;
mod sql;
mod stats;
mod tag;
mod timeline;
mod undo;
mod words;

pub use help::command;

use clap::{Parser, Subcommand};

/// Reads news pieces into one file and answers who says what, about whom, and where else it was said
///
/// `sayso ingest FOLDER` reads pieces into a corpus, one SQLite file; the other commands ask it. Answers are tables on a
/// terminal and CSV in a pipe or a file; every list has --format, -o and --excel.
#[derive(Debug, Parser)]
#[command(name = "sayso", version, max_term_width = 100, disable_help_subcommand = true, after_help = exit::HELP)]
pub struct Cli {
    #[command(flatten)]
    global: context::Global,
    #[command(subcommand)]
    command: Command,
}

/// Declares the commands, in the groups and the order of the help: each the arguments of its module, which have a `run`.
macro_rules! commands {
    ($($title:literal: $($module:ident::$name:ident),+;)+) => {
        #[derive(Debug, Subcommand)]
        enum Command {
            $($($name($module::$name)),+),+
        }

        /// The groups of the help, and the names of their commands.
        const GROUPS: &[(&str, &[&str])] = &[$(($title, &[$(stringify!($module)),+])),+];

        impl Command {
            fn run(&self, context: &context::Context) -> anyhow::Result<exit::Status> {
                let outcome = match self {
                    $($(Command::$name(command) => command.run(context)),+),+
                };
                outcome.map_err(|error| exit::naming(error, context.database()))
            }
        }
    };
}

commands! {
    "Begin": demo::Demo, ingest::Ingest;
    "Look": articles::Articles, show::Show, outlets::Outlets, stats::Stats;
    "Ask": actors::Actors, actor::Actor, claims::Claims, crossref::Crossref, echoes::Echoes,
        disputes::Disputes, shifts::Shifts, compare::Compare, search::Search;
    "Count": timeline::Timeline, network::Network, coverage::Coverage;
    "Decide": merge::Merge, distinct::Distinct, alias::Alias, rename::Rename, reject::Reject, accept::Accept, edit::Edit,
        add::Add, set::Set, note::Note, tag::Tag, remove::Remove, undo::Undo, decisions::Decisions;
    "Take away": export::Export, sql::Sql, schema::Schema;
    "Look after": runs::Runs, reanalyze::Reanalyze, link::Link, check::Check, backup::Backup;
    "Beside": analyze::Analyze, completions::Completions, man::Man;
}
