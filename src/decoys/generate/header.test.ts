import assert from 'node:assert/strict';
import { test } from 'node:test';
import { fitMailbox } from '../fit/fit.ts';
import { mailsOf } from '../fit/mail.ts';
import { makePersonas } from '../persona/make-personas.ts';
import { makeThread } from './mail.ts';
import { workshopOf } from './workshop.ts';

const OWNER = { addresses: ['olive@house.example'], domains: ['house.example'] };

test('a thread topic is the subject without Re:, and languages stay languages', () => {
  const entries = Array.from({ length: 8 }, (_, i) => ({
    folder: '',
    bytes: Buffer.from(
      `Date: Mon, ${8 + i} Jan 2024 08:00:00 +0000\nFrom: Olive <olive@house.example>\nTo: P Q${i} <q${i}@x.org>\nSubject: Re: chairs in hall ${i}\nThread-Topic: chairs in hall ${i}\nAccept-Language: ${i === 0 ? 'br-FR, ' : ''}en-US\nMessage-ID: <${i}@house.example>\n\nThe chairs ${i} are in the hall.\n`,
    ),
  }));
  const model = fitMailbox(mailsOf(entries), OWNER);
  const wish = { seed: '0e'.repeat(32), count: 20, languages: ['en'] as const, domains: OWNER.domains };
  const pack = {
    format: 1,
    owners: [],
    domains: OWNER.domains,
    outside: OWNER.domains,
    passwordStyle: 'W00!',
    personas: makePersonas(wish, { names: () => false, found: () => [] }, OWNER.domains),
  } as const;
  const shop = workshopOf(model, pack);
  const languages = new Set<string | undefined>();
  for (const shape of model.threads.keys())
    for (const { bytes } of makeThread(shop, wish.seed, { thread: shape, shape, upTo: 0 }, () => 0)) {
      const text = Buffer.from(bytes).toString('latin1');
      const subject = /^Subject: Re: (.*)$/m.exec(text)?.[1];
      assert.ok(subject !== undefined && subject.length > 3);
      assert.equal(/^Thread-Topic: (.*)$/m.exec(text)?.[1], subject);
      languages.add(/^Accept-Language: (.*)$/m.exec(text)?.[1]);
    }
  assert.deepEqual([...languages].sort(), ['br-FR, en-US', 'en-US']);
});
