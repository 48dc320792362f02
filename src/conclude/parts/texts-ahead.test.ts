import assert from 'node:assert/strict';
import { it } from 'node:test';
import { TextsAhead } from './texts-ahead.ts';

function counted(missing: (row: number) => boolean = () => false) {
  const asked: number[][] = [];
  const alone: number[] = [];
  const store = {
    textsOf: (rows: readonly number[]) => {
      asked.push([...rows]);
      return new Map(rows.filter((row) => !missing(row)).map((row) => [row, `text ${row}`]));
    },
  };
  const texts = new TextsAhead(store, (row) => {
    alone.push(row);
    return `alone ${row}`;
  });
  return { texts, asked, alone };
}

const rows = Array.from({ length: 150 }, (_, at) => 1000 - at);

it('reads texts that are asked for in order many at a time', () => {
  const { texts, asked, alone } = counted();
  texts.expect([...rows, ...rows]);
  assert.deepEqual(
    rows.map((row) => texts.of(row)),
    rows.map((row) => `text ${row}`),
  );
  assert.deepEqual(
    asked.map(({ length }) => length),
    [64, 64, 22],
  );
  assert.deepEqual(alone, []);
});

it('reads alone what was passed, what is long, and what was not expected', () => {
  const { texts, asked, alone } = counted((row) => row === 990);
  texts.expect(rows);
  assert.equal(texts.of(900), 'text 900');
  assert.equal(texts.of(1000), 'alone 1000');
  assert.equal(texts.of(1), 'alone 1');
  assert.equal(texts.of(899), 'text 899');
  assert.equal(asked.length, 1);
  texts.expect(rows);
  assert.equal(texts.of(990), 'alone 990');
  assert.deepEqual(alone, [1000, 1, 990]);
});
