import assert from 'node:assert/strict';
import { test } from 'node:test';
import { blockList } from '../guard/block-list.ts';
import { type Mail, mailsOf } from './mail.ts';
import { People } from './people.ts';
import { sayable } from './sayable.ts';
import { fillSlots } from './slots.ts';

const OWNER = { addresses: ['olive@house.example'], domains: ['house.example'] };

function mailbox(): Mail[] {
  const mail = (i: number, from: string, text: string) => ({
    folder: '',
    bytes: Buffer.from(
      `Date: Mon, 8 Jan 2024 08:0${i}:00 +0000\nFrom: ${from}\nTo: Olive <olive@house.example>\nSubject: s${i}\nMessage-ID: <${i}@x>\n\n${text}\n`,
    ),
  });
  return mailsOf([
    mail(1, 'Quentin Marsh <quentin@elsewhere.com>', 'The printer in Lyon is free.'),
    mail(2, 'наб <nab@elsewhere.com>', 'We meet in Lyon again.'),
    mail(3, 'Bo Li <bo@house.example>', 'From Lyon we take the train.'),
    mail(4, 'Bo Li <bo@house.example>', 'Bring the chairs; ask, and see what they write.'),
  ]);
}

const mails = mailbox();
const people = new People(mails, OWNER);
const say = sayable(mails, OWNER, people, blockList(['Lefort'], []), {
  whole: new Set(['https://common.org/']),
  beginnings: new Set(['https://code.org/house/']),
});
const shown = (text: string, form: 'prose' | 'lines' = 'prose'): string | null => {
  const words = say(text, form);
  return words === null ? null : fillSlots(words, (kind) => `{${kind}}`);
};

test('people and foreign links become slots, the house’s own stay', () => {
  assert.equal(shown('Ask Quentin Marsh <quentin@elsewhere.com>.'), 'Ask {given} {family} <{address}>.');
  assert.equal(
    shown('See https://private.com/x and https://common.org/'),
    'See {link} and https://common.org/',
  );
  assert.equal(
    shown('See https://code.org/house/chairs/17 or https://code.org/house/reset?token=x1'),
    'See https://code.org/house/{word}/1{figures} or {link}',
  );
  assert.equal(shown('See https://wiki.house.example/rooms'), 'See https://wiki.house.example/rooms');
  assert.equal(shown('write to olive@house.example'), 'write to olive@house.example');
  assert.equal(shown('* наб <nab@elsewhere.com>, 10:00:', 'lines'), '* {given} <{address}>, 10:00:');
});

test('a name of nobody in the mailbox is filled anew where it is a usual one, and refused where it is not', () => {
  assert.equal(shown('We told Charlotte Atkins about it.'), 'We told {given} {family} about it.');
  assert.equal(shown('We told Zebulon about it.'), null);
  assert.equal(shown('We go to Lyon.'), 'We go to Lyon.');
});

test('secrets, numbers of telephones and accounts, banned topics and listed people keep a text out', () => {
  for (const text of [
    'my password: hunter2',
    'call +33 6 12 34 56 78 tonight',
    'or 01 42 34 56 78',
    'FR14 2004 1010 0505 0001 3M02 606',
    'the bribe was paid',
    'as Lefort said',
  ])
    assert.equal(say(text, 'prose'), null, text);
  assert.equal(
    say('version 2.6.40 of 2024, page 1200-1210', 'lines'),
    'version 2.6.40 of 2024, page 1200-1210',
  );
});
