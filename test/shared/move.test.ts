import assert from 'node:assert/strict';
import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { after, describe, it } from 'node:test';
import { verifyCustody } from '../../src/case/index.ts';
import { openCase } from '../../src/case/open.ts';
import { openReview, readReview } from '../../src/case/review/review-store.ts';
import { moveCase } from '../../src/move-case.ts';
import { postgresForTests } from '../postgres/for-tests.ts';
import { contentOf, siftQuietly, temporaryFolder } from '../sift/sift-case.ts';
import { contentOfShared, siftShared } from './shared-sift.ts';

const DEMO = join(import.meta.dirname, '../../demo');
const postgres = await postgresForTests();
const now = (): Date => new Date('2026-02-02T00:00:00Z');

/** Every row of every table but the index and the log, which a move adds to. */
function rowsOf(directory: string): Record<string, unknown[]> {
  const database = new DatabaseSync(join(directory, 'case.db'), { readOnly: true });
  const tables = database.prepare(
    `SELECT name FROM sqlite_schema WHERE type = 'table' AND name NOT LIKE 'words%' AND name <> 'custody'`,
  );
  const all = tables.all().map(({ name }) => {
    const rows = database.prepare(`SELECT * FROM ${String(name)}`).all();
    return [String(name), rows.map((row) => JSON.stringify(row)).sort()] as const;
  });
  database.close();
  return Object.fromEntries(all);
}

describe('case move', { skip: postgres.type === 'none' && postgres.why }, () => {
  if (postgres.type === 'none') return;
  after(() => postgres.stop());

  it('takes a case into the database and back without loss', async (t) => {
    const folder = temporaryFolder(t);
    const original = join(folder, 'demo.tamis');
    const inputs = [join(DEMO, 'dump')];
    const references = [join(DEMO, 'reference')];
    await siftQuietly(original, { inputs, references });
    const review = openReview(original, now);
    const id = [...openCase(original, { now, readOnly: true }).search('', { limit: 1 })][0]?.id ?? '';
    review.append({ author: 'Ana', session: 's', item: id, base: 0, action: { type: 'tag', tag: 'press' } });
    review.close();
    const wanted = contentOf(original);
    const at = `${postgres.url}?case=moved`;
    const there = moveCase({ from: original, to: at, env: {}, now, objects: `file://${postgres.folder}` });
    assert.ok((there.items ?? 0) > 90);
    assert.deepEqual(contentOfShared({ postgres, name: 'moved' }), wanted);

    const back = join(folder, 'back.tamis');
    assert.deepEqual(
      { ...moveCase({ from: at, to: back, env: {}, now }), custody: 0 },
      { ...there, custody: 0 },
    );
    assert.deepEqual(rowsOf(back), rowsOf(original));
    assert.deepEqual(
      readdirSync(join(back, 'objects')).filter((name) => name !== 'tmp'),
      readdirSync(join(original, 'objects')).filter((name) => name !== 'tmp'),
    );
    assert.deepEqual(readReview(back), readReview(original));
    const [one, other] = [original, back].map((directory) => openCase(directory, { now, readOnly: true }));
    for (const query of [
      'budget',
      'facture OR contrat',
      '"camille"',
      'tag:press',
      'in:/dump',
      'from:camille -has:attachment',
    ]) {
      const hits = [one, other].map((store) =>
        [...(store?.search(query, {}) ?? [])].map(({ id: found }) => found),
      );
      assert.deepEqual(hits[0], hits[1], query);
    }
    assert.equal(verifyCustody(other?.custody() ?? []).type, 'intact');
    assert.equal([...(other?.custody() ?? [])].at(-1)?.action, 'case-moved');
    one?.close();
    other?.close();
    assert.throws(() => moveCase({ from: original, to: at, env: {}, now }), { code: 'case-exists' });

    const again = await siftShared({ postgres, name: 'moved' }, { inputs, references });
    assert.equal(again.unchanged, true);
  });
});
