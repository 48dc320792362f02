"""Reads exports with the readers of Python's own library, and with rdflib and networkx where they are installed. Takes a
folder; prints what each found in the files it knows by name, as one object of JSON."""
import csv
import email
import email.policy
import json
import mailbox
import os
import sys

folder = sys.argv[1]
found = {}


def path(name):
    return os.path.join(folder, name)


def messages(parsed):
    return [{"subject": one["subject"], "body": one.get_payload(decode=True).decode()} for one in parsed]


with open(path("csv"), encoding="utf-8", newline="") as file:
    found["csv"] = list(csv.DictReader(file))
with open(path("jsonl"), encoding="utf-8") as file:
    found["jsonl"] = [json.loads(line) for line in file]
found["mbox"] = messages(mailbox.mbox(path("mbox"), create=False))
letters = sorted(os.listdir(path("eml")))
parsed = []
for name in letters:
    with open(os.path.join(path("eml"), name), "rb") as file:
        parsed.append(email.message_from_binary_file(file, policy=email.policy.default))
found["eml"] = messages(parsed)
with open(os.path.join(path("dat"), "loadfile.dat"), encoding="utf-8-sig", newline="") as file:
    found["dat"] = list(csv.DictReader(file, delimiter="\x14", quotechar="\u00fe", doublequote=False))
try:
    import networkx

    graph = networkx.read_gexf(path("gexf"))
    found["gexf"] = {"nodes": graph.number_of_nodes(), "edges": graph.number_of_edges()}
except (ImportError, AttributeError):  # not there, or older than the numpy beside it
    pass
try:
    import rdflib

    triples = rdflib.Graph()
    triples.parse(path("case-uco"), format="json-ld")
    hashes = rdflib.URIRef("https://ontology.unifiedcyberontology.org/uco/types/hashValue")
    found["case-uco"] = len(list(triples.subject_objects(hashes)))
except ImportError:
    pass
json.dump(found, sys.stdout)
