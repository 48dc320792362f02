import { closeSync, openSync, writeSync } from 'node:fs';
import { TamisError } from '../../model/index.ts';
import type { Edge } from './edges.ts';

const HEADER = 'from,to,weight,avg_time_delta,n_content_id,n_content_id_y,edge_symmetry_score';
const EXTENDED = ',n_content_from,n_content_to,symmetry_by_account,n_objects';
const FLUSH_CHARACTERS = 2 ** 20;

/** Writes edges as CSV, in the columns of the reference implementation. Names are quoted where needed. */
export class EdgeCsv {
  readonly #fd: number;
  readonly #extended: boolean;
  readonly #nameOf: (rank: number) => string;
  #text: string;

  /**
   * `nameOf` gives the name of an account by rank, as a CSV field. `extended` adds what the reference format
   * lacks: posts and symmetry by account, distinct objects. Throws TamisError `cannot-write`.
   */
  constructor(path: string, nameOf: (rank: number) => string, extended: boolean) {
    try {
      this.#fd = openSync(path, 'w');
    } catch (cause) {
      throw new TamisError('cannot-write', `cannot write ${path}`, { cause });
    }
    this.#extended = extended;
    this.#nameOf = nameOf;
    this.#text = `${HEADER}${extended ? EXTENDED : ''}\n`;
  }

  add(edge: Edge): void {
    const { weight, older, newer } = edge;
    let line =
      `${this.#nameOf(edge.from)},${this.#nameOf(edge.to)},${weight},${number(edge.deltaMs / 1000 / weight)},` +
      `${older},${newer},${number(Math.min(older, newer) / Math.max(older, newer))}`;
    if (this.#extended) {
      const { contentFrom, contentTo, objects } = edge;
      const symmetry = Math.min(contentFrom, contentTo) / Math.max(contentFrom, contentTo);
      line += `,${contentFrom},${contentTo},${number(symmetry)},${objects}`;
    }
    this.#text += `${line}\n`;
    if (this.#text.length > FLUSH_CHARACTERS) this.#flush();
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

/** Fifteen significant digits without trailing zeros, as R writes numbers. */
function number(value: number): string {
  return Number.isInteger(value) ? `${value}` : `${Number(value.toPrecision(15))}`;
}

/** A field of CSV: quoted when it holds a delimiter, a quote or a line end. */
export function csvField(value: string): string {
  return /[",\r\n]/.test(value) ? `"${value.replaceAll('"', '""')}"` : value;
}
