import type { Environment, Host } from './host.ts';

/** A host for tests: what is written is kept, time stands still, nobody presses Ctrl-C. */
export function testHost(
  env: Environment = {},
  cwd = '.',
): {
  readonly host: Host;
  readonly out: () => string;
  readonly outBytes: () => Buffer;
  readonly err: () => string;
} {
  const out: Buffer[] = [];
  const err: Buffer[] = [];
  const keep = (kept: Buffer[]) => ({
    write: (text: string | Uint8Array) => {
      kept.push(Buffer.from(text));
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
    out: () => Buffer.concat(out).toString('utf8'),
    outBytes: () => Buffer.concat(out),
    err: () => Buffer.concat(err).toString('utf8'),
  };
}
