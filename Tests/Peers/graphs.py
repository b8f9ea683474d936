"""Answers of networkx to the questions that the causal-map tests ask: one JSON line for each graph.

Reads lines such as {"order": 4, "arcs": [[0, 1, 2], …]}: from, to, capacity. Writes the maximum flows between all pairs, the elementary
cycles, the simple paths from the first to the last node, the distances and the strong components.
"""
import json
import sys

import networkx as nx


def answer(order, arcs):
    graph = nx.DiGraph()
    graph.add_nodes_from(range(order))
    for start, end, capacity in arcs:
        graph.add_edge(start, end, capacity=capacity)
    flows = [
        [0 if a == b else nx.maximum_flow_value(graph, a, b) for b in range(order)] for a in range(order)
    ]
    cycles = []
    for cycle in nx.simple_cycles(graph):
        first = cycle.index(min(cycle))
        cycles.append(cycle[first:] + cycle[:first])
    short = []
    for cycle in nx.simple_cycles(graph, length_bound=3):
        first = cycle.index(min(cycle))
        short.append(cycle[first:] + cycle[:first])
    lengths = dict(nx.all_pairs_shortest_path_length(graph))
    distances = [d for a in range(order) for b, d in lengths[a].items() if a != b]
    order_of = lambda item: (len(item), item)
    return {
        "flows": flows,
        "cycles": sorted(cycles, key=order_of),
        "shortCycles": sorted(short, key=order_of),
        "paths": sorted(nx.all_simple_paths(graph, 0, order - 1), key=order_of),
        "diameter": max(distances, default=0),
        "connected": len(distances),
        "total": sum(distances),
        "loopParts": sum(1 for part in nx.strongly_connected_components(graph) if len(part) > 1),
        "components": nx.number_weakly_connected_components(graph),
    }


for line in sys.stdin:
    graph = json.loads(line)
    print(json.dumps(answer(graph["order"], graph["arcs"])), flush=True)
