import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { RecentDocuments, type ToldDocument } from './recent-documents.ts';

function told(read: Partial<ToldDocument['read']>): ToldDocument {
  const nothing = {
    text: '',
    status: 'ok',
    pages: null,
    metadata: [],
    clocks: [],
    embedded: [],
    unopened: [],
    failure: null,
    defects: [],
  } as const;
  return { read: { ...nothing, ...read }, about: {} };
}

/** Asks for each key in turn; the keys of which the document had to be read. */
async function readFor(keys: readonly string[], document: ToldDocument): Promise<readonly string[]> {
  const recent = new RecentDocuments();
  const read: string[] = [];
  for (const key of keys)
    await recent.told(key, async () => {
      read.push(key);
      return document;
    });
  return read;
}

describe('RecentDocuments', () => {
  it('reads the same document once', async () => {
    assert.deepEqual(await readFor(['a', 'b', 'a', 'a'], told({ text: 'words' })), ['a', 'b']);
  });

  it('tries again what failed, and what carries files', async () => {
    const failed = told({ failure: { code: 'crashed', detail: 'No memory.' } });
    assert.deepEqual(await readFor(['a', 'a'], failed), ['a', 'a']);
    const bytes = new Uint8Array(1);
    const carrier = told({ embedded: [{ name: 'inside.txt', bytes, earlier: false }] });
    assert.deepEqual(await readFor(['a', 'a'], carrier), ['a', 'a']);
  });

  it('holds what was asked for lately, and not more than so much', async () => {
    const keys = Array.from({ length: 20 }, (_, i) => `document ${i}`);
    const again = ['document 19', 'document 0'];
    const read = await readFor([...keys, ...again], told({ text: 'a'.repeat(100_000) }));
    assert.deepEqual(read, [...keys, 'document 0']);
  });

  it('keeps no long text, which would take the place of all others', async () => {
    assert.deepEqual(await readFor(['a', 'a'], told({ text: 'a'.repeat(200_000) })), ['a', 'a']);
  });
});
