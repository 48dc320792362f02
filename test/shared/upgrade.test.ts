import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { after, describe, it } from 'node:test';
import pg from 'pg';
import { postgresForTests } from '../postgres/for-tests.ts';
import { contentOfShared, siftShared } from './shared-sift.ts';

const DEMO = join(import.meta.dirname, '../../demo');
const FOLDER = new URL('../../src/case/postgres/migrations/', import.meta.url);
const SCRIPTS = readdirSync(FOLDER).sort();
const postgres = await postgresForTests();

/** Tables and columns of the schema `tamis`, one a line. */
const COLUMNS = `SELECT table_name || '.' || column_name || ' ' || data_type AS line FROM information_schema.columns
  WHERE table_schema = 'tamis' AND table_name <> 'migrations' ORDER BY 1`;

describe('a case in a database of an earlier schema', {
  skip: postgres.type === 'none' && postgres.why,
}, () => {
  if (postgres.type === 'none') return;
  after(() => postgres.stop());

  it('says what it said, from each schema there was', { timeout: 120_000 }, async () => {
    const shared = { postgres, name: 'old' };
    const inputs = [join(DEMO, 'dump')];
    await siftShared(shared, { inputs });
    const wanted = contentOfShared(shared);
    const client = new pg.Client({ connectionString: postgres.url });
    await client.connect();
    for (let level = SCRIPTS.length - 1; level > 1; level--) {
      const columns = await columnsOfLevel(client, level);
      // What came later is taken away: tables, and columns of earlier ones.
      const known = new Set(columns);
      const tables = new Set(columns.map(tableOf));
      for (const line of await lines(client, COLUMNS)) {
        const [name = ''] = line.split(' ');
        const [table, column] = name.split('.');
        if (!tables.has(tableOf(line))) await client.query(`DROP TABLE IF EXISTS tamis.${table}`);
        else if (!known.has(line)) await client.query(`ALTER TABLE tamis.${table} DROP COLUMN ${column}`);
      }
      await client.query('DELETE FROM tamis.migrations WHERE number > $1', [level]);
      assert.deepEqual(await lines(client, COLUMNS), columns, `schema ${level}`);
      assert.deepEqual(contentOfShared(shared), wanted, `schema ${level}`);
      assert.equal((await siftShared(shared, { inputs })).unchanged, true);
    }
    await client.end();
  });
});

function tableOf(line: string): string {
  return line.slice(0, line.indexOf('.'));
}

/** Tables and columns as the first scripts make them, in a transaction that is taken back. */
async function columnsOfLevel(client: pg.Client, level: number): Promise<readonly string[]> {
  await client.query('BEGIN');
  await client.query('ALTER SCHEMA tamis RENAME TO aside');
  for (const script of SCRIPTS.slice(0, level))
    await client.query(readFileSync(new URL(script, FOLDER), 'utf8'));
  const found = await lines(client, COLUMNS);
  await client.query('ROLLBACK');
  return found;
}

async function lines(client: pg.Client, sql: string): Promise<readonly string[]> {
  return (await client.query(sql)).rows.map(({ line }: { line: string }) => line);
}
