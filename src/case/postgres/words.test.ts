import assert from 'node:assert/strict';
import { test } from 'node:test';
import { tokens } from './tokens.ts';
import { phraseQueries, wordVectors } from './words.ts';

/** The text that PostgreSQL shows of a tsvector, words in the order given. */
function shown(vector: Uint8Array | undefined): string {
  const bytes = Buffer.from(vector ?? new Uint8Array(4));
  const words: string[] = [];
  let at = 4;
  for (let left = bytes.readInt32BE(0); left > 0; left--) {
    const end = bytes.indexOf(0, at);
    const count = bytes.readUInt16BE(end + 1);
    const places = Array.from({ length: count }, (_, i) => {
      const marked = bytes.readUInt16BE(end + 3 + 2 * i);
      return `${marked & 0x3fff}${['', 'C', 'B', 'A'][marked >>> 14] ?? ''}`;
    });
    words.push(`'${bytes.toString('utf8', at, end)}':${places.join(',')}`);
    at = end + 3 + 2 * count;
  }
  assert.equal(at, bytes.length);
  return words.join(' ');
}

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
  assert.equal(shown(only), "'sbudget':1A,2A 'ble':1 'bbudget':2 'p^':1 'pd':2 'px':3");
});

test('a text that meets a limit of tsvectors becomes several, which overlap by a phrase', () => {
  const body = Array.from({ length: 20_000 }, (_, at) => (at % 2 === 0 ? 'the' : `w${at}`)).join(' ');
  const vectors = wordVectors({ ...empty, body }).map(shown);
  assert.ok(vectors.length > 20);
  for (const vector of vectors) {
    const places = /'bthe':([\d,]+)/.exec(vector)?.[1]?.split(',') ?? [];
    assert.ok(places.length <= 255);
  }
  const holding = vectors.filter((vector) => vector.includes("'bw501'"));
  assert.ok(holding.length >= 1);
});

test('a word of characters that need many bytes is cut where PostgreSQL would refuse it', () => {
  const [vector] = wordVectors({ ...empty, body: `x${'\ue000'.repeat(600)} é${'z'.repeat(600)}` });
  const [long = '', other] = shown(vector).split(' ');
  assert.ok(Buffer.byteLength(long) < 2046 + 4 && long.startsWith("'bx\ue000\ue002"));
  assert.equal(other, `'be${'z'.repeat(499)}':2`);
  assert.equal(shown(wordVectors(empty)[0]), '');
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
