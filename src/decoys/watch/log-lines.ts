import { StringDecoder } from 'node:string_decoder';

/** Attack: a line without an end. What follows this many characters of it is not looked at. */
export const MOST_LINE = 64 * 1024;
/** An audit export in one line is a document and not a line. */
const MOST_DOCUMENT_LINE = 256 * 2 ** 20;

/** Cuts chunks of bytes into lines; what is longer than lines are is cut, and counted. */
export class LogLines {
  #decoder: StringDecoder | null = null;
  #pieces: string[] = [];
  #length = 0;
  #isDocument: boolean | null = null;
  cut = 0;

  *push(chunk: Uint8Array): IterableIterator<string> {
    this.#decoder ??= new StringDecoder(encodingOf(chunk));
    yield* this.#add(this.#decoder.write(Buffer.from(chunk)));
  }

  *end(): IterableIterator<string> {
    yield* this.#add(this.#decoder?.end() ?? '');
    if (this.#length > 0) yield this.#take();
  }

  *#add(text: string): IterableIterator<string> {
    let from = 0;
    for (let at = text.indexOf('\n'); at >= 0; at = text.indexOf('\n', from)) {
      this.#keep(text.slice(from, at));
      yield this.#take().replace(/\r$/, '');
      from = at + 1;
    }
    this.#keep(text.slice(from));
  }

  #keep(piece: string): void {
    this.#isDocument ??= piece.trim() === '' ? null : /^\uFEFF?\s*[[{]/.test(piece);
    const most = this.#isDocument ? MOST_DOCUMENT_LINE : MOST_LINE;
    if (this.#length <= most && piece !== '') this.#pieces.push(piece.slice(0, most + 1 - this.#length));
    this.#length += piece.length;
  }

  #take(): string {
    const most = this.#isDocument ? MOST_DOCUMENT_LINE : MOST_LINE;
    if (this.#length > most) this.cut++;
    const line = this.#pieces.join('').slice(0, most);
    this.#pieces = [];
    this.#length = 0;
    return line;
  }
}

/** PowerShell writes exports as UTF-16 unless told otherwise. */
function encodingOf(first: Uint8Array): 'utf16le' | 'utf8' {
  return first[0] === 0xff && first[1] === 0xfe ? 'utf16le' : 'utf8';
}
