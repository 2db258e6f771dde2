"""Checks that networkx reads from GraphML and GEXF what the CSV of the same network says: nodes, edges and weights.

    python benches/peers/graphs.py SAYSO CORPUS
"""

import argparse
import csv
import subprocess
import tempfile
from pathlib import Path

import networkx

# Kinds of edges that one graph can hold: networkx reads no graph that is directed in part.
ASKED = ["about", "outlet", "about,outlet", "agrees,disputes", "co-quoted", "agrees,disputes,co-quoted"]
WEIGHTS = [["--per", "article"], ["--per", "week"], ["--normalise", "activity"], ["--normalise", "jaccard"]]


def written(sayso, corpus, file, kinds, weights):
    """Has the network written into a file."""
    command = [sayso, "-d", corpus, "network", "--edges", kinds, *weights, "-o", str(file)]
    subprocess.run(command, check=True, stderr=subprocess.DEVNULL)
    return file


def rows(file):
    with open(file, newline="", encoding="utf-8") as lines:
        return list(csv.DictReader(lines))


def of_csv(folder, *asked):
    """Nodes by id, and edges with what is said of each."""
    edges = rows(written(*asked[:2], folder / "x.csv", *asked[2:]))
    nodes = {row["node_id"]: (row["name"], row["type"], int(row["claims_by"])) for row in rows(folder / "x-nodes.csv")}
    return nodes, sorted(
        (edge["source_id"], edge["target_id"], edge["kind"], float(edge["weight"]), int(edge["claims"]), edge["first_on"])
        for edge in edges
    )


def of_graph(graph, is_directed):
    """The same of a graph that networkx read; where edges have no direction, their ends in the order of their ids."""
    nodes = {node: (data["label"], data["type"], data["claims_by"]) for node, data in graph.nodes(data=True)}
    edges = []
    for source, target, data in graph.edges(data=True):
        source, target = (source, target) if is_directed else sorted((source, target))
        edges.append(
            (source, target, data["kind"], float(data["weight"]), data["claims"], data.get("first_on", ""))
        )
    return nodes, sorted(edges)


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("sayso")
    parser.add_argument("corpus")
    given = parser.parse_args()
    differences = 0
    with tempfile.TemporaryDirectory() as folder:
        folder = Path(folder)
        for kinds in ASKED:
            for weights in WEIGHTS:
                asked = (given.sayso, given.corpus, kinds, weights)
                expected = of_csv(folder, *asked)
                readers = {"x.graphml": networkx.read_graphml, "x.gexf": lambda file: networkx.read_gexf(file, version="1.3")}
                for name, read in readers.items():
                    graph = read(written(*asked[:2], folder / name, *asked[2:]))
                    is_directed = kinds in ("about", "outlet", "about,outlet")
                    is_same = of_graph(graph, is_directed) == expected
                    is_same &= graph.is_directed() == is_directed or not expected[1]
                    differences += not is_same
                    verdict = "same" if is_same else "DIFFERENT"
                    counts = f"{graph.number_of_nodes()} nodes, {graph.number_of_edges()} edges"
                    print(f"{kinds} {' '.join(weights)} {name[2:]}: {counts}, {verdict}")
    raise SystemExit(1 if differences else 0)


if __name__ == "__main__":
    main()
