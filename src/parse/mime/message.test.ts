import assert from 'node:assert/strict';
import { test } from 'node:test';
import { DEFAULT_LIMITS } from '../../model/index.ts';
import { decodeHeader, findAll, headerValue, leafParts, type Part, parseMessage } from './message.ts';

function parse(text: string): ReturnType<typeof parseMessage> {
  return parseMessage(Buffer.from(text, 'latin1'), DEFAULT_LIMITS);
}

function codes(text: string): string[] {
  return parse(text).defects.map((defect) => defect.code);
}

function slice(message: ReturnType<typeof parseMessage>, range: { start: number; end: number }): string {
  return Buffer.from(message.bytes).toString('latin1', range.start, range.end);
}

function shape(part: Part): unknown {
  return part.children.length === 0
    ? `${part.id}:${part.type}`
    : [`${part.id}:${part.type}`, ...part.children.map(shape)];
}

const NESTED = [
  'From: a@b.example',
  'Content-Type: multipart/mixed; boundary="abc"',
  '',
  'preamble',
  '--abc',
  'Content-Type: multipart/alternative; boundary=abcdef',
  '',
  '--abcdef',
  '',
  'plain',
  '--abcdef',
  'Content-Type: text/html',
  '',
  '<p>html</p>',
  '--abcdef--',
  '--abc',
  'Content-Type: message/rfc822',
  '',
  'Subject: inner',
  '',
  'inner body',
  '--abc--',
  'epilogue',
  '',
];

for (const [name, end] of [
  ['LF', '\n'],
  ['CR LF', '\r\n'],
  ['CR', '\r'],
] as const) {
  test(`nested parts with ${name}, one boundary the beginning of another`, () => {
    const message = parse(NESTED.join(end));
    assert.deepEqual(shape(message.root), [
      ':multipart/mixed',
      ['1:multipart/alternative', '1.1:text/plain', '1.2:text/html'],
      '2:message/rfc822',
    ]);
    const bodies = leafParts(message.root).map((part) => slice(message, part.bodyRange));
    assert.deepEqual(bodies, ['plain', '<p>html</p>', `Subject: inner${end}${end}inner body`]);
    const [from] = findAll(message.root, 'from');
    assert.ok(from);
    assert.equal(slice(message, from.range), `From: a@b.example${end}`);
    assert.equal(from.colon, 4);
    const told = new Set(message.defects.map((defect) => defect.code));
    assert.deepEqual([...told], name === 'CR' ? ['bare-cr'] : []);
  });
}

test('mixed line ends, folded and obsolete fields keep their exact bytes', () => {
  const text = 'Subject : one\r\n\ttwo\nX-A:1\r\n x\n\r\nbody\r\n';
  const message = parse(text);
  const fields = message.root.headers;
  assert.deepEqual(
    fields.map((field) => [field.name, slice(message, field.range)]),
    [
      ['Subject', 'Subject : one\r\n\ttwo\n'],
      ['X-A', 'X-A:1\r\n x\n'],
    ],
  );
  assert.equal(fields[0]?.colon, 8);
  assert.equal(fields[0] && headerValue(message.bytes, fields[0]), 'one two');
  assert.equal(slice(message, message.root.bodyRange), 'body\r\n');
});

test('fields written twice and lines that are no field stay in order, as defects', () => {
  const message = parse('From: a@x\nthis is no field\nFrom: b@x\nSubject: s\n\nbody');
  assert.deepEqual(
    message.root.headers.map((field) => field.key),
    ['from', '', 'from', 'subject'],
  );
  assert.deepEqual(
    message.defects.map((defect) => [defect.code, slice(message, defect.at ?? { start: 0, end: 0 })]),
    [
      ['header-without-colon', 'this is no field\n'],
      ['duplicate-header', 'From: b@x\n'],
    ],
  );
});

test('what stands before the first field is stepped over and told', () => {
  const message = parse('From joe@x Thu Jan  1 00:00:00 1970\nSubject: s\n\nb');
  assert.equal(message.root.headers[0]?.key, 'subject');
  assert.equal(message.root.headerRange.start, 36);
  assert.deepEqual(codes('\xef\xbb\xbfSubject: s\n\nb'), ['byte-order-mark']);
  assert.deepEqual(codes('\n\nSubject: s\n\nb'), ['leading-blank-lines']);
  assert.equal(parse('From : a@x\n\nb').root.headers[0]?.key, 'from');
});

test('a CR inside a field is told: some readers see another field', () => {
  const message = parse('To: x\r\nSubject: a\rBcc: evil\r\n\r\nb');
  assert.deepEqual(message.defects, [{ code: 'bare-cr', at: { start: 17, end: 18 } }]);
  assert.equal(message.root.headers.length, 2);
});

test('a body without header, and a header without body', () => {
  const bare = parse('Hello,\nthis is text.\n');
  assert.deepEqual(
    [bare.root.headers.length, slice(bare, bare.root.bodyRange)],
    [0, 'Hello,\nthis is text.\n'],
  );
  const head = parse('Subject: only');
  assert.deepEqual([head.root.headers.length, head.root.bodyRange], [1, { start: 13, end: 13 }]);
  assert.equal(parse('').root.type, 'text/plain');
});

test('boundaries: missing end, parts after the end, none given, none found', () => {
  const head = 'Content-Type: multipart/mixed; boundary=b\n\n';
  assert.deepEqual(codes(`${head}--b\n\none\n--b\n\ntwo\n`), ['missing-end-boundary']);
  const after = parse(`${head}--b\n\none\n--b--\n--b\n\nhidden\n--b--\n`);
  assert.deepEqual(
    after.root.children.map((part) => slice(after, part.bodyRange)),
    ['one', 'hidden'],
  );
  assert.deepEqual(
    after.defects.map((defect) => defect.code),
    ['part-after-close'],
  );
  assert.deepEqual(codes(`${head}nothing here\n`), ['boundary-not-found']);
  const guessed = parse('Content-Type: multipart/mixed\n\n--xyz\nContent-Type: text/html\n\nh\n--xyz--\n');
  assert.deepEqual(shape(guessed.root), [':multipart/mixed', '1:text/html']);
  assert.deepEqual(
    shape(parse('Content-Type: multipart/digest; boundary=b\n\n--b\n\nSubject: x\n\ny\n--b--').root),
    [':multipart/digest', '1:message/rfc822'],
  );
});

test('limits: depth, parts, header bytes', () => {
  let text = 'x';
  for (let level = 0; level < 40; level++) {
    text = `Content-Type: multipart/mixed; boundary=b${level}\n\n--b${level}\n${text}\n--b${level}--\n`;
  }
  assert.ok(codes(text).includes('too-deep'));
  const many = `Content-Type: multipart/mixed; boundary=b\n\n${'--b\n\nx\n'.repeat(50)}--b--\n`;
  const few = parseMessage(Buffer.from(many), { ...DEFAULT_LIMITS, parts: 10 });
  assert.equal(few.root.children.length, 9);
  assert.ok(few.defects.some((defect) => defect.code === 'too-many-parts'));
  const long = parseMessage(Buffer.from(`X: ${'y'.repeat(5000)}\nTo: a\n\nb`), {
    ...DEFAULT_LIMITS,
    headerBytes: 1000,
  });
  assert.ok(long.defects.some((defect) => defect.code === 'header-too-large'));
});

test('content types: defaults, broken syntax, parameters of RFC 2231 and 2047', () => {
  const part = (field: string): Part => parse(`${field}\n\n`).root;
  assert.equal(part('Content-Type: text').type, 'text/plain');
  assert.equal(part('Content-Type: TEXT / HTML;charset=utf-8').type, 'text/html');
  assert.equal(part('Content-Type: text/plain charset="x"').type, 'text/plain');
  const name = (value: string): string | null => part(`Content-Disposition: attachment; ${value}`).filename;
  assert.equal(name('filename="a;b \\"c\\".txt"'), 'a;b "c".txt');
  assert.equal(name('filename=my file.txt; x=y'), 'my file.txt');
  assert.equal(name("filename*=utf-8''%C3%A9t%C3%A9.pdf"), 'été.pdf');
  assert.equal(name("filename*1*=%A9.pdf; filename*0*=utf-8'fr'%C3"), 'é.pdf');
  assert.equal(name('filename*0="long "; filename*1="name.txt"'), 'long name.txt');
  assert.equal(name("filename=plain.txt; filename*=iso-8859-1''%E9.txt"), 'é.txt');
  assert.equal(name('filename="=?utf-8?Q?caf=C3=A9.txt?="'), 'café.txt');
  assert.equal(name('filename="caf\xe9.txt"'), 'café.txt');
  assert.equal(name('filename="C:\\tmp\\x.doc"'), 'C:\\tmp\\x.doc');
  assert.equal(name('filename="unclosed.txt'), 'unclosed.txt');
  assert.equal(part('Content-Disposition: attachment; __proto__=x').params.constructor, undefined);
});

test('decodeHeader undoes folding and encoded words', () => {
  const message = parse('Subject: =?utf-8?B?w6k=?=\n =?utf-8?Q?t=C3=A9?= ok\n\n');
  const [field] = message.root.headers;
  assert.equal(field && decodeHeader(message.bytes, field), 'été ok');
});

test('a piece of a message that was sent in several is told', () => {
  const piece = (params: string) =>
    codes(`From: a@b.example\nContent-Type: message/partial; id="x@y"; ${params}\n\nSubject: whole\n\nbegin`);
  assert.deepEqual(piece('number=2; total=3'), ['message-partial']);
  assert.deepEqual(piece('number=1; total=1'), []);
});
