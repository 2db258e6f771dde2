//! What a query returns and a format prints: the one type that `corpus` and `output` share.

/// One value of a record.
#[derive(Debug, Clone, PartialEq)]
pub enum Cell {
    /// Not known or not there.
    Empty,
    /// Words; spreadsheets may need them guarded.
    Text(String),
    /// A public id (`c-9tq2vd…`): shown shortened on a terminal, whole everywhere else.
    Id(String),
    /// A count or a position.
    Integer(i64),
    /// A score or a share, written with three decimals.
    Number(f64),
    /// A weight between nodes, written with six decimals: of many small ones each counts.
    Weight(f64),
    /// Several values: one cell joined by "; " in tables and CSV, an array in JSON.
    List(Vec<String>),
}

/// One line of an answer.
pub trait Record {
    /// The column names, in order. They are an interface: scripts rely on them.
    fn fields() -> &'static [&'static str];

    /// The values, one for each field.
    fn into_cells(self) -> Vec<Cell>;
}

impl From<String> for Cell {
    fn from(text: String) -> Self {
        Cell::Text(text)
    }
}

impl From<i64> for Cell {
    fn from(number: i64) -> Self {
        Cell::Integer(number)
    }
}

impl From<f64> for Cell {
    fn from(number: f64) -> Self {
        Cell::Number(number)
    }
}

impl From<Vec<String>> for Cell {
    fn from(values: Vec<String>) -> Self {
        Cell::List(values)
    }
}

impl<T: Into<Cell>> From<Option<T>> for Cell {
    fn from(value: Option<T>) -> Self {
        value.map_or(Cell::Empty, Into::into)
    }
}
