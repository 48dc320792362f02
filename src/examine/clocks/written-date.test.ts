import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { readDate } from './written-date.ts';

const MOMENT = { time: Date.UTC(2020, 7, 21, 23, 25, 6), offset: -420 };

describe('readDate', () => {
  for (const text of [
    'Fri, 21 Aug 2020 16:25:06 -0700',
    ' Fri, 21 Aug 2020 16:25:06 -0700 (PDT)\r\n',
    '21 Aug 2020 16:25:06 -0700',
    ' Fri, 21 Aug 2020\n 16:25:06 -0700\n',
    ' Fri, 21 Aug\r\n\t2020 16:25:06 -0700 (PDT)',
    'Fri, 21  Aug  2020  16:25:06  -0700',
    'Fri, 21-Aug-2020 16:25:06 -0700',
  ])
    test(`reads ${JSON.stringify(text)}`, () => assert.deepEqual(readDate(text), MOMENT));

  test('reads from an offset on', () => {
    assert.deepEqual(readDate('from a by b; Fri, 21 Aug 2020 16:25:06 -0700', 12), MOMENT);
  });

  test('leaves what no month has to the parser, folded', () => {
    assert.equal(readDate('Mon, 31 Feb\n 2020 16:25:06 -0700'), null);
    assert.equal(readDate('Mon, 3 Feb\n 2020 26:25:06 -0700'), null);
  });

  for (const text of ['', 'yesterday', 'Fri, 21 Xyz 2020 16:25:06 -0700'])
    test(`tells no moment of ${JSON.stringify(text)}`, () => assert.equal(readDate(text), null));
});
