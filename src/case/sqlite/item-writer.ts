import type { DatabaseSync, StatementSync } from 'node:sqlite';
import type { ChildCounts, Failure, ItemRole, ItemStatus, SignatureResult } from '../../model/index.ts';
import { apartIdeographs } from '../ideographs.ts';
import { itemId, LONG_ID_LENGTH } from '../item-id.ts';
import type { PreparedItem, StoredDetails } from '../prepare.ts';
import { signaturesToJson } from '../signature-json.ts';
import type { Remarks } from '../store.ts';
import { integer, json, text } from './row.ts';

/** Tables that speak of an item beside `items` and `words`; cleared when the item is replaced. */
const SATELLITES = [
  'messages',
  'signatures',
  'message_traces',
  'texts',
  'details',
  'threads',
  'duplicates',
  'judgements',
  'reasons',
  'ocr',
  'contents',
  'near_duplicates',
  'decoys',
];

/** Writes items and their words. Statements are prepared once: what is left is mostly FTS5's own work. */
export class ItemWriter {
  readonly #find: StatementSync;
  readonly #item: StatementSync;
  readonly #message: StatementSync;
  readonly #signatures: StatementSync;
  readonly #traces: StatementSync;
  readonly #content: StatementSync;
  readonly #text: StatementSync;
  readonly #details: StatementSync;
  readonly #words: StatementSync;
  readonly #forget: readonly StatementSync[];
  readonly #children: StatementSync;
  readonly #failure: StatementSync;
  readonly #oldDetails: StatementSync;
  readonly #newDetails: StatementSync;

  constructor(database: DatabaseSync) {
    this.#find = database.prepare('SELECT row, path, role FROM items WHERE id = ?');
    this.#item = database.prepare(
      `INSERT INTO items (row, id, role, path, parent, kind, type, name, size, sha256, status, failure,
        failure_detail, date, attachments, expected, emitted, failed, skipped)
       VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`,
    );
    this.#message = database.prepare('INSERT INTO messages VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)');
    this.#signatures = database.prepare('INSERT OR REPLACE INTO signatures VALUES (?, ?)');
    this.#traces = database.prepare('INSERT INTO message_traces VALUES (?, ?)');
    this.#content = database.prepare('INSERT INTO contents VALUES (?, ?, ?, ?, ?)');
    this.#text = database.prepare('INSERT INTO texts VALUES (?, ?)');
    this.#details = database.prepare('INSERT INTO details VALUES (?, ?)');
    this.#words = database.prepare(
      `INSERT INTO words (rowid, subject, sender, recipients, copies, body, files, place)
       VALUES (?, ?, ?, ?, ?, ?, ?, ?)`,
    );
    this.#forget = [
      database.prepare('DELETE FROM items WHERE row = ?'),
      database.prepare('DELETE FROM words WHERE rowid = ?'),
      ...SATELLITES.map((table) => database.prepare(`DELETE FROM ${table} WHERE row = ?`)),
    ];
    this.#children = database.prepare(
      `UPDATE items SET expected = coalesce(expected, 0) + ?, emitted = coalesce(emitted, 0) + ?,
        failed = coalesce(failed, 0) + ?, skipped = coalesce(skipped, 0) + ? WHERE row = ?`,
    );
    this.#failure = database.prepare(
      `UPDATE items SET status = ?1,
        failure_detail = iif(failure = 'truncated' AND ?2 IS NOT NULL, failure_detail, ?3),
        failure = iif(failure = 'truncated' AND ?2 IS NOT NULL, failure, ?2) WHERE row = ?4`,
    );
    this.#oldDetails = database.prepare('SELECT json FROM details WHERE row = ?');
    this.#newDetails = database.prepare('UPDATE details SET json = ? WHERE row = ?');
  }

  add(items: readonly PreparedItem[]): void {
    for (const item of items) this.#add(item);
  }

  addChildren(role: ItemRole, path: string, counts: ChildCounts): void {
    const { row } = this.#known(role, path);
    this.#children.run(counts.expected, counts.emitted, counts.failed, counts.skipped, row);
  }

  setFailure(role: ItemRole, path: string, status: ItemStatus, failure: Failure | null): void {
    const { row } = this.#known(role, path);
    this.#failure.run(status, failure?.code ?? null, failure?.detail ?? null, row);
  }

  addRemarks(role: ItemRole, path: string, { defects, facts }: Remarks): void {
    const { row } = this.#known(role, path);
    const found = row === null ? undefined : this.#oldDetails.get(row);
    if (!found) return;
    const old = json<StoredDetails>(found, 'json');
    const known = new Set(old.defects.map((defect) => JSON.stringify(defect)));
    const fresh = defects.filter((defect) => !known.has(JSON.stringify(defect)));
    const merged = { ...old, defects: [...old.defects, ...fresh], facts: { ...facts, ...old.facts } };
    this.#newDetails.run(JSON.stringify(merged), row);
  }

  setSignatures(row: number, signatures: readonly SignatureResult[]): void {
    this.#signatures.run(row, signaturesToJson(signatures));
  }

  #add(item: PreparedItem): void {
    const place = this.#placeOf(item.role, item.path, item.id, () => item.longId);
    if (place.row !== null) for (const statement of this.#forget) statement.run(place.row);
    const row = this.#addRow(item, place);
    if (item.message) this.#addMessage(row, item);
    if (item.traces !== null) this.#traces.run(row, item.traces);
    if (item.text !== '') this.#text.run(row, item.text);
    if (item.content) this.#content.run(row, item.contentLanguage, item.topics, item.personal, item.sketch);
    this.#details.run(row, item.details);
    const { subject, sender, recipients, copies, text, files, path } = item;
    const words = [subject, sender, recipients, copies, text, files, path].map(apartIdeographs);
    this.#words.run(row, ...words);
  }

  #known(role: ItemRole, wanted: string): Place {
    const path = wanted.toWellFormed();
    return this.#placeOf(role, path, itemId(role, path), () => itemId(role, path, LONG_ID_LENGTH));
  }

  #placeOf(role: ItemRole, path: string, id: string, longId: () => string): Place {
    const found = this.#find.get(id);
    if (!found) return { id, row: null };
    if (text(found, 'path') === path && text(found, 'role') === role)
      return { id, row: integer(found, 'row') };
    const long = longId();
    const other = this.#find.get(long);
    return { id: long, row: other ? integer(other, 'row') : null };
  }

  #addRow(item: PreparedItem, { id, row }: Place): number | bigint {
    return this.#item.run(
      row,
      id,
      item.role,
      item.path,
      item.parent,
      item.kind,
      item.type,
      item.name,
      item.size,
      item.sha256,
      item.status,
      item.failure,
      item.failureDetail,
      item.date,
      item.attachments,
      item.expected,
      item.emitted,
      item.failed,
      item.skipped,
    ).lastInsertRowid;
  }

  #addMessage(row: number | bigint, item: PreparedItem): void {
    this.#message.run(
      row,
      item.messageId,
      item.subject,
      item.fromAddress,
      item.canonical,
      item.mih,
      item.rebuilt,
      item.list,
      item.people,
      item.links,
    );
    if (item.signatures !== null) this.#signatures.run(row, item.signatures);
  }
}

/** The row a path has, if it is known, and the id it has or is to get. */
interface Place {
  readonly id: string;
  readonly row: number | null;
}
