import type { ByteSource, Defect } from '../../../model/index.ts';
import type { ZipEntry } from './entry.ts';
import { type LocalHeader, localDefects, readLocalHeader, unsignedLocalHeader } from './local-header.ts';
import { scanLocalHeaders } from './recovery.ts';

/** A member's local header, and where it contradicts the central directory. */
export interface Located {
  readonly local: LocalHeader;
  readonly defects: readonly Defect[];
}

/** Attack: an archive of wrong offsets only, each of which would cost a search: one search serves all. */
const MOST_SCANNED = 100_000;

/** Finds the local headers that belong to the entries of one archive's directory. */
export class Locator {
  readonly #source: ByteSource;
  readonly #shift: number;
  #byName: Map<string, number> | null = null;

  constructor(source: ByteSource, shift: number) {
    this.#source = source;
    this.#shift = shift;
  }

  /**
   * Where the directory says, counted from the archive's start or, when a tool moved only some offsets,
   * from the file's; there also with a destroyed signature if the name fits; else anywhere by its name.
   */
  find(entry: ZipEntry): Located | null {
    const at = entry.localAt + this.#shift;
    const exact = readLocalHeader(this.#source, at) ?? this.#unshifted(entry);
    if (exact !== null) return { local: exact, defects: localDefects(entry, exact) };
    const unsigned = unsignedLocalHeader(this.#source, at, entry.name);
    if (unsigned !== null) return this.#found(entry, unsigned, 'zip-local-signature');
    const elsewhere = this.#scanned().get(nameKey(entry));
    const moved = elsewhere === undefined ? null : readLocalHeader(this.#source, elsewhere);
    return moved === null ? null : this.#found(entry, moved, 'zip-local-offset');
  }

  #unshifted(entry: ZipEntry): LocalHeader | null {
    return this.#shift === 0 ? null : readLocalHeader(this.#source, entry.localAt);
  }

  #found(entry: ZipEntry, local: LocalHeader, code: string): Located {
    const defect = { code, at: { start: local.at, end: local.dataAt } };
    return { local, defects: [defect, ...localDefects(entry, local)] };
  }

  #scanned(): Map<string, number> {
    if (this.#byName !== null) return this.#byName;
    this.#byName = new Map();
    for (const entry of scanLocalHeaders(this.#source, 0, MOST_SCANNED)) {
      if (!this.#byName.has(nameKey(entry))) this.#byName.set(nameKey(entry), entry.localAt);
    }
    return this.#byName;
  }
}

function nameKey(entry: ZipEntry): string {
  return Buffer.from(entry.name).toString('latin1');
}

/** The entry as its local header describes it, or null when the two agree on how to read the data. */
export function localVersion(entry: ZipEntry, local: LocalHeader): ZipEntry | null {
  const { method, crc, compressedSize, size } = local;
  const same = method === entry.method && compressedSize === entry.compressedSize && size === entry.size;
  if (same || (compressedSize === 0 && entry.compressedSize > 0)) return null;
  return { ...entry, method, crc, compressedSize, size };
}
