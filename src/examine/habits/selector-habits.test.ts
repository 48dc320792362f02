import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { Scratch } from '../../spill/scratch.ts';
import type { HabitSample } from './sample.ts';
import type { OtherSelector } from './selector-habits.ts';
import { findingsForTests } from './testing/findings.ts';

function sample(month: string, selector: string, changes: Partial<HabitSample> = {}): HabitSample {
  const signer = `campaign.example/${selector}`;
  const habits = {
    ...{ program: 'Mail', route: 'campaign.example', signer },
    ...{ order: '', id: '', boundary: '', coding: '', zone: '', name: '', block: '', lag: null },
  };
  const sender = 'anne@campaign.example';
  return { sender, habits, month, list: '', folder: 'paul', trusted: false, counted: true, ...changes };
}

function usual(selectorOf: (month: number) => string): HabitSample[] {
  return Array.from({ length: 60 }, (_, i) => sample(`2017-0${1 + (i % 6)}`, selectorOf(1 + (i % 6))));
}

function asked(about: HabitSample, others: readonly HabitSample[]): OtherSelector | null {
  const found = findingsForTests([...others, about], Scratch.inMemory());
  return found.get(others.length)?.otherSelector ?? null;
}

describe('SelectorHabits', () => {
  it('sees another selector in the midst of the usual one’s use', () => {
    const found = asked(
      sample('2017-03', 's9'),
      usual(() => 's1'),
    );
    assert.deepEqual(found, { usual: 's1', seen: 's9', messages: 30, alike: 0 });
  });

  it('says nothing where a domain goes over to another, or signs with two', () => {
    const rotated = usual((month) => (month < 4 ? 's1' : 's2'));
    for (const [month, selector] of [
      ['2017-03', 's1'],
      ['2017-04', 's2'],
    ] as const)
      assert.equal(asked(sample(month, selector), rotated), null);
    assert.equal(
      asked(
        sample('2017-06', 's2'),
        usual(() => 's1'),
      ),
      null,
      'the first under a new one',
    );
    const two = [...usual(() => 's1'), ...usual(() => 's2')];
    assert.equal(asked(sample('2017-03', 's2'), two), null);
  });

  it('says nothing of another program, another server, a list, or a case without selectors', () => {
    const others = usual(() => 's1');
    const { habits } = sample('2017-03', 's9');
    for (const changes of [
      { habits: { ...habits, program: 'Form' } },
      { habits: { ...habits, route: 'other.example' } },
      { habits: { ...habits, signer: 'campaign.example' } },
      { list: 'a.example' },
    ])
      assert.equal(asked(sample('2017-03', 's9', changes), others), null, JSON.stringify(changes));
  });
});
