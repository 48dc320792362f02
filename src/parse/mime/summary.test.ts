import assert from 'node:assert/strict';
import { test } from 'node:test';
import { DEFAULT_LIMITS } from '../../model/index.ts';
import { decodePart } from './body.ts';
import { partFinder } from './find-part.ts';
import { parseMessage } from './message.ts';
import { type MessageSummary, summarize } from './summary.ts';

function read(text: string): MessageSummary {
  return summarize(parseMessage(Buffer.from(text), DEFAULT_LIMITS), DEFAULT_LIMITS);
}

function names(summary: MessageSummary): (string | null)[] {
  return summary.attachments.map((one) => one.name);
}

test('raw bytes in a header are read as the text is', () => {
  const written = (charset: string, subject: string) => {
    const head = `Subject: ${subject}\nContent-Type: multipart/mixed; boundary=b\n\n`;
    const part = `--b\nContent-Type: text/plain; charset=${charset}\n\ntext\n--b--\n`;
    return summarize(parseMessage(Buffer.from(head + part, 'latin1'), DEFAULT_LIMITS), DEFAULT_LIMITS)
      .subject;
  };
  assert.equal(written('koi8-r', '\xf0\xd2\xc9\xd7\xc5\xd4'), 'Привет');
  assert.equal(written('shift_jis', '\x93\xfa\x96{'), '日本');
  assert.equal(written('utf-8', '\xe9t\xe9'), 'été', 'not what it says');
  assert.equal(written('koi8-r', '\xc3\xa9'), 'é', 'UTF-8 where valid');
  assert.equal(written('us-ascii', '\x1b$B$"\x1b(B'), 'あ', 'ISO-2022-JP by its escapes');
});

test('an armoured OpenPGP message in a text is a file; a clear-signed one stays text', () => {
  const block = '-----BEGIN PGP MESSAGE-----\n\nhQ==\n-----END PGP MESSAGE-----';
  const message = parseMessage(Buffer.from(`Subject: x\n\nbefore\n${block}\nafter\n`), DEFAULT_LIMITS);
  const summary = summarize(message, DEFAULT_LIMITS);
  assert.equal(summary.text, 'before\n\nafter\n');
  assert.deepEqual(names(summary), ['message.asc']);
  const part = partFinder(message, DEFAULT_LIMITS)('u1');
  assert.equal(part && Buffer.from(decodePart(message, part)).toString(), block);
  for (const text of [
    '> -----BEGIN PGP MESSAGE-----\n> hQ==\n> -----END PGP MESSAGE-----\n',
    '-----BEGIN PGP MESSAGE-----\nno end\n',
    '-----BEGIN PGP SIGNED MESSAGE-----\n\nhello\n-----BEGIN PGP SIGNATURE-----\n-----END PGP SIGNATURE-----\n',
  ]) {
    assert.deepEqual(names(read(`Subject: x\n\n${text}`)), []);
  }
});

test('header fields', () => {
  const summary = read(
    [
      'Message-ID: <a@x>',
      'In-Reply-To: Your message of Friday <b@x>',
      'References: <c@x> <d',
      ' @x>',
      'From: J <j@X.org>',
      'From: other@x',
      'To: a@x',
      'To: b@x',
      'Subject: =?utf-8?Q?=C3=A9t=C3=A9?=',
      'Date: Fri, 5 May 2017 20:00:01 +0200',
      'X-Mailer: M 1.0',
      '',
      'text',
    ].join('\r\n'),
  );
  assert.equal(summary.messageId, 'a@x');
  assert.deepEqual(summary.inReplyTo, ['b@x']);
  assert.deepEqual(summary.references, ['c@x', 'd@x']);
  assert.deepEqual(summary.from, [{ name: 'J', address: 'j@x.org' }]);
  assert.deepEqual(
    summary.to.map((one) => one.address),
    ['a@x', 'b@x'],
  );
  assert.equal(summary.subject, 'été');
  assert.equal(summary.date, '2017-05-05T18:00:01.000Z');
  assert.equal(summary.mailer, 'M 1.0');
  assert.equal(summary.text, 'text');
  assert.equal(summary.html, null);
});

function multipart(type: string, ...parts: string[]): string {
  return `Content-Type: multipart/${type}; boundary=${type}\n\n${parts.map((part) => `--${type}\n${part}\n`).join('')}--${type}--\n`;
}

const PLAIN = 'Content-Type: text/plain\n\nThe plain words of the message';
const HTML = 'Content-Type: text/html\n\n<p>The plain words of the <b>message</b>';

test('of alternatives the plain text is the text, the HTML is kept beside', () => {
  for (const parts of [
    [PLAIN, HTML],
    [HTML, PLAIN],
  ]) {
    const summary = read(multipart('alternative', ...parts));
    assert.equal(summary.text, 'The plain words of the message');
    assert.equal(summary.html, '<p>The plain words of the <b>message</b>');
    assert.deepEqual(names(summary), []);
  }
});

test('HTML that says more than its plain alternative is indexed too', () => {
  const more = `Content-Type: text/html\n\n<p>${'Hidden words about money. '.repeat(20)}</p>`;
  assert.match(
    read(multipart('alternative', 'Content-Type: text/plain\n\nSee the HTML part.', more)).text,
    /See the.*Hidden words/s,
  );
});

test('related images, named texts, messages are attachments; a footer is text', () => {
  const summary = read(
    multipart(
      'mixed',
      multipart('related', HTML, 'Content-Type: image/png; name=logo.png\nContent-ID: <l@x>\n\nx'),
      'Content-Type: text/plain; name=notes.txt\n\nn',
      'Content-Type: message/rfc822\n\nSubject: inner\n\ny',
      'Content-Type: text/plain\n\nlist footer',
    ),
  );
  assert.deepEqual(names(summary), ['logo.png', 'notes.txt', null]);
  assert.equal(summary.attachments[0]?.part.contentId, 'l@x');
  assert.equal(summary.text, 'The plain words of the message\nlist footer');
});

test('delivery reports and invitations are attachments whose words are indexed', () => {
  const summary = read(
    multipart(
      'report',
      PLAIN,
      'Content-Type: message/delivery-status\n\nFinal-Recipient: rfc822; gone@x',
      'Content-Type: text/calendar\n\nBEGIN:VEVENT\nSUMMARY:Secret\n  meeting\\, late\nATTENDEE;CN="Ann B":mailto:a@x\nEND:VEVENT',
    ),
  );
  assert.equal(summary.attachments.length, 2);
  assert.match(summary.text, /gone@x/);
  assert.match(summary.text, /Secret meeting, late\nAnn B mailto:a@x/);
});

test('files inside the text become virtual parts with ranges of the message', () => {
  const text =
    'Subject: s\n\nbefore\nbegin 644 a.txt\n%:&5L;&\\\n`\nend\nafter\n=ybegin line=128 size=1 name=b c.bin\nk\n=yend size=1\nlast\n';
  const message = parseMessage(Buffer.from(text), DEFAULT_LIMITS);
  const summary = summarize(message, DEFAULT_LIMITS);
  assert.deepEqual(names(summary), ['a.txt', 'b c.bin']);
  assert.equal(summary.text, 'before\nafter\nlast\n');
  const part = partFinder(message, DEFAULT_LIMITS)('u1');
  assert.ok(part);
  assert.equal(text.slice(part.bodyRange.start, part.bodyRange.end), 'begin 644 a.txt\n%:&5L;&\\\n`\nend\n');
  assert.equal(Buffer.from(decodePart(message, part)).toString(), 'hello');
  const second = partFinder(message, DEFAULT_LIMITS)('u2');
  assert.equal(second && Buffer.from(decodePart(message, second)).toString(), 'A');
});

test('prose that begins with "begin" is no file', () => {
  assert.deepEqual(names(read('Subject: s\n\nbegin 644 things at once\nand see what comes\n')), []);
});

test('format=flowed is undone and the text is bounded', () => {
  assert.equal(read('Content-Type: text/plain; format=flowed\n\none \r\ntwo\r\n').text, 'one two\n');
  const long = parseMessage(Buffer.from(`Subject: s\n\n${'x'.repeat(1000)}`), DEFAULT_LIMITS);
  assert.equal(summarize(long, { ...DEFAULT_LIMITS, textChars: 100 }).text.length, 100);
});

test('partFinder finds every part by its id', () => {
  const message = parseMessage(
    Buffer.from(multipart('mixed', multipart('alternative', PLAIN, HTML))),
    DEFAULT_LIMITS,
  );
  assert.equal(partFinder(message, DEFAULT_LIMITS)('1.2')?.type, 'text/html');
  assert.equal(partFinder(message, DEFAULT_LIMITS)(''), message.root);
  assert.equal(partFinder(message, DEFAULT_LIMITS)('7'), null);
});

test('a short HTML body beside an empty plain one is read', () => {
  const parts = (plain: string) =>
    `Content-Type: multipart/alternative; boundary=b\n\n--b\n\n${plain}\n--b\nContent-Type: text/html\n\n<p>Yes.</p>\n--b--\n`;
  assert.equal(read(parts('')).text.trim(), 'Yes.');
  assert.equal(read(parts(' \n')).text.trim(), 'Yes.');
  assert.equal(read(parts('No.')).text.trim(), 'No.');
});
