//! Records → a table for people: as wide as the terminal, ids short, long texts wrapped and then cut.

use std::io::{self, Write};

use comfy_table::{Attribute, CellAlignment, ColumnConstraint, ContentArrangement, LineStyle, Row, TableStyle, Width};

use super::{Encoder, Style, cell::text_of};
use crate::record::Cell;

/// Columns of a terminal that does not tell.
const WIDTH: usize = 120;

/// Characters of an id: enough to be nearly always unique, and all commands accept the beginning of an id.
const ID_LENGTH: usize = 10;

/// The narrowest table that is tried: below, lines break wherever the terminal breaks them.
const NARROWEST: usize = 20;

/// Into how many columns of this width a page is parted where its texts do not fit: all of them but the longest are no
/// wider, so that the longest, what was said, gets the room.
const PARTS: usize = 7;

/// The most characters of a cell that are laid out: the time for one long word grows with its square.
const LONGEST: usize = 10_000;

/// A rule under the header and nothing else: what stands in a table stays easy to copy.
const HEADER_RULE: TableStyle = TableStyle::new().header_separator(LineStyle::none().fill('─').junction('─'));

/// Holds a page until its widths are known.
pub struct Table<W> {
    page: comfy_table::Table,
    width: usize,
    lines: usize,
    /// Whether a column holds ids or numbers only, which are never wrapped.
    is_narrow: Vec<bool>,
    /// How many characters each column holds in all.
    characters: Vec<usize>,
    out: W,
}

impl<W: Write> Table<W> {
    /// Sets the header; nothing is written before the end.
    pub fn new(style: &Style, fields: &[String], out: W) -> Self {
        let width = style.width.unwrap_or(WIDTH).clamp(NARROWEST, usize::from(u16::MAX));
        let mut page = comfy_table::Table::new();
        page.load_style(HEADER_RULE)
            .set_content_arrangement(ContentArrangement::Dynamic)
            .set_truncation_indicator("…")
            .set_width(width as u16)
            .force_no_tty();
        let header = fields.iter().map(|field| {
            let cell = comfy_table::Cell::new(field);
            if style.color { cell.add_attribute(Attribute::Bold) } else { cell }
        });
        page.set_header(header.collect::<Vec<_>>());
        for (index, column) in page.column_iter_mut().enumerate() {
            let is_last = index + 1 == fields.len();
            column.set_padding((0, if is_last { 0 } else { 1 }));
        }
        if style.color {
            page.enforce_styling();
        }
        Table {
            page,
            width,
            lines: style.lines.max(1),
            is_narrow: vec![true; fields.len()],
            characters: vec![0; fields.len()],
            out,
        }
    }

    /// Returns a cell as it is shown, no longer than can be shown.
    fn shown(&self, cell: Cell) -> comfy_table::Cell {
        let alignment = match cell {
            Cell::Integer(_) | Cell::Number(_) | Cell::Weight(_) => CellAlignment::Right,
            _ => CellAlignment::Left,
        };
        let (longest, mark) = match cell {
            Cell::Id(_) => (ID_LENGTH, None),
            _ => (self.lines.saturating_mul(self.width).min(LONGEST), Some('…')),
        };
        let text = text_of(cell);
        let mut characters = text.chars().filter(|character| !turns_direction(*character)).map(spaced);
        let mut shown: String = characters.by_ref().take(longest).collect();
        shown.extend(characters.next().and(mark));
        comfy_table::Cell::new(shown).set_alignment(alignment)
    }
}

impl<W: Write> Encoder for Table<W> {
    fn write(&mut self, cells: Vec<Cell>) -> io::Result<u64> {
        for (is_narrow, cell) in self.is_narrow.iter_mut().zip(&cells) {
            *is_narrow &= !matches!(cell, Cell::Text(_) | Cell::List(_));
        }
        let shown: Vec<_> = cells.into_iter().map(|cell| self.shown(cell)).collect();
        for (characters, cell) in self.characters.iter_mut().zip(&shown) {
            *characters += cell.content().chars().count();
        }
        let mut row = Row::from(shown);
        row.max_height(self.lines);
        self.page.add_row(row);
        Ok(0)
    }

    fn finish(mut self: Box<Self>) -> io::Result<()> {
        let longest = (0..self.characters.len()).max_by_key(|&index| self.characters[index]);
        let widths: Vec<usize> = self.page.column_max_content_widths().into_iter().map(usize::from).collect();
        let is_too_wide = widths.iter().map(|width| width + 1).sum::<usize>() > self.width;
        let part = self.width / PARTS;
        for (index, column) in self.page.column_iter_mut().enumerate() {
            if self.is_narrow[index] {
                column.set_constraint(ColumnConstraint::ContentWidth);
            } else if is_too_wide && Some(index) != longest && widths[index] > part {
                column.set_constraint(ColumnConstraint::UpperBoundary(Width::Fixed(part as u16)));
            }
        }
        for line in self.page.lines() {
            writeln!(self.out, "{}", line.trim_end())?;
        }
        self.out.flush()
    }
}

/// Tells whether a character would turn the direction of what follows it, beyond its own cell.
fn turns_direction(character: char) -> bool {
    matches!(character, '\u{200e}' | '\u{200f}' | '\u{61c}' | '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}')
}

/// Returns a space for what would break the line or command the terminal.
fn spaced(character: char) -> char {
    if character.is_whitespace() || character.is_control() { ' ' } else { character }
}
