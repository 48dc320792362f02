import type { Output } from '../host.ts';

/** Writes a line of JSON for each event, for programs that gather logs. Names of a leak are never in it. */
export function jsonLog(
  output: Output,
  now: () => Date,
): (event: string, detail: Readonly<Record<string, unknown>>) => void {
  return (event, detail) => {
    output.write(`${JSON.stringify({ time: now().toISOString(), pid: process.pid, event, ...detail })}\n`);
  };
}
