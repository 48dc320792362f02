import type { Environment, Host } from './host.ts';

/** A host for tests: what is written is kept, time stands still, nobody presses Ctrl-C. */
export function testHost(
  env: Environment = {},
  cwd = '.',
): { readonly host: Host; readonly out: () => string; readonly err: () => string } {
  const out: string[] = [];
  const err: string[] = [];
  const keep = (kept: string[]) => ({
    write: (text: string | Uint8Array) => {
      kept.push(typeof text === 'string' ? text : Buffer.from(text).toString('utf8'));
    },
    isTTY: false,
    columns: 80,
  });
  return {
    host: {
      stdout: keep(out),
      stderr: keep(err),
      cwd,
      env,
      now: () => new Date('2017-05-05T20:00:00Z'),
      signal: new AbortController().signal,
    },
    out: () => out.join(''),
    err: () => err.join(''),
  };
}
