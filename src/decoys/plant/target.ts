import type { Decoy } from '../model/index.ts';

/** `planted`: now there. `present`: the same bytes lay there already. A target never replaces what it finds. */
export type Put = 'planted' | 'present';

/** Where decoys are laid: something the user owns. */
export interface Target {
  /** Whether it is of the kind that lies here: a mailbox takes no document. */
  takes(decoy: Decoy): boolean;
  /** Where this decoy comes to lie, as the journal of the ledger names it. Says nothing of what is there. */
  place(decoy: Decoy): string;
  /** Only what it takes. */
  put(decoy: Decoy): Promise<Put>;
  /** Makes what was put durable, where it is not yet. Decoys count as planted only after it. */
  finish(): Promise<void>;
}

/** What a mailbox takes. */
export function isMail({ type }: Decoy): boolean {
  return type === 'message/rfc822';
}
