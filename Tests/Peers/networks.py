"""What networkx finds in a GraphML or GEXF file: `networks.py FILE` prints nodes and edges with their attributes as one JSON object."""
import json
import sys

import networkx as nx

path = sys.argv[1]
graph = nx.read_graphml(path) if path.endswith(".graphml") else nx.read_gexf(path)


def plain(values):
    return {key: value for key, value in values.items() if isinstance(value, (str, int, float, bool))}


json.dump(
    {
        "nodes": [[node, plain(values)] for node, values in graph.nodes(data=True)],
        "edges": [[start, end, plain(values)] for start, end, values in graph.edges(data=True)],
        "directed": graph.is_directed(),
    },
    sys.stdout,
)
