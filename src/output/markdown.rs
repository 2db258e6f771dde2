//! Records → a Markdown table as GitHub reads it: one line a record, whatever its texts hold.

use std::io::{self, Write};

use super::{Encoder, cell::text_of};
use crate::record::Cell;

/// Writes a Markdown table.
pub struct Markdown<W> {
    out: W,
}

impl<W: Write> Markdown<W> {
    /// Writes the header and its rule.
    pub fn new(fields: &[String], out: W) -> io::Result<Self> {
        let mut table = Markdown { out };
        table.row(fields.iter().map(|field| escaped(field)))?;
        table.row(fields.iter().map(|_| "---".to_string()))?;
        Ok(table)
    }

    fn row(&mut self, cells: impl Iterator<Item = String>) -> io::Result<()> {
        for cell in cells {
            write!(self.out, "| {cell} ")?;
        }
        writeln!(self.out, "|")
    }
}

impl<W: Write> Encoder for Markdown<W> {
    fn write(&mut self, cells: Vec<Cell>) -> io::Result<u64> {
        self.row(cells.into_iter().map(|cell| escaped(&text_of(cell))))?;
        Ok(0)
    }

    fn finish(mut self: Box<Self>) -> io::Result<()> {
        self.out.flush()
    }
}

/// Returns a text that neither leaves its cell nor becomes HTML.
fn escaped(text: &str) -> String {
    let mut cell = String::with_capacity(text.len());
    for character in text.replace("\r\n", "\n").chars() {
        match character {
            '|' | '\\' | '<' => cell.extend(['\\', character]),
            '\n' | '\r' => cell.push_str("<br>"),
            other if other.is_control() => cell.push(' '),
            other => cell.push(other),
        }
    }
    cell
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_cell_stays_in_its_line() {
        assert_eq!(escaped("a|b\\|c\r\nd\u{1b}e<i>"), "a\\|b\\\\\\|c<br>d e\\<i>");
    }
}
