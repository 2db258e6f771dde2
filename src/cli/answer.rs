//! Answers: a list of records in the format, with the fields and in the place that the user asked for.

use std::io::Write;
use std::path::PathBuf;

use anyhow::Result;

use super::context::Context;
use super::exit::Status;
use super::page::Page;
use super::sink::Sink;
use super::words::{ROWS, Unit, counted, grouped};
use crate::corpus::filter::Filter;
use crate::error::{self, Error};
use crate::output::{Format, Style, Writer, Written};
use crate::record::{Cell, Record};

/// Rows of a page on a terminal.
const PAGE: usize = 20;
/// How far an answer counts what it does not show.
const COUNTED: usize = 10_000;

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
    output: Option<PathBuf>,
    /// Only these fields, in this order: a,b,c; without names, list the fields there are
    #[arg(long, value_name = "FIELDS", num_args = 0..=1, default_missing_value = "")]
    fields: Option<String>,
    /// CSV that opens cleanly in spreadsheets: byte-order mark, CRLF, text that looks like a formula guarded
    #[arg(long)]
    excel: bool,
    /// At most so many rows; 0 for all, which is usual except on a terminal
    #[arg(long, value_name = "N")]
    limit: Option<usize>,
}

/// What an answer lists: its unit, and the fields that a table shows unless others are asked for.
#[derive(Debug, Clone, Copy)]
pub struct Shape {
    /// What one row is.
    pub unit: Unit,
    /// Fields of a table; none for all.
    pub shown: &'static [&'static str],
}

/// What takes the records of an answer, one after the other.
pub type Each<'e, R> = &'e mut dyn FnMut(R) -> error::Result<()>;

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

    /// Answers with a page for people.
    pub fn page(&self, context: &Context, page: &Page) -> Result<()> {
        self.bytes(context, page.text().as_bytes())
    }

    /// Answers with bytes as they are.
    pub fn bytes(&self, context: &Context, bytes: &[u8]) -> Result<()> {
        let mut sink = Sink::open(context, self.output.as_deref())?;
        let name = self.place();
        let failed = |cause| Error::io(&name, cause);
        sink.write_all(bytes).map_err(failed)?;
        Ok(sink.close().map_err(failed)?)
    }

    /// Returns an empty page as wide and as colourful as the place where it goes.
    pub fn blank_page(&self, context: &Context) -> Page {
        Page::new(context.width, context.color && self.output.is_none())
    }

    /// Answers with what a filter finds; on a terminal a page of it, and how much more there is.
    pub fn list<R: Record>(
        &self,
        context: &Context,
        shape: Shape,
        filter: &Filter,
        find: impl FnOnce(&Filter, Each<'_, R>) -> error::Result<()>,
        count: impl FnOnce(&Filter, usize) -> error::Result<usize>,
    ) -> Result<Status> {
        let limit = self.limit(context);
        let page = Filter { limit, ..filter.clone() };
        let rows = self.give(context, shape, |each| find(&page, each))?;
        if let Some(limit) = limit.filter(|&limit| rows == limit as u64) {
            let found = count(filter, self.count_to(limit))?;
            self.note_more(context, shape, found.saturating_sub(limit));
        }
        Ok(Status::Done)
    }

    /// Answers with rows that are there already.
    pub fn rows<R: Record>(&self, context: &Context, shape: Shape, mut rows: Vec<R>) -> Result<Status> {
        let more = self.limit(context).map_or(0, |limit| rows.len().saturating_sub(limit));
        rows.truncate(rows.len() - more);
        self.give(context, shape, |each| rows.into_iter().try_for_each(each))?;
        self.note_more(context, shape, more);
        Ok(Status::Done)
    }

    /// Answers with records of one type; returns how many there were.
    pub fn give<R: Record>(
        &self,
        context: &Context,
        shape: Shape,
        fill: impl FnOnce(Each<'_, R>) -> error::Result<()>,
    ) -> Result<u64> {
        let fields: Vec<String> = R::fields().iter().map(|field| field.to_string()).collect();
        self.give_cells(context, shape, fields, |each| fill(&mut |record| each(record.into_cells())))
    }

    /// Answers with records whose fields are known only now; returns how many there were.
    pub fn give_cells(
        &self,
        context: &Context,
        shape: Shape,
        fields: Vec<String>,
        fill: impl FnOnce(Each<'_, Vec<Cell>>) -> error::Result<()>,
    ) -> Result<u64> {
        let format = self.format(context)?;
        if self.fields.as_deref().is_some_and(|asked| asked.trim().is_empty()) {
            self.bytes(context, (fields.join("\n") + "\n").as_bytes())?;
            return Ok(0);
        }
        let chosen = self.chosen(&fields, shape, format)?;
        let style = Style {
            excel: self.excel,
            width: Some(context.width),
            color: context.color && self.output.is_none(),
            ..Style::default()
        };
        let names: Vec<String> = chosen.iter().map(|&place| fields[place].clone()).collect();
        let name = self.place();
        let failed = |cause| Error::io(&name, cause);
        // Opened with the first record, so that a question that cannot be asked leaves no beginning of an answer.
        let mut sink = None;
        let mut closed = Some(&mut sink);
        let mut begin = || {
            let sink =
                closed.take().expect("an answer begins once").insert(Sink::open(context, self.output.as_deref())?);
            Writer::new(format, &style, names.clone(), sink).map_err(failed)
        };
        let mut writer = None;
        fill(&mut |cells| {
            if writer.is_none() {
                writer = Some(begin()?);
            }
            let cells = chosen.iter().map(|&place| cells[place].clone()).collect();
            writer.as_mut().expect("it was just begun").write(cells).map_err(failed)
        })?;
        let writer = writer.map_or_else(&mut begin, Ok)?;
        let written = writer.finish().map_err(failed)?;
        sink.expect("the answer has begun").close().map_err(failed)?;
        self.note_written(context, shape, format, written);
        Ok(written.rows)
    }

    /// Returns how an error names the place where the answer goes.
    fn place(&self) -> PathBuf {
        self.output.clone().unwrap_or_else(|| PathBuf::from("standard output"))
    }

    /// Returns the places of the fields that are wanted, in the order wanted.
    fn chosen(&self, fields: &[String], shape: Shape, format: Format) -> Result<Vec<usize>> {
        let place = |wanted: &str| fields.iter().position(|field| field == wanted);
        let Some(asked) = &self.fields else {
            let shown: Vec<usize> = shape.shown.iter().filter_map(|field| place(field)).collect();
            let is_subset = format == Format::Table && !shown.is_empty();
            return Ok(if is_subset { shown } else { (0..fields.len()).collect() });
        };
        let find = |wanted: &str| {
            place(wanted).ok_or_else(|| {
                Error::invalid(format!("there is no field '{wanted}' here; choose from {}", fields.join(", "))).into()
            })
        };
        asked.split(',').map(str::trim).filter(|field| !field.is_empty()).map(find).collect()
    }

    /// Returns how far to count what is found when `limit` rows are shown.
    pub fn count_to(&self, limit: usize) -> usize {
        limit + COUNTED + 1
    }

    /// Says how many rows the answer does not show.
    pub fn note_more(&self, context: &Context, shape: Shape, more: usize) {
        if let Some(message) = more_than_shown(more, shape.unit) {
            context.note(&message);
        }
    }

    /// Says what was written where the user does not see it, and what was changed for spreadsheets.
    fn note_written(&self, context: &Context, shape: Shape, format: Format, written: Written) {
        let rows = counted(written.rows, shape.unit);
        match &self.output {
            Some(path) => context.note(&format!("{rows} written to {}", path.display())),
            None if !context.is_terminal && context.is_watched => context.note(&format!("{rows} written")),
            None if written.rows == 0 && format == Format::Table => context.note(&format!("no {}", shape.unit.1)),
            None => {}
        }
        if written.altered > 0 {
            let cells = counted(written.altered, ("cell", "cells"));
            context.note(&format!("{cells} guarded or cut so that spreadsheets take them as text"));
        }
    }
}

/// Returns how a page says that there is more than it shows; nothing where there is not.
pub fn more_than_shown(more: usize, unit: Unit) -> Option<String> {
    let (number, several) = match more {
        0 => return None,
        more if more > COUNTED => (format!("more than {}", grouped(COUNTED as u64)), true),
        more => (grouped(more as u64), more > 1),
    };
    let unit = if several { unit.1 } else { unit.0 };
    Some(format!("… {number} more {unit}; --limit 0 shows all"))
}

impl Shape {
    /// Rows without a unit of their own, all fields shown.
    pub const PLAIN: Shape = Shape { unit: ROWS, shown: &[] };
}
