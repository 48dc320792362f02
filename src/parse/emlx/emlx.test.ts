import assert from 'node:assert/strict';
import { test } from 'node:test';
import { randomNumbers } from '../../model/testing/random-numbers.ts';
import { openEmlx } from './emlx.ts';

const MESSAGE = 'From: a@b.org\nSubject: x\n\nbody <?xml is a word\n';
const LIST =
  '<?xml version="1.0" encoding="UTF-8"?>\n<!DOCTYPE plist PUBLIC "x" "y">\n<plist version="1.0"><dict>\n' +
  '<key>date-received</key>\n<integer>1581000000</integer>\n<key>flags</key><integer>8623489089</integer>\n' +
  '<key>remote-id</key><string>789</string>\n</dict></plist>\n';

const open = (text: string) => {
  const emlx = openEmlx(Buffer.from(text, 'latin1'));
  return {
    ...emlx,
    message: Buffer.from(emlx.message).toString('latin1'),
    codes: emlx.defects.map(({ code }) => code),
  };
};

test('gives the message byte for byte, its place, and what Apple Mail knows of it', () => {
  const emlx = open(`${MESSAGE.length}      \n${MESSAGE}${LIST}`);
  assert.equal(emlx.message, MESSAGE);
  assert.deepEqual(emlx.range, { start: 9, end: 9 + MESSAGE.length });
  assert.deepEqual(emlx.facts, {
    'date-received': '2020-02-06T14:40:00.000Z',
    flags: 'read draft not-junk',
    'flags-raw': '8623489089',
    'attachment-count': '0',
    'remote-id': '789',
  });
  assert.deepEqual(emlx.codes, []);
});

test('a wrong count: the property list tells where the message ends', () => {
  const short = open(`${MESSAGE.length - 9}\n${MESSAGE}${LIST}`);
  assert.equal(short.message, MESSAGE);
  assert.deepEqual(short.codes, ['emlx-wrong-count']);
  const long = open(`99999\n${MESSAGE}${LIST}`);
  assert.equal(long.message, MESSAGE);
  assert.deepEqual(long.codes, ['emlx-truncated']);
});

test('cut off, without list, without count, partial', () => {
  assert.deepEqual(open(`500\n${MESSAGE}`).codes, ['emlx-truncated']);
  assert.equal(open(`500\n${MESSAGE}`).message, MESSAGE);
  assert.equal(open(`500\n${MESSAGE}`).failure?.code, 'truncated');
  assert.equal(open(`99999\n${MESSAGE}${LIST}`).failure, null, 'only the count is wrong');
  assert.deepEqual(open(`${MESSAGE.length}\n${MESSAGE}`).codes, []);
  assert.deepEqual(open(MESSAGE).codes, ['emlx-no-count']);
  const partial = 'X: 1\nX-Apple-Content-Length: 9\n\n';
  assert.deepEqual(open(`${partial.length}\n${partial}${LIST}`).codes, ['emlx-partial']);
  assert.equal(open(`${partial.length}\n${partial}${LIST}`).failure?.code, 'truncated');
});

test('mutated files never throw, and the message is always a piece of the file', () => {
  const plain = Buffer.from(`${MESSAGE.length}\n${MESSAGE}${LIST}`);
  const random = randomNumbers(7);
  for (let round = 0; round < 2000; round++) {
    const bytes = Buffer.from(plain.subarray(0, random(plain.length + 1)));
    for (let i = 0; i < random(9) && bytes.length > 0; i++) bytes[random(bytes.length)] = random(256);
    const { range, message } = openEmlx(bytes);
    assert.deepEqual(Buffer.from(message), bytes.subarray(range.start, range.end));
  }
});
