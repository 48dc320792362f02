import assert from 'node:assert/strict';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, it } from 'node:test';
import type { MessageHabits } from '../../model/index.ts';
import { Scratch } from '../../spill/scratch.ts';
import type { HabitSample } from './sample.ts';
import { SampleTable } from './sample-table.ts';
import { spreadOf } from './spread.ts';
import { findingsForTests } from './testing/findings.ts';

const HABITS: Omit<MessageHabits, 'hops'> = {
  program: 'Example Mail #',
  order: 'ftsdivc',
  id: 'h8-h4-h4-h4-h12@own',
  boundary: '',
  coding: '7bit/utf-8',
  zone: '+0200',
  name: 'Anne Dupont',
  block: 'aaaaaaaa',
  route: 'campaign.example',
  signer: 'campaign.example',
  lag: 3,
};

function sample(changes: Partial<MessageHabits> = {}, more: Partial<HabitSample> = {}): HabitSample {
  const habits = { ...HABITS, ...changes };
  return {
    sender: 'anne@campaign.example',
    habits,
    month: '2017-05',
    folder: 'leak/inbox',
    list: '',
    trusted: false,
    counted: true,
    ...more,
  };
}

/** Of the last sample, by the ones before and itself. */
function findingOf(history: readonly HabitSample[], last: HabitSample) {
  return findingsForTests([...history, last], Scratch.inMemory()).get(history.length);
}

/** The ways in which the last sample breaks what the ones before and itself teach. */
function waysOf(history: readonly HabitSample[], last: HabitSample): readonly string[] {
  return (findingOf(history, last)?.breaks ?? []).map(({ way }) => way);
}

const usual = (count: number, changes: Partial<MessageHabits> = {}) =>
  Array.from({ length: count }, (_, i) => sample({ lag: i % 5, ...changes }));

describe('HabitBook', () => {
  it('finds nothing in one message like the others, and nothing at all without history', () => {
    assert.deepEqual(waysOf(usual(40), sample()), []);
    assert.deepEqual(waysOf(usual(10), sample({ zone: '-0500', name: 'Dupont, Anne' })), []);
  });

  it('takes all marks of another program for one way, and a single one for none', () => {
    assert.deepEqual(waysOf(usual(40), sample({ id: '9+@own' })), []);
    const other = sample({ program: 'Other', id: '9+@own', order: 'fdtsivc', coding: 'base64/utf-8' });
    assert.deepEqual(waysOf(usual(40), other), ['program']);
  });

  it('tells each way apart', () => {
    assert.deepEqual(waysOf(usual(40), sample({ zone: '+0300' })), ['zone']);
    assert.deepEqual(waysOf(usual(40), sample({ name: 'A. Dupont' })), ['identity']);
    assert.deepEqual(waysOf(usual(40), sample({ route: 'elsewhere.example' })), ['route']);
    assert.deepEqual(waysOf(usual(40), sample({ signer: '-' })), ['unsigned']);
    assert.deepEqual(waysOf(usual(40), sample({ lag: 200_000 })), ['lag']);
  });

  it('misses a signature where all else of the domain is signed, also of this program', () => {
    const missing = (last: HabitSample, history = usual(40)) => findingOf(history, last)?.unsigned ?? null;
    assert.deepEqual(missing(sample({ signer: '-' })), { signed: 40, unsigned: 0 });
    assert.deepEqual(missing(sample({ signer: '-' }), [...usual(40), ...usual(3, { signer: '-' })]), {
      signed: 40,
      unsigned: 3,
    });
    assert.equal(missing(sample({ signer: '-' }), [...usual(40), ...usual(5, { signer: '-' })]), null);
    assert.equal(missing(sample({ signer: '-', program: 'Other' })), null, 'a new program');
    assert.equal(missing(sample({ signer: '-' }, { list: 'a.example' })), null, 'a list takes it off');
    assert.equal(missing(sample({ signer: '-' }, { month: '2018-05' })), null, 'a year later');
    assert.equal(missing(sample({ signer: '-' }, { month: '2017-04' })), null, 'before it began to sign');
  });

  it('misses the traces of servers in a folder where all strangers have them, not on what its owner wrote', () => {
    const others = usual(60).map((each, i) => ({ ...each, sender: `s${i % 10}@campaign.example` }));
    const owner = usual(30, { route: '', signer: '' }).map((each) => ({ ...each, sender: 'me@own.example' }));
    const missing = (last: HabitSample) => findingOf([...others, ...owner], last)?.untraced ?? null;
    const bare = { route: '', signer: '', lag: null };
    assert.deepEqual(missing(sample(bare, { sender: 's1@campaign.example' })), {
      traced: 6,
      signed: 6,
      inFolder: 60,
      untracedInFolder: 0,
    });
    assert.equal(missing(sample(bare, { sender: 'me@own.example' })), null);
    assert.equal(missing(sample({ ...bare, order: '' }, { sender: 's1@campaign.example' })), null, 'rebuilt');
    assert.equal(missing(sample(bare, { sender: 's1@campaign.example', folder: 'leak/sent' })), null);
  });

  it('does not call summer time another zone, nor judge in months when clocks change', () => {
    const year = [
      ...usual(30),
      ...Array.from({ length: 30 }, () => sample({ zone: '+0100' }, { month: '2017-01' })),
    ];
    assert.deepEqual(waysOf(year, sample({ zone: '+0100' }, { month: '2017-02' })), []);
    assert.deepEqual(waysOf(year, sample({ zone: '+0100' }, { month: '2017-07' })), ['zone']);
    assert.deepEqual(waysOf(year, sample({ zone: '+0000' }, { month: '2017-03' })), []);
  });

  it('takes what is seen again and again for a habit too, but not many of a kind that nothing verifies', () => {
    const twoPhones = [...usual(30), ...usual(5, { name: 'Anne (mobile)' })];
    assert.deepEqual(waysOf(twoPhones, sample({ name: 'Anne (mobile)' })), []);
    const verified = usual(30).map((each) => ({ ...each, trusted: true }));
    const planted = usual(5, { name: 'Anne D.' });
    assert.deepEqual(waysOf([...verified, ...planted], sample({ name: 'Anne D.' })), ['identity']);
  });

  it('finds no habit where a sender varies', () => {
    const mixed = Array.from({ length: 40 }, (_, i) => sample({ name: `Anne ${i % 20}` }));
    assert.deepEqual(waysOf(mixed, sample({ name: 'Anne Dupont' })), []);
  });

  it('does not count copies', () => {
    const copies = usual(40).map((each) => ({ ...each, counted: false }));
    assert.deepEqual(waysOf(copies, sample({ name: 'A. Dupont' })), []);
  });

  it('knows a clock that is always wrong for a habit of its sender', () => {
    const found = findingOf(usual(30, { lag: -93_600 }), sample({ lag: -93_600 }));
    assert.deepEqual(found?.breaks, []);
    assert.equal(found?.lag?.median, -93_600);
    assert.equal(found?.lag?.bar, 900);
  });
});

describe('SampleTable', () => {
  it('gives back what was put in, beyond its first size', () => {
    const table = new SampleTable();
    for (let i = 0; i < 3000; i++) table.add(sample({ lag: i - 5 }, { sender: `s${i % 7}` }));
    assert.deepEqual(table.get(2999), sample({ lag: 2994 }, { sender: `s${2999 % 7}` }));
    table.add(sample({ lag: 1e12 }));
    assert.equal(table.get(3000).habits.lag, null);
  });
});

describe('HabitBook of many senders', () => {
  it('finds from files, piece by piece, what it finds in memory', (t) => {
    const folder = mkdtempSync(join(tmpdir(), 'tamis-samples-'));
    t.after(() => rmSync(folder, { recursive: true, force: true }));
    const samples = Array.from({ length: 6_000 }, (_, at) => {
      const who = at % 97;
      const selector = `campaign.example/${at % 401 === 0 ? 's9' : 's1'}`;
      const habits = {
        ...{
          lag: at % 67 === 0 ? 90_000 : who,
          name: who === 0 || at % 1999 === 0 ? 'Paul Zed' : `Anne ${'abc'[who % 3]}x`,
          signer: selector,
        },
        ...(at % 311 === 0 && { name: 'A. Dupont', route: 'elsewhere.example' }),
        ...(at % 313 === 0 && { signer: '-' }),
      };
      const month = `2017-${String(1 + (at % 12)).padStart(2, '0')}`;
      const marks = { trusted: at % 5 === 0, counted: at % 11 !== 0 };
      return sample(habits, {
        sender: at % 1999 === 0 ? 'x@else.example' : `s${who}@d${who % 2}.example`,
        month,
        ...marks,
      });
    });
    const inMemory = findingsForTests(samples, Scratch.inMemory());
    const scratch = new Scratch(folder, 4096);
    assert.deepEqual([...findingsForTests(samples, scratch)], [...inMemory]);
    scratch.close();
    const ways = new Set([...inMemory.values()].flatMap(({ breaks }) => breaks.map(({ way }) => way)));
    assert.deepEqual([...ways].sort(), ['identity', 'lag', 'route', 'unsigned']);
    assert.ok([...inMemory.values()].some(({ otherSelector }) => otherSelector !== null));
    assert.ok([...inMemory.values()].some(({ namesake }) => namesake !== null));
  });
});

describe('spreadOf', () => {
  it('is not moved by a few wild values', () => {
    const { median, deviation } = spreadOf([1, 2, 3, 4, 5, 6, 7, 8, 1e9]) ?? { median: 0, deviation: 0 };
    assert.equal(median, 5);
    assert.ok(deviation > 2 && deviation < 4);
    assert.equal(spreadOf([]), null);
  });
});
