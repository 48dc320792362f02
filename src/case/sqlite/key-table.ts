import type { DatabaseSync } from 'node:sqlite';
import type { DomainKey } from '../../model/index.ts';
import { integer, text, textOrNull, word } from './row.ts';

/** The DKIM keys of a case. */
export class KeyTable {
  readonly #database: DatabaseSync;

  constructor(database: DatabaseSync) {
    this.#database = database;
  }

  keys(): readonly DomainKey[] {
    const rows = this.#database.prepare('SELECT * FROM keys ORDER BY domain, selector, trust, record').all();
    return rows.map((row) => ({
      domain: text(row, 'domain'),
      selector: text(row, 'selector'),
      record: text(row, 'record'),
      trust: word(row, 'trust'),
      source: text(row, 'source'),
      firstSeen: textOrNull(row, 'first_seen'),
      lastSeen: textOrNull(row, 'last_seen'),
    }));
  }

  /** Returns how many were new. One known already, from the same source, has its time span widened. */
  add(keys: readonly DomainKey[]): number {
    const before = this.#count();
    // min() and max() of SQLite give NULL when one is: a bound that is not known must not erase one that is.
    const statement = this.#database.prepare(
      `INSERT INTO keys VALUES (?, ?, ?, ?, ?, ?, ?)
       ON CONFLICT (domain, selector, record, trust, source) DO UPDATE SET
         first_seen = min(ifnull(first_seen, excluded.first_seen), ifnull(excluded.first_seen, first_seen)),
         last_seen = max(ifnull(last_seen, excluded.last_seen), ifnull(excluded.last_seen, last_seen))`,
    );
    for (const { domain, selector, record, trust, source, firstSeen, lastSeen } of keys) {
      statement.run(domain, selector, record, trust, source, firstSeen, lastSeen);
    }
    return this.#count() - before;
  }

  #count(): number {
    return integer(this.#database.prepare('SELECT count(*) AS n FROM keys').get() ?? {}, 'n');
  }
}
