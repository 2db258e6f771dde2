//! Records → CSV and TSV by RFC 4180: what is read back is what was written.

use std::io::{self, Write};

use super::{Encoder, cell::text_of, excel};
use crate::record::Cell;

/// Lets spreadsheets know that the file is UTF-8.
const BYTE_ORDER_MARK: &str = "\u{feff}";

/// Writes separated values.
pub struct Csv<W: Write> {
    rows: csv::Writer<W>,
    is_for_excel: bool,
}

impl<W: Write> Csv<W> {
    /// Writes the header.
    pub fn new(delimiter: u8, is_for_excel: bool, fields: &[String], mut out: W) -> io::Result<Self> {
        let terminator = match is_for_excel {
            true => csv::Terminator::CRLF,
            false => csv::Terminator::Any(b'\n'),
        };
        if is_for_excel {
            out.write_all(BYTE_ORDER_MARK.as_bytes())?;
        }
        let mut rows = csv::WriterBuilder::new().delimiter(delimiter).terminator(terminator).from_writer(out);
        rows.write_record(fields).map_err(io_error)?;
        Ok(Csv { rows, is_for_excel })
    }
}

impl<W: Write> Encoder for Csv<W> {
    fn write(&mut self, cells: Vec<Cell>) -> io::Result<u64> {
        let mut altered = 0;
        for cell in cells {
            let is_words = matches!(cell, Cell::Text(_) | Cell::List(_));
            let text = text_of(cell);
            let guarded = if self.is_for_excel && is_words { excel::guarded(&text) } else { None };
            altered += u64::from(guarded.is_some());
            self.rows.write_field(guarded.unwrap_or(text)).map_err(io_error)?;
        }
        self.rows.write_record(None::<&[u8]>).map_err(io_error)?;
        Ok(altered)
    }

    fn finish(mut self: Box<Self>) -> io::Result<()> {
        self.rows.flush()
    }
}

/// Returns the error of the file below as it is: a broken pipe must be known for one.
fn io_error(error: csv::Error) -> io::Error {
    match error.into_kind() {
        csv::ErrorKind::Io(error) => error,
        other => io::Error::other(format!("a record could not be written as CSV: {other:?}")),
    }
}
