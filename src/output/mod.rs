//! Records → bytes in a format. Where the bytes go, and which fields were asked for, is the caller's to say.

mod cell;
pub mod checksum;
mod csv;
pub mod datapackage;
mod excel;
pub mod graph;
mod ids;
mod json;
mod markdown;
mod table;

use std::io::{self, Write};
use std::path::Path;
use std::str::FromStr;

use crate::error::Error;
use crate::record::Cell;

/// The formats of an answer.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Format {
    /// Columns for people, as wide as the terminal; long texts and ids are cut.
    Table,
    /// RFC 4180 with a header line.
    Csv,
    /// The same with tabs for commas.
    Tsv,
    /// One array of objects.
    Json,
    /// One object a line.
    Jsonl,
    /// A table of GitHub's Markdown.
    Markdown,
    /// The first id of each record, one a line: for the next command.
    Ids,
}

/// How an answer looks, as far as its format has a choice.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Style {
    /// CSV and TSV for spreadsheets: byte-order mark, CRLF, guarded and shortened text cells.
    pub excel: bool,
    /// Columns of the terminal, where known.
    pub width: Option<usize>,
    /// Whether a table's header is bold.
    pub color: bool,
    /// The most lines that one record takes in a table: longer texts are cut.
    pub lines: usize,
}

/// What was written.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Written {
    /// Records, the header not among them.
    pub rows: u64,
    /// Cells that were guarded, cleaned or cut for spreadsheets.
    pub altered: u64,
}

/// Writes one answer: the header at once, then records as they come.
///
/// Memory stays constant, except for a table, which holds its page to know its widths.
///
/// # Example
///
/// ```
/// use sayso::output::{Format, Style, Writer};
/// use sayso::record::Cell;
///
/// let mut bytes = Vec::new();
/// let mut writer = Writer::new(Format::Csv, &Style::default(), vec!["outlet".into(), "claims".into()], &mut bytes)?;
/// writer.write(vec![Cell::Text("The Estavian".into()), Cell::Integer(7)])?;
/// assert_eq!(writer.finish()?.rows, 1);
/// assert_eq!(bytes, b"outlet,claims\nThe Estavian,7\n");
/// # Ok::<(), std::io::Error>(())
/// ```
pub struct Writer<'w> {
    encoder: Box<dyn Encoder + 'w>,
    written: Written,
}

/// One format: writes its header when made.
trait Encoder {
    /// Writes a record and returns how many of its cells were altered.
    fn write(&mut self, cells: Vec<Cell>) -> io::Result<u64>;

    /// Writes what comes after the last record, and all that is still held.
    fn finish(self: Box<Self>) -> io::Result<()>;
}

impl<'w> Writer<'w> {
    /// Begins an answer with these fields. Fails, as all that follows, only where `out` fails.
    pub fn new<W: Write + 'w>(format: Format, style: &Style, fields: Vec<String>, out: W) -> io::Result<Self> {
        let out = io::BufWriter::new(out);
        let encoder: Box<dyn Encoder + 'w> = match format {
            Format::Table => Box::new(table::Table::new(style, &fields, out)),
            Format::Csv => Box::new(csv::Csv::new(b',', style.excel, &fields, out)?),
            Format::Tsv => Box::new(csv::Csv::new(b'\t', style.excel, &fields, out)?),
            Format::Json => Box::new(json::Json::new(fields, out)?),
            Format::Jsonl => Box::new(json::Jsonl::new(fields, out)),
            Format::Markdown => Box::new(markdown::Markdown::new(&fields, out)?),
            Format::Ids => Box::new(ids::Ids::new(out)),
        };
        Ok(Writer { encoder, written: Written::default() })
    }

    /// Writes one record: as many cells as there are fields.
    pub fn write(&mut self, cells: Vec<Cell>) -> io::Result<()> {
        self.written.altered += self.encoder.write(cells)?;
        self.written.rows += 1;
        Ok(())
    }

    /// Ends the answer and says what was written. An answer that is not finished is not whole.
    pub fn finish(self) -> io::Result<Written> {
        self.encoder.finish()?;
        Ok(self.written)
    }
}

impl Default for Style {
    fn default() -> Self {
        Style { excel: false, width: None, color: false, lines: 3 }
    }
}

impl Format {
    /// Every format, in the order of the documentation.
    pub const ALL: [Format; 7] =
        [Format::Table, Format::Csv, Format::Tsv, Format::Json, Format::Jsonl, Format::Markdown, Format::Ids];

    /// Returns the name used on the command line.
    pub fn name(self) -> &'static str {
        match self {
            Format::Table => "table",
            Format::Csv => "csv",
            Format::Tsv => "tsv",
            Format::Json => "json",
            Format::Jsonl => "jsonl",
            Format::Markdown => "md",
            Format::Ids => "ids",
        }
    }

    /// Returns the format that a file's extension asks for.
    pub fn from_extension(path: &Path) -> Option<Format> {
        let extension = path.extension()?.to_str()?.to_ascii_lowercase();
        match extension.as_str() {
            "txt" => Some(Format::Table),
            "tab" => Some(Format::Tsv),
            "ndjson" => Some(Format::Jsonl),
            "markdown" => Some(Format::Markdown),
            name => Format::ALL.into_iter().find(|format| format.name() == name),
        }
    }
}

impl FromStr for Format {
    type Err = Error;

    fn from_str(name: &str) -> Result<Self, Error> {
        let format = Format::ALL.into_iter().find(|format| format.name() == name);
        let names = Format::ALL.map(Format::name).join(", ");
        format.ok_or_else(|| Error::invalid(format!("{name} is no format; choose one of {names}")))
    }
}

#[cfg(test)]
mod tests;
