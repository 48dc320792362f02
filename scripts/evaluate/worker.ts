/** Makes one exercise and sifts it under the settings it is told, in a process of its own; posts each score. */
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { openCase } from '../../src/case/open.ts';
import { parseKeyFile } from '../../src/examine/keys/key-file.ts';
import { DEFAULT_LIMITS, type DomainKey } from '../../src/model/index.ts';
import { makeExercise } from '../../src/rehearse/exercise.ts';
import { loadExercise } from '../../src/rehearse/score/load.ts';
import { type Score, scoreCase } from '../../src/rehearse/score/score.ts';
import { writeExercise } from '../../src/rehearse/write.ts';
import { sift } from '../../src/sift.ts';
import type { Setting } from './settings.ts';

export interface Job {
  readonly seed: number;
  readonly scale: number;
  readonly settings: readonly Setting[];
  /** Milliseconds since 1970 after which no setting is begun; null: none. */
  readonly until: number | null;
  /** Worker threads of the sift. */
  readonly jobs: number;
}

export interface Scored {
  readonly setting: Setting;
  readonly score: Score;
}

const now = (): Date => new Date();

process.once('message', async (job: Job) => {
  const folder = mkdtempSync(join(tmpdir(), 'tamis-evaluate-'));
  try {
    writeExercise(folder, makeExercise(job.seed, job.scale));
    for (const setting of job.settings) {
      if (job.until !== null && Date.now() > job.until) break;
      process.send?.({ setting, score: await evaluate(folder, setting, job.jobs) } satisfies Scored);
    }
  } finally {
    rmSync(folder, { recursive: true, force: true });
    process.disconnect();
  }
});

async function evaluate(folder: string, { keys, reference }: Setting, jobs: number): Promise<Score> {
  const players = join(folder, 'players');
  const caseDirectory = join(folder, `${keys}-${reference}.tamis`);
  await sift({
    inputs: [join(players, 'dump')],
    references: reference ? [join(players, 'reference')] : [],
    caseDirectory,
    keys: keysOf(folder, keys),
    passwords: [],
    jobs,
    limits: DEFAULT_LIMITS,
    now,
    signal: new AbortController().signal,
    onProgress: () => {},
  });
  const store = openCase(caseDirectory, { now, readOnly: true });
  try {
    return scoreCase(loadExercise(folder), store);
  } finally {
    store.close();
    rmSync(caseDirectory, { recursive: true, force: true });
  }
}

function keysOf(folder: string, keys: Setting['keys']): readonly DomainKey[] {
  if (keys === 'none') return [];
  if (keys === 'computed') return computable(folder);
  return parseKeyFile(readFileSync(join(folder, 'players/keys', `${keys}.jsonl`), 'utf8'), keys).keys;
}

/** Two signatures give a key, and a third shows that it is one. */
const ENOUGH_MESSAGES = 3;

/** What `keys recover` computes when it is let run to its end: forgers' keys as well, and no Ed25519. */
function computable(folder: string): readonly DomainKey[] {
  const found = loadExercise(folder).keys.filter(
    ({ type, messages }) => type !== 'ed25519' && messages >= ENOUGH_MESSAGES,
  );
  return found.map(({ domain, selector, record }) => ({
    domain,
    selector,
    record,
    trust: 'recovered',
    source: 'computed from signatures',
    firstSeen: null,
    lastSeen: null,
  }));
}
