import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import type { CustodyEntry } from '../../case/store.ts';
import { custodyRows } from './custody-rows.ts';

function entry(number: number, minute: number, action: string, detail: CustodyEntry['detail'] = {}) {
  const time = new Date(Date.UTC(2017, 4, 5, 20, minute)).toISOString();
  return { number, time, action, detail, hash: `${action} ${number}` };
}

function told(number: number, minute: number, event: CustodyEntry): CustodyEntry {
  return entry(number, minute, event.action, { reviewEvent: event.number, reviewHash: event.hash });
}

const tag = entry(1, 1, 'review-tag');
const note = entry(2, 3, 'review-note');
const names = (own: readonly CustodyEntry[], review: readonly CustodyEntry[]) =>
  custodyRows(own, review).map(({ chain, number, toldAs }) => [chain, number, toldAs]);

describe('the rows of the custody page', () => {
  it('show a step of the review once, where it was made', () => {
    const own = [entry(1, 0, 'open'), entry(2, 2, 'search'), told(3, 4, tag), told(4, 5, note)];
    assert.deepEqual(names(own, [tag, note]), [
      ['review', 2, 4],
      ['case', 2, null],
      ['review', 1, 3],
      ['case', 1, null],
    ]);
  });

  it('show a step once that two programs told, and one not told yet', () => {
    assert.deepEqual(names([told(1, 4, tag), told(2, 4, tag)], [tag, note]), [
      ['review', 2, null],
      ['review', 1, 1],
    ]);
  });

  it('keep what the review no longer has, and what it says differently', () => {
    const other = { ...note, hash: 'rewritten' };
    assert.deepEqual(names([told(1, 4, tag), told(2, 5, note)], [other]), [
      ['case', 2, null],
      ['case', 1, null],
      ['review', 2, null],
    ]);
  });

  it('follow the numbers of a log whose clock was set back', () => {
    assert.deepEqual(names([entry(1, 9, 'open'), entry(2, 2, 'search')], [tag]), [
      ['case', 2, null],
      ['case', 1, null],
      ['review', 1, null],
    ]);
  });
});
