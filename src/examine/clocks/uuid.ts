import { type Clock, clock, isPlausible } from './clock.ts';
import type { ClockField, ClockFields } from './fields.ts';

/** RFC 9562: version 1 (time and node) and 7 (milliseconds); the variant bits are 10. Version 4 has no clock. */
const VERSION_1 = /\b([0-9a-f]{8})-([0-9a-f]{4})-1([0-9a-f]{3})-[89ab][0-9a-f]{3}-[0-9a-f]{12}\b/i;
const VERSION_7 = /\b([0-9a-f]{8})-([0-9a-f]{4})-7[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}\b/i;

/** From 1582-10-15 to 1970, in milliseconds. */
const GREGORIAN = 12_219_292_800_000;

/** UUIDs with a clock, in Message-ID and boundaries. Apple, Thunderbird and others write version 4, random. */
export function decodeUuids(fields: ClockFields): Clock[] {
  const clocks: Clock[] = [];
  const id = fields.messageId;
  if (id !== null) addFrom(id, clocks);
  for (const boundary of fields.boundaries) addFrom(boundary, clocks);
  return clocks;
}

function addFrom(field: ClockField, clocks: Clock[]): void {
  // Cheap: a UUID has hyphens eight and four digits apart, which most ids do not.
  if (field.value.includes('-')) clocks.push(...fromField(field));
}

function fromField(field: ClockField): Clock[] {
  const rest = { family: 'uuid', event: 'written', error: 1000 } as const;
  const first = VERSION_1.exec(field.value);
  if (first !== null) {
    const [basis, low = '', middle = '', high = ''] = first;
    const time = Math.round(Number.parseInt(high + middle + low, 16) / 10_000 - GREGORIAN);
    return isPlausible(time) ? [clock(field, { ...rest, source: 'uuid-v1', time, basis })] : [];
  }
  const seventh = VERSION_7.exec(field.value);
  if (seventh === null) return [];
  const time = Number.parseInt(`${seventh[1]}${seventh[2]}`, 16);
  return isPlausible(time) ? [clock(field, { ...rest, source: 'uuid-v7', time, basis: seventh[0] })] : [];
}
