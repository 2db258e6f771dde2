//! `export`: whole tables.

mod folder;

use std::path::PathBuf;

use anyhow::Result;
use clap::builder::PossibleValuesParser;

use super::answer::Shape;
use super::context::Context;
use super::exit::Status;
use super::output::OutputArgs;
use crate::corpus::queries::TABLES;

/// Write a whole table, or all tables into a folder
///
/// One table is CSV, on a terminal too, unless another format is asked for. --all writes one CSV per table and datapackage.json, which describes columns and keys and holds a checksum of each
/// file. The same pieces give the same files, byte for byte.
#[derive(Debug, clap::Args)]
#[command(
    after_long_help = "Examples:\n  sayso export --all corpus-csv\n  sayso export claims --jsonl -o claims.jsonl"
)]
pub struct Export {
    /// The table
    #[arg(required_unless_present = "all", value_parser = PossibleValuesParser::new(TABLES.iter().map(|table| table.name)))]
    table: Option<String>,
    /// All tables, into this folder
    #[arg(long, value_name = "DIR", conflicts_with_all = ["table", "output", "as", "fields", "limit"])]
    all: Option<PathBuf>,
    /// Write into a folder that holds something else
    #[arg(long, requires = "all")]
    force: bool,
    #[command(flatten)]
    output: OutputArgs,
}

impl Export {
    /// Writes the tables.
    pub fn run(&self, context: &Context) -> Result<Status> {
        let corpus = context.corpus()?;
        if let Some(all) = &self.all {
            folder::export(context, &corpus, all, self.output.is_for_spreadsheets(), self.force)?;
            return Ok(Status::Done);
        }
        let table = TABLES.iter().find(|table| Some(table.name) == self.table.as_deref()).expect("clap checked it");
        let fields = table.columns.iter().map(|column| column.name.to_string()).collect();
        let output = self.output.clone().or_csv();
        let limit = output.limit(context).unwrap_or(usize::MAX);
        let mut found = 0;
        output.give_cells(context, Shape::PLAIN, fields, |each| {
            corpus.export(table, &mut |cells| {
                found += 1;
                if found <= limit { each(cells) } else { Ok(()) }
            })
        })?;
        output.note_more(context, Shape::PLAIN, found.saturating_sub(limit));
        Ok(Status::Done)
    }
}
