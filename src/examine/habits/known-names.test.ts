import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { KnownNames, type Namesake } from './known-names.ts';
import type { HabitSample } from './sample.ts';

const sample = (sender: string, name: string) => ({ sender, habits: { name } }) as unknown as HabitSample;

function namesakeOf(about: HabitSample, messages = 20, more: readonly HabitSample[] = []): Namesake | null {
  const names = new KnownNames();
  for (let i = 0; i < messages; i++) names.add(sample('anne@party.example', 'Anne Lévy'));
  for (const each of [about, ...more]) names.add(each);
  return names.namesake(about);
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

  it('knows whose it is among twenty thousand addresses that bear it, and learns on', () => {
    const names = new KnownNames();
    const others = Array.from({ length: 20_000 }, (_, at) => sample(`a${at}@elsewhere.example`, 'Anne Lévy'));
    for (const other of others) names.add(other);
    for (const other of others) assert.equal(names.namesake(other), null);
    for (let i = 0; i < 20; i++) names.add(sample('anne@party.example', 'Anne Lévy'));
    for (const other of others)
      assert.deepEqual(names.namesake(other), { address: 'anne@party.example', messages: 20 });
  });
});
