import type { DatabaseSync, StatementSync } from 'node:sqlite';
import type {
  ItemContent,
  ItemRole,
  ItemTopic,
  NearDuplicate,
  PersonalDataCount,
} from '../../model/index.ts';
import { contentColumns } from '../prepare.ts';
import type { ContentTotals, SketchRow } from '../store.ts';
import { inPathOrder } from './pages.ts';
import { integer, jsonOr, type Row, text, textOrNull, word } from './row.ts';

/** The items first, so that they come in the order of their index. */
const SKETCHES = `
  SELECT c.row, c.sketch, i.id, i.role, i.kind, i.path, i.sha256, o.row IS NOT NULL AS ocr
  FROM items i CROSS JOIN contents c ON c.row = i.row LEFT JOIN ocr o ON o.row = c.row
  WHERE c.sketch IS NOT NULL`;

/** What words tell of items, and clusters of near-duplicates. */
export class Contents {
  readonly #database: DatabaseSync;
  readonly #cluster: StatementSync;
  readonly #members: StatementSync;

  constructor(database: DatabaseSync) {
    this.#database = database;
    this.#cluster = database.prepare('INSERT INTO near_duplicates VALUES (?, ?, ?)');
    this.#members = database.prepare(
      'SELECT row, similarity FROM near_duplicates WHERE cluster = ? ORDER BY similarity DESC, row',
    );
  }

  *sketches(): IterableIterator<SketchRow> {
    for (const row of inPathOrder(this.#database, SKETCHES, [])) {
      yield {
        row: integer(row, 'row'),
        id: text(row, 'id'),
        role: word(row, 'role'),
        kind: word(row, 'kind'),
        path: text(row, 'path'),
        sha256: text(row, 'sha256'),
        sketch: row.sketch instanceof Uint8Array ? row.sketch : new Uint8Array(0),
        ocr: integer(row, 'ocr') === 1,
      };
    }
  }

  sketchesOf(rows: readonly number[]): ReadonlyMap<number, Uint8Array> {
    const statement = this.#database.prepare('SELECT sketch FROM contents WHERE row = ?');
    const found = new Map<number, Uint8Array>();
    for (const row of rows) {
      const sketch = statement.get(row)?.sketch;
      if (sketch instanceof Uint8Array) found.set(row, sketch);
    }
    return found;
  }

  set(row: number, content: ItemContent): void {
    const { contentLanguage, topics, personal, sketch } = contentColumns(content);
    this.#database
      .prepare('INSERT OR REPLACE INTO contents VALUES (?, ?, ?, ?, ?)')
      .run(row, contentLanguage, topics, personal, sketch);
  }

  setNearDuplicates(rows: Iterable<readonly [row: number, found: NearDuplicate]>): void {
    this.#database.exec('DELETE FROM near_duplicates');
    for (const [row, { cluster, similarity }] of rows) this.#cluster.run(row, cluster, similarity);
  }

  clusterOf(cluster: string): readonly (readonly [row: number, similarity: number])[] {
    return this.#members.all(cluster).map((row) => [integer(row, 'row'), Number(row.similarity)]);
  }

  totals(role: ItemRole): ContentTotals {
    const count = (sql: string): Record<string, number> =>
      Object.fromEntries(
        this.#database
          .prepare(sql)
          .all(role)
          .map((row) => [text(row, 'name'), integer(row, 'n')]),
      );
    const from = `FROM contents c JOIN items i ON i.row = c.row`;
    const personal = this.#database
      .prepare(
        `SELECT p.value ->> 'kind' AS kind, count(*) AS items, sum(p.value ->> 'count') AS found,
           sum(p.value ->> 'review') AS review
         ${from}, json_each(c.personal) p WHERE i.role = ? GROUP BY 1 ORDER BY 1`,
      )
      .all(role);
    const whole = this.#database
      .prepare(`SELECT count(*) AS items, count(c.topics) AS sorted ${from} WHERE i.role = ?`)
      .get(role);
    const { n: clusters, members } = this.#database
      .prepare('SELECT count(DISTINCT cluster) AS n, count(*) AS members FROM near_duplicates')
      .get() ?? { n: 0, members: 0 };
    return {
      items: integer(whole ?? {}, 'items'),
      sorted: integer(whole ?? {}, 'sorted'),
      // The first topic of each item, so that shares add up.
      topics: count(
        `SELECT c.topics ->> '$[0].topic' AS name, count(*) AS n ${from}
         WHERE i.role = ? AND c.topics IS NOT NULL GROUP BY 1 ORDER BY 2 DESC, 1`,
      ),
      languages: count(
        `SELECT c.language AS name, count(*) AS n ${from}
         WHERE i.role = ? AND c.language IS NOT NULL GROUP BY 1 ORDER BY 2 DESC, 1`,
      ),
      personalData: personal.map((row) => ({
        kind: text(row, 'kind'),
        items: integer(row, 'items'),
        count: integer(row, 'found'),
        review: integer(row, 'review'),
      })),
      clusters: Number(clusters),
      clustered: Number(members),
    };
  }
}

/** Of a row of `items` with its row of `contents` joined to it. */
export function toContent(row: Row): ItemContent | null {
  if (row.content === null || row.content === undefined) return null;
  return {
    language: textOrNull(row, 'content_language'),
    topics: jsonOr<readonly ItemTopic[]>(row, 'topics', []),
    personalData: jsonOr<readonly PersonalDataCount[]>(row, 'personal', []),
    sketch: row.sketch instanceof Uint8Array ? row.sketch : null,
  };
}

/** The cluster of an item; null where it is in none. */
export function toNearDuplicate(row: Row): NearDuplicate | null {
  const cluster = textOrNull(row, 'cluster');
  return cluster === null ? null : { cluster, similarity: Number(row.similarity) };
}
