import { join } from 'node:path';
import { leaveAtOnce } from '../../src/cli/leave.ts';
import { DEFAULT_LIMITS } from '../../src/model/index.ts';
import { stuckWorkers } from '../../src/pipeline/stuck-workers.ts';
import { sift } from '../../src/sift.ts';

// A sift of a dump whose reading gets stuck in native code, as a process of its own: it must end by itself.
const [folder = ''] = process.argv.slice(2);
const { totals } = await sift({
  inputs: [join(folder, 'dump')],
  references: [],
  keys: [],
  passwords: [],
  jobs: 1,
  limits: { ...DEFAULT_LIMITS, itemMs: 3000 },
  caseDirectory: join(folder, 'stuck.tamis'),
  now: () => new Date(),
  signal: new AbortController().signal,
  onProgress: () => {},
  workerEntry: new URL('./hostile-worker.ts', import.meta.url),
});
process.stdout.write(`${totals.items.total} items, ${totals.failures} failed, ${stuckWorkers()} stuck\n`);
if (stuckWorkers() > 0) leaveAtOnce(7);
