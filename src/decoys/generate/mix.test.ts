import assert from 'node:assert/strict';
import { test } from 'node:test';
import { fitMailbox } from '../fit/fit.ts';
import { mailsOf } from '../fit/mail.ts';
import { randomOf } from '../model/random.ts';
import { fixtureMailbox } from '../testing/fixture-mailbox.ts';
import { Mix } from './mix.ts';

const OWNER = { addresses: ['olive.owner@house.example'], domains: ['house.example'] };
const mix = new Mix(fitMailbox(mailsOf(fixtureMailbox(60)), OWNER));

test('a block as long as nobody wrote is put together, and is not the same few over and over', () => {
  const random = randomOf('mix');
  const long = Array.from({ length: 40 }, () => mix.block('prose', 1200, false, random) ?? '');
  assert.ok(new Set(long).size > 30, `${new Set(long).size}`);
  const mean = long.reduce((sum, { length }) => sum + length, 0) / long.length;
  assert.ok(mean > 800 && mean < 1800, `${mean}`);
});

test('a size of nothing, of a line and of a book end', () => {
  const random = randomOf('mix');
  for (const size of [0, 1, 1e9])
    for (const form of ['prose', 'lines'] as const) {
      const block = mix.block(form, size, true, random);
      assert.ok(block === null || block.length < 20_000);
    }
});
