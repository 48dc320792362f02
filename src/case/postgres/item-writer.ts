import type {
  ChildCounts,
  Failure,
  ItemRole,
  ItemStatus,
  OcrText,
  SignatureResult,
} from '../../model/index.ts';
import { type PreparedItem, prepareItem, type StoredDetails } from '../prepare.ts';
import { signaturesToJson } from '../signature-json.ts';
import { integer, json, text } from '../sqlite/row.ts';
import type { Remarks, StoredItem } from '../store.ts';
import { ITEM_COLUMNS } from './columns.ts';
import { atPath, OF_CASE, whereIs } from './place.ts';
import type { Session } from './session.ts';
import { wordsOf } from './words.ts';

/** Tables that speak of an item beside `items`; cleared when the item is replaced. */
const SATELLITES = [
  'signatures',
  'contents',
  'ocr',
  'words',
  'threads',
  'duplicates',
  'judgements',
  'near_duplicates',
  'decoys',
] as const;

const INSERT_ITEMS = `
  INSERT INTO items (case_id, "row", id, ${ITEM_COLUMNS.map(([name]) => name).join(', ')})
  SELECT $1, * FROM unnest($2::bigint[], $3::text[], ${ITEM_COLUMNS.map(([, type], at) => `$${at + 4}::${type}[]`).join(', ')})`;

/** A place of an item: the id it has or is to get, and the row if it is known. */
interface Place {
  readonly id: string;
  readonly row: number | null;
}

interface Known {
  readonly row: number | null;
  readonly role: string;
  readonly path: string;
}

/** What a reading fills and the passes after it go through. */
const READ_BY_PASSES = ['items', 'signatures', 'contents'] as const;

/** Writes items and their words, a batch at a time: what costs is the way to the server and back. */
export class ItemWriter {
  readonly #session: Session;

  constructor(session: Session) {
    this.#session = session;
  }

  add(items: readonly PreparedItem[]): void {
    if (items.length === 0) return;
    const placed = this.#placed(items);
    const old = placed.flatMap(({ place }) => (place.row === null ? [] : [place.row]));
    if (old.length > 0) this.#forget(old);
    const fresh = this.#newRows(placed.length - old.length);
    let next = 0;
    const rows = placed.map(({ place }) => place.row ?? fresh[next++] ?? 0);
    this.#insert(placed, rows);
  }

  addChildren(role: ItemRole, path: string, counts: ChildCounts): void {
    this.#session.write(
      `UPDATE items i SET expected = coalesce(expected, 0) + $2, emitted = coalesce(emitted, 0) + $3,
         failed = coalesce(failed, 0) + $4, skipped = coalesce(skipped, 0) + $5
       WHERE ${atPath(6)}`,
      [counts.expected, counts.emitted, counts.failed, counts.skipped, ...whereIs(role, path)],
    );
  }

  setFailure(role: ItemRole, path: string, status: ItemStatus, failure: Failure | null): void {
    this.#session.write(
      `UPDATE items i SET status = $2,
         failure_detail = CASE WHEN failure = 'truncated' AND $3::text IS NOT NULL THEN failure_detail ELSE $4 END,
         failure = CASE WHEN failure = 'truncated' AND $3::text IS NOT NULL THEN failure ELSE $3 END
       WHERE ${atPath(5)}`,
      [status, failure?.code ?? null, failure?.detail ?? null, ...whereIs(role, path)],
    );
  }

  addRemarks(role: ItemRole, path: string, { defects, facts }: Remarks): void {
    // Locked: two tasks of one container may remark on it at once.
    const found = this.#session.one(
      `SELECT i."row", i.details FROM items i WHERE ${atPath(2)} FOR UPDATE`,
      whereIs(role, path),
    );
    if (!found) return;
    const old = json<StoredDetails>(found, 'details');
    const known = new Set(old.defects.map((defect) => JSON.stringify(defect)));
    const fresh = defects.filter((defect) => !known.has(JSON.stringify(defect)));
    const merged = { ...old, defects: [...old.defects, ...fresh], facts: { ...facts, ...old.facts } };
    this.#session.write('UPDATE items SET details = $3 WHERE case_id = $1 AND "row" = $2', [
      integer(found, 'row'),
      JSON.stringify(merged),
    ]);
  }

  setSignatures(row: number, signatures: readonly SignatureResult[]): void {
    this.#session.write(
      `INSERT INTO signatures VALUES ($1, $2, $3) ON CONFLICT (case_id, "row") DO UPDATE SET json = excluded.json`,
      [row, signaturesToJson(signatures)],
    );
  }

  /** What OCR read, and its words beside those of the item's own text. */
  setOcr(item: StoredItem, read: OcrText): void {
    this.#session.write(
      `INSERT INTO ocr VALUES ($1, $2, $3, $4)
       ON CONFLICT (case_id, "row") DO UPDATE SET next = excluded.next, json = excluded.json`,
      [item.row, read.next, JSON.stringify(read)],
    );
    if (read.pages.length === 0) return;
    const prepared = prepareItem(item.role, item);
    const body = [prepared.text, ...read.pages.map((page) => page.text)].join('\n');
    this.#session.write('DELETE FROM words WHERE case_id = $1 AND "row" = $2', [item.row]);
    this.#insertWords([{ ...prepared, text: body }], [item.row]);
  }

  /**
   * Sorts words that wait in the index's list into the index. Searches find them before, by reading all of the list. For
   * who owns the tables; the server does it by itself in time.
   */
  sortWords(): void {
    this.#session.read(`SELECT gin_clean_pending_list('words_words') WHERE $1::integer IS NOT NULL`);
  }

  /**
   * Tells the planner of the rows of this case. Of a case that came since the tables were last looked at it expects one row, and
   * then joins all of it with all of it, row by row: the passes over the third case of a database took 42 s instead of
   * 9, nearly all of it in one question for sketches (docs/decisions/0308). For who owns the tables; anybody else is told no and nothing happens.
   */
  countRows(): void {
    this.#session.maintain(`ANALYZE ${READ_BY_PASSES.map((table) => `tamis.${table}`).join(', ')}`);
  }

  /** Where each item is to stand; of items of one place in a batch the last. */
  #placed(items: readonly PreparedItem[]): readonly { item: PreparedItem; place: Place }[] {
    const known = this.#known(items.map((item) => item.id));
    const isOther = (id: string, item: PreparedItem): boolean => {
      const found = known.get(id);
      return found !== undefined && (found.path !== item.path || found.role !== item.role);
    };
    const placed = new Map<string, { item: PreparedItem; place: Place }>();
    for (const item of items) {
      let id = item.id;
      if (isOther(id, item)) {
        id = item.longId;
        if (!known.has(id)) for (const [key, value] of this.#known([id])) known.set(key, value);
      }
      placed.set(id, { item, place: { id, row: known.get(id)?.row ?? null } });
      if (!known.has(id)) known.set(id, { row: null, role: item.role, path: item.path });
    }
    return [...placed.values()];
  }

  /** One look into the index of ids for each, and never through all rows of the case (`OF_CASE`): planned for the table as it is now. */
  #known(ids: readonly string[]): Map<string, Known> {
    const rows = this.#session.readAnew(
      `SELECT found.id, found."row", found.role, found.path FROM unnest($2::text[]) AS wanted (id)
       CROSS JOIN LATERAL (SELECT i.id, i."row", i.role, i.path FROM items i
         WHERE i.case_id = ${OF_CASE} AND i.id = wanted.id OFFSET 0) AS found`,
      [ids],
    );
    return new Map(
      rows.map((row) => [
        text(row, 'id'),
        { row: integer(row, 'row'), role: text(row, 'role'), path: text(row, 'path') },
      ]),
    );
  }

  #forget(rows: readonly number[]): void {
    for (const table of [...SATELLITES, 'items'])
      this.#session.write(`DELETE FROM ${table} WHERE case_id = $1 AND "row" = ANY ($2::bigint[])`, [rows]);
  }

  #newRows(count: number): readonly number[] {
    if (count === 0) return [];
    return this.#session
      .read(
        `SELECT nextval('item_rows') AS "row" FROM generate_series(1, $2) WHERE $1::integer IS NOT NULL`,
        [count],
      )
      .map((row) => integer(row, 'row'));
  }

  #insert(placed: readonly { item: PreparedItem; place: Place }[], rows: readonly number[]): void {
    const items = placed.map(({ item }) => item);
    this.#session.write(INSERT_ITEMS, [
      rows,
      placed.map(({ place }) => place.id),
      ...ITEM_COLUMNS.map(([, , value]) => items.map(value)),
    ]);
    const signed = items.flatMap((item, at) =>
      item.signatures === null ? [] : [[rows[at] ?? 0, item.signatures] as const],
    );
    if (signed.length > 0) {
      this.#session.write('INSERT INTO signatures SELECT $1, * FROM unnest($2::bigint[], $3::text[])', [
        signed.map(([row]) => row),
        signed.map(([, written]) => written),
      ]);
    }
    this.#insertContents(items, rows);
    this.#insertWords(items, rows);
  }

  #insertContents(items: readonly PreparedItem[], rows: readonly number[]): void {
    const at = items.flatMap((item, index) => (item.content ? [index] : []));
    if (at.length === 0) return;
    const of = <T>(value: (item: PreparedItem) => T): T[] =>
      at.flatMap((index) => {
        const item = items[index];
        return item === undefined ? [] : [value(item)];
      });
    this.#session.write(
      `INSERT INTO contents SELECT $1, * FROM unnest($2::bigint[], $3::text[], $4::text[], $5::text[], $6::bytea[])`,
      [
        at.map((index) => rows[index] ?? 0),
        of((item) => item.contentLanguage),
        of((item) => item.topics),
        of((item) => item.personal),
        of((item) => item.sketch),
      ],
    );
  }

  #insertWords(items: readonly PreparedItem[], rows: readonly number[]): void {
    const all: { row: number; chunk: number; words: Uint8Array }[] = [];
    for (const [at, item] of items.entries()) {
      for (const [chunk, words] of (item.words ?? wordsOf(item)).entries())
        all.push({ row: rows[at] ?? 0, chunk, words });
    }
    this.#session.write(
      `INSERT INTO words SELECT $1, * FROM unnest($2::bigint[], $3::integer[], $4::tsvector[])`,
      [all.map(({ row }) => row), all.map(({ chunk }) => chunk), all.map(({ words }) => words)],
    );
  }
}
