//! Graph → GraphML (Brandes and others 2002): keys for the values, then nodes, then edges.

use std::io::{self, Write};

use super::xml::Xml;
use super::{Graph, Kind, given, kinds, text_of};

/// Writes a graph. Weight and label are values like others, under the names that tools look for.
pub fn write(graph: &Graph, out: impl Write) -> io::Result<()> {
    let mut xml = Xml::new(out)?;
    xml.open(
        "graphml",
        &[
            ("xmlns", "http://graphml.graphdrawing.org/xmlns"),
            ("xmlns:xsi", "http://www.w3.org/2001/XMLSchema-instance"),
            (
                "xsi:schemaLocation",
                "http://graphml.graphdrawing.org/xmlns http://graphml.graphdrawing.org/xmlns/1.0/graphml.xsd",
            ),
        ],
    )?;
    xml.text("desc", &[], &graph.description)?;
    key(&mut xml, "node", "label", "label", Kind::Text)?;
    for (place, kind) in kinds(graph.node_fields.len(), graph.nodes.iter().map(|node| &node.values)).iter().enumerate()
    {
        key(&mut xml, "node", &format!("n{place}"), &graph.node_fields[place], *kind)?;
    }
    key(&mut xml, "edge", "weight", "weight", Kind::Number)?;
    for (place, kind) in kinds(graph.edge_fields.len(), graph.edges.iter().map(|edge| &edge.values)).iter().enumerate()
    {
        key(&mut xml, "edge", &format!("e{place}"), &graph.edge_fields[place], *kind)?;
    }
    let is_directed = graph.is_directed();
    xml.open("graph", &[("id", "network"), ("edgedefault", if is_directed { "directed" } else { "undirected" })])?;
    for node in &graph.nodes {
        xml.open("node", &[("id", &node.id)])?;
        xml.text("data", &[("key", "label")], &node.label)?;
        for (place, value) in given(&node.values) {
            xml.text("data", &[("key", &format!("n{place}"))], &value)?;
        }
        xml.close()?;
    }
    for (number, edge) in graph.edges.iter().enumerate() {
        let id = (number + 1).to_string();
        let mut attributes = vec![("id", id.as_str()), ("source", &edge.source), ("target", &edge.target)];
        if edge.is_directed != is_directed {
            attributes.push(("directed", if edge.is_directed { "true" } else { "false" }));
        }
        xml.open("edge", &attributes)?;
        xml.text("data", &[("key", "weight")], &text_of(edge.weight.clone()))?;
        for (place, value) in given(&edge.values) {
            xml.text("data", &[("key", &format!("e{place}"))], &value)?;
        }
        xml.close()?;
    }
    xml.close()?;
    xml.close()
}

fn key<W: Write>(xml: &mut Xml<W>, of: &str, id: &str, name: &str, kind: Kind) -> io::Result<()> {
    let kind = match kind {
        Kind::Text => "string",
        Kind::Integer => "long",
        Kind::Number => "double",
    };
    xml.empty("key", &[("id", id), ("for", of), ("attr.name", name), ("attr.type", kind)])
}
