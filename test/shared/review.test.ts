import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import pg from 'pg';
import { canonicalJson } from '../../src/case/canonical-json.ts';
import { verifyCustody } from '../../src/case/index.ts';
import type { ReviewEvent } from '../../src/case/review/event.ts';
import { asCustody, chained } from '../../src/case/review/review-log.ts';
import { openSharedCase } from '../../src/shared-case.ts';
import { postgresForTests } from '../postgres/for-tests.ts';

const postgres = await postgresForTests();
const now = (): Date => new Date('2017-05-05T22:00:00Z');
const desk = `desk_${process.pid}`;
const reader = `eve_${process.pid}`;

describe('the review of a shared case', { skip: postgres.type === 'none' && postgres.why }, () => {
  if (postgres.type === 'none') return;
  const as = (username: string) =>
    Object.assign(new URL(postgres.url), { username, password: 'a word' }).href;
  const connected = async (url: string): Promise<pg.Client> => {
    const client = new pg.Client({ connectionString: url });
    await client.connect();
    return client;
  };
  const read = (name = 'ours'): readonly ReviewEvent[] => {
    const store = postgres.open({ name, as: 'read', now });
    try {
      return store.reviewEvents();
    } finally {
      store.close();
    }
  };
  const isIntact = () => assert.equal(verifyCustody(read().map(asCustody)).type, 'intact');

  before(async () => {
    const tag = {
      author: 'Ann',
      session: 's',
      item: 'abcd',
      base: 0,
      action: { type: 'tag', tag: 'x' },
    } as const;
    for (const name of ['ours', 'theirs']) {
      const store = postgres.open({ name, as: 'lead', now, create: true });
      store.openReview().append(tag);
      store.close();
    }
    const owner = await connected(postgres.url);
    for (const [name, role] of [
      [desk, 'tamis_desk'],
      [reader, 'tamis_reader'],
    ]) {
      await owner.query(`CREATE ROLE ${name} LOGIN PASSWORD 'a word' IN ROLE ${role}`);
      await owner.query(`SELECT tamis.allow('${name}', 'ours')`);
    }
    await owner.end();
  });
  after(async () => {
    const owner = await connected(postgres.url);
    for (const name of [desk, reader]) await owner.query(`DROP OWNED BY ${name}; DROP ROLE ${name}`);
    await owner.end();
    await postgres.stop();
  });

  it('is chained by the database as Tamis chains it, and dated by its clock', () => {
    const store = openSharedCase({
      ...{ db: as(desk), name: null, as: 'read', now, env: { XDG_DATA_HOME: postgres.folder } },
    });
    const review = store.openReview();
    const actions = [
      { type: 'note', text: 'é\0\ue000\ue002\u2028\ud800 "\\\u007f\u001f\n C:\\users' },
      { type: 'check', verdict: null },
      { type: 'tag', tag: '😀\ue001' },
    ] as const;
    for (const [base, action] of actions.entries()) {
      const before = read().at(-1) ?? null;
      const event = {
        author: 'Zoë "Z" \\ \u0001\ue000',
        session: '',
        item: base === 1 ? null : 'é',
        base,
        action,
      };
      const added = review.append(event);
      assert.deepEqual(added, chained(event, before, new Date(added.time)));
      assert.ok(Math.abs(Date.parse(added.time) - Date.now()) < 60_000);
      assert.deepEqual(read().at(-1), added);
    }
    const odd = review.append({ author: 'a\0\ud800', session: 's', item: null, base: 0, action: actions[1] });
    assert.equal(odd.author, 'a\ufffd\ufffd');
    review.setTold(1_000_000);
    assert.equal(review.told(), odd.number);
    store.close();
    isIntact();
  });

  it('takes nothing from a server or a reader with a program of its own but events at its end', async (t) => {
    const known = read();
    const [ofDesk, ofReader] = await Promise.all([connected(as(desk)), connected(as(reader))]);
    t.after(() => Promise.all([ofDesk.end(), ofReader.end()]));
    const own = Number((await ofDesk.query('SELECT case_id FROM tamis.cases')).rows[0]?.case_id);
    const add = (id: number, author: string, action: string, base = '0', item = `'i'`): string =>
      `SELECT tamis.add_review(${id}, '2001-01-01T00:00:00.000Z', '${author}', 's', ${item}, ${base}, '${action}')`;
    const fine = '{"type":"collect"}';
    const denied = /permission denied|must be owner|row-level security/;
    for (const sql of [
      `INSERT INTO tamis.review SELECT case_id, 99, '2001-01-01T00:00:00.000Z', 'a', 's', 'i', 0, '{}', 'x' FROM tamis.cases`,
      `UPDATE tamis.review SET author = 'Bob'`,
      'DELETE FROM tamis.review',
      'TRUNCATE tamis.review',
      'COPY tamis.review FROM STDIN',
      'SELECT FROM tamis.review FOR UPDATE',
      'SELECT FROM tamis.cases FOR UPDATE',
      'INSERT INTO tamis.review_told SELECT case_id, 99 FROM tamis.cases ON CONFLICT DO NOTHING',
      'UPDATE tamis.review_told SET number = 0',
      'ALTER FUNCTION tamis.set_review_told(integer, bigint) RESET search_path',
      `CREATE FUNCTION tamis.hide_escapes(varchar) RETURNS json LANGUAGE sql AS 'SELECT NULL::json'`,
      add(own + 1, 'a', fine),
      add(0, 'a', fine),
      `SELECT tamis.set_review_told(${own + 1}, 1)`,
    ]) {
      await assert.rejects(ofDesk.query(sql), denied, sql);
      await assert.rejects(ofReader.query(sql), denied, sql);
    }
    await assert.rejects(ofReader.query(add(own, 'a', fine)), denied);
    await assert.rejects(ofReader.query(`SELECT tamis.set_review_told(${own}, 1)`), denied);
    for (const sql of [
      add(own, '\ue000\ue001', fine),
      add(own, '\ue000', fine),
      add(own, 'x'.repeat(5000), fine),
      add(own, 'a', fine, '-1'),
      add(own, 'a', fine, '9007199254740993'),
      add(own, 'a', fine, 'NULL'),
      add(own, 'a', fine, '0', `'\ue000'`),
      ...[
        '{}',
        '[]',
        'no json',
        '{"type":1}',
        '{"type":"Tag"}',
        '{"type":"x\\",\\"y"}',
        '{"type": "collect"}',
        '{"type":"tag","tag":"x"}',
        '{"author":"Bob","type":"collect"}',
        '{"base":7,"type":"collect"}',
        '{"type":"collect","type":"take"}',
        '{"\\u0061uthor":"Bob","type":"collect"}',
        '{"text":"\ue000","type":"note"}',
        `{"text":"${'x'.repeat(1_100_000)}","type":"note"}`,
      ].map((action) => add(own, 'a', action)),
    ])
      await assert.rejects(ofDesk.query(sql), /event|action|count|JSON|json|canonical/, sql.slice(0, 200));
    assert.deepEqual(read(), known);
    // Tables, functions and settings of its own session are not those of the log.
    await ofDesk.query(`CREATE TEMP TABLE review (LIKE tamis.review); CREATE TEMP TABLE cases (case_id integer);
      CREATE FUNCTION pg_temp.sha256(bytea) RETURNS bytea LANGUAGE sql AS $$ SELECT ''::bytea $$;
      CREATE FUNCTION pg_temp.allowed_cases() RETURNS integer[] LANGUAGE sql AS $$ SELECT '{${own + 1}}'::integer[] $$;
      SET search_path = pg_temp, tamis; SET TimeZone = 'Pacific/Kiritimati'; SET DateStyle = 'German';
      SET standard_conforming_strings = off; SET role tamis_desk`);
    await assert.rejects(ofDesk.query(add(own + 1, 'a', fine)), denied);
    await ofDesk.query(add(own, 'a', fine));
    const added = read().slice(known.length);
    assert.equal(added.length, 1);
    assert.ok(Math.abs(Date.parse(added[0]?.time ?? '') - Date.now()) < 60_000);
    isIntact();
    assert.equal(read('theirs').length, 1);
  });

  it('does not fork where many append at once', async () => {
    const known = read().length;
    const clients = await Promise.all(Array.from({ length: 6 }, () => connected(as(desk))));
    await Promise.all(
      clients.map(async (client, at) => {
        const { rows } = await client.query('SELECT case_id FROM tamis.cases');
        const own = Number((rows[0] as { case_id: number } | undefined)?.case_id);
        for (let base = 0; base < 12; base++) {
          // Half of them in transactions that began, and had looked, before the others were done.
          if (at % 2 === 0) await client.query('BEGIN; SELECT count(*) FROM tamis.review');
          await client.query(`SELECT tamis.add_review($1, NULL, $2, 's', NULL, $3, $4)`, [
            ...[own, `a${at}`, base, canonicalJson({ type: 'collect' })],
          ]);
          if (at % 2 === 0) await client.query(base % 4 === 0 ? 'ROLLBACK' : 'COMMIT');
        }
        await client.end();
      }),
    );
    assert.equal(read().length, known + 3 * 12 + 3 * 9);
    isIntact();
  });
});
