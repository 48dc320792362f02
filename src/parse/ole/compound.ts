import type { ByteSource, Limits } from '../../model/index.ts';
import { attempt } from '../binary/fail.ts';
import { type Cfb, type CfbEntry, openCfb } from '../cfb/cfb.ts';
import { isCfb } from '../detect/cfb-type.ts';
import { earlyStream, type NamedStream } from './early-files.ts';

/** A compound file in memory, its streams by name. */
export interface Compound {
  readonly file: Cfb;
  /** The stream right under the root, or null when there is none or it is damaged. Case does not count. */
  stream(name: string): Uint8Array | null;
  bytes(entry: CfbEntry): Uint8Array | null;
}

/** Opens a compound file, or what was written before there were such: that has the one stream. */
export function openCompound(bytes: Uint8Array, limits: Limits): Compound {
  const early = isCfb(bytes) ? null : earlyStream(bytes);
  if (early !== null) return oneStream(early);
  const file = openCfb(inMemory(bytes), limits);
  const read = (entry: CfbEntry): Uint8Array | null => {
    const result = attempt(() => file.read(entry));
    return 'ok' in result ? result.ok : prefix(file, entry);
  };
  return {
    file,
    bytes: read,
    stream(name) {
      const wanted = name.toLowerCase();
      const entry = file.entries.find(
        ({ path, type }) => type === 'stream' && path.length === 1 && path[0]?.toLowerCase() === wanted,
      );
      return entry === undefined ? null : read(entry);
    },
  };
}

function oneStream({ name, bytes }: NamedStream): Compound {
  const file: Cfb = {
    root: null,
    entries: [],
    failure: null,
    defects: [],
    stream: () => ({ size: 0, chunks: () => [] }),
    read: () => new Uint8Array(),
  };
  return {
    file,
    bytes: () => null,
    stream: (wanted) => (wanted.toLowerCase() === name.toLowerCase() ? bytes : null),
  };
}

/** What of a broken chain can be read. */
function prefix(file: Cfb, entry: CfbEntry): Uint8Array | null {
  const parts: Uint8Array[] = [];
  attempt(() => {
    for (const chunk of file.stream(entry).chunks()) parts.push(Buffer.from(chunk));
  });
  return parts.length === 0 ? null : Buffer.concat(parts);
}

function inMemory(bytes: Uint8Array): ByteSource {
  return {
    size: bytes.length,
    read: (offset, length) => bytes.subarray(Math.max(0, offset), Math.max(0, offset + length)),
    close() {},
  };
}
