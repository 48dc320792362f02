import assert from 'node:assert/strict';
import { join } from 'node:path';
import { after, describe, it } from 'node:test';
import { setTimeout as sleep } from 'node:timers/promises';
import { hashPassword } from '../../src/server/guard/password.ts';
import { openSharedCase } from '../../src/shared-case.ts';
import { postgresForTests } from '../postgres/for-tests.ts';
import { type RawOptions, serve } from '../server/serve.ts';
import { siftShared } from './shared-sift.ts';

const DEMO = join(import.meta.dirname, '../../demo/dump');
const postgres = await postgresForTests();
const now = (): Date => new Date();
const COST = 1024;

describe('the workbench on a shared case', { skip: postgres.type === 'none' && postgres.why }, () => {
  if (postgres.type === 'none') return;
  after(() => postgres.stop());

  it('lets accounts do what their role allows, logs what they look at, and ends with them', async (t) => {
    await siftShared({ postgres, name: 'desk' }, { inputs: [DEMO] });
    const owner = openSharedCase({ db: postgres.url, name: 'desk', as: 'work', now, env: {} });
    t.after(() => owner.close());
    const salt = new Uint8Array(16);
    for (const role of ['reader', 'reviewer', 'lead'] as const)
      owner.accounts.set(`Ana ${role}`, role, await hashPassword(`the ${role}'s word`, salt, COST));
    const store = openSharedCase({ db: postgres.url, name: 'desk', as: 'read', now, env: {} });
    const served = await serve(store.directory, {
      host: { name: '127.0.0.1', password: 'nobody knows this' },
      passwordCost: COST,
      shared: { store, db: postgres.url, name: 'desk', accounts: store.accounts },
    });
    t.after(() => served.server.close());
    const host = `127.0.0.1:${served.server.port}`;
    const ask = (path: string, cookie: string, body?: unknown) => {
      const headers = { host, cookie, origin: `http://${host}`, 'content-type': 'application/json' };
      const post: RawOptions = { method: 'POST', body: JSON.stringify(body) };
      return served.raw(path, { headers, ...(body !== undefined && post) });
    };
    const signIn = (author: string, password: string) => ask('/api/login', '', { author, password });
    const cookieOf = async (role: string): Promise<string> => {
      const answer = await signIn(`Ana ${role}`, `the ${role}'s word`);
      assert.equal(answer.status, 200, answer.text);
      return String(answer.headers['set-cookie']).split(';')[0] ?? '';
    };
    assert.equal((await signIn('Ana lead', 'nobody knows this')).status, 401);
    assert.equal((await signIn('Eve', "the lead's word")).status, 401);
    await sleep(1100);
    const [reader, reviewer, lead] = [
      await cookieOf('reader'),
      await cookieOf('reviewer'),
      await cookieOf('lead'),
    ];
    const id = [...store.search('kind:message', { limit: 1 })][0]?.id ?? '';
    assert.equal((await ask(`/api/items/${id}`, reader)).status, 200);
    assert.equal((await ask(`/api/items/${id}`, '')).status, 401);

    let base = 0;
    const change = async (cookie: string, type: string, extra: object = {}) => {
      const answer = await ask(`/api/review/items/${id}`, cookie, { base, change: { type, ...extra } });
      if (answer.status === 200) base = (JSON.parse(answer.text) as { version: number }).version;
      return answer.status;
    };
    assert.equal(await change(reader, 'tag', { tag: 'press' }), 403);
    assert.equal(await change(reviewer, 'tag', { tag: 'press' }), 200);
    assert.equal(await change(reviewer, 'sign-off'), 403);
    assert.equal(await change(lead, 'sign-off'), 200);
    assert.equal((await ask('/api/session', reviewer, { author: 'Somebody else' })).status, 403);
    assert.equal(store.count('tag:press', {}), 1);

    owner.accounts.revoke('Ana reviewer');
    assert.equal((await ask(`/api/items/${id}`, reviewer)).status, 401);
    assert.equal((await signIn('Ana reviewer', "the reviewer's word")).status, 401);
    assert.equal((await ask('/api/logout', lead, {})).status, 200);
    assert.equal((await ask(`/api/items/${id}`, lead)).status, 401);

    const wanted = [
      'account-signed-in Ana reader',
      'item-read Ana reader',
      'account-signed-out Ana lead',
      'review-tag Ana reviewer',
    ];
    const missing = (): readonly string[] => {
      const log = [...owner.custody()].map(
        ({ action, detail }) => `${action} ${String(detail.account ?? detail.author ?? '')}`,
      );
      return wanted.filter((entry) => !log.includes(entry));
    };
    // What is said of items gets into the custody log within seconds, on a busy machine a few more.
    for (let tries = 0; tries < 40 && missing().length > 0; tries++) await sleep(500);
    assert.deepEqual(missing(), []);
    assert.deepEqual(served.errors, []);
  });
});
