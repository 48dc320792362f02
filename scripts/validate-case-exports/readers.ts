import { spawnSync } from 'node:child_process';

/** What each reader does, told in its own language: it reads the file, and says how much it found. */
const READERS = {
  rdflib: `
import sys, rdflib
graph = rdflib.Graph()
graph.parse(sys.argv[1], format="json-ld")
observable = rdflib.Namespace("https://ontology.unifiedcyberontology.org/uco/observable/")
hashes = list(graph.subject_objects(observable.hash))
assert len(hashes) > 0, "no hash"
for subject, value in graph.subject_objects(rdflib.URIRef("https://ontology.unifiedcyberontology.org/uco/types/hashValue")):
    assert not value.ill_typed if hasattr(value, "ill_typed") else True, value
`,
  networkx: `
import sys, networkx
graph = networkx.read_gexf(sys.argv[1])
assert graph.is_directed(), "not directed"
assert graph.number_of_nodes() > 0, "no nodes"
for _, data in graph.nodes(data=True):
    assert "address" in data and isinstance(data["sent"], int), data
for _, _, data in graph.edges(data=True):
    assert data["weight"] >= 1 and isinstance(data["authentic"], int), data
`,
} as const;

/** Problems of a file by a reader of Python; that it is not installed is one too. */
export function checkByPython(python: string, reader: keyof typeof READERS, path: string): readonly string[] {
  return problemsOf(python, ['-c', READERS[reader], path]);
}

/** Problems of a package by a command that takes its folder. */
export function checkBag(command: string, folder: string): readonly string[] {
  const [program = '', ...words] = command.split(' ');
  return problemsOf(program, [...words, folder]);
}

function problemsOf(program: string, words: readonly string[]): readonly string[] {
  const { status, stderr, error } = spawnSync(program, [...words], { encoding: 'utf8' });
  if (error !== undefined) return [error.message];
  return status === 0 ? [] : [(stderr ?? '').trim().split('\n').slice(-3).join(' / ')];
}
