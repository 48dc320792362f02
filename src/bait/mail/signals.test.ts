import assert from 'node:assert/strict';
import { test } from 'node:test';
import { DEFAULT_LIMITS } from '../../model/index.ts';
import { guardedOf } from './guarded.ts';
import { readView } from './read-view.ts';
import { signalsOf } from './signals.ts';
import { HTML, mail } from './testing/mail.ts';

test('of two links of one kind the worse counts, whichever stands first, and counts once', async () => {
  const guarded = guardedOf(['en-marche.fr'], []);
  const [near, holds] = ['https://en-rnarche.fr/', 'https://en-marche.co/'];
  for (const [first, second] of [
    [near, holds],
    [holds, near],
  ]) {
    const body = `<a href="${first}">one</a> <a href="${second}">two</a>`;
    const bytes = mail({ ...HTML, From: 'a@example.org', Subject: 'x' }, body);
    const signals = signalsOf(await readView(bytes, DEFAULT_LIMITS), guarded);
    const levels = signals.filter(({ code }) => code === 'bait-link-lookalike').map(({ level }) => level);
    assert.deepEqual(levels, [2], first);
  }
});
