import type { DecoyKind, FictionalAuthor, Recipe } from '../model/index.ts';
import type { Faces } from '../verify/index.ts';

/** What the ledger keeps of a decoy; enough to open it, to recognise it and to watch for it. */
export interface LedgerEntry {
  readonly id: string;
  readonly kind: DecoyKind;
  /** `recipeHash`. */
  readonly recipe: string;
  readonly index: number;
  /** The language model that wrote it, which makes it impossible to make again; null for a recipe's. */
  readonly model: string | null;
  /** Without its text, which is below. */
  readonly faces: Omit<Faces, 'text'>;
  /** As a reader sees it. */
  readonly text: string;
  /**
   * Hashes of the runs of four words in it that the mailbox does not say, 4 bytes each, sorted, base64. Absent in ledgers
   * made before it was kept, and where the mailbox was not at hand.
   */
  readonly own?: string;
  /** As in Decoy; absent in ledgers made before. */
  readonly author?: FictionalAuthor | null;
  readonly fileName: string;
  readonly folder: string;
  readonly accounts: readonly WatchedAccount[];
}

/** A decoy account, without its password in clear: who opens the ledger can watch for it and not use it. */
export interface WatchedAccount {
  readonly service: string;
  /** Lower case. */
  readonly user: string;
  /** SHA-256, SHA-1 and MD5 of the password, hexadecimal: what logs and crackers' lists hold. */
  readonly passwordHashes: readonly string[];
  /** Characters of the password, so that a log with passwords in clear is searched only for runs of that length. */
  readonly passwordLength: number;
}

/** One planting of one decoy. */
export interface Planting {
  readonly id: string;
  /** Where: a path, or `imap://user@host/folder#uid`. */
  readonly place: string;
  /** ISO 8601 UTC. */
  readonly at: string;
}

/** One step of a ledger's life: they are only ever added. */
export type Frame =
  | {
      readonly type: 'created';
      readonly at: string;
      readonly name: string;
      /** Ed25519, PKCS #8, base64. */
      readonly signingKey: string;
      /** 32 bytes, hexadecimal: all salts are derived from it. */
      readonly saltSecret: string;
    }
  | { readonly type: 'recipe'; readonly hash: string; readonly recipe: Recipe }
  | { readonly type: 'decoys'; readonly entries: readonly LedgerEntry[] }
  | {
      readonly type: 'checkpoint';
      readonly at: string;
      readonly note: string;
      /** Base64: from the checkpoint before. */
      readonly consistency: readonly string[];
    }
  | { readonly type: 'token'; readonly at: string; readonly note: string; readonly token: string }
  | { readonly type: 'waiver'; readonly at: string; readonly size: number; readonly reason: string }
  | { readonly type: 'approval'; readonly recipe: string; readonly by: string; readonly at: string }
  | { readonly type: 'planted'; readonly plantings: readonly Planting[] };
