import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import pg from 'pg';
import { canonicalJson } from '../../src/case/canonical-json.ts';
import { type CustodyEntry, verifyCustody } from '../../src/case/index.ts';
import { openSharedCase } from '../../src/shared-case.ts';
import { postgresForTests } from '../postgres/for-tests.ts';

const postgres = await postgresForTests();
const now = (): Date => new Date('2017-05-05T22:00:00Z');
const reader = `ana_${process.pid}`;

describe('the custody log of a shared case', { skip: postgres.type === 'none' && postgres.why }, () => {
  if (postgres.type === 'none') return;
  const asReader = Object.assign(new URL(postgres.url), { username: reader, password: 'a word' }).href;
  const connected = async (url: string): Promise<pg.Client> => {
    const client = new pg.Client({ connectionString: url });
    await client.connect();
    return client;
  };
  const asOwner = async (...statements: readonly string[]): Promise<void> => {
    const client = await connected(postgres.url);
    for (const sql of statements) await client.query(sql);
    await client.end();
  };
  const read = (name = 'ours'): readonly CustodyEntry[] => {
    const store = postgres.open({ name, as: 'read', now });
    try {
      return [...store.custody()];
    } finally {
      store.close();
    }
  };

  before(async () => {
    for (const name of ['ours', 'theirs']) {
      const store = postgres.open({ name, as: 'lead', now, create: true });
      store.log('sift-started', { jobs: 1 });
      store.close();
    }
    await asOwner(
      `CREATE ROLE ${reader} LOGIN PASSWORD 'a word' IN ROLE tamis_reader`,
      `SELECT tamis.allow('${reader}', 'ours')`,
    );
  });
  after(async () => {
    await asOwner(`DROP OWNED BY ${reader}`, `DROP ROLE ${reader}`);
    await postgres.stop();
  });

  it('says which account appended, by the clock of the server', async () => {
    const store = openSharedCase({
      ...{ db: asReader, name: null, as: 'read', now, env: { XDG_DATA_HOME: postgres.folder } },
    });
    // What a name in a leak may hold: U+0000, half a pair of surrogates, what stands for U+0000 in the database.
    const detail = {
      query: 'é\0\ue000\ue002\u2028\ud800 "\\\u007f\u001f\n C:\\users',
      share: 0.25,
      ids: [1, -2, {}],
      none: null,
    };
    store.log('export', detail);
    store.close();
    const last = read().at(-1);
    const { database, ...said } = last?.detail ?? {};
    assert.deepEqual(said, detail);
    assert.equal((database as { account: string }).account, reader);
    assert.notEqual(last?.time, now().toISOString());
    assert.equal(verifyCustody(read()).type, 'intact');
  });

  it('takes nothing from a reader with a program of its own but entries in its name', async (t) => {
    const known = read();
    const client = await connected(asReader);
    t.after(() => client.end());
    const { rows } = await client.query('SELECT case_id FROM tamis.cases');
    const own = Number(rows[0]?.case_id);
    const foreign = own + 1;
    const log = (id: number, action: string, detail: string): string =>
      `SELECT tamis.log_custody(${id}, '2001-01-01T00:00:00.000Z', '${action}', '${detail}')`;
    for (const sql of [
      `INSERT INTO tamis.custody SELECT case_id, 99, '2001-01-01T00:00:00.000Z', 'export', '{}', 'x' FROM tamis.cases`,
      `UPDATE tamis.custody SET action = 'nothing'`,
      'DELETE FROM tamis.custody',
      'TRUNCATE tamis.custody',
      `COPY tamis.custody FROM STDIN`,
      'SELECT FROM tamis.custody FOR UPDATE',
      'SELECT FROM tamis.cases FOR UPDATE',
      `CREATE TRIGGER t BEFORE INSERT ON tamis.custody FOR EACH ROW EXECUTE FUNCTION suppress_redundant_updates_trigger()`,
      'ALTER TABLE tamis.custody DISABLE ROW LEVEL SECURITY',
      `CREATE FUNCTION tamis.allowed_cases(integer) RETURNS integer[] LANGUAGE sql AS 'SELECT NULL::integer[]'`,
      'ALTER FUNCTION tamis.log_custody(integer, text, text, text) RESET search_path',
      `SELECT tamis.canonical('{}')`,
      log(foreign, 'export', '{}'),
      log(0, 'export', '{}'),
    ])
      await assert.rejects(client.query(sql), /permission denied|must be owner|row-level security/, sql);
    for (const [action, detail] of [
      ['Export', '{}'],
      ['export","x":"', '{}'],
      ['export', '[]'],
      ['export', 'no json'],
      ['export', '{ }'],
      ['export', '{"b":1,"a":1}'],
      ['export', '{"a":1,"a":1}'],
      ['export', '{"a":[1, 2]}'],
      ['export', '{"a":1e2}'],
      ['export', '{"a":1.50}'],
      ['export', '{"a":-0}'],
      ['export', '{"a":12345678901234567890}'],
      ['export', '{"a":"\\u0041"}'],
      ['export', '{"a":"\\ud83d\\ude00"}'],
      ['export', '{"a":"\\/"}'],
      ['export', '{"a":"\ue000"}'],
      ['export', '{"a":"\ue000\ue003u0000"}'],
      ['export', '{"a":"\ue000\ue004"}'],
      ['export', '{"\\u0041":1}'],
      ['export', `{"a":"${'x'.repeat(300_000)}"}`],
      ['export', `{"a":${'['.repeat(20_000)}${']'.repeat(20_000)}}`],
    ] as const)
      await assert.rejects(client.query(log(own, action, detail)), `${action} ${detail.slice(0, 40)}`);
    assert.deepEqual(read(), known);
    // Tables, functions and settings of its own session are not those of the log.
    await client.query(`CREATE TEMP TABLE custody (LIKE tamis.custody); CREATE TEMP TABLE cases (case_id integer);
      CREATE TEMP TABLE access AS SELECT '${reader}'::name AS role_name, ${foreign} AS case_id;
      CREATE FUNCTION pg_temp.sha256(bytea) RETURNS bytea LANGUAGE sql AS $$ SELECT ''::bytea $$;
      CREATE FUNCTION pg_temp.allowed_cases() RETURNS integer[] LANGUAGE sql AS $$ SELECT '{${foreign}}'::integer[] $$;
      CREATE FUNCTION pg_temp.canonical(json) RETURNS text LANGUAGE sql AS $$ SELECT '{"a": 1}' $$;
      SET search_path = pg_temp, tamis; SET extra_float_digits = -10; SET TimeZone = 'Pacific/Kiritimati';
      SET DateStyle = 'German'; SET standard_conforming_strings = off; SET role tamis_reader`);
    await assert.rejects(client.query(log(foreign, 'export', '{}')), /permission denied/);
    await assert.rejects(client.query(log(own, 'export', '{"a": 1}')), /canonical/);
    const forged = { database: { account: 'somebody-else' }, share: 1 / 3 };
    await client.query(log(own, 'export', canonicalJson(forged)));
    const added = read().slice(known.length);
    assert.equal(added.length, 1);
    assert.match(JSON.stringify(added[0]?.detail), new RegExp(`"database":\\{"account":"${reader}"`));
    assert.ok(Math.abs(Date.parse(added[0]?.time ?? '') - Date.now()) < 60_000);
    assert.equal(verifyCustody(read()).type, 'intact');
    assert.equal(read('theirs').length, 1);
  });

  it('is chained by those who append at once', async () => {
    const known = read().length;
    const clients = await Promise.all(Array.from({ length: 6 }, () => connected(asReader)));
    await Promise.all(
      clients.map(async (client, at) => {
        const { rows } = await client.query('SELECT case_id FROM tamis.cases');
        for (let i = 0; i < 15; i++) {
          // Half of them in transactions that began, and had looked, before the others were done.
          if (at % 2 === 0) await client.query('BEGIN; SELECT count(*) FROM tamis.custody');
          await client.query(`SELECT tamis.log_custody($1, $2, 'export', $3)`, [
            ...[rows[0]?.case_id, now().toISOString(), canonicalJson({ i })],
          ]);
          if (at % 2 === 0) await client.query(i % 5 === 0 ? 'ROLLBACK' : 'COMMIT');
        }
        await client.end();
      }),
    );
    const entries = read();
    assert.equal(entries.length, known + 3 * 15 + 3 * 12);
    assert.equal(verifyCustody(entries).type, 'intact');
  });

  it('shows what the owner of the tables changed', async () => {
    const at = read().length - 3;
    const change = `UPDATE tamis.custody SET detail = replace(detail, '"i":', '"j":') WHERE number = ${at} AND case_id = 1`;
    await asOwner(change);
    assert.deepEqual(verifyCustody(read()), { type: 'broken', number: at, why: 'hash' });
    await asOwner(
      `UPDATE tamis.custody SET detail = replace(detail, '"j":', '"i":') WHERE number = ${at} AND case_id = 1`,
    );
    assert.equal(verifyCustody(read()).type, 'intact');
    await asOwner(`DELETE FROM tamis.custody WHERE number = ${at} AND case_id = 1`);
    assert.deepEqual(verifyCustody(read()), { type: 'broken', number: at, why: 'gap' });
  });
});
