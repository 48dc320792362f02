import assert from 'node:assert/strict';
import { it } from 'node:test';
import { itemId, LONG_ID_LENGTH } from '../case/item-id.ts';
import { PackedIds } from './packed-ids.ts';

it('gives ids back, the long ones of names that clash too', () => {
  const ids = [
    ...Array.from({ length: 3000 }, (_, at) => itemId('leak', `dump/${at}`)),
    itemId('leak', 'dump/x', LONG_ID_LENGTH),
    'zzzzzzzzzzzzz',
    '7777777777777',
    'item1',
    '',
  ];
  const packed = new PackedIds();
  for (const id of ids) packed.push(id);
  assert.equal(packed.length, ids.length);
  assert.deepEqual(
    ids.map((_, at) => packed.at(at)),
    ids,
  );
});
