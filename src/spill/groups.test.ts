import assert from 'node:assert/strict';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, it } from 'node:test';
import { eachInGroups, learnThenAsk } from './groups.ts';
import { RecordSort } from './record-sort.ts';
import { Scratch } from './scratch.ts';

const RECORDS = 5_000;
const GROUPS = 37;

function sorted(scratch: Scratch): RecordSort {
  const sort = new RecordSort(scratch, 3, 2);
  for (let at = 0; at < RECORDS; at++) sort.add(-(at % 2), at % GROUPS, at);
  return sort;
}

describe('groups of sorted records', () => {
  const folder = mkdtempSync(join(tmpdir(), 'tamis-groups-'));
  const scratches = [Scratch.inMemory(), new Scratch(folder, 1024)];

  it('begin each with a state of their own', () => {
    for (const scratch of scratches) {
      const seen: number[][] = [];
      eachInGroups(
        sorted(scratch),
        () => {
          const group: number[] = [];
          seen.push(group);
          return group;
        },
        (group, record) => group.push(record.word(2)),
      );
      assert.equal(seen.length, 2 * GROUPS);
      for (const group of seen)
        for (const at of group) {
          assert.equal(at % GROUPS, (group[0] ?? 0) % GROUPS);
          assert.equal(at % 2, (group[0] ?? 0) % 2);
        }
      assert.equal(seen.flat().length, RECORDS);
    }
  });

  it('are learnt whole before anything of them is asked', () => {
    for (const scratch of scratches) {
      const asked: number[] = [];
      let closed = 0;
      learnThenAsk(
        sorted(scratch),
        () => new Set<number>(),
        (state, record) => state.add(record.word(2)),
        (state, record) => {
          for (const other of state) assert.equal(other % (2 * GROUPS), record.word(2) % (2 * GROUPS));
          assert.ok(state.size >= Math.floor(RECORDS / GROUPS / 2));
          asked.push(record.word(2));
        },
        () => closed++,
      );
      assert.equal(closed, 2 * GROUPS);
      assert.equal(new Set(asked).size, RECORDS);
    }
    for (const scratch of scratches) scratch.close();
    rmSync(folder, { recursive: true });
  });
});
