import { type Clock, clock, isPlausible } from './clock.ts';
import { BASE_52, numberIn } from './digits.ts';
import type { ClockFields } from './fields.ts';
import type { Received } from './received.ts';

/** Six digits of seconds, four of microseconds, `z`, the inode (postconf: enable_long_queue_ids). */
const LONG =
  /^([0-9B-DF-HJ-NP-TV-Zb-df-hj-np-tv-z]{6,7})([0-9B-DF-HJ-NP-TV-Zb-df-hj-np-tv-z]{4})z[0-9A-Za-z]{1,12}$/;
const SHORT = /^[0-9A-F]{6,15}$/;

/** Postfix: whole times in long queue ids; short ones hold microseconds only, no time of their own. */
export function decodePostfix(fields: ClockFields): Clock[] {
  const clocks: Clock[] = [];
  for (const received of fields.received) {
    const found = received.id.length >= 12 ? fromLongId(received) : null;
    if (found !== null) clocks.push(found);
  }
  return clocks;
}

function fromLongId(received: Received): Clock | null {
  const match = LONG.exec(received.id);
  if (match === null) return null;
  const [, high = '', low = ''] = match;
  const seconds = numberIn(BASE_52, high) ?? 0;
  const microseconds = numberIn(BASE_52, low) ?? 0;
  // 52^4 is seven times a million: six of seven look-alikes end here.
  if (microseconds >= 1_000_000) return null;
  const time = seconds * 1000 + Math.floor(microseconds / 1000);
  if (!isPlausible(time)) return null;
  return clock(received, {
    source: 'postfix-long-queue-id',
    family: 'postfix-long-queue-id',
    event: 'passed',
    time,
    error: 1000,
    basis: high + low,
    beside: received.date,
  });
}

/**
 * Whether a short Postfix id is one that Postfix can have made: its first five digits are microseconds and
 * stay below a million (0xF4240). False only beside the name of Postfix; null for what is no such id.
 */
export function isPossibleShortId(received: Received): boolean | null {
  // The text last: nearly every id is decided before.
  if (!SHORT.test(received.id)) return null;
  if (Number.parseInt(received.id.slice(0, 5), 16) < 1_000_000) return true;
  return received.text.includes('(Postfix') ? false : null;
}
