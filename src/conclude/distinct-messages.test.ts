import assert from 'node:assert/strict';
import { it } from 'node:test';
import { DistinctMessages } from './distinct-messages.ts';

it('counts a message once, also where parts of the leak were counted apart', () => {
  const [one, other] = [new DistinctMessages(), new DistinctMessages()];
  for (const row of [1, 2]) one.add({ messageId: 'a@x', row });
  other.add({ messageId: 'a@x', row: 3 });
  other.add({ messageId: 'b@x', row: 4 });
  for (const row of [5, 6]) other.add({ messageId: null, row });
  assert.deepEqual([one.size, other.size], [1, 4]);
  one.take(other.numbers());
  assert.equal(one.size, 4);
});
