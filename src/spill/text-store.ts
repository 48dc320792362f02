import type { Scratch, ScratchFile } from './scratch.ts';

/** Texts begin at multiples of this, so that a number of 32 bits tells 64 GB of them apart. */
const ALIGNED = 16;
const HEAD = 4;
const FIRST_BYTES = 16 * 1024;
/** Read from the file at once: most texts are shorter. */
const FIRST_READ = 256;
/** Texts remembered, twice over: most are asked for again soon. Those that are longer are read each time. */
const MOST_REMEMBERED = 16_384;
const LONGEST_REMEMBERED = 400;

/**
 * Texts by number: in memory up to a bound, in a file beyond it, and nothing else held of any of them. A text that comes again
 * soon has the number it had; one that has been forgotten meanwhile gets another, so that equal numbers are equal texts, and
 * different ones may be. The empty text is number 0.
 */
export class TextStore {
  readonly #scratch: Scratch;
  readonly #numbers = new Remembered<string, number>();
  readonly #texts = new Remembered<number, string>();
  #file: ScratchFile | null = null;
  /** What the file does not have yet. */
  #waiting = Buffer.alloc(FIRST_BYTES);
  #used = ALIGNED;

  constructor(scratch: Scratch) {
    this.#scratch = scratch;
  }

  /** Its number, an unsigned whole one of 32 bits. Errors: `disk-full`; RangeError beyond 64 GB. */
  add(text: string): number {
    if (text === '') return 0;
    const known = this.#numbers.get(text);
    if (known !== undefined) return known;
    const bytes = Buffer.from(text, 'utf8');
    const room = ALIGNED * Math.ceil((HEAD + bytes.length) / ALIGNED);
    if (this.#used + room > this.#waiting.length) this.#makeRoom(room);
    const number = ((this.#file?.size ?? 0) + this.#used) / ALIGNED;
    if (number > 0xffff_ffff) throw new RangeError('More than 64 GB of texts.');
    this.#waiting.writeUInt32LE(bytes.length, this.#used);
    bytes.copy(this.#waiting, this.#used + HEAD);
    this.#used += room;
    if (text.length <= LONGEST_REMEMBERED) this.#numbers.set(text, number);
    return number;
  }

  /** What stands under a number that `add` gave, with or without its sign. */
  get(number: number): string {
    if (number === 0) return '';
    const known = this.#texts.get(number);
    if (known !== undefined) return known;
    const text = this.#read((number >>> 0) * ALIGNED);
    if (text.length <= LONGEST_REMEMBERED) this.#texts.set(number, text);
    return text;
  }

  #read(at: number): string {
    const filed = this.#file?.size ?? 0;
    if (at >= filed) {
      const start = at - filed + HEAD;
      return this.#waiting.toString('utf8', start, start + this.#waiting.readUInt32LE(start - HEAD));
    }
    const begin = Buffer.allocUnsafe(Math.min(FIRST_READ, filed - at));
    this.#file?.read(begin, at);
    const length = begin.readUInt32LE(0);
    if (HEAD + length <= begin.length) return begin.toString('utf8', HEAD, HEAD + length);
    const whole = Buffer.allocUnsafe(length);
    this.#file?.read(whole, at + HEAD);
    return whole.toString('utf8');
  }

  #makeRoom(room: number): void {
    const needed = this.#used + room;
    if (needed > this.#scratch.heldBytes && this.#used > 0) {
      this.#file ??= this.#scratch.open();
      this.#file.append(this.#waiting.subarray(0, this.#used));
      this.#used = 0;
      if (room <= this.#waiting.length) return;
    }
    const wider = Buffer.alloc(Math.max(2 * this.#waiting.length, this.#used + room));
    this.#waiting.copy(wider, 0, 0, this.#used);
    this.#waiting = wider;
  }
}

/** The latest of many, at least so many of them: what is forgotten is forgotten a half at a time. */
class Remembered<Key, Value> {
  #latest = new Map<Key, Value>();
  #before: ReadonlyMap<Key, Value> = new Map();

  get(key: Key): Value | undefined {
    const known = this.#latest.get(key);
    if (known !== undefined) return known;
    const older = this.#before.get(key);
    if (older !== undefined) this.set(key, older);
    return older;
  }

  set(key: Key, value: Value): void {
    if (this.#latest.size >= MOST_REMEMBERED) [this.#before, this.#latest] = [this.#latest, new Map()];
    this.#latest.set(key, value);
  }
}
