import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { ALL, ALTERNATIVE, assertUndone, bodyOf, check, MESSAGE, sign } from './testing/signed-message.ts';

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
