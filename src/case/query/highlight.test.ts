import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { highlighter } from './highlight.ts';
import { parseQuery } from './parser.ts';

function snippet(query: string, text: string): string {
  const highlight = highlighter(parseQuery(query));
  assert.ok(highlight);
  return highlight(text).replaceAll('\u0002', '[').replaceAll('\u0003', ']');
}

describe('highlighter', () => {
  it('marks words whatever their case and accents', () => {
    assert.equal(snippet('election', 'Une Élection, des élections'), 'Une [Élection], des élections');
    assert.equal(
      snippet('élect*', 'Une election, des e\u0301lections'),
      'Une [election], des [e\u0301lections]',
    );
    assert.equal(snippet('"le budget"', 'Le\n budget; budget'), '[Le budget]; budget');
  });

  it('marks words of languages without spaces inside a clause', () => {
    assert.equal(snippet('選挙', '大統領選挙の結果'), '大統領[選挙]の結果');
    assert.equal(snippet('"budget 選挙"', 'le budget選挙, budget 選挙'), 'le [budget選挙], [budget 選挙]');
  });

  it('leaves out what the query does not want, or looks for in the path or among people', () => {
    assert.equal(snippet('budget -secret in:box', 'budget secret box'), '[budget] secret box');
    assert.equal(snippet('budget from:bob', 'Bob has the budget'), 'Bob has the [budget]');
    assert.equal(highlighter(parseQuery('from:bob OR to:bob')), null);
    assert.equal(highlighter(parseQuery('kind:message -a')), null);
    assert.equal(highlighter(null), null);
  });

  it('cuts out the place with the most different words', () => {
    const text = `alpha ${'x '.repeat(500)} alpha and beta ${'y '.repeat(500)}`;
    const cut = snippet('alpha beta', text);
    assert.match(cut, /^….*\[alpha\] and \[beta\].*…$/);
    assert.ok(cut.length < 260);
  });

  it('lets a text not forge the marks', () => {
    assert.equal(snippet('a', 'a \u0002b\u0003'), '[a] b');
  });

  it('stays linear on texts made to be slow', () => {
    for (const evil of ['\u0301', 'a\u0301', 'a ', 'a\u0301 \u0301', '-', 'aa']) {
      const text = evil.repeat(200_000);
      snippet('"a a a b" OR a* OR "b c"', text);
    }
  });
});
