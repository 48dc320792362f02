import { rc4 } from '../pdf/rc4.ts';
import type { Compound } from './compound.ts';
import { blockKeys } from './password-keys.ts';

/** Header tokens of the current user, [MS-PPT] 2.3.2: an encrypted document, and any other. */
const ENCRYPTED = 0xf3d1c4df;
const PLAIN = 0xe391c05f;
const TOKEN_AT = 12;
const EDIT_AT = 16;
/** Record types, 2.13.24. */
const USER_EDIT = 0x0ff5;
const DIRECTORY = 0x1772;
const CRYPT_SESSION = 0x2f14;
/** States of one document. Attack: a chain of edits in a circle. */
const MOST_EDITS = 10_000;
/** Objects of one document. */
const MOST_OBJECTS = 100_000;

/** The two streams of a PowerPoint document of 2002 or 2003 under a password, as if it had none (2.3.7, 2.3.8). */
export function unlockPowerPoint(
  compound: Compound,
  passwords: readonly string[],
): ReadonlyMap<string, Buffer> | null {
  const user = copyOf(compound, 'Current User');
  const document = copyOf(compound, 'PowerPoint Document');
  if (user === null || document === null || user.length < 20) return null;
  if (user.readUInt32LE(TOKEN_AT) !== ENCRYPTED) return null;
  const { places, session } = objectPlaces(document, user.readUInt32LE(EDIT_AT));
  const header = recordAt(document, places.get(session) ?? -1);
  if (header?.type !== CRYPT_SESSION) return null;
  const keys = blockKeys(header.body, passwords);
  if (keys === null) return null;
  for (const [id, at] of places) {
    if (id === session || at + 8 > document.length) continue;
    // The length is known only once the head is opened; every object has a key of its own.
    const key = keys(id);
    const length = 8 + rc4(key, document.subarray(at, at + 8)).readUInt32LE(4);
    rc4(key, document.subarray(at, at + length)).copy(document, at);
  }
  user.writeUInt32LE(PLAIN, TOKEN_AT);
  return new Map([
    ['current user', user],
    ['powerpoint document', document],
  ]);
}

interface Places {
  /** Offset of each object in its last state, by its number. */
  readonly places: ReadonlyMap<number, number>;
  /** Number of the object that holds the encryption header. */
  readonly session: number;
}

/** From the last edit back: what a later one names is newer. */
function objectPlaces(document: Buffer, lastEdit: number): Places {
  const places = new Map<number, number>();
  let session = -1;
  for (let at = lastEdit, count = 0; at > 0 && count < MOST_EDITS; count++) {
    const edit = recordAt(document, at);
    if (edit?.type !== USER_EDIT || edit.body.length < 28) break;
    if (session < 0 && edit.body.length >= 32) session = edit.body.readUInt32LE(28);
    addPlaces(places, recordAt(document, edit.body.readUInt32LE(12)));
    const before = edit.body.readUInt32LE(8);
    if (before >= at) break;
    at = before;
  }
  return { places, session };
}

/** PersistDirectoryAtom, 2.3.4: runs of objects, twenty bits of number and twelve of count before their offsets. */
function addPlaces(places: Map<number, number>, directory: PptRecord | null): void {
  if (directory?.type !== DIRECTORY) return;
  const { body } = directory;
  for (let at = 0; at + 4 <= body.length; ) {
    const run = body.readUInt32LE(at);
    const [first, count] = [run & 0xfffff, run >>> 20];
    at += 4;
    for (
      let index = 0;
      index < count && at + 4 <= body.length && places.size < MOST_OBJECTS;
      index++, at += 4
    )
      if (!places.has(first + index)) places.set(first + index, body.readUInt32LE(at));
  }
}

interface PptRecord {
  readonly type: number;
  readonly body: Buffer;
}

function recordAt(document: Buffer, at: number): PptRecord | null {
  if (at < 0 || at + 8 > document.length) return null;
  const end = at + 8 + document.readUInt32LE(at + 4);
  return {
    type: document.readUInt16LE(at + 2),
    body: document.subarray(at + 8, Math.min(end, document.length)),
  };
}

function copyOf(compound: Compound, name: string): Buffer | null {
  const stream = compound.stream(name);
  return stream === null ? null : Buffer.from(stream);
}
