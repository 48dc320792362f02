import { commitment, type Leaf, leafBytes } from './leaf.ts';
import { isIncluded, leafHash } from './merkle.ts';
import { bytesOf, type Checkpoint, readNote, readVerifierKey } from './note.ts';
import type { Opening } from './opening.ts';
import { readToken, type TokenReading } from './token.ts';

/** Whether an opening holds, and what it then shows. */
export type OpeningVerdict =
  /** The owner of this key committed to this item, as the last-but-nth of `size`, before each time of `tokens`. */
  | {
      readonly type: 'valid';
      readonly leaf: Leaf;
      readonly checkpoint: Checkpoint;
      /** `expected`: the key the reader had from elsewhere. `as-given`: the one that the opening brings itself. */
      readonly key: 'expected' | 'as-given';
      readonly tokens: readonly TokenReading[];
    }
  | { readonly type: 'invalid'; readonly reason: OpeningDefect };

/** The first thing that does not hold. */
export type OpeningDefect =
  | 'not-an-opening'
  | 'bad-key'
  | 'another-key'
  | 'bad-checkpoint'
  | 'not-signed'
  | 'not-in-tree'
  | 'commitment-differs';

/** What the reader brings along, not the opening. */
export interface Trust {
  /** Certificates (DER) of time-stamp authorities the reader trusts. */
  readonly roots: readonly Uint8Array[];
  /** Verifier key that the owner published; null to take the opening's word. */
  readonly key: string | null;
}

/** Checks everything that an opening claims of itself; no item is needed. Never throws. */
export async function verifyOpening(opening: Opening | null, trust: Trust): Promise<OpeningVerdict> {
  if (opening === null) return invalid('not-an-opening');
  const key = readVerifierKey(opening.key);
  if (key === null) return invalid('bad-key');
  if (trust.key !== null && trust.key.trim() !== opening.key.trim()) return invalid('another-key');
  const note = await readNote(opening.checkpoint, key);
  if (note.type === 'malformed') return invalid('bad-checkpoint');
  if (note.type === 'not-signed') return invalid('not-signed');
  const { checkpoint } = note;
  const proof = opening.proof.map((node) => bytesOf(node) ?? new Uint8Array(0));
  const leaf = leafHash(leafBytes(opening.leaf));
  if (!isIncluded(leaf, opening.index, checkpoint.size, proof, checkpoint.root))
    return invalid('not-in-tree');
  if (!isOpened(opening)) return invalid('commitment-differs');
  const stamped = new TextEncoder().encode(opening.checkpoint);
  const tokens: TokenReading[] = [];
  for (const token of opening.tokens.slice(0, MOST_TOKENS)) {
    tokens.push(await readToken(bytesOf(token) ?? new Uint8Array(0), stamped, trust.roots));
  }
  return {
    type: 'valid',
    leaf: opening.leaf,
    checkpoint,
    key: trust.key === null ? 'as-given' : 'expected',
    tokens,
  };
}

/** Attack: a thousand tokens, each a signature to check. */
const MOST_TOKENS = 20;

function isOpened({ leaf, faces, salts }: Opening): boolean {
  const { attachments } = faces;
  return (
    leaf.bytes === commitment('bytes', faces.bytes, salts.bytes) &&
    agrees('headers', leaf.headers, faces.headers, salts.headers) &&
    agrees('text', leaf.text, faces.text, salts.text) &&
    attachments.length === leaf.attachments.length &&
    attachments.every(
      (face, at) =>
        leaf.attachments[at] === commitment(`attachment ${at}`, face, salts.attachments[at] ?? ''),
    )
  );
}

function agrees(name: string, committed: string | null, face: string | null, salt: string): boolean {
  return face === null ? committed === null : committed === commitment(name, face, salt);
}

function invalid(reason: OpeningDefect): OpeningVerdict {
  return { type: 'invalid', reason };
}
