//! Answers: a list of records in the format, with the fields and in the place that the user asked for.

use std::io::Write;

use anyhow::Result;

use super::context::Context;
use super::exit::Status;
use super::output::OutputArgs;
use super::page::Page;
use super::sink::Sink;
use super::words::{ROWS, Unit, counted, grouped};
use crate::corpus::filter::{Filter, Reprints};
use crate::error::{self, Error};
use crate::output::{Format, Style, Writer, Written};
use crate::record::{Cell, Record};

/// How far an answer counts what it does not show.
const COUNTED: usize = 500;

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
        self.note_rest(context, shape, filter, rows as usize, count)?;
        Ok(Status::Done)
    }

    /// Answers with what a filter finds: on a terminal a page on which `write` puts each row below the one before, and how
    /// much more there is; else as [`OutputArgs::list`] does.
    pub fn list_or_page<R: Record>(
        &self,
        context: &Context,
        shape: Shape,
        filter: &Filter,
        find: impl FnOnce(&Filter, Each<'_, R>) -> error::Result<()>,
        count: impl FnOnce(&Filter, usize) -> error::Result<usize>,
        mut write: impl FnMut(&mut Page, R) -> error::Result<()>,
    ) -> Result<Status> {
        if !self.is_page(context)? {
            return self.list(context, shape, filter, find, count);
        }
        let limit = self.limit(context);
        let mut page = self.blank_page(context);
        let mut rows = 0;
        find(&Filter { limit, ..filter.clone() }, &mut |row| {
            rows += 1;
            page.gap();
            write(&mut page, row)
        })?;
        self.page(context, &page)?;
        if rows == 0 {
            context.note(&format!("no {} found", shape.unit.1));
        }
        self.note_rest(context, shape, filter, rows, count)?;
        Ok(Status::Done)
    }

    /// Says what an answer of so many rows leaves out: the rows beyond its limit, or where there are none, those that
    /// reprints have.
    fn note_rest(
        &self,
        context: &Context,
        shape: Shape,
        filter: &Filter,
        rows: usize,
        count: impl FnOnce(&Filter, usize) -> error::Result<usize>,
    ) -> Result<()> {
        match self.limit(context) {
            _ if rows == 0 => self.note_left_out(context, shape, filter, count)?,
            Some(limit) if rows == limit => {
                let found = count(filter, self.count_to(limit))?;
                self.note_more(context, shape, found.saturating_sub(limit));
            }
            _ => {}
        }
        Ok(())
    }

    /// Says, where a page found nothing, what the same question finds in reprints and replaced versions.
    fn note_left_out(
        &self,
        context: &Context,
        shape: Shape,
        filter: &Filter,
        count: impl FnOnce(&Filter, usize) -> error::Result<usize>,
    ) -> Result<()> {
        if filter.reprints != Reprints::Collapse || !self.is_page(context)? {
            return Ok(());
        }
        let found = count(&Filter { reprints: Reprints::Separate, ..filter.clone() }, COUNTED)?;
        if found > 0 {
            let found = counted(found as u64, shape.unit);
            context.note(&format!("{found} in reprints and replaced versions; --reprints separate shows them"));
        }
        Ok(())
    }

    /// Answers with rows that are there already.
    pub fn rows<R: Record>(&self, context: &Context, shape: Shape, rows: Vec<R>) -> Result<Status> {
        self.first(self.limit(context), context, shape, rows)
    }

    /// Answers with rows that are there already and belong together: all of them on a terminal too.
    pub fn all_rows<R: Record>(&self, context: &Context, shape: Shape, rows: Vec<R>) -> Result<Status> {
        self.first(self.limit_or(0), context, shape, rows)
    }

    fn first<R: Record>(
        &self,
        limit: Option<usize>,
        context: &Context,
        shape: Shape,
        mut rows: Vec<R>,
    ) -> Result<Status> {
        let more = limit.map_or(0, |limit| rows.len().saturating_sub(limit));
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
        // A table of nothing is said in words, not shown as a header.
        if writer.is_none() && format == Format::Table && self.output.is_none() {
            context.note(&format!("no {}", shape.unit.1));
            return Ok(0);
        }
        let writer = writer.map_or_else(&mut begin, Ok)?;
        let written = writer.finish().map_err(failed)?;
        sink.expect("the answer has begun").close().map_err(failed)?;
        self.note_written(context, shape, written);
        Ok(written.rows)
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
    fn count_to(&self, limit: usize) -> usize {
        limit + COUNTED + 1
    }

    /// Says how many rows the answer does not show.
    pub fn note_more(&self, context: &Context, shape: Shape, more: usize) {
        if let Some(message) = more_than_shown(more, shape.unit) {
            context.note(&message);
        }
    }

    /// Says what was written where the user does not see it, and what was changed for spreadsheets.
    fn note_written(&self, context: &Context, shape: Shape, written: Written) {
        let rows = counted(written.rows, shape.unit);
        match &self.output {
            Some(path) => context.note(&format!("{rows} written to {}", path.display())),
            None if !context.is_terminal && context.is_watched => context.note(&format!("{rows} written")),
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
