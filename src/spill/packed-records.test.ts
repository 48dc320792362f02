import assert from 'node:assert/strict';
import { it } from 'node:test';
import { PackedRecords, unpacked } from './packed-records.ts';

it('gives records back as they were, from text', () => {
  const packed = new PackedRecords(3);
  for (let at = 0; at < 1000; at++) packed.add(at, -at, at << 24);
  const records = unpacked(`${packed}`, 3);
  for (let at = 0; at < 1000; at++) {
    assert.ok(records.next());
    assert.deepEqual([records.word(0), records.word(1), records.word(2)], [at, -at | 0, at << 24]);
  }
  assert.equal(records.next(), false);
  assert.equal(unpacked(`${new PackedRecords(2)}`, 2).next(), false);
});
