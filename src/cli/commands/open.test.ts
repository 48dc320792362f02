import assert from 'node:assert/strict';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, describe, it } from 'node:test';
import { held } from '../../../test/schemas.ts';
import { createCase } from '../../case/index.ts';
import { EXIT } from '../exit-codes.ts';
import { runCommandLine } from '../run-command-line.ts';
import { testHost } from '../test-host.ts';

const folder = mkdtempSync(join(tmpdir(), 'tamis-open-'));
after(() => rmSync(folder, { recursive: true, force: true }));
createCase(join(folder, 'a.tamis'), { now: () => new Date(0) }).close();

/** Runs `open` until it has printed its address, asks it something, and presses Ctrl-C. */
async function opened<T>(
  args: readonly string[],
  env: Readonly<Record<string, string>>,
  work: (printed: { url: string; token: string; port: number }) => Promise<T>,
): Promise<{ readonly code: number; readonly result: T }> {
  const abort = new AbortController();
  // No app is built for it: what is tested here is the command.
  const { host } = testHost({ TAMIS_APP: folder, ...env }, folder);
  const { promise, resolve } = Promise.withResolvers<string>();
  const stdout = { isTTY: false, columns: 80, write: (text: string | Uint8Array) => resolve(String(text)) };
  const done = runCommandLine(['open', '--json', '--port', '0', ...args], {
    ...host,
    stdout,
    now: () => new Date(),
    signal: abort.signal,
  });
  const printed = await Promise.race([promise, done.then((code) => `ended with ${code}`)]);
  held('open', printed);
  const result = await work(JSON.parse(printed));
  abort.abort();
  return { code: await done, result };
}

describe('tamis open', () => {
  it('prints its address, serves the only case here and ends when asked', async () => {
    const { code, result } = await opened([], {}, async ({ url, token, port }) => {
      assert.equal(url, `http://127.0.0.1:${port}/?token=${token}`);
      const response = await fetch(`http://127.0.0.1:${port}/api/session`, {
        headers: { authorization: `Bearer ${token}` },
      });
      return (await response.json()) as { case: { name: string } };
    });
    assert.equal(result.case.name, 'a.tamis');
    assert.equal(code, EXIT.interrupted);
  });

  it('wants a good password before it lets the network in', async () => {
    for (const env of [{}, { TAMIS_PASSWORD: 'short' }] as const) {
      const { host, err } = testHost({ TAMIS_APP: folder, ...env }, folder);
      const code = await runCommandLine(['open', '--json', '--port', '0', '--host', '127.0.0.1'], host);
      assert.equal(code, 1);
      assert.match(err(), /at least 10 characters/);
    }
    writeFileSync(join(folder, 'word.txt'), 'long enough for now\n');
    const args = ['--host', '127.0.0.1', '--password-file', 'word.txt'];
    const { result } = await opened(args, {}, async ({ token, port }) => {
      assert.equal(token, '');
      return (await fetch(`http://127.0.0.1:${port}/api/overview`)).status;
    });
    assert.equal(result, 401);
  });

  it('says that a port is taken', async () => {
    await opened([], {}, async ({ port }) => {
      const { host, err } = testHost({ TAMIS_APP: folder }, folder);
      assert.equal(await runCommandLine(['open', '--json', '--port', String(port)], host), 1);
      assert.match(err(), /Choose another with --port/);
    });
  });
});
