import assert from 'node:assert/strict';
import { test } from 'node:test';
import { fitMailbox } from '../fit/fit.ts';
import { mailsOf } from '../fit/mail.ts';
import { fixtureMailbox } from '../testing/fixture-mailbox.ts';
import { Donors } from './donors.ts';

const OWNER = { addresses: ['olive.owner@house.example'], domains: ['house.example'] };
const MAILS = mailsOf(fixtureMailbox(120));
const MODEL = fitMailbox(MAILS, OWNER);
const donors = new Donors(MODEL);

const wanted = (shape: number, changes = {}) => ({
  seed: 's',
  shape,
  pass: 0,
  position: 0,
  attempt: 0,
  ...changes,
});

test('no thread says its own words, and its answers quote what its donor answered', () => {
  let whole = 0;
  MODEL.threads.forEach(({ mails }, shape) => {
    const own = MODEL.words[shape];
    mails.forEach((mail, position) => {
      const donor = donors.donor(wanted(shape, { position }));
      assert.ok(donor !== null && !(own?.mails ?? []).includes(donor.mail));
      const role = (author: number): string | undefined => MODEL.people[author]?.role;
      assert.equal(role(donor.mail.author), role(mail.author));
      if (donor.fits) whole++;
    });
  });
  assert.ok(whole > 250, `${whole}`);
});

test('words come from mail of nearly the same length, and nearly every mail gives once', () => {
  const given = MODEL.threads.flatMap(({ mails }, shape) =>
    mails.map((_, position) => donors.donor(wanted(shape, { position }))?.mail),
  );
  assert.ok(new Set(given).size > 0.9 * MAILS.length, `${new Set(given).size} of ${MAILS.length}`);
  const sum = (numbers: readonly number[]): number => numbers.reduce((a, b) => a + b, 0);
  const wantedLength = sum(MAILS.map(({ text }) => text.length));
  assert.ok(Math.abs(sum(given.map((mail) => mail?.characters ?? 0)) / wantedLength - 1) < 0.02);
});

test('another try and another pass have other words', () => {
  const first = donors.donor(wanted(7))?.mail;
  const others = [wanted(7, { attempt: 1 }), wanted(7, { attempt: 2 }), wanted(7, { pass: 1 })];
  assert.ok(others.some((each) => donors.donor(each)?.mail !== first));
});

test('words from elsewhere serve under the headers of the mailbox', () => {
  const elsewhere = mailsOf(fixtureMailbox(30));
  const model = fitMailbox(MAILS, OWNER, { words: elsewhere });
  assert.equal(model.wordsFrom, 'elsewhere');
  const found = MODEL.threads.filter((_, shape) => new Donors(model).donor(wanted(shape)) !== null);
  assert.ok(found.length > 110, `${found.length}`);
});
