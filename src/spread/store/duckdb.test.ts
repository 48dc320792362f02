import assert from 'node:assert/strict';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { it } from 'node:test';
import { withDuckDb } from './duckdb.ts';

it('says what would help where more memory is needed than it may have', async (t) => {
  const temporary = mkdtempSync(join(tmpdir(), 'tamis-duckdb-'));
  t.after(() => rmSync(temporary, { recursive: true, force: true }));
  await assert.rejects(
    withDuckDb({ memoryBytes: 2 ** 27, temporary }, (connection) =>
      connection.run(
        `SELECT len(list(a)) FROM (SELECT repeat('post ', 40) || range AS a FROM range(3_000_000))`,
      ),
    ),
    { code: 'too-little-memory', message: /128 MB .* --memory/ },
  );
});
