import type { DatabaseSync, StatementSync } from 'node:sqlite';
import type { DecoyMatch } from '../../model/index.ts';
import { integer, type Row, text, textOrNull, word } from './row.ts';

/** Which items are decoys of a ledger. */
export class DecoyMarks {
  readonly #database: DatabaseSync;
  readonly #set: StatementSync;
  readonly #all: StatementSync;

  constructor(database: DatabaseSync) {
    this.#database = database;
    this.#set = database.prepare('INSERT INTO decoys VALUES (?, ?, ?, ?)');
    this.#all = database.prepare('SELECT row, decoy, likeness, share FROM decoys ORDER BY row');
  }

  set(rows: Iterable<readonly [row: number, match: DecoyMatch]>): void {
    this.#database.exec('DELETE FROM decoys');
    for (const [row, { id, as, share }] of rows) this.#set.run(row, id, as, share);
  }

  all(): readonly (readonly [row: number, match: DecoyMatch])[] {
    return this.#all
      .all()
      .map((row) => [
        integer(row, 'row'),
        { id: text(row, 'decoy'), as: word(row, 'likeness'), share: Number(row.share) },
      ]);
  }
}

/** Of a row of `items` with its row of `decoys` joined to it. */
export function toDecoyMatch(row: Row): DecoyMatch | null {
  const id = textOrNull(row, 'decoy');
  return id === null ? null : { id, as: word(row, 'likeness'), share: Number(row.share) };
}
