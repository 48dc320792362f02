import assert from 'node:assert/strict';
import { mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, it, type TestContext } from 'node:test';
import { type RecordCursor, RecordList } from './record-list.ts';
import { RecordSort } from './record-sort.ts';
import { Scratch } from './scratch.ts';
import { ValueList } from './value-list.ts';

/** So little is held that a few hundred records go into a file. */
function smallScratch(t: TestContext): Scratch {
  const folder = mkdtempSync(join(tmpdir(), 'tamis-spill-'));
  const scratch = new Scratch(join(folder, 'deep'), 500);
  t.after(() => {
    assert.deepEqual(
      readdirSync(folder).flatMap((name) => readdirSync(join(folder, name))),
      [],
    );
    scratch.close();
    rmSync(folder, { recursive: true, force: true });
  });
  return scratch;
}

function recordsOf(cursor: RecordCursor, width: number): number[][] {
  const records: number[][] = [];
  while (cursor.next()) records.push(Array.from({ length: width }, (_, at) => cursor.word(at)));
  return records;
}

/** The same numbers each time, over all 32 bits. */
function numbers(count: number): number[] {
  let state = 1;
  return Array.from({ length: count }, () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) | 0;
    return state;
  });
}

function expected(records: readonly number[][], keys: number): number[][] {
  return records.toSorted((a, b) => {
    for (let key = 0; key < keys; key++) {
      const [x, y] = [(a[key] ?? 0) >>> 0, (b[key] ?? 0) >>> 0];
      if (x !== y) return x - y;
    }
    return 0;
  });
}

describe('RecordSort', () => {
  const records = numbers(3000).map((number, at) => [(number % 7) | 0, number, at]);

  it('sorts by the first numbers, taken without sign, and keeps the order of equals', () => {
    const sort = new RecordSort(Scratch.inMemory(), 3, 1);
    for (const record of records) sort.add(...record);
    assert.deepEqual(recordsOf(sort.read(), 3), expected(records, 1));
  });

  it('gives the same from files, each time it is read and after more was added', (t) => {
    for (const keys of [1, 2]) {
      const sort = new RecordSort(smallScratch(t), 3, keys);
      for (const record of records) sort.add(...record);
      assert.deepEqual(recordsOf(sort.read(), 3), expected(records, keys));
      sort.add(3, -1, 9999);
      const more = expected([...records, [3, -1, 9999]], keys);
      assert.deepEqual(recordsOf(sort.read(), 3), more);
      assert.deepEqual(recordsOf(sort.read(), 3), more);
    }
  });

  it('has nothing to say of nothing', (t) => {
    assert.deepEqual(recordsOf(new RecordSort(smallScratch(t), 2, 1).read(), 2), []);
  });
});

describe('RecordList', () => {
  it('gives records back in their order, from a file too', (t) => {
    const records = numbers(700).map((number, at) => [number, at]);
    for (const scratch of [Scratch.inMemory(), smallScratch(t)]) {
      const list = new RecordList(scratch, 2);
      for (const record of records) list.add(...record);
      assert.equal(list.length, 700);
      assert.deepEqual(recordsOf(list.read(), 2), records);
      assert.deepEqual(recordsOf(list.read(), 2), records);
    }
  });
});

describe('ValueList', () => {
  it('gives each value by its number, from memory or a file, while more are added', (t) => {
    const list = new ValueList<{ readonly text: string }>(smallScratch(t), 2);
    for (let at = 0; at < 50; at++) {
      assert.equal(list.add({ text: `é${'x'.repeat(at)}` }), at);
      assert.equal(list.get(at >>> 1).text.length, 1 + (at >>> 1));
    }
    assert.deepEqual(
      [0, 1, 2, 49].map((at) => list.get(at).text.length),
      [1, 2, 3, 50],
    );
  });
});

describe('Scratch', () => {
  it('leaves no name behind, and cannot be read once it is closed', (t) => {
    const scratch = smallScratch(t);
    const file = scratch.open();
    file.append(Buffer.from('abc'));
    assert.equal(file.append(Buffer.from('de')), 3);
    const read = Buffer.alloc(2);
    file.read(read, 2);
    assert.equal(read.toString(), 'cd');
    assert.throws(() => file.read(read, 4), RangeError);
    scratch.close();
    assert.throws(() => file.read(read, 0));
  });
});
