/** Messages that never were, told by their clocks. See `forgeries.ts`. */
import type { Copy } from '../copies.ts';
import { fabricated } from '../edits/fabricate.ts';
import type { Maker } from '../kind.ts';
import type { Random } from '../random.ts';
import { receive, send } from '../route/send.ts';
import { domainOf } from '../story/terms.ts';
import type { World } from '../world.ts';
import { workingHour } from '../world.ts';
import { otherLie } from './texts.ts';

/** Whose servers' ids are of another time than their dates; those of the mail program agree with the lie. */
export const withQueue = (queueOf: (world: World, copy: Copy, random: Random) => number): Maker => ({
  wants: ({ box }) => box === 'inbox',
  make: (world, copy, random) => {
    const at = workingHour(world, random);
    const queue = queueOf(world, copy, random);
    const draft = { ...fabricated(copy, at, random), text: otherLie(copy.sent.draft.lang, random) };
    const label = `${copy.sent.label}/unseen-clock/${random.hex(6)}`;
    const sent = send(world, draft, label, { sign: null, queueClock: queue });
    const arrival = { at: sent.takenAt, label, from: domainOf(draft.from.address), queueClock: queue };
    return {
      wire: receive(world, sent.signed, copy.owner, arrival),
      original: null,
      besides: true,
      signer: null,
      changes: [{ part: 'date', before: new Date(queue).toISOString(), after: new Date(at).toISOString() }],
    };
  },
});
