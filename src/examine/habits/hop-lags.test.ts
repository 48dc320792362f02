import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { HopLags } from './hop-lags.ts';
import { hopsOf, readHops } from './hops.ts';

const received = (by: string, date: string) => ` from x by ${by} with ESMTP id 1; ${date}`;

describe('hopsOf', () => {
  it('reads Received fields from the sender on, as domains and seconds', () => {
    const text = hopsOf([
      received('mx.b.example', 'Fri, 5 May 2017 20:15:40 +0000'),
      received('out.a.example', 'Fri, 5 May 2017 22:15:30 +0200'),
      ' from y (no date)',
      received('in.a.example', 'Fri, 5 May 2017 20:15:31 +0000'),
    ]);
    assert.deepEqual(readHops(text), [
      { pair: 'a.example>a.example', seconds: -1 },
      { pair: 'a.example>b.example', seconds: 10 },
    ]);
    assert.equal(hopsOf([received('mx.b.example', 'Fri, 5 May 2017 20:15:40 +0000')]), '');
  });

  it('stands hostile fields and text', () => {
    assert.ok(hopsOf(Array(5000).fill(received('>;a b', 'Fri, 5 May 2017 20:15:40 +0000'))).length < 2000);
    assert.deepEqual(readHops('x;a>b;a>b c; 3'), []);
  });
});

describe('HopLags', () => {
  const filled = (seconds: readonly number[]) => {
    const lags = new HopLags();
    const wide = seconds.map((each) => lags.add(`a.example>b.example ${each}`));
    return { lags, about: (at: number) => lags.about(wide[at] ?? []) };
  };
  const usual = Array.from({ length: 20 }, (_, i) => i % 4);
  const DAY = 86_400;

  it('finds a hop that took much longer than others between the same servers, and says how long is usual', () => {
    const lags = filled([...usual, 3 * DAY, 12 * DAY, -2 * DAY]);
    assert.deepEqual(lags.about(20), {
      pair: 'a.example>b.example',
      seconds: 3 * DAY,
      usual: { median: 2, bar: 900, count: 23 },
      isQueue: true,
    });
    assert.equal(lags.about(21)?.isQueue, false);
    assert.equal(lags.about(22)?.seconds, -2 * DAY);
    assert.equal(lags.about(3), null);
  });

  it('takes a clock that is always wrong for usual', () => {
    const wrong = filled(Array.from({ length: 20 }, (_, i) => 2 * DAY + i));
    assert.equal(wrong.about(5), null);
  });

  it('without history tells only what neither a queue nor a wrong clock explains', () => {
    const lags = filled([3 * DAY, 12 * DAY, -3600 * 12, -3 * DAY]);
    assert.deepEqual([lags.about(0), lags.about(2)], [null, null]);
    assert.equal(lags.about(1)?.usual, null);
    assert.equal(lags.about(3)?.seconds, -3 * DAY);
  });

  it('adds up what was learnt in parts', () => {
    const { lags } = filled(usual);
    const other = new HopLags();
    const wide = other.add(`a.example>b.example ${12 * DAY}`);
    lags.take(structuredClone(other.summary()));
    assert.equal(lags.about(wide)?.usual?.count, 21);
  });
});
