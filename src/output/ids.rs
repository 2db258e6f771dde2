//! Records → ids, one a line, for the next command in a pipe.

use std::io::{self, Write};

use super::Encoder;
use crate::record::Cell;

/// Writes the first id of each record.
pub struct Ids<W> {
    out: W,
}

impl<W: Write> Ids<W> {
    /// Writes nothing yet: ids have no header.
    pub fn new(out: W) -> Self {
        Ids { out }
    }
}

impl<W: Write> Encoder for Ids<W> {
    fn write(&mut self, cells: Vec<Cell>) -> io::Result<u64> {
        let id = cells.into_iter().find_map(|cell| match cell {
            Cell::Id(id) => Some(id),
            _ => None,
        });
        let id = id.ok_or_else(|| {
            let message = "these records have no id to write; choose another format, or a field that is an id";
            io::Error::new(io::ErrorKind::InvalidInput, message)
        })?;
        writeln!(self.out, "{id}")?;
        Ok(0)
    }

    fn finish(mut self: Box<Self>) -> io::Result<()> {
        self.out.flush()
    }
}
