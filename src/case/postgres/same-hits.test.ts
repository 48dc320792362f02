import assert from 'node:assert/strict';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, describe, it } from 'node:test';
import fc from 'fast-check';
import { postgresForTests } from '../../../test/postgres/for-tests.ts';
import { makeMessage } from '../../../test/records.ts';
import { createCase, prepareItem } from '../index.ts';

const postgres = await postgresForTests();
const root = mkdtempSync(join(tmpdir(), 'tamis-same-'));
const now = (): Date => new Date(0);
after(() => rmSync(root, { recursive: true, force: true }));

describe('search in both stores', { skip: postgres.type === 'none' && postgres.why }, () => {
  if (postgres.type === 'none') return;
  after(() => postgres.stop());

  // Cases fold, marks fall, some letters stay: Greek, Turkish, Vietnamese, Arabic, Japanese, a ligature, an emoji.
  const words = [
    'été',
    'ETE',
    'ete\u0301',
    'Ångström',
    'ῬΑΨῼΔΟΣ',
    'İstanbul',
    'ngữ',
    'السَّلامُ',
    '日本語',
    'ﬁn',
  ];
  words.push(
    'straße',
    '😀',
    'don’t',
    'x86_64',
    '١٢',
    'ǽ',
    'Ǡ',
    'a\u0345b',
    '\ue000',
    'q\0q',
    'naïve@exemple.fr',
    '𝔘nicode',
  );
  const text = fc.array(fc.oneof(fc.constantFrom(...words), fc.string({ unit: 'binary', maxLength: 4 })), {
    maxLength: 12,
  });

  it('gives the same hits for words, beginnings and phrases in any script', () => {
    const random = fc.sample(text, { numRuns: 30, seed: 2017 });
    const long = Array.from({ length: 9000 }, (_, at) => (at % 3 === 0 ? 'the' : `w${at}`));
    const items = [...random, words, [...long, 'needle', 'haystack']].map((parts, at) =>
      prepareItem(
        'leak',
        makeMessage({ path: `d/${at}`, subject: parts.slice(0, 3).join(' '), text: parts.join(' ') }),
      ),
    );
    const sqlite = createCase(join(root, 'c.tamis'), { now });
    const other = postgres.open({ name: 'c', as: 'lead', now, create: true });
    for (const store of [sqlite, other]) store.addItems(items);
    const phrases = random.flatMap((parts) => parts.map((_, at) => `"${parts.slice(at, at + 2).join(' ')}"`));
    const queries = [
      ...words,
      ...words.map((word) => `${word}*`),
      ...phrases.map((phrase) => phrase.replace(/["“”]/g, ' ').trim()),
    ]
      .flatMap((each) => [each, `"${each}"`, `subject:"${each}"`, `NOT "${each}"`, `"${each}"*`])
      .concat([
        '"needle haystack"',
        'w8999',
        '"the w7999 w8000 the"',
        '"w1 w2"',
        '"w2 w1"',
        `"${long.slice(40, 80).join(' ')}"`,
      ]);
    let answered = 0;
    for (const query of queries) {
      const found = (store: typeof sqlite): string => {
        try {
          const hits = [...store.search(query, {})].map(({ path }) => path);
          answered += hits.length;
          return hits.sort().join(' ');
        } catch (error) {
          return String(error);
        }
      };
      assert.equal(found(other), found(sqlite), JSON.stringify(query));
    }
    assert.ok(answered > 500);
    sqlite.close();
    other.close();
  });
});
