import assert from 'node:assert/strict';
import { test } from 'node:test';
import { BiffReader } from './biff.ts';

test('a string that breaks between records, wherever, and the one behind it', () => {
  const flags = Buffer.from([0]);
  const text = Buffer.from('SIGOGNE', 'latin1');
  for (let cut = 0; cut < text.length; cut++) {
    const head = Buffer.concat([Buffer.from([7, 0]), flags, text.subarray(0, cut)]);
    const rest = Buffer.concat([flags, text.subarray(cut), Buffer.from([2, 0, 0]), Buffer.from('ok')]);
    const reader = new BiffReader([head, rest]);
    const read = [reader.unicode(reader.u16()), reader.unicode(reader.u16())];
    assert.deepEqual(read, ['SIGOGNE', 'ok'], `cut at ${cut}`);
  }
});

test('the width of characters may change at the break', () => {
  const head = Buffer.from([4, 0, 0, 0x61, 0x62]);
  const rest = Buffer.concat([Buffer.from([1]), Buffer.from('éя', 'utf16le')]);
  const reader = new BiffReader([head, rest]);
  assert.equal(reader.unicode(reader.u16()), 'abéя');
});
