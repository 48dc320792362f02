import assert from 'node:assert/strict';
import { it } from 'node:test';
import { hashText } from './text-hash.ts';

it('spreads texts that differ in little, in both halves', () => {
  const [highs, lows] = [new Set<number>(), new Set<number>()];
  const hash = { high: 0, low: 0 };
  for (let at = 0; at < 20_000; at++) {
    hashText(`<${at}.message@host.example>`, hash);
    highs.add(hash.high);
    lows.add(hash.low);
  }
  // Of 20,000 numbers of 32 bits, 0.05 pairs agree by chance.
  assert.ok(highs.size > 19_995 && lows.size > 19_995, `${highs.size} ${lows.size}`);
  assert.deepEqual({ ...hashText('', hash) }, { ...hashText('', hash) });
});
