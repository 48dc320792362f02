import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';
import { CORPUS_ABSENT, type CorpusMessage, hasCorpus, oddMessages, realMessages } from './corpus.ts';
import { CAUSES, type Disagreement, explain } from './disagreements.ts';
import {
  FIELDS,
  ORACLES,
  type Oracle,
  type Reading,
  readWithMailparser,
  readWithPostalMime,
  readWithPython,
  readWithTamis,
} from './oracles.ts';

/** One real message in so many: enough to meet every list's habits, in a few seconds. */
const STEP = 10;

test('postal-mime, mailparser and Python agree, except where docs/mime-disagreements.md says why', async (t) => {
  if (!hasCorpus()) return t.skip(CORPUS_ABSENT);
  const examples = new Set(documentedRows().map((row) => row.example));
  const messages = [...oddMessages(), ...realMessages(STEP, examples)];
  const python = readWithPython(messages.map((message) => message.bytes));
  if (python === null) t.diagnostic('python3 not present: compared with two libraries only');
  const unexplained: string[] = [];
  const seen = new Map<string, Set<string>>();
  for (const [index, message] of messages.entries()) {
    const readings = new Map<Oracle, Reading | null>([
      ['postal-mime', await readWithPostalMime(message.bytes)],
      ['mailparser', await readWithMailparser(message.bytes)],
      ['python', python?.[index] ?? null],
    ]);
    for (const one of disagreements(message, readings)) {
      const id = explain(one)?.id ?? (alone(one, readings) ? 'one-against-two' : null);
      if (id === null) unexplained.push(describe(message, one));
      else seen.set(id, (seen.get(id) ?? new Set()).add(message.name));
    }
  }
  assert.deepEqual(unexplained, [], `${unexplained.length} disagreements that no row explains`);
  for (const row of documentedRows()) {
    assert.ok(seen.get(row.id)?.has(row.example), `row ${row.id}: ${row.example} is no example of it`);
  }
});

test('docs/mime-disagreements.md has a row for every cause and no other', () => {
  const documented = documentedRows().map((row) => row.id);
  assert.deepEqual(documented, [...CAUSES.map((cause) => cause.id), 'one-against-two']);
});

function disagreements(
  message: CorpusMessage,
  readings: ReadonlyMap<Oracle, Reading | null>,
): Disagreement[] {
  const ours = readWithTamis(message.bytes);
  const found: Disagreement[] = [];
  for (const oracle of ORACLES) {
    const theirs = readings.get(oracle) ?? null;
    if (theirs === null) continue;
    for (const field of FIELDS) {
      if (field === 'text' && theirs.text === null) continue;
      if (JSON.stringify(ours[field]) === JSON.stringify(theirs[field])) continue;
      found.push({ bytes: message.bytes, field, oracle, ours, theirs });
    }
  }
  return found;
}

/** The oracle stands alone: every other one that read the message says what Tamis says, two at least. */
function alone(one: Disagreement, readings: ReadonlyMap<Oracle, Reading | null>): boolean {
  const others = ORACLES.filter((oracle) => oracle !== one.oracle)
    .map((oracle) => readings.get(oracle)?.[one.field])
    .filter((value) => value !== undefined);
  return (
    others.length === 2 &&
    others.every((value) => JSON.stringify(value) === JSON.stringify(one.ours[one.field]))
  );
}

function describe(message: CorpusMessage, one: Disagreement): string {
  const value = (reading: Reading): string => JSON.stringify(reading[one.field]).slice(0, 300);
  return `${message.name} ${one.field}: tamis ${value(one.ours)}, ${one.oracle} ${value(one.theirs)}`;
}

function documentedRows(): { id: string; example: string }[] {
  const page = readFileSync(new URL('../../docs/mime-disagreements.md', import.meta.url), 'utf8');
  return [...page.matchAll(/^\| `([\w-]+)` \|.*\| `([^`|]+)` \|$/gm)].map((row) => ({
    id: row[1] ?? '',
    example: row[2] ?? '',
  }));
}
