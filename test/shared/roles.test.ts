import assert from 'node:assert/strict';
import { join } from 'node:path';
import { after, describe, it } from 'node:test';
import pg from 'pg';
import { prepareItem } from '../../src/case/index.ts';
import { openSharedCase } from '../../src/shared-case.ts';
import { postgresForTests } from '../postgres/for-tests.ts';
import { makeMessage } from '../records.ts';
import { contentOfShared, siftShared, workerProcess } from './shared-sift.ts';

const DEMO = join(import.meta.dirname, '../../demo/dump');
const postgres = await postgresForTests();
const now = (): Date => new Date();

describe('roles of the database', { skip: postgres.type === 'none' && postgres.why }, () => {
  if (postgres.type === 'none') return;
  after(() => postgres.stop());
  const suffix = `${process.pid}`;
  const as = (role: string): string =>
    Object.assign(new URL(postgres.url), { username: `${role}_${suffix}`, password: 'a word' }).href;
  const asOwner = async (...statements: readonly string[]): Promise<void> => {
    const client = new pg.Client({ connectionString: postgres.url });
    await client.connect();
    for (const sql of statements) await client.query(sql);
    await client.end();
  };
  const open = (role: string, name: string | null, kind: 'read' | 'work' = 'read') =>
    openSharedCase({ db: as(role), name, as: kind, now, env: { XDG_DATA_HOME: postgres.folder } });

  it('let each account see its own cases, and change no more than its work needs', async (t) => {
    for (const name of ['ours', 'theirs']) {
      const store = postgres.open({ name, as: 'lead', now, create: true });
      store.addItems([prepareItem('leak', makeMessage({ path: `d/${name}`, subject: `secret of ${name}` }))]);
      store.close();
    }
    t.after(() =>
      asOwner(
        `DROP OWNED BY reader_${suffix}, worker_${suffix}`,
        `DROP ROLE reader_${suffix}, worker_${suffix}`,
      ).catch(() => {}),
    );
    await asOwner(
      `CREATE ROLE reader_${suffix} LOGIN PASSWORD 'a word' IN ROLE tamis_reader`,
      `CREATE ROLE worker_${suffix} LOGIN PASSWORD 'a word' IN ROLE tamis_worker`,
      `SELECT tamis.allow('reader_${suffix}', 'ours')`,
      `SELECT tamis.allow('worker_${suffix}', 'theirs')`,
    );
    const store = open('reader', null);
    assert.deepEqual(
      [...store.search('secret', {})].map(({ path }) => path),
      ['d/ours'],
    );
    store.log('export', { items: 1 });
    assert.equal([...store.custody()].at(-1)?.action, 'export');
    store.close();
    assert.throws(() => open('reader', 'theirs'), { code: 'no-case' });
    // What the account may not do it may not do with any other program either.
    const client = new pg.Client({ connectionString: as('reader') });
    await client.connect();
    const { rows } = await client.query('SELECT count(*)::int AS n FROM tamis.items');
    assert.equal(rows[0]?.n, 1);
    for (const sql of [
      'DELETE FROM tamis.items',
      'UPDATE tamis.custody SET action = action',
      `INSERT INTO tamis.access SELECT current_user, case_id FROM tamis.cases`,
      `SELECT tamis.allow(current_user, 'theirs')`,
      `INSERT INTO tamis.custody SELECT case_id + 1, 1, '', '', '', '' FROM tamis.cases`,
      'SELECT * FROM tamis.access',
    ])
      await assert.rejects(client.query(sql), /permission denied|row-level security/, sql);
    const words = 'SELECT tamis.rows_with(case_id, $1::tsquery) FROM generate_series(0, 9) AS case_id';
    assert.equal((await client.query(words, ["'ssecret'"])).rows.length, 1);
    await client.end();
    const worker = open('worker', 'theirs', 'work');
    assert.throws(() => worker.setSetting('x', 'y'), { code: 'db-denied' });
    assert.throws(
      () =>
        worker.addKeys([
          {
            domain: 'a',
            selector: 'b',
            record: 'c',
            trust: 'owner',
            source: 'd',
            firstSeen: null,
            lastSeen: null,
          },
        ]),
      { code: 'db-denied' },
    );
    worker.close();
  });

  it('tell nobody by the estimates of the planner what stands in a case that he may not see', async (t) => {
    const store = postgres.open({ name: 'guessed', as: 'lead', now, create: true });
    const messages = Array.from({ length: 120 }, (_, at) =>
      makeMessage({ path: `d/${at}`, from: at < 60 ? 'source@secret.example' : `a${at}@secret.example` }),
    );
    store.addItems(messages.map((message) => prepareItem('leak', message)));
    store.close();
    t.after(() => asOwner(`DROP ROLE guesser_${suffix}`).catch(() => {}));
    await asOwner(`CREATE ROLE guesser_${suffix} LOGIN PASSWORD 'a word' IN ROLE tamis_reader`, 'ANALYZE');
    const client = new pg.Client({ connectionString: as('guesser') });
    await client.connect();
    const estimate = async (condition: string): Promise<string> => {
      const { rows } = await client.query(`EXPLAIN SELECT FROM tamis.items WHERE ${condition}`);
      return JSON.stringify(rows).replaceAll(/'[^']*'/g, '');
    };
    for (const [one, other] of [
      [`from_address = 'source@secret.example'`, `from_address = 'nobody@secret.example'`],
      [`path < 'd/2'`, `path < 'x'`],
      [`path_start < 'd/2'`, `path_start < 'x'`],
    ] as const)
      assert.equal(await estimate(one), await estimate(other), one);
    await client.end();
    const owner = new pg.Client({ connectionString: postgres.url });
    await owner.connect();
    const { rows } = await owner.query(
      `SELECT DISTINCT s.attname FROM pg_stats s JOIN information_schema.columns c ON c.table_schema = s.schemaname
       AND c.table_name = s.tablename AND c.column_name = s.attname
       WHERE s.schemaname = 'tamis' AND s.tablename NOT IN ('access', 'migrations')
       AND c.data_type IN ('text', 'ARRAY', 'jsonb', 'json', 'bytea', 'tsvector')`,
    );
    await owner.end();
    const sampled = rows.map(({ attname }) => String(attname));
    assert.deepEqual(
      sampled.filter((name) => !['role', 'kind', 'status', 'verdict', 'part'].includes(name)),
      [],
    );
  });

  it('let a reader find by the indexes, as the owner does', async (t) => {
    const store = postgres.open({ name: 'searched', as: 'lead', now, create: true });
    const others = Array.from({ length: 1500 }, (_, at) =>
      makeMessage({ path: `d/b${at}`, text: `word${at} other` }),
    );
    const wanted = makeMessage({ path: 'd/a', subject: 'quarterly figures' });
    store.addItems([wanted, ...others].map((message) => prepareItem('leak', message)));
    store.settle();
    store.close();
    await asOwner('ANALYZE tamis.words', 'ANALYZE tamis.items');
    await asOwner(
      `CREATE ROLE finder_${suffix} LOGIN PASSWORD 'a word' IN ROLE tamis_reader`,
      `SELECT tamis.allow('finder_${suffix}', 'searched')`,
    );
    t.after(() => asOwner(`DROP OWNED BY finder_${suffix}`, `DROP ROLE finder_${suffix}`));
    // So few rows would be read whole, if anything else is possible.
    await asOwner(`ALTER ROLE finder_${suffix} SET enable_seqscan = off`);
    const client = new pg.Client({ connectionString: as('finder') });
    await client.connect();
    t.after(() => client.end());
    const own = (await client.query('SELECT case_id FROM tamis.cases')).rows[0]?.case_id;
    const page = `SELECT path FROM tamis.items i WHERE i.case_id = ${own} AND i.path_start >= left('d/a', 600)
      AND i.path_start <= left('d/b1', 600)`;
    const { rows } = await client.query(`EXPLAIN ${page}`);
    assert.match(JSON.stringify(rows), /items_path.*Index Cond.*path_start/);
    const scans = async (): Promise<number> => {
      const owner = new pg.Client({ connectionString: postgres.url });
      await owner.connect();
      const { rows } = await owner.query(
        `SELECT idx_scan::int AS n FROM pg_stat_user_indexes WHERE indexrelname = 'words_words'`,
      );
      await owner.end();
      return (rows[0] as { n: number } | undefined)?.n ?? 0;
    };
    const before = await scans();
    const reader = open('finder', 'searched');
    assert.deepEqual(
      [...reader.search('quarterly', {})].map(({ path }) => path),
      ['d/a'],
    );
    reader.close();
    // A connection tells the statistics what it did when it ends, or a second later.
    for (let tries = 0; tries < 50 && (await scans()) === before; tries++)
      await new Promise((resolve) => setTimeout(resolve, 100));
    assert.ok((await scans()) > before, 'the index of words was not used');
  });

  it('give a worker enough to read a dump', async (t) => {
    const shared = { postgres, name: 'by a worker' };
    await siftShared(shared, { inputs: [] });
    await asOwner(
      `CREATE ROLE hand_${suffix} LOGIN PASSWORD 'a word' IN ROLE tamis_worker`,
      `SELECT tamis.allow('hand_${suffix}', 'by a worker')`,
    );
    const worker = workerProcess({ ...shared, db: as('hand') });
    t.after(() => worker.kill());
    await siftShared(
      { ...shared, leaseSeconds: 30 },
      { inputs: [DEMO], workerEntry: new URL('./slow-worker.ts', import.meta.url) },
    );
    assert.ok(contentOfShared(shared).length > 50);
    const done = worker.events('committed').reduce((sum, { items }) => sum + Number(items), 0);
    assert.ok(done > 0, worker.log);
    assert.equal(worker.child.exitCode, null, worker.log);
  });
});
