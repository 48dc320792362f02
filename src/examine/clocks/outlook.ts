import { type Clock, clock, isPlausible } from './clock.ts';
import type { ClockFields } from './fields.ts';
import { fileTime } from './filetime.ts';

/** `<nnnnHHHHHHHH$LLLLLLLL$xxxxxxxx$@host>`: a counter, then a FILETIME. */
const MESSAGE_ID = /^[0-9a-f]{4}([0-9a-f]{8})\$([0-9a-f]{8})\$[0-9a-f]{8}\$?@/i;
/** `----=_NextPart_000_nnnn_HHHHHHHH.LLLLLLLL`: the same, but in the sender's local time. */
const BOUNDARY = /^-{2,6}=_NextPart_[0-9A-Fa-f]{3}_[0-9A-Fa-f]{4,8}_([0-9A-F]{8})\.([0-9A-F]{8})$/;

/** Both are taken within one sending; 2.2 s was the most seen between the id and the Date. */
const ERROR = 2500;

/** Outlook and Outlook Express: FILETIME in the Message-ID (UTC) and in the MIME boundaries (local time). */
export function decodeOutlook(fields: ClockFields): Clock[] {
  return fromMessageId(fields).concat(fromBoundaries(fields));
}

function fromMessageId(fields: ClockFields): Clock[] {
  const field = fields.messageId;
  const match = field === null ? null : MESSAGE_ID.exec(field.value);
  if (field === null || match === null) return [];
  const time = fileTime(match[1] ?? '', match[2] ?? '');
  if (!isPlausible(time)) return [];
  const basis = `${match[1]}$${match[2]}`;
  return [
    clock(field, {
      source: 'outlook-message-id',
      family: 'outlook-id',
      event: 'written',
      time,
      error: ERROR,
      basis,
    }),
  ];
}

function fromBoundaries(fields: ClockFields): Clock[] {
  const clocks: Clock[] = [];
  for (const field of fields.boundaries) {
    const match = BOUNDARY.exec(field.value);
    if (match === null) continue;
    const time = fileTime(match[1] ?? '', match[2] ?? '');
    if (!isPlausible(time)) continue;
    const basis = `${match[1]}.${match[2]}`;
    clocks.push(
      clock(field, {
        source: 'outlook-boundary',
        family: 'outlook-boundary',
        event: 'written',
        time,
        error: ERROR,
        zone: 'local',
        basis,
      }),
    );
  }
  return clocks;
}
