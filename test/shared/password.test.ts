import assert from 'node:assert/strict';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { after, describe, it } from 'node:test';
import pg from 'pg';
import { openSharedCase } from '../../src/shared-case.ts';
import { postgresForTests } from '../postgres/for-tests.ts';
import { temporaryFolder } from '../sift/sift-case.ts';

const postgres = await postgresForTests({ asked: 'ana' });

describe('the password of an account of the database', {
  skip: postgres.type === 'none' && postgres.why,
}, () => {
  if (postgres.type === 'none') return;
  after(() => postgres.stop());
  if (postgres.server.restart === null) return;

  it('is read from a file that the environment names, whatever is in it', async (t) => {
    const password = 'p@ss: w/ö%41?#';
    const client = new pg.Client({ connectionString: postgres.url });
    await client.connect();
    await client.query(`CREATE ROLE ana LOGIN SUPERUSER PASSWORD '${password}'`);
    await client.end();
    const file = join(temporaryFolder(t), 'password');
    const db = Object.assign(new URL(postgres.url), { username: 'ana' }).href;
    const open = (env: Record<string, string>) =>
      openSharedCase({ db, name: 'asked', as: 'lead', create: true, now: () => new Date(), env });
    writeFileSync(file, `${password}\n`);
    const store = open({ TAMIS_DB_PASSWORD_FILE: file });
    assert.deepEqual(store.inputs(), []);
    store.close();
    writeFileSync(file, 'another\n');
    assert.throws(() => open({ TAMIS_DB_PASSWORD_FILE: file }), { code: /^db-/ });
    assert.throws(() => open({}), { code: /^db-/ });
  });
});
