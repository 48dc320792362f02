/** Forgeries signed anew: by a key of their own, or under a name that looks alike. See `forgeries.ts`. */
import { fabricated } from '../edits/fabricate.ts';
import { isPersonal, isSigned, type Made, type Maker } from '../kind.ts';
import { resent } from '../route/resend.ts';
import { domainOf } from '../story/terms.ts';
import { workingHour } from '../world.ts';
import { otherLie, postscript } from './texts.ts';

const SIGNATURE = { part: 'signature', before: '', after: '' } as const;

export const resignedOwnKey: Maker = {
  wants: isPersonal,
  make: (world, copy, random) => {
    const { key, draft, messageId } = copy.sent;
    const domain = key?.domain ?? domainOf(draft.from.address);
    const own = world.forgedKey(`unseen-${domain}`, domain, key?.selector ?? 's1', key?.type ?? 'rsa2048');
    const { text, before, after } = postscript(draft.text, draft.lang, random);
    const forged = resent(world, copy, { ...draft, text }, 'unseen-resigned', {
      sign: { key: own },
      messageId,
    });
    return { wire: forged.wire, signer: own, changes: [{ part: 'body', before, after }, SIGNATURE] };
  },
};

/** A digit for a letter, or a hyphen more. */
function mistaken(domain: string): string {
  if (domain.includes('o')) return domain.replace('o', '0');
  return domain.replace(/^(..)/u, '$1-');
}

export const lookalike: Maker = {
  wants: (copy, world) => isSigned(copy) && domainOf(copy.sent.draft.from.address) === world.cast.campaign,
  make: (world, copy, random) => {
    const domain = mistaken(world.cast.campaign);
    const key = world.forgedKey(domain, domain, 'dk', 'rsa2048');
    const draft = fabricated(copy, workingHour(world, random), random);
    const from = { ...draft.from, address: draft.from.address.replace(/@.*/u, `@${domain}`) };
    const text = otherLie(draft.lang, random);
    const made = resent(world, copy, { ...draft, from, text }, `unseen-like-${random.hex(4)}`, {
      parent: null,
      sign: { key },
    });
    return {
      wire: made.wire,
      signer: key,
      original: null,
      besides: true,
      changes: [
        { part: 'from', before: copy.sent.draft.from.address, after: from.address, needle: `@${domain}` },
      ],
    };
  },
};

export const keyGroup: Maker = {
  wants: (copy, world) => isPersonal(copy, world) && copy.sent.key?.type !== 'ed25519',
  make: (world, copy, random) => {
    const { key, draft } = copy.sent;
    const domain = key?.domain ?? domainOf(draft.from.address);
    const own = world.forgedKey(`unseen-group-${domain}`, domain, key?.selector ?? 's1', 'rsa1024');
    const one = (): Made => {
      const text = `${otherLie(draft.lang, random)}\n\n${draft.from.name}`;
      const invented = { ...fabricated(copy, workingHour(world, random), random), text };
      const options = { parent: null, sign: { key: own } };
      const forged = resent(world, copy, invented, `unseen-group-${random.hex(6)}`, options);
      return { wire: forged.wire, signer: own, original: null, besides: true, changes: [SIGNATURE] };
    };
    return { ...one(), more: [one(), one()] };
  },
};
