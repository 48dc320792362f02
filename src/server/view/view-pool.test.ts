import assert from 'node:assert/strict';
import { hash } from 'node:crypto';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, describe, it } from 'node:test';
import { VIEW_LIMITS, ViewPool } from './view-pool.ts';

const folder = mkdtempSync(join(tmpdir(), 'tamis-pool-'));
after(() => rmSync(folder, { recursive: true, force: true }));

function file(name: string, content: string | Uint8Array) {
  const path = join(folder, name);
  writeFileSync(path, content);
  const end = Buffer.from(content).length;
  const sha256 = hash('sha256', content);
  const locator = { type: 'file', path, start: 0, end } as const;
  return { locator, size: end, sha256, type: 'message/rfc822', message: null } as const;
}

describe('the threads that open items', () => {
  it('give up an item that takes too long, and open the next', async () => {
    const pool = new ViewPool(folder, { ...VIEW_LIMITS, workers: 1, taskMs: 1 });
    const item = file('a.eml', 'Subject: a\n\nb');
    // A thread takes longer than a millisecond to start, whatever it then does.
    await assert.rejects(pool.run('source', item, { offset: 0, length: 9 }), {
      code: 'view-timeout',
      status: 422,
    });
    await pool.close();
  });

  it('lose an item that ends its reader, and nothing else', async () => {
    const pool = new ViewPool(folder, { ...VIEW_LIMITS, workers: 1, workerMb: 20 });
    // The parts are more than 20 MB of heap can hold, and the code of the thread is less.
    const parts = file(
      'b.eml',
      `Content-Type: multipart/mixed; boundary=b\n\n${'--b\nA: b\n\n'.repeat(500_000)}`,
    );
    const lost = pool.run('structure', { ...parts, message: {} as never }, {});
    const next = pool.run('source', file('c.eml', 'Subject: c\n\nd'), { offset: 0, length: 10 });
    await assert.rejects(lost, { status: 422 });
    assert.deepEqual(await next, { size: 13, text: 'Subject: c' });
    await pool.close();
  });

  it('tell that the bytes are gone, and that too many wait', async () => {
    const pool = new ViewPool(folder, { ...VIEW_LIMITS, workers: 1, waiting: 2 });
    const gone = {
      locator: { type: 'file', path: join(folder, 'none'), start: 0, end: 5 },
      size: 5,
      sha256: '',
      type: 'x/y',
      message: null,
    } as const;
    const asked = Array.from({ length: 6 }, () => pool.run('source', gone, { offset: 0, length: 5 }));
    const results = await Promise.allSettled(asked);
    assert.ok(results.some((result) => result.status === 'fulfilled' && result.value === null));
    assert.ok(results.some((result) => result.status === 'rejected' && result.reason.code === 'busy'));
    await pool.close();
  });
});
