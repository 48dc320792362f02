import { type Clock, type ClockPlace, clock, isPlausible } from './clock.ts';
import { BASE_36, numberIn } from './digits.ts';
import type { ClockFields } from './fields.ts';
import type { Received } from './received.ts';

/** Gmail and other Google senders, who stamp boundaries, ids of attachments and messages, and Received ids. */
export function decodeGmail(fields: ClockFields): Clock[] {
  const clocks = identifiers(fields);
  for (const field of fields.boundaries) clocks.push(...fromHex(field.value, field, 'gmail-boundary'));
  for (const field of fields.inParts('x-attachment-id')) clocks.push(...fromAttachment(field.value, field));
  const id = fields.messageId;
  const local = id === null ? undefined : MESSAGE_ID.exec(id.value)?.[1];
  if (id !== null && local !== undefined) clocks.push(...fromHex(local, id, 'google-message-id'));
  for (const received of fields.received) {
    const found = fromReceived(received);
    if (found !== null) clocks.push(found);
  }
  return clocks;
}

/** Twelve digits of the sender, then microseconds with the lower six digits first, then a counter. */
const HEX_28 = /^[0-9a-f]{28}$/;
const MESSAGE_ID = /^([0-9a-f]{28})@google\.com$/;

function fromHex(value: string, place: ClockPlace, source: string): Clock[] {
  if (!HEX_28.test(value)) return [];
  const microseconds = Number.parseInt(value.slice(18, 26) + value.slice(12, 18), 16);
  const time = Math.round(microseconds / 1000);
  if (!isPlausible(time)) return [];
  const basis = value.slice(12, 26);
  // 99 of 107 were within a minute of the Date; the rest were kept as drafts.
  return [clock(place, { source, family: 'gmail-hex', event: 'written', time, error: 1000, basis })];
}

/** `f_`, eight digits of base 36, an index: when the file was uploaded into the draft. */
function fromAttachment(value: string, place: ClockPlace): Clock[] {
  const basis = /^\s*f_([0-9a-z]{8})\d{1,3}\s*$/.exec(value)?.[1];
  const time = basis === undefined ? null : numberIn(BASE_36, basis);
  if (basis === undefined || time === null || !isPlausible(time)) return [];
  return [
    clock(place, {
      source: 'gmail-attachment-id',
      family: 'gmail-attachment',
      event: 'written',
      time,
      error: 1000,
      basis,
    }),
  ];
}

const IDENTIFIERS = [
  { key: 'x-gm-thrid', source: 'gmail-thread-id', event: 'thread-began' },
  { key: 'x-gm-msgid', source: 'gmail-message-id', event: 'passed' },
] as const;

/** Identifiers of Gmail's own store, as its exports write them: milliseconds above 20 other bits. */
function identifiers(fields: ClockFields): Clock[] {
  const clocks: Clock[] = [];
  for (const { key, source, event } of IDENTIFIERS) {
    const field = fields.first(key);
    if (field !== null) clocks.push(...fromIdentifier(field.value, field, source, event));
  }
  const { envelope } = fields;
  if (envelope !== null) {
    const id = /^From (\d{19})@xxx /.exec(envelope.value)?.[1] ?? '';
    clocks.push(...fromIdentifier(id, envelope, 'takeout-envelope', 'passed'));
  }
  return clocks;
}

function fromIdentifier(
  value: string,
  place: ClockPlace,
  source: string,
  event: 'passed' | 'thread-began',
): Clock[] {
  const basis = /^\s*(\d{18,20})\s*$/.exec(value)?.[1];
  if (basis === undefined) return [];
  const time = Number(BigInt(basis) >> 20n);
  if (!isPlausible(time)) return [];
  return [clock(place, { source, family: 'gmail-store', event, time, error: 1000, basis })];
}

/** `….16.2020.08.21.16.25.06`, in Pacific time; `….1427233446123` in older mail. */
const CALENDAR_TAIL = /\.(\d{4})\.(\d\d)\.(\d\d)\.(\d\d)\.(\d\d)\.(\d\d)$/;
/** With a letter in front: ids of Zoho have the same look, and thirteen digits that are no time. */
const EPOCH_TAIL = /^[0-9A-Za-z-]*[A-Za-z][0-9A-Za-z-]*\.\d{1,4}\.(\d{13})$/;

const PASSED = { family: 'gmail-received', event: 'passed', error: 1000 } as const;

function fromReceived(received: Received): Clock | null {
  const { id } = received;
  // Cheap first: ids of others are shorter, or have no dots.
  if (id.length < 20 || !id.includes('.')) return null;
  const calendar = CALENDAR_TAIL.exec(id);
  if (calendar !== null) {
    const [year, month, day, hour, minute, second] = calendar.slice(1).map(Number) as number[];
    const { offset, date } = received;
    const local = Date.UTC(year ?? 0, (month ?? 0) - 1, day, hour, minute, second);
    // Pacific time; summer time as the field's own date has it, which Google writes in the same zone.
    const time = local - (offset === -420 || offset === -480 ? offset : -480) * 60_000;
    if (!isPlausible(time)) return null;
    return clock(received, {
      ...PASSED,
      beside: date,
      source: 'gmail-received-date',
      time,
      basis: calendar[0].slice(1),
    });
  }
  const epoch = EPOCH_TAIL.exec(id)?.[1];
  if (epoch === undefined || !isPlausible(Number(epoch))) return null;
  return clock(received, {
    ...PASSED,
    beside: received.date,
    source: 'gmail-received-ms',
    time: Number(epoch),
    basis: epoch,
  });
}
