/**
 * Makes exercises, sifts them under every setting of keys and reference, and writes docs/evaluation.md.
 * `node scripts/evaluate.ts 301,302,303 1000` takes two to four minutes on two cores.
 */
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { availableParallelism, tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { openCase } from '../src/case/open.ts';
import { parseKeyFile } from '../src/examine/keys/key-file.ts';
import { DEFAULT_LIMITS } from '../src/model/index.ts';
import { makeExercise } from '../src/rehearse/exercise.ts';
import { loadExercise } from '../src/rehearse/score/load.ts';
import { intoPage, markdownOf } from '../src/rehearse/score/markdown.ts';
import { type Score, scoreCase } from '../src/rehearse/score/score.ts';
import { writeExercise } from '../src/rehearse/write.ts';
import { sift } from '../src/sift.ts';

const [seeds = '301,302,303', scale = '1000', wrongFile] = process.argv.slice(2);
const PAGE = fileURLToPath(new URL('../docs/evaluation.md', import.meta.url));
const now = (): Date => new Date();

const scores: Score[] = [];
for (const seed of seeds.split(',').map(Number)) {
  const folder = mkdtempSync(join(tmpdir(), 'tamis-evaluate-'));
  try {
    writeExercise(folder, makeExercise(seed, Number(scale)));
    for (const keys of ['all', 'half', 'none']) {
      for (const reference of [true, false]) scores.push(await evaluate(folder, keys, reference));
    }
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
const page = existsSync(PAGE) ? readFileSync(PAGE, 'utf8') : '';
writeFileSync(PAGE, intoPage(page, markdownOf(scores)));
if (wrongFile !== undefined) writeFileSync(wrongFile, JSON.stringify(scores));

async function evaluate(folder: string, keys: string, reference: boolean): Promise<Score> {
  const players = join(folder, 'players');
  const caseDirectory = join(folder, `${keys}-${reference}.tamis`);
  await sift({
    inputs: [join(players, 'dump')],
    references: reference ? [join(players, 'reference')] : [],
    caseDirectory,
    keys:
      keys === 'none'
        ? []
        : parseKeyFile(readFileSync(join(players, `keys/${keys}.jsonl`), 'utf8'), keys).keys,
    passwords: [],
    jobs: availableParallelism(),
    limits: DEFAULT_LIMITS,
    now,
    signal: new AbortController().signal,
    onProgress: () => {},
  });
  const store = openCase(caseDirectory, { now, readOnly: true });
  try {
    const score = scoreCase(loadExercise(folder), store);
    const { falseAuthentic, detection, falseDoubt } = score;
    const told = [falseAuthentic, detection, falseDoubt.benign].map(({ count, of }) => `${count}/${of}`);
    process.stdout.write(`${score.seed} ${keys} ${reference ? 'reference' : 'alone'}: ${told.join(' ')}\n`);
    return score;
  } finally {
    store.close();
  }
}
