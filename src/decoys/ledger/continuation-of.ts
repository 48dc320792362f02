import { TamisError } from '../../model/index.ts';
import {
  base64,
  type Continuation,
  consistencyProof,
  type NoteKey,
  readNote,
  treeRoot,
  verifierKey,
} from '../verify/index.ts';

/** What a ledger is now. */
interface Grown {
  readonly leaves: readonly Uint8Array[];
  /** Its last checkpoint. */
  readonly last: { readonly note: string; readonly size: number } | null;
  readonly directory: string;
}

/**
 * The proof that the last checkpoint begins with one that somebody else holds. Throws `bad-checkpoint` for a note of another
 * key, `ledger-rolled-back` where the ledger holds fewer decoys than that (its last frames were taken away),
 * `ledger-forked` where it held others, `not-checkpointed`.
 */
export async function continuationOf(
  held: string,
  key: NoteKey,
  { leaves, last, directory }: Grown,
): Promise<Continuation> {
  const read = await readNote(held, key);
  if (read.type !== 'signed') throw heldRefusal('bad-checkpoint', directory);
  const { size, root } = read.checkpoint;
  if (last === null || size > leaves.length) throw heldRefusal('ledger-rolled-back', directory);
  if (Buffer.compare(treeRoot(leaves.slice(0, size)), root) !== 0)
    throw heldRefusal('ledger-forked', directory);
  if (last.size < size) throw heldRefusal('not-checkpointed', directory);
  const proof = consistencyProof(leaves.slice(0, last.size), size).map(base64);
  return { format: 'tamis-continuation-1', from: held, to: last.note, key: verifierKey(key), proof };
}

const HELD = {
  'bad-checkpoint': {
    en: 'The checkpoint held elsewhere is not signed with the key of this ledger:',
    fr: 'Le point de contrôle détenu ailleurs n’est pas signé avec la clé de ce registre\u00a0:',
  },
  'ledger-rolled-back': {
    en: 'The ledger holds fewer decoys than it did when that checkpoint was signed; frames at its end are missing:',
    fr: 'Le registre contient moins de leurres qu’à la signature de ce point de contrôle\u202f; des blocs manquent à sa fin\u00a0:',
  },
  'ledger-forked': {
    en: 'The ledger is not the one that checkpoint was signed of; decoys below it differ:',
    fr: 'Le registre n’est pas celui de ce point de contrôle\u202f; des leurres antérieurs diffèrent\u00a0:',
  },
  'not-checkpointed': {
    en: 'The ledger has no checkpoint as large as that one; make one:',
    fr: 'Le registre n’a pas de point de contrôle aussi grand\u202f; en faire un\u00a0:',
  },
} as const;

function heldRefusal(code: keyof typeof HELD, directory: string): TamisError {
  const { en, fr } = HELD[code];
  return new TamisError(code, { en: `${en} ${directory}`, fr: `${fr} ${directory}` });
}
