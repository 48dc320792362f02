/**
 * What a case costs, embedded and in PostgreSQL, with more and more processes:
 *
 *     node scripts/measure-shared.ts DUMP [WORKERS...] [--keys FILE] [--runs N]
 *
 * sifts a dump with one thread and with two, then into PostgreSQL with 1, 2, ... processes of one thread each, then
 * documents, pictures and posts of the corpus where that is at hand, and writes docs/scale-measured.md. Brings its own
 * PostgreSQL, as the tests do. Wall-clock figures mean something on an idle machine only: the load is written down.
 */
import { mkdirSync, mkdtempSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { cpus, loadavg, tmpdir, totalmem } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import pg from 'pg';
import { postgresForTests } from '../test/postgres/for-tests.ts';
import { costOfKinds, type KindCost } from './measure/kinds.ts';
import { bestOf, type Timed } from './measure/timed-run.ts';

const OUTPUT = join(import.meta.dirname, '../docs/scale-measured.md');
const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: { keys: { type: 'string' }, runs: { type: 'string', default: '2' } },
});
const [dump, ...counts] = positionals;
if (dump === undefined) throw new Error('name a dump');
const workers = counts.length > 0 ? counts.map(Number) : [1, 2];
const runs = Number(values.runs);
const keys = values.keys === undefined ? [] : ['--keys', values.keys];

const folder = mkdtempSync(join(tmpdir(), 'tamis-measure-'));
const postgres = await postgresForTests();
if (postgres.type === 'none') throw new Error(postgres.why);
try {
  const load = loadavg()[0] ?? 0;
  const compiled = join(folder, 'compiled');
  mkdirSync(compiled);
  const rows: Row[] = [];
  const add = (what: string, timed: Timed) => {
    rows.push({ what, timed, ...summaryOf(timed) });
    console.log(
      `${what}: ${timed.wall.toFixed(1)} s, ${timed.cpu.toFixed(1)} s of processor, ${timed.server.toFixed(1)} s of the server's`,
    );
  };
  for (const jobs of [1, 2]) {
    const place = (run: number) => join(folder, `embedded-${jobs}-${run}.tamis`);
    const commands = (run: number) => [
      ['sift', dump, ...keys, '--case', place(run), '--jobs', String(jobs), '--json'],
    ];
    add(`embedded, ${jobs} ${jobs === 1 ? 'thread' : 'threads'}`, await bestOf(runs, commands, { compiled }));
  }
  for (const count of workers) {
    const commands = (run: number) => {
      const place = ['--db', postgres.url, '--case', `with ${count}, ${run}`, '--jobs', '1'];
      const lead = ['sift', dump, ...keys, ...place, '--objects', `file://${folder}/objects`, '--json'];
      return [lead, ...Array.from({ length: count - 1 }, () => ['worker', ...place, '--once'])];
    };
    add(
      `shared, ${count} ${count === 1 ? 'process' : 'processes'}`,
      await bestOf(runs, commands, { compiled }),
    );
  }
  const bytes = (await sizeOfDatabase(postgres.url)) / (runs * workers.length);
  const kinds = await costOfKinds(folder, { compiled });
  writeFileSync(OUTPUT, report({ rows, kinds, load, bytes }));
  console.log(`written: ${OUTPUT}`);
} finally {
  await postgres.stop();
  rmSync(folder, { recursive: true, force: true });
}

interface Row {
  readonly what: string;
  readonly timed: Timed;
  readonly messages: number;
  readonly items: number;
  /** Seconds of the wall by phase. */
  readonly phases: Readonly<Record<string, number>>;
}

function summaryOf({ output }: Timed): Pick<Row, 'messages' | 'items' | 'phases'> {
  const summary = JSON.parse(output) as { items: { total: number; message: number }; phases: Row['phases'] };
  return { messages: summary.items.message, items: summary.items.total, phases: summary.phases };
}

async function sizeOfDatabase(url: string): Promise<number> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  const { rows } = await client.query('SELECT pg_database_size(current_database()) AS size');
  await client.end();
  return Number((rows[0] as { size: string } | undefined)?.size);
}

interface Findings {
  readonly rows: readonly Row[];
  readonly kinds: readonly KindCost[];
  readonly load: number;
  /** Of the database, for one case. */
  readonly bytes: number;
}

function report({ rows, kinds, load, bytes }: Findings): string {
  const [first] = rows;
  const one = rows.find(({ what }) => what.startsWith('shared'));
  const machine = `${cpus().length} × ${cpus()[0]?.model.trim() ?? 'unknown'}, ${Math.round(totalmem() / 2 ** 30)} GB`;
  const size = statSync(dump ?? '').isFile() ? ` of ${Math.round(statSync(dump ?? '').size / 1e6)} MB` : '';
  const lines = rows.map(({ what, timed, messages, phases }) => {
    const base = what.startsWith('shared') ? one : first;
    const speedup = (base?.timed.wall ?? 0) / timed.wall;
    const passes = ['judging', 'across', 'texts', 'traces'].reduce(
      (sum, phase) => sum + (phases[phase] ?? 0),
      0,
    );
    const cells = [
      what,
      timed.wall.toFixed(1),
      (phases.reading ?? 0).toFixed(1),
      passes.toFixed(1),
      timed.cpu.toFixed(1),
      timed.server.toFixed(1),
      ((1000 * (timed.cpu + timed.server)) / Math.max(1, messages)).toFixed(2),
      speedup.toFixed(2),
    ];
    return `| ${cells.join(' | ')} |`;
  });
  const costs = kinds.map(
    ({ kind, units, ms, bytes: size }) =>
      `| ${kind} | ${units} | ${(size / units / 1000).toFixed(1)} | ${ms.toFixed(2)} |`,
  );
  return `# Measured: cases of one and of many processes

Written by \`node scripts/measure-shared.ts\` on ${new Date().toISOString().slice(0, 10)}: ${machine}, Node ${process.version}; load before it began ${load.toFixed(1)} (above 0.5 the wall-clock figures say little). PostgreSQL on the same machine, \`fsync\` off. A dump${size}: ${first?.messages} messages, ${first?.items} items. The best of ${runs} runs; start-up is in all of them.

| | seconds | reading | passes | processor of tamis | of PostgreSQL | ms a message | times as fast |
| --- | --- | --- | --- | --- | --- | --- | --- |
${lines.join('\n')}

The database holds ${(bytes / Math.max(1, first?.messages ?? 0) / 1000).toFixed(1)} KB for a message.

${costs.length === 0 ? 'Without the corpus nothing but mail was measured.' : `On one core, beyond an empty sift:\n\n| | of them | KB each | ms of processor each |\n| --- | --- | --- | --- |\n${costs.join('\n')}`}
`;
}
