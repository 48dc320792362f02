import type { Mail } from './mail.ts';
import type { Owner } from './people.ts';
import { proportional } from './proportional.ts';

const LONGEST = 12;
const LEAST = 3;
const SLOTS = 20;

/** A signature of somebody who agreed to appear, and whose it is. */
export interface OwnerSignature {
  readonly address: string;
  readonly lines: readonly string[];
}

/** The signatures of those who agreed to appear, each under the address that writes it, its most frequent first. */
export function ownerSignatures(mails: readonly Mail[], { addresses }: Owner): OwnerSignature[] {
  const seen = new Map(addresses.map((each) => [each.toLowerCase(), new Map<string, number>()]));
  for (const { from, text } of mails) {
    const own = seen.get(from?.address.toLowerCase() ?? '');
    if (own === undefined) continue;
    const signature = /\n-- \n([^>+-][\s\S]{1,600})$/.exec(text.slice(-700))?.[1]?.trimEnd();
    if (signature !== undefined && !/^[>+]/m.test(signature))
      own.set(signature, (own.get(signature) ?? 0) + 1);
  }
  return [...seen].flatMap(([address, own]) =>
    mostFrequent(own).map((signature) => ({ address, lines: signature.split('\n').slice(0, LONGEST) })),
  );
}

function mostFrequent(own: ReadonlyMap<string, number>): string[] {
  const counted = [...own]
    .filter(([, count]) => count >= LEAST)
    .sort(([a, m], [b, n]) => n - m || (a < b ? -1 : 1));
  return proportional(counted, SLOTS);
}
