import assert from 'node:assert/strict';
import { test } from 'node:test';
import { oneSpace, trimLines } from './white-space.ts';

const one = (text: string): string => oneSpace(Buffer.from(text)).toString();
const trimmed = (text: string): string => trimLines(Buffer.from(text)).toString();

test('runs of white space become one space, none at either end', () => {
  assert.equal(one(' \r\n a\t b\r\n\n\nc  '), 'a b c');
  assert.equal(one(''), '');
  assert.equal(one(' \n'), '');
});

test('mbox quoting goes at line starts only, and nothing else that begins with >', () => {
  assert.equal(one('>From a\n>>From b\n> From c\nd >From e\n>Fro'), 'From a From b > From c d >From e >Fro');
  assert.equal(trimmed('>From a\n>>From b\n> From c\nd >From e'), 'From a\nFrom b\n> From c\nd >From e');
});

test('line ends become LF, white space at line ends goes, inside it stays', () => {
  assert.equal(trimmed('a  b \t\r\n\r\n  c\rd\n\n \n'), 'a  b\n\n  c\nd');
});
