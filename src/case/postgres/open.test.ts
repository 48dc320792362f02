import assert from 'node:assert/strict';
import { after, describe, it } from 'node:test';
import { postgresForTests } from '../../../test/postgres/for-tests.ts';
import { PostgresConnection } from '../../net/postgres/connection.ts';
import type { Database } from './database.ts';
import { openPostgresCase } from './open.ts';

const postgres = await postgresForTests();

describe('a case made in PostgreSQL', { skip: postgres.type === 'none' && postgres.why }, () => {
  if (postgres.type === 'none') return;
  after(() => postgres.stop());
  const connect = () => new PostgresConnection({ url: postgres.url, application: 'test', password: null });

  it('is never seen without the place of its objects, by a worker that waits for it', () => {
    const waiting = connect();
    const seen = new Set<string>();
    const look = () => {
      const [tables] = waiting.query(`SELECT to_regclass('tamis.cases') IS NOT NULL AS made`);
      if (tables?.made !== true) return;
      for (const row of waiting.query(
        `SELECT s.value FROM tamis.cases c LEFT JOIN tamis.settings s ON s.case_id = c.case_id AND s.name = 'objects'
         WHERE c.name = 'watched'`,
      ))
        seen.add(String(row.value));
    };
    const store = openPostgresCase(lookingAfterEach(connect(), look), {
      name: 'watched',
      as: 'lead',
      create: true,
      objects: 'file:///srv/objects',
      now: () => new Date(0),
      directoryOf: (name) => `${postgres.folder}/${name}`,
      patienceMs: 1000,
    });
    store.close();
    waiting.close();
    assert.deepEqual([...seen], ['file:///srv/objects']);
  });
});

/** The same connection, with somebody else who looks whenever it was used. */
function lookingAfterEach(database: Database, look: () => void): Database {
  return new Proxy(database, {
    get: (target, name) => {
      const value: unknown = Reflect.get(target, name, target);
      if (typeof value !== 'function') return value;
      return (...given: unknown[]) => {
        const answer: unknown = value.apply(target, given);
        if (name === 'query') look();
        return answer;
      };
    },
  });
}
