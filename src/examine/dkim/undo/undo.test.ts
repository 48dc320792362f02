import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { domainKey, makeTestKey, type SignOptions, signMessage } from '../../../../test/mail/sign.ts';
import { splitHeaders } from '../../../../test/mail/split-headers.ts';
import type { SignatureResult } from '../../../model/index.ts';
import { KeyRing } from '../../keys/key-ring.ts';
import { verifySignatures } from '../verify.ts';

const rsa = makeTestKey('example.org', 'sel');
const ed25519 = makeTestKey('example.org', 'ed', 'ed25519');

const HEADER = [
  'From: Alice <alice@example.org>',
  'To: list@lists.example.net',
  'Subject: Meeting on Monday',
  'Date: Mon, 1 May 2017 10:00:00 +0200',
  'Message-ID: <1@example.org>',
  'MIME-Version: 1.0',
];
const TEXT_TYPE = ['Content-Type: text/plain; charset=utf-8', 'Content-Transfer-Encoding: 8bit'];
const TEXT = [
  'Hello all,',
  '',
  'we meet at nine.  Bring the caf\xc3\xa9 list.',
  'From now on always.',
  '-- ',
  'Alice',
  '',
];
const FOOTER = [
  '_______________________________________________',
  'A list',
  'https://lists.example.net/',
  '',
];
const MESSAGE = [...HEADER, ...TEXT_TYPE, '', ...TEXT].join('\n');
const ALTERNATIVE = [
  ...HEADER,
  'Content-Type: multipart/alternative; boundary=b1',
  '',
  '--b1',
  ...TEXT_TYPE,
  '',
  ...TEXT,
  '--b1',
  'Content-Type: text/html; charset=utf-8',
  'Content-Transfer-Encoding: quoted-printable',
  '',
  '<p>Hello all, caf=C3=A9</p>',
  '--b1--',
  '',
].join('\n');

const ALL = [
  'from',
  'to',
  'subject',
  'date',
  'message-id',
  'mime-version',
  'content-type',
  'content-transfer-encoding',
];
const OVERSIGNED = [...ALL, 'from', 'subject', 'reply-to', 'sender', 'cc', 'list-id'];

function sign(message: string, options: SignOptions = {}, key = rsa): string {
  return signMessage(message, key, { headers: OVERSIGNED, ...options });
}

function check(message: string): SignatureResult {
  const ring = new KeyRing();
  for (const key of [rsa, ed25519]) ring.add(domainKey(key));
  const options = { now: Date.UTC(2026, 0, 1), undo: true };
  const [result] = verifySignatures(splitHeaders(Buffer.from(message, 'latin1')), ring, options);
  assert.ok(result);
  return result;
}

/** The signature verifies once `changes` are undone, and the regions hold `text`. */
function assertUndone(message: string, changes: readonly string[], text?: string): void {
  const result = check(message);
  assert.equal(result.header.type, 'good');
  assert.equal(result.body.type, 'match');
  assert.deepEqual(result.undone?.changes, changes);
  const regions = result.undone?.regions.map(({ start, end }) => message.slice(start, end)) ?? [];
  if (text !== undefined)
    assert.ok(
      regions.some((region) => region.includes(text)),
      regions.join('|'),
    );
}

function bodyOf(message: string): string {
  return message.slice(message.indexOf('\n\n') + 2);
}

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

describe('changes of transports, filters and archives', () => {
  const simple = { canonicalization: 'simple/simple' };

  test('>From is unstuffed, and stuffed', () => {
    assertUndone(sign(MESSAGE).replace('\nFrom now', '\n>From now'), ['from-stuffing']);
    assertUndone(sign(MESSAGE.replace('\nFrom now', '\n>From now')).replace('\n>From now', '\nFrom now'), [
      'from-stuffing',
    ]);
  });

  test('>From is unstuffed where another line had the mark from the beginning', () => {
    const quoted = MESSAGE.replace('\nFrom now', '\n>From then to now\nFrom now');
    assertUndone(sign(quoted).replace('\nFrom now', '\n>From now'), ['from-stuffing']);
  });

  test('LF, a missing final line end and extra ones need no undoing', () => {
    for (const canonicalization of ['simple/simple', 'relaxed/relaxed']) {
      const signed = sign(MESSAGE.replaceAll('\n', '\r\n'), { canonicalization });
      for (const stored of [signed.replaceAll('\r\n', '\n'), signed.slice(0, -2), `${signed}\r\n\r\n`]) {
        const result = check(stored);
        assert.deepEqual([result.header.type, result.body.type, result.undone], ['good', 'match', null]);
      }
    }
  });

  test('doubled carriage returns', () => {
    const signed = sign(MESSAGE.replaceAll('\n', '\r\n'), simple);
    const at = signed.indexOf('\r\n\r\n') + 4;
    assertUndone(signed.slice(0, at) + signed.slice(at).replaceAll('\r\n', '\r\r\n'), ['line-ends']);
  });

  test('trailing white space added, and taken from the separator', () => {
    assertUndone(sign(MESSAGE, simple).replace('always.', 'always.  '), ['trailing-space']);
    assertUndone(sign(MESSAGE, simple).replace('\n-- \n', '\n--\n'), ['trailing-space']);
  });

  test('fields folded anew under simple canonicalisation', () => {
    const folded = MESSAGE.replace('Subject: Meeting', 'Subject: Meeting\n\tfolded');
    const signed = sign(folded, { ...simple, headers: ALL });
    assertUndone(
      signed.replace('Meeting\n\tfolded', 'Meeting\n        folded').replace('Date: ', 'Date:   '),
      ['header-folding'],
    );
  });

  test('names of fields written in another case under simple canonicalisation', () => {
    const signed = sign(MESSAGE, { ...simple, headers: ALL });
    const recased = (spell: (name: string) => string) => {
      const end = signed.indexOf('\n\n');
      return signed.slice(0, end).replace(/^[\w-]+(?=:)/gm, spell) + signed.slice(end);
    };
    for (const spell of [
      (name: string) => name.toLowerCase(),
      (name: string) => name.replace('-ID', '-Id').replace('MIME', 'Mime').replace('DKIM', 'Dkim'),
    ])
      assertUndone(recased(spell), ['header-case']);
  });

  test('a body encoded anew', () => {
    const quoted = MESSAGE.replace('Encoding: 8bit', 'Encoding: quoted-printable')
      .replace('caf\xc3\xa9', 'caf=C3=A9')
      .replace('-- \n', '--=20\n');
    assertUndone(
      sign(quoted)
        .replace('Encoding: quoted', 'Encoding: 8bit')
        .replace(/8bit-printable/, '8bit')
        .replace('caf=C3=A9', 'caf\xc3\xa9')
        .replace('--=20\n', '-- \n'),
      ['reencoding', 'content-fields'],
    );
  });

  test('a part of a multipart encoded anew', () => {
    const turned = sign(ALTERNATIVE)
      .replace('Encoding: 8bit', 'Encoding: quoted-printable')
      .replace('the caf\xc3\xa9', 'the caf=C3=A9')
      .replace('-- \n', '--=20\n');
    assertUndone(turned, ['reencoding']);
  });

  test('a charset changed', () => {
    const latin1 = sign(MESSAGE)
      .replace('charset=utf-8', 'charset=iso-8859-1')
      .replace('caf\xc3\xa9', 'caf\xe9');
    assertUndone(latin1, ['reencoding', 'charset', 'content-fields']);
  });

  test('both forms in another charset, one of them in another encoding too', () => {
    const signed = sign(ALTERNATIVE);
    const written = signed
      .replaceAll('charset=utf-8', 'charset=windows-1252')
      .replace('caf\xc3\xa9', 'caf=E9')
      .replace('caf=C3=A9', 'caf=E9')
      .replace('Encoding: 8bit', 'Encoding: quoted-printable')
      .replace('-- \n', '--=20\n');
    assertUndone(written, ['reencoding']);
  });

  test('a banner above the text, alone and in a part', () => {
    const banner = 'CAUTION: this message comes from outside.\n\n';
    const signed = sign(MESSAGE);
    const at = signed.length - bodyOf(MESSAGE).length;
    assertUndone(signed.slice(0, at) + banner + signed.slice(at), ['security-banner'], 'CAUTION');
    assertUndone(
      sign(ALTERNATIVE).replace('Hello all,\n', `${banner}Hello all,\n`),
      ['security-banner'],
      'CAUTION',
    );
  });

  test('a mark in front of the subject', () => {
    for (const mark of ['***SPAM*** ', 'EXTERNAL: ', '[EXTERNAL] ']) {
      assertUndone(sign(MESSAGE).replace('Subject: ', `Subject: ${mark}`), ['security-banner']);
    }
  });
});

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
