import type { DatabaseSync, StatementSync } from 'node:sqlite';
import type { ItemTopic } from '../../model/index.ts';
import type { StoredPeople } from '../prepare.ts';
import type { TableRow } from '../store.ts';
import { integer, jsonOr, type Row, text, textOrNull, word } from './row.ts';

/** Characters of a subject by which lists are ordered; beyond them nobody looks. */
const TITLE_CHARS = 120;

/** Reads what the workbench holds of every item, a page of rows at a time. */
export class TableReader {
  readonly #page: StatementSync;

  constructor(database: DatabaseSync) {
    this.#page = database.prepare(
      `SELECT i.row, i.id, i.role, i.kind, i.type, i.parent, i.size, i.failure, i.date,
         substr(coalesce(m.subject, i.name), 1, ${TITLE_CHARS}) AS title, m.people, t.thread, d.of_id, j.verdict,
         (SELECT group_concat(r.code, ' ') FROM reasons r WHERE r.row = i.row) AS codes,
         ifnull(c.language, iif(i.kind IN ('document', 'image', 'other'), e.json ->> '$.language', NULL)) AS language, c.topics
       FROM items i
       LEFT JOIN messages m ON m.row = i.row
       LEFT JOIN details e ON e.row = i.row
       LEFT JOIN contents c ON c.row = i.row
       LEFT JOIN threads t ON t.row = i.row
       LEFT JOIN duplicates d ON d.row = i.row
       LEFT JOIN judgements j ON j.row = i.row
       WHERE i.row > ? ORDER BY i.row LIMIT ?`,
    );
  }

  page(after: number, limit: number): readonly TableRow[] {
    return this.#page.all(after, limit).map(toTableRow);
  }
}

/** A row as the workbench holds it in memory. */
export function toTableRow(row: Row): TableRow {
  const people = jsonOr<StoredPeople | null>(row, 'people', null);
  return {
    row: integer(row, 'row'),
    id: text(row, 'id'),
    role: word(row, 'role'),
    kind: word(row, 'kind'),
    type: text(row, 'type'),
    parent: textOrNull(row, 'parent'),
    size: integer(row, 'size'),
    failure: row.failure === null ? null : word(row, 'failure'),
    date: textOrNull(row, 'date'),
    title: text(row, 'title'),
    from: people?.from ?? [],
    to: people === null ? [] : [...people.to, ...people.cc, ...people.bcc],
    thread: textOrNull(row, 'thread'),
    duplicateOf: textOrNull(row, 'of_id'),
    verdict: row.verdict === null ? null : word(row, 'verdict'),
    reasons: textOrNull(row, 'codes')?.split(' ') ?? [],
    language: textOrNull(row, 'language'),
    topics: jsonOr<readonly ItemTopic[]>(row, 'topics', []).map(({ topic }) => topic),
  };
}
