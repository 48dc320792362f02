/** Honest mail whose dates and clocks look odd, or whose signature can no longer be checked in full. */
import { isPersonal, type Kind, type Maker } from '../kind.ts';
import type { Random } from '../random.ts';
import { resent } from '../route/resend.ts';
import type { SendOptions } from '../route/send.ts';
import type { Draft } from '../story/terms.ts';
import { domainOf } from '../story/terms.ts';
import { policyOf } from '../world.ts';

const MINUTE = 60_000;

type Plan = (draft: Draft, random: Random) => { readonly draft: Draft; readonly options: SendOptions };

const sentOtherwise = (why: string, plan: Plan): Maker => ({
  wants: isPersonal,
  make: (world, copy, random) => {
    const { draft, options } = plan(copy.sent.draft, random);
    const again = resent(world, copy, draft, why, options);
    return { wire: again.wire, original: again.wire, signer: again.sent.key, changes: [] };
  },
});

const expiring = (seconds: number): Maker =>
  sentOtherwise('expiring', (draft) => ({
    draft,
    options: { sign: { at: draft.at + 1200, expires: seconds } },
  }));

export const expired: Kind = {
  name: 'expired',
  class: 'benign',
  number: 10,
  detectableBy: [],
  makers: { development: expiring(7 * 86_400), 'held-out': expiring(3600) },
  summary: 'signed with an x= that is long past',
};

export const keyLost: Kind = {
  name: 'key-lost',
  class: 'benign',
  number: 11,
  detectableBy: [],
  makers: {
    development: {
      wants: isPersonal,
      make: (world, copy) => {
        const lost = world.cast.outsiders.find(
          ({ address }) => world.cast.organisations.get(domainOf(address))?.signer === 'lost',
        );
        const { draft } = copy.sent;
        const again = resent(world, copy, { ...draft, from: lost ?? draft.from }, 'lost-domain');
        return { wire: again.wire, original: again.wire, signer: again.sent.key, changes: [] };
      },
    },
    'held-out': {
      wants: (copy, world) =>
        isPersonal(copy, world) && policyOf(world, domainOf(copy.sent.draft.from.address)) !== null,
      make: (world, copy) => {
        const domain = domainOf(copy.sent.draft.from.address);
        const key = world.forgedKey(`lost-selector/${domain}`, domain, 'essai', 'rsa1024');
        const again = resent(world, copy, copy.sent.draft, 'lost-selector', { sign: { key } });
        return { wire: again.wire, original: again.wire, signer: key, changes: [] };
      },
    },
  },
  summary: 'signed under a key nobody kept',
};

/** The sender's computer shows another time than the servers'. */
const skewed = (minutes: (random: Random) => number): Maker =>
  sentOtherwise('skew', (draft, random) => {
    const wrong = draft.at + minutes(random) * MINUTE;
    return { draft: { ...draft, at: wrong }, options: { taken: draft.at + 1200 } };
  });

export const clockSkew: Kind = {
  name: 'clock-skew',
  class: 'benign',
  number: 12,
  detectableBy: [],
  makers: {
    development: skewed((random) => random.between(17, 90)),
    'held-out': skewed((random) => -random.between(600, 3000)),
  },
  summary: 'the sender’s clock was wrong',
};

const delayed = (minutes: (random: Random) => number): Maker =>
  sentOtherwise('delayed', (draft, random) => ({
    draft,
    options: { taken: draft.at + minutes(random) * MINUTE },
  }));

export const delayedSend: Kind = {
  name: 'delayed-send',
  class: 'benign',
  number: 13,
  detectableBy: [],
  makers: {
    development: delayed((random) => random.between(60, 540)),
    'held-out': delayed((random) => random.between(1500, 4000)),
  },
  summary: 'written on the train, sent much later',
};

export const zimbraIndex: Kind = {
  name: 'zimbra-thread-index',
  class: 'benign',
  number: 14,
  detectableBy: [],
  makers: {
    development: sentOtherwise('zimbra', (draft) => ({
      draft: { ...draft, from: { ...draft.from, program: 'zimbra' } },
      options: {},
    })),
    'held-out': sentOtherwise('zimbra-unsigned', (draft) => ({
      draft: { ...draft, from: { ...draft.from, program: 'zimbra' } },
      options: { sign: null },
    })),
  },
  summary: 'a Thread-Index of random bytes, which is no clock',
};
