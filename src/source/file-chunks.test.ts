import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import { mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, test } from 'node:test';
import { fileChunks, hashFile } from './file-chunks.ts';

const folder = mkdtempSync(join(tmpdir(), 'tamis-chunks-'));
after(() => rmSync(folder, { recursive: true }));
const signal = new AbortController().signal;

test('files of any size are hashed whole, several at once too', async () => {
  const sizes = [0, 1, 2 ** 20 - 1, 2 ** 20, 3 * 2 ** 20 + 5];
  const hashed = await Promise.all(
    sizes.map(async (size) => {
      const path = join(folder, String(size));
      const bytes = Buffer.alloc(size, size % 251);
      writeFileSync(path, bytes);
      return [await hashFile(path, signal), createHash('sha256').update(bytes).digest('hex'), size] as const;
    }),
  );
  for (const [{ sha256, size }, expected, length] of hashed)
    assert.deepEqual([sha256, size], [expected, length]);
});

test('it ends when it is told to, and follows links only where it may', async (t) => {
  const large = join(folder, 'large');
  writeFileSync(large, Buffer.alloc(2 ** 21));
  await assert.rejects(hashFile(large, AbortSignal.abort()), { name: 'AbortError' });
  for await (const chunk of fileChunks(large, signal)) {
    assert.equal(chunk.length, 2 ** 20);
    break;
  }
  if (process.platform === 'win32') return t.skip('links need rights here');
  symlinkSync(large, join(folder, 'link'));
  assert.equal((await hashFile(join(folder, 'link'), signal)).size, 2 ** 21);
  await assert.rejects(hashFile(join(folder, 'link'), signal, 'no-links'));
});
