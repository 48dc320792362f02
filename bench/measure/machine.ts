import { availableParallelism, cpus, loadavg, totalmem, type } from 'node:os';

/** What a reader must know of the machine to judge the figures, and nothing that names it. To be asked first. */
export function describeMachine(): string {
  const model = cpus()[0]?.model.trim() ?? 'unknown processor';
  const memory = Math.round(totalmem() / 2 ** 30);
  const load = (loadavg()[0] ?? 0).toFixed(1);
  return `${availableParallelism()} cores (${model}), ${memory} GiB, ${type()}, Node ${process.versions.node}; load average ${load} before the start`;
}
