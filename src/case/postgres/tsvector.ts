/** What a word of a column counts in the order of hits, as PostgreSQL numbers its letters D, C, B, A. */
export type Weight = 0 | 1 | 2 | 3;

/** What most texts need; it grows by doubling. */
const FIRST_BYTES = 4096;
const MOST_BYTES_PER_UNIT = 6;
const ASCII = 0x80;

/** PostgreSQL takes words of 2,046 bytes. Attack: five hundred characters that need six bytes each. */
const MOST_BYTES = 2040;

/** As src/net/postgres/nul.ts writes it into all other text, queries among them. */
const ESCAPE = '\ue000';
const ITSELF = '\ue000\ue002';

/**
 * A tsvector in the binary form of the protocol (PostgreSQL, `tsvectorrecv`): how many words there are, and of each its bytes, a
 * zero, how many places it has, and of each place two bits of weight and fourteen of number. The server puts the words in
 * order. As text a third of the time of writing went into making it and taking it apart (docs/decisions/0411).
 */
export class VectorWriter {
  #bytes = Buffer.allocUnsafeSlow(FIRST_BYTES);
  #at = 4;
  #words = 0;

  /** A word with its letter before it, and its places, which grow. */
  add(letter: string, word: string, places: Iterable<number>, weight: Weight): void {
    this.#room(1 + word.length * MOST_BYTES_PER_UNIT + 3);
    this.#bytes[this.#at++] = letter.charCodeAt(0);
    this.#text(word);
    this.#bytes[this.#at++] = 0;
    const countAt = this.#at;
    this.#at += 2;
    let count = 0;
    for (const place of places) {
      this.#room(2);
      const marked = (weight << 14) | place;
      this.#bytes[this.#at++] = marked >>> 8;
      this.#bytes[this.#at++] = marked & 0xff;
      count++;
    }
    this.#bytes[countAt] = count >>> 8;
    this.#bytes[countAt + 1] = count & 0xff;
    this.#words++;
  }

  /** What was added since the last time. */
  take(): Uint8Array {
    this.#bytes.writeInt32BE(this.#words, 0);
    const vector = new Uint8Array(this.#bytes.subarray(0, this.#at));
    this.#at = 4;
    this.#words = 0;
    return vector;
  }

  /** Most words are short and ASCII: for those a call into the engine costs more than they do. */
  #text(word: string): void {
    for (let i = 0; i < word.length; i++) {
      const code = word.charCodeAt(i);
      if (code >= ASCII) {
        const rest = word.slice(i).replaceAll(ESCAPE, ITSELF);
        // `write` leaves out a character that would have no room.
        this.#at += this.#bytes.write(rest, this.#at, MOST_BYTES - i, 'utf8');
        return;
      }
      this.#bytes[this.#at++] = code;
    }
  }

  #room(bytes: number): void {
    if (this.#at + bytes <= this.#bytes.length) return;
    const larger = Buffer.allocUnsafeSlow(Math.max(2 * this.#bytes.length, this.#at + bytes));
    larger.set(this.#bytes.subarray(0, this.#at));
    this.#bytes = larger;
  }
}
