/**
 * What a sift costs beside a plain one, which looks at signatures, threads, copies and words for the search, and at nothing
 * else (docs/decisions/0350). Both in turns, each into a case of its own that is removed; prints the seconds of processor of
 * each run, and how many times the plain ones the whole ones take, by the least of each.
 *
 *   node scripts/measure-plain.ts INPUT... [--keys FILE] [--rounds N]
 */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { parseArgs } from 'node:util';
import { timedRun } from './measure/timed-run.ts';

const PLAIN = pathToFileURL(join(import.meta.dirname, 'measure/plain-sift.ts'));

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: { keys: { type: 'string' }, rounds: { type: 'string', default: '3' } },
});
if (positionals.length === 0) throw new Error('name what to sift');
const keys = values.keys === undefined ? [] : ['--keys', resolve(values.keys)];
const inputs = positionals.map((each) => resolve(each));

const folder = mkdtempSync(join(tmpdir(), 'tamis-plain-'));
try {
  const seconds = { plain: [] as number[], whole: [] as number[] };
  // Of the first round only what Node has compiled is kept.
  await sift('plain');
  await sift('whole');
  for (let round = 0; round < Number(values.rounds); round++)
    for (const kind of ['plain', 'whole'] as const) seconds[kind].push(await sift(kind));
  const [plain, whole] = [Math.min(...seconds.plain), Math.min(...seconds.whole)];
  for (const [kind, all] of Object.entries(seconds))
    console.log(`${kind}: ${all.map((each) => each.toFixed(1)).join(', ')} s of processor`);
  console.log(`${(whole / plain).toFixed(2)} times the plain sift`);
} finally {
  rmSync(folder, { recursive: true, force: true });
}

/** Seconds of processor. */
async function sift(kind: 'plain' | 'whole'): Promise<number> {
  const directory = join(folder, 'case.tamis');
  process.env.NODE_OPTIONS = kind === 'plain' ? `--import=${PLAIN}` : '';
  const { cpu } = await timedRun([['sift', ...inputs, ...keys, '--case', directory]], {
    compiled: join(folder, 'compiled'),
  });
  rmSync(directory, { recursive: true, force: true });
  return cpu;
}
