//! Records → JSON: one array, or one object a line. Fields keep their order, numbers stay numbers.

use std::io::{self, Write};

use serde::ser::{Serialize, SerializeMap, Serializer};

use super::{
    Encoder,
    cell::{rounded, rounded_weight},
};
use crate::record::Cell;

/// Writes one array, an object a line.
pub struct Json<W> {
    lines: Jsonl<W>,
    is_first: bool,
}

/// Writes one object a line.
pub struct Jsonl<W> {
    fields: Vec<String>,
    out: W,
}

impl<W: Write> Json<W> {
    /// Opens the array.
    pub fn new(fields: Vec<String>, mut out: W) -> io::Result<Self> {
        out.write_all(b"[")?;
        Ok(Json { lines: Jsonl::new(fields, out), is_first: true })
    }
}

impl<W: Write> Encoder for Json<W> {
    fn write(&mut self, cells: Vec<Cell>) -> io::Result<u64> {
        self.lines.out.write_all(if self.is_first { b"\n" } else { b",\n" })?;
        self.is_first = false;
        self.lines.object(&cells)?;
        Ok(0)
    }

    fn finish(mut self: Box<Self>) -> io::Result<()> {
        self.lines.out.write_all(if self.is_first { b"]\n" } else { b"\n]\n" })?;
        self.lines.out.flush()
    }
}

impl<W: Write> Jsonl<W> {
    /// Writes nothing yet: lines of JSON have no header.
    pub fn new(fields: Vec<String>, out: W) -> Self {
        Jsonl { fields, out }
    }

    fn object(&mut self, cells: &[Cell]) -> io::Result<()> {
        serde_json::to_writer(&mut self.out, &Object { fields: &self.fields, cells }).map_err(io::Error::from)
    }
}

impl<W: Write> Encoder for Jsonl<W> {
    fn write(&mut self, cells: Vec<Cell>) -> io::Result<u64> {
        self.object(&cells)?;
        self.out.write_all(b"\n")?;
        Ok(0)
    }

    fn finish(mut self: Box<Self>) -> io::Result<()> {
        self.out.flush()
    }
}

/// A record as an object.
struct Object<'r> {
    fields: &'r [String],
    cells: &'r [Cell],
}

impl Serialize for Object<'_> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let mut object = serializer.serialize_map(Some(self.fields.len()))?;
        for (field, cell) in self.fields.iter().zip(self.cells) {
            object.serialize_entry(field, &Value(cell))?;
        }
        object.end()
    }
}

/// A cell as a value.
struct Value<'r>(&'r Cell);

impl Serialize for Value<'_> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        match self.0 {
            Cell::Empty => serializer.serialize_none(),
            Cell::Text(text) | Cell::Id(text) => serializer.serialize_str(text),
            Cell::Integer(number) => serializer.serialize_i64(*number),
            Cell::Number(number) => rounded(*number).serialize(serializer),
            Cell::Weight(weight) => rounded_weight(*weight).serialize(serializer),
            Cell::List(values) => values.serialize(serializer),
        }
    }
}
