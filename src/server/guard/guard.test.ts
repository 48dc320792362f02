import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { sessionCookie, sessionOf } from './cookies.ts';
import { isKnownHost } from './host-check.ts';
import { Sessions } from './sessions.ts';
import { Tries } from './tries.ts';

describe('names of the server', () => {
  it('are its own alone; with --host, addresses in digits too', () => {
    const own = { port: 4170, names: [], anyAddress: false };
    const network = { port: 4170, names: ['tamis.lan'], anyAddress: true };
    for (const host of ['127.0.0.1:4170', 'localhost:4170', 'LOCALHOST:4170', '[::1]:4170']) {
      assert.equal(isKnownHost(host, own), true, host);
      assert.equal(isKnownHost(host, network), true, host);
    }
    for (const host of ['192.168.1.20:4170', '[fe80::1]:4170', 'tamis.lan:4170']) {
      assert.equal(isKnownHost(host, own), false, host);
      assert.equal(isKnownHost(host, network), true, host);
    }
    for (const host of [
      undefined,
      '',
      'evil.example:4170',
      '127.0.0.1',
      '127.0.0.1:80',
      '1.2.3.4.evil.example:4170',
      'localhost:4170@evil.example',
      'localhost.evil.example:4170',
      '127.0.0.1:4170 ',
    ]) {
      assert.equal(isKnownHost(host, own), false, host);
      assert.equal(isKnownHost(host, network), false, host);
    }
  });
});

describe('sessions', () => {
  it('are told apart by port and forgotten when there are too many', () => {
    assert.equal(sessionOf('a=b; tamis-4170=one; tamis-4171=two', 4171), 'two');
    assert.equal(sessionOf('xtamis-4170=one', 4170), null);
    assert.match(sessionCookie(4170, 'one'), /^tamis-4170=one; Path=\/; HttpOnly; SameSite=Strict$/);
    let made = 0;
    const sessions = new Sessions('t'.repeat(32), (bytes) =>
      new Uint8Array(bytes).fill(made++ % 256).fill(made >> 8, 0, 4),
    );
    const first = sessions.start('Ann');
    assert.equal(sessions.find(first.id)?.author, 'Ann');
    for (let i = 0; i < 500; i++) sessions.start(null);
    assert.equal(sessions.find(first.id), null);
    assert.equal(sessions.isToken('t'.repeat(32)), true);
    assert.equal(sessions.isToken('t'.repeat(31)), false);
    assert.equal(new Sessions('', () => new Uint8Array(8)).isToken(''), false);
  });
});

describe('tries of a password', () => {
  it('wait longer after each wrong one, for each address and for all together', () => {
    let now = 0;
    const tries = new Tries(() => now);
    for (let i = 0; i < 5; i++) assert.equal(tries.wait('a'), 0);
    assert.equal(tries.wait('a'), 2_000);
    assert.equal(tries.wait('b'), 0);
    now += 2_000;
    assert.equal(tries.wait('a'), 0);
    assert.equal(tries.wait('a'), 4_000);
    now += 4_000;
    assert.equal(tries.wait('a'), 0);
    tries.right('a');
    for (let i = 0; i < 22; i++) assert.equal(tries.wait(`c${i}`), 0, String(i));
    assert.ok(tries.wait('d') > 0, 'thirty a minute are enough for all addresses');
    now += 60_001;
    assert.equal(tries.wait('d'), 0);
  });
});
