/**
 * What the passes over the whole leak hold in memory, of a case and of the same case many times over:
 *
 *     node scripts/measure-passes.ts CASE [TIMES...] [--documents N]... [--shared]
 *
 * makes cases of TIMES times the items of CASE (a folder of `tamis sift`) and of N made-up documents with metadata, runs the passes on each in a process of its
 * own, once with garbage collected all the while, for what is live at most, and once without, for processor time and the
 * size of the process; with --shared also as the lead of a shared case in a PostgreSQL that it brings. Writes
 * docs/passes-measured.md. Memory does not hang on what else the machine does; seconds do.
 */
import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { cpus, loadavg, tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { openCase } from '../src/case/open.ts';
import { moveCase } from '../src/move-case.ts';
import { postgresForTests } from '../test/postgres/for-tests.ts';
import { caseOfDocuments } from './measure/documents-case.ts';
import { caseManyTimes } from './measure/many-times.ts';

const OUTPUT = join(import.meta.dirname, '../docs/passes-measured.md');
const RUN = join(import.meta.dirname, 'measure/passes-run.ts');
const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    shared: { type: 'boolean', default: false },
    documents: { type: 'string', multiple: true, default: [] },
  },
});
const [directory, ...given] = positionals;
if (directory === undefined) throw new Error('name a case');
const counts = given.length > 0 ? given.map(Number) : [2, 8];
const now = (): Date => new Date();

interface Measured {
  readonly items: number;
  readonly live: Readonly<Record<string, number>>;
  readonly seconds: number;
  readonly resident: number;
}

interface Row {
  readonly what: string;
  readonly messages: number;
  readonly documents: number;
  readonly live: Measured;
  readonly plain: Measured;
}

const rows: Row[] = [];
const folder = mkdtempSync(join(tmpdir(), 'tamis-passes-'));
const postgres = values.shared ? await startedPostgres() : null;
try {
  const load = loadavg()[0] ?? 0;
  for (const times of counts) {
    const made = join(folder, `times-${times}.tamis`);
    caseManyTimes(directory, times, made);
    measureBoth(made, `times-${times}`, '');
  }
  for (const count of values.documents) {
    const made = join(folder, `documents-${count}.tamis`);
    caseOfDocuments(Number(count), made);
    measureBoth(made, `documents-${count}`, ', documents');
  }
  writeFileSync(OUTPUT, report(rows, load));
  console.log(`written: ${OUTPUT}`);
} finally {
  await postgres?.stop();
  rmSync(folder, { recursive: true, force: true });
}

async function startedPostgres() {
  const started = await postgresForTests();
  if (started.type === 'none') throw new Error(started.why);
  return started;
}

function measureBoth(made: string, name: string, kind: string): void {
  const items = itemsOf(made);
  rows.push(measured(`embedded${kind}`, items, [made]));
  if (postgres !== null) {
    moveCase({ from: made, to: `${postgres.url}?case=${name}`, env: process.env, now });
    rows.push(measured(`lead of a shared case${kind}`, items, [postgres.url, name]));
  }
  rmSync(made, { recursive: true, force: true });
}

type Items = Pick<Row, 'messages' | 'documents'>;

function itemsOf(made: string): Items {
  const store = openCase(made, { now, readOnly: true });
  const { message, document } = store.totals().items;
  store.close();
  return { messages: message, documents: document };
}

function measured(what: string, items: Items, place: readonly string[]): Row {
  const run = (mode: string): Measured => {
    const output = execFileSync(process.execPath, ['--expose-gc', RUN, mode, ...place], {
      encoding: 'utf8',
      maxBuffer: 2 ** 26,
    });
    return JSON.parse(output.trim().split('\n').at(-1) ?? '{}') as Measured;
  };
  const row = { what, ...items, live: run('live'), plain: run('plain') };
  console.log(
    `${what}, ${items.messages} messages, ${items.documents} documents: ${JSON.stringify(row.live.live)} MB live, ${row.plain.seconds} s of processor, ${row.plain.resident} MB`,
  );
  return row;
}

function peakOf({ live: { live } }: Row): number {
  return Math.max(...Object.values(live));
}

/** Bytes that a message or document more costs, by the smallest and the largest case of a kind. */
function bytesEach(rows: readonly Row[], what: string): string {
  const of = rows.filter((row) => row.what === what);
  const [first, last] = [of[0], of.at(-1)];
  if (first === undefined || last === undefined || first === last) return '';
  const unit = what.endsWith('documents') ? 'document' : 'message';
  const further = last[`${unit}s`] - first[`${unit}s`];
  const each = ((peakOf(last) - peakOf(first)) * 2 ** 20) / further;
  return `${what}: ${Math.round(each)} bytes for each further ${unit}.`;
}

function report(rows: readonly Row[], load: number): string {
  const machine = `${cpus().length} × ${cpus()[0]?.model.trim() ?? 'unknown'}`;
  const steps = [...new Set(rows.flatMap(({ live }) => Object.keys(live.live)))];
  const line = (row: Row) =>
    `| ${[
      row.what,
      row.messages,
      row.documents,
      row.live.items,
      ...steps.map((step) => row.live.live[step] ?? ''),
      peakOf(row),
      row.plain.resident,
      row.plain.seconds.toFixed(1),
    ].join(' | ')} |`;
  return `# Measured: what the passes hold

Written by \`node scripts/measure-passes.ts\` on ${now().toISOString().slice(0, 10)}: ${machine}, Node ${process.version}, load before it began ${load.toFixed(1)}. MB live after a collection of garbage, at most, in each part of the passes and at the end of each pass; then the most of all, the size of the process at its peak (with garbage, code and the cache of the database), and seconds of processor.

| | messages | documents | items | ${steps.join(' | ')} | most live | process | seconds |
|${' --- |'.repeat(steps.length + 7)}
${rows.map(line).join('\n')}

${[...new Set(rows.map(({ what }) => what))].map((what) => bytesEach(rows, what)).join('\n\n')}
`;
}
