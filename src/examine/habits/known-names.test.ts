import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { Scratch } from '../../spill/scratch.ts';
import type { Namesake } from './known-names.ts';
import type { HabitSample } from './sample.ts';
import { findingsForTests } from './testing/findings.ts';

function sample(sender: string, name: string): HabitSample {
  const habits = {
    ...{
      program: '',
      order: '',
      id: '',
      boundary: '',
      coding: '',
      zone: '',
      block: '',
      route: '',
      signer: '',
    },
    ...{ name, lag: null },
  };
  return { sender, habits, month: '', list: '', folder: '', trusted: false, counted: true };
}

const known = (messages: number) =>
  Array.from({ length: messages }, () => sample('anne@party.example', 'Anne Lévy'));

function namesakeOf(about: HabitSample, messages = 20, more: readonly HabitSample[] = []): Namesake | null {
  const found = findingsForTests([...known(messages), about, ...more], Scratch.inMemory());
  return found.get(messages)?.namesake ?? null;
}

describe('KnownNames', () => {
  it('knows a name whatever its order, case and accents', () => {
    for (const name of ['Anne Lévy', 'LEVY Anne', 'anne levy', 'Аnnе Lé\u200bvy'])
      assert.deepEqual(namesakeOf(sample('x9@elsewhere.example', name)), {
        address: 'anne@party.example',
        messages: 20,
      });
  });

  it('says nothing of her own address, of another in her house, and of a first name', () => {
    assert.equal(namesakeOf(sample('anne@party.example', 'Anne Lévy')), null);
    assert.equal(namesakeOf(sample('a.levy@party.example', 'Anne Lévy')), null);
    assert.equal(namesakeOf(sample('x9@elsewhere.example', 'Anne')), null);
  });

  it('says nothing of few messages, and of two who both write much', () => {
    const other = sample('anne@elsewhere.example', 'Anne Lévy');
    assert.equal(namesakeOf(other, 19), null);
    assert.equal(namesakeOf(other, 20, [other, other]), null);
  });

  it('knows whose it is among twenty thousand addresses that bear it', () => {
    const others = Array.from({ length: 20_000 }, (_, at) => sample(`a${at}@elsewhere.example`, 'Anne Lévy'));
    assert.equal(findingsForTests(others, Scratch.inMemory()).size, 0);
    const found = findingsForTests([...others, ...known(20)], Scratch.inMemory());
    for (const at of others.keys())
      assert.deepEqual(found.get(at)?.namesake, { address: 'anne@party.example', messages: 20 });
    assert.equal(found.size, others.length);
  });
});
