import type { ItemKind, ItemRole, Verdict } from '../../model/index.ts';

/** Columns of the text index. `place` is the path; words without a field are not looked for there. */
export type WordColumn = 'subject' | 'sender' | 'recipients' | 'copies' | 'body' | 'files' | 'place';

/** One or more words that stand next to each other in that order; folded by the index, not here. */
export interface WordsNode {
  readonly type: 'words';
  /** Null: anywhere but in the path. */
  readonly columns: readonly WordColumn[] | null;
  /** Letters and digits only, at least one word. */
  readonly words: readonly string[];
  /** The last word may go on. */
  readonly prefix: boolean;
  /** The column must begin with them. */
  readonly first: boolean;
}

/** A test of one fact about an item. */
export type FactNode =
  /** Days as `YYYY-MM-DD` (or longer or shorter), UTC: from `from` on, and before `before`. */
  | { readonly type: 'date'; readonly from: string | null; readonly before: string | null }
  | { readonly type: 'size'; readonly over: boolean; readonly bytes: number }
  | { readonly type: 'kind'; readonly kind: ItemKind }
  | { readonly type: 'role'; readonly role: ItemRole }
  | { readonly type: 'verdict'; readonly verdict: Verdict | null }
  | { readonly type: 'has'; readonly what: 'attachment' | 'signature' | 'text' | 'personal' }
  | {
      readonly type: 'is';
      readonly what: 'decoy' | 'duplicate' | 'near-duplicate' | 'failed' | 'partial' | 'skipped' | 'rebuilt';
    }
  /** What people said of it; `value` is the tag. */
  | {
      readonly type: 'review';
      readonly what: 'tag' | 'checked' | 'signed' | 'collected' | 'noted' | 'tagged' | 'any';
      readonly value: string;
    }
  | { readonly type: 'touched'; readonly what: 'after-send' | 'batch' }
  /** Told by media type or by the ending of the name. */
  | { readonly type: 'media'; readonly value: string }
  | {
      readonly type: 'named';
      readonly what:
        | 'reason'
        | 'failure'
        | 'thread'
        | 'app'
        | 'lang'
        | 'topic'
        | 'personal'
        | 'id'
        | 'message-id'
        | 'sha256';
      readonly value: string;
      readonly prefix: boolean;
    };

export type QueryNode =
  | WordsNode
  | FactNode
  | { readonly type: 'and'; readonly of: readonly QueryNode[] }
  | { readonly type: 'or'; readonly of: readonly QueryNode[] }
  | { readonly type: 'not'; readonly of: QueryNode };
