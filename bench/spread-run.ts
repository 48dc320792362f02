/** One measured run in a process of its own, so that its peak of memory is its own: FILE MEMORY EDGES. */
import { DEFAULT_COORDINATION, runCoordination } from '../src/spread/coordination/index.ts';

const [file = '', memory = '', edges = ''] = process.argv.slice(2);
const summary = await runCoordination(file, {
  ...DEFAULT_COORDINATION,
  window: 60,
  memory: Number(memory),
  edges,
});
const { maxRSS, userCPUTime, systemCPUTime } = process.resourceUsage();
const measured = { peakBytes: maxRSS * 1024, cpuSeconds: (userCPUTime + systemCPUTime) / 1e6 };
process.stdout.write(JSON.stringify({ ...summary, ...measured }));
