import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import type { SignedHeader } from '../message.ts';
import type { MessageView } from '../message-view.ts';
import type { SignatureTags } from '../signature-tags.ts';
import { signedDates } from './signed-date.ts';

const TAKEN = Date.parse('2017-03-09T10:00:30Z') / 1000;

/** The dates that are tried for a Date field as it is shown. */
function tried(shown: string): readonly string[] {
  const view = { valueOf: () => ` ${shown}`, index: new Map() } as unknown as MessageView;
  const tags = { signedAt: TAKEN } as SignatureTags;
  return signedDates(view, tags, { name: 'Date' } as SignedHeader);
}

describe('signedDates', () => {
  it('tries the moments before the signature in the zone shown and its neighbours', () => {
    const dates = tried('Thu, 16 Mar 2017 18:20:00 +0100');
    for (const date of ['11:00:30 +0100', '11:00:29 +0100', '12:00:30 +0200', '10:00:30 +0000'])
      assert.ok(dates.includes(`Date: Thu, 09 Mar 2017 ${date}`), date);
    assert.ok(dates.includes('Date: Thu, 9 Mar 2017 11:00:30 +0100'));
    assert.equal(new Set(dates).size, dates.length);
  });

  it('tries no other zone at other moments where the Date lies within those it tries', () => {
    const dates = tried('Thu, 09 Mar 2017 11:00:10 +0100');
    assert.ok(dates.includes('Date: Thu, 09 Mar 2017 10:59:50 +0100'));
    // Only the zone was written anew.
    assert.ok(dates.includes('Date: Thu, 09 Mar 2017 12:00:10 +0200'));
    assert.ok(!dates.includes('Date: Thu, 09 Mar 2017 12:00:30 +0200'));
    assert.ok(dates.length < 200);
  });

  it('tries the neighbours of the zone where the time of day was kept and the zone was not', () => {
    assert.ok(tried('Thu, 09 Mar 2017 11:00:10 +0200').includes('Date: Thu, 09 Mar 2017 11:00:10 +0100'));
  });

  it('writes a day of two figures in one way', () => {
    const view = {
      valueOf: () => 'Thu, 16 Mar 2017 18:20:00 +0100',
      index: new Map(),
    } as unknown as MessageView;
    const tags = { signedAt: TAKEN + 86_400 * 10 } as SignatureTags;
    const dates = signedDates(view, tags, { name: 'Date' } as SignedHeader);
    assert.equal(new Set(dates).size, dates.length);
  });
});
