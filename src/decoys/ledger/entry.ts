import { createHash, createHmac } from 'node:crypto';
import { DEFAULT_LIMITS } from '../../model/index.ts';
import { parseMessage } from '../../parse/mime/message.ts';
import { summarize } from '../../parse/mime/summary.ts';
import type { Decoy, DecoyAccount } from '../model/index.ts';
import { ownWording, type SaidWords } from '../own/index.ts';
import {
  type Faces,
  facesOfDocument,
  facesOfMessage,
  type Leaf,
  leafOf,
  type Salts,
  textFace,
} from '../verify/index.ts';
import { readItem } from '../verify/read-item.ts';
import type { LedgerEntry, WatchedAccount } from './frame.ts';

/** What the ledger keeps of a decoy. @param said by the mailbox; null where that is not known */
export async function entryOf(decoy: Decoy, said: SaidWords | null = null): Promise<LedgerEntry> {
  const isMail = decoy.type === 'message/rfc822';
  const text = isMail
    ? summarize(parseMessage(decoy.bytes, DEFAULT_LIMITS), DEFAULT_LIMITS).text
    : await documentText(decoy);
  const { bytes, headers, attachments } = isMail
    ? facesOfMessage(decoy.bytes)
    : facesOfDocument(decoy.bytes, text);
  return {
    id: decoy.id,
    kind: decoy.kind,
    recipe: decoy.origin.recipe,
    index: decoy.index,
    model: decoy.origin.type === 'recipe' ? null : decoy.origin.model,
    faces: { bytes, headers, attachments },
    text,
    ...(said === null ? {} : { own: hashesAsText(ownWording(text, isMail, said)) }),
    author: decoy.author,
    fileName: decoy.fileName,
    folder: decoy.placement.folder,
    accounts: decoy.accounts.map(watched),
  };
}

function hashesAsText(hashes: Uint32Array): string {
  const bytes = Buffer.alloc(4 * hashes.length);
  hashes.forEach((hash, at) => {
    bytes.writeUInt32LE(hash, 4 * at);
  });
  return bytes.toString('base64');
}

/** Of an entry: its own runs of words, sorted; null where the ledger does not know them. */
export function ownOf({ own }: Pick<LedgerEntry, 'own'>): Uint32Array | null {
  if (own === undefined) return null;
  const bytes = Buffer.from(own, 'base64');
  return Uint32Array.from({ length: Math.floor(bytes.length / 4) }, (_, at) => bytes.readUInt32LE(4 * at));
}

/** As a sift and a verification will read it; what the generator says of it where nobody can. */
async function documentText({ bytes, fileName, text }: Decoy): Promise<string> {
  const read = await readItem(bytes, fileName);
  return read.type === 'text' ? read.text : text;
}

/** The faces a ledger commits to for a decoy. */
export async function facesOfDecoy(decoy: Decoy): Promise<Faces> {
  return facesIn(await entryOf(decoy));
}

/** The faces of an entry; the text is kept whole in it, and hashed here. */
export function facesIn({ faces, text }: LedgerEntry): Faces {
  return { ...faces, text: textFace(text) };
}

/**
 * Salts by a keyed function of the decoy and the face (HMAC-SHA-256): as good as random to whoever lacks the
 * secret, and one that is opened tells nothing of another. Nothing has to be stored for fifty thousand decoys.
 */
export function saltsOf({ id, faces }: LedgerEntry, secret: string): Salts {
  const salt = (face: string) =>
    createHmac('sha256', Buffer.from(secret, 'hex')).update(`salt ${id} ${face}`).digest('hex');
  return {
    bytes: salt('bytes'),
    headers: salt('headers'),
    text: salt('text'),
    attachments: faces.attachments.map((_, at) => salt(`attachment ${at}`)),
  };
}

/** The leaf of an entry. @param secret of the ledger, hexadecimal; salts follow from it */
export function leafIn(entry: LedgerEntry, secret: string): Leaf {
  const { id, kind, recipe, index, model } = entry;
  return leafOf({ id, kind, recipe, index, model }, facesIn(entry), saltsOf(entry, secret));
}

function watched({ service, user, password }: DecoyAccount): WatchedAccount {
  const hash = (algorithm: string) => createHash(algorithm).update(password, 'utf8').digest('hex');
  const passwordHashes = [hash('sha256'), hash('sha1'), hash('md5')];
  return { service, user: user.toLowerCase(), passwordHashes, passwordLength: password.length };
}
