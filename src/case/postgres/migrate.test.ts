import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { after, describe, it } from 'node:test';
import { postgresForTests } from '../../../test/postgres/for-tests.ts';
import { PostgresConnection } from '../../net/postgres/connection.ts';
import { migrate } from './migrate.ts';

const postgres = await postgresForTests();
const now = (): Date => new Date(0);
const folder = new URL('./migrations/', import.meta.url);

describe('the schema in PostgreSQL', { skip: postgres.type === 'none' && postgres.why }, () => {
  if (postgres.type === 'none') return;
  after(() => postgres.stop());
  const connect = () => new PostgresConnection({ url: postgres.url, application: 'test', password: null });

  it('is brought up to date from the first one, rows included, and by one of several who ask at once', () => {
    const old = connect();
    old.script('BEGIN');
    old.script(readFileSync(new URL('0001-first.sql', folder), 'utf8'));
    old.script(`CREATE TABLE tamis.migrations (number integer PRIMARY KEY, name text NOT NULL, applied timestamptz DEFAULT now());
      INSERT INTO tamis.migrations VALUES (1, '0001-first.sql');
      INSERT INTO tamis.cases (name) VALUES ('old');
      INSERT INTO tamis.settings VALUES (1, 'speed', 'slow');`);
    old.script('COMMIT');
    migrate(old);
    const other = connect();
    migrate(other);
    other.close();
    old.close();
    const store = postgres.open({ name: 'old', as: 'lead', now });
    assert.equal(store.setting('speed'), 'slow');
    assert.equal(store.count('is:decoy', {}), 0);
    assert.deepEqual(store.accounts.list(), []);
    store.close();
    const database = connect();
    const known = database.query('SELECT name FROM tamis.migrations ORDER BY number').map(({ name }) => name);
    assert.deepEqual(
      known,
      readdirSync(folder)
        .filter((name) => name.endsWith('.sql'))
        .sort(),
    );
    // Every table but that of migrations keeps the rows of a case from those who may not see it.
    const open = database.query(
      `SELECT relname FROM pg_class WHERE relnamespace = 'tamis'::regnamespace AND relkind = 'r' AND NOT relrowsecurity`,
    );
    assert.deepEqual(open.map(({ relname }) => relname).sort(), ['access', 'migrations']);
    database.close();
  });

  it('is not made in a database that cannot hold every letter, which is told before anything is written', () => {
    const database = connect();
    database.query(
      "CREATE DATABASE narrow ENCODING 'SQL_ASCII' LC_COLLATE 'C' LC_CTYPE 'C' TEMPLATE template0",
      [],
    );
    const url = new URL(postgres.url);
    url.pathname = '/narrow';
    const narrow = new PostgresConnection({ url: url.href, application: 'test', password: null });
    assert.throws(() => migrate(narrow), {
      code: 'db-encoding',
      message: /SQL_ASCII.*createdb --encoding UTF8/u,
    });
    const [made] = narrow.query(`SELECT to_regnamespace('tamis') IS NULL AS nothing`);
    assert.equal(made?.nothing, true);
    narrow.close();
    database.query('DROP DATABASE narrow', []);
    database.close();
  });

  it('is gone on with when a later Tamis has changed it, unless a step is tagged as breaking', () => {
    const database = connect();
    const later = (number: number, name: string) =>
      database.query('INSERT INTO tamis.migrations (number, name) VALUES ($1, $2)', [number, name]);
    later(9998, '9998-another-index.sql');
    migrate(database);
    later(9999, '9999-other-rows.breaking.sql');
    assert.throws(() => migrate(database), { code: 'case-newer' });
    database.close();
  });
});
