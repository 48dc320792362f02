/** Forgeries that carry a signature, the forger's own or somebody else's: 4, 5, 6, 11, 18 and 19 of the list. */
import type { Copy } from '../copies.ts';
import { fabricated } from '../edits/fabricate.ts';
import { changeFigure, insertSentence, type TextEdit } from '../edits/text-edits.ts';
import { isPersonal, isSigned, type Kind, type Made, type Maker } from '../kind.ts';
import { resent } from '../route/resend.ts';
import type { Draft, Person } from '../story/terms.ts';
import { domainOf } from '../story/terms.ts';
import { headerOf, prepend, withoutHeaders } from '../wire/wire.ts';
import { type World, workingHour } from '../world.ts';

function keyNameOf(copy: Copy): { readonly domain: string; readonly selector: string } {
  const { key, draft } = copy.sent;
  return { domain: key?.domain ?? domainOf(draft.from.address), selector: key?.selector ?? 's1' };
}

export const resignedOwnKey: Kind = {
  name: 'resigned-own-key',
  class: 'forgery',
  number: 4,
  detectableBy: ['key', 'leak'],
  makers: {
    development: {
      wants: isPersonal,
      make: (world, copy, random) => {
        const { domain, selector } = keyNameOf(copy);
        const key = world.forgedKey('resigned', domain, selector, copy.sent.key?.type ?? 'rsa1024');
        const { text, before, after }: TextEdit = changeFigure(copy.sent.draft.text, random);
        const forged = resent(world, copy, { ...copy.sent.draft, text }, 'resigned', {
          sign: { key },
          messageId: copy.sent.messageId,
        });
        return {
          wire: forged.wire,
          signer: key,
          changes: [{ part: 'body', before, after }, WHOLE_SIGNATURE],
        };
      },
    },
    'held-out': {
      wants: isPersonal,
      make: (world, copy, random) => {
        const { domain, selector } = keyNameOf(copy);
        const key = world.forgedKey('resigned-too', domain, selector, copy.sent.key?.type ?? 'rsa1024');
        const { text, before, after } = insertSentence(copy.sent.draft.text, copy.sent.draft.lang, random);
        const forged = resent(world, copy, { ...copy.sent.draft, text }, 'resigned', {
          sign: { key },
          messageId: copy.sent.messageId,
        });
        return {
          wire: forged.wire,
          signer: key,
          changes: [{ part: 'body', before, after }, WHOLE_SIGNATURE],
        };
      },
    },
  },
  summary: 'edited and signed again with a key of the forger’s under the same domain and selector',
};

const WHOLE_SIGNATURE = { part: 'signature', before: '', after: '' } as const;

/** A message that was never written, beside the genuine one it is modelled on. */
function invented(
  world: World,
  copy: Copy,
  draft: Draft,
  why: string,
  sign: Parameters<typeof resent>[4],
): Made {
  const { wire, sent } = resent(world, copy, draft, why, { parent: null, ...sign });
  return {
    wire,
    signer: sent.key,
    original: null,
    besides: true,
    // Nothing of it was changed, for there was nothing before: what is false is whose signature it bears.
    changes: [WHOLE_SIGNATURE],
  };
}

const lookalike = (imitate: (domain: string) => string, selector: string): Maker => ({
  wants: (copy, world) => isSigned(copy) && domainOf(copy.sent.draft.from.address) === world.cast.campaign,
  make: (world, copy, random) => {
    const domain = imitate(world.cast.campaign);
    const key = world.forgedKey(domain, domain, selector, 'rsa1024');
    const draft = fabricated(copy, workingHour(world, random), random);
    const from: Person = { ...draft.from, address: draft.from.address.replace(/@.*/u, `@${domain}`) };
    return {
      ...invented(world, copy, { ...draft, from }, `lookalike-${random.hex(4)}`, { sign: { key } }),
      changes: [
        { part: 'from', before: copy.sent.draft.from.address, after: from.address, needle: `@${domain}` },
      ],
    };
  },
});

/** `rn` for `m`, or where there is none, `1` for `l` or a doubled letter. */
export function imitation(domain: string): string {
  if (domain.includes('m')) return domain.replace('m', 'rn');
  return domain.includes('l') ? domain.replace('l', '1') : domain.replace(/^(.)/u, '$1$1');
}

export const resignedLookalike: Kind = {
  name: 'resigned-lookalike',
  class: 'forgery',
  number: 5,
  detectableBy: ['item'],
  makers: {
    development: lookalike(imitation, 'mail'),
    'held-out': lookalike((domain) => domain.replace('-', '').replace('.example', '-contact.example'), 'k1'),
  },
  summary: 'sent from a look-alike domain and signed by it',
};

const group = (label: string, selectorOf: (copy: Copy) => string): Maker => ({
  wants: (copy, world) => isPersonal(copy, world) && copy.sent.key?.type !== 'ed25519',
  make: (world, copy, random) => {
    const { domain } = keyNameOf(copy);
    const key = world.forgedKey(
      `${label}/${domain}`,
      domain,
      selectorOf(copy),
      copy.sent.key?.type ?? 'rsa1024',
    );
    const one = (number: number): Made =>
      invented(
        world,
        copy,
        fabricated(copy, workingHour(world, random), random),
        `${label}-${number}-${random.hex(4)}`,
        { sign: { key } },
      );
    return { ...one(0), more: [one(1), one(2)] };
  },
});

export const inventedKeyGroup: Kind = {
  name: 'invented-key-group',
  class: 'forgery',
  number: 6,
  detectableBy: ['key', 'leak'],
  makers: {
    development: group('group', (copy) => keyNameOf(copy).selector),
    'held-out': group('group-too', (copy) => (copy.sent.key?.selector === 's1' ? 's2' : 's1')),
  },
  summary: 'several messages signed with one invented key',
};

export const transplanted: Kind = {
  name: 'signature-transplanted',
  class: 'forgery',
  number: 11,
  detectableBy: ['item', 'key'],
  makers: {
    development: {
      wants: isPersonal,
      make: (world, copy, random) => {
        const draft = fabricated(copy, copy.sent.draft.at + random.between(1, 300) * 60_000, random);
        const bare = withoutHeaders(
          resent(world, copy, draft, 'transplant', { sign: null, parent: null }).wire,
          /^dkim-signature$/iu,
        );
        const wire = prepend(bare, ['DKIM-Signature', headerOf(copy.wire, 'DKIM-Signature')]);
        return {
          wire,
          original: null,
          besides: true,
          signer: copy.sent.key,
          changes: [WHOLE_SIGNATURE],
        };
      },
    },
    'held-out': {
      wants: isPersonal,
      make: (world, copy, random) => {
        // All signed fields are kept, so the header part verifies; only the body is another.
        const draft = fabricated(copy, copy.sent.draft.at, random);
        const other = resent(world, copy, draft, 'transplant-body', { sign: null });
        const contents = other.sent.wire.headers.filter(([name]) => /^content-/iu.test(name));
        const kept = copy.wire.headers.filter(([name]) => !/^content-/iu.test(name));
        return {
          wire: { headers: [...kept, ...contents], body: other.wire.body },
          signer: copy.sent.key,
          changes: [{ part: 'body', before: copy.sent.draft.text, after: draft.text }],
        };
      },
    },
  },
  summary: 'the signature was taken from another message',
};

const published = (why: string): Maker => ({
  wants: isPersonal,
  make: (world, copy, random) => {
    const key = world.publishedKey;
    const from =
      world.cast.outsiders.find(({ address }) => domainOf(address) === key.domain) ?? copy.sent.draft.from;
    // While the key was still in use, and at an hour people write.
    const at = world.start + random.between(0, 95) * 86_400_000 + random.between(0, 14 * 3600) * 1000;
    const draft = { ...fabricated(copy, at, random), from, to: [copy.owner] };
    return invented(world, copy, draft, `${why}-${random.hex(4)}`, { sign: { key } });
  },
});

export const publishedKey: Kind = {
  name: 'published-key',
  class: 'forgery',
  number: 18,
  detectableBy: [],
  makers: { development: published('published'), 'held-out': published('published-too') },
  summary: 'signed with a retired key of the provider that anyone can find',
};

const decoy = (why: string): Maker => ({
  wants: (copy, world) => isSigned(copy) && domainOf(copy.sent.draft.from.address) === world.cast.campaign,
  make: (world, copy, random) => {
    const made = invented(
      world,
      copy,
      fabricated(copy, workingHour(world, random), random),
      `${why}-${random.hex(4)}`,
      {},
    );
    return { ...made, original: made.wire, changes: [] };
  },
});

export const decoySent: Kind = {
  name: 'decoy-sent',
  class: 'decoy',
  number: 19,
  detectableBy: [],
  makers: { development: decoy('decoy'), 'held-out': decoy('decoy-too') },
  summary: 'false words that the campaign itself really sent, to slow the intruder down',
};
