import { type Clock, clock, isPlausible } from './clock.ts';
import type { ClockFields } from './fields.ts';
import { fileTime } from './filetime.ts';
import { readDate } from './written-date.ts';

/** From year 1 to 1970, in milliseconds: where .NET counts its ticks from. */
const NET_EPOCH = 62_135_596_800_000;
const TICKS = /[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-([0-9a-f]{12})/i;

const ID_FIELDS = [
  'x-ms-exchange-crosstenant-network-message-id',
  'x-ms-exchange-organization-network-message-id',
  'x-ms-office365-filtering-correlation-id',
] as const;

/** Exchange: its message ids end in .NET ticks; its arrival times stand beside them in words or as FILETIME. */
export function decodeExchange(fields: ClockFields): Clock[] {
  const ids = networkIds(fields);
  const times = arrivals(fields);
  return times.length === 0 ? ids : ids.concat(times);
}

/** All the fields of one message usually hold the same id, and then they are one clock. */
function networkIds(fields: ClockFields): Clock[] {
  const found: Clock[] = [];
  for (const key of ID_FIELDS) {
    for (const field of fields.all(key)) {
      const basis = TICKS.exec(field.value)?.[1];
      if (basis === undefined || found.some((each) => each.basis === basis)) continue;
      const time = Math.round((Number.parseInt(basis, 16) * 65_536) / 10_000 - NET_EPOCH);
      if (!isPlausible(time)) continue;
      found.push(
        // 16 bits of ticks cut off are 6.6 ms; the id was seen up to 1 s from the arrival it names.
        clock(field, {
          source: 'exchange-network-id',
          family: 'exchange-id',
          event: 'passed',
          time,
          error: 1000,
          basis,
        }),
      );
    }
  }
  return found;
}

const FILETIME = /FILETIME=\[([0-9A-F]{8}):([0-9A-F]{8})\]/;

function arrivals(fields: ClockFields): Clock[] {
  const clocks: Clock[] = [];
  for (const field of fields.all('x-originalarrivaltime')) {
    const match = FILETIME.exec(field.value);
    if (match === null) continue;
    const time = fileTime(match[2] ?? '', match[1] ?? '');
    const beside = readDate(field.value)?.time ?? null;
    if (isPlausible(time)) {
      clocks.push(
        clock(field, {
          source: 'exchange-arrival-filetime',
          family: 'exchange-arrival',
          event: 'passed',
          time,
          error: 1,
          basis: match[0],
          beside,
        }),
      );
    }
  }
  const field = fields.first('x-ms-exchange-crosstenant-originalarrivaltime');
  const time = field === null ? undefined : readDate(field.value)?.time;
  if (field !== null && time !== undefined && isPlausible(time)) {
    clocks.push(
      clock(field, {
        source: 'exchange-arrival',
        family: 'exchange-arrival',
        event: 'passed',
        time,
        error: 1000,
        basis: field.value.trim(),
      }),
    );
  }
  return clocks;
}
