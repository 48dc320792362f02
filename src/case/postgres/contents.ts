import type {
  DecoyMatch,
  ItemContent,
  ItemRole,
  NearDuplicate,
  PersonalDataCount,
} from '../../model/index.ts';
import { contentColumns } from '../prepare.ts';
import { integer, json, text, word } from '../sqlite/row.ts';
import type { ContentTotals, SketchRow } from '../store.ts';
import { pagesInPathOrder } from './pages.ts';
import type { Session } from './session.ts';

/** Rows written at once. */
const PAGE_ROWS = 5000;
const SKETCHES = `
  SELECT c."row", c.sketch, i.id, i.role, i.kind, i.path, i.sha256, EXISTS (
    SELECT 1 FROM ocr o WHERE o.case_id = c.case_id AND o."row" = c."row") AS ocr
  FROM items i JOIN contents c ON c.case_id = i.case_id AND c."row" = i."row"
  WHERE i.case_id = $1 AND c.sketch IS NOT NULL`;
const FROM = `FROM contents c JOIN items i ON i.case_id = c.case_id AND i."row" = c."row" WHERE c.case_id = $1`;

/** What words tell of items, and clusters of near-duplicates. */
export class Contents {
  readonly #session: Session;

  constructor(session: Session) {
    this.#session = session;
  }

  *sketches(): IterableIterator<SketchRow> {
    for (const rows of pagesInPathOrder(this.#session, SKETCHES, [])) {
      for (const row of rows) {
        yield {
          row: integer(row, 'row'),
          id: text(row, 'id'),
          role: word(row, 'role'),
          kind: word(row, 'kind'),
          path: text(row, 'path'),
          sha256: text(row, 'sha256'),
          sketch: row.sketch instanceof Uint8Array ? row.sketch : new Uint8Array(0),
          ocr: row.ocr === true,
        };
      }
    }
  }

  sketchesOf(rows: readonly number[]): ReadonlyMap<number, Uint8Array> {
    const found = this.#session.read(
      'SELECT "row", sketch FROM contents WHERE case_id = $1 AND "row" = ANY ($2::bigint[]) AND sketch IS NOT NULL',
      [rows],
    );
    return new Map(
      found.flatMap((row) => (row.sketch instanceof Uint8Array ? [[integer(row, 'row'), row.sketch]] : [])),
    );
  }

  set(row: number, content: ItemContent): void {
    const { contentLanguage, topics, personal, sketch } = contentColumns(content);
    this.#session.write(
      `INSERT INTO contents VALUES ($1, $2, $3, $4, $5, $6) ON CONFLICT (case_id, "row") DO UPDATE
       SET language = excluded.language, topics = excluded.topics, personal = excluded.personal, sketch = excluded.sketch`,
      [row, contentLanguage, topics, personal, sketch],
    );
  }

  setNearDuplicates(rows: Iterable<readonly [row: number, found: NearDuplicate]>): void {
    this.#session.write('DELETE FROM near_duplicates WHERE case_id = $1');
    let page: (readonly [row: number, found: NearDuplicate])[] = [];
    const write = () => {
      this.#session.write(
        'INSERT INTO near_duplicates SELECT $1, * FROM unnest($2::bigint[], $3::text[], $4::float8[])',
        [
          page.map(([row]) => row),
          page.map(([, { cluster }]) => cluster),
          page.map(([, { similarity }]) => similarity),
        ],
      );
      page = [];
      // A read sends what has been gathered.
      this.#session.read('SELECT $1::bigint');
    };
    for (const each of rows) if (page.push(each) >= PAGE_ROWS) write();
    write();
  }

  setDecoys(rows: Iterable<readonly [row: number, match: DecoyMatch]>): void {
    const all = [...rows];
    this.#session.write('DELETE FROM decoys WHERE case_id = $1');
    this.#session.write(
      'INSERT INTO decoys SELECT $1, * FROM unnest($2::bigint[], $3::text[], $4::text[], $5::float8[])',
      [
        all.map(([row]) => row),
        all.map(([, { id }]) => id),
        all.map(([, { as }]) => as),
        all.map(([, { share }]) => share),
      ],
    );
  }

  decoys(): readonly (readonly [row: number, match: DecoyMatch])[] {
    return this.#session
      .read('SELECT "row", decoy, likeness, share FROM decoys WHERE case_id = $1 ORDER BY "row"')
      .map((row) => [
        integer(row, 'row'),
        { id: text(row, 'decoy'), as: word(row, 'likeness'), share: Number(row.share) },
      ]);
  }

  clusterOf(cluster: string): readonly (readonly [row: number, similarity: number])[] {
    return this.#session
      .read(
        `SELECT "row", similarity FROM near_duplicates WHERE case_id = $1 AND cluster = $2
         ORDER BY similarity DESC, "row"`,
        [cluster],
      )
      .map((row) => [integer(row, 'row'), Number(row.similarity)]);
  }

  totals(role: ItemRole): ContentTotals {
    const whole = this.#session.one(
      `SELECT count(*) AS items, count(c.topics) AS sorted ${FROM} AND i.role = $2`,
      [role],
    );
    const clusters = this.#session.one(
      'SELECT count(DISTINCT cluster) AS n, count(*) AS members FROM near_duplicates WHERE case_id = $1',
    );
    return {
      items: integer(whole ?? {}, 'items'),
      sorted: integer(whole ?? {}, 'sorted'),
      // The first topic of each item, so that shares add up.
      topics: this.#count(`c.topics::json -> 0 ->> 'topic'`, 'c.topics', role),
      languages: this.#count('c.language', 'c.language', role),
      personalData: this.#personalData(role),
      clusters: integer(clusters ?? {}, 'n'),
      clustered: integer(clusters ?? {}, 'members'),
    };
  }

  #count(name: string, present: string, role: ItemRole): Record<string, number> {
    const rows = this.#session.read(
      `SELECT ${name} AS name, count(*) AS n ${FROM} AND i.role = $2 AND ${present} IS NOT NULL
       GROUP BY 1 ORDER BY 2 DESC, (${name}) COLLATE "C"`,
      [role],
    );
    return Object.fromEntries(rows.map((row) => [text(row, 'name'), integer(row, 'n')]));
  }

  #personalData(role: ItemRole): readonly (PersonalDataCount & { readonly items: number })[] {
    const rows = this.#session.read(`SELECT c.personal ${FROM} AND i.role = $2 AND c.personal IS NOT NULL`, [
      role,
    ]);
    const sums = new Map<string, PersonalDataCount & { readonly items: number }>();
    for (const row of rows) {
      for (const { kind, count, review } of json<readonly PersonalDataCount[]>(row, 'personal')) {
        const old = sums.get(kind) ?? { kind, items: 0, count: 0, review: 0 };
        sums.set(kind, { kind, items: old.items + 1, count: old.count + count, review: old.review + review });
      }
    }
    return [...sums.values()].sort((a, b) => (a.kind < b.kind ? -1 : 1));
  }
}
