import assert from 'node:assert/strict';
import { test } from 'node:test';
import { lookUpKeys } from './key-lookup.ts';

const WANTED = Array.from({ length: 40 }, (_, i) => ({ domain: 'x.example', selector: `s${i}` }));

test('finds what is there, in order, and leaves out what is not or does not answer', async () => {
  let asking = 0;
  let most = 0;
  const resolver = {
    async resolveTxt(name: string): Promise<string[][]> {
      most = Math.max(most, ++asking);
      await new Promise((resolve) => setTimeout(resolve, 1));
      asking--;
      const number = Number(/^s(\d+)\./.exec(name)?.[1]);
      if (number % 3 === 0) return [[`v=DKIM1; p=key${number}`]];
      throw Object.assign(new Error('no'), { code: number % 3 === 1 ? 'ENOTFOUND' : 'ETIMEOUT' });
    },
  };
  const keys = await lookUpKeys(WANTED, resolver, 0, new AbortController().signal);
  assert.deepEqual(
    keys.map((key) => key.selector),
    WANTED.map((name) => name.selector).filter((_, i) => i % 3 === 0),
  );
  assert.ok(most > 1 && most <= 16);
});

test('asks nothing once it is stopped', async () => {
  const abort = new AbortController();
  abort.abort();
  const resolver = { resolveTxt: async () => assert.fail('asked') };
  assert.deepEqual(await lookUpKeys(WANTED, resolver, 0, abort.signal), []);
});
