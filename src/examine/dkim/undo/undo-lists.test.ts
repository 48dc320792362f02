import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { splitHeaders } from '../../../../test/mail/split-headers.ts';
import { KeyRing } from '../../keys/key-ring.ts';
import { verifySignatures } from '../verify.ts';
import {
  ALL,
  ALTERNATIVE,
  assertUndone,
  check,
  ed25519,
  FOOTER,
  HEADER,
  MESSAGE,
  sign,
  TEXT,
  TEXT_TYPE,
} from './testing/signed-message.ts';

describe('changes of mailing lists', () => {
  test('a footer under a text', () => {
    for (const canonicalization of ['simple/simple', 'relaxed/relaxed']) {
      assertUndone(sign(MESSAGE, { canonicalization }) + FOOTER.join('\n'), ['list-footer'], 'https://lists');
    }
  });

  test('a footer without a key, where nothing else is tried', () => {
    const without = (text: string) => {
      const options = { now: 0, undo: true, undoWithoutKey: 'footers' } as const;
      return verifySignatures(splitHeaders(Buffer.from(text, 'latin1')), new KeyRing(), options)[0];
    };
    const cut = without(sign(MESSAGE) + FOOTER.join('\n'));
    assert.deepEqual([cut?.body.type, cut?.undone?.changes], ['match', ['list-footer']]);
    assert.equal(cut?.header.type, 'not-checkable');
    assert.equal(without(sign(MESSAGE).replace('at nine', 'at ten'))?.body.type, 'mismatch');
  });

  test('the region of a footer is the footer and nothing else', () => {
    const signed = sign(MESSAGE);
    const result = check(signed + FOOTER.join('\n'));
    assert.deepEqual(result.undone?.regions, [
      { start: signed.length, end: signed.length + FOOTER.join('\n').length },
    ]);
  });

  test('a footer and a subject tag', () => {
    const tagged = sign(MESSAGE).replace('Subject: ', 'Subject: [a-list] ');
    assertUndone(tagged, ['subject-tag'], '[a-list]');
    assertUndone(tagged + FOOTER.join('\n'), ['list-footer', 'subject-tag'], '[a-list]');
  });

  test('a tag before and after Re:', () => {
    const reply = sign(MESSAGE.replace('Subject: ', 'Subject: Re: '));
    assertUndone(reply.replace('Re: ', '[a-list] Re: '), ['subject-tag']);
    assertUndone(reply.replace('Re: ', 'Re: [a-list] '), ['subject-tag']);
    const tagged = sign(MESSAGE.replace('Subject: ', 'Subject: Re: [a-list] '));
    assertUndone(tagged.replace('Re: [a-list] ', '[a-list] Re: '), ['subject-tag']);
  });

  test('a footer under base64', () => {
    const signed = sign(MESSAGE);
    const content = Buffer.from(TEXT.join('\n') + FOOTER.join('\n'), 'latin1');
    const lines = content.toString('base64').replace(/.{76}/g, '$&\n');
    const head = signed.slice(0, signed.indexOf('\n\n')).replace('Encoding: 8bit', 'Encoding: base64');
    assertUndone(`${head}\n\n${lines}\n`, ['reencoding', 'list-footer', 'content-fields']);
  });

  test('a message wrapped into a part, with a part of the list after it', () => {
    const signed = sign(MESSAGE);
    const head = signed.slice(0, signed.indexOf('\nContent-Type'));
    const wrapped = [
      `${head}`,
      'Content-Type: multipart/mixed; boundary=outer',
      '',
      '--outer',
      ...TEXT_TYPE,
      '',
      ...TEXT,
      '--outer',
      'Content-Type: text/plain',
      '',
      ...FOOTER,
      '--outer--',
      '',
    ].join('\n');
    assertUndone(wrapped, ['list-wrapping', 'list-footer', 'content-fields'], 'A list');
  });

  test('what l= leaves out is not taken for a footer', () => {
    const signed = sign(MESSAGE, { length: 20 });
    const head = signed.slice(0, signed.indexOf('\nContent-Type'));
    const lines = [...TEXT, 'one more line', 'and another', ''];
    const list = ['--outer', 'Content-Type: text/plain', '', ...FOOTER, '--outer--', ''];
    const outer = ['Content-Type: multipart/mixed; boundary=outer', '', '--outer', ...TEXT_TYPE, ''];
    const result = check([head, ...outer, ...lines, ...list].join('\n'));
    assert.equal(result.body.type, 'match');
    assert.ok(result.weaknesses.includes('length-tag'), 'most of the text was never signed');
    const added = result.undone?.added.map(({ text }) => text).join('\n') ?? '';
    assert.match(added, /A list/);
    assert.doesNotMatch(added, /another/);
  });

  test('words cut out of a multipart are those a reader sees', () => {
    const part = ['--b1', 'Content-Type: text/plain', '', ...FOOTER, '--b1--'].join('\n');
    const quoted = '<p>Hello all, caf=C3=A9</p>\n<p>z=C3=A9ro, and a line that goes o=\nn</p>\n';
    const open = sign(ALTERNATIVE.replace('\n--b1--\n', '\n'));
    const result = check(`${open}${quoted.slice(quoted.indexOf('\n') + 1)}${part}\n`);
    assert.equal(result.body.type, 'match');
    const words = result.undone?.added.map(({ text }) => text) ?? [];
    assert.match(words[0] ?? '', /zéro, and a line that goes on/);
    assert.match(words.at(-1) ?? '', /^_+\s*A list/);
  });

  test('a part added to a multipart', () => {
    const part = ['--b1', 'Content-Type: text/plain', '', ...FOOTER, '--b1--'].join('\n');
    assertUndone(sign(ALTERNATIVE).replace('--b1--', part), ['list-footer'], 'A list');
    assert.deepEqual(check(sign(ALTERNATIVE).replace('--b1--', part)).undone?.parts, ['3']);
    assert.equal(check(sign(MESSAGE) + FOOTER.join('\n')).undone?.parts, undefined);
  });

  test('a footer under one part of a multipart', () => {
    const written = sign(ALTERNATIVE).replace('Alice\n\n--b1', `Alice\n\n${FOOTER.join('\n')}--b1`);
    assertUndone(written, ['list-footer'], 'A list');
  });

  test('a footer under both forms of a text', () => {
    const written = sign(ALTERNATIVE)
      .replace('Alice\n\n--b1', `Alice\n\n${FOOTER.join('\n')}--b1`)
      .replace('</p>\n', '</p>\n<hr>A list\n');
    assertUndone(written, ['list-footer'], '<hr>A list');
  });

  test('a footer put into an HTML text before its end', () => {
    const html = (...lines: readonly string[]) =>
      `<html><body><p>Hello all,</p>\n${lines.join('\n')}</body></html>\n`;
    const texts = [html('<p>caf=C3=A9 at nine</p>'), html('<p>caf=C3=A9</p>', '<p>at nine</p>', '')];
    const footers = ['<hr><p>A list<br>https://lists.example.net/</p>', '\n<hr>\n<p>A list</p>\n'];
    const type = (encoding: string) =>
      ['Content-Type: text/html; charset=utf-8', `Content-Transfer-Encoding: ${encoding}`, '', ''].join('\n');
    const lined = (text: string) => Buffer.from(text, 'latin1').toString('base64').replace(/.{76}/g, '$&\n');
    for (const text of texts) {
      for (const footer of footers) {
        const longer = text.replace('</body>', `${footer}</body>`);
        const quoted = `${HEADER.join('\n')}\n${type('quoted-printable')}`;
        assertUndone(sign(quoted + text).replace(text, longer), ['list-footer'], 'A list');
        const mixed = `${HEADER.join('\n')}\nContent-Type: multipart/mixed; boundary=b1\n\n--b1\n`;
        const part = (content: string) => `${type('base64')}${lined(content)}\n--b1--\n`;
        assertUndone(sign(mixed + part(text)).replace(part(text), part(longer)), ['list-footer']);
      }
    }
  });

  test('a footer under the plain form and inside the HTML form of one text', () => {
    const html = ALTERNATIVE.replace(
      '<p>Hello all, caf=C3=A9</p>',
      '<body><p>Hello all, caf=C3=A9</p></body>',
    );
    const written = sign(html)
      .replace('Alice\n\n--b1', `Alice\n\n${FOOTER.join('\n')}--b1`)
      .replace('</body>', '<hr>A list<br><a href="x">https://lists.example.net/</a></body>');
    assertUndone(written, ['list-footer'], '<hr>A list');
  });

  test('an HTML footer that draws or hides is not only its words', () => {
    const html = `${HEADER.join('\n')}\nContent-Type: text/html\n\n<body><p>at nine</p></body>\n`;
    const drawn = '<style>p{display:none} body::after{content:"at ten"}</style><hr>A list';
    const result = check(sign(html).replace('</body>', `${drawn}</body>`));
    assert.equal(result.body.type, 'match');
    assert.match(result.undone?.added[0]?.text ?? '', /^A list\n<style [0-9a-f]{12}>$/);
  });

  test('dots doubled in transfer', () => {
    const dotted = MESSAGE.replace('From now', '.hidden\nFrom now');
    assertUndone(sign(dotted).replace('\n.hidden', '\n..hidden'), ['dot-stuffing']);
  });

  test('words changed inside an HTML text are not restored', () => {
    const html = `${HEADER.join('\n')}\nContent-Type: text/html\n\n<body><p>at nine</p></body>\n`;
    assert.equal(check(sign(html).replace('at nine', 'at ten')).body.type, 'mismatch');
  });

  test('a footer under a part in base64', () => {
    const content = (lines: readonly string[]) =>
      Buffer.from(lines.join('\n'), 'latin1').toString('base64').replace(/.{76}/g, '$&\n');
    const encoded = ALTERNATIVE.replace('Encoding: 8bit', 'Encoding: base64').replace(
      TEXT.join('\n'),
      `${content(TEXT)}\n`,
    );
    const written = sign(encoded).replace(content(TEXT), content([...TEXT, ...FOOTER]));
    assertUndone(written, ['list-footer']);
  });

  test('a list sending in its own name', () => {
    const munged = sign(MESSAGE).replace(
      'From: Alice <alice@example.org>',
      'From: Alice via A list <list@lists.example.net>\nReply-To: Alice <alice@example.org>',
    );
    assertUndone(munged, ['from-munging', 'list-fields']);
  });

  test('but not another author under the name of the list', () => {
    const other = sign(MESSAGE).replace(
      'From: Alice <alice@example.org>',
      'From: Bob Brown via A list <list@lists.example.net>\nReply-To: Alice <alice@example.org>',
    );
    assert.equal(check(other).header.type, 'changed');
  });

  test('fields that were signed as absent and added later', () => {
    const added = sign(MESSAGE).replace(
      'To: ',
      'Reply-To: list@lists.example.net\nList-Id: <list.example.net>\nTo: ',
    );
    assertUndone(added, ['list-fields'], 'Reply-To');
  });

  test('recipients in another order', () => {
    const copied = MESSAGE.replace(
      'Subject: ',
      'List-Id: <a.example>\nCc: a@example.com, "B, b" <b@example.com>, c@example.com\nSubject: ',
    );
    const shuffled = sign(copied).replace(
      'a@example.com, "B, b" <b@example.com>, c@example.com',
      'c@example.com, a@example.com,\n "B, b" <b@example.com>',
    );
    assertUndone(shuffled, ['recipient-order']);
  });

  test('an Ed25519 signature is searched too', () => {
    assertUndone(sign(MESSAGE, { headers: ALL }, ed25519).replace('Subject: ', 'Subject: [a-list] '), [
      'subject-tag',
    ]);
  });
});
