import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { copyWords } from './copy-words.ts';

function copied(text: string): string {
  const to = Buffer.alloc(text.length);
  return to.toString('latin1', 0, copyWords(Buffer.from(text, 'latin1'), 0, text.length, to, 0));
}

describe('copyWords', () => {
  it('copies words with one space between them, all bytes but the last', () => {
    assert.equal(copied('one two \xe9\xff three'), 'one two \xe9\xff thre');
    assert.equal(copied('x'), '');
    assert.equal(copied(''), '');
  });

  it('stops before two spaces, a space at the end of a line, and whatever is below a space', () => {
    assert.equal(copied('one  two'), 'one');
    assert.equal(copied('one \ntwo'), 'one');
    assert.equal(copied('one\ttwo'), 'one');
    assert.equal(copied('one \0two'), 'one');
    assert.equal(copied('one\x1ftwo'), 'one');
  });

  it('copies to another place than it reads from', () => {
    const to = Buffer.from('........');
    assert.equal(copyWords(Buffer.from('__ab c_'), 2, 7, to, 1), 4);
    assert.equal(to.toString('latin1'), '.ab c...');
  });
});
