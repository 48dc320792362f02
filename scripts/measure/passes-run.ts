/**
 * Runs the passes over the whole leak on a case, in a process of their own: prints one JSON object.
 *
 *     node --expose-gc scripts/measure/passes-run.ts live|plain FOLDER|URL [NAME]
 *
 * `live` collects garbage before and after every tenth piece and notes what is left; `plain` measures processor time and
 * the size of the process.
 */

import { openCase } from '../../src/case/open.ts';
import type { CaseStore } from '../../src/case/store.ts';
import { concludeCase } from '../../src/conclude/conclude.ts';
import { LeasedParts } from '../../src/conclude/parts/leased-parts.ts';
import { InlineParts, type PartRunner } from '../../src/conclude/parts/part-runner.ts';
import type { CommonOf, FoundOf, PartName, PieceOf } from '../../src/conclude/parts/parts.ts';
import { openSharedCase } from '../../src/shared-case.ts';

const EVERY = 10;
const [mode, place = '', name = ''] = process.argv.slice(2);
const now = (): Date => new Date();

/** Notes how much is live between pieces. */
class WatchedParts implements PartRunner {
  readonly itemsEach: number;
  readonly #inner: PartRunner;
  readonly #note: (step: string) => void;

  constructor(inner: PartRunner, note: (step: string) => void) {
    this.#inner = inner;
    this.itemsEach = inner.itemsEach;
    this.#note = note;
  }

  *run<N extends PartName>(
    part: N,
    common: CommonOf<N>,
    pieces: Iterable<PieceOf<N>>,
  ): IterableIterator<FoundOf<N>> {
    let done = 0;
    for (const found of this.#inner.run(part, common, pieces)) {
      if (done++ % EVERY === 0) this.#note(part);
      yield found;
    }
    this.#note(part);
  }

  close(): void {
    this.#inner.close();
  }
}

function liveMegabytes(): number {
  globalThis.gc?.();
  globalThis.gc?.();
  const { heapUsed, external, arrayBuffers } = process.memoryUsage();
  return Math.round((heapUsed + external + arrayBuffers) / 2 ** 20);
}

function run(store: CaseStore, parts: PartRunner): object {
  const messages = [...store.itemPaths('leak', 1)].length;
  const before = liveMegabytes();
  const live: Record<string, number> = {};
  const note = (step: string) => {
    if (mode === 'live') live[step] = Math.max(live[step] ?? 0, liveMegabytes() - before);
  };
  const start = process.cpuUsage();
  concludeCase(store, note, new WatchedParts(parts, note));
  const { user, system } = process.cpuUsage(start);
  const resident = Math.round(process.resourceUsage().maxRSS / 1024);
  return { items: messages, live, seconds: (user + system) / 1e6, resident };
}

const isShared = place.startsWith('postgres');
const shared = isShared
  ? openSharedCase({ db: place, name, as: 'lead', create: false, env: process.env, now })
  : null;
const store = shared ?? openCase(place, { now });
const parts =
  shared === null
    ? new InlineParts(store)
    : new LeasedParts(shared, { leaseSeconds: 60, patienceMs: 60_000 });
try {
  console.log(JSON.stringify(run(store, parts)));
} finally {
  parts.close();
  store.close();
}
