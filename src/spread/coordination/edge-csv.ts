import { closeSync, openSync, writeSync } from 'node:fs';
import { TamisError } from '../../model/index.ts';
import type { Edge } from './edges.ts';
import type { Interner } from './interner.ts';

const HEADER = 'from,to,weight,avg_time_delta,n_content_id,n_content_id_y,edge_symmetry_score';
const EXTENDED = ',n_content_from,n_content_to,symmetry_by_account,n_objects';
const BUFFER_BYTES = 2 ** 20;
/** Longest tail of a line: ten numbers of at most 24 characters. */
const TAIL_BYTES = 400;
const COMMA = 0x2c;
const LF = 0x0a;

/**
 * Writes edges as CSV, in the columns of the reference implementation; names are quoted where needed. On bytes:
 * names never become strings (128 million edges: 25 s, with strings 110 s).
 */
export class EdgeCsv {
  readonly #fd: number;
  readonly #extended: boolean;
  readonly #names: Interner;
  /** Name by rank. */
  readonly #ids: Uint32Array;
  /** By name, 1 when it has to be quoted. */
  readonly #special: Uint8Array;
  #buffer = new Uint8Array(BUFFER_BYTES);
  #end = 0;

  /**
   * `ranks` gives the rank of every name. `extended` adds what the reference format lacks: posts and symmetry
   * by account, distinct objects. Throws TamisError `cannot-write`.
   */
  constructor(path: string, names: Interner, ranks: Uint32Array, extended: boolean) {
    try {
      this.#fd = openSync(path, 'w');
    } catch (cause) {
      throw new TamisError(
        'cannot-write',
        { en: `cannot write ${path}`, fr: `impossible d’écrire ${path}` },
        { cause },
      );
    }
    this.#extended = extended;
    this.#names = names;
    this.#ids = new Uint32Array(ranks.length);
    for (let id = 0; id < ranks.length; id++) this.#ids[ranks[id] ?? 0] = id;
    this.#special = Uint8Array.from(ranks, (_, id) => (isSpecial(names.bytes(id)) ? 1 : 0));
    this.#text(`${HEADER}${extended ? EXTENDED : ''}\n`);
  }

  add(edge: Edge): void {
    const { weight, older, newer } = edge;
    this.#name(this.#ids[edge.from] ?? 0);
    this.#name(this.#ids[edge.to] ?? 0);
    this.#room(TAIL_BYTES);
    this.#number(weight);
    this.#byte(COMMA);
    this.#number(edge.deltaMs / 1000 / weight);
    this.#byte(COMMA);
    this.#number(older);
    this.#byte(COMMA);
    this.#number(newer);
    this.#byte(COMMA);
    this.#number(older === newer ? 1 : Math.min(older, newer) / Math.max(older, newer));
    if (this.#extended) {
      const { contentFrom, contentTo, objects } = edge;
      const symmetry = Math.min(contentFrom, contentTo) / Math.max(contentFrom, contentTo);
      this.#text(`,${contentFrom},${contentTo},${rounded(symmetry)},${objects}`);
    }
    this.#byte(LF);
  }

  close(): void {
    this.#flush();
    closeSync(this.#fd);
  }

  /** A name and the comma after it. */
  #name(id: number): void {
    if (this.#special[id] === 1) {
      this.#text(`${csvField(this.#names.name(id))},`);
      return;
    }
    this.#room(this.#names.length(id) + 1);
    this.#end = this.#names.copy(id, this.#buffer, this.#end);
    this.#byte(COMMA);
  }

  #number(value: number): void {
    if (Number.isInteger(value) && value >= 0 && value < 100_000) this.#digits(value);
    else this.#text(`${rounded(value)}`);
  }

  #digits(value: number): void {
    let places = 1;
    for (let limit = 10; value >= limit; limit *= 10) places++;
    let rest = value;
    for (let at = this.#end + places - 1; at >= this.#end; at--) {
      this.#buffer[at] = 0x30 + (rest % 10);
      rest = Math.floor(rest / 10);
    }
    this.#end += places;
  }

  #byte(byte: number): void {
    this.#buffer[this.#end++] = byte;
  }

  #text(text: string): void {
    this.#room(text.length * 3);
    this.#end += new TextEncoder().encodeInto(text, this.#buffer.subarray(this.#end)).written;
  }

  /** Makes sure that so many bytes fit. Attack: a name of megabytes. */
  #room(bytes: number): void {
    if (this.#end + bytes <= this.#buffer.length) return;
    this.#flush();
    if (bytes > this.#buffer.length) this.#buffer = new Uint8Array(bytes * 2);
  }

  #flush(): void {
    for (let at = 0; at < this.#end; ) at += writeSync(this.#fd, this.#buffer, at, this.#end - at);
    this.#end = 0;
  }
}

/** Fifteen significant digits without trailing zeros, as R writes numbers. */
function rounded(value: number): number {
  return Number.isInteger(value) ? value : Number(value.toPrecision(15));
}

function isSpecial(name: Uint8Array): boolean {
  return name.some((byte) => byte === 0x22 || byte === COMMA || byte === LF || byte === 0x0d);
}

/** A field of CSV: quoted when it holds a delimiter, a quote or a line end. */
export function csvField(value: string): string {
  return /[",\r\n]/.test(value) ? `"${value.replaceAll('"', '""')}"` : value;
}
