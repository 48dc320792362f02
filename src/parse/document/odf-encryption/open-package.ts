import type { Failure, Limits } from '../../../model/index.ts';
import { asBuffer } from '../../binary/as-buffer.ts';
import { flatPackage } from '../flat-package.ts';
import { openPackage, type PackageReader } from '../package.ts';
import { decodePlain } from '../plain-text.ts';
import { decryptPart, hasCipher, inflatePart } from './decrypt-part.ts';
import { type PartEncryption, partEncryptions } from './manifest.ts';
import { keyScheme, keySeconds, partKey, startKeys } from './part-key.ts';

/** Seconds over all passwords together: some hundred passwords of LibreOffice, each a few hundredths of a second. */
const SECONDS_IN_ALL = 6;
/** The only part of a package that is encrypted as a whole (LibreOffice 24.8 and later; OpenDocument 1.5). */
const WHOLE = 'encrypted-package';

/** A package that was encrypted, opened or not. */
export interface OpenDocumentPackage {
  /** Reads as if there were no password; where it stayed closed, only the parts that are not encrypted. */
  readonly reader: PackageReader;
  readonly password: 'none' | 'opened' | 'closed';
  /** Why it stayed closed; the failures of its parts are the reader's. */
  readonly failure: Failure | null;
}

/**
 * Opens an OpenDocument package, with one of these passwords if it has one. Three ways of encryption: every part under
 * Blowfish (OpenOffice.org 1 to 3), every part under AES in CBC (LibreOffice 3.5 to 24.2), the whole package in one part
 * under AES-GCM with a key of Argon2id (LibreOffice 24.8 and later). Never throws on bad input.
 */
export function openOpenDocument(
  bytes: Uint8Array,
  limits: Limits,
  passwords: readonly string[],
): OpenDocumentPackage {
  const flat = flatPackage(bytes);
  if (flat !== null) return { reader: flat, password: 'none', failure: null };
  const raw = openPackage(bytes, limits);
  const manifest = raw.part('META-INF/manifest.xml') ?? '';
  const parts = manifest.includes('encryption-data') ? partEncryptions(manifest) : NO_PARTS;
  if (parts.size === 0) return { reader: raw, password: 'none', failure: null };
  const probe = probeOf(raw, parts);
  const found: Found =
    probe === null
      ? { why: 'The parts that its manifest names are not in it.' }
      : findPassword(probe, passwords, limits);
  if ('why' in found) {
    const failure = {
      code: 'encrypted',
      detail: `An OpenDocument file with a password. ${found.why}`,
    } as const;
    return { reader: withoutParts(raw, parts), password: 'closed', failure };
  }
  const opened = decryptingReader(raw, parts, found.start, limits);
  const inner = parts.has(WHOLE) ? opened.bytes(WHOLE) : null;
  return { reader: inner === null ? opened : openPackage(inner, limits), password: 'opened', failure: null };
}

const NO_PARTS: ReadonlyMap<string, PartEncryption> = new Map();

interface Probe {
  readonly part: PartEncryption;
  readonly bytes: Buffer;
}

/** The smallest encrypted part: what passwords are tried on. Null where no part that is there is encrypted. */
function probeOf(raw: PackageReader, parts: ReadonlyMap<string, PartEncryption>): Probe | null {
  let best: { readonly name: string; readonly part: PartEncryption; readonly size: number } | null = null;
  for (const [name, part] of parts) {
    const size = raw.packedBytes(name);
    if (size > 0 && (best === null || size < best.size)) best = { name, part, size };
  }
  const bytes = best === null ? null : raw.bytes(best.name);
  return best === null || bytes === null ? null : { part: best.part, bytes: asBuffer(bytes) };
}

type Found =
  /** What stands for the password in the key of a part. */
  { readonly start: (part: PartEncryption) => Buffer } | { readonly why: string };

function findPassword({ part, bytes }: Probe, passwords: readonly string[], limits: Limits): Found {
  const scheme = keyScheme(part);
  if (scheme === 'openpgp') return { why: 'Its key is kept under OpenPGP keys; no password opens it.' };
  if (scheme === 'unknown' || !hasCipher(part)) return { why: 'Its encryption has no reader here.' };
  if (passwords.length === 0) return { why: 'No password was given.' };
  const tried = passwords.slice(0, Math.max(1, Math.floor(SECONDS_IN_ALL / keySeconds(part))));
  for (const password of tried) {
    for (const [spelling, start] of startKeys(password, part).entries()) {
      const plain = decryptPart(bytes, partKey(start, part), part);
      // Where no checksum or tag proves the password, what comes out of it must.
      const proven =
        plain !== null && (part.checksum !== null || inflatePart(plain, limits.itemBytes) !== null);
      if (proven) return { start: (each) => startKeys(password, each)[spelling] ?? start };
    }
  }
  return { why: `${tried.length} of ${passwords.length} passwords were tried and did not open it.` };
}

/** The package with its parts decrypted as they are asked for; each has a salt, and so a key, of its own. */
function decryptingReader(
  raw: PackageReader,
  parts: ReadonlyMap<string, PartEncryption>,
  start: (part: PartEncryption) => Buffer,
  limits: Limits,
): PackageReader {
  const keys = new Map<string, Buffer>();
  let failure: Failure | null = null;
  let budget = limits.itemBytes;
  const bytes = (name: string): Uint8Array | null => {
    const part = parts.get(name);
    const sealed = raw.bytes(name);
    if (part === undefined || sealed === null || sealed.length === 0) return sealed;
    const known = keyScheme(part) === 'pbkdf2' || keyScheme(part) === 'argon2id';
    const key = keys.get(name) ?? (known ? partKey(start(part), part) : null);
    if (key !== null) keys.set(name, key);
    const deflated = key === null ? null : decryptPart(asBuffer(sealed), key, part);
    const most = Math.min(budget, Math.max(limits.ratioFloor, sealed.length * limits.ratio));
    const plain = deflated === null ? null : inflatePart(deflated, most);
    if (plain === null || plain === 'bomb') {
      failure ??=
        plain === 'bomb'
          ? { code: 'bomb', detail: `A part expands beyond ${most} bytes.` }
          : { code: 'malformed', detail: 'An encrypted part is damaged.' };
      return null;
    }
    budget -= plain.length;
    return plain;
  };
  return { ...readingWith(raw, bytes), failure: () => failure ?? raw.failure() };
}

function withoutParts(raw: PackageReader, parts: ReadonlyMap<string, PartEncryption>): PackageReader {
  return readingWith(raw, (name) => (parts.has(name) ? null : raw.bytes(name)));
}

function readingWith(raw: PackageReader, bytes: PackageReader['bytes']): PackageReader {
  const part = (name: string) => {
    const read = bytes(name);
    return read === null ? null : decodePlain(read);
  };
  return { ...raw, bytes, part };
}
