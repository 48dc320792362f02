import type { Mail } from './mail.ts';
import type { Owner } from './people.ts';
import { proportional } from './proportional.ts';

const LONGEST = 12;
const LEAST = 3;
const SLOTS = 20;

/** The owner's own signatures, most frequent first; the owner agrees to appear in decoys. */
export function ownerSignatures(mails: readonly Mail[], { addresses }: Owner): string[][] {
  const own = new Set(addresses.map((each) => each.toLowerCase()));
  const seen = new Map<string, number>();
  for (const { from, text } of mails) {
    if (from === null || !own.has(from.address.toLowerCase())) continue;
    const signature = /\n-- \n([^>+-][\s\S]{1,600})$/.exec(text.slice(-700))?.[1]?.trimEnd();
    if (signature !== undefined && !/^[>+]/m.test(signature))
      seen.set(signature, (seen.get(signature) ?? 0) + 1);
  }
  const counted = [...seen]
    .filter(([, count]) => count >= LEAST)
    .sort(([a, m], [b, n]) => n - m || (a < b ? -1 : 1));
  return proportional(counted, SLOTS).map((signature) => signature.split('\n').slice(0, LONGEST));
}
