import { Column } from './column.ts';
import type { Scratch, ScratchFile } from './scratch.ts';

/** Values held as they are; what comes later is written down. */
const MOST_HELD = 4096;
const PAGE_BYTES = 256 * 1024;

/** Values of plain JSON by number: the first few thousand in memory, the others in a file and 8 bytes each. */
export class ValueList<T> {
  readonly #scratch: Scratch;
  readonly #most: number;
  readonly #held: T[] = [];
  readonly #offsets = new Column((length) => new Float64Array(length));
  #file: ScratchFile | null = null;
  #waiting: Buffer[] = [];
  #waitingBytes = 0;
  #end = 0;

  constructor(scratch: Scratch, mostHeld = MOST_HELD) {
    this.#scratch = scratch;
    this.#most = mostHeld;
  }

  get length(): number {
    return this.#held.length + this.#offsets.length;
  }

  /** Its number. */
  add(value: T): number {
    if (this.#held.length < this.#most) return this.#held.push(value) - 1;
    const bytes = Buffer.from(JSON.stringify(value));
    this.#waiting.push(bytes);
    this.#waitingBytes += bytes.length;
    this.#offsets.push(this.#end);
    this.#end += bytes.length;
    if (this.#waitingBytes >= PAGE_BYTES) this.#flush();
    return this.length - 1;
  }

  /** What stands under a number that `add` gave. */
  get(number: number): T {
    if (number < this.#held.length) return this.#held[number] as T;
    this.#flush();
    const at = number - this.#held.length;
    const from = this.#offsets.at(at);
    const bytes = Buffer.allocUnsafe(
      (at + 1 < this.#offsets.length ? this.#offsets.at(at + 1) : this.#end) - from,
    );
    this.#file?.read(bytes, from);
    return JSON.parse(bytes.toString()) as T;
  }

  #flush(): void {
    if (this.#waitingBytes === 0) return;
    this.#file ??= this.#scratch.open();
    this.#file.append(Buffer.concat(this.#waiting));
    this.#waiting = [];
    this.#waitingBytes = 0;
  }
}
