import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { RoleCounts } from './role-counts.ts';

describe('RoleCounts', () => {
  it('names the most frequent first, and of one count whichever came first', () => {
    const counts = new RoleCounts();
    for (const role of ['Received', 'Date', 'X-Mailer', 'Date', 'X-Mailer']) counts.add(role);
    assert.deepEqual(counts.top(2), ['Date', 'X-Mailer']);
    assert.deepEqual(counts.top(9), ['Date', 'X-Mailer', 'Received']);
    assert.deepEqual(new RoleCounts().top(2), []);
  });

  it('stops telling roles apart where there is no end of them, and goes on counting those it knows', () => {
    const counts = new RoleCounts();
    for (let at = 0; at < 1000; at++) counts.add(`place ${at}`);
    for (const role of ['place 999', 'place 31']) counts.add(role);
    assert.equal(counts.top(1000).length, 32);
    assert.equal(counts.top(1)[0], 'place 31');
  });
});
