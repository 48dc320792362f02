import assert from 'node:assert/strict';
import { test } from 'node:test';
import { mailsOf } from './mail.ts';
import { passwordStyle, styleOf } from './password-style.ts';

const OWNER = { addresses: ['olive@house.example'], domains: ['house.example'] };
const mail = (i: number, from: string, text: string) => ({
  folder: 'Sent',
  bytes: Buffer.from(
    `Date: Mon, 8 Jan 2024 08:0${i}:00 +0000\nFrom: ${from}\nMessage-ID: <${i}@x>\nContent-Type: text/plain; charset=utf-8\n\n${text}\n`,
  ),
});

test('a style says how a password is made, and nothing of it', () => {
  assert.equal(styleOf('Garden47?'), 'W00!');
  assert.equal(styleOf('Garden47-table#'), 'W00-w!');
  assert.equal(styleOf('tilleul.2024'), 'w.0000');
  for (const none of ['thanks', 'https://x/y1', 'a@house.example', 'file.txt', '{name}', '12345678'])
    assert.equal(styleOf(none), null, none);
});

test('the owner’s style is the one that two of their passwords share', () => {
  const style = (...texts: readonly [string, string][]) =>
    passwordStyle(mailsOf(texts.map(([from, text], i) => mail(i, from, text))), OWNER);
  const own = 'olive@house.example';
  assert.equal(
    style(
      [own, 'Hi, the password: Window68* — see you'],
      [own, 'Mot de passe : Jardin12!\n> password: other9'],
      [own, 'wifi: tilleul.2024'],
      ['ann@house.example', 'password: aaa-111\npassword: bbb-222\npassword: ccc-333'],
    ),
    'W00!',
  );
  assert.equal(style([own, 'password: Window68*'], [own, 'no more of them']), null);
  assert.equal(style([own, 'password: Window68*'], [own, 'as I said, password: Window68*']), null);
});
