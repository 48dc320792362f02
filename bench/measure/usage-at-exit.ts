/** Preloaded into Node programs where GNU time is not installed: writes what the process used, as it ends. */
import { writeFileSync } from 'node:fs';

const report = process.env.BENCH_USAGE;
if (report !== undefined) {
  process.on('exit', () => {
    const { userCPUTime, systemCPUTime, maxRSS } = process.resourceUsage();
    writeFileSync(report, `${userCPUTime / 1e6} ${systemCPUTime / 1e6} ${maxRSS}\n`);
  });
}
