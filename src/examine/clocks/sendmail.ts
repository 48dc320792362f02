import type { Clock, ClockPlace } from './clock.ts';
import { BASE_60, numberIn } from './digits.ts';
import type { ClockFields } from './fields.ts';
import type { Received } from './received.ts';
import { clockOfServerId } from './server-id.ts';

/** Year, month, day, hour, minute, second, a sequence of one (8.10) or two characters (8.12), the process. */
const ID = /^([0-9A-Za-x]{6})[0-9A-Za-x]{1,2}\d{5,7}$/;
/** `<200209290801.g8T81Ng03458@host>`: written for a message that had no id of its own. */
const MESSAGE_ID = /^\d{12}\.([0-9A-Za-x]{12,15})@/;

/** sendmail 8.10 and later: the time of a queue id in UTC, one character of base 60 for each part. */
export function decodeSendmail(fields: ClockFields): Clock[] {
  const clocks: Clock[] = [];
  for (const received of fields.received) {
    const { id, text } = received;
    if (id.length < 12 || id.length > 15) continue;
    // Short ids of Postfix have the same length and only digits and capitals up to F.
    if (HEXADECIMAL.test(id) && !text.includes('/8.1')) continue;
    // Before 8.10: `RAA16776`, the hour of the day and nothing else.
    if (HOUR_ONLY.test(id)) continue;
    clocks.push(...fromId(id, received, received));
  }
  const field = fields.messageId;
  const local = field === null ? null : MESSAGE_ID.exec(field.value)?.[1];
  if (field !== null && local) clocks.push(...fromId(local, field, null));
  return clocks;
}

const HEXADECIMAL = /^[0-9A-F]+$/;
const HOUR_ONLY = /^[A-X]A[A-Z]\d/;

function fromId(id: string, place: ClockPlace, received: Received | null): Clock[] {
  const basis = ID.exec(id)?.[1];
  const time = basis === undefined ? null : timeOf(basis);
  if (basis === undefined || time === null) return [];
  return clockOfServerId(place, { server: 'sendmail', basis, time, received });
}

function timeOf(stamp: string): number | null {
  const [year = 0, month = 0, day = 0, hour = 0, minute = 0, second = 0] = [...stamp].map(
    (digit) => numberIn(BASE_60, digit) ?? 0,
  );
  // Each part has its range: of random ids of that length one in five hundred passes.
  if (month > 11 || day < 1 || day > 31 || hour > 23) return null;
  // Counted from 1900 modulo 60: 1990 to 2049 are the years that can be meant.
  return Date.UTC(year < 30 ? 2020 + year : 1960 + year, month, day, hour, minute, second);
}
