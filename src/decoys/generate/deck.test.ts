import assert from 'node:assert/strict';
import { test } from 'node:test';
import { fitMailbox } from '../fit/fit.ts';
import { mailsOf } from '../fit/mail.ts';
import { deckOf, regularsOf } from './deck.ts';

/** Twelve threads: the first `regular` of them by Ann, the others by somebody who writes once. */
function mailbox(regular: number) {
  const entries = Array.from({ length: 12 }, (_, i) => ({
    folder: '',
    bytes: Buffer.from(
      `Date: Mon, ${8 + i} Jan 2024 08:00:00 +0000\nFrom: ${i < regular ? 'Ann Lee <ann@x.org>' : `P Q${i} <q${i}@x.org>`}\nTo: olive@house.example\nMessage-ID: <${i}@x>\nSubject: s${i}\n\nThe chairs ${i} are in the hall.\n`,
    ),
  }));
  return fitMailbox(mailsOf(entries), { addresses: ['olive@house.example'], domains: ['house.example'] });
}

test('threads by somebody who writes often and did not agree are not dealt', () => {
  const model = mailbox(4);
  const regulars = regularsOf(model);
  assert.equal(regulars.size, 1);
  assert.deepEqual(deckOf(model, regulars), [4, 5, 6, 7, 8, 9, 10, 11]);
});

test('whoever writes twice is nobody’s regular, and those who agreed are none', () => {
  assert.equal(regularsOf(mailbox(2)).size, 0);
  assert.equal(deckOf(mailbox(2), regularsOf(mailbox(2))).length, 12);
});

test('where hardly anything would be left, all is dealt', () => {
  const model = mailbox(9);
  assert.equal(deckOf(model, regularsOf(model)).length, 12);
});
