import { SCRIPT_START } from './file-kind.ts';

/** One value of a JSON file, with the line it begins on, or why a piece of it could not be read. */
export type JsonItem =
  | { readonly type: 'value'; readonly line: number; readonly value: unknown }
  | {
      readonly type: 'reject';
      readonly line: number;
      readonly reason: 'not-json' | 'too-large';
      readonly text: string;
    };

/** Characters of one value. Attack: a line without end; V8 strings end at 512 MB. */
const MAX_VALUE = 200 * 2 ** 20;
/** Nesting of one value. Attack: a million brackets, which only cost time but prove nothing is read. */
const MAX_DEPTH = 500;

/**
 * The values of JSON Lines, of values one after another over several lines, or the members of one list.
 * Broken lines are given as rejects; reading goes on after them. Whole numbers beyond 2^53 become strings.
 */
export async function* jsonValues(chunks: AsyncIterable<Uint8Array>): AsyncGenerator<JsonItem> {
  const decoder = new TextDecoder();
  const reader = new JsonReader();
  for await (const chunk of chunks) yield* reader.push(decoder.decode(chunk, { stream: true }));
  yield* reader.end();
}

/** Characters within which a script that assigns a list comes to it. */
const LONGEST_START = 100;

type Mode = 'undecided' | 'lines' | 'document';

class JsonReader {
  #rest = '';
  #line = 1;
  #mode: Mode = 'undecided';
  readonly #scanner = new ValueScanner();

  *push(text: string): Generator<JsonItem> {
    if (this.#mode === 'document') return yield* this.#scanner.push(text);
    this.#rest += text;
    if (this.#mode === 'undecided') {
      this.#rest = this.#rest.replace(SCRIPT_START, '');
      this.#mode = decided(this.#rest, false);
    }
    if (this.#mode === 'document') yield* this.#scanner.push(this.#take());
    else if (this.#mode === 'lines') yield* this.#lines();
  }

  *end(): Generator<JsonItem> {
    if (this.#mode === 'undecided') this.#mode = decided(this.#rest, true);
    if (this.#mode === 'document') {
      yield* this.#scanner.push(this.#take());
      return yield* this.#scanner.end();
    }
    yield* this.#lines();
    if (this.#rest.trim() !== '') yield parsed(this.#rest, this.#line);
  }

  #take(): string {
    const rest = this.#rest;
    this.#rest = '';
    return rest;
  }

  *#lines(): Generator<JsonItem> {
    let from = 0;
    for (let to = this.#rest.indexOf('\n'); to >= 0; to = this.#rest.indexOf('\n', from)) {
      const line = this.#rest.slice(from, to);
      if (line.trim() !== '') yield parsed(line, this.#line);
      this.#line++;
      from = to + 1;
    }
    this.#rest = this.#rest.slice(from);
    if (this.#rest.length > MAX_VALUE) {
      yield { type: 'reject', line: this.#line, reason: 'too-large', text: this.#rest.slice(0, SHOWN) };
      this.#rest = '';
    }
  }
}

/** Lines when the first line (or, when that one is broken, the second) is a value by itself. */
function decided(read: string, last: boolean): Mode {
  const start = read.trimStart();
  // The beginning of a script, whose `=` may be still to come.
  if (!last && start.length < LONGEST_START && 'window.'.startsWith(start.slice(0, 7))) return 'undecided';
  if (start === '') return 'undecided';
  if (start.startsWith('[')) return 'document';
  const lines = start.split('\n', 3);
  const enough = last || lines.length === 3 || start.length >= MAX_VALUE;
  if (!enough) return 'undecided';
  const whole = lines.some((line) => line.trim().startsWith('{') && parsed(line, 0).type === 'value');
  return whole || start.length >= MAX_VALUE ? 'lines' : 'document';
}

/** Cuts a text into its outermost objects by counting brackets outside strings. */
class ValueScanner {
  #depth = 0;
  /** Depth at which a value begins: 1 inside one outer list. */
  #base = 0;
  #started = false;
  #inString = false;
  #escaped = false;
  #value = '';
  #line = 1;
  #valueLine = 1;

  *push(text: string): Generator<JsonItem> {
    let from = this.#depth > this.#base ? 0 : -1;
    for (let i = 0; i < text.length; i++) {
      const char = text.charCodeAt(i);
      if (char === 0x0a) this.#line++;
      if (this.#inString) {
        if (this.#escaped) this.#escaped = false;
        else if (char === 0x5c) this.#escaped = true;
        else if (char === 0x22) this.#inString = false;
        continue;
      }
      if (char === 0x22) this.#inString = true;
      else if (char === 0x7b || char === 0x5b) {
        if (!this.#started && char === 0x5b) this.#base = 1;
        this.#started = true;
        if (this.#depth === this.#base && !(this.#base === 1 && this.#depth === 0)) {
          from = i;
          this.#valueLine = this.#line;
        }
        this.#depth++;
      } else if (char === 0x7d || char === 0x5d) {
        this.#depth = Math.max(0, this.#depth - 1);
        if (this.#depth === this.#base && from >= 0) {
          yield parsed(this.#value + text.slice(from, i + 1), this.#valueLine);
          this.#value = '';
          from = -1;
        }
      }
    }
    if (from >= 0) this.#value += text.slice(from);
    if (this.#value.length > MAX_VALUE || this.#depth > MAX_DEPTH) yield* this.#give('too-large');
  }

  *end(): Generator<JsonItem> {
    if (this.#value !== '') yield* this.#give('not-json');
  }

  *#give(reason: 'not-json' | 'too-large'): Generator<JsonItem> {
    yield { type: 'reject', line: this.#valueLine, reason, text: this.#value.slice(0, SHOWN) };
    this.#value = '';
    this.#depth = this.#base;
    this.#inString = false;
  }
}

/** Characters of a rejected piece that are kept for a person to look at. */
const SHOWN = 200;

function parsed(text: string, line: number): JsonItem {
  try {
    const value: unknown = /[:[,\s]-?\d{16}/.test(text) ? JSON.parse(text, exactNumber) : JSON.parse(text);
    return { type: 'value', line, value };
  } catch {
    // Not JSON: the answer is the reject itself.
    return { type: 'reject', line, reason: 'not-json', text: text.slice(0, SHOWN) };
  }
}

/** Keeps whole numbers that a double cannot hold as the digits written. */
function exactNumber(_key: string, value: unknown, context?: { readonly source?: string }): unknown {
  if (typeof value !== 'number' || !Number.isInteger(value) || Number.isSafeInteger(value)) return value;
  return context?.source ?? value;
}
