import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { lineRewrites } from './line-rewrites.ts';

function rewritesOf(text: string): readonly (readonly [string, string])[] {
  return [...lineRewrites(text)].filter(([, rewritten]) => rewritten !== text);
}

describe('lineRewrites', () => {
  it('leaves a text alone that has nothing to undo', () => {
    assert.deepEqual(rewritesOf('Good morning,\nall is well. From here on, too.\n'), []);
    assert.deepEqual(rewritesOf(''), []);
  });

  it('undoes each change by itself, in order', () => {
    assert.deepEqual(rewritesOf('>From a\n..b\nc\rd\n--\ne \nf\n'), [
      ['from-stuffing', 'From a\n..b\nc\rd\n--\ne \nf\n'],
      ['from-stuffing', '>>From a\n..b\nc\rd\n--\ne \nf\n'],
      ['dot-stuffing', '>From a\n.b\nc\rd\n--\ne \nf\n'],
      ['line-ends', '>From a\n..b\nc\nd\n--\ne \nf\n'],
      ['trailing-space', '>From a\n..b\nc\rd\n-- \ne \nf\n'],
      ['trailing-space', '>From a\n..b\nc\rd\n--\ne\nf\n'],
    ]);
  });

  it('tries each choice of a few quoted lines', () => {
    const choices = rewritesOf('>From a\n>From b\n').map(([, rewritten]) => rewritten);
    assert.deepEqual(choices.slice(0, 3), ['From a\nFrom b\n', 'From a\n>From b\n', '>From a\nFrom b\n']);
    assert.equal(rewritesOf('>From a\n'.repeat(5)).length, 2);
  });

  it('finds white space at the end of any line, of the last one too', () => {
    assert.deepEqual(rewritesOf('a\t\nb'), [['trailing-space', 'a\nb']]);
    assert.deepEqual(rewritesOf('a\nb\xa0'), [['trailing-space', 'a\nb']]);
    assert.deepEqual(rewritesOf('-- \na'), []);
  });
});
