import assert from 'node:assert/strict';
import { after, describe, it } from 'node:test';
import { setTimeout as sleep } from 'node:timers/promises';
import pg from 'pg';
import { postgresForTests } from '../../../test/postgres/for-tests.ts';
import { makeRecord } from '../../../test/records.ts';
import { prepareItem } from '../prepare.ts';

const postgres = await postgresForTests({ settings: ['autovacuum=off'] });
const now = (): Date => new Date('2017-05-05T22:00:00Z');
const BATCHES = 12;
const EACH = 100;

describe('items of a case that the planner knows nothing of', {
  skip: postgres.type === 'none' && postgres.why,
}, () => {
  if (postgres.type === 'none') return;
  after(() => postgres.stop());

  const write = (name: string): void => {
    const store = postgres.open({ name, as: 'lead', now, create: true });
    for (let batch = 0; batch < BATCHES; batch++) {
      const paths = Array.from({ length: EACH }, (_, at) => `d/${batch}/${at}`);
      store.addItems([
        ...(batch === 0 ? [prepareItem('leak', makeRecord({ path: 'd', kind: 'mailbox' }))] : []),
        ...paths.map((path) => prepareItem('leak', makeRecord({ path }))),
      ]);
      store.addChildren('leak', 'd', { expected: EACH, emitted: EACH, failed: 0, skipped: 0 });
    }
    assert.equal(store.itemByPath('leak', 'd')?.children?.emitted, BATCHES * EACH);
    store.close();
  };

  it('are found by their ids, and not by going through all of them for every batch', async () => {
    const client = new pg.Client({ connectionString: postgres.url });
    await client.connect();
    write('earlier');
    await client.query('ANALYZE tamis.items');
    /** Rows of the table looked at, by whatever way. */
    const looked = async (): Promise<number> => {
      const { rows } = await client.query(
        `SELECT (seq_tup_read + coalesce((SELECT sum(idx_tup_read) FROM pg_stat_user_indexes i WHERE i.relid = t.relid), 0))::int AS n,
           n_tup_ins::int AS inserted FROM pg_stat_user_tables t WHERE relname = 'items'`,
      );
      const [row] = rows as { n: number; inserted: number }[];
      return row?.inserted === written ? row.n : Number.NaN;
    };
    /** What a connection did is known some time after it ended. */
    const settled = async (): Promise<number> => {
      for (let tries = 0; tries < 100; tries++) {
        const n = await looked();
        if (!Number.isNaN(n)) return n;
        await sleep(100);
      }
      return assert.fail('the statistics of the server did not come');
    };
    let written = BATCHES * EACH + 1;
    const before = await settled();
    written *= 2;
    write('later');
    const rows = (await settled()) - before;
    await client.end();
    // All of them for every batch would be 6,600.
    assert.ok(rows < 1000, `${rows} rows were looked at`);
  });
});
