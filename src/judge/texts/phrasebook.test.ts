import assert from 'node:assert/strict';
import { test } from 'node:test';
import { phrasebook } from './phrasebook.ts';

const inFrench = phrasebook([
  ['{n} bytes.', '{n} octets.'],
  ['{n} bytes, of {all} bytes.', '{n} octets sur {all}.'],
  ['The file "{name}": {sentence}', 'Le fichier « {name} » : {sentence}'],
  ['Cut.', "C'est coupé."],
]);

test('what differs is kept, and the sentence that says most is taken', () => {
  assert.equal(inFrench('7 bytes.'), '7 octets.');
  assert.equal(inFrench('7 bytes, of 9 bytes.'), '7 octets sur 9.');
});

test('a sentence within a sentence is told too, with the typography of the language', () => {
  assert.equal(inFrench('The file "a": Cut.'), 'Le fichier «\u00a0a\u00a0»\u00a0: C’est coupé.');
});

test('a name from the leak stays as it was written, whatever it looks like', () => {
  assert.equal(
    inFrench(`The file "it's : {n}": Cut.`),
    "Le fichier «\u00a0it's : {n}\u00a0»\u00a0: C’est coupé.",
  );
});

test('what is not in the book comes back as it is', () => {
  for (const other of ['', 'Cut', 'bytes.', 'Something else.']) assert.equal(inFrench(other), other);
});

test('a long hostile sentence is looked through once for each phrase, and nesting ends', () => {
  const nested = 'The file "a": '.repeat(50_000);
  assert.match(inFrench(nested), /^Le fichier/u);
  assert.equal(inFrench(`${' bytes'.repeat(50_000)}!`).length, 300_001);
});
