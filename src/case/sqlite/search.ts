import type { DatabaseSync, StatementSync } from 'node:sqlite';
import { compileQuery, type Highlighter, highlighter, parseQuery, type QueryNode } from '../query/index.ts';
import type { SearchHit, SearchOptions } from '../store.ts';
import type { ItemReader } from './item-reader.ts';
import { integer, text } from './row.ts';

/** Texts longer than this are cut before they leave the database, for snippets only. */
const SNIPPET_CHARS = 100_000;

/** Runs queries over a case. */
export class Search {
  readonly #database: DatabaseSync;
  readonly #reader: ItemReader;
  readonly #text: StatementSync;

  constructor(database: DatabaseSync, reader: ItemReader) {
    this.#database = database;
    this.#reader = reader;
    this.#text = database.prepare(
      `SELECT substr(x.text, 1, ${SNIPPET_CHARS}) AS body, m.subject, i.name, e.json AS details,
         (SELECT group_concat(p.value ->> 'text', char(10)) FROM ocr o, json_each(o.json, '$.pages') p
          WHERE o.row = i.row) AS ocr
       FROM items i LEFT JOIN texts x ON x.row = i.row LEFT JOIN messages m ON m.row = i.row
       LEFT JOIN details e ON e.row = i.row WHERE i.row = ?`,
    );
  }

  /**
   * By relevance where every hit holds words of the query, newest first among equals; else in path order.
   * The rows are found at once (8 bytes a hit), what they hold is read as the iterator goes: one may write
   * or stop meanwhile.
   */
  *run(query: string, options: SearchOptions): IterableIterator<SearchHit> {
    const rows = this.rows(query, options);
    const highlight = options.snippets === true ? highlighter(parseQuery(query)) : null;
    for (const row of rows) {
      const hit = this.#reader.hit(row, highlight ? this.#snippet(row, highlight) : '');
      if (hit) yield hit;
    }
  }

  rows(query: string | QueryNode, options: SearchOptions): Float64Array {
    const { from, parameters, ranked } = plan(nodeOf(query), options);
    const order = ranked ? 'w.rank, i.date DESC, i.path, i.row' : 'i.path, i.row';
    const statement = this.#database.prepare(`SELECT i.row FROM ${from} ORDER BY ${order} LIMIT ? OFFSET ?`);
    const found = statement.all(...parameters, options.limit ?? -1, options.offset ?? 0);
    return Float64Array.from(found, (row) => integer(row, 'row'));
  }

  /**
   * Of words alone the index is asked alone: no hit is looked up, and none is ranked. The hits come as one text, since a
   * row of a statement costs more than finding it: 10 instead of 17 ms for 75,000.
   */
  unordered(query: string | QueryNode): Float64Array {
    const node = nodeOf(query);
    const compiled = compileQuery(node);
    const { from, parameters } = plan(node, {});
    const sql =
      compiled.match !== null && compiled.parameters.length === 0
        ? 'SELECT group_concat(rowid) AS rows FROM words WHERE words MATCH ?'
        : `SELECT group_concat(i.row) AS rows FROM ${from}`;
    const found = this.#database.prepare(sql).get(...parameters);
    return found === undefined || found.rows === null ? new Float64Array(0) : numbersIn(text(found, 'rows'));
  }

  /** The sign before `rowid` keeps SQLite from asking the index for each row by itself. */
  scores(query: QueryNode, rows: Float64Array): Float64Array | null {
    const { match } = compileQuery(query);
    if (match === null) return null;
    const statement = this.#database.prepare(
      'SELECT rowid, rank FROM words WHERE words MATCH ? AND +rowid IN (SELECT value FROM json_each(?)) ORDER BY rowid',
    );
    statement.setReturnArrays(true);
    // Rows are arrays then, which the types do not tell.
    const found = statement.all(match, `[${rows.join(',')}]`) as unknown as readonly (readonly number[])[];
    const scores = new Float64Array(rows.length).fill(Number.NEGATIVE_INFINITY);
    let at = 0;
    for (const [row = 0, rank = 0] of found) {
      while (at < rows.length && (rows[at] ?? 0) < row) at++;
      if (rows[at] === row) scores[at] = -rank;
    }
    return scores;
  }

  hits(rows: Iterable<number>, snippetsOf: string | null): readonly SearchHit[] {
    const highlight = snippetsOf === null ? null : highlighter(parseQuery(snippetsOf));
    return [...rows].flatMap((row) => {
      const hit = this.#reader.hit(row, highlight ? this.#snippet(row, highlight) : '');
      return hit === null ? [] : [hit];
    });
  }

  count(query: string, options: SearchOptions): number {
    const { from, parameters } = plan(parseQuery(query), options);
    return integer(this.#database.prepare(`SELECT count(*) AS n FROM ${from}`).get(...parameters) ?? {}, 'n');
  }

  /** From the text, or else from the names the words were found in. */
  #snippet(row: number, highlight: Highlighter): string {
    const found = this.#text.get(row);
    if (!found) return '';
    for (const column of ['body', 'ocr', 'subject', 'name'] as const) {
      const snippet = found[column] === null ? '' : highlight(text(found, column));
      if (snippet !== '') return snippet;
    }
    return '';
  }
}

function nodeOf(query: string | QueryNode): QueryNode | null {
  return typeof query === 'string' ? parseQuery(query) : query;
}

/** Whole numbers with commas between them. */
function numbersIn(list: string): Float64Array {
  let count = 1;
  for (let at = 0; at < list.length; at++) if (list.charCodeAt(at) === COMMA) count++;
  const numbers = new Float64Array(count);
  let number = 0;
  let next = 0;
  for (let at = 0; at < list.length; at++) {
    const code = list.charCodeAt(at);
    if (code === COMMA) {
      numbers[next++] = number;
      number = 0;
    } else number = number * 10 + code - ZERO;
  }
  numbers[next] = number;
  return numbers;
}

const COMMA = 0x2c;
const ZERO = 0x30;

interface Plan {
  readonly from: string;
  readonly parameters: readonly (string | number)[];
  readonly ranked: boolean;
}

function plan(node: QueryNode | null, { role }: SearchOptions): Plan {
  const { match, where, parameters } = compileQuery(node);
  const inRole = role === undefined ? '' : ' AND i.role = ?';
  const roles = role === undefined ? [] : [role];
  if (match === null)
    return { from: `items i WHERE ${where}${inRole}`, parameters: [...parameters, ...roles], ranked: false };
  return {
    // CROSS JOIN fixes the order: the index drives, and each of its hits is one look-up by row.
    from: `words w CROSS JOIN items i ON i.row = w.rowid WHERE w.words MATCH ? AND ${where}${inRole}`,
    parameters: [match, ...parameters, ...roles],
    ranked: true,
  };
}
