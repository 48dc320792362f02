import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { DEFAULT_LIMITS } from '../../model/index.ts';
import { parseMessage } from '../../parse/mime/message.ts';
import { MessageView } from './message-view.ts';
import { openReading } from './open-reading.ts';

const ALL = ['content-type', 'content-transfer-encoding', 'content-disposition'] as const;
type Open = Parameters<typeof openReading>[1];

function readingOf(
  type: string,
  body: string,
  fields: readonly string[] = [],
  open: Open = ALL,
): string | null {
  const lines = ['From: a@a.example', ...(type === '' ? [] : [`Content-Type: ${type}`]), ...fields];
  const bytes = Buffer.from(`${lines.join('\r\n')}\r\n\r\n${body}`, 'latin1');
  const { root } = parseMessage(bytes, DEFAULT_LIMITS);
  return openReading(
    new MessageView({ bytes, headers: root.headers, bodyStart: root.bodyRange.start }),
    open,
  );
}

const parts = (...each: readonly string[]): string =>
  `${each.map((part) => `--b\r\n${part}\r\n`).join('')}--b--\r\n`;
const plain = (text: string): string => `Content-Type: text/plain\r\n\r\n${text}`;
const html = (text: string): string => `Content-Type: text/html\r\n\r\n<p>${text}</p>`;

describe('openReading', () => {
  it('says nothing of mail that reads alike whatever the fields say, and nothing where they are signed', () => {
    assert.equal(readingOf('text/plain; charset=utf-8', 'The hall is free.'), null);
    assert.equal(readingOf('', 'The hall = 3 rooms, at <a.example>.'), null);
    assert.equal(readingOf('text/enriched', 'We <bold>pay</bold>.', [], ['content-transfer-encoding']), null);
    assert.equal(readingOf('text/calendar; method=REQUEST', 'BEGIN:VCALENDAR'), null);
  });

  it('sees lines joined to other words, and not the two spaces that programs write, nor long addresses', () => {
    const type = 'text/plain; format=flowed; delsp=yes';
    assert.equal(readingOf(type, 'We do un \r\nlike him.\r\n'), 'open-breaks');
    assert.equal(readingOf(type, '> They are in \r\n> capable.\r\n'), 'open-breaks');
    assert.equal(readingOf(type, 'This line goes on  \r\nhere.\r\n'), null);
    assert.equal(readingOf(type, 'See https://a.example/plan?of=the \r\nhall\r\n'), null);
    assert.equal(readingOf('text/plain; format=flowed', 'This line goes on \r\nhere.\r\n'), null);
  });

  it('sees a charset in which a text reads as no language', () => {
    const text = 'Le prix est 12 \xa3, d\xe9j\xe0 r\xe9gl\xe9 \xe0 l\x92\xe9t\xe9 par la soci\xe9t\xe9.';
    assert.equal(readingOf('text/plain; charset=windows-1250', text), 'open-charset');
    assert.equal(readingOf('text/plain; charset=windows-1252', text), null);
    const czech = 'Dobr\xfd den, p\xf8ikl\xe1d\xe1m fotografie z n\xe1m\xec\x9at\xed.';
    assert.equal(readingOf('text/plain; charset=windows-1250', czech), null);
  });

  it('sees the source of an encoding, of HTML and of parts, and tags in a text that is no page', () => {
    assert.equal(readingOf('text/plain', 'R=C3=A9union le 2 =\r\n=C3=A0 dix heures'), 'open-type');
    assert.equal(readingOf('text/plain', 'a=1, =C3=A9 and =C3=A0'), null, 'not all of it is encoded');
    assert.equal(readingOf('', '<html><body>We pay.</body></html>'), 'open-type');
    assert.equal(readingOf('', parts(plain('One.'))), 'open-type');
    assert.equal(readingOf('text/html', 'Write <!-- no --> <b>we pay</b>.'), 'open-type');
    assert.equal(readingOf('text/html', 'We pay.<br>Bye.'), null);
    assert.equal(readingOf('message/rfc822', 'From: b@b.example\r\n\r\nText'), 'open-type');
  });

  it('sees parts shown as what they are not', () => {
    const [no, quoted] = [plain('No, we will never take it.'), plain('Shall we take the money?')];
    assert.equal(readingOf('multipart/alternative; boundary=b', parts(no, quoted)), 'open-parts');
    assert.equal(readingOf('multipart/mixed; boundary=b', parts(no, quoted)), null);
    const long = 'Nobody here wants their money, whatever journalists write about pictures.';
    assert.equal(readingOf('multipart/alternative; boundary=b', parts(plain(long), html(long))), null);
    const other = parts(plain(long), html('The account in the islands is open.'));
    assert.equal(readingOf('multipart/alternative; boundary=b', other), 'open-parts');
    assert.equal(
      readingOf('multipart/digest; boundary=b', parts('\r\nSubject: x\r\n\r\nText')),
      'open-parts',
    );
    const related = parts(`Content-ID: <1@a>\r\n${html('One.')}`, `Content-ID: <2@a>\r\n${html('Two.')}`);
    assert.equal(readingOf('multipart/related; boundary=b; start="<2@a>"', related), 'open-parts');
    assert.equal(readingOf('multipart/related; boundary=b; start="<1@a>"', related), null);
  });

  it('sees the name of the one file that a message is', () => {
    assert.equal(readingOf('application/pdf; name=plan.pdf', '%PDF'), 'open-file-name');
    const disposition = ['Content-Disposition: attachment; filename=plan.pdf'];
    assert.equal(readingOf('text/plain', 'Text', disposition), 'open-file-name');
    const signed: Open = ['content-disposition'];
    assert.equal(readingOf('application/pdf; name=plan.pdf', '%PDF', disposition, signed), null);
    assert.equal(readingOf('text/plain', 'Text', ['Content-Disposition: inline']), null);
  });

  it('takes hostile bodies', () => {
    for (const body of [
      '--b',
      '--b\r\n',
      `${'--b\r\n'.repeat(50_000)}`,
      '='.repeat(100_000),
      'a '.repeat(50_000),
    ])
      for (const type of ['multipart/alternative; boundary=b', 'multipart/related; start=x; boundary=b', ''])
        assert.doesNotThrow(() => readingOf(type, body));
  });

  it('sees words around the parts, and not the line about MIME', () => {
    const type = 'multipart/mixed; boundary=b';
    assert.equal(readingOf(type, `He wrote this to me:\r\n${parts(plain('We pay.'))}`), 'open-parts');
    assert.equal(readingOf(type, `${parts(plain('We pay.'))}What a lie that is!\r\n`), 'open-parts');
    const known = 'This is a multi-part message in MIME format.\r\n';
    assert.equal(readingOf(type, `${known}${parts(plain('We pay.'))}\r\n`), null);
  });

  it('sees files as alternatives, and texts as signatures or as encrypted', () => {
    const pdf = 'Content-Type: application/pdf\r\n\r\n%PDF';
    const mark = 'Content-Type: application/pgp-signature\r\n\r\n-----BEGIN';
    assert.equal(readingOf('multipart/alternative; boundary=b', parts(plain('One.'), pdf)), 'open-parts');
    assert.equal(readingOf('multipart/signed; boundary=b', parts(plain('One.'), pdf)), 'open-parts');
    assert.equal(readingOf('multipart/signed; boundary=b', parts(plain('One.'), mark)), null);
    assert.equal(readingOf('multipart/encrypted; boundary=b', parts(plain('One.'), pdf)), 'open-parts');
    const last = 'Content-Type: text/html\r\nContent-ID: <q@x>\r\n\r\n<p>Lie.</p>';
    const start = 'multipart/related; boundary=b; start="<q@x>"';
    assert.equal(readingOf(start, parts(plain('One.'), last)), 'open-parts');
  });
});
