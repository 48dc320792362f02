import { shinglesOf } from '../../examine/near-duplicates/shingles.ts';

const FORMAT = 'tamis-said-1\n';
/** Runs gathered before they are sorted into those before: 16 MB. */
const BATCH = 1 << 22;

/**
 * Every run of four words that stands in a mailbox, as hashes of 32 bits: what a decoy says and this does not hold is
 * its own. Two runs of one hash only make a decoy's wording count for less. 4 bytes a run, about 1 kB a message.
 */
export class SaidWords {
  /** Sorted, each once. */
  readonly #runs: Uint32Array;

  constructor(runs: Uint32Array) {
    this.#runs = runs;
  }

  get size(): number {
    return this.#runs.length;
  }

  has(run: number): boolean {
    let [from, to] = [0, this.#runs.length];
    while (from < to) {
      const middle = (from + to) >>> 1;
      if ((this.#runs[middle] ?? 0) < run) from = middle + 1;
      else to = middle;
    }
    return this.#runs[from] === run;
  }

  /** As a file: its format in a line, then the hashes, 4 bytes each, least first. */
  bytes(): Uint8Array {
    const out = Buffer.alloc(FORMAT.length + 4 * this.#runs.length);
    out.write(FORMAT, 'latin1');
    this.#runs.forEach((run, at) => {
      out.writeUInt32LE(run, FORMAT.length + 4 * at);
    });
    return out;
  }

  /** Null for what `bytes` did not write. */
  static read(bytes: Uint8Array): SaidWords | null {
    const file = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
    const count = (file.length - FORMAT.length) / 4;
    if (!Number.isInteger(count) || file.toString('latin1', 0, FORMAT.length) !== FORMAT) return null;
    const runs = new Uint32Array(count);
    for (let at = 0; at < count; at++) runs[at] = file.readUInt32LE(FORMAT.length + 4 * at);
    return runs.every((run, at) => at === 0 || (runs[at - 1] ?? 0) < run) ? new SaidWords(runs) : null;
  }
}

/** Gathers what texts say. */
export class SaidWordsBuilder {
  #sorted = new Uint32Array(0);
  #batch = new Uint32Array(1 << 16);
  #count = 0;

  add(text: string): void {
    const runs = shinglesOf(text, false);
    if (this.#count + runs.length > this.#batch.length) this.#makeRoom(runs.length);
    this.#batch.set(runs, this.#count);
    this.#count += runs.length;
  }

  done(): SaidWords {
    this.#sort();
    return new SaidWords(this.#sorted);
  }

  #makeRoom(wanted: number): void {
    if (this.#batch.length >= BATCH) this.#sort();
    if (this.#count + wanted <= this.#batch.length) return;
    const wider = new Uint32Array(2 * (this.#batch.length + wanted));
    wider.set(this.#batch.subarray(0, this.#count));
    this.#batch = wider;
  }

  #sort(): void {
    this.#sorted = union(this.#sorted, this.#batch.subarray(0, this.#count).sort());
    this.#count = 0;
  }
}

/** Of two sorted lists, each value once. */
function union(one: Uint32Array, other: Uint32Array): Uint32Array<ArrayBuffer> {
  const out = new Uint32Array(one.length + other.length);
  let [i, j, kept] = [0, 0, 0];
  while (i < one.length || j < other.length) {
    const a = one[i] ?? Number.POSITIVE_INFINITY;
    const b = other[j] ?? Number.POSITIVE_INFINITY;
    const next = Math.min(a, b);
    if (kept === 0 || out[kept - 1] !== next) out[kept++] = next;
    if (a === next) i++;
    else j++;
  }
  return out.slice(0, kept);
}
