import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import type { HabitSample } from './sample.ts';
import { OwnSigning } from './signing-habits.ts';

function sample(signer: string, route = 'party.example', sender = 'anne@party.example'): HabitSample {
  return {
    ...{ sender, month: '2017-04', list: '', folder: 'inbox', trusted: true, counted: true },
    habits: {
      ...{ program: '', order: 'f', id: '', boundary: '', coding: '', zone: '', name: '', block: '' },
      ...{ route, signer, lag: null },
    },
  };
}

function learnt(signed: number, more: readonly HabitSample[] = []): OwnSigning {
  const habits = new OwnSigning();
  for (let i = 0; i < signed; i++) habits.add(sample('party.example/s1'));
  for (const each of more) habits.add(each);
  return habits;
}

describe('OwnSigning.elsewhere', () => {
  const other = sample('-', 'elsewhere.example');

  it('says how much of what an address sent is signed by its own domain, by whatever server', () => {
    assert.deepEqual(learnt(20, [other]).elsewhere(other), { signed: 20, unsigned: 0 });
    assert.deepEqual(learnt(20).elsewhere(sample('', '')), { signed: 20, unsigned: 0 }, 'without any trace');
  });

  it('says nothing where few are signed, or many are not, copies that senders keep left out', () => {
    assert.equal(learnt(11, [other]).elsewhere(other), null);
    assert.equal(learnt(20, [other, other, other, other]).elsewhere(other), null);
    const kept = Array.from({ length: 30 }, () => sample('', ''));
    assert.deepEqual(learnt(20, [other, ...kept]).elsewhere(other), { signed: 20, unsigned: 0 });
  });
});
