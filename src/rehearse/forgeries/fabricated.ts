/** Messages made up without any signature: 15 and 16 of the list, and the decoys that were only planted. */
import type { Copy } from '../copies.ts';
import { fabricated } from '../edits/fabricate.ts';
import type { Kind, Made, Maker } from '../kind.ts';
import type { Random } from '../random.ts';
import { receive, send } from '../route/send.ts';
import { type Draft, domainOf, type ProgramName } from '../story/terms.ts';
import { type World, workingHour } from '../world.ts';

/** Programs that hide a clock in the ids of every message. */
const WITH_CLOCK: ReadonlySet<ProgramName> = new Set(['outlook', 'zimbra', 'gmail']);

const hasClock = (copy: Copy): boolean =>
  copy.box === 'inbox' && WITH_CLOCK.has(copy.sent.draft.from.program);

interface Clocks {
  /** Of the sender's program. */
  readonly clock: number;
  /** Of the servers, or null where their ids agree with what they show. */
  readonly queue: number | null;
}

/** Date and Received agree with each other; the ids underneath are of another time. */
function madeUp(world: World, copy: Copy, draft: Draft, clocks: Clocks, random: Random): Made {
  const label = `${copy.sent.label}/made-up/${random.hex(6)}`;
  const queue = clocks.queue === null ? {} : { queueClock: clocks.queue };
  const sent = send(world, draft, label, { sign: null, clock: clocks.clock, ...queue });
  const arrival = { at: sent.takenAt, label, from: domainOf(draft.from.address), ...queue };
  return {
    wire: receive(world, sent.signed, copy.owner, arrival),
    original: null,
    besides: true,
    signer: null,
    changes: [
      { part: 'date', before: new Date(clocks.clock).toISOString(), after: new Date(draft.at).toISOString() },
    ],
  };
}

const stale = (withQueue: boolean): Maker => ({
  wants: hasClock,
  make: (world, copy, random) => {
    const old = copy.sent.draft.at;
    const at = Math.min(old + random.between(4, 60) * 86_400_000, world.end);
    return madeUp(
      world,
      copy,
      fabricated(copy, at, random),
      { clock: old, queue: withQueue ? old : null },
      random,
    );
  },
});

export const staleClocks: Kind = {
  name: 'fabricated-stale-clocks',
  class: 'forgery',
  number: 15,
  detectableBy: ['item'],
  makers: { development: stale(true), 'held-out': stale(false) },
  summary: 'made from a real message: the dates are new, the clocks in its ids are those of the template',
};

const backDater = (withQueue: boolean): Maker => ({
  wants: hasClock,
  make: (world, copy, random) => {
    const forged = world.end + random.between(1, 10) * 86_400_000;
    const draft = fabricated(copy, workingHour(world, random), random);
    return madeUp(world, copy, draft, { clock: forged, queue: withQueue ? forged : null }, random);
  },
});

export const backDated: Kind = {
  name: 'back-dated',
  class: 'forgery',
  number: 16,
  detectableBy: ['item'],
  makers: { development: backDater(true), 'held-out': backDater(false) },
  summary: 'written after the theft, with all dates a reader sees set back',
};

/** Lies in the mailbox as a message that was sent and never was: no server saw it. */
const planter = (why: string): Maker => ({
  wants: ({ box }) => box === 'sent',
  make: (world, copy, random) => {
    const draft = fabricated(copy, workingHour(world, random), random);
    const sent = send(world, draft, `${copy.sent.label}/${why}/${random.hex(4)}`, { sign: null });
    return { wire: sent.wire, original: sent.wire, besides: true, signer: null, changes: [] };
  },
});

export const decoyPlanted: Kind = {
  name: 'decoy-planted',
  class: 'decoy',
  number: null,
  detectableBy: [],
  makers: { development: planter('planted'), 'held-out': planter('planted-too') },
  summary: 'a decoy the campaign laid in its own mailbox without sending it',
};
