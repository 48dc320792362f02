import { type Clock, clock, isPlausible } from './clock.ts';
import type { ClockFields } from './fields.ts';

/** Mutt and git write UTC here, Claws Mail and many others local time: the id alone does not tell. */
const CALENDAR = /^((?:19|20)\d\d)(\d\d)(\d\d)\.?(\d\d)(\d\d)(\d\d)[.\-A-Za-z]/;
/** Pine and Alpine: two digits of the year, local time. */
const PINE = /^(?:Pine|alpine)\.[A-Za-z0-9]{2,4}\.[0-9.]{2,8}?\.(\d\d)(\d\d)(\d\d)(\d\d)(\d\d)(\d\d)\d?\./i;

/** Message-IDs that begin with the date in plain digits. */
export function decodeLiteralIds(fields: ClockFields): Clock[] {
  const field = fields.messageId;
  if (field === null) return [];
  const calendar = CALENDAR.exec(field.value);
  const pine = calendar === null ? PINE.exec(field.value) : null;
  const match = calendar ?? pine;
  const time = match === null ? null : timeOf(match);
  if (match === null || time === null) return [];
  const basis = match.slice(1).join('');
  const source = calendar === null ? 'pine-message-id' : 'dated-message-id';
  const zone = calendar === null ? 'local' : 'unknown';
  return [clock(field, { source, family: 'dated-id', event: 'written', time, error: 1000, zone, basis })];
}

function timeOf(match: RegExpExecArray): number | null {
  const [year = 0, month = 0, day = 0, hour = 0, minute = 0, second = 0] = match.slice(1).map(Number);
  if (month < 1 || month > 12 || day < 1 || day > 31 || hour > 23 || minute > 59 || second > 60) return null;
  // Two digits as in mail of old, RFC 5322 4.3.
  const century = year < 50 ? 2000 : 1900;
  const full = year >= 100 ? year : century + year;
  const time = Date.UTC(full, month - 1, day, hour, minute, second);
  return isPlausible(time) ? time : null;
}
