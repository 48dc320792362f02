import type { ItemRole, OcrText } from '../../model/index.ts';
import { LONGEST_TOGETHER, toHit, toItem } from '../sqlite/item-reader.ts';
import { integer, json, text } from '../sqlite/row.ts';
import type { OcrCandidate, SearchHit, StoredItem } from '../store.ts';
import { atPath, whereIs } from './place.ts';
import type { Session } from './session.ts';

/** Fewer characters of an id than this are a slip, not a wish. */
const SHORTEST_ID = 4;

const BESIDE = `
  LEFT JOIN threads t ON t.case_id = i.case_id AND t."row" = i."row"
  LEFT JOIN duplicates d ON d.case_id = i.case_id AND d."row" = i."row"
  LEFT JOIN judgements j ON j.case_id = i.case_id AND j."row" = i."row"`;

const HIT = `
  SELECT i."row", i.id, i.kind, i.type, i.path, i.name, i.sha256, i.size, i.status, i.failure, i.failure_detail,
    i.date, i.message_id, i.subject, i.people, t.thread, d.of_id, j.verdict, j.reasons
  FROM items i ${BESIDE}`;

// `message` and `content` are null where there is none: that is all that is asked of them.
const ITEM = `
  SELECT i.*, i.people AS message, s.json AS signatures, o.json AS ocr, t.thread, d.of_id, j.verdict, j.reasons,
    c."row" AS content, c.language AS content_language, c.topics, c.personal, c.sketch, n.cluster, n.similarity,
    q.decoy, q.likeness, q.share
  FROM items i
  LEFT JOIN signatures s ON s.case_id = i.case_id AND s."row" = i."row"
  LEFT JOIN ocr o ON o.case_id = i.case_id AND o."row" = i."row"
  LEFT JOIN contents c ON c.case_id = i.case_id AND c."row" = i."row"
  LEFT JOIN near_duplicates n ON n.case_id = i.case_id AND n."row" = i."row"
  LEFT JOIN decoys q ON q.case_id = i.case_id AND q."row" = i."row" ${BESIDE}`;

/** Reads items back. */
export class ItemReader {
  readonly #session: Session;

  constructor(session: Session) {
    this.#session = session;
  }

  textOf(row: number): string {
    const found = this.#session.one('SELECT text FROM items WHERE case_id = $1 AND "row" = $2', [row]);
    return found?.text === null || found === undefined ? '' : text(found, 'text');
  }

  textsOf(rows: readonly number[]): ReadonlyMap<number, string> {
    const found = this.#session.read(
      `SELECT i."row", i.text FROM items i WHERE i.case_id = $1 AND i."row" = ANY ($2::bigint[]) AND i.text <> ''
         AND octet_length(i.text) <= ${LONGEST_TOGETHER}
         AND NOT EXISTS (SELECT FROM ocr o WHERE o.case_id = i.case_id AND o."row" = i."row")`,
      [rows],
    );
    return new Map(found.map((row) => [integer(row, 'row'), text(row, 'text')]));
  }

  byRow(row: number): StoredItem | null {
    const found = this.#session.one(`${ITEM} WHERE i.case_id = $1 AND i."row" = $2`, [row]);
    return found ? toItem(found) : null;
  }

  /** By a whole id, or by a beginning that only one id has. */
  byId(id: string): StoredItem | null {
    if (id.length < SHORTEST_ID || !/^[a-z2-7]+$/.test(id)) return null;
    // '~' sorts after every character of an id.
    const [found, other] = this.#session.read(
      'SELECT "row", id FROM items WHERE case_id = $1 AND id >= $2 AND id < $3 ORDER BY id LIMIT 2',
      [id, `${id}~`],
    );
    if (!found || (other && text(found, 'id') !== id)) return null;
    return this.byRow(integer(found, 'row'));
  }

  byPath(role: ItemRole, wanted: string): StoredItem | null {
    const found = this.#session.one(`${ITEM} WHERE ${atPath(2)}`, whereIs(role, wanted));
    return found ? toItem(found) : null;
  }

  childrenOf(path: string, role: ItemRole): readonly SearchHit[] {
    return this.#session
      .read(
        `${HIT} WHERE i.case_id = $1 AND md5(i.parent) = md5($2) AND i.parent = $2 AND i.role = $3 ORDER BY i."row"`,
        [path.toWellFormed(), role],
      )
      .map((row) => toHit(row, ''));
  }

  /** Of many rows at once, in their order; rows unknown are left out. */
  hits(rows: readonly number[], snippet: (row: number) => string): readonly SearchHit[] {
    const found = this.#session.read(`${HIT} WHERE i.case_id = $1 AND i."row" = ANY ($2::bigint[])`, [rows]);
    const byRow = new Map(found.map((row) => [integer(row, 'row'), row]));
    return rows.flatMap((number) => {
      const row = byRow.get(number);
      return row === undefined ? [] : [toHit(row, snippet(number))];
    });
  }

  ocrOf(row: number): OcrText | null {
    const found = this.#session.one('SELECT json FROM ocr WHERE case_id = $1 AND "row" = $2', [row]);
    return found ? json<OcrText>(found, 'json') : null;
  }

  ocrCandidates(types: readonly string[]): readonly OcrCandidate[] {
    return this.#session
      .read(
        `SELECT i."row", i.sha256, i.type, (o."row" IS NOT NULL AND o.next IS NULL) AS done
         FROM items i LEFT JOIN ocr o ON o.case_id = i.case_id AND o."row" = i."row"
         WHERE i.case_id = $1 AND i.type = ANY ($2) ORDER BY i."row"`,
        [types],
      )
      .map((row) => ({
        row: integer(row, 'row'),
        sha256: text(row, 'sha256'),
        type: text(row, 'type'),
        done: row.done === true,
      }));
  }
}
