import { attribute, xmlTokens } from '../xml-tokens.ts';

/** How one part of an OpenDocument package is encrypted (OpenDocument 1.3 part 2, 4.4 to 4.8), as the manifest says. */
export interface PartEncryption {
  readonly algorithm: string;
  readonly vector: Buffer;
  /** `null` for parts whose cipher proves the key by itself. */
  readonly checksum: { readonly sha256: boolean; readonly value: Buffer } | null;
  /** SHA-256 of the password rather than SHA-1. */
  readonly startSha256: boolean;
  readonly derivation: string;
  readonly salt: Buffer;
  readonly keyBytes: number;
  readonly rounds: number;
  /** Of Argon2: memory in KiB, and lanes. */
  readonly memory: number;
  readonly lanes: number;
}

/** Attack: a manifest of millions of entries. Books of many pictures have thousands. */
const MOST_PARTS = 20_000;

/** Every encrypted part by its path. What the manifest leaves out is what OpenDocument 1.0 had: SHA-1, 16 bytes. */
export function partEncryptions(manifest: string): ReadonlyMap<string, PartEncryption> {
  const parts = new Map<string, PartEncryption>();
  let path = '';
  let open: Map<string, string> | null = null;
  for (const token of xmlTokens(manifest)) {
    if (token.type === 'text' || parts.size >= MOST_PARTS) continue;
    if (token.type === 'open') {
      if (token.name === 'file-entry') path = attribute(token.attributes, 'full-path') ?? '';
      else if (token.name === 'encryption-data') open = new Map();
      open?.set(token.name, token.attributes);
    }
    const ends = token.type === 'close' || token.empty;
    if (token.name !== 'encryption-data' || !ends || open === null) continue;
    parts.set(path, encryptionOf(open));
    open = null;
  }
  return parts;
}

function encryptionOf(elements: ReadonlyMap<string, string>): PartEncryption {
  const value = (element: string, name: string) => attribute(elements.get(element) ?? '', name);
  const bytes = (element: string, name: string) => Buffer.from(value(element, name) ?? '', 'base64');
  const number = (element: string, name: string, usual: number) => Number(value(element, name) ?? usual);
  const checksum = bytes('encryption-data', 'checksum');
  return {
    algorithm: value('algorithm', 'algorithm-name') ?? '',
    vector: bytes('algorithm', 'initialisation-vector'),
    checksum:
      checksum.length === 0
        ? null
        : { sha256: /sha256/i.test(value('encryption-data', 'checksum-type') ?? ''), value: checksum },
    startSha256: /sha256/i.test(value('start-key-generation', 'start-key-generation-name') ?? ''),
    derivation: value('key-derivation', 'key-derivation-name') ?? '',
    salt: bytes('key-derivation', 'salt'),
    keyBytes: number('key-derivation', 'key-size', 16),
    rounds: number(
      'key-derivation',
      value('key-derivation', 'argon2-iterations') === null ? 'iteration-count' : 'argon2-iterations',
      1024,
    ),
    memory: number('key-derivation', 'argon2-memory', 0),
    lanes: number('key-derivation', 'argon2-lanes', 0),
  };
}
