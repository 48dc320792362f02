import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import type { WordsNode } from './ast.ts';
import { wordFinder } from './find-words.ts';

const term = (text: string): WordsNode => ({
  ...{ type: 'words', columns: null, first: false },
  words: text.replace('*', '').split(' '),
  prefix: text.endsWith('*'),
});

/** Terms that no text here has: with them, a query is long. */
const OTHERS = Array.from({ length: 30 }, (_, at) => term(`zz${at}`));

describe('word finder', () => {
  it('finds by the words of the text what it finds by one pattern', () => {
    const terms = ['budget', 'élect*', 'le budget', 'bu*', 'e', '2017', 'note de'].map(term);
    const [few, many] = [wordFinder(terms), wordFinder([...terms, ...OTHERS])];
    const word = fc.constantFrom(
      'budget',
      'Budget',
      'BÜDGET',
      'le',
      'élections',
      'ELECT',
      'e',
      '2017',
      'note',
      'de',
      'bu',
    );
    const gap = fc.constantFrom(' ', '\n', ', ', "'", '-', '_', '');
    fc.assert(
      fc.property(fc.array(fc.tuple(word, gap), { maxLength: 20 }), (parts) => {
        const text = parts.flat().join('');
        assert.deepEqual(many(text, 64), few(text, 64), text);
      }),
    );
  });

  it('stops after as many as are wanted, and takes a word with marks of its own as one', () => {
    const find = wordFinder([term('budget'), term('elections'), ...OTHERS]);
    assert.equal(find('budget '.repeat(100), 5).length, 5);
    assert.deepEqual(find('des e\u0301lections', 5), [{ start: 4, end: 14, term: 1 }]);
  });

  it('finds words of languages without spaces in a long query too', () => {
    const find = wordFinder([term('選挙'), ...OTHERS]);
    assert.deepEqual(find('大統領選挙の結果', 5), [{ start: 3, end: 5, term: 0 }]);
  });
});
