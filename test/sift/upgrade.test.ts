import assert from 'node:assert/strict';
import { cpSync, mkdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { describe, it } from 'node:test';
import { MIGRATIONS, SCHEMA_VERSION } from '../../src/case/migrations/index.ts';
import { databaseFile } from '../../src/case/sqlite/connection.ts';
import { parseKeyFile } from '../../src/examine/keys/key-file.ts';
import { contentOf, siftQuietly, temporaryFolder } from './sift-case.ts';

const DEMO = join(import.meta.dirname, '../../demo');

/**
 * A case as a Tamis of an earlier schema left it: the tables and columns of that time, with the rows of a case of today.
 */
function asOfLevel(level: number, today: string, directory: string): void {
  mkdirSync(directory);
  cpSync(join(today, 'objects'), join(directory, 'objects'), { recursive: true });
  const database = new DatabaseSync(databaseFile(directory), { defensive: false });
  database.exec(MIGRATIONS.slice(0, level).join('\n'));
  database.exec(`PRAGMA user_version = ${level}`);
  database.prepare('ATTACH ? AS today').run(databaseFile(today));
  const tables = database
    .prepare(
      `SELECT name FROM main.sqlite_schema WHERE type = 'table' AND sql NOT LIKE 'CREATE VIRTUAL%' AND name NOT LIKE 'sqlite_%'`,
    )
    .all()
    .map(({ name }) => String(name));
  for (const table of tables) {
    const columns = database
      .prepare('SELECT name FROM pragma_table_info(?)')
      .all(table)
      .map(({ name }) => `"${String(name)}"`)
      .join(', ');
    database.exec(
      `DELETE FROM main."${table}"; INSERT INTO main."${table}" (${columns}) SELECT ${columns} FROM today."${table}"`,
    );
  }
  database.close();
}

/** Added by later schemas: what OCR read, traces of messages, content, clusters, decoys. */
const LATER = ['ocr', 'traces', 'content', 'nearDuplicate', 'decoy'];

function withoutLater(content: readonly string[]): readonly unknown[] {
  return content.map((line) => {
    const entries = Object.entries(JSON.parse(line) as Record<string, unknown>);
    return Object.fromEntries(entries.filter(([name]) => !LATER.includes(name)));
  });
}

describe('a case of an earlier schema', () => {
  it('says what it said, and is judged anew with new keys, from each schema there was', {
    timeout: 120_000,
  }, async (t) => {
    const folder = temporaryFolder(t);
    const today = join(folder, 'today.tamis');
    const inputs = [join(DEMO, 'dump')];
    await siftQuietly(today, { inputs });
    const wanted = withoutLater(contentOf(today));
    const { keys } = parseKeyFile(readFileSync(join(DEMO, 'keys.jsonl'), 'utf8'), 'keys');
    const judged = join(folder, 'judged.tamis');
    cpSync(today, judged, { recursive: true });
    const { verdicts } = (await siftQuietly(judged, { inputs, keys })).totals;
    assert.ok(verdicts.authentic > 0);
    for (let level = 1; level < SCHEMA_VERSION; level++) {
      const old = join(folder, `${level}.tamis`);
      asOfLevel(level, today, old);
      assert.deepEqual(withoutLater(contentOf(old)), wanted, `schema ${level}`);
      const again = await siftQuietly(old, { inputs });
      assert.equal(again.unchanged, true);
      const result = await siftQuietly(old, { inputs, keys });
      assert.deepEqual(result.totals.verdicts, verdicts, `schema ${level}`);
    }
  });
});
