import assert from 'node:assert/strict';
import { test } from 'node:test';
import { hasCorpus, oddMessages } from '../../../test/mime/corpus.ts';
import { type ByteRange, DEFAULT_LIMITS } from '../../model/index.ts';
import { decodePart } from './body.ts';
import { canonicalHash } from './canonical.ts';
import { type Part, parseMessage } from './message.ts';
import { summarize } from './summary.ts';

/** Mutations of each seed; with the corpus there are some seven hundred seeds. */
const ROUNDS_FIXTURE = 400;
const ROUNDS_CORPUS = 3;
/** Larger seeds would make the test slow without new paths. */
const MOST_SEED_BYTES = 40_000;

const FIXTURE = Buffer.from(
  [
    'From: =?utf-8?B?w6k=?= <a@x>, "B, C" <b@x>; (c) d@x',
    'Content-Type: multipart/mixed; boundary="b"',
    'Date: Fri, 5 May 2017 20:00:01 +0200',
    '',
    '--b',
    'Content-Type: multipart/alternative; boundary=bb',
    '',
    '--bb',
    'Content-Type: text/plain; format=flowed; delsp=yes; charset=iso-2022-jp',
    '',
    '> a \n> b\nbegin 644 x\n%:&5L;&\\\n`\nend\n=ybegin size=1 name=y\nk\n=yend size=1',
    '--bb',
    'Content-Type: text/html; charset=utf-16',
    'Content-Transfer-Encoding: quoted-printable',
    '',
    '<p title="x>">=C3=A9</p><!-- c --><a href=3D"http://e.example">l</a>',
    '--bb--',
    '--b',
    "Content-Disposition: attachment; filename*0*=utf-8''%C3; filename*1*=%A9",
    'Content-Transfer-Encoding: base64',
    '',
    'aGVsbG8=',
    '--b--',
    '',
  ].join('\r\n'),
);

const TOKENS = [
  '\r',
  '\n',
  '\r\n\r\n',
  '--b',
  '--',
  '=?',
  '?=',
  '=',
  '"',
  '<',
  '>',
  '(',
  ':',
  ';',
  '\0',
  '\xff',
  'begin 644 ',
  '=ybegin ',
  "*=''",
  'From ',
];

test('mutated messages are read without throwing, and their ranges stay nested and in bounds', () => {
  const random = generator(20170505);
  for (let round = 0; round < ROUNDS_FIXTURE; round++) check(mutate(FIXTURE, random));
});

test('mutated messages of the corpus too', (t) => {
  if (!hasCorpus()) return t.skip('corpus not present: ../shared/corpus');
  const random = generator(1);
  for (const { bytes } of oddMessages()) {
    if (bytes.length > MOST_SEED_BYTES) continue;
    for (let round = 0; round < ROUNDS_CORPUS; round++) check(mutate(Buffer.from(bytes), random));
  }
});

test('hostile repetitions are read in linear time', () => {
  const head = 'Content-Type: multipart/mixed; boundary=b\n\n';
  for (const piece of [
    '--b\n',
    '\n--b',
    '--b--\n',
    ':\n',
    'a\n',
    'a:\n',
    ' \n',
    '\r',
    'begin 644 x\n',
    '=ybegin \n',
    'M\n',
    '=\n',
    '<a b="',
  ]) {
    check(Buffer.from(head + piece.repeat(60_000)));
    check(Buffer.from(piece.repeat(60_000)));
  }
});

function check(bytes: Buffer): void {
  const message = parseMessage(bytes, DEFAULT_LIMITS);
  checkPart(message.root, { start: 0, end: bytes.length });
  for (const { at } of message.defects)
    if (at !== undefined) checkInside(at, { start: 0, end: bytes.length });
  const summary = summarize(message, DEFAULT_LIMITS);
  assert.equal(typeof (summary.html ?? ''), 'string');
  for (const { part } of summary.attachments) {
    checkInside(part.bodyRange, { start: 0, end: bytes.length });
    decodePart(message, part);
  }
  assert.match(canonicalHash(message, summary), /^[0-9a-f]{64}$/);
}

function checkPart(part: Part, outer: ByteRange): void {
  checkInside(part.headerRange, outer);
  checkInside(part.bodyRange, outer);
  assert.ok(part.headerRange.end <= part.bodyRange.start);
  let after = part.headerRange.start;
  for (const field of part.headers) {
    assert.equal(field.range.start, after, 'fields follow each other without a gap');
    after = field.range.end;
    if (field.colon >= 0) checkInside({ start: field.colon, end: field.colon + 1 }, field.range);
  }
  assert.equal(after, part.headerRange.end);
  let last = part.bodyRange.start;
  for (const child of part.children) {
    assert.ok(child.headerRange.start >= last, 'parts follow each other');
    checkPart(child, part.bodyRange);
    last = child.bodyRange.end;
  }
}

function checkInside(inner: ByteRange, outer: ByteRange): void {
  assert.ok(inner.start >= outer.start && inner.start <= inner.end && inner.end <= outer.end);
}

function mutate(seed: Buffer, random: () => number): Buffer {
  let bytes = Buffer.from(seed);
  const count = 1 + Math.floor(random() * 6);
  for (let i = 0; i < count; i++) {
    const at = Math.floor(random() * (bytes.length + 1));
    const length = Math.floor(random() * 30);
    const token = Buffer.from(TOKENS[Math.floor(random() * TOKENS.length)] ?? '', 'latin1');
    const kind = Math.floor(random() * 4);
    const before = bytes.subarray(0, at);
    if (kind === 0) bytes = Buffer.concat([before, bytes.subarray(at + length)]);
    else if (kind === 1) bytes = Buffer.concat([before, token, bytes.subarray(at)]);
    else if (kind === 2)
      bytes = Buffer.concat([before, bytes.subarray(at, at + length * 9), bytes.subarray(at)]);
    else if (bytes.length > 0) bytes[at % bytes.length] = Math.floor(random() * 256);
  }
  return bytes;
}

/** Mulberry32, a small generator with a seed: the same mutations in every run. */
function generator(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}
