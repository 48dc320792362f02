import assert from 'node:assert/strict';
import { once } from 'node:events';
import { connect } from 'node:net';
import { join } from 'node:path';
import { after, before, describe, it } from 'node:test';
import { createCase, prepareItem } from '../../src/case/index.ts';
import type { ErrorJson } from '../../src/server/api/common.ts';
import { makeMessage } from '../records.ts';
import { makeTemporaryFolder } from './folder.ts';
import { cookieOf, type Served, serve } from './serve.ts';

const now = (): Date => new Date('2017-05-05T22:00:00Z');
const folder = makeTemporaryFolder('guards');
const directory = join(folder, 'guards.tamis');

let served: Served;

before(async () => {
  const store = createCase(directory, { now });
  store.addItems([prepareItem('leak', makeMessage({ path: 'd/a.eml', subject: 'Hello', text: 'secret' }))]);
  store.close();
  served = await serve(directory, { limits: { headersMs: 400 } });
});
after(() => served.server.close());

const own = (): string => `127.0.0.1:${served.server.port}`;

describe('the server lets in', () => {
  it('nobody without the token', async () => {
    for (const path of [
      '/api/overview',
      '/api/search?q=',
      '/api/custody',
      '/api/events',
      '/api/items/abcd',
    ]) {
      const { status, text } = await served.raw(path);
      assert.equal(status, 401, path);
      assert.doesNotMatch(text, /secret|Hello/);
    }
    assert.equal((await served.raw('/')).status, 401);
    assert.equal((await served.raw('/?token=wrong')).status, 401);
    assert.equal(
      (await served.raw('/api/overview', { headers: { authorization: 'Bearer '.padEnd(40, 'x') } })).status,
      401,
    );
    const open = await served.raw('/api/session');
    assert.deepEqual(JSON.parse(open.text).case, null);
  });

  it('who brings the token once, by a cookie that scripts and other sites cannot use', async () => {
    const visit = await served.raw(`/?token=${served.server.token}`);
    assert.equal(visit.status, 303);
    assert.equal(visit.headers.location, '/');
    const [cookie = ''] = visit.headers['set-cookie'] ?? [];
    assert.match(cookie, /HttpOnly/);
    assert.match(cookie, /SameSite=Strict/);
    assert.ok(!cookie.includes(served.server.token), 'the cookie is no token');
    const headers = { cookie: await cookieOf(served) };
    assert.equal((await served.raw('/api/overview', { headers })).status, 200);
    const left = await served.raw('/api/logout', {
      method: 'POST',
      headers: { ...headers, origin: `http://${own()}`, 'content-type': 'application/json' },
      body: '{}',
    });
    assert.equal(left.status, 200);
    assert.equal((await served.raw('/api/overview', { headers })).status, 401);
  });

  it('no name that was made to point here (DNS rebinding)', async () => {
    const authorization = `Bearer ${served.server.token}`;
    const hosts = [
      'evil.example',
      `evil.example:${served.server.port}`,
      '127.0.0.1',
      '127.0.0.1:1',
      `127.0.0.1.evil.example:${served.server.port}`,
      `10.0.0.1:${served.server.port}`,
    ];
    for (const host of hosts) {
      const { status } = await served.raw('/api/overview', { headers: { host, authorization } });
      assert.ok(status === 421 || status === 400, `${host}: ${status}`);
    }
    for (const host of [own(), `localhost:${served.server.port}`, `[::1]:${served.server.port}`]) {
      const { status } = await served.raw('/api/overview', { headers: { host, authorization } });
      assert.equal(status, 200, host);
    }
  });

  it('no writes and no reads of other sites', async () => {
    const cookie = await cookieOf(served);
    const write = (headers: Record<string, string>) =>
      served.raw('/api/session', {
        method: 'POST',
        headers: { cookie, ...headers },
        body: '{"author":"Eve"}',
      });
    const json = { 'content-type': 'application/json' };
    assert.equal((await write({ ...json, origin: 'https://evil.example' })).status, 403);
    assert.equal((await write({ ...json, origin: 'null' })).status, 403);
    assert.equal(
      (await write({ ...json, origin: `http://127.0.0.1:${served.server.port + 1}` })).status,
      403,
    );
    assert.equal((await write({ ...json, 'sec-fetch-site': 'cross-site' })).status, 403);
    assert.equal((await write({ ...json, 'sec-fetch-site': 'same-site' })).status, 403);
    assert.equal((await write(json)).status, 403, 'neither Origin nor Sec-Fetch-Site');
    assert.equal((await write({ origin: `http://${own()}`, 'content-type': 'text/plain' })).status, 415);
    assert.equal(
      (await write({ origin: `http://${own()}`, 'content-type': 'application/x-www-form-urlencoded' }))
        .status,
      415,
    );
    assert.equal((await write({ ...json, origin: `http://${own()}` })).status, 200);
    const read = (headers: Record<string, string>) =>
      served.raw('/api/overview', { headers: { cookie, ...headers } });
    assert.equal((await read({ 'sec-fetch-site': 'cross-site', 'sec-fetch-mode': 'no-cors' })).status, 403);
    assert.equal((await read({ origin: 'https://evil.example' })).status, 403);
    assert.equal((await read({ 'sec-fetch-site': 'same-origin' })).status, 200);
  });
});

describe('the server serves', () => {
  it('no path outside the case and the app', async () => {
    const authorization = `Bearer ${served.server.token}`;
    const paths = [
      '/../package.json',
      '/..%2f..%2fpackage.json',
      '/assets/..%2f..%2fpackage.json',
      '/%2e%2e/%2e%2e/etc/passwd',
      '//etc/passwd',
      '/api/items/..%2f..%2f..%2fetc%2fpasswd',
      '/api/items/..%2f..%2f..%2fetc%2fpasswd/source',
      '/api/items/%2fetc%2fpasswd/picture',
      '/api/items/d%2f..%2f..%2fcase.db/text',
      '/api/items/abcd/pages/..%2f1.png',
      '/api/download/..%2f..%2fcase.db',
      '/api/items/%00/text',
      '/api/items/%ff/text',
      '/case.db',
      '/review.db',
    ];
    for (const path of paths) {
      const { status, text } = await served.raw(path, { headers: { authorization } });
      assert.ok([400, 404, 410].includes(status), `${path}: ${status}`);
      assert.doesNotMatch(text, /root:|SQLite format|"dependencies"/);
    }
  });

  it('every answer with a strict policy, and nothing to be guessed', async () => {
    const authorization = `Bearer ${served.server.token}`;
    for (const path of ['/', '/api/overview', '/api/nothing', '/api/items/none', '/api/search?q=(']) {
      const { headers } = await served.raw(path, { headers: { authorization } });
      assert.equal(headers['x-content-type-options'], 'nosniff', path);
      assert.equal(headers['referrer-policy'], 'no-referrer', path);
      const policy = String(headers['content-security-policy']);
      const rules = new Map(policy.split('; ').map((rule) => [rule.split(' ')[0], rule]));
      for (const name of ['default-src', 'base-uri', 'form-action', 'frame-ancestors'])
        assert.equal(rules.get(name), `${name} 'none'`, path);
      for (const name of ['script-src', 'connect-src', 'style-src', 'font-src', 'frame-src'])
        assert.equal(rules.get(name), `${name} 'self'`, path);
      assert.doesNotMatch(policy, /unsafe-inline|unsafe-eval|https?:|\*/, path);
      assert.equal(headers['access-control-allow-origin'], undefined, path);
    }
  });

  it('a bad query with its place, and mistakes of ours without any detail', async () => {
    const authorization = `Bearer ${served.server.token}`;
    const bad = await served.raw('/api/search?q=verdict%3Alovely', { headers: { authorization } });
    assert.equal(bad.status, 400);
    assert.deepEqual([JSON.parse(bad.text).error.code, JSON.parse(bad.text).error.at], ['bad-query', 8]);
    const french = { authorization, 'accept-language': 'fr-FR,fr;q=0.9' };
    const mal = await served.raw('/api/search?q=verdict%3Alovely', { headers: french });
    const { why, hint, at }: ErrorJson['error'] = JSON.parse(mal.text).error;
    assert.equal(at, 8);
    assert.match(why ?? '', /ne connaît pas «\u00a0lovely\u00a0»/u);
    assert.match(hint ?? '', /^Il prend l’une de ces valeurs/u);
    const none = await served.raw('/api/items/aaaaaaaaaaaaa?lang=fr', { headers: { authorization } });
    assert.match(JSON.parse(none.text).error.message, /^Il n’y a pas d’élément/u);
    const wrong = await served.raw('/api/search?limit=9e9', { headers: { authorization } });
    assert.equal(wrong.status, 400);
    assert.equal(
      (
        await served.raw('/api/search', {
          method: 'DELETE',
          headers: { authorization, origin: `http://${own()}` },
        })
      ).status,
      405,
    );
  });
});

describe('the server stands', () => {
  it('a header of 50 MB', async () => {
    const socket = connect(served.server.port, '127.0.0.1');
    await once(socket, 'connect');
    let answer = '';
    socket.on('data', (chunk: Buffer) => {
      answer += chunk.toString('latin1');
    });
    socket.on('error', () => {});
    socket.write(`GET / HTTP/1.1\r\nHost: ${own()}\r\nX-Long: `);
    const piece = 'a'.repeat(1 << 20);
    let sent = 0;
    const closed = new Promise((resolve) => socket.on('close', resolve));
    while (sent < 50 && !socket.destroyed && socket.writable) {
      socket.write(piece);
      sent++;
      await new Promise((resolve) => setImmediate(resolve));
    }
    socket.end();
    await closed;
    assert.ok(answer === '' || /^HTTP\/1\.1 431 /.test(answer), answer.slice(0, 100));
    assert.equal((await served.raw('/api/session')).status, 200);
    const small = await served.raw('/api/session', { headers: { 'x-long': 'a'.repeat(20_000) } });
    assert.equal(small.status, 431);
  });

  it('a header that comes a byte at a time (slowloris)', async () => {
    const socket = connect(served.server.port, '127.0.0.1');
    await once(socket, 'connect');
    socket.on('error', () => {});
    socket.resume();
    socket.write('GET / HTTP/1.1\r\nHost: ');
    const drip = setInterval(() => socket.write('a'), 50);
    await new Promise((resolve) => socket.on('close', resolve));
    clearInterval(drip);
    assert.equal((await served.raw('/api/session')).status, 200);
  });

  it('a body that is too long, or no JSON', async () => {
    const headers = { authorization: `Bearer ${served.server.token}`, 'content-type': 'application/json' };
    const long = { method: 'POST', headers, body: JSON.stringify({ author: 'x'.repeat(400_000) }) };
    assert.equal((await served.raw('/api/session', long).catch(() => ({ status: 413 }))).status, 413);
    const post = (body: string) => served.raw('/api/session', { method: 'POST', headers, body });
    assert.equal((await post('{')).status, 400);
    assert.equal((await post('null')).status, 400);
    assert.equal((await post('{"author":7}')).status, 400);
  });
});

describe('with a password', () => {
  it('signs in who knows it, under a name, and slows down who guesses', async () => {
    const clock = { now: Date.parse('2017-05-05T22:00:00Z') };
    const network = await serve(directory, {
      host: { name: '127.0.0.1', password: 'correct horse battery' },
      now: () => new Date(clock.now),
      passwordCost: 2 ** 10,
    });
    const login = (password: string, author = 'Ann') =>
      network.raw('/api/login', {
        method: 'POST',
        headers: { origin: `http://127.0.0.1:${network.server.port}`, 'content-type': 'application/json' },
        body: JSON.stringify({ password, author }),
      });
    assert.equal(network.server.token, '');
    assert.equal((await network.raw('/api/overview')).status, 401);
    const good = await login('correct horse battery');
    assert.equal(good.status, 200);
    const [cookie = ''] = good.headers['set-cookie'] ?? [];
    const headers = { cookie: cookie.split(';')[0] ?? '' };
    assert.equal(JSON.parse((await network.raw('/api/session', { headers })).text).author, 'Ann');
    assert.equal((await network.raw('/api/overview', { headers })).status, 200);
    for (let i = 0; i < 5; i++) assert.equal((await login(`guess ${i}`)).status, 401);
    const refused = await login('correct horse battery');
    assert.equal(refused.status, 429);
    assert.ok(Number(refused.headers['retry-after']) >= 1);
    clock.now += 60_000;
    assert.equal((await login('correct horse battery')).status, 200);
    await network.server.close();
  });
});
