import assert from 'node:assert/strict';
import { test } from 'node:test';
import { resolveKey } from './dns.ts';

const NOW = Date.UTC(2026, 0, 1);

function answering(answers: string[][], asked: string[] = []) {
  return {
    async resolveTxt(name: string): Promise<string[][]> {
      asked.push(name);
      return answers;
    },
  };
}

function failing(code: string) {
  return {
    async resolveTxt(): Promise<string[][]> {
      throw Object.assign(new Error('no answer'), { code });
    },
  };
}

test('a record in pieces, among others of the name', async () => {
  const asked: string[] = [];
  const resolver = answering([['unrelated'], ['v=DKIM1; k=rsa; ', 'p=AAAA']], asked);
  const key = await resolveKey('Example.org', 'Sel', resolver, NOW);
  assert.deepEqual(asked, ['sel._domainkey.example.org']);
  assert.ok(key !== null && 'record' in key);
  assert.equal(key.record, 'v=DKIM1; k=rsa; p=AAAA');
  assert.equal(key.trust, 'dns');
  // That it stood there before is not known, and not ruled out.
  assert.deepEqual([key.firstSeen, key.lastSeen], [null, '2026-01-01T00:00:00.000Z']);
});

test('no such name is null, a resolver in trouble is an error', async () => {
  assert.equal(await resolveKey('example.org', 'sel', failing('ENOTFOUND'), NOW), null);
  assert.equal(await resolveKey('example.org', 'sel', answering([['text']]), NOW), null);
  assert.deepEqual(await resolveKey('example.org', 'sel', failing('ETIMEOUT'), NOW), { error: 'ETIMEOUT' });
});

test('what is no name is never asked', async () => {
  const asked: string[] = [];
  for (const [domain, selector] of [
    ['example.org', 'a b'],
    ['', 'sel'],
    ['example.org', `${'x'.repeat(64)}`],
    [`${'a.'.repeat(130)}org`, 'sel'],
    ['example.org\0', 'sel'],
  ] as const) {
    assert.deepEqual(await resolveKey(domain, selector, answering([], asked), NOW), { error: 'bad-name' });
  }
  assert.deepEqual(asked, []);
});
