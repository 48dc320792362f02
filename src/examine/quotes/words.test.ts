import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { wordsOf } from './words.ts';

describe('wordsOf', () => {
  it('gives words as written, and as they are compared', () => {
    const { shown, folded } = wordsOf(['L’Œuvre d’Été coûte 1 200 € – n° 3½ !']);
    assert.deepEqual(shown, ['L', 'Œuvre', 'd', 'Été', 'coûte', '1', '200', 'n', '3½']);
    assert.deepEqual(folded, ['l', 'oeuvre', 'd', 'ete', 'coute', '1', '200', 'n', '31⁄2']);
  });

  it('reads Latin letters by table as it reads all others', () => {
    // A zero-width space at the end sends a line the way of all other scripts, and is left out there.
    for (let code = 0x20; code < 0x250; code++) {
      const line = `x${String.fromCharCode(code)}Y ${String.fromCharCode(code)} Zut`;
      assert.deepEqual(wordsOf([line]), wordsOf([`${line}\u200b`]), `U+${code.toString(16)}`);
    }
  });

  it('takes letters and the accents that stand apart from them together', () => {
    assert.deepEqual(wordsOf(['e\u0301te\u0301']), { shown: ['été'], folded: ['ete'] });
  });

  it('leaves out what mail programs add and rewrite', () => {
    assert.deepEqual(wordsOf(['2. see <https://a.example/b> and anna@b.example […]']).folded, [
      'see',
      'and',
      'snip',
    ]);
  });
});
