//! Whole small graphs as they are written.

use super::*;

fn graph(is_directed: [bool; 2]) -> Graph {
    let node = |id: &str, label: &str| Node {
        id: id.into(),
        label: label.into(),
        values: vec!["person".to_string().into(), Cell::Integer(4)],
        days: Some(Days { first: "2031-03-03".into(), end: "2031-03-05".into() }),
    };
    let edge = |kind: &str, is_directed, weight, days| Edge {
        source: "e-ada".into(),
        target: "e-bo".into(),
        is_directed,
        kind: kind.into(),
        weight,
        values: vec![kind.to_string().into(), Cell::Empty],
        days,
    };
    let days = Some(Days { first: "2031-03-03".into(), end: "2031-03-05".into() });
    Graph {
        description: "Ties between actors".into(),
        node_fields: vec!["type".into(), "claims_by".into()],
        nodes: vec![node("e-ada", "Ada \"A\" Lind & Co"), node("e-bo", "Бо\u{0}")],
        edge_fields: vec!["kind".into(), "first_on".into()],
        edges: vec![
            edge("about", is_directed[0], Cell::Integer(2), days),
            edge("agrees", is_directed[1], Cell::Weight(0.125), None),
        ],
    }
}

fn written(format: GraphFormat, graph: &Graph) -> String {
    let mut bytes = Vec::new();
    format.write(graph, &mut bytes).expect("memory takes all");
    String::from_utf8(bytes).expect("it is UTF-8")
}

#[test]
fn graphml_has_keys_nodes_and_edges() {
    insta::assert_snapshot!(written(GraphFormat::Graphml, &graph([true, false])));
}

#[test]
fn gexf_has_days_on_edges() {
    insta::assert_snapshot!(written(GraphFormat::Gexf, &graph([true, false])));
}

#[test]
fn a_graph_is_directed_only_if_an_edge_is() {
    assert!(written(GraphFormat::Graphml, &graph([false, false])).contains(r#"edgedefault="undirected""#));
    assert!(written(GraphFormat::Gexf, &graph([false, false])).contains(r#"defaultedgetype="undirected""#));
    assert!(!written(GraphFormat::Gexf, &graph([true, true])).contains(" type=\"directed\""));
    assert!(graph([true, false]).is_mixed() && !graph([true, true]).is_mixed());
}

#[test]
fn no_graph_at_all_is_still_a_file() {
    let nothing = Graph::default();
    assert!(written(GraphFormat::Graphml, &nothing).ends_with("</graphml>\n"));
    assert!(written(GraphFormat::Gexf, &nothing).contains(r#"mode="static""#));
}

#[test]
fn extensions_tell_the_format() {
    assert_eq!(GraphFormat::from_extension(Path::new("a/b.GraphML")), Some(GraphFormat::Graphml));
    assert_eq!(GraphFormat::from_extension(Path::new("b.gexf")), Some(GraphFormat::Gexf));
    assert_eq!(GraphFormat::from_extension(Path::new("b.csv")), None);
}
