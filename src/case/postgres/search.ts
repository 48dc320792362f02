import type { OcrText } from '../../model/index.ts';
import { type Highlighter, highlighter, parseQuery, type QueryNode } from '../query/index.ts';
import type { ReviewEvent } from '../review/event.ts';
import { reviewedItems } from '../sqlite/review-marks.ts';
import { integer, jsonOr, textOrNull } from '../sqlite/row.ts';
import type { SearchHit, SearchOptions } from '../store.ts';
import { type CompiledQuery, compileQuery } from './compile.ts';
import type { Parameter, Row } from './database.ts';
import type { ItemReader } from './item-reader.ts';
import type { Session } from './session.ts';

/** Texts longer than this are cut before they leave the database, for snippets only. */
const SNIPPET_CHARS = 100_000;

/** Hits whose lines are read at once. */
const PAGE_HITS = 200;

/** Of D, C, B and A: near the weights of the embedded store, 1, 2, 4 and 8. */
const WEIGHTS = `'{0.125, 0.25, 0.5, 1}'::float4[]`;

/** Divides by 1 + the logarithm of the length: a word of three tells more than one of three thousand. */
const BY_LENGTH = 1;

interface Plan {
  readonly from: string;
  readonly parameters: readonly Parameter[];
  readonly order: string;
}

/** Runs queries over a case. */
export class Search {
  readonly #session: Session;
  readonly #reader: ItemReader;
  readonly #reviewEvents: () => Iterable<ReviewEvent>;

  constructor(session: Session, reader: ItemReader, reviewEvents: () => Iterable<ReviewEvent>) {
    this.#session = session;
    this.#reader = reader;
    this.#reviewEvents = reviewEvents;
  }

  /** By relevance where every hit holds words of the query, newest first among equals; else in path order. */
  *run(query: string, options: SearchOptions): IterableIterator<SearchHit> {
    const rows = [...this.rows(query, options)];
    const highlight = options.snippets === true ? highlighter(parseQuery(query)) : null;
    for (let at = 0; at < rows.length; at += PAGE_HITS)
      yield* this.#lines(rows.slice(at, at + PAGE_HITS), highlight);
  }

  rows(query: string | QueryNode, options: SearchOptions): Float64Array {
    const { from, parameters, order } = this.#plan(query, options, true);
    const at = parameters.length + 2;
    const found = this.#session.read(
      `SELECT i."row" FROM ${from} ORDER BY ${order} LIMIT $${at}::bigint OFFSET $${at + 1}::bigint`,
      [...parameters, options.limit ?? null, options.offset ?? 0],
    );
    return Float64Array.from(found, (row) => integer(row, 'row'));
  }

  /** In no order, as one array: a hit costs eight bytes on the way. */
  unordered(query: string | QueryNode): Float64Array {
    const { from, parameters } = this.#plan(query, {}, false);
    const found = this.#session.one(
      `SELECT array_to_string(array_agg(i."row"), ' ') AS rows FROM ${from}`,
      parameters,
    );
    const rows = textOrNull(found ?? {}, 'rows');
    return rows === null ? new Float64Array(0) : Float64Array.from(rows.split(' '), Number);
  }

  scores(query: QueryNode, rows: Float64Array): Float64Array | null {
    const { rank } = this.#compiled(query);
    if (rank === null) return null;
    const found = this.#session.read(
      `SELECT w."row", max(ts_rank(${WEIGHTS}, w.words, $3::tsquery, ${BY_LENGTH})) AS score FROM words w
       WHERE w.case_id = $1 AND w."row" = ANY ($2::bigint[]) AND w.words @@ $3::tsquery GROUP BY w."row"`,
      [[...rows], rank],
    );
    const scores = new Map(found.map((row) => [integer(row, 'row'), Number(row.score)]));
    return rows.map((row) => scores.get(row) ?? Number.NEGATIVE_INFINITY);
  }

  hits(rows: Iterable<number>, snippetsOf: string | null): readonly SearchHit[] {
    return this.#lines([...rows], snippetsOf === null ? null : highlighter(parseQuery(snippetsOf)));
  }

  count(query: string, options: SearchOptions): number {
    const { from, parameters } = this.#plan(query, options, false);
    return integer(this.#session.one(`SELECT count(*) AS n FROM ${from}`, parameters) ?? {}, 'n');
  }

  #compiled(query: string | QueryNode): CompiledQuery {
    const reviewed = (what: string, value: string) => reviewedItems(this.#reviewEvents(), what, value);
    return compileQuery(typeof query === 'string' ? parseQuery(query) : query, reviewed);
  }

  #plan(query: string | QueryNode, { role }: SearchOptions, ordered: boolean): Plan {
    const { where, parameters, rank } = this.#compiled(query);
    const all: Parameter[] = [...parameters];
    let condition = `i.case_id = $1 AND ${where}`;
    if (role !== undefined) {
      all.push(role);
      condition += ` AND i.role = $${all.length + 1}`;
    }
    if (rank === null || !ordered)
      return { from: `items i WHERE ${condition}`, parameters: all, order: 'i.path, i."row"' };
    all.push(rank);
    const asked = `$${all.length + 1}::tsquery`;
    return {
      from: `items i LEFT JOIN LATERAL (
          SELECT max(ts_rank(${WEIGHTS}, w.words, ${asked}, ${BY_LENGTH})) AS rank FROM words w
          WHERE w.case_id = $1 AND w."row" = i."row"
        ) r ON true WHERE ${condition}`,
      parameters: all,
      order: 'r.rank DESC NULLS LAST, i.date DESC NULLS LAST, i.path, i."row"',
    };
  }

  #lines(rows: readonly number[], highlight: Highlighter | null): readonly SearchHit[] {
    if (highlight === null) return this.#reader.hits(rows, () => '');
    const texts = this.#session.read(
      `SELECT i."row", left(i.text, ${SNIPPET_CHARS}) AS body, i.subject, i.name, o.json AS ocr
       FROM items i LEFT JOIN ocr o ON o.case_id = i.case_id AND o."row" = i."row"
       WHERE i.case_id = $1 AND i."row" = ANY ($2::bigint[])`,
      [rows],
    );
    const byRow = new Map(texts.map((row) => [integer(row, 'row'), row]));
    return this.#reader.hits(rows, (row) => snippetOf(byRow.get(row), highlight));
  }
}

/** From the text, or else from the names the words were found in. */
function snippetOf(found: Row | undefined, highlight: Highlighter): string {
  if (found === undefined) return '';
  const ocr = jsonOr<OcrText | null>(found, 'ocr', null)
    ?.pages.map((page) => page.text)
    .join('\n');
  for (const text of [
    textOrNull(found, 'body'),
    ocr,
    textOrNull(found, 'subject'),
    textOrNull(found, 'name'),
  ]) {
    const snippet = text === null || text === undefined ? '' : highlight(text);
    if (snippet !== '') return snippet;
  }
  return '';
}
