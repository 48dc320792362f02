import assert from 'node:assert/strict';
import { test } from 'node:test';
import { beginningOf, linkBeginnings } from './link-beginnings.ts';
import { mailsOf } from './mail.ts';
import { maskedPath } from './masked-path.ts';
import { fillSlots } from './slots.ts';

const OWNER = { addresses: ['olive@house.example'], domains: ['house.example'] };

function mailbox(links: readonly string[]) {
  return mailsOf(
    links.map((link, i) => ({
      folder: '',
      bytes: Buffer.from(
        `Date: Mon, 8 Jan 2024 08:0${i}:00 +0000\nFrom: p${i % 4}@x.org\nMessage-ID: <${i}@x>\nSubject: s${i}\n\nSee ${link} please\n`,
      ),
    })),
  );
}

test('what three people begin their links with is kept, the house’s own, profiles and secrets are not', () => {
  const pages = ['a', 'b', 'c', 'd'];
  const found = (prefix: string) =>
    linkBeginnings(mailbox(pages.map((page) => `${prefix}${page}`)), 3, OWNER).map(({ begin }) => begin);
  assert.deepEqual(found('https://code.org/project/'), ['https://code.org/project/']);
  assert.deepEqual(found('https://bugs.org/show.cgi?id='), ['https://bugs.org/show.cgi?id=']);
  assert.deepEqual(found('https://code.org/'), [], 'a host alone: what follows may be somebody’s house');
  assert.deepEqual(found('https://wiki.house.example/pages/'), []);
  assert.deepEqual(found('https://people.org/in/'), []);
  assert.deepEqual(found('https://x.org/reset?token='), []);
  assert.deepEqual(
    linkBeginnings(mailbox(['https://code.org/project/a', 'https://code.org/project/b']), 3, OWNER),
    [],
  );
});

test('the longest beginning counts', () => {
  const links = ['l/1/a', 'l/1/b', 'l/1/c', 'l/x', 'l/y', 'l/z'].map((path) => `https://h.org/${path}`);
  assert.deepEqual(linkBeginnings(mailbox(links), 3, OWNER), [
    { begin: 'https://h.org/l/', threads: 3 },
    { begin: 'https://h.org/l/1/', threads: 3 },
  ]);
  assert.equal(beginningOf('https://h.org/l/1/q', new Set(['https://h.org/l/'])), 'https://h.org/l/');
  assert.equal(beginningOf('https://h.org/l/', new Set(['https://h.org/l/'])), null);
});

test('the rest keeps its form and common words, and nothing that reaches somebody', () => {
  const shown = (rest: string): string | null => {
    const masked = maskedPath(rest, (word) => word === 'blob');
    return masked === null ? null : fillSlots(masked, (kind, length) => `{${kind} ${length}}`);
  };
  assert.equal(shown('blob/chairs.md#l12?at=1a2b3c4d'), 'blob/{word 6}.{word 2}#{word 3}?{word 2}={hash 8}');
  assert.equal(shown('2020/5/13/4711'), '2020/{figures 1}/1{figures 1}/4{figures 3}');
  assert.equal(shown('33123456789'), null);
  assert.equal(shown('caf\u00e9'), null);
});
