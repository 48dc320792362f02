import type { Clock, ClockPlace } from './clock.ts';
import { BASE_62, numberIn } from './digits.ts';
import type { ClockFields } from './fields.ts';
import type { Received } from './received.ts';
import { clockOfServerId } from './server-id.ts';

/** Until 4.96 `ssssss-pppppp-ff`, since 4.97 `ssssss-ppppppppppp-ffff`. */
const ID = /^E?([0-9A-Za-z]{6})-(?:[0-9A-Za-z]{6}-[0-9A-Za-z]{2}|[0-9A-Za-z]{11}-[0-9A-Za-z]{4})$/;

/** Exim: the first six characters of its ids are seconds in base 62 (Exim specification, section 3.4). */
export function decodeExim(fields: ClockFields): Clock[] {
  const clocks: Clock[] = [];
  for (const received of fields.received) {
    if (received.id.charCodeAt(6) === HYPHEN) clocks.push(...fromId(received.id, received, received));
  }
  const field = fields.messageId;
  const local = field === null ? null : /^(E[0-9A-Za-z-]{16,23})@/.exec(field.value)?.[1];
  // Exim writes a Message-ID where a local program left it out: the moment of submission.
  if (field !== null && local) clocks.push(...fromId(local, field, null));
  return clocks;
}

const HYPHEN = 45;

function fromId(id: string, place: ClockPlace, received: Received | null): Clock[] {
  const basis = ID.exec(id)?.[1];
  const seconds = basis === undefined ? null : numberIn(BASE_62, basis);
  if (basis === undefined || seconds === null) return [];
  return clockOfServerId(place, { server: 'exim', basis, time: seconds * 1000, received });
}
