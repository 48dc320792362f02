/**
 * Makes exercises, sifts them under every setting of keys and reference, and writes docs/evaluation.md.
 * `node scripts/evaluate.ts 501,502,503 1000` takes two to four minutes on two idle cores; the aims of the project,
 * `node scripts/evaluate.ts 601-610 5000`, ten times that. One exercise and one case lie on the disk at a time
 * (some 150 MB at 5,000 messages). A third argument names a file for all scores as JSON.
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

const [seeds = '501,502,503', scale = '1000', scoreFile] = process.argv.slice(2);
const PAGE = fileURLToPath(new URL('../docs/evaluation.md', import.meta.url));
const now = (): Date => new Date();

const scores: Score[] = [];
const SETTINGS = ['all', 'half', 'none'].flatMap((keys) =>
  [true, false].map((reference) => ({ keys, reference })),
);
const wanted = seedsOf(seeds);
const started = Date.now();
for (const seed of wanted) {
  const folder = mkdtempSync(join(tmpdir(), 'tamis-evaluate-'));
  try {
    writeExercise(folder, makeExercise(seed, Number(scale)));
    for (const { keys, reference } of SETTINGS) {
      scores.push(await evaluate(folder, keys, reference));
      tellProgress();
    }
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
const page = existsSync(PAGE) ? readFileSync(PAGE, 'utf8') : '';
writeFileSync(PAGE, intoPage(page, markdownOf(scores)));
if (scoreFile !== undefined) writeFileSync(scoreFile, JSON.stringify(scores));

/** `501,502` or `601-610`. */
function seedsOf(text: string): readonly number[] {
  return text.split(',').flatMap((part) => {
    const [from = 0, to = from] = part.split('-').map(Number);
    return Array.from({ length: to - from + 1 }, (_, index) => from + index);
  });
}

function tellProgress(): void {
  const of = wanted.length * SETTINGS.length;
  const minutes = (Date.now() - started) / 60_000;
  const left = (minutes / scores.length) * (of - scores.length);
  process.stderr.write(`${scores.length} of ${of}, ${minutes.toFixed(1)} min, ${left.toFixed(1)} left\n`);
}

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
    rmSync(caseDirectory, { recursive: true, force: true });
  }
}
