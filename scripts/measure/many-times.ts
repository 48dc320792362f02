import { hash } from 'node:crypto';
import { cpSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { itemId } from '../../src/case/item-id.ts';
import type { StoredLinks } from '../../src/case/prepare.ts';
import type { ItemRole } from '../../src/model/index.ts';

/** Tables of items, in which each copy gets rows of its own; what passes find is left out. */
const FOUND = [
  'threads',
  'duplicates',
  'judgements',
  'reasons',
  'near_duplicates',
  'trace_groups',
  'trace_findings',
];

/**
 * A case that holds the items of another so many times: paths, ids, hashes, Message-IDs and sketches are others each
 * time, so that nothing of one copy belongs to another; texts, dates and people are the same. The index of words is not
 * made: passes do not ask it.
 */
export function caseManyTimes(from: string, times: number, to: string): void {
  rmSync(to, { recursive: true, force: true });
  cpSync(from, to, { recursive: true });
  const database = new DatabaseSync(join(to, 'case.db'));
  database.exec(`PRAGMA synchronous = OFF; ${FOUND.map((table) => `DELETE FROM ${table};`).join(' ')}`);
  defineFunctions(database);
  const most = Number(database.prepare('SELECT max(row) AS n FROM items').get()?.n);
  for (let time = 1; time < times; time++) copy(database, time, most);
  database.exec('PRAGMA wal_checkpoint(TRUNCATE)');
  database.close();
}

function copy(database: DatabaseSync, time: number, most: number): void {
  const row = `row + ${time * most}`;
  const those = `WHERE row <= ${most}`;
  database.exec(`
    BEGIN;
    INSERT INTO items SELECT ${row}, id_of(role, '${time}~' || path), role, '${time}~' || path, '${time}~' || parent, kind,
      type, name, size, hash_of(sha256, ${time}), status, failure, failure_detail, date, attachments, expected, emitted,
      failed, skipped FROM items ${those};
    INSERT INTO messages SELECT ${row}, '${time}.' || message_id, subject || ' ${time}', from_address,
      hash_of(canonical, ${time}), mih, rebuilt, list, people, links_of(links, ${time}) FROM messages ${those};
    INSERT INTO signatures SELECT ${row}, json FROM signatures ${those};
    INSERT INTO texts SELECT ${row}, text FROM texts ${those};
    INSERT INTO details SELECT ${row}, json FROM details ${those};
    INSERT INTO message_traces SELECT ${row}, json FROM message_traces ${those};
    INSERT INTO contents SELECT ${row}, language, topics, personal, sketch_of(sketch, ${time}) FROM contents ${those};
    COMMIT`);
}

function defineFunctions(database: DatabaseSync): void {
  database.function('id_of', (role, path) => itemId(String(role) as ItemRole, String(path)));
  database.function('hash_of', (value, time) =>
    value === '' ? '' : hash('sha256', `${String(value)} ${String(time)}`),
  );
  database.function('links_of', (value, time) => {
    const links = JSON.parse(String(value)) as StoredLinks;
    const named = (ids: readonly string[]) => ids.map((id) => `${String(time)}.${id}`);
    const { references, inReplyTo } = links;
    return JSON.stringify({ ...links, references: named(references), inReplyTo: named(inReplyTo) });
  });
  database.function('sketch_of', (value, time) =>
    value instanceof Uint8Array ? value.map((byte) => byte + 31 * Number(time)) : null,
  );
}
