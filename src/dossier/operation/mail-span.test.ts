import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Verdict } from '../../model/index.ts';
import { MailSpans } from './mail-span.ts';

const DAY = 86_400_000;
const START = Date.UTC(2017, 0, 1);

/** A leak of one message a day from 1 January 2017 on, and what is added to it. */
function spanOf(
  days: number,
  added: readonly (readonly [date: string | null, verdict: Verdict | null])[],
  decoys: readonly number[] = [],
) {
  const spans = new MailSpans(new Set(decoys));
  for (let day = 0; day < days; day++)
    spans.add({
      row: day,
      id: `d${day}`,
      date: new Date(START + day * DAY).toISOString(),
      verdict: 'unverified',
    });
  for (const [index, [date, verdict]] of added.entries())
    spans.add({ row: 1000 + index, id: `a${index}`, date, verdict });
  const { first, last, aside } = spans.span();
  return [first?.id, last?.id, aside];
}

test('what was altered, is doubtful, or was planted by oneself bounds nothing', () => {
  assert.deepEqual(spanOf(40, []), ['d0', 'd39', 0]);
  assert.deepEqual(
    spanOf(40, [
      ['2016-12-20', 'altered'],
      ['2017-02-20', 'doubtful'],
    ]),
    ['d0', 'd39', 2],
  );
  assert.deepEqual(spanOf(40, [['2017-02-20', 'authentic']], [1000]), ['d0', 'd39', 1]);
  assert.deepEqual(spanOf(40, [['2017-02-20', 'authentic']]), ['d0', 'a0', 0]);
});

test('single dates far from all others are set aside at both ends, unless a signature covers them', () => {
  assert.deepEqual(
    spanOf(40, [
      ['2037-01-01', 'unverified'],
      ['2009-01-01', 'unverified'],
    ]),
    ['d0', 'd39', 2],
  );
  assert.deepEqual(spanOf(40, [['2009-01-01', 'authentic']]), ['a0', 'd39', 0]);
  // Many are a past of their own.
  const past = ['01', '02', '03'].map((day) => [`2009-01-${day}`, 'unverified'] as const);
  assert.deepEqual(spanOf(40, past), ['a0', 'd39', 0]);
  assert.deepEqual(
    spanOf(40, [
      ['1970-01-01', 'unverified'],
      [null, 'unverified'],
    ]),
    ['d0', 'd39', 0],
  );
});

test('in a leak where nothing is sound, or of few messages, all dates there are are told', () => {
  assert.deepEqual(
    spanOf(0, [
      ['2017-01-01', 'altered'],
      ['2017-03-01', 'doubtful'],
    ]),
    ['a0', 'a1', 0],
  );
  assert.deepEqual(spanOf(5, [['2037-01-01', 'unverified']]), ['d0', 'a0', 0]);
  assert.deepEqual(spanOf(0, []), [undefined, undefined, 0]);
});
