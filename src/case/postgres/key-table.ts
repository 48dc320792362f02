import { createHash } from 'node:crypto';
import type { DomainKey } from '../../model/index.ts';
import { integer, text, textOrNull, word } from '../sqlite/row.ts';
import type { Session } from './session.ts';

/** The DKIM keys of a case. */
export class KeyTable {
  readonly #session: Session;

  constructor(session: Session) {
    this.#session = session;
  }

  keys(): readonly DomainKey[] {
    return this.#session
      .read('SELECT * FROM keys WHERE case_id = $1 ORDER BY domain, selector, trust, record, source')
      .map((row) => ({
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
    if (keys.length === 0) return 0;
    const before = this.#count();
    // One by one: one statement may not write a row twice, and a key may be given twice.
    for (const key of keys) {
      const { domain, selector, record, trust, source, firstSeen, lastSeen } = key;
      this.#session.write(
        `INSERT INTO keys VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9)
         ON CONFLICT (case_id, key_hash) DO UPDATE SET
           first_seen = least(keys.first_seen, excluded.first_seen),
           last_seen = greatest(keys.last_seen, excluded.last_seen)`,
        [domain, selector, record, trust, source, firstSeen, lastSeen, hashOf(key)],
      );
    }
    return this.#count() - before;
  }

  #count(): number {
    return integer(this.#session.one('SELECT count(*) AS n FROM keys WHERE case_id = $1') ?? {}, 'n');
  }
}

function hashOf({ domain, selector, record, trust, source }: DomainKey): string {
  return createHash('sha256')
    .update(JSON.stringify([domain, selector, record, trust, source]))
    .digest('hex');
}
