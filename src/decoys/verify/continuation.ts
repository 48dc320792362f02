import { isConsistent, MOST_PROOF_NODES } from './merkle.ts';
import { bytesOf, readNote, readVerifierKey } from './note.ts';

/** That one checkpoint of a ledger begins with another: what a stranger who holds the older note asks for. */
export interface Continuation {
  readonly format: 'tamis-continuation-1';
  /** Signed notes (note.ts), the older first. */
  readonly from: string;
  readonly to: string;
  /** Verifier key of the ledger. */
  readonly key: string;
  /** RFC 6962, 2.1.2, base64. */
  readonly proof: readonly string[];
}

/** Whether one checkpoint continues another. */
export type ContinuationVerdict =
  | { readonly type: 'continues'; readonly from: number; readonly to: number }
  | { readonly type: 'invalid'; readonly reason: ContinuationDefect };

/** Why it does not, or could not be seen to. */
export type ContinuationDefect =
  | 'not-a-continuation'
  | 'bad-key'
  /** One of the notes is not signed with the key. */
  | 'not-signed'
  /** The later checkpoint does not begin with the older: a decoy was taken out, put in or exchanged below it. */
  | 'forked';

/** Attack: a file of a gigabyte. */
export const MOST_CONTINUATION_CHARACTERS = 100_000;

/** Null for anything that has not this shape. */
export function readContinuation(text: string): Continuation | null {
  if (text.length > MOST_CONTINUATION_CHARACTERS) return null;
  try {
    const value: unknown = JSON.parse(text);
    return isContinuation(value) ? value : null;
  } catch {
    return null;
  }
}

/** Never throws. */
export async function verifyContinuation(value: Continuation | null): Promise<ContinuationVerdict> {
  if (value === null) return { type: 'invalid', reason: 'not-a-continuation' };
  const key = readVerifierKey(value.key);
  if (key === null) return { type: 'invalid', reason: 'bad-key' };
  const [from, to] = [await readNote(value.from, key), await readNote(value.to, key)];
  if (from.type !== 'signed' || to.type !== 'signed') return { type: 'invalid', reason: 'not-signed' };
  const proof = value.proof.map((node) => bytesOf(node) ?? new Uint8Array(0));
  const [older, later] = [from.checkpoint, to.checkpoint];
  return isConsistent(older.size, later.size, older.root, later.root, proof)
    ? { type: 'continues', from: older.size, to: later.size }
    : { type: 'invalid', reason: 'forked' };
}

function isContinuation(value: unknown): value is Continuation {
  if (typeof value !== 'object' || value === null) return false;
  const { format, from, to, key, proof } = value as Readonly<Record<string, unknown>>;
  return (
    format === 'tamis-continuation-1' &&
    [from, to, key].every((each) => typeof each === 'string') &&
    Array.isArray(proof) &&
    proof.length <= MOST_PROOF_NODES &&
    proof.every((each) => typeof each === 'string')
  );
}
