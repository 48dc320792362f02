import assert from 'node:assert/strict';
import { test } from 'node:test';
import { fromOf } from './addresses.ts';
import type { PropertyBag } from './property-bag.ts';
import { TAG } from './tags.ts';

function from(name: string, address: string, senderName: string, senderAddress: string) {
  const texts = new Map<number, string>([
    [TAG.sentRepresentingName, name],
    [TAG.sentRepresentingEmailAddress, address],
    [TAG.senderName, senderName],
    [TAG.senderEmailAddress, senderAddress],
  ]);
  return fromOf({ text: (tag: number) => texts.get(tag) ?? null } as unknown as PropertyBag);
}

test('who is named without an address has that of the sender, if the sender has this name', () => {
  const anne = { name: 'Anne', address: 'anne@party.example' };
  assert.deepEqual(from('Anne', '', 'Anne', 'anne@party.example'), anne);
  assert.deepEqual(from('', '', 'Anne', 'anne@party.example'), anne);
  assert.deepEqual(from('Boris', '', 'Anne', 'anne@party.example'), { name: 'Boris', address: '' });
  assert.deepEqual(from('Boris', 'b@x.example', 'Anne', 'anne@party.example'), {
    name: 'Boris',
    address: 'b@x.example',
  });
});
