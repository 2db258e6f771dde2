//! How an answer is put out: what the user asked for, and what that comes to on a terminal, in a pipe and in a file.

use std::path::PathBuf;

use anyhow::Result;

use super::context::Context;
use crate::error::Error;
use crate::output::Format;

/// Rows of a page on a terminal.
const PAGE: usize = 20;

/// How an answer is put out.
#[derive(Debug, Clone, Default, clap::Args)]
#[command(next_help_heading = "Output")]
pub struct OutputArgs {
    /// table, csv, tsv, json, jsonl, md or ids; also as --csv, --tsv, --json, --jsonl, --md, --ids
    ///
    /// Without it: what the extension of -o says, else table on a terminal and csv in a pipe.
    #[arg(long, value_name = "FORMAT", group = "as")]
    format: Option<Format>,
    #[arg(long, hide = true, group = "as")]
    csv: bool,
    #[arg(long, hide = true, group = "as")]
    tsv: bool,
    #[arg(long, hide = true, group = "as")]
    json: bool,
    #[arg(long, hide = true, group = "as")]
    jsonl: bool,
    #[arg(long, hide = true, group = "as")]
    md: bool,
    #[arg(long, hide = true, group = "as")]
    ids: bool,
    /// Write to this file; the format comes from its extension
    #[arg(short, long, value_name = "FILE")]
    pub(super) output: Option<PathBuf>,
    /// Only these fields, in this order: a,b,c; without names, list the fields there are
    #[arg(long, value_name = "FIELDS", num_args = 0..=1, default_missing_value = "")]
    pub(super) fields: Option<String>,
    /// CSV that opens cleanly in spreadsheets: byte-order mark, CRLF, text that looks like a formula guarded
    #[arg(long)]
    pub(super) excel: bool,
    /// At most so many rows; 0 for all, which is usual except on a terminal
    #[arg(long, value_name = "N")]
    limit: Option<usize>,
}

impl OutputArgs {
    /// Returns the format of the answer.
    ///
    /// # Errors
    ///
    /// The format asked for is none for spreadsheets, but `--excel` is there.
    pub fn format(&self, context: &Context) -> Result<Format> {
        let short = [
            (self.csv, Format::Csv),
            (self.tsv, Format::Tsv),
            (self.json, Format::Json),
            (self.jsonl, Format::Jsonl),
            (self.md, Format::Markdown),
            (self.ids, Format::Ids),
        ];
        let asked = self.format.or_else(|| short.iter().find(|(is_asked, _)| *is_asked).map(|(_, format)| *format));
        let format = match asked {
            Some(format) => Some(format),
            None => self.format_of_file()?,
        };
        let usual = match context.is_terminal && self.output.is_none() && !self.excel {
            true => Format::Table,
            false => Format::Csv,
        };
        let format = format.unwrap_or(usual);
        if self.excel && !matches!(format, Format::Csv | Format::Tsv) {
            let message = format!("--excel is for csv and tsv, not for {}; leave one of them out", format.name());
            return Err(Error::invalid(message).into());
        }
        Ok(format)
    }

    /// Returns the format that the extension of the file asks for; none where there is no file or no extension.
    fn format_of_file(&self) -> Result<Option<Format>> {
        let Some(file) = self.output.as_deref().filter(|file| file.extension().is_some()) else { return Ok(None) };
        let format = Format::from_extension(file).ok_or_else(|| {
            let known = Format::ALL.map(Format::name).join(", ");
            let message = "tells no format; name it with --format, or use one of these as extension";
            Error::invalid(format!("the extension of {} {message}: {known}", file.display()))
        })?;
        Ok(Some(format))
    }

    /// Tells whether a format was asked for, on the command line or by a file's extension.
    pub fn is_asked(&self) -> bool {
        self.output.is_some() || self.excel || self.format.is_some() || self.fields.is_some() || self.is_short()
    }

    fn is_short(&self) -> bool {
        self.csv || self.tsv || self.json || self.jsonl || self.md || self.ids
    }

    /// Returns the same wishes, with CSV where no format is asked for: for what is too wide for a terminal.
    pub fn or_csv(self) -> OutputArgs {
        let has_format = self.has_format() || self.output.is_some();
        OutputArgs { csv: self.csv || !has_format, ..self }
    }

    /// Tells whether a format was named on the command line.
    pub fn has_format(&self) -> bool {
        self.format.is_some() || self.is_short()
    }

    /// Returns the same wishes for what belongs to the answer and stands in another file, with fields of its own.
    pub fn beside(&self, file: PathBuf) -> OutputArgs {
        OutputArgs { output: Some(file), fields: None, ..self.clone() }
    }

    /// Tells whether the answer is to open cleanly in spreadsheets.
    pub fn is_for_spreadsheets(&self) -> bool {
        self.excel
    }

    /// Tells whether the answer is a page for people: `--format table`, or a terminal without other wishes.
    pub fn is_page(&self, context: &Context) -> Result<bool> {
        Ok(self.fields.is_none() && self.format(context)? == Format::Table)
    }

    /// Returns how many rows are wanted.
    pub fn limit(&self, context: &Context) -> Option<usize> {
        let usual = if context.is_terminal && self.output.is_none() { PAGE } else { 0 };
        Some(self.limit.unwrap_or(usual)).filter(|&limit| limit > 0)
    }

    /// Returns how many rows are wanted where a page shows `usual` unless asked for more or fewer.
    pub fn limit_or(&self, usual: usize) -> Option<usize> {
        Some(self.limit.unwrap_or(usual)).filter(|&limit| limit > 0)
    }

    /// Returns how an error names the place where the answer goes.
    pub(super) fn place(&self) -> PathBuf {
        self.output.clone().unwrap_or_else(|| PathBuf::from("standard output"))
    }
}
