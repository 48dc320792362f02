import assert from 'node:assert/strict';
import { test } from 'node:test';
import { blockList } from '../guard/block-list.ts';
import { fixtureMailbox } from '../testing/fixture-mailbox.ts';
import { bareSubject, prefixWithoutNames } from './bare-subject.ts';
import { fitMailbox } from './fit.ts';
import { mailsOf } from './mail.ts';

test('what answers and lists put before a subject is apart from it', () => {
  assert.deepEqual(bareSubject('Re: [hall] Fwd: chairs: how many?'), {
    prefix: 'Re: [hall] Fwd: ',
    rest: 'chairs: how many?',
  });
  assert.deepEqual(bareSubject('chairs'), { prefix: '', rest: 'chairs' });
});

test('a newsletter that puts its own name before its subjects is named in no prefix', () => {
  const names = blockList(['Weekly Hall News'], []);
  assert.equal(prefixWithoutNames('Re: [Weekly Hall News] ', names), 'Re: ');
  assert.equal(prefixWithoutNames('Re: [hall] ', names), 'Re: [hall] ');
  const letter =
    'Date: Mon, 8 Jan 2024 08:00:00 +0000\nFrom: Weekly Hall News <news@elsewhere.example>\nTo: olive.owner@house.example\nSubject: [Weekly Hall News] Deeper\nMessage-ID: <n@elsewhere.example>\n\nHi\n';
  const mails = mailsOf([...fixtureMailbox(8), { folder: 'INBOX', bytes: Buffer.from(letter) }]);
  const model = fitMailbox(mails, {
    addresses: ['olive.owner@house.example'],
    domains: ['house.example'],
  });
  const prefixes = model.threads.flatMap((thread) => thread.mails.map(({ prefix }) => prefix));
  assert.ok(!prefixes.some((prefix) => prefix.includes('Weekly')), prefixes.join());
});
