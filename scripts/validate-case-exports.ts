/**
 * Holds what Tamis exports of a case to what others publish: schemas and ontologies that lie in no package, and readers in
 * other languages. Each is a path or a command, because none of it is ours to carry:
 *
 *     node scripts/validate-case-exports.ts CASE \
 *       --gexf gexf/1.2/gexf.xsd        (github.com/gephi/gexf, with the files it includes beside it)
 *       --misp schema.json --types describeTypes.json   (github.com/MISP/PyMISP, pymisp/data)
 *       --uco FILE.ttl ...              (github.com/ucoProject/UCO and casework/CASE, or one file of case-utils)
 *       --python python3                (with rdflib and networkx: Debian python3-rdflib, python3-networkx)
 *       --bagit 'bagit.py --validate'   (github.com/LibraryOfCongress/bagit-python)
 *
 * Prints a line for each check; ends with 1 where one fails.
 */
import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { checkBag, checkByPython } from './validate-case-exports/readers.ts';
import { checkGexf, checkMisp, checkTypes, checkUco } from './validate-case-exports/schemas.ts';

const MAIN = join(import.meta.dirname, '../src/cli/main.ts');

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    gexf: { type: 'string' },
    misp: { type: 'string' },
    types: { type: 'string' },
    uco: { type: 'string', multiple: true },
    python: { type: 'string' },
    bagit: { type: 'string' },
  },
});
const [directory] = positionals;
if (directory === undefined) throw new RangeError('name a case');

const folder = mkdtempSync(join(tmpdir(), 'tamis-validate-case-exports-'));
try {
  const { gexf, misp, types, uco, python, bagit } = values;
  if (gexf !== undefined) tell('gexf by its XSD', await checkGexf(exported('gexf', 'kind:message'), gexf));
  if (misp !== undefined) tell('misp by its schema', await checkMisp(exported('misp'), misp));
  if (types !== undefined) tell('misp by its categories and types', checkTypes(exported('misp'), types));
  if (uco !== undefined) tell('case-uco by the ontology', await checkUco(exported('case-uco'), uco));
  if (python !== undefined) {
    tell('case-uco by rdflib', checkByPython(python, 'rdflib', exported('case-uco')));
    tell('gexf by networkx', checkByPython(python, 'networkx', exported('gexf', 'kind:message')));
  }
  if (bagit !== undefined) {
    const package_ = join(folder, 'package');
    tamis('package', '-c', directory, '-o', package_);
    tell('package by a BagIt validator', checkBag(bagit, package_));
  }
} finally {
  rmSync(folder, { recursive: true, force: true });
}

/** The path of an export of the case, made when first asked for. */
function exported(format: string, query = ''): string {
  const path = join(folder, `${format}-${process.hrtime.bigint()}`);
  tamis('export', ...(query === '' ? [] : [query]), '--format', format, '-c', directory ?? '', '-o', path);
  return path;
}

function tamis(...words: readonly string[]): void {
  const { status, stderr } = spawnSync(process.execPath, [MAIN, ...words], { encoding: 'utf8' });
  if (status !== 0) throw new Error(`tamis ${words[0]}: ${stderr}`);
}

function tell(check: string, problems: readonly string[]): void {
  if (problems.length > 0) process.exitCode = 1;
  const told = problems.slice(0, 10).map((problem) => `\n    ${problem}`);
  process.stdout.write(`${problems.length === 0 ? 'holds' : 'FAILS'}  ${check}${told.join('')}\n`);
}
