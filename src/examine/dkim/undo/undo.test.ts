import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { domainKey } from '../../../../test/mail/sign.ts';
import { splitHeaders } from '../../../../test/mail/split-headers.ts';
import { KeyRing } from '../../keys/key-ring.ts';
import { verifySignatures } from '../verify.ts';
import {
  ALTERNATIVE,
  assertUndone,
  bodyOf,
  check,
  FOOTER,
  HEADER,
  MESSAGE,
  rsa,
  sign,
  TEXT,
  TEXT_TYPE,
} from './testing/signed-message.ts';

describe('what is undone and not called harmless', () => {
  test('a sentence put above the text is no notice of a filter', () => {
    const signed = sign(MESSAGE);
    const at = signed.length - bodyOf(MESSAGE).length;
    assertUndone(
      `${signed.slice(0, at)}Send the money today.\n${signed.slice(at)}`,
      ['list-header'],
      'Send the money',
    );
  });
});

describe('the words that are set aside', () => {
  function addedTo(message: string): readonly (readonly [string, string, boolean])[] {
    return check(message).undone?.added.map(({ at, text, whole }) => [at, text, whole] as const) ?? [];
  }

  test('a footer, decoded, and a tag', () => {
    const signed = sign(MESSAGE).replace('Subject: ', 'Subject: [news] ');
    assert.deepEqual(addedTo(`${signed}Liste caf\xc3\xa9\n`), [
      ['end', 'Liste café', true],
      ['subject', '[news]', true],
    ]);
  });

  test('a notice in the plain and the HTML form, also where the forms are encoded', () => {
    const plain = Buffer.from(TEXT.join('\r\n'), 'latin1');
    const html = '<html><body>\r\n<p>Hello</p>\r\n</body></html>\r\n';
    const lines = (bytes: Buffer | string) =>
      Buffer.from(bytes as string, 'latin1')
        .toString('base64')
        .replace(/.{76}/g, '$&\n');
    const two = (first: string, second: string) =>
      [
        ...HEADER,
        'Content-Type: multipart/alternative; boundary=b1',
        '',
        ...['--b1', TEXT_TYPE[0] ?? '', 'Content-Transfer-Encoding: base64', '', first],
        ...['--b1', 'Content-Type: text/html', 'Content-Transfer-Encoding: base64', '', second],
        '--b1--',
        '',
      ].join('\n');
    const signed = sign(two(lines(plain.toString('latin1')), lines(html)));
    const head = signed.slice(0, signed.indexOf('\n\n') + 2);
    const notice = 'External mail, be careful.';
    const written = two(
      lines(`${notice}\r\n\r\n${plain.toString('latin1')}`),
      lines(html.replace('<p>', `<div>${notice}</div>\r\n<p>`)),
    );
    assert.deepEqual(addedTo(head + bodyOf(written)), [
      ['top', notice, true],
      ['top', notice, true],
    ]);
  });

  test('a file hung under a message is no text', () => {
    const file = '--b1\nContent-Type: application/pdf\n\n%PDF\n--b1--\n';
    const signed = sign(ALTERNATIVE);
    assert.deepEqual(addedTo(signed.slice(0, signed.lastIndexOf('--b1--')) + file), [['part', '', false]]);
  });
});

describe('what is computed and no harmless change', () => {
  test('the Date that was signed, in summer time and winter time', () => {
    const signedAt = Date.UTC(2017, 4, 1, 8, 0, 3) / 1000;
    const signed = sign(MESSAGE, { extra: `t=${signedAt}; ` });
    for (const date of ['Sat, 1 Apr 2017 10:00:00 +0200', 'Wed, 11 Jan 2017 23:59:59 +0100']) {
      const { undone, header } = check(signed.replace(/Date: .*/, `Date: ${date}`));
      assert.equal(header.type, 'good');
      assert.deepEqual(undone?.changes, ['date-changed']);
      assert.equal(undone?.restored, 'Mon, 1 May 2017 10:00:00 +0200');
    }
  });

  test('a second From or Subject before one that is signed as the only one', () => {
    for (const [name, value] of [
      ['From', 'Mallory <m@example.org>'],
      ['Subject', 'Shred it'],
    ] as const) {
      const extra = `${name}: ${value}\n`;
      const message = extra + sign(MESSAGE);
      const { undone } = check(message);
      assert.deepEqual(undone?.changes, [`extra-${name.toLowerCase()}`]);
      assert.deepEqual(undone?.regions, [{ start: 0, end: extra.length }]);
    }
  });
});

describe('what must not be undone', () => {
  test('a media type or an encoding exchanged', () => {
    for (const [from, to] of [
      ['text/plain', 'text/html'],
      ['Encoding: 8bit', 'Encoding: base64'],
    ] as const) {
      const result = check(sign(MESSAGE).replace(from, to));
      assert.deepEqual([result.header.type, result.undone], ['changed', null]);
    }
  });

  const forgeries: Record<string, (signed: string) => string> = {
    'a word edited': (signed) => signed.replace('nine', 'noon'),
    'a word edited under a footer': (signed) => signed.replace('nine', 'noon') + FOOTER.join('\n'),
    'a sentence cut out': (signed) => signed.replace('we meet at nine.', ''),
    'a sentence put in': (signed) => signed.replace('Hello all,\n', 'Hello all,\nSend money.\n'),
    'the end cut off': (signed) => signed.slice(0, signed.indexOf('From now')),
  };
  for (const [name, forge] of Object.entries(forgeries)) {
    test(name, () => {
      const result = check(forge(sign(MESSAGE)));
      assert.equal(result.header.type, 'good');
      assert.equal(result.body.type, 'mismatch');
      assert.equal(result.undone, null);
    });
  }

  test('Subject, Date and From edited', () => {
    for (const [from, to] of [
      ['Monday', 'Friday'],
      ['1 May', '2 May'],
      ['alice@', 'bob@'],
    ] as const) {
      const result = check(sign(MESSAGE).replace(from, to));
      assert.equal(result.header.type, 'changed');
      assert.equal(result.undone, null);
    }
  });

  test('a restored body does not make a changed header good', () => {
    const result = check(sign(MESSAGE).replace('Monday', 'Friday') + FOOTER.join('\n'));
    assert.equal(result.header.type, 'changed');
    assert.equal(result.body.type, 'match');
    assert.deepEqual(result.undone?.changes, ['list-footer']);
  });

  test('without the search nothing is undone', () => {
    const ring = new KeyRing();
    ring.add(domainKey(rsa));
    const message = splitHeaders(Buffer.from(sign(MESSAGE) + FOOTER.join('\n'), 'latin1'));
    const [result] = verifySignatures(message, ring, { now: 0, undo: false });
    assert.equal(result?.body.type, 'mismatch');
    assert.equal(result?.undone, null);
  });
});
