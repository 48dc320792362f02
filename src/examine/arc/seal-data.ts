import type { HeaderData } from '../dkim/header-canonicalizer.ts';
import type { SignedHeader } from '../dkim/message.ts';
import type { MessageView } from '../dkim/message-view.ts';
import { blankOf, type SignatureField } from '../dkim/signature-field.ts';
import { parseTagList } from '../dkim/tag-list.ts';

/** The three fields one forwarder adds; more or fewer of any kind breaks the chain. */
export interface ArcSet {
  readonly results: readonly SignedHeader[];
  readonly signatures: readonly SignedHeader[];
  readonly seals: readonly SignedHeader[];
}

/** RFC 8617 section 4.2.1. Attack: a chain of thousands, each seal covering all before it. */
const MAX_ARC_INSTANCE = 50;

/** The ARC sets of a message by instance. Fields without a valid i= are left out and counted. */
export function arcSetsOf(view: MessageView): {
  readonly sets: ReadonlyMap<number, ArcSet>;
  readonly stray: number;
} {
  const sets = new Map<number, Record<keyof ArcSet, SignedHeader[]>>();
  let stray = 0;
  const take = (name: string, kind: keyof ArcSet) => {
    for (const field of view.index.get(name) ?? []) {
      const instance = Number(parseTagList(view.valueOf(field)).tags.get('i')?.value);
      if (!Number.isInteger(instance) || instance < 1 || instance > MAX_ARC_INSTANCE) {
        stray++;
        continue;
      }
      const set = sets.get(instance) ?? { results: [], signatures: [], seals: [] };
      set[kind].push(field);
      sets.set(instance, set);
    }
  };
  take('arc-authentication-results', 'results');
  take('arc-message-signature', 'signatures');
  take('arc-seal', 'seals');
  return { sets, stray };
}

/**
 * Puts together what a seal signs (RFC 8617 section 5.1.1): of every instance up to its own, in order,
 * results, message signature and seal, always in relaxed form, its own seal with b= empty. `incomplete` when an
 * instance below it lacks one of the three: then there is nothing defined to check.
 */
export function collectSealData(
  seal: SignatureField,
  sets: ReadonlyMap<number, ArcSet>,
  data: HeaderData,
): 'complete' | 'incomplete' {
  const { view, tags } = seal;
  const instance = tags.instance ?? 0;
  data.reset();
  for (let i = 1; i <= instance; i++) {
    const set = sets.get(i);
    const [results, signature] = [set?.results[0], set?.signatures[0]];
    const sealed = i === instance ? seal.field : set?.seals[0];
    if (results === undefined || signature === undefined || sealed === undefined) return 'incomplete';
    for (const field of [results, signature]) {
      data.add(view.bytes, field, true);
      data.addLineEnd();
    }
    // Relaxed whatever c= a seal may bear.
    if (i === instance) data.add(view.bytes, sealed, true, blankOf(seal));
    else {
      data.add(view.bytes, sealed, true);
      data.addLineEnd();
    }
  }
  return 'complete';
}
