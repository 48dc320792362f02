/**
 * How well decoys pass for the mail of mailboxes, over several seeds:
 *
 *     node scripts/measure-decoys.ts ARCHIVE... [--only NAME]... [--seeds N] [--results FILE] [--mailboxes FILE]
 *
 * cuts mailboxes out of archives of mail (scripts/measure/decoy-mailboxes.json says which and how), runs `decoys init`,
 * `persona`, `generate` and `check` on each with each seed, and writes the tables of docs/evaluation-decoys.md. With
 * `--results` each run is a line of that file, and what stands in it already is not run again: the figures may be
 * gathered in several goes, and by two processes; `--seeds 0` writes the page from it. Processor time holds on a busy
 * machine too; nothing else is timed.
 */
import {
  appendFileSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { readMailbox } from '../src/decoys/fit/index.ts';
import { type Cut, cutMailbox, readArchive } from './measure/decoy-mailbox.ts';
import { type DecoyRun, decoyRun } from './measure/decoy-run.ts';
import { withDecoyTables } from './measure/decoy-tables.ts';

const PAGE = join(import.meta.dirname, '../docs/evaluation-decoys.md');
const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    mailboxes: { type: 'string', default: join(import.meta.dirname, 'measure/decoy-mailboxes.json') },
    only: { type: 'string', multiple: true, default: [] },
    seeds: { type: 'string', default: '3' },
    results: { type: 'string' },
  },
});
if (positionals.length === 0 && values.seeds !== '0') throw new Error('name an archive of mail');
const { results } = values;
const all = JSON.parse(readFileSync(values.mailboxes, 'utf8')) as readonly Cut[];
const cuts = all.filter(({ name }) => values.only.length === 0 || values.only.includes(name));
const seeds = Array.from({ length: Number(values.seeds) }, (_, index) => index + 1);

const runs = results !== undefined && existsSync(results) ? readRuns(results) : [];
const folder = mkdtempSync(join(tmpdir(), 'tamis-measure-'));
try {
  const compiled = join(folder, 'compiled');
  mkdirSync(compiled);
  const archive = seeds.length === 0 ? [] : await readArchive(readMailbox(positionals));
  // Seed by seed, so that whoever stops early has every mailbox once.
  for (const seed of seeds)
    for (const cut of cuts) {
      if (runs.some((run) => run.mailbox === cut.name && run.seed === seed)) continue;
      const run = await decoyRun(cut.name, cutMailbox(archive, cut), seed, { folder, compiled });
      runs.push(run);
      if (results !== undefined) appendFileSync(results, `${JSON.stringify(run)}\n`);
      const [text, bound] = run.figures.text ?? [];
      console.log(`${cut.name}, seed ${seed}: text ${text?.toFixed(3)} (${bound?.toFixed(3)})`);
    }
} finally {
  rmSync(folder, { recursive: true, force: true });
}
const order = new Map(all.map(({ name }, at) => [name, at]));
const shown = runs.toSorted((a, b) => (order.get(a.mailbox) ?? 0) - (order.get(b.mailbox) ?? 0));
const counts = [...Map.groupBy(runs, ({ mailbox }) => mailbox).values()].map(({ length }) => length);
const [fewest, most] = [Math.min(...counts), Math.max(...counts)];
const number = fewest === most ? `${most}` : `${fewest} to ${most}`;
const about = `Measured on ${new Date().toISOString().slice(0, 10)} with Node ${process.version}, ${number} seeds each: mean of the areas (mean of the upper one-sided 95 % bounds), lowest to highest area.`;
writeFileSync(PAGE, withDecoyTables(readFileSync(PAGE, 'utf8'), shown, about));
console.log(`written: ${PAGE}`);

function readRuns(path: string): DecoyRun[] {
  return readFileSync(path, 'utf8')
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => JSON.parse(line) as DecoyRun);
}
