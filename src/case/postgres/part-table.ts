import { createHash } from 'node:crypto';
import { text, textOrNull } from '../sqlite/row.ts';
import type { Row } from './database.ts';
import type { Session } from './session.ts';

/** A piece as a worker takes it. */
export interface LeasedPart {
  readonly key: string;
  readonly part: string;
  /** Hash of what all pieces of the part have in common: `common` gives it. */
  readonly common: string;
  /** JSON. */
  readonly piece: string;
}

export interface NewPart {
  readonly key: string;
  /** JSON. */
  readonly piece: string;
}

/** Who died at a piece so often takes others with it: it is left to the lead. */
const MOST_DEATHS = 3;

/** Rows written, or results read, at once: some megabytes. */
const PAGE_ROWS = 20;

const PIECE = 'key_hash, part, common, piece';

/** Pieces of parts as many workers share them, by leases like those of tasks. */
export class PartTable {
  readonly #session: Session;

  constructor(session: Session) {
    this.#session = session;
  }

  /** Adds what all pieces of a part have in common; returns its hash. */
  addCommon(json: string): string {
    const hash = sha256(json);
    this.#session.unnoticed(() =>
      this.#session.write('INSERT INTO part_commons VALUES ($1, $2, $3) ON CONFLICT DO NOTHING', [
        hash,
        json,
      ]),
    );
    return hash;
  }

  common(hash: string): string | null {
    const row = this.#session.one('SELECT value FROM part_commons WHERE case_id = $1 AND hash = $2', [hash]);
    return row === undefined ? null : text(row, 'value');
  }

  /** Adds the pieces that are not known yet, in their order. @param before how many were added before them */
  add(part: string, common: string, pieces: readonly NewPart[], before = 0): void {
    for (let at = 0; at < pieces.length; at += PAGE_ROWS) {
      const page = pieces.slice(at, at + PAGE_ROWS);
      this.#session.unnoticed(() => {
        this.#session.write(
          `INSERT INTO parts (case_id, key_hash, part, place, common, piece)
           SELECT $1, k, $2, n, $3, p FROM unnest($4::text[], $5::integer[], $6::text[]) AS new (k, n, p)
           ON CONFLICT DO NOTHING`,
          [
            part,
            common,
            page.map(({ key }) => key),
            page.map((_, n) => before + at + n),
            page.map(({ piece }) => piece),
          ],
        );
        this.#session.tell('work');
      });
    }
  }

  /**
   * Takes the first piece that nobody holds, for so many seconds. The lead takes what others died of, too; and, when all
   * others are done, what is still held for at most `left` seconds: the result is the same whoever is first.
   */
  claim(
    worker: string,
    seconds: number,
    as: 'worker' | 'lead',
    parts: readonly string[],
    left = 0,
  ): LeasedPart | null {
    const most = as === 'lead' ? Number.MAX_SAFE_INTEGER : MOST_DEATHS;
    const [row] = this.#session.unnoticed(() =>
      this.#session.read(
        `WITH free AS (
           SELECT key_hash, (until < clock_timestamp()) IS TRUE AS silent FROM parts
           WHERE case_id = $1 AND NOT done AND part = ANY ($5)
             AND (holder IS NULL OR until < clock_timestamp() + make_interval(secs => $6))
             AND deaths + coalesce((until < clock_timestamp())::integer, 0) < $4::bigint
           ORDER BY holder IS NOT NULL, place LIMIT 1 FOR UPDATE SKIP LOCKED
         )
         UPDATE parts p SET deaths = deaths + silent::integer, holder = $2::uuid,
           until = clock_timestamp() + make_interval(secs => $3)
         FROM free WHERE p.case_id = $1 AND p.key_hash = free.key_hash RETURNING ${PIECE.replace(/\w+/g, 'p.$&')}`,
        [worker, seconds, most, parts, left],
      ),
    );
    return row === undefined ? null : toPart(row);
  }

  /** Keeps a piece that takes long. False where it was lost to another. */
  renew(worker: string, key: string, seconds: number): boolean {
    return this.#session.unnoticed(() => {
      const kept = this.#session.read(
        `UPDATE parts SET until = clock_timestamp() + make_interval(secs => $4)
         WHERE case_id = $1 AND key_hash = $3 AND holder = $2::uuid AND NOT done RETURNING key_hash`,
        [worker, key, seconds],
      );
      return kept.length > 0;
    });
  }

  /** Gives back what was taken and not done. */
  release(worker: string): void {
    this.#session.unnoticed(() =>
      this.#session.write(
        'UPDATE parts SET holder = NULL, until = NULL WHERE case_id = $1 AND holder = $2::uuid AND NOT done',
        [worker],
      ),
    );
  }

  /** In the transaction that writes a result, before all else: false where the piece is somebody else's now, or done. */
  isHeld(worker: string, key: string): boolean {
    const row = this.#session.one(
      'SELECT holder, done FROM parts WHERE case_id = $1 AND key_hash = $2 FOR UPDATE',
      [key],
    );
    return row !== undefined && row.holder === worker && row.done !== true;
  }

  finish(key: string, found: string): void {
    this.#session.unnoticed(() => {
      this.#session.write(
        'UPDATE parts SET done = true, holder = NULL, found = $3 WHERE case_id = $1 AND key_hash = $2',
        [key, found],
      );
      this.#session.tell('done');
    });
  }

  /** Pieces to do and done, of one part or of all. */
  count(part: string | null): { readonly pending: number; readonly done: number } {
    const row = this.#session.one(
      `SELECT count(*) FILTER (WHERE NOT done) AS pending, count(*) FILTER (WHERE done) AS done
       FROM parts WHERE case_id = $1 AND ($2::text IS NULL OR part = $2)`,
      [part],
    );
    return { pending: Number(row?.pending), done: Number(row?.done) };
  }

  /** How many of these pieces are to do and done; those that are neither are gone. */
  countOf(keys: readonly string[]): { readonly pending: number; readonly done: number } {
    const row = this.#session.one(
      `SELECT count(*) FILTER (WHERE NOT done) AS pending, count(*) FILTER (WHERE done) AS done
       FROM parts WHERE case_id = $1 AND key_hash = ANY ($2)`,
      [keys],
    );
    return { pending: Number(row?.pending), done: Number(row?.done) };
  }

  /** Forgets these pieces and what they had in common. */
  forget(keys: readonly string[], commons: readonly string[]): void {
    this.#session.unnoticed(() => {
      this.#session.write('DELETE FROM parts WHERE case_id = $1 AND key_hash = ANY ($2)', [keys]);
      this.#session.write('DELETE FROM part_commons WHERE case_id = $1 AND hash = ANY ($2)', [commons]);
    });
  }

  /** Pieces that others hold or may take, and that may come back. */
  heldByOthers(part: string, worker: string): number {
    const row = this.#session.one(
      `SELECT count(*) AS n FROM parts WHERE case_id = $1 AND part = $2 AND NOT done
         AND holder IS DISTINCT FROM $3::uuid AND (deaths < $4::bigint - 1 OR until >= clock_timestamp() OR holder IS NULL AND deaths < $4::bigint)`,
      [part, worker, MOST_DEATHS],
    );
    return Number(row?.n);
  }

  /** What the pieces of a part that is still to be done have in common, by its hash. */
  pendingCommon(part: string): string | null {
    const row = this.#session.one(
      'SELECT common FROM parts WHERE case_id = $1 AND part = $2 AND NOT done LIMIT 1',
      [part],
    );
    return row === undefined ? null : text(row, 'common');
  }

  /** Results by key, some at a time; null where the piece is not done. */
  *found(keys: readonly string[]): IterableIterator<string | null> {
    for (let at = 0; at < keys.length; at += PAGE_ROWS) {
      const page = keys.slice(at, at + PAGE_ROWS);
      const rows = this.#session.read(
        'SELECT key_hash, found FROM parts WHERE case_id = $1 AND key_hash = ANY ($2) AND done',
        [page],
      );
      const known = new Map(rows.map((row) => [text(row, 'key_hash'), textOrNull(row, 'found')]));
      for (const key of page) yield known.get(key) ?? null;
    }
  }

  /** Forgets pieces, or all of them and what they had in common. */
  remove(parts: readonly string[] | 'all'): void {
    this.#session.unnoticed(() => {
      if (parts === 'all') {
        this.#session.write('DELETE FROM parts WHERE case_id = $1');
        this.#session.write('DELETE FROM part_commons WHERE case_id = $1');
      } else this.#session.write('DELETE FROM parts WHERE case_id = $1 AND part = ANY ($2)', [parts]);
    });
  }

  /** Changes whenever a unit of work of the reading, or a key, was added to what the case knows. */
  stateOfReading(): string {
    const row = this.#session.one(
      `SELECT (SELECT coalesce(sum(version + 1), 0) FROM tasks WHERE case_id = $1) AS commits,
         (SELECT coalesce(md5(string_agg(key_hash || trust, ',' ORDER BY key_hash)), '') FROM keys WHERE case_id = $1) AS known`,
    );
    return `${String(row?.commits)} ${String(row?.known)}`;
  }
}

/** The SHA-256 of a text in UTF-8, in hex. */
export function sha256(value: string): string {
  return createHash('sha256').update(value).digest('hex');
}

function toPart(row: Row): LeasedPart {
  return {
    key: text(row, 'key_hash'),
    part: text(row, 'part'),
    common: text(row, 'common'),
    piece: text(row, 'piece'),
  };
}
