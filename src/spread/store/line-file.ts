import { closeSync, openSync, writeSync } from 'node:fs';

const FLUSH_CHARACTERS = 2 ** 20;

/** A file of JSON Lines being written; what DuckDB reads fastest of all a stream of rows can be given as. */
export class LineFile {
  readonly #fd: number;
  #text = '';
  #longest = 0;

  constructor(path: string) {
    this.#fd = openSync(path, 'w');
  }

  add(row: unknown): void {
    const line = `${JSON.stringify(row)}\n`;
    this.#longest = Math.max(this.#longest, line.length);
    this.#text += line;
    if (this.#text.length > FLUSH_CHARACTERS) this.#flush();
  }

  /** Characters of the longest row; a character is at most three bytes. */
  get longest(): number {
    return this.#longest;
  }

  close(): void {
    this.#flush();
    closeSync(this.#fd);
  }

  #flush(): void {
    const bytes = Buffer.from(this.#text);
    for (let at = 0; at < bytes.length; ) at += writeSync(this.#fd, bytes, at);
    this.#text = '';
  }
}
