import assert from 'node:assert/strict';
import { test } from 'node:test';
import { fitMailbox } from './fit.ts';
import { mailsOf } from './mail.ts';
import { mailboxNames } from './names.ts';

const PEOPLE = ['Hoang Le', 'Ying Xue', 'Tuong Lien', 'Rose Field'];

/** Answers that quote addresses of people, with what a spam filter wrote of their beginning. */
function mails() {
  return mailsOf(
    Array.from({ length: 12 }, (_, i) => {
      const name = PEOPLE[i % PEOPLE.length] ?? '';
      const address = `${name.toLowerCase().replace(' ', '.')}@house.example`;
      return {
        folder: '',
        bytes: Buffer.from(
          `From: ${name} <${address}>\nTo: Ann Lee <ann@house.example>\nDate: ${new Date(Date.UTC(2024, 0, i + 1)).toUTCString()}\nMessage-ID: <${i}@house.example>\nX-Spam-Report: Content preview: Hoang Le wrote something\nSubject: thing ${i}\n\nHello,\nHoang Le <hoang.le@house.example> and ying.xue@house.example met http://x.example/hoang a rose by rose, more rose.\n`,
        ),
      };
    }),
  );
}

test('a name in an address is a name, and one that is a word as well is none', () => {
  const names = mailboxNames(mails());
  assert.equal(names.get('Hoang'), 'given');
  assert.equal(names.get('Xue'), 'family');
  assert.equal(names.has('Rose'), false);
});

test('what a filter quotes in a header keeps nobody’s name', () => {
  const model = fitMailbox(mails(), { addresses: ['ann@house.example'], domains: ['house.example'] });
  const reports = model.threads.flatMap((thread) =>
    thread.mails.flatMap(({ fields }) => fields.filter(({ name }) => name === 'X-Spam-Report')),
  );
  assert.equal(reports.length, 12);
  const written = JSON.stringify(reports);
  assert.match(written, /preview/);
  assert.doesNotMatch(written, /Hoang/);
});
