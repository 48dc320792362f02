import assert from 'node:assert/strict';
import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { tellFailureDetail } from './tell-detail.ts';

const SOURCE = join(import.meta.dirname, '../..');

/** Sentences of readers that are no failure: notes beside what was read, which no page shows as a sentence. */
const NOTES = [
  /^The name ends in \./u,
  /^The file is UTF-16; /u,
  /^Bytes before the first "From " line/u,
  /^The signature at \S+ covers /u,
  /^Points to /u,
  /^Text of \S+ of \S+ pages\.$/u,
  /^Read up to page /u,
  /^Property 0x7 of the item/u,
  /^Object 7: /u,
  /^Interrup|^Interrompu/u,
  / Run sift again when it does/u,
  // The reason why a stream of a PDF is passed over.
  /^Too many filters\.$|^A stream expands beyond /u,
  // Begins with the sentence on a piece alone, which is in the book.
  /^7 \(number /u,
  // One of two wordings, both of which are in the book.
  /^OpenPGP: needs 7the/u,
];

/** A whole sentence, as readers write it into `Failure.detail`. */
const SENTENCE = /(?:'((?:[^'\\\n]|\\.)+)'|`((?:[^`\\]|\\.)+)`)/gu;

test('every sentence that a reader gives as the reason of a failure has a French one', () => {
  const missing: string[] = [];
  for (const path of globSync('{parse,pipeline,source}/**/*.ts', { cwd: SOURCE })) {
    if (/\.test\.ts$|testing|fixtures/u.test(path)) continue;
    const code = readFileSync(join(SOURCE, path), 'utf8').replace(/\/\*[\s\S]*?\*\/|^\s*\/\/.*$/gmu, '');
    for (const [, plain, template] of code.matchAll(SENTENCE)) {
      const sentence = plain ?? (template ?? '').replace(/\$\{[^{}]*\}/gu, '7');
      if (!/^(?:[A-Z7]|\d-)[^=\n]* [^=\n]* [^=\n]*\.$/u.test(sentence) || sentence.includes('${')) continue;
      if (NOTES.some((note) => note.test(sentence))) continue;
      if (tellFailureDetail(sentence, 'fr') === sentence) missing.push(`${path}: ${sentence}`);
    }
  }
  assert.deepEqual(missing, []);
});

test('a reason is told in the language asked for, with what differs in it', () => {
  const detail =
    'Attachment "plan: final.docx": The file ends at byte 12, before the 40 bytes announced at 8.';
  assert.equal(tellFailureDetail(detail, 'en'), detail);
  assert.equal(
    tellFailureDetail(detail, 'fr'),
    'Pièce jointe «\u00a0plan: final.docx\u00a0»\u00a0: Le fichier s’arrête à l’octet 12, avant les 40 octets annoncés en 8.',
  );
  assert.equal(tellFailureDetail('C++ exception', 'fr'), 'C++ exception');
});

test('what the system refuses is told in French with its reason', () => {
  assert.equal(
    tellFailureDetail('/dump/a.eml cannot be read: the system does not permit this', 'fr'),
    '/dump/a.eml ne peut pas être lu\u00a0: le système ne le permet pas',
  );
});
