import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, it, type TestContext } from 'node:test';
import { openCase } from '../../src/case/open.ts';
import type { CaseStore } from '../../src/case/store.ts';
import { concludeCase } from '../../src/conclude/conclude.ts';
import { InlineParts, type PartRunner } from '../../src/conclude/parts/part-runner.ts';
import type { CommonOf, FoundOf, PartName, PieceOf } from '../../src/conclude/parts/parts.ts';
import { ThreadedParts } from '../../src/conclude/parts/threaded-parts.ts';
import { parseKeyFile } from '../../src/examine/keys/key-file.ts';
import { makeExercise } from '../../src/rehearse/exercise.ts';
import { writeExercise } from '../../src/rehearse/write.ts';
import { Scratch } from '../../src/spill/scratch.ts';
import { contentOf, siftQuietly, temporaryFolder } from './sift-case.ts';

const DEMO = join(import.meta.dirname, '../../demo');
const FAILING = new URL('./failing-part-thread.ts', import.meta.url);
const now = (): Date => new Date();

/** A case, concluded in one piece. */
type MakeCase = (test: TestContext) => Promise<string>;

const CASES: readonly (readonly [name: string, make: MakeCase])[] = [
  [
    'the demo with its archive',
    async (t) => {
      const directory = join(temporaryFolder(t), 'c.tamis');
      const references = [join(DEMO, 'reference')];
      await siftQuietly(directory, { inputs: [join(DEMO, 'dump')], references, jobs: 1 });
      return directory;
    },
  ],
  [
    'a rehearsal with keys',
    async (t) => {
      const folder = temporaryFolder(t);
      writeExercise(join(folder, 'made'), makeExercise(5, 250));
      const players = join(folder, 'made/players');
      const { keys } = parseKeyFile(readFileSync(join(players, 'keys/all.jsonl'), 'utf8'), 'all');
      await siftQuietly(join(folder, 'c.tamis'), { inputs: [join(players, 'dump')], keys, jobs: 1 });
      return join(folder, 'c.tamis');
    },
  ],
];

/** What is given and found goes through JSON, as to another machine and back. */
class PartsByLetter extends InlineParts {
  override *run<N extends PartName>(
    name: N,
    common: CommonOf<N>,
    pieces: Iterable<PieceOf<N>>,
  ): IterableIterator<FoundOf<N>> {
    for (const found of super.run(name, copied(common), copied([...pieces]))) yield copied(found);
  }
}

function copied<T>(value: T): T {
  return JSON.parse(JSON.stringify(value)) as T;
}

const RUNNERS: readonly (readonly [
  name: string,
  make: (store: CaseStore) => PartRunner,
  heldBytes?: number,
])[] = [
  ['with nearly nothing in memory', (store) => new InlineParts(store, 20), 2000],
  ['in pieces of two items', (store) => new InlineParts(store, 2)],
  ['through JSON', (store) => new PartsByLetter(store, 20)],
  [
    'in pieces of seven, by three threads',
    (store) => new ThreadedParts(store, 3, { itemsEach: 7, fewestPieces: 4 }),
  ],
  [
    'with a thread that fails',
    (store) => new ThreadedParts(store, 2, { itemsEach: 11, fewestPieces: 4, entry: FAILING }),
  ],
];

/** All that the passes say: of items, and of the leak. */
function everythingOf(directory: string): string[] {
  const store = openCase(directory, { now, readOnly: true });
  try {
    const groups = [...store.traceGroups({})].map((group) => JSON.stringify(group));
    return [...contentOf(directory), ...groups, JSON.stringify(store.traceFindings())];
  } finally {
    store.close();
  }
}

describe('the passes over the whole leak', () => {
  for (const [what, makeCase] of CASES) {
    it(`say of ${what} in pieces what they say in one`, async (t) => {
      const directory = await makeCase(t);
      const whole = everythingOf(directory);
      assert.ok(whole.length > 100);
      for (const [how, make, heldBytes] of RUNNERS) {
        const store = openCase(directory, { now });
        const parts = make(store);
        try {
          concludeCase(store, () => {}, parts, new Scratch(store.directory, heldBytes));
        } finally {
          parts.close();
          store.close();
        }
        assert.deepEqual(everythingOf(directory), whole, how);
      }
    });
  }
});
