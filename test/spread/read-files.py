"""Reads the files of a spread report as other programs do, and prints what it found as JSON."""
import csv, json, sys, xml.etree.ElementTree as tree
from pathlib import Path

folder = Path(sys.argv[1])
gexf = tree.parse(folder / "g.gexf").getroot()
graphml = tree.parse(folder / "g.graphml").getroot()
G, M = "{http://gexf.net/1.3}", "{http://graphml.graphdrawing.org/xmlns}"
with open(folder / "edges.csv", encoding="utf-8", newline="") as file:
    edges = list(csv.DictReader(file))
with open(folder / "nodes.csv", encoding="utf-8", newline="") as file:
    nodes = list(csv.DictReader(file))


def name(cell):
    """A name without the apostrophe that keeps a spreadsheet from running it as a formula."""
    return cell[1:] if cell.startswith("'") and cell[1:2] in ("=", "+", "-", "@") else cell


found = {
    "gexf": [
        sorted(node.get("id") for node in gexf.iter(G + "node")),
        sorted([edge.get("source"), edge.get("target"), int(edge.get("weight"))] for edge in gexf.iter(G + "edge")),
    ],
    "graphml": [
        sorted(node.get("id") for node in graphml.iter(M + "node")),
        sorted(
            [edge.get("source"), edge.get("target"), int(edge.find(M + "data[@key='weight']").text)]
            for edge in graphml.iter(M + "edge")
        ),
    ],
    "csv": [
        sorted(name(node["account"]) for node in nodes),
        sorted([name(edge["from"]), name(edge["to"]), int(edge["objects"])] for edge in edges if edge["support"] in ("both", "accounts-only")),
    ],
    "svg": [tree.parse(path).getroot().tag for path in sorted(folder.glob("*.svg"))],
}
try:
    import networkx

    graph = networkx.read_graphml(folder / "g.graphml", force_multigraph=True)
    found["networkx"] = [sorted(graph.nodes), graph.number_of_edges()]
except ImportError:
    pass
print(json.dumps(found))
