import assert from 'node:assert/strict';
import { mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, it } from 'node:test';
import { Scratch } from './scratch.ts';
import { TextStore } from './text-store.ts';

describe('TextStore', () => {
  const texts = [
    '',
    'anne@party.example',
    'Élodie 🗳',
    'x'.repeat(5_000),
    ...Array.from({ length: 40_000 }, (_, at) => `a${at}@elsewhere.example`),
  ];

  it('gives each text back, from memory and from a file without a name', () => {
    const folder = mkdtempSync(join(tmpdir(), 'tamis-texts-'));
    const scratch = new Scratch(folder, 4096);
    try {
      for (const store of [new TextStore(Scratch.inMemory()), new TextStore(scratch)]) {
        const numbers = texts.map((text) => store.add(text));
        for (const [at, number] of numbers.entries()) assert.equal(store.get(number | 0), texts[at]);
        assert.equal(new Set(numbers).size, texts.length);
      }
      assert.deepEqual(readdirSync(folder), []);
    } finally {
      scratch.close();
      rmSync(folder, { recursive: true });
    }
  });

  it('knows a text again that was there a moment before, and may not know one of long ago', () => {
    const store = new TextStore(Scratch.inMemory());
    const first = store.add('anne@party.example');
    assert.equal(store.add('anne@party.example'), first);
    for (const text of texts) store.add(text);
    const again = store.add('anne@party.example');
    assert.notEqual(again, first);
    assert.equal(store.get(again), store.get(first));
  });
});
