import assert from 'node:assert/strict';
import { test } from 'node:test';
import { tokens } from './tokens.ts';
import { phraseQueries, wordVectors } from './words.ts';

const empty = { subject: '', sender: '', recipients: '', copies: '', body: '', files: '', place: '' };

test('words are cut and folded as FTS5 does', () => {
  assert.deepEqual(tokens('L’été à Ångström, e\u0301te\u0301 x86_64!'), [
    'l',
    'ete',
    'a',
    'angstrom',
    'ete',
    'x86',
    '64',
  ]);
  assert.deepEqual(tokens(' \u0301x '), ['x']);
  assert.deepEqual(tokens(''), []);
  assert.equal(tokens('a'.repeat(10_000))[0]?.length, 500);
});

test('a column is a letter before each word, and a path has a beginning', () => {
  const [only, ...more] = wordVectors({
    ...empty,
    subject: 'Budget budget',
    body: 'Le budget',
    place: 'd/x',
  });
  assert.deepEqual(more, []);
  assert.equal(only, "'sbudget':1A,2A 'ble':1 'bbudget':2 'p^':1 'pd':2 'px':3 ");
});

test('a text that meets a limit of tsvectors becomes several, which overlap by a phrase', () => {
  const body = Array.from({ length: 20_000 }, (_, at) => (at % 2 === 0 ? 'the' : `w${at}`)).join(' ');
  const vectors = wordVectors({ ...empty, body });
  assert.ok(vectors.length > 20);
  for (const vector of vectors) {
    const places = /'bthe':([\d,]+)/.exec(vector)?.[1]?.split(',') ?? [];
    assert.ok(places.length <= 255);
  }
  const holding = vectors.filter((vector) => vector.includes("'bw501'"));
  assert.ok(holding.length >= 1);
});

test('a phrase is looked for in each column it may stand in; a long one in parts', () => {
  assert.deepEqual(
    phraseQueries({ columns: ['subject', 'body'], words: ['Été', 'x'], prefix: true, first: false }),
    ["('sete' <-> 'sx':*) | ('bete' <-> 'bx':*)"],
  );
  const words = Array.from({ length: 40 }, (_, at) => `w${at}`);
  const parts = phraseQueries({ columns: ['body'], words, prefix: true, first: false }) ?? [];
  assert.equal(parts.length, 3);
  assert.match(parts[2] ?? '', /'bw39':\*\)$/);
  assert.equal(phraseQueries({ columns: null, words: ['\u0301'], prefix: false, first: false }), null);
});
