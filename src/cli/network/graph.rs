//! A network as a file for graph tools.

use std::collections::HashMap;
use std::path::Path;

use anyhow::Result;
use jiff::civil::Date;

use super::NODE;
use crate::cli::context::Context;
use crate::cli::sink::Sink;
use crate::cli::words::counted;
use crate::corpus::queries::{EdgeRow, NodeRow};
use crate::error::Error;
use crate::output::graph::{Days, Edge, Graph, GraphFormat, Node};
use crate::record::Record;

/// Fields that graph formats have places of their own for.
const LABELS: usize = 2;
const ENDS: usize = 4;
const WEIGHT: usize = 5;

/// Writes the graph, says so, and warns where not every tool can read it.
pub fn write(
    context: &Context,
    path: &Path,
    format: GraphFormat,
    description: &str,
    edges: Vec<EdgeRow>,
    nodes: Vec<NodeRow>,
) -> Result<()> {
    let graph = graph(description, edges, nodes);
    let failed = |cause| Error::io(path, cause);
    let mut sink = Sink::open(context, Some(path))?;
    format.write(&graph, &mut sink).map_err(failed)?;
    sink.close().map_err(failed)?;
    let edges = counted(graph.edges.len() as u64, super::EDGES.unit);
    let nodes = counted(graph.nodes.len() as u64, NODE);
    context.note(&format!("{edges} and {nodes} written to {}", path.display()));
    if graph.is_mixed() {
        context.note(
            "some of its edges are directed and some are not, which networkx and others refuse; \
             for them choose agrees, disputes and co-quoted, or about and outlet",
        );
    }
    Ok(())
}

fn graph(description: &str, edges: Vec<EdgeRow>, nodes: Vec<NodeRow>) -> Graph {
    let names = |fields: &[&str]| fields.iter().map(|field| field.to_string()).collect::<Vec<_>>();
    let mut edge_fields = names(&EdgeRow::fields()[ENDS..]);
    edge_fields.retain(|field| field != "weight");
    let spans = spans(&edges);
    let nodes = nodes.into_iter().map(|node| Node {
        days: spans.get(&node.node_id).cloned().flatten(),
        id: node.node_id.clone(),
        label: node.name.clone(),
        values: node.into_cells().split_off(LABELS),
    });
    let nodes: Vec<Node> = nodes.collect();
    let edges = edges.into_iter().map(|edge| {
        let mut cells = edge.clone().into_cells();
        let weight = cells.remove(WEIGHT);
        Edge {
            days: days(&edge),
            source: edge.source_id,
            target: edge.target_id,
            is_directed: edge.kind.is_directed(),
            kind: edge.kind.name().to_string(),
            weight,
            values: cells.split_off(ENDS),
        }
    });
    Graph {
        description: description.to_string(),
        node_fields: names(&NodeRow::fields()[LABELS..]),
        nodes,
        edge_fields,
        edges: edges.collect(),
    }
}

/// Returns from when to when each node has edges; none where one of them has no days, so that it is always there.
fn spans(edges: &[EdgeRow]) -> HashMap<String, Option<Days>> {
    let mut spans: HashMap<String, Option<Days>> = HashMap::new();
    for edge in edges {
        let days = days(edge);
        for node in [&edge.source_id, &edge.target_id] {
            let span = spans.entry(node.clone()).or_insert_with(|| days.clone());
            *span = span
                .take()
                .zip(days.clone())
                .map(|(span, days)| Days { first: span.first.min(days.first), end: span.end.max(days.end) });
        }
    }
    spans
}

/// Returns the days of an edge, up to the one after its last.
fn days(edge: &EdgeRow) -> Option<Days> {
    let last: Date = edge.last_on.as_ref()?.parse().ok()?;
    let end = last.tomorrow().unwrap_or(last);
    Some(Days { first: edge.first_on.clone()?, end: end.to_string() })
}
