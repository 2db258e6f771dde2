//! Nodes and edges → bytes in a format of graph tools. What they mean is the caller's to say.

mod gexf;
mod graphml;
mod xml;

use std::io::{self, Write};
use std::path::Path;

use super::cell::text_of;
use crate::record::Cell;

/// The formats of a graph.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum GraphFormat {
    /// GraphML: read by nearly every tool.
    Graphml,
    /// GEXF 1.3: for Gephi, with days on edges.
    Gexf,
}

/// A graph.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Graph {
    /// What it shows, in a sentence.
    pub description: String,
    /// Names of the values of each node.
    pub node_fields: Vec<String>,
    /// The nodes, in the order in which they are written.
    pub nodes: Vec<Node>,
    /// Names of the values of each edge.
    pub edge_fields: Vec<String>,
    /// The edges, likewise.
    pub edges: Vec<Edge>,
}

/// A node.
#[derive(Debug, Clone, PartialEq)]
pub struct Node {
    /// What tells it from others.
    pub id: String,
    /// What people read.
    pub label: String,
    /// One value for each field.
    pub values: Vec<Cell>,
    /// From when to when it is there; none for always.
    pub days: Option<Days>,
}

/// An edge.
#[derive(Debug, Clone, PartialEq)]
pub struct Edge {
    /// Id of the node where it begins.
    pub source: String,
    /// And where it ends.
    pub target: String,
    /// Whether that makes a difference.
    pub is_directed: bool,
    /// What tells it from other edges between the same nodes.
    pub kind: String,
    /// How much it weighs.
    pub weight: Cell,
    /// One value for each field.
    pub values: Vec<Cell>,
    /// From when to when it is there; none for always.
    pub days: Option<Days>,
}

/// Days, ISO.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Days {
    /// The first.
    pub first: String,
    /// The one after the last: tools take an interval that ends where it begins for none at all.
    pub end: String,
}

impl GraphFormat {
    /// Returns the format that a file's extension asks for.
    pub fn from_extension(path: &Path) -> Option<GraphFormat> {
        match path.extension()?.to_str()?.to_ascii_lowercase().as_str() {
            "graphml" => Some(GraphFormat::Graphml),
            "gexf" => Some(GraphFormat::Gexf),
            _ => None,
        }
    }

    /// Writes a graph. Fails only where `out` fails.
    ///
    /// # Example
    ///
    /// ```
    /// use sayso::output::graph::{Edge, Graph, GraphFormat, Node};
    /// use sayso::record::Cell;
    ///
    /// let node = |id: &str| Node { id: id.into(), label: id.into(), values: vec![], days: None };
    /// let edge = Edge {
    ///     source: "a".into(),
    ///     target: "b".into(),
    ///     is_directed: true,
    ///     kind: "about".into(),
    ///     weight: Cell::Integer(3),
    ///     values: vec![],
    ///     days: None,
    /// };
    /// let graph = Graph { nodes: vec![node("a"), node("b")], edges: vec![edge], ..Graph::default() };
    /// let mut bytes = Vec::new();
    /// GraphFormat::Graphml.write(&graph, &mut bytes)?;
    /// assert!(String::from_utf8_lossy(&bytes).contains(r#"<edge id="1" source="a" target="b">"#));
    /// # Ok::<(), std::io::Error>(())
    /// ```
    pub fn write(self, graph: &Graph, out: impl Write) -> io::Result<()> {
        let mut out = io::BufWriter::new(out);
        match self {
            GraphFormat::Graphml => graphml::write(graph, &mut out)?,
            GraphFormat::Gexf => gexf::write(graph, &mut out)?,
        }
        out.flush()
    }
}

impl Graph {
    /// Tells whether an edge is directed unless it says otherwise: as any edge is that is directed.
    pub fn is_directed(&self) -> bool {
        self.edges.iter().any(|edge| edge.is_directed)
    }

    /// Tells whether some edges are directed and some are not, which not every tool can read.
    pub fn is_mixed(&self) -> bool {
        self.is_directed() && self.edges.iter().any(|edge| !edge.is_directed)
    }
}

/// What the values of a field are to graph tools.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Kind {
    Text,
    Integer,
    Number,
}

/// Returns what the values of each field are, by the first value that there is.
fn kinds<'v>(fields: usize, values: impl Iterator<Item = &'v Vec<Cell>> + Clone) -> Vec<Kind> {
    let kind_of = |place: usize| {
        let first = values.clone().filter_map(|values| values.get(place)).find(|cell| **cell != Cell::Empty);
        match first {
            Some(Cell::Integer(_)) => Kind::Integer,
            Some(Cell::Number(_) | Cell::Weight(_)) => Kind::Number,
            _ => Kind::Text,
        }
    };
    (0..fields).map(kind_of).collect()
}

/// Returns the values that are there, each with the place of its field.
fn given(values: &[Cell]) -> impl Iterator<Item = (usize, String)> + '_ {
    let filled = values.iter().enumerate().filter(|(_, cell)| **cell != Cell::Empty);
    filled.map(|(place, cell)| (place, text_of(cell.clone())))
}

#[cfg(test)]
mod tests;
