import assert from 'node:assert/strict';
import { test } from 'node:test';
import { DEFAULT_LIMITS } from '../../model/index.ts';
import { decodePart } from './body.ts';
import { partFinder } from './find-part.ts';
import { parseMessage } from './message.ts';
import { outsideTexts } from './outside-text.ts';

const HEAD = 'Subject: x\nContent-Type: multipart/mixed; boundary=b\n\n';

function textsOf(source: string): readonly (readonly [id: string, name: string | null, text: string])[] {
  const message = parseMessage(Buffer.from(source), DEFAULT_LIMITS);
  return outsideTexts(message).map(({ part, name }) => {
    assert.deepEqual(partFinder(message, DEFAULT_LIMITS)(part.id), part);
    return [part.id, name, Buffer.from(decodePart(message, part)).toString()];
  });
}

test('texts before, between and behind the parts are told, in each multipart', () => {
  const inner =
    'Content-Type: multipart/mixed; boundary=c\n\ninner words\n--c\n\ntwo\n--c--\nafter the inner\n';
  const found = textsOf(
    `${HEAD}The key lies\n under the mat.\n--b\n\none\n--b--\nbetween words\n--b\n${inner}--b--\n\nthe end\nof it  \n`,
  );
  assert.deepEqual(found, [
    ['o1', 'preamble.txt', 'The key lies\n under the mat.'],
    ['o2', 'between-parts.txt', 'between words'],
    ['o3', 'epilogue.txt', 'the end\nof it'],
    ['2.o1', 'preamble.txt', 'inner words'],
    ['2.o2', 'epilogue.txt', 'after the inner'],
  ]);
});

test('line ends do not matter', () => {
  const source = `${HEAD}words\n--b\n\none\n--b--\nmore\n`;
  for (const end of ['\n', '\r\n'])
    assert.deepEqual(
      textsOf(source.replaceAll('\n', end)).map(([, , text]) => text),
      ['words', 'more'],
    );
});

test('what programs write for readers without MIME is nothing', () => {
  for (const notice of [
    'This is a multi-part message in MIME format.',
    'This is an OpenPGP/MIME signed message (RFC 4880 and 3156)',
    'This is a MIME-formatted message.  If you see this text it means that your\nE-mail software does not support MIME-formatted messages.',
    'This message is in MIME format.  The first part should be readable text,\n  while the remaining parts are likely unreadable without MIME-aware tools.',
    'This is a cryptographically signed message in MIME format.',
    '',
  ])
    assert.deepEqual(textsOf(`${HEAD}${notice}\n--b\n\none\n--b--\n\n`), [], notice);
});

test('a notice with one more word is told', () => {
  const notice = 'This is a multi-part message in MIME format. Password: tulip9';
  assert.equal(textsOf(`${HEAD}${notice}\n--b\n\none\n--b--\n`)[0]?.[2], notice);
});

test('delimiters of multiparts that are gone are nothing; data in their form is told', () => {
  const remains = '--0000ffff-0000-0000--\n';
  assert.deepEqual(textsOf(`${HEAD}--b\n\none\n--b--\n${remains}`), []);
  const data = Array.from({ length: 9 }, (_, at) => `--c2VjcmV0${at}\n`).join('');
  assert.equal(textsOf(`${HEAD}--b\n\none\n--b--\n${data}`)[0]?.[2], data.trimEnd());
});

test('a message without parts, and one whose last part is not closed, have none', () => {
  assert.deepEqual(textsOf('Subject: x\n\nwords\n'), []);
  assert.deepEqual(textsOf(`${HEAD}--b\n\none\n`), []);
});

test('parts past the limit are no epilogue', () => {
  const source = Buffer.from(`${HEAD}--b\n\none\n--b\n\ntwo words\n--b--\n`);
  assert.deepEqual(outsideTexts(parseMessage(source, { ...DEFAULT_LIMITS, parts: 2 })), []);
});
