import { type Clock, clock, isPlausible } from './clock.ts';
import type { ClockFields } from './fields.ts';
import { readDate } from './written-date.ts';

/** The clocks a reader sees: Date, and the date at the end of each Received. */
export function decodeShown(fields: ClockFields): Clock[] {
  const clocks: Clock[] = [];
  const field = fields.first('date');
  const text = field?.value ?? '';
  const date = readDate(text);
  if (field !== null && date !== null && isPlausible(date.time)) {
    clocks.push(
      clock(field, {
        source: 'date',
        family: 'date',
        event: 'written',
        time: date.time,
        error: 1000,
        shown: true,
        basis: text.trim(),
      }),
    );
  }
  for (const received of fields.received) {
    if (received.date === null || !isPlausible(received.date)) continue;
    clocks.push(
      clock(received, {
        source: 'received',
        family: 'received',
        event: 'passed',
        time: received.date,
        error: 1000,
        shown: true,
        basis: received.dateText,
      }),
    );
  }
  return clocks;
}
