import { type Clock, clock, isPlausible } from './clock.ts';
import type { ClockFields } from './fields.ts';

const FIELDS = [
  ['dkim-signature', 'dkim'],
  ['arc-message-signature', 'arc'],
  ['arc-seal', 'arc'],
] as const;
const SIGNED = /(?:^|[;\s])t\s*=\s*(\d{9,11})\s*(?:;|$)/;
const EXPIRES = /(?:^|[;\s])x\s*=\s*(\d{9,11})\s*(?:;|$)/;

/** DKIM and ARC: t= and x= in seconds. What they are worth is for the signature's own check to say. */
export function decodeSignatureTimes(fields: ClockFields): Clock[] {
  const clocks: Clock[] = [];
  for (const [key, name] of FIELDS) {
    for (const field of fields.all(key)) {
      for (const [event, pattern] of [
        ['signed', SIGNED],
        ['expires', EXPIRES],
      ] as const) {
        const basis = pattern.exec(field.value)?.[1];
        const time = Number(basis) * 1000;
        if (basis === undefined || !isPlausible(time)) continue;
        const source = `${name}-${event === 'signed' ? 't' : 'x'}`;
        clocks.push(clock(field, { source, family: `${name}-time`, event, time, error: 1000, basis }));
      }
    }
  }
  return clocks;
}
