import type { DatabaseSync, StatementSync } from 'node:sqlite';
import type { OcrText } from '../../model/index.ts';
import { apartIdeographs } from '../ideographs.ts';
import { prepareItem } from '../prepare.ts';
import type { OcrCandidate, StoredItem } from '../store.ts';
import { integer, json, text } from './row.ts';

/** What OCR read, and its words in the index beside those of the item's own text. */
export class OcrTable {
  readonly #database: DatabaseSync;
  readonly #get: StatementSync;
  readonly #set: StatementSync;
  readonly #forgetWords: StatementSync;
  readonly #addWords: StatementSync;

  constructor(database: DatabaseSync) {
    this.#database = database;
    this.#get = database.prepare('SELECT json FROM ocr WHERE row = ?');
    this.#set = database.prepare('INSERT OR REPLACE INTO ocr VALUES (?, ?, ?)');
    this.#forgetWords = database.prepare('DELETE FROM words WHERE rowid = ?');
    this.#addWords = database.prepare(
      `INSERT INTO words (rowid, subject, sender, recipients, copies, body, files, place)
       VALUES (?, ?, ?, ?, ?, ?, ?, ?)`,
    );
  }

  get(row: number): OcrText | null {
    const found = this.#get.get(row);
    return found ? json<OcrText>(found, 'json') : null;
  }

  set(item: StoredItem, read: OcrText): void {
    this.#set.run(item.row, read.next, JSON.stringify(read));
    if (read.pages.length === 0) return;
    const { subject, sender, recipients, copies, text: own, files, path } = prepareItem(item.role, item);
    const body = [own, ...read.pages.map((page) => page.text)].join('\n');
    // The index has no content of its own: a row is only ever replaced whole.
    this.#forgetWords.run(item.row);
    const words = [subject, sender, recipients, copies, body, files, path].map(apartIdeographs);
    this.#addWords.run(item.row, ...words);
  }

  candidates(types: readonly string[]): readonly OcrCandidate[] {
    const marks = types.map(() => '?').join(', ');
    const query = `SELECT i.row, i.sha256, i.type, (o.row IS NOT NULL AND o.next IS NULL) AS done
      FROM items i LEFT JOIN ocr o ON o.row = i.row WHERE i.type IN (${marks}) ORDER BY i.row`;
    return this.#database
      .prepare(query)
      .all(...types)
      .map((row) => ({
        row: integer(row, 'row'),
        sha256: text(row, 'sha256'),
        type: text(row, 'type'),
        done: integer(row, 'done') === 1,
      }));
  }
}
