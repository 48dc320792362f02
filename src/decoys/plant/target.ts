import type { Decoy } from '../model/index.ts';

/**
 * `planted`: now there. `present`: the same bytes lay there already. `unfit`: this target takes no such thing (a
 * document in a mailbox). A target never replaces what it finds.
 */
export type Put = 'planted' | 'present' | 'unfit';

/** Where decoys are laid: something the user owns. */
export interface Target {
  /** Where this decoy comes to lie, as the journal of the ledger names it. Says nothing of what is there. */
  place(decoy: Decoy): string;
  put(decoy: Decoy): Promise<Put>;
  /** Makes what was put durable, where it is not yet. Decoys count as planted only after it. */
  finish(): Promise<void>;
}

export function isMail({ type }: Decoy): boolean {
  return type === 'message/rfc822';
}
