//! Graph → GEXF 1.3: edges and nodes with the days between which they are there.
//!
//! Days are plain dates, and an interval ends on the day after its last: Gephi passes over one that ends where it begins.
//! The file names no time of its own, so that the same corpus gives the same bytes.

use std::io::{self, Write};

use super::xml::Xml;
use super::{Days, Graph, Kind, given, kinds, text_of};

/// Writes a graph.
pub fn write(graph: &Graph, out: impl Write) -> io::Result<()> {
    let mut xml = Xml::new(out)?;
    xml.open("gexf", &[("xmlns", "http://gexf.net/1.3"), ("version", "1.3")])?;
    xml.open("meta", &[])?;
    xml.text("creator", &[], concat!("sayso ", env!("CARGO_PKG_VERSION")))?;
    xml.text("description", &[], &graph.description)?;
    xml.close()?;
    let is_directed = graph.is_directed();
    let direction = |is_directed| if is_directed { "directed" } else { "undirected" };
    let mut attributes = vec![("defaultedgetype", direction(is_directed))];
    match graph.edges.iter().any(|edge| edge.days.is_some()) {
        true => attributes.extend([("mode", "dynamic"), ("timeformat", "date"), ("timerepresentation", "interval")]),
        false => attributes.push(("mode", "static")),
    }
    xml.open("graph", &attributes)?;
    fields(&mut xml, "node", &graph.node_fields, graph.nodes.iter().map(|node| &node.values))?;
    fields(&mut xml, "edge", &graph.edge_fields, graph.edges.iter().map(|edge| &edge.values))?;
    xml.open("nodes", &[])?;
    for node in &graph.nodes {
        let mut attributes = vec![("id", node.id.as_str()), ("label", &node.label)];
        attributes.extend(interval(&node.days));
        xml.open("node", &attributes)?;
        values(&mut xml, &node.values)?;
        xml.close()?;
    }
    xml.close()?;
    xml.open("edges", &[])?;
    for (number, edge) in graph.edges.iter().enumerate() {
        let (id, weight) = ((number + 1).to_string(), text_of(edge.weight.clone()));
        let mut attributes = vec![
            ("id", id.as_str()),
            ("source", &edge.source),
            ("target", &edge.target),
            ("kind", &edge.kind),
            ("weight", &weight),
        ];
        if edge.is_directed != is_directed {
            attributes.push(("type", direction(edge.is_directed)));
        }
        attributes.extend(interval(&edge.days));
        xml.open("edge", &attributes)?;
        values(&mut xml, &edge.values)?;
        xml.close()?;
    }
    xml.close()?;
    xml.close()?;
    xml.close()
}

/// Declares the values of nodes or edges.
fn fields<'v, W: Write>(
    xml: &mut Xml<W>,
    of: &'static str,
    fields: &[String],
    values: impl Iterator<Item = &'v Vec<crate::record::Cell>> + Clone,
) -> io::Result<()> {
    xml.open("attributes", &[("class", of), ("mode", "static")])?;
    for (place, kind) in kinds(fields.len(), values).into_iter().enumerate() {
        let kind = match kind {
            Kind::Text => "string",
            Kind::Integer => "long",
            Kind::Number => "double",
        };
        xml.empty("attribute", &[("id", &place.to_string()), ("title", &fields[place]), ("type", kind)])?;
    }
    xml.close()
}

fn values<W: Write>(xml: &mut Xml<W>, values: &[crate::record::Cell]) -> io::Result<()> {
    xml.open("attvalues", &[])?;
    for (place, value) in given(values) {
        xml.empty("attvalue", &[("for", &place.to_string()), ("value", &value)])?;
    }
    xml.close()
}

fn interval(days: &Option<Days>) -> Vec<(&str, &str)> {
    days.as_ref().map_or_else(Vec::new, |days| vec![("start", days.first.as_str()), ("end", &days.end)])
}
